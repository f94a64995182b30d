"""Datelines are cut off, and what only looks like one is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.model import Located, Span
from wortlaut.sources._dateline import Dateline, find_dateline


def dateline_of(text: str) -> Dateline | None:
    """The dateline at the head of a text of one paragraph."""
    return find_dateline(text, Span(0, len(text)))


# The dateline, agency as it stands in the text, place, and the paragraph's own words.
DATELINES = [
    ("(CNN) – ", "(CNN)", None, "Der Kreml schwieg am Freitag."),
    ("(CNN) -", "(CNN)", None, "Der Kreml schwieg am Freitag."),
    ("(CNN) ", "(CNN)", None, "The mayor resigned on Friday."),
    ("(CNN Business) — ", "(CNN Business)", None, "The bank raised its rate."),
    ("[dpa] - ", "[dpa]", None, "Der Senat tagte am Freitag."),
    ("(Beispielblatt) – ", "(Beispielblatt)", None, "Der Senat tagte am Freitag."),
    ("AFP – ", "AFP", None, "Der Minister trat am Freitag zurück."),
    ("BERLIN (dpa) - ", "(dpa)", "BERLIN", "Der Senat tagte am Freitag."),
    ("Berlin (dpa/lno) - ", "(dpa/lno)", "Berlin", "Der Senat tagte am Freitag."),
    ("Berlin (dpa) ", "(dpa)", "Berlin", "„Wir kommen“, sagte die Ministerin."),
    ("Berlin, 3. Dezember (Reuters) – ", "(Reuters)", "Berlin", "Der Senat tagte."),
    ("Washington/Moskau (Reuters) ", "(Reuters)", "Washington/Moskau", "Beide Seiten schwiegen."),
    ("Washington/Moskau (Reuters) - ", "(Reuters)", "Washington/Moskau", "Beide schwiegen."),
    ("WASHINGTON (AP) — ", "(AP)", "WASHINGTON", "The president signed the law."),
    ("Washington, D.C. (AP) - ", "(AP)", "Washington, D.C.", "The Senate voted."),
    ("COLUMBUS, Ohio (AP) — ", "(AP)", "COLUMBUS, Ohio", "The team won."),
    ("ST. LOUIS (AP) — ", "(AP)", "ST. LOUIS", "The team lost."),
    ("CHARLESTON, S.C. — ", None, "CHARLESTON, S.C.", "The vote was close on Friday."),
    ("DES MOINES — ", None, "DES MOINES", "She spoke for an hour on Friday."),
    ("Berlin/dpa – ", "dpa", "Berlin", "Der Senat tagte am Freitag."),
    ("Berlin/dpa ", "dpa", "Berlin", "Der Senat tagte am Freitag."),
    ("Hamburg. ", None, "Hamburg", "Der Senat hat den Haushalt beschlossen."),
    ("München – ", None, "München", "Der Stadtrat hat den Haushalt beschlossen."),
    ("LONDON, Dec 3 (Reuters) - ", "(Reuters)", "LONDON", "The council met."),
    ("Dec 3 (Reuters) - ", "(Reuters)", None, "The council met."),
    ("dpa BERLIN. ", "dpa", "BERLIN", "Der Senat tagte am Freitag."),
    ("(dpa) Berlin – ", "(dpa)", "Berlin", "Der Senat tagte am Freitag."),
    ("Genf (epd). ", "(epd)", "Genf", "Die Helfer baten um Geld."),
    ("Wien/Graz (APA) – ", "(APA)", "Wien/Graz", "Die Bahn steht still."),
    ("Frankfurt am Main (dpa/lhe) - ", "(dpa/lhe)", "Frankfurt am Main", "Der Flughafen wächst."),
    ("Frankfurt/Main (ots) - ", "(ots)", "Frankfurt/Main", "Der Flughafen wächst."),
    ("Neustadt an der Orla (dpa/th) - ", "(dpa/th)", "Neustadt an der Orla", "Der Bach steigt."),
    ("Rio de Janeiro (AFP) – ", "(AFP)", "Rio de Janeiro", "Der Fluss steigt."),
]


@pytest.mark.parametrize(("head", "agency", "place", "own"), DATELINES)
@pytest.mark.parametrize("before", ["", "Senat tagt\n\n", "😀 שלום\n"])
def test_a_dateline_is_located(
    before: str, head: str, agency: str | None, place: str | None, own: str
) -> None:
    """Agency and place are found at their characters, the end where the sentence begins."""
    text = before + head + own
    found = find_dateline(text, Span(len(before), len(text)))
    assert found is not None
    assert text[found.end :] == own
    assert (found.agency and found.agency.span.of(text)) == agency
    assert (found.agency and found.agency.value) == (agency and agency.strip("()[]"))
    assert (found.place and found.place.span.of(text)) == place
    assert (found.place and found.place.value) == place


@pytest.mark.parametrize(
    ("head", "place", "published"),
    [
        ("Kiew (Ukraine), 03.12.2022 – ", "Kiew", date(2022, 12, 3)),
        ("Berlin (Deutschland), 12.03.2008 – ", "Berlin", date(2008, 3, 12)),
        ("Den Haag (Niederlande), 3. Dezember 2022 – ", "Den Haag", date(2022, 12, 3)),
        ("NEW YORK, Dec. 3, 2022 (Reuters) - ", "NEW YORK", date(2022, 12, 3)),
        ("Berlin, 3. Dezember (Reuters) – ", "Berlin", None),
    ],
)
def test_a_date_counts_where_it_has_a_year(head: str, place: str, published: date | None) -> None:
    """The day of publication is read off the dateline only if it is complete."""
    text = head + "Die Regierung schwieg am Abend."
    found = dateline_of(text)
    assert found is not None
    assert found.place == Located(place, Span(0, len(place)))
    assert found.published == published
    assert text[found.end :].startswith("Die")


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("Von unserem Korrespondenten Max Muster", None, None),
        ("Von unserer Korrespondentin Anna Muster, Berlin", "Berlin", None),
        ("Von Max Muster, Berlin", "Berlin", None),
        ("VON ANNA MUSTER UND MAX MUSTER", None, None),
        ("By Jane Doe", None, None),
        ("By Jane Doe and John Roe, CNN", None, "CNN"),
        ("By our correspondent in London", "London", None),
    ],
)
def test_a_paragraph_that_is_a_byline_has_no_words_of_its_own(
    text: str, place: str | None, agency: str | None
) -> None:
    """A byline alone ends where its paragraph ends."""
    found = dateline_of(text)
    assert found is not None
    assert found.end == len(text)
    assert (found.place and found.place.value) == place
    assert (found.agency and found.agency.value) == agency


def test_a_byline_before_a_dateline_is_passed_over() -> None:
    """The dateline's place counts, and the sentence begins behind both."""
    text = "Von Max Muster, Berlin\nHamburg (dpa) - Der Senat tagte am Freitag."
    found = dateline_of(text)
    assert found is not None
    assert found.place == Located("Hamburg", Span(23, 30))
    assert text[found.end :] == "Der Senat tagte am Freitag."


