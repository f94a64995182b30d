"""The words that tell a person's statements from others: what they speak about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from typing import Any

from sqlalchemy import Connection, Row, select

from wortlaut.record._changes import change_mark
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Window, current_places
from wortlaut.record._many import is_among
from wortlaut.record._schema import statement
from wortlaut.record._search_words import all_stems, stem, word_forms

_OF_THEM = 300
"""Their newest statements that are looked at."""
_OF_ALL = 600
"""The newest statements of a language that theirs are compared with."""
_LEAST = 3
"""Statements in which a word must stand."""
_SURE = 15.13
"""The log-likelihood ratio above which the difference is chance in one case of 10,000."""
_SHORTEST = 3
_SHOWN = 3
_MOST_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """A word that somebody uses more than others do."""

    word: str
    """In the form in which they use it most."""
    statements: int
    """How many of their newest three hundred have it, in any form."""
    weight: float
    """Dunning's log-likelihood ratio: how surely it is no chance that they say it so often."""
    newest: tuple[int, ...]
    """The numbers of the newest few of these statements."""


def topics(connection: Connection, identity: int, limit: int) -> tuple[Topic, ...]:
    """The words that tell a person's newest statements from the newest of the record.

    Statements are counted, not words: one that says a word twice has it once. Each language is
    compared with itself. The measure is the log-likelihood ratio of T. Dunning, *Accurate
    Methods for the Statistics of Surprise and Coincidence*, Computational Linguistics 19 (1),
    1993, in the form that P. Rayson and R. Garside gave it for corpora (2000).
    """
    theirs = _rows(connection, _of(connection, identity))
    by_language: dict[str | None, list[Row[Any]]] = defaultdict(list)
    for row in theirs:
        by_language[row.language].append(row)
    found = [
        topic
        for language, rows in by_language.items()
        if len(rows) >= _LEAST
        for topic in _telling(connection, identity, language, rows)
    ]
    return tuple(sorted(found, key=lambda topic: (-topic.weight, topic.word))[:limit])


def _of(connection: Connection, identity: int) -> list[int]:
    columns = statement.c
    return list(
        connection.execute(
            select(columns.place)
            .where(columns.identity_id == identity, columns.current)
            .order_by(columns.place.desc())
            .limit(_OF_THEM)
        ).scalars()
    )


def _rows(connection: Connection, places: Iterable[int]) -> list[Row[Any]]:
    columns = statement.c
    return list(
        connection.execute(
            select(columns.id, columns.place, columns.identity_id, columns.language, columns.quote)
            .where(is_among(connection, columns.place, list(places)))
            .order_by(columns.place.desc())
        )
    )


def _telling(
    connection: Connection, identity: int, language: str | None, theirs: list[Row[Any]]
) -> Iterable[Topic]:
    others = [roots for whose, roots in _newest(connection, language) if whose != identity]
    counts = Counter(root for roots in others for root in roots)
    having: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in theirs:
        for root in all_stems(row.quote, language):
            having[root].append(row)
    for root, rows in having.items():
        if len(rows) < _LEAST or len(root) < _SHORTEST or root.isdigit():
            continue
        weight = _log_likelihood(len(rows), len(theirs), counts[root], len(others))
        if weight < _SURE:
            continue
        word = _commonest(root, rows, language)
        # In German nobody speaks about what is written small: *beide*, *anders*.
        if language != "de" or word[:1].isupper():
            yield Topic(
                word,
                len(rows),
                round(weight, 2),
                tuple(row.id for row in rows[:_SHOWN]),
            )


def _newest(connection: Connection, language: str | None) -> _Spoken:
    """Who speaks in the newest statements of a language, and the stems of the words of each.

    Remembered as long as the record is unchanged, as it is the same for everybody.
    """
    asked = (str(connection.engine.url), change_mark(connection), language)
    found = _REMEMBERED.get(asked)
    if found is None:
        filters = Filters(language=language)
        window = Window(filters, *filters.places())
        places, _ = current_places(connection, None, window, _OF_ALL)
        found = [
            (row.identity_id, all_stems(row.quote, language)) for row in _rows(connection, places)
        ]
        if len(_REMEMBERED) >= _MOST_REMEMBERED:
            _REMEMBERED.clear()
        _REMEMBERED[asked] = found
    return found


_Spoken = list[tuple[int | None, tuple[str, ...]]]
_REMEMBERED: dict[tuple[str, str, str | None], _Spoken] = {}


def _commonest(root: str, rows: Iterable[Row[Any]], language: str | None) -> str:
    """The form that stands for a stem most often; of forms as frequent, the alphabet's first."""
    forms = Counter(
        word for row in rows for word in word_forms(row.quote) if stem(word, language) == root
    )
    return min(forms.items(), key=lambda item: (-item[1], item[0]))[0]


def _log_likelihood(here: int, of_here: int, there: int, of_there: int) -> float:
    """How surely a word is more frequent here than there; 0 where it is not."""
    if here * of_there <= there * of_here:
        return 0.0
    share = (here + there) / (of_here + of_there)
    return 2 * sum(
        count * log(count / (share * size))
        for count, size in ((here, of_here), (there, of_there))
        if count
    )
