"""A process that adds articles to a record and says which are on the disk."""

from __future__ import annotations

import os
import time
from datetime import date, timedelta
from pathlib import Path

from tests.record.written_record import article, said
from wortlaut.model import Article
from wortlaut.record import Record, _record


def many_articles(count: int) -> list[Article]:
    """Articles of which some are of the same address or the same text."""
    result = []
    for number in range(count):
        person = f"Anna Petersen {number % 17}"
        same = 0 if number % 10 == 9 else number
        result.append(
            article(
                f"{person} sagte: „Der Deich hält {same}.“ Er werde erhöht, wenn es regnet.",
                said(f"Der Deich hält {same}", person=person),
                said("Er werde erhöht, wenn es regnet", person=person, condition="wenn es regnet"),
                url=f"https://deichblatt.example/{number % (count - 5)}",
                published=date(2026, 1, 1) + timedelta(days=number % 40),
            )
        )
    return result


def add_all(place: str, count: int, acknowledged: str, together: int) -> None:
    """Add the articles, `together` at a time, and note each that has been given back."""
    _record._GROUP = together
    with Path(acknowledged).open("ab", buffering=0) as notes, Record(place) as record:
        for number, _ in enumerate(record.add_many(_opened(many_articles(count), notes.fileno()))):
            notes.write(b"%d\n" % number)


def _opened(articles: list[Article], notes: int):  # type: ignore[no-untyped-def]
    os.write(notes, b"open\n")
    for each in articles:
        # As slow as a quick reader, so that a kill meets every stage.
        time.sleep(0.0005)
        yield each
