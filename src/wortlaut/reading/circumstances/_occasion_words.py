"""The words that name occasions, read from a file that a person can extend."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from wortlaut._exceptions import LexiconError
from wortlaut.model import OccasionKind

_LISTS = frozenset({"words", "endings", "phrases", "partnered", "names", "cues"})
Phrase = tuple[tuple[str, ...], OccasionKind]
"""Several words and the kind of occasion that they name."""
_INFLECTIONS = ("", "s", "es", "n", "en", "e", "er", "ern")


@dataclass(frozen=True, slots=True)
class OccasionWords:
    """What one language calls occasions; words in lower case, names as they are written."""

    words: Mapping[str, OccasionKind] = field(default_factory=dict)
    endings: tuple[tuple[tuple[str, ...], OccasionKind], ...] = ()
    """How compounds end, by kind, in all usual forms."""
    phrase_starts: Mapping[str, Sequence[Phrase]] = field(default_factory=dict)
    """Nouns of several words, by the first of them."""
    partnered: frozenset[str] = frozenset()
    """Nouns that are an interview only where somebody is named whom it was with."""
    name_starts: Mapping[str, Sequence[Phrase]] = field(default_factory=dict)
    """Names of occasions, by their first word."""
    cues: Mapping[str, OccasionKind] = field(default_factory=dict)
    """Cues that tell the occasion by themselves: *twitterte*."""

    def kind_of(self, noun: str) -> OccasionKind | None:
        """The kind of occasion that a noun names, in any of its usual forms."""
        lower = noun.lower()
        for stem in _stems(lower):
            if stem in self.words:
                return self.words[stem]
        return next((kind for ends, kind in self.endings if lower.endswith(ends)), None)

    def is_partnered(self, noun: str) -> bool:
        """Whether it takes a partner to make this noun an interview."""
        return any(stem in self.partnered for stem in _stems(noun.lower()))


def _stems(word: str) -> Iterator[str]:
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            yield word[: len(word) - len(ending)]


def load_occasion_words(language: str, extra: Path | None = None) -> OccasionWords:
    """The words of a language, with those of the file `extra` before the package's own.

    Raises `LexiconError` where `extra` cannot be read or does not have the form of
    `occasions.toml`.
    """
    own = _own_words()
    tables = [own] if extra is None else [_read(extra), own]
    return _collected(tables, language)


@cache
def _own_words() -> Mapping[str, Any]:
    text = files("wortlaut.reading.circumstances").joinpath("occasions.toml").read_text("utf-8")
    return tomllib.loads(text)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(str(path), f"cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise LexiconError(str(path), f"is no TOML ({error})") from error
    kinds = [kind.value for kind in OccasionKind]
    for kind, languages in table.items():
        if kind not in kinds or not isinstance(languages, dict):
            raise LexiconError(
                str(path), f"[{kind}] is no kind of occasion; there are {', '.join(kinds)}"
            )
        for language, lists in languages.items():
            where = f"[{kind}.{language}]"
            if not isinstance(lists, dict) or not lists.keys() <= _LISTS:
                raise LexiconError(
                    str(path), f"{where} may hold the lists {', '.join(sorted(_LISTS))} only"
                )
            for name, words in lists.items():
                if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                    raise LexiconError(str(path), f"{name} in {where} must be an array of strings")
    return table


def _collected(tables: list[Mapping[str, Any]], language: str) -> OccasionWords:
    words: dict[str, OccasionKind] = {}
    endings: dict[str, OccasionKind] = {}
    phrases: dict[tuple[str, ...], OccasionKind] = {}
    names: dict[tuple[str, ...], OccasionKind] = {}
    cues: dict[str, OccasionKind] = {}
    partnered: set[str] = set()
    for table in tables:
        for name, languages in table.items():
            kind = OccasionKind(name)
            lists = languages.get(language, {})
            for word in lists.get("words", ()):
                words.setdefault(word.lower(), kind)
            for ending in lists.get("endings", ()):
                endings.setdefault(ending.lower(), kind)
            for phrase in lists.get("phrases", ()):
                phrases.setdefault(tuple(phrase.lower().split()), kind)
            for proper in lists.get("names", ()):
                names.setdefault(tuple(proper.split()), kind)
            for cue in lists.get("cues", ()):
                cues.setdefault(cue.lower(), kind)
            partnered.update(word.lower() for word in lists.get("partnered", ()))
    return OccasionWords(
        words=words,
        endings=_by_kind(endings),
        phrase_starts=_by_first_word(phrases),
        partnered=frozenset(partnered),
        name_starts=_by_first_word(names),
        cues=cues,
    )


def _by_kind(
    endings: Mapping[str, OccasionKind],
) -> tuple[tuple[tuple[str, ...], OccasionKind], ...]:
    kinds: dict[OccasionKind, list[str]] = {}
    for ending, kind in endings.items():
        kinds.setdefault(kind, []).extend(ending + inflection for inflection in _INFLECTIONS[:5])
    return tuple((tuple(forms), kind) for kind, forms in kinds.items())


def _by_first_word(
    phrases: Mapping[tuple[str, ...], OccasionKind],
) -> Mapping[str, Sequence[Phrase]]:
    """The phrases by their first word, the longest first."""
    starts: dict[str, list[Phrase]] = {}
    for phrase, kind in sorted(phrases.items(), key=lambda item: -len(item[0])):
        starts.setdefault(phrase[0], []).append((phrase, kind))
    return starts
