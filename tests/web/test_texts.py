"""The words of the interface: the same in both languages, and none missing."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest

from wortlaut.web._texts import LANGUAGES, shipped_texts

TEXTS = shipped_texts()
TEMPLATES = sorted(
    entry.name for entry in (files("wortlaut.web") / "templates").iterdir() if entry.is_file()
)


def names(text: str) -> set[str]:
    """The `{names}` that a text has replaced."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts() -> None:
    """Under the same keys."""
    assert set(TEXTS["de"].by_key) == set(TEXTS["en"].by_key)


def test_both_languages_fill_in_the_same_values() -> None:
    """Except in formats, which may spell a date with other parts."""
    differing = [
        key
        for key, text in TEXTS["de"].by_key.items()
        if not key.startswith("format.") and names(text) != names(TEXTS["en"].by_key[key])
    ]
    assert differing == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_uses_only_texts_that_exist(template: str) -> None:
    """By their whole key, or by the beginning of it where the end is a value."""
    source = (files("wortlaut.web") / "templates" / template).read_text("utf-8")
    keys = TEXTS["de"].by_key
    whole = re.findall(r"""\bt\(\s*["']([\w.]+)["']\s*[,)]""", source)
    counted = re.findall(r"""\bt\.many\(\s*["']([\w.]+)["']\s*,""", source)
    begun = re.findall(r"""\bt\(\s*["']([\w.]+\.)["']\s*~""", source)
    begun += [f"{kind}." for kind in re.findall(r"""\bt\.name\(\s*["'](\w+)["']""", source)]
    assert [key for key in whole if key not in keys] == []
    assert [key for key in counted if not {f"{key}.one", f"{key}.other"} <= set(keys)] == []
    assert [start for start in begun if not any(key.startswith(start) for key in keys)] == []
    # Whatever else is called is written so that the lines above see it.
    calls = len(re.findall(r"\bt(?:\.many|\.name)?\(", source))
    assert calls == len(whole) + len(counted) + len(begun)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_numbers_are_written_as_the_language_writes_them(language: str) -> None:
    """Order, names of months, separators."""
    words = TEXTS[language]
    day = date(2026, 3, 5)
    assert (words.day(day), words.short_day(day), words.month(day), words.number(1234567)) == {
        "de": ("5. März 2026", "05.03.2026", "März 2026", "1.234.567"),
        "en": ("5 March 2026", "5 Mar 2026", "March 2026", "1,234,567"),
    }[language]
