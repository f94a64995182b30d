"""What a record of many statements costs: `python -m benchmarks.record`.

Makes a record of made-up articles (`benchmarks.record_articles`; the same ones each time) on
SQLite and on PostgreSQL, which is started for it in a temporary folder, and prints:

- **Adding**: statements a second without the model, the time in which the articles are made up
  not counted, and beside it our process's own processor time, as other work on the machine does
  not lengthen that. `add_many` prepares rows in one thread and writes them in another.
- **Size**: bytes a statement on the disk, its share of its article's text included.
- **Looking up**: of each of eighteen kinds of question the median and the 95th percentile, warm
  (the same kind has been asked before) and cold (a connection of its own, the operating system
  asked to forget the file where it lets us), each question drawn anew; and for how long our own
  process was busy, which other work on the machine does not lengthen (SQLite is in it, a server
  is not).

`--sizes 10000 100000 1000000` makes a record of each size, so that one sees what grows with it.
`--keep FOLDER` keeps the SQLite files, and takes those that are there for made.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import create_engine

from benchmarks.record_articles import FIRST_DAY, Vocabulary, made_up_articles, vocabulary
from benchmarks.record_questions import Lookup, page_questions
from tests.record.local_postgresql import WHY_NOT, local_postgresql, programs
from wortlaut.model import Act, QuotationType
from wortlaut.record import Filters, Order, Record

_STATEMENTS = 10
"""In each made-up article."""
_AT_ONCE = 1_000
_SEED = 4
_COLD = 5


@dataclass(frozen=True, slots=True)
class Adding:
    """How a record was made."""

    seconds: float
    processor: float


def main() -> None:
    """Make the records and print what they cost."""
    arguments = _arguments()
    with ExitStack() as stack:
        folder = arguments.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        for size in arguments.sizes:
            if "sqlite" in arguments.on:
                _measure_sqlite(folder / f"record-{size}.db", size, arguments.queries)
            if "postgresql" in arguments.on:
                if programs() is None:
                    print(WHY_NOT)
                    continue
                with local_postgresql(durable=True) as address:
                    _measure_postgresql(address, size, arguments.queries)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a record of many statements costs.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--queries", type=int, default=100, help="of each kind")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


def _measure_sqlite(file: Path, size: int, queries: int) -> None:
    print(f"\nSQLite, {size:,} statements")
    if not file.exists():
        _print_adding(_add(str(file), size), size)
    _print_size(file.stat().st_size, size)
    _look_up(str(file), queries, forget=lambda: _forget(file))


def _measure_postgresql(address: str, size: int, queries: int) -> None:
    print(f"\nPostgreSQL, {size:,} statements")
    _print_adding(_add(address, size), size)
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # What the server does by itself within the minute.
        connection.exec_driver_sql("VACUUM ANALYZE")
        asked = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        _print_size(int(asked.scalar_one()), size)
    engine.dispose()
    _look_up(address, queries, forget=None)


def _add(place: str, size: int) -> Adding:
    articles = made_up_articles(size // _STATEMENTS, _SEED)
    seconds = processor = 0.0
    with Record(place) as record:
        while chunk := list(islice(articles, _AT_ONCE)):
            began, worked = time.perf_counter(), time.process_time()
            for _ in record.add_many(chunk):
                pass
            seconds += time.perf_counter() - began
            processor += time.process_time() - worked
    return Adding(seconds, processor)


def _print_adding(adding: Adding, size: int) -> None:
    print(
        f"  adding: {size / adding.seconds:,.0f} statements a second;"
        f" {adding.processor / size * 1e6:,.0f} µs of our processor time a statement"
    )


def _print_size(size: int, statements: int) -> None:
    print(f"  size: {size / statements:,.0f} bytes a statement")


def _look_up(place: str, queries: int, forget: Callable[[], None] | None) -> None:
    heads = ("p50", "p95", "busy p95", "cold p50", "cold p95")
    print(f"  {'milliseconds':<32}" + "".join(f"{head:>10}" for head in heads))
    for name, draw in _kinds(vocabulary(_SEED)).items():
        with Record(place, create=False) as record:
            draws = islice(draw(random.Random(1)), queries + _COLD)
            warm = [_milliseconds(record, lookup) for lookup in draws][_COLD:]
        cold = []
        if forget is not None:
            for lookup in islice(draw(random.Random(2)), max(10, queries // 5)):
                forget()
                with Record(place, create=False) as record:
                    cold.append(_milliseconds(record, lookup))
        figures = [
            *_middle_and_high([took for took, _ in warm]),
            _middle_and_high([busy for _, busy in warm])[1],
            *(_middle_and_high([took for took, _ in cold]) if cold else ()),
        ]
        print(f"  {name:<32}" + "".join(f"{value:>10.1f}" for value in figures), flush=True)


def _milliseconds(record: Record, lookup: Lookup) -> tuple[float, float]:
    """How long it took, and how long our process was busy meanwhile."""
    began, worked = time.perf_counter(), time.process_time()
    lookup(record)
    return (time.perf_counter() - began) * 1e3, (time.process_time() - worked) * 1e3


def _middle_and_high(values: Sequence[float]) -> tuple[float, float]:
    return statistics.median(values), statistics.quantiles(values, n=20)[-1]


def _forget(file: Path) -> None:
    """Ask the operating system to read the file from the disk the next time."""
    with file.open("rb") as opened:
        os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _kinds(words: Vocabulary) -> dict[str, Callable[[random.Random], Iterator[Lookup]]]:
    """Eleven kinds of query and what pages ask beside: of each, questions without end."""

    def word(chance: random.Random) -> str:
        # Frequent and rare ones alike, as people ask for both.
        return words.words[int(len(words.words) ** chance.random())]

    def person(chance: random.Random) -> str:
        return words.persons[int(len(words.persons) ** chance.random()) - 1]

    def topic(chance: random.Random) -> str:
        return chance.choice(chance.choice(words.topics))

    def days(chance: random.Random) -> tuple[date, date]:
        begin = FIRST_DAY + timedelta(days=chance.randrange(1900))
        return begin, begin + timedelta(days=chance.randrange(7, 200))

    def several(chance: random.Random) -> Filters:
        begin, end = days(chance)
        return Filters(
            types=frozenset({QuotationType.DIRECT}),
            acts=frozenset({chance.choice(list(Act))}),
            outlet=words.outlets[int(len(words.outlets) ** chance.random()) - 1],
            begin=begin,
            end=end,
        )

    def asked(
        question: Callable[[random.Random], tuple[str, Filters]], order: Order = Order.DATE
    ) -> Callable[[random.Random], Iterator[Lookup]]:
        def draw(chance: random.Random) -> Iterator[Lookup]:
            while True:
                what, filters = question(chance)
                yield lambda record, what=what, filters=filters: record.search(  # type: ignore[misc]
                    what, filters, order=order
                )

        return draw

    def dossiers(chance: random.Random) -> Iterator[Lookup]:
        while True:
            name = person(chance)
            yield lambda record, name=name: record.person(name)  # type: ignore[misc]

    def texts(chance: random.Random) -> Iterator[Lookup]:
        while True:
            what = word(chance)
            yield lambda record, what=what: record.search_articles(what)  # type: ignore[misc]

    nothing = Filters()
    return {
        "a word, newest first": asked(lambda c: (word(c), nothing)),
        "a word, by relevance": asked(lambda c: (word(c), nothing), Order.RELEVANCE),
        "two words": asked(lambda c: (f"{word(c)} {word(c)}", nothing)),
        "OR and NOT": asked(lambda c: (f"({word(c)} OR {topic(c)}) NOT {word(c)}", nothing)),
        "a phrase of frequent words": asked(
            lambda c: (f'"{words.words[c.randrange(40)]} {words.words[c.randrange(40)]}"', nothing)
        ),
        "the beginning of a word": asked(lambda c: (word(c).ljust(3, "e")[:4] + "*", nothing)),
        "a word and a speaker": asked(lambda c: (word(c), Filters(speaker=person(c)))),
        "about something, in some days": asked(
            lambda c: ("", Filters(about=topic(c), begin=days(c)[0]))
        ),
        "type, act, outlet, days": asked(lambda c: ("", several(c))),
        "a person's dossier": dossiers,
        "a word of articles' texts": texts,
        **page_questions(words),
    }


if __name__ == "__main__":
    main()
