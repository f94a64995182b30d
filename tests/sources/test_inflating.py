"""Compressed data is read to its end, to its fault or to the limit, and no further."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import DamagedSource, SourceTooLarge
from wortlaut.sources._inflating import PIECE, Coding, inflated, limited

TEXT = b"Der Minister sagte, er komme.\n" * 5000


def raw_deflate(content: bytes) -> bytes:
    """The data of deflate without the zlib header, as some servers send it."""
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(content) + compressor.flush()


def cut(content: bytes, size: int) -> Iterator[bytes]:
    """`content` in pieces of `size` bytes."""
    return (content[i : i + size] for i in range(0, len(content), size))


@pytest.mark.parametrize("size", [1, 2, 7, 1000, 10**7])
def test_gzip_comes_back_however_it_is_cut(size: int) -> None:
    """The network's pieces have nothing to do with the content's."""
    pieces = list(inflated(cut(gzip.compress(TEXT), size), coding="gzip", source="a"))
    assert b"".join(pieces) == TEXT
    assert max(map(len, pieces)) <= PIECE


@pytest.mark.parametrize("size", [1, 1000])
@pytest.mark.parametrize("compress", [zlib.compress, raw_deflate])
def test_deflate_comes_back_with_and_without_header(
    compress: Callable[[bytes], bytes], size: int
) -> None:
    """Both are called deflate by servers."""
    pieces = inflated(cut(compress(TEXT), size), coding="deflate", source="a")
    assert b"".join(pieces) == TEXT


@pytest.mark.parametrize("size", [1, 1000])
def test_members_are_joined_and_what_follows_the_last_is_passed_over(size: int) -> None:
    """As gzip(1) does it: `cat a.gz b.gz`, padding, garbage."""
    content = gzip.compress(b"eins ") + gzip.compress(b"") + gzip.compress(b"zwei")
    for behind in (b"", b"\0" * 512, b"\x1f", b"garbage"):
        assert b"".join(inflated(cut(content + behind, size), coding="gzip", source="a")) == (
            b"eins zwei"
        )


def test_nothing_gives_nothing() -> None:
    """An empty body that is called compressed is an empty body."""
    assert list(inflated([], coding="gzip", source="a")) == []
    assert list(inflated([b"", b""], coding="deflate", source="a")) == []


@pytest.mark.parametrize("keep", [1, 2, 9, 20, 100, -1, -8])
def test_truncated_gzip_is_damaged(keep: int) -> None:
    """Wherever it breaks off, in the header, the data or the check sum."""
    pieces = cut(gzip.compress(TEXT)[:keep], 50)
    with pytest.raises(DamagedSource, match=r"a\.gz: its gzip data breaks off"):
        list(inflated(pieces, coding="gzip", source="a.gz"))


def test_what_came_before_the_break_is_given_first() -> None:
    """The good lines of a truncated archive are not lost."""
    whole = gzip.compress(TEXT + bytes(range(256)) * 1000)
    stream = inflated([whole[:-20]], coding="gzip", source="a")
    read = b""
    with pytest.raises(DamagedSource):
        for piece in stream:
            read += piece
    assert read.startswith(TEXT)


def test_flipped_bytes_are_damaged() -> None:
    """The check sum is heeded."""
    content = bytearray(gzip.compress(TEXT))
    content[-6] ^= 0xFF
    with pytest.raises(DamagedSource, match="corrupt"):
        list(inflated([bytes(content)], coding="gzip", source="a"))


def test_bomb_stops_at_the_limit_with_little_memory() -> None:
    """A hundred megabytes of zeros are never there at once, nor decompressed to the end."""
    compressor = zlib.compressobj(9, wbits=31)
    bomb = b"".join(compressor.compress(bytes(2**20)) for _ in range(100)) + compressor.flush()
    assert len(bomb) < 200_000
    tracemalloc.start()
    size = 0
    with pytest.raises(SourceTooLarge, match="more than 10 MiB"):
        for piece in inflated([bomb], coding="gzip", source="a", limit=10 * 2**20):
            size += len(piece)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size <= 10 * 2**20
    assert peak < 2 * 2**20


def test_limit_itself_is_allowed() -> None:
    """Exactly as much as the limit is not too much."""
    content = gzip.compress(TEXT)
    pieces = inflated([content], coding="gzip", source="a", limit=len(TEXT))
    assert b"".join(pieces) == TEXT
    with pytest.raises(SourceTooLarge):
        list(inflated([content], coding="gzip", source="a", limit=len(TEXT) - 1))


def test_limit_holds_for_what_is_not_compressed() -> None:
    """The same bound for plain pieces, and no piece beyond it is handed on."""
    seen = []
    with pytest.raises(SourceTooLarge, match="more than 5 bytes"):
        for piece in limited([b"abc", b"de", b"f", b"g"], limit=5, source="a"):
            seen.append(piece)
    assert seen == [b"abc", b"de"]


@given(st.lists(st.binary(), max_size=5), st.integers(1, 50))
def test_any_members_come_back(members: list[bytes], size: int) -> None:
    """Whatever the members hold and however they are cut."""
    content = b"".join(map(gzip.compress, members))
    assert b"".join(inflated(cut(content, size), coding="gzip", source="a")) == b"".join(members)


CODINGS: list[Coding] = ["gzip", "deflate"]


@given(st.binary(max_size=200), st.sampled_from(CODINGS))
def test_any_bytes_are_inflated_or_damaged(content: bytes, coding: Coding) -> None:
    """No bytes lead to any other error."""
    with suppress(DamagedSource):
        list(inflated([content], coding=coding, source="a"))
