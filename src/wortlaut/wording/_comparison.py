"""Two wordings of one utterance, word by word: what was left out, added, replaced.

The words are aligned so that the cost of all changes is least (Needleman and Wunsch, 1970);
runs of words that both have serve as anchors, so that long wordings cost little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from wortlaut.model import Span
from wortlaut.wording._words import Word, words_of


class Change(StrEnum):
    """What became of a stretch of the first wording in the second."""

    SAME = "same"
    """The same words, though perhaps spelt otherwise: case, hyphens, *ae* for *ä*, *12*."""
    INFLECTED = "inflected"
    """The same words in another form: *ich bin*, *er sei*."""
    MOVED = "moved"
    """The same word at another place: *dass er komme*, *er komme*."""
    LEFT_OUT = "left_out"
    ADDED = "added"
    REPLACED = "replaced"
    MARKED = "marked"
    """A change that the text owns up to: *[...]*, or words in square brackets."""


class Relation(StrEnum):
    """How the second wording stands to the first, as a whole."""

    SAME = "same"
    CUT = "cut"
    """One is a part of the other; changes are marked, or are missing ends."""
    REPORTED = "reported"
    """The same words, turned from direct to indirect speech."""
    ALTERED = "altered"
    """Words differ, though most are shared."""
    OTHER = "other"
    """Hardly any words are shared: a paraphrase, or another language."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words with one kind of change; offsets count code points of each wording."""

    change: Change
    first: Span | None
    """Its place in the first wording; None for what was added."""
    second: Span | None
    """Its place in the second wording; None for what was left out."""
    words: int
    """How many words, of the side that has more."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two wordings differ."""

    relation: Relation
    passages: tuple[Passage, ...]
    """In order, covering every word of both; empty for wordings in two languages."""
    shared: float
    """How much of the shorter wording is in the other, 0 to 1, by words."""
    drift: tuple[Passage, ...] = ()
    """Where two verbatim wordings contradict each other; empty unless both are verbatim."""


_GAP, _REPLACED, _INFLECTED, _RESPELT, _MARK = 1.0, 1.7, 0.45, 0.05, 0.2
_ANCHOR = 4
_LARGEST = 250_000
"""Cells of one alignment; beyond it a stretch counts as replaced whole."""
_LEAST_SHARED = 0.5

_Pair = tuple[int | None, int | None]


def compare_wordings(
    first: str,
    second: str,
    languages: tuple[str | None, str | None] = (None, None),
    verbatim: bool = False,
) -> Comparison:
    """Align two wordings; `verbatim` says that both claim to be the speaker's very words.

    Spelling, hyphens, quotation marks, punctuation, case, marked ellipses and bracketed
    insertions never make drift, nor does a cut at either end.
    """
    if languages[0] != languages[1] and None not in languages:
        return Comparison(Relation.OTHER, (), 0.0)
    language = languages[0] or languages[1]
    a, b = words_of(first, language), words_of(second, language)
    changes = _with_moves(a, b, [(_change(a, b, pair), pair) for pair in _aligned(a, b)])
    passages = tuple(_passages(a, b, changes))
    least = min(_count(a), _count(b))
    kept = sum(_kept(changes, a, b))
    shared = kept / least if least else 0.0
    if shared < _LEAST_SHARED:
        return Comparison(Relation.OTHER, passages, shared)
    drift = tuple(_contradictions(passages))
    relation = _relation(passages, drift)
    return Comparison(relation, passages, shared, drift if verbatim else ())


def _count(words: Sequence[Word]) -> int:
    return sum(not word.ellipsis and not word.bracketed for word in words)


def _kept(
    changes: list[tuple[Change, _Pair]], a: Sequence[Word], b: Sequence[Word]
) -> Iterator[float]:
    for change, (i, j) in changes:
        if i is not None and j is not None and not a[i].ellipsis and not b[j].ellipsis:
            yield {Change.SAME: 1.0, Change.INFLECTED: 1.0}.get(change, 0.0)
        elif change is Change.MOVED:
            yield 0.5  # a moved word stands in two pairs, one for each side


def _aligned(a: Sequence[Word], b: Sequence[Word]) -> list[_Pair]:
    """Pairs of indices in order; None on a side that has no word there."""
    pairs: list[_Pair] = []
    matcher = SequenceMatcher(None, [w.folded for w in a], [w.folded for w in b], autojunk=False)
    i = j = 0
    for block in matcher.get_matching_blocks():
        if block.size < _ANCHOR and block.size:
            continue
        pairs += _aligned_between(a, b, (i, block.a), (j, block.b))
        pairs += ((block.a + n, block.b + n) for n in range(block.size))
        i, j = block.a + block.size, block.b + block.size
    return pairs


