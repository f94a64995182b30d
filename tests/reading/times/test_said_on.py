"""When statements were made: in the frame, carried on, or only bounded by the publication.

The day of publication is Saturday, 3 December 2022.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.reading.marked import marked
from wortlaut.model import (
    Article,
    Medium,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Span,
    Statement,
    When,
    WhenBasis,
)
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading.times import find_times, say_when

SATURDAY = date(2022, 12, 3)


def whens(article: Article) -> list[When]:
    """When each statement was made."""
    paragraphs = article.paragraphs or paragraphs_of(article.text)
    times = find_times(article.text, paragraphs, article.language, article.published)
    result = say_when(article, times)
    assert all(when is not None for when in result)
    return [when for when in result if when is not None]


def when_of(text: str, language: str = "de", published: date | None = SATURDAY) -> When:
    """When the last marked statement was made."""
    return whens(marked(text, language, published))[-1]


def words_of(text: str, language: str = "de") -> str | None:
    """The words that the date of the last marked statement was read from."""
    article = marked(text, language, SATURDAY)
    when = whens(article)[-1]
    return None if when.words is None else when.words.of(article.text)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("[s:Ada Petersen] [c:sagte] am Freitag, [q:der Deich halte].", "am Freitag", 2),
        ("Am Donnerstag [c:sagte] [s:Ada Petersen], [q:der Deich halte].", "Am Donnerstag", 1),
        ("[q:Der Deich halte], [c:sagte] [s:Petersen] am 1. Dezember.", "am 1. Dezember", 1),
        ("[q:Der Deich halte], [c:teilte] [s:das Amt] gestern [c:mit].", "gestern", 2),
        ("[q:Der Deich halte], [c:sagt] [s:Petersen] am Freitag.", "am Freitag", 2),
        ("[s:Petersen] [c:sagte] am Samstag, [q:der Deich halte].", "am Samstag", 3),
        ("[s:Das Amt] [c:sprach] heute davon, [q:der Deich halte].", "heute", 3),
        ("Vor zwei Tagen [c:sagte] [s:Petersen], [q:der Deich halte].", "Vor zwei Tagen", 1),
        ("[c:Laut] [s:einer am Freitag veröffentlichten Studie] [q:hält er].", "am Freitag", 2),
        ("In einem Brief vom Freitag [c:bat] [s:sie], [q:zu bauen].", "vom Freitag", 2),
        (
            "In einer Erklärung, die am Freitag verbreitet wurde, [c:hieß es], [q:er halte].",
            "am Freitag",
            2,
        ),
    ],
)
def test_words_in_the_frame_tell_the_day(text: str, words: str, day: int) -> None:
    """The day is taken with its words, preposition included."""
    when = when_of(text)
    assert (when.basis, words_of(text)) == (WhenBasis.FRAME, words)
    assert when.begin == when.end == date(2022, 12, day)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("[s:Ada Petersen] [c:said] on Friday that [q:the dyke would hold].", "on Friday", 2),
        ('[q:"It will hold,"] [s:Petersen] [c:told] reporters Thursday.', "Thursday", 1),
        ("Yesterday [s:she] [c:said] [q:it would hold].", "Yesterday", 2),
    ],
)
def test_english_frames_tell_the_day(text: str, words: str, day: int) -> None:
    """With and without a preposition."""
    when = when_of(text, "en")
    assert (when.basis, words_of(text, "en")) == (WhenBasis.FRAME, words)
    assert when.begin == when.end == date(2022, 12, day)


@pytest.mark.parametrize(
    "text",
    [
        "[s:Der 2019 gewählte Präsident] [c:sagte], [q:der Deich halte].",
        "[s:Der am Freitag entlassene Direktor] [c:sagte], [q:der Deich halte].",
        "[s:Petersen] [c:warnt] seit Jahren davor, [q:am Deich zu sparen].",
        "[s:Petersen] [c:forderte] täglich, [q:den Deich zu bauen].",
        "[s:Petersen], die am Montag zurücktrat, [c:sagte], [q:der Deich halte].",
        "Nachdem am Montag der Deich brach, [c:sagte] [s:Petersen], [q:er halte].",
        "[s:Petersen] [c:kündigte] für Freitag [c:an], [q:den Deich zu bauen].",
        "Am kommenden Montag [c:will] [s:Petersen] sagen, [q:der Deich halte].",
        "Über das gestrige Unglück [c:sagte] [s:Petersen], [q:der Deich halte].",
        "[s:Petersen] [c:sagte], [q:der Deich habe am Freitag gehalten].",
        "[c:Nach] [s:dem Gesetz von 1961] [q:ist der Deich zu bauen].",
        "Für morgen (Mittwoch) [c:riefen] [s:sie] auf, [q:den Deich zu bauen].",
    ],
)
def test_times_of_something_else_are_left_alone(text: str) -> None:
    """Then nothing but the publication bounds the day."""
    when = when_of(text)
    assert (when.basis, when.begin, when.end) == (WhenBasis.PUBLISHED, None, SATURDAY)
    assert (when.words, when.value, when.unresolved) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Since the summer [s:Petersen] has [c:said] [q:it held].",
        "[s:Petersen], who left on Monday, [c:said] [q:it held].",
        "[s:Petersen] [c:said] [q:it would hold on Friday].",
    ],
)
def test_english_times_of_something_else_are_left_alone(text: str) -> None:
    """What lasts, what another clause tells, and what is said."""
    assert when_of(text, "en").basis is WhenBasis.PUBLISHED


def test_friday_s_vote_is_not_the_day_of_the_saying() -> None:
    """An English possessive belongs to its noun; that of a speech is the day it was held."""
    vote = when_of("After Friday's vote [s:Petersen] [c:said] [q:it held].", "en")
    speech = when_of("In Friday's speech [s:Petersen] [c:said] [q:it held].", "en")
    assert (vote.basis, speech.basis) == (WhenBasis.PUBLISHED, WhenBasis.FRAME)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[q:It held,] [s:Petersen] [c:told] Friday's town council meeting.", "Friday"),
        ("[q:It held,] [s:Petersen] [c:said] at Friday's rally in Emden.", "at Friday"),
        ("After Friday's rally [s:Petersen] [c:said] [q:it held].", None),
        ("Asked about Friday's rally, [s:Petersen] [c:said] [q:it held].", None),
    ],
)
def test_what_is_said_at_friday_s_meeting_is_said_on_friday(text: str, words: str | None) -> None:
    """Only with a word that puts the saying there."""
    assert words_of(text, "en") == words


def test_a_cue_in_the_sentence_before_does_not_lend_its_time() -> None:
    """The verb of the quotation's own sentence counts."""
    text = "Am Dienstag hatte sie [c:geschwiegen]. [q:Der Deich halte], [c:schrieb] [s:sie] {}."
    assert words_of(text.format("am Freitag")) == "am Freitag"
    assert words_of(text.format("dem Rat")) is None


