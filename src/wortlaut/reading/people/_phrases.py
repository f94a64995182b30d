"""From the words that name a speaker to their head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._appositions import Appositions
from wortlaut.reading.people._cast import Cast, Member
from wortlaut.reading.people._function_words import AND, OF, PREPOSITIONS, QUOTES, TIMES
from wortlaut.reading.people._lone_words import lone_word, owned
from wortlaut.reading.people._names import AGENCIES, stem_of
from wortlaut.reading.people._naming import complement_of, is_plural, listed, noun_name
from wortlaut.reading.people._nouns import Noun, NounKind, nouns_of
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._roles import DETERMINERS, adjective
from wortlaut.reading.people._sources import after_source, behind_source
from wortlaut.reading.people._text import Text

_AUTHORS = frozenset("von vom der des eines einer of by from".split())
_OUTLETS = frozenset("Nachrichtenagentur Presseagentur Agentur Zeitung Tageszeitung".split())
_CROWDS = frozenset(
    "manche viele einige andere mehrere wenige etliche alle some many others several".split()
)
"""Words that mean several people by themselves."""
_PEOPLE = re.compile(r"(?:lern|ern|innen|isten|anten|enten|ungen|logen|ianer|ianern)$")


def read_phrase(text: Text, cast: Cast, places: Sequence[int]) -> Phrase | None:
    """The head of the speaker's words; None where there are no words."""
    span = [place for place in places if place < len(text)]
    if not span:
        return None
    gap = next((n for n in range(1, len(span)) if span[n] > span[n - 1] + 1), None)
    if gap is not None and text.words[span[gap]] != ",":
        span = span[:gap]
    while len(span) > 1 and text.words[span[0]].lower() in PREPOSITIONS:
        if text.words[span[0]].lower() == "an" and text.language == "en":
            break
        if span[0] in cast.name_at:
            break
        span = span[1:]
    lone = lone_word(text, span) or owned(text, cast, span)
    if lone:
        return lone
    rest, source = after_source(text, cast, span)
    if isinstance(source, Phrase):
        return source
    if not rest:
        return None
    genitive = source or behind_source(text, rest[0])
    return _Head(text, cast, rest, genitive=genitive).head()


