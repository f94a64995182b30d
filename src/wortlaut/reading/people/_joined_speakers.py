"""Several speakers joined by *und*: couples, lists, two bodies."""

from __future__ import annotations

import re

from wortlaut.model import PersonKind
from wortlaut.reading.names import NameKind
from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._function_words import AND
from wortlaut.reading.people._naming import is_plural
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._roles import adjective
from wortlaut.reading.people._speaker_words import SpeakerWords

_SECOND_BEGINS = frozenset("die der das the auch andere weitere ein eine other".split())


class JoinedSpeakers(SpeakerWords):
    """Speaker words that may name more than one."""

    def several(self, index: int, end: int) -> Phrase | None:
        """Two or more joined by *und*: a group by their names as they stand."""
        at = end
        words = self.text.words
        while at < len(self.span) and words[self.span[at]] == "(":
            while at < len(self.span) and words[self.span[at]] != ")":
                at += 1
            at += 1
        comma = at < len(self.span) and words[self.span[at]] == ","
        if comma:
            later = {words[p].lower() for p in self.span[at:]}
            if self.list_of_people(at):
                pass
            elif not AND & later or not self.cast.name_at.get(
                self.span[min(at + 1, len(self.span) - 1)]
            ):
                return None
        elif at >= len(self.span) or words[self.span[at]].lower() not in AND | {"als"}:
            return None
        rest = self.span[at + 1 :]
        if self.next_head(at + 1) is None and not any(words[p][0].isupper() for p in rest):
            return None
        members: list[Member] = []
        for place in self.span[index:]:
            member = self.cast.member_at(place)
            if member and not any(m is member for m in members):
                members.append(member)
        first = self.span[0] + (1 if self.determiner else 0)
        shown = self.shown(first, self.span[-1] + 1)
        names = [m.name for m in members if m.kind is PersonKind.HUMAN]
        if len(names) > 1:
            joint = "and" if self.text.language == "en" else "und"
            shown = f"{', '.join(names[:-1])} {joint} {names[-1]}"
        couple = self.cast.couples.get(self.span[index])
        if couple and len(names) == 2:
            shown = self.text.between(couple[0].first, couple[1].last)
        return Phrase(
            PhraseKind.SEVERAL, first, self.span[-1] + 1, plural=True,
            name=shown, person_kind=PersonKind.GROUP, members=tuple(members),
        )  # fmt: skip

    def list_of_people(self, at: int) -> bool:
        """Whether more people follow, each with an office: *..., und der Vorsitzende B*."""
        words = self.text.words
        joint = [i for i in range(at, len(self.span) - 2) if words[self.span[i]].lower() in AND]
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

    def shown(self, first: int, last: int) -> str:
        shown = re.sub(r"\s*\([^)]*\)", "", self.text.between(first, last))
        shown = re.sub(r",? (?:als auch|sowie auch|sowie) ", " und ", shown)
        shown = re.sub(r"^(?:vieler|einiger|mehrerer|zahlreicher|aller|many|some) ", "", shown)
        shown = re.sub(r"(?<=[ ,])(?:der|die|das|dem|den|the) ", "", shown)
        return shown.strip(" ,–-")

    def several_nouns(self, index: int, end: int) -> Phrase | None:
        """*Polizei und Staatsanwaltschaft*; not what is joined within a complement."""
        words = self.text.words
        if end >= len(self.span) or words[self.span[end]].lower() not in AND:
            # *Die syrische Regierung und die Rebellen*, *Sowohl A als auch B*
            joint = [
                at
                for at in range(end, len(self.span) - 1)
                if words[self.span[at]].lower() in AND | {"als"}
                and words[self.span[at + 1]].lower() in _SECOND_BEGINS
            ]
            if not joint or self.genitive:
                return None
            end = joint[0]
        rest = self.span[end + 1 :]
        if self.next_head(end + 1) is None and not any(words[p][0].isupper() for p in rest):
            return None
        first = self.span[0] + (1 if self.determiner else 0)
        return Phrase(
            PhraseKind.SEVERAL, first, self.span[-1] + 1, plural=True,
            name=self.shown(first, self.span[-1] + 1), person_kind=PersonKind.GROUP,
        )  # fmt: skip

    def hyphenated(self, index: int) -> Phrase | None:
        """*Bau- und Transportministerium*: the noun is the last one's."""
        words = self.text.words
        span = self.span[index : index + 4]
        if len(span) < 4 or words[span[1]] != "-" or words[span[2]].lower() not in AND:
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
