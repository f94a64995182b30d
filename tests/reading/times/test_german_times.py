"""German time expressions: their words, their values, and the days they come to.

The day of publication is Saturday, 3 December 2022.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.times.bracketed import expressions, found
from wortlaut.model import Precision, Span
from wortlaut.reading.times import TimeKind, find_times

DATES = [
    ("Sie starb am [3. Dezember 2022].", "2022-12-03"),
    ("Das steht im Brief vom [03.12.2022].", "2022-12-03"),
    ("Das Amt schrieb am [3.12.] zurück.", "2022-12-03"),
    ("Der Eintrag trägt das Datum [2022-11-30].", "2022-11-30"),
    ("Er kam am [Freitag, 2. Dezember] an.", "2022-12-02"),
    ("Er kam am [Freitag, dem 2. Dezember 2022], an.", "2022-12-02"),
    ("Die Tagung war am [14. März 1987].", "1987-03-14"),
    ("Sie trafen sich am [12. November].", "2022-11-12"),
    ("Sie werden sich am [12. Februar] treffen.", "2023-02-12"),
    ("Das Fest war am [5. Mai dieses Jahres].", "2022-05-05"),
    ("Im [September] kündigte der Rat das an.", "2022-09"),
    ("Im [März 2019] wurde die Brücke gebaut.", "2019-03"),
    ("Seit [Ende September] regnete es.", "2022-09"),
    ("Bis [Mitte Februar 2023] wird gebaut.", "2023-02"),
    ("Der [im Januar] geplante Umbau fällt aus.".replace("[im ", "im ["), "2023-01"),
    ("Der im [Januar] eröffnete Hof ist voll.", "2022-01"),
    ("Sie zog [2019] nach Bremen.", "2019"),
    ("Im [Jahr 1990] war alles anders.", "1990"),
    ("[Ende 1989] fiel die Mauer.", "1989"),
    ("Die Ernte von [dem Jahre 1911] war gut.", "1911"),
    ("In [den neunziger Jahren] gab es hier Läden.", "199"),
    ("Das Haus stammt aus [den 1920er Jahren].", "192"),
    ("In [den 80ern] war das Mode.", "198"),
    ("Im [19. Jahrhundert] fuhr hier ein Schiff.", "18"),
    ("Zu [Beginn des 20. Jahrhunderts] kam der Zug.", "19"),
    ("In der Saison [2005/06] stiegen sie auf.", "2005/2006"),
    ("Im [Herbst] begann der Umbau.", "2022-FA"),
    ("Im [Sommer 2005] war es heiß.", "2005-SU"),
    ("Im [Frühjahr vergangenen Jahres] war Wahl.", "2021-SP"),
    ("Im [dritten Quartal 2021] stieg der Umsatz.", "2021-Q3"),
    ("An [Weihnachten 2021] lag Schnee.", "2021-12-24"),
    ("Die Messe war am [Karfreitag].", "2022-04-15"),
    ("Die Frist endet an [Silvester].", "2022-12-31"),
]
RELATIVE = [
    ("Das teilte sie [gestern] mit.", "2022-12-02"),
    ("Das Spiel war [vorgestern].", "2022-12-01"),
    ("Sie kommt [übermorgen] zurück.", "2022-12-05"),
    ("Der Prozess beginnt [morgen].", "2022-12-04"),
    ("[Morgen] beginnt der Prozess.", "2022-12-04"),
    ("Im Saal begann [heute] der Prozess.", "2022-12-03"),
    ("Er kam am [Freitag] an.", "2022-12-02"),
    ("Er wird am [Freitag] ankommen.", "2022-12-09"),
    ("Er kam am [Samstag] an.", "2022-12-03"),
    ("[Vergangenen Donnerstag] regnete es.", "2022-12-01"),
    ("Das Treffen ist [kommenden Donnerstag].", "2022-12-08"),
    ("An [diesem Donnerstag] wird gewählt.", "2022-12-08"),
    ("Die Sitzung vom [Dienstag] war lang.", "2022-11-29"),
    ("Sie trafen sich [Mittwoch vergangener Woche].", "2022-11-23"),
    ("Am [Wochenende] war das Bad voll.", "2022-W48-WE"),
    ("Am [vergangenen Wochenende] war das Bad voll.", "2022-W47-WE"),
    ("In [der vergangenen Woche] sank der Preis.", "2022-W47"),
    ("Im [vergangenen Monat] sank der Preis.", "2022-11"),
    ("[Nächste Woche] steigt er wieder.", "2022-W49"),
    ("In [diesem Jahr] blieb er gleich.", "2022"),
    ("[Letztes Jahr] sank er.", "2021"),
    ("Im [übernächsten Jahr] soll gebaut werden.", "2024"),
    ("Im [Vorjahr] waren es mehr.", "2021"),
    ("Bis [Ende dieses Jahres] soll es fertig sein.", "2022"),
    ("[Anfang der Woche] war es kalt.", "2022-W48"),
    ("Zum [Jahresende] läuft der Vertrag aus.", "2022"),
    ("Die Karten kosteten [heuer] mehr.", "2022"),
    ("In [diesem Jahrhundert] kam das nicht vor.", "20"),
    ("Der Vertrag lief im [letzten Jahrzehnt] aus.", "201"),
    ("Am gestrigen [Freitag] tagte der Rat.", "2022-12-02"),
    ("Am morgigen [Sonntag] tagt der Rat.", "2022-12-04"),
]
DAYS_TOLD = [
    ("Am [14. Juni 2021] brach das Feuer aus. Am [nächsten Tag] war alles Asche.", "2021-06-15"),
    ("Am [14. Juni 2021] brach das Feuer aus. [Tags darauf] war alles Asche.", "2021-06-15"),
    ("Am [14. Juni 2021] war Wahl. Am [Tag zuvor] war es ruhig.", "2021-06-13"),
    ("Am [14. Juni 2021] war Wahl, und an [diesem Tag] schien die Sonne.", "2021-06-14"),
    ("Am [Montag] um [20 Uhr] ging das Licht aus.", "2022-11-28T20:00"),
    ("Am [Montag] war Markt. Am [Abend] war Tanz.", "2022-11-28TEV"),
]
TIMES = [
    ("Das Spiel beginnt um [15 Uhr].", "2022-12-03T15:00"),
    ("Das Spiel beginnt um [20:15 Uhr].", "2022-12-03T20:15"),
    ("Das Spiel beginnt um [19.30 Uhr].", "2022-12-03T19:30"),
    ("Das Spiel beginnt um [19 Uhr 30].", "2022-12-03T19:30"),
    ("Um [halb neun] ging das Licht aus.", "2022-12-03T08:30"),
    ("Am [Freitagabend] brannte es.", "2022-12-02TEV"),
    ("Am [vergangenen Freitagabend] brannte es.", "2022-12-02TEV"),
    ("[Gestern Abend] brannte es.", "2022-12-02TEV"),
    ("[Gestern morgen] brannte es.", "2022-12-02TMO"),
    ("[Heute Morgen] brannte es.", "2022-12-03TMO"),
    ("[Morgen früh] fährt der Zug.", "2022-12-04TMO"),
    ("Am [frühen Nachmittag] regnete es.", "2022-12-03TAF"),
    ("In der [Nacht] brannte es.", "2022-12-03TNI"),
]
LENGTHS = [
    ("Sie wartete [drei Jahre] lang.", "P3Y"),
    ("Er ist seit [zwei Wochen] fort.", "P2W"),
    ("Es dauerte [48 Stunden].", "PT48H"),
    ("Es dauerte [eineinhalb Jahre].", "P1.5Y"),
    ("Es dauerte [ein halbes Jahr].", "P0.5Y"),
    ("Es dauerte [drei Jahre und vier Monate].", "P3Y4M"),
    ("Er bekam [rund fünf Jahre] Haft.", "P5Y"),
    ("Sie brauchte [mehr als zwanzig Minuten].", "PT20M"),
    ("Es vergingen [mehrere Jahre].", "PXY"),
    ("Es vergingen [ein paar Tage].", "PXD"),
    ("Das geht seit [Jahren] so.", "PXY"),
    ("Sie schwiegen [jahrzehntelang].", "PXDE"),
    ("In [den letzten 20 Jahren] wuchs der Ort.", "P20Y"),
    ("In [den vergangenen zwei Jahrzehnten] wuchs er.", "P2DE"),
    ("Die [35-Stunden-Woche] kam später.", "PT35H"),
    ("Nach [zweitägiger] Suche gaben sie auf.", "P2D"),
    ("Nach [dreijähriger] Haft kam er frei.", "P3Y"),
    ("Vor [drei Jahren] zog er weg.", "P3Y"),
    ("[Zwei Wochen später] war er tot.", "P2W"),
]
SETS = [
    ("Der Bus fährt [täglich].", "P1D"),
    ("Der Bus fährt [jeden Montag].", "XXXX-WXX-1"),
    ("Der Bus fährt [montags].", "XXXX-WXX-1"),
    ("Das Fest ist [jährlich].", "P1Y"),
    ("Gewählt wird [alle vier Jahre].", "P4Y"),
    ("Er kommt [jeden zweiten Tag].", "P2D"),
    ("Es kostet zehn Mark [pro Stunde].", "PT1H"),
    ("Er zahlt zehn Mark im [Monat].", "P1M"),
    ("[Jahr für Jahr] wird es mehr.", "P1Y"),
]
REFERENCES = [
    ("[Jetzt] wird gebaut.", "PRESENT_REF"),
    ("[Derzeit] wird gebaut.", "PRESENT_REF"),
    ("Im [Moment]".replace("Im [", "[Im ") + " wird gebaut.", "PRESENT_REF"),
    ("[Früher] war hier ein Teich.", "PAST_REF"),
    ("[Damals] war hier ein Teich.", "PAST_REF"),
    ("In [letzter Zeit] war er müde.", "PAST_REF"),
    ("[Bald] wird gebaut.", "FUTURE_REF"),
    ("In [Zukunft] wird hier gebaut.", "FUTURE_REF"),
    ("Die Leute sind [heute] reicher.", "PRESENT_REF"),
    ("Die Welt von [morgen] ist das nicht.", "FUTURE_REF"),
]
NO_TIMES = [
    "Der Kanzler kostet 2000 Euro.",
    "Es kamen 1800 Menschen in den Saal.",
    "Sie gewannen 2:1 nach Elfmetern.",
    "Der 30-jährige Mann lief davon.",
    "Die zwölfjährige Tochter lief davon.",
    "Kinder ab 6 Jahren zahlen die Hälfte.",
    "Jan Weber sprach im Bundestag.",
    "August Lindner wohnt in Chiang Mai.",
    "Ida Winter schwieg.",
    "Sie schrieb in der Welt am Sonntag darüber.",
    "Es kam früher als erwartet.",
    "Sie las aus dem Buch „Weihnachten“ vor.",
    "Unter der Woche ist der Laden zu.",
    "Zimmer 1023, zweiter Stock, Postfach 2088.",
]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [*DATES, *RELATIVE, *TIMES, *LENGTHS, *SETS, *REFERENCES],
)
def test_an_expression_has_its_words_and_its_value(sentence: str, value: str) -> None:
    """The words in brackets are found, no others, and mean the value."""
    assert found(sentence, "de") == (sentence, [value])


@pytest.mark.parametrize(("sentence", "value"), DAYS_TOLD)
def test_an_expression_depends_on_the_day_told_before(sentence: str, value: str) -> None:
    """The last expression is counted from the one before it."""
    shown, values = found(sentence, "de")
    assert (shown, values[-1]) == (sentence, value)


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(sentence: str) -> None:
    """Counts, ages, names and titles tell no time."""
    assert found(sentence, "de") == (sentence, [])


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Er kam am [Freitag] an.", "XXXX-WXX-5"),
        ("Er kam am [Freitagabend] an.", "XXXX-WXX-5TEV"),
        ("Im [September] kam er an.", "XXXX-09"),
        ("Am [3. Dezember] kam er an.", "XXXX-12-03"),
        ("[Gestern] kam er an.", "XXXX-XX-XX"),
        ("[Letztes Jahr] kam er an.", "XXXX"),
        ("[Nächste Woche] kommt er an.", "XXXX-WXX"),
        ("Im [Herbst] kam er an.", "XXXX-FA"),
        ("Um [15 Uhr] kam er an.", "XXXX-XX-XXT15:00"),
        ("Am [3. Dezember 2022] kam er an.", "2022-12-03"),
        ("Vor [drei Jahren] kam er an.", "P3Y"),
    ],
)
def test_without_a_publication_the_unknown_stays_open(sentence: str, value: str) -> None:
    """What depends on the day of writing keeps an X, and comes to no days."""
    assert found(sentence, "de", published=None) == (sentence, [value])
    (time,) = expressions(sentence, "de", published=None)
    assert (time.begin is None) == ("X" in value or value.startswith("P"))


@pytest.mark.parametrize(
    ("sentence", "begin", "end", "precision"),
    [
        ("Er kam am Freitag an.", date(2022, 12, 2), date(2022, 12, 2), Precision.DAY),
        ("Um 15 Uhr kam er an.", date(2022, 12, 3), date(2022, 12, 3), Precision.TIME),
        ("In der vergangenen Woche.", date(2022, 11, 21), date(2022, 11, 27), Precision.WEEK),
        ("Im März 2020 kam er an.", date(2020, 3, 1), date(2020, 3, 31), Precision.MONTH),
        ("Ende September kam er an.", date(2022, 9, 21), date(2022, 9, 30), Precision.MONTH),
        ("Im Winter 2020 kam er an.", date(2020, 12, 1), date(2021, 2, 28), Precision.QUARTER),
        ("2019 kam er an.", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
        ("Vor zwei Wochen kam er an.", date(2022, 11, 14), date(2022, 11, 20), Precision.WEEK),
        ("Vor drei Tagen kam er an.", date(2022, 11, 30), date(2022, 11, 30), Precision.DAY),
        ("Vor drei Jahren kam er an.", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
        ("2005/06 kam er an.", date(2005, 1, 1), date(2006, 12, 31), Precision.YEAR),
    ],
)
def test_an_expression_comes_to_days(
    sentence: str, begin: date, end: date, precision: Precision
) -> None:
    """Begin and end are days, the last one included; lengths are counted from the publication."""
    (time,) = expressions(sentence, "de")
    assert (time.begin, time.end, time.precision) == (begin, end, precision)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Er kam am Freitag an.", TimeKind.DATE),
        ("Er kam am Freitagabend an.", TimeKind.TIME),
        ("Vor drei Jahren kam er an.", TimeKind.DURATION),
        ("Er kam jeden Freitag an.", TimeKind.SET),
        ("Früher kam er an.", TimeKind.DATE),
    ],
)
def test_an_expression_has_a_type(sentence: str, kind: TimeKind) -> None:
    """The four types of TIMEX3."""
    assert [time.kind for time in expressions(sentence, "de")] == [kind]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Von Montag bis Mittwoch war er fort.", ["2022-11-28", "2022-11-30"]),
        ("Zwischen 1990 und 1995 war er fort.", ["1990", "1995"]),
        ("Vom 21. bis 27. Februar 2021 war er fort.", ["2021-02-21", "2021-02-27"]),
        ("Geöffnet ist von 9 bis 17 Uhr.", ["2022-12-03T09:00", "2022-12-03T17:00"]),
        ("Geöffnet ist von 8.30-12 Uhr.", ["2022-12-03T08:30", "2022-12-03T12:00"]),
        ("Es dauert zwei bis drei Jahre.", ["P2Y", "P3Y"]),
    ],
)
def test_an_interval_gives_both_its_ends(sentence: str, values: list[str]) -> None:
    """What the second end tells alone, the unit or the month, the first one has as well."""
    assert found(sentence, "de")[1] == values


def test_a_weekday_before_a_date_tells_its_year() -> None:
    """Of the years around, 6 December was a Tuesday in 2022 only, though it is still to come."""
    sentence = "Am [Dienstag, 6. Dezember], kam er an."
    assert found(sentence, "de") == (sentence, ["2022-12-06"])


def test_a_time_of_day_takes_the_day_behind_it() -> None:
    """In *um 15 Uhr am Freitag* the hour is that of the Friday."""
    assert found("Um 15 Uhr am Freitag kam er an.", "de")[1] == ["2022-12-02T15:00", "2022-12-02"]


def test_a_report_of_the_day_means_the_day_by_heute() -> None:
    """Where a text also says *gestern*, its *heute* is no *nowadays*."""
    assert found("Gestern war Markt. Heute ist Messe.", "de")[1] == ["2022-12-02", "2022-12-03"]


def test_a_day_that_no_calendar_has_comes_to_no_days() -> None:
    """A slip of the pen is found, but not resolved."""
    (time,) = expressions("Am 31. April 2021 kam er an.", "de")
    assert (time.value, time.begin) == ("2021-04-31", None)


def test_only_the_paragraphs_are_read() -> None:
    """Furniture between paragraphs gives no times, and no expression reaches across it."""
    text = "Am 3.\n\nHeute lesen: Juli\n\nMai 2022"
    paragraphs = [Span(0, 5), Span(26, 34)]
    assert [t.span.of(text) for t in find_times(text, paragraphs, "de", None)] == ["Mai 2022"]


def test_an_unknown_language_is_read_as_german() -> None:
    """The page's language may not be known."""
    text = "Er kam gestern an."
    times = find_times(text, [Span(0, len(text))], None, date(2022, 12, 3))
    assert [time.value for time in times] == ["2022-12-02"]


