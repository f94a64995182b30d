"""From a statement's speaker words to the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wortlaut.model import PersonKind, Resolution, Statement
from wortlaut.reading.people._clause_subjects import ClauseSubjects
from wortlaut.reading.people._decision import ASKED, UNNAMED, Decision, nobody
from wortlaut.reading.people._discourse import Referent
from wortlaut.reading.people._function_words import QUOTES
from wortlaut.reading.people._namesakes import namesake_in_play
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._phrases import read_phrase
from wortlaut.reading.people._roles import DETERMINERS, adjective

_OWN = frozenset("ihr ihre sein seine her his".split())
_SPOUSES = frozenset("mann frau ehemann ehefrau gatte gattin husband wife".split())
_WHERE = frozenset("bei beim auf in im".split())
"""Prepositions that no addressee stands behind."""
_TO_PREPOSITION = 4
"""Words from an addressee back to the preposition that governs it."""


class Resolver(ClauseSubjects):
    """Resolves the statements of one article in order."""

    def resolve(self, statement: Statement) -> Decision:
        """Who makes a statement; remembers it for those that follow."""
        spans = text_places = self.text.places(statement.speaker)
        cue = self.text.places(statement.cue)
        if self.asked(statement, cue):
            decision = nobody(ASKED)
        elif not spans:
            decision = self.without_words(statement, cue)
        else:
            subject = self.behind_dative(statement, spans) or self.before_colon(statement, spans)
            text_places = subject or text_places
            phrase = read_phrase(self.text, self.cast, text_places)
            known = self.of_an_age(text_places)
            if known is not None:
                decision = known
            else:
                decision = self.of_phrase(statement, phrase, cue) if phrase else nobody(UNNAMED)
        self.decided[statement.id] = decision
        if decision.referent is not None and decision.referent.member is None and decision.name:
            self.called.setdefault(id(decision.referent), decision.name)
        if decision.referent is not None and statement.nested_in is None:
            self.spoke.append(decision.referent)
        return decision

    def addressee(self, statement: Statement) -> Decision | None:
        """To whom a statement was said, where that is somebody named."""
        places = self.text.places(statement.addressee)
        if places and self.where_it_was_said(places[0]):
            return None
        spoken = self.text.places(statement.speaker)
        if spoken and self.behind_dative(statement, spoken) is not None:
            places = spoken
        phrase = read_phrase(self.text, self.cast, places) if places else None
        if phrase is None or phrase.kind in {PhraseKind.PRONOMINAL, PhraseKind.NOBODY}:
            return None
        cue = self.text.places(statement.cue)
        speaker = self.decided.get(statement.id)
        excluded = (speaker.referent,) if speaker and speaker.referent else ()
        decision = self.of_phrase(statement, phrase, cue, excluded)
        if decision.kind not in {PersonKind.HUMAN, PersonKind.BODY}:
            return None
        # Nobody is told of as speaking to himself.
        return None if speaker and speaker.name == decision.name else decision

    def person(self, phrase: Phrase) -> Decision:
        """Somebody by a name; of two with one surname, the one who is told of just before."""
        member = phrase.member
        if member is not None and phrase.last - phrase.first == 1 and len(member.words) > 1:
            known = namesake_in_play(self.text, self.cast, self.discourse, member, phrase.first)
            phrase = replace(phrase, member=known or member)
        return super().person(phrase)

    def spouse(self, phrase: Phrase) -> Decision | None:
        """*Ihr Mann*, *seine Frau*: the other of a couple of whom the one spoke last."""
        own = phrase.determiner in _OWN and phrase.noun is not None
        if not own or phrase.noun is None or phrase.noun.base not in _SPOUSES:
            return None
        last = self.spoke[-1].member if self.spoke else None
        for one, other in self.cast.couples.values():
            pair = [self.cast.of_name[one.first], self.cast.of_name[other.first]]
            if last is not None and any(last is member for member in pair):
                member = pair[0] if pair[1] is last else pair[1]
                if member.gender in {None, phrase.noun.gender}:
                    return Decision(
                        PersonKind.HUMAN, member.name, Resolution.ROLE, "description", 1.0,
                        self.discourse.referent(member), place=(phrase.first, phrase.last),
                    )  # fmt: skip
        return None

    def where_it_was_said(self, place: int) -> bool:
        """*sagte bei Sky*, *schrieb auf der Plattform X*: where, and to nobody."""
        begin = self.text.sentence_begin(place)
        at = place
        while at > begin and at > place - _TO_PREPOSITION:
            word = self.text.words[at].lower()
            if word in _WHERE:
                return True
            if at < place and not (word in DETERMINERS or adjective(word) or word in QUOTES):
                return False
            at -= 1
        return self.text.words[at].lower() in _WHERE

    def of_phrase(  # noqa: PLR0911
        self,
        statement: Statement,
        phrase: Phrase,
        cue: Sequence[int],
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        kind = phrase.kind
        if kind is PhraseKind.PERSON:
            return self.person(phrase)
        if kind is PhraseKind.SEVERAL:
            return self.plain(phrase, "several")
        if kind is PhraseKind.NAME:
            return self.name(phrase)
        if kind is PhraseKind.NOUN:
            return self.spouse(phrase) or self.noun(statement, phrase, cue)
        if kind is PhraseKind.PRONOUN:
            return self.pronoun(statement, phrase, cue, excluded)
        if kind is PhraseKind.RELATIVE:
            return self.relative(statement, phrase, cue)
        if kind is PhraseKind.PRONOMINAL:
            return self.pronominal(statement, phrase)
        if kind is PhraseKind.OWN:
            return self.own(statement, phrase)
        if kind is PhraseKind.SPEAKING:
            return self.speaking(statement, phrase)
        if kind is PhraseKind.UNKNOWN:
            return self.unknown(phrase)
        return nobody(UNNAMED)
