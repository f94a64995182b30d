"""Which language a text is written in.

The general recogniser, py3langid, needs half a second or more to unpack its model, which is
most of the time that a person should wait for the first statement. German and English are
therefore told by their commonest function words first; the model is loaded only for a text
that these do not settle.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_SAMPLE = 3000
"""Characters looked at: more changes no answer, and the recogniser walks them byte by byte."""
_PIECES = 3
_FEWEST_LETTERS = 12
_SURE = 0.6
"""Least probability, over all of py3langid's languages, of an answer that is passed on."""

# Words that are frequent in the one language and rare in its neighbours: no Dutch "die, in",
# no Luxembourgish "den, mat", no English "was, her, an", which are German words too.
_GERMAN = (
    "und der das dem des nicht sich auf dass für eine einen einer ist wird werden wurde nach "
    "auch sie zum zur über mit sei habe haben hatte aus bei nur noch"
)
_ENGLISH = (
    "the and of to that is for with his has have had are were from this which would been said "
    "their they it not but"
)
_FUNCTION_WORDS = {"de": frozenset(_GERMAN.split()), "en": frozenset(_ENGLISH.split())}
_FEWEST_WORDS = 8
_LEAST_SHARE = 0.14
_GREATEST_OTHER_SHARE = 0.04
_FEWEST_DIFFERENT = 4

_WORD = re.compile(r"[^\W\d_]+")


def recognise_language(text: str) -> str | None:
    """The ISO 639-1 code of the language `text` is written in, None where that is unsure.

    A language without a two-letter code is given by its three-letter one (ISO 639-3). Looks
    at no more than 3,000 characters, whatever the length of `text`.
    """
    sample = _sample(text)
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    return _by_function_words(words) or _by_model(sample)


def _sample(text: str) -> str:
    """Pieces from the beginning, the middle and the end: a page's head may be foreign."""
    if len(text) <= _SAMPLE:
        return text
    piece = _SAMPLE // _PIECES
    step = (len(text) - piece) // (_PIECES - 1)
    return "\n".join(text[i * step : i * step + piece] for i in range(_PIECES))


def _by_function_words(words: list[str]) -> str | None:
    """German or English where its function words leave no doubt."""
    if len(words) < _FEWEST_WORDS:
        return None
    found = {
        language: [word for word in words if word in known]
        for language, known in _FUNCTION_WORDS.items()
    }
    language = max(found, key=lambda code: len(found[code]))
    others = sum(len(hits) for code, hits in found.items() if code != language)
    if (
        len(found[language]) >= _LEAST_SHARE * len(words)
        and len(set(found[language])) >= _FEWEST_DIFFERENT
        and others <= _GREATEST_OTHER_SHARE * len(words)
    ):
        return language
    return None


def _by_model(sample: str) -> str | None:
    language, probability = _identifier().classify(sample)
    if probability < _SURE or language in ("und", "zxx"):  # undetermined, no language
        return None
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    # Imported here because numpy and the model's 4.6 MB of LZMA are not wanted at start-up.
    from py3langid import langid  # type: ignore[import-untyped]  # noqa: PLC0415

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
