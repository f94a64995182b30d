"""Who is spoken about: the humans and bodies named within the words of a quotation.

Nothing is looked for anew: the article's cast tells whose each name is. Rather nobody than the
wrong one: pronouns and offices are left aside, as are nouns that only may mean a body (*die
Partei*) and places in which something merely is.
"""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.model import Mention, PersonKind, Statement
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._acting_places import acts
from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._decision import Decision
from wortlaut.reading.people._function_words import QUOTES
from wortlaut.reading.people._genders import is_first_name
from wortlaut.reading.people._known import Known
from wortlaut.reading.people._names import NameAt
from wortlaut.reading.people._namesakes import namesake_in_play
from wortlaut.reading.people._naming import noun_name
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._roles import adjective

_LIKELY = 0.8
_LIKELY_ALONE = 0.97
"""How sure the tagger must be of a name for which the article speaks, and of any other."""
_LIKELY_BODY_ALONE = 0.9
_UNITED_NATIONS = "UN"


def spoken_about(known: Known, statement: Statement, speaker: Decision) -> tuple[Mention, ...]:
    """Who is named in the quoted words, each once, in order of the text; the speaker aside."""
    found: dict[tuple[str, PersonKind], Mention] = {}
    for name, kind, first, last in _named(known, statement, speaker):
        key = (name, kind)
        if key not in found and not (name == speaker.name and kind is speaker.kind):
            found[key] = Mention(name, kind, known.text.span(first, last))
    return tuple(found.values())


_Named = tuple[str, PersonKind, int, int]


def _named(known: Known, statement: Statement, speaker: Decision) -> Iterator[_Named]:
    """Names and kinds with their first and last word."""
    around = set(known.text.places((*statement.speaker, *statement.addressee)))
    himself = speaker.referent.member if speaker.referent else None
    via = statement.via.value if statement.via else None
    quoted = known.quoted[statement.id]
    for place in sorted(quoted - around):
        name = known.cast.name_at.get(place)
        if name is None:
            government = _government(known, place)
            if government is not None and government[2] in quoted:
                yield government
            continue
        whole = name.first == place and name.last - 1 in quoted
        member = known.cast.of_name[name.first]
        if not whole or member is himself or member.name == via:
            continue
        if member.kind is PersonKind.HUMAN:
            if _sure_human(known, name, member):
                yield _of_two(known, name, member).name, member.kind, name.first, name.last
            continue
        body = _body(known, name, member)
        if body is not None:
            yield body, PersonKind.BODY, name.first, name.last


def _sure_human(known: Known, name: NameAt, member: Member) -> bool:
    words = known.text.words
    evident = bool(member.roles) or member.gender is not None or is_first_name(member.words[0])
    if member.likely < (_LIKELY if evident else _LIKELY_ALONE) or _is_title_of_work(known, name):
        return False
    if not evident and len(member.words) > 1 and _is_common(known, member.words[-1]):
        # *Reagan Democrats*, *Obama Administration*
        return False
    if name.last - name.first > 1 or name.first == known.text.sentence_begin(name.first):
        return True
    # *Chelsea | Clinton*, taken for the mother: the first name is no part of the name.
    before = name.first - 1
    return not (before in known.cast.name_at or is_first_name(words[before]))


def _is_common(known: Known, word: str) -> bool:
    language = known.text.language
    return bool(nouns_of(word, language) or nouns_of(word.lower(), language))


def _is_title_of_work(known: Known, name: NameAt) -> bool:
    """*“Shark Tank”*: a name that stands between quotation marks alone."""
    words = known.text.words
    before = words[name.first - 1] if name.first else ""
    after = words[name.last : name.last + 2]
    return before in QUOTES and any(word in QUOTES for word in after[:2])


def _of_two(known: Known, name: NameAt, member: Member) -> Member:
    """Of two with one surname, the one who is told of just before."""
    if name.last - name.first > 1 or len(member.words) == 1:
        return member
    other = namesake_in_play(known.text, known.cast, known.discourse, member, name.first)
    return other or member


def _body(known: Known, name: NameAt, member: Member) -> str | None:
    """What a body is called; None where the name is that of a place, a people or a work."""
    shown = known.text.between(name.first, name.last)
    place = known.places.of(shown, known.text.language)
    if place is None or place.country == _UNITED_NATIONS:
        return known.fullest(member.name) if _sure_body(known, name, member) else None
    if not acts(known.text, name, place):
        return None
    return known.metonyms.speaks_for(shown) or known.fullest(member.name)


def _sure_body(known: Known, name: NameAt, member: Member) -> bool:
    alone = len(member.words) == 1
    if (
        not member.organisation
        or name.kind is not NameKind.ORGANISATION
        or member.likely < (_LIKELY_BODY_ALONE if alone else _LIKELY)
        or _is_title_of_work(known, name)
    ):
        return False
    if any(word.endswith(("'s", "’s")) for word in member.words[:-1]):
        # *Saturday’s GOP*
        return False
    readings = nouns_of(member.words[-1], known.text.language)
    # *Democrats*, *Mönche*: people, of whom none is named.
    return not (alone and readings and readings[0].kind is not NounKind.BODY)


def _government(known: Known, place: int) -> _Named | None:
    """*die russische Regierung*, *US-Regierung*: a government with its country."""
    text = known.text
    word = text.words[place]
    if not ("egierung" in word or word in {"government", "administration", "Administration"}):
        return None
    noun = next((n for n in nouns_of(word, text.language) if n.kind is NounKind.BODY), None)
    if noun is None:
        return None
    first = place
    while first > text.sentence_begin(place) and adjective(text.words[first - 1]):
        first -= 1
    name = noun_name(text, range(first, place + 1), place, noun, plural=False)
    if known.places.government(name) is None:
        return None
    return name, PersonKind.BODY, first, place + 1
