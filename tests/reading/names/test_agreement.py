"""Names of one article agree with each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.names._agreement import Found, agreed, plain
from wortlaut.reading.names._labels import LABELS, first_of
from wortlaut.reading.names._tagger import likeliest

PERSON, PLACE, ORGANISATION = range(3)


def shares_of(*words: dict[int, float]) -> NDArray[np.float32]:
    """Probabilities of labels; what is not told falls to no name."""
    shares = np.zeros((len(words), LABELS), dtype=np.float32)
    for row, told in zip(shares, words, strict=True):
        for label, share in told.items():
            row[label] = share
        row[0] += 1.0 - row.sum()
    return shares


def first(kind: int, share: float = 0.95) -> dict[int, float]:
    """A word that begins a name."""
    return {first_of(kind): share}


def further(kind: int, share: float = 0.95) -> dict[int, float]:
    """A word that goes on with a name."""
    return {first_of(kind) + 1: share}


NONE: dict[int, float] = {}


def agree(row: str, shares: NDArray[np.float32]) -> list[tuple[str, int]]:
    """The words of each name, and its kind."""
    words = row.split(" ")
    assert len(words) == len(shares)
    names = agreed(words, likeliest(shares, [0] * len(shares)), shares)
    assert names == sorted(names)
    return [(" ".join(words[name.begin : name.end]), name.kind) for name in names]


def test_a_surname_is_the_person_whose_full_name_the_article_has() -> None:
    """Although the place by itself looked like a town's name."""
    doubtful = {first_of(PLACE): 0.6, first_of(PERSON): 0.35}
    shares = shares_of(first(PERSON), further(PERSON), NONE, doubtful)
    assert agree("Anna Roth kam Roth", shares) == [
        ("Anna Roth", PERSON),
        ("Roth", PERSON),
    ]


def test_a_surname_that_was_overlooked_is_found() -> None:
    """In the genitive too, but not where it is no name at all."""
    shares = shares_of(
        first(PERSON), further(PERSON), NONE, {first_of(PERSON): 0.1}, {first_of(PERSON): 0.2}, NONE
    )
    assert agree("Anna Roth sagte Roth Roths Roth", shares) == [
        ("Anna Roth", PERSON),
        ("Roth", PERSON),
        ("Roths", PERSON),
    ]


def test_a_surname_in_capitals_is_the_same_person() -> None:
    """Transcripts name who speaks so; the network takes it for an abbreviation."""
    shares = shares_of(
        first(PERSON), further(PERSON), NONE, first(ORGANISATION, 0.5), {first_of(PERSON): 0.1}
    )
    assert agree("Anna Roth kam ROTH ROTH", shares) == [
        ("Anna Roth", PERSON),
        ("ROTH", PERSON),
        ("ROTH", PERSON),
    ]


def test_most_places_win_over_a_doubtful_one() -> None:
    """The same words are the same kind of name."""
    shares = shares_of(first(ORGANISATION), NONE, first(ORGANISATION), NONE, {first_of(PLACE): 0.5})
    assert agree("Werft und Werft und Werft", shares) == [("Werft", ORGANISATION)] * 3


def test_a_place_that_is_sure_of_itself_keeps_its_kind() -> None:
    """George Washington does not make a man of the town."""
    shares = shares_of(
        first(PLACE, 0.99), NONE, first(PLACE, 0.99), NONE, first(PERSON), further(PERSON), NONE,
        first(PLACE, 0.99),
    )  # fmt: skip
    assert agree("Washington und Washington ehren George Washington in Washington", shares) == [
        ("Washington", PLACE),
        ("Washington", PLACE),
        ("George Washington", PERSON),
        ("Washington", PLACE),
    ]


def test_a_name_of_several_words_is_found_again() -> None:
    """Only whole."""
    shares = shares_of(
        first(ORGANISATION), further(ORGANISATION), NONE, {first_of(ORGANISATION): 0.2},
        {first_of(ORGANISATION) + 1: 0.2}, NONE, {first_of(ORGANISATION): 0.2},
    )  # fmt: skip
    assert agree("Blaue Werft oder Blaue Werft oder Blaue", shares) == [
        ("Blaue Werft", ORGANISATION),
        ("Blaue Werft", ORGANISATION),
    ]


def test_a_name_that_was_cut_short_is_made_whole() -> None:
    """Its rest is no name of its own then."""
    shares = shares_of(
        first(ORGANISATION), further(ORGANISATION), further(ORGANISATION), NONE,
        first(ORGANISATION), further(ORGANISATION), first(PERSON, 0.5),
    )  # fmt: skip
    assert agree("FC Blaue Werft gegen FC Blaue Werft", shares) == [
        ("FC Blaue Werft", ORGANISATION),
        ("FC Blaue Werft", ORGANISATION),
    ]


def test_names_neither_overlap_nor_go_astray() -> None:
    """Whatever the network says."""
    random = np.random.default_rng(5)
    for _ in range(50):
        shares = random.dirichlet(np.full(LABELS, 0.2), 30).astype(np.float32)
        words = random.choice(["Roth", "Anna", "Werft", "Bonn", "und", "Roths"], 30).tolist()
        names = agreed(words, likeliest(shares, [0] * len(shares)), shares)
        ends = [0, *(name.end for name in names)]
        assert all(name.begin >= end for name, end in zip(names, ends, strict=False))
        assert all(0.0 <= name.confidence <= 1.0 for name in names)


def test_confidence_minds_whether_the_name_goes_on() -> None:
    """A name that may well have one more word is doubtful."""
    shares = shares_of(first(PERSON, 0.9), further(PERSON, 0.4))
    assert likeliest(shares, [0] * len(shares)) == [
        Found(0, 1, PERSON, 1.0 - np.float32(0.4).item())
    ]


def test_the_endings_of_genitives_are_taken_off() -> None:
    """To tell that two names are the same; short words keep theirs."""
    assert plain(["Anna", "Roths"]) == plain(["Anna", "Roth"]) == plain(["Anna", "Roth’s"])
    assert plain(["Wes"]) == ("Wes",)
