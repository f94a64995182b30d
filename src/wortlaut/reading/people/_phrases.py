"""What the words that name a speaker are: a name, a pronoun, an office, a body, a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._cast import Cast, Member
from wortlaut.reading.people._names import stem_of
from wortlaut.reading.people._nouns import Noun, NounKind, nouns_of
from wortlaut.reading.people._roles import DETERMINERS, adjective
from wortlaut.reading.people._text import Text


class PhraseKind(Enum):
    """What sort of words name the speaker."""

    PERSON = auto()
    SEVERAL = auto()
    NAME = auto()
    """A name of no human: *BBC*, *Russland*."""
    NOUN = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    PRONOMINAL = auto()
    """*demnach*, *danach*: what was told of before."""
    OWN = auto()
    """*nach eigenen Angaben*: whoever the clause is about."""
    SPEAKING = auto()
    """Nothing but the speaking: *ersten Angaben zufolge*."""
    NOBODY = auto()
    """*dem Vernehmen nach*, *man*."""
    UNKNOWN = auto()
    """A capitalised word that no list has."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The head of the speaker's words, as far as they tell by themselves."""

    kind: PhraseKind
    first: int
    last: int
    noun: Noun | None = None
    member: Member | None = None
    determiner: str = ""
    adjectives: tuple[str, ...] = ()
    plural: bool = False
    name: str = ""
    """What to call the speaker where nobody better is found."""
    person_kind: PersonKind | None = None
    word: str = ""
    """The pronoun, in lower case."""
    members: tuple[Member, ...] = field(default=())


PERSONAL = frozenset(
    "er sie es ihm ihn ihr ihnen he she they him her them it ich wir mir uns mich i we me us you"
    .split()
)  # fmt: skip
POSSESSIVE = re.compile(
    r"(?:sein|ihr)(?:e|en|er|em|es)?$|his$|her$|their$|its$|my$|our$|mein(?:e|en|er|em|es)?$"
)
_RELATIVE = frozenset(
    "der die das dem den denen dessen deren welcher welche welches welchem who which that whom whose".split()
)
DEMONSTRATIVE = frozenset(
    "dieser diese dieses diesem diesen jener jene jenem letzterer letztere ersterer erstere derselbe dieselbe this these those".split()
)
_PRONOMINAL = frozenset(
    "demnach danach wonach demzufolge hiernach darin darunter dort daraus dabei dazu davon dadurch darauf hierzu".split()
)
_NOBODY = frozenset("man one you somebody someone jemand niemand keiner nobody".split())
_PREPOSITIONS = frozenset(
    "nach laut gemäß zufolge von vom in im aus bei beim durch seitens according to by in from per als für as an auf mit unter".split()
)
_AND = frozenset({"und", "sowie", "and", "&", "oder", "or"})
_SECOND_BEGINS = frozenset("die der das the auch andere weitere ein eine other".split())
_CUT = frozenset({"(", "[", "–", "—", ";", ":"})
_OF = frozenset(
    "von vom der des of for from by eines einer aus to with zum zur beim im in am for".split()
)
_AUTHORS = frozenset("von vom der des eines einer of by from".split())
_COMPOUND_SOURCE = re.compile(
    r"^(.{4,}?)(?:s|n)?(?:angaben|angabe|aussagen|aussage|meinung|ansicht|sicht|auskunft|berechnungen|informationen|einschätzung|schätzungen)$",
    re.I,
)
_WITNESS_REPORTS = re.compile(
    r"^((?:Augenz|Z)eugen|Experten|Polizei|Behörden)(?:berichte|berichten|bericht)$"
)
_UNSAID = frozenset({"vernehmen"})
_QUOTES = frozenset({"„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'"})


def read_phrase(text: Text, cast: Cast, places: Sequence[int]) -> Phrase | None:
    """The head of the speaker's words; None where there are no words."""
    span = [place for place in places if place < len(text)]
    if not span:
        return None
    gap = next((n for n in range(1, len(span)) if span[n] > span[n - 1] + 1), None)
    if gap is not None and text.words[span[gap]] != ",":
        span = span[:gap]
    while len(span) > 1 and text.words[span[0]].lower() in _PREPOSITIONS:
        if text.words[span[0]].lower() == "an" and text.language == "en":
            break
        if span[0] in cast.name_at:
            break
        span = span[1:]
    lone = _lone_word(text, span) or _owned(text, cast, span)
    if lone:
        return lone
    span, source = _after_source(text, cast, span)
    if isinstance(source, Phrase):
        return source
    if not span:
        return None
    genitive = source or _behind_source(text, span[0])
    return _Reading(text, cast, span, genitive=genitive).head()


