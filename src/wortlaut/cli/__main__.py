"""Lets `python -m wortlaut.cli` stand for `wortlaut`."""

from wortlaut.cli import main

if __name__ == "__main__":
    main()
