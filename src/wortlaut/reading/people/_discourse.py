"""Who and what an article speaks of, in order: the candidates for a pronoun or an office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from wortlaut.model import PersonKind
from wortlaut.reading.people._cast import Cast, Member
from wortlaut.reading.people._naming import complement_of, is_plural
from wortlaut.reading.people._nouns import Noun, NounKind, nouns_of
from wortlaut.reading.people._offices import Offices
from wortlaut.reading.people._roles import DETERMINERS, adjective, role_at
from wortlaut.reading.people._text import Text

_SURE = 1.9
"""From here on, an office fits well enough to be a mention."""
INDEFINITE = frozenset(
    "ein eine einer eines einem einen a an one another mehrere einige zwei drei some several "
    "viele many".split()
)
_SPEAKS_FOR = frozenset(
    "sprecher vertreter beamte mitarbeiter spokesman spokeswoman spokesperson official".split()
)
_WHOSE = frozenset("der des von vom eines einer of for".split())
_COMPLEMENT = 9
"""Words within which a noun's complement is looked for."""
_OBLIQUE = frozenset(
    "von vom mit bei beim für gegen nach zu zum zur des dem den gegenüber über durch ohne um an "
    "am auf in im unter wegen zwischen "
    "of with by for against to from about between on in at into like than".split()
)

