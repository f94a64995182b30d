"""How the words of a lexicon are found among the words of a cue or of a sentence.

Words come as a list in the order of the text, with `GAP` where spans or joined clauses part and
`COMMA` where a mark parts clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wortlaut.model import Act

GAP = ""
COMMA = ","
NOT = "\N{NOT SIGN}"
"""Stands among the words that an entry needs for whatever negates."""
NEGATING = frozenset(
    "nicht nie niemals nichts kein keine keinen keinem keiner keines keinerlei weder keinesfalls "
    "keineswegs mitnichten niemand not never no nothing neither nor cannot nobody none".split()
)
NOT_ONLY = frozenset("nur bloß allein weiter näher als zuletzt only just merely".split())
"""After these *nicht* and *not* do not negate the clause: *nicht nur*, *nicht zuletzt*."""
_ENDINGS = ("en", "em", "er", "es", "e")
_SHORTEST_NOUN = 5
_LONGEST_NOUN = 80
_FARTHEST_PARTICLE = 80
_AFTER_PARTICLE = frozenset(
    "und oder aber sowie als wie dass ob um von gegen für mit bei in im auf nach wenn weil "
    "gegenüber seit vor wegen am damit sollte falls".split()
)

_OF_WHAT = (["zu", "den"], ["zu", "diesen"], ["zu", "solchen"])


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in which words show an entry of the lexicon."""

    act: Act
    needs: frozenset[str] = frozenset()
    """Further words, case-folded, that must be there."""
    particle: str = ""
    """A separated prefix, which must end the clause: *kündigte ... an*."""
    verb: bool = False
    weak: bool = False
    """Tells something only where no other word does."""

    @property
    def rank(self) -> tuple[bool, int, bool, bool]:
        """What goes first: more words, then an act that tells more, then verbs.

        Two words that are no verb and tell nothing special (*der Ansicht*) weigh as one.
        """
        tells = self.act is not Act.ASSERTS
        size = len(self.needs) + bool(self.particle)
        return not self.weak, size if tells or self.verb or size > 1 else 0, tells, self.verb


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language."""

    words: Mapping[str, tuple[Entry, ...]]
    """Entries by a form of theirs, case-folded."""
    nouns: Mapping[str, tuple[Entry, ...]]
    """German nouns, which have a capital and end compounds; English ones are in `words`."""
    negated: Mapping[Act, Act]
    """What is told by a negated cue."""

    def tell(self, words: Sequence[str], verbs_only: bool = False) -> Entry | None:
        """The entry that the words of a cue show best; None where they show none."""
        folded = folded_words(words)
        best: Entry | None = None
        for index, word in enumerate(words):
            for entry in self._entries(word):
                if (
                    (best is None or entry.rank > best.rank)
                    and (entry.verb or not verbs_only)
                    and _is_shown(entry, words, index, folded)
                ):
                    best = entry
        return best

    def first_verb(self, words: Sequence[str]) -> tuple[int, Entry] | None:
        """The first verb of a sentence, with its index among the words.

        A verb that tells more goes before those that only tell that something was said, as long
        as no comma stands between them.
        """
        folded = folded_words(words)
        first: tuple[int, Entry] | None = None
        for index, word in enumerate(words):
            if word == COMMA and first:
                break
            if index and word[:1].isupper():
                continue
            shown = [
                entry
                for entry in self.words.get(word.casefold(), ())
                if entry.verb and _is_shown(entry, words, index, folded)
            ]
            if shown:
                best = max(shown, key=lambda entry: entry.rank)
                if best.act is not Act.ASSERTS:
                    return index, best
                first = first or (index, best)
        return first

    def prefixed(self, words: Sequence[str]) -> Entry | None:
        """The entry of the first word as a verb whose prefix follows; None where none does."""
        if not words:
            return None
        folded = folded_words(words)
        shown = [
            entry
            for entry in self.words.get(words[0].casefold(), ())
            if entry.particle and _is_shown(entry, words, 0, folded)
        ]
        return max(shown, key=lambda entry: entry.rank, default=None)

    def first_noun(self, words: Sequence[str]) -> Entry | None:
        """The entry of the first noun among the words that tells an act."""
        for word in words:
            if word[:1].isupper():
                for entry in self._noun(word.casefold()):
                    return entry
        return None

    def _entries(self, word: str) -> tuple[Entry, ...]:
        """What a word may belong to, whatever else is there."""
        folded = word.casefold()
        found = self.words.get(folded, ()) or self._inflected(folded)
        if self.nouns and word[:1].isupper():
            return found + self._noun(folded)
        return found

    def _inflected(self, folded: str) -> tuple[Entry, ...]:
        """Participles as adjectives: *die geäußerte Hoffnung*."""
        for ending in _ENDINGS:
            if folded.endswith(ending) and folded[-len(ending) - 1 : -len(ending)] in "dnt":
                found = self.words.get(folded.removesuffix(ending), ())
                if found:
                    return tuple(entry for entry in found if entry.verb)
        return ()

    def _noun(self, folded: str) -> tuple[Entry, ...]:
        found = self.nouns.get(folded)
        if found is not None:
            return found
        for index in range(3, min(len(folded), _LONGEST_NOUN) - _SHORTEST_NOUN + 1):
            found = self.nouns.get(folded[index:].lstrip("-"))
            if found is not None:
                return found
        return ()


def folded_words(words: Sequence[str]) -> frozenset[str]:
    """The words, case-folded; with `NOT` where one of them negates."""
    folded = {word.casefold() for word in words}
    if any(True for _ in negating(words)):
        folded.add(NOT)
    return frozenset(folded)


def negating(words: Sequence[str]) -> Iterator[str]:
    """The words that negate what they stand in."""
    for index, word in enumerate(words):
        if word.casefold() in NEGATING or word.endswith(("n't", "n’t")):
            after = words[index + 1].casefold() if index + 1 < len(words) else GAP
            if after not in NOT_ONLY:
                yield word


def _is_other_word(entry: Entry, words: Sequence[str], index: int) -> bool:
    """*seit einigen Jahren* holds no verb; *heißt es zu den Vorwürfen* tells of what it speaks."""
    if entry.verb:
        after = words[index + 1] if index + 1 < len(words) else GAP
        return words[index] == "einigen" and after[:1].isupper()
    topic = [word.casefold() for word in words[max(0, index - 2) : index]]
    return topic in _OF_WHAT and words[index][:1].isupper()


def _is_shown(entry: Entry, words: Sequence[str], index: int, folded: frozenset[str]) -> bool:
    """Whether all that an entry needs beside the word at `index` is there."""
    if _is_other_word(entry, words, index):
        return False
    if not entry.needs <= folded:
        return False
    if not entry.particle:
        return True
    if entry.particle not in folded:
        return False
    for place in range(index + 1, min(len(words), index + _FARTHEST_PARTICLE)):
        if words[place].casefold() == entry.particle:
            after = words[place + 1].casefold() if place + 1 < len(words) else GAP
            if after in {GAP, COMMA} or after in _AFTER_PARTICLE:
                return True
    return False
