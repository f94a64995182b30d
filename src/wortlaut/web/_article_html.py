"""The marked text of an article as HTML: every character once, every mark an element."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup, escape

from wortlaut.model import Span
from wortlaut.web._foreign_text import shown, visible
from wortlaut.web._marked_text import Edge, Mark, Step, nested
from wortlaut.web.views import ArticleView, MarkKind, Note, TextMark

_DEEPEST = 3
"""Depth of nesting that has an underline of its own."""


class MarkedText:
    """The text of one article, block by block, each mark named by what it is.

    A quotation is a `mark` with the address `s17`; where it ends, a link leads to its note
    `n17`. It holds no words of its own, so that the text stays the article's; its number
    stands in the style sheet's hands.
    """

    def __init__(self, view: ArticleView, call: Callable[[Note], str]) -> None:
        """`call` says in words where the link to a note leads."""
        self._text = view.text
        self._marks = [Mark(each.span, each) for each in view.marks]
        self._notes = {note.number: note for note in view.notes}
        self._call = call
        self._next = 0
        self._waiting: list[Mark[TextMark]] = []

    def html(self, within: Span) -> Markup:
        """A stretch of the text; stretches are to be asked for in their order."""
        pieces = self._pieces(nested(self._marks_in(within), within))
        return Markup("").join(pieces)

    def _marks_in(self, within: Span) -> Sequence[Mark[TextMark]]:
        """The marks that reach into the stretch, without going through all of them each time."""
        while self._next < len(self._marks) and self._marks[self._next].span.begin < within.end:
            self._waiting.append(self._marks[self._next])
            self._next += 1
        self._waiting = [mark for mark in self._waiting if mark.span.end > within.begin]
        return self._waiting

    def _pieces(self, steps: Iterator[Span | Step[TextMark]]) -> Iterator[Markup]:
        for step in steps:
            if isinstance(step, Span):
                yield shown(step.of(self._text))
                continue
            mark = step.mark.what
            is_quote = mark.kind is MarkKind.QUOTE
            if step.edge is Edge.BEGIN:
                yield self._quote(mark, step) if is_quote else self._other(mark)
            elif is_quote:
                if mark.last and step.whole:
                    yield self._link(mark)
                yield Markup("</mark>")
            else:
                yield Markup("</span>")

    # Put together without Markup.format, which would take most of the page's time; what is put
    # in are numbers and names of our own, but for the label.

    def _quote(self, mark: TextMark, step: Step[TextMark]) -> Markup:
        address = ""
        if mark.first and step.whole:
            address = f' id="s{mark.statement}" tabindex="-1"'
        return Markup(
            f'<mark class="q q-{mark.type} deep-{min(mark.depth, _DEEPEST)}"'
            f' data-s="{mark.statement}"{address}>'
        )

    def _other(self, mark: TextMark) -> Markup:
        of = "" if mark.statement is None else f' data-s="{mark.statement}"'
        return Markup(f'<span class="w w-{mark.kind}"{of}>')

    def _link(self, mark: TextMark) -> Markup:
        note = self._notes[mark.statement or 0]
        label = escape(visible(self._call(note)))
        return Markup(
            f'<a class="ref" href="#n{note.number}" data-s="{note.number}"'
            f' data-place="{note.place}" aria-label="{label}"></a>'
        )
