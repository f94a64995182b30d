"""What the stages after the network make of an article, all together."""

from datetime import date

import pytest

from tests.reading.marked import marked
from wortlaut import Act, OccasionKind, PersonKind, Resolution, Span, WhenBasis
from wortlaut.model import Article
from wortlaut.reading import Reader
from wortlaut.reading._resolving import resolve_statements
from wortlaut.reading._word_lists import WordLists
from wortlaut.reading.names import Name, NameKind

LISTS = WordLists.load()
GERMAN = (
    "Bürgermeisterin [s:Anna Roth] [c:forderte] am Freitag in einem Interview mit dem Förde-Boten "
    "[a:den Bund] [c:auf], [q:die Brücke zu bezahlen, wenn das Geld reiche]. [s2:Sie] "
    "[c2:räumte ein], [q2:dass es dafür keinen Plan gebe]."
)
ENGLISH = (
    "[q:“We will not pay,”] Mayor [s:Ann Roth] [c:said] at a news conference on Friday. "
    "[s2:She] [c2:warned] [q2:that the bridge would close]."
)


def resolved(text: str, language: str, name: str) -> Article:
    """The marked article with everything that the stages find."""
    article = marked(text, language, date(2026, 11, 21))
    begin = article.text.index(name)
    names = [Name(Span(begin, begin + len(name)), NameKind.PERSON, 0.99)]
    return resolve_statements(article, names, LISTS)


def test_a_german_article_is_resolved() -> None:
    """Person, role, day, occasion, act, condition and negation."""
    article = resolved(GERMAN, "de", "Anna Roth")
    first, second = article.statements
    assert first.person is not None
    assert first.person.name == "Anna Roth"
    assert first.person.role is not None
    assert first.person.role.value == "Bürgermeisterin"
    assert first.said_on is not None
    assert first.said_on.begin == date(2026, 11, 20)
    assert first.occasion is not None
    assert first.occasion.kind is OccasionKind.INTERVIEW
    assert first.act is Act.DEMANDS
    assert article.words(first.condition) == "wenn das Geld reiche"
    assert second.person is not None
    assert (second.person.name, second.person.kind) == ("Anna Roth", PersonKind.HUMAN)
    assert second.person.resolved_by is Resolution.PRONOUN
    assert second.said_on is not None
    assert second.said_on.basis is WhenBasis.CARRIED
    assert second.act is Act.CONCEDES
    assert second.negated


def test_an_english_article_is_resolved() -> None:
    """By the same stages."""
    article = resolved(ENGLISH, "en", "Ann Roth")
    first, second = article.statements
    assert first.person is not None
    assert first.person.name == "Ann Roth"
    assert first.said_on is not None
    assert first.said_on.begin == date(2026, 11, 20)
    assert first.occasion is not None
    assert first.occasion.kind is OccasionKind.PRESS_CONFERENCE
    assert first.negated
    assert second.person is not None
    assert second.person.name == "Ann Roth"
    assert second.act is Act.WARNS


@pytest.mark.parametrize("language", ["fr", None])
def test_what_the_stages_do_not_know_stays_as_it_is(language: str | None) -> None:
    """They would find German words in French."""
    article = marked("[s:Elle] [c:dit] [q:que oui].", language or "")
    assert resolve_statements(article, [], LISTS) is article


def test_a_reader_may_stop_at_the_quotations() -> None:
    """For those who need no more, and to measure what the rest costs."""
    said = "„Wir bauen die Brücke im Frühjahr neu“, sagte Bürgermeisterin Anna Roth am Freitag."
    article = Article(text=said, language="de", published=date(2026, 11, 21))
    bare = Reader(resolve=False).read(article).statements
    full = Reader().read(article).statements
    assert [s.quote for s in bare] == [s.quote for s in full]
    assert [bare[0].person, bare[0].said_on, bare[0].act] == [None] * 3
    assert full[0].person is not None
    assert full[0].person.name == "Anna Roth"


def test_a_text_without_a_language_is_resolved_as_it_was_read() -> None:
    """The reader tells German from English itself; the article's field stays as it was."""
    said = "„Wir bauen die Brücke im Frühjahr neu“, sagte Bürgermeisterin Anna Roth."
    article = Reader().read(Article(text=said))
    assert article.language is None
    assert article.statements[0].person is not None
    assert article.statements[0].person.name == "Anna Roth"
