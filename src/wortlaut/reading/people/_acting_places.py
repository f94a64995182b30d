"""Whether a country or a capital acts in a sentence, or something merely is in it.

*Russland müsse abziehen* and *Gespräche mit Moskau* speak of a government; *in Russland*, *aus
Moskau* and *Russlands Küste* of a place. Only what is surely the one is taken for it.
"""

from __future__ import annotations

from wortlaut.reading.people._function_words import QUOTES
from wortlaut.reading.people._names import NameAt
from wortlaut.reading.people._text import Text
from wortlaut.reading.places import Place, PlaceKind

_GERMAN_PARTNERS = frozenset("mit gegen gegenüber zwischen".split())
_GERMAN_ARTICLES = frozenset("der die das den dem".split())
_MASCULINE = frozenset(
    "Iran Irak Kreml Sudan Südsudan Libanon Jemen Tschad Vatikan Kongo Senegal Niger Oman".split()
)
_GERMAN_BEFORE_SUBJECT = frozenset(
    "dass ob weil wenn da nachdem bevor sobald solange obwohl während damit falls wonach wo "
    "und aber doch denn hat habe haben hatte hätte ist sei war wäre wird werde würde würden will "
    "wolle kann könne könnte muss müsse müsste soll solle sollte darf dürfe dürfte".split()
)
_GERMAN_VERBS = frozenset(
    "hat habe haben hatte hatten hätte hätten ist sei sind seien war waren wäre wären wird werde "
    "werden wurde wurden würde würden will wolle wollen wollte wollten kann könne können konnte "
    "könnte könnten muss müsse müssen musste müsste müssten soll solle sollen sollte sollten darf "
    "dürfe dürfen dürfte dürften mag möge gibt gebe geht gehe macht mache braucht brauche bleibt "
    "bleibe steht stehe kommt komme hält halte lässt lasse nimmt nehme setzt setze sieht sehe "
    "trägt trage droht drohe fordert fordere verlangt verlange versucht versuche unterstützt "
    "unterstütze lehnt lehne".split()
)
_ENGLISH_PARTNERS = frozenset("with against by between".split())
_ENGLISH_PREPOSITIONS = frozenset(
    "in of from to into at for on onto near like than across through around over under inside "
    "outside within about toward towards and or as".split()
)
_ENGLISH_VERBS = frozenset(
    "is are was were isn has have had hasn haven hadn will won would wouldn should shouldn must "
    "can cannot can't could couldn may might does doesn did didn do don shall wants want needs "
    "need wanted needed says said knows thinks believes continues remains refuses refused agreed "
    "agrees supports supported attacked invaded".split()
)
_ENGLISH_AFTER = frozenset(
    "and or but to in on for that over about because before after if when while as at since "
    "until without".split()
)
_CLOSED = frozenset({".", ",", ";", ":", "!", "?", ")", *QUOTES})


def acts(text: Text, name: NameAt, place: Place) -> bool:
    """Whether the name of a country, a capital or a seat stands for those who govern there."""
    if text.language == "en":
        return _acts_in_english(text, name)
    return _acts_in_german(text, name, place)


def _acts_in_german(text: Text, name: NameAt, place: Place) -> bool:
    shown = text.words[name.last - 1]
    if shown.endswith("s") and not place.de.endswith("s"):
        return False
    begin = text.sentence_begin(name.first)
    at = name.first - 1
    article = ""
    if at >= begin and text.words[at].lower() in _GERMAN_ARTICLES:
        article = text.words[at].lower()
        at -= 1
    before = text.words[at].lower() if at >= begin else ""
    after = _after(text, name)
    if before in _GERMAN_PARTNERS:
        return after not in {"-", "/"}
    masculine = shown in _MASCULINE
    # *der Ukraine* is another's, or somebody's to whom.
    if article and not (article in {"die", "das"} or (masculine and article in {"der", "den"})):
        return False
    # Subjects stand before their verb, or right behind it, or behind what begins the clause.
    leads = not before or not before[0].isalnum() or before in _GERMAN_BEFORE_SUBJECT
    if after in _GERMAN_VERBS:
        return leads
    # A capital is a town too: *dass Paris das Vorbild sei*.
    begins = _GERMAN_BEFORE_SUBJECT - {"und", "wo", "während"}
    return place.kind is not PlaceKind.CAPITAL and before in begins and after[:1].isalpha()


def _acts_in_english(text: Text, name: NameAt) -> bool:
    if text.words[name.last - 1].endswith(("'s", "’s", "'", "’")):
        return False
    begin = text.sentence_begin(name.first)
    at = name.first - 1
    if at >= begin and text.words[at].lower() == "the":
        at -= 1
    before = text.words[at].lower() if at >= begin else ""
    after = _after(text, name)
    if before in _ENGLISH_PARTNERS:
        return not after or after in _CLOSED | _ENGLISH_AFTER | _ENGLISH_VERBS
    return after in _ENGLISH_VERBS and before not in _ENGLISH_PREPOSITIONS


def _after(text: Text, name: NameAt) -> str:
    end = text.sentence_end(name.first)
    return text.words[name.last].lower() if name.last < end else ""
