"""A WARC archive to articles: its responses and resources that are HTML pages.

FastWARC reads the fields of WARC and HTTP and undoes chunks and brotli; the records themselves
are cut by `_warc_records`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from fastwarc.stream_io import BrotliReader
from fastwarc.warc import WarcRecord

from wortlaut._exceptions import DamagedSource, EmptySource, SourceError, SourceTooLarge
from wortlaut.model import Article
from wortlaut.sources._accidents import guarded
from wortlaut.sources._decoding import decode
from wortlaut.sources._filling import filled
from wortlaut.sources._gzip_members import Piece, members
from wortlaut.sources._inflating import GZIP_MAGIC, WEB_LIMIT, Coding, inflated
from wortlaut.sources._json_lines import Build
from wortlaut.sources._warc_records import BEGIN, DamagedRecord, Record, records

RECORD_LIMIT = WEB_LIMIT
"""Bytes of a page in an archive, as it stands there and after decompression."""

_KINDS = re.compile(rb"^warc-type:[ \t]*(?:response|resource)[ \t]*\r?$", re.I | re.M)
_TARGET = re.compile(rb"^warc-target-uri:[ \t]*<?https?://", re.I | re.M)
_HTML = re.compile(rb"^content-type:[ \t]*(?:text/html|application/xhtml\+xml)\b", re.I | re.M)
_RESPONSE = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+200\b")
_CODINGS: dict[str, Coding] = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
_COPY_AGAIN = "fetch or copy the archive again"


def articles_from_warc(
    pieces: Iterable[bytes], *, source: str, from_html: Build, compressed: bool
) -> Iterator[Article | SourceError]:
    """An article or an error for each HTML page of the archive, and an error for each record
    that is damaged.

    `compressed` tells that `pieces` are gzip, a member for each record or one for all. The
    third record's source is `SOURCE:3`; the address and the date of its record fill in for
    what the page does not tell. An error that is raised by `pieces` itself comes last.
    """
    found = members(pieces, begin_with=BEGIN) if compressed else map(Piece, pieces)
    empty = True
    number = 0
    try:
        for record in records(found, wanted=_is_page, limit=RECORD_LIMIT):
            empty = False
            number = record.number
            yield _article_or_error(record, f"{source}:{record.number}", from_html)
    except SourceError as error:
        after = f" after record {number}" if number else ""
        yield type(error)(source, error.problem + after, error.advice)
        return
    if empty:
        yield EmptySource(
            source, "holds no web page", "Wortlaut reads responses that are HTML, with status 200"
        )


def _is_page(header: bytes, start: bytes) -> bool:
    if not (_KINDS.search(header) and _TARGET.search(header)):
        return False
    if _HTML.search(header):  # a resource: the block is the page
        return True
    fields = start.partition(b"\r\n\r\n")[0]
    return _RESPONSE.match(start) is not None and _HTML.search(fields) is not None


def _article_or_error(
    record: Record | DamagedRecord, source: str, from_html: Build
) -> Article | SourceError:
    if isinstance(record, DamagedRecord):
        return DamagedSource(source, f"the record is damaged: {record.problem}", _COPY_AGAIN)
    if record.block is None:
        return _too_large(source)
    try:
        with guarded(source):
            return _article(record.header + record.block, source, from_html)
    except SourceError as error:
        return error


def _article(record: bytes, source: str, from_html: Build) -> Article:
    warc, content = _content(record, source)
    charset = warc.http_charset if warc.is_http_parsed else None
    decoded = decode(content, source=source, charset=charset, markup=True)
    if not decoded.text.strip():
        raise EmptySource(source, "the archived page is empty", "leave it aside")
    address = (warc.headers.get("WARC-Target-URI") or "").strip("<> ")
    article = from_html(decoded.text, source=source, url=address)
    warnings = [*decoded.warnings, *article.warnings]
    day = _archived(warc)
    if article.published is None and day is not None:
        warnings.append("the page gives no date: the day it was archived stands for it")
    return replace(filled(article, url=address, published=day), warnings=tuple(warnings))


def _content(record: bytes, source: str) -> tuple[WarcRecord, bytes]:
    """The record's fields, and its page, decompressed.

    Some archives hold pages decoded, under headers that tell of the coding all the same: what
    does not look coded is then taken as it is.
    """
    try:
        warc = WarcRecord.from_bytes(record)
        if not warc.is_http:
            return warc, _read(warc, source)
        warc.parse_http(auto_decode="none")
        content = _read(warc, source)
        fields = warc.http_headers
        if "chunked" in (fields.get("Transfer-Encoding") or "").lower() and _is_chunked(content):
            warc = WarcRecord.from_bytes(record)
            warc.parse_http(auto_decode="transfer")
            content = _read(warc, source)
        codings = (fields.get("Content-Encoding") or "").lower().split(",")
        for coding in reversed([name.strip() for name in codings]):
            content = _decompressed(content, coding, source)
    except (OSError, ValueError) as error:
        raise DamagedSource(source, f"the record is damaged: {error}", _COPY_AGAIN) from error
    return warc, content


def _read(warc: WarcRecord, source: str) -> bytes:
    content = warc.reader.read(RECORD_LIMIT + 1)
    if len(content) > RECORD_LIMIT:
        raise _too_large(source)
    return content


def _too_large(source: str) -> SourceTooLarge:
    return SourceTooLarge(
        source,
        f"the page holds more than {RECORD_LIMIT / 2**20:.0f} MiB",
        "if it is wanted, take it out of the archive and give Wortlaut the file",
    )


def _is_chunked(content: bytes) -> bool:
    return re.match(rb"[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n", content) is not None


def _decompressed(content: bytes, coding: str, source: str) -> bytes:
    if coding in ("gzip", "x-gzip") and not content.startswith(GZIP_MAGIC):
        return content
    if coding in _CODINGS:
        pieces = inflated([content], coding=_CODINGS[coding], source=source, limit=RECORD_LIMIT)
        return b"".join(pieces)
    if coding == "br" and not content.lstrip().startswith(b"<"):
        whole = BrotliReader(io.BytesIO(content)).read(RECORD_LIMIT + 1)
        if len(whole) > RECORD_LIMIT:
            raise _too_large(source)
        return whole
    if coding in ("", "identity", "br") or content.lstrip().startswith(b"<"):
        return content
    raise DamagedSource(
        source, f"its page is compressed as {coding[:40]!r}", "Wortlaut reads gzip, deflate and br"
    )


def _archived(warc: WarcRecord) -> date | None:
    """The day the record was made, in UTC."""
    written = (warc.headers.get("WARC-Date") or "")[: len("2026-11-20")]
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
