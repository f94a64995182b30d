"""From a statement's speaker words to the one who speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.model import Article, PersonKind, QuotationType, Resolution, Statement
from wortlaut.reading.people._cast import Cast, Member
from wortlaut.reading.people._discourse import INDEFINITE, Discourse, MentionAt, Referent, only_woman_fits
from wortlaut.reading.people._metonyms import Metonyms
from wortlaut.reading.people._names import stem_of
from wortlaut.reading.people._nouns import NounKind
from wortlaut.reading.people._offices import office_match
from wortlaut.reading.people._phrases import DEMONSTRATIVE, Phrase, PhraseKind, read_phrase
from wortlaut.reading.people._pronouns import Agreement, Situation, agreement_of, rank
from wortlaut.reading.people._roles import human_noun, role_at
from wortlaut.reading.people._text import Text
from wortlaut.reading.places import Places

_FIRST_PERSON = frozenset("ich wir mir uns mich i we me us mein meine meiner meinen my our".split())
_UNSAID = re.compile(
    r"\b(?:es heißt|hieß es|heißt es|geheißen|wurde bekannt|bekannt geworden|bekannt wurde|wird (?:befürchtet|vermutet|erwartet|vorgeworfen|angenommen)|"
    r"wurde (?:berichtet|gefordert|beschlossen|mitgeteilt)|berichtet worden|berichtet wurde|was reported|were reported|is believed|it is said|is said|"
    r"been reported|is expected|was announced)\b",
    re.I,
)
_QUESTION_BEFORE = re.compile(
    r"(?:auf (?:die|eine|seine|ihre) (?:Nachf|F)rage\w*(?: von \w+)?|Antwort auf die Frage|"
    r"(?:^|\W)(?:[Ww]hen|was|were|being) asked(?: by \w+)?|(?:^|[.!?]\s+)Asked|"
    r"(?:to|answer(?:ing)?) (?:a|the) question)\W*$"
)
_DEFINITE = frozenset("der die dem des den the dieser diese diesem this".split())
_PASSIVE = re.compile(r"\b(?:wurden?|worden|wird|werden|was|were|been)\b")
_LOOKED_BACK = 20
"""Statements before one among which the last of the running text is looked for."""
_CARRIED = 3
"""Sentences from a statement to the next within which its speaker may go on."""

UNNAMED = "the text does not say who"
ASKED = "a question that the statement before answers; the text does not say who asked"
DOUBTFUL = "more than one may be meant"
NOTHING_BEFORE = "nobody is named before it"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who a statement's words lead to, and on what evidence."""

    kind: PersonKind | None
    name: str
    by: Resolution | None
    evidence: str
    """The sort of evidence, for which the confidence is known."""
    share: float = 1.0
    """How far the best candidate outweighs the others."""
    referent: Referent | None = None
    runner_up: str | None = None
    place: tuple[int, int] | None = None
    """The words that were resolved, when they are a mention."""
    reason: str | None = None


def _nobody(reason: str) -> Decision:
    return Decision(None, "", None, "nobody", reason=reason)


