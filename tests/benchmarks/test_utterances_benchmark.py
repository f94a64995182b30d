import json
from collections import Counter
from datetime import date

import pytest

from training.utterance_set import GOLD, wordings
from training.utterances import pair_scores
from wortlaut.model import Act, QuotationType
from wortlaut.wording import Sameness, SentenceVectors


def test_the_set_is_whole() -> None:
    """150 utterances with several wordings, distractors beside them, every field known."""
    utterances = json.loads(GOLD.read_text("utf-8"))
    true = [u for u in utterances if "distractor" not in u]
    assert len(true) == 150
    assert all(len(u["statements"]) >= 3 for u in true)
    assert len(utterances) - len(true) > 150
    for statement in (s for u in utterances for s in u["statements"]):
        assert statement["words"].strip() == statement["words"] != ""
        Act(statement["act"])
        QuotationType(statement["type"])
        published = date.fromisoformat(statement["published"])
        if statement["said"]:
            begin, end = map(date.fromisoformat, statement["said"])
            assert begin <= end <= max(published, end)
            assert begin <= published
    kinds = Counter(s["variant"] for u in true for s in u["statements"])
    assert min(kinds[k] for k in ("exact", "cut", "altered", "paraphrased", "translated")) > 30


def test_the_halves_share_no_person_and_no_words() -> None:
    """What is fitted on one half has seen nothing of the other."""
    halves: dict[str, set[str]] = {"develop": set(), "held_back": set()}
    words: dict[str, set[str]] = {"develop": set(), "held_back": set()}
    for utterance in json.loads(GOLD.read_text("utf-8")):
        halves[utterance["half"]].add(utterance["person"])
        words[utterance["half"]] |= {s["words"] for s in utterance["statements"]}
    assert not halves["develop"] & halves["held_back"]
    assert not words["develop"] & words["held_back"]


def test_pairs_are_found_as_the_aim_asks() -> None:
    """Precision 0.95 or better at a recall of 0.8, on the half that nothing was fitted to."""
    found = wordings("held_back", SentenceVectors.load())
    precision, recall = pair_scores(found, Sameness.load())
    assert precision >= 0.95
    assert recall >= 0.8


def test_an_unknown_half_is_refused() -> None:
    """There are two halves."""
    with pytest.raises(ValueError, match="held_back"):
        wordings("both", SentenceVectors.load())
