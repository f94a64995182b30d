"""An archive gives its pages, each damaged record is an error, and the rest is read."""

from __future__ import annotations

import gzip
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.archives import CHUNKED, chunked, compressed, info, record
from tests.sources.local_web import PAGE
from wortlaut import Article, DamagedSource, EmptySource, NoArticle, SourceError, SourceTooLarge
from wortlaut.sources import open_source
from wortlaut.sources._warc import RECORD_LIMIT, articles_from_warc

SENTENCE = "„Der Deich hält auch im Winter, davon sind wir überzeugt“"
BODY = PAGE.encode()
PAGES = [record(f"https://example.org/{number}", BODY) for number in range(5)]


def opened(tmp_path: Path, content: bytes) -> list[Article | SourceError]:
    """What the archive gives."""
    path = tmp_path / "crawl"
    path.write_bytes(content)
    return list(open_source(path))


def addresses(found: list[Article | SourceError]) -> list[str | None]:
    """The addresses of the articles, None for each error."""
    return [entry.url if isinstance(entry, Article) else None for entry in found]


def numbered(*numbers: int | None) -> list[str | None]:
    """The addresses of these pages, None for each error."""
    return [None if number is None else f"https://example.org/{number}" for number in numbers]


@pytest.mark.parametrize(
    "content",
    [
        b"".join([info(), *PAGES]),
        b"".join(compressed([info(), *PAGES])),
        gzip.compress(b"".join([info(), *PAGES])),
    ],
    ids=["plain", "a member each", "one member"],
)
def test_archive_gives_its_pages(tmp_path: Path, content: bytes) -> None:
    """However it is compressed; the record's number is in the source, its date fills in."""
    found = opened(tmp_path, content)
    assert addresses(found) == numbered(0, 1, 2, 3, 4)
    first = found[0]
    assert isinstance(first, Article)
    assert SENTENCE in first.text
    assert first.source == f"{tmp_path / 'crawl'}:2"
    assert first.published == date(2024, 3, 5)
    assert any("archived" in warning for warning in first.warnings)


def test_pages_own_date_and_address_count_more(tmp_path: Path) -> None:
    """The record only fills in."""
    head = (
        '<head><link rel="canonical" href="https://example.org/deich">'
        '<meta property="article:published_time" content="2024-03-01T08:00:00+01:00">'
    )
    (found,) = opened(
        tmp_path, record("https://example.org/?a=1", PAGE.replace("<head>", head).encode())
    )
    assert isinstance(found, Article)
    assert found.url == "https://example.org/deich"
    assert str(found.published) == "2024-03-01 08:00:00+01:00"
    assert not found.warnings


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (chunked(BODY), CHUNKED),
        (BODY, CHUNKED),
        (gzip.compress(BODY), "Content-Encoding: gzip\r\n"),
        (BODY, "Content-Encoding: gzip\r\n"),
        (zlib.compress(BODY), "Content-Encoding: deflate\r\n"),
        (chunked(gzip.compress(BODY)), f"{CHUNKED}Content-Encoding: gzip\r\n"),
        (BODY, "Content-Encoding: br\r\n"),
        (BODY, "Content-Encoding: zstd\r\n"),
    ],
)
def test_page_is_decoded_as_http_coded_it(tmp_path: Path, body: bytes, fields: str) -> None:
    """Crawlers that store pages decoded, under headers that tell otherwise, are common."""
    (found,) = opened(tmp_path, record("https://example.org/a", body, fields=fields))
    assert isinstance(found, Article)
    assert SENTENCE in found.text


def test_brotli_is_read(tmp_path: Path) -> None:
    """As browsers get most pages."""
    brotli = pytest.importorskip("brotli", reason="FastWARC brings it")
    fields = "Content-Encoding: br\r\n"
    (found,) = opened(tmp_path, record("https://a.example", brotli.compress(BODY), fields=fields))
    assert isinstance(found, Article)
    assert SENTENCE in found.text


def test_charset_of_http_is_heeded(tmp_path: Path) -> None:
    """As it is for pages from the web."""
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n"
    (found,) = opened(tmp_path, record("https://a.example", PAGE.encode("cp1252"), http=http))
    assert isinstance(found, Article)
    assert SENTENCE in found.text


def test_resource_is_a_page_without_http(tmp_path: Path) -> None:
    """As tools write it that save pages from a browser."""
    (found,) = opened(tmp_path, record("https://a.example", BODY, kind="resource", http=None))
    assert isinstance(found, Article)
    assert SENTENCE in found.text


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    """Images, other statuses, requests, addresses that are not the web's."""
    image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
    gone = "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"
    found = opened(
        tmp_path,
        b"".join(
            [
                record("https://example.org/a.png", bytes(range(256)) * 5000, http=image),
                record("https://example.org/b", BODY, http=gone),
                record("https://example.org/c", BODY, kind="request"),
                record("dns:example.org", BODY, kind="resource", http=None),
                PAGES[1],
            ]
        ),
    )
    assert addresses(found) == numbered(1)