class Resolver:
    """Resolves the statements of one article in order."""

    def __init__(
        self, article: Article, text: Text, cast: Cast, discourse: Discourse, places: Places
    ) -> None:
        self.article = article
        self.text = text
        self.cast = cast
        self.discourse = discourse
        self.places = places
        self.metonyms = Metonyms(text, places)
        self.spoke: list[Referent] = []
        self.decided: dict[int, Decision] = {}
        self._quoted = {s.id: frozenset(text.places(s.quote)) for s in article.statements}
        self._holders: dict[int, list[Statement]] = defaultdict(list)
        """The statements in whose words a word stands."""
        for statement in article.statements:
            for place in self._quoted[statement.id]:
                self._holders[place].append(statement)
        self._all_quoted = frozenset(self._holders)
        self._index = {s.id: n for n, s in enumerate(article.statements)}
        self._called: dict[int, str] = {}
        """What a referent was called as a speaker, by its `id`."""

    def resolve(self, statement: Statement) -> Decision:
        """Who makes a statement; remembers it for those that follow."""
        spans = text_places = self.text.places(statement.speaker)
        cue = self.text.places(statement.cue)
        if self._asked(statement, cue):
            decision = _nobody(ASKED)
        elif not spans:
            decision = self._without_words(statement, cue)
        else:
            phrase = read_phrase(self.text, self.cast, text_places)
            decision = self._of_phrase(statement, phrase, cue) if phrase else _nobody(UNNAMED)
        self.decided[statement.id] = decision
        if decision.referent is not None and decision.referent.member is None and decision.name:
            self._called.setdefault(id(decision.referent), decision.name)
        if decision.referent is not None and statement.nested_in is None:
            self.spoke.append(decision.referent)
        return decision

    def addressee(self, statement: Statement) -> Decision | None:
        """To whom a statement was said, where that is somebody named."""
        places = self.text.places(statement.addressee)
        phrase = read_phrase(self.text, self.cast, places) if places else None
        if phrase is None or phrase.kind in {PhraseKind.PRONOMINAL, PhraseKind.NOBODY}:
            return None
        cue = self.text.places(statement.cue)
        speaker = self.decided.get(statement.id)
        excluded = (speaker.referent,) if speaker and speaker.referent else ()
        decision = self._of_phrase(statement, phrase, cue, excluded)
        if decision.kind not in {PersonKind.HUMAN, PersonKind.BODY}:
            return None
        # Nobody is told of as speaking to himself.
        return None if speaker and speaker.name == decision.name else decision

    # -- no speaker words ---------------------------------------------------------------

    def _without_words(self, statement: Statement, cue: Sequence[int]) -> Decision:
        outer = self._outer(statement)
        shown = " ".join(self.text.words[p] for p in cue)
        if cue and _UNSAID.search(self._clause(cue)):
            return _nobody(UNNAMED)
        if outer is not None and not cue:
            return self._go_on(outer)
        if cue:
            if shown.lower() in {"nach", "laut", "zufolge", "gemäß", "according to", "so"}:
                return self._behind(statement, cue)
            found = self._subject_beside(statement, cue)
            if found:
                return found
            before = self._before(statement)
            if before is not None and self._same_sentence(statement, before):
                return self._go_on(self.decided[before.id])
            return _nobody(UNNAMED)
        before = self._before(statement)
        if before is None:
            return _nobody(NOTHING_BEFORE)
        if statement.type is QuotationType.REPORTED:
            return _nobody(UNNAMED)
        return self._go_on(self.decided[before.id])

    def _behind(self, statement: Statement, cue: Sequence[int]) -> Decision:
        """The speaker right after *laut* or *nach*, where no words were given for one."""
        end = min(self.text.sentence_end(cue[-1]), cue[-1] + 9)
        quoted = self._quoted[statement.id]
        span = []
        for place in range(cue[-1] + 1, end):
            if place in quoted or self.text.words[place] in {",", ";", ":"}:
                break
            span.append(place)
        phrase = read_phrase(self.text, self.cast, span) if span else None
        return self._of_phrase(statement, phrase, cue) if phrase else _nobody(UNNAMED)

    def _outer(self, statement: Statement) -> Decision | None:
        return self.decided.get(statement.nested_in) if statement.nested_in else None

    def _go_on(self, decision: Decision) -> Decision:
        """The speaker before, as one who goes on."""
        if decision.kind is None:
            return _nobody(decision.reason or UNNAMED)
        return Decision(
            decision.kind, decision.name, Resolution.CONTINUED, "continued",
            decision.share, decision.referent, decision.runner_up,
        )  # fmt: skip

    def _asked(self, statement: Statement, cue: Sequence[int]) -> bool:
        """Whether the quotation is a question put to the one who answers."""
        begin = statement.quote[0].begin
        if _QUESTION_BEFORE.search(self.article.text[max(0, begin - 60) : begin].rstrip(' ,„"“')):
            return True
        shown = " ".join(self.text.words[p] for p in cue)
        return bool(re.fullmatch(r"(?:die )?Frage|Nachfrage|question", shown, re.I))

    def _clause(self, cue: Sequence[int]) -> str:
        begin = max(self.text.sentence_begin(cue[0]), cue[0] - 6)
        end = min(self.text.sentence_end(cue[-1]), cue[-1] + 4)
        return self.text.between(begin, end)

    def _before(self, statement: Statement) -> Statement | None:
        """The statement before, of the running text, if it is near enough to go on."""
        index = self._index[statement.id]
        earlier = [
            other
            for other in self.article.statements[max(0, index - _LOOKED_BACK) : index]
            if other.quote[0].begin < statement.quote[0].begin
            and other.id in self.decided
            and not any(q.contains(statement.quote[0]) for q in other.quote)
            and other.nested_in is None
        ]
        if not earlier:
            return None
        last = max(earlier, key=lambda other: other.quote[-1].end)
        mine, others = self.text.places(statement.quote), self.text.places(last.quote)
        if not mine or not others:
            return None
        gap = self.text.sentences[mine[0]] - self.text.sentences[others[-1]]
        return last if gap <= _CARRIED else None

    def _same_sentence(self, one: Statement, other: Statement) -> bool:
        mine, others = self.text.places(one.quote), self.text.places(other.quote)
        return bool(mine and others) and (
            self.text.sentences[mine[0]] - self.text.sentences[others[-1]] <= 0
        )

    def _subject_beside(self, statement: Statement, cue: Sequence[int]) -> Decision | None:
        """Somebody named in the clause of a cue that no speaker's words were given for."""
        quoted = self._quoted[statement.id]
        begin, end = self.text.sentence_begin(cue[0]), self.text.sentence_end(cue[-1])
        near = [
            mention
            for mention in self.discourse.within(begin, end)
            if mention.first not in quoted
            and not any(
                cue[0] not in self._quoted[s.id] for s in self._holders.get(mention.first, ())
            )
            and not mention.oblique
            and mention.referent.kind
            in {PersonKind.HUMAN, PersonKind.BODY, PersonKind.UNNAMED, PersonKind.GROUP}
            and (mention.leads or mention.referent.kind is PersonKind.HUMAN)
            and not (mention.referent.member is not None and mention.referent.member.place)
            and not self._genitive(mention)
            and min(abs(mention.first - cue[-1]), abs(mention.last - 1 - cue[0])) <= 6
        ]
        if not near or _PASSIVE.search(self._clause(cue)):
            return None
        best = min(near, key=lambda m: min(abs(m.first - p) for p in cue))
        referent = best.referent
        return Decision(
            referent.kind, referent.shown, Resolution.NAME, "beside", 0.6, referent,
            place=(best.first, best.last),
        )  # fmt: skip

    def _genitive(self, mention: MentionAt) -> bool:
        word = self.text.words[mention.last - 1]
        return stem_of(word, self.text) != word

    # -- with speaker words -------------------------------------------------------------

    def _of_phrase(
        self,
        statement: Statement,
        phrase: Phrase,
        cue: Sequence[int],
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        kind = phrase.kind
        if kind is PhraseKind.PERSON:
            return self._person(phrase)
        if kind is PhraseKind.SEVERAL:
            return self._plain(phrase, "several")
        if kind is PhraseKind.NAME:
            return self._name(phrase)
        if kind is PhraseKind.NOUN:
            return self._noun(statement, phrase, cue)
        if kind is PhraseKind.PRONOUN:
            return self._pronoun(statement, phrase, cue, excluded)
        if kind is PhraseKind.RELATIVE:
            return self._relative(statement, phrase, cue)
        if kind is PhraseKind.PRONOMINAL:
            return self._pronominal(statement, phrase)
        if kind is PhraseKind.OWN:
            return self._own(statement, phrase)
        if kind is PhraseKind.SPEAKING:
            return self._speaking(statement, phrase)
        if kind is PhraseKind.UNKNOWN:
            return self._unknown(phrase)
        return _nobody(UNNAMED)

    def _person(self, phrase: Phrase) -> Decision:
        assert phrase.member is not None
        member = phrase.member
        whole = phrase.last - phrase.first >= len(member.words) or len(member.words) == 1
        lone = len(member.words) == 1
        evidence = "lone name" if lone else ("name" if whole else "surname")
        return Decision(
            PersonKind.HUMAN, member.name, Resolution.NAME if whole else Resolution.SURNAME,
            evidence, 1.0, self.discourse.referent(member), self._namesake(member, whole),
            (phrase.first, phrase.last),
        )  # fmt: skip

    def _namesake(self, member: Member, whole: bool) -> str | None:
        """Another of the same surname, where only the surname stands."""
        if whole:
            return None
        for other in self.cast.members:
            if other is not member and other.kind is PersonKind.HUMAN:
                if other.words[-1].casefold() == member.words[-1].casefold():
                    return other.name
        return None

    def _plain(self, phrase: Phrase, evidence: str) -> Decision:
        assert phrase.person_kind is not None
        by = Resolution.NAME if evidence in {"several", "body name"} else Resolution.ROLE
        return Decision(
            phrase.person_kind, phrase.name, by, evidence, place=(phrase.first, phrase.last)
        )

    def _name(self, phrase: Phrase) -> Decision:
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
        name = self._fullest(phrase.name)
        return Decision(
            PersonKind.BODY, name, Resolution.NAME, "body name", 1.0, referent,
            place=(phrase.first, phrase.last),
        )  # fmt: skip

    def _fullest(self, name: str) -> str:
        """The long form of an abbreviation that the article explains: *CUD*, *IAEO*."""
        if " " in name or len(name) > 8 or sum(letter.isupper() for letter in name) < 2:
            return name
        return self.metonyms.long_form(name) or name

    def _noun(self, statement: Statement, phrase: Phrase, cue: Sequence[int]) -> Decision:
        noun = phrase.noun
        assert noun is not None and phrase.person_kind is not None
        place = (phrase.first, phrase.last)
        if noun.kind is NounKind.SOURCE:
            return _nobody(UNNAMED)
        if noun.kind is NounKind.HUMAN and not phrase.plural:
            held = self._holder(phrase)
            if held:
                return held
        if noun.kind is NounKind.BODY and not phrase.plural:
            seat = self.metonyms.speaks_for(phrase.name)
            if seat:
                return Decision(PersonKind.BODY, seat, Resolution.METONYM, "metonym", place=place)
            fuller = self._fuller_body(phrase)
            if fuller:
                return fuller
        referent = self._referent_at(phrase.first)
        return Decision(
            phrase.person_kind, phrase.name, Resolution.ROLE, f"{phrase.person_kind.value} noun",
            1.0, referent, place=place,
        )  # fmt: skip

    def _referent_at(self, place: int) -> Referent | None:
        for mention in self.discourse.before(place + 1)[-3:]:
            if mention.first <= place < mention.last:
                return mention.referent
        return None

    def _holder(self, phrase: Phrase) -> Decision | None:
        """The named human whom an office or a description means."""
        if phrase.determiner in INDEFINITE:
            return None
        if human_noun(self.text, phrase.first) is None:
            return None
        role = role_at(self.text, phrase.first, phrase.first + 1)
        complement = phrase.name.partition(phrase.noun.lemma)[2] if phrase.noun else ""
        scored = sorted(
            (
                (
                    office_match(role, member, self.places, complement),
                    self._recency(member, phrase.first),
                    n,
                )
                for n, member in enumerate(self.cast.members)
                if member.kind is PersonKind.HUMAN
            ),
            reverse=True,
        )
        good = [(score, recency, n) for score, recency, n in scored if score > 0]
        if good and good[0][0] < 2:
            described = self._described(phrase)
            if described is not None:
                return described
        if good and good[0][0] >= 1.0:
            member = self.cast.members[good[0][2]]
            second = self.cast.members[good[1][2]].name if len(good) > 1 else None
            sure = len(good) == 1 or good[0][0] > good[1][0] + 0.4
            evidence = "office" if good[0][0] >= 2 else "description"
            return Decision(
                PersonKind.HUMAN, member.name, Resolution.ROLE, evidence,
                1.0 if sure else 0.6, self.discourse.referent(member),
                None if sure else second, (phrase.first, phrase.last),
            )  # fmt: skip
        described = self._described(phrase)
        if described is not None or phrase.noun is None or phrase.determiner not in _DEFINITE:
            return described
        people = [m for m in self.cast.members if m.kind is PersonKind.HUMAN]
        if only_woman_fits(phrase.noun, people):
            member = next(m for m in people if m.gender == "f")
            return Decision(
                PersonKind.HUMAN, member.name, Resolution.ROLE, "only woman", 0.8,
                self.discourse.referent(member), place=(phrase.first, phrase.last),
            )  # fmt: skip
        return None

    def _described(self, phrase: Phrase) -> Decision | None:
        """A definite description of no known office: whoever spoke last, if it may be him."""
        noun = phrase.noun
        assert noun is not None
        if phrase.determiner not in _DEFINITE:
            return None
        if not self.metonyms.describes_anybody(noun.base):
            return None
        for referent in reversed(self.spoke[-1:]):
            if referent.kind is PersonKind.HUMAN and (
                referent.gender is None or noun.gender is None or referent.gender == noun.gender
            ):
                return Decision(
                    PersonKind.HUMAN, referent.shown, Resolution.ROLE, "anybody", 0.6, referent,
                    place=(phrase.first, phrase.last),
                )  # fmt: skip
        return None

    def _recency(self, member: Member, place: int) -> float:
        """1 for just before the place, less the farther; below 0 for only after it."""
        before = [first for first, _ in member.mentions if first < place]
        if before:
            return 1.0 / (1 + place - before[-1])
        return -float(member.mentions[0][0] - place)

    def _fuller_body(self, phrase: Phrase) -> Decision | None:
        """*das Kartellamt* after *das Bundeskartellamt*; *die Partei* after its name."""
        noun = phrase.noun
        assert noun is not None
        if (
            phrase.determiner not in {"der", "die", "das", "dem", "des", "the", ""}
            or " " in phrase.name
        ):
            return None
        lemma = noun.lemma.casefold()
        for mention in reversed(self.discourse.before(phrase.first)):
            other = mention.referent
            if other.kind is not PersonKind.BODY:
                continue
            if other.noun is not None and other.noun.lemma.casefold() != lemma:
                if other.noun.lemma.casefold().endswith(lemma) and len(lemma) >= 4:
                    return Decision(
                        PersonKind.BODY, other.shown, Resolution.ROLE, "fuller body", 0.8, other,
                        runner_up=phrase.name, place=(phrase.first, phrase.last),
                    )  # fmt: skip
            elif other.member is not None and (
                self.metonyms.is_a(
                    other.member.words, noun.base, organisation=other.member.organisation
                )
                or (other.member.words[0].casefold() == lemma and len(other.member.words) > 1)
            ):
                return Decision(
                    PersonKind.BODY, other.shown, Resolution.ROLE, "fuller body", 0.7, other,
                    runner_up=phrase.name, place=(phrase.first, phrase.last),
                )  # fmt: skip
        return None

    def _pronoun(
        self,
        statement: Statement,
        phrase: Phrase,
        cue: Sequence[int],
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        outer = self._outer_of_words(statement, phrase.first)
        if phrase.word in _FIRST_PERSON:
            return self._first_person(statement, phrase)
        if phrase.word == "beide":
            return self._both(phrase)
        if self._formal(phrase.first):
            return self._addressed(statement, phrase)
        agreement = agreement_of(self.text, phrase.first, cue)
        if agreement is None:
            return _nobody(UNNAMED)
        if outer is not None and outer[1] and outer[0].referent is not None:
            excluded = (*excluded, outer[0].referent)
        return self._ranked(phrase, agreement, excluded)

    def _formal(self, place: int) -> bool:
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

    def _addressed(self, statement: Statement, phrase: Phrase) -> Decision:
        """Whom the statement around is addressed to."""
        outer = self._outer(statement)
        holder = next((s for s in self.article.statements if s.id == statement.nested_in), None)
        if outer is None or holder is None or not holder.addressee:
            return _nobody(UNNAMED)
        to = self.addressee(holder)
        if to is None:
            return _nobody(UNNAMED)
        return Decision(
            to.kind, to.name, Resolution.PRONOUN, "first person", 0.8, to.referent,
            to.runner_up, (phrase.first, phrase.last),
        )  # fmt: skip

    def _both(self, phrase: Phrase) -> Decision:
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
            return _nobody(NOTHING_BEFORE if not named else DOUBTFUL)
        joint = "and" if self.text.language == "en" else "und"
        return Decision(
            PersonKind.GROUP, f"{named[0].shown} {joint} {named[1].shown}", Resolution.PRONOUN,
            "both", 0.7, place=(phrase.first, phrase.last),
        )  # fmt: skip

    def _outer_of_words(self, statement: Statement, place: int) -> tuple[Decision, bool] | None:
        """Who says the words in which a pronoun stands, and whether verbatim."""
        holders = [
            other
            for other in self._holders.get(place, ())
            if other.id != statement.id and other.id in self.decided
        ]
        if not holders:
            return None
        inner = min(holders, key=lambda other: len(self._quoted[other.id]))
        return self.decided[inner.id], inner.type is QuotationType.DIRECT

    def _first_person(self, statement: Statement, phrase: Phrase) -> Decision:
        """*ich* in verbatim words means whoever says them."""
        outer = self._outer_of_words(statement, phrase.first)
        if outer is None or outer[0].kind is None:
            return _nobody("the author speaks, or somebody whom the text does not name")
        decision = outer[0]
        return Decision(
            decision.kind, decision.name, Resolution.PRONOUN, "first person", decision.share,
            decision.referent, decision.runner_up, (phrase.first, phrase.last),
        )  # fmt: skip

    def _ranked(
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
            self._all_quoted,
            self._around(phrase.first),
            excluded,
            phrase.word in DEMONSTRATIVE,
        )
        ranked = rank(self.text, self.discourse, situation)
        if not ranked:
            return _nobody(NOTHING_BEFORE)
        best = ranked[0]
        second = ranked[1].referent.shown if len(ranked) > 1 else None
        referent = best.referent
        return Decision(
            referent.kind, self._shown(referent), Resolution.PRONOUN, "pronoun", best.share,
            referent, second, (phrase.first, phrase.last),
        )  # fmt: skip

    def _around(self, place: int) -> frozenset[int]:
        """The words of all quotations that a word stands in."""
        return frozenset().union(*(self._quoted[s.id] for s in self._holders.get(place, ())))

    def _shown(self, referent: Referent) -> str:
        """A referent's name; a noun with its complement, as a speaker's words give it."""
        if referent.member is not None:
            return self._fullest(referent.member.name)
        return self._called.get(id(referent), referent.name)

    def _relative(self, statement: Statement, phrase: Phrase, cue: Sequence[int]) -> Decision:
        """A relative pronoun means the noun or name before its comma."""
        before = self.discourse.before(phrase.first)
        near = [m for m in before[-4:] if phrase.first - m.last <= 9]
        near = [
            m for m in near if self.text.sentences[m.first] == self.text.sentences[phrase.first]
        ]
        if not near:
            return _nobody(UNNAMED)
        agreement = agreement_of(self.text, phrase.first, cue)
        fitting = [m for m in near if agreement is None or self._may_be(m.referent, agreement)]
        best = (fitting or near)[-1]
        referent = best.referent
        sure = bool(fitting) and phrase.first - best.last <= 2
        return Decision(
            referent.kind, self._shown(referent), Resolution.PRONOUN,
            "relative" if sure else "far relative", 1.0, referent,
            place=(phrase.first, phrase.last),
        )  # fmt: skip

    def _may_be(self, referent: Referent, agreement: Agreement) -> bool:
        from wortlaut.reading.people._pronouns import agrees

        return agrees(referent, agreement)

    def _pronominal(self, statement: Statement, phrase: Phrase) -> Decision:
        """*demnach*: the text told of before, else whoever spoke last."""
        before = self.discourse.before(phrase.first)
        sentence = self.text.sentences[phrase.first]
        near = [m for m in before if sentence - self.text.sentences[m.first] <= 1]
        near.sort(key=lambda m: (-self.text.sentences[m.first], m.oblique, m.first))
        for mention in near:
            if mention.referent.kind is PersonKind.DOCUMENT:
                return Decision(
                    PersonKind.DOCUMENT, self._shown(mention.referent), Resolution.PRONOUN,
                    "pronominal", 0.7, mention.referent, place=(phrase.first, phrase.last),
                )  # fmt: skip
        if self.spoke:
            referent = self.spoke[-1]
            return Decision(
                referent.kind, self._shown(referent), Resolution.PRONOUN, "pronominal", 0.5,
                referent, place=(phrase.first, phrase.last),
            )  # fmt: skip
        return _nobody(UNNAMED)

    def _own(self, statement: Statement, phrase: Phrase) -> Decision:
        """*nach eigenen Angaben*: the subject of the clause."""
        begin = self.text.sentence_begin(phrase.first)
        end = self.text.sentence_end(phrase.first)
        near = [
            m for m in self.discourse.mentions
            if begin <= m.first < end and not m.oblique
            and m.referent.kind in {PersonKind.HUMAN, PersonKind.BODY, PersonKind.GROUP, PersonKind.UNNAMED}
        ]  # fmt: skip
        if near:
            best = next((m for m in near if m.leads), near[0])
            referent = best.referent
            if referent.noun is not None and referent.kind is PersonKind.BODY:
                named = self._body_before(best.first)
                referent = named or referent
            return Decision(
                referent.kind, self._shown(referent), Resolution.PRONOUN, "own", 0.8, referent,
                place=(phrase.first, phrase.last),
            )  # fmt: skip
        for place in range(begin, end):
            agreement = agreement_of(self.text, place, ())
            if agreement and self.text.words[place].lower() in {"er", "sie", "he", "she"}:
                found = Phrase(PhraseKind.PRONOUN, place, place + 1)
                return self._ranked(found, agreement)
        return _nobody(UNNAMED)

    def _body_before(self, place: int) -> Referent | None:
        for mention in reversed(self.discourse.before(place)):
            member = mention.referent.member
            if mention.referent.kind is PersonKind.BODY and member is not None and not member.place:
                return mention.referent
        return None

    def _speaking(self, statement: Statement, phrase: Phrase) -> Decision:
        """*den Angaben zufolge*: whoever spoke last; *ersten Angaben zufolge*: they themselves."""
        if phrase.determiner in {"den", "diesen", "seinen", "these", "the"} and self.spoke:
            referent = self.spoke[-1]
            return Decision(
                referent.kind, self._shown(referent), Resolution.CONTINUED, "the speaking", 0.6,
                referent, place=(phrase.first, phrase.last),
            )  # fmt: skip
        return _nobody(UNNAMED)

    def _unknown(self, phrase: Phrase) -> Decision:
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
                self._fullest(phrase.name),
                Resolution.ROLE,
                "unknown",
                place=place,
            )
        if phrase.determiner:
            kind = PersonKind.GROUP if phrase.plural else PersonKind.BODY
        elif self.text.between(phrase.first, phrase.last).isupper() or self.places.of(shown):
            kind = PersonKind.BODY
        elif phrase.plural:
            kind = PersonKind.GROUP
        else:
            # What a tagger of names takes for no human is none, as a rule.
            kind = PersonKind.BODY if self.cast.tagged else PersonKind.HUMAN
        return Decision(kind, self._fullest(phrase.name), Resolution.NAME, "unknown", place=place)
