"""From an article to its statements."""

from wortlaut.reading._reader import Reader

__all__ = ["Reader"]