@pytest.mark.parametrize(
    "text",
    [
        "Berlin (65) sagte, er komme.",
        "Berlin ist groß und arm.",
        "Berlin – die Hauptstadt – ist groß und arm.",
        "Berlin – Paris in vier Stunden, das will die Bahn.",
        "Berlin, Paris und London haben sich geeinigt.",
        "Moskau, sagte er, sei bereit.",
        "Hamburg. Berlin. München.",
        "Heute. Der Tag ist gekommen und alle sind da.",
        "In Berlin (dpa) sagte er das nicht.",
        "Max Muster (SPD) sagte, er komme.",
        "Anna Muster (CDU) – die Kandidatin – sagte nichts.",
        "(SPD) – Die Partei hat einen Vorsitzenden gewählt.",
        "(Sie lacht) Der Minister sagte nichts.",
        "Die Nachrichtenagentur (dpa) meldete das am Freitag.",
        "Die Deutsche Presse-Agentur (dpa) Hamburg hat gemeldet.",
        "Associated Press (AP) reported that on Friday.",
        "AP reported that on Friday.",
        "UNICEF – Das Kinderhilfswerk bat am Freitag um Geld.",
        "NATO – das Bündnis der Staaten – schwieg.",
        "BREAKING — The president said on Monday he would go.",
        "EXCLUSIVE – The president said on Monday he would go.",
        "Am Freitag, 3. Dezember – einem kalten Tag – kam er an.",
        "24. Februar 2022 – Der Krieg beginnt am frühen Morgen.",
        "Von Berlin nach Paris",
        "Von Angst und Hoffnung",
        "Von Anna Muster stammt der Satz, dass es reicht.",
        "By Friday, the court had ruled.",
        "By the time the president spoke, it was late.",
        "The Hague court (ICC) ruled on Friday.",
        "Die Partei der Vernunft - Das sagen alle von sich.",
        "London calling: the band is back.",
        "Muster - Der Name war nicht zu lesen.",
        "שלום (dpa) – אמר",
        "",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    """Ages, parties, interjections and plain sentences stay part of the paragraph."""
    if text:
        assert dateline_of(text) is None
    else:
        assert find_dateline("  ", Span(0, 2)) is None


def test_only_the_paragraph_is_looked_at() -> None:
    """Words before and behind the paragraph do not matter."""
    text = "Berlin (dpa) - Der Senat tagte. Hamburg (dpa) - Der Senat schwieg."
    second = find_dateline(text, Span(32, len(text)))
    assert second is not None
    assert second.place == Located("Hamburg", Span(32, 39))
    assert find_dateline(text, Span(15, 31)) is None


PIECES = st.sampled_from(
    [
        "(dpa)",
        " – ",
        " - ",
        ". ",
        ", ",
        "/",
        "BERLIN",
        "Berlin",
        "Von ",
        "Max Muster",
        "3. Mai",
        "\n",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join), st.integers(0, 9))
def test_a_dateline_never_leaves_its_paragraph(text: str, begin: int) -> None:
    """Whatever the text, spans and end lie inside the paragraph, in order."""
    if begin >= len(text):
        return
    found = find_dateline(text, Span(begin, len(text)))
    if found is not None:
        assert begin < found.end <= len(text)
        for part in (found.agency, found.place):
            if part is not None:
                assert begin <= part.span.begin < part.span.end <= found.end
                assert part.value == part.span.of(text).strip("()[] ")
