"""The reader as its users meet it, with the shipped model.

What the model finds is judged elsewhere; here is what must hold whatever it finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count, islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.written_articles import written_articles
from wortlaut.model import Article, QuotationType, Span, Statement
from wortlaut.reading import Reader, _reader
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._words import split_words

ROLES = ("speaker", "cue", "frame", "addressee")
SAID = "„Wir bauen die Brücke im Frühjahr neu“, sagte Bürgermeisterin Anna Roth."
SAID_IN_ENGLISH = "“We will rebuild the bridge in spring,” Mayor Ann Roth said."

# Pieces of news that quote, and signs between them that make offsets go wrong elsewhere.
QUOTING = (
    SAID,
    SAID_IN_ENGLISH,
    "Roth sagte, die Brücke sei „seit Jahren‚ marode‘ gewesen".removesuffix("gewesen"),
    "Sie erklärte, dass das Geld reiche. Es seien vier Millionen Euro.",
    "»Nein«, rief er. ",
    "\n\n",
)
ODD = ("👩🏽‍🚒", "🇩🇪", "❤️", "e\u0301", "Ko\u0308ln", "שלום", "مرحبا", "\u202e", "\u200f", "日本",
       "\ufeff", "\u200b", "\r\n", "\t", "„", "“", "”", '"', "‚", "’", "«", " ", "﷽")  # fmt: skip
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(QUOTING),
        st.sampled_from(ODD),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    ),
    max_size=24,
).map("".join)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all tests: loading the model takes a while."""
    return Reader()


@pytest.fixture(scope="module")
def quoting() -> Reader:
    """One that stops at the quotations: who speaks hangs on the whole article."""
    return Reader(resolve=False)


def assert_well_formed(article: Article) -> None:
    """Everything that is said of a statement's places."""
    text = article.text
    words = split_words(text, article.paragraphs)
    begins, ends = set(words.begins), set(words.ends)
    for number, statement in enumerate(article.statements, 1):
        assert statement.id == number
        for spans in (statement.quote, *(getattr(statement, role) for role in ROLES)):
            assert all(before.end < after.begin for before, after in pairwise(spans))
            for span in spans:
                assert 0 <= span.begin < span.end <= len(text)
                assert span.begin in begins
                assert span.end in ends
        if statement.nested_in is not None:
            assert 1 <= statement.nested_in < statement.id
    starts = [statement.quote[0].begin for statement in article.statements]
    assert starts == sorted(starts)


