"""Which annotation practice to follow for a text."""

from __future__ import annotations

from wortlaut.reading._words import Words

_GERMAN = frozenset(
    "der die das und den dem des ein eine einen ist nicht mit auf für von zu im er sie es dass "
    "sich auch wird wurde haben hat".split()
)
_ENGLISH = frozenset(
    "the of and to in is that was for he she it on with as are be has have said not by at from"
    .split()
)  # fmt: skip
_SAMPLE = 400


def guideline_of(language: str | None, text: str, words: Words) -> str:
    """`en` for English, `de` for German and for everything else.

    A text whose language nobody told is judged by its commonest words.
    """
    if language is not None:
        return "en" if language == "en" else "de"
    sample = [
        text[begin:end].lower()
        for begin, end in zip(words.begins[:_SAMPLE], words.ends[:_SAMPLE], strict=True)
    ]
    german = sum(word in _GERMAN for word in sample)
    english = sum(word in _ENGLISH for word in sample)
    return "en" if english > german else "de"