def test_a_time_before_the_colon_of_a_quotation_counts() -> None:
    """Its cue may stand behind; what the cue's clause tells goes first."""
    text = "Am Freitag lenkte sie ein: „[q:Der Deich hält]“, [c:schrieb] [s:sie]{}."
    assert words_of(text.format("")) == "Am Freitag"
    assert words_of(text.format(" am Samstag")) == "am Samstag"
    assert words_of(": „[q:Er hält]“, [c:schrieb] [s:sie].") is None
    assert words_of("Bis Freitag schwieg sie: „[q:Er hält]“, [c:schrieb] [s:sie].") is None


@pytest.mark.parametrize(
    "text",
    [
        "Heute [c:lacht] [s:Petersen] [q:über den Deich].",
        "[q:Der Deich habe gehalten], [c:erinnert sich] [s:Petersen] heute.",
        "In den 90er-Jahren [c:sagt] [s:Petersen], [q:der Deich halte].",
        "Die Pumpen stammten aus den 90er-Jahren, [c:sagte] [s:Petersen], [q:und sie halten].",
    ],
)
def test_what_a_narrator_calls_today_is_no_day(text: str) -> None:
    """Nor is the decade that somebody tells of."""
    assert words_of(text) is None


def test_what_is_made_known_today_is_said_on_that_day() -> None:
    """The present of a press release; and a decade in which something was said."""
    assert words_of("[q:Der Deich halte], [c:teilt] [s:das Amt] heute [c:mit].") == "heute"
    assert words_of("In den 90er-Jahren [c:sagte] [s:sie], [q:er halte].") == "In den 90er-Jahren"


