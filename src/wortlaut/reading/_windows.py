"""Windows: stretches of an article that the encoder can take at once.

An article that fits is one window. A longer one is cut at words, with an overlap, and each
word is taken from the window in which it stands farther from the cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.reading._words import Words


@dataclass(frozen=True, slots=True)
class Window:
    """The encoder's input and the words that are taken from it."""

    ids: list[int]
    """Piece ids, with the begin and end pieces and one end piece between paragraphs."""
    first: list[int]
    """For each word that is taken from here, the place of its first piece in `ids`."""
    last: list[int]
    """The place of its last piece."""


def windows(
    words: Words,
    pieces: Sequence[Sequence[int]],
    *,
    begin_id: int,
    end_id: int,
    size: int = 512,
    overlap: int = 96,
) -> list[Window]:
    """Cut `words` (with their `pieces`) into windows of at most `size` pieces.

    Every word is taken from exactly one window, in order, so that the windows' words put
    one after the other are `words` again.

    Raises `ValueError` where a single word does not fit into a window.
    """
    lengths = [len(p) for p in pieces]
    for i in range(1, len(lengths)):
        if words.paragraphs[i] != words.paragraphs[i - 1]:
            lengths[i] += 1
    stretches = _stretches(lengths, size - 2, overlap)
    result: list[Window] = []
    taken = 0
    for number, (begin, end) in enumerate(stretches):
        until = end
        if number + 1 < len(stretches):
            until = (stretches[number + 1][0] + end + 1) // 2
        result.append(
            _window(
                words,
                pieces,
                begin=begin,
                end=end,
                taken=taken,
                until=until,
                begin_id=begin_id,
                end_id=end_id,
            )
        )
        taken = until
    return result


def _stretches(lengths: Sequence[int], room: int, overlap: int) -> list[tuple[int, int]]:
    """Index ranges of words whose pieces fit into `room`, each overlapping the next."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    while begin < len(lengths):
        end, used = begin, 0
        while end < len(lengths) and used + lengths[end] <= room:
            used += lengths[end]
            end += 1
        if end == begin:
            raise ValueError(f"a word of {lengths[begin]} pieces does not fit into {room}")
        ranges.append((begin, end))
        if end == len(lengths):
            break
        back, shared = end, 0
        while back > begin + 1 and shared + lengths[back - 1] <= overlap:
            back -= 1
            shared += lengths[back]
        begin = back
    return ranges


def _window(
    words: Words,
    pieces: Sequence[Sequence[int]],
    *,
    begin: int,
    end: int,
    taken: int,
    until: int,
    begin_id: int,
    end_id: int,
) -> Window:
    ids = [begin_id]
    first: list[int] = []
    last: list[int] = []
    for i in range(begin, end):
        if i > begin and words.paragraphs[i] != words.paragraphs[i - 1]:
            ids.append(end_id)
        if taken <= i < until:
            first.append(len(ids))
            last.append(len(ids) + len(pieces[i]) - 1)
        ids.extend(pieces[i])
    ids.append(end_id)
    return Window(ids, first, last)
