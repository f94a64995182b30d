"""What a resolved person carries: mentions, role, addressee; and hard input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.people.marked_text import PLACES, article_of, names_in, resolved
from wortlaut.model import Article, Medium, QuotationType, Span, Statement
from wortlaut.reading.names import Name, NameKind
from wortlaut.reading.people import resolve_people


def test_every_mention_is_a_span_of_its_words() -> None:
    """Names, offices and resolved pronouns, in order, shared by all statements of a person."""
    marked = (
        "{s1 Ministerin Anna Beck} {c1 sagte}, {q1 es sei spät}. {s2 Sie} {c2 blieb dabei}, {q2 "
        "es sei spät}. {q3 „Zu spät“}, {c3 sagte} {s3 die Ministerin}."
    )
    article = article_of(marked, "de")
    answers = resolve_people(article, names_in(article.text, person=["Anna Beck"]), PLACES)
    for answer in answers:
        assert answer.person is not None
        words = [span.of(article.text) for span in answer.person.mentions]
        assert words == ["Anna Beck", "Sie", "Ministerin"]


def test_the_role_is_found_where_it_stands() -> None:
    """Its value is in the nominative, its span the words of the text."""
    marked = "Er traf den polnischen Außenminister Jan Wolf. {q1 „Gut“}, {c1 sagte} {s1 Wolf}."
    article = article_of(marked, "de")
    names = names_in(article.text, person=["Jan Wolf", "Wolf"])
    person = resolve_people(article, names, PLACES)[0].person
    assert person is not None
    assert person.role is not None
    assert person.role.value == "polnischer Außenminister"
    assert person.role.span.of(article.text) == "polnischen Außenminister"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Ann Beck, the Dutch foreign minister,", "Dutch foreign minister"),
        ("The Dutch prime minister, Ann Beck,", "Dutch prime minister"),
        ("Norway’s foreign minister, Ann Beck,", "Norway’s foreign minister"),
        ("Ann Beck, Norway’s deputy prime minister,", "Norway’s deputy prime minister"),
        ("Ann Beck, the deputy mayor,", "deputy mayor"),
        ("Dutch Foreign Minister Ann Beck", "Dutch Foreign Minister"),
        ("Ann Beck, a lawyer,", "lawyer"),
    ],
)
def test_an_english_role_is_whole(said: str, role: str) -> None:
    """With its land and what tells which minister it is, also in lower case."""
    (answer,) = resolved(f"{{s1 {said}}} {{c1 said}} {{q1 it rained}}.", "en", person=["Ann Beck"])
    assert answer.person is not None
    assert answer.person.role is not None
    assert answer.person.role.value == role


def test_a_form_of_address_is_no_role() -> None:
    """*Ms* tells a gender only."""
    (answer,) = resolved("{s1 Ms Beck} {c1 said} {q1 it rained}.", "en", person=["Beck"])
    assert answer.person is not None
    assert answer.person.role is None


def test_an_addressee_who_is_named_is_resolved() -> None:
    """By name, by office and by pronoun; a common crowd stays out."""
    marked = (
        "Ministerin Anna Beck kam. {s1 Jan Wolf} {c1 sagte} {a1 der Ministerin}, {q1 es regne}. "
        "{s2 Wolf} {c2 sagte} {a2 Reportern}, {q2 es regne immer noch}."
    )
    first, second = resolved(marked, person=["Anna Beck", "Jan Wolf", "Wolf"])
    assert first.addressee is not None
    assert first.addressee.name == "Anna Beck"
    assert second.addressee is None


def test_names_that_the_tagger_missed_are_found_by_their_office() -> None:
    """With no names from a tagger, offices and first names still lead to people."""
    marked = (
        "{s1 Innensenator Günther Probst} {c1 sagte}, {q1 es sei ruhig}. {q2 „Sehr ruhig“}, "
        "{c2 sagte} {s2 Probst}. {s3 Er} {c3 lobte}, {q3 alle hätten geholfen}."
    )
    assert [a.person and a.person.name for a in resolved(marked)] == ["Günther Probst"] * 3


def test_a_surname_that_the_tagger_takes_for_a_place_is_mended() -> None:
    """The full name elsewhere in the article outweighs a doubtful tag."""
    marked = "Senator Paul Wangen kam. {q1 „Ich bleibe“}, {c1 sagte} {s1 Wangen}."
    article = article_of(marked, "de")
    names = names_in(article.text, person=["Paul Wangen"])
    at = article.text.rindex("Wangen")
    names.append(Name(Span(at, at + 6), NameKind.PLACE, 0.5))
    person = resolve_people(article, names, PLACES)[0].person
    assert person is not None
    assert person.name == "Paul Wangen"


def test_titles_inside_a_tagged_name_are_cut_off() -> None:
    """*Kanzlerin Anna Beck* tagged whole is *Anna Beck*."""
    marked = "{s1 Kanzlerin Anna Beck} {c1 sagte}, {q1 es sei spät}."
    person = resolved(marked, person=["Kanzlerin Anna Beck"])[0].person
    assert person is not None
    assert person.name == "Anna Beck"
    assert person.role is not None
    assert person.role.value == "Kanzlerin"


def test_an_article_without_statements_has_no_people() -> None:
    """Nothing to resolve."""
    assert resolve_people(Article(text="Es regnet."), [], PLACES) == []


def test_a_pronoun_with_nobody_before_it_is_open() -> None:
    """*Er* as the first word of an article means nobody yet."""
    answer = resolved("{s1 Er} {c1 sagte}, {q1 es regne}.")[0]
    assert answer.person is None
    assert answer.reason


_PIECES = st.sampled_from(
    "Er sie Anna Beck der die Minister Ministerin , . „ “ ( ) und von Angaben laut sagte Moskau "
    "BBC 58 - Jährige ’s Sprecher des Polizei the who said President I \n\n é 😀".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=25), st.data())
@pytest.mark.parametrize("language", ["de", "en"])
def test_any_text_gets_an_answer_with_spans_inside_it(
    language: str, pieces: list[str], data: st.DataObject
) -> None:
    """Whatever the words and spans, there is one answer a statement and every span is inside."""
    text = " ".join(pieces) + " Ende"
    places = st.integers(0, len(text) - 1)
    statements = []
    for number in range(1, data.draw(st.integers(1, 3)) + 1):
        spans = []
        for _ in range(3):
            begin = data.draw(places)
            spans.append(Span(begin, data.draw(st.integers(begin + 1, len(text)))))
        statements.append(
            Statement(
                number, QuotationType.DIRECT, Medium.SPEECH, (spans[0],), 1.0,
                speaker=(spans[1],), cue=(spans[2],), nested_in=number - 1 or None,
            )
        )  # fmt: skip
    article = Article(text=text, language=language, statements=tuple(statements))
    names = names_in(text, person=["Anna Beck", "Beck"], organisation=["BBC"], place=["Moskau"])
    answers = resolve_people(article, names, PLACES)
    assert len(answers) == len(statements)
    for answer in answers:
        assert (answer.person is None) == (answer.reason is not None)
        for person in filter(None, (answer.person, answer.addressee)):
            assert all(span.end <= len(text) for span in person.mentions)
            assert person.name.strip() == person.name
