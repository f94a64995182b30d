"""What to call a speaker by a noun: its number, its nominative, what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.reading.people._body_names import state_office_end
from wortlaut.reading.people._function_words import SPEECHLESS
from wortlaut.reading.people._nouns import Noun, NounKind, nouns_of
from wortlaut.reading.people._roles import DETERMINERS, adjective
from wortlaut.reading.people._text import Text

_QUANTITIES = frozenset(
    "several hundred hundreds dozen dozens thousand two three four five of most".split()
)
COUNTRY_ADJECTIVE = re.compile(r"(?:isch|deutsch|auswärtig)(?:e|er|en|em|es)?$", re.I)
_COMPLEMENTS = frozenset(
    "der des von vom eines einer seines seiner ihres ihrer zur zum aller mehrerer vieler beider "
    "of for".split()
)


_COUNTRIES = re.compile(
    r"[A-ZÄÖÜ][\w-]+s(?:, (?:der )?[A-ZÄÖÜ][\w-]+)* (?:und|sowie) (?:der )?[A-ZÄÖÜ][\w-]+\b"
)


def is_plural(noun: Noun, determiner: str, starts: bool, *, genitive: bool) -> bool:
    """The number of a noun, from its form and the determiner before it."""
    if noun.singular != noun.plural:
        return noun.plural
    if determiner in {
        "die",
        "these",
        "those",
        "alle",
        "beide",
        "viele",
        "einige",
        "mehrere",
        "zahlreiche",
        "manche",
        "zwei",
        "drei",
        "many",
        "some",
        "several",
    }:
        return noun.gender == "m" or noun.gender is None
    if determiner == "der":
        return genitive and noun.gender == "m"
    if determiner == "den":
        return False
    return determiner == ""


def noun_name(text: Text, span: Sequence[int], place: int, noun: Noun, *, plural: bool) -> str:
    """What to call a speaker by a noun: no article, in the nominative, with its complement.

    Adjectives stay where they are a name's or tell the country: *Auswärtiges Amt*, *iranische
    Behörden*. A text goes by its noun alone.
    """
    shown = text.words[place]
    if not plural:
        shown = noun.lemma
    elif text.language == "de" and shown.endswith("n") and noun.plural:
        shown = _plural_nominative(shown, noun)
    if noun.kind in {NounKind.DOCUMENT, NounKind.SOURCE}:
        return shown
    kept: list[str] = []
    for other in span[: list(span).index(place)]:
        word = text.words[other]
        if word.lower() in DETERMINERS | SPEECHLESS or not word[0].isalpha():
            continue
        if text.language == "en":
            if word.lower() not in _QUANTITIES:
                kept.append(word)
            continue
        if word[0].isupper() and COUNTRY_ADJECTIVE.search(word):
            kept.append(inflected(word, noun, plural=plural))
        elif word[0].isupper() and other != text.sentence_begin(other):
            kept.append(word)
        elif COUNTRY_ADJECTIVE.search(word) and word[0].islower():
            kept.append(inflected(word, noun, plural=plural))
    if noun.base == "jährig" and place >= 2 and text.words[place - 1] == "-":
        shown = f"{text.words[place - 2]}-{shown}"
    # *Bundesamt für Umwelt*: what a body is for belongs to its name.
    purpose = noun.kind is NounKind.BODY
    return " ".join([*kept, shown, *complement_of(text, span, place, purpose=purpose)])


def listed(text: Text, span: Sequence[int], place: int) -> str | None:
    """The countries behind a plural, all of them: *Außenminister Polens, Spaniens und Maltas*."""
    shown = text.between(place + 1, span[-1] + 1) if span[-1] > place else ""
    found = _COUNTRIES.match(shown) if text.language == "de" else None
    return found[0] if found else None


def inflected(word: str, noun: Noun, *, plural: bool) -> str:
    """A German adjective as it stands before its noun without an article."""
    stem = re.sub(r"(?<=sch|tig)(?:e|er|en|em|es)$", "", word)
    if plural or noun.gender == "f":
        return stem + "e"
    return stem + {"n": "es"}.get(noun.gender or "m", "er")


def complement_of(
    text: Text, span: Sequence[int], place: int, *, purpose: bool = False
) -> list[str]:
    """The genitive or *of* behind a noun, up to any other preposition or clause.

    With `purpose`, *für* begins or goes on with a complement too.
    """
    allowed = _COMPLEMENTS | {"für"} if purpose else _COMPLEMENTS
    behind = [p for p in span if p > place]
    if not behind:
        return []
    first = text.words[behind[0]]
    if first.lower() not in allowed and not first[0].isupper():
        return []
    end = behind[0]
    for other in behind:
        word = text.words[other]
        lower = word.lower()
        known = lower in allowed | DETERMINERS or word[0].isupper() or word == "."
        if lower == "and" and text.language == "en" and other > behind[0] + 1:
            # *of the Department of Health and Human Services*
            begin = next((p for p in behind if text.words[p][0].isupper()), other)
            known = state_office_end(text, begin, other) > other
        if other != end or not (known or (adjective(word) and text.language == "de")):
            break
        if text.language == "de" and word in {"aus", "auf", "durch", "über"}:
            break
        end = other + 1
    while end > behind[0] and not text.words[end - 1][0].isupper():
        if text.language == "en" and text.words[end - 1].lower() not in _COMPLEMENTS | DETERMINERS:
            break
        end -= 1
    english = text.language == "en" and end < len(text) and end in behind and end > behind[0]
    if english and nouns_of(text.words[end], "en"):
        # *of the campaign*: English nouns are lower case.
        end += 1
    return [text.between(behind[0], end)] if end > behind[0] else []


def _plural_nominative(word: str, noun: Noun) -> str:
    """*Kritikern* is the dative of *Kritiker*; *Experten* stays."""
    lemma = noun.lemma
    if word == lemma + "n" and lemma.endswith(("er", "el")):
        return lemma
    strong = noun.kind is NounKind.DOCUMENT and noun.gender in {"m", "n"}
    if strong and word == lemma + "en":
        return word[:-1]
    return word
