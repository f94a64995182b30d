"""A path, a URL or standard input gives articles, and every bad one says what is wrong with it."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest

from tests.sources.local_web import PAGE, serving
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
    SourceTooLarge,
)
from wortlaut.sources import open_article, open_source

TEXT = (
    "„Der Deich hält auch im Winter“, sagte Bürgermeisterin Wiebke Harms am Montag in Husum. "
    "Man habe die Krone im Herbst um einen halben Meter erhöht, und die Siele seien geprüft.\n"
)
SENTENCE = "„Der Deich hält auch im Winter, davon sind wir überzeugt“"
LINES = "\n".join(json.dumps({"text": TEXT, "title": title}) for title in ("eins", "zwei"))


def written(path: Path, content: bytes | str) -> Path:
    """The file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def error(source: str | os.PathLike[str], kind: type[SourceError]) -> SourceError:
    """The error that is all that comes, and that `open_article` raises as well."""
    (entry,) = open_source(source)
    assert type(entry) is kind, entry
    with pytest.raises(kind) as caught:
        open_article(source)
    assert str(caught.value) == str(entry)
    assert entry.source == os.fspath(source)
    return entry


class TestFiles:
    """Each kind of file, told by its content."""

    @pytest.mark.parametrize("name", ["a.txt", "a", "a.html"])
    def test_plain_text_is_kept_as_it_stands(self, tmp_path: Path, name: str) -> None:
        """Offsets index the file's own characters, Windows line ends included."""
        content = f"Am Deich\r\n\r\n{TEXT}"
        article = open_article(written(tmp_path / name, content))
        assert article.text == content
        assert article.source == str(tmp_path / name)
        assert article.language == "de"

    @pytest.mark.parametrize("name", ["a.html", "a", "a.txt"])
    def test_page_is_read_for_its_article(self, tmp_path: Path, name: str) -> None:
        """Its text is the article's, not the markup."""
        article = open_article(written(tmp_path / name, PAGE))
        assert SENTENCE in article.text
        assert "<p>" not in article.text
        assert article.source == str(tmp_path / name)

    def test_gzip_is_told_by_its_content(self, tmp_path: Path) -> None:
        """With the usual name and without."""
        assert open_article(written(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode()))).text == (
            TEXT
        )
        page = open_article(written(tmp_path / "b", gzip.compress(PAGE.encode())))
        assert SENTENCE in page.text

    @pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a"])
    def test_json_lines_give_an_article_a_line(self, tmp_path: Path, name: str) -> None:
        """Each named by its line."""
        content = gzip.compress(LINES.encode()) if name.endswith(".gz") else LINES.encode()
        path = written(tmp_path / name, content)
        found = list(open_source(path))
        assert [entry.source for entry in found] == [f"{path}:1", f"{path}:2"]
        assert [entry.title for entry in found if isinstance(entry, Article)] == ["eins", "zwei"]

    def test_legacy_page_is_read_in_its_charset(self, tmp_path: Path) -> None:
        """By its meta element; the text is whole and nothing is reported of the charset."""
        markup = PAGE.replace("<title>", "<meta charset=windows-1252><title>")
        article = open_article(written(tmp_path / "a.html", markup.encode("cp1252")))
        assert SENTENCE in article.text
        assert not any("valid" in warning for warning in article.warnings)

    def test_invalid_utf_8_is_read_and_reported(self, tmp_path: Path) -> None:
        """The warning goes with the article."""
        content = TEXT.encode() + "Größe".encode("cp1252") + b"\n"
        article = open_article(written(tmp_path / "a.txt", content))
        assert article.text == f"{TEXT}Gr\ufffd\ufffde\n"
        assert "2 places are not valid UTF-8, the first in line 2" in article.warnings[0]

    def test_text_of_twenty_megabytes_is_read_whole(self, tmp_path: Path) -> None:
        """No limit of the web's holds for files."""
        content = (TEXT + "\n") * (20 * 10**6 // len((TEXT + "\n").encode()) + 1)
        assert len(content.encode()) > 20 * 10**6
        assert open_article(written(tmp_path / "a.txt", content)).text == content

    def test_file_over_the_limit_is_too_large(self, tmp_path: Path) -> None:
        """A compressed bomb stops there."""
        compressor = zlib.compressobj(9, wbits=31)
        content = b"".join(compressor.compress(b"a \n" * 2**20) for _ in range(25))
        content += compressor.flush()
        assert len(content) < 200_000
        assert "64 MiB" in error(written(tmp_path / "a.gz", content), SourceTooLarge).problem

    def test_path_may_be_a_path_of_any_kind(self, tmp_path: Path) -> None:
        """Strings and path-like objects alike; `-` as a Path is a file's name."""
        path = written(tmp_path / "-", TEXT)
        assert open_article(path).text == open_article(str(path)).text == TEXT


class TestBadFiles:
    """Each with an error of its own, and with advice."""

    def test_missing_file_is_not_found_and_its_neighbour_suggested(self, tmp_path: Path) -> None:
        """A slip of the finger, a missing folder, nothing like it."""
        written(tmp_path / "artikel.html", PAGE)
        close = error(tmp_path / "artikle.html", SourceNotFound)
        assert f"did you mean {tmp_path / 'artikel.html'}?" in str(close)
        assert "no directory" in error(tmp_path / "x" / "artikel.html", SourceNotFound).advice
        assert "mean" not in error(tmp_path / "0000", SourceNotFound).advice

    @pytest.mark.parametrize("source", ["www.example.org", "example.org/artikel/1"])
    def test_address_without_scheme_is_recognised(self, source: str) -> None:
        """People leave it out."""
        assert f"https://{source}" in error(source, SourceNotFound).advice

    @pytest.mark.parametrize("source", ["", "a\0b", "x" * 300, "x" * 300 + "/y"])
    def test_impossible_name_is_not_found(self, source: str) -> None:
        """Names that no file can have."""
        error(source, SourceNotFound)

    def test_file_where_a_folder_should_be_is_not_found(self, tmp_path: Path) -> None:
        """A path that goes on after a file."""
        error(written(tmp_path / "a.txt", TEXT) / "b.txt", SourceNotFound)

    def test_directory_is_no_text(self, tmp_path: Path) -> None:
        """The advice is what to name instead."""
        found = error(tmp_path, NotText)
        assert "directory" in found.problem
        assert f"{tmp_path}/*" in found.advice

    def test_file_without_permission_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Set up by hand, for tests may run as root, who may read everything."""
        path = written(tmp_path / "a.txt", TEXT)

        def forbidden(*args: object, **kwargs: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", forbidden)
        found = error(path, SourceError)
        assert "permission" in found.advice

    def test_fault_of_the_disk_is_an_error_of_the_source(self) -> None:
        """Reading may fail long after opening did not."""

        class Faulty(io.BytesIO):
            def read1(self, size: int | None = -1) -> bytes:
                raise OSError(5, "Input/output error")

        (found,) = open_source("-", stdin=Faulty())
        assert isinstance(found, SourceError)
        assert "Input/output error" in found.problem

    @pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", gzip.compress(b"")])
    def test_empty_file_is_empty(self, tmp_path: Path, content: bytes) -> None:
        """Nothing, white space, a mark and nothing, nothing compressed."""
        error(written(tmp_path / "a.txt", content), EmptySource)

    @pytest.mark.parametrize("compress", [bytes, gzip.compress])
    def test_binary_is_no_text(self, tmp_path: Path, compress: type[bytes]) -> None:
        """With advice for what it is, also where it is compressed."""
        pdf = written(tmp_path / "a.txt", compress(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
        assert "pdftotext" in error(pdf, NotText).advice
        error(written(tmp_path / "b.html", compress(bytes(range(256)) * 100)), NotText)

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
    def test_endless_device_is_no_text(self) -> None:
        """Its beginning is enough to know."""
        error("/dev/zero", NotText)

    @pytest.mark.parametrize("keep", [5, 60, -4])
    def test_truncated_gzip_is_damaged(self, tmp_path: Path, keep: int) -> None:
        """No half article passes for a whole one."""
        path = written(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode())[:keep])
        assert "breaks off" in error(path, DamagedSource).problem

    def test_truncated_archive_of_lines_gives_what_it_has(self, tmp_path: Path) -> None:
        """Its whole lines, then the error."""
        path = written(tmp_path / "a.jsonl.gz", gzip.compress((LINES + "\n").encode())[:-6])
        first, second, last = open_source(path)
        assert isinstance(first, Article)
        assert isinstance(second, Article)
        assert type(last) is DamagedSource
        assert "after line 2" in last.problem

    def test_bad_line_does_not_stop_the_others(self, tmp_path: Path) -> None:
        """The number of the line is in the error's source."""
        path = written(tmp_path / "a.jsonl", f"kaputt\n{LINES}\n")
        bad, *good = open_source(path)
        assert isinstance(bad, DamagedSource)
        assert bad.source == f"{path}:1"
        assert [type(entry) for entry in good] == [Article, Article]

    @pytest.mark.parametrize(
        "content", [LINES, f"{LINES}\nkaputt", LINES.partition("\n")[0] + "\nx"]
    )
    def test_one_article_is_asked_of_a_file_of_several(self, tmp_path: Path, content: str) -> None:
        """`open_article` does not choose one."""
        with pytest.raises(SourceError):
            open_article(written(tmp_path / "a.jsonl", content))

    @pytest.mark.parametrize("content", ['{\n  "text": "a"\n}', '[{"text": "a"}]'])
    def test_json_document_is_damaged(self, tmp_path: Path, content: str) -> None:
        """With the command that makes JSON Lines of it."""
        assert "jq" in error(written(tmp_path / "a.json", content), DamagedSource).advice

    def test_json_lines_in_utf_16_are_refused_with_advice(self, tmp_path: Path) -> None:
        """Every line would be broken."""
        path = written(
            tmp_path / "a.jsonl", "\ufeff".encode("utf-16-le") + LINES.encode("utf-16-le")
        )
        assert "iconv" in error(path, NotText).advice

    def test_page_without_article_has_none(self, tmp_path: Path) -> None:
        """Navigation alone."""
        markup = "<!DOCTYPE html><html><nav><a href=/a>Start</a> <a href=/b>Mehr</a></nav></html>"
        error(written(tmp_path / "a.html", markup), NoArticle)

    def test_feed_is_no_article(self, tmp_path: Path) -> None:
        """It names articles."""
        markup = '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'
        assert "feed" in error(written(tmp_path / "a.xml", markup), NoArticle).problem

    def test_accident_in_a_parser_is_an_error_of_its_source(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A page that trips us must not end a batch; it is said which one, and of what kind."""

        def trip(*args: object, **kwargs: object) -> None:
            raise IndexError("no such element")

        monkeypatch.setattr("wortlaut.sources._plain_text.article_from_text", trip)
        found = error(written(tmp_path / "a.txt", TEXT), DamagedSource)
        assert "IndexError: no such element" in found.problem
        assert isinstance(found.__cause__, IndexError)
        lines = list(open_source(written(tmp_path / "a.jsonl", LINES)))
        assert [type(entry) for entry in lines] == [DamagedSource, DamagedSource]


class TestStandardInput:
    """What comes through a pipe."""

    @pytest.mark.parametrize("content", [TEXT.encode(), gzip.compress(TEXT.encode())])
    def test_text_is_read(self, content: bytes) -> None:
        """Compressed or not, and named `-`."""
        article = open_article("-", stdin=io.BytesIO(content))
        assert (article.text, article.source) == (TEXT, "-")

    def test_page_is_read(self) -> None:
        """By its content, for it has no name."""
        assert SENTENCE in open_article("-", stdin=io.BytesIO(PAGE.encode())).text

    def test_nothing_is_empty(self) -> None:
        """A pipe that was closed at once."""
        (found,) = open_source("-", stdin=io.BytesIO())
        assert isinstance(found, EmptySource)

    def test_line_from_a_pipe_is_read_before_the_next_is_written(self) -> None:
        """A slow writer upstream is no reason to wait; the watchdog ends the test if it is."""
        reader, writer = os.pipe()
        watchdog = threading.Timer(60, os.close, [writer])
        watchdog.start()
        with open(reader, "rb") as stdin:  # noqa: PTH123 - a descriptor is no path
            found = open_source("-", stdin=stdin)
            for number in range(3):
                os.write(writer, json.dumps({"text": f"{number} {TEXT}"}).encode() + b"\n")
                entry = next(found)
                assert isinstance(entry, Article)
                assert entry.text.startswith(str(number))
            assert watchdog.is_alive()
            watchdog.cancel()
            os.close(writer)
            assert list(found) == []

    def test_standard_input_of_the_process_is_the_default(self) -> None:
        """As the command line uses it."""
        program = (
            "from wortlaut.sources import open_article;"
            "import sys; sys.stdout.buffer.write(open_article('-').text.encode())"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], input=TEXT.encode(), capture_output=True, check=True
        )
        assert done.stdout == TEXT.encode()


class TestWeb:
    """URLs; the bounds of fetching have tests of their own."""

    def test_page_is_fetched_and_knows_its_url(self) -> None:
        """The source is what was asked for, the URL where it was found."""
        with serving() as web:
            page = web.page("/artikel/1")
            asked = web.redirect("/a", "/artikel/1")
            article = open_article(asked, allow_private=True)
        assert SENTENCE in article.text
        assert (article.source, article.url) == (asked, page)

    def test_charset_of_the_header_counts(self) -> None:
        """Where the page itself names none."""
        with serving() as web:
            url = web.page("/a", PAGE.encode("cp1252"), Content_Type="text/html; charset=cp1252")
            assert SENTENCE in open_article(url, allow_private=True).text

    def test_plain_text_of_the_web_is_kept_as_it_stands(self) -> None:
        """The server says what it is."""
        with serving() as web:
            url = web.page("/a.txt", TEXT.encode(), Content_Type="text/plain; charset=utf-8")
            article = open_article(url, allow_private=True)
        assert (article.text, article.url) == (TEXT, url)

    def test_gzip_that_the_server_does_not_call_so_is_read_up_to_the_limit(self) -> None:
        """A file served as it lies there; as a bomb it stops at the web's limit."""
        with serving() as web:
            url = web.page("/a.html.gz", gzip.compress(PAGE.encode()))
            assert SENTENCE in open_article(url, allow_private=True).text
            bomb = web.page("/b", gzip.compress(b"a \n" * 4 * 2**20))
            (found,) = open_source(bomb, allow_private=True)
        assert isinstance(found, SourceTooLarge)
        assert "10 MiB" in found.problem

    def test_failure_of_the_web_comes_as_a_value(self) -> None:
        """Under the URL's name."""
        with serving() as web:
            url = web.status("/a", 404)
            (found,) = open_source(url, allow_private=True)
        assert isinstance(found, FetchError)
        assert found.source == url

    def test_private_address_is_refused_unless_allowed(self) -> None:
        """The local server is never asked."""
        with serving() as web:
            found = error(web.page("/a"), AddressRefused)
            assert web.requests == []
        assert "--allow-private" in found.advice

    @pytest.mark.parametrize("source", ["file:///etc/hosts", "FTP://example.org/a", "s3://a/b"])
    def test_other_schemes_are_refused(self, source: str) -> None:
        """Not taken for names of files."""
        error(source, FetchError)

    def test_password_is_not_in_any_message(self) -> None:
        """The error's source is the URL without it."""
        (found,) = open_source("https://anna:geheim@example.org/")
        assert isinstance(found, FetchError)
        assert "geheim" not in str(found)


def test_plain_text_and_json_lines_import_neither_web_nor_parsers(tmp_path: Path) -> None:
    """Start-up time counts: httpx, lxml and trafilatura stay outside until they are needed."""
    paths = [written(tmp_path / "a.txt", TEXT), written(tmp_path / "a.jsonl", LINES)]
    program = (
        "import sys; from wortlaut.sources import open_source\n"
        f"for path in {[str(path) for path in paths]}: print(len(list(open_source(path))))\n"
        "print(sorted({'httpx', 'httpcore', 'lxml', 'trafilatura', 'numpy'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().split("\n")[:3] == ["1", "2", "[]"]