class _Head(Appositions):
    """Finds the head among the names and nouns of speaker words."""

    def head(self) -> Phrase | None:
        """The phrase; None where the span holds nothing to go by."""
        start = 0
        words = self.text.words
        after = 1 if self.determiner else 0
        if after < len(self.span) and words[self.span[after]] in QUOTES and not self.compound():
            return self.unknown()
        end = self.proper(after)
        if end > after and (joint := self.hyphenated(after)):
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
                following < 0 or words[following] in {",", "("} or words[following].lower() in AND
            )
            alone = ends or (self.text.language == "de" and words[following] != ".")
            if not adjacent and not possessor and alone and first not in TIMES:
                return self.unknown()
        while True:
            index = self.next_head(start)
            if index is None:
                return self.unknown()
            place = self.span[index]
            name = self.cast.name_at.get(place)
            end = self.index_after(index, name.last) if name else index + 1
            later = self.next_head(end) is not None or any(
                words[p] in QUOTES for p in self.span[end:]
            )
            if self.governed(index) and later:
                start = end
                continue
            if name is None:
                owned_by = self.after_possessor(index)
                if owned_by is None:
                    return self.noun(index)
                start = owned_by
                continue
            if self.possessor(index, end) or self.office_follows(index, end):
                start = end
                continue
            return self.hyphenated(index) or self.named(index, end)

    def after_possessor(self, index: int) -> int | None:
        """*Congressman Trey Gowdy's | office*: where the noun is that somebody's office has."""
        if self.text.language != "en" or index + 1 >= len(self.span):
            return None
        name = self.cast.name_at.get(self.span[index + 1])
        if name is None or name.kind is not NameKind.PERSON:
            return None
        end = self.index_after(index + 1, name.last)
        last = self.text.words[name.last - 1]
        owner = last.endswith(("’s", "'s", "s’", "s'")) and self.possessor(index + 1, end)
        return end if owner else None

    def named(self, index: int, end: int) -> Phrase | None:
        place = self.span[index]
        name = self.cast.name_at[place]
        member = self.cast.of_name[name.first]
        several = self.several(index, end)
        if several:
            return several
        kind = PhraseKind.PERSON if name.kind is NameKind.PERSON else PhraseKind.NAME
        german = self.text.language == "de"
        if kind is PhraseKind.PERSON and german and self.no_human(index, member):
            first = self.span[1]
            return self.body_name(first, name.last, whole=True)
        readings = nouns_of(self.text.words[place], self.text.language)
        plain = german and bool(self.determiner) and name.last == place + 1 and bool(readings)
        if kind is PhraseKind.NAME and plain and readings[0].kind is NounKind.BODY:
            # *das Kartellamt*: a name to the tagger, and a noun that may have a fuller form.
            return self.noun(index)
        if kind is PhraseKind.NAME and german:
            at = end
            while at < len(self.span) and self.goes_on(at):
                at += 1
            if at > end:
                # *die Deutsche | Umwelthilfe*
                return self.body_name(name.first, self.span[at - 1] + 1, whole=True)
        return Phrase(
            kind, name.first, name.last, member=member, determiner=self.determiner,
            name=member.name, person_kind=member.kind,
        )  # fmt: skip

    def no_human(self, index: int, member: Member) -> bool:
        """*die Deutsche Umwelthilfe*: an article and no office make a lone name a body's."""
        if not self.determiner or not index or len(member.words) > 1:
            return False
        between = self.span[1:index]
        return (
            bool(between)
            and all(self.text.words[p][0].isupper() for p in between)
            and not any(nouns_of(self.text.words[p], "de") for p in between)
            and not member.roles
            and member.gender is None
        )

    def noun(self, index: int) -> Phrase | None:  # noqa: PLR0911, PLR0912
        place = self.span[index]
        word = self.text.words[place]
        readings = nouns_of(word, self.text.language)
        noun = readings[0]
        if noun.kind is NounKind.HUMAN and self.adjective_of_a_people(index):
            return self.noun(index + 1)
        if self.text.language == "en":
            index, noun = self.english_head(index, noun)
            place = self.span[index]
            readings = (noun,)
        end = index + 1
        speaks_for_itself = {NounKind.HUMAN, NounKind.BODY, NounKind.GROUP}
        joint = self.hyphenated(index)
        if joint:
            return joint
        if noun.kind is NounKind.SOURCE:
            noun = next((n for n in readings if n.kind is NounKind.DOCUMENT), noun)
        if noun.kind in speaks_for_itself:
            person = self.apposed_person(index)
            if person is not None and noun.kind is NounKind.HUMAN:
                return person
            named = self.apposed_name(index)
            if named is not None:
                return named
            several = self.several_nouns(index, end)
            if several:
                return several
        if noun.kind in {NounKind.DOCUMENT, NounKind.SOURCE}:
            author = self.author(index)
            if author:
                return author
        plural = is_plural(noun, self.determiner, self.sentence_start(), genitive=self.genitive)
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
        called = noun_name(self.text, self.noun_phrase(index), place, noun, plural=plural)
        if (
            plural
            and noun.kind is NounKind.HUMAN
            and (countries := listed(self.text, self.span, place))
        ):
            called = f"{noun_name(self.text, [place], place, noun, plural=True)} {countries}"
        elif self.told_to_an_outlet(index, noun):
            called = noun.lemma
        return Phrase(
            PhraseKind.NOUN, place, place + 1, noun,
            determiner=self.determiner, adjectives=adjectives, plural=plural, name=called,
            person_kind=kind,
        )  # fmt: skip

    def told_to_an_outlet(self, index: int, noun: Noun) -> bool:
        """*sagte ein Sprecher der Nachrichtenagentur dpa*: told to the agency, and not its own."""
        if noun.base != "sprecher" or not self.determiner.startswith("ein"):
            return False
        behind = self.text.words[self.span[index] + 1 :][:2]
        if len(behind) < 2 or behind[0] != "der" or self.span[-1] <= self.span[index] + 1:
            return False
        return behind[1] in AGENCIES or behind[1] in _OUTLETS

    def is_paper(self, begin: int) -> bool:
        """*der Salzburger Nachrichten*: a town's adjective and a noun, behind an article."""
        places = self.span[begin : begin + 3]
        if len(places) < 3 or self.text.language == "en":
            return False
        _, adjective_place, noun_place = places
        word = self.text.words[adjective_place]
        return (
            word[0].isupper() and word.endswith("er") and (self.text.words[noun_place][0].isupper())
        )

    def adjective_of_a_people(self, index: int) -> bool:
        """*Schweizer Bundesamt*, *Deutscher Wetterdienst*: a noun that stands before its own."""
        if self.text.language == "en" or index + 1 >= len(self.span):
            return False
        following = self.span[index + 1]
        if self.cast.name_at.get(following):
            return False
        readings = nouns_of(self.text.words[following], "de")
        return bool(readings) and readings[0].kind is not NounKind.HUMAN

    def english_head(self, index: int, noun: Noun) -> tuple[int, Noun]:
        """The last noun of a run: *several hundred demonstrators*, *the campaign manager*."""
        words = self.text.words
        at = index + 1
        while at < len(self.span):
            word = words[self.span[at]]
            name = self.cast.name_at.get(self.span[at])
            if not word[0].isalpha() or (name and name.kind is NameKind.PERSON):
                break
            if name:
                at += 1
                continue
            if word.lower() in OF | AND | DETERMINERS | PREPOSITIONS:
                break
            readings = nouns_of(word, "en")
            if readings and readings[0].kind is not NounKind.SOURCE:
                index, noun = at, readings[0]
            elif at > index + 1:
                break
            at += 1
        return index, noun

    def author(self, index: int) -> Phrase | None:  # noqa: PLR0911
        """*ein Bericht der BBC*, *Meldung von Xinhua*: who wrote the text, if an outlet did."""
        words = self.text.words
        at = index + 1
        if at >= len(self.span) or words[self.span[at]].lower() not in _AUTHORS:
            return None
        rest = self.span[at + 1 :]
        if not rest:
            return None
        begin = at + 1 if words[self.span[at]].lower() in {"von", "vom", "of", "by", "from"} else at
        phrase = _Head(self.text, self.cast, self.span[begin:], genitive=True).head()
        if phrase is None:
            return None
        if phrase.person_kind is PersonKind.DOCUMENT and self.is_paper(begin):
            return self.body_name(self.span[begin + 1], self.span[begin + 2] + 1, whole=True)
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

    def unknown(self) -> Phrase | None:
        """A capitalised word of no list: a name where no determiner stands before it."""
        words = self.text.words
        places = [
            p for p in self.span if words[p][0].isupper() and words[p].lower() not in DETERMINERS
        ]
        quoted = [i for i, p in enumerate(self.span) if words[p] in QUOTES]
        if len(quoted) >= 2 and quoted[1] > quoted[0] + 1:
            return self.body_name(self.span[quoted[0] + 1], self.span[quoted[1] - 1] + 1)
        if not places:
            lower = [p for p in self.span if words[p].isalnum()]
            if not lower:
                return None
            first = lower[0] + (1 if self.determiner else 0)
            crowd = words[lower[-1]].endswith("s") and self.text.language == "en"
            crowd = crowd or words[lower[-1]].lower() in _CROWDS
            return Phrase(
                PhraseKind.UNKNOWN, lower[0], lower[-1] + 1, determiner=self.determiner,
                name=self.shown(first, lower[-1] + 1) if first <= lower[-1] else words[lower[0]],
                plural=crowd,
                person_kind=PersonKind.GROUP if crowd else PersonKind.UNNAMED,
            )  # fmt: skip
        several = self.several(0, self.index_after(0, places[0] + 1)) if places else None
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
        shown = self.text.between(first, last)
        if self.determiner in {"des", "eines", "seines", "ihres"} and shown.endswith("s"):
            shown = shown[:-1]
        complement = complement_of(self.text, self.span, first) if last == first + 1 else []
        shown = " ".join([shown, *complement])
        return Phrase(
            PhraseKind.UNKNOWN, first, last, determiner=self.determiner,
            name=shown,
            plural=(self.determiner == "die" and words[first].endswith(("en", "er", "n")))
            or (not self.determiner and bool(_PEOPLE.search(words[first]))),
        )  # fmt: skip
