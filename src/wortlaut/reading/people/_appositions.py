"""Names beside nouns: the human who holds an office, the body that a noun classes."""

from __future__ import annotations

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._function_words import OF, QUOTES
from wortlaut.reading.people._joined_speakers import JoinedSpeakers
from wortlaut.reading.people._names import stem_of
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._roles import DETERMINERS

_CLASSES = frozenset(
    "agentur nachrichtenagentur presseagentur sender fernsehsender nachrichtensender zeitung "
    "tageszeitung zeitschrift magazin nachrichtenmagazin "
    "firma unternehmen konzern hersteller autohersteller softwarehersteller flugzeughersteller "
    "organisation partei fluggesellschaft airline gruppe "
    "betreiber netzbetreiber anbieter umweltschutzorganisation menschenrechtsorganisation "
    "hilfsorganisation blatt boulevardblatt portal "
    "internetportal versicherer energieversorger versorger kinderhilfswerk hilfswerk website "
    "webseite nachrichtenseite miliz band".split()
)
"""Nouns that say what sort of body a name is, and are no part of it."""

_PARTIES = frozenset({"Linken", "Grünen"})
"""Parties that are called by a plural which may also mean one of their members."""


class Appositions(JoinedSpeakers):
    """Speaker words in which a noun may have its name beside it."""

    def apposed_person(self, index: int) -> Phrase | None:
        """The human whose office the noun is, where the name stands in the span.

        A name right behind the noun or behind a comma goes before one behind a complement.
        """
        best: tuple[int, int] | None = None
        for at in range(index + 1, len(self.span)):
            name = self.cast.name_at.get(self.span[at])
            if name is None or name.first != self.span[at] or name.kind is not NameKind.PERSON:
                continue
            rank = self.apposition(index, at)
            if rank and (best is None or rank > best[0]):
                best = (rank, at)
        if best is None:
            return None
        at = best[1]
        name = self.cast.name_at[self.span[at]]
        several = self.several(at, self.index_after(at, name.last))
        if several and (best[0] >= 2):
            return several
        member = self.cast.of_name[name.first]
        return Phrase(
            PhraseKind.PERSON, name.first, name.last, member=member,
            determiner=self.determiner, name=member.name, person_kind=member.kind,
        )  # fmt: skip

    def apposition(self, index: int, at: int) -> int:  # noqa: PLR0911
        """How surely a name is the one whose office the noun is; 0 where it is not."""
        words = self.text.words
        name = self.cast.name_at[self.span[at]]
        if self.possessor(at, self.index_after(at, name.last)):
            return 0
        if at == index + 1:
            noun = nouns_of(words[self.span[index]], self.text.language)[0]
            genitive = stem_of(words[name.last - 1], self.text) != words[name.last - 1]
            if genitive and noun.plural and self.determiner == "die":
                return 0
            return 3
        before = at - 1
        offices = 0
        while before > index and self.before_a_name(self.span[before]):
            offices += words[self.span[before]] not in {".", "„", '"'}
            before -= 1
        if words[self.span[before]] in {",", "–", "-", "—"} or words[self.span[at - 1]] == ",":
            return 2
        if words[self.span[before]].lower() in OF and before > index:
            # *die Vorsitzende der Linken Gesine Lötzsch*: the party has no name behind it.
            return 3 if before == index + 1 and words[self.span[at - 1]] in _PARTIES else 0
        if before == index:
            return 3
        if offices:
            # *des zurückgetretenen Chefs Christian Streiff*: another's office.
            for other in range(before, max(index, before - 6), -1):
                word = words[self.span[other]].lower()
                if word in {",", "–"}:
                    break
                if word in {
                    "des",
                    "der",
                    "dem",
                    "den",
                    "eines",
                    "einer",
                    "seines",
                    "ihres",
                    "the",
                    "a",
                }:
                    return 0
        return 1

    def before_a_name(self, place: int) -> bool:
        """Titles, offices and marks, which may stand between a comma and a name."""
        word = self.text.words[place]
        if word in {".", "Dr", "Prof", "Herr", "Frau", "Herrn", "„", '"'}:
            return True
        readings = nouns_of(word, self.text.language)
        return bool(readings) and readings[0].kind is NounKind.HUMAN

    def apposed_name(self, index: int) -> Phrase | None:  # noqa: PLR0912
        """*die Nachrichtenagentur Kyodo*, *das Magazin „Spiegel“*: the body's proper name."""
        words = self.text.words
        at = index + 1
        # Proper attributes between: *die Umweltorganisation „Greenpeace“*.
        quoted = at < len(self.span) and words[self.span[at]] in QUOTES
        if quoted:
            while at + 1 < len(self.span) and words[self.span[at + 1]] in QUOTES:
                at += 1
            close = at + 1
            while close < len(self.span) and words[self.span[close]] not in QUOTES:
                close += 1
            if close > at + 1:
                first, last = self.span[at + 1], self.span[close - 1] + 1
                return self.body_name(first, last)
        if at < len(self.span):
            name = self.cast.name_at.get(self.span[at])
            ends = name is not None and (
                self.text.language == "de" or name.last == self.span[-1] + 1
            )
            if (
                name
                and ends
                and name.first == self.span[at]
                and name.kind in {NameKind.ORGANISATION, NameKind.OTHER}
            ):
                return self.body_name(name.first, name.last)
            unknown = self.proper(at)
            last = name.last if name else self.span[unknown - 1] + 1 if unknown > at else 0
            while last and last in self.span and self.goes_on(self.span.index(last)):
                last += 1
            noun = nouns_of(words[self.span[index]], self.text.language)[0]
            if last and noun.kind is NounKind.BODY and self.text.language == "de":
                if noun.base in _CLASSES:
                    longer = name is not None and last > name.last
                    return self.body_name(self.span[at], last, whole=longer)
                # *die Regierung Bush*, *das Landgericht Bremen*
                shown = f"{noun.lemma} {self.text.between(self.span[at], last)}"
                return Phrase(
                    PhraseKind.NAME, self.span[index], last, name=shown,
                    person_kind=PersonKind.BODY,
                )  # fmt: skip
        while at < len(self.span) and words[self.span[at]] != ",":
            at += 1
        at += 1
        while at < len(self.span) and (
            words[self.span[at]].lower() in DETERMINERS or words[self.span[at]] in QUOTES
        ):
            at += 1
        if at < len(self.span):
            name = self.cast.name_at.get(self.span[at])
            if name and name.first == self.span[at] and name.kind is NameKind.ORGANISATION:
                return self.body_name(name.first, name.last)
        return None
