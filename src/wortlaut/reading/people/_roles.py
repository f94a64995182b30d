"""Roles: the office or description that stands at a name.

*Kreml-Sprecher Dmitri Peskow*; *der Präsident der Region Elsass Adrien Zeller*; *Renate
Künast, die Vorsitzende des Ausschusses*; *John Doe, NATO's secretary general*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.reading.people._nouns import Noun, NounKind, nouns_of
from wortlaut.reading.people._text import Text

DETERMINERS = frozenset(
    "der die das dem den des ein eine einer eines einem einen sein seine seiner seines seinem "
    "seinen ihr ihre ihrer ihres ihrem ihren "
    "dieser diese dieses diesem diesen jener jene kein keine unser unsere mein meine the a an his "
    "her its their this that one another "
    "jeder jede mehrere viele einige manche zahlreiche alle beide zwei drei many some "
    "several".split()
)
_WITHIN = frozenset(
    "der die das dem den des von vom für im in am an zu zur zum aus und bei beim auf mit gegen of "
    "for the and in at to with from on "
    "eines einer über".split()
)
_NO_ADJECTIVES = frozenset(
    "zwischen gegenüber wegen neben unter hinter ohne während trotz durch sowie oder aber dass "
    "wenn weil nicht auch noch schon jedoch "
    "sagte sagten sagt habe haben hatte hatten wurde wurden worden wird werden kann können soll "
    "sollen sei seien wäre between against before "
    "after about than then that were been have said says told when while".split()
)
_COPULAS = frozenset("ist war is was wurde bleibt".split())
COUNTERPARTS = frozenset({"amtskollege", "kollege", "counterpart", "colleague", "gegenpart"})
_ABBREVIATED = {
    "Sen": "senator", "Gov": "governor", "Rep": "representative", "Pres": "president",
    "Gen": "general", "Col": "colonel", "Capt": "captain", "Sgt": "sergeant", "Adm": "admiral",
    "Lt": "lieutenant", "Prof": "professor", "Dr": "doctor", "Rev": "pastor",
}  # fmt: skip
_PARTIES = frozenset(
    "linke grün grüne liberal freie konservativ sozialdemokrat christdemokrat".split()
)
"""Nouns for one person that name a party in the plural: *die Vorsitzende der Linken*."""
_FARTHEST = 14
_LEADING = frozenset("the a an to his her its their".split())
_FIRST_HALF = "deputy"
"""An office that stands before another one: *deputy prime minister*."""
_RELATIVES = frozenset({"who", "which", "that", "whose"})


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description and where it stands."""

    noun: str
    """The noun in the nominative singular: *Präsident*."""
    base: str
    """The listed noun that it ends with: *präsident*."""
    adjectives: tuple[str, ...]
    """Stems of the adjectives before it: *russisch*."""
    first: int
    last: int
    gender: str | None
    value: str
    """The whole in the nominative: *russischer Präsident*."""


def roles_around(text: Text, first: int, last: int) -> Iterator[Role]:
    """The roles that stand before and after the name at words `[first, last)`."""
    before = _before(text, first)
    if before:
        yield before
    after = _after(text, last)
    if after:
        yield after


def human_noun(text: Text, place: int) -> Noun | None:
    """The word as a noun for one human, in the singular."""
    word = text.words[place]
    if text.language == "en":
        word = _ABBREVIATED.get(word, word)
    for noun in nouns_of(word, text.language):
        if noun.kind is NounKind.HUMAN and noun.singular:
            return noun
    return None


