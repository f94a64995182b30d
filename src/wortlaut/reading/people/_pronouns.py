"""Whom a pronoun means: candidates that agree, weighed by what usually decides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.model import PersonKind
from wortlaut.reading.people._discourse import Discourse, MentionAt, Referent
from wortlaut.reading.people._text import Text

_FARTHEST = 8
"""Sentences back in which a pronoun's antecedent is looked for."""

FEATURES = (
    "sentences", "leads", "oblique", "spoke_last", "spoke", "often", "gender_known",
    "fits_pronoun", "same_sentence", "same_paragraph", "quoted", "named", "latest", "this_latest",
    "this_leads",
)  # fmt: skip
WEIGHTS = {
    "sentences": -1.02, "leads": 1.05, "oblique": -0.79, "spoke_last": 2.14, "spoke": 0.5,
    "often": 0.57, "gender_known": 1.18, "fits_pronoun": 1.53, "same_sentence": 0.11,
    "same_paragraph": 0.42,
    "quoted": -0.85, "named": 0.49, "latest": 0.33, "this_latest": 2.01, "this_leads": -1.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a pronoun asks of its antecedent."""

    genders: frozenset[str]
    singular: bool
    plural: bool
    human: bool
    """Whether humans are the rule for it: *er*, *she*; not *it*."""


_SOMEBODY = frozenset({PersonKind.HUMAN, PersonKind.UNNAMED})
_M, _F, _N = frozenset("m"), frozenset("f"), frozenset("n")
_ANY = frozenset("mfn")
ENGLISH = {
    "he": Agreement(_M, True, False, True), "him": Agreement(_M, True, False, True),
    "his": Agreement(_M, True, False, True), "she": Agreement(_F, True, False, True),
    "her": Agreement(_F, True, False, True), "it": Agreement(_N, True, False, False),
    "its": Agreement(_N, True, False, False), "they": Agreement(_ANY, False, True, False),
    "them": Agreement(_ANY, False, True, False), "their": Agreement(_ANY, False, True, False),
}  # fmt: skip


def agreement_of(text: Text, place: int, cue: Sequence[int]) -> Agreement | None:  # noqa: PLR0911
    """Gender and number that the pronoun at a word asks for; None for other words."""
    word = text.words[place].lower()
    if text.language == "en":
        if word in {"this", "that"}:
            return Agreement(_N, True, False, False)
        return ENGLISH.get(word)
    if word in {"er", "ihm", "ihn", "dieser", "jener", "letzterer", "derselbe", "der"}:
        return Agreement(_M, True, False, True)
    if word.startswith("sein") or word == "dem":
        return Agreement(_M | _N, True, False, True)
    if word in {"es", "dieses", "das", "dies"}:
        return Agreement(_N, True, False, False)
    if word == "diesem":
        return Agreement(_M | _N, True, False, True)
    if word in {"sie", "diese", "die", "jene", "letztere"}:
        several = _verb_is_plural(text, place, cue)
        return Agreement(_ANY if several else _F, not several, several, not several)
    if word in {"ihnen", "denen"}:
        return Agreement(_ANY, False, True, False)
    if word.startswith("ihr"):
        return Agreement(_F, True, True, True)
    return None


def _verb_is_plural(text: Text, place: int, cue: Sequence[int]) -> bool:
    """The number of the verb nearest to *sie*: *sagten sie*, *sie fordern*."""
    begin, end = text.sentence_begin(place), text.sentence_end(place)
    near = [p for p in (place - 1, place + 1) if begin <= p < end and text.words[p][0].islower()]
    near.sort(key=lambda p: (p not in cue, p < place if place == begin else p > place))
    near += sorted((p for p in cue if begin <= p < end), key=lambda p: abs(p - place))
    for candidate in near:
        word = text.words[candidate]
        if word in {
            "sind",
            "waren",
            "wären",
            "seien",
            "haben",
            "hatten",
            "hätten",
            "werden",
            "wurden",
            "würden",
        }:
            return True
        if candidate in cue or candidate == near[0]:
            if word.endswith(("te", "t", "e", "hat", "ist", "war")) or word in {
                "will",
                "soll",
                "kann",
                "gab",
                "sprach",
                "rief",
                "wies",
                "warf",
            }:
                return False
            if word.endswith(("en", "ern", "eln")):
                return True
    return False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its share of all candidates' weight."""

    referent: Referent
    share: float
    score: float


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known where a pronoun stands."""

    place: int
    agreement: Agreement
    spoke_last: Referent | None
    spoke: Sequence[Referent]
    quoted: frozenset[int]
    """Words inside any quotation."""
    around: frozenset[int]
    """Those of the quotations that the pronoun stands in."""
    excluded: tuple[Referent, ...] = ()
    near: bool = False
    """Whether the pronoun is one that points to what stands nearest: *dieser*."""


def rank(text: Text, discourse: Discourse, situation: Situation) -> list[Ranked]:
    """The referents that may be meant, the likeliest first."""
    described = describe(text, discourse, situation)
    if not described:
        return []
    scored = [
        (referent, sum(WEIGHTS[name] * value for name, value in zip(FEATURES, values, strict=True)))
        for referent, values in described
    ]
    top = max(score for _, score in scored)
    total = sum(math.exp(score - top) for _, score in scored)
    ranked = [Ranked(r, math.exp(score - top) / total, score) for r, score in scored]
    return sorted(ranked, key=lambda candidate: -candidate.share)


def describe(
    text: Text, discourse: Discourse, situation: Situation
) -> list[tuple[Referent, tuple[float, ...]]]:
    """The candidates with their features, in the order of `FEATURES`."""
    place = situation.place
    sentence = text.sentences[place]
    nearest: dict[int, MentionAt] = {}
    best: dict[int, MentionAt] = {}
    latest: MentionAt | None = None
    for mention in reversed(discourse.before(place)):
        back = sentence - text.sentences[mention.first]
        if back > _FARTHEST:
            break
        if not agrees(mention.referent, situation.agreement, english=text.language == "en"):
            continue
        if any(mention.referent is other for other in situation.excluded):
            continue
        latest = latest or mention
        key = id(mention.referent)
        nearest.setdefault(key, mention)
        if text.sentences[nearest[key].first] == text.sentences[mention.first] and mention.leads:
            best[key] = mention
    nearest = _without_overshadowed(text, nearest)
    if situation.agreement.genders == _M:
        # *er* is a body only where no man can be meant.
        people = {key: m for key, m in nearest.items() if m.referent.kind in _SOMEBODY}
        nearest = people or nearest
    return [
        (mention.referent, _features(text, situation, mention, best.get(key, mention), latest))
        for key, mention in nearest.items()
    ]


def _without_overshadowed(text: Text, nearest: dict[int, MentionAt]) -> dict[int, MentionAt]:
    """*Ob Kossak bleibt, ließ Brandner offen*: what follows is about Brandner."""
    main = {
        text.sentences[m.first]
        for m in nearest.values()
        if m.leads and not m.subordinate and m.referent.kind is PersonKind.HUMAN
    }
    return {
        key: m
        for key, m in nearest.items()
        if not (m.subordinate and text.sentences[m.first] in main)
    }


def _features(
    text: Text, situation: Situation, mention: MentionAt, best: MentionAt, latest: MentionAt | None
) -> tuple[float, ...]:
    referent = mention.referent
    back = text.sentences[situation.place] - text.sentences[mention.first]
    human = referent.kind in {PersonKind.HUMAN, PersonKind.UNNAMED}
    before = sum(first < situation.place for first, _ in referent.mentions)
    return (
        float(min(back, 5)),
        float(best.leads),
        float(mention.oblique),
        float(situation.spoke_last is referent),
        float(any(referent is other for other in situation.spoke)),
        math.log(before + 1),
        float(referent.gender in situation.agreement.genders),
        float(human == situation.agreement.human),
        float(back == 0),
        float(text.paragraphs[mention.first] == text.paragraphs[situation.place]),
        float(mention.first in situation.quoted and mention.first not in situation.around),
        float(referent.member is not None),
        float(mention is latest),
        float(situation.near and mention is latest),
        float(situation.near and best.leads),
    )


def agrees(referent: Referent, agreement: Agreement, *, english: bool = False) -> bool:  # noqa: PLR0911
    """Whether a referent's gender and number may go with a pronoun's."""
    several = referent.plural or referent.kind is PersonKind.GROUP
    if several:
        return agreement.plural
    if not agreement.singular:
        return (
            referent.kind is PersonKind.BODY
            and (english or referent.noun is None)
            and not (referent.member is not None and referent.member.place)
        )
    if referent.kind is PersonKind.HUMAN:
        return agreement.human and (referent.gender is None or referent.gender in agreement.genders)
    if referent.member is not None and referent.member.place:
        return not agreement.human
    if english and agreement.human and referent.kind is not PersonKind.UNNAMED:
        return False
    if referent.gender is not None:
        return referent.gender in agreement.genders
    if referent.kind is PersonKind.UNNAMED:
        return agreement.human
    # A body by its name alone: *die SPD*, *das IOC*; few that a pronoun may mean are masculine.
    return agreement.genders != _M
