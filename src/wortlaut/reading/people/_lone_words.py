"""Pronouns as speakers, and words that do a pronoun's work: *demnach*, *ihre Homepage*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._function_words import (
    DEMONSTRATIVE,
    NOBODY,
    PERSONAL,
    POSSESSIVE,
    PRONOMINAL,
    RELATIVES,
)
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._text import Text

_SOMEBODY = re.compile(
    r"(?:in|innen|er|ern|ist|isten|ant|anten|ent|enten|or|oren|mann|frau|leute)$"
)


def lone_word(text: Text, span: Sequence[int]) -> Phrase | None:  # noqa: PLR0911
    """A pronoun, or a word that does a pronoun's work."""
    first, last = span[0], span[-1] + 1
    word = text.words[first].lower()
    if word.endswith(("’s", "'s", "’ve", "'ve", "’d", "’ll")):
        word = re.split("[’']", word)[0]
    if len(span) == 1:
        if word in PERSONAL and text.words[first] != "US":
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if word in DEMONSTRATIVE:
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if POSSESSIVE.fullmatch(word):
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if word in RELATIVES:
            return Phrase(PhraseKind.RELATIVE, first, last, word=word)
        if word in PRONOMINAL:
            return Phrase(PhraseKind.PRONOMINAL, first, last, word=word)
        if word in {"beide", "beiden", "both"}:
            return Phrase(PhraseKind.PRONOUN, first, last, word="beide", plural=True)
        if word in NOBODY:
            return Phrase(PhraseKind.NOBODY, first, last, word=word)
    if (
        word in {"er", "sie", "he", "she"}
        and len(span) <= 3
        and text.words[span[-1]].lower() in {"selbst", "auch", "himself", "herself"}
    ):
        return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)
    if (
        POSSESSIVE.fullmatch(word)
        and all(text.words[p][0].islower() for p in span[1:])
        and text.language == "en"
        and not _office(text.words[span[-1]])
    ):
        return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)
    return None


def _office(word: str) -> bool:
    """*her office*, *his campaign*: a body that somebody has, and not himself."""
    readings = nouns_of(word, "en")
    return bool(readings) and readings[0].kind is NounKind.BODY


def owned(text: Text, cast: Cast, span: Sequence[int]) -> Phrase | None:
    """*auf ihrer Homepage*, *in seiner Rede*: whose it is speaks, unless it is somebody."""
    first = span[0]
    word = text.words[first].lower()
    if not POSSESSIVE.fullmatch(word) or len(span) > 3:
        return None
    last = text.words[span[-1]]
    readings = nouns_of(last, text.language)
    if readings and readings[0].kind not in {NounKind.DOCUMENT, NounKind.SOURCE}:
        return None
    if not readings and _SOMEBODY.search(last):
        return None
    if cast.name_at.get(span[-1]) or (text.language == "en" and not readings):
        return None
    return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)
