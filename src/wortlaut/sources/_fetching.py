"""A URL to the bytes of its page, with bounds on time, size and where it may lead.

Proxies that the environment names (`HTTP_PROXY` and the like) are not used: a proxy would
resolve the name itself, out of reach of the check of its addresses.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import httpcore
import httpx

from wortlaut._exceptions import AddressRefused, EmptySource, FetchError, SourceTooLarge
from wortlaut.sources._guarded_network import Deadline, GuardedTransport
from wortlaut.sources._inflating import WEB_LIMIT, Coding, inflated, limited


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long, how much and how far a fetch may go."""

    connect_seconds: float = 10.0
    """For each connection: finding the address, connecting, TLS."""
    read_seconds: float = 15.0
    """Longest silence of the server."""
    total_seconds: float = 60.0
    """For everything together, redirects included."""
    bytes: int = WEB_LIMIT
    """Of the page, as it comes and after decompression."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What the web gave for a URL."""

    url: str
    """Where the page was found in the end, after redirects."""
    content: bytes
    """The page, decompressed."""
    content_type: str | None
    """The media type, in lower case and without parameters: `text/html`."""
    charset: str | None
    """As the HTTP header names it."""


_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "text/x-opml",
        "application/opml+xml",
    }
)
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
_ACCEPT_FEEDS = f"application/rss+xml,application/atom+xml,application/xml;q=0.9,{_ACCEPT}"
# The transport passes the errors of the layer below as they are.
_CORE_ERRORS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError)
_MOST_CODINGS = 3
_DEFAULT_LIMITS = FetchLimits()

_SAVE_IT = "open it in a browser, save the page and give Wortlaut the file"
_TRY_LATER = "try again later"
_CHECK = "check the address"

