"""What makes two articles the same one: their canonical address, or else their text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from wortlaut.model import Article

# What campaigns, newsletters and search engines append; the page is the same without it.
_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|mtm_\w+|pk_\w+|wt_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id"
    r"|cmpid|ito|ocid|ncid|smid|ref|referrer|xtor|wtmc|s_cid)\Z",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def identity(article: Article) -> str:
    """The article's canonical URL, or `text:` and its text's hash where it has none."""
    canonical = canonical_url(article.url) if article.url else None
    return canonical or f"text:{text_hash(article.text)}"


def canonical_url(url: str) -> str | None:
    """`url` as it identifies a page; None where it is none of the web's.

    Written alike: scheme and host in small letters, *http* as *https*, no default port,
    fragment, closing slash or tracking parameters. What a server may tell apart stays:
    the letters of the path, and the order of the other parameters.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    place = host.rstrip(".") + ("" if port in (None, _PORTS[scheme]) else f":{port}")
    path = parts.path.rstrip("/")
    kept = [pair for pair in parts.query.split("&") if pair and not _is_tracking(pair)]
    query = "?" + "&".join(kept) if kept else ""
    return f"https://{place}{path}{query}"


def host_name(url: str) -> str | None:
    """The host of a web address without its `www.`, which stands for an unnamed outlet."""
    canonical = canonical_url(url)
    if canonical is None:
        return None
    return (urlsplit(canonical).hostname or "").removeprefix("www.") or None


def text_hash(text: str) -> str:
    """SHA-256 of the text's words; white space and the form of accents do not count."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _is_tracking(pair: str) -> bool:
    return _TRACKING.match(pair.partition("=")[0]) is not None
