"""What is not known for sure is not given as sure."""

from __future__ import annotations

from tests.reading.people.marked_text import article_of, resolved
from wortlaut.model import PersonKind
from wortlaut.reading.names import Name, NameKind
from wortlaut.reading.people import resolve_people
from wortlaut.reading.places import Places


def test_unknown_nouns_are_doubtful() -> None:
    """*Das Getuschel*, which no list has, is not given as a sure body."""
    person = resolved("{s1 Das Getuschel} {c1 sagt}, {q1 er sei krank}.")[0].person
    assert person is not None
    assert person.confidence < 0.7


def test_manche_are_several() -> None:
    """*Manche* are a group, and so are *viele*."""
    marked = "{s1 Manche} {c1 sagen}, {q1 es sei zu spät}. {s2 Viele} {c2 sagen}, {q2 es gehe}."
    assert [a.person and a.person.kind for a in resolved(marked)] == [PersonKind.GROUP] * 2


def test_a_lone_name_that_the_tagger_doubts_is_doubtful() -> None:
    """*Zemu* alone may be a company; with an office, or surer, it is somebody's name."""
    article = article_of("{s1 Zemu} {c1 sagte}, {q1 man halte sich an Gesetze}.", "de")

    def confidence(tagged: float) -> float:
        name = Name(article.statements[0].speaker[0], NameKind.PERSON, tagged)
        person = resolve_people(article, [name], Places.load())[0].person
        assert person is not None
        return person.confidence

    assert confidence(0.83) < 0.8 < confidence(0.98)


def test_a_lone_capital_is_no_human() -> None:
    """*Budapest*, taken for a human by the tagger, is a place that speaks for its government."""
    person = resolved("{s1 Budapest} {c1 lehnte} {q1 den Plan} ab.", person=["Budapest"])[0].person
    assert person is not None
    assert (person.name, person.kind) == ("Budapest", PersonKind.BODY)


def test_this_newspaper_is_nobody() -> None:
    """*Sie sagte dieser Zeitung*: the article's own outlet is no addressee with a name."""
    marked = (
        "{s1 Anna Beck} {c1 sagte} {a1 dieser Zeitung}, {q1 sie bleibe}. {s2 Anna Beck} {c2 sagte} "
        "{a2 der Zeitung „Anzeiger“}, {q2 sie gehe}."
    )
    own, other = resolved(marked, person=["Anna Beck"])
    assert own.addressee is None
    assert other.addressee is not None
