"""The English metric on cases worked out by hand."""

import pytest

from training.scoring import Attribution, EnglishScores, english_tokens, score_english, tokens_under

TEXT = 'Ann said "we go now" to Bob. It rains, she added.'
# Ann 0-3, said 4-8, " 9, we 10-12, go 13-15, now 16-19, " 19, to 21, Bob 24-27, . 27,
# It 29-31, rains 32-37, , 37, she 39-42, added 43-48, . 48


def score(gold: list[Attribution], predicted: list[Attribution]) -> EnglishScores:
    """Scores of one article with this text."""
    return score_english([TEXT], [gold], [predicted])


def test_words_and_punctuation_are_tokens() -> None:
    """White space is in no token."""
    text = "She's 79 – “ok”."
    tokens = ["She", "'", "s", "79", "–", "“", "ok", "”", "."]
    assert [text[begin:end] for begin, end in english_tokens(text)] == tokens


def test_a_token_counts_from_one_shared_character() -> None:
    """Touching is not sharing."""
    tokens = english_tokens(TEXT)
    assert tokens_under([(2, 5)], tokens) == {0, 1}
    assert tokens_under([(3, 4)], tokens) == frozenset()
    assert tokens_under([(0, 3), (9, 12)], tokens) == {0, 2, 3}


def test_exact_needs_both_borders() -> None:
    """One source of two has a word too many."""
    gold = [Attribution(((9, 20),), ((0, 3),)), Attribution(((29, 37),), ((39, 42),))]
    predicted = [Attribution(((9, 20),), ((0, 8),)), Attribution(((29, 37),), ((39, 42),))]
    scores = score(gold, predicted)
    assert scores.content.exact.f1 == 1.0
    assert (scores.source.exact.precision, scores.source.exact.recall) == (0.5, 0.5)
    assert scores.source.overlap.precision == pytest.approx(2 / 3)
    assert scores.source.overlap.recall == 1.0


def test_white_space_at_a_border_is_wrong_to_the_character_only() -> None:
    """A space too many covers no other token."""
    scores = score([Attribution(((29, 37),))], [Attribution(((28, 37),))])
    assert scores.content.exact.f1 == 1.0
    assert scores.content.exact_characters.f1 == 0.0


def test_punctuation_at_a_border_counts_for_tokens_and_not_for_words() -> None:
    """The quotation marks are left out of the prediction."""
    scores = score([Attribution(((9, 20),))], [Attribution(((10, 19),))])
    assert scores.content.exact.f1 == 0.0
    assert scores.content.exact_words.f1 == 1.0
    assert (scores.content.overlap.precision, scores.content.overlap.recall) == (1.0, 0.6)


def test_pieces_count_one_by_one() -> None:
    """A content in two pieces with one found, and nothing said of the cue."""
    scores = score([Attribution(((9, 20), (29, 37)), cue=((4, 8),))], [Attribution(((9, 20),))])
    assert (scores.content.exact.precision, scores.content.exact.recall) == (1.0, 0.5)
    assert (scores.cue.exact.precision, scores.cue.exact.recall, scores.cue.exact.f1) == (0, 0, 0)


def test_a_piece_of_several_quotations_counts_once() -> None:
    """One source of two contents is one source."""
    gold = [Attribution(((9, 20),), ((0, 3),)), Attribution(((29, 37),), ((0, 3),))]
    predicted = [Attribution(((9, 20),), ((0, 3),)), Attribution(((29, 37),), ((24, 27),))]
    source = score(gold, predicted).source.exact
    assert (source.precision, source.recall) == (0.5, 1.0)


def test_counts_run_over_all_articles_together() -> None:
    """Borders of one article are not those of another."""
    one = [Attribution(((9, 20),))]
    scores = score_english([TEXT, TEXT], [one, one], [one, []])
    assert (scores.content.exact.precision, scores.content.exact.recall) == (1.0, 0.5)
