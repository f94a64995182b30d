"""Scores over words become quotations, with a network that is written down here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.reading.model_values import TUNING
from wortlaut.model import Medium, QuotationType
from wortlaut.reading._decoding import Chain, Pieces
from wortlaut.reading._labels import LEVELS, MEDIA, NAMED, ROLES, TAGS, TYPES
from wortlaut.reading._model_files import Tuning
from wortlaut.reading._network import Encoded, Judged, Network
from wortlaut.reading._quotations import Quotation, find_quotations

CHAIN = Chain(np.zeros(len(TAGS), dtype=np.float32), np.zeros((4, 4), dtype=np.float32))
OUTPUTS = len(ROLES) + 2 * len(NAMED)


class WrittenNetwork(Network):
    """Takes the word after every quotation for its cue, and remembers what it was asked."""

    def __init__(self, worth: float = 1.0) -> None:
        self.worth = worth
        self.asked: list[tuple[int, int, list[Pieces]]] = []

    def judge(
        self, encoded: Encoded, begin: int, end: int, quotations: Sequence[Pieces], guideline: str
    ) -> Judged:
        """Every quotation is reported thought."""
        self.asked.append((begin, end, list(quotations)))
        count = len(quotations)
        roles = np.full((count, end - begin, OUTPUTS), -5.0, dtype=np.float32)
        for row, pieces in enumerate(quotations):
            roles[row, pieces[-1][1] - begin, ROLES.index("cue")] = 5.0
        return Judged(
            types=np.eye(len(TYPES), dtype=np.float32)[[len(TYPES) - 1] * count],
            media=np.eye(len(MEDIA), dtype=np.float32)[[2] * count],
            worth=np.full(count, self.worth, dtype=np.float32),
            nobody=np.zeros((count, len(NAMED)), dtype=np.float32),
            roles=roles,
        )


def encoded(*levels: str, sure: float = 9.0) -> Encoded:
    """Words whose tags are written as text, a level each."""
    count = len(levels[0])
    tags = np.zeros((count, LEVELS, len(TAGS)), dtype=np.float32)
    tags[:, :, 0] = 0.1
    for level, row in enumerate(levels):
        for place, tag in enumerate(row):
            tags[place, level, "OBIC".index(tag)] = sure
    return Encoded(np.zeros((count, 1), np.float32), tags, np.zeros((count, 4), np.float32))


def found(
    scores: Encoded,
    network: WrittenNetwork | None = None,
    tuning: Tuning = TUNING,
    stretches: Sequence[tuple[int, int]] = (),
) -> list[Quotation]:
    """The quotations in words of these scores, with these words between quotation marks."""
    network = network or WrittenNetwork()
    return find_quotations(network, scores, stretches, [CHAIN] * LEVELS, tuning, "de")


def test_each_level_has_its_quotations() -> None:
    """In order of their first words, with what the heads say of them."""
    outer, nested = found(encoded("OBIIIIOO", "OOOBIOOO"))
    assert (outer.pieces, outer.level) == ([(1, 6)], 0)
    assert (nested.pieces, nested.level) == ([(3, 5)], 1)
    assert (outer.type, outer.medium) == (QuotationType.REPORTED, Medium.THOUGHT)
    assert outer.certainty == pytest.approx(1.0, abs=0.01)
    assert outer.roles.cue == [(6, 7)]


def test_what_both_levels_mark_alike_is_one_quotation() -> None:
    """Nothing stands inside itself."""
    (one,) = found(encoded("OBIIO", "OBIIO"))
    assert one.level == 0


def test_where_nothing_is_quoted_the_heads_are_not_run() -> None:
    """An article without quotations costs the encoder only."""
    network = WrittenNetwork()
    assert found(encoded("OOOO", "OOOO"), network) == []
    assert network.asked == []


def test_what_is_worth_too_little_is_dropped() -> None:
    """By a threshold for each level."""
    scores = encoded("OBIIIIOO", "OOOBIOOO")
    strict = replace(TUNING, least_worth=1.5)
    strict_inside = replace(TUNING, least_nested_worth=1.5)
    assert [q.level for q in found(scores, tuning=strict)] == [1]
    assert [q.level for q in found(scores, tuning=strict_inside)] == [0]


def test_beginnings_are_found_as_easily_as_the_model_is_tuned_to() -> None:
    """A number is added to the score of beginning a quotation."""
    unsure = encoded("OOBOO", "OOOOO", sure=0.5)
    assert len(found(unsure)) == 1
    assert found(unsure, tuning=replace(TUNING, begin=-2.0)) == []


def test_an_unsure_quotation_is_less_certain() -> None:
    """Certainty is the mean probability of its words being quoted."""
    (sure,) = found(encoded("OBIIO", "OOOOO"))
    (unsure,) = found(encoded("OBIIO", "OOOOO", sure=1.0))
    assert unsure.certainty < sure.certainty


def test_words_of_roles_count_from_the_article_s_first_word() -> None:
    """The heads look at a part of it only."""
    network = WrittenNetwork()
    far = "O" * 900 + "BII" + "O" * 300
    (quotation,) = found(encoded(far, "O" * len(far)), network)
    ((begin, end, _),) = network.asked
    assert begin == 700
    assert end == 1003
    assert quotation.roles.cue == [(903, 904)]


def test_neighbours_are_judged_together() -> None:
    """And those far from each other apart."""
    network = WrittenNetwork()
    row = "BIIO" * 3 + "O" * 600 + "BIIO"
    assert len(found(encoded(row, "O" * len(row)), network)) == 4
    assert [len(quotations) for *_, quotations in network.asked] == [3, 1]


def test_quotations_in_a_very_long_one_are_not_judged_all_at_once() -> None:
    """Every pair of a quotation and a word takes memory."""
    network = WrittenNetwork()
    outer = "B" + "I" * 9_000 + "OO"
    inner = "O" + "BIO" * 100
    inner += "O" * (len(outer) - len(inner))
    assert len(found(encoded(outer, inner), network)) == 101
    pairs = [len(quotations) * (end - begin) for begin, end, quotations in network.asked]
    assert sum(len(quotations) for *_, quotations in network.asked) == 101
    assert max(pairs) < 50_000


def test_a_quotation_is_led_on_to_its_closing_mark() -> None:
    """Where the tags break off before it."""
    scores = encoded("OBIIOOOO", "OOOOOOOO")
    assert [q.pieces for q in found(scores)] == [[(1, 4)]]
    assert [q.pieces for q in found(scores, stretches=[(1, 6)])] == [[(1, 6)]]
