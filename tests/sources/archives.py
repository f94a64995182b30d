"""WARC archives made by hand, for tests of reading them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

CHUNKED = "Transfer-Encoding: chunked\r\n"


def record(
    address: str,
    body: bytes,
    *,
    kind: str = "response",
    http: str | None = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
    fields: str = "",
    length: int | None = None,
) -> bytes:
    """A record as WARC 1.1 asks for it; `length` may lie, `fields` are more of HTTP's."""
    block = body if http is None else http.encode() + fields.encode() + b"\r\n" + body
    content_type = "text/html" if http is None else "application/http;msgtype=response"
    header = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\n"
        "WARC-Record-ID: <urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>\r\n"
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2024-03-05T22:10:00Z\r\n"
        f"Content-Type: {content_type}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def info() -> bytes:
    """The record that an archive begins with."""
    fields = b"software: a test\r\n"
    return (
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Date: 2024-03-05T22:10:00Z\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-ef2f-4d72-b224-f54c6ec90bb0>\r\n"
        b"Content-Type: application/warc-fields\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(fields), fields)
    )


def compressed(records: Iterable[bytes]) -> list[bytes]:
    """A gzip member for each record."""
    return [gzip.compress(record, mtime=0) for record in records]


def chunked(body: bytes, size: int = 1000) -> bytes:
    """The body in HTTP's chunks."""
    chunks = [body[begin : begin + size] for begin in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in [*chunks, b""])
