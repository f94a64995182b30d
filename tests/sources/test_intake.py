"""Directories, patterns, lists and feeds lead to articles, and to nothing else."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources.local_web import PAGE, LocalWeb, serving
from wortlaut import (
    AddressRefused,
    Article,
    DamagedSource,
    EmptySource,
    FetchError,
    NoArticle,
    NotText,
    SourceError,
    SourceNotFound,
)
from wortlaut.sources import FeedRead, Intake, open_source, open_sources

TEXT = (
    "„Der Deich hält auch im Winter“, sagte Bürgermeisterin Wiebke Harms am Montag in Husum. "
    "Man habe die Krone im Herbst um einen halben Meter erhöht, und die Siele seien geprüft.\n"
)
BINARY = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A web server with three pages, the third with nothing on it."""
    with serving() as server:
        server.page("/a")
        server.page("/b")
        server.status("/leer", 404)
        yield server


def feed(*links: str, title: str = "Nordküstenblatt") -> bytes:
    """An RSS feed with these links."""
    items = "".join(
        f"<item><title>Aus dem Feed</title><link>{link}</link><author>Jens Nissen</author>"
        "<pubDate>Tue, 05 Mar 2024 08:00:00 +0100</pubDate></item>"
        for link in links
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}'
        "</channel></rss>"
    ).encode()


def opml(*feeds: str) -> bytes:
    """A list of feeds."""
    outlines = "".join(f'<outline type="rss" xmlUrl="{url}"/>' for url in feeds)
    return f'<opml version="2.0"><body><outline>{outlines}</outline></body></opml>'.encode()


def opened(*sources: str | os.PathLike[str]) -> list[Article | SourceError]:
    """Everything that comes, this machine's own addresses allowed."""
    return list(open_sources(sources, allow_private=True))


def names(found: list[Article | SourceError], folder: Path) -> list[str]:
    """The sources below a folder."""
    return [os.path.relpath(entry.source, folder) for entry in found]


