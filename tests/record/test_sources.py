"""Articles of nearly the same text are one source, in whatever order they come."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.record.written_record import article
from wortlaut.model import Article
from wortlaut.record import Record
from wortlaut.record._schema import article_signature, article_version

_REPORT = (
    "Der Hafen war am Montag Thema im Rat der Stadt. Vor der Sitzung hatten Fischer, Segler und "
    "Kaufleute gegen die Pläne protestiert, die seit dem Frühjahr bekannt sind. Eine Entscheidung "
    "fiel nach fünf Stunden in nicht öffentlicher Beratung. Das Ergebnis soll erst im Januar "
    "vorgestellt werden, wenn die Gutachten zu Lärm, Verkehr und Strömung geprüft sind."
)
_MORE = (
    " Die Opposition nannte das Verfahren undurchsichtig. Sie will vor Gericht ziehen, falls die "
    "Unterlagen nicht bis Weihnachten offenliegen, und sammelt dafür Unterschriften in der Stadt."
)
_OTHER = (
    "Am Deich wird wieder gebaut. Seit Mittwoch fahren Lastwagen Klei und Sand aus dem Binnenland "
    "an die Küste, wo ein Stück von achthundert Metern erhöht wird. Die Arbeiten dauern, wenn das "
    "Wetter mitspielt, bis in den Herbst; der Radweg bleibt so lange gesperrt."
)
_TEXTS = {
    "report": _REPORT,
    "copy": _REPORT,
    "longer": _REPORT + _MORE,
    "altered": _REPORT.replace("Segler", "Ruderer") + _MORE,
    "other": _OTHER,
    "short": "Der Hafen war Thema.",
    "short too": "Der Hafen war Thema.",
}


def _articles() -> dict[str, Article]:
    return {
        name: article(text, url=f"https://x.example/{name.replace(' ', '-')}")
        for name, text in _TEXTS.items()
    }


def sources(record: Record) -> set[frozenset[str]]:
    """The articles of each source, by the ends of their addresses."""
    with record._database.reading() as connection:
        rows = connection.execute(
            select(article_version.c.url, article_version.c.id, article_signature.c.source_id).join(
                article_signature, article_signature.c.version_id == article_version.c.id
            )
        ).all()
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.source_id or row.id, set()).add(row.url.rpartition("/")[2])
    assert all(number in {row.id for row in rows} for number in found)
    return {frozenset(names) for names in found.values()}


EXPECTED = {
    frozenset({"report", "copy", "longer", "altered"}),
    frozenset({"other"}),
    frozenset({"short", "short-too"}),
}


def test_copies_are_one_source(record: Record) -> None:
    """Exact ones, longer ones, altered ones; short texts only where they are the same."""
    for each in _articles().values():
        record.add(each)
    assert sources(record) == EXPECTED
    assert list(record.check()) == []


def test_articles_that_come_together_are_one_source(record: Record) -> None:
    """In one transaction."""
    list(record.add_many(_articles().values()))
    assert sources(record) == EXPECTED


@pytest.mark.parametrize("order", list(permutations(["report", "longer", "altered", "copy"]))[::5])
def test_the_order_makes_no_difference(tmp_path: Path, order: tuple[str, ...]) -> None:
    """Nor whether an article joins two sources that were two before."""
    articles = _articles()
    with Record(tmp_path / "record.db") as record:
        for name in order:
            record.add(articles[name])
        assert sources(record) == {frozenset(order)}


def test_an_older_records_sources_are_found(tmp_path: Path) -> None:
    """As when they had come with this version: a backup holds none of them."""
    with Record(tmp_path / "record.db") as record, Record(tmp_path / "other.db") as other:
        list(record.add_many(_articles().values()))
        record.back_up(tmp_path / "backup")
        other.restore(tmp_path / "backup")
        assert sources(other) == EXPECTED