WORDS = st.sampled_from(
    "am Freitag 3. 31. Dezember 2022 um 15 Uhr halb neun vor drei Jahren Ende der Woche gestern "
    "morgen bis und , . ( 20.30 nächsten jeden Tag darauf Mai Ostern 1990er Winter 2005/06 heute "
    "vergangenen zwei 24 Uhr 99 im Jahr eine Stunde Sonntag seit kam wird".split()
)


@given(
    st.lists(WORDS, max_size=30),
    st.none() | st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)),
)
def test_any_words_give_ordered_spans_and_days_in_order(
    words: list[str], published: date | None
) -> None:
    """Whatever stands together, expressions do not overlap and no interval is reversed."""
    text = " ".join(words)
    times = find_times(text, [Span(0, len(text))] if text else [], "de", published)
    for one, after in pairwise(times):
        assert one.span.end <= after.span.begin
    for time in times:
        assert time.value
        assert (time.begin is None) == (time.end is None)
        assert time.begin is None or time.end is None or time.begin <= time.end


@pytest.mark.parametrize(
    ("sentence", "values"),
    [("Im [Winter 2005/06] schneite es.", ["2005-WI"]), ("In der Stunde darauf schlief er.", [])],
)
def test_units_that_no_calendar_counts_do_not_break_it(sentence: str, values: list[str]) -> None:
    """Found by random words: a winter of two years, and an hour counted in days."""
    assert found(sentence, "de") == (sentence, values)
