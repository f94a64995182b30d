"""How fast articles are read, and at what cost: `python -m benchmarks.reading`.

Reads the German dev articles again and again, and prints:

- **Words a second**, words being the data's own tokens: by one thread, by two threads of one
  reader (`Reader(threads=2).read_many`) with so many articles a thread given out ahead, and by
  two processes of one thread, each of which reads everything.
- **What resolving costs**: the same with `Reader(resolve=False)`, which stops at quotations and
  the words around them; the ratio is that of each to the first line.
- **Start-up**: from starting a fresh process to its first statement, and to the end of
  `wortlaut read FILE --json`; beside them, what Python takes to do nothing.
- **Memory**: the most that one process had in memory at once.
- **The model's size**, and with `--base` all of it for another model folder as well, such as the
  single-precision one that `python -m training` leaves beside the 8-bit one, and the ratios.

Every way of reading has its process, loaded and warm, before anything is timed. The ways take
turns, round after round, each alone on the machine, so that a slow minute falls on all of them;
of each way the fastest and the median round are printed. `--profile` tells where the time goes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from wortlaut import Article

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
_OWN_ARTICLE = Path(__file__).resolve().parents[1] / "tests" / "articles" / "de" / "strandbad.txt"
_FIRST_STATEMENT = """
import sys, wortlaut
from wortlaut.sources import open_article
article = wortlaut.Reader(sys.argv[2] or None).read(open_article(sys.argv[1]))
print(article.statements[0].quote[0].begin, flush=True)
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is read."""

    articles: tuple[Article, ...]
    words: int
    source: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way of reading: which model, by how many processes and threads, how far ahead."""

    name: str
    model: str | None
    processes: int = 1
    threads: int = 1
    ahead: int = 4
    resolve: bool = True


@dataclass(slots=True)
class Measured:
    """What came of a way of reading."""

    seconds: list[float] = field(default_factory=list)
    megabytes: float = 0.0
    statements: int = 0


def load_sample(data: Path, limit: int | None) -> Sample:
    """German dev, or the articles written for the tests where the data is not."""
    path = data / "german-news" / "dev.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines][:limit]
        return Sample(
            tuple(Article(text=record["originalText"], language="de") for record in records),
            sum(len(sentence["tokens"]) for record in records for sentence in record["sentences"]),
            str(path),
        )
    from tests.written_articles import written_articles  # noqa: PLC0415 - only where needed
    from wortlaut.reading._paragraphs import paragraphs_of  # noqa: PLC0415
    from wortlaut.reading._words import split_words  # noqa: PLC0415

    articles = tuple(
        Article(text=article.text, language="de") for article in written_articles("de")[:limit]
    )
    words = sum(len(split_words(a.text, paragraphs_of(a.text))) for a in articles)
    return Sample(articles, words, "the project's own test articles, words by our own count")


def most_memory() -> float:
    """The most memory that this process had at once, in MB (a million bytes)."""
    status = Path("/proc/self/status")
    if status.exists():
        # What the system reports as `ru_maxrss` includes that of the process it came from.
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / 1e6
    import resource  # noqa: PLC0415 - not on every system

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def serve(way: Way, sample: Sample, connection: Connection) -> None:
    """Read the sample whenever asked to, and tell how many statements it has."""
    from wortlaut.reading import Reader, _reader  # noqa: PLC0415 - only the workers need it

    _reader._AHEAD = way.ahead
    reader = Reader(way.model, threads=way.threads, resolve=way.resolve)
    for article in sample.articles[:4]:
        reader.read(article)
    connection.send(None)
    while connection.recv():
        found = sum(len(article.statements) for article in reader.read_many(sample.articles))
        connection.send((found, most_memory()))


@contextmanager
def workers(way: Way, sample: Sample) -> Iterator[list[Connection]]:
    """The processes of a way of reading, loaded and waiting."""
    context = multiprocessing.get_context("spawn")
    processes, connections = [], []
    for _ in range(way.processes):
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(way, sample, theirs), daemon=True)
        process.start()
        theirs.close()
        processes.append(process)
        connections.append(ours)
    for connection in connections:
        connection.recv()
    try:
        yield connections
    finally:
        for connection in connections:
            connection.send(False)
        for process in processes:
            process.join()


