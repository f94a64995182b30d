"""Speakers by a name, an office or a noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import PersonKind, Resolution, Span, Statement
from wortlaut.reading.people._anaphoric_bodies import AnaphoricBodies
from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._decision import UNNAMED, Decision, nobody
from wortlaut.reading.people._discourse import INDEFINITE, Referent
from wortlaut.reading.people._nouns import NounKind
from wortlaut.reading.people._phrase import Phrase
from wortlaut.reading.people._roles import human_noun, role_at

_DEFINITE = frozenset("der die dem des den the dieser diese diesem this".split())

_GENDERS = {"der": "m", "dem": "m", "den": "m", "des": "m", "die": "f", "the": None}
_LIKELY = 0.9
"""A lone name without an office that the tagger is less sure of may be a company's."""
_LOOKED_BACK = 30
_SENTENCES_BACK = 2
"""Mentions and sentences back in which somebody is looked for who is called by an age."""
_BESIDE = 60
"""Characters behind an age within which the name stands of whom it is told."""
_OFFICES = frozenset("minister präsident kandidat sprecher senator congressman".split())
"""What nobody is said to be whose other office is told."""


class NamedSpeakers(AnaphoricBodies):
    """Resolves names, offices and nouns."""

    def person(self, phrase: Phrase) -> Decision:
        assert phrase.member is not None
        member = phrase.member
        whole = phrase.last - phrase.first >= len(member.words) or len(member.words) == 1
        lone = len(member.words) == 1
        doubtful = not member.roles and member.gender is None and member.likely < _LIKELY
        single = "doubtful lone name" if doubtful else "lone name"
        evidence = single if lone else ("name" if whole else "surname")
        return Decision(
            PersonKind.HUMAN, member.name, Resolution.NAME if whole else Resolution.SURNAME,
            evidence, 1.0, self.discourse.referent(member), self.namesake(member, whole),
            (phrase.first, phrase.last),
        )  # fmt: skip

    def namesake(self, member: Member, whole: bool) -> str | None:
        """Another of the same surname, where only the surname stands."""
        if whole:
            return None
        surname = member.words[-1].casefold()
        for other in self.cast.members:
            human = other.kind is PersonKind.HUMAN
            if human and other is not member and other.words[-1].casefold() == surname:
                return other.name
        return None

    def name(self, phrase: Phrase) -> Decision:
        """A body by its name; a capital or a seat speaks for its government."""
        member = phrase.member
        referent = self.discourse.referent(member) if member else None
        shown = self.text.between(phrase.first, phrase.last)
        metonym = self.metonyms.speaks_for(shown)
        if metonym:
            return Decision(
                PersonKind.BODY, metonym, Resolution.METONYM, "metonym", 1.0, referent,
                place=(phrase.first, phrase.last),
            )  # fmt: skip
        name = self.fullest(phrase.name)
        return Decision(
            PersonKind.BODY, name, Resolution.NAME, "body name", 1.0, referent,
            place=(phrase.first, phrase.last),
        )  # fmt: skip

    def noun(self, statement: Statement, phrase: Phrase, cue: Sequence[int]) -> Decision:
        noun = phrase.noun
        assert noun is not None and phrase.person_kind is not None
        place = (phrase.first, phrase.last)
        if noun.kind is NounKind.SOURCE:
            return nobody(UNNAMED)
        if noun.kind is NounKind.HUMAN and not phrase.plural:
            held = self.holder(phrase)
            if held:
                return held
        if noun.kind is NounKind.BODY and phrase.plural:
            whole = self.whole_name(phrase)
            if whole:
                return whole
        if noun.kind is NounKind.BODY and not phrase.plural:
            seat = self.metonyms.speaks_for(phrase.name)
            if seat:
                return Decision(PersonKind.BODY, seat, Resolution.METONYM, "metonym", place=place)
            fuller = self.fuller_body(phrase)
            if fuller:
                return fuller
        referent = self.referent_at(phrase.first)
        bare = noun.kind is NounKind.BODY and not phrase.plural and self.anaphoric(phrase)
        evidence = "bare body" if bare else f"{phrase.person_kind.value} noun"
        return Decision(
            phrase.person_kind, phrase.name, Resolution.ROLE, evidence, 1.0, referent, place=place,
        )  # fmt: skip

    def referent_at(self, place: int) -> Referent | None:
        for mention in self.discourse.before(place + 1)[-3:]:
            if mention.first <= place < mention.last:
                return mention.referent
        return None

    def holder(self, phrase: Phrase) -> Decision | None:  # noqa: PLR0911
        """The named human whom an office or a description means."""
        if phrase.determiner in INDEFINITE:
            return None
        if human_noun(self.text, phrase.first) is None:
            return None
        role = role_at(self.text, phrase.first, phrase.first + 1)
        complement = phrase.name.partition(phrase.noun.lemma)[2] if phrase.noun else ""
        good = sorted(
            (
                (score, self.recency(member, phrase.first), n, member)
                for n, (score, member) in enumerate(self.offices.holders(role, complement))
            ),
            key=lambda candidate: candidate[:3],
            reverse=True,
        )
        if good and good[0][0] < 2:
            described = self.described(phrase)
            if described is not None:
                return described
        if good and good[0][0] >= 1.0:
            member = good[0][3]
            second = good[1][3].name if len(good) > 1 else None
            sure = len(good) == 1 or good[0][0] > good[1][0] + 0.4
            evidence = "office" if good[0][0] >= 2 else "description"
            return Decision(
                PersonKind.HUMAN, member.name, Resolution.ROLE, evidence,
                1.0 if sure else 0.6, self.discourse.referent(member),
                None if sure else second, (phrase.first, phrase.last),
            )  # fmt: skip
        described = self.described(phrase)
        if described is not None or phrase.noun is None or phrase.determiner not in _DEFINITE:
            return described
        woman = self.offices.only_woman(phrase.noun)
        if woman is not None:
            return Decision(
                PersonKind.HUMAN, woman.name, Resolution.ROLE, "only woman", 0.8,
                self.discourse.referent(woman), place=(phrase.first, phrase.last),
            )  # fmt: skip
        return None

    def described(self, phrase: Phrase) -> Decision | None:
        """A definite description of no known office: whoever spoke last, if it may be him."""
        noun = phrase.noun
        assert noun is not None
        if phrase.determiner not in _DEFINITE:
            return None
        aged = any("jährig" in word for word in phrase.adjectives)
        if not aged and not self.metonyms.describes_anybody(noun.base):
            return None
        for referent in reversed(self.spoke[-1:]):
            if _of_another_office(referent.member, noun.base):
                break
            if referent.kind is PersonKind.HUMAN and (
                referent.gender is None or noun.gender is None or referent.gender == noun.gender
            ):
                return Decision(
                    PersonKind.HUMAN, referent.shown, Resolution.ROLE, "anybody", 0.6, referent,
                    place=(phrase.first, phrase.last),
                )  # fmt: skip
        people = [m for m in self.cast.members if m.kind is PersonKind.HUMAN]
        if (
            len(people) == 1
            and people[0].gender in {None, noun.gender}
            and not _of_another_office(people[0], noun.base)
        ):
            # *Der 23-jährige Sportler*: the only one who is named.
            return Decision(
                PersonKind.HUMAN, people[0].name, Resolution.ROLE, "anybody", 0.6,
                self.discourse.referent(people[0]), place=(phrase.first, phrase.last),
            )  # fmt: skip
        return None

    def of_an_age(self, span: Sequence[int]) -> Decision | None:
        """*Der 51-Jährige*, *the 22-year-old*: of whom the sentences before it tell."""
        words = [self.text.words[place].lower() for place in span]
        if len(words) != 4 or words[0] not in _GENDERS or not words[1].isdigit():
            return None
        if words[2] != "-" or not words[3].startswith(("jährige", "year-old")):
            return None
        if self._told_of_another(words[1], span[0]):
            return None
        gender = _GENDERS[words[0]]
        here = self.text.sentences[span[0]]
        for mention in reversed(self.discourse.before(span[0])[-_LOOKED_BACK:]):
            if here - self.text.sentences[mention.first] > _SENTENCES_BACK:
                break
            if mention.leads and self._may_be(mention.referent, gender, mention.first):
                return self._known_by_age(mention.referent, span)
        if self.spoke and self._may_be(self.spoke[-1], gender, None):
            return self._known_by_age(self.spoke[-1], span)
        return None

    def _told_of_another(self, age: str, place: int) -> bool:
        """Whether the age was told before of somebody who is not named: *ein 39-jähriger Mann*."""
        whole = self.article.text
        end = self.text.span(place, place + 1).begin
        for match in re.finditer(rf"(?<!the ){age}(?:-?jährig| Jahre alt|-year-old)", whole[:end]):
            near = self.text.places([Span(match.end(), min(match.end() + _BESIDE, end))])
            named = [
                self.cast.member_at(at)
                for at in near
                if self.text.sentences[at] == self.text.sentences[near[0]]
            ]
            if not any(member and member.kind is PersonKind.HUMAN for member in named):
                return True
        return False

    def _may_be(self, referent: Referent, gender: str | None, place: int | None) -> bool:
        human = referent.kind is PersonKind.HUMAN and not referent.plural
        fits = gender is None or referent.gender in {None, gender}
        return human and fits and (place is None or place not in self.all_quoted)

    def _known_by_age(self, referent: Referent, span: Sequence[int]) -> Decision:
        return Decision(
            referent.kind, self.shown(referent), Resolution.ROLE, "anybody", 0.6, referent,
            place=(span[0], span[-1] + 1),
        )  # fmt: skip

    def recency(self, member: Member, place: int) -> float:
        """1 for just before the place, less the farther; below 0 for only after it."""
        before = [first for first, _ in member.mentions if first < place]
        if before:
            return 1.0 / (1 + place - before[-1])
        return -float(member.mentions[0][0] - place)

    def unknown(self, phrase: Phrase) -> Decision:
        shown = self.text.between(phrase.first, phrase.last)
        metonym = self.metonyms.speaks_for(shown)
        place = (phrase.first, phrase.last)
        if metonym:
            return Decision(PersonKind.BODY, metonym, Resolution.METONYM, "metonym", place=place)
        for member in self.cast.members:
            # *Tesla* for *Tesla Motors*
            if member.words[0] == shown and len(member.words) > 1 and not member.place:
                return Decision(
                    member.kind, member.name, Resolution.SURNAME, "unknown", 1.0,
                    self.discourse.referent(member), place=place,
                )  # fmt: skip
        if phrase.person_kind is not None:
            return Decision(
                phrase.person_kind,
                self.fullest(phrase.name),
                Resolution.ROLE,
                "unknown noun",
                place=place,
            )
        if phrase.determiner in {"ein", "eine", "einer", "einem"} and not phrase.plural:
            # *eine Imkerin*: who comes with no name, and no list has, is somebody.
            kind = PersonKind.UNNAMED
        elif phrase.determiner:
            kind = PersonKind.GROUP if phrase.plural else PersonKind.BODY
        elif self.text.between(phrase.first, phrase.last).isupper() or self.places.of(shown):
            kind = PersonKind.BODY
        elif phrase.plural:
            kind = PersonKind.GROUP
        else:
            # What a tagger of names takes for no human is none, as a rule.
            kind = PersonKind.BODY if self.cast.tagged else PersonKind.HUMAN
        evidence = "unknown noun" if phrase.determiner else "unknown"
        return Decision(kind, self.fullest(phrase.name), Resolution.NAME, evidence, place=place)


def _of_another_office(member: Member | None, base: str) -> bool:
    """Whether somebody's own office is told, and an office that is spoken of is not that."""
    return (
        base in _OFFICES
        and member is not None
        and any(role.base not in {"frau", "mann", "politiker"} for role in member.roles)
    )
