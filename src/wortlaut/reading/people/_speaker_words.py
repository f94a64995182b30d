"""The words that name a speaker, with what the article knows of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._function_words import QUOTES, SPEECHLESS
from wortlaut.reading.people._names import is_title
from wortlaut.reading.people._nouns import NounKind, nouns_of, titles
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._roles import DETERMINERS, adjective, human_noun
from wortlaut.reading.people._text import Text

_CUT = frozenset({"(", "[", "–", "—", ";", ":"})


class SpeakerWords:
    """A span of words in which the head is looked for; an index counts within the span."""

    def __init__(self, text: Text, cast: Cast, span: Sequence[int], *, genitive: bool) -> None:
        self.text = text
        self.cast = cast
        self.genitive = genitive
        self.span = self.without_relative_clause(list(span))
        self.determiner = ""
        if self.span and text.words[self.span[0]].lower() in SPEECHLESS and len(self.span) > 1:
            self.span = self.span[1:]
        if self.span and text.words[self.span[0]].lower() in DETERMINERS:
            self.determiner = text.words[self.span[0]].lower()

    def without_relative_clause(self, span: list[int]) -> list[int]:
        """The span up to a comma that a relative pronoun follows."""
        words = self.text.words
        for index, place in enumerate(span[:-1]):
            if words[place] == "," and index:
                following = words[span[index + 1]].lower()
                after = words[span[index + 2]] if index + 2 < len(span) else ""
                if following in {"who", "which", "whose", "dessen", "deren", "where"}:
                    return span[:index]
                relative = following in {"der", "die", "das", "dem", "den", "denen"}
                if relative and not (after[:1].isupper() or adjective(after or "-")):
                    return span[:index]
                if len(span) == index + 2 and relative:
                    return span[:index]
        return span

    def next_head(self, start: int) -> int | None:
        for index in range(start, len(self.span)):
            place = self.span[index]
            word = self.text.words[place]
            if word == "(" and index > start:
                return None
            if self.cast.name_at.get(place):
                return index
            if nouns_of(word, self.text.language):
                return index
        return None

    def index_after(self, index: int, place: int) -> int:
        while index < len(self.span) and self.span[index] < place:
            index += 1
        return index

    def possessor(self, index: int, end: int) -> bool:
        """Whether a name is but the genitive before the head: *Merkels Sprecher*."""
        if end >= len(self.span):
            return False
        last = self.text.words[self.span[end - 1]]
        following = self.span[end]
        word = self.text.words[following]
        if not last.endswith(("s", "’", "'", "x", "z")):
            return self.text.language == "en" and self.attributive(index, end)
        readings = nouns_of(word, self.text.language)
        if last.endswith(("’s", "'s", "’", "'")):
            return self.next_head(end) is not None
        if not readings and adjective(word) and end + 1 < len(self.span):
            readings = nouns_of(self.text.words[self.span[end + 1]], self.text.language)
        return (bool(readings) and self.text.language == "de" and not self.determiner) or (
            bool(readings) and self.attributive(index, end)
        )

    def office_follows(self, index: int, end: int) -> bool:
        """*Virginia Gov. Terry Hale*, *Berlins Regierender Bürgermeister X*: the name is whose."""
        name = self.cast.name_at[self.span[index]]
        if name.kind is NameKind.PERSON:
            return False
        last = self.text.words[name.last - 1]
        offices = int(self.text.language == "en" and last.lower() in titles())
        for at in range(end, len(self.span)):
            place = self.span[at]
            held = self.cast.name_at.get(place)
            word = self.text.words[place]
            if held is not None:
                return offices > 0 and held.kind is NameKind.PERSON
            if is_title(self.text, place) or human_noun(self.text, place):
                offices += 1
            elif not (word == "." or adjective(word) or word[0].isupper()):
                return False
        return False

    def attributive(self, index: int, end: int) -> bool:
        """*the Trump campaign*, *Clinton aides*, *FBI officials*: a name before an English noun."""
        if self.text.language != "en":
            return False
        at = end
        while at < len(self.span) and adjective(self.text.words[self.span[at]]):
            if nouns_of(self.text.words[self.span[at]], "en"):
                break
            at += 1
        if at >= len(self.span) or at > end + 2:
            return False
        return bool(nouns_of(self.text.words[self.span[at]], "en"))

    def goes_on(self, at: int) -> bool:
        """Whether a capitalised word right behind a name is the rest of it."""
        word = self.text.words[self.span[at]]
        readings = nouns_of(word, "de")
        human = bool(readings) and readings[0].kind in {NounKind.HUMAN, NounKind.SOURCE}
        named = self.cast.name_at.get(self.span[at])
        return (
            word[0].isupper() and not human and (named is None or named.kind is not NameKind.PERSON)
        )

    def proper(self, at: int) -> int:
        """The index after the capitalised words of no list that begin here."""
        end = at
        while end < len(self.span) and not self.cast.name_at.get(self.span[end]):
            word = self.text.words[self.span[end]]
            proper = (word[0].isupper() and not nouns_of(word, self.text.language)) or (
                end == at and word[0].isdigit() is False and bool(re.search(r"\d", word))
            )
            foreign = (
                end > at
                and word in {"for", "of", "and", "the", "de", "des"}
                and end + 1 < len(self.span)
                and self.text.words[self.span[end + 1]][0].isupper()
                and not nouns_of(self.text.words[self.span[end + 1]], self.text.language)
            )
            if word in {"Der", "Die", "Das", "The"} and end == at and end + 1 < len(self.span):
                foreign = self.text.words[self.span[end + 1]][0].isupper() and end > 0
            if not foreign and (not proper or word.lower() in DETERMINERS):
                break
            end += 1
        return end

    def compound(self) -> bool:
        """*eine „Reuters“-Reporterin*: the quoted word is but the first part of a noun."""
        return any(
            self.text.words[self.span[at]] in QUOTES and self.text.words[self.span[at + 1]] == "-"
            for at in range(len(self.span) - 1)
        )

    def governed(self, index: int) -> bool:
        """*die in Ulm erscheinende „Presse“*: a name or noun that a preposition governs."""
        if not index or self.text.language == "en":
            return False
        before = self.text.words[self.span[index - 1]].lower()
        return before in {"in", "im", "aus", "bei", "von", "vom", "mit", "innerhalb"}

    def sentence_start(self) -> bool:
        return self.span[0] == self.text.sentence_begin(self.span[0])

    def noun_phrase(self, index: int) -> list[int]:
        """The noun with what belongs to it: up to a comma, a parenthesis or a clause."""
        words = self.text.words
        end = index + 1
        while end < len(self.span) and words[self.span[end]] not in _CUT | {","}:
            if self.text.language == "en" and words[self.span[end]] in {"who", "that", "which"}:
                break
            end += 1
        return self.span[:end]

    def body_name(self, first: int, last: int, *, whole: bool = False) -> Phrase:
        member = self.cast.member_at(first)
        name = self.cast.name_at.get(first)
        if (
            whole
            or (name and name.last != last)
            or (member is not None and member.kind is PersonKind.HUMAN)
        ):
            member = None
        shown = self.text.between(first, last)
        return Phrase(
            PhraseKind.NAME, first, last, member=member,
            name=member.name if member else shown, person_kind=PersonKind.BODY,
        )  # fmt: skip
