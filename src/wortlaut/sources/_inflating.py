"""Decompression that stops at a limit, piece by piece.

The size that a compressed stream claims is never trusted, and no more than a piece is
decompressed at a time: a bomb of any size ends at the limit with little memory used.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Literal

from wortlaut._exceptions import DamagedSource, SourceTooLarge

PIECE = 64 * 1024
"""Bytes decompressed at a time."""
WEB_LIMIT = 10 * 2**20
"""Bytes of a page from the web, as it comes and after decompression."""
GZIP_MAGIC = b"\x1f\x8b"

Coding = Literal["gzip", "deflate"]


def inflated(
    pieces: Iterable[bytes], *, coding: Coding, source: str, limit: int | None = None
) -> Iterator[bytes]:
    """The decompressed content of `pieces`, in pieces of at most 64 KiB.

    gzip may have several members, and zeros or garbage behind the last one, which gzip(1)
    passes over too. deflate may come with the zlib header or, as some servers send it,
    without. No input at all gives no output.

    Raises `DamagedSource` where the data breaks off or is corrupt, and `SourceTooLarge` as
    soon as more than `limit` bytes come out.
    """
    stream = _members(pieces, coding, source)
    return stream if limit is None else limited(stream, limit=limit, source=source)


def limited(pieces: Iterable[bytes], *, limit: int, source: str) -> Iterator[bytes]:
    """The same pieces; raises `SourceTooLarge` once they hold more than `limit` bytes."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise SourceTooLarge(
                source,
                f"holds more than {_mebibytes(limit)}",
                "split it, or give its articles as JSON Lines",
            )
        yield piece


def _mebibytes(size: int) -> str:
    return f"{size / 2**20:.0f} MiB" if size >= 2**20 else f"{size:,} bytes"


def _members(pieces: Iterable[bytes], coding: Coding, source: str) -> Iterator[bytes]:
    decompressor = None
    waiting = b""
    members = 0
    for piece in pieces:
        waiting += piece
        while waiting:
            if decompressor is None:
                if members and not waiting.startswith(GZIP_MAGIC[: len(waiting)]):
                    return
                if len(waiting) < len(GZIP_MAGIC):
                    break  # the next piece shows what begins here
                decompressor = _decompressor(coding, waiting)
            yield from _output(decompressor, waiting, coding, source)
            waiting = b""
            if decompressor.eof:
                if coding == "deflate":
                    return
                waiting = decompressor.unused_data
                decompressor = None
                members += 1
    if decompressor is not None or (waiting and not members):
        raise DamagedSource(
            source, f"its {coding} data breaks off before the end", "fetch or copy it again"
        )


def _decompressor(coding: Coding, start: bytes) -> zlib._Decompress:
    if coding == "gzip":
        return zlib.decompressobj(wbits=31)
    has_header = start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return zlib.decompressobj(wbits=15 if has_header else -15)


def _output(
    decompressor: zlib._Decompress, data: bytes, coding: Coding, source: str
) -> Iterator[bytes]:
    """What `data` decompresses to, up to the end of the data or of the member."""
    while True:
        try:
            output = decompressor.decompress(data, PIECE)
        except zlib.error as error:
            raise DamagedSource(
                source, f"its {coding} data is corrupt ({error})", "fetch or copy it again"
            ) from error
        if output:
            yield output
        data = decompressor.unconsumed_tail
        # A full piece may have left more inside, even where all of `data` was taken in.
        if decompressor.eof or len(output) < PIECE:
            return