def test_archive_without_pages_is_empty(tmp_path: Path) -> None:
    """One error for the archive."""
    (found,) = opened(tmp_path, info())
    assert isinstance(found, EmptySource)


def test_page_without_article_is_an_error_of_its_own(tmp_path: Path) -> None:
    """The next one is read."""
    found = opened(tmp_path, record("https://a.example", b"<html><p>Start</p>") + PAGES[1])
    assert addresses(found) == numbered(None, 1)
    assert isinstance(found[0], NoArticle)
    assert found[0].source == f"{tmp_path / 'crawl'}:1"


class TestDamage:
    """Whatever happens to one record, the others are read."""

    MEMBERS = compressed(PAGES)

    @pytest.mark.parametrize("place", [12, 40, 300, -6])
    def test_corrupt_member_is_one_error(self, tmp_path: Path, place: int) -> None:
        """In its deflated data, and in its checksum, which is the last to be read."""
        broken = bytearray(self.MEMBERS[2])
        broken[place] ^= 0xFF
        found = opened(tmp_path, b"".join([*self.MEMBERS[:2], broken, *self.MEMBERS[3:]]))
        assert addresses(found) == numbered(0, 1, None, 3, 4)
        assert isinstance(found[2], DamagedSource)
        assert found[2].source.endswith(":3")

    @pytest.mark.parametrize("keep", [8, 60, -4])
    def test_member_that_breaks_off_is_one_error(self, tmp_path: Path, keep: int) -> None:
        """The next one begins behind it."""
        broken = self.MEMBERS[2][:keep]
        found = opened(tmp_path, b"".join([*self.MEMBERS[:2], broken, *self.MEMBERS[3:]]))
        assert addresses(found) == numbered(0, 1, None, 3, 4)

    @pytest.mark.parametrize("keep", [8, 60, -4])
    def test_archive_that_breaks_off_gives_what_it_has(self, tmp_path: Path, keep: int) -> None:
        """No half page passes for a whole one."""
        found = opened(tmp_path, b"".join([*self.MEMBERS[:2], self.MEMBERS[2][:keep]]))
        assert addresses(found) == numbered(0, 1, None)
        plain = opened(tmp_path, b"".join([*PAGES[:2], PAGES[2][: 10 * keep]]))
        assert addresses(plain) == numbered(0, 1, None)

    @pytest.mark.parametrize("garbage", [b"\0" * 100, b"zwischen", b"\x1f\x8b\x08\0kaputt"])
    def test_garbage_between_members_is_one_error(self, tmp_path: Path, garbage: bytes) -> None:
        """Zeros, words, and what looks like a member."""
        found = opened(tmp_path, b"".join([*self.MEMBERS[:2], garbage, *self.MEMBERS[3:]]))
        assert addresses(found) == numbered(0, 1, None, 3, 4)

    def test_zeros_behind_the_last_member_are_no_damage(self, tmp_path: Path) -> None:
        """Tapes and block devices fill up so."""
        found = opened(tmp_path, b"".join(self.MEMBERS) + bytes(5000))
        assert addresses(found) == numbered(0, 1, 2, 3, 4)

    @pytest.mark.parametrize(
        ("length", "packed"),
        # Nothing in a plain archive tells a wrong length beyond the limit from a large record's.
        [(10, False), (400, False), (3000, False), (10, True), (3000, True), (10**12, True)],
    )
    def test_wrong_length_is_one_error(self, tmp_path: Path, length: int, packed: bool) -> None:
        """Too short, within the next record, and beyond the limit where members tell the end."""
        all_records = [*PAGES[:2], record("https://example.org/2", BODY, length=length), *PAGES[3:]]
        content = compressed(all_records) if packed else all_records
        found = opened(tmp_path, b"".join(content))
        assert addresses(found) == numbered(0, 1, None, 3, 4)

    def test_length_beyond_the_archive_is_one_error(self, tmp_path: Path) -> None:
        """What stood before it is read; what may stand in it is not guessed at."""
        broken = record("https://example.org/2", BODY, length=10**12)
        found = opened(tmp_path, b"".join([*PAGES[:2], broken, *PAGES[3:]]))
        assert addresses(found) == numbered(0, 1, None)
        assert "1,000,000,000,000" in str(found[2])

    @pytest.mark.parametrize("packed", [False, True])
    def test_header_without_length_is_one_error(self, tmp_path: Path, packed: bool) -> None:
        """It cannot be known where the record ends, but where the next one begins."""
        broken = PAGES[2].replace(b"Content-Length", b"Content-Lenght", 1)
        all_records = [*PAGES[:2], broken, *PAGES[3:]]
        found = opened(tmp_path, b"".join(compressed(all_records) if packed else all_records))
        assert addresses(found) == numbered(0, 1, None, 3, 4)
        assert "Content-Length" in str(found[2])

    @pytest.mark.parametrize("garbage", [b"zwischen", b"zwischen\r\n", b"\0" * 200_000 + b"\r\n"])
    def test_garbage_between_records_is_one_error(self, tmp_path: Path, garbage: bytes) -> None:
        """Up to the line on which the next record begins."""
        content = b"".join([*PAGES[:2], garbage + b"\n", *PAGES[3:]])
        assert addresses(opened(tmp_path, content)) == numbered(0, 1, None, 3, 4)

    def test_broken_coding_is_an_error_of_the_page(self, tmp_path: Path) -> None:
        """The record is whole, what is in it is not."""
        body = gzip.compress(BODY)[:-9]
        fields = "Content-Encoding: gzip\r\n"
        half = chunked(BODY)[:500]
        found = opened(
            tmp_path,
            record("https://a.example", body, fields=fields)
            + record("https://a.example", half, fields=CHUNKED)
            + PAGES[1],
        )
        assert addresses(found) == numbered(None, None, 1)
        assert [type(entry) for entry in found[:2]] == [DamagedSource, DamagedSource]

    def test_bomb_in_a_page_ends_at_the_limit(self, tmp_path: Path) -> None:
        """Twice compressed, as the archive and as the page."""
        bomb = gzip.compress(b"<p>" + b"a " * (RECORD_LIMIT // 2 + 1))
        packed = compressed(
            [record("https://a.example", bomb, fields="Content-Encoding: gzip\r\n")]
        )
        found = opened(tmp_path, b"".join([*packed, self.MEMBERS[1]]))
        assert addresses(found) == numbered(None, 1)
        assert isinstance(found[0], SourceTooLarge)

    def test_record_beyond_the_limit_is_passed_over(self, tmp_path: Path) -> None:
        """A page with an error, an image without."""
        large = bytes(RECORD_LIMIT + 1)
        image = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
        records = [
            record("https://a.example", large),
            record("https://a.example", large, http=image),
            PAGES[1],
        ]
        for content in (b"".join(records), b"".join(compressed(records))):
            found = opened(tmp_path, content)
            assert addresses(found) == numbered(None, 1)
            assert isinstance(found[0], SourceTooLarge)

    @given(data=st.data())
    def test_no_damage_to_one_member_costs_another(self, data: st.DataObject) -> None:
        """Bytes changed, taken out and put in, anywhere in it."""
        member = self.MEMBERS[2]
        begin = data.draw(st.integers(0, len(member) - 1))
        end = data.draw(st.integers(begin, min(begin + 200, len(member))))
        broken = member[:begin] + data.draw(st.binary(max_size=200)) + member[end:]
        pieces = [b"".join([*self.MEMBERS[:2], broken, *self.MEMBERS[3:]])]
        found = articles_from_warc(pieces, source="a", from_html=stub, compressed=True)
        read = [entry.url for entry in found if isinstance(entry, Article)]
        assert [url for url in read if url != "https://example.org/2"] == numbered(0, 1, 3, 4)

    @pytest.mark.parametrize("header", [b"WARC-Target-URI: https://\xff", b"WARC-Date: \xff\xfe"])
    def test_odd_letters_in_a_header_cost_no_other_record(
        self, tmp_path: Path, header: bytes
    ) -> None:
        """Old crawlers wrote addresses as they found them."""
        odd = PAGES[0].replace(header.split(b" ")[0] + b" ", header, 1)
        found = opened(tmp_path, odd + PAGES[1])
        assert len(found) == 2
        assert addresses(found)[1] == "https://example.org/1"

    @given(content=st.binary(max_size=300), compressed=st.booleans(), begun=st.booleans())
    def test_hostile_bytes_end_in_errors(
        self, content: bytes, compressed: bool, begun: bool
    ) -> None:
        """Whatever they are, nothing else is raised."""
        pieces = [self.MEMBERS[0] if compressed and begun else b"WARC/1.1\r\n", content]
        for entry in articles_from_warc(pieces, source="a", from_html=stub, compressed=compressed):
            assert isinstance(entry, Article | SourceError)


def stub(markup: str, *, source: str, url: str | None) -> Article:
    """An article made without a look at the markup, which takes the longest."""
    return Article(text=markup, source=source, url=url)
