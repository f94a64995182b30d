"""What the indexes of words hold for an article and for a statement, on both databases.

A filter is a word too: `s_peskow` for a speaker's name, `t_direct` for a type. Whatever is
asked, in words and filters, is then one look into one index, which needs no second list to
be gone through, however few or many rows a filter leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.model import Article, QuotationType, Statement
from wortlaut.record._search_words import all_stems, fold, word_forms, words_and_stems

EVERYTHING = "_all"
"""A facet of every row, from which *NOT* takes away."""
_MOST_WORDS = 16_000
"""The words of a text that are indexed, from its beginning: PostgreSQL counts no further."""


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement's words in the index."""

    words: tuple[str, ...]
    """The quoted words, folded, in order: for exact wording and beginnings of words."""
    stems: tuple[str, ...]
    """Stems that differ from their folded word, each once."""
    context: tuple[str, ...]
    """Stems of the article's title and of the question it answers, each once."""
    facets: tuple[str, ...]
    """The filters that let it through."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article's words in the index: title and text."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    facets: tuple[str, ...]


def article_entry(article: Article, outlet: str | None) -> ArticleEntry:
    """The entry of an article's title and body."""
    language = article.language
    title = article.title or ""
    words, stems = words_and_stems(f"{title}\n{article.text}", language, _MOST_WORDS)
    return ArticleEntry(
        words,
        stems,
        (EVERYTHING, *_names("o", outlet), *_value("l", language)),
    )


def statement_entry(
    article: Article, statement: Statement, outlet: str | None, *, human: bool
) -> StatementEntry:
    """The entry of one statement."""
    language = article.language
    words, stems = words_and_stems(article.words(statement.quote), language, _MOST_WORDS)
    context = _stems_of_title(article.title or "", language)
    if statement.in_reply_to:
        question = all_stems(article.words(statement.in_reply_to), language)
        context = tuple(dict.fromkeys((*context, *question)))
    return StatementEntry(
        words, stems, context, tuple(_facets(article, statement, outlet, human=human))
    )


def _facets(
    article: Article, statement: Statement, outlet: str | None, *, human: bool
) -> Iterator[str]:
    yield EVERYTHING
    yield from _names("s", speaker_name(article, statement))
    yield from _names("a", addressee_name(article, statement))
    for mention in statement.about:
        yield from _names("m", mention.name)
    yield from _names("o", outlet)
    yield from _names("w", statement.via.value if statement.via else None)
    yield f"t_{statement.type.value}"
    yield from _value("l", article.language)
    if statement.act:
        yield from _value("d", statement.act.value)
    if statement.occasion:
        yield from _value("k", statement.occasion.kind.value)
    if statement.type is QuotationType.DIRECT or statement.mixed:
        yield "v_yes"
    if statement.negated:
        yield "n_yes"
    if statement.condition:
        yield "c_yes"
    if human:
        yield "h_yes"


def speaker_name(article: Article, statement: Statement) -> str:
    """Who spoke: the person's name, or the article's words where nobody was recognised."""
    return statement.person.name if statement.person else article.words(statement.speaker)


def addressee_name(article: Article, statement: Statement) -> str:
    """To whom it was said, likewise."""
    if statement.addressee_person:
        return statement.addressee_person.name
    return article.words(statement.addressee)


@lru_cache(maxsize=1 << 14)
def facet_words(letter: str, name: str) -> tuple[str, ...]:
    """The facets that a name leaves: one for each of its words."""
    return tuple(dict.fromkeys(f"{letter}_{fold(word)}" for word in word_forms(name)))


def _names(letter: str, name: str | None) -> tuple[str, ...]:
    return facet_words(letter, name) if name else ()


@lru_cache(maxsize=1 << 10)
def _value(letter: str, value: str | None) -> tuple[str, ...]:
    folded = "_".join(fold(word) for word in word_forms(value)) if value else ""
    return (f"{letter}_{folded}",) if folded else ()


@lru_cache(maxsize=64)
def _stems_of_title(title: str, language: str | None) -> tuple[str, ...]:
    """Remembered, as all statements of an article have the same title."""
    return all_stems(title, language)
