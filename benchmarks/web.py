"""What the server answers under load: `python -m benchmarks.web`.

Makes a record of made-up articles (`benchmarks.record_articles`) on SQLite and on PostgreSQL,
starts `wortlaut serve` on it as a process of its own, and lets wrk (Debian's package) ask for
pages and for the API's answers, drawn anew each time, frequent and rare ones alike, so that few
are met twice (the server gives those again that it has given; both rows have addresses of their
own):

- at **50 requests a second** (`--rate`), the latency of each kind in milliseconds;
- **as fast as it answers**, eight connections at once: requests a second;
- the machine's load average then, which has more to say than the rest where others work on it.

Beside it datasette serves the same SQLite file for the same rows: the yardstick. Its searches
are written in SQL, with the words as our index holds them. Where `datasette` is not on the path
(`--datasette PROGRAM`; it wants a virtual environment of its own), it is left out, and said so.

wrk measures a request from when it is sent until its answer is whole. It runs on the same
machine as the server, and takes its share of it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx

from benchmarks.record import _SEED, _STATEMENTS, _add
from benchmarks.record_articles import Vocabulary, vocabulary
from tests.record.local_postgresql import WHY_NOT, local_postgresql, programs
from wortlaut.record import Record
from wortlaut.record._search_words import fold

_LUA = Path(__file__).with_name("web_load.lua")
_ADDRESSES = 5_000
"""Of each kind and for each of both, asked for in turn."""
_CONNECTIONS = 25
_AT_ONCE = 8
_WARM = 40
Draw = Callable[[random.Random], str]


def main() -> None:
    """Make the records, serve them and print how they answer."""
    arguments = _arguments()
    if shutil.which("wrk") is None:
        sys.exit("benchmarks.web: no wrk on the path; install it, on Debian: apt-get install wrk")
    words = vocabulary(_SEED)
    with ExitStack() as stack:
        folder = arguments.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"record-{arguments.size}.db"
        if "sqlite" in arguments.on:
            if not file.exists():
                _add(str(file), arguments.size)
            _measure_ours("SQLite", str(file), words, arguments)
            _measure_datasette(file, words, arguments)
        if "postgresql" in arguments.on:
            if programs() is None:
                print(WHY_NOT)
                return
            place = stack.enter_context(local_postgresql(durable=True))
            _add(place, arguments.size)
            _measure_ours("PostgreSQL", place, words, arguments)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What the server answers under load.")
    parser.add_argument("--size", type=int, default=1_000_000, help="statements")
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--rate", type=int, default=50, help="requests a second")
    parser.add_argument("--seconds", type=int, default=20, help="for each kind")
    parser.add_argument("--datasette", default="datasette", metavar="PROGRAM")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


def _measure_ours(name: str, place: str, words: Vocabulary, arguments: argparse.Namespace) -> None:
    with Record(place, create=False) as record:
        people = [each.id for each in record.people(limit=5_000)]
    kinds = _kinds(words, arguments.size // _STATEMENTS, people)
    command = [sys.executable, "-m", "wortlaut.cli", "serve", "--record", place]
    with served(command, "/healthz") as address:
        _print_kinds(f"Wortlaut on {name}", address, kinds, arguments)


def _measure_datasette(file: Path, words: Vocabulary, arguments: argparse.Namespace) -> None:
    program = shutil.which(arguments.datasette)
    if program is None:
        print(f"\n{arguments.datasette} is not on the path: nothing to compare with")
        return
    with Record(file, create=False) as record:
        people = [each.id for each in record.people(limit=5_000)]
    kinds = _kinds_of_datasette(file.stem, words, arguments.size // _STATEMENTS, people)
    command = [program, "serve", str(file), "--setting", "sql_time_limit_ms", "10000"]
    with served(command, "/-/versions.json") as address:
        _print_kinds("datasette on the same file", address, kinds, arguments)


def _word(words: Vocabulary, chance: random.Random) -> str:
    return words.words[int(len(words.words) ** chance.random())]


def _person(people: Sequence[int], chance: random.Random) -> int:
    return people[int(len(people) ** chance.random()) - 1]


def _kinds(words: Vocabulary, articles: int, people: Sequence[int]) -> Mapping[str, Draw]:
    def search(chance: random.Random) -> str:
        return urlencode({"q": _word(words, chance)})

    def article(chance: random.Random) -> int:
        return chance.randrange(1, articles + 1)

    return {
        "search page": lambda c: f"/search?{search(c)}",
        "article page": lambda c: f"/articles/{article(c)}",
        "person page": lambda c: f"/people/{_person(people, c)}",
        "API: search": lambda c: f"/api/v1/statements?{search(c)}",
        "API: article": lambda c: f"/api/v1/articles/{article(c)}",
        "API: person": lambda c: f"/api/v1/persons/{_person(people, c)}",
    }


def _kinds_of_datasette(
    database: str, words: Vocabulary, articles: int, people: Sequence[int]
) -> Mapping[str, Draw]:
    """The same rows: twenty statements of a word, an article's, and a person's newest."""
    rows = (
        "SELECT s.id, s.quote, s.form, p.name, r.words, o.name, s.said_end, v.title, v.text"
        " FROM statement s JOIN article_version v ON v.id = s.version_id"
        " LEFT JOIN person p ON p.id = s.person_id LEFT JOIN role r ON r.id = s.role_id"
        " LEFT JOIN outlet o ON o.id = s.outlet_id WHERE s.current AND "
    )
    of_word = (
        "s.place IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :q"
        " ORDER BY rowid DESC LIMIT 20)"
    )
    of_article = "v.article_id = :n AND v.current ORDER BY s.number"
    of_person = "s.identity_id = :n ORDER BY s.place DESC LIMIT 20"

    def sql(where: str, form: str, **values: object) -> str:
        return f"/{quote(database)}{form}?" + urlencode({"sql": rows + where, **values})

    def article(chance: random.Random) -> int:
        return chance.randrange(1, articles + 1)

    def kinds(name: str, form: str) -> dict[str, Draw]:
        return {
            f"{name}: search": lambda c: sql(of_word, form, q=f'"{fold(_word(words, c))}"'),
            f"{name}: article": lambda c: sql(of_article, form, n=article(c)),
            f"{name}: person": lambda c: sql(of_person, form, n=_person(people, c)),
        }

    return kinds("page", "") | kinds("JSON", ".json")


@contextmanager
def served(command: Sequence[str], ready: str) -> Iterator[str]:
    """A server that answers at `ready`; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as told:
        server = subprocess.Popen(
            [*command, "--port", str(port)], stdout=told, stderr=told, env=os.environ
        )
        try:
            _wait(server, address + ready)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode} before it answered")
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError("the server did not answer within a minute")


