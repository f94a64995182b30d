"""How articles and statements are called outside the record."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Collection

from wortlaut.model import Article

Key = Callable[[Article], str]
"""Gives the name of an article by which it is found again: a URL, or another IRI."""


def article_key(article: Article) -> str:
    """The article's URL, or `text:` and its text's SHA-256 where it has none."""
    return article.url or f"text:{hashlib.sha256(_bytes(article.text)).hexdigest()}"


def article_urn(article: Article, key: str) -> str:
    """A URN for this very text of the article: another version has another one."""
    name = f"{key}\n{hashlib.sha256(_bytes(article.text)).hexdigest()}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def as_ranges(numbers: Collection[int]) -> str:
    """Numbers as `1-7,9`; `none` where there are none."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    shown = ",".join(f"{first}-{last}" if first < last else str(first) for first, last in parts)
    return shown or "none"


def from_ranges(written: str) -> frozenset[int] | None:
    """The numbers that `as_ranges` wrote; None where it is something else."""
    if written == "none":
        return frozenset()
    numbers: set[int] = set()
    for part in written.split(","):
        found = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
        if found is None:
            return None
        numbers.update(range(int(found[1]), int(found[2] or found[1]) + 1))
    return frozenset(numbers)
