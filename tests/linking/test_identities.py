"""Identities as sums of appearances."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.linking.people import seen
from wortlaut.linking import (
    Ruling,
    Rulings,
    identity_from,
    identity_of,
    merged,
    roles_history,
    with_appearance,
)

APPEARANCES = st.lists(
    st.builds(
        seen,
        st.sampled_from(["Angela Merkel", "Merkel", "A. Merkel"]),
        st.sampled_from(["", "Bundeskanzlerin", "CDU-Chefin"]),
        year=st.integers(1991, 2021),
        beside=st.sampled_from([(), ("Horst Seehofer",), ("Sigmar Gabriel", "Horst Seehofer")]),
    ),
    min_size=2,
    max_size=8,
)


def test_an_identity_counts_names_and_keeps_the_days_of_roles() -> None:
    """Names by how often they stand, roles with first and last day and outlets."""
    identity = identity_of(7, seen("Dmitri Peskow", "Kreml-Sprecher", year=2014, outlet="Blatt"))
    identity = with_appearance(identity, seen("Dmitri Peskow", year=2016))
    identity = with_appearance(
        identity, seen("Peskow", "Kreml-Sprecher", year=2022, outlet="Anzeiger")
    )
    assert identity.names == (("Dmitri Peskow", 2), ("Peskow", 1))
    assert identity.appearances == 3
    assert (identity.first, identity.last) == (date(2014, 7, 1), date(2022, 7, 1))
    (role,) = identity.roles
    assert (role.count, role.first, role.last) == (2, date(2014, 7, 1), date(2022, 7, 1))
    assert role.outlets == ("Anzeiger", "Blatt")
    assert identity.countries == {"RU"}


@given(APPEARANCES, st.data())
def test_merging_parts_gives_the_whole(appearances: list, data: st.DataObject) -> None:  # type: ignore[type-arg]
    """Whatever way the appearances came to one identity, the sum is the same."""
    cut = data.draw(st.integers(1, len(appearances) - 1))
    whole = identity_from(1, appearances)
    parts = merged(identity_from(2, appearances[cut:]), identity_from(1, appearances[:cut]))
    assert parts == whole
    assert identity_from(1, data.draw(st.permutations(appearances))) == whole


def test_anchors_are_kept_where_a_ruling_speaks_of_them() -> None:
    """A well-known identity does not carry the anchors of all its articles."""
    rulings = Rulings([Ruling("a1", "a9", same=False)])
    identity = identity_of(1, seen("Ines Thal", anchor="a1"), rulings)
    identity = with_appearance(identity, seen("Ines Thal", anchor="a2"), rulings)
    assert identity.anchors == {"a1"}


def test_the_history_tells_each_office_once() -> None:
    """In order of its beginning, whatever words and language name it."""
    history = roles_history(
        [
            seen("Dmitri Peskow", "Kreml-Sprecher", year=2015, outlet="Blatt"),
            seen("Dmitry Peskov", "Kremlin spokesman", year=2022, outlet="Paper"),
            seen("Dmitri Peskow", "Sprecher des Kreml", year=2012, outlet="Blatt"),
            seen("Dmitri Peskow", "Diplomat", year=1999),
            seen("Dmitri Peskow", "Vize-Sprecher"),
        ]
    )
    assert history[0] == ("Diplomat", date(1999, 7, 1), date(1999, 7, 1), ())
    assert history[1][1:] == (date(2012, 7, 1), date(2022, 7, 1), ("Blatt", "Paper"))
    assert history[2] == ("Vize-Sprecher", None, None, ())
