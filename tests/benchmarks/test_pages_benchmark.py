"""The benchmark of web pages counts as it says, and its aims are met."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from benchmarks.pages import DATA, Page, Score, by_wortlaut, measured, pairs, same_day, score

LONG = "Der Rat von Niederau hat am Dienstag den Neubau der Brücke beschlossen."
AFTER_MIDNIGHT = datetime(2026, 11, 4, 0, 30, tzinfo=timezone(timedelta(hours=1)))


def test_a_paragraph_is_paired_once() -> None:
    """Of two alike, the one with the same words wins and the other stays alone."""
    assert pairs([LONG + " Heute.", LONG], [LONG]) == [(1, 0)]


def test_paragraphs_that_share_too_few_words_are_no_pair() -> None:
    """Half a paragraph does not count."""
    assert pairs([LONG[:40]], [LONG]) == []


def test_a_page_is_scored_by_its_pairs_and_facts() -> None:
    """One of two found paragraphs is right; the authors' order does not matter."""
    found = Page((LONG, "Mehr zum Thema"), "Brücke", ("Jo Winter", "Mira Lund"), None, "de")
    expected = Page((LONG,), "Brücke ", ("Mira Lund", "jo winter"), date(2026, 11, 3), "de")
    counts = score(found, expected)
    assert (counts.paired, counts.exact, counts.found, counts.given) == (1, 1, 2, 1)
    assert (counts.titles, counts.dates, counts.authors, counts.languages) == (1, 0, 1, 1)
    assert counts.rates() == pytest.approx((1 / 2, 1.0, 2 / 3))


def test_nothing_found_scores_nothing() -> None:
    """A page without paragraphs divides by no zero."""
    assert score(Page(), Page((LONG,))).rates() == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (AFTER_MIDNIGHT, datetime(2026, 11, 3, 23, 30, tzinfo=UTC), True),
        (datetime(2026, 11, 3, 23, 30), datetime(2026, 11, 3, 8, 0, tzinfo=UTC), True),
        (date(2026, 11, 4), AFTER_MIDNIGHT, True),
        (date(2026, 11, 4), date(2026, 11, 3), False),
        (None, date(2026, 11, 3), False),
    ],
)
def test_days_are_compared_in_utc_where_both_have_a_zone(
    one: date | datetime | None, other: date | datetime | None, same: bool
) -> None:
    """A date without a zone is taken as it is written."""
    assert same_day(one, other) is same


def test_the_aims_are_met_on_the_publishers_pages() -> None:
    """Paragraph F1 of 0.93 or better, and the right day on nine pages of ten."""
    if not any(DATA.glob("*.json")):
        pytest.skip(f"the publishers' pages are not beside the checkout, in {DATA}")
    total = sum((counts for *_, counts in measured(DATA, by_wortlaut)), Score())
    assert total.rates()[2] >= 0.93
    assert total.dates >= 0.9 * total.pages
