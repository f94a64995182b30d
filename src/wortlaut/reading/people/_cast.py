"""The cast of an article: everybody and everything that is named in it, with all mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._couples import couples_in
from wortlaut.reading.people._genders import gender_of, is_first_name
from wortlaut.reading.people._names import GERMAN_TITLES, NameAt, is_title, words_of
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._roles import Role, counterpart_role, roles_around
from wortlaut.reading.people._text import Text

_MALE_TITLES = frozenset("Herr Herrn Mr Sir Lord König Prinz Papst Kaiser Pater Kardinal".split())
_FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss"})
"""Listed nouns that tell a gender but no office."""
_FEMALE_TITLES = frozenset("Frau Fräulein Mrs Ms Miss Lady Königin Prinzessin".split())


_SHORT_FORMS = {
    "bill": "william", "bob": "robert", "dick": "richard", "jim": "james", "joe": "joseph",
    "mike": "michael", "ted": "edward", "tony": "anthony", "jack": "john", "liz": "elizabeth",
    "hillary": "hillary", "kate": "katherine", "chuck": "charles", "rick": "richard",
}  # fmt: skip
"""Names that people are called by, and the ones they were given."""
_SURE_PLACE = 0.8
"""A surname that the tagger takes for a place less surely than this is a surname."""


@dataclass(slots=True)
class Member:
    """Somebody or something of the cast; mentions are added while the article is read."""

    kind: PersonKind
    words: tuple[str, ...]
    """The fullest form of the name."""
    mentions: list[tuple[int, int]] = field(default_factory=list)
    """Words `[first, last)` of each mention by name."""
    roles: list[Role] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    """Evidence for m and f, in points."""
    plural: bool = False
    place: bool = False
    """Whether it is a place."""
    organisation: bool = False
    """Whether it is a party, a company, an outlet or the like."""
    likely: float = 0.0
    """How sure the names were of this kind, at best."""

    @property
    def name(self) -> str:
        """The fullest form, as it is shown."""
        return joined(self.words)

    @property
    def gender(self) -> str | None:
        """M or f where the evidence for it is clearly the stronger."""
        male, female = self.genders["m"], self.genders["f"]
        if male == female:
            return None
        return "m" if male > female else "f"


def joined(words: Sequence[str]) -> str:
    """Words of a name as they are written: *George W. Bush*, *O'Neill*."""
    result = ""
    for word in words:
        glued = not word[0].isalnum() or result.endswith(("'", "’", "-"))
        result += word if not result or (glued and word in {".", ",", "-"}) else " " + word
    return result


@dataclass(frozen=True)
class Cast:
    """Who and what is named, and whose each named word is."""

    members: Sequence[Member]
    names: Sequence[NameAt]
    of_name: dict[int, Member]
    """The member that the name beginning at this word belongs to."""
    name_at: dict[int, NameAt]
    """The name that a word belongs to."""
    tagged: bool = False
    """Whether a tagger gave names of the article."""
    couples: dict[int, tuple[NameAt, NameAt]] = field(default_factory=dict)
    """*Vera und Hannes Lindemann* by its first word."""

    def member_at(self, place: int) -> Member | None:
        """Whose name covers a word."""
        name = self.name_at.get(place)
        return self.of_name.get(name.first) if name else None


def cast_of(text: Text, names: Sequence[NameAt], *, tagged: bool = False) -> Cast:
    """Join the names of an article into members, and learn their roles and genders."""
    names = list(_mended(text, names))
    people = _People(text)
    others: dict[str, Member] = {}
    of_name: dict[int, Member] = {}
    for name in names:
        if name.kind is NameKind.PERSON and name.last - name.first > 1:
            of_name[name.first] = people.full(name)
    couples = {one.first: (one, other) for one, other in couples_in(text, names)}
    for one, other in couples.values():
        surname = words_of(text, other.first, other.last)[-1]
        of_name[one.first] = people.of_words((text.words[one.first], surname), one.first)
    for name in names:
        if name.kind is NameKind.PERSON:
            if name.last - name.first == 1 and name.first not in couples:
                of_name[name.first] = people.single(name)
        else:
            of_name[name.first] = _other(text, name, others)
    for name in names:
        member = of_name[name.first]
        member.mentions.append((name.first, name.last))
        member.likely = max(member.likely, name.confidence)
        if name.first in couples:
            # The office before a couple is both's.
            code = gender_of(text.words[name.first])
            member.genders[code or ""] += 3
        elif member.kind is PersonKind.HUMAN:
            _learn(text, name, member)
    members = list({id(member): member for member in of_name.values()}.values())
    covered = {place: name for name in names for place in range(name.first, name.last)}
    return Cast(members, names, of_name, covered, tagged, couples)


