"""Bylines: *Von Anna Muster, Berlin*, *By Jane Doe and John Roe, CNN*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.model import Located, Span
from wortlaut.sources._dateline_names import AGENCIES, NOT_PLACES, PLACES

_LONGEST = 160
_LEAD = re.compile(
    r"\s*(?:(?i:(?:ein(?:e)?\s)?(?:bericht|kommentar|gastbeitrag|gastkommentar|interview|essay"
    r"|analyse|reportage|kolumne|text|story|words|written|reporting|posted|article|analysis)s?\s)?"
    r"(?:Von|VON|von|By|BY|by)(?::|\s)|(?i:text|autor|autorin|autoren|authors?)\s?:)\s*"
)
_OURS = re.compile(
    r"(?i:unser(?:em|er|en)\s(?:[\w-]+\s)?[\w-]*(?:korrespondent|redakt|mitarbeiter|reporter"
    r"|berichterstatter|autor|sport|nachrichten)[\w-]*"
    r"|(?:our|a|an)\s(?:[\w-]+\s){0,2}(?:correspondents?|staff|reporters?|writers?|team))"
)
_SEPARATOR = re.compile(
    r"\s*[,;|/&•·]\s*|\s+(?:und|and|mit|with|in|for|für)\s+|\s*[–—]\s*|\s-\s|[()]"
)
_PARTICLES = "von van vom zu zum zur der den de del della di da dos du la le el al bin ibn ter af"
_NAME_PARTICLES = frozenset(_PARTICLES.split())


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names who wrote the article."""

    authors: tuple[str, ...]
    agency: Located | None
    place: Located | None


def find_byline(text: str, line: Span) -> Byline | None:
    """The byline that fills `line`, a stretch of `text`; None where it is something else.

    Asks for a word that opens a byline and for names of two words and more, or for *our
    correspondent*: *Von Angst und Hoffnung* is a headline.
    """
    if len(line) > _LONGEST:
        return None
    words = line.of(text)
    lead = _LEAD.match(words)
    if not lead:
        return None
    ours = _OURS.match(words, lead.end())
    authors: list[str] = []
    agency = place = None
    for begin, end in _pieces(words, ours.end() if ours else lead.end()):
        piece = words[begin:end]
        located = Located(piece, Span(line.begin + begin, line.begin + end))
        if piece.casefold() in AGENCIES:
            agency = agency or located
        elif piece.casefold() in PLACES:
            place = place or located
        elif is_name(piece):
            authors.append(piece)
        elif not (authors or ours) or not _is_role(piece):
            return None
    if not (authors or ours or agency):
        return None
    return Byline(tuple(authors), agency, place)


def is_name(words: str) -> bool:
    """Whether `words` look like a person's full name: two to five words, capitals in front."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or not parts[-1][0].isupper() or not parts[0][0].isupper():
        return False
    return parts[0].rstrip(".").casefold() not in NOT_PLACES - {"dr", "prof"} and all(
        (part[0].isupper() or part in _NAME_PARTICLES)
        and part.strip(".")
        .replace("-", "")
        .replace("’", "")
        .replace("'", "")
        .replace(".", "")
        .isalpha()
        and (not part.endswith(".") or len(part) <= 5)
        for part in parts
    )


def _is_role(words: str) -> bool:
    """What may follow a name: an office, an outlet, a date; never the rest of a sentence."""
    parts = words.split()
    return (
        len(parts) <= 5
        and not words.endswith((".", "!", "?", ":"))
        and (
            parts[0][0].isupper()
            or parts[0][0].isdigit()
            or "@" in words
            or parts[0] in ("dpa", "epd")
        )
    )


def _pieces(words: str, begin: int) -> list[tuple[int, int]]:
    """What stands between commas and *and*, without the white space around it."""
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(words, begin)]
    begins = [begin, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(words)]
    pieces = []
    for start, stop in zip(begins, ends, strict=True):
        piece = words[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if left < right:
            pieces.append((left, right))
    return pieces
