"""What people said on a topic, for a person or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from wortlaut._json_positions import compared_to_dict, positions_to_dict
from wortlaut.cli._looking_up import FOUND, NOTHING, Stopped, told_errors, when_said
from wortlaut.cli._marking import WIDEST
from wortlaut.cli._messages import harmless, one_line
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._terminal import ArticleConsole

if TYPE_CHECKING:
    from wortlaut.record import (
        ComparedPositions,
        Found,
        KnownPerson,
        Opposed,
        Position,
        Positions,
        Record,
    )

_INDENT = 4
_GAP = 4
_NARROWEST = 76
"""Columns of a terminal on which two persons have room beside each other."""
_QUESTION = "bold yellow"


def print_positions(place: str, name: str, topic: str, *, as_json: bool) -> int:
    """Print one person's statements; returns the exit status."""

    def shown(record: Record) -> int:
        found = record.positions(name, topic)
        if as_json:
            print(json.dumps(positions_to_dict(found), ensure_ascii=True))
        else:
            _print_positions(ArticleConsole(), found)
        return FOUND if found.positions else NOTHING

    return _done(place, shown)


def print_compared(place: str, one: str, other: str, topic: str, *, as_json: bool) -> int:
    """Print two persons' statements; returns the exit status."""

    def shown(record: Record) -> int:
        found = record.compare(one, other, topic)
        if as_json:
            print(json.dumps(compared_to_dict(found), ensure_ascii=True))
        else:
            _print_compared(ArticleConsole(), found)
        return FOUND if found.positions else NOTHING

    return _done(place, shown)


def _done(place: str, shown: Callable[[Record], int]) -> int:
    try:
        with told_errors(), opened_record(place, create=False) as record:
            return shown(record)
    except Stopped as stopped:
        return stopped.status


@dataclass(frozen=True, slots=True)
class _Row:
    """A statement as it is shown, with its number on the list."""

    number: int
    position: Position
    questions: tuple[Text, ...]


def _print_positions(console: ArticleConsole, found: Positions) -> None:
    _print_lines(console, [_title(found.person)])
    _print_summary(console, found)
    for row in _rows(found.positions, found.questions, {}):
        console.print()
        _print_lines(console, list(_lines(row, "", _width(console) - _INDENT)))


def _print_compared(console: ArticleConsole, found: ComparedPositions) -> None:
    names = {person.id: harmless(person.name) for person in (found.one, found.other)}
    rows = list(_rows(found.positions, found.questions, names))
    if not console.is_terminal or console.width < _NARROWEST:
        _print_lines(console, [_title(found.one), _title(found.other)])
        _print_summary(console, found)
        for row in rows:
            console.print()
            name = names[row.position.person]
            _print_lines(console, list(_lines(row, name, _width(console) - _INDENT)))
        return
    _print_beside(console, [_title(found.one)], [_title(found.other)])
    _print_summary(console, found)
    width = (_width(console, 2) - _GAP) // 2 - _INDENT
    for left, right in _pairs(rows, found.one.id):
        console.print()
        sides = (list(_lines(each, "", width)) if each else [] for each in (left, right))
        _print_beside(console, *sides)


def _rows(
    positions: Sequence[Position], questions: Sequence[Opposed], names: dict[int, str]
) -> Iterator[_Row]:
    """Each statement with its number, the later of two with the question about both."""
    by_id = {each.found.id: (number, each) for number, each in enumerate(positions, 1)}
    for number, each in enumerate(positions, 1):
        asked = [
            _question(question, *by_id[question.earlier], names)
            for question in questions
            if question.later == each.found.id
        ]
        yield _Row(number, each, tuple(asked))


def _question(question: Opposed, number: int, earlier: Position, names: dict[int, str]) -> Text:
    what = question.reason.partition(":")[0]
    whose = f"{names[earlier.person]}, " if names else ""
    return Text(
        f"? may differ from {number} ({whose}{when_said(earlier.found)}): {what}; look at both",
        _QUESTION,
    )


def _pairs(rows: Sequence[_Row], left: int) -> Iterator[tuple[_Row | None, _Row | None]]:
    """What stands in one line: two that follow each other where they are of both."""
    waiting: _Row | None = None
    for row in rows:
        if waiting is None:
            waiting = row
            continue
        if waiting.position.person != row.position.person:
            both = (waiting, row) if waiting.position.person == left else (row, waiting)
            yield both
            waiting = None
        else:
            yield (waiting, None) if waiting.position.person == left else (None, waiting)
            waiting = row
    if waiting is not None:
        yield (waiting, None) if waiting.position.person == left else (None, waiting)


def _title(person: KnownPerson) -> Text:
    return Text.assemble((harmless(person.name), "bold"), f"  ({person.kind.value})  #{person.id}")


def _print_summary(console: ArticleConsole, found: Positions | ComparedPositions) -> None:
    count = len(found.positions)
    if not count:
        console.print(Text(f"nothing is on record about {one_line(found.topic)}"))
        return
    about = f"{count} statement{'' if count == 1 else 's'} about {one_line(found.topic)}"
    newest = ", the newest" if found.more else ""
    asked = len(found.questions)
    look = f", {asked} to look at twice" if asked else ""
    console.print(Text(f"{about}{newest}{look}", "dim"), soft_wrap=True)


def _lines(row: _Row, name: str, width: int) -> Iterator[Text]:
    """The lines of one statement: its number, what is known, the words, the source."""
    found = row.position.found
    first = f"{row.number:>{_INDENT - 2}}  "
    parts = (_head(row.position, name), Text(_quotation(found)), _source(row.position))
    for place, part in enumerate((*parts, *row.questions)):
        for number, line in enumerate(part.wrap(_PLAIN, width, overflow="fold")):
            line.rstrip()
            begin = (first, "dim") if place == number == 0 else " " * _INDENT
            yield Text.assemble(begin, line)


def _head(position: Position, name: str) -> Text:
    found = position.found
    statement, article = found.statement, found.article
    facts = [when_said(found)]
    if statement.act or statement.negated:
        negated = "negated" if statement.negated else ""
        facts.append(", ".join(filter(None, [statement.act and statement.act.value, negated])))
    if statement.condition:
        facts.append(f"condition: {one_line(article.words(statement.condition))}")
    if position.wordings > 1:
        facts.append(f"in {position.wordings} articles")
    if position.came.value == "meaning":
        facts.append("close in meaning")
    head = Text(f"{name}  " if name else "", "bold")
    return head.append("  ·  ".join(facts), "not bold" if name else "bold")


def _quotation(found: Found) -> str:
    return one_line(found.quote)


def _source(position: Position) -> Text:
    article = position.found.article
    known = [article.outlet, article.title, article.url or article.source]
    line = " · ".join(one_line(value) for value in known if value)
    number = position.utterance or position.found.id
    return Text(f"{line} · {number}", "dim")


def _width(console: ArticleConsole, columns: int = 1) -> int:
    return min(console.width, columns * WIDEST)


def _print_lines(console: ArticleConsole, lines: Sequence[Text]) -> None:
    for line in lines:
        console.print(line, soft_wrap=True)


def _print_beside(console: ArticleConsole, left: Sequence[Text], right: Sequence[Text]) -> None:
    """Two columns of one width."""
    width = (_width(console, 2) - _GAP) // 2
    for one, other in zip_longest(left, right, fillvalue=Text()):
        line = one.copy()
        if other.plain:
            line.append(" " * max(width - line.cell_len, 0) + " " * _GAP)
            line.append_text(other)
        console.print(line, soft_wrap=True)


_PLAIN = ArticleConsole()
"""Wraps lines; how wide, it is told each time."""
