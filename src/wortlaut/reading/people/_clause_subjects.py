"""The subject of a clause, where the words that were given for a speaker cannot be it."""

from __future__ import annotations

from wortlaut.model import PersonKind, QuotationType, Statement
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._function_words import QUOTES
from wortlaut.reading.people._nouns import nouns_of
from wortlaut.reading.people._roles import DETERMINERS, adjective
from wortlaut.reading.people._unworded_speakers import UnwordedSpeakers

_SOMEBODY = frozenset({PersonKind.HUMAN, PersonKind.UNNAMED})
_PRONOUNS = frozenset("er sie he she".split())
_OBLIQUE = frozenset("den dem des ihm ihr ihn".split())
_TO_NAME = 4
"""Words from a verb to the name behind it: titles and an office."""


class ClauseSubjects(UnwordedSpeakers):
    """Finds subjects by the order of words and by case."""

    def behind_dative(self, statement: Statement, places: list[int]) -> list[int] | None:
        """*Der Opposition warf | Reihold | vor*: the name behind the verb is the subject."""
        words = self.text.words
        first = places[0]
        if self.text.language != "de" or first != self.text.sentence_begin(first):
            return None
        if not self._fronted_dative(places):
            return None
        cue = self.text.places(statement.cue)
        verb = next((p for p in cue if p == places[-1] + 1), None)
        if verb is None:
            return None
        for place in range(verb + 1, min(verb + 1 + _TO_NAME, self.text.sentence_end(verb))):
            name = self.cast.name_at.get(place)
            if name is not None and name.kind is NameKind.PERSON:
                return list(range(verb + 1, name.last))
            if not nouns_of(words[place], "de") and words[place].lower() not in DETERMINERS:
                return None
        return None

    def _fronted_dative(self, places: list[int]) -> bool:
        word = self.text.words[places[0]]
        if word in {"Den", "Dem"}:
            return True
        if word != "Der" or any(place in self.cast.name_at for place in places):
            return False
        readings = nouns_of(self.text.words[places[-1]], "de")
        return bool(readings) and readings[0].gender == "f" and len(places) <= 3

    def before_colon(self, statement: Statement, spoken: list[int]) -> list[int] | None:
        """*Terhorst nahm den Coach in Schutz: „…“*: who does what the colon ends."""
        quoted = self.quoted[statement.id]
        if statement.type is not QuotationType.DIRECT or not quoted:
            return None
        words = self.text.words
        colon = min(quoted) - (words[min(quoted)] != ":")
        while colon > 0 and words[colon] in QUOTES:
            colon -= 1
        if colon <= 0 or words[colon] != ":":
            return None
        around = self.around(colon)
        begin = self.text.sentence_begin(colon)
        while begin < colon and (words[begin] in QUOTES or (around and begin not in around)):
            begin += 1
        inside = [place for place in spoken if begin <= place < colon]
        oblique = bool(inside) and self._oblique(inside[0])
        nested = bool(around)
        if (inside and not oblique) or (not nested and any(p > colon for p in spoken)):
            return None
        return self._subject(begin, colon)

    def _oblique(self, place: int) -> bool:
        return self.text.words[place].lower() in _OBLIQUE or (
            place > 0 and self.text.words[place - 1].lower() in _OBLIQUE
        )

    def _subject(self, begin: int, end: int) -> list[int] | None:
        """The words of a single human with whom a clause begins, a verb behind them."""
        words = self.text.words
        if end - begin < 2 or words[begin].lower() in _OBLIQUE - {"ihr"}:
            return None
        if words[begin].lower() in _PRONOUNS:
            return [begin]
        for mention in self.discourse.within(begin, end):
            lead = words[begin : mention.first]
            if not all(
                w.lower() in DETERMINERS or adjective(w) or w[0].isupper() or w == "." for w in lead
            ):
                return None
            verb = mention.last < end and words[mention.last][0].islower()
            if mention.referent.kind in _SOMEBODY and not mention.oblique and verb:
                return list(range(begin, mention.last))
            if not nouns_of(words[mention.first], self.text.language):
                return None
        return None
