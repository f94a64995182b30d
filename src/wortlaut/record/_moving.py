"""Where the words of a text stand in a later version of it.

Paragraphs are aligned first, which tells where words are to be expected; the same words
nearest to that place are then taken for them. White space between words does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate

from wortlaut.model import Located, Mention, Occasion, Person, Span, Statement, When

_NEAR = 200
"""Characters by which words other than the quotation's may stray within changed paragraphs."""


class Alignment:
    """Two versions of a text, paragraph against paragraph."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        old_lines = old.splitlines(keepends=True)
        new_lines = new.splitlines(keepends=True)
        self._starts = [0, *accumulate(map(len, old_lines))]
        new_starts = [0, *accumulate(map(len, new_lines))]
        # Whether a paragraph is the same in both, and by how much its place differs.
        self._shifts: list[tuple[bool, int]] = []
        matcher = SequenceMatcher(
            None,
            [line.rstrip() for line in old_lines],
            [line.rstrip() for line in new_lines],
            autojunk=False,
        )
        for tag, first, last, new_first, _ in matcher.get_opcodes():
            for line in range(first, last):
                if tag == "equal":
                    shift = new_starts[new_first + line - first] - self._starts[line]
                else:
                    shift = new_starts[new_first] - self._starts[first]
                self._shifts.append((tag == "equal", shift))

    def moved_quote(self, quote: tuple[Span, ...]) -> tuple[Span, ...] | None:
        """The same words in the new text, all pieces in their order; None where they are not."""
        moved: list[Span] = []
        for piece in quote:
            place = self._nearest(piece, piece.begin + self._shift(piece)[1])
            if place is None or (moved and place.begin < moved[-1].end):
                return None
            moved.append(place)
        return tuple(moved)

    def moved(self, statement: Statement) -> Statement | None:
        """The statement on the new text's words, or None where its quotation is gone.

        Other words that are gone leave the statement, and what was read off them.
        """
        quote = self.moved_quote(statement.quote)
        if quote is None:
            return None
        by = quote[0].begin - statement.quote[0].begin
        return replace(
            statement,
            quote=quote,
            speaker=self._words(statement.speaker, by),
            cue=self._words(statement.cue, by),
            frame=self._words(statement.frame, by),
            addressee=self._words(statement.addressee, by),
            in_reply_to=self._words(statement.in_reply_to, by),
            condition=self._words(statement.condition, by),
            damage=self._words(statement.damage, by),
            via=self._located(statement.via, by),
            person=self._person(statement.person, by),
            addressee_person=self._person(statement.addressee_person, by),
            about=self._mentions(statement.about, by),
            said_on=self._when(statement.said_on, by),
            occasion=self._occasion(statement.occasion, by),
        )

    def _shift(self, span: Span) -> tuple[bool, int]:
        line = bisect_right(self._starts, span.begin) - 1
        return self._shifts[min(line, len(self._shifts) - 1)]

    def _nearest(self, span: Span, expected: int) -> Span | None:
        words = span.of(self._old).split()
        if not words:
            return None
        pattern = r"\s+".join(map(re.escape, words))
        before = r"(?<!\w)" if words[0][0].isalnum() else ""
        after = r"(?!\w)" if words[-1][-1].isalnum() else ""
        found = re.finditer(before + pattern + after, self._new)
        best = min(found, key=lambda match: abs(match.start() - expected), default=None)
        return Span(*best.span()) if best else None

    def _word(self, span: Span, by: int) -> Span | None:
        """`by` is how far the quotation has moved: its frame has moved with it."""
        same, shift = self._shift(span)
        for expected in (span.begin + shift, span.begin + by):
            place = self._nearest(span, expected)
            if place is not None and abs(place.begin - expected) <= (0 if same else _NEAR):
                return place
        return None

    def _words(self, spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
        return tuple(sorted({place for span in spans if (place := self._word(span, by))}))

    def _located(self, located: Located | None, by: int) -> Located | None:
        place = located and self._word(located.span, by)
        return replace(located, span=place) if located and place else None

    def _person(self, person: Person | None, by: int) -> Person | None:
        """Who it was is no matter of words: a person's own knowledge stays."""
        return person and replace(
            person,
            role=self._located(person.role, by),
            mentions=self._words(person.mentions, by),
        )

    def _mentions(self, mentions: tuple[Mention, ...], by: int) -> tuple[Mention, ...]:
        placed = [(self._word(mention.span, by), mention) for mention in mentions]
        return tuple(replace(mention, span=place) for place, mention in placed if place)

    def _when(self, when: When | None, by: int) -> When | None:
        return when and replace(when, words=when.words and self._word(when.words, by))

    def _occasion(self, occasion: Occasion | None, by: int) -> Occasion | None:
        words = occasion and self._words(occasion.words, by)
        return replace(occasion, words=words) if occasion and words else None
