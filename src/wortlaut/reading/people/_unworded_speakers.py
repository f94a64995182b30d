"""Speakers of statements that have no words for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import PersonKind, QuotationType, Resolution, Statement
from wortlaut.reading.people._decision import NOTHING_BEFORE, UNNAMED, Decision, nobody
from wortlaut.reading.people._discourse import MentionAt
from wortlaut.reading.people._names import stem_of
from wortlaut.reading.people._phrases import read_phrase
from wortlaut.reading.people._pronoun_speakers import PronounSpeakers

_UNSAID = re.compile(
    r"\b(?:es heißt|hieß es|heißt es|geheißen|wurde bekannt|bekannt geworden|bekannt wurde|"
    r"wird (?:befürchtet|vermutet|erwartet|vorgeworfen|angenommen)|"
    r"wurde (?:berichtet|gefordert|beschlossen|mitgeteilt)|berichtet worden|berichtet wurde|"
    r"was reported|were reported|is believed|it is said|is said|been reported|is expected|"
    r"was announced)\b",
    re.I,
)
_QUESTION_BEFORE = re.compile(
    r"(?:auf (?:die|eine|seine|ihre) (?:Nachf|F)rage\w*(?: von \w+)?|Antwort auf die Frage|"
    r"(?:^|\W)(?:[Ww]hen|was|were|being) asked(?: by \w+)?|(?:^|[.!?]\s+)Asked|"
    r"(?:to|answer(?:ing)?) (?:a|the) question)\W*$"
)
_PASSIVE = re.compile(r"\b(?:wurden?|worden|wird|werden|was|were|been)\b")
_LOOKED_BACK = 20
"""Statements before one among which the last of the running text is looked for."""
_CARRIED = 3
"""Sentences from a statement to the next within which its speaker may go on."""


class UnwordedSpeakers(PronounSpeakers):
    """Resolves what runs on, what is asked, and what has its speaker beside the cue."""

    def without_words(self, statement: Statement, cue: Sequence[int]) -> Decision:  # noqa: PLR0911
        outer = self.outer(statement)
        shown = " ".join(self.text.words[p] for p in cue)
        if cue and _UNSAID.search(self.clause(cue)):
            return nobody(UNNAMED)
        if outer is not None and not cue:
            return self.go_on(outer)
        if cue:
            if shown.lower() in {"nach", "laut", "zufolge", "gemäß", "according to", "so"}:
                return self.behind(statement, cue)
            found = self.subject_beside(statement, cue)
            if found:
                return found
            before = self.before(statement)
            if before is not None and self.same_sentence(statement, before):
                return self.go_on(self.decided[before.id])
            return nobody(UNNAMED)
        before = self.before(statement)
        if before is None:
            return nobody(NOTHING_BEFORE)
        if statement.type is QuotationType.REPORTED:
            return nobody(UNNAMED)
        return self.go_on(self.decided[before.id])

    def behind(self, statement: Statement, cue: Sequence[int]) -> Decision:
        """The speaker right after *laut* or *nach*, where no words were given for one."""
        end = min(self.text.sentence_end(cue[-1]), cue[-1] + 9)
        quoted = self.quoted[statement.id]
        span = []
        for place in range(cue[-1] + 1, end):
            if place in quoted or self.text.words[place] in {",", ";", ":"}:
                break
            span.append(place)
        phrase = read_phrase(self.text, self.cast, span) if span else None
        return self.of_phrase(statement, phrase, cue) if phrase else nobody(UNNAMED)

    def go_on(self, decision: Decision) -> Decision:
        """The speaker before, as one who goes on."""
        if decision.kind is None:
            return nobody(decision.reason or UNNAMED)
        return Decision(
            decision.kind, decision.name, Resolution.CONTINUED, "continued",
            decision.share, decision.referent, decision.runner_up,
        )  # fmt: skip

    def asked(self, statement: Statement, cue: Sequence[int]) -> bool:
        """Whether the quotation is a question put to the one who answers."""
        begin = statement.quote[0].begin
        if _QUESTION_BEFORE.search(self.article.text[max(0, begin - 60) : begin].rstrip(' ,„"“')):
            return True
        shown = " ".join(self.text.words[p] for p in cue)
        return bool(re.fullmatch(r"(?:die )?Frage|Nachfrage|question", shown, re.I))

    def before(self, statement: Statement) -> Statement | None:
        """The statement before, of the running text, if it is near enough to go on."""
        index = self.index[statement.id]
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

    def same_sentence(self, one: Statement, other: Statement) -> bool:
        mine, others = self.text.places(one.quote), self.text.places(other.quote)
        return bool(mine and others) and (
            self.text.sentences[mine[0]] - self.text.sentences[others[-1]] <= 0
        )

    def subject_beside(self, statement: Statement, cue: Sequence[int]) -> Decision | None:
        """Somebody named in the clause of a cue that no speaker's words were given for."""
        quoted = self.quoted[statement.id]
        begin, end = self.text.sentence_begin(cue[0]), self.text.sentence_end(cue[-1])
        near = [
            mention
            for mention in self.discourse.within(begin, end)
            if mention.first not in quoted
            and not any(
                cue[0] not in self.quoted[s.id] for s in self.holders.get(mention.first, ())
            )
            and not mention.oblique
            and mention.referent.kind
            in {PersonKind.HUMAN, PersonKind.BODY, PersonKind.UNNAMED, PersonKind.GROUP}
            and (mention.leads or mention.referent.kind is PersonKind.HUMAN)
            and not (mention.referent.member is not None and mention.referent.member.place)
            and not self.genitive(mention)
            and min(abs(mention.first - cue[-1]), abs(mention.last - 1 - cue[0])) <= 6
        ]
        if not near or _PASSIVE.search(self.clause(cue)):
            return None
        best = min(near, key=lambda m: min(abs(m.first - p) for p in cue))
        referent = best.referent
        return Decision(
            referent.kind, referent.shown, Resolution.NAME, "beside", 0.6, referent,
            place=(best.first, best.last),
        )  # fmt: skip

    def genitive(self, mention: MentionAt) -> bool:
        word = self.text.words[mention.last - 1]
        return stem_of(word, self.text) != word
