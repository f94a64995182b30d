"""A user's file adds places and takes the place of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from wortlaut._exceptions import LexiconError
from wortlaut.reading.places import Places


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    """Where the user's file is."""
    return tmp_path / "places.toml"


def test_a_file_adds_seats_and_countries(extra: Path) -> None:
    """A country of its own needs a name in both languages."""
    extra.write_text(
        """
        [country.XN]
        names = { de = ["Nordhafen"], en = ["North Haven"] }
        adjectives = { de = ["nordhafensch"] }
        capitals = { de = ["Altmole"] }

        [[seat]]
        names = { de = ["das Gelbe Haus"] }
        country = "XN"
        """,
        "utf-8",
    )
    places = Places.load(extra)
    for words in ("Nordhafens", "North Haven", "Altmole", "des Gelben Hauses"):
        place = places.of(words)
        assert place and place.country == "XN", words
    assert places.adjective("nordhafensche") == "XN"
    assert places.of("Moskau")


def test_a_file_takes_the_place_of_what_it_gives(extra: Path) -> None:
    """Key by key and language by language."""
    extra.write_text(
        """
        [country.BE]
        capitals = { de = ["Brüssel"] }
        [country.EU]
        capitals = { de = [] }
        [[seat]]
        names = { de = ["der Kreml"] }
        country = "RU"
        office = { de = ["russische Präsidialverwaltung"] }
        """,
        "utf-8",
    )
    places = Places.load(extra)
    assert (place := places.of("Brüssel")) and place.country == "BE"
    assert (place := places.of("Brussels")) and place.country == "EU"
    assert (place := places.of("des Kremls")) and place.office == ("russische Präsidialverwaltung",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[country.RU\n", "line 1"),
        ("[land.RU]\n", "'land'"),
        ("[country.QQ]\ncapitals = { de = ['X'] }", "[country.QQ] is no code of ISO 3166"),
        ("[country.RU]\nmayor = 'X'", "[country.RU] has no key 'mayor'"),
        ("[country.RU]\nnames = ['X']", "[country.RU.names] is to be a table"),
        ("[country.RU]\nnames = { fr = ['X'] }", "'fr'"),
        ("[country.RU]\nnames = { de = 'X' }", "[country.RU.names, de] is to be a list"),
        ("[country]\nRU = 1", "[country.RU] is to be a table"),
        ("[seat]\ncountry = 'RU'", "two brackets"),
        ("[[seat]]\ncountry = 'RU'", "[seat 1] has no names"),
        ("[[seat]]\nnames = { de = ['X'] }\ncountry = 'QQ'", "[seat 1 (X)] country 'QQ'"),
    ],
)
def test_an_error_names_the_file_and_the_entry(extra: Path, content: str, said: str) -> None:
    """So that it can be mended without reading the code."""
    extra.write_text(content, "utf-8")
    with pytest.raises(LexiconError) as caught:
        Places.load(extra)
    assert str(extra) in str(caught.value)
    assert said in str(caught.value)


def test_a_missing_file_is_an_error(extra: Path) -> None:
    """Not silently the package's own places."""
    with pytest.raises(LexiconError, match="no such file"):
        Places.load(extra)


def test_a_file_that_is_no_text_is_an_error(extra: Path) -> None:
    """Such as one saved in Latin-1."""
    extra.write_bytes("[country.RU] # für".encode("latin-1"))
    with pytest.raises(LexiconError, match="UTF-8"):
        Places.load(extra)
