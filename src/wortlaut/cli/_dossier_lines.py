"""`wortlaut person`: a dossier, for a person or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from wortlaut.cli._looking_up import (
    FOUND,
    NOTHING,
    Stopped,
    print_statements,
    told_errors,
)
from wortlaut.cli._messages import harmless, say
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._terminal import ArticleConsole

if TYPE_CHECKING:
    from wortlaut.model import When
    from wortlaut.record import Dossier, Found, Share

_BAR = 40
_MOST_MONTHS = 24
_MOST_SHARES = 8
_EIGHTHS = " ▏▎▍▌▋▊▉"


def print_dossier(place: str, name: str, topic: str | None, *, as_json: bool) -> int:
    """Print what is known of a person; returns the exit status."""
    try:
        with told_errors(), opened_record(place, create=False) as record:
            dossier = record.person(name, topic)
            if not dossier.persons:
                say(f"{name}: nobody of this name is on record")
                return NOTHING
            if as_json:
                print(json.dumps(_form(dossier), ensure_ascii=True))
            else:
                _print(ArticleConsole(), dossier)
            return FOUND
    except Stopped as stopped:
        return stopped.status


def _print(console: ArticleConsole, dossier: Dossier) -> None:
    for each in dossier.persons:
        count = f"{each.statements:,} statement" + ("" if each.statements == 1 else "s")
        number = "" if each.id is None else f"  #{each.id}"
        console.print(f"{harmless(each.name)} ({each.kind.value}): {count}{number}", style="bold")
        if len(each.names) > 1:
            console.print(f"        also {harmless(', '.join(each.names[1:]))}", soft_wrap=True)
    _print_shares(console, "Roles", dossier.offices, dated=True)
    _print_months(console, dossier.months)
    _print_shares(console, "Quoted by", dossier.outlets)
    _print_shares(console, "Speaks to", dossier.addressees)
    _print_shares(console, "Acts", dossier.acts)
    about = f" about {harmless(dossier.topic)}" if dossier.topic else ""
    if dossier.topic and not dossier.latest:
        console.print(f"\nnothing is on record of them{about}")
    _print_statements(console, f"Latest{about}", dossier.latest)
    _print_statements(console, f"Earliest{about}", dossier.earliest)
    _print_statements(console, f"Conditions{about}", dossier.conditions)
    _print_statements(console, f"Denials{about}", dossier.denials)


def _print_shares(
    console: ArticleConsole, title: str, shares: Sequence[Share], *, dated: bool = False
) -> None:
    if not shares:
        return
    console.print(f"\n{title}", style="bold")
    for share in shares[:_MOST_SHARES]:
        days = f"  ({_bounds(share)})" if dated and share.first else ""
        console.print(f"{share.count:>8,}  {harmless(share.what)}{days}", soft_wrap=True)
    if len(shares) > _MOST_SHARES:
        console.print(f"{'':>8}  and {len(shares) - _MOST_SHARES:,} more")


def _bounds(share: Share) -> str:
    """A statement's day is the last on which it may have been said, so that it is a bound."""
    if share.first == share.last:
        return f"by {share.last}"
    return f"first by {share.first}, last by {share.last}"


def _print_months(console: ArticleConsole, months: Sequence[tuple[date, int]]) -> None:
    """A bar for each of the last months, empty ones between them included."""
    if not months:
        return
    console.print("\nBy month", style="bold")
    counts = dict(months)
    last = months[-1][0]
    shown = [_months_before(last, back) for back in reversed(range(_MOST_MONTHS))]
    shown = [month for month in shown if month >= months[0][0]]
    most = max(counts.get(month, 0) for month in shown)
    for month in shown:
        count = counts.get(month, 0)
        console.print(f"{month:%Y-%m} {count:>6,}  {_bar(count / most)}".rstrip())
    earlier = sum(count for month, count in months if month < shown[0])
    if earlier:
        console.print(f"earlier {earlier:>6,}")


def _months_before(month: date, back: int) -> date:
    number = month.year * 12 + month.month - 1 - back
    return date(number // 12, number % 12 + 1, 1)


def _bar(share: float) -> str:
    eighths = round(share * _BAR * 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _print_statements(console: ArticleConsole, title: str, found: Sequence[Found]) -> None:
    if found:
        console.print(f"\n{title}", style="bold")
        print_statements(console, found)


def _interval(when: When | None) -> dict[str, str | None] | None:
    """The first and the last day on which it may have been; of a mere bound only the last."""
    if when is None:
        return None
    return {
        "begin": when.begin.isoformat() if when.begin else None,
        "end": when.end.isoformat() if when.end else None,
        "basis": when.basis.value,
    }


def _form(dossier: Dossier) -> dict[str, Any]:
    def shares(values: Sequence[Share]) -> list[dict[str, Any]]:
        return [
            {
                "what": share.what,
                "count": share.count,
                "first": share.first.isoformat() if share.first else None,
                "last": share.last.isoformat() if share.last else None,
            }
            for share in values
        ]

    def statements(values: Sequence[Found]) -> list[dict[str, Any]]:
        return [
            {
                "id": found.id,
                "day": found.day.isoformat() if found.day else None,
                "said_on": _interval(found.statement.said_on),
                "quote": found.quote,
                "outlet": found.article.outlet,
                "url": found.article.url,
            }
            for found in values
        ]

    return {
        "asked": dossier.asked,
        "persons": [
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "statements": each.statements,
                "names": each.names,
            }
            for each in dossier.persons
        ],
        "statements": dossier.statements,
        "months": {f"{month:%Y-%m}": count for month, count in dossier.months},
        "roles": shares(dossier.roles),
        "offices": shares(dossier.offices),
        "outlets": shares(dossier.outlets),
        "addressees": shares(dossier.addressees),
        "acts": shares(dossier.acts),
        "topic": dossier.topic,
        "latest": statements(dossier.latest),
        "earliest": statements(dossier.earliest),
        "conditions": statements(dossier.conditions),
        "denials": statements(dossier.denials),
    }
