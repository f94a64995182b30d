"""Numbers as newsrooms write them: *12*, *zwölf*, *1,4*, *18 000*, *twenty-six*."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"\d{1,3}(?:[  .,'’]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
"""A number in digits; groups of three may be set apart."""
_GROUPED = re.compile(r"\d{1,3}(?:[  .,'’]\d{3})+")
_SMALL = {
    word: value
    for value, words in enumerate(
        "null/zero eins zwei/two drei/three vier/four fünf/five/fuenf sechs/six sieben/seven "
        "acht/eight neun/nine zehn/ten elf/eleven zwölf/twelve/zwoelf dreizehn/thirteen "
        "vierzehn/fourteen fünfzehn/fifteen sechzehn/sixteen siebzehn/seventeen "
        "achtzehn/eighteen neunzehn/nineteen".split()
    )
    for word in words.split("/")
}
_TENS = {
    word: 10 * value
    for value, words in enumerate(
        "zwanzig/twenty dreißig/thirty/dreissig vierzig/forty fünfzig/fifty/fuenfzig "
        "sechzig/sixty siebzig/seventy achtzig/eighty neunzig/ninety".split(),
        start=2,
    )
    for word in words.split("/")
}
_UNITS = {**{w: v for w, v in _SMALL.items() if 0 < v < 10}, "ein": 1, "one": 1}
_TIMES = re.compile(r"-?fach(?:e[nmrs]?)?$")


@lru_cache(maxsize=1 << 15)
def number_of(word: str) -> str | None:
    """A number in one form (*12*, *1.4*), or None; *ein* and *one* are no numbers here."""
    small = word.casefold()
    if small[:1].isdigit():
        return _in_digits(small)
    whole = _TIMES.sub("", small)
    value = _SMALL.get(whole, _TENS.get(whole))
    if value is None:
        value = _compound(whole)
    return None if value is None else str(value)


def _in_digits(small: str) -> str | None:
    digits = _TIMES.sub("", small).rstrip(".")
    if _GROUPED.fullmatch(digits):
        return re.sub(r"\D", "", digits).lstrip("0") or "0"
    match = re.fullmatch(r"(\d+)(?:[.,](\d+))?", digits)
    if match is None:
        return None
    whole = match[1].lstrip("0") or "0"
    part = (match[2] or "").rstrip("0")
    return f"{whole}.{part}" if part else whole


def _compound(small: str) -> int | None:
    """*Einundvierzig*, *forty-one*, *vierhundert*."""
    if "und" in small:
        unit, _, ten = small.partition("und")
        if unit in _UNITS and ten in _TENS:
            return _TENS[ten] + _UNITS[unit]
    ten, _, unit = small.partition("-")
    if ten in _TENS and unit in _UNITS:
        return _TENS[ten] + _UNITS[unit]
    for suffix, factor in (("hundert", 100), ("tausend", 1000)):
        head = small.removesuffix(suffix)
        if head != small:
            value = _UNITS.get(head, _SMALL.get(head, _TENS.get(head)))
            return None if value is None else value * factor
    return None
