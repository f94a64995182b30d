"""The words that tell an act, and how they are found among the words of a cue."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from wortlaut._exceptions import LexiconError
from wortlaut.model import Act
from wortlaut.reading.acts._english_verbs import english_forms
from wortlaut.reading.acts._german_verbs import conjugate

LANGUAGES = ("german", "english")
NOT = "\N{NOT SIGN}"
"""Stands among the words of a cue for whatever negates it."""
NEGATING = frozenset(
    "nicht nie niemals nichts kein keine keinen keinem keiner keines keinerlei weder keinesfalls "
    "keineswegs mitnichten niemand not never no nothing neither nor cannot nobody none".split()
)
_FILES = tuple(Path(__file__).with_name(f"{language}.toml") for language in LANGUAGES)
_KINDS = ("verbs", "nouns", "phrases", "weak_verbs")
_OF_LANGUAGE = ("irregular_verbs", "negated", *(str(act) for act in Act))
_ENDINGS = ("en", "em", "er", "es", "e")
_SHORTEST_NOUN = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in which a cue shows an entry of the lexicon."""

    act: Act
    needs: frozenset[str]
    """Further words, case-folded, that the cue must have."""
    verb: bool
    weak: bool = False

    @property
    def rank(self) -> tuple[bool, int, bool, bool]:
        """What goes first: more words, then an act that tells more, then verbs.

        Two words that are no verb and tell nothing special (*der Ansicht*) weigh as one.
        """
        tells = self.act is not Act.ASSERTS
        size = len(self.needs)
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

    def entries(self, word: str) -> tuple[Entry, ...]:
        """What a word of a cue may belong to, whatever else the cue has."""
        folded = word.casefold()
        found = self.words.get(folded, ())
        if not found:
            found = self._inflected(folded)
        if word[:1].isupper() and self.nouns:
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
        for index in range(3, len(folded) - _SHORTEST_NOUN + 1):
            found = self.nouns.get(folded[index:].lstrip("-"))
            if found is not None:
                return found
        return ()

    def tell(self, words: Sequence[str], verbs_only: bool = False) -> Entry | None:
        """The entry that the words of a cue show best; None where they show none."""
        folded = folded_words(words)
        best: Entry | None = None
        for word in words:
            for entry in self.entries(word):
                if (
                    (best is None or entry.rank > best.rank)
                    and entry.needs <= folded
                    and (entry.verb or not verbs_only)
                ):
                    best = entry
        return best

    def first_verb(self, words: Sequence[str]) -> tuple[int, Entry] | None:
        """The first verb of a sentence that tells more than that something is said.

        Gives the word's index and its entry; where no verb tells more, the first one.
        """
        folded = folded_words(words)
        first: tuple[int, Entry] | None = None
        for index, word in enumerate(words):
            shown = [
                entry
                for entry in self.words.get(word.casefold(), ())
                if entry.verb and entry.needs <= folded
            ]
            if shown:
                best = max(shown, key=lambda entry: entry.rank)
                if best.act is not Act.ASSERTS:
                    return index, best
                first = first or (index, best)
        return first

    def first_noun(self, words: Sequence[str]) -> Entry | None:
        """The entry of the first noun among the words that tells an act."""
        for word in words:
            if word[:1].isupper():
                for entry in self._noun(word.casefold()):
                    return entry
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What cue words tell, German and English."""

    german: Vocabulary
    english: Vocabulary

    @classmethod
    def load(cls, extra: Path | None = None) -> Lexicon:
        """The package's words, and those of a file of the user's, which go first.

        Raises `LexiconError`, which names the file and the entry, where a file cannot be read
        or an entry is wrong.
        """
        if extra is None:
            return _shipped()
        return _build([*_FILES, extra])

    def of(self, language: str | None) -> Vocabulary:
        """The words of a language (ISO 639-1); German where it is another."""
        return self.english if language == "en" else self.german


def folded_words(words: Sequence[str]) -> frozenset[str]:
    """The words, case-folded; with `NOT` where one of them negates."""
    folded = {word.casefold() for word in words}
    if not NEGATING.isdisjoint(folded) or any(w.endswith(("n't", "n’t")) for w in folded):
        folded.add(NOT)
    return frozenset(folded)


@lru_cache(maxsize=1)
def shipped_irregular_verbs() -> Mapping[str, str]:
    """The principal parts of German irregular verbs that the package brings."""
    path = _FILES[0]
    return _irregular(path, "german", _read(path)["german"])


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return _build(_FILES)


def _build(paths: Sequence[Path]) -> Lexicon:
    contents = [(path, _read(path)) for path in paths]
    built = {}
    for language in LANGUAGES:
        words: dict[str, list[Entry]] = {}
        nouns: dict[str, list[Entry]] = {}
        negated: dict[Act, Act] = {}
        irregular: dict[str, str] = {}
        # The last file first, as of two entries alike the first is taken.
        for path, content in reversed(contents):
            table = _table(path, language, content.get(language, {}))
            _no_others(path, language, table, _OF_LANGUAGE)
            for act, other in _table(path, language, table.get("negated", {})).items():
                negated.setdefault(_act(path, language, act), _act(path, language, other))
            for verb, parts in _irregular(path, language, table).items():
                irregular.setdefault(verb, parts)
        for path, content in reversed(contents):
            for form, entry, noun in _forms(path, language, content.get(language, {}), irregular):
                (nouns if noun else words).setdefault(form, []).append(entry)
        built[language] = Vocabulary(
            {form: tuple(dict.fromkeys(entries)) for form, entries in words.items()},
            {form: tuple(dict.fromkeys(entries)) for form, entries in nouns.items()},
            negated,
        )
    return Lexicon(**built)


def _forms(
    path: Path, language: str, table: Mapping[str, Any], irregular: Mapping[str, str]
) -> Iterator[tuple[str, Entry, bool]]:
    """Every form that shows an entry: the form, the entry, and whether it is a German noun."""
    german = language == "german"
    for act in Act:
        where = f"{language}.{act}"
        kinds = _table(path, where, table.get(act, {}))
        _no_others(path, where, kinds, _KINDS)
        for kind in ("verbs", "weak_verbs"):
            weak = kind == "weak_verbs"
            for text in _texts(path, where, kinds, kind):
                shown = _german_verb(path, where, text, irregular) if german else ()
                for form, needs in shown or _english_verb(path, where, text, irregular):
                    yield form, Entry(act, needs, verb=True, weak=weak), False
        for text in _texts(path, where, kinds, "nouns"):
            for form in _noun_forms(text, german):
                yield form, Entry(act, frozenset(), verb=False), german
        for text in _texts(path, where, kinds, "phrases"):
            first, *others = (_needed(word) for word in text.split())
            yield first, Entry(act, frozenset(others), verb=False), False


def _german_verb(
    path: Path, where: str, text: str, irregular: Mapping[str, str]
) -> list[tuple[str, frozenset[str]]]:
    """The forms that show a verb, each with the further words that it needs."""
    *others, infinitive = text.split()
    if not infinitive.endswith("n") or infinitive.startswith("|"):
        raise _wrong(path, where, f"verb {text!r} does not end in an infinitive")
    verb = conjugate(infinitive, irregular)
    needs = frozenset(_needed(word) for word in others)
    shown = [(form, needs) for form in verb.joined]
    if verb.particle:
        shown += [(form, needs | {verb.particle}) for form in verb.finite]
    return shown


def _english_verb(
    path: Path, where: str, text: str, irregular: Mapping[str, str]
) -> list[tuple[str, frozenset[str]]]:
    *negation, verb = (words := text.casefold().split())[: 2 if words[0] == "not" else 1]
    if verb == "not":
        raise _wrong(path, where, f"{text!r} has no verb")
    needs = frozenset(_needed(word) for word in (*negation, *words[len(negation) + 1 :]))
    return [(form, needs) for form in english_forms(verb, irregular)]


def _needed(word: str) -> str:
    folded = word.casefold()
    return NOT if folded in NEGATING else folded


def _noun_forms(text: str, german: bool) -> set[str]:
    singular, _, plural = text.casefold().partition("/")
    if not german:
        ending = "es" if singular.endswith(("s", "sh", "ch", "x")) else "s"
        many = singular[:-1] + "ies" if singular.endswith("y") else singular + ending
        return {singular, many}
    forms = {singular + ending for ending in ("", "s", "es", "e", "n", "en")}
    return forms | {plural, plural + "n"} if plural else forms


def _texts(path: Path, where: str, kinds: Mapping[str, Any], kind: str) -> Sequence[str]:
    texts = kinds.get(kind, [])
    if not isinstance(texts, list):
        raise _wrong(path, where, f"{kind} is to be a list, not {texts!r}")
    for text in texts:
        if not isinstance(text, str) or not text.strip():
            raise _wrong(path, where, f"{kind}: {text!r} is no word")
    return texts


def _irregular(path: Path, language: str, table: Mapping[str, Any]) -> dict[str, str]:
    where = f"{language}.irregular_verbs"
    number = 3 if language == "german" else 2
    verbs = _table(path, where, table.get("irregular_verbs", {}))
    for verb, parts in verbs.items():
        if not isinstance(parts, str) or len(parts.split()) != number:
            raise _wrong(path, where, f"{verb} = {parts!r} is to have {number} forms")
    return verbs


def _act(path: Path, language: str, name: object) -> Act:
    try:
        return Act(str(name))
    except ValueError:
        acts = ", ".join(Act)
        raise _wrong(path, f"{language}.negated", f"{name!r} is no act of {acts}") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise LexiconError(str(path), "no such file") from None
    except OSError as error:
        raise LexiconError(str(path), f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LexiconError(str(path), "is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), f"is not TOML: {error}") from error
    _no_others(path, "", content, LANGUAGES)
    return content


def _table(path: Path, where: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(path, where, f"is to be a table, not {value!r}")
    return value


def _no_others(path: Path, where: str, table: Mapping[str, Any], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            raise _wrong(path, where, f"has no key {key!r}; there are {', '.join(known)}")


def _wrong(path: Path, where: str, problem: str) -> LexiconError:
    return LexiconError(str(path), f"[{where}] {problem}" if where else problem)
