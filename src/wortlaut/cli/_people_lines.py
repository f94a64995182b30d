"""Who is who on record, for a person or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from wortlaut._json_people import known_person_to_dict, proposal_to_dict
from wortlaut.cli._looking_up import FOUND, NOTHING
from wortlaut.cli._messages import harmless
from wortlaut.cli._terminal import ArticleConsole

if TYPE_CHECKING:
    from wortlaut.record import KnownPerson, Proposal

_MOST_SHOWN = 4
"""Names and roles of one person."""


def print_people(people: Sequence[KnownPerson], *, as_json: bool) -> int:
    """Print who is known; returns the exit status."""
    console = ArticleConsole()
    for each in people:
        if as_json:
            print(json.dumps(known_person_to_dict(each), ensure_ascii=True))
        else:
            _print_person(console, each, "")
    if not people and not as_json:
        console.print("nobody found")
    return FOUND if people else NOTHING


def print_proposals(proposals: Sequence[Proposal], *, as_json: bool) -> int:
    """Print who may be one; returns the exit status."""
    console = ArticleConsole()
    for number, each in enumerate(proposals):
        if as_json:
            print(json.dumps(proposal_to_dict(each), ensure_ascii=True))
            continue
        if number:
            console.print()
        console.print(
            Text(f"#{each.one.id} and #{each.other.id}: {each.confidence:.0%} one", "bold")
        )
        _print_person(console, each.one, "  ")
        _print_person(console, each.other, "  ")
        for reason in each.why:
            console.print(f"    {_line(reason)}", soft_wrap=True)
    if not proposals and not as_json:
        console.print("nothing to decide")
    return FOUND if proposals else NOTHING


def _print_person(console: ArticleConsole, person: KnownPerson, indent: str) -> None:
    counts = f"{person.statements:,} in {person.articles:,} articles"
    if person.articles == 1:
        counts = f"{person.statements:,} in 1 article"
    head = Text.assemble(f"{indent}#{person.id}  ", (_line(person.name), "bold"))
    head.append(f"  ({person.kind.value})  ·  {counts}")
    if person.first and person.last:
        head.append(f"  ·  {_days(person.first, person.last)}")
    console.print(head, soft_wrap=True)
    others = [name for name, _ in person.names[1:]]
    for title, words in (("also", others), ("roles", [role.words for role in person.roles])):
        if words:
            more = f", and {len(words) - _MOST_SHOWN} more" if len(words) > _MOST_SHOWN else ""
            shown = ", ".join(_line(word) for word in words[:_MOST_SHOWN])
            console.print(Text(f"{indent}    {title}: {shown}{more}", "dim"), soft_wrap=True)


def _days(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _line(words: str) -> str:
    return harmless(" ".join(words.split()))
