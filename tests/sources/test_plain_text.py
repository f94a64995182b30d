"""Plain-text pages become articles, and every offset counts the text as it was given."""

import json
import textwrap
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wortlaut import EmptySource, NoArticle
from wortlaut.model import Article, Located, Span
from wortlaut.sources._plain_text import article_from_text

FIRST = (
    "Der Senat hat am Freitag beschlossen, den Hafen zu erweitern. „Wir brauchen Platz für größere "
    "Schiffe“, sagte Bürgermeisterin Anna Muster vor der Presse im Rathaus."
)
SECOND = (
    "Die Opposition nannte den Beschluss einen Fehler. Er werde die Stadt noch lange belasten, "
    "erklärte Max Muster, der im Ausschuss für den Haushalt sitzt."
)
THIRD = "Am Montag will der Ausschuss über die Finanzierung beraten, hieß es im Rathaus."
BODY = [FIRST, SECOND, THIRD]


def paragraphs(article: Article) -> list[str]:
    """The words of the article's paragraphs."""
    return [span.of(article.text) for span in article.paragraphs]


def furniture(article: Article) -> list[str]:
    """The words of the article's furniture."""
    return [span.of(article.text) for span in article.furniture]


def in_one_line(words: str) -> str:
    """Words with single spaces, for comparing broken text."""
    return " ".join(words.split())


def test_a_scraped_page_loses_its_furniture_and_its_dateline() -> None:
    """Body, agency and furniture of a page as scrapers leave it."""
    text = f"(CNN) – {FIRST}\n\n{SECOND}\n\n{THIRD}\n\n\n\nSource link\n\nLeave a Comment\n\n" + (
        "Your email address will not be published. Required fields are marked *"
    )
    article = article_from_text(text, source="hafen.txt", url="https://example.org/hafen")
    assert article.text == text
    assert article.agency == Located("CNN", Span(0, 5))
    assert article.place is None
    assert paragraphs(article) == BODY
    assert furniture(article) == [
        "Source link",
        "Leave a Comment",
        "Your email address will not be published. Required fields are marked *",
    ]
    assert (article.source, article.url) == ("hafen.txt", "https://example.org/hafen")
    assert article.language == "de"
    assert article.title is None
    assert article.statements == ()


def test_the_head_of_a_page_goes_into_the_fields() -> None:
    """Menu, headline, byline and date stand before the first paragraph."""
    text = (
        "Startseite\nPolitik\nWirtschaft\n\nHafen\n\nSenat baut den Hafen aus\n\n"
        "Von Anna Muster und Max Muster\n\n3. Dezember 2022, 14:30 Uhr\n\n"
        f"Hamburg (dpa) - {FIRST}\n\n{SECOND}\n\nFoto: Max Muster/dpa\n\n{THIRD}\n\n"
        "Lesen Sie auch: Elbe steigt\n"
    )
    article = article_from_text(text)
    assert article.title == "Senat baut den Hafen aus"
    assert article.authors == ("Anna Muster", "Max Muster")
    assert article.published == datetime(2022, 12, 3, 14, 30)
    assert article.agency is not None
    assert article.place is not None
    assert (article.agency.value, article.agency.span.of(text)) == ("dpa", "(dpa)")
    assert article.place.value == article.place.span.of(text) == "Hamburg"
    assert paragraphs(article) == BODY
    assert furniture(article) == [
        "Startseite",
        "Politik",
        "Wirtschaft",
        "Hafen",
        "Von Anna Muster und Max Muster",
        "3. Dezember 2022, 14:30 Uhr",
        "Foto: Max Muster/dpa",
        "Lesen Sie auch: Elbe steigt",
    ]


