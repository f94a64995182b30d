"""The data files of places: the package's own and one of the user's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from wortlaut._exceptions import LexiconError

Pair = dict[str, tuple[str, ...]]
"""Names by language, `de` and `en`."""

LANGUAGES = ("de", "en")
_COUNTRY_KEYS = frozenset({"names", "adjectives", "people", "capitals"})
_SEAT_KEYS = frozenset({"names", "country", "office"})
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Country:
    """What the files tell of a country."""

    cldr: Pair
    names: Pair = field(default_factory=dict)
    adjectives: Pair = field(default_factory=dict)
    people: Pair = field(default_factory=dict)
    capitals: Pair = field(default_factory=dict)

    def all_names(self, language: str) -> tuple[str, ...]:
        """CLDR's name and the further ones."""
        return (*self.cldr.get(language, ()), *self.names.get(language, ()))


@dataclass(frozen=True, slots=True)
class Seat:
    """What the files tell of a seat of power."""

    names: Pair
    country: str
    office: Pair


def read_files(extra: Path | None) -> tuple[dict[str, Country], list[Seat]]:
    """Countries by code, and seats; the user's file comes last and wins.

    Raises `LexiconError` where a file cannot be read or an entry is wrong.
    """
    countries = {
        code: Country({"de": (german,), "en": (english,)})
        for code, (german, english) in _toml(_FOLDER / "cldr.toml").items()
    }
    seats: list[Seat] = []
    for path in (_FOLDER / "countries.toml", _FOLDER / "seats.toml", extra):
        if path is None:
            continue
        content = _toml(path)
        _no_others(path, "", content, ("country", "seat"))
        _add_countries(path, _table(path, "country", content.get("country", {})), countries)
        for seat in _seats(path, content.get("seat", []), countries):
            seats = [other for other in seats if not _share(seat.names, other.names)]
            seats.append(seat)
    return countries, seats


def _wrong(path: Path, entry: str, problem: str) -> LexiconError:
    return LexiconError(str(path), f"[{entry}] {problem}" if entry else problem)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise _wrong(path, "", "no such file; check the path") from None
    except OSError as error:
        raise _wrong(path, "", f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise _wrong(path, "", "not UTF-8; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        # The message names line and column.
        raise _wrong(path, "", f"not TOML: {error}") from error


def _add_countries(path: Path, tables: Mapping[str, Any], countries: dict[str, Country]) -> None:
    for code, content in tables.items():
        entry = f"country.{code}"
        table = _table(path, entry, content)
        _no_others(path, entry, table, _COUNTRY_KEYS)
        given = {key: _pair(path, f"{entry}.{key}", value) for key, value in table.items()}
        known = countries.get(code)
        if known is None:
            names = given.get("names", {})
            if any(not names.get(language) for language in LANGUAGES):
                raise _wrong(
                    path,
                    entry,
                    "is no code of ISO 3166; check it, or give names in de and in en for a "
                    "country of your own",
                )
            known = Country({})
        # A key that is given takes the place of the one before, language by language.
        countries[code] = replace(
            known, **{key: {**getattr(known, key), **pair} for key, pair in given.items()}
        )


def _seats(path: Path, tables: Any, countries: Mapping[str, Country]) -> Iterator[Seat]:
    if not isinstance(tables, list):
        raise _wrong(path, "seat", "write [[seat]], with two brackets, above each seat")
    for number, content in enumerate(tables, 1):
        entry = f"seat {number}"
        table = _table(path, entry, content)
        _no_others(path, entry, table, _SEAT_KEYS)
        names = _pair(path, f"{entry}, names", table.get("names", {}))
        if not any(names.values()):
            raise _wrong(path, entry, "has no names; give names in de, in en or in both")
        country = table.get("country")
        if not isinstance(country, str) or country not in countries:
            raise _wrong(path, f"{entry} ({_first(names)})", f"country {country!r} is not known")
        yield Seat(names, country, _pair(path, f"{entry}, office", table.get("office", {})))


def _table(path: Path, entry: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(path, entry, f"is to be a table, not {value!r}")
    return value


def _no_others(path: Path, entry: str, table: Iterable[str], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            raise _wrong(path, entry, f"has no key {key!r}; there are {', '.join(sorted(known))}")


def _pair(path: Path, entry: str, value: Any) -> Pair:
    table = _table(path, entry, value)
    _no_others(path, entry, table, LANGUAGES)
    for language, names in table.items():
        if not isinstance(names, list) or not all(isinstance(n, str) and n.strip() for n in names):
            raise _wrong(path, f"{entry}, {language}", f"is to be a list of names, not {names!r}")
    return {language: tuple(names) for language, names in table.items()}


def _share(one: Pair, other: Pair) -> bool:
    return any(set(one.get(lang, ())) & set(other.get(lang, ())) for lang in LANGUAGES)


def _first(names: Pair) -> str:
    return next(name for language in names.values() for name in language)
