"""WikiNEuRal's sentences as running text, with the characters of each name.

The corpus gives tokens. The reader sees text, so the tokens are joined as an article would
write them: no space before a comma, marks in pairs around what they quote, and the marks of
the language's newspapers instead of the corpus's straight ones.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from wortlaut.model import Span
from wortlaut.reading._words import Words, split_words

KINDS = ("PER", "LOC", "ORG", "MISC")
"""The corpus's kinds of names, in the order of the network's outputs."""
HELD_BACK = 10
"""One sentence in so many is held back for scoring."""
_SEED = 20221203

_MARKS = {
    "de": (("„", "“"), ("„", "“"), ("„", "“"), ("»", "«"), ('"', '"')),
    "en": (("“", "”"), ("“", "”"), ('"', '"')),
}
_CLOSING = frozenset(".,;:!?%)]}°…”“‘«'’") | {
    "'s", "’s", "'m", "’m", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "n't", "°C",
}  # fmt: skip
_OPENING = frozenset("([{„‚»$£€#+†@")
_JOINING = frozenset({"-", "/", "-/", "//", "/#", "‑", "‐"})
_HANGING = frozenset({"und", "oder", "bis", "and", "or", "to"})
"""Words before which a hyphen stands for what the next word ends with: *Nord- und Süd...*"""


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name of the corpus."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A sentence as text, with its names in order."""

    text: str
    names: tuple[TaggedName, ...]


def load(data: Path, language: str) -> tuple[list[TaggedText], list[TaggedText]]:
    """The sentences to learn from and those held back, a fixed tenth drawn by a seed.

    Equal sentences are kept once, so that none is both learnt and asked for.
    """
    random = Random(_SEED)
    seen: set[tuple[str, ...]] = set()
    learnt: list[TaggedText] = []
    held: list[TaggedText] = []
    with gzip.open(data / "names" / f"{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            key = tuple(record["tokens"])
            if key in seen:
                continue
            seen.add(key)
            side = held if random.randrange(HELD_BACK) == 0 else learnt
            side.append(as_text(record["tokens"], record["tags"], language, random))
    return learnt, held


def as_text(
    tokens: Sequence[str], tags: Sequence[str], language: str, random: Random
) -> TaggedText:
    """Join tokens to text; `random` chooses among the language's quotation marks."""
    shown, glued = _layout(tokens, language, random.choice(_MARKS[language]))
    text = ""
    places: list[tuple[int, int]] = []
    for token, close in zip(shown, glued, strict=True):
        if text and token and not close:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    names = [
        TaggedName(Span(places[begin][0], places[end - 1][1]), kind)
        for begin, end, kind in _runs(tags)
    ]
    return TaggedText(text, tuple(names))


def _layout(
    tokens: Sequence[str], language: str, marks: tuple[str, str]
) -> tuple[list[str], list[bool]]:
    """Each token as it is written, and whether it stands close to the one before it."""
    shown: list[str] = []
    glued: list[bool] = []
    open_mark = False
    stick = False
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else ""
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        if token == '"':
            # The German part has a mark where Wikipedia has a narrow space: 500 " m.
            if language == "de" and not open_mark and before[-1:].isdigit():
                shown.append("")
                glued.append(True)
                stick = False
                continue
            shown.append(marks[1] if open_mark else marks[0])
            glued.append(open_mark or stick)
            stick = not open_mark
            open_mark = not open_mark
        elif token == "'" and before[-1:] != "s":
            shown.append(token)
            glued.append(stick)
            stick = True
        else:
            shown.append(token)
            glued.append(stick or token in _CLOSING or token in _JOINING)
            stick = token in _OPENING or (token in _JOINING and after not in _HANGING)
    return shown, glued


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Names as ranges of tokens."""
    begin, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield begin, i, kind
            kind = ""
        if tag[0] == "B" or (tag[0] == "I" and not kind):
            begin, kind = i, tag[2:]


def words_of(text: TaggedText) -> tuple[Words, list[int]]:
    """The words that the reader sees, and a label for each: 0 for none, then B and I a kind.

    A name takes every word that it covers by more than half.
    """
    words = split_words(text.text, [Span(0, len(text.text))])
    labels = [0] * len(words)
    for name in text.names:
        first = True
        for i, (begin, end) in enumerate(zip(words.begins, words.ends, strict=True)):
            shared = min(end, name.span.end) - max(begin, name.span.begin)
            if shared > 0 and 2 * shared > end - begin:
                labels[i] = 1 + 2 * KINDS.index(name.kind) + (not first)
                first = False
    return words, labels
