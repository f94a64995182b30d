"""Sources that could not be read are kept aside."""

from __future__ import annotations

from wortlaut._exceptions import EmptySource, FetchError
from wortlaut.record import Record

EMPTY = EmptySource("leer.txt", "is empty", "give it a page or a text")
GONE = FetchError("https://x.example/1", "answers 404", "check the address")


def test_failed_sources_are_listed_the_last_one_first(record: Record) -> None:
    """With what was wrong and how often."""
    for error in (EMPTY, GONE, EMPTY):
        record.keep_failed(error)
    first, second = record.failed()
    assert (first.source, first.problem, first.attempts) == ("leer.txt", "is empty", 2)
    assert (second.source, second.kind, second.advice) == (
        "https://x.example/1",
        "FetchError",
        "check the address",
    )
    assert first.last_failed_at > second.last_failed_at > first.first_failed_at


def test_a_source_that_was_read_is_forgotten(record: Record) -> None:
    """And nothing is said of one that never failed."""
    record.keep_failed(EMPTY)
    assert record.forget_failed(["leer.txt", "voll.txt"]) == 1
    assert record.failed() == ()
