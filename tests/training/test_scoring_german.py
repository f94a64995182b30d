"""The German metric on cases worked out by hand."""

import pytest

from training.scoring import Annotation, pair_quotations, score_german
from training.scoring._german import TypeRecall


def quotation(
    tokens: range | set[int],
    kind: str = "Direct",
    medium: str = "Speech",
    **roles: set[int],
) -> Annotation:
    """A quotation of these tokens."""
    return Annotation(
        kind, medium, frozenset(tokens), **{name: frozenset(ids) for name, ids in roles.items()}
    )


def test_equal_sides_score_one() -> None:
    """What agrees to the last token is perfect in every figure."""
    article = [quotation(range(4), speaker={5}, cue={4}, frame={4, 5}, addressee={6})]
    scores = score_german([article], [article])
    assert [
        score.f1
        for score in (scores.messages, scores.roles, scores.joint, scores.form, scores.stwr)
    ] == [1.0] * 5
    assert scores.exact_quote.f1 == scores.exact_addressee.f1 == 1.0
    assert (scores.matched, scores.spurious, scores.missed) == (1, 0, 0)


def test_parts_without_a_denominator_are_left_out() -> None:
    """The unpredicted cue has a recall of 0 and no precision; frame and addressee neither."""
    gold = [quotation(range(4), speaker={5}, cue={4})]
    predicted = [quotation(range(4), speaker={5, 6})]
    scores = score_german([gold], [predicted])
    assert (scores.messages.precision, scores.messages.recall) == (1.0, 1.0)
    assert (scores.speaker.precision, scores.speaker.recall) == (0.5, 1.0)
    assert (scores.cue.precision, scores.cue.recall) == (0.0, 0.0)
    assert (scores.roles.precision, scores.roles.recall) == (0.5, 0.5)
    assert (scores.joint.precision, scores.joint.recall) == pytest.approx((0.75, 2 / 3))
    assert scores.joint.f1 == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))


def test_every_role_of_a_pair_weighs_the_same() -> None:
    """A missed frame of nine tokens costs as much as a missed speaker of one."""
    gold = [quotation(range(4), speaker={5}, frame=set(range(10, 19)))]
    predicted = [quotation(range(4), speaker={5})]
    scores = score_german([gold], [predicted])
    assert (scores.roles.precision, scores.roles.recall) == (1.0, 0.5)


def test_every_quotation_weighs_the_same() -> None:
    """A long quotation half found and a short one found give 0.75, whatever their lengths."""
    gold = [quotation(range(100)), quotation(range(200, 202))]
    predicted = [quotation(range(50)), quotation(range(200, 202))]
    assert score_german([gold], [predicted]).messages.recall == 0.75


def test_averages_run_over_all_articles_together() -> None:
    """Two quotations of one article and one of another: three values, not two."""
    gold = [[quotation({0}), quotation({2})], [quotation({0})]]
    predicted = [[quotation({0}), quotation({2})], []]
    scores = score_german(gold, predicted)
    assert (scores.messages.precision, scores.messages.recall) == pytest.approx((1.0, 2 / 3))


def test_pairs_are_those_with_the_highest_sum() -> None:
    """The best single pair would leave the second annotated quotation alone."""
    gold = [quotation(range(9)), quotation({7, 8, 9})]
    predicted = [quotation(range(10)), quotation(range(7))]
    scores = score_german([gold], [predicted])
    assert scores.matched == 2
    assert scores.messages.precision == pytest.approx((1.0 + 0.3) / 2)
    assert scores.messages.recall == pytest.approx((7 / 9 + 1.0) / 2)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_same_type_breaks_a_tie(order: tuple[int, int]) -> None:
    """A type weighs more than a medium."""
    gold = [quotation({0, 1}, "Direct", "Speech"), quotation({0, 1}, "Indirect", "Writing")]
    both = [quotation({0, 1}, "Direct", "Writing"), quotation({0, 1}, "Indirect", "Speech")]
    scores = score_german([gold], [[both[n] for n in order]])
    assert (scores.form.f1, scores.stwr.f1) == (1.0, 0.0)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_same_medium_breaks_a_tie_of_types(order: tuple[int, int]) -> None:
    """With equal types the medium decides."""
    gold = [quotation({0, 1}, "Direct", "Speech"), quotation({0, 1}, "Direct", "Writing")]
    scores = score_german([gold], [[gold[n] for n in order]])
    assert scores.stwr.f1 == 1.0


