"""All wordings of one utterance beside each other: "did he say that, in these words?"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from wortlaut.model import QuotationType, Span
from wortlaut.record._grouping import label_of
from wortlaut.record._many import is_among
from wortlaut.record._published import published_day
from wortlaut.record._schema import article_signature, statement, wording
from wortlaut.record._searching import Found, fetch
from wortlaut.wording import Change, Comparison, Said, fullness, versions_of

_NO_VECTOR = np.zeros(1, np.int8)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording, and what stands there in the fullest one."""

    change: Change
    words: str
    """The wording's own words with what follows them up to the next piece; empty where words
    were left out. Those of all pieces together are the whole wording."""
    fullest_words: str
    """The fullest wording's words there; empty where words were added."""
    span: Span | None
    """Where the wording's words stand in its quotation (`Found.quote`), in code points."""
    fullest_span: Span | None
    """The same for the fullest one's."""
    drift: bool
    """Whether two verbatim wordings contradict each other here."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One statement of an utterance."""

    found: Found
    earliest: bool
    """Whether it was published first of all."""
    fullest: bool
    """Whether it is what the others of its language are compared with."""
    translation: bool
    """Whether it is in another language than the fullest of all; never drift by itself."""
    source: int
    """The number of its article's source: the same for articles of nearly the same text."""
    comparison: Comparison | None
    """From the fullest wording of its language (first) to this one (second); None for the
    fullest itself."""
    pieces: tuple[Piece, ...]
    """The whole wording in order, held against the fullest; one piece for the fullest itself."""

    @property
    def drifts(self) -> bool:
        """Whether it gives other words as verbatim than the fullest wording does."""
        return self.comparison is not None and bool(self.comparison.drift)


@dataclass(frozen=True, slots=True)
class Source:
    """Articles of nearly the same text, as of one agency's report: one witness, not several."""

    number: int
    """The least number of an article's version that has the text."""
    statements: tuple[int, ...]
    """The wordings that stand in it, by their statements' numbers, in order of time."""
    outlets: tuple[str, ...]
    """Who printed it, in order of time."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one person said on one occasion, in all the wordings that are on record."""

    number: int
    """The least number of its statements."""
    wordings: tuple[Wording, ...]
    """In order of publication, the earliest first; of current versions of articles."""
    sources: tuple[Source, ...]
    """In order of their first wordings."""

    @property
    def earliest(self) -> Wording:
        """The wording that was published first."""
        return self.wordings[0]

    @property
    def fullest(self) -> Wording:
        """The verbatim wording with the most words, or the longest where none is verbatim."""
        return next(each for each in self.wordings if each.fullest and not each.translation)

    @property
    def drifts(self) -> bool:
        """Whether outlets give different words as the speaker's very own."""
        return any(each.drifts for each in self.wordings)


def utterance(connection: Connection, number: int) -> Utterance | None:
    """The utterance that the statement with this number is of; None where there is none.

    A statement of an article's old version, or that a person took out, leads to the utterance
    that its words belong to now; alone, one of an old version is an utterance by itself.
    """
    row = connection.execute(select(statement.c.removed).where(statement.c.id == number)).first()
    if row is None:
        return None
    label = label_of(connection, number)
    numbers = connection.execute(
        select(wording.c.statement_id).where(wording.c.utterance_id == label)
    ).scalars().all() or [label]
    if row.removed and label == number:
        return None
    places = connection.execute(
        select(statement.c.place).where(is_among(connection, statement.c.id, numbers))
    ).scalars()
    found = {each.id: each for each in fetch(connection, list(places), None, None)}
    sources = _sources(connection, found.values())
    wordings = tuple(_wordings(found, sources))
    return Utterance(label, wordings, tuple(_grouped(wordings)))


def _sources(connection: Connection, found: Iterable[Found]) -> dict[int, int]:
    """By article's version: the number of its source."""
    columns = article_signature.c
    versions = {each.version_id for each in found}
    rows = connection.execute(
        select(columns.version_id, columns.source_id).where(
            is_among(connection, columns.version_id, versions)
        )
    )
    known = {row.version_id: row.source_id for row in rows}
    return {version: known.get(version) or version for version in versions}


def _wordings(found: dict[int, Found], sources: dict[int, int]) -> Iterator[Wording]:
    saids = {number: _said(each) for number, each in found.items()}
    versions = versions_of(list(saids.values()))
    of_language = {
        said.language: said
        for said in (saids[version.statement] for version in versions if version.fullest)
    }
    best = max(of_language.values(), key=fullness)
    for version in versions:
        own = saids[version.statement]
        yield Wording(
            found=found[version.statement],
            earliest=version.earliest,
            fullest=version.fullest,
            translation=own.language != best.language,
            source=sources[found[version.statement].version_id],
            comparison=version.comparison,
            pieces=tuple(_pieces(of_language[own.language].words, own.words, version.comparison)),
        )


def _said(found: Found) -> Said:
    when = found.statement.said_on
    return Said(
        found.id,
        None,
        found.quote,
        found.article.language,
        _NO_VECTOR,
        verbatim=found.statement.type is QuotationType.DIRECT,
        begin=when.begin if when else None,
        end=when.end if when else None,
        published=published_day(found.article),
    )


def _pieces(fullest: str, own: str, comparison: Comparison | None) -> Iterator[Piece]:
    if comparison is None or not comparison.passages:
        whole = Span(0, len(own))
        yield Piece(Change.SAME, own, own, whole, whole, drift=False)
        return
    passages = comparison.passages
    begins = [passage.second.begin for passage in passages if passage.second]
    # What stands between words goes with those before it, what stands before all with the first.
    ends = iter([*begins[1:], len(own)])
    begin = 0
    for passage in passages:
        words = ""
        if passage.second:
            end = next(ends)
            words, begin = own[begin:end], end
        yield Piece(
            passage.change,
            words,
            passage.first.of(fullest) if passage.first else "",
            passage.second,
            passage.first,
            drift=passage in comparison.drift,
        )


def _grouped(wordings: Sequence[Wording]) -> Iterator[Source]:
    by_source: dict[int, list[Wording]] = defaultdict(list)
    for each in wordings:
        by_source[each.source].append(each)
    for number, members in by_source.items():
        outlets = (each.found.article.outlet or each.found.article.source for each in members)
        yield Source(
            number,
            tuple(each.found.id for each in members),
            tuple(dict.fromkeys(outlets)),
        )
