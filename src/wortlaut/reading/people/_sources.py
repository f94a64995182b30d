"""Nouns that stand for the speaking: *Angaben der Polizei*, *Polizeiangaben*, *ihrer Ansicht*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import PersonKind
from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._function_words import POSSESSIVE, QUOTES, TIMES
from wortlaut.reading.people._naming import COUNTRY_ADJECTIVE, inflected, noun_name
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._roles import adjective
from wortlaut.reading.people._text import Text

_COMPOUND_SOURCE = re.compile(
    r"^(.{4,}?)(?:s|n)?(?:angaben|angabe|aussagen|aussage|meinung|ansicht|sicht|auskunft|berechnungen|informationen|einschätzung|schätzungen)$",
    re.I,
)
_WITNESS_REPORTS = re.compile(
    r"^((?:Augenz|Z)eugen|Experten|Polizei|Behörden)(?:berichte|berichten|bericht)$"
)
_UNSAID = frozenset({"vernehmen"})


def after_source(  # noqa: PLR0911, PLR0912
    text: Text, cast: Cast, span: Sequence[int]
) -> tuple[Sequence[int], Phrase | bool]:
    """What stands behind *Angaben*, *nach Ansicht von*: the span cut to the speaker's words.

    The second value tells that the words stand in the genitive, or is a phrase already.
    """
    at = _first_noun(text, cast, span)
    if at is None:
        return span, False
    place = span[at]
    word = text.words[place]
    if any(text.words[other] in QUOTES for other in span[:at]):
        return span, False
    compound = _COMPOUND_SOURCE.match(word) or _WITNESS_REPORTS.match(word)
    if compound and text.language == "de":
        return [], _from_compound(text, span, place, compound[1])
    noun = next((n for n in nouns_of(word, text.language) if n.kind is NounKind.SOURCE), None)
    if noun is None or cast.name_at.get(place):
        return span, False
    if noun.base in _UNSAID:
        return [], Phrase(PhraseKind.NOBODY, place, place + 1, word=noun.base)
    before, behind = span[:at], span[at + 1 :]
    for other in before:
        lower = text.words[other].lower()
        if POSSESSIVE.fullmatch(lower):
            return [], Phrase(PhraseKind.PRONOUN, other, other + 1, word=lower)
        if lower in {"eigenen", "eigener", "eigenem", "own"}:
            return [], Phrase(PhraseKind.OWN, place, place + 1)
    possessor = [p for p in before if cast.name_at.get(p)]
    if possessor:
        return possessor, True
    while behind and text.words[behind[0]].lower() in {
        "von",
        "vom",
        "of",
        "aus",
        "durch",
        "by",
        "from",
        "bei",
        "beim",
        ",",
    }:
        behind = behind[1:]
    if behind and _carries_on(text, cast, behind[0], place):
        return behind, True
    readings = nouns_of(word, text.language)
    if any(n.kind is NounKind.DOCUMENT for n in readings):
        return span, False
    if noun.base not in {
        "angabe",
        "aussage",
        "information",
        "wort",
        "auskunft",
        "words",
        "bekunden",
    }:
        return span, False
    return [], Phrase(
        PhraseKind.SPEAKING,
        place,
        place + 1,
        noun,
        determiner=text.words[span[0]].lower(),
        adjectives=tuple(text.words[p] for p in before if adjective(text.words[p])),
        name=noun_name(text, span, place, noun, plural=True),
        person_kind=PersonKind.DOCUMENT,
        plural=True,
    )


def behind_source(text: Text, place: int) -> bool:
    """Whether a noun of speaking stands right before: *nach Ansicht | der Kritiker*."""
    before = nouns_of(text.words[place - 1], text.language) if place else ()
    return bool(before) and before[0].kind is NounKind.SOURCE


def _carries_on(text: Text, cast: Cast, place: int, source: int) -> bool:
    """Whether the word behind a noun of speaking begins whoever speaks."""
    word = text.words[place]
    joined = text.words[place - 1].lower() in {
        "von",
        "vom",
        "of",
        "aus",
        "durch",
        "by",
        "from",
        "bei",
        "beim",
    }
    if any(text.words[p] in TIMES for p in range(place, min(place + 3, len(text)))):
        return False
    if cast.name_at.get(place):
        return True
    if word.lower() in {
        "der",
        "des",
        "eines",
        "einer",
        "seines",
        "seiner",
        "ihres",
        "ihrer",
        "dieser",
        "dieses",
        "mehrerer",
        "the",
        "a",
        "an",
        "vieler",
        "einiger",
        "beider",
        "anderer",
    }:
        noun = next(
            (
                n
                for p in range(place, min(place + 6, len(text)))
                for n in nouns_of(text.words[p], text.language)[:1]
            ),
            None,
        )
        named = any(cast.name_at.get(p) for p in range(place, min(place + 5, len(text))))
        texts = any(
            n.kind is NounKind.DOCUMENT for n in nouns_of(text.words[source], text.language)
        )
        return (
            named
            or not texts
            or (noun is not None and noun.kind in {NounKind.HUMAN, NounKind.BODY, NounKind.GROUP})
        )
    return joined or (word[0].isupper() and place == source + 1) or adjective(word)


def _from_compound(text: Text, span: Sequence[int], place: int, first: str) -> Phrase:
    """*Polizeiangaben*, *Behördenangaben*, *Augenzeugenberichte*: who stands in the compound."""
    first = first.rstrip("-")
    for form in (first, first.rstrip("s"), first + "n", first + "en"):
        readings = nouns_of(form, "de")
        if readings and readings[0].kind in {NounKind.BODY, NounKind.GROUP, NounKind.HUMAN}:
            noun = readings[0]
            plural = noun.plural and not (noun.singular and noun.kind is NounKind.BODY)
            kind = (
                PersonKind.GROUP
                if plural
                else (PersonKind.BODY if noun.kind is NounKind.BODY else PersonKind.UNNAMED)
            )
            shown = form if plural else noun.lemma
            for other in span:
                word = text.words[other]
                if other < place and word[0].islower() and COUNTRY_ADJECTIVE.search(word):
                    shown = f"{inflected(word, noun, plural=plural)} {shown}"
            return Phrase(
                PhraseKind.NOUN, place, place + 1, noun, plural=plural, name=shown, person_kind=kind
            )
    if first.isupper() or (first[0].isupper() and first in text.vocabulary):
        return Phrase(PhraseKind.UNKNOWN, place, place + 1, name=first, person_kind=PersonKind.BODY)
    return Phrase(
        PhraseKind.SPEAKING, place, place + 1, name=text.words[place],
        person_kind=PersonKind.DOCUMENT, plural=True,
    )  # fmt: skip


def _first_noun(text: Text, cast: Cast, span: Sequence[int]) -> int | None:
    """The index of the first word that some list knows as a noun, names passed over."""
    for index, place in enumerate(span[:8]):
        word = text.words[place]
        if text.language == "de" and word[0].islower():
            continue
        if word in {",", "("}:
            return None
        if cast.name_at.get(place) and not _COMPOUND_SOURCE.match(word):
            following = span[index + 1] if index + 1 < len(span) else -1
            name = cast.name_at[place]
            genitive = text.words[name.last - 1].endswith(("s", "’", "'"))
            if not genitive or (following == name.last and not text.words[following][0].isalpha()):
                return None
            continue
        if nouns_of(word, text.language) and (text.language == "en" or word[0].isupper()):
            return index
    return None
