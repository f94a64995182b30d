"""Whatever happened to a record, its utterances are those of grouping everything anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.record.test_utterances import Corrected
from tests.record.written_record import article, said
from wortlaut._exceptions import ContradictoryRuling, PersonUnclear
from wortlaut.model import Act, Article, QuotationType
from wortlaut.record import Record
from wortlaut.record._grouping import whose_of
from wortlaut.record._schema import article_version, identity, statement, wording
from wortlaut.record._wordings import vectors_of
from wortlaut.wording import Said, SentenceVectors, grouped

_QUOTES = (
    "Die Schleuse in Varelhafen bleibt den ganzen Winter über geschlossen",
    "Die Schleuse in Varelhafen bleibt geschlossen",
    "Die Schleuse in Varelhafen bleibt den ganzen Sommer über geschlossen",
    "The lock in Varelhafen will stay closed all winter",
    "Wir hoffen auf Hilfe aus Hannover, denn allein schaffen wir den Umbau nicht",
    "Die Schleuse bleibt geschlossen, und wir hoffen auf Hilfe aus Hannover",
    "Der Haushalt der Stadt ist so ausgeglichen wie nie zuvor",
)
_NAMES = ("Wiebke Harms", "W. Harms", "Onno Janssen", "Die Fischer")
_DAYS = (None, date(2026, 11, 3), date(2026, 11, 12), date(2026, 11, 20))


def _article(number: int, quotes: list[str], name: str, day: date | None, direct: bool) -> Article:
    kind = QuotationType.DIRECT if direct else QuotationType.INDIRECT
    sayings = [said(quote, person=name, type=kind) for quote in quotes]
    text = " ".join(f"{name} sagte am Hafen: „{quote}.“" for quote in quotes)
    return article(text, *sayings, url=f"https://x.example/{number}", published=day)


_articles = st.builds(
    _article,
    st.integers(0, 4),
    st.lists(st.sampled_from(_QUOTES), min_size=1, max_size=3, unique=True),
    st.sampled_from(_NAMES),
    st.sampled_from(_DAYS),
    st.booleans(),
)
_picks = st.integers(0, 30)
_Step = Callable[[Record], None]


def _added(several: list[Article]) -> _Step:
    def add(record: Record) -> None:
        list(record.add_many(several))

    return add


def _corrected(pick: int, quote: str, name: str, what: str) -> _Step:
    def correct(record: Record) -> None:
        all_ = list(record.articles())
        if not all_:
            return
        kept = record.article(all_[pick % len(all_)].url or "")
        assert kept is not None
        statements = kept.article.statements
        if not statements:
            return
        old = statements[pick % len(statements)]
        person = old.person and replace(old.person, name=name)
        new = old if what == "removed" else replace(old, person=person, negated=not old.negated)
        record.correct(kept, [Corrected(new, what)])

    return correct


def _decided(one: int, other: int, what: str) -> _Step:
    def decide(record: Record) -> None:
        people = sorted(each.id for each in record.people())
        if not people:
            return
        first, second = people[one % len(people)], people[other % len(people)]
        with suppress(PersonUnclear, ContradictoryRuling):
            if what == "merge":
                record.merge(first, second, anew=True)
            elif what == "keep_apart":
                record.keep_apart(first, second, anew=True)
            else:
                spoken = [each.article.url or "" for each in record.search().found]
                record.split(first, spoken[other % max(1, len(spoken)) :][:1], anew=True)

    return decide


_steps = st.lists(
    st.one_of(
        st.builds(_added, st.lists(_articles, min_size=1, max_size=3)),
        st.builds(
            _corrected,
            _picks,
            st.sampled_from(_QUOTES),
            st.sampled_from(_NAMES),
            st.sampled_from(["changed", "removed"]),
        ),
        st.builds(_decided, _picks, _picks, st.sampled_from(["merge", "split", "keep_apart"])),
    ),
    min_size=2,
    max_size=8,
)


def stored(record: Record) -> dict[int, set[int]]:
    """The utterances that the record keeps, by number, of what is current and somebody's."""
    with record._database.reading() as connection:
        rows = connection.execute(select(wording).where(wording.c.whose.is_not(None))).all()
    groups: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        groups[row.utterance_id or row.statement_id].add(row.statement_id)
    return dict(groups)