def test_the_time_of_a_clock_is_on_the_day_told_before() -> None:
    """Without one it is on the day of publication."""
    said = "[q:Der Deich halte], [c:sagte] [s:sie] um 19.30 Uhr."
    when = when_of("Am Donnerstagabend trat sie vor die Presse. " + said)
    assert (when.begin, when.value) == (date(2022, 12, 1), "2022-12-01T19:30")
    assert when_of(said).begin == SATURDAY
    assert when_of("Bis Donnerstag stieg das Wasser. " + said).begin == SATURDAY


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("Im Rat kam es am Donnerstag zu einer Debatte. Die Bürgermeisterin stand auf.", 1),
        ("Am Donnerstag brach der Deich. Die Bürgermeisterin stand auf.", None),
        ("Am 5. Mai 2019 gab es dazu eine Debatte. Die Bürgermeisterin stand auf.", None),
        ("Seit Donnerstag läuft die Debatte. Die Bürgermeisterin stand auf.", None),
        ("Am Donnerstag war Debatte. Petersen kam. Lund kam. Alle kamen. Sie stand auf.", None),
    ],
)
def test_a_debate_told_just_before_gives_its_day(before: str, day: int | None) -> None:
    """Only an occasion at which people say something does, and one of late."""
    when = when_of(before + " [q:Der Deich halte], [c:rief] [s:sie].")
    carried = (WhenBasis.CARRIED, date(2022, 12, day)) if day else (WhenBasis.PUBLISHED, None)
    assert (when.basis, when.begin) == carried


@pytest.mark.parametrize(
    ("digits", "value"),
    [("11/30/2022", "2022-11-30"), ("30/11/2022", "2022-11-30"), ("11/12/2022", None)],
)
def test_a_slashed_date_counts_where_its_month_is_certain(digits: str, value: str | None) -> None:
    """Americans put the month first, others the day: both below 13 tell nothing."""
    when = when_of(f"On {digits} [s:Petersen] [c:said] [q:it held].", "en")
    assert when.value == value


def test_a_programme_s_name_tells_no_day() -> None:
    """A week in quotation marks is none; the day beside it counts."""
    assert words_of('[s:Petersen] [c:said] on "This Week" that [q:it held].', "en") is None
    text = '[s:Petersen] [c:said] on "This Week" on Friday that [q:it held].'
    assert words_of(text, "en") == "on Friday"


def test_the_time_nearest_to_the_cue_wins() -> None:
    """A clause before it may tell another day."""
    text = "Als am Montag das Wasser stieg, [c:sagte] [s:Petersen] am Freitag, [q:er halte]."
    assert words_of(text) == "am Freitag"


def test_a_month_is_an_interval_that_ends_with_the_publication() -> None:
    """*im Dezember* in a page of 3 December is one of its first three days."""
    when = when_of("Im Dezember [c:sagte] [s:Petersen], [q:der Deich halte].")
    assert (when.begin, when.end) == (date(2022, 12, 1), SATURDAY)
    assert (when.precision, when.value) == (Precision.MONTH, "2022-12")


def test_a_past_without_a_day_says_so() -> None:
    """*kürzlich* is before the publication, and no more is known."""
    when = when_of("Kürzlich [c:sagte] [s:Petersen], [q:der Deich halte].")
    assert (when.basis, when.begin, when.end) == (WhenBasis.FRAME, None, SATURDAY)
    assert (when.value, when.unresolved) == ("PAST_REF", "the words tell no day")


def test_a_datetime_of_publication_counts_by_its_day() -> None:
    """The time of day of the publication plays no part."""
    article = marked("Gestern [c:sagte] [s:Petersen], [q:der Deich halte].", "de", None)
    article = replace(article, published=datetime(2022, 12, 3, 23, 59, tzinfo=UTC))
    assert whens(article)[0].begin == date(2022, 12, 2)


def test_without_a_publication_the_weekday_stays_unresolved() -> None:
    """The value keeps its X, and the reason is told."""
    when = when_of("[s:Petersen] [c:sagte] am Freitag, [q:er halte].", published=None)
    assert (when.basis, when.value) == (WhenBasis.FRAME, "XXXX-WXX-5")
    assert (when.begin, when.end, when.precision) == (None, None, Precision.DAY)
    assert when.unresolved == "the page has no date of publication"


def test_without_a_publication_and_without_words_nothing_is_known() -> None:
    """There is not even a last day."""
    when = when_of("[s:Petersen] [c:sagte], [q:er halte].", published=None)
    assert (when.basis, when.end) == (WhenBasis.PUBLISHED, None)
    assert when.unresolved == "the page has no date of publication"


FIRST = "[s1:Ada Petersen] [c1:sagte] am Freitag, [q1:der Deich halte]. "


@pytest.mark.parametrize(
    "second",
    [
        "[q2:Das Wasser steige nicht].",
        "[s2:Sie] [c2:fügte hinzu], [q2:das Wasser steige nicht].",
        "[s2:Petersen] [c2:betonte], [q2:das Wasser steige nicht].",
    ],
)
def test_the_same_person_carries_the_date_on(second: str) -> None:
    """Without other words for the speaker, by a pronoun, by the surname."""
    article = marked(FIRST + second, "de", SATURDAY)
    first, carried = whens(article)
    assert carried == replace(first, basis=WhenBasis.CARRIED)
    assert carried.words == Span(19, 29)