def same(statements: tuple[Statement, ...], offset: int = 0, after: int = 0) -> list[Statement]:
    """The same statements `offset` characters on, numbered from `after + 1`."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.begin + offset, span.end + offset) for span in spans)

    return [
        replace(
            statement,
            id=statement.id + after,
            nested_in=None if statement.nested_in is None else statement.nested_in + after,
            quote=moved(statement.quote),
            speaker=moved(statement.speaker),
            cue=moved(statement.cue),
            frame=moved(statement.frame),
            addressee=moved(statement.addressee),
        )
        for statement in statements
    ]


def long_text(words: int) -> str:
    """Paragraphs of the German articles written for the tests, until there are so many words."""
    paragraphs = [
        paragraph.of(article.text)
        for article in written_articles("de")
        for paragraph in paragraphs_of(article.text)
    ]
    chosen: list[str] = []
    length = 0
    for number in count():
        if length >= words:
            return "\n\n".join(chosen)
        paragraph = paragraphs[number % len(paragraphs)]
        chosen.append(paragraph)
        length += len(split_words(paragraph, [Span(0, len(paragraph))]))
    raise AssertionError


def test_a_quotation_is_found_with_its_speaker_and_cue(reader: Reader) -> None:
    """The plainest sentence of all, in German."""
    article = reader.read(Article(text=f"Es regnet in Nordhafen.\n\n{SAID}", language="de"))
    (statement,) = article.statements
    assert statement.type is QuotationType.DIRECT
    assert "Wir bauen die Brücke im Frühjahr neu" in article.words(statement.quote)
    assert "Anna Roth" in article.words(statement.speaker)
    assert article.words(statement.cue) == "sagte"


def test_a_quotation_is_found_in_english(reader: Reader) -> None:
    """By the same model."""
    article = reader.read(Article(text=f"It rained.\n\n{SAID_IN_ENGLISH}", language="en"))
    (statement,) = article.statements
    assert "We will rebuild the bridge in spring" in article.words(statement.quote)
    assert "Ann Roth" in article.words(statement.speaker)
    assert article.words(statement.cue) == "said"


@settings(max_examples=40)
@given(TEXTS)
def test_every_statement_stands_in_the_text(text: str) -> None:
    """Emoji, combining marks, right-to-left text and stray marks move no offset."""
    article = Article(text=text)
    read = _shared().read(article)
    assert read.text == text
    assert_well_formed(read)


_READERS: list[Reader] = []


def _shared() -> Reader:
    # Hypothesis may not use a fixture that lives longer than one example.
    if not _READERS:
        _READERS.append(Reader())
    return _READERS[0]


@pytest.mark.parametrize("before", ["👩🏽‍🚒 ", "Ko\u0308ln: ", "שלום עולם ", "🇩🇪🇺🇦 — "])
def test_what_stands_before_a_quotation_does_not_move_it(reader: Reader, before: str) -> None:
    """Offsets count code points, whatever they are."""
    article = reader.read(Article(text=f"{before}\n\n{SAID}", language="de"))
    quoted = [article.words(statement.quote) for statement in article.statements]
    assert any("Wir bauen die Brücke im Frühjahr neu" in words for words in quoted)
    assert_well_formed(article)


def test_a_lone_surrogate_stops_nobody(reader: Reader) -> None:
    """Half a character, as broken JSON holds it, is read as an unknown one."""
    article = reader.read(Article(text=f"Bild \ud83d\n\n{SAID}", language="de"))
    assert article.statements
    assert_well_formed(article)


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen die Brücke neu, sagte Roth. Der Rat schwieg. Es wurde spät.",
        '„Wir bauen die Brücke neu", sagte Roth. »Gut so“, rief jemand. "Nein‘, sagte Roth.',
        "»Wir bauen die Brücke neu“, sagte Roth, ‚und zwar „bald’, sagte sie.",
        '"""""" „„„„„„ ““““““ »»»»»» ‚‚‚‚‚‚',
        "Roth sagte: „“",
    ],
)
def test_marks_that_do_not_match_stop_nobody(reader: Reader, text: str) -> None:
    """Unclosed and mixed quotation marks, and nothing but marks."""
    article = reader.read(Article(text=text, language="de"))
    assert article.text == text
    assert_well_formed(article)


def test_a_quotation_reopened_at_every_paragraph_is_quoted_in_each(reader: Reader) -> None:
    """As newspapers set long speeches: opened anew at each paragraph, closed at the last."""
    text = (
        "Bürgermeisterin Anna Roth sagte im Rat: „Wir bauen die Brücke im Frühjahr neu.\n\n"
        "„Wir haben dafür vier Millionen Euro. Das Geld reicht.\n\n"
        "„Wer daran zweifelt, soll es mir sagen.“\n\n"
        "Danach ging der Rat zur Tagesordnung über."
    )
    article = reader.read(Article(text=text, language="de"))
    assert_well_formed(article)
    quoted = [span for statement in article.statements for span in statement.quote]
    for part in ("Wir bauen die Brücke", "vier Millionen Euro", "soll es mir sagen"):
        place = text.index(part)
        assert any(span.contains(Span(place, place + len(part))) for span in quoted), part
    narrated = text.index("Tagesordnung")
    assert not any(span.overlaps(Span(narrated, narrated + 12)) for span in quoted)


def test_a_language_that_was_not_learnt_is_read_with_a_warning(reader: Reader) -> None:
    """The warning names the language and those that the model knows; it is said once."""
    text = "« Nous reconstruirons le pont », a déclaré la maire Anne Roth."
    read = reader.read(Article(text=text, language="fr", warnings=("before",)))
    assert read.warnings[0] == "before"
    assert len(read.warnings) == 2
    assert "'fr'" in read.warnings[1]
    assert "de and en" in read.warnings[1]
    assert reader.read(read).warnings == read.warnings


@pytest.mark.parametrize("language", ["de", "en", None])
def test_a_language_that_was_learnt_needs_no_warning(reader: Reader, language: str | None) -> None:
    """Nor does one that nobody named."""
    assert reader.read(Article(text=SAID, language=language)).warnings == ()


@pytest.mark.parametrize("text", ["", " \n\n\t\n", "\u200b\ufeff", "."])
def test_a_text_without_words_has_no_statements(reader: Reader, text: str) -> None:
    """It is read all the same."""
    read = reader.read(Article(text=text))
    assert read.text == text
    assert read.statements == ()


def test_paragraphs_without_words_are_passed_over(reader: Reader) -> None:
    """White space that some source took for a paragraph changes nothing."""
    text = f"   \n\n\u200b\n\n{SAID}"
    begin = text.index("„")
    paragraphs = (Span(0, 3), Span(5, 6), Span(begin, len(text)))
    article = Article(text=text, language="de", paragraphs=paragraphs)
    read = reader.read(article)
    assert read.paragraphs == paragraphs
    assert read.statements == reader.read(replace(article, paragraphs=paragraphs[2:])).statements


def test_only_the_paragraphs_are_read(reader: Reader) -> None:
    """What stands outside them is in no statement."""
    text = f"{SAID}\n\nTeilen\n\n{SAID_IN_ENGLISH}"
    inside = Span(0, len(SAID))
    read = reader.read(Article(text=text, language="de", paragraphs=(inside,)))
    assert read.statements
    assert all(inside.contains(span) for s in read.statements for span in s.quote)


@pytest.mark.parametrize("word", ["a" * 100_000, "ab-" * 30_000, "9" * 100_000, "👍" * 5_000])
def test_one_very_long_word_is_read(reader: Reader, word: str) -> None:
    """A hash, a link or a row of emoji: the article goes on behind it."""
    article = reader.read(Article(text=f"{word}\n\n{SAID}", language="de"))
    assert any("Brücke" in article.words(s.quote) for s in article.statements)
    assert_well_formed(article)


def test_an_article_of_two_blocks_is_read_as_its_halves(
    quoting: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the border between two blocks falls between the halves, nothing is different."""
    half = long_text(600)
    monkeypatch.setattr(_reader, "_BLOCK", sum(len(span) for span in paragraphs_of(half)))
    alone = quoting.read(Article(text=half, language="de")).statements
    whole = quoting.read(Article(text=f"{half}\n\n{half}", language="de")).statements
    assert len(alone) > 5
    assert list(whole) == same(alone) + same(alone, len(half) + 2, len(alone))