def anew(record: Record) -> dict[int, set[int]]:
    """What `wortlaut.wording` makes of all statements that are current, without the record."""
    columns = statement.c
    with record._database.reading() as connection:
        rows = connection.execute(
            select(statement, article_version.c.published)
            .join(article_version, article_version.c.id == columns.version_id)
            .where(columns.current, columns.person_id.is_not(None))
        ).all()
        merged = connection.execute(
            select(identity.c.id).where(identity.c.merged_into.is_not(None))
        ).scalars()
        assert not {row.identity_id for row in rows} & set(merged)
    vectors = SentenceVectors.load().of([row.quote for row in rows])
    saids = [
        Said(
            row.id,
            str(whose_of(row.identity_id, row.person_id)),
            row.quote,
            row.language,
            np.asarray(vector),
            verbatim=row.type == "direct",
            act=Act(row.act) if row.act else None,
            negated=row.negated,
            begin=row.said_begin,
            end=row.said_end,
            published=row.published,
        )
        for row, vector in zip(rows, vectors, strict=True)
    ]
    return {group[0]: set(group) for group in grouped(saids)}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_steps)
def test_groups_are_those_of_grouping_everything_anew(steps: list[_Step]) -> None:
    """After adding, changing, correcting, taking out, merging, parting, in any order."""
    with TemporaryDirectory() as folder, Record(Path(folder) / "record.db") as record:
        for step in steps:
            step(record)
            assert stored(record) == anew(record)
        assert list(record.check()) == []


@pytest.mark.parametrize("seed", range(6))
def test_groups_are_those_of_grouping_everything_anew_on_both(record: Record, seed: int) -> None:
    """The same on PostgreSQL, with a few runs of many steps."""
    chance = np.random.default_rng(seed)

    def pick(count: int) -> int:
        return int(chance.integers(count))

    for _ in range(12):
        several = [
            _article(
                pick(5),
                [_QUOTES[i] for i in chance.choice(len(_QUOTES), 2, replace=False)],
                _NAMES[pick(len(_NAMES))],
                _DAYS[pick(len(_DAYS))],
                bool(pick(2)),
            )
            for _ in range(2)
        ]
        steps = [
            _added(several),
            _corrected(pick(30), "", _NAMES[pick(4)], ["changed", "removed"][pick(2)]),
            _decided(pick(30), pick(30), ["merge", "split", "keep_apart"][pick(3)]),
        ]
        steps[pick(2) if pick(2) else 0](record)
    assert stored(record) == anew(record)
    assert list(record.check()) == []


def test_a_restored_record_has_the_same_utterances(record: Record, tmp_path: Path) -> None:
    """Though backups hold none."""
    list(
        record.add_many(
            _article(number, [_QUOTES[number % 3]], "Wiebke Harms", date(2026, 11, 20), True)
            for number in range(6)
        )
    )
    record.back_up(tmp_path / "backup")
    with Record(tmp_path / "other.db") as other:
        other.restore(tmp_path / "backup")
        assert stored(other) == stored(record)
        assert 0 < len(stored(other)) < 6
        assert list(other.check()) == []


def test_another_way_of_comparing_groups_anew(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that was filled with other vectors is filled again when it is opened."""
    with Record(place) as record:
        record.add(_article(1, [_QUOTES[0]], "Wiebke Harms", date(2026, 11, 20), True))
        record.add(_article(2, [_QUOTES[1]], "Wiebke Harms", date(2026, 11, 20), True))
        before = stored(record)
    made: list[str] = []

    def counting(words: list[str]) -> list[bytes]:
        made.extend(words)
        return vectors_of(words)

    monkeypatch.setattr("wortlaut.record._filling.way_of_comparing", lambda: "vectors-0")
    monkeypatch.setattr("wortlaut.record._filling.vectors_of", counting)
    with Record(place) as record:
        assert made == [_QUOTES[0], _QUOTES[1]]
        assert stored(record) == before
    Record(place).close()
    assert len(made) == 2