def _before(text: Text, first: int) -> Role | None:  # noqa: PLR0911, PLR0912
    place = first - 1
    floor = max(text.sentence_begin(first), first - _FARTHEST)
    comma = False
    if place >= floor and text.words[place] in {".", "Dr", "Prof"}:
        while place >= floor and text.words[place] in {".", "Dr", "Prof", "h", "c"}:
            place -= 1
    if place > floor and text.words[place] == "." and text.words[place - 1] in _ABBREVIATED:
        place -= 1
    if place >= floor and text.words[place] in {",", "–", "„", '"'}:
        comma = text.words[place] in {",", "–"}
        place -= 1
        if comma and place > floor and text.words[place] == ")":
            while place >= floor and text.words[place] != "(":
                place -= 1
            place -= 1
    if place < floor:
        return None
    noun = human_noun(text, place)
    outer = _of_whom(text, place, floor) if noun and (comma or noun.base in _PARTIES) else None
    if outer is not None:
        return role_at(text, outer, place + 1)
    if noun and not comma:
        return role_at(text, place, place + 1)
    if noun and comma and _np_begin(text, place) is not None:
        return role_at(text, place, place + 1)
    # The noun lies further back, a complement between it and the name.
    if not comma and not text.words[place][0].isupper() and text.words[place] != ")":
        return None
    end = place + 1
    closing = text.words[place] == ")"
    if closing:
        while place >= floor and text.words[place] != "(":
            place -= 1
        place -= 1
        end = place + 1
    while place >= floor:
        word = text.words[place]
        noun = human_noun(text, place)
        if noun and _np_begin(text, place) is not None:
            follows = text.words[place + 1]
            if follows in _WITHIN or follows[0].isupper() or end == place + 1:
                return role_at(text, place, end)
        if not (
            word[0].isupper()
            or word in _WITHIN
            or word in {"„", "“", '"', "&"}
            # *Die Sängerin Ruth Adam traf Anna Kern*: a verb ends the one's office.
            or (declined(word) if text.language == "de" else adjective(word))
        ):
            return None
        place -= 1
    return None


def _of_whom(text: Text, place: int, floor: int) -> int | None:
    """The office that has a noun for its complement: *die Chefin der Linken, | Hatice Demirel*."""
    if place - 2 < floor or text.words[place - 1] not in {"der", "des", "von"}:
        return None
    at = place - 2
    return at if human_noun(text, at) and _np_begin(text, at) is not None else None


def _np_begin(text: Text, place: int) -> int | None:
    """The determiner before a noun's adjectives; its own place where none is needed."""
    at = place - 1
    begin = text.sentence_begin(place)
    while at >= begin and (adjective(text.words[at]) or text.words[at].endswith("-jährige")):
        at -= 1
    if at >= begin and text.words[at].lower() in DETERMINERS:
        return at
    if place == begin or text.language == "en":
        return place
    return None


def adjective(word: str) -> bool:
    """Whether a lower-case word may be an attributive adjective."""
    if word[0].isdigit():
        return "jährig" in word
    return (
        word[0].islower()
        and len(word) > 3
        and word not in DETERMINERS
        and word not in _WITHIN
        and word not in _NO_ADJECTIVES
    )


def declined(word: str) -> bool:
    """Whether a word may be a German adjective with its ending, and no adverb."""
    return adjective(word) and word.endswith(("e", "en", "em", "er", "es"))


def _after(text: Text, last: int) -> Role | None:  # noqa: PLR0911, PLR0912
    end = min(text.sentence_end(last - 1), last + 12)
    place = last
    if place < end and text.words[place] == "(":
        while place < end and text.words[place] != ")":
            place += 1
        place += 1
    if place >= end:
        return None
    if text.words[place] in _COPULAS and text.words[place + 1 : place + 2]:
        place += 1
        if text.words[place].lower() not in DETERMINERS:
            return None
    elif text.words[place] != ",":
        return None
    else:
        place += 1
        if place < end and text.words[place].isdigit():
            place += 2
    start = place
    if start < end and text.words[start] in _RELATIVES:
        return None
    while place < end and place < start + 6:
        word = text.words[place]
        noun = human_noun(text, place)
        if noun:
            if text.language == "de" and place + 1 < end and _is_name_like(text, place + 1):
                return None
            if text.language == "en" and noun.base == _FIRST_HALF:
                place = _second_half(text, place, end)
            return role_at(text, place, place + 1)
        if not (
            word.lower() in DETERMINERS
            or adjective(word)
            or word.endswith(("s", "’s", "'s"))
            or word[0].isupper()
        ):
            return None
        if word[0].islower() and word.endswith(("te", "ten", "hat", "ist")) and place > start + 1:
            return None
        following = text.words[place + 1].lower() if place + 1 < end else ""
        if word[0].islower() and word.lower() not in DETERMINERS and following in DETERMINERS:
            # *Hatice Demirel, hielt dem Minister vor*: a verb and whom it is done to.
            return None
        place += 1
    return None


def _second_half(text: Text, place: int, end: int) -> int:
    """The noun that a *deputy* stands before: *deputy prime | minister*; else its own place."""
    for at in range(place + 1, min(place + 3, end)):
        if human_noun(text, at):
            return at
        if not _plain_premodifier(text.words[at]):
            break
    return place


def _is_name_like(text: Text, place: int) -> bool:
    word = text.words[place]
    return word[0].isupper() and not nouns_of(word, "de")


