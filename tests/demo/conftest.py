"""One demonstration record for all tests: the model takes some seconds to read its articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wortlaut.demo import add_demo_articles
from wortlaut.record import Record


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the record is. Tests only look things up in it."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    with Record(path) as record:
        add_demo_articles(record)
    yield path
