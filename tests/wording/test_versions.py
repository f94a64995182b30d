from datetime import timedelta

from tests.wording.said import DAY, said
from wortlaut.wording import Relation, versions_of

FULL = "„Der Hafen wird nicht verkauft. Er gehört der Stadt, und dabei bleibt es.“"


def test_earliest_and_fullest_are_marked() -> None:
    """The cut wording came first, the whole one says the most."""
    cut = said(7, "„Der Hafen wird nicht verkauft.“", verbatim=True)
    whole = said(3, FULL, verbatim=True, published=DAY + timedelta(days=1))
    first, second = versions_of([whole, cut])
    assert (first.statement, first.earliest, first.fullest) == (7, True, False)
    assert (second.statement, second.earliest, second.fullest) == (3, False, True)
    assert first.comparison is not None
    assert first.comparison.relation is Relation.CUT
    assert second.comparison is None
    assert not first.drifts


def test_an_outlet_with_other_words_drifts() -> None:
    """Two outlets quote verbatim, and not the same."""
    whole = said(1, FULL, verbatim=True)
    other = said(2, FULL.replace("gehört", "dient"), verbatim=True)
    assert [version.drifts for version in versions_of([whole, other])] == [False, True]


def test_reported_words_do_not_drift() -> None:
    """Only what claims to be verbatim can contradict what is verbatim."""
    whole = said(1, FULL, verbatim=True)
    reported = said(2, "der Hafen werde nicht verkauft, er diene der Stadt, und dabei bleibe es")
    assert [version.drifts for version in versions_of([whole, reported])] == [False, False]


def test_each_language_has_its_fullest() -> None:
    """A translation is not compared word by word with what it translates."""
    whole = said(1, FULL, verbatim=True)
    english = said(2, "“The port is not for sale.”", "en", verbatim=True)
    versions = versions_of([english, whole])
    assert [version.fullest for version in versions] == [True, True]
    assert [version.comparison for version in versions] == [None, None]


def test_verbatim_words_are_fuller_than_a_long_report() -> None:
    """The speaker's own words are what others are held against."""
    quoted = said(1, "„Der Hafen bleibt.“", verbatim=True)
    reported = said(2, "der Hafen bleibe, was immer auch geschehe, im Besitz der Stadt")
    assert [version.fullest for version in versions_of([quoted, reported])] == [True, False]
