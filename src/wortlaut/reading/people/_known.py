"""What is known while the statements of an article are resolved, one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wortlaut.model import Article, QuotationType, Resolution, Statement
from wortlaut.reading.people._cast import Cast
from wortlaut.reading.people._decision import Decision
from wortlaut.reading.people._discourse import Discourse, Referent
from wortlaut.reading.people._metonyms import Metonyms
from wortlaut.reading.people._offices import Offices
from wortlaut.reading.people._phrase import Phrase
from wortlaut.reading.people._text import Text
from wortlaut.reading.places import Places


class Known:
    """The article, its cast, and who made the statements so far."""

    def __init__(  # noqa: PLR0917
        self,
        article: Article,
        text: Text,
        cast: Cast,
        discourse: Discourse,
        places: Places,
        offices: Offices,
    ) -> None:
        self.article = article
        self.text = text
        self.cast = cast
        self.discourse = discourse
        self.places = places
        self.offices = offices
        self.metonyms = Metonyms(text, places)
        self.spoke: list[Referent] = []
        self.decided: dict[int, Decision] = {}
        self.quoted = {s.id: frozenset(text.places(s.quote)) for s in article.statements}
        self.holders: dict[int, list[Statement]] = defaultdict(list)
        """The statements in whose words a word stands."""
        for statement in article.statements:
            for place in self.quoted[statement.id]:
                self.holders[place].append(statement)
        self.all_quoted = frozenset(self.holders)
        self.index = {s.id: n for n, s in enumerate(article.statements)}
        self.called: dict[int, str] = {}
        """What a referent was called as a speaker, by its `id`."""

    def of_phrase(
        self,
        statement: Statement,
        phrase: Phrase,
        cue: Sequence[int],
        excluded: tuple[Referent, ...] = (),
    ) -> Decision:
        """Who is meant by a phrase; each sort of phrase has its module."""
        raise NotImplementedError

    def addressee(self, statement: Statement) -> Decision | None:
        """To whom a statement was said, where that is somebody named."""
        raise NotImplementedError

    def outer(self, statement: Statement) -> Decision | None:
        return self.decided.get(statement.nested_in) if statement.nested_in else None

    def outer_of_words(self, statement: Statement, place: int) -> tuple[Decision, bool] | None:
        """Who says the words in which a pronoun stands, and whether verbatim."""
        holders = [
            other
            for other in self.holders.get(place, ())
            if other.id != statement.id and other.id in self.decided
        ]
        if not holders:
            return None
        inner = min(holders, key=lambda other: len(self.quoted[other.id]))
        return self.decided[inner.id], inner.type is QuotationType.DIRECT

    def around(self, place: int) -> frozenset[int]:
        """The words of all quotations that a word stands in."""
        return frozenset().union(*(self.quoted[s.id] for s in self.holders.get(place, ())))

    def clause(self, cue: Sequence[int]) -> str:
        begin = max(self.text.sentence_begin(cue[0]), cue[0] - 6)
        end = min(self.text.sentence_end(cue[-1]), cue[-1] + 4)
        return self.text.between(begin, end)

    def shown(self, referent: Referent) -> str:
        """A referent's name; a noun with its complement, as a speaker's words give it."""
        if referent.member is not None:
            return self.fullest(referent.member.name)
        return self.called.get(id(referent), referent.name)

    def fullest(self, name: str) -> str:
        """The long form of an abbreviation that the article explains: *CUD*, *IAEO*."""
        if " " in name or len(name) > 8 or sum(letter.isupper() for letter in name) < 2:
            return name
        return self.metonyms.long_form(name) or name

    def plain(self, phrase: Phrase, evidence: str) -> Decision:
        assert phrase.person_kind is not None
        by = Resolution.NAME if evidence in {"several", "body name"} else Resolution.ROLE
        return Decision(
            phrase.person_kind, phrase.name, by, evidence, place=(phrase.first, phrase.last)
        )
