"""Names of one human in the spellings of several languages, and names of two."""

import pytest

from wortlaut.linking._alikeness import Alike, alike, alike_given
from wortlaut.linking._human_names import human_name
from wortlaut.linking._letters import spellings
from wortlaut.linking._name_evidence import name_evidence
from wortlaut.linking._sounds import skeletons, sounds


@pytest.mark.parametrize(
    "spelt",
    [
        ("gorbatschow", "gorbachev", "gorbachov", "горбачёв", "горбачев"),
        ("selenskyj", "zelensky", "zelenskyy", "selenski", "зеленський", "зеленский"),
        ("jelzin", "yeltsin", "ельцин"),
        ("juschtschenko", "yushchenko", "ющенко"),
        ("schirinowski", "zhirinovsky", "жириновский"),
        ("chamenei", "khamenei"),
        ("ahmadinedschad", "ahmadinejad"),
        ("vučić", "vucic", "вучић"),
        ("tsipras", "τσίπρας"),
    ],
)
def test_one_name_sounds_alike_in_every_spelling(spelt: tuple[str, ...]) -> None:
    """German, English and scholarly spellings and the name's own letters share a sound."""
    first, *others = spelt
    for other in others:
        assert alike(first, other) >= Alike.SOUND, (first, other)
        assert not skeletons(first).isdisjoint(skeletons(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("meier", "maier"), ("hoffmann", "hofmann"), ("janssen", "jansen"), ("schmidt", "schmitt")],
)
def test_german_surnames_of_one_sound_are_no_spellings_of_each_other(one: str, other: str) -> None:
    """What no transcription does tells two surnames apart, though not for sure."""
    assert alike(one, other) <= Alike.NEAR
    assert sounds(one).isdisjoint(sounds(other))


def test_umlauts_may_be_written_out_or_lose_their_dots() -> None:
    """*ue* is another way to write *ü*; a bare *u* may be, or may be another name."""
    assert alike("müller", "mueller") is Alike.SAME
    assert alike("strauß", "strauss") is Alike.SAME
    assert alike("schäuble", "schauble") is Alike.BARE
    assert alike("müller", "möller") < Alike.BARE


def test_cyrillic_and_greek_letters_become_latin_ones() -> None:
    """Letters of another script are written as a German would."""
    assert spellings("путин") == ("putin",)
    assert "mitsotakis" in spellings("μητσοτάκης")


def test_given_names_have_short_and_foreign_forms() -> None:
    """Forms of one name agree less than one form, and men's names not with women's."""
    assert alike_given("bill", "william") is Alike.FORM
    assert alike_given("mykola", "николай") is Alike.FORM
    assert alike_given("g", "gerhard") is Alike.INITIAL
    assert alike_given("alexander", "alexandra") is Alike.NOT
    assert alike_given("daniel", "daniela") is Alike.NOT


def test_titles_particles_and_numbers_are_no_names() -> None:
    """What stands around a name is told from it."""
    assert human_name("Prof. Dr. Karl Freiherr von Aretin").words == ("karl", "aretin")
    assert human_name("Merkel, Angela").words == ("angela", "merkel")
    assert human_name("F.-W. Steinmeier").words == ("f", "w", "steinmeier")
    assert human_name("Papst Benedikt XVI.").number == 16
    assert human_name("Baschar al-Assad").words == ("baschar", "assad")
    assert human_name("Al Gore").words == ("al", "gore")
    assert human_name("Donald Trump Jr.").junior is True
    assert human_name("...").words == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viktor Orbán", "Orbán Viktor"),
        ("Xi Jinping", "Jinping Xi"),
        ("Hans-Dietrich Genscher", "Hans Dietrich Genscher"),
        ("J.-C. Juncker", "Jean-Claude Juncker"),
        ("Heidemarie Wieczorek-Zeul", "Heidi Wieczorek-Zeul"),
        ("Andrés Manuel López Obrador", "López Obrador"),
        ("Hugo Chávez", "Hugo Rafael Chávez Frías"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("Papst Benedikt XVI.", "Pope Benedict XVI"),
        ("Wladimir Wladimirowitsch Putin", "Vladimir V. Putin"),
    ],
)
def test_forms_of_one_name_fit(one: str, other: str) -> None:
    """Order, hyphens, initials, second surnames and languages do not make two people."""
    found = name_evidence(one, other)
    assert found.family != "other"
    assert found.given != "other"
    assert found.middle != "other"
    assert found.number != "other"
    assert name_evidence(other, one).rank == found.rank


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("George W. Bush", "George H. W. Bush", "middle"),
        ("Hans-Peter Friedrich", "Peter Friedrich", "given"),
        ("Peter Müller", "Kerstin Müller", "given"),
        ("Kim Jong-un", "Kim Jong-il", "middle"),
        ("Papst Johannes Paul II.", "Papst Johannes Paul I.", "number"),
        ("Michael Friedrich", "Michael Friedberg", "family"),
        ("Li Peng", "Li Keqiang", "given"),
    ],
)
def test_names_of_two_people_differ_in_a_part(one: str, other: str, part: str) -> None:
    """The part that tells two people apart is found, whichever name comes first."""
    assert getattr(name_evidence(one, other), part) == "other"
    assert getattr(name_evidence(other, one), part) == "other"