class TestFiles:
    """Directories and patterns."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Files of all kinds, two directories deep."""
        for name in ("b.txt", "a.txt", "c/z.txt", "c/d/y.txt", ".git/x.txt", ".hidden", "c-d.txt"):
            path = tmp_path / "archiv" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(TEXT, "utf-8")
        (tmp_path / "archiv/c/bild.png").write_bytes(BINARY)
        (tmp_path / "archiv/c/bild.gz").write_bytes(gzip.compress(BINARY))
        (tmp_path / "archiv/c/leer.txt").write_bytes(b"")
        return tmp_path / "archiv"

    def test_directory_gives_its_files_sorted(self, folder: Path) -> None:
        """Hidden and binary ones are counted; an empty one is an error as ever."""
        intake = Intake([folder])
        found = list(intake)
        assert names(found, folder) == [
            "a.txt", "b.txt", "c/d/y.txt", "c/leer.txt", "c/z.txt", "c-d.txt",
        ]  # fmt: skip
        assert [type(entry) for entry in found if not isinstance(entry, Article)] == [EmptySource]
        assert intake.binary == 2
        assert intake.hidden == 2

    def test_what_is_no_file_is_passed_over(self, folder: Path) -> None:
        """A pipe would be waited for, a link to a directory could lead in circles."""
        os.mkfifo(folder / "pipe")
        (folder / "kreis").symlink_to(folder)
        (folder / "verweis.txt").symlink_to(folder / "a.txt")
        (folder / "tot").symlink_to(folder / "nirgends")
        intake = Intake([folder])
        assert "verweis.txt" in names(list(intake), folder)
        assert intake.special == 3

    def test_files_with_odd_names_are_files(self, tmp_path: Path) -> None:
        """Not standard input, not an address, not a pattern."""
        for name in ("-", "https:", "[a].txt", "*"):
            (tmp_path / name).write_text(TEXT, "utf-8")
        assert len(opened(tmp_path)) == 4
        assert [type(entry) for entry in opened(str(tmp_path / "[a].txt"))] == [Article]
        assert names(opened(str(tmp_path / "*")), tmp_path) == ["*"]

    def test_pattern_is_expanded(self, folder: Path) -> None:
        """As a shell would, `**` included; directories among the matches are gone through."""
        assert names(opened(f"{folder}/*.txt"), folder) == ["a.txt", "b.txt", "c-d.txt"]
        assert len(opened(f"{folder}/**/*.txt")) == 6
        assert names(opened(f"{folder}/[c]"), folder) == ["c/d/y.txt", "c/leer.txt", "c/z.txt"]

    def test_pattern_without_match_is_an_error(self, folder: Path) -> None:
        """The other sources are opened."""
        bad, good = opened(f"{folder}/*.html", folder / "a.txt")
        assert type(bad) is SourceNotFound
        assert bad.source == f"{folder}/*.html"
        assert isinstance(good, Article)

    def test_binary_file_that_a_person_names_is_an_error(self, folder: Path) -> None:
        """Only in directories it is passed over."""
        assert [type(entry) for entry in opened(folder / "c/bild.png")] == [NotText]

    def test_directory_that_may_not_be_read_is_an_error(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Set up by hand, for tests may run as root, who may read everything."""
        scandir = os.scandir

        def forbidden(path: str) -> object:
            if str(path).endswith("/d"):
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", forbidden)
        found = opened(folder)
        assert names([entry for entry in found if type(entry) is SourceError], folder) == ["c/d"]
        assert len(found) == 6

    def test_every_source_is_told_by_its_origin(self, folder: Path) -> None:
        """What a person gave, whatever it led to."""
        intake = Intake([folder / "a.txt", str(folder / "c")])
        origins = [(intake.origin, entry.source) for entry in intake]
        assert origins[0] == (folder / "a.txt", str(folder / "a.txt"))
        assert {origin for origin, _ in origins[1:]} == {str(folder / "c")}


class TestAddresses:
    """Lists of addresses."""

    def test_list_leads_to_pages(self, web: LocalWeb, tmp_path: Path) -> None:
        """Comments say nothing; a bad line and a missing page are errors of their own."""
        path = tmp_path / "seiten.txt"
        path.write_text(
            f"# Montag\n{web.url}/a # die erste\n\n{web.url}/leer\n{web.url}/b\n", "utf-8"
        )
        found = opened(path)
        assert [entry.source for entry in found] == [f"{web.url}/{n}" for n in ("a", "leer", "b")]
        assert [type(entry) for entry in found] == [Article, FetchError, Article]

    def test_line_that_is_no_address_is_an_error(self, web: LocalWeb, tmp_path: Path) -> None:
        """It does not make the list a text, where nine lines in ten are addresses."""
        path = tmp_path / "seiten.txt"
        path.write_text(f"# Montag\n{web.url}/a\nkaputt\n" + f"{web.url}/b\n" * 8, "utf-8")
        first, bad, *others = opened(path)
        assert isinstance(first, Article)
        assert bad.source == f"{path}:3"
        assert "kaputt" in str(bad)
        assert [type(entry) for entry in others] == [Article] * 8

    def test_list_may_come_through_a_pipe(self, web: LocalWeb) -> None:
        """As another program gives it."""
        stdin = io.BytesIO(f"{web.url}/a\n{web.url}/b\n".encode())
        found = list(open_sources(["-"], allow_private=True, stdin=stdin))
        assert [type(entry) for entry in found] == [Article, Article]

    def test_private_addresses_are_refused_wherever_they_stand(
        self, web: LocalWeb, tmp_path: Path
    ) -> None:
        """In a list, in a feed, in a list of feeds: nothing was asked."""
        for content in (f"{web.url}/a\n".encode(), feed(f"{web.url}/a"), opml(f"{web.url}/f")):
            path = tmp_path / "quelle"
            path.write_bytes(content)
            assert [type(entry) for entry in open_sources([path])] == [AddressRefused]
        assert not web.requests

    def test_list_does_not_lead_to_lists_or_files(self, web: LocalWeb, tmp_path: Path) -> None:
        """No circles, and nothing of this machine by way of a list from elsewhere."""
        web.page("/liste", f"{web.url}/liste\n".encode(), Content_Type="text/plain")
        (found,) = opened(f"{web.url}/liste")
        assert type(found) is NoArticle
        assert len(web.requests) == 2


class TestFeeds:
    """RSS, Atom and OPML."""

    @pytest.mark.parametrize("content_type", ["application/rss+xml", "text/xml; charset=utf-8", ""])
    def test_feed_leads_to_its_pages(self, web: LocalWeb, content_type: str) -> None:
        """What it tells fills in for what the page does not."""
        url = web.page("/feed", feed(f"{web.url}/a", f"{web.url}/leer", f"{web.url}/b"),
                       Content_Type=content_type)  # fmt: skip
        found = opened(url)
        assert [entry.source for entry in found] == [f"{web.url}/{n}" for n in ("a", "leer", "b")]
        assert [type(entry) for entry in found] == [Article, FetchError, Article]
        article = found[0]
        assert isinstance(article, Article)
        assert article.title == "Deich in Husum hält"
        assert article.authors == ("Jens Nissen",)
        assert article.outlet == "Nordküstenblatt"
        assert article.published is not None
        assert article.published.isoformat() == "2024-03-05T08:00:00+01:00"
        assert article.url == f"{web.url}/a"

    def test_what_the_page_tells_counts_more(self, web: LocalWeb, tmp_path: Path) -> None:
        """The feed only fills in."""
        meta = '<head><meta name="author" content="Anna Thoms">'
        web.page("/c", PAGE.replace("<head>", meta).encode())
        path = tmp_path / "feed.xml"
        path.write_bytes(feed(f"{web.url}/c"))
        (article,) = opened(path)
        assert isinstance(article, Article)
        assert article.authors == ("Anna Thoms",)

    def test_entry_without_link_is_an_error(self, web: LocalWeb, tmp_path: Path) -> None:
        """Others go on; nothing but addresses of the web is followed."""
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        path = tmp_path / "feed.xml"
        path.write_bytes(
            feed("", f"file://{tmp_path}/a.txt", str(tmp_path / "a.txt"), f"{web.url}/a")
        )
        *bad, good = opened(path)
        assert all(isinstance(entry, SourceError) for entry in bad)
        assert len(bad) == 3
        assert isinstance(good, Article)

    def test_feed_that_breaks_off_is_read_and_reported(self, web: LocalWeb, tmp_path: Path) -> None:
        """Its whole entries, then the error."""
        path = tmp_path / "feed.xml"
        path.write_bytes(feed(f"{web.url}/a", f"{web.url}/b")[:-60])
        first, *_, last = opened(path)
        assert isinstance(first, Article)
        assert type(last) is DamagedSource

    def test_feed_does_not_lead_to_feeds(self, web: LocalWeb) -> None:
        """Its entries are pages."""
        web.page("/f2", feed(f"{web.url}/a"), Content_Type="text/html")
        (found,) = opened(web.page("/f1", feed(f"{web.url}/f2"), Content_Type="text/xml"))
        assert type(found) is NoArticle

    def test_list_of_feeds_leads_to_their_pages(self, web: LocalWeb, tmp_path: Path) -> None:
        """A feed that fails is an error of its own."""
        first = web.page("/f1", feed(f"{web.url}/a", title="Eins"), Content_Type="text/xml")
        second = web.page("/f2", feed(f"{web.url}/b", title="Zwei"), Content_Type="text/xml")
        path = tmp_path / "feeds.opml"
        path.write_bytes(opml(first, f"{web.url}/leer", second, first))
        found = opened(path)
        assert [type(entry) for entry in found] == [Article, FetchError, Article]
        assert [entry.outlet for entry in found if isinstance(entry, Article)] == ["Eins", "Zwei"]

    @pytest.mark.parametrize("content", [b"<opml", b"<opml version='2.0'><body/></opml>"])
    def test_list_without_feeds_is_damaged(self, tmp_path: Path, content: bytes) -> None:
        """Broken or empty."""
        path = tmp_path / "feeds.opml"
        path.write_bytes(content)
        assert [type(entry) for entry in opened(path)] == [DamagedSource]

    def test_read_takes_no_leads(self, web: LocalWeb, tmp_path: Path) -> None:
        """`open_source` opens one source, and asks nobody for others."""
        for content in (feed(f"{web.url}/a"), opml(f"{web.url}/f"), f"{web.url}/a\n".encode()):
            path = tmp_path / "quelle"
            path.write_bytes(content)
            (found,) = open_source(path, allow_private=True)
            assert type(found) is NoArticle
            assert "wortlaut add" in found.advice
        assert not web.requests


class TestHearing:
    """Of the feeds that were read."""

    def test_each_feed_is_told_of_before_its_entries(self, web: LocalWeb, tmp_path: Path) -> None:
        """With its title, the number of its entries, and what is wrong with it."""
        whole = web.page("/feed", feed(f"{web.url}/a", f"{web.url}/b"), Content_Type="text/xml")
        path = tmp_path / "feed.xml"
        path.write_bytes(feed(f"{web.url}/a", title="Halbes Blatt").removesuffix(b"</rss>"))
        heard: list[FeedRead] = []
        intake = Intake([whole, path], allow_private=True, heard=heard.append)
        next(iter(intake))
        assert heard == [FeedRead(whole, "Nordküstenblatt", 2, None)]
        list(intake)
        assert (heard[-1].address, heard[-1].title, heard[-1].entries) == (
            str(path),
            "Halbes Blatt",
            1,
        )
        assert heard[-1].damage is not None


class TestProgress:
    """How far it has come."""

    def test_files_are_counted_ahead(self, tmp_path: Path) -> None:
        """Those of directories and patterns too, hidden ones not."""
        for name in ("a.txt", "b/c.txt", "b/d.txt", "b/.e"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(TEXT, "utf-8")
        intake = Intake([tmp_path, str(tmp_path / "b/*"), "https://example.invalid/"])
        assert (intake.progress.done, intake.progress.known) == (0, 6)
        done = []
        for entry in intake:
            if not isinstance(entry, FetchError):
                done.append(intake.progress.done)
        assert done == sorted(done)
        assert (intake.progress.done, intake.progress.known) == (6, 6)

    def test_leads_are_counted_when_opened(self, web: LocalWeb, tmp_path: Path) -> None:
        """Every line and every entry."""
        path = tmp_path / "seiten.txt"
        path.write_text(f"{web.url}/a\n{web.url}/feed\n", "utf-8")
        web.page("/feed", feed(f"{web.url}/a", f"{web.url}/b"), Content_Type="text/xml")
        intake = Intake([path], allow_private=True)
        assert intake.progress.known == 1
        entries = iter(intake)
        next(entries)
        assert intake.progress.known == 3
        assert len(list(entries)) == 2
        assert (intake.progress.done, intake.progress.known) == (5, 5)

    def test_large_file_is_told_by_its_share(self, tmp_path: Path) -> None:
        """Of one archive of lines a bar would stand still otherwise."""
        path = tmp_path / "a.jsonl"
        path.write_text("".join(f'{{"text": "{TEXT.strip()}"}}\n' for _ in range(2000)), "utf-8")
        intake = Intake([path])
        seen = {round(intake.progress.done, 1) for _ in intake}
        assert len(seen) > 3
        assert max(seen) <= 1.0
