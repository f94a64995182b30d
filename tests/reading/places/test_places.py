"""Words lead to the country that they are of, and to its government."""

from __future__ import annotations

import pytest

from wortlaut.reading.places import PlaceKind, Places

PLACES = Places.load()


@pytest.mark.parametrize(
    ("words", "country", "kind"),
    [
        ("Russland", "RU", PlaceKind.COUNTRY),
        ("Russlands", "RU", PlaceKind.COUNTRY),
        ("der Türkei", "TR", PlaceKind.COUNTRY),
        ("den Vereinigten Staaten", "US", PlaceKind.COUNTRY),
        ("die USA", "US", PlaceKind.COUNTRY),
        ("in the U.S.", None, None),
        ("the U.S.", "US", PlaceKind.COUNTRY),
        ("Texas'", None, None),
        ("Honduras’", "HN", PlaceKind.COUNTRY),
        ("Großbritannien", "GB", PlaceKind.COUNTRY),
        ("den Niederlanden", "NL", PlaceKind.COUNTRY),
        ("der Europäischen Union", "EU", PlaceKind.COUNTRY),
        ("Heiligen Stuhls", "VA", PlaceKind.COUNTRY),
        ("Moskau", "RU", PlaceKind.CAPITAL),
        ("Moscow's", "RU", PlaceKind.CAPITAL),
        ("Brüssel", "EU", PlaceKind.CAPITAL),
        ("Kyjiw", "UA", PlaceKind.CAPITAL),
        ("Kyiv", "UA", PlaceKind.CAPITAL),
        ("Den Haag", "NL", PlaceKind.CAPITAL),
        ("des Kremls", "RU", PlaceKind.SEAT),
        ("der Kreml", "RU", PlaceKind.SEAT),
        ("the Kremlin’s", "RU", PlaceKind.SEAT),
        ("das Weiße Haus", "US", PlaceKind.SEAT),
        ("dem Weißen Haus", "US", PlaceKind.SEAT),
        ("Weißes Haus", "US", PlaceKind.SEAT),
        ("des Weissen Hauses", "US", PlaceKind.SEAT),
        ("The White House", "US", PlaceKind.SEAT),
        ("„Downing Street“", "GB", PlaceKind.SEAT),
        ("im Élysée-Palast", "FR", PlaceKind.SEAT),
        ("die Wall Street", None, None),
        ("Hollywood", None, None),
        ("das Silicon Valley", None, None),
        ("das weiße Haus", None, None),
        ("turkey", None, None),
        ("Kreml-Sprecher", None, None),
        ("", None, None),
    ],
)
def test_a_place_is_known_in_all_its_forms(
    words: str, country: str | None, kind: PlaceKind | None
) -> None:
    """Articles, cases and possessives do not matter; what is no government is no place here."""
    place = PLACES.of(words)
    assert (place and place.country, place and place.kind) == (country, kind)


def test_a_language_can_be_kept_to() -> None:
    """An English article's island is not Iceland."""
    assert PLACES.of("Island", "en") is None
    assert (place := PLACES.of("Island", "de")) and place.country == "IS"


def test_a_place_tells_its_common_names() -> None:
    """One in each language, without article."""
    place = PLACES.of("Kremls")
    assert place and (place.de, place.en) == ("Kreml", "Kremlin")
    place = PLACES.of("Moscow")
    assert place and (place.de, place.en) == ("Moskau", "Moscow")


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("russische", "RU"),
        ("Russischen", "RU"),
        ("Russian", "RU"),
        ("US-Präsident", "US"),
        ("US-amerikanischer", "US"),
        ("EU-Kommissarin", "EU"),
        ("Kreml-Sprecher", "RU"),
        ("saudi-arabischen", "SA"),
        ("Schweizer", "CH"),
        ("schweizerisches", "CH"),
        ("bayerischer", "DE-BY"),
        ("deutsch-französische", None),
        ("Berliner", None),
        ("polish", None),
        ("Ukraine-Krieg", None),
        ("große", None),
    ],
)
def test_an_adjective_leads_to_its_country(word: str, country: str | None) -> None:
    """In any German form, and as the first part of a compound."""
    assert PLACES.adjective(word) == country


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russe", "RU"),
        ("Russen", "RU"),
        ("Russinnen", "RU"),
        ("Französin", "FR"),
        ("Franzosen", "FR"),
        ("Spaniern", "ES"),
        ("Deutschen", "DE"),
        ("Russians", "RU"),
        ("Frenchmen", "FR"),
        ("Mann", None),
    ],
)
def test_an_inhabitant_leads_to_the_country(word: str, country: str | None) -> None:
    """Men and women, one or several."""
    assert PLACES.inhabitant(word) == country


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("die russische Regierung", "RU"),
        ("der russischen Führung", "RU"),
        ("Russlands Regierung", "RU"),
        ("die Regierung Russlands", "RU"),
        ("die Regierung in Kiew", "UA"),
        ("die Regierung der Vereinigten Staaten", "US"),
        ("US-Regierung", "US"),
        ("Pekinger Führung", "CN"),
        ("die Bundesregierung", "DE"),
        ("österreichische Bundesregierung", "AT"),
        ("der Europäischen Kommission", "EU"),
        ("the Russian government", "RU"),
        ("Israel’s government", "IL"),
        ("the government of Israel", "IL"),
        ("die neue Regierung", None),
        ("Regierung im Pentagon", None),
        ("russische Zeitung", None),
    ],
)
def test_a_government_is_known_by_name(words: str, country: str | None) -> None:
    """By adjective, genitive, compound or town."""
    assert PLACES.government(words) == country


@pytest.mark.parametrize("words", ["Moskau", "der Kreml", "Russland"])
def test_whoever_speaks_for_a_government_leads_to_its_names(words: str) -> None:
    """The outright name comes before the country's."""
    place = PLACES.of(words)
    assert place
    names = PLACES.governments(place)
    assert names[0] == "russische Regierung"
    assert {"Russland", "Regierung in Moskau", "Russian government"} < set(names)
    assert all(PLACES.government(name) == "RU" for name in names[:3])


def test_a_seat_of_less_than_the_government_leads_to_its_office() -> None:
    """The Pentagon is the defence ministry's."""
    place = PLACES.of("das Pentagon")
    assert place and place.office[0] == "US-Verteidigungsministerium"
    assert PLACES.governments(place) == place.office


def test_an_adjective_of_a_capital_leads_to_the_country() -> None:
    """For whoever knows that a government follows."""
    assert PLACES.capital_adjective("Moskauer") == "RU"
    assert PLACES.capital_adjective("Kölner") is None


def test_all_names_of_countries_and_capitals_can_be_had() -> None:
    """Each leads back to a place; seats of power are not among them."""
    names = set(PLACES.names())
    assert {"Russland", "Russia", "Moskau", "Moscow", "USA", "Brüssel"} <= names
    assert "Kreml" not in names
    assert all(PLACES.of(name) for name in names)
