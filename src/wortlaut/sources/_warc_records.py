"""A WARC archive cut into its records, the damaged ones among them told and passed over.

WARC 1.1 is ISO 28500:2017: a record is a line with the version, header fields, an empty line, a
block of `Content-Length` bytes, and two line ends. The known libraries end at the first record
that is not so, or take what is left of it for the whole; here each record is held to its length,
and where it does not keep to it the next one is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wortlaut.sources._gzip_members import Piece

BEGIN = b"WARC/"
"""The first bytes of every record."""
BLOCK_HEAD = 8192
"""Bytes of a block that show whether the record is wanted."""

_LONGEST_HEADER = 64 * 1024
_NEXT = re.compile(rb"\n(?=WARC/1\.\d\r?\n[\w-]{1,40}:)")
_LONGEST_NEXT = 64
_RECORD_END = b"\r\n\r\n"
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Record:
    """A record whose length is as it says."""

    number: int
    """Counts every record of the archive from 1, damaged ones too."""
    header: bytes
    """With the empty line that ends it."""
    block: bytes | None
    """None where it is larger than the limit."""


@dataclass(frozen=True, slots=True)
class DamagedRecord:
    """A record that could not be read."""

    number: int
    problem: str


Wanted = Callable[[bytes, bytes], bool]
"""Whether a record is wanted, by its header and the first bytes of its block."""


def records(
    pieces: Iterable[Piece], *, wanted: Wanted, limit: int
) -> Iterator[Record | DamagedRecord]:
    """The wanted records of an archive and the damaged ones, in order.

    No block of more than `limit` bytes is held in memory: it is passed over.
    """
    stream = _Stream(pieces)
    number = 0
    while stream.at_record():
        number += 1
        try:
            record = _record(stream, number, wanted, limit)
        except _Damage as damage:
            stream.to_next_record(damage.searched_from)
            yield DamagedRecord(number, damage.problem)
        else:
            if record is not None:
                yield record


class _Damage(Exception):
    def __init__(self, problem: str, searched_from: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.searched_from = searched_from
        """Where in the buffer the search for the next record begins."""


def _record(stream: _Stream, number: int, wanted: Wanted, limit: int) -> Record | None:
    """The record at the beginning of the stream, None where it is not wanted.

    The stream is left behind its block. Raises `_Damage`.
    """
    header = _header(stream)
    length = _LENGTH.search(header)
    if length is None:
        raise _Damage("its header lacks a valid Content-Length", len(header) - 4)
    size = int(length[1])
    stream.has(len(header) + min(size, BLOCK_HEAD))
    start = bytes(stream.buffer[len(header) : len(header) + min(size, BLOCK_HEAD)])
    if not wanted(header, start):
        stream.skip(len(header), size)
        return None
    if size > limit:
        stream.skip(len(header), size)
        return Record(number, header, None)
    end = len(header) + size
    if not stream.has(end):
        there = len(stream.buffer) - len(header)
        why = stream.damage or f"only {there:,} are there"
        raise _Damage(f"it should hold {size:,} bytes, but {why}", len(header) - 4)
    if not stream.ends_at(end):
        raise _Damage(f"it does not end after the {size:,} bytes it tells", len(header) - 4)
    block = bytes(stream.buffer[len(header) : end])
    del stream.buffer[:end]
    return Record(number, header, block)


def _header(stream: _Stream) -> bytes:
    if not stream.has(len(BEGIN)) and stream.damage:
        raise _Damage(stream.damage, 0)
    if not stream.buffer.startswith(BEGIN):
        raise _Damage("no record begins where one should", 0)
    size = 1024
    while True:
        more = stream.has(size)
        end = _HEADER_END.search(stream.buffer)
        if end:
            return bytes(stream.buffer[: end.end()])
        if not more:
            raise _Damage(stream.damage or "its header breaks off", len(BEGIN))
        if size >= _LONGEST_HEADER:
            raise _Damage("its header does not end", len(BEGIN))
        size *= 4


class _Stream:
    """The archive's bytes, held up where a member begins with a record and where one is damaged."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.buffer = bytearray()
        self.damage: str | None = None
        """Of the record whose bytes are the last in the buffer."""
        self._pieces = iter(pieces)
        self._held: Piece | None = None
        """Begins what comes after the buffer."""
        self._inside = False
        """Whether the buffer goes on with a block, though nothing of it may be there."""

    def has(self, size: int) -> bool:
        """Whether the buffer holds so many bytes, or can be filled to."""
        while len(self.buffer) < size:
            if self._held is not None or self.damage:
                return False
            piece = next(self._pieces, None)
            if piece is None:
                return False
            self._take(piece)
        return True

    def _take(self, piece: Piece) -> None:
        inside = self._inside or bool(self.buffer)
        if inside and piece.begins and (piece.damage or piece.data.startswith(BEGIN)):
            self._held = piece
        elif piece.damage:
            self.damage = piece.damage
        else:
            self.buffer += piece.data

    def at_record(self) -> bool:
        """Pass over line ends; whether anything follows."""
        while True:
            size = len(self.buffer)
            blank = size - len(self.buffer.lstrip(b"\r\n"))
            del self.buffer[:blank]
            if self.buffer or self.damage:
                return True
            if self._held is not None:
                held, self._held = self._held, None
                self._take(held)
            elif not self.has(1):
                return self.damage is not None

    def ends_at(self, end: int) -> bool:
        """Whether the record whose block ends there is whole.

        Two line ends follow it, or at least a record or nothing, as some tools write it.
        """
        self.has(end + len(_RECORD_END) + len(BEGIN))
        follows = bytes(self.buffer[end : end + len(_RECORD_END) + len(BEGIN)])
        after = follows.lstrip(b"\r\n")
        if not after:
            return self.damage is None
        return follows.startswith(_RECORD_END) or after.startswith(BEGIN[: len(after)])

    def skip(self, header: int, size: int) -> None:
        """Drop the header and a block that need not fit into memory.

        Raises `_Damage` where the block breaks off.
        """
        left = header + size
        self._inside = True
        try:
            while left:
                if not self.has(1):
                    breaks_off = f"it should hold {size:,} bytes, and breaks off"
                    raise _Damage(self.damage or breaks_off, 0)
                dropped = min(left, len(self.buffer))
                del self.buffer[:dropped]
                left -= dropped
        finally:
            self._inside = False

    def to_next_record(self, begin: int) -> None:
        """Drop everything before the next record that begins behind `begin`."""
        del self.buffer[:begin]
        self._inside = True
        while True:
            found = _NEXT.search(self.buffer)
            if found:
                del self.buffer[: found.end()]
                break
            del self.buffer[:-_LONGEST_NEXT]
            if self.has(len(self.buffer) + 1):
                continue
            # Whatever held the stream up, no record began before it.
            self.buffer.clear()
            if self.damage is None:
                break
            self.damage = None
        self._inside = False
