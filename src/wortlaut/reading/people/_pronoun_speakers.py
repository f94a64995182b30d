"""Speakers by a pronoun, or by a word that does a pronoun's work."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.model import PersonKind, Resolution, Statement
from wortlaut.reading.people._decision import DOUBTFUL, NOTHING_BEFORE, UNNAMED, Decision, nobody
from wortlaut.reading.people._discourse import Referent
from wortlaut.reading.people._function_words import DEMONSTRATIVE
from wortlaut.reading.people._named_speakers import NamedSpeakers
from wortlaut.reading.people._phrase import Phrase, PhraseKind
from wortlaut.reading.people._pronouns import Agreement, Situation, agreement_of, agrees, rank

_FIRST_PERSON = frozenset("ich wir mir uns mich i we me us mein meine meiner meinen my our".split())
_WHO = frozenset({PersonKind.HUMAN, PersonKind.UNNAMED, PersonKind.GROUP})


class PronounSpeakers(NamedSpeakers):
    """Resolves pronouns to somebody told of before."""

    def pronoun(
        self,
        statement: Statement,
        phrase: Phrase,
        cue: Sequence[int],
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        outer = self.outer_of_words(statement, phrase.first)
        if phrase.word in _FIRST_PERSON:
            return self.first_person(statement, phrase)
        if phrase.word == "beide":
            return self.both(phrase)
        if self.formal(phrase.first):
            return self.addressed(statement, phrase)
        agreement = agreement_of(self.text, phrase.first, cue)
        if agreement is None:
            return nobody(UNNAMED)
        if outer is not None and outer[1] and outer[0].referent is not None:
            excluded = (*excluded, outer[0].referent)
        return self.ranked(phrase, agreement, excluded)

    def formal(self, place: int) -> bool:
        """*Sie*, *Ihrer* with a capital within a sentence: the one who is spoken to."""
        word = self.text.words[place]
        begins = place == self.text.sentence_begin(place) or (
            not self.text.words[place - 1][0].isalnum() and self.text.words[place - 1] != ","
        )
        return (
            self.text.language == "de"
            and word[0].isupper()
            and word[1:2] in {"i", "h"}
            and (not begins and word.startswith(("Sie", "Ihr", "Ihn")))
        )

    def addressed(self, statement: Statement, phrase: Phrase) -> Decision:
        """Whom the statement around is addressed to."""
        outer = self.outer(statement)
        holder = next((s for s in self.article.statements if s.id == statement.nested_in), None)
        if outer is None or holder is None or not holder.addressee:
            return nobody(UNNAMED)
        to = self.addressee(holder)
        if to is None:
            return nobody(UNNAMED)
        return Decision(
            to.kind, to.name, Resolution.PRONOUN, "first person", 0.8, to.referent,
            to.runner_up, (phrase.first, phrase.last),
        )  # fmt: skip

    def both(self, phrase: Phrase) -> Decision:
        """*beide*: the two people named last, if just two are near."""
        sentence = self.text.sentences[phrase.first]
        named: list[Referent] = []
        for mention in reversed(self.discourse.before(phrase.first)):
            if sentence - self.text.sentences[mention.first] > 2:
                break
            human = mention.referent.kind is PersonKind.HUMAN
            if human and not any(mention.referent is other for other in named):
                named.insert(0, mention.referent)
        if len(named) != 2:
            return nobody(NOTHING_BEFORE if not named else DOUBTFUL)
        joint = "and" if self.text.language == "en" else "und"
        return Decision(
            PersonKind.GROUP, f"{named[0].shown} {joint} {named[1].shown}", Resolution.PRONOUN,
            "both", 0.7, place=(phrase.first, phrase.last),
        )  # fmt: skip

    def first_person(self, statement: Statement, phrase: Phrase) -> Decision:
        """*ich* in verbatim words means whoever says them."""
        outer = self.outer_of_words(statement, phrase.first)
        if outer is None or outer[0].kind is None:
            return nobody("the author speaks, or somebody whom the text does not name")
        decision = outer[0]
        return Decision(
            decision.kind, decision.name, Resolution.PRONOUN, "first person", decision.share,
            decision.referent, decision.runner_up, (phrase.first, phrase.last),
        )  # fmt: skip

    def ranked(
        self,
        phrase: Phrase,
        agreement: Agreement,
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        situation = Situation(
            phrase.first,
            agreement,
            self.spoke[-1] if self.spoke else None,
            tuple(self.spoke),
            self.all_quoted,
            self.around(phrase.first),
            excluded,
            phrase.word in DEMONSTRATIVE,
        )
        ranked = rank(self.text, self.discourse, situation)
        if not ranked:
            return nobody(NOTHING_BEFORE)
        best = ranked[0]
        second = ranked[1].referent.shown if len(ranked) > 1 else None
        referent = best.referent
        return Decision(
            referent.kind, self.shown(referent), Resolution.PRONOUN, "pronoun", best.share,
            referent, second, (phrase.first, phrase.last),
        )  # fmt: skip

    def relative(self, statement: Statement, phrase: Phrase, cue: Sequence[int]) -> Decision:
        """A relative pronoun means the noun or name before its comma."""
        before = self.discourse.before(phrase.first)
        near = [m for m in before[-4:] if phrase.first - m.last <= 9]
        near = [
            m for m in near if self.text.sentences[m.first] == self.text.sentences[phrase.first]
        ]
        if phrase.word in {"who", "whom", "whose"}:
            near = [m for m in near if m.referent.kind in _WHO]
        if not near:
            return nobody(UNNAMED)
        agreement = agreement_of(self.text, phrase.first, cue)
        fitting = [m for m in near if agreement is None or agrees(m.referent, agreement)]
        best = (fitting or near)[-1]
        referent = best.referent
        sure = bool(fitting) and phrase.first - best.last <= 2
        return Decision(
            referent.kind, self.shown(referent), Resolution.PRONOUN,
            "relative" if sure else "far relative", 1.0, referent,
            place=(phrase.first, phrase.last),
        )  # fmt: skip

    def pronominal(self, statement: Statement, phrase: Phrase) -> Decision:
        """*demnach*: the text told of before, else whoever spoke last."""
        before = self.discourse.before(phrase.first)
        sentence = self.text.sentences[phrase.first]
        near = [m for m in before if sentence - self.text.sentences[m.first] <= 1]
        near.sort(key=lambda m: (-self.text.sentences[m.first], m.oblique, m.first))
        for mention in near:
            if mention.referent.kind is PersonKind.DOCUMENT:
                return Decision(
                    PersonKind.DOCUMENT, self.shown(mention.referent), Resolution.PRONOUN,
                    "pronominal", 0.7, mention.referent, place=(phrase.first, phrase.last),
                )  # fmt: skip
        if self.spoke:
            referent = self.spoke[-1]
            return Decision(
                referent.kind, self.shown(referent), Resolution.PRONOUN, "pronominal", 0.5,
                referent, place=(phrase.first, phrase.last),
            )  # fmt: skip
        return nobody(UNNAMED)

    def own(self, statement: Statement, phrase: Phrase) -> Decision:
        """*nach eigenen Angaben*: the subject of the clause."""
        begin = self.text.sentence_begin(phrase.first)
        end = self.text.sentence_end(phrase.first)
        near = [
            m
            for m in self.discourse.within(begin, end)
            if not m.oblique and m.referent.kind is not PersonKind.DOCUMENT
        ]  # fmt: skip
        if near:
            best = next((m for m in near if m.leads), near[0])
            referent = best.referent
            if referent.noun is not None and referent.kind is PersonKind.BODY:
                named = self.body_before(best.first)
                referent = named or referent
            return Decision(
                referent.kind, self.shown(referent), Resolution.PRONOUN, "own", 0.8, referent,
                place=(phrase.first, phrase.last),
            )  # fmt: skip
        for place in range(begin, end):
            agreement = agreement_of(self.text, place, ())
            if agreement and self.text.words[place].lower() in {"er", "sie", "he", "she"}:
                found = Phrase(PhraseKind.PRONOUN, place, place + 1)
                return self.ranked(found, agreement)
        return nobody(UNNAMED)

    def body_before(self, place: int) -> Referent | None:
        for mention in reversed(self.discourse.before(place)):
            member = mention.referent.member
            if mention.referent.kind is PersonKind.BODY and member is not None and not member.place:
                return mention.referent
        return None

    def speaking(self, statement: Statement, phrase: Phrase) -> Decision:
        """*den Angaben zufolge*: whoever spoke last; *ersten Angaben zufolge*: they themselves."""
        if phrase.determiner in {"den", "diesen", "seinen", "these", "the"} and self.spoke:
            referent = self.spoke[-1]
            return Decision(
                referent.kind, self.shown(referent), Resolution.CONTINUED, "the speaking", 0.6,
                referent, place=(phrase.first, phrase.last),
            )  # fmt: skip
        return nobody(UNNAMED)
