"""Decompression of many gzip members, one behind the other, that goes on after a damaged one.

Archives of the web are compressed record by record, so that what follows a broken record can
still be read: the next member is found by its first bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wortlaut.sources._inflating import PIECE

_MEMBER = b"\x1f\x8b\x08"
_KEPT = 2**20
"""Bytes of a damaged member that are searched for the beginning of the next one."""
_TRIAL = 4096
"""Compressed bytes that show whether a member begins somewhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the decompressed data, or word of a damage."""

    data: bytes
    begins: bool = False
    """Whether a member begins here."""
    damage: str | None = None
    """What is wrong with the member; no more of it comes."""


def members(pieces: Iterable[bytes], *, begin_with: bytes) -> Iterator[Piece]:
    """The decompressed data of all members, in pieces of at most 64 KiB.

    A member that is corrupt or breaks off gives one piece with its `damage`, which `begins`
    where nothing came of it before; the next member is the next stretch that decompresses to
    something that begins with `begin_with`.
    """
    raw = _Raw(pieces)
    while raw.has(len(_MEMBER)):
        if not raw.buffer.startswith(_MEMBER):
            if raw.seek(begin_with):
                yield Piece(b"", True, "what stands between two members is no gzip data")
            continue
        taken = bytearray()
        fresh = True
        try:
            for data in _inflated(raw, taken):
                yield Piece(data, fresh)
                fresh = False
        except (zlib.error, EOFError) as error:
            yield Piece(b"", fresh, f"its gzip data is corrupt ({error})")
            raw.buffer[:0] = taken[1:]
            raw.seek(begin_with)


class _Raw:
    """The compressed bytes that are still to be read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.buffer = bytearray()
        self._pieces = iter(pieces)

    def has(self, size: int) -> bool:
        """Whether so many bytes are left; reads no more than it must."""
        while len(self.buffer) < size:
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self.buffer += piece
        return True

    def take(self) -> bytes:
        """The next bytes; none at the end."""
        self.has(1)
        piece = bytes(self.buffer[:PIECE])
        del self.buffer[:PIECE]
        return piece

    def seek(self, begin_with: bytes) -> bool:
        """Drop what stands before the next member; whether there is one."""
        while True:
            found = self.buffer.find(_MEMBER)
            if found < 0:
                del self.buffer[: -len(_MEMBER) + 1]
                if not self.has(len(self.buffer) + 1):
                    self.buffer.clear()
                    return False
                continue
            del self.buffer[:found]
            self.has(_TRIAL)
            if _begins(bytes(self.buffer[:_TRIAL]), begin_with):
                return True
            del self.buffer[:1]


def _begins(data: bytes, begin_with: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(begin_with)) == begin_with
    except zlib.error:
        return False


def _inflated(raw: _Raw, taken: bytearray) -> Iterator[bytes]:
    """What the member at the beginning of `raw` decompresses to; `taken` is what it took.

    Raises `zlib.error` where it is corrupt, `EOFError` where it breaks off.
    """
    decompressor = zlib.decompressobj(wbits=31)
    while not decompressor.eof:
        data = raw.take()
        if not data:
            raise EOFError("it breaks off")
        taken += data
        del taken[:-_KEPT]
        while True:
            output = decompressor.decompress(data, PIECE)
            if output:
                yield output
            data = decompressor.unconsumed_tail
            if decompressor.eof or len(output) < PIECE:
                break
    raw.buffer[:0] = decompressor.unused_data
