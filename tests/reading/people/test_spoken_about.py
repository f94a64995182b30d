"""Whom a quotation names: humans and bodies, by their fullest names, and no mere places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reading.people.marked_text import PLACES, article_of, names_in
from wortlaut.model import Article, PersonKind
from wortlaut.reading.people import resolve_people


def read(marked: str, language: str, **names: Sequence[str]) -> tuple[Article, list[list[str]]]:
    """The article, and for each statement the names of those whom it is about."""
    article = article_of(marked, language)
    answers = resolve_people(article, names_in(article.text, **names), PLACES)
    return article, [[mention.name for mention in answer.about] for answer in answers]


def about(marked: str, language: str = "de", **names: Sequence[str]) -> list[str]:
    """The names of those whom the only statement is about."""
    (only,) = read(marked, language, **names)[1]
    return only


def test_whoever_is_named_in_the_quoted_words_is_found() -> None:
    """Each once, in order of the text, by the fullest name and its first words in there."""
    article = article_of(
        "Bert Wolf und Anna Beck stritten. {s1 Carl Horn} {c1 sagte}: {q1 „Beck und die Nordbank "
        "haben Wolf belogen, und Wolf weiß, dass Beck lügt.“}",
        "de",
    )
    names = names_in(
        article.text,
        person=["Bert Wolf", "Anna Beck", "Carl Horn", "Wolf", "Beck"],
        organisation=["Nordbank"],
    )
    (answer,) = resolve_people(article, names, PLACES)
    assert [(each.name, each.kind) for each in answer.about] == [
        ("Anna Beck", PersonKind.HUMAN),
        ("Nordbank", PersonKind.BODY),
        ("Bert Wolf", PersonKind.HUMAN),
    ]
    begin = article.text.index("„")
    assert [each.span.begin for each in answer.about] == [
        article.text.index(word, begin) for word in ("Beck", "Nordbank", "Wolf")
    ]
    assert [each.span.of(article.text) for each in answer.about] == ["Beck", "Nordbank", "Wolf"]


def test_words_around_the_quotation_are_not_about_anybody() -> None:
    """Speaker, addressee and frame name people, but the quotation does not."""
    marked = "{s1 Carl Horn} {c1 sagte} {a1 Anna Beck} bei Bert Wolf, {q1 es sei spät}."
    assert about(marked, person=["Carl Horn", "Anna Beck", "Bert Wolf"]) == []


def test_the_speaker_is_not_spoken_about() -> None:
    """Also where he is led to by a pronoun, and speaks of himself by name."""
    marked = (
        "Carl Horn kam. {s1 Er} {c1 sagte}, {q1 ein Horn und eine Anna Beck gäben nicht auf}. "
        "{q2 „Horn bleibt Horn“}, {c2 sagte} {s2 Anna Beck}."
    )
    names = {"person": ["Carl Horn", "Anna Beck", "Horn"]}
    assert read(marked, "de", **names)[1] == [["Anna Beck"], ["Carl Horn"]]


def test_who_speaks_within_a_quotation_is_named_by_whoever_quotes_him() -> None:
    """The outer statement is about both, the inner one about the one whom it names."""
    marked = "{s1 Carl Horn} {c1 sagte}, {q1 {s2 Anna Beck} habe {c2 gesagt}, {q2 Bert Wolf lüge}}."
    names = {"person": ["Carl Horn", "Anna Beck", "Bert Wolf"]}
    assert read(marked, "de", **names)[1] == [["Anna Beck", "Bert Wolf"], ["Bert Wolf"]]


def test_a_genitive_names_too() -> None:
    """*Becks Pläne* are about Beck."""
    marked = "Anna Beck kam. {s1 Carl Horn} {c1 sagte}, {q1 Becks Pläne seien gut}."
    assert about(marked, person=["Anna Beck", "Carl Horn", "Beck"]) == ["Anna Beck"]


@pytest.mark.parametrize(
    "words",
    [
        "Norwegen müsse zahlen",
        "dass Norwegen die Grenze schließe",
        "es gebe Gespräche mit Norwegen",
        "man wolle Sanktionen gegen Norwegen",
        "heute habe Norwegen gezahlt",
    ],
)
def test_a_country_that_acts_is_a_body(words: str) -> None:
    """As the one who pays, closes a border or is talked to."""
    marked = f"{{s1 Carl Horn}} {{c1 sagte}}, {{q1 {words}}}."
    assert about(marked, person=["Carl Horn"], place=["Norwegen"]) == ["Norwegen"]


@pytest.mark.parametrize(
    "words",
    [
        "in Norwegen regne es",
        "er fliege nach Norwegen",
        "der Fisch komme aus Norwegen",
        "Norwegens Küste sei schön",
        "für Norwegen sei es kalt",
    ],
)
def test_a_country_in_which_something_is_is_none(words: str) -> None:
    """It is a place."""
    marked = f"{{s1 Carl Horn}} {{c1 sagte}}, {{q1 {words}}}."
    assert about(marked, person=["Carl Horn"], place=["Norwegen"]) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Oslo müsse zahlen", ["Oslo"]),
        ("dass Oslo die schönste Stadt sei", []),
        ("die Ukraine habe gezahlt", ["Ukraine"]),
        ("der Präsident der Ukraine komme", []),
        ("der Iran habe gezahlt", ["Iran"]),
        ("die Grenzen des Irans seien zu", []),
    ],
)
def test_capitals_and_articles_are_told_apart(words: str, found: list[str]) -> None:
    """A capital is a town too, and *der Ukraine* is another's."""
    marked = f"{{s1 Carl Horn}} {{c1 sagte}}, {{q1 {words}}}."
    places = ["Oslo", "Ukraine", "Iran"]
    assert about(marked, person=["Carl Horn"], place=places) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway must pay", ["Norway"]),
        ("the talks with Norway have failed", ["Norway"]),
        ("the United States should pay", ["United States"]),
        ("it rained in Norway", []),
        ("Norway’s coast is long", []),
        ("Norway policy is hard", []),
        ("people coming from Norway are tired", []),
        ("the fight with Norway fans is over", []),
    ],
)
def test_english_countries_act_before_a_verb_or_with_somebody(words: str, found: list[str]) -> None:
    """And are places or mere attributes elsewhere."""
    marked = f"{{s1 Carl Horn}} {{c1 said}} {{q1 {words}}}."
    places = ["Norway", "United States"]
    assert about(marked, "en", person=["Carl Horn"], place=places) == found