def measure(ways: Sequence[Way], sample: Sample, rounds: int) -> dict[Way, Measured]:
    """Let the ways take turns."""
    results = {way: Measured() for way in ways}
    with ExitStack() as stack:
        ready = {way: stack.enter_context(workers(way, sample)) for way in ways}
        print(f"{sum(way.processes for way in ways)} processes are ready", flush=True)
        for number in range(1, rounds + 1):
            print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
            for way, connections in ready.items():
                started = time.perf_counter()
                for connection in connections:
                    connection.send(True)
                answers = [connection.recv() for connection in connections]
                result = results[way]
                result.seconds.append(time.perf_counter() - started)
                result.statements = answers[0][0]
                result.megabytes = max(megabytes for _, megabytes in answers)
    return results


def start_ups(model: str | None, base: str | None, runs: int) -> dict[str, list[float]]:
    """Seconds from starting a process to its first line of output, or to its end."""
    shipped = _shipped_model().is_dir()
    path = str(_OWN_ARTICLE)
    commands: dict[str, list[str]] = {"Python alone": ["-c", "print()"]}
    if shipped or model:
        commands["first statement"] = ["-c", _FIRST_STATEMENT, path, model or ""]
    if base:
        commands["first statement, base"] = ["-c", _FIRST_STATEMENT, path, base]
    if shipped:
        commands["wortlaut read FILE --json"] = ["-m", "wortlaut.cli", "read", path, "--json"]
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, arguments in commands.items():
            took = _time_to_output([sys.executable, *arguments], whole="read FILE" in name)
            if number:  # the first run fills the caches of the file system
                seconds[name].append(took)
    return seconds


def _time_to_output(command: list[str], *, whole: bool) -> float:
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        first = time.perf_counter() - started
        process.stdout.read()
    ended = time.perf_counter() - started
    if process.returncode or not line:
        raise SystemExit(f"{' '.join(command)}: ended with status {process.returncode}")
    return ended if whole else first


def _shipped_model() -> Path:
    from wortlaut.reading._model_files import SHIPPED  # noqa: PLC0415 - pulls in numpy

    return SHIPPED


def profile(model: str | None, sample: Sample) -> dict[str, float]:
    """Processor seconds of one thread that each stage takes; the rest is between them."""
    from wortlaut.reading import Reader, _quotations, _reader, _resolving  # noqa: PLC0415

    reader = Reader(model)
    for article in sample.articles:
        reader.read(article)
    taken: dict[str, float] = {}

    def watch(owner: Any, attribute: str, stage: str) -> None:
        watched: Callable[..., Any] = getattr(owner, attribute)

        def timed(*arguments: Any, **named: Any) -> Any:
            started = time.thread_time()
            try:
                return watched(*arguments, **named)
            finally:
                taken[stage] = taken.get(stage, 0.0) + time.thread_time() - started

        setattr(owner, attribute, timed)

    for owner, attribute, stage in (
        (_reader, "paragraphs_of", "words"),
        (_reader, "split_words", "words"),
        (_reader, "guideline_of", "words"),
        (reader._subwords, "of_words", "subwords"),
        (_reader, "windows", "windows"),
        (reader._network, "encode", "encoder"),
        (_reader, "marked_stretches", "marks"),
        (_quotations, "close_marks", "marks"),
        (_quotations, "best_path", "tags (Viterbi)"),
        (_quotations, "pieces_of_path", "tags (Viterbi)"),
        (_quotations, "marginals", "certainty (marginals)"),
        (reader._network, "judge", "heads"),
        (_quotations, "find_roles", "roles"),
        (_reader, "make_statements", "statements"),
        (reader._names, "tag", "names"),
        (_resolving, "find_times", "times"),
        (_resolving, "resolve_people", "people"),
        (_resolving, "say_when", "said on"),
        (_resolving, "find_circumstances", "circumstances"),
        (_resolving, "judge_acts", "acts"),
        (_resolving, "find_damage", "damage"),
    ):
        watch(owner, attribute, stage)
    started = time.thread_time()
    for article in sample.articles:
        reader.read(article)
    whole = time.thread_time() - started
    return {**taken, "the rest": whole - sum(taken.values()), "all": whole}


