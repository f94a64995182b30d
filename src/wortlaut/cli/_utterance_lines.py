"""An utterance for a person: its wordings in order of time, held against the fullest."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from wortlaut._json_utterance import utterance_to_dict
from wortlaut.cli._looking_up import FOUND, NOTHING, Stopped, told_errors
from wortlaut.cli._marking import STYLES, WIDEST
from wortlaut.cli._messages import harmless, one_line, say
from wortlaut.cli._opened_record import opened_record
from wortlaut.cli._resolved import when_line
from wortlaut.cli._terminal import ArticleConsole
from wortlaut.wording import Change

if TYPE_CHECKING:
    from wortlaut.record import Piece, Utterance, Wording

_INDENT = "    "
_LANGUAGES = {"de": "in German", "en": "in English"}


@dataclass(frozen=True, slots=True)
class _Signs:
    """How what was left out and what was added look."""

    gone: Style
    new: Style
    drift: Style
    around_gone: tuple[str, str] = ("", "")
    around_new: tuple[str, str] = ("", "")
    before_drift: str = ""


_COLOURED = _Signs(
    gone=Style.parse("strike #877200"),
    new=Style.parse("underline #0d8a5b"),
    drift=Style.parse("bold underline #c8560f"),
)
# The signs of wdiff, which many know.
_PLAIN = _Signs(Style(), Style(), Style(), ("[-", "-]"), ("{+", "+}"), "!")


def print_utterance(place: str, number: int, *, as_json: bool) -> int:
    """Print all wordings of an utterance; returns the exit status."""
    try:
        with told_errors(), opened_record(place, create=False) as record:
            found = record.utterance(number)
            if found is None:
                say(f"{number}: no statement on record has this number")
                return NOTHING
            if as_json:
                print(json.dumps(utterance_to_dict(found), ensure_ascii=True))
                return FOUND
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(errors="replace")
            _print(ArticleConsole(), found)
            return FOUND
    except Stopped as stopped:
        return stopped.status


def _print(console: ArticleConsole, utterance: Utterance) -> None:
    plain = console.no_color or console.color_system is None
    signs = _PLAIN if plain else _COLOURED
    width = min(console.width, WIDEST)
    console.print(Text(_head(utterance), "bold"), soft_wrap=True)
    for line in _notes(utterance, signs):
        console.print(line, soft_wrap=True)
    copies = dict(_copies(utterance))
    for each in utterance.wordings:
        if each.found.id not in copies:
            continue
        console.print()
        console.print(_about(each), soft_wrap=True)
        for line in _words(each, signs).wrap(console, width - len(_INDENT), overflow="fold"):
            line.rstrip()
            console.print(Text(_INDENT) + line, soft_wrap=True)
        if copies[each.found.id]:
            others = ", ".join(copies[each.found.id])
            console.print(
                Text(f"{_INDENT}in nearly the same article: {others}", "dim"), soft_wrap=True
            )


def _head(utterance: Utterance) -> str:
    fullest = utterance.fullest.found
    person = fullest.statement.person
    speaker = person.name if person else fullest.article.words(fullest.statement.speaker)
    wordings, sources = len(utterance.wordings), len(utterance.sources)
    count = f"{wordings} wording" + ("" if wordings == 1 else "s")
    count += f" from {sources} source" + ("" if sources == 1 else "s")
    return f"{one_line(speaker) or '—'}: {count}  #{utterance.number}"


def _notes(utterance: Utterance, signs: _Signs) -> Iterator[Text]:
    if utterance.drifts:
        sign = f" ({signs.before_drift})" if signs.before_drift else ""
        yield Text(f"Drift: outlets give different words as the speaker's very own{sign}.", "bold")


def _copies(utterance: Utterance) -> Iterator[tuple[int, list[str]]]:
    """The wordings to show, each with the outlets that have the same words in the same text."""
    by_source: dict[tuple[int, str], tuple[int, list[str]]] = {}
    for each in utterance.wordings:
        same = (each.source, each.found.quote)
        if same in by_source:
            article = each.found.article
            by_source[same][1].append(
                f"{one_line(article.outlet or article.source)} (#{each.found.id})"
            )
        else:
            by_source[same] = (each.found.id, [])
    yield from by_source.values()


def _about(wording: Wording) -> Text:
    found = wording.found
    marks = [
        name
        for name, is_so in (
            ("earliest", wording.earliest),
            ("fullest", wording.fullest and not wording.translation),
            ("drift", wording.drifts),
        )
        if is_so
    ]
    if wording.translation:
        marks.append(_LANGUAGES.get(found.article.language or "", "in another language"))
    if wording.comparison and not wording.drifts:
        marks.append(wording.comparison.relation.value)
    text = Text(", ".join(marks) or "wording", "bold")
    when = found.statement.said_on
    day = when_line(found.article, when) if when and when.end else f"by {found.day}"
    published = found.article.published
    parts = [
        one_line(found.article.outlet or found.article.source),
        f"published {published.isoformat()[:10]}" if published else "",
        f"said {day}" if found.day else "",
    ]
    text.append("  ·  " + "  ·  ".join(part for part in parts if part), "not bold")
    text.append("  ·  ", "not bold").append(
        found.statement.type.value, STYLES[found.statement.type]
    )
    return text.append(f"  ·  #{found.id}", "not bold dim")


def _words(wording: Wording, signs: _Signs) -> Text:
    text = Text()
    for piece in wording.pieces:
        gone, own = _gone(piece), harmless(piece.words.replace("\n", " "))
        drift = signs.before_drift if piece.drift else ""
        if gone:
            opening, closing = signs.around_gone
            if text.plain and not text.plain[-1].isspace():
                text.append(" ")
            text.append(f"{drift}{opening}{gone}{closing}", signs.gone)
            text.append(" ")
            drift = ""
        is_new = piece.change in (Change.ADDED, Change.REPLACED) or piece.drift
        if own and is_new:
            opening, closing = signs.around_new
            kept = own.rstrip()
            style = signs.drift if piece.drift else signs.new
            text.append(f"{drift}{opening}{kept}{closing}", style)
            text.append(own[len(kept) :])
        else:
            text.append(own)
    text.rstrip()
    return text


def _gone(piece: Piece) -> str:
    """The fullest wording's words that stand here no more."""
    if piece.change in (Change.LEFT_OUT, Change.REPLACED) or (
        piece.drift and piece.change is not Change.ADDED
    ):
        return one_line(piece.fullest_words)
    return ""