_STATUS: dict[int, tuple[str, str]] = {
    401: ("wants a login", _SAVE_IT),
    402: ("wants a payment", _SAVE_IT),
    403: ("refuses to give the page to a program", _SAVE_IT),
    404: ("has no such page", _CHECK),
    410: ("no longer has this page", f"{_CHECK}, or look for it in a web archive"),
    429: ("asks for fewer requests", "wait a while, then try again with fewer pages at a time"),
    451: ("may not show the page for legal reasons", _SAVE_IT),
}


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    feeds: bool = False,
    limits: FetchLimits = _DEFAULT_LIMITS,
) -> FetchedPage:
    """The page at `url`, over http or https; with `feeds`, also RSS, Atom or OPML.

    Only public addresses are asked unless `allow_private`, at every step of a redirect.

    Raises `AddressRefused` where the URL leads elsewhere, `SourceTooLarge` and `EmptySource`
    for pages of a wrong size, `DamagedSource` where compressed content breaks off, and
    `FetchError` for whatever else keeps the page from coming.
    """
    shown = presentable(url)
    deadline = Deadline(limits.total_seconds)
    timeout = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
    try:
        with httpx.Client(
            transport=GuardedTransport(deadline, allow_private=allow_private),
            timeout=timeout,
            trust_env=False,
            headers={
                "User-Agent": _user_agent(),
                "Accept": _ACCEPT_FEEDS if feeds else _ACCEPT,
                "Accept-Language": "de,en;q=0.8,*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
        ) as client:
            readable = _READABLE | _FEEDS if feeds else _READABLE
            return _page(client, _request(client, url, shown), shown, limits, readable)
    except AddressRefused as error:
        raise AddressRefused(shown, f"{error.source} {error.problem}", error.advice) from None
    except OSError as error:
        raise FetchError(
            shown,
            f"the certificates to check it by could not be loaded ({error})",
            "check SSL_CERT_FILE and SSL_CERT_DIR",
        ) from error
    except (httpx.InvalidURL, httpx.HTTPError, *_CORE_ERRORS) as error:
        raise _failure(shown, error, deadline) from error


def presentable(url: str) -> str:
    """`url` as it may be shown: without user name and password, and without control characters."""
    shown = re.sub(r"(?<=://)[^/?#]*@", "", url)
    return "".join(character if character.isprintable() else "\ufffd" for character in shown)


def _user_agent() -> str:
    try:
        return f"Wortlaut/{version('wortlaut')}"
    except PackageNotFoundError:  # run from a checkout that was not installed
        return "Wortlaut/development"


def _request(client: httpx.Client, url: str | httpx.URL, shown: str) -> httpx.Request:
    """The request for `url`, once its form has been checked."""
    address = httpx.URL(url)
    if address.scheme not in ("http", "https"):
        advice = "Wortlaut fetches http and https only"
        if address.scheme == "file":
            advice = "give the file's path"
        raise FetchError(shown, f"has the scheme {address.scheme!r}", advice)
    if not address.host:
        raise FetchError(shown, "names no server", _CHECK)
    if address.userinfo:
        raise FetchError(
            shown,
            "carries a user name or a password",
            "leave them out of the address; for a page behind a login, " + _SAVE_IT,
        )
    if address.port is not None and not 0 < address.port < 65536:
        raise FetchError(shown, f"names the port {address.port}, which cannot be", _CHECK)
    # A name's last dot says that it is complete; certificates and servers do not know it.
    return client.build_request("GET", address.copy_with(host=address.host.rstrip(".")))


def _page(
    client: httpx.Client,
    request: httpx.Request,
    shown: str,
    limits: FetchLimits,
    readable: frozenset[str],
) -> FetchedPage:
    """Follows redirects from `request` to the page."""
    for _ in range(limits.redirects + 1):
        response = client.send(request, stream=True)
        try:
            if response.next_request is None:
                return _read(response, shown, limits, readable)
            onward = response.next_request.url
        finally:
            response.close()
        try:
            request = _request(client, onward, presentable(str(onward)))
        except FetchError as error:
            raise FetchError(
                shown, f"redirects to {error.source}: {error.problem}", error.advice
            ) from None
    raise FetchError(
        shown,
        f"redirects more than {limits.redirects} times, at last to {presentable(str(onward))}",
        "give the address that a browser shows in the end",
    )


def _read(
    response: httpx.Response, shown: str, limits: FetchLimits, readable: frozenset[str]
) -> FetchedPage:
    """The page of a response that is no redirect."""
    _refuse_status(response, shown)
    content_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if content_type and content_type not in readable:
        problem = f"is {presentable(content_type[:60])}, not a web page"
        raise FetchError(shown, problem, _advice_for(content_type))
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > limits.bytes:
        raise _too_large(shown, limits)
    content = bytearray()
    try:
        for piece in _body(response, shown, limits):
            content += piece
    except SourceTooLarge:
        raise _too_large(shown, limits) from None
    if not content.strip():
        raise EmptySource(shown, "the server sent an empty page", _SAVE_IT)
    return FetchedPage(
        url=str(response.url),
        content=bytes(content),
        content_type=content_type or None,
        charset=response.charset_encoding,
    )


def _body(response: httpx.Response, shown: str, limits: FetchLimits) -> Iterator[bytes]:
    """The decompressed body, held to the limit before, between and after decompression.

    httpx would decompress each piece from the network in one go, to whatever size: so its
    raw bytes are taken.
    """
    pieces: Iterator[bytes] = limited(response.iter_raw(), limit=limits.bytes, source=shown)
    codings = response.headers.get("Content-Encoding", "").lower().split(",")
    codings = [name for coding in codings if (name := coding.strip()) not in ("", "identity")]
    if len(codings) > _MOST_CODINGS:
        raise FetchError(shown, f"is compressed {len(codings)} times over", _SAVE_IT)
    for name in reversed(codings):
        pieces = inflated(pieces, coding=_coding(name, shown), source=shown, limit=limits.bytes)
    return pieces


def _coding(name: str, shown: str) -> Coding:
    if name in ("gzip", "x-gzip"):
        return "gzip"
    if name == "deflate":
        return "deflate"
    raise FetchError(shown, f"comes compressed as {name[:40]!r}, which was not asked for", _SAVE_IT)


def _refuse_status(response: httpx.Response, shown: str) -> None:
    status = response.status_code
    if status in (200, 203):
        return
    if status in _STATUS:
        problem, advice = _STATUS[status]
    elif status >= 500:
        problem, advice = "failed at its end", _TRY_LATER
    elif 300 <= status < 400:
        problem, advice = "redirects without saying where", _SAVE_IT
    elif status < 300:
        problem, advice = "sent no page", _SAVE_IT
    else:
        problem, advice = "did not accept the request", f"{_CHECK}, or {_SAVE_IT}"
    wait = response.headers.get("Retry-After", "")
    if status in (429, 503) and wait.isdecimal() and len(wait) < 6:
        advice = f"try again in {wait} seconds, with fewer pages at a time"
    raise FetchError(shown, f"the server {problem} (HTTP {status})", advice)


def _advice_for(content_type: str) -> str:
    if content_type == "application/pdf":
        return "download it, convert it with `pdftotext` and give Wortlaut the text"
    if content_type.partition("/")[0] in ("image", "audio", "video", "font"):
        return "give the address of a page with text"
    if content_type.endswith(("rss+xml", "atom+xml")):
        return "give the addresses of the feed's entries"
    if "json" in content_type or "gzip" in content_type:
        return "download it and give Wortlaut the file"
    return "give the address of a web page, or download it and give Wortlaut the file as text"


def _too_large(shown: str, limits: FetchLimits) -> SourceTooLarge:
    return SourceTooLarge(
        shown,
        f"holds more than {limits.bytes / 2**20:.3g} MiB",
        "if it is a page that you want, save it and give Wortlaut the file",
    )


def _failure(shown: str, error: Exception, deadline: Deadline) -> FetchError:
    """What httpx reports, in words for the person who asked for the page."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            problem = f"its certificate was not accepted ({cause.verify_message})"
            return FetchError(shown, problem, f"{_CHECK} and this machine's clock")
        cause = cause.__cause__ or cause.__context__
    if deadline.over:
        problem = f"did not come within {deadline.seconds:g} seconds"
        return FetchError(shown, problem, f"{_TRY_LATER}, or {_SAVE_IT}")
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        return FetchError(shown, "the server does not answer", f"{_CHECK}, or {_TRY_LATER}")
    if isinstance(error, httpx.InvalidURL):
        return FetchError(shown, f"is not a URL ({error})", _CHECK)
    if isinstance(error, httpcore.ConnectError):
        return FetchError(shown, f"no connection ({error})", f"{_CHECK} and the network")
    return FetchError(shown, f"the answer broke off or is not HTTP ({error})", _TRY_LATER)
