"""The data files of words that tell an act: the package's own and one of the user's."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from wortlaut._exceptions import LexiconError
from wortlaut.model import Act
from wortlaut.reading.acts._english_verbs import english_forms
from wortlaut.reading.acts._german_verbs import conjugate
from wortlaut.reading.acts._vocabulary import NEGATING, NOT, Entry, Vocabulary

LANGUAGES = ("german", "english")
_FILES = {language: Path(__file__).with_name(f"{language}.toml") for language in LANGUAGES}
_KINDS = ("verbs", "nouns", "phrases", "weak_verbs")
_OF_LANGUAGE = ("irregular_verbs", "negated", *(str(act) for act in Act))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What cue words tell, German and English; a language is built when it is first asked for."""

    extra: Path | None = None

    @classmethod
    def load(cls, extra: Path | None = None) -> Lexicon:
        """The package's words, and those of a file of the user's, which go first.

        Raises `LexiconError`, which names the file and the entry, where a file cannot be read
        or an entry is wrong.
        """
        if extra is not None:
            # Read anew, and whole, so that what is wrong shows here and not while reading.
            _vocabulary.cache_clear()
            for language in LANGUAGES:
                _vocabulary(language, extra)
        return cls(extra)

    @property
    def german(self) -> Vocabulary:
        """German words."""
        return _vocabulary("german", self.extra)

    @property
    def english(self) -> Vocabulary:
        """English words."""
        return _vocabulary("english", self.extra)

    def of(self, language: str | None) -> Vocabulary:
        """The words of a language (ISO 639-1); German where it is another."""
        return self.english if language == "en" else self.german


@lru_cache(maxsize=1)
def shipped_irregular_verbs() -> Mapping[str, str]:
    """The principal parts of German irregular verbs that the package brings."""
    path = _FILES["german"]
    return _irregular(path, "german", _read(path)["german"])


@lru_cache(maxsize=8)
def _vocabulary(language: str, extra: Path | None) -> Vocabulary:
    # The user's file first, as of two entries alike the first is taken.
    paths = (_FILES[language],) if extra is None else (extra, _FILES[language])
    negated: dict[Act, Act] = {}
    irregular: dict[str, str] = {}
    tables = []
    for path in paths:
        table = _table(path, language, _read(path).get(language, {}))
        _no_others(path, language, table, _OF_LANGUAGE)
        for act, other in _table(path, language, table.get("negated", {})).items():
            negated.setdefault(_act(path, language, act), _act(path, language, other))
        for verb, parts in _irregular(path, language, table).items():
            irregular.setdefault(verb, parts)
        tables.append((path, table))
    words: dict[str, list[Entry]] = defaultdict(list)
    nouns: dict[str, list[Entry]] = defaultdict(list)
    for path, table in tables:
        for forms, entry, noun in _shown(path, language, table, irregular):
            for form in forms:
                (nouns if noun else words)[form].append(entry)
    return Vocabulary(
        {form: tuple(entries) for form, entries in words.items()},
        {form: tuple(entries) for form, entries in nouns.items()},
        negated,
    )


def _shown(
    path: Path, language: str, table: Mapping[str, Any], irregular: Mapping[str, str]
) -> Iterator[tuple[Iterable[str], Entry, bool]]:
    """The forms that show each entry, and whether they are a German noun."""
    german = language == "german"
    for act in Act:
        where = f"{language}.{act}"
        kinds = _table(path, where, table.get(act, {}))
        _no_others(path, where, kinds, _KINDS)
        for kind in ("verbs", "weak_verbs"):
            for text in _texts(path, where, kinds, kind):
                shown = _german_verb if german else _english_verb
                for forms, needs, particle in shown(path, where, text, irregular):
                    weak = kind == "weak_verbs"
                    yield forms, Entry(act, needs, particle, verb=True, weak=weak), False
        for text in _texts(path, where, kinds, "nouns"):
            yield _noun_forms(text, german), Entry(act), german
        for text in _texts(path, where, kinds, "phrases"):
            first, *others = (_needed(word) for word in text.split())
            yield (first,), Entry(act, frozenset(others)), False


def _german_verb(
    path: Path, where: str, text: str, irregular: Mapping[str, str]
) -> list[tuple[frozenset[str], frozenset[str], str]]:
    """The forms that show a verb, each with the words and the prefix that it needs."""
    *others, infinitive = text.split()
    if not infinitive.endswith("n") or infinitive.startswith("|"):
        raise _wrong(path, where, f"verb {text!r} does not end in an infinitive")
    verb = conjugate(infinitive, irregular)
    needs = frozenset(_needed(word) for word in others)
    if not verb.particle:
        return [(verb.joined, needs, "")]
    return [(verb.joined, needs, ""), (verb.finite, needs, verb.particle)]


def _english_verb(
    path: Path, where: str, text: str, irregular: Mapping[str, str]
) -> list[tuple[frozenset[str], frozenset[str], str]]:
    *negation, verb = (words := text.casefold().split())[: 2 if words[0] == "not" else 1]
    if verb == "not":
        raise _wrong(path, where, f"{text!r} has no verb")
    needs = frozenset(_needed(word) for word in (*negation, *words[len(negation) + 1 :]))
    return [(english_forms(verb, irregular), needs, "")]


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
