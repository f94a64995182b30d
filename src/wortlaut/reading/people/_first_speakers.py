"""Who said first what an outlet tells: *Ein Beamter sagte nach Angaben der Zeitung, ...*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.model import Article, Located, PersonKind, QuotationType, Resolution, Statement
from wortlaut.reading.people._decision import Decision
from wortlaut.reading.people._discourse import Discourse, MentionAt
from wortlaut.reading.people._text import Text
from wortlaut.reading.people._via import is_outlet

_BY = frozenset("nach laut zufolge gemäß".split())
_SPOKEN = re.compile(
    r"\b(?:gesprochen|gesagt|genannt|bezeichnet|geäußert|gewarnt|told|said|called|spoken)\b"
)
_TOLD = re.compile(
    r"(?:(?:has|have|had) )?(?:told \w+|said|admitted|confirmed|warned|denied|complained)"
    r"(?: \w+)? that\b"
)
_NEAR = 6
"""Words from a subject to its verb."""
_SPEAKERS = frozenset({PersonKind.HUMAN, PersonKind.UNNAMED, PersonKind.GROUP, PersonKind.BODY})


@dataclass(frozen=True, slots=True)
class FirstSpeaker:
    """Somebody whose words an outlet passes on."""

    decision: Decision
    via: Located


def first_speaker(
    article: Article,
    text: Text,
    discourse: Discourse,
    statement: Statement,
    decision: Decision,
) -> FirstSpeaker | None:
    """Who said what the outlet of a decision tells; None where the words are the outlet's own."""
    if decision.kind is not PersonKind.BODY or decision.place is None:
        return None
    first, last = decision.place
    if not is_outlet(text, first, last):
        return None
    for places in (
        _verb_beside(text, statement),
        _verb_in_the_words_around(article, text, statement),
        _verb_in_the_words(text, statement),
    ):
        found = _subject(text, discourse, places, range(first, last)) if places else None
        if found is not None:
            referent = found.referent
            spoken = Decision(
                referent.kind, _shown(text, found), Resolution.NAME, "beside", 0.6, referent,
                place=(found.first, found.last),
            )  # fmt: skip
            return FirstSpeaker(spoken, Located(decision.name, text.span(first, last)))
    return None


def _verb_beside(text: Text, statement: Statement) -> Sequence[int]:
    """A verb of the cue beside its preposition: *sagte nach (Angaben der Zeitung)*."""
    cue = text.places(statement.cue)
    if not any(text.words[place].lower() in _BY for place in cue):
        return ()
    verbs = [p for p in cue if text.words[p].lower() not in _BY and text.words[p][0].islower()]
    quoted = set(text.places(statement.quote))
    return () if not verbs or verbs[0] in quoted else verbs[:1]


def _verb_in_the_words_around(article: Article, text: Text, statement: Statement) -> Sequence[int]:
    """The verb of speaking for a word in quotation marks within what the outlet tells."""
    if statement.type is not QuotationType.DIRECT or statement.nested_in is None:
        return ()
    outer = next((s for s in article.statements if s.id == statement.nested_in), None)
    if outer is None or not any(s.overlaps(o) for s in statement.speaker for o in outer.speaker):
        return ()
    quote = text.places(statement.quote)
    if not quote:
        return ()
    begin = text.sentence_begin(quote[0])
    around = [p for p in text.places(outer.quote) if p >= begin]
    return [p for p in around if _SPOKEN.fullmatch(text.words[p])][:1]


def _verb_in_the_words(text: Text, statement: Statement) -> Sequence[int]:
    """The verb behind whom the words begin with: *Doyle has told colleagues that ...*."""
    if text.language != "en" or statement.type is QuotationType.DIRECT:
        return ()
    quote = text.places(statement.quote)
    for place in quote[1:_NEAR]:
        if _TOLD.match(text.between(place, min(place + _NEAR, quote[-1] + 1))):
            return (place,)
    return ()


def _subject(
    text: Text, discourse: Discourse, verbs: Sequence[int], outlet: Sequence[int]
) -> MentionAt | None:
    """Who leads the sentence of a verb, before it or right behind it."""
    verb = verbs[0]
    begin, end = text.sentence_begin(verb), min(text.sentence_end(verb), verb + _NEAR)
    for mention in discourse.within(begin, end):
        fits = mention.referent.kind in _SPEAKERS and mention.leads
        if fits and mention.first not in outlet:
            return mention
    return None


def _shown(text: Text, mention: MentionAt) -> str:
    """A name as the article has it; *ein Beamter* is no *Beamte*."""
    name, noun = mention.referent.shown, mention.referent.noun
    before = text.words[mention.first - 1].lower() if mention.first else ""
    strong = noun is not None and noun.gender is None and name.endswith("e")
    return f"{name}r" if strong and before in {"ein", "der"} else name
