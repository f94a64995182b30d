"""Articles for tests, their statements marked where they stand.

    [s:Ada Petersen] [c:sagte] am Freitag, [q:dass der Deich halte].

`s` is the speaker, `c` the cue, `q` the quote, `f` the frame, `a` the addressee; a number tells
several statements of a text apart: `[q2:...]`. Marks may nest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from wortlaut.model import Article, Medium, QuotationType, Span, Statement

_MARK = re.compile(r"\[([scqfa])(\d?):|\]")
_PARTS = {"s": "speaker", "c": "cue", "q": "quote", "f": "frame", "a": "addressee"}


def marked(text: str, language: str = "de", published: date | None = None) -> Article:
    """The article without its marks, and with the statements that they mark, in order."""
    plain = ""
    found: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    opened: list[tuple[int, str, int]] = []
    last = 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        last = match.end()
        if match[0] == "]":
            number, part, begin = opened.pop()
            found[number][part].append(Span(begin, len(plain)))
        else:
            opened.append((int(match[2] or 1), _PARTS[match[1]], len(plain)))
    plain += text[last:]
    if opened:
        raise ValueError(f"a mark is left open in {text!r}")
    return Article(
        text=plain,
        language=language,
        published=published,
        paragraphs=(Span(0, len(plain)),),
        statements=tuple(
            Statement(
                id=number,
                type=QuotationType.INDIRECT,
                medium=Medium.SPEECH,
                confidence=0.9,
                **{part: tuple(sorted(spans)) for part, spans in parts.items()},  # type: ignore[arg-type]
            )
            for number, parts in sorted(found.items())
        ),
    )
