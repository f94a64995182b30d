"""An article and its statements, printed for a person."""

from __future__ import annotations

from datetime import datetime

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from wortlaut.cli._marking import FURNITURE, FURNITURE_SIGN, Look, marked_lines, title_in_text
from wortlaut.cli._messages import harmless, one_line
from wortlaut.cli._resolved import act_line, resolved_line
from wortlaut.model import Article, QuotationType, Span, Statement

_LANGUAGES = {"de": "German", "en": "English"}
_NOBODY = "—"
_NUMBER_WIDTH = 2
RESOLVED = "italic"
"""The style of what the article does not say in these words."""
_SMALLEST_GAP = 2


class ArticleConsole(Console):
    """Standard output, for text that is not markup and must not be coloured by guesses."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Let the command end as it does for its other outputs, which Rich would not."""
        raise BrokenPipeError


def print_article(console: Console, article: Article, *, found: int, head: bool) -> None:
    """Print the article's head, its text with the quotations marked, and their list.

    `found` counts its statements before any were left out.
    """
    look = Look.on(console)
    if head:
        _print_head(console, article, look.width)
    _print_text(console, article, look)
    console.print()
    _print_legend(console, article, look)
    _print_count(console, article, found)
    for statement in article.statements:
        console.print()
        _print_statement(console, article, statement, look)


def _print_head(console: Console, article: Article, width: int) -> None:
    console.print(
        Rule(Text(harmless(article.source), "bold"), align="left", style="dim"), width=width
    )
    if article.title and title_in_text(article) is None:
        _print_wrapped(console, Text(one_line(article.title), "bold"), width)
    known = [
        article.outlet,
        ", ".join(article.authors),
        article.agency and article.agency.value,
        article.place and article.place.value,
        _published(article),
        article.language and _LANGUAGES.get(article.language, article.language),
    ]
    line = " · ".join(one_line(value) for value in known if value)
    if line:
        _print_wrapped(console, Text(line, "dim"), width)
    console.print()


def _published(article: Article) -> str | None:
    if isinstance(article.published, datetime):
        return article.published.isoformat(" ", "minutes")
    return None if article.published is None else article.published.isoformat()


def _print_text(console: Console, article: Article, look: Look) -> None:
    blanks = 0
    for line in marked_lines(article, look):
        if not line.plain.strip():
            blanks += 1
            continue
        if blanks:
            console.print()
        blanks = 0
        _print_wrapped(console, line, look.width)


def _print_legend(console: Console, article: Article, look: Look) -> None:
    there = {statement.type for statement in article.statements}
    shown = [Text(kind.value, look.styles[kind]) for kind in QuotationType if kind in there]
    if article.furniture:
        sign = FURNITURE_SIGN if look.brackets else ""
        shown.append(Text(f"{sign}furniture", FURNITURE))
    if shown:
        _print_wrapped(console, Text("   ").join(shown), look.width)
        console.print()


def _print_count(console: Console, article: Article, found: int) -> None:
    kept = len(article.statements)
    if kept == found:
        count = {0: "No statements", 1: "1 statement"}.get(kept, f"{kept} statements")
    else:
        count = f"{kept or 'None'} of {found} statements"
    console.print(Text(count, "bold"))


def _print_statement(console: Console, article: Article, statement: Statement, look: Look) -> None:
    number = f"{statement.id:>{_NUMBER_WIDTH}}  "
    indent = " " * len(number)
    who = _who(article, statement)
    facts = _facts(article, statement, look)
    gap = look.width - len(number) - who.cell_len - facts.cell_len
    fits = gap >= _SMALLEST_GAP
    first = [Text.assemble(who, " " * gap, facts)] if fits else [who, facts]
    begin = Text.assemble((number, "bold"))
    resolved = Text(resolved_line(article, statement), RESOLVED)
    quote = Text(_words(article, statement.quote))
    act = Text(act_line(article, statement), "dim")
    for part in filter(None, [*first, resolved, quote, act]):
        _print_wrapped(console, part, look.width, begin=begin, indent=indent)
        begin = Text(indent)


def _who(article: Article, statement: Statement) -> Text:
    """Speaker, cue and addressee, in the article's words."""
    who = Text.assemble((_words(article, statement.speaker) or _NOBODY, "bold"))
    if statement.cue:
        who.append(f" · {_words(article, statement.cue)}")
    if statement.addressee:
        who.append(f" → {_words(article, statement.addressee)}")
    return who


def _facts(article: Article, statement: Statement, look: Look) -> Text:
    """Type, place in the text and confidence."""
    line, column = article.line_and_column(statement.quote[0].begin)
    facts = Text.assemble((statement.type.value, look.styles[statement.type]))
    if statement.mixed:
        facts.append(", mixed")
    if statement.nested_in is not None:
        facts.append(f", in {statement.nested_in}")
    return facts.append(f" · {line}:{column} · {statement.confidence:.0%}")


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return one_line(article.words(spans))


def _print_wrapped(
    console: Console, text: Text, width: int, *, begin: Text | None = None, indent: str = ""
) -> None:
    """Print `text` in lines of `width` columns without blanks at their ends."""
    begin = begin or Text(indent)
    for line in text.wrap(console, width - len(indent), overflow="fold"):
        line.rstrip()
        console.print(begin + line, soft_wrap=True)
        begin = Text(indent)
