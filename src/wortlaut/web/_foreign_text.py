"""Words and addresses that came from outside, made harmless before they are shown.

Templates escape everything; this is about what escaping leaves: characters that turn the
direction of the text around them (Unicode Standard Annex 9; "Trojan Source", Boucher and
Anderson 2021) and addresses that run a script.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_NAMES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
# Not the carriage return: what forms send and Windows writes has one at the end of every line,
# and a page shows it as the white space that it is.
_STEERING = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{''.join(_NAMES)}]")


def shown(text: str) -> Markup:
    """The text escaped, each character that steers the text marked with its name."""
    if _STEERING.search(text) is None:
        return escape(text)
    pieces = []
    at = 0
    for match in _STEERING.finditer(text):
        name = _NAMES.get(match[0], f"U+{ord(match[0]):04X}")
        pieces += [escape(text[at : match.start()]), Markup('<span class="steers">')]
        pieces += [escape(name), Markup("</span>")]
        at = match.end()
    return Markup("").join([*pieces, escape(text[at:])])


def foreign(text: str) -> Markup:
    """`shown`, and isolated, so that it cannot turn the direction of what stands beside it."""
    # Not by Markup.format, which takes five times as long; `shown` has escaped it.
    return Markup(f"<bdi>{shown(text)}</bdi>")


def visible(text: str) -> str:
    """The text for an attribute or a title: what steers is replaced by a sign, one for one."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def web_address(address: str | None) -> str | None:
    """The address, if it leads to the web (http or https with a host); None otherwise."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
