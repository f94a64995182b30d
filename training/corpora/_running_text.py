"""Running text out of lists of tokens, for corpora that do not keep the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wortlaut.model import Span, merged

_NO_SPACE_BEFORE = frozenset(".,;:!?)]}»“”’…%")
_NO_SPACE_AFTER = frozenset("([{«„‚")


def detokenise(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text that the tokens make, and the begin and end of each token in it.

    German guillemets point inward in most prints (»so«), so that `»` opens; where `«` opens
    instead the space falls on the wrong side, which the words do not mind.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    inside = False
    glue = True
    for token in tokens:
        if token in {'"', "»", "«"}:
            space = not inside and not glue
            inside = not inside
            glue = inside
        else:
            space = not glue and token not in _NO_SPACE_BEFORE
            glue = token in _NO_SPACE_AFTER
        if space:
            parts.append(" ")
            length += 1
        parts.append(token)
        places.append((length, length + len(token)))
        length += len(token)
    return "".join(parts), places


def spans_of_tokens(ids: Iterable[int], places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches of text that the tokens cover; neighbours are joined over their space."""
    spans: list[Span] = []
    last = -2
    for number in sorted(set(ids)):
        begin, end = places[number]
        if spans and number == last + 1:
            spans[-1] = Span(spans[-1].begin, end)
        elif end > begin:
            spans.append(Span(begin, end))
        last = number
    return merged(spans)
