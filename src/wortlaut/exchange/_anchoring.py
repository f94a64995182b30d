"""Places in a text as other tools write them down, found again.

Positions are taken where the words stand there. Otherwise the words are looked for: some tools
count UTF-16 units, and some write line ends their own way, which moves what comes after.
"""

from __future__ import annotations

from wortlaut.model import Span

CONTEXT = 32
"""Characters before and after a stretch that are given with it."""


def anchored(
    text: str,
    *,
    begin: int | None,
    end: int | None,
    words: str | None,
    prefix: str = "",
    suffix: str = "",
) -> Span:
    """The stretch of `text` that is meant; offsets in code points, as far as they can be trusted.

    Raises `ValueError` where no stretch fits, or several do and nothing tells which.
    """
    if begin is not None and end is not None:
        span = _span(begin, end, text)
        if span is not None and (words is None or span.of(text) == words):
            return span
        if words is None:
            raise ValueError(f"the stretch {begin} to {end} is not in the text")
    if not words:
        raise ValueError("a stretch has neither words nor positions")
    places = _places(words, text)
    if not places:
        raise ValueError(f"the words {_short(words)} are not in the text")
    scores = [_context_score(place, words, text, prefix, suffix) for place in places]
    best = [place for place, score in zip(places, scores, strict=True) if score == max(scores)]
    if begin is not None:
        best = [min(best, key=lambda place: abs(place - begin))]
    if len(best) > 1:
        raise ValueError(f"the words {_short(words)} stand in the text {len(best)} times")
    return Span(best[0], best[0] + len(words))


def _span(begin: int, end: int, text: str) -> Span | None:
    return Span(begin, end) if 0 <= begin < end <= len(text) else None


def _places(words: str, text: str) -> list[int]:
    places = []
    place = text.find(words)
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _context_score(place: int, words: str, text: str, prefix: str, suffix: str) -> int:
    """How many characters beside the words are as they should be."""
    score = 0
    for expected, found in zip(
        reversed(prefix), reversed(text[max(0, place - len(prefix)) : place]), strict=False
    ):
        if expected != found:
            break
        score += 1
    end = place + len(words)
    for expected, found in zip(suffix, text[end : end + len(suffix)], strict=False):
        if expected != found:
            break
        score += 1
    return score


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:40] + "…")