def _lone_word(text: Text, span: Sequence[int]) -> Phrase | None:
    """A pronoun, or a word that does a pronoun's work."""
    first, last = span[0], span[-1] + 1
    word = text.words[first].lower()
    if word.endswith(("’s", "'s", "’ve", "'ve", "’d", "’ll")):
        word = re.split("[’']", word)[0]
    if len(span) == 1:
        if word in PERSONAL and text.words[first] != "US":
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if word in DEMONSTRATIVE:
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if POSSESSIVE.fullmatch(word):
            return Phrase(PhraseKind.PRONOUN, first, last, word=word)
        if word in _RELATIVE:
            return Phrase(PhraseKind.RELATIVE, first, last, word=word)
        if word in _PRONOMINAL:
            return Phrase(PhraseKind.PRONOMINAL, first, last, word=word)
        if word in {"beide", "beiden", "both"}:
            return Phrase(PhraseKind.PRONOUN, first, last, word="beide", plural=True)
        if word in _NOBODY:
            return Phrase(PhraseKind.NOBODY, first, last, word=word)
    if (
        word in {"er", "sie", "he", "she"}
        and len(span) <= 3
        and text.words[span[-1]].lower() in {"selbst", "auch", "himself", "herself"}
    ):
        return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)
    if (
        POSSESSIVE.fullmatch(word)
        and all(text.words[p][0].islower() for p in span[1:])
        and text.language == "en"
    ):
        return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)
    return None


_PEOPLE = re.compile(r"(?:lern|ern|innen|isten|anten|enten|ungen|logen|ianer|ianern)$")
_SOMEBODY = re.compile(
    r"(?:in|innen|er|ern|ist|isten|ant|anten|ent|enten|or|oren|mann|frau|leute)$"
)


def _owned(text: Text, cast: Cast, span: Sequence[int]) -> Phrase | None:
    """*auf ihrer Homepage*, *in seiner Rede*: whose it is speaks, unless it is somebody."""
    first = span[0]
    word = text.words[first].lower()
    if not POSSESSIVE.fullmatch(word) or len(span) > 3:
        return None
    last = text.words[span[-1]]
    readings = nouns_of(last, text.language)
    if readings and readings[0].kind not in {NounKind.DOCUMENT, NounKind.SOURCE}:
        return None
    if not readings and _SOMEBODY.search(last):
        return None
    if cast.name_at.get(span[-1]) or (text.language == "en" and not readings):
        return None
    return Phrase(PhraseKind.PRONOUN, first, first + 1, word=word)


def _after_source(
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
    if any(text.words[other] in _QUOTES for other in span[:at]):
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
        name=_noun_name(text, span, place, noun, plural=True),
        person_kind=PersonKind.DOCUMENT,
        plural=True,
    )


def _behind_source(text: Text, place: int) -> bool:
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
    if any(text.words[p] in _TIMES for p in range(place, min(place + 3, len(text)))):
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
                if other < place and word[0].islower() and _COUNTRY_ADJECTIVE.search(word):
                    shown = f"{_inflected(word, noun, plural=plural)} {shown}"
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


_CLASSES = frozenset(
    "agentur nachrichtenagentur presseagentur sender fernsehsender nachrichtensender zeitung tageszeitung zeitschrift magazin nachrichtenmagazin "
    "firma unternehmen konzern hersteller autohersteller softwarehersteller flugzeughersteller organisation partei fluggesellschaft airline gruppe "
    "betreiber netzbetreiber anbieter umweltschutzorganisation menschenrechtsorganisation hilfsorganisation blatt boulevardblatt portal "
    "internetportal versicherer energieversorger versorger kinderhilfswerk hilfswerk website webseite nachrichtenseite miliz band".split()
)
"""Nouns that say what sort of body a name is, and are no part of it."""


