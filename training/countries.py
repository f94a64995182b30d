"""Writes `cldr.toml`, the countries' German and English names: `python -m training.countries`.

The names are those of the Unicode CLDR, taken through Babel. Babel itself needs some 80 ms to
load what the reader wants of it, the file a few, which is why the package carries the file.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel import Locale

TARGET = Path("src/wortlaut/reading/places/cldr.toml")
_LEFT_OUT = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""The eurozone, and codes that are no place."""
_HEAD = f"""\
# Countries' names in German and English, the common one first. Written by
# `python -m training.countries` from the Unicode CLDR, through Babel {babel.__version__}; not to be
# edited: countries.toml and a file of your own can add names.
# Copyright © 2004-2025 Unicode, Inc. Unicode License V3, https://www.unicode.org/license.txt

"""


def names(code: str) -> tuple[str, str]:
    """The German and the English name of an ISO 3166 code, as running text has it."""
    german = _territories("de")[code].removeprefix("Sonderverwaltungsregion ")
    english = _territories("en")[code].removesuffix(" SAR China").replace(" & ", " and ")
    return german, english.split(" (")[0]


def _territories(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).territories.items()}


def main() -> None:
    """Write the file."""
    codes = sorted(
        code
        for code in _territories("de")
        if len(code) == 2 and code.isalpha() and code not in _LEFT_OUT
    )
    lines = []
    for code in codes:
        german, english = names(code)
        lines.append(f'{code} = ["{german}", "{english}"]\n')
    TARGET.write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