def _aligned_between(
    a: Sequence[Word], b: Sequence[Word], rows: tuple[int, int], columns: tuple[int, int]
) -> list[_Pair]:
    (top, bottom), (left, right) = rows, columns
    height, width = bottom - top, right - left
    if height * width > _LARGEST or not height or not width:
        return [*((i, None) for i in range(top, bottom)), *((None, j) for j in range(left, right))]
    gap_a = [_gap(a[i]) for i in range(top, bottom)]
    gap_b = [_gap(b[j]) for j in range(left, right)]
    costs = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height):
        costs[i + 1][0] = costs[i][0] + gap_a[i]
    for j in range(width):
        costs[0][j + 1] = costs[0][j] + gap_b[j]
    for i in range(height):
        above, row, word = costs[i], costs[i + 1], a[top + i]
        for j in range(width):
            row[j + 1] = min(
                above[j] + _cost(word, b[left + j]), above[j + 1] + gap_a[i], row[j] + gap_b[j]
            )
    pairs: list[_Pair] = []
    i, j = height, width
    while i or j:
        here = costs[i][j]
        if i and j and here == costs[i - 1][j - 1] + _cost(a[top + i - 1], b[left + j - 1]):
            i, j = i - 1, j - 1
            pairs.append((top + i, left + j))
        elif i and here == costs[i - 1][j] + gap_a[i - 1]:
            i -= 1
            pairs.append((top + i, None))
        else:
            j -= 1
            pairs.append((None, left + j))
    return pairs[::-1]


def _gap(word: Word) -> float:
    return _MARK if word.ellipsis or word.bracketed else _GAP


def _cost(one: Word, other: Word) -> float:
    if one.folded == other.folded:
        return 0.0
    if one.ellipsis or other.ellipsis:
        return 3.0  # a mark stands for words, never for the one beside it
    if one.key == other.key:
        return _INFLECTED
    return _REPLACED


def _change(a: Sequence[Word], b: Sequence[Word], pair: _Pair) -> Change:
    i, j = pair
    if i is None or j is None:
        word = a[i] if i is not None else b[j]  # type: ignore[index]
        if word.ellipsis or word.bracketed:
            return Change.MARKED
        return Change.LEFT_OUT if j is None else Change.ADDED
    one, other = a[i], b[j]
    if one.folded == other.folded:
        return Change.SAME
    if one.bracketed or other.bracketed:
        return Change.MARKED
    return Change.INFLECTED if one.key == other.key else Change.REPLACED


def _with_moves(
    a: Sequence[Word], b: Sequence[Word], changes: list[tuple[Change, _Pair]]
) -> list[tuple[Change, _Pair]]:
    """Mark words that are left out at one place and added at another, each once."""
    split: list[tuple[Change, _Pair]] = []
    for change, (i, j) in changes:
        if change is Change.REPLACED:
            split += [(Change.LEFT_OUT, (i, None)), (Change.ADDED, (None, j))]
        else:
            split.append((change, (i, j)))
    added: dict[str, list[int]] = {}
    for place, (change, (_, j)) in enumerate(split):
        if change is Change.ADDED and j is not None:
            added.setdefault(b[j].key, []).append(place)
    for place, (change, (i, _)) in enumerate(split):
        if change is Change.LEFT_OUT and i is not None and added.get(a[i].key):
            to = added[a[i].key].pop(0)
            split[place] = (Change.MOVED, split[place][1])
            split[to] = (Change.MOVED, split[to][1])
    return split


def _passages(
    a: Sequence[Word], b: Sequence[Word], changes: list[tuple[Change, _Pair]]
) -> Iterator[Passage]:
    """Neighbouring words of one kind together; left out beside added is replaced."""
    for kind, group in groupby(changes, key=lambda item: _merged_kind(item[0])):
        items = list(group)
        rows = [i for _, (i, _) in items if i is not None]
        columns = [j for _, (_, j) in items if j is not None]
        change = items[0][0]
        if kind == "unlike":
            change = Change.LEFT_OUT if not columns else Change.ADDED
            if rows and columns:
                change = Change.REPLACED
        yield Passage(change, _span(a, rows), _span(b, columns), max(len(rows), len(columns)))


def _merged_kind(change: Change) -> str:
    return "unlike" if change in (Change.LEFT_OUT, Change.ADDED) else change.value


def _span(words: Sequence[Word], indices: list[int]) -> Span | None:
    if not indices:
        return None
    return Span(words[indices[0]].span.begin, words[indices[-1]].span.end)


def _contradictions(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """The changes that two true records of the same words cannot have."""
    last = len(passages) - 1
    for place, passage in enumerate(passages):
        if passage.change in (Change.SAME, Change.MARKED):
            continue
        if passage.change in (Change.LEFT_OUT, Change.ADDED):
            near = (passages[n].change for n in (place - 1, place + 1) if 0 <= n <= last)
            if place in (0, last) or Change.MARKED in near:
                continue
        yield passage


def _relation(passages: tuple[Passage, ...], drift: tuple[Passage, ...]) -> Relation:
    kinds = {passage.change for passage in passages}
    if kinds <= {Change.SAME}:
        return Relation.SAME
    if not drift:
        return Relation.CUT
    inner = {passage.change for passage in drift}
    small = sum(p.words for p in drift if p.change in (Change.ADDED, Change.LEFT_OUT))
    if inner <= {Change.INFLECTED, Change.MOVED, Change.ADDED, Change.LEFT_OUT} and small <= 1:
        turned = inner & {Change.INFLECTED, Change.MOVED}
        return Relation.REPORTED if turned else Relation.ALTERED
    return Relation.ALTERED