def _folder_size(model: str | None) -> float:
    """Megabytes (a million bytes) of a model folder."""
    folder = Path(model) if model else _shipped_model()
    return sum(path.stat().st_size for path in folder.iterdir()) / 1e6


def _ways(model: str | None, base: str | None, *, quick: bool) -> list[Way]:
    ways = [
        Way("1 thread, one article at a time", model),
        Way("1 thread, quotations only", model, resolve=False),
        Way("2 threads, quotations only", model, threads=2, resolve=False),
    ]
    ahead = (4,) if quick else (1, 2, 4, 8)
    ways += [Way(f"2 threads, {n} a thread ahead", model, threads=2, ahead=n) for n in ahead]
    ways.append(Way("2 processes of 1 thread", model, processes=2))
    if base:
        ways.append(Way("base: 1 thread", base))
        if not quick:
            ways.append(Way("base: 2 threads, 4 a thread ahead", base, threads=2))
        ways.append(Way("base: 2 processes of 1 thread", base, processes=2))
    return ways


def _print_speeds(results: dict[Way, Measured], sample: Sample) -> None:
    first = next(iter(results))
    print(f"\n{'way of reading':36}{'words/s':>9}{'median':>9}{'ratio':>8}{'MB':>7}{'found':>7}")
    for way, result in results.items():
        words = sample.words * way.processes
        # Ratios within each round: whatever slowed a round slowed all of it.
        ratio = statistics.median(
            way.processes * b / a
            for a, b in zip(result.seconds, results[first].seconds, strict=True)
        )
        print(
            f"{way.name:36}{words / min(result.seconds):9.0f}"
            f"{words / statistics.median(result.seconds):9.0f}{ratio:8.2f}"
            f"{result.megabytes:7.0f}{result.statements:7}",
            flush=True,
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reading",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, default=DATA, help="the data folder")
    parser.add_argument("--model", help="a model folder; the shipped one by default")
    parser.add_argument("--base", help="a single-precision model folder to compare with")
    parser.add_argument("--articles", type=int, help="read only so many of the articles")
    parser.add_argument("--rounds", type=int, default=3, help="turns of each way (default 3)")
    parser.add_argument("--runs", type=int, default=7, help="starts of each process (default 7)")
    parser.add_argument("--quick", action="store_true", help="only the ways that matter most")
    parser.add_argument("--profile", action="store_true", help="only tell where the time goes")
    given = parser.parse_args(arguments)
    sample = load_sample(given.data, given.articles)
    print(f"{len(sample.articles)} articles, {sample.words:,} words: {sample.source}")
    print(f"{os.cpu_count()} processors; model folder {_folder_size(given.model):.1f} MB")
    if given.profile:
        taken = profile(given.model, sample)
        print(f"\n{'stage':24}{'seconds':>9}{'share':>8}   (one thread, processor time)")
        for stage, seconds in taken.items():
            print(f"{stage:24}{seconds:9.3f}{seconds / taken['all']:8.1%}")
        return
    if given.base:
        print(f"base: {given.base}, {_folder_size(given.base):.1f} MB")
    else:
        print("no --base given: nothing to compare the model with")
    if given.rounds:
        ways = _ways(given.model, given.base, quick=given.quick)
        _print_speeds(measure(ways, sample, given.rounds), sample)
    if given.runs:
        started = start_ups(given.model, given.base, given.runs)
        print(f"\n{'start-up, in seconds':36}{'least':>9}{'median':>9}   of {given.runs} runs")
        for name, took in started.items():
            print(f"{name:36}{min(took):9.2f}{statistics.median(took):9.2f}")


if __name__ == "__main__":
    main()
