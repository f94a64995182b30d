"""The words of the interface, in each language, and dates and numbers as it writes them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("de", "en")
"""Those the interface has; the first wins where a browser wants both alike."""
FALLBACK = "en"
"""For browsers that ask for neither."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface in one language."""

    language: str
    by_key: Mapping[str, str]

    def __call__(self, key: str, **values: Any) -> str:
        """The text under `key` (`search.title`), its `{names}` replaced by the values.

        Raises `KeyError` where there is none.
        """
        text = self.by_key[key]
        return text.format_map(values) if values else text

    def many(self, key: str, number: int, **values: Any) -> str:
        """The text under `key.one` or `key.other`; `{number}` is written with separators."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", number=self.number(number), **values)

    def name(self, kind: str, value: str) -> str:
        """What a value of an enumeration is called: `name("act", "denies")`."""
        return self.by_key[f"{kind}.{value}"]

    def language_name(self, code: str) -> str:
        """What a language is called; its code where we have no name for it."""
        return self.by_key.get(f"language.{code}", code)

    def number(self, number: int) -> str:
        """A whole number with the language's separators."""
        return f"{number:,}".replace(",", self.by_key["format.thousands"])

    def percent(self, share: float) -> str:
        """A share between 0 and 1 as whole per cent."""
        return self("format.percent", number=round(share * 100))

    def day(self, day: date) -> str:
        """A day with its month's name: *23. November 2026*, *23 November 2026*."""
        return self("format.day", day=day.day, month=self.month_name(day.month), year=day.year)

    def short_day(self, day: date) -> str:
        """A day as short as it can be read: *23.11.2026*, *23 Nov 2026*."""
        short = self.month_name(day.month)[:3]
        return self("format.short_day", day=day.day, month=day.month, short=short, year=day.year)

    def month(self, day: date) -> str:
        """The day's month and year."""
        return self("format.month", month=self.month_name(day.month), year=day.year)

    def moment(self, moment: datetime) -> str:
        """A day with its time, in UTC."""
        return self("format.moment", day=self.day(moment), time=f"{moment:%H:%M}")

    def month_name(self, month: int) -> str:
        """The name of a month, 1 to 12."""
        return self.by_key[f"months.{month}"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface in every language."""

    by_language: Mapping[str, Words]

    def __getitem__(self, language: str) -> Words:
        return self.by_language[language]


@cache
def shipped_texts() -> Texts:
    """The texts in the package."""
    folder = files("wortlaut.web") / "texts"
    return Texts(
        {
            language: Words(
                language,
                dict(_flat(tomllib.loads((folder / f"{language}.toml").read_text("utf-8")))),
            )
            for language in LANGUAGES
        }
    )


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", str(value)
