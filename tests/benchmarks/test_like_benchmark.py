"""How well statements are found by meaning, and the set that tells it."""

import numpy as np
import pytest

from benchmarks import like
from benchmarks.like import Ranks, distractors, read_queries, recall
from wortlaut.wording import SentenceVectors


def test_the_set_is_as_it_is_described() -> None:
    """Sixty queries, half German, more than half of them answered in the other language."""
    queries = read_queries()
    assert len(queries) == 60
    assert sum(query["language"] == "de" for query in queries) == 30
    across = sum(query["language"] != query["answer"]["language"] for query in queries)
    assert across == 35
    words = [each["words"] for query in queries for each in (query["answer"], query["beside"])]
    others = [each["words"] for each in distractors()]
    assert len(set(words)) == 120
    assert not set(words) & set(others)
    assert len(words) - 60 + len(others) == 600


def test_recall_counts_those_found_in_time() -> None:
    """An answer at the very place counts, one that was not found never does."""
    found = [Ranks(False, 1, False), Ranks(True, 5, False), Ranks(True, 6, True)]
    found.append(Ranks(False, None, True))
    assert [recall(found, cut) for cut in (1, 5, 10)] == [0.25, 0.5, 0.75]
    assert recall([], 1) == 0.0


def test_other_wordings_find_their_original(capsys: pytest.CaptureFixture[str]) -> None:
    """Translations among the first ten nine times in ten, and two matters seldom as one."""
    like._print_wordings()
    translated = capsys.readouterr().out.splitlines()[-1]
    assert translated.startswith("translated")
    assert float(translated.rsplit(":", 1)[1]) >= 0.9
    same, other = like._matters("held_back")
    vectors = SentenceVectors.load()
    near, far = (like._share_near(vectors, pairs, 0.5) for pairs in (same, other))
    assert near >= 0.45
    assert far <= 0.02
    assert np.isclose(like._share_near(vectors, same, -1.1), 1.0)