class _Reading:
    """Finds the head among names and nouns of a span."""

    def __init__(self, text: Text, cast: Cast, span: Sequence[int], *, genitive: bool) -> None:
        self.text = text
        self.cast = cast
        self.genitive = genitive
        self.span = self._without_relative_clause(list(span))
        self.determiner = ""
        if self.span and text.words[self.span[0]].lower() in _SPEECHLESS and len(self.span) > 1:
            self.span = self.span[1:]
        if self.span and text.words[self.span[0]].lower() in DETERMINERS:
            self.determiner = text.words[self.span[0]].lower()

    def _without_relative_clause(self, span: list[int]) -> list[int]:
        """The span up to a comma that a relative pronoun follows."""
        words = self.text.words
        for index, place in enumerate(span[:-1]):
            if words[place] == "," and index:
                following = words[span[index + 1]].lower()
                after = words[span[index + 2]] if index + 2 < len(span) else ""
                if following in {"who", "which", "whose", "dessen", "deren", "where"}:
                    return span[:index]
                relative = following in {"der", "die", "das", "dem", "den", "denen"}
                if relative and not (after[:1].isupper() or adjective(after or "-")):
                    return span[:index]
                if len(span) == index + 2 and relative:
                    return span[:index]
        return span

    def head(self) -> Phrase | None:
        """The phrase; None where the span holds nothing to go by."""
        start = 0
        words = self.text.words
        after = 1 if self.determiner else 0
        if after < len(self.span) and words[self.span[after]] in _QUOTES and not self._compound():
            return self._unknown()
        end = self._proper(after)
        if end > after and (joint := self._hyphenated(after)):
            return joint
        if end > after and not self.cast.name_at.get(self.span[after]):
            following = self.span[end] if end < len(self.span) else -1
            adjacent = following >= 0 and (
                self.cast.name_at.get(following) is not None
                or bool(nouns_of(words[following], self.text.language))
            )
            first = words[self.span[after]]
            possessor = self.text.language == "de" and stem_of(first, self.text) != first
            ends = (
                following < 0 or words[following] in {",", "("} or words[following].lower() in _AND
            )
            alone = ends or self.text.language == "de" and words[following] != "."
            if not adjacent and not possessor and alone and first not in _TIMES:
                return self._unknown()
        while True:
            index = self._next_head(start)
            if index is None:
                return self._unknown()
            place = self.span[index]
            name = self.cast.name_at.get(place)
            end = self._index_after(index, name.last) if name else index + 1
            if self._governed(index) and self._next_head(end) is not None:
                start = end
                continue
            if name is None:
                return self._noun(index)
            if self._possessor(index, end):
                start = end
                continue
            return self._named(index, end)

    def _compound(self) -> bool:
        """*eine „Reuters“-Reporterin*: the quoted word is but the first part of a noun."""
        return any(
            self.text.words[self.span[at]] in _QUOTES
            and self.text.words[self.span[at + 1]] == "-"
            for at in range(len(self.span) - 1)
        )

    def _governed(self, index: int) -> bool:
        """*die in Ulm erscheinende „Presse“*: a name or noun that a preposition governs."""
        if not index or self.text.language == "en":
            return False
        before = self.text.words[self.span[index - 1]].lower()
        return before in {"in", "im", "aus", "bei", "von", "vom", "mit", "innerhalb"}

    def _next_head(self, start: int) -> int | None:
        for index in range(start, len(self.span)):
            place = self.span[index]
            word = self.text.words[place]
            if word == "(" and index > start:
                return None
            if self.cast.name_at.get(place):
                return index
            if nouns_of(word, self.text.language):
                return index
        return None

    def _index_after(self, index: int, place: int) -> int:
        while index < len(self.span) and self.span[index] < place:
            index += 1
        return index

    def _possessor(self, index: int, end: int) -> bool:
        """Whether a name is but the genitive before the head: *Merkels Sprecher*."""
        if end >= len(self.span):
            return False
        last = self.text.words[self.span[end - 1]]
        following = self.span[end]
        word = self.text.words[following]
        if not last.endswith(("s", "’", "'", "x", "z")):
            return self.text.language == "en" and self._attributive(index, end)
        readings = nouns_of(word, self.text.language)
        if last.endswith(("’s", "'s", "’", "'")):
            return self._next_head(end) is not None
        if not readings and adjective(word) and end + 1 < len(self.span):
            readings = nouns_of(self.text.words[self.span[end + 1]], self.text.language)
        return (
            bool(readings)
            and self.text.language == "de"
            and not self.determiner
            or (bool(readings) and self._attributive(index, end))
        )

    def _attributive(self, index: int, end: int) -> bool:
        """*the Trump campaign*, *Clinton aides*, *FBI officials*: a name before an English noun."""
        if self.text.language != "en":
            return False
        at = end
        while at < len(self.span) and adjective(self.text.words[self.span[at]]):
            if nouns_of(self.text.words[self.span[at]], "en"):
                break
            at += 1
        if at >= len(self.span) or at > end + 2:
            return False
        return bool(nouns_of(self.text.words[self.span[at]], "en"))

    def _named(self, index: int, end: int) -> Phrase | None:
        place = self.span[index]
        name = self.cast.name_at[place]
        member = self.cast.of_name[name.first]
        several = self._several(index, end)
        if several:
            return several
        kind = PhraseKind.PERSON if name.kind is NameKind.PERSON else PhraseKind.NAME
        if kind is PhraseKind.NAME and self.text.language == "de":
            at = end
            while at < len(self.span) and self._goes_on(at):
                at += 1
            if at > end:
                # *die Deutsche | Umwelthilfe*
                return self._body_name(name.first, self.span[at - 1] + 1, whole=True)
        return Phrase(
            kind, name.first, name.last, member=member, determiner=self.determiner,
            name=member.name, person_kind=member.kind,
        )  # fmt: skip

    def _goes_on(self, at: int) -> bool:
        """Whether a capitalised word right behind a name is the rest of it."""
        word = self.text.words[self.span[at]]
        readings = nouns_of(word, "de")
        human = bool(readings) and readings[0].kind in {NounKind.HUMAN, NounKind.SOURCE}
        named = self.cast.name_at.get(self.span[at])
        return (
            word[0].isupper() and not human and (named is None or named.kind is not NameKind.PERSON)
        )

    def _several(self, index: int, end: int) -> Phrase | None:
        """Two or more joined by *und*: a group by their names as they stand."""
        at = end
        words = self.text.words
        while at < len(self.span) and words[self.span[at]] == "(":
            while at < len(self.span) and words[self.span[at]] != ")":
                at += 1
            at += 1
        comma = at < len(self.span) and words[self.span[at]] == ","
        if comma:
            rest = [words[p].lower() for p in self.span[at:]]
            if self._list_of_people(at):
                pass
            elif not (_AND & set(rest)) or not self.cast.name_at.get(
                self.span[min(at + 1, len(self.span) - 1)]
            ):
                return None
        elif at >= len(self.span) or words[self.span[at]].lower() not in _AND | {"als"}:
            return None
        rest = self.span[at + 1 :]
        if self._next_head(at + 1) is None and not any(words[p][0].isupper() for p in rest):
            return None
        members = []
        for place in self.span[index:]:
            member = self.cast.member_at(place)
            if member and not any(m is member for m in members):
                members.append(member)
        first = self.span[0] + (1 if self.determiner else 0)
        shown = self._shown(first, self.span[-1] + 1)
        if len(members) > 1 and all(m.kind is PersonKind.HUMAN for m in members):
            names = [m.name for m in members]
            joint = "and" if self.text.language == "en" else "und"
            shown = f"{', '.join(names[:-1])} {joint} {names[-1]}"
        return Phrase(
            PhraseKind.SEVERAL, first, self.span[-1] + 1, plural=True,
            name=shown, person_kind=PersonKind.GROUP, members=tuple(members),
        )  # fmt: skip

    def _list_of_people(self, at: int) -> bool:
        """Whether more people follow, each with an office: *..., und der Vorsitzende B*."""
        words = self.text.words
        joint = [i for i in range(at, len(self.span) - 2) if words[self.span[i]].lower() in _AND]
        if not joint:
            return False
        after = joint[-1] + 1
        if words[self.span[after]].lower() in {"der", "die", "the"}:
            after += 1
        elif not self.cast.name_at.get(self.span[min(after + 1, len(self.span) - 1)]):
            return False
        while after < len(self.span) - 1 and adjective(words[self.span[after]]):
            after += 1
        readings = nouns_of(words[self.span[after]], self.text.language)
        if not readings or readings[0].kind is not NounKind.HUMAN:
            return False
        end = len(self.span) - 1
        if words[self.span[end]] == ")":
            while end > after and words[self.span[end]] != "(":
                end -= 1
            end -= 1
        last = self.cast.name_at.get(self.span[end])
        return last is not None and last.kind is NameKind.PERSON

    def _shown(self, first: int, last: int) -> str:
        shown = re.sub(r"\s*\([^)]*\)", "", self.text.between(first, last))
        shown = re.sub(r",? (?:als auch|sowie auch|sowie) ", " und ", shown)
        shown = re.sub(r"^(?:vieler|einiger|mehrerer|zahlreicher|aller|many|some) ", "", shown)
        shown = re.sub(r"(?<=[ ,])(?:der|die|das|dem|den|the) ", "", shown)
        return shown.strip(" ,–-")

    def _noun(self, index: int) -> Phrase | None:
        place = self.span[index]
        word = self.text.words[place]
        readings = nouns_of(word, self.text.language)
        noun = readings[0]
        if self.text.language == "en":
            index, noun = self._english_head(index, noun)
            place = self.span[index]
            readings = (noun,)
        end = index + 1
        speaks_for_itself = {NounKind.HUMAN, NounKind.BODY, NounKind.GROUP}
        joint = self._hyphenated(index)
        if joint:
            return joint
        if noun.kind is NounKind.SOURCE:
            noun = next((n for n in readings if n.kind is NounKind.DOCUMENT), noun)
        if noun.kind in speaks_for_itself:
            person = self._apposed_person(index)
            if person is not None and noun.kind is NounKind.HUMAN:
                return person
            named = self._apposed_name(index)
            if named is not None:
                return named
            if noun.kind is not NounKind.HUMAN or True:
                several = self._several_nouns(index, end)
                if several:
                    return several
        if noun.kind in {NounKind.DOCUMENT, NounKind.SOURCE}:
            author = self._author(index)
            if author:
                return author
        plural = is_plural(noun, self.determiner, self._sentence_start(), genitive=self.genitive)
        following = self.span[end] if end < len(self.span) else -1
        name = self.cast.name_at.get(following) if following >= 0 else None
        if plural and noun.singular and index and self.cast.name_at.get(self.span[index - 1]):
            # *Becks Sprecher*
            plural = False
        if plural and noun.singular and name:
            last = self.text.words[name.last - 1]
            plural = name.kind is not NameKind.PERSON or stem_of(last, self.text) != last
        kinds = {
            NounKind.HUMAN: PersonKind.GROUP if plural else PersonKind.UNNAMED,
            NounKind.GROUP: PersonKind.GROUP,
            NounKind.BODY: PersonKind.GROUP if plural else PersonKind.BODY,
        }
        kind = kinds.get(noun.kind, PersonKind.DOCUMENT)
        if plural and self.determiner in {"einer", "eine", "one"}:
            # *einer der Feuerwehrmänner*
            kind = PersonKind.UNNAMED
        adjectives = tuple(
            self.text.words[p]
            for p in self.span[:index]
            if adjective(self.text.words[p]) or p in self.cast.name_at
        )
        return Phrase(
            PhraseKind.NOUN, place, place + 1, noun,
            determiner=self.determiner, adjectives=adjectives, plural=plural,
            name=_noun_name(self.text, self._noun_phrase(index), place, noun, plural=plural),
            person_kind=kind,
        )  # fmt: skip

    def _hyphenated(self, index: int) -> Phrase | None:
        """*Bau- und Transportministerium*: the noun is the last one's."""
        words = self.text.words
        span = self.span[index : index + 4]
        if len(span) < 4 or words[span[1]] != "-" or words[span[2]].lower() not in _AND:
            return None
        readings = nouns_of(words[span[3]], self.text.language)
        if not readings:
            return None
        noun = readings[0]
        plural = is_plural(noun, self.determiner, False, genitive=self.genitive)
        human = noun.kind in {NounKind.HUMAN, NounKind.GROUP}
        kind = PersonKind.GROUP if plural or human else PersonKind.BODY
        return Phrase(
            PhraseKind.NOUN, span[0], span[3] + 1, noun, determiner=self.determiner,
            plural=plural, name=self.text.between(span[0], span[3] + 1), person_kind=kind,
        )  # fmt: skip

    def _english_head(self, index: int, noun: Noun) -> tuple[int, Noun]:
        """The last noun of a run: *several hundred demonstrators*, *the campaign manager*."""
        words = self.text.words
        at = index + 1
        while at < len(self.span):
            word = words[self.span[at]]
            if not word[0].isalpha() or self.cast.name_at.get(self.span[at]):
                break
            if word.lower() in _OF | _AND | DETERMINERS | _PREPOSITIONS:
                break
            readings = nouns_of(word, "en")
            if readings and readings[0].kind is not NounKind.SOURCE:
                index, noun = at, readings[0]
            elif at > index + 1:
                break
            at += 1
        return index, noun

    def _sentence_start(self) -> bool:
        return self.span[0] == self.text.sentence_begin(self.span[0])

    def _noun_phrase(self, index: int) -> list[int]:
        """The noun with what belongs to it: up to a comma, a parenthesis or a clause."""
        words = self.text.words
        end = index + 1
        while end < len(self.span) and words[self.span[end]] not in _CUT | {","}:
            if self.text.language == "en" and words[self.span[end]] in {"who", "that", "which"}:
                break
            end += 1
        return self.span[:end]

    def _apposed_person(self, index: int) -> Phrase | None:
        """The human whose office the noun is, where the name stands in the span.

        A name right behind the noun or behind a comma goes before one behind a complement.
        """
        best: tuple[int, int] | None = None
        for at in range(index + 1, len(self.span)):
            name = self.cast.name_at.get(self.span[at])
            if name is None or name.first != self.span[at] or name.kind is not NameKind.PERSON:
                continue
            rank = self._apposition(index, at)
            if rank and (best is None or rank > best[0]):
                best = (rank, at)
        if best is None:
            return None
        at = best[1]
        name = self.cast.name_at[self.span[at]]
        several = self._several(at, self._index_after(at, name.last))
        if several and (best[0] >= 2):
            return several
        member = self.cast.of_name[name.first]
        return Phrase(
            PhraseKind.PERSON, name.first, name.last, member=member,
            determiner=self.determiner, name=member.name, person_kind=member.kind,
        )  # fmt: skip

    def _apposition(self, index: int, at: int) -> int:
        """How surely a name is the one whose office the noun is; 0 where it is not."""
        words = self.text.words
        name = self.cast.name_at[self.span[at]]
        if self._possessor(at, self._index_after(at, name.last)):
            return 0
        if at == index + 1:
            noun = nouns_of(words[self.span[index]], self.text.language)[0]
            genitive = stem_of(words[name.last - 1], self.text) != words[name.last - 1]
            if genitive and noun.plural and self.determiner == "die":
                return 0
            return 3
        before = at - 1
        offices = 0
        while before > index and self._before_a_name(self.span[before]):
            offices += words[self.span[before]] not in {".", "„", '"'}
            before -= 1
        if words[self.span[before]] in {",", "–", "-", "—"} or words[self.span[at - 1]] == ",":
            return 2
        if words[self.span[before]].lower() in _OF and before > index:
            return 0
        if before == index:
            return 3
        if offices:
            # *des zurückgetretenen Chefs Christian Streiff*: another's office.
            for other in range(before, max(index, before - 6), -1):
                word = words[self.span[other]].lower()
                if word in {",", "–"}:
                    break
                if word in {
                    "des",
                    "der",
                    "dem",
                    "den",
                    "eines",
                    "einer",
                    "seines",
                    "ihres",
                    "the",
                    "a",
                }:
                    return 0
        return 1

    def _before_a_name(self, place: int) -> bool:
        """Titles, offices and marks, which may stand between a comma and a name."""
        word = self.text.words[place]
        if word in {".", "Dr", "Prof", "Herr", "Frau", "Herrn", "„", '"'}:
            return True
        readings = nouns_of(word, self.text.language)
        return bool(readings) and readings[0].kind is NounKind.HUMAN

    def _apposed_name(self, index: int) -> Phrase | None:
        """*die Nachrichtenagentur Kyodo*, *das Magazin „Spiegel“*: the body's proper name."""
        words = self.text.words
        at = index + 1
        # Proper attributes between: *die Umweltorganisation „Greenpeace“*.
        quoted = at < len(self.span) and words[self.span[at]] in _QUOTES
        if quoted:
            while at + 1 < len(self.span) and words[self.span[at + 1]] in _QUOTES:
                at += 1
            close = at + 1
            while close < len(self.span) and words[self.span[close]] not in _QUOTES:
                close += 1
            if close > at + 1:
                first, last = self.span[at + 1], self.span[close - 1] + 1
                return self._body_name(first, last)
        if at < len(self.span):
            name = self.cast.name_at.get(self.span[at])
            if (
                name
                and name.first == self.span[at]
                and name.kind in {NameKind.ORGANISATION, NameKind.OTHER}
            ):
                return self._body_name(name.first, name.last)
            unknown = self._proper(at)
            last = name.last if name else self.span[unknown - 1] + 1 if unknown > at else 0
            while last and last in self.span and self._goes_on(self.span.index(last)):
                last += 1
            noun = nouns_of(words[self.span[index]], self.text.language)[0]
            if last and noun.kind is NounKind.BODY and self.text.language == "de":
                if noun.base in _CLASSES:
                    longer = name is not None and last > name.last
                    return self._body_name(self.span[at], last, whole=longer)
                # *die Regierung Bush*, *das Landgericht Bremen*
                shown = f"{noun.lemma} {self.text.between(self.span[at], last)}"
                return Phrase(
                    PhraseKind.NAME, self.span[index], last, name=shown,
                    person_kind=PersonKind.BODY,
                )  # fmt: skip
        while at < len(self.span) and words[self.span[at]] != ",":
            at += 1
        at += 1
        while at < len(self.span) and (
            words[self.span[at]].lower() in DETERMINERS or words[self.span[at]] in _QUOTES
        ):
            at += 1
        if at < len(self.span):
            name = self.cast.name_at.get(self.span[at])
            if name and name.first == self.span[at] and name.kind is NameKind.ORGANISATION:
                return self._body_name(name.first, name.last)
        return None

    def _proper(self, at: int) -> int:
        """The index after the capitalised words of no list that begin here."""
        end = at
        while end < len(self.span) and not self.cast.name_at.get(self.span[end]):
            word = self.text.words[self.span[end]]
            proper = (word[0].isupper() and not nouns_of(word, self.text.language)) or (
                end == at and word[0].isdigit() is False and bool(re.search(r"\d", word))
            )
            foreign = (
                end > at
                and word in {"for", "of", "and", "the", "de", "des"}
                and end + 1 < len(self.span)
                and self.text.words[self.span[end + 1]][0].isupper()
                and not nouns_of(self.text.words[self.span[end + 1]], self.text.language)
            )
            if word in {"Der", "Die", "Das", "The"} and end == at and end + 1 < len(self.span):
                foreign = self.text.words[self.span[end + 1]][0].isupper() and end > 0
            if not foreign and (not proper or word.lower() in DETERMINERS):
                break
            end += 1
        return end

    def _body_name(self, first: int, last: int, *, whole: bool = False) -> Phrase:
        member = self.cast.member_at(first)
        name = self.cast.name_at.get(first)
        if whole or (name and name.last != last) or (
            member is not None and member.kind is PersonKind.HUMAN
        ):
            member = None
        shown = self.text.between(first, last)
        return Phrase(
            PhraseKind.NAME, first, last, member=member,
            name=member.name if member else shown, person_kind=PersonKind.BODY,
        )  # fmt: skip

    def _author(self, index: int) -> Phrase | None:
        """*ein Bericht der BBC*, *Meldung von Xinhua*: who wrote the text, if an outlet did."""
        words = self.text.words
        at = index + 1
        if at >= len(self.span) or words[self.span[at]].lower() not in _AUTHORS:
            return None
        rest = self.span[at + 1 :]
        if not rest:
            return None
        begin = at + 1 if words[self.span[at]].lower() in {"von", "vom", "of", "by", "from"} else at
        phrase = _Reading(self.text, self.cast, self.span[begin:], genitive=True).head()
        if phrase is None:
            return None
        short = sum(letter.isupper() for letter in phrase.name) > 1 and " " not in phrase.name
        if phrase.member and phrase.member.place and not short:
            return None
        if phrase.kind is PhraseKind.UNKNOWN and short:
            return phrase
        named = phrase.kind is not PhraseKind.UNKNOWN
        speakers = {PersonKind.BODY, PersonKind.HUMAN, PersonKind.UNNAMED, PersonKind.GROUP}
        if named and phrase.person_kind in speakers:
            return phrase
        return None

    def _several_nouns(self, index: int, end: int) -> Phrase | None:
        """*Polizei und Staatsanwaltschaft*; not what is joined within a complement."""
        words = self.text.words
        if end >= len(self.span) or words[self.span[end]].lower() not in _AND:
            # *Die syrische Regierung und die Rebellen*, *Sowohl A als auch B*
            joint = [
                at
                for at in range(end, len(self.span) - 1)
                if words[self.span[at]].lower() in _AND | {"als"}
                and words[self.span[at + 1]].lower() in _SECOND_BEGINS
            ]
            if not joint or self.genitive:
                return None
            end = joint[0]
        rest = self.span[end + 1 :]
        if self._next_head(end + 1) is None and not any(words[p][0].isupper() for p in rest):
            return None
        first = self.span[0] + (1 if self.determiner else 0)
        return Phrase(
            PhraseKind.SEVERAL, first, self.span[-1] + 1, plural=True,
            name=self._shown(first, self.span[-1] + 1), person_kind=PersonKind.GROUP,
        )  # fmt: skip

    def _unknown(self) -> Phrase | None:
        """A capitalised word of no list: a name where no determiner stands before it."""
        words = self.text.words
        places = [
            p for p in self.span if words[p][0].isupper() and words[p].lower() not in DETERMINERS
        ]
        quoted = [i for i, p in enumerate(self.span) if words[p] in _QUOTES]
        if len(quoted) >= 2 and quoted[1] > quoted[0] + 1:
            return self._body_name(self.span[quoted[0] + 1], self.span[quoted[1] - 1] + 1)
        if not places:
            lower = [p for p in self.span if words[p].isalnum()]
            if not lower:
                return None
            several = words[lower[-1]].endswith("s") and self.text.language == "en"
            return Phrase(
                PhraseKind.UNKNOWN, lower[0], lower[-1] + 1, determiner=self.determiner,
                name=self._shown(lower[0] + (1 if self.determiner else 0), lower[-1] + 1) or words[lower[0]],
                plural=several,
                person_kind=PersonKind.GROUP if several else PersonKind.UNNAMED,
            )  # fmt: skip
        several = self._several(0, self._index_after(0, places[0] + 1)) if places else None
        if several:
            return several
        first = places[0]
        last = first + 1
        while (
            last in self.span
            and (words[last][0].isupper() or words[last] in {"-", "&", "."})
            and (not self.determiner or last in places)
        ):
            last += 1
        while words[last - 1] in {"-", "&", "."}:
            last -= 1
        return Phrase(
            PhraseKind.UNKNOWN, first, last, determiner=self.determiner,
            name=self.text.between(first, last),
            plural=(self.determiner == "die" and words[first].endswith(("en", "er", "n")))
            or (not self.determiner and bool(_PEOPLE.search(words[first]))),
        )  # fmt: skip


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