def test_an_english_page_is_read_alike() -> None:
    """The same for a page in English."""
    first = "The council said on Friday that it would widen the harbour before the year is out."
    second = "“They will ruin the town,” said John Roe, who leads the opposition in the council."
    text = (
        "Skip to main content\nHome\nNews\nCouncil to widen the harbour\nBy Jane Doe\n"
        f"Published December 3, 2022\nLONDON, Dec 3 (Reuters) - {first}\n{second}\n"
        "Read more: Ships grow\nShare this\n© 2022 Example Media. All rights reserved.\n"
    )
    article = article_from_text(text)
    assert article.title == "Council to widen the harbour"
    assert article.authors == ("Jane Doe",)
    assert article.published == date(2022, 12, 3)
    assert article.language == "en"
    assert article.place == Located("LONDON", Span(text.index("LONDON"), text.index(", Dec 3 (")))
    assert paragraphs(article) == [first, second]
    assert furniture(article)[-1] == "© 2022 Example Media. All rights reserved."


def test_the_date_of_publication_goes_before_one_of_change() -> None:
    """A page that was changed later keeps its first date; an open date is left open."""
    for head, published in [
        ("Aktualisiert am 5. Dezember 2022\nVeröffentlicht am 3. Dezember 2022", date(2022, 12, 3)),
        ("Stand: 05.12.2022", date(2022, 12, 5)),
        ("03/04/2022", None),
        ("Published 13/04/2022", date(2022, 4, 13)),
    ]:
        article = article_from_text(f"Senat baut Hafen aus\n\n{head}\n\n{FIRST}\n\n{SECOND}")
        assert article.published == published
        assert article.title == "Senat baut Hafen aus"


def test_the_datelines_date_is_the_date_of_publication() -> None:
    """German Wikinews writes it so."""
    article = article_from_text(f"Kiew (Ukraine), 03.12.2022 – {FIRST}")
    assert article.published == date(2022, 12, 3)
    assert paragraphs(article) == [FIRST]


def test_a_dateline_may_stand_behind_a_summary() -> None:
    """Some pages set a summary in front; it is a paragraph like the others."""
    article = article_from_text(f"{THIRD}\n\nHamburg (dpa) - {FIRST}\n\n{SECOND}")
    assert article.place is not None
    assert paragraphs(article) == [THIRD, FIRST, SECOND]


def test_a_dateline_on_a_line_of_its_own_leaves_no_paragraph() -> None:
    """Nothing empty remains where the dateline fills its paragraph."""
    article = article_from_text(f"Hamburg (dpa) -\n\n{FIRST}\n\n{SECOND}")
    assert article.agency is not None
    assert paragraphs(article) == [FIRST, SECOND]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u0085"])
