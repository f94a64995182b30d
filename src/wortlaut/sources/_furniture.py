"""Tells what a page carries beside its article: forms, links, notices, credits, menus.

`is_furniture` judges a line by itself and errs on the side of the article: a sentence that
merely speaks of a newsletter stays. `furniture_among` sees all lines of a page and uses where
they stand: a menu before the article, what follows a comment form behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from wortlaut.model import Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._furniture_phrases import (
    CLOSING,
    EXACT,
    LABELLED,
    LIST_HEADINGS,
    NAVIGATION,
    OPENINGS,
    PERHAPS_CLOSING,
    SENTENCES,
)

_LONGEST = 600
"""Characters; a longer line is text, whatever it says."""
_LONGEST_CAPTION = 350
_LONGEST_LINK = 160
_LONGEST_ENTRY = 40
_MENU_WORDS = 4
_MENU_LINES = 3
_PROSE_WORDS = 9
_PROSE_LENGTH = 160
_FEWEST_PROSE = 300
"""Characters of prose before a comment form for it to be the end of an article."""
_LARGEST_TAIL = 4
"""How many times the prose before it what follows a comment form may hold."""

_PICTURES = re.compile(
    r"^[\s\u200b-\u200f\u2300-\u27bf\ufe0f\ufeff\U0001f000-\U0001faff]+|"
    r"[\s\u200b-\u200f\u2300-\u27bf\ufe0f\ufeff\U0001f000-\U0001faff]+$"
)
_DECORATION = " |•·►▶→›>*+=_~◄◀←‹<-–—…▸▾▼▲✓✔❯❮"
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"“”„»«’‘')\]]*$")
_CLOSED_LIKE_TEXT = re.compile(r"[.!?…。！？][\"“”„»«’‘')\]]*$|[“”«»\"]$")
_QUOTED = re.compile(r"[„“”\"«»]")
_SAYING = re.compile(
    r"\b(?:sagten?|sagt|erklärten?|erklärt|betonte|meinte|schrieb|kritisierte|forderte|warnte"
    r"|teilte|hieß|heißt es|laut|zufolge|so die|so der|said|says|told|added|wrote|asked|argued"
    r"|warned|according to|announced|claims)\b",
    re.IGNORECASE,
)
_CREDITED = (
    r"(?:[^\W\d_a-zäöüß][\w.’'&-]*|dpa|epd|afp|imago|ddp|picture|alliance|images?|privat|archiv"
    r"|via|for|von|van|der|de|und|and)"
)
_CREDIT_AT_END = re.compile(
    r"(?:^|[\s(\[|/–-])(?:(?:Archiv|Symbol)?(?:[Ff]oto|[Bb]ild)s?|FOTO|BILD|Photo|PHOTO|Image"
    r"|Photograph|Credit|CREDIT)\s?(?::|©|/|\bby\b)\s?"
    rf"{_CREDITED}(?:\s?[ ,/|-]\s?{_CREDITED}){{0,7}}[)\]]?\.?$"
)


def is_furniture(line: str) -> bool:
    """Whether `line` by itself is furniture: no part of an article, whatever stands around it.

    A line is a paragraph's text or a line of it; the whole of it is judged.
    """
    if len(line) > _LONGEST:
        return False
    return _judged(line) if len(line) <= _LONGEST_ENTRY else _judge(line)


def _judge(line: str) -> bool:
    plain = _plain(line)
    return (
        _is_ornament(line)
        or plain.rstrip(":").lower() in EXACT
        or (" " in plain and plain.rstrip(".!").lower() in EXACT)
        or (_matches(LABELLED, plain) and not _speaks(plain))
        or (len(plain) <= _LONGEST_LINK and not _closes(plain) and _matches(OPENINGS, plain))
        or (len(plain) <= _LONGEST_CAPTION and _CREDIT_AT_END.search(plain[-110:]) is not None)
        or (_matches(SENTENCES, plain) and not _quotes(plain))
    )


_judged = lru_cache(maxsize=4096)(_judge)  # menus and dialogues repeat their short lines


def furniture_among(lines: Sequence[str]) -> list[bool]:
    """For each of a page's lines or paragraphs, in order, whether it is furniture.

    Uses their places: menus, bylines and times before the first prose, lists of links behind
    their heading, and all that follows a comment form or a *Source link* at the end.
    Time grows with the number of lines and their length, no faster.
    """
    flags = [is_furniture(line) for line in lines]
    prose = [not flag and is_prose(line) for flag, line in zip(flags, lines, strict=True)]
    if not any(prose):
        return flags
    first = prose.index(True)
    last = len(prose) - 1 - prose[::-1].index(True)
    _flag_lists(lines, flags, prose)
    _flag_menu(lines, flags, range(first))
    _flag_tail(lines, flags, prose)
    _flag_menu(lines, flags, range(last + 1, len(lines)))
    return flags


def is_prose(line: str) -> bool:
    """Whether `line` reads as a paragraph of text and not as a heading, link or label."""
    if len(line) >= _PROSE_LENGTH:
        return True
    if not _SENTENCE_END.search(line.rstrip()):
        return False
    return len(line.split()) >= _PROSE_WORDS or any(mark in line for mark in "。！？")


def is_short(line: str) -> bool:
    """Whether `line` could be an entry of a menu: a few words that do not close."""
    return (
        len(line) <= _LONGEST_ENTRY
        and len(line.split()) <= _MENU_WORDS
        and not line.rstrip().endswith((",", ";", ":"))
        and not _closes(line)
    )


def _plain(line: str) -> str:
    """The line's words with single spaces, without bullets, arrows and emoji around them."""
    if not line.isascii():
        line = _PICTURES.sub("", line)
    around = _DECORATION if "«" in line else _DECORATION + "»"
    return " ".join(line.strip(around).split()).strip(around)


