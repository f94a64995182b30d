"""`wortlaut serve` on a record, with a reader that finds by pattern and takes its time.

Run as a program: `python -m tests.web.serving_process RECORD`.
"""

from __future__ import annotations

import sys
import time

from tests.cli.scripted_reader import ScriptedReader
from wortlaut import Article
from wortlaut.cli._serving import Server, serve_record
from wortlaut.record import Record


class SlowReader(ScriptedReader):
    """Reads fifty articles in a second."""

    def read(self, article: Article) -> Article:
        """The article, after a while."""
        time.sleep(0.02)
        return super().read(article)


if __name__ == "__main__":
    with Record(sys.argv[1]) as opened:
        sys.exit(serve_record(opened, Server(port=0, reader=SlowReader)))  # type: ignore[arg-type]