def _mended(text: Text, names: Sequence[NameAt]) -> Iterator[NameAt]:
    """The names with the kind that most of the article gives them, and lone surnames added."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
    surnames: dict[str, int] = {}
    firms: set[str] = set()
    whole: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        words = words_of(text, name.first, name.last)
        votes[words][name.kind] += name.confidence  # type: ignore[assignment]
        if name.kind is NameKind.PERSON and (len(words) > 1 or not is_first_name(words[-1])):
            surnames.setdefault(words[-1], name.first)
            if len(words) > 1:
                whole.setdefault(words[-1], set()).add(words)
        if name.kind is NameKind.ORGANISATION and len(words) > 1:
            firms.add(words[0])
    place = 0
    for name in names:
        yield from _lone(text, surnames, place, name.first)
        words = words_of(text, name.first, name.last)
        kind = votes[words].most_common(1)[0][0]
        if kind is NameKind.PERSON and _two_surnames(words, whole):
            # *kritisierte Rajoy Zapatero*: two people, taken for one.
            yield NameAt(name.first, name.first + 1, kind, name.confidence)
            yield NameAt(name.first + 1, name.last, kind, name.confidence)
            place = name.last
            continue
        if (
            kind is NameKind.PERSON
            and len(words) == 1
            and words[0] in firms
            and words[0] not in surnames
        ):
            kind = NameKind.ORGANISATION
        sure_place = kind is NameKind.PLACE and name.confidence >= _SURE_PLACE
        if len(words) == 1 and words[0] in surnames and not sure_place:
            kind = NameKind.PERSON
        yield NameAt(name.first, name.last, kind, name.confidence)
        place = name.last
    yield from _lone(text, surnames, place, len(text))


def _two_surnames(words: tuple[str, ...], whole: dict[str, set[tuple[str, ...]]]) -> bool:
    """Whether a supposed name is two surnames, each of another name of the article."""
    if len(words) != 2 or is_first_name(words[0]):
        return False
    return all(bool(whole.get(word, set()) - {words}) for word in words)


def _lone(text: Text, surnames: dict[str, int], first: int, last: int) -> Iterator[NameAt]:
    """Surnames of known people that the tagger left out."""
    if not surnames:
        return
    for place in range(first, last):
        word = text.words[place]
        if (word[0].isupper() or "-" in word) and words_of(text, place, place + 1)[0] in surnames:
            yield NameAt(place, place + 1, NameKind.PERSON, 0.7)


def _other(text: Text, name: NameAt, others: dict[str, Member]) -> Member:
    words = words_of(text, name.first, name.last)
    key = " ".join(words).casefold()
    if name.kind is NameKind.ORGANISATION and len(words) == 1 and key not in others:
        # *Tesla* for *Tesla Motors*
        for other in others.values():
            longer = other.organisation and len(other.words) > 1 and other.words[0] == words[0]
            if longer and not any(c.isdigit() for c in other.words[1]):
                return other
    if key not in others:
        others[key] = Member(
            PersonKind.BODY,
            words,
            place=name.kind is NameKind.PLACE,
            organisation=name.kind is NameKind.ORGANISATION,
        )
    return others[key]


class _People:
    """Joins names of people: a surname belongs to the full name that ends with it."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._by_word: dict[str, list[Member]] = defaultdict(list)
        self._first: dict[int, int] = {}
        self._single: dict[tuple[str, str | None], Member] = {}

    def full(self, name: NameAt) -> Member:
        """The member of a name of several words; the fullest form stays."""
        return self.of_words(words_of(self._text, name.first, name.last), name.first)

    def of_words(self, words: tuple[str, ...], place: int) -> Member:
        """The member of a full name that stands first at a word."""
        for member in self._by_word[words[-1].casefold()]:
            if _same(member.words, words):
                if len(words) > len(member.words):
                    member.words = words
                break
        else:
            member = Member(PersonKind.HUMAN, words)
        for word in words:
            holders = self._by_word[word.casefold()]
            if word[0].isalnum() and not any(holder is member for holder in holders):
                holders.append(member)
        self._first.setdefault(id(member), place)
        return member

    def single(self, name: NameAt) -> Member:
        """The member of a lone surname or first name; a new one where nobody has it."""
        word = words_of(self._text, name.first, name.last)[0]
        holders = self._by_word.get(word.casefold(), [])
        surnamed = [m for m in holders if m.words[-1].casefold() == word.casefold()]
        gender = _title_gender(self._text, name.first)
        candidates = surnamed or holders
        fitting = [m for m in candidates if gender is None or self._gender(m) in {None, gender}]
        if candidates and not fitting:
            # *Frau Bogner* beside *Willy Bogner*: another person of that surname.
            key = (word.casefold(), gender)
            return self._single.setdefault(key, Member(PersonKind.HUMAN, (word,)))
        if not candidates:
            key = (word.casefold(), None)
            return self._single.setdefault(key, Member(PersonKind.HUMAN, (word,)))
        if len(fitting) > 1:
            return max(fitting, key=lambda m: self._nearness(m, name.first))
        return fitting[0]

    def _gender(self, member: Member) -> str | None:
        return member.gender or gender_of(member.words[0])

    def _nearness(self, member: Member, place: int) -> tuple[bool, int]:
        """Named whole just before the place; else by whom the article names whole first."""
        sentence = self._text.sentences[place]
        for begin in range(place - 1, -1, -1):
            if sentence - self._text.sentences[begin] > 1:
                break
            if self._text.words[begin] == member.words[0]:
                return (True, begin)
        return (False, -self._first[id(member)])


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names of one surname may name one human."""
    first, second = one[0].casefold(), other[0].casefold()
    if first == second or _SHORT_FORMS.get(first, first) == _SHORT_FORMS.get(second, second):
        return True
    fewer, more = sorted((first, second), key=len)
    if more.startswith(fewer) and (len(fewer) == 1 or len(fewer) > 2):
        return True
    short, long = sorted((one, other), key=len)
    return set(map(str.casefold, short)) <= set(map(str.casefold, long))


def _title_gender(text: Text, place: int) -> str | None:
    """M or f where a title or an office before a name tells."""
    before = place - 1
    while before >= 0 and text.words[before] in {".", "Dr", "Prof"}:
        before -= 1
    if before < 0 or text.sentences[before] != text.sentences[place]:
        return None
    word = text.words[before]
    if word in _MALE_TITLES:
        return "m"
    if word in _FEMALE_TITLES:
        return "f"
    if text.language == "de" and is_title(text, before) and word not in GERMAN_TITLES:
        reading = nouns_of(word, "de")[0]
        # *Kanzlerin Merkel* is a woman; *Kanzler Kohl* most likely no woman.
        if reading.kind is NounKind.HUMAN:
            return reading.gender
    return None


def _learn(text: Text, name: NameAt, member: Member) -> None:
    """Take the roles and the evidence for a gender from around one mention."""
    gender = _title_gender(text, name.first)
    if gender:
        member.genders[gender] += 4
    first = text.words[name.first]
    if name.last - name.first > 1 and is_first_name(first):
        code = gender_of(first)
        if code:
            member.genders[code] += 3
    for role in roles_around(text, name.first, name.last):
        if role.base not in _FORMS_OF_ADDRESS:
            member.roles.append(counterpart_role(text, role))
        if role.gender:
            member.genders[role.gender] += 4
