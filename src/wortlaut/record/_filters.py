"""Which statements are meant, beside the words that are searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut._exceptions import QueryError
from wortlaut.model import Act, OccasionKind, QuotationType
from wortlaut.record._index_entries import facet_words
from wortlaut.record._matching import fts5_expression, fts5_word, ts_query, ts_word
from wortlaut.record._query_language import Query
from wortlaut.record._schema import NUMBER_BITS
from wortlaut.record._search_words import fold, word_forms
from wortlaut.record._speakers import Named

_EVERY_PLACE = (0, (1 << 62) - 1)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a statement must be to be found; a field that is None or empty asks nothing.

    Names (`speaker`, `addressee`, `outlet`, `via`) are matched by all of their words, in any
    order, letter case and umlauts aside: *Peskow* finds *Dmitri Peskow*. A speaker is found by
    any spelling (*Selenskyj* finds *Zelensky*) and by the record's number, `#17`; so is who is
    mentioned.
    """

    speaker: str | None = None
    about: str | None = None
    """Words, in any inflected form, of the quotation, the question or the article's title."""
    mentions: str | None = None
    """Somebody, or a body, who is named within the quotation."""
    types: frozenset[QuotationType] = frozenset()
    acts: frozenset[Act] = frozenset()
    occasions: frozenset[OccasionKind] = frozenset()
    addressee: str | None = None
    outlet: str | None = None
    via: str | None = None
    language: str | None = None
    begin: date | None = None
    """The first day; a statement's day is the last on which it may have been said."""
    end: date | None = None
    """The last day, included. With either, what has no day is left out."""
    verbatim: bool = False
    """Only statements that hold words as they were said."""
    conditional: bool = False
    """Only statements with a condition."""
    negated: bool = False
    human: bool = False
    """Only statements that a person has corrected."""

    def places(self) -> tuple[int, int]:
        """The lowest and the highest place of the days that are meant."""
        low, high = _EVERY_PLACE
        if self.begin is not None:
            low = self.begin.toordinal() << NUMBER_BITS
        if self.end is not None:
            # What has no day stands before all others, and was not said by any day.
            low = max(low, 1 << NUMBER_BITS)
            high = ((self.end.toordinal() + 1) << NUMBER_BITS) - 1
        return low, high

    def fts5(self, query: Query | None, people: Sequence[Named] = ()) -> str | None:
        """The question to SQLite's index, in which one name of each of `people` must be.

        None where everything is meant.
        """
        parts = [] if query is None else [fts5_expression(query, self.language)]
        parts += [fts5_word(word, self.language, "words stems context") for word in self._about()]
        parts += [
            "facets : (" + " OR ".join(f'"{facet}"' for facet in group) + ")"
            for group in self._facets()
        ]
        for each in people:
            names = (" AND ".join(f'"{facet}"' for facet in name) for name in each.names)
            parts.append("facets : (" + " OR ".join(f"({name})" for name in names) + ")")
        return " AND ".join(parts) or None

    def tsquery(self, query: Query | None, people: Sequence[Named] = ()) -> str | None:
        """The same question to PostgreSQL's index."""
        parts = [] if query is None else [ts_query(query, self.language)]
        parts += [ts_word(word, self.language, ("", "~", "^")) for word in self._about()]
        parts += [
            "(" + " | ".join(f"'{facet}'" for facet in group) + ")" for group in self._facets()
        ]
        for each in people:
            names = (" & ".join(f"'{facet}'" for facet in name) for name in each.names)
            parts.append("(" + " | ".join(f"({name})" for name in names) + ")")
        return " & ".join(parts) or None

    def _about(self) -> list[str]:
        if self.about is None:
            return []
        words = word_forms(self.about)
        if not words:
            raise QueryError(self.about, 0, "no letter or figure to search for")
        return words

    def _facets(self) -> Iterator[tuple[str, ...]]:
        """Groups of facets: of each group, one must be there."""
        for letter, name in (
            ("a", self.addressee),
            ("o", self.outlet),
            ("w", self.via),
        ):
            if name is not None:
                yield from ((facet,) for facet in _words_of(letter, name))
        for letter, values in (("t", self.types), ("d", self.acts), ("k", self.occasions)):
            if values:
                yield tuple(f"{letter}_{value}" for value in sorted(values))
        if self.language is not None:
            yield (f"l_{fold(self.language)}",)
        for letter, wanted in (
            ("v", self.verbatim),
            ("c", self.conditional),
            ("n", self.negated),
            ("h", self.human),
        ):
            if wanted:
                yield (f"{letter}_yes",)


def _words_of(letter: str, name: str) -> tuple[str, ...]:
    facets = facet_words(letter, name)
    if not facets:
        raise QueryError(name, 0, "no letter or figure to search for")
    return facets
