"""Outlets that relay what somebody else said: *laut Spiegel*, *wie die dpa meldet*.

An outlet relays a statement where it stands in the same sentence with a verb or a preposition
of relaying and is not the speaker itself, or where it makes the statement around this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from wortlaut.model import Article, Located, PersonKind, Statement
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._body_names import PAPERS
from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._decision import Decision
from wortlaut.reading.people._names import AGENCIES
from wortlaut.reading.people._nouns import nouns_of
from wortlaut.reading.people._text import Text

_OUTLETS = frozenset(
    "Spiegel Bild BILD Zeit Welt Stern Focus Tagesspiegel Handelsblatt Tagesschau ARD ZDF NDR WDR "
    "MDR SWR BR HR RBB RTL ProSieben n-tv N24 "
    "Deutschlandfunk Deutschlandradio taz FAZ SZ NZZ Standard Kurier Presse ORF SRF Guardian "
    "Times Telegraph Independent BBC CNN NBC ABC CBS "
    "MSNBC Fox Politico Breitbart Variety Forbes Bloomberg Newsweek Figaro Monde Kommersant "
    "Haaretz Al-Dschasira Al-Jazeera Kyodo Novosti "
    "Associated Agence Post Journal Tribune Herald Gazette Chronicle NPR Axios Reuters Wikinews "
    "Politifact".split()
)  # fmt: skip
_MEDIA = frozenset(
    "agentur nachrichtenagentur presseagentur zeitung tageszeitung zeitschrift magazin "
    "nachrichtenmagazin blatt boulevardblatt sender fernsehsender "
    "nachrichtensender rundfunk fernsehen radio portal internetportal online-magazin "
    "nachrichtenseite newspaper network station magazine outlet".split()
)  # fmt: skip
_RELAYS = frozenset(
    "berichtet berichtete berichteten berichten meldet meldete melden meldeten schreibt schrieb "
    "zitiert zitierte zufolge reported reports "
    "quoted quotes".split()
)  # fmt: skip
_NEAR = 6


def relays_of(
    article: Article, text: Text, cast: Cast, decisions: Sequence[Decision]
) -> list[Located | None]:
    """The outlet that relays each statement, in order; None where none does."""
    outlets = list(_outlets(text, cast))
    by_id = {s.id: (s, d) for s, d in zip(article.statements, decisions, strict=True)}
    return [
        _around(text, by_id, outlets, statement, decision)
        or _beside(text, outlets, statement, decision)
        if decision.kind is not None
        else None
        for statement, decision in zip(article.statements, decisions, strict=True)
    ]


def is_own_outlet(text: Text, places: Sequence[int]) -> bool:
    """*dieser Zeitung*, *this newspaper*: the outlet that the article stands in."""
    words = [text.words[place] for place in places]
    own = bool(words) and words[0].lower() in {"dieser", "diesem", "unserer", "this", "our"}
    return own and any(n.base in _MEDIA for word in words for n in nouns_of(word, text.language))


def is_outlet(text: Text, first: int, last: int) -> bool:
    """Whether the words of a speaker are a newspaper, a station or an agency."""
    words = text.words[first:last]
    if any(word in _OUTLETS | AGENCIES or PAPERS.fullmatch(word) for word in words):
        return True
    return any(noun.base in _MEDIA for noun in _class_nouns(text, first, words))


def _outlets(text: Text, cast: Cast) -> list[tuple[int, int, str]]:
    """Words `[first, last)` of every outlet that is named, with its name."""
    found: list[tuple[int, int, str]] = []
    for name in cast.names:
        words = text.words[name.first : name.last]
        media = any(noun.base in _MEDIA for noun in _class_nouns(text, name.first, words))
        if name.kind is NameKind.PERSON:
            continue
        if media or any(
            word.strip("’'s") in _OUTLETS or word in _OUTLETS | AGENCIES for word in words
        ):
            found.append((name.first, name.last, cast.of_name[name.first].name))
    covered = {place for first, last, _ in found for place in range(first, last)}
    for place, word in enumerate(text.words):
        if word in _OUTLETS and place not in covered and _named_alone(text, cast, place):
            found.append((place, place + 1, word))
    return sorted(found)


def _class_nouns(text: Text, first: int, words: Sequence[str]):  # type: ignore[no-untyped-def]
    before = first - 1
    while before >= 0 and not text.words[before][0].isalnum():
        before -= 1
    for word in (*words, *([text.words[before]] if before >= 0 else [])):
        yield from nouns_of(word, text.language)


def _named_alone(text: Text, cast: Cast, place: int) -> bool:
    """A word like *Spiegel* or *Welt* counts only right after *laut* or in quotation marks."""
    before = text.words[place - 1] if place else ""
    if before in {"„", '"', "“", "»"}:
        return True
    return before.lower() == "laut" and cast.name_at.get(place) is None


def _around(
    text: Text,
    by_id: dict[int, tuple[Statement, Decision]],
    outlets: Sequence[tuple[int, int, str]],
    statement: Statement,
    decision: Decision,
) -> Located | None:
    """The outlet that makes the statement in whose words this one stands."""
    if statement.nested_in is None or statement.nested_in not in by_id:
        return None
    outer, teller = by_id[statement.nested_in]
    if teller.kind is not PersonKind.BODY or teller.name == decision.name or not outer.speaker:
        return None
    places = set(text.places(outer.speaker))
    for first, last, name in outlets:
        if places & set(range(first, last)):
            return Located(name, text.span(first, last))
    return None


def _beside(
    text: Text,
    outlets: Sequence[tuple[int, int, str]],
    statement: Statement,
    decision: Decision,
) -> Located | None:
    """An outlet in the sentence of the quotation or its frame, with a word of relaying."""
    speaker = set(text.places(statement.speaker))
    quoted = set(text.places(statement.quote))
    addressee = set(text.places(statement.addressee))
    around = text.places((*statement.frame, *statement.cue, *statement.quote))
    if not around:
        return None
    sentences = {text.sentences[place] for place in around}
    low, high = text.sentence_begin(around[0]), text.sentence_end(around[-1])
    begin = bisect_left(outlets, (low, 0, ""))
    for first, last, name in outlets[begin : bisect_left(outlets, (high, 0, ""))]:
        words = set(range(first, last))
        if words & (speaker | addressee) or name == decision.name:
            continue
        if text.sentences[first] in sentences and not words & quoted and _relays(text, first, last):
            return Located(name, text.span(first, last))
    return None


def _relays(text: Text, first: int, last: int) -> bool:
    """Whether words of relaying stand just before or after an outlet."""
    begin, end = text.sentence_begin(first), text.sentence_end(first)
    before = [w.lower() for w in text.words[max(begin, first - _NEAR) : first]]
    after = [w.lower() for w in text.words[last : min(end, last + _NEAR)]]
    if before and (before[-1] in {"laut"} or set(before[-4:]) & {"laut"}):
        return True
    shown = " ".join(before)
    if "according to" in shown or re.search(r"nach (?:angaben|informationen|einem bericht)", shown):
        return True
    if text.language == "de" and "wie" in before[-4:] and set(after) & _RELAYS:
        return True
    if text.language == "en" and "as" in before[-3:] and set(after[:3]) & _RELAYS:
        return True
    return bool(after) and after[0] in {"zufolge", "reported", "reports"}