def _is_ornament(line: str) -> bool:
    """Whether a line holds no words, as `* * *` does; but *[…]* stands for words."""
    return not any(character.isalnum() or character == "…" for character in line) and (
        "..." not in line
    )


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _matches(patterns: tuple[str, ...], plain: str) -> bool:
    return _compiled(patterns).fullmatch(plain.lower()) is not None


def _closes(plain: str) -> bool:
    return _CLOSED_LIKE_TEXT.search(plain) is not None


def _speaks(plain: str) -> bool:
    """Whether a labelled line goes on like text: *Bild: Herr Minister, was sagen Sie dazu?*"""
    return plain.endswith("?") or (_closes(plain) and _SAYING.search(plain) is not None)


def _quotes(plain: str) -> bool:
    return _QUOTED.search(plain) is not None or _SAYING.search(plain) is not None


def _flag_lists(lines: Sequence[str], flags: list[bool], prose: list[bool]) -> None:
    """The links behind *Mehr zum Thema*: lines that do not close, up to the next that does."""
    in_list = False
    for i, line in enumerate(lines):
        if flags[i]:
            in_list = in_list or _matches(LIST_HEADINGS, _plain(line).rstrip(":"))
        elif in_list and not prose[i] and not _closes(line.rstrip()) and len(line) <= _LONGEST_LINK:
            flags[i] = True
        else:
            in_list = False


def _flag_menu(lines: Sequence[str], flags: list[bool], where: range) -> None:
    """Sections, bylines and runs of short lines before an article or behind it."""
    for i in where:
        line = lines[i].strip()
        if not flags[i] and line:
            named = _plain(line).lower() in NAVIGATION
            flags[i] = named or find_byline(line, Span(0, len(line))) is not None
    # The last line of a head that is nothing else is the headline, however short.
    headline = next((i for i in reversed(where) if not flags[i]), None) if not where.start else None
    begin = where.start
    for i in [*where, where.stop]:
        if i < where.stop and is_short(lines[i]):
            continue
        if i - begin >= _MENU_LINES:
            for j in range(begin, i):
                flags[j] = flags[j] or j != headline
        begin = i + 1


def _flag_tail(lines: Sequence[str], flags: list[bool], prose: list[bool]) -> None:
    """All that stands behind the end of the article, where a line marks it.

    A mark that comes again behind more prose ends one of several articles in a text.
    """
    whole = sum(len(line) for line, is_text in zip(lines, prose, strict=True) if is_text)
    last_prose = len(prose) - 1 - prose[::-1].index(True)
    again = {
        line for line, flag in zip(lines[last_prose:], flags[last_prose:], strict=True) if flag
    }
    before = 0
    for i, line in enumerate(lines):
        before += len(line) if prose[i] else 0
        if not flags[i] or before < _FEWEST_PROSE or (i < last_prose and line in again):
            continue
        plain = _plain(line).rstrip(":")
        behind = whole - before
        if (behind <= _LARGEST_TAIL * before and _matches(CLOSING, plain)) or (
            behind <= before and _matches(PERHAPS_CLOSING, plain)
        ):
            flags[i:] = [True] * (len(flags) - i)
            return