def role_at(text: Text, place: int, end: int) -> Role:
    """The role whose noun stands at `place` and whose complement ends before `end`."""
    noun = human_noun(text, place)
    assert noun is not None
    first = place
    begin = text.sentence_begin(place)
    adjectives: list[str] = []
    while first > begin and declined(text.words[first - 1]) and text.language == "de":
        first -= 1
        adjectives.insert(0, _stem(text.words[first]))
    if first > begin and text.words[first - 1].lower() not in DETERMINERS:
        # Without an article, only what is surely no verb or adverb: *russischer Präsident*.
        while adjectives and not adjectives[0].endswith("isch"):
            adjectives.pop(0)
            first += 1
    lead = [_nominative(stem, noun.gender) for stem in adjectives]
    if first > begin and _possessor(text, first - 1):
        first -= 1
        lead.insert(0, text.words[first])
    elif text.language == "en":
        first = _premodified(text, place)
        lead = list(text.words[first:place])
    tail = [text.between(place + 1, end)] if end > place + 1 else []
    lemma = noun.lemma
    if noun.gender is None and lemma.endswith("e") and text.language == "de":
        before = text.words[first - 1].lower() if first > begin else ""
        if before in {"der", "dem", "ein", "einem", "des"} or (lead and lead[-1].endswith("er")):
            lemma += "r"
    value = " ".join([*lead, lemma, *tail])
    return Role(noun.lemma, noun.base, tuple(adjectives), first, end, noun.gender, value)


def _possessor(text: Text, place: int) -> bool:
    """*Russlands* Außenminister: a capitalised genitive before the noun."""
    word = text.words[place]
    if text.language == "en":
        return word.endswith(("’s", "'s")) and word[0].isupper()
    return (
        word[0].isupper()
        and word.endswith(("s", "’"))
        and word.lower() not in DETERMINERS
        and not nouns_of(word, "de")
    )


def _premodified(text: Text, place: int) -> int:
    """Where an English office begins whose noun stands at `place`: *the | Dutch foreign minister*.

    Words in lower case count only behind an article, a possessive, or an adjective of a land
    that has one itself or follows a comma: *the port director*, but not *said director*.
    """
    begin = text.sentence_begin(place)
    floor = max(begin, place - 4)
    first = place
    while first > floor and _plain_premodifier(text.words[first - 1]):
        first -= 1
    if not _led_in(text, first, begin):
        first = place
    while first > floor and _proper_premodifier(text.words[first - 1]):
        first -= 1
    return first


def _plain_premodifier(word: str) -> bool:
    verbal = word.endswith(("ed", "ing", "ly")) or (
        word.endswith("s") and not word.endswith(("ous", "less"))
    )
    return word.islower() and adjective(word) and not verbal


def _proper_premodifier(word: str) -> bool:
    return word[0].isupper() and word.lower() not in DETERMINERS and word[-1].isalpha()


def _led_in(text: Text, first: int, begin: int) -> bool:
    """Whether what stands before an office's words in lower case shows that they belong to it."""
    if first <= begin:
        return False
    word = text.words[first - 1]
    if word.lower() in _LEADING or word.endswith(("’s", "'s")):
        return True
    if first - 1 <= begin or not _proper_premodifier(word):
        return False
    before = text.words[first - 2]
    return before == "," or before.lower() in _LEADING


def _stem(word: str) -> str:
    for ending in ("en", "em", "er", "es", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


def _nominative(stem: str, gender: str | None) -> str:
    """The adjective without an article before it: *russischer*, *russische*."""
    return stem + {"f": "e", "n": "es"}.get(gender or "m", "er")


def counterpart_role(text: Text, role: Role) -> Role:
    """The office of a counterpart: *sein russischer Amtskollege* of a president is one too."""
    if role.base not in COUNTERPARTS:
        return role
    begin = text.sentence_begin(role.first)
    for place in range(role.first - 1, begin - 1, -1):
        noun = human_noun(text, place)
        if noun and noun.base not in COUNTERPARTS:
            office = noun.lemma.rsplit("-", 1)[-1]
            lead = [_nominative(stem, role.gender or noun.gender) for stem in role.adjectives]
            if text.language == "en":
                lead = list(role.value.split()[:-1])
            value = " ".join([*lead, office])
            return Role(
                office, noun.base, role.adjectives, role.first, role.last, role.gender, value
            )
    return role