def _print_kinds(
    title: str, address: str, kinds: Mapping[str, Draw], arguments: argparse.Namespace
) -> None:
    print(f"\n{title}, {arguments.size:,} statements")
    heads = ("asked/s", "p50 ms", "p95 ms", "p99 ms", "most/s", "KiB", "not 200", "load")
    print(f"  {'':<18}" + "".join(f"{head:>10}" for head in heads))
    for name, draw in kinds.items():
        chance = random.Random(1)
        sizes = [_size(address + draw(chance)) for _ in range(_WARM)]
        pause = _CONNECTIONS * 1000 / arguments.rate
        addresses = [draw(chance) for _ in range(_ADDRESSES)]
        steady = _wrk(address, addresses, _CONNECTIONS, arguments.seconds, pause)
        addresses = [draw(chance) for _ in range(_ADDRESSES)]
        most = _wrk(address, addresses, _AT_ONCE, max(5, arguments.seconds // 2), 0)
        figures = (
            f"{steady['requests'] / steady['seconds']:.0f}",
            *(f"{steady[key]:.1f}" for key in ("p50", "p95", "p99")),
            f"{most['requests'] / most['seconds']:.0f}",
            f"{sum(sizes) / len(sizes) / 1024:.0f}",
            f"{steady['refused'] + steady['broken'] + most['refused'] + most['broken']:.0f}",
            f"{os.getloadavg()[0]:.1f}",
        )
        print(f"  {name:<18}" + "".join(f"{each:>10}" for each in figures), flush=True)


def _size(address: str) -> int:
    return len(httpx.get(address, timeout=60).content)


def _wrk(
    address: str, addresses: Sequence[str], connections: int, seconds: int, pause: float
) -> dict[str, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as asked:
        asked.write("\n".join(addresses) + "\n")
        asked.flush()
        options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
        told = subprocess.run(
            ["wrk", *options, "-s", str(_LUA), address, "--", asked.name, str(pause)],
            check=True,
            capture_output=True,
            text=True,
        )
    found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
