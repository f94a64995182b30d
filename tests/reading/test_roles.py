"""Scores of words become a quotation's speaker, cue, frame and addressee."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.reading.model_values import TUNING
from wortlaut.reading._decoding import Pieces
from wortlaut.reading._labels import NAMED, NEAR, ROLES
from wortlaut.reading._roles import Roles, find_roles

Scores = NDArray[np.float32]
WIDTH = len(ROLES) + 2 * len(NAMED)


@pytest.fixture
def scores() -> Scores:
    """Twenty words, none of them anything."""
    return np.full((20, WIDTH), -5.0, dtype=np.float32)


def found(scores: Scores, pieces: Pieces, nobody: float = 0.0) -> Roles:
    """The roles, with this score for there being no speaker and no addressee."""
    return find_roles(scores, np.full(2, nobody, dtype=np.float32), pieces, TUNING)


def mark_name(scores: Scores, role: str, begin: int, end: int, score: float = 5.0) -> None:
    """Let all heads agree on a name."""
    column = len(ROLES) + 2 * NAMED.index(role)
    scores[begin, column] = scores[end - 1, column + 1] = score
    scores[begin:end, ROLES.index(role)] = score


def test_without_any_sign_nobody_has_a_role(scores: Scores) -> None:
    """There being none scores higher."""
    assert found(scores, [(3, 6)]) == Roles([], [], [], [])


@pytest.mark.parametrize("role", NAMED)
def test_a_name_is_one_stretch_of_words(scores: Scores, role: str) -> None:
    """From its first word to its last, the words between them included."""
    mark_name(scores, role, 8, 11)
    assert getattr(found(scores, [(3, 6)]), role) == [(8, 11)]


def test_of_two_names_the_better_one_is_taken(scores: Scores) -> None:
    """The first word of one never goes with the last word of the other when both are sure."""
    mark_name(scores, "speaker", 1, 3, score=4.0)
    mark_name(scores, "speaker", 8, 11, score=6.0)
    assert found(scores, [(13, 16)]).speaker == [(8, 11)]


def test_a_last_word_before_the_first_makes_no_name(scores: Scores) -> None:
    """The two heads contradict each other, so the next best pair is looked for."""
    mark_name(scores, "speaker", 8, 10, score=3.0)
    scores[12, len(ROLES)] = 6.0
    scores[9, len(ROLES) + 1] = 5.0
    assert found(scores, [(3, 6)]).speaker == [(8, 10)]


def test_nobody_is_preferred_by_as_much_as_the_model_is_tuned_to(scores: Scores) -> None:
    """The tuned number is added to the score of there being none."""
    mark_name(scores, "speaker", 8, 9)
    nobody = np.zeros(2, dtype=np.float32)
    easy = replace(TUNING, nobody=0.0)
    hard = replace(TUNING, nobody=20.0)
    assert find_roles(scores, nobody, [(3, 6)], easy).speaker == [(8, 9)]
    assert find_roles(scores, nobody, [(3, 6)], hard).speaker == []


def test_a_speaker_may_stand_in_the_quotation(scores: Scores) -> None:
    """*Es soll nach dem Willen der Stadt mehr Bäume geben*: the annotation allows it."""
    mark_name(scores, "speaker", 4, 6)
    assert found(scores, [(3, 8)]).speaker == [(4, 6)]


def test_a_cue_may_be_in_several_pieces(scores: Scores) -> None:
    """*fügte sie hinzu*: every word above the threshold, neighbours together."""
    scores[[7, 10, 11], ROLES.index("cue")] = 2.0
    assert found(scores, [(3, 6)]).cue == [(7, 8), (10, 12)]


@pytest.mark.parametrize("role", ["cue", "frame"])
def test_quoted_words_are_neither_cue_nor_frame(scores: Scores, role: str) -> None:
    """Whatever the scores say of words inside the quotation."""
    scores[2:9, ROLES.index(role)] = 2.0
    assert getattr(found(scores, [(3, 5), (7, 8)]), role) == [(2, 3), (5, 7), (8, 9)]


def test_words_far_away_have_no_role() -> None:
    """Only so many words before and after the quotation are looked at."""
    count = 500
    scores = np.full((count, WIDTH), -5.0, dtype=np.float32)
    scores[:, ROLES.index("cue")] = 2.0
    mark_name(scores, "speaker", 2, 3, score=9.0)
    roles = found(scores, [(300, 310)])
    assert roles.cue == [(300 + NEAR[0], 300), (310, 310 + NEAR[1])]
    assert roles.speaker == []


def test_every_number_of_words_will_do() -> None:
    """A text of one quoted word has no words for a role."""
    scores = np.full((1, WIDTH), 5.0, dtype=np.float32)
    roles = find_roles(scores, np.full(2, 99.0, dtype=np.float32), [(0, 1)], TUNING)
    assert roles == Roles([], [], [], [])
