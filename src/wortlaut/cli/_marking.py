"""An article's text with its quotations marked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.style import Style
from rich.text import Text

from wortlaut.cli._messages import harmless
from wortlaut.model import Article, QuotationType, Span

WIDEST = 100
"""Columns; the eye loses its way back in longer lines."""

# Five hues of one lightness, at 4.3:1 or better against both black and white (WCAG), and
# each with a shape of its own, so that no reader depends on telling green from orange.
STYLES = {
    QuotationType.DIRECT: Style.parse("bold #2878d0"),
    QuotationType.INDIRECT: Style.parse("underline #c8560f"),
    QuotationType.INDIRECT_FREE_INDIRECT: Style.parse("italic underline #b04fb0"),
    QuotationType.FREE_INDIRECT: Style.parse("italic #0d8a5b"),
    QuotationType.REPORTED: Style.parse("#877200"),
}
# Where a terminal has sixteen colours, their nearest ones would be grey, and orange twice.
_STYLES_OF_SIXTEEN = {
    QuotationType.DIRECT: Style.parse("bold bright_blue"),
    QuotationType.INDIRECT: Style.parse("underline red"),
    QuotationType.INDIRECT_FREE_INDIRECT: Style.parse("italic underline magenta"),
    QuotationType.FREE_INDIRECT: Style.parse("italic green"),
    QuotationType.REPORTED: Style.parse("cyan"),
}
FURNITURE = Style.parse("dim")
FURNITURE_SIGN = "~ "
"""Stands before a line of furniture where nothing can be dimmed."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Look:
    """How articles look on a certain terminal."""

    width: int
    """Columns of a line at most."""
    styles: Mapping[QuotationType, Style]
    brackets: bool
    """Whether brackets and signs stand for what colours cannot show."""

    @classmethod
    def on(cls, console: Console) -> Look:
        """The look that suits `console`."""
        sixteen = console.color_system == "standard"
        return cls(
            width=min(console.width, WIDEST),
            styles=_STYLES_OF_SIXTEEN if sixteen else STYLES,
            brackets=console.no_color or console.color_system is None,
        )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of the text that looks different, and what stands around it."""

    begin: int
    end: int
    style: Style
    opening: str = ""
    closing: str = ""
    line_sign: str = ""


def marked_lines(article: Article, look: Look) -> Iterator[Text]:
    """The lines of the text, each quotation in its type's style after its raised number.

    Where there are no colours it stands between square brackets, and furniture has a sign
    at the beginning of its lines.
    """
    text = harmless(article.text)
    marks = sorted(_marks(article, look), key=lambda mark: (mark.begin, -mark.end))
    cuts = sorted({0, len(text), *(m.begin for m in marks), *(m.end for m in marks)})
    waiting = deque(marks)
    open_marks: list[_Mark] = []
    line = Text()
    for begin, end in pairwise(cuts):
        while waiting and waiting[0].begin == begin:
            open_marks.append(waiting.popleft())
            line.append(open_marks[-1].opening, _style(open_marks))
        first, *others = text[begin:end].split("\n")
        _append(line, first, open_marks)
        for part in others:
            yield line
            line = Text()
            _append(line, part, open_marks)
        for mark in [mark for mark in reversed(open_marks) if mark.end == end]:
            line.append(mark.closing, _style(open_marks))
            open_marks.remove(mark)
    yield line


def raised(number: int) -> str:
    """A number in superscript figures."""
    return str(number).translate(_SUPERSCRIPT)


def title_in_text(article: Article) -> Span | None:
    """Where the text begins with the article's title, the title's place."""
    begin = len(article.text) - len(article.text.lstrip())
    if article.title and article.text.startswith(article.title, begin):
        return Span(begin, begin + len(article.title))
    return None


def _marks(article: Article, look: Look) -> Iterator[_Mark]:
    title = title_in_text(article)
    if title is not None:
        yield _Mark(title.begin, title.end, Style(bold=True))
    for span in article.furniture:
        yield _Mark(
            span.begin, span.end, FURNITURE, line_sign=FURNITURE_SIGN if look.brackets else ""
        )
    for statement in article.statements:
        for span in statement.quote:
            yield _Mark(
                span.begin,
                span.end,
                look.styles[statement.type],
                opening=raised(statement.id) + ("[" if look.brackets else ""),
                closing="]" if look.brackets else "",
            )


def _append(line: Text, part: str, open_marks: list[_Mark]) -> None:
    if part and not line:
        line.append("".join(mark.line_sign for mark in open_marks))
    line.append(part, _style(open_marks))


def _style(open_marks: list[_Mark]) -> Style:
    # The innermost colour wins, and underlines of what stands around it go on below it.
    return Style.chain(Style.null(), *(mark.style for mark in open_marks))
