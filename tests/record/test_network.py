"""Who speaks to whom, and about whom."""

from __future__ import annotations

from datetime import date

import pytest

from tests.record.written_record import article, said
from wortlaut.model import Article, Mention, PersonKind, Span
from wortlaut.record import Network, Record, TieKind

DAY = date(2026, 5, 4)


def _sentence(speaker: str, to: str | None, about: str | None, day: date, number: int) -> Article:
    quote = f"„Nun zum {number}. Mal, {about or 'niemand'}!“"
    text = f"{speaker} sagte zu {to or 'allen'}: {quote}"
    mentions: tuple[Mention, ...] = ()
    if about:
        begin = text.index(about, text.index("„"))
        mentions = (Mention(about, PersonKind.HUMAN, Span(begin, begin + len(about))),)
    return article(
        text,
        said(quote, person=speaker, addressee=to, about=mentions, on=day),
        url=f"https://deichblatt.example/{speaker}/{day}/{number}",
        published=day,
    )


@pytest.fixture
def talk(record: Record) -> Record:
    """Three who speak to and about each other, on two days."""
    later = date(2026, 6, 1)
    for each in (
        _sentence("Wiebke Harms", "Jann Ottens", None, DAY, 1),
        _sentence("Wiebke Harms", "Jann Ottens", "Mara Lindqvist", DAY, 2),
        _sentence("Jann Ottens", "Wiebke Harms", None, DAY, 3),
        _sentence("Mara Lindqvist", None, "Mara Lindqvist", DAY, 4),
        _sentence("Mara Lindqvist", None, "Jann Ottens", later, 5),
        _sentence("Mara Lindqvist", None, "Niemand Sonst", later, 6),
    ):
        record.add(each)
    return record


def ties(found: Network) -> list[tuple[str, TieKind, str, int]]:
    """The ties by names."""
    name = {each.id: each.name for each in found.people}
    return [
        (name[each.source], each.kind, name[each.target], each.statements) for each in found.ties
    ]


def test_ties_are_told_by_whom_and_how_often(talk: Record) -> None:
    """The strongest first; nobody is tied to herself, or to a name that never speaks."""
    found = ties(talk.network())
    assert found[0] == ("Wiebke Harms", TieKind.TO, "Jann Ottens", 2)
    assert sorted(found[1:]) == [
        ("Jann Ottens", TieKind.TO, "Wiebke Harms", 1),
        ("Mara Lindqvist", TieKind.ABOUT, "Jann Ottens", 1),
        ("Wiebke Harms", TieKind.ABOUT, "Mara Lindqvist", 1),
    ]


def test_people_come_with_all_that_they_said(talk: Record) -> None:
    """Also with what was to and about nobody."""
    said = {each.name: each.statements for each in talk.network().people}
    assert said == {"Mara Lindqvist": 3, "Wiebke Harms": 2, "Jann Ottens": 1}


def test_only_the_days_that_are_asked_for_count(talk: Record) -> None:
    """Both of them included."""
    assert ties(talk.network(begin=date(2026, 5, 5))) == [
        ("Mara Lindqvist", TieKind.ABOUT, "Jann Ottens", 1)
    ]
    assert len(talk.network(begin=DAY, end=DAY).ties) == 3
    assert talk.network(end=date(2026, 5, 3)) == Network((), (), more=False)


def test_the_weaker_ties_are_left_out(talk: Record) -> None:
    """And that there are some is told."""
    found = talk.network(limit=1)
    assert ties(found) == [("Wiebke Harms", TieKind.TO, "Jann Ottens", 2)]
    assert found.more
    assert not talk.network().more


def test_older_versions_do_not_count(talk: Record) -> None:
    """What an article says no longer ties nobody."""
    changed = _sentence("Mara Lindqvist", None, "Jann Ottens", date(2026, 6, 1), 5)
    talk.add(article(changed.text + " Mehr nicht.", url=changed.url))
    assert all(source != "Mara Lindqvist" for source, *_ in ties(talk.network()))


def test_a_merge_makes_one_of_two(talk: Record) -> None:
    """Their ties are added up, and those between them are none."""
    talk.merge("Wiebke Harms", "Mara Lindqvist")
    name = talk.people("Wiebke Harms")[0].name
    assert ties(talk.network())[0] == (name, TieKind.TO, "Jann Ottens", 2)
    assert all(source != target for source, _, target, _ in ties(talk.network()))