def test_spurious_and_missed_quotations_count_with_their_roles() -> None:
    """A quotation alone is a pair with an empty one."""
    gold = [quotation({0, 1}, speaker={2}), quotation({10, 11}, speaker={12}, cue={13})]
    predicted = [quotation({0, 1}, speaker={2}), quotation({20}), quotation({30}, speaker={31})]
    scores = score_german([gold], [predicted], chance_pairs=False)
    assert (scores.messages.precision, scores.messages.recall) == pytest.approx((1 / 3, 0.5))
    assert (scores.roles.precision, scores.roles.recall) == pytest.approx((0.5, 1 / 3))
    assert (scores.form.precision, scores.form.recall) == pytest.approx((1 / 3, 0.5))
    assert (scores.matched, scores.spurious, scores.missed) == (1, 2, 1)


def test_agreement_by_chance_counts_as_published_unless_switched_off() -> None:
    """Without a shared token, the same type and the same speaker still agree."""
    gold = [quotation({0, 1}, "Direct", "Speech", speaker={9})]
    predicted = [quotation({5, 6}, "Direct", "Writing", speaker={9})]
    published = score_german([gold], [predicted])
    assert (published.messages.f1, published.roles.f1, published.form.f1) == (0.0, 1.0, 1.0)
    strict = score_german([gold], [predicted], chance_pairs=False)
    assert (strict.messages.f1, strict.roles.f1, strict.form.f1) == (0.0, 0.0, 0.0)
    assert (published.matched, published.exact_speaker.f1) == (0, 0.0)


def test_a_wrong_type_is_spurious_and_missed() -> None:
    """Form counts a wrong type against precision and against recall."""
    gold = [quotation({0}), quotation({2})]
    predicted = [quotation({0}), quotation({2}, "Reported")]
    form = score_german([gold], [predicted]).form
    assert (form.precision, form.recall) == (0.5, 0.5)


@pytest.mark.parametrize("with_gold", [True, False])
@pytest.mark.parametrize("with_predicted", [True, False])
def test_nothing_on_either_side_scores_zero_and_does_not_break(
    with_gold: bool, with_predicted: bool
) -> None:
    """No quotations or no roles at all: the published scorer divides by zero."""
    one = [quotation({0})]
    scores = score_german([one if with_gold else []], [one if with_predicted else []])
    assert scores.messages.f1 == (1.0 if with_gold and with_predicted else 0.0)
    assert scores.roles.f1 == 0.0


def test_exact_figures_need_every_token() -> None:
    """One quotation and one speaker to the last token, of two each."""
    gold = [quotation({0, 1}, speaker={3}), quotation({10, 11}, speaker={13}, cue={12})]
    predicted = [quotation({0, 1}, speaker={3, 4}), quotation({10}, speaker={13})]
    scores = score_german([gold], [predicted])
    assert (scores.exact_quote.precision, scores.exact_quote.recall) == (0.5, 0.5)
    assert (scores.exact_speaker.precision, scores.exact_speaker.recall) == (0.5, 0.5)
    assert (scores.exact_cue.precision, scores.exact_cue.recall) == (0.0, 0.0)


def test_recall_by_type_keeps_nested_quotations_apart() -> None:
    """A quotation is nested when another one has all its tokens and more."""
    gold = [quotation(range(8), "Indirect"), quotation({2, 3}), quotation({10, 11, 12, 13})]
    predicted = [quotation(range(8), "Indirect"), quotation({10})]
    assert score_german([gold], [predicted]).recall_by_type == (
        TypeRecall("Direct", False, annotated=1, found=1, token_recall=0.25),
        TypeRecall("Indirect", False, annotated=1, found=1, token_recall=1.0),
        TypeRecall("Direct", True, annotated=1, found=0, token_recall=0.0),
    )


def test_pairs_name_their_places() -> None:
    """A pair can be traced back to where both quotations came from."""
    gold = [quotation({0}), quotation({2, 3})]
    predicted = [quotation({2}), quotation({9})]
    places = [
        (pair.gold_place, pair.predicted_place, round(pair.overlap, 3))
        for pair in pair_quotations(gold, predicted)
    ]
    assert places == [(1, 0, 0.667), (0, None, 0.0), (None, 1, 0.0)]


def test_unequal_numbers_of_articles_are_refused() -> None:
    """Predictions for other articles must not be scored silently."""
    with pytest.raises(ValueError, match="shorter"):
        score_german([[], []], [[]])