def test_ten_thousand_words_are_read_as_their_halves_apart_from_the_seam(
    quoting: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first block is the same; behind it windows fall elsewhere, and little changes."""
    monkeypatch.setattr(_reader, "_BLOCK", 28_000)
    text = long_text(10_000)
    middle = text.index("\n\n", len(text) // 2) + 2
    whole = quoting.read(Article(text=text, language="de"))
    halves = [
        *same(quoting.read(Article(text=text[: middle - 2], language="de")).statements),
        *same(quoting.read(Article(text=text[middle:], language="de")).statements, middle),
    ]
    assert_well_formed(whole)
    early = [s for s in whole.statements if s.quote[-1].end < 0.3 * len(text)]
    assert len(early) > 30
    assert early == halves[: len(early)]
    assert whole.statements[-1].quote[-1].end > 0.95 * len(text)
    found, expected = {s.quote for s in whole.statements}, {s.quote for s in halves}
    assert 2 * len(found & expected) > 0.75 * (len(found) + len(expected))


def test_a_paragraph_longer_than_a_block_is_cut(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it is read, in blocks as long as allowed."""
    monkeypatch.setattr(_reader, "_BLOCK", 300)
    text = " ".join([SAID] * 20)
    read = reader.read(Article(text=text, language="de"))
    assert_well_formed(read)
    assert len(read.statements) > 10
    assert read.statements[-1].quote[0].begin > len(text) - 2 * len(SAID)


def test_blocks_hold_every_paragraph_and_no_more_than_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A paragraph is cut where a word ends, or anywhere in a word without an end."""
    monkeypatch.setattr(_reader, "_BLOCK", 10)
    text = "aaa\nbbb bbb bbb bbb\n" + "c" * 25 + "\nddd"
    paragraphs = [Span(0, 3), Span(4, 19), Span(20, 45), Span(46, 49)]
    blocks = list(_reader._blocks(text, paragraphs))
    assert all(sum(len(span) for span in block) <= 10 for block in blocks)
    assert [[span.of(text) for span in block] for block in blocks] == [
        ["aaa", "bbb bbb"],
        [" bbb bbb"],
        ["c" * 10],
        ["c" * 10],
        ["c" * 5, "ddd"],
    ]


def test_read_many_keeps_the_order(reader: Reader) -> None:
    """However long each article takes."""
    articles = [
        Article(text="\n\n".join([SAID] * length), source=str(number), language="de")
        for number, length in enumerate([30, 1, 0, 12, 1, 25, 2, 1, 0, 3, 18, 1])
    ]
    alone = [reader.read(article) for article in articles]
    assert list(Reader(threads=3).read_many(articles)) == alone
    assert list(reader.read_many(articles)) == alone


@pytest.mark.parametrize("threads", [1, 2])
def test_read_many_yields_from_articles_without_end(threads: int) -> None:
    """It asks for a few articles ahead of those that were taken, not for all."""
    asked: list[int] = []

    def endless() -> Iterator[Article]:
        for number in count():
            asked.append(number)
            yield Article(text=SAID, source=str(number), language="de")

    reading = Reader(threads=threads).read_many(endless())
    assert [article.source for article in islice(reading, 3)] == ["0", "1", "2"]
    assert len(asked) <= 3 + 4 * threads
    reading.close()  # type: ignore[attr-defined]
    assert len(asked) <= 3 + 4 * threads


@pytest.mark.parametrize("threads", [1, 2])
def test_articles_before_a_failure_are_still_yielded(threads: int) -> None:
    """A source that breaks off loses nothing that came before."""

    def breaking() -> Iterator[Article]:
        for number in range(3):
            yield Article(text=SAID, source=str(number), language="de")
        raise OSError("the line went dead")

    found: list[str] = []

    def read_all() -> None:
        for article in Reader(threads=threads).read_many(breaking()):
            found.append(article.source)

    with pytest.raises(OSError, match="went dead"):
        read_all()
    assert found == ["0", "1", "2"]


def test_one_reader_serves_several_threads(reader: Reader) -> None:
    """Everybody gets what one alone would get."""
    articles = [
        Article(text="\n\n".join([SAID, SAID_IN_ENGLISH][: 1 + n % 2] * (1 + n % 5)))
        for n in range(24)
    ]
    alone = [reader.read(article) for article in articles]
    fresh = Reader()
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(fresh.read, articles)) == alone


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    """Nothing is left to chance or to what was read before."""
    article = Article(text=long_text(400), language="de")
    assert reader.read(article) == reader.read(article)


def test_threads_are_at_least_one() -> None:
    """None at all could read nothing."""
    with pytest.raises(ValueError, match="at least 1"):
        Reader(threads=0)


def test_the_model_has_a_name(reader: Reader) -> None:
    """So that a record can tell what it was read with."""
    assert reader.model_name