_SUBORDINATING = frozenset(
    "ob dass wenn weil nachdem obwohl bevor falls sofern solange whether if because although when "
    "unless".split()
)


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that the article speaks of."""

    kind: PersonKind
    member: Member | None = None
    noun: Noun | None = None
    gender: str | None = None
    plural: bool = False
    mentions: list[tuple[int, int]] = field(default_factory=list)
    name: str = ""

    @property
    def shown(self) -> str:
        """The name or the noun."""
        return self.member.name if self.member else self.name


@dataclass(frozen=True, slots=True)
class MentionAt:
    """One mention of a referent."""

    first: int
    last: int
    referent: Referent
    leads: bool
    """Whether it is the first in its sentence that no preposition governs."""
    oblique: bool
    """Whether a preposition or an article in the dative or genitive governs it."""
    subordinate: bool = False
    """Whether it stands in a clause like *Ob er bleibt,* before the main clause."""


@dataclass(frozen=True)
class Discourse:
    """All mentions in order."""

    mentions: Sequence[MentionAt]
    begins: Sequence[int]
    of_member: dict[int, Referent]
    """By `id` of the member."""

    def before(self, place: int) -> Sequence[MentionAt]:
        """The mentions that begin before a word."""
        return self.mentions[: bisect_left(self.begins, place)]

    def within(self, begin: int, end: int) -> Sequence[MentionAt]:
        """The mentions that begin at words `[begin, end)`."""
        return self.mentions[bisect_left(self.begins, begin) : bisect_left(self.begins, end)]

    def referent(self, member: Member) -> Referent:
        """The referent of a named member."""
        return self.of_member[id(member)]


def discourse_of(text: Text, cast: Cast, offices: Offices) -> Discourse:
    """Walk through the article once and join nouns to the names and nouns before them."""
    walk = _Walk(text, cast, offices)
    for member in cast.members:
        walk.add_member(member)
    appositions = {
        place: member
        for member in cast.members
        for role in member.roles
        for place in range(role.first, role.last)
    }
    english = text.language == "en"
    place = 0
    while place < len(text):
        name = cast.name_at.get(place)
        if name:
            if place in cast.couples:
                walk.couple(name.first, cast.couples[place][1].last)
            walk.add(name.first, name.last, walk.of_member[id(cast.of_name[name.first])])
            place = name.last
            continue
        # *Die Schauspieler Vera und Hannes Lindemann* are one.
        apposed = place in appositions or place + 1 in cast.couples
        if (english or text.words[place][0].isupper()) and not apposed:
            walk.noun(place)
        place += 1
    begins = [mention.first for mention in walk.mentions]
    return Discourse(walk.mentions, begins, walk.of_member)


class _Walk:
    def __init__(self, text: Text, cast: Cast, offices: Offices) -> None:
        self.text = text
        self.cast = cast
        self.mentions: list[MentionAt] = []
        self.of_member: dict[int, Referent] = {}
        self._nouns: dict[str, Referent] = {}
        self._led: set[int] = set()
        self.offices = offices

    def add_member(self, member: Member) -> None:
        """Prepare the referent of somebody named."""
        gender = member.gender
        if member.kind is PersonKind.BODY and not member.place:
            gender = self._gender_of_body(member)
        self.of_member[id(member)] = Referent(
            member.kind, member=member, gender=gender, plural=member.plural
        )

    def _gender_of_body(self, member: Member) -> str | None:
        """The gender of the noun in a body's name: *Universität Bayreuth*, *Deutscher Bund*."""
        if self.text.language == "en":
            return None
        for word in member.words:
            for noun in nouns_of(word, "de"):
                if noun.kind is NounKind.BODY and noun.gender:
                    return noun.gender
        return None

    def add(self, first: int, last: int, referent: Referent) -> None:
        """Note a mention."""
        before = self._before(first)
        oblique = before in _OBLIQUE
        sentence = self.text.sentences[first]
        leads = not oblique and sentence not in self._led
        subordinate = self._subordinate(first)
        if leads and not subordinate:
            self._led.add(sentence)
        referent.mentions.append((first, last))
        self.mentions.append(MentionAt(first, last, referent, leads, oblique, subordinate))

    def couple(self, first: int, last: int) -> None:
        """Note two people who are named together, as one that a plural may mean."""
        shown = self.text.between(first, last)
        referent = self._nouns.setdefault(
            shown, Referent(PersonKind.GROUP, plural=True, name=shown)
        )
        self.add(first, last, referent)

    def _subordinate(self, place: int) -> bool:
        begin = self.text.sentence_begin(place)
        return (
            self.text.words[begin].lower() in _SUBORDINATING
            and "," not in self.text.words[begin:place]
        )

    def _before(self, first: int) -> str:
        """The word that governs a mention: before its adjectives, titles and offices."""
        at = first - 1
        begin = self.text.sentence_begin(first)
        while at >= begin and (
            (adjective(self.text.words[at]) and self.text.words[at] not in _OBLIQUE)
            or (
                self.text.words[at][0].isupper()
                and at > begin
                and bool(nouns_of(self.text.words[at], self.text.language))
            )
        ):
            at -= 1
        if at < begin:
            return ""
        word = self.text.words[at].lower()
        if word == "der" and at > begin and self.text.words[at - 1][0].isupper():
            # *der Kandidat der Partei*
            return "des"
        if word in {"der", "die", "das", "ein", "eine", "seine", "ihre", "the", "a"} and at > begin:
            earlier = self.text.words[at - 1].lower()
            return earlier if earlier in _OBLIQUE else word
        return word

    def noun(self, place: int) -> None:
        """Note a noun that may speak, joined to whom it means."""
        readings = nouns_of(self.text.words[place], self.text.language)
        noun = next((n for n in readings if n.kind is not NounKind.SOURCE), None)
        if noun is None:
            return
        determiner, _first = self._determiner(place)
        if self.text.language == "en" and not determiner and not noun.plural and place:
            return
        plural = is_plural(noun, determiner, False, genitive=False)
        alone = not determiner and noun.kind is NounKind.HUMAN and noun.singular
        if alone and (not noun.plural or self.text.language == "en"):
            # *Sie ist Sprecherin*: said of somebody, and nobody by itself.
            return
        referent = None
        if determiner not in INDEFINITE and noun.kind is NounKind.HUMAN and not plural:
            referent = self._holder(place, noun)
        key = noun.lemma.lower()
        if referent is None and determiner not in INDEFINITE:
            referent = self._nouns.get(key)
        if referent is None:
            kind = {
                NounKind.HUMAN: PersonKind.GROUP if plural else PersonKind.UNNAMED,
                NounKind.GROUP: PersonKind.GROUP,
                NounKind.BODY: PersonKind.GROUP if plural else PersonKind.BODY,
            }.get(noun.kind, PersonKind.DOCUMENT)
            shown = self.text.words[place] if plural else self._with_whose(place, noun)
            referent = Referent(kind, None, noun, noun.gender, plural, name=shown)
            self._nouns[key] = referent
        self.add(place, place + 1, referent)

    def _with_whose(self, place: int, noun: Noun) -> str:
        """*Sprecher der Kommission*: whoever speaks for a body is called with it."""
        following = self.text.words[place + 1 : place + 2]
        if noun.base not in _SPEAKS_FOR or not following or following[0] not in _WHOSE:
            return noun.lemma
        span = range(place, min(self.text.sentence_end(place), place + _COMPLEMENT))
        return " ".join([noun.lemma, *complement_of(self.text, span, place)])

    def _determiner(self, place: int) -> tuple[str, int]:
        at = place - 1
        begin = self.text.sentence_begin(place)
        while at >= begin and (
            adjective(self.text.words[at])
            or (self.text.language == "en" and self.text.words[at][0].isupper() and at > begin)
        ):
            at -= 1
        if at >= begin and self.text.words[at].lower() in DETERMINERS:
            return self.text.words[at].lower(), at
        return "", place

    def _holder(self, place: int, noun: Noun) -> Referent | None:
        """The named human who holds the office, if the match is sure."""
        held = self.offices.holders(role_at(self.text, place, place + 1))
        score, member = max(held, key=lambda pair: pair[0], default=(0.0, None))
        if member is None or score < _SURE:
            member = self.offices.only_woman(noun)
        return self.of_member[id(member)] if member else None