def _noun_name(text: Text, span: Sequence[int], place: int, noun: Noun, *, plural: bool) -> str:
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
        if word.lower() in DETERMINERS | _SPEECHLESS or not word[0].isalpha():
            continue
        if text.language == "en":
            if word.lower() not in _QUANTITIES:
                kept.append(word)
            continue
        if word[0].isupper() and other != text.sentence_begin(other):
            kept.append(word)
        elif _COUNTRY_ADJECTIVE.search(word) and word[0].islower():
            kept.append(_inflected(word, noun, plural=plural))
    if noun.base == "jährig" and place >= 2 and text.words[place - 1] == "-":
        shown = f"{text.words[place - 2]}-{shown}"
    return " ".join([*kept, shown, *_complement(text, span, place)])


_QUANTITIES = frozenset(
    "several hundred hundreds dozen dozens thousand two three four five of most".split()
)
_TIMES = frozenset(
    "Abend Morgen Nachmittag Mittag Vormittag Tag Nacht Woche Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Jahr Monat".split()
)
_SPEECHLESS = frozenset("sowohl auch both so nach laut".split())
_COUNTRY_ADJECTIVE = re.compile(r"(?:isch|deutsch|auswärtig)(?:e|er|en|em|es)?$", re.I)
_COMPLEMENTS = frozenset(
    "der des von vom eines einer seines seiner ihres ihrer zur zum aller mehrerer vieler beider of for".split()
)


