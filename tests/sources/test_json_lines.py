"""Each line is an article or an error of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import (
    Article,
    DamagedSource,
    EmptySource,
    Located,
    Medium,
    NoArticle,
    QuotationType,
    SourceError,
    SourceTooLarge,
    Span,
    Statement,
)
from wortlaut._json_form import article_to_json_line
from wortlaut.sources._json_lines import articles_from_lines

TEXT = "BERLIN (dpa) - „Wir kommen“, sagte sie."


def from_text(text: str, *, source: str = "", url: str | None = None) -> Article:
    """An article that knows what it was made from."""
    return Article(text, source=source, url=url, language="xx", title="found", warnings=("text",))


def from_html(markup: str, *, url: str | None = None, source: str = "") -> Article:
    """The same for markup; one page has no article."""
    if "leer" in markup:
        raise NoArticle(source, "holds no article", "check it")
    return Article(markup.removeprefix("<p>"), source=source, url=url, authors=("found",))


def entries(content: bytes | str, *, line_limit: int = 10**6) -> list[Article | SourceError]:
    """What the lines give, cut into pieces that know nothing of lines."""
    data = content.encode() if isinstance(content, str) else content
    pieces = (data[i : i + 7] for i in range(0, len(data), 7))
    return list(
        articles_from_lines(
            pieces, source="a", from_text=from_text, from_html=from_html, line_limit=line_limit
        )
    )


def article(content: bytes | str) -> Article:
    """The only article of the lines."""
    (entry,) = entries(content)
    assert isinstance(entry, Article), entry
    return entry


def error(content: bytes | str) -> SourceError:
    """The only error of the lines."""
    (entry,) = entries(content)
    assert isinstance(entry, SourceError), entry
    return entry


def test_fields_of_a_line_count_more_than_what_the_text_says() -> None:
    """Every field that may be given."""
    found = article(
        json.dumps(
            {
                "id": 17,
                "text": TEXT,
                "title": "Zusage",
                "authors": ["Ada", "Bo"],
                "outlet": "Bote",
                "url": "https://bote.example/1",
                "published": "2026-11-20",
                "language": "de-AT",
            }
        )
    )
    assert found == Article(
        TEXT,
        source="a:1",
        language="de",
        title="Zusage",
        authors=("Ada", "Bo"),
        outlet="Bote",
        url="https://bote.example/1",
        published=date(2026, 11, 20),
        warnings=("text",),
    )


def test_what_a_line_does_not_give_is_as_found() -> None:
    """Null, empty and missing are the same."""
    found = article('{"text": "a", "title": null, "language": "", "authors": []}')
    assert (found.title, found.language, found.authors) == ("found", "xx", ())


@pytest.mark.parametrize("name", ["text", "originalText"])
def test_text_goes_by_two_names(name: str) -> None:
    """Annotated corpora call it originalText."""
    assert article(json.dumps({name: TEXT})).text == TEXT


def test_markup_is_read_as_a_page() -> None:
    """With its URL, by which the page's own links are understood."""
    found = article('{"html": "<p>Hallo", "url": "https://a.example/", "authors": "Ada"}')
    assert (found.text, found.url, found.authors) == ("Hallo", "https://a.example/", ("Ada",))


def test_text_is_preferred_to_markup_unless_it_is_empty() -> None:
    """The text is what offsets were counted in."""
    assert article('{"html": "<p>b", "text": "a"}').text == "a"
    assert article('{"html": "<p>b", "text": " "}').text == "b"


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-11-20T08:30:00Z", datetime(2026, 11, 20, 8, 30, tzinfo=UTC)),
        ("2026-11-20 08:30:00", datetime(2026, 11, 20, 8, 30)),
    ],
)
def test_dates_and_times_are_iso_8601(published: str, expected: date) -> None:
    """A day stays a day, a time a time."""
    assert article(json.dumps({"text": "a", "published": published})).published == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "gestern"),
        ("published", 1700000000),
        ("title", 5),
        ("authors", ["Ada", 5]),
        ("authors", {"name": "Ada"}),
        ("url", ["https://a.example"]),
        ("language", "Deutsch"),
        ("outlet", True),
    ],
)
def test_unreadable_field_is_left_out_and_reported(field: str, value: object) -> None:
    """The article is not lost for it."""
    found = article(json.dumps({"text": "a", field: value}))
    assert found.text == "a"
    (warning,) = (warning for warning in found.warnings if warning != "text")
    assert f"`{field}`" in warning


def test_every_bad_line_is_an_error_of_its_own_and_the_rest_is_read() -> None:
    """The line's number is in the error's source; blank lines count and give nothing."""
    found = entries('{"text": "1"}\nkaputt\n\r\n[1]\n"text"\n{"x": 1}\n{"text": 7}\n{"text": "8"}')
    assert [entry.source for entry in found] == ["a:1", "a:2", "a:4", "a:5", "a:6", "a:7", "a:8"]
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Article)
    problems = [str(entry) for entry in found[1:-1] if type(entry) is DamagedSource]
    assert len(problems) == 5
    assert "is not JSON (Expecting value, column 1)" in problems[0]
    assert "no object" in problems[1]
    assert "no object" in problems[2]
    assert "no field `text`" in problems[3]
    assert "no string" in problems[4]


@pytest.mark.parametrize("line", ['{"text": ""}', '{"text": " \\n"}', '{"text": "", "html": ""}'])
def test_empty_text_is_empty(line: str) -> None:
    """A line that has the field and nothing in it."""
    assert type(error(line)) is EmptySource


