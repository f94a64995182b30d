"""`wortlaut search`: what was found, for a person, as JSON or as CSV."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from rich.text import Text

from wortlaut._exceptions import PersonUnclear, QueryError, RecordError
from wortlaut.cli import INTERRUPTED
from wortlaut.cli._article_lines import (
    ARTICLE_COLUMNS,
    article_form,
    article_row,
    print_articles,
)
from wortlaut.cli._marking import STYLES, WIDEST
from wortlaut.cli._messages import harmless, one_line, say
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._resolved import when_line
from wortlaut.cli._terminal import ArticleConsole

if TYPE_CHECKING:
    from wortlaut.record import Filters, Found

FOUND = 0
NOTHING = 1
NOT_UNDERSTOOD = 2
PIPE_CLOSED = 141
_INDENT = "    "
_AT_ONCE = 200
_COUNTED = 10_000
"""Statements that are counted, to say how many more there are."""
_COLUMNS = (
    "id day said_from said_to speaker kind role type act negated quote condition addressee about "
    "via occasion outlet title url published language source confidence human"
).split()


class Output(Enum):
    """In which form what was found is printed."""

    TERMINAL = auto()
    JSON = auto()
    CSV = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for."""

    words: str
    filters: Filters
    order: str
    limit: int
    like: str | None = None
    """A text whose meaning is looked for, instead of words."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How what was found is printed in each form."""

    print_for_people: Callable[[ArticleConsole, Iterator[Any]], int]
    form: Callable[[Any], dict[str, Any]]
    row: Callable[[Any], dict[str, object]]
    columns: Sequence[str]


class Stopped(Exception):
    """The command ends early, with this exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@contextmanager
def told_errors() -> Iterator[None]:
    """Says what went wrong, and ends the command with the status that stands for it."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Stopped(PIPE_CLOSED) from None
    except QueryError as error:
        say(f"error: {error}")
        raise Stopped(NOT_UNDERSTOOD) from error
    except (PersonUnclear, RecordError) as error:
        say(f"error: {error}")
        raise Stopped(NOTHING) from error
    except KeyboardInterrupt:
        raise Stopped(INTERRUPTED) from None


def print_found(place: str, asked: Asked, output: Output, *, articles: bool = False) -> int:
    """Print what is found in the record at `place`; returns the exit status."""
    try:
        with told_errors(), opened_record(place, create=False) as record:
            if asked.like is not None:
                near = record.like(asked.like, asked.filters, limit=asked.limit)
                return _print(iter(near.found), output, _STATEMENTS)
            if articles:
                return _print(_pages(record.search_articles, asked), output, _ARTICLES)

            def more(shown: int) -> str | None:
                return _more(shown, record.count(asked.words, asked.filters, at_most=_COUNTED))

            return _print(_pages(record.search, asked), output, _STATEMENTS, more)
    except Stopped as stopped:
        return stopped.status


def _pages(look_up: Callable[..., Any], asked: Asked) -> Iterator[Any]:
    from wortlaut.record import Order  # noqa: PLC0415 - pulls in SQLAlchemy

    after: str | None = None
    left = asked.limit
    while left:
        page = look_up(
            asked.words,
            asked.filters,
            order=Order(asked.order),
            limit=min(left, _AT_ONCE),
            after=after,
        )
        yield from page.found
        left -= len(page.found)
        after = page.after
        if after is None:
            return


def _more(shown: int, there_are: int) -> str | None:
    """That there is more than is shown, where there is."""
    if there_are <= shown:
        return None
    counted = f"more than {_COUNTED - 1:,}" if there_are >= _COUNTED else f"{there_are:,}"
    return f"{shown:,} of {counted}; --limit shows more"


def _print(
    found: Iterator[Any],
    output: Output,
    ways: _Ways,
    more: Callable[[int], str | None] = lambda _: None,
) -> int:
    if output is not Output.TERMINAL and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    if output is Output.JSON:
        count = sum(_print_json(ways.form(each)) for each in found)
    elif output is Output.CSV:
        count = _print_csv(ways.columns, map(ways.row, found))
    else:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        console = ArticleConsole()
        count = ways.print_for_people(console, found)
        if not count:
            console.print("nothing found")
        elif line := more(count):
            console.print()
            console.print(Text(line, "dim"), soft_wrap=True)
    return FOUND if count else NOTHING


