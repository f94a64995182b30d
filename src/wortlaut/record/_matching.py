"""A query in the language of each database's index, and against a text.

The three must agree: what the index finds, the text shows highlighted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from wortlaut.model import Span, merged
from wortlaut.record._index_entries import EVERYTHING
from wortlaut.record._query_language import (
    All,
    AnyOf,
    Beginning,
    Phrase,
    Query,
    Without,
    Word,
    terms,
)
from wortlaut.record._search_words import Forms, fold, initial, may_begin, placed_words, stems


@lru_cache(maxsize=256)
def word_in_forms(word: str, language: str | None) -> Forms:
    """The forms of a word that is asked for, in one language or in any."""
    return Forms(word, language)


def fts5_expression(query: Query, language: str | None) -> str:
    """`query` in the form that SQLite's FTS5 reads; words of one language or of any."""
    if isinstance(query, Word):
        return fts5_word(query.word, language, "words stems")
    if isinstance(query, Beginning):
        return f'words : "{query.letters}" *'
    if isinstance(query, Phrase):
        return f'words : "{" ".join(query.words)}"'
    if isinstance(query, Without):
        return f'("{EVERYTHING}" NOT {fts5_expression(query.part, language)})'
    joint = " AND " if isinstance(query, All) else " OR "
    return "(" + joint.join(fts5_expression(part, language) for part in query.parts) + ")"


def fts5_word(word: str, language: str | None, columns: str) -> str:
    """A word in any form, in some columns of the index."""
    forms = " OR ".join(f'"{root}"' for root in stems(word, language))
    return f"{{{columns}}} : ({forms})"


def ts_query(query: Query, language: str | None) -> str:
    """`query` in the form of PostgreSQL's `tsquery`."""
    if isinstance(query, Word):
        return ts_word(query.word, language, ("", "~"))
    if isinstance(query, Beginning):
        return f"'{query.letters}':*"
    if isinstance(query, Phrase):
        return "(" + " <-> ".join(f"'{word}'" for word in query.words) + ")"
    if isinstance(query, Without):
        return f"('{EVERYTHING}' & !{ts_query(query.part, language)})"
    joint = " & " if isinstance(query, All) else " | "
    return "(" + joint.join(ts_query(part, language) for part in query.parts) + ")"


def ts_word(word: str, language: str | None, signs: Sequence[str]) -> str:
    """A word in any form, in the lists of lexemes that begin with these signs."""
    forms = " | ".join(f"'{sign}{root}'" for root in stems(word, language) for sign in signs)
    return f"({forms})"


def highlights(
    query: Query | None, text: str, language: str | None, *, asked_in: str | None = None
) -> tuple[Span, ...]:
    """The places in `text` of what was searched for, in code points of `text`.

    `language` is that of the text, `asked_in` the one that was asked for, if any was.
    """
    placed = placed_words(text)
    words = [word for _, _, word in placed]
    return merged(
        Span(placed[first][0], placed[last][1])
        for term in terms(query)
        for first, last, _ in occurrences(term, words, language, asked_in=asked_in)
    )


def matches(
    query: Query, words: Sequence[str], language: str | None, *, asked_in: str | None
) -> bool:
    """Whether the words of a text answer `query`, as the index would say."""
    if isinstance(query, All):
        return all(matches(part, words, language, asked_in=asked_in) for part in query.parts)
    if isinstance(query, AnyOf):
        return any(matches(part, words, language, asked_in=asked_in) for part in query.parts)
    if isinstance(query, Without):
        return not matches(query.part, words, language, asked_in=asked_in)
    return any(True for _ in occurrences(query, words, language, asked_in=asked_in))


def may_match(query: Query, text: str) -> bool:
    """Whether `text` has what looks like the beginnings that `query` cannot do without."""
    if isinstance(query, All):
        return all(may_match(part, text) for part in query.parts)
    return not isinstance(query, Beginning) or may_begin(text, query.letters)


def without_beginnings(query: Query | None) -> Query | None:
    """A query that finds all that `query` does, and asks for no beginnings of words."""
    if isinstance(query, All):
        parts = [part for part in map(without_beginnings, query.parts) if part is not None]
        return All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
    if isinstance(query, AnyOf | Without | Beginning):
        return None if has_beginning(query) else query
    return query


def has_beginning(query: Query | None) -> bool:
    """Whether the beginning of a word is asked for somewhere."""
    if isinstance(query, All | AnyOf):
        return any(map(has_beginning, query.parts))
    if isinstance(query, Without):
        return has_beginning(query.part)
    return isinstance(query, Beginning)


def occurrences(
    term: Word | Beginning | Phrase,
    words: Sequence[str],
    language: str | None,
    *,
    asked_in: str | None,
) -> Iterator[tuple[int, int, bool]]:
    """Where a term stands among the words of a text: its first, its last, whether exactly."""
    if isinstance(term, Word):
        forms = word_in_forms(term.word, asked_in)
        for index, word in enumerate(words):
            weight = forms.weight(word, language)
            if weight:
                yield index, index, weight > 1
    elif isinstance(term, Beginning):
        for index, word in enumerate(words):
            if initial(word) == term.letters[0] and fold(word).startswith(term.letters):
                yield index, index, False
    else:
        yield from _phrases(term.words, words)


def _phrases(phrase: tuple[str, ...], words: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    for begin in range(len(words) - len(phrase) + 1):
        # Most words differ in their first letter, which is quicker told than all of them.
        if initial(words[begin]) == phrase[0][0] and all(
            fold(words[begin + index]) == wanted for index, wanted in enumerate(phrase)
        ):
            yield begin, begin + len(phrase) - 1, True