@pytest.mark.parametrize("content", ["", "\n\n \n", "\ufeff"])
def test_file_without_lines_is_empty(content: str) -> None:
    """One error for the file."""
    found = error(content)
    assert type(found) is EmptySource
    assert found.source == "a"


def test_page_without_article_is_an_error_of_its_line() -> None:
    """What the page's reader raises comes as a value."""
    first, second = entries('{"html": "leer"}\n{"html": "<p>b"}')
    assert isinstance(first, NoArticle)
    assert first.source == "a:1"
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    "line",
    ['{"text": ' + "[" * 100_000, '{"text": "a", "n": ' + "9" * 5000 + "}", '{"text": "a"', "\x01"],
)
def test_json_that_trips_the_parser_is_damaged(line: str) -> None:
    """Too deep, too long a number, broken off, control characters."""
    assert type(error(line)) is DamagedSource


def test_line_over_the_limit_is_too_large_and_not_kept() -> None:
    """The lines around it are read."""
    long = json.dumps({"text": "x" * 500})
    found = entries(f'{{"text": "1"}}\n{long}\n{{"text": "3"}}\n{long}', line_limit=100)
    assert [type(entry) for entry in found] == [Article, SourceTooLarge, Article, SourceTooLarge]
    assert found[1].source == "a:2"


def test_lines_come_as_they_are_read() -> None:
    """The first article is there before the second line is."""
    asked = []

    def pieces() -> Iterator[bytes]:
        for number in range(3):
            asked.append(number)
            yield b'{"text": "%d"}\n' % number

    stream = articles_from_lines(pieces(), source="a", from_text=from_text, from_html=from_html)
    next(stream)
    assert asked == [0]


def test_fault_of_the_stream_comes_last_and_says_where() -> None:
    """What was read before a truncated archive's end is kept; half a line is no bad line."""

    def pieces() -> Iterator[bytes]:
        yield b'{"text": "1"}\n{"text": "2"}\n{"te'
        raise DamagedSource("a", "its gzip data breaks off", "copy it again")

    found = list(
        articles_from_lines(pieces(), source="a", from_text=from_text, from_html=from_html)
    )
    assert [type(entry) for entry in found] == [Article, Article, DamagedSource]
    assert "breaks off after line 2" in str(found[-1])


def test_invalid_utf_8_of_a_line_is_replaced_and_reported() -> None:
    """As in any text."""
    found = article(b'{"text": "Gr\xfc\xdfe"}')
    assert found.text == "Gr\ufffd\ufffde"
    assert "not valid UTF-8" in found.warnings[0]


def test_half_surrogates_and_nuls_are_replaced_one_for_one_and_reported() -> None:
    """JSON can write what no text file can hold; whole pairs are characters."""
    found = article(r'{"text": "a\ud83d b\u0000 \ud83d\ude00", "title": "\udc00"}')
    assert found.text == "a\ufffd b\ufffd \U0001f600"
    assert found.title == "\ufffd"
    assert "half surrogate" in found.warnings[0]
    assert article(r'{"text": "\ud83d\ude00"}').warnings == ("text",)


def test_byte_order_mark_and_windows_line_ends_are_no_part_of_the_lines() -> None:
    """A file from an editor on Windows."""
    first, second = entries('\ufeff{"text": "1"}\r\n{"text": "2"}\r\n')
    assert isinstance(first, Article)
    assert isinstance(second, Article)


OWN = Article(
    TEXT,
    source="seite.html",
    language="de",
    title="Zusage",
    authors=("Ada",),
    outlet="Bote",
    url="https://bote.example/1",
    published=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    agency=Located("dpa", Span(8, 11)),
    place=Located("BERLIN", Span(0, 6)),
    paragraphs=(Span(15, len(TEXT)),),
    furniture=(Span(0, 1),),
    warnings=("read with care",),
    statements=(
        Statement(
            1, QuotationType.DIRECT, Medium.SPEECH, (Span(15, 27),), 0.9, cue=(Span(29, 34),)
        ),
    ),
)


def test_own_output_comes_back_with_every_field() -> None:
    """What `--json` wrote is what is read, its source included."""
    assert article(article_to_json_line(OWN)) == OWN
    assert article(article_to_json_line(replace(OWN, source=""))).source == "a:1"


def test_own_output_that_was_tampered_with_is_damaged() -> None:
    """Offsets that do not fit the text must not pass for a record."""
    form = json.loads(article_to_json_line(OWN))
    form["statements"][0]["quote"][0]["end"] += 1
    assert type(error(json.dumps(form))) is DamagedSource
    form["text"] = " "
    assert isinstance(error(json.dumps(form)), SourceError)
    form = json.loads(article_to_json_line(Article("")))
    assert type(error(json.dumps(form))) is EmptySource


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=6))
def test_any_texts_come_back(texts: list[str]) -> None:
    """Whatever their characters, half surrogates and NULs aside."""
    found = entries("\n".join(json.dumps({"text": text}) for text in texts))
    expected = [
        "".join(c if c != "\0" and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text)
        for text in texts
    ] or ["empty"]
    assert [entry.text if isinstance(entry, Article) else "empty" for entry in found] == expected


@given(st.binary())
def test_any_bytes_give_values_and_raise_nothing(content: bytes) -> None:
    """Nothing stops a batch."""
    assert all(isinstance(entry, Article | SourceError) for entry in entries(content))
