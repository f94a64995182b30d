"""A path, a URL or standard input to articles.

What something is, is told by its content: gzip or not, HTML, plain text, JSON Lines, ninjs or
a WARC archive; its name only helps where the content leaves it open. Whatever goes wrong with
one article is handed on as a value, so that it never stops the others.
"""

from __future__ import annotations

import codecs
import difflib
import os
import re
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from wortlaut._exceptions import (
    EmptySource,
    NoArticle,
    NotText,
    SourceError,
    SourceNotFound,
)
from wortlaut.model import Article
from wortlaut.sources._accidents import guarded
from wortlaut.sources._decoding import decode, lenient_head, refuse_binary
from wortlaut.sources._inflating import GZIP_MAGIC, PIECE, WEB_LIMIT, inflated, limited
from wortlaut.sources._json_lines import articles_from_lines
from wortlaut.sources._kinds import Kind, kind_of

if TYPE_CHECKING:
    from wortlaut.sources._fetching import FetchedPage

FILE_LIMIT = 64 * 2**20
"""Bytes of a page or a text, after decompression. JSON Lines have a limit for each line only,
WARC for each record."""

_HEAD = 16 * 1024
"""Bytes that show what kind of source something is."""
_MOST_NAMES = 5000
"""Neighbours of a missing file that are looked at for a similar name."""
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_STDIN = "-"
_WARC = b"WARC/"
_LEADS = {
    Kind.FEED: ("a feed", "the feed's entries"),
    Kind.OPML: ("a list of feeds (OPML)", "the feeds' entries"),
    Kind.ADDRESSES: ("a list of addresses", "its pages"),
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_HOST_LIKE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/", re.I)


@dataclass(frozen=True, slots=True)
class Lead:
    """A source that holds no articles, but leads to some."""

    kind: Kind
    """`FEED`, `OPML` or `ADDRESSES`."""
    content: bytes
    """Decompressed."""
    name: str
    page: FetchedPage | None
    """What the web gave, where it comes from there."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How sources are opened."""

    allow_private: bool = False
    stdin: BinaryIO | None = None
    follow: Callable[[Lead], Iterator[Article | SourceError]] | None = None
    """Gives the articles that a lead leads to; without it, leads are refused."""
    watch: Callable[[int], None] | None = None
    """Is told how many bytes have been read from a file, each time that some have."""


def open_source(
    source: str | os.PathLike[str],
    *,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Generator[Article | SourceError, None, None]:
    """The articles of `source`, each or the reason why it could not be had, as they come.

    `source` is a file (HTML, plain text, JSON Lines of articles, ninjs, WARC; gzipped or not),
    a URL, or `-` for `stdin` (by default the process's standard input). `allow_private` lets a
    URL lead to loopback and private addresses. Nothing is raised for a bad source: its
    `SourceError` is the one value that comes, or the last one where it breaks off in the
    middle. What only leads to articles (a directory, a feed, a list of addresses) is an error
    here; `open_sources` follows it.
    """
    yield from opened(source, Opening(allow_private=allow_private, stdin=stdin))


def opened(
    source: str | os.PathLike[str], opening: Opening
) -> Generator[Article | SourceError, None, None]:
    """The articles of `source`, opened in this way; as `open_source` gives them."""
    name = os.fspath(source)
    try:
        if name == _STDIN and isinstance(source, str):
            yield from _from_stream(opening.stdin or sys.stdin.buffer, _STDIN, opening)
        elif isinstance(source, str) and is_address(source):
            yield from _from_web(source, opening)
        else:
            yield from _from_file(name, opening)
    except SourceError as error:
        yield error


def is_address(source: str) -> bool:
    """Whether a source is an address of the web rather than a file."""
    return _SCHEME.match(source) is not None


def open_article(
    source: str | os.PathLike[str],
    *,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Article:
    """The one article of `source`, which is as for `open_source`.

    Raises the `SourceError` that says why there is none, or that there are several.
    """
    with closing(open_source(source, allow_private=allow_private, stdin=stdin)) as entries:
        first = next(entries)
        if isinstance(first, SourceError):
            raise first
        second = next(entries, None)
        if isinstance(second, SourceError):
            raise second
        if second is not None:
            raise SourceError(
                os.fspath(source),
                "holds more than one article",
                "open it with `wortlaut.sources.open_source`",
            )
        return first


def _from_file(name: str, opening: Opening) -> Iterator[Article | SourceError]:
    if not name:  # to Path, that is the current directory
        raise SourceNotFound(name, "the name is empty", "name a file, a URL or `-`")
    path = Path(name)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise _unopened(path, name, error) from error
    except ValueError as error:  # a NUL in the name
        raise SourceNotFound(
            name, f"cannot be a file's name ({error})", "check the name"
        ) from error
    with stream:
        yield from _from_stream(stream, name, opening)


def _from_stream(stream: BinaryIO, name: str, opening: Opening) -> Iterator[Article | SourceError]:
    head, pieces = _with_head(_pieces(stream, name, opening.watch))
    compressed = head.startswith(GZIP_MAGIC)
    start = next(inflated([head], coding="gzip", source=name), b"") if compressed else head
    if start.startswith(_WARC):
        yield from _from_warc(pieces, name, compressed=compressed)
        return
    if compressed:
        head, pieces = _with_head(inflated(pieces, coding="gzip", source=name))
    yield from _from_pieces(head, pieces, name=name, limit=FILE_LIMIT, opening=opening)


def _from_web(url: str, opening: Opening) -> Iterator[Article | SourceError]:
    from wortlaut.sources._fetching import fetch, presentable  # noqa: PLC0415 - 0.2 s of httpx

    name = presentable(url)
    with guarded(name):
        page = fetch(url, allow_private=opening.allow_private, feeds=opening.follow is not None)
    head, pieces = _with_head(iter([page.content]))
    if head.startswith(GZIP_MAGIC):
        head, pieces = _with_head(inflated(pieces, coding="gzip", source=name))
    yield from _from_pieces(head, pieces, name=name, limit=WEB_LIMIT, opening=opening, page=page)


def _from_warc(
    pieces: Iterator[bytes], name: str, *, compressed: bool
) -> Iterator[Article | SourceError]:
    from wortlaut.sources._warc import articles_from_warc  # noqa: PLC0415 - only if needed

    yield from articles_from_warc(pieces, source=name, from_html=_from_html, compressed=compressed)


def _from_pieces(
    head: bytes,
    pieces: Iterator[bytes],
    *,
    name: str,
    limit: int,
    opening: Opening,
    page: FetchedPage | None = None,
) -> Iterator[Article | SourceError]:
    """The articles of decompressed content that begins with `head` (`pieces` begin so too)."""
    if not head:
        raise EmptySource(name, "is empty", "give it a page or a text")
    refuse_binary(head, name)
    content_type = page.content_type if page else None
    kind = kind_of(lenient_head(head), name="" if page else name, content_type=content_type)
    if kind is Kind.JSON_LINES:
        yield from _from_json_lines(head, pieces, name)
        return
    content = b"".join(limited(pieces, limit=limit, source=name))
    if kind in _LEADS:
        yield from _followed(Lead(kind, content, name, page), opening)
        return
    markup = kind is Kind.HTML
    charset = page.charset if page else None
    decoded = decode(content, source=name, charset=charset, markup=markup)
    if not decoded.text.strip():
        raise EmptySource(name, "holds nothing but white space", "give it a page or a text")
    if kind is Kind.JSON_DOCUMENT:
        yield from _from_json_document(decoded.text, name)
        return
    build = _from_html if markup else _from_text
    article = build(decoded.text, source=name, url=page.url if page else None)
    yield replace(article, warnings=(*decoded.warnings, *article.warnings))


def _from_json_lines(
    head: bytes, pieces: Iterator[bytes], name: str
) -> Iterator[Article | SourceError]:
    if head.startswith(_WIDE_BOMS):
        raise NotText(
            name, "is JSON Lines in UTF-16", "convert it with `iconv -f utf-16 -t utf-8` first"
        )
    yield from articles_from_lines(
        pieces, source=name, from_text=_from_text, from_html=_from_html, from_other=_from_ninjs
    )


def _from_json_document(text: str, name: str) -> Iterator[Article | SourceError]:
    from wortlaut.sources._ninjs import articles_from_document  # noqa: PLC0415 - only if needed

    yield from articles_from_document(text, source=name, build=_from_ninjs)


def _from_ninjs(fields: dict[str, Any], source: str) -> Article | None:
    from wortlaut.sources._ninjs import article_from_ninjs, is_ninjs  # noqa: PLC0415

    if not is_ninjs(fields):
        return None
    with guarded(source):
        return article_from_ninjs(fields, source=source, from_text=_from_text, from_html=_from_html)


def _followed(lead: Lead, opening: Opening) -> Iterator[Article | SourceError]:
    if opening.follow is None:
        what, entries = _LEADS[lead.kind]
        raise NoArticle(
            lead.name,
            f"is {what}, not an article",
            f"give the addresses of {entries}, or let `wortlaut add` follow it",
        )
    yield from opening.follow(lead)


def _from_text(text: str, *, source: str, url: str | None) -> Article:
    from wortlaut.sources._plain_text import article_from_text  # noqa: PLC0415 - only if needed

    with guarded(source):
        return article_from_text(text, source=source, url=url)


def _from_html(markup: str, *, source: str, url: str | None) -> Article:
    from wortlaut.sources._web_page import article_from_html  # noqa: PLC0415 - slow to import

    with guarded(source):
        return article_from_html(markup, source=source, url=url)


def _pieces(stream: BinaryIO, name: str, watch: Callable[[int], None] | None) -> Iterator[bytes]:
    # `read1` gives what has come: a line from a pipe is read before the next one is written.
    read = getattr(stream, "read1", stream.read)
    while True:
        try:
            piece = read(PIECE)
        except OSError as error:
            raise SourceError(
                name, f"cannot be read ({error.strerror or error})", "check it and its disk"
            ) from error
        if not piece:
            return
        if watch is not None:
            watch(len(piece))
        yield piece


def _with_head(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, enough to tell a kind by, and all pieces, these bytes included."""
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= _HEAD or (b"\n" in head and head.lstrip().startswith(b"{")):
            break
    return head, chain([head] if head else [], pieces)


def _unopened(path: Path, name: str, error: OSError) -> SourceError:
    """Why a file cannot be opened, and what to do."""
    if _is_directory(path):
        return NotText(name, "is a directory", f"name the files in it: {name.rstrip('/')}/*")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceNotFound(name, "no such file", _suggestion(path, name))
    if isinstance(error, PermissionError):
        return SourceError(name, "may not be read", "ask for the permission to read it")
    return SourceNotFound(name, f"cannot be opened ({error.strerror})", "check the name")


def _suggestion(path: Path, name: str) -> str:
    known_parent = _is_directory(path.parent)
    if name.startswith("www.") or (not known_parent and _HOST_LIKE.match(name)):
        return f"if it is a web page, give https://{name}"
    if not known_parent:
        return f"there is no directory {path.parent} either"
    try:
        names = [entry.name for entry in islice(os.scandir(path.parent), _MOST_NAMES)]
    except OSError:
        names = []
    similar = difflib.get_close_matches(path.name, names, n=1)
    return f"did you mean {path.parent / similar[0]}?" if similar else "check the path"


def _is_directory(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for names that are too long