def print_statements(console: ArticleConsole, found: Iterable[Found]) -> int:
    """Print statements for a person; returns how many."""
    count = 0
    for each in found:
        if count:
            console.print()
        count += 1
        for text in (_head(each), _quotation(each), _source(each)):
            width = min(console.width, WIDEST) - len(_INDENT)
            for number, line in enumerate(text.wrap(console, width, overflow="fold")):
                line.rstrip()
                indent = "" if text.plain == _head(each).plain and not number else _INDENT
                console.print(Text(indent) + line, soft_wrap=True)
    return count


def _head(found: Found) -> Text:
    statement = found.statement
    head = Text(_speaker(found) or "—", "bold")
    if statement.person and statement.person.role:
        head.append(f", {one_line(statement.person.role.value)}", "not bold")
    facts = [when_said(found)]
    if statement.act:
        facts.append(statement.act.value + (", negated" if statement.negated else ""))
    head.append("  ·  " + "  ·  ".join(facts), "not bold")
    head.append("  ·  ", "not bold").append(statement.type.value, STYLES[statement.type])
    if found.human:
        head.append("  ·  corrected by a person", "not bold")
    return head


def when_said(found: Found) -> str:
    """When it was said; a day that is no more than the last possible one has `by` before it."""
    when = found.statement.said_on
    if when and when.end:
        return when_line(found.article, when)
    return f"by {found.day}" if found.day else "no date"


def _quotation(found: Found) -> Text:
    """The quoted words, what was searched for in reverse."""
    text = Text()
    for index, piece in enumerate(found.statement.quote):
        text.append(" … " if index else "")
        last = piece.begin
        for span in found.highlights:
            if piece.contains(span):
                text.append(_same_length(found, last, span.begin))
                text.append(_same_length(found, span.begin, span.end), "reverse")
                last = span.end
        text.append(_same_length(found, last, piece.end))
    return text


def _same_length(found: Found, begin: int, end: int) -> str:
    return harmless(found.article.text[begin:end].replace("\n", " "))


def _source(found: Found) -> Text:
    article = found.article
    known = [article.outlet, article.title, article.url or article.source]
    line = " · ".join(one_line(value) for value in known if value)
    return Text(f"{line} · {found.id}", "dim")


def _form(found: Found) -> dict[str, Any]:
    from wortlaut._json_found import found_to_dict  # noqa: PLC0415 - not for --help

    return found_to_dict(found)


def _print_json(form: dict[str, Any]) -> bool:
    # Escapes keep half characters and line separators off the line.
    print(json.dumps(form, ensure_ascii=True, separators=(",", ":")))
    return True


def _print_csv(columns: Sequence[str], rows: Iterator[dict[str, object]]) -> int:
    table = csv.DictWriter(sys.stdout, columns)
    table.writeheader()
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - counted for the caller
        table.writerow({name: _cell(value) for name, value in row.items()})
    return count


def _row(found: Found) -> dict[str, object]:
    statement, article = found.statement, found.article
    person, other = statement.person, statement.addressee_person
    return {
        "id": found.id,
        "day": found.day,
        "said_from": statement.said_on and statement.said_on.begin,
        "said_to": statement.said_on and statement.said_on.end,
        "speaker": _speaker(found),
        "kind": person.kind if person else None,
        "role": person.role.value if person and person.role else None,
        "type": statement.type,
        "act": statement.act,
        "negated": statement.negated,
        "quote": found.quote,
        "condition": article.words(statement.condition),
        "addressee": other.name if other else article.words(statement.addressee),
        "about": "; ".join(mention.name for mention in statement.about),
        "via": statement.via.value if statement.via else None,
        "occasion": statement.occasion.kind if statement.occasion else None,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "source": article.source,
        "confidence": statement.confidence,
        "human": found.human,
    }


def _cell(value: object) -> object:
    """A value as a table's cell; what a spreadsheet would run as a formula, it shows."""
    if not isinstance(value, str):
        return value
    words = harmless(" ".join(value.split()))
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words


def _speaker(found: Found) -> str:
    person = found.statement.person
    return one_line(person.name if person else found.article.words(found.statement.speaker))


_STATEMENTS = _Ways(print_statements, _form, _row, _COLUMNS)
_ARTICLES = _Ways(print_articles, article_form, article_row, ARTICLE_COLUMNS)