def _inflected(word: str, noun: Noun, *, plural: bool) -> str:
    """A German adjective as it stands before its noun without an article."""
    stem = re.sub(r"(?<=sch|tig)(?:e|er|en|em|es)$", "", word)
    if plural or noun.gender == "f":
        return stem + "e"
    return stem + {"n": "es"}.get(noun.gender or "m", "er")


def _complement(text: Text, span: Sequence[int], place: int) -> list[str]:
    """The genitive or *of* behind a noun, up to any other preposition or clause."""
    behind = [p for p in span if p > place]
    if not behind:
        return []
    first = text.words[behind[0]]
    if first.lower() not in _COMPLEMENTS and not first[0].isupper():
        return []
    end = behind[0]
    for other in behind:
        word = text.words[other]
        lower = word.lower()
        known = lower in _COMPLEMENTS | DETERMINERS or word[0].isupper() or word == "."
        if other != end or not (known or (adjective(word) and text.language == "de")):
            break
        if text.language == "de" and word in {"aus", "auf", "durch", "über"}:
            break
        end = other + 1
    while end > behind[0] and not text.words[end - 1][0].isupper():
        if text.language == "en" and text.words[end - 1].lower() not in _COMPLEMENTS | DETERMINERS:
            break
        end -= 1
    if text.language == "en" and end < len(text) and end in behind and end > behind[0]:
        # *of the campaign*: English nouns are lower case.
        if nouns_of(text.words[end], "en"):
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
