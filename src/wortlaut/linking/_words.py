"""The word lists of this folder, read once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from wortlaut.linking._letters import small, spellings
from wortlaut.linking._sounds import sounds

_FOLDER = Path(__file__).parent


def read_toml(name: str) -> dict[str, Any]:
    """One of the folder's data files."""
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


@lru_cache(maxsize=1)
def _names() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(form for word in words.split() for form in spellings(small(word)))
        for key, words in read_toml("names.toml").items()
    }


def is_listed(word: str, key: str) -> bool:
    """`word`, in small letters, stands in that list of names.toml, however it is spelt."""
    listed = _names()[key]
    return any(form in listed for form in spellings(word))


@lru_cache(maxsize=1 << 14)
def is_common(surname: str) -> bool:
    """So many people have that surname that it tells little; sounds count as spellings do."""
    return is_listed(surname, "common_surnames")


@lru_cache(maxsize=1 << 14)
def is_common_given(given: str) -> bool:
    """So many people have that first name, or a form of it, that it tells little."""
    return is_listed(given, "common_given") or any(
        is_listed(group_name(number), "common_given") for number in given_groups(given)
    )


@lru_cache(maxsize=1)
def _given_names() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]], tuple[str, ...]]:
    by_spelling: dict[str, set[int]] = {}
    by_sound: dict[str, set[int]] = {}
    firsts = []
    for number, line in enumerate(read_toml("given_names.toml")["same"].strip().splitlines()):
        words = [small(word) for word in line.split()]
        firsts.append(words[0])
        for word in words:
            for form in spellings(word):
                by_spelling.setdefault(form, set()).add(number)
            if len(word) > 3:
                for sound in sounds(word):
                    by_sound.setdefault(sound, set()).add(number)
    return (
        {word: frozenset(numbers) for word, numbers in by_spelling.items()},
        {sound: frozenset(numbers) for sound, numbers in by_sound.items()},
        tuple(firsts),
    )


@lru_cache(maxsize=1 << 14)
def given_groups(word: str) -> frozenset[int]:
    """Numbers of the groups of given names that `word` belongs to, by spelling or sound."""
    by_spelling, by_sound, _ = _given_names()
    numbers: set[int] = set()
    for form in spellings(word):
        numbers |= by_spelling.get(form, frozenset())
    if not numbers:
        for sound in sounds(word):
            numbers |= by_sound.get(sound, frozenset())
    return frozenset(numbers)


def group_name(number: int) -> str:
    """The name that stands for a group of given names."""
    return _given_names()[2][number]