def test_a_government_is_named_with_its_country() -> None:
    """*die russische Regierung*; a bare one may be anybody's."""
    marked = "{s1 Carl Horn} {c1 sagte}, {q1 mit der norwegischen Regierung rede die Regierung}."
    assert about(marked, person=["Carl Horn"]) == ["norwegische Regierung"]


def test_peoples_works_and_towns_are_nobody() -> None:
    """*Democrats*, a title between quotation marks, a town."""
    marked = (
        "{s1 Carl Horn} {c1 said} {q1 the Democrats of Springfield watch “Anna Beck” and nothing "
        "else}."
    )
    names = {
        "person": ["Carl Horn", "Anna Beck"],
        "organisation": ["Democrats"],
        "place": ["Springfield"],
    }
    assert about(marked, "en", **names) == []


def test_whoever_the_tagger_is_not_sure_of_is_left_out() -> None:
    """A lone word without a title or an office that only it takes for a human."""
    marked = "{s1 Carl Horn} {c1 said} {q1 nine Finwhales and Mr Gray were seen}."
    found = about(marked, "en", person=["Carl Horn", "Finwhales", "Gray"])
    assert found == ["Gray"]


def test_a_first_name_left_over_is_not_the_other_one_of_the_surname() -> None:
    """*Karen | Beck*, of whom the tagger knows the surname alone, is not Anna Beck."""
    marked = "Anna Beck kam. {s1 Carl Horn} {c1 sagte}, {q1 auch Xenia-Marie Beck sei da}."
    article = article_of(marked, "de")
    names = [
        each
        for each in names_in(article.text, person=["Anna Beck", "Carl Horn", "Beck"])
        if each.span.of(article.text) != "Xenia-Marie"
    ]
    (answer,) = resolve_people(article, names, PLACES)
    assert [each.name for each in answer.about] != ["Anna Beck"]


def test_an_abbreviation_is_not_what_holds_it() -> None:
    """*SPD* in parentheses behind somebody's office is no short form of the office."""
    marked = (
        "Der NBP-Vorsitzende Bert Pohl und Brandheims Minister Emil Ast (NBP) kamen. "
        "{s1 Carl Horn} {c1 sagte}, {q1 die NBP irre sich}."
    )
    people = ["Bert Pohl", "Emil Ast", "Carl Horn"]
    assert about(marked, person=people, organisation=["NBP"]) == ["NBP"]