@pytest.mark.parametrize(
    "second",
    [
        "[s2:Jo Winter] [c2:widersprach], [q2:das Wasser steige].",
        "[s2:Eine Sprecherin der Petersen] [c2:widersprach], [q2:das Wasser steige].",
        "Am Samstag brach der Deich. [s2:Sie] [c2:sagte], [q2:das Wasser steige].",
    ],
)
def test_another_person_or_another_time_ends_it(second: str) -> None:
    """Then only the publication is left."""
    assert whens(marked(FIRST + second, "de", SATURDAY))[1].basis is WhenBasis.PUBLISHED


def test_resolved_persons_decide_who_goes_on() -> None:
    """The words may differ, or be the same, if the person is known."""
    text = FIRST + "[s2:Die Leiterin] [c2:sagte], [q2:das Wasser steige nicht]."
    article = marked(text, "de", SATURDAY)
    ada = Person("Ada Petersen", PersonKind.HUMAN)
    other = Person("Mira Lund", PersonKind.HUMAN)
    for person, basis in ((ada, WhenBasis.CARRIED), (other, WhenBasis.PUBLISHED)):
        first, second = article.statements
        both = (replace(first, person=ada), replace(second, person=person))
        assert whens(replace(article, statements=both))[1].basis is basis


def test_a_nested_statement_shares_the_date_of_its_holder() -> None:
    """Verbatim words inside an indirect quotation were said with it."""
    article = marked(FIRST + "[q2:x]", "de", SATURDAY)
    first, second = article.statements
    inner = replace(second, quote=(Span(31, 40),), nested_in=1)
    assert whens(replace(article, statements=(first, inner)))[1].basis is WhenBasis.CARRIED


def test_a_reported_act_is_dated_by_the_time_beside_its_verb() -> None:
    """Its quoted words are the whole sentence; a time further on is of what was demanded."""
    text = "Petersen forderte am Freitag einen neuen Deich bis zum Sommer 2024."
    speaker, quote = Span(0, 8), Span(0, len(text) - 1)
    act = Statement(
        1, QuotationType.REPORTED, Medium.SPEECH, (quote,), confidence=1.0, speaker=(speaker,)
    )
    article = Article(text, language="de", published=SATURDAY, statements=(act,))
    assert whens(article)[0].begin == date(2022, 12, 2)


def seed(shared: Path) -> tuple[str, list[dict[str, Any]]]:
    """The seed page and its annotated statements."""
    folder = shared / "data" / "seed"
    content = json.loads((folder / "statements.json").read_text("utf-8"))
    return (folder / "page.txt").read_text("utf-8"), content["statements"]


def seed_article(shared: Path, published: date | None) -> tuple[Article, list[dict[str, Any]]]:
    """The seed page with its annotated statements as ours."""
    text, annotated = seed(shared)

    def spans(pairs: Any) -> tuple[Span, ...]:
        if not pairs:
            return ()
        return tuple(Span(*p) for p in (pairs if isinstance(pairs[0], list) else [pairs]))

    statements = tuple(
        Statement(
            id=each["id"],
            type=QuotationType.INDIRECT,
            medium=Medium.SPEECH,
            quote=spans(each["quote"]),
            confidence=1.0,
            speaker=spans(each["speaker"]),
            cue=spans(each["cue"]),
            person=Person(each["person"], PersonKind.HUMAN) if each["person"] else None,
        )
        for each in annotated
    )
    article = Article(text, language="de", published=published, statements=statements)
    return article, annotated


def test_the_seed_page_has_its_dates(shared: Path) -> None:
    """With the day of publication given, days and words are those of the careful reader."""
    article, annotated = seed_article(shared, SATURDAY)
    for expected, when in zip(annotated, whens(article), strict=True):
        if "said_on" in expected:
            assert when.words == Span(*expected["said_on"]["span"])
            assert when.begin == when.end == date.fromisoformat(expected["said_on"]["date"])
        else:
            assert when.basis is WhenBasis.CARRIED


def test_the_seed_page_without_a_date_keeps_its_weekdays(shared: Path) -> None:
    """Friday and Thursday are read, and why they come to no day is told."""
    article, _ = seed_article(shared, None)
    found = whens(article)
    assert {when.value for when in found} == {"XXXX-WXX-5", "XXXX-WXX-4"}
    assert {when.unresolved for when in found} == {"the page has no date of publication"}
