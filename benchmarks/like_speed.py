"""What finding by meaning costs: `python -m benchmarks.like_speed RECORD`.

Asks a record (a file or an address; `python -m benchmarks.record --keep FOLDER` makes one) for
statements like a text, with and without filters, each question drawn anew, and prints of each
kind the median and the 95th percentile in milliseconds, the statements fetched; how long the
first question of a process takes, which loads the vectors; and what they take in memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

from benchmarks.record_articles import FIRST_DAY, Vocabulary, vocabulary
from wortlaut.model import Act, QuotationType
from wortlaut.record import Filters, Record
from wortlaut.wording import SentenceVectors

_SEED = 4
_WARM_UP = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--queries", type=int, default=100, help="of each kind")
    parser.add_argument("--without-names", action="store_true", help="leave out the last two kinds")
    options = parser.parse_args(arguments)
    SentenceVectors.load().of(["bereit"])
    before = _memory()
    words = vocabulary(_SEED)
    with Record(options.record, create=False) as record:
        began = time.perf_counter()
        record.like("der erste Satz, nach dem gefragt wird")
        print(f"first question: {time.perf_counter() - began:.2f} s,", end=" ")
        print(f"{_memory() - before:,.0f} MB more memory at most")
        print(f"{'milliseconds':<32}{'p50':>8}{'p95':>8}{'busy p95':>10}")
        kinds = _kinds(words)
        for name in list(kinds)[: -2 if options.without_names else None]:
            draw = kinds[name]
            chance = random.Random(1)
            took, busy = [], []
            for number in range(options.queries + _WARM_UP):
                text, filters = draw(chance)
                began, worked = time.perf_counter(), time.process_time()
                record.like(text, filters)
                if number >= _WARM_UP:
                    took.append((time.perf_counter() - began) * 1e3)
                    busy.append((time.process_time() - worked) * 1e3)
            figures = statistics.median(took), _high(took), _high(busy)
            print(f"{name:<32}{figures[0]:>8.1f}{figures[1]:>8.1f}{figures[2]:>10.1f}", flush=True)
    return 0


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _high(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _kinds(words: Vocabulary) -> dict[str, Callable[[random.Random], tuple[str, Filters]]]:
    def text(chance: random.Random) -> str:
        return " ".join(words.words[int(len(words.words) ** chance.random())] for _ in range(12))

    def person(chance: random.Random) -> str:
        return words.persons[int(len(words.persons) ** chance.random()) - 1]

    def asked(
        filters: Callable[[random.Random], Filters],
    ) -> Callable[[random.Random], tuple[str, Filters]]:
        return lambda chance: (text(chance), filters(chance))

    def days(chance: random.Random) -> Filters:
        begin = FIRST_DAY + timedelta(days=chance.randrange(1900))
        return Filters(begin=begin, end=begin + timedelta(days=chance.randrange(7, 200)))

    return {
        "without filters": asked(lambda _: Filters()),
        "a language": asked(lambda c: Filters(language=c.choice(["de", "en"]))),
        "a type and an act": asked(
            lambda c: Filters(
                types=frozenset({c.choice(list(QuotationType))}),
                acts=frozenset({c.choice(list(Act))}),
            )
        ),
        "an outlet": asked(
            lambda c: Filters(outlet=words.outlets[int(len(words.outlets) ** c.random()) - 1])
        ),
        "some days": asked(days),
        "a speaker": asked(lambda c: Filters(speaker=person(c))),
        "about a word": asked(lambda c: Filters(about=c.choice(c.choice(words.topics)))),
    }


if __name__ == "__main__":
    raise SystemExit(main())