def test_any_line_end_parts_lines(end: str) -> None:
    """Unix, Windows, old Mac and Unicode: with blank lines between or without."""
    for between in (end, end * 2, end * 3, f"{end} \t{end}"):
        article = article_from_text(f"{end}{between.join(BODY)}{end}Leave a Comment{end}")
        assert paragraphs(article) == BODY
        assert furniture(article) == ["Leave a Comment"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("blank", [True, False])
def test_text_broken_at_a_column_is_joined(width: int, end: str, blank: bool) -> None:
    """A paragraph of several lines is one, with blank lines between paragraphs or without."""
    broken = [end.join(textwrap.wrap(words, width)) for words in BODY]
    text = (end * 2 if blank else end).join([*broken, "Leave a Comment"])
    article = article_from_text(text)
    assert [in_one_line(words) for words in paragraphs(article)] == BODY
    assert furniture(article) == ["Leave a Comment"]


def test_an_indented_first_line_opens_a_paragraph() -> None:
    """Broken text without blank lines may mark its paragraphs by indenting."""
    text = "\n".join(textwrap.fill(words, 72, initial_indent="    ") for words in BODY * 2)
    assert [in_one_line(words) for words in paragraphs(article_from_text(text))] == BODY * 2


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Headings and short answers between long lines are not joined to them."""
    lines = [FIRST, "Streit um das Geld", SECOND, "Muster: Nein.", "Frage: Warum nicht?", THIRD]
    assert paragraphs(article_from_text("\n".join(lines))) == lines


def test_a_sentence_that_breaks_off_goes_on_in_the_next_line() -> None:
    """Stray line ends within a sentence do not end the paragraph."""
    text = (
        f"{FIRST}\nDer Ausschuss sprach nach der ersten Lesung des\nHaushalts von einem Erfolg.\n"
    )
    assert paragraphs(article_from_text(text))[1] == text[len(FIRST) + 1 : -1]


def test_white_space_and_marks_of_order_stay_outside() -> None:
    """Spans begin and end on the words: no byte order mark, no space, no empty line."""
    article = article_from_text(f"\ufeff  {FIRST}\u00a0 \n\u200b\n\t{SECOND}\u3000\n\n")
    assert paragraphs(article) == [FIRST, SECOND]
    assert article.text.startswith("\ufeff")


def test_a_lone_line_is_the_article() -> None:
    """What a person pipes in is read, whether or not it closes like a sentence."""
    for line in ("Muster sagte, sie komme.", "Muster: Wir kommen", "Wir kommen"):
        article = article_from_text(line)
        assert paragraphs(article) == [line]
        assert article.title is None


def test_a_short_line_before_a_sentence_is_the_title() -> None:
    """Also where the article is a single short sentence."""
    article = article_from_text("Senat schweigt\n\nDer Senat sagte nichts.")
    assert (article.title, paragraphs(article)) == ("Senat schweigt", ["Der Senat sagte nichts."])


def test_a_first_line_that_closes_is_no_title() -> None:
    """Sentences, questions and introductions belong to the body."""
    for line in ("Der Senat tagt.", "Was sagt der Senat?", "Der Senat teilte mit:", "Er schweigt;"):
        article = article_from_text(f"{line}\n\n{FIRST}")
        assert article.title is None
        assert paragraphs(article) == [line, FIRST]


def test_sentences_that_look_like_furniture_stay() -> None:
    """A person who is quoted on newsletters and small print is kept."""
    lines = [
        FIRST,
        "„Lesen Sie auch das Kleingedruckte“, sagte der Anwalt.",
        "Den Newsletter wolle man einstellen, erklärte der Senat.",
        "Kommentare zu dem Urteil lehnte die Sprecherin ab.",
    ]
    assert paragraphs(article_from_text("\n\n".join(lines))) == lines


def test_characters_beyond_the_first_plane_and_marks_count_as_code_points() -> None:
    """Emoji, combining marks and right-to-left text keep every offset right."""
    arabic = "قال الرئيس إن الميناء سيبقى مفتوحا أمام السفن، وأضاف أن المدينة تحتاج إلى العمل."
    hebrew = "הנשיא אמר ביום שלישי כי הנמל יישאר פתוח, והוסיף כי העיר זקוקה לעבודה."
    combined = (
        "Die Bu\u0308rgermeisterin sagte: „Scho\u0308n, dass alle da sind 👩‍👩‍👧🇩🇪!“ Dann ging sie."
    )
    text = f"🚢 {FIRST}\n\n{arabic}\n\n{hebrew}\n\n{combined}\n\nSource link 🔗"
    article = article_from_text(text)
    assert paragraphs(article) == [f"🚢 {FIRST}", arabic, hebrew, combined]
    assert article.text == text


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\ufeff", "\u2028 \u00a0\n", "\u200b"])
def test_a_blank_text_is_an_empty_source(text: str) -> None:
    """The error names the source, what is wrong and what to do."""
    with pytest.raises(EmptySource, match=r"leer\.txt: there is no text in it; check"):
        article_from_text(text, source="leer.txt")


def test_a_page_of_furniture_holds_no_article() -> None:
    """Forms and links alone are nothing to read."""
    text = "Leave a Comment\n\nYour email address will not be published.\n\n* * *\n\nTeilen"
    with pytest.raises(NoArticle, match=r"https://example\.org/x: .*only.*; give the article"):
        article_from_text(text, url="https://example.org/x")


def test_several_pages_in_a_text_are_all_read() -> None:
    """A comment form between two articles does not end the second."""
    page = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\nSource link\n\nLeave a Comment\n\n"
    assert paragraphs(article_from_text(page * 5)) == BODY * 5


def test_a_large_text_is_read_whole() -> None:
    """A megabyte without a line end, and one of many lines, keep all their words."""
    long = (FIRST + " ") * 6000
    assert paragraphs(article_from_text(long)) == [long.rstrip()]
    assert len(article_from_text(f"{FIRST}\n\n" * 6000).paragraphs) == 6000


WORDS = st.sampled_from(
    [
        *BODY,
        *("Von Anna Muster", "Berlin (dpa) - ", "(CNN) – ", "3. Dezember 2022", "Source link"),
        *("Leave a Comment", "Lesen Sie auch", "Foto: dpa", "Politik", "Hafen", "* * *"),
        *("„Ja“, sagte er.", "שלום עולם", "e\u0301", "👩‍👩‍👧", "\ufeff", "\u200b", "\u200f"),
        *(" ", "\t", "\x1f", "."),
    ]
)
BREAKS = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\x85", " \n \n", " "]
)
PAGES = st.lists(WORDS | BREAKS | st.text(max_size=5), max_size=30).map("".join)


@given(PAGES)
@example("\x1f")
@example("a\r\n\r\n\x1c\u200bb")
@example("Berlin (dpa) - \n\nBerlin (dpa) - ")
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the text: it is unchanged, spans are ordered, apart, trimmed and not empty."""
    try:
        article = article_from_text(text)
    except (EmptySource, NoArticle):
        return
    assert article.text == text
    for spans in (article.paragraphs, article.furniture):
        assert list(spans) == sorted(spans)
    parts = sorted(
        [*article.paragraphs, *article.furniture]
        + [part.span for part in (article.agency, article.place) if part]
    )
    for last, following in pairwise(parts):
        assert last.end <= following.begin
    for span in (*article.paragraphs, *article.furniture):
        assert span.end <= len(text)
        words = span.of(text)
        assert words == words.strip()
        assert words.strip("\ufeff\u200b") == words


@given(PAGES)
@example("Von Anna Muster\nVon Anna Muster")
def test_no_letter_is_lost_without_a_place(text: str) -> None:
    """Each letter is in a paragraph, the furniture, the title or the dateline."""
    try:
        article = article_from_text(text)
    except (EmptySource, NoArticle):
        return
    covered = sum(
        sum(character.isalnum() for character in span.of(text))
        for span in (*article.paragraphs, *article.furniture)
    )
    letters = sum(character.isalnum() for character in text)
    title = sum(character.isalnum() for character in article.title or "")
    has_dateline = article.agency or article.place
    assert letters - covered - title <= (200 if has_dateline else 0)


SEED = Path(__file__).parents[3] / "shared" / "data" / "seed"


@pytest.mark.skipif(not SEED.is_dir(), reason="the shared data is not beside the checkout")
def test_the_seed_page_is_read_as_a_careful_reader_does() -> None:
    """Agency, body and furniture lie at the characters that a person marked."""
    text = (SEED / "page.txt").read_text(encoding="utf-8")
    gold = json.loads((SEED / "statements.json").read_text(encoding="utf-8"))["article"]
    article = article_from_text(text)
    assert article.agency == Located(gold["agency"]["name"], Span(*gold["agency"]["span"]))
    assert article.language == gold["language"]
    assert article.furniture == tuple(Span(*span) for span in gold["furniture"])
    assert article.paragraphs[-1].end == gold["body"][1]
    begins = [text.index("Kreml"), *(span.begin for span in article.paragraphs[1:])]
    assert [span.begin for span in article.paragraphs] == begins
    between = pairwise(article.paragraphs)
    assert all(text[last.end : following.begin] == "\n\n" for last, following in between)
