"""Quotation marks: which words stand between an opening mark and its closing one."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.reading._decoding import Pieces
from wortlaut.reading._words import Words

_CLOSING = {
    "„": '“”"',
    "“": '”"',
    "»": "«",
    "«": "»",
    '"': '"“”',
}
"""What may close each opening mark; machine translation mixes the German and English ones."""
_LONGEST = 400
"""A pair of marks with more words between them is taken for two that lost their partners."""


def marked_stretches(text: str, words: Words) -> list[tuple[int, int]]:
    """Ranges of words from an opening mark up to and with its closing one, outermost only.

    A mark that is never closed in its paragraph marks nothing.
    """
    found: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for place in range(len(words)):
        if opened >= 0 and (
            words.paragraphs[place] != words.paragraphs[opened] or place - opened > _LONGEST
        ):
            opened = -1
        if words.ends[place] - words.begins[place] != 1:
            continue
        mark = text[words.begins[place]]
        if opened >= 0 and mark in closing:
            found.append((opened, place + 1))
            opened = -1
        elif opened < 0 and mark in _CLOSING and _may_open(words, place, mark):
            opened, closing = place, _CLOSING[mark]
    return found


def _may_open(words: Words, place: int, mark: str) -> bool:
    """Straight and ambiguous marks open only with a space before and none after."""
    if mark == "„":
        return True
    glued = place + 1 < len(words) and not words.spaced[place + 1]
    return words.spaced[place] and glued


def close_marks(quotations: Sequence[Pieces], stretches: Sequence[tuple[int, int]]) -> list[Pieces]:
    """The same quotations, each that breaks off between two marks led on to the closing one.

    What stands between two marks was said in one breath: a quotation that holds the opening
    mark gets the closing one, and what begins where it broke off is joined to it. Nothing is
    led over words that another quotation holds.
    """
    result = [list(pieces) for pieces in quotations]
    for begin, end in stretches:
        number = next(
            (n for n, pieces in enumerate(result) if pieces[-1][0] <= begin < pieces[-1][1] < end),
            None,
        )
        if number is None:
            continue
        holder = result[number]
        while number + 1 < len(result) and 0 <= result[number + 1][0][0] - holder[-1][1] <= 1:
            if result[number + 1][0][0] >= end:
                break
            joined = result.pop(number + 1)
            holder[-1] = (holder[-1][0], joined[0][1])
            holder.extend(joined[1:])
        following = result[number + 1][0][0] if number + 1 < len(result) else end
        if holder[-1][1] < end <= following and holder[-1][0] <= begin:
            holder[-1] = (holder[-1][0], end)
    return result
