"""How the statements that a search finds lie in time, and what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.record.written_record import article, said
from wortlaut._exceptions import QueryError
from wortlaut.model import Act, Article, QuotationType
from wortlaut.record import Bin, Counted, Filters, Record, Unit, _histogram

MONDAY = date(2026, 11, 16)


def on(*days: date | None, words: str = "Die Flut kommt", **fields: object) -> list[Article]:
    """An article for each day in which somebody says these words."""
    return [
        article(
            f"Harms sagte am Tag {number}: „{words}.“",
            said(words, person="Wiebke Harms", **fields),  # type: ignore[arg-type]
            url=f"https://x.example/{words}/{number}",
            published=day,
        )
        for number, day in enumerate(days)
    ]


def days_after(first: date, *after: int) -> Sequence[date]:
    """So many days after the first one."""
    return [first + timedelta(days=days) for days in after]


@pytest.mark.parametrize("words", ["", "Flut"])
def test_few_days_are_told_day_by_day(record: Record, words: str) -> None:
    """Without words as with them; what has no day is counted apart."""
    list(record.add_many(on(*days_after(MONDAY, 0, 0, 2), None)))
    found = record.histogram(words)
    one, two, three = days_after(MONDAY, 0, 1, 2)
    assert found.bins == (Bin(one, one, 2), Bin(two, two, 0), Bin(three, three, 1))
    assert (found.unit, found.undated, found.earlier, found.exact) == (Unit.DAY, 1, 0, True)


@pytest.mark.parametrize(
    ("span", "unit", "number"),
    [
        (119, Unit.DAY, 120),
        (120, Unit.WEEK, 19),
        (7 * 119, Unit.WEEK, 120),
        (7 * 119 + 1, Unit.MONTH, 28),
        (366 * 20, Unit.YEAR, 21),
        (366 * 130, Unit.DECADE, 14),
    ],
)
def test_bins_are_the_finest_that_fit(record: Record, span: int, unit: Unit, number: int) -> None:
    """They cover all days, one beginning where the one before ends."""
    list(record.add_many(on(*days_after(MONDAY, -span, 0))))
    found = record.histogram("Flut", Filters(begin=date(1500, 1, 1)))
    assert (found.unit, sum(each.count for each in found.bins)) == (unit, 2)
    begins = [each.begin for each in found.bins]
    assert begins == sorted(begins)
    assert [each.end + timedelta(days=1) for each in found.bins[:-1]] == begins[1:]
    assert found.bins[0].begin <= MONDAY - timedelta(days=span) <= found.bins[0].end
    assert len(begins) == number


def test_fewer_bins_are_coarser(record: Record) -> None:
    """As many as were asked for at most."""
    list(record.add_many(on(*days_after(MONDAY, 0, 9))))
    assert record.histogram("Flut", bins=10).unit is Unit.DAY
    found = record.histogram("Flut", bins=9)
    assert found.bins == (
        Bin(MONDAY, date(2026, 11, 22), 1),
        Bin(date(2026, 11, 23), date(2026, 11, 29), 1),
    )
    assert found.unit is Unit.WEEK
    with pytest.raises(ValueError, match="1 to 120 bins"):
        record.histogram("Flut", bins=121)


def test_a_stray_old_statement_does_not_press_the_others_together(record: Record) -> None:
    """It is told of beside the bins, unless its days are asked for."""
    list(record.add_many(on(date(1933, 5, 1), *([MONDAY] * 150))))
    found = record.histogram("Flut")
    assert (found.bins, found.earlier) == ((Bin(MONDAY, MONDAY, 150),), 1)
    assert record.histogram("", Filters(begin=date(1900, 1, 1))).earlier == 0


def test_only_what_is_found_is_counted(record: Record) -> None:
    """By words, filters and days; not what an older version said."""
    list(record.add_many(on(*days_after(MONDAY, 0, 1, 2))))
    list(record.add_many(on(*days_after(MONDAY, 1), words="Der Deich hält")))
    assert [each.count for each in record.histogram("Deich").bins] == [1]
    after = Filters(begin=MONDAY + timedelta(days=1))
    assert [each.count for each in record.histogram("", after).bins] == [2, 1]
    record.add(article("Leer.", url="https://x.example/Die Flut kommt/1"))
    assert [each.count for each in record.histogram("").bins] == [1, 1, 1]
    assert [each.count for each in record.histogram("Flut").bins] == [1, 0, 1]
    assert record.histogram("Sturm").bins == ()
    assert record.histogram("", Filters(language="en")).bins == ()
    with pytest.raises(QueryError):
        record.histogram("(Flut")


@pytest.mark.parametrize("speaker", [None, "Harms"])
def test_many_are_counted_in_the_index(
    record: Record, speaker: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where that is no estimate it gives what counting each one gives, and says so."""
    list(record.add_many(on(*days_after(MONDAY, 0, 0, 1, 3))))
    filters = Filters(types=frozenset({QuotationType.DIRECT}), speaker=speaker)
    each = record.histogram("Flut", filters)
    monkeypatch.setattr(_histogram, "_COUNTED", 2)
    found = record.histogram("Flut", filters)
    assert found.bins == each.bins
    sqlite = "://" not in record.name
    assert found.exact is (sqlite and speaker is None)


def test_old_versions_make_counts_of_the_index_an_estimate(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told by the share of old statements of each day."""
    list(record.add_many(on(*[MONDAY] * 10)))
    for number in range(5):
        record.add(article("Leer.", url=f"https://x.example/Die Flut kommt/{number}"))
    monkeypatch.setattr(_histogram, "_COUNTED", 2)
    found = record.histogram("Flut")
    assert (found.bins, found.exact) == ((Bin(MONDAY, MONDAY, 5),), False)


def test_facets_count_what_is_found(record: Record) -> None:
    """The most frequent first, people with their numbers."""
    list(record.add_many(on(*days_after(MONDAY, 0, 1, 2), act=Act.WARNS)))
    record.add(
        article(
            "Petersen said the flood was near.",
            said("the flood was near", person="Jan Petersen", type=QuotationType.INDIRECT),
            outlet="Coast Post",
            language="en",
        )
    )
    (harms,) = record.people("Harms")
    (petersen,) = record.people("Petersen")
    found = record.facets()
    assert (found.statements, found.more) == (4, False)
    assert found.outlets == (Counted("Deichblatt", 3), Counted("Coast Post", 1))
    assert found.types == (Counted("direct", 3), Counted("indirect", 1))
    assert found.acts == (Counted("warns", 3),)
    assert found.languages == (Counted("de", 3), Counted("en", 1))
    assert found.people == (
        Counted("Wiebke Harms", 3, harms.id),
        Counted("Jan Petersen", 1, petersen.id),
    )
    assert record.facets(limit=1).people == found.people[:1]
    assert record.facets("flood").outlets == (Counted("Coast Post", 1),)
    assert record.facets("", Filters(language="fr")).people == ()


def test_facets_say_that_there_are_more(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest are looked at."""
    from wortlaut.record import _facets  # noqa: PLC0415

    list(record.add_many(on(*days_after(MONDAY, 0, 1, 2))))
    monkeypatch.setattr(_facets, "LOOKED_AT", 2)
    found = record.facets("Flut")
    assert (found.statements, found.more, found.types) == (2, True, (Counted("direct", 2),))
