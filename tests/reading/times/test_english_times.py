"""English time expressions: their words, their values, and the days they come to.

The day of publication is Saturday, 3 December 2022.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.times.bracketed import expressions, found
from wortlaut.model import Precision
from wortlaut.reading.times import TimeKind

DATES = [
    ("She died on [December 3, 2022].", "2022-12-03"),
    ("She died on [3 December 2022].", "2022-12-03"),
    ("She died on [Dec. 2].", "2022-12-02"),
    ("She died on [December 2nd].", "2022-12-02"),
    ("She died on [the 2nd of December].", "2022-12-02"),
    ("She died on [Friday, December 2], at home.", "2022-12-02"),
    ("The entry is dated [2022-11-30].", "2022-11-30"),
    ("In [September] the council moved.", "2022-09"),
    ("In [March 2019] the bridge opened.", "2019-03"),
    ("In [late September] it rained.", "2022-09"),
    ("By [the end of March 2023] it will be built.", "2023-03"),
    ("[Last May] it rained.", "2022-05"),
    ("In [2019] she moved.", "2019"),
    ("In [early 2019] she moved.", "2019"),
    ("In [the 1990s] there were shops.", "199"),
    ("In [the nineties] there were shops.", "199"),
    ("In [the 19th century] a ferry ran.", "18"),
    ("In [the early nineteenth century] a ferry ran.", "18"),
    ("In [the summer of 2003] it was hot.", "2003-SU"),
    ("In [spring] the works began.", "2022-SP"),
    ("In [the third quarter of 2021] sales rose.", "2021-Q3"),
    ("On [Christmas 2021] it snowed.", "2021-12-25"),
]
RELATIVE = [
    ("He said so [yesterday].", "2022-12-02"),
    ("The trial opens [tomorrow].", "2022-12-04"),
    ("He arrived on [Friday].", "2022-12-02"),
    ("He will arrive on [Friday].", "2022-12-09"),
    ("He arrived on [Saturday].", "2022-12-03"),
    ("[Last Friday] he left.", "2022-12-02"),
    ("[Next Tuesday] he will be back.", "2022-12-06"),
    ("[Last week] prices fell.", "2022-W47"),
    ("[Next month] prices will fall.", "2023-01"),
    ("[This year] they were stable.", "2022"),
    ("[Last year] they fell.", "2021"),
    ("By [the end of the year] it will be done.", "2022"),
    ("[Last weekend] the pool was full.", "2022-W47-WE"),
    ("[Two weeks ago] nobody knew.", "2022-W46"),
    ("[Three days ago] nobody knew.", "2022-11-30"),
    ("[Three years ago] nobody knew.", "2019"),
    ("[A month ago] nobody knew.", "2022-11"),
    ("[Sunday]'s vote was fair, he said.", "2022-11-27"),
]
TIMES = [
    ("The game starts at [3 p.m.] today.".replace(" today", ""), "2022-12-03T15:00"),
    ("The game starts at [3pm].", "2022-12-03T15:00"),
    ("The game starts at [10:30 am].", "2022-12-03T10:30"),
    ("The game starts at [12 p.m.] sharp.", "2022-12-03T12:00"),
    ("The game starts at [noon].", "2022-12-03T12:00"),
    ("It burned on [Friday evening].", "2022-12-02TEV"),
    ("It burned [yesterday afternoon].", "2022-12-02TAF"),
    ("It burned [this morning].", "2022-12-03TMO"),
    ("They play [tonight].", "2022-12-03TNI"),
    ("They fly [tomorrow morning].", "2022-12-04TMO"),
]
LENGTHS = [
    ("She waited for [three years].", "P3Y"),
    ("It took [48 hours].", "PT48H"),
    ("It took [more than twenty minutes].", "PT20M"),
    ("It took [several days].", "PXD"),
    ("In [the last two decades] it grew.", "P2DE"),
    ("In [recent years] it grew.", "PXY"),
    ("The [14-day] quarantine was over.", "P14D"),
    ("He stayed for [a week].", "P1W"),
    ("He stayed for [years].", "PXY"),
]
SETS = [
    ("The bus runs [daily].", "P1D"),
    ("The bus runs [every Monday].", "XXXX-WXX-1"),
    ("The bus runs on [Mondays].", "XXXX-WXX-1"),
    ("The fair is held [annually].", "P1Y"),
    ("They vote [every four years].", "P4Y"),
    ("He comes [every other day].", "P2D"),
    ("He comes twice [per week].", "P1W"),
]
REFERENCES = [
    ("[Now] they build.", "PRESENT_REF"),
    ("He is [currently] away.", "PRESENT_REF"),
    ("He was away [recently].", "PAST_REF"),
    ("He will be back [soon].", "FUTURE_REF"),
    ("In [the past] he smoked.", "PAST_REF"),
    ("In [the future] he will not.", "FUTURE_REF"),
]
NO_TIMES = [
    "They may march to the sea.",
    "About 2000 people came.",
    "The 10-year-old boy ran.",
    "She is three years old.",
    "He won 2:1 and paid 1800 dollars.",
    "A second man ran.",
    "The 39-year old man ran shortly after the vote.",
]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [*DATES, *RELATIVE, *TIMES, *LENGTHS, *SETS, *REFERENCES],
)
def test_an_expression_has_its_words_and_its_value(sentence: str, value: str) -> None:
    """The words in brackets are found, no others, and mean the value."""
    assert found(sentence, "en") == (sentence, [value])


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(sentence: str) -> None:
    """Counts, ages and verbs tell no time."""
    assert found(sentence, "en") == (sentence, [])


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He arrived on [Friday].", "XXXX-WXX-5"),
        ("He arrived [two weeks ago].", "XXXX-WXX"),
        ("He arrived [last year].", "XXXX"),
        ("He arrived on [December 3].", "XXXX-12-03"),
    ],
)
def test_without_a_publication_the_unknown_stays_open(sentence: str, value: str) -> None:
    """What depends on the day of writing keeps an X, and comes to no days."""
    assert found(sentence, "en", published=None) == (sentence, [value])
    assert expressions(sentence, "en", published=None)[0].begin is None


def test_words_that_hold_the_direction_are_a_date() -> None:
    """*two weeks ago* says itself from when it is counted, as TimeML has it."""
    (time,) = expressions("Two weeks ago he left.", "en")
    assert (time.kind, time.precision) == (TimeKind.DATE, Precision.WEEK)
    assert (time.begin, time.end) == (date(2022, 11, 14), date(2022, 11, 20))


def test_each_clause_has_its_own_tense() -> None:
    """Of two Mondays in a sentence one has been and one is to come."""
    sentence = "It was held on Monday and will be held again on Monday."
    assert found(sentence, "en")[1] == ["2022-11-28", "2022-12-05"]


def test_a_time_of_day_takes_the_day_behind_it() -> None:
    """In *at 3 p.m. on Thursday* the hour is that of the Thursday."""
    sentence = "The talks will start at 3 p.m. on Thursday."
    assert found(sentence, "en")[1] == ["2022-12-08T15:00", "2022-12-08"]


def test_a_title_s_full_stop_ends_no_sentence() -> None:
    """The verb behind *Mr. Petersen* decides about the Tuesday before him."""
    assert found("On Tuesday, Mr. Petersen deflected the question.", "en")[1] == ["2022-11-29"]
