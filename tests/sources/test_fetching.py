"""A URL gives its page, or a clear reason why not; and nobody can hold or mislead the fetch."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sources.local_web import PAGE, Exchange, LocalWeb, serving
from wortlaut import (
    AddressRefused,
    DamagedSource,
    EmptySource,
    FetchError,
    SourceError,
    SourceTooLarge,
)
from wortlaut.sources import FetchedPage, FetchLimits, fetch
from wortlaut.sources._fetching import presentable

NAME = "nachrichten.example"
PUBLIC = "93.184.216.34"
LIMITS = FetchLimits()


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    """A server on this machine."""
    with serving() as running:
        yield running


def get(url: str) -> FetchedPage:
    """The page at a local URL."""
    return fetch(url, allow_private=True)


def refused(url: str, kind: type[SourceError] = FetchError, limits: FetchLimits = LIMITS) -> str:
    """What a person reads where a local URL gives no page."""
    with pytest.raises(kind) as caught:
        fetch(url, allow_private=True, limits=limits)
    assert type(caught.value) is kind
    assert caught.value.source == presentable(url)
    return str(caught.value)


class TestPages:
    """What a server may send."""

    def test_page_comes_with_what_the_server_says_of_it(self, web: LocalWeb) -> None:
        """Bytes as they are, media type and charset from the header, the URL."""
        url = web.page("/a", PAGE.encode("latin-1", "replace"), Content_Type="Text/HTML;charset=l1")
        page = get(url)
        assert page.content == PAGE.encode("latin-1", "replace")
        assert (page.url, page.content_type, page.charset) == (url, "text/html", "l1")

    def test_server_learns_who_asks(self, web: LocalWeb) -> None:
        """The user agent names Wortlaut and its version."""
        get(web.page("/a"))
        ((_, headers),) = web.requests
        program, _, version = headers["User-Agent"].partition("/")
        assert program == "Wortlaut"
        assert version

    @pytest.mark.parametrize(
        ("coding", "compress"),
        [
            ("gzip", gzip.compress),
            ("x-gzip", gzip.compress),
            ("deflate", zlib.compress),
            ("identity", bytes),
            ("gzip, gzip", lambda body: gzip.compress(gzip.compress(body))),
        ],
    )
    def test_compressed_page_is_decompressed(
        self, web: LocalWeb, coding: str, compress: Callable[[bytes], bytes]
    ) -> None:
        """Every coding that is asked for, one over the other too."""
        url = web.page("/a", compress(PAGE.encode()), Content_Encoding=coding)
        assert get(url).content == PAGE.encode()

    def test_page_without_length_and_type_is_read(self, web: LocalWeb) -> None:
        """An old server's answer, which ends where the connection does."""
        page = get(web.page("/a", Content_Length="", Content_Type=""))
        assert page.content == PAGE.encode()
        assert page.content_type is None

    def test_proxy_of_the_environment_is_not_used(
        self, web: LocalWeb, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A proxy would look the name up out of our sight."""
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        assert get(web.page("/a")).content == PAGE.encode()


class TestBadPages:
    """Each failure in words of its own."""

    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (204, "sent no page"),
            (304, "redirects without saying where"),
            (400, "did not accept"),
            (401, "login"),
            (403, "save the page"),
            (404, "no such page"),
            (410, "web archive"),
            (429, "fewer"),
            (451, "legal reasons"),
            (500, "try again later"),
            (503, "try again later"),
        ],
    )
    def test_status_is_explained(self, web: LocalWeb, status: int, words: str) -> None:
        """The number for those who know it, words and advice for all."""
        message = refused(web.status("/a", status))
        assert f"HTTP {status}" in message
        assert words in message

    def test_server_that_names_a_pause_is_quoted(self, web: LocalWeb) -> None:
        """Retry-After in seconds; what is not a number is left out."""
        assert "in 30 seconds" in refused(web.status("/a", 429, Retry_After="30"))
        assert "\x1b" not in refused(web.status("/a", 429, Retry_After="\x1b[31m"))

    @pytest.mark.parametrize(
        ("content_type", "words"),
        [
            ("application/pdf", "pdftotext"),
            ("image/jpeg", "page with text"),
            ("application/rss+xml", "entries"),
            ("application/json", "give Wortlaut the file"),
            ("application/octet-stream", "web page"),
        ],
    )
    def test_other_media_are_refused_with_advice(
        self, web: LocalWeb, content_type: str, words: str
    ) -> None:
        """Before the body is read."""
        message = refused(web.page("/a", Content_Type=content_type))
        assert content_type in message
        assert words in message

    @pytest.mark.parametrize("coding", ["", "gzip"])
    def test_empty_page_is_empty(self, web: LocalWeb, coding: str) -> None:
        """Compressed or not."""
        refused(web.page("/a", b"", Content_Encoding=coding), EmptySource)
        refused(web.page("/b", b" \n"), EmptySource)

    def test_coding_that_was_not_asked_for_is_named(self, web: LocalWeb) -> None:
        """A server that sends Brotli to everybody; and one that wraps it ever again."""
        assert "'br'" in refused(web.page("/a", b"\x0b\x02", Content_Encoding="br"))
        assert "9 times" in refused(web.page("/b", Content_Encoding=", ".join(["gzip"] * 9)))

    def test_truncated_gzip_is_damaged(self, web: LocalWeb) -> None:
        """The connection is whole, the archive is not."""
        body = gzip.compress(PAGE.encode())[:-10]
        assert "breaks off" in refused(web.page("/a", body, Content_Encoding="gzip"), DamagedSource)

    def test_body_that_breaks_off_is_an_error(self, web: LocalWeb) -> None:
        """Half a page must not pass for a page."""
        assert "broke off" in refused(web.page("/a", Content_Length="99999"))

    def test_what_is_not_http_is_an_error(self, web: LocalWeb) -> None:
        """Some other service on the port."""

        def greet(exchange: Exchange) -> None:
            exchange.wfile.write(b"220 smtp ready\r\n")

        assert "not HTTP" in refused(web.route("/a", greet))

    def test_nobody_at_the_port_is_an_error(self) -> None:
        """The port was free a moment ago."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        assert "no connection" in refused(f"http://127.0.0.1:{port}/")

    @pytest.mark.parametrize(
        ("url", "words"),
        [
            ("ftp://example.org/a", "http and https"),
            ("file:///etc/hosts", "file's path"),
            ("gopher://127.0.0.1:6379/_INFO", "http and https"),
            ("http://", "no server"),
            ("http://example.org:99999/", "port"),
            ("http://exa\0mple.org/", "not a URL"),
            ("http://[::1/", "not a URL"),
            ("http://①②⑦.0.0.1/", "not a URL"),
            ("example.org", "http and https"),
        ],
    )
    def test_what_is_no_web_address_is_refused(self, url: str, words: str) -> None:
        """Other schemes and broken URLs; nothing is asked."""
        assert words in refused(url)

    def test_credentials_are_refused_and_never_shown(self, web: LocalWeb) -> None:
        """A password in a message ends in a log."""
        url = web.page("/a").replace("http://", "http://anna:geheim@")
        message = refused(url)
        assert "password" in message
        assert "geheim" not in message
        assert "anna" not in message
        onward = refused(web.redirect("/b", url))
        assert "redirects to" in onward
        assert "geheim" not in onward
        assert [path for path, _ in web.requests] == ["/b"]

    def test_message_carries_no_control_characters(self) -> None:
        """A URL out of a list cannot command the terminal."""
        assert presentable("http://a/\x1b[2J\u202e") == "http://a/\ufffd[2J\ufffd"


class TestBounds:
    """Size, time and number of steps."""

    LIMITS = FetchLimits(bytes=100_000)

    def test_page_over_the_limit_is_refused_by_its_length(self, web: LocalWeb) -> None:
        """Nothing of the body is awaited."""
        url = web.page("/a", b"<p>", Content_Length=str(10**9))
        refused(url, SourceTooLarge, self.LIMITS)

    @pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
    def test_bomb_stops_at_the_limit(self, web: LocalWeb, coding: str) -> None:
        """50 MiB of zeros in a few hundred kB, or, twice over, in a few kB."""
        body = bytes(50 * 2**20)
        for name in coding.split(", "):
            body = zlib.compress(body, 1) if name == "deflate" else gzip.compress(body, 1)
        limits = FetchLimits(bytes=5 * 2**20)
        url = web.page("/a", body, Content_Encoding=coding)
        tracemalloc.start()
        assert "5 MiB" in refused(url, SourceTooLarge, limits)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 20 * 2**20

    def test_endless_page_stops_at_the_limit(self, web: LocalWeb) -> None:
        """A server that never ends, plain; and one whose gzip never gives anything."""

        def endless(piece: bytes, coding: str) -> Callable[[Exchange], None]:
            def send(exchange: Exchange) -> None:
                exchange.answer(b"", Content_Length="", Content_Encoding=coding)
                for _ in range(10_000):
                    exchange.wfile.write(piece)

            return send

        refused(web.route("/a", endless(b"x" * 5000, "")), SourceTooLarge, self.LIMITS)
        empty = gzip.compress(b"") * 100
        refused(web.route("/b", endless(empty, "gzip")), SourceTooLarge, self.LIMITS)

    @pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
    def test_slow_drip_ends_at_the_deadline(self, web: LocalWeb, start: bytes) -> None:
        """A byte now and then keeps every single read alive, in the head and in the body."""

        def drip(exchange: Exchange) -> None:
            exchange.wfile.write(start)
            for character in PAGE if start else "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<p>":
                exchange.wfile.write(character.encode())
                time.sleep(0.05)

        limits = FetchLimits(total_seconds=0.4)
        assert "within 0.4 seconds" in refused(web.route("/a", drip), limits=limits)

    def test_silent_server_is_left(self, web: LocalWeb) -> None:
        """No byte within the time for a read."""
        url = web.route("/a", lambda exchange: time.sleep(2))
        assert "does not answer" in refused(url, limits=FetchLimits(read_seconds=0.2))

    def test_redirects_are_followed_up_to_the_limit(self, web: LocalWeb) -> None:
        """Five, relative or not, and the page's URL is the last one; the sixth is too many."""
        web.page("/0")
        for step in range(1, 7):
            onward = f"/{step - 1}" if step % 2 else f"{web.url}/{step - 1}"
            web.redirect(f"/{step}", onward, 301 + step % 2)
        assert get(f"{web.url}/5").url == f"{web.url}/0"
        message = refused(f"{web.url}/6")
        assert "more than 5 times" in message
        assert refused(web.redirect("/r", "/r"), limits=FetchLimits(redirects=2))

    def test_cookie_set_on_the_way_is_carried_along(self, web: LocalWeb) -> None:
        """Consent pages redirect for ever without."""
        web.page("/b")
        get(web.status("/a", 302, Location="/b", Set_Cookie="consent=1"))
        assert web.requests[-1][1]["Cookie"] == "consent=1"

    @pytest.mark.parametrize("onward", ["file:///etc/hosts", "ftp://a.example/"])
    def test_redirect_out_of_the_web_is_refused(self, web: LocalWeb, onward: str) -> None:
        """Each step is checked like the first."""
        assert "redirects to" in refused(web.redirect("/a", onward))


class Network:
    """What a fetch asks of the system: names to look up, addresses to connect to."""

    def __init__(self, web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []
        self.connected: list[str] = []
        self._lookup = socket.getaddrinfo
        self._connect = socket.create_connection
        self._target = ("127.0.0.1", web.server_port)
        monkeypatch.setattr(socket, "getaddrinfo", self._getaddrinfo)
        monkeypatch.setattr(socket, "create_connection", self._create_connection)

    def _getaddrinfo(self, host: str, port: int, *args: object, **kwargs: object) -> list[object]:
        if host not in self.answers:
            return list(self._lookup(host, port, type=socket.SOCK_STREAM))
        self.asked.append(host)
        answers = self.answers[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    def _create_connection(
        self, address: tuple[str, int], *args: object, **kwargs: object
    ) -> socket.socket:
        self.connected.append(address[0])
        if address[0].startswith("192."):
            raise ConnectionRefusedError("nobody there")
        return self._connect(self._target, timeout=5)


@pytest.fixture
def network(web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> Network:
    """A network on which every address is the local server."""
    return Network(web, monkeypatch)


class TestAddresses:
    """Nothing but public addresses, unless a person says so."""

    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1",
            "127.0.0.1.",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "017700000001",
            "0",
            "10.0.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.100.100.200",
            "224.0.0.1",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]",
            "[fd00:ec2::254]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fe80::1%lo]",
            "localhost",
            "LOCALHOST.",
        ],
    )
    def test_private_addresses_are_refused_however_they_are_spelt(
        self, network: Network, host: str
    ) -> None:
        """And nothing is connected to; the message names the way out."""
        with pytest.raises(AddressRefused, match="--allow-private") as caught:
            fetch(f"http://{host}/")
        assert caught.value.source == f"http://{host}/"
        assert network.connected == []

    def test_octal_spelling_gets_nowhere(self, network: Network) -> None:
        """No URL to httpx, loopback to the system's look-up: refused by either."""
        with pytest.raises(FetchError):
            fetch("http://0177.0.0.1/")
        assert network.connected == []

    def test_public_name_is_read_at_the_address_that_was_checked(
        self, web: LocalWeb, network: Network
    ) -> None:
        """The name is looked up once and stays in the Host header."""
        web.page("/a")
        network.answers[NAME] = [[PUBLIC]]
        assert fetch(f"http://{NAME}/a").url == f"http://{NAME}/a"
        assert network.asked == [NAME]
        assert network.connected == [PUBLIC]
        assert web.requests[0][1]["Host"] == NAME

    def test_rebinding_name_gets_no_second_look(self, web: LocalWeb, network: Network) -> None:
        """The name answers otherwise the second time: too late for this connection."""
        web.page("/a")
        network.answers[NAME] = [[PUBLIC], ["127.0.0.1"]]
        fetch(f"http://{NAME}/a")
        assert network.connected == [PUBLIC]
        with pytest.raises(AddressRefused):
            fetch(f"http://{NAME}/a")
        assert network.connected == [PUBLIC]

    @pytest.mark.parametrize("found", [["10.0.0.1"], [PUBLIC, "10.0.0.1"], ["fd00:ec2::254"]])
    def test_name_with_a_private_address_is_refused(
        self, network: Network, found: list[str]
    ) -> None:
        """One bad address among good ones is enough."""
        network.answers[NAME] = [found]
        with pytest.raises(AddressRefused, match=rf"{NAME} leads to {found[-1]}"):
            fetch(f"http://{NAME}/")
        assert network.connected == []

    @pytest.mark.parametrize("onward", ["http://127.0.0.1/", "//169.254.169.254/", "http://0x7f.1"])
    def test_redirect_to_a_private_address_is_refused(
        self, web: LocalWeb, network: Network, onward: str
    ) -> None:
        """Only the first server was asked."""
        web.redirect("/a", onward)
        network.answers[NAME] = [[PUBLIC]]
        with pytest.raises(AddressRefused) as caught:
            fetch(f"http://{NAME}/a")
        assert caught.value.source == f"http://{NAME}/a"
        assert network.connected == [PUBLIC]

    def test_next_address_is_tried_where_one_is_down(self, web: LocalWeb, network: Network) -> None:
        """In the order of the look-up."""
        web.page("/a")
        network.answers[NAME] = [["192.1.2.3", PUBLIC]]
        fetch(f"http://{NAME}/a")
        assert network.connected == ["192.1.2.3", PUBLIC]
        network.answers[NAME] = [["192.1.2.3"]]
        with pytest.raises(FetchError, match="no connection"):
            fetch(f"http://{NAME}/a")

    def test_name_that_does_not_exist_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As the system reports it, and for names that no look-up takes."""

        def unknown(*args: object, **kwargs: object) -> None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(FetchError, match=f"the name {NAME} has no address"):
            fetch(f"http://{NAME}/")
        monkeypatch.undo()
        with pytest.raises(FetchError, match="has no address"):
            fetch(f"http://{'a' * 70}.example/")

    def test_look_up_that_hangs_ends_in_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The system's resolver knows no time-out of ours."""

        def hang(*args: object, **kwargs: object) -> list[object]:
            time.sleep(1)
            return []

        monkeypatch.setattr(socket, "getaddrinfo", hang)
        with pytest.raises(FetchError, match="does not answer"):
            fetch(f"http://{NAME}/", limits=FetchLimits(connect_seconds=0.1))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for NAME that signs itself, and its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    key, crt = folder / "key.pem", folder / "crt.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    command += ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(crt)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("the openssl program, which makes the certificate, is not installed")
    both = folder / "both.pem"
    both.write_bytes(crt.read_bytes() + key.read_bytes())
    return both


class TestEncryption:
    """TLS is spoken with the name, though the connection goes to an address."""

    def test_certificate_is_checked_for_the_name(
        self, certificate: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The right name is read; another one at the same server is refused; so is a stranger."""
        named: list[str | None] = []
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.sni_callback = lambda _, name, __: named.append(name)
        with serving(context) as web:
            web.page("/a")
            network = Network(web, monkeypatch)
            network.answers = {NAME: [[PUBLIC]], "other.example": [[PUBLIC]]}
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
            assert fetch(f"https://{NAME}/a").content == PAGE.encode()
            assert fetch(f"https://{NAME}./a").content == PAGE.encode()
            with pytest.raises(FetchError, match="certificate was not accepted"):
                fetch("https://other.example/a")
            monkeypatch.delenv("SSL_CERT_FILE")
            with pytest.raises(FetchError, match="certificate was not accepted"):
                fetch(f"https://{NAME}/a")
        assert named == [NAME, NAME, "other.example", NAME]
        assert network.connected == [PUBLIC] * 4

    def test_missing_certificates_are_an_error_of_the_source(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """A wrong setting on this machine does not end a batch."""
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
        with pytest.raises(FetchError, match="SSL_CERT_FILE"):
            fetch("https://127.0.0.1/", allow_private=True)
