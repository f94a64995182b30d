"""Where and how something was said, and which question it answers."""

import json
import re
from pathlib import Path

import pytest

from tests.reading.marked import marked
from wortlaut import LexiconError
from wortlaut.model import Article, Medium, OccasionKind, QuotationType, Span, Statement
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading.circumstances import (
    Circumstances,
    OccasionWords,
    find_circumstances,
    load_occasion_words,
)

WORDS = {language: load_occasion_words(language) for language in ("de", "en")}


def circumstances(article: Article, times: tuple[str, ...] = ()) -> list[Circumstances]:
    """What is found around each statement, where `times` are the time expressions."""
    spans = [Span(article.text.index(t), article.text.index(t) + len(t)) for t in times]
    return find_circumstances(article, spans, WORDS)


def occasion(text: str, *times: str, language: str = "de") -> tuple[str, str] | None:
    """The kind and the words of the first statement's occasion."""
    article = marked(text, language)
    found = circumstances(article, times)[0].occasion
    return None if found is None else (found.kind.value, article.words(found.words))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "[q:Der Deich halte], [c:sagte] [s:Petersen] auf einer Pressekonferenz in Kiel.",
            "press_conference",
            "auf einer Pressekonferenz in Kiel",
        ),
        (
            "[s:Voss] [c:sagte] in einem von der Küstenwelle ausgestrahlten Interview, "
            "[q:sie komme].",
            "interview",
            "in einem von der Küstenwelle ausgestrahlten Interview",
        ),
        (
            "[s:Voss] [c:erklärte] im Gespräch mit dem Magazin „Mole“, [q:sie komme].",
            "interview",
            "im Gespräch mit dem Magazin „Mole“",
        ),
        (
            "[s:Voss] [c:sagte] nach einem Gespräch mit Brandt, [q:sie komme].",
            "unknown",
            "nach einem Gespräch mit Brandt",
        ),
        ("[s:Voss] [c:schrieb] auf X: [q:Wir kommen].", "post", "auf X"),
        (
            "[q:Man prüfe das], [c:sagte] [s:er] vor Journalisten in Brüssel.",
            "press_conference",
            "vor Journalisten in Brüssel",
        ),
        ("[q:Der Deich halte], [c:sagte] [s:Voss] im Stadtrat.", "parliament", "im Stadtrat"),
        (
            "[q:Der Deich halte], [c:sagte] [s:Voss] im ZDF-Morgenmagazin.",
            "interview",
            "im ZDF-Morgenmagazin",
        ),
        (
            "[s:Voss] [c:schrieb] auf der Plattform Bluesky, [q:sie komme].",
            "post",
            "auf der Plattform Bluesky",
        ),
        ("[s:Voss] [c:twitterte]: [q:Wir kommen].", "post", "twitterte"),
        (
            "[c:Heißt] es in einem offenen Brief an den Senat, [q:das Geld fehle].",
            "letter",
            "in einem offenen Brief an den Senat",
        ),
        (
            "In seiner Rede zur Lage der Häfen [c:forderte] [s:er] [q:mehr Geld].",
            "speech",
            "In seiner Rede zur Lage der Häfen",
        ),
        (
            "[q:Das sei so], [c:sagte] [s:Petersen] am Rande der Küstenministerkonferenz.",
            "unknown",
            "am Rande der Küstenministerkonferenz",
        ),
        (
            "[s:Voss] [c:prangert] in ihrem Bericht Morde an, [q:die niemand sah].",
            "report",
            "in ihrem Bericht",
        ),
        ("[s:Der Zeuge] [c:sagte] vor Gericht, [q:er wisse es nicht].", "court", "vor Gericht"),
        (
            "[s:Sie] [c:sagte] im Bundestag, [q:man wolle helfen].",
            "parliament",
            "im Bundestag",
        ),
        (
            "[s:Der Verband] [c:teilte] in einer Pressemitteilung [c:mit], [q:er klage].",
            "statement",
            "in einer Pressemitteilung",
        ),
        (
            "[s:Das Blatt] [c:berichtet] in seiner Onlineausgabe, [q:es regne].",
            "report",
            "in seiner Onlineausgabe",
        ),
    ],
)
def test_german_occasions(text: str, kind: str, words: str) -> None:
    """The preposition, the noun and what hangs on it; the kind is the noun's."""
    assert occasion(text) == (kind, words)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "[q:It holds,] [s:she] [c:said] in an interview with Harbour Radio.",
            "interview",
            "in an interview with Harbour Radio",
        ),
        (
            "[s:He] [c:said] on CNN’s “State of the Union,” [q:that he would come].",
            "interview",
            "on CNN’s “State of the Union,”",
        ),
        (
            "At a surprise news conference outside his Pier Hill office, [s:he] [c:said] [q:no].",
            "press_conference",
            "At a surprise news conference outside his Pier Hill office",
        ),
        ("[s:She] [c:wrote] on Twitter [q:that it rained].", "post", "on Twitter"),
        ("[s:She] [c:tweeted] [q:that it rained].", "post", "tweeted"),
        (
            "[q:It rained,] [s:she] [c:said] in a letter to voters.",
            "letter",
            "in a letter to voters",
        ),
        ("[q:It rained,] [s:she] [c:said] at a rally in Hull.", "speech", "at a rally in Hull"),
        (
            "[s:He] [c:said] in a phone call with reporters [q:that he slept].",
            "press_conference",
            "in a phone call with reporters",
        ),
        ("In a statement, [s:the port] [c:said] [q:it was closed].", "statement", "In a statement"),
        ("[s:She] [c:said] by phone [q:that it rained].", "unknown", "by phone"),
        ("[s:He] [c:said] in court papers [q:that he slept].", "court", "in court papers"),
        (
            "[s:She] [c:told] a weekly news conference [q:that they would come].",
            "press_conference",
            "a weekly news conference",
        ),
        ("[s:Doyle] [c:told] parliament [q:she would stay].", "parliament", "parliament"),
        (
            "[q:It is over], [s:she] [c:said] outside Leeds Crown Court.",
            "court",
            "outside Leeds Crown Court",
        ),
        (
            "[q:It is dear], [s:she] [c:said] in a conference call with analysts.",
            "press_conference",
            "in a conference call with analysts",
        ),
    ],
)
def test_english_occasions(text: str, kind: str, words: str) -> None:
    """English nouns have no capitals, and programmes often no noun."""
    assert occasion(text, language="en") == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "Nach einem Bericht der Förde-Zeitung [c:sagte] [s:Voss], [q:sie komme].",
        "[s:Das Blatt] [c:meldet] unter Berufung auf Erklärungen des Amts, [q:es regne].",
        "[s:Die Leute], die sich an einer Kundgebung beteiligt hatten, [c:sagten], [q:sie gingen].",
        "[s:Voss] [c:sagte], [q:sie habe es in einem Interview erfahren].",
        "[s:Voss] [c:sagte] trocken, [q:sie komme]. In einem Brief war davon keine Rede.",
        "Während die Verhandlungen stockten, [c:sagte] [s:Voss], [q:sie komme].",
    ],
)
def test_what_is_no_occasion(text: str) -> None:
    """Sources, clauses about somebody, the quoted words themselves, other sentences."""
    assert occasion(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "[s:She] [c:said] [q:no] after meeting the board.",
        "[s:He] [c:blamed] [q:the investigation into her private email].",
        "[s:She] [c:said], to hold a rally, [q:they needed money].",
        "[s:She] [c:said] [q:no] after being told off by the highest court.",
    ],
)
def test_what_is_no_occasion_in_english(text: str) -> None:
    """A preposition that does not lead to an occasion, a gerund, an infinitive."""
    assert occasion(text, language="en") is None


def test_a_time_ends_a_phrase_and_is_not_part_of_it() -> None:
    """What stands behind the time is a piece of its own only if it names an occasion."""
    text = "[s:Voss] [c:sagte] auf einer Pressekonferenz am Freitag in Kiel, [q:sie komme]."
    assert occasion(text, "am Freitag") == ("press_conference", "auf einer Pressekonferenz")


def test_the_frame_bounds_the_search() -> None:
    """Where the frame is known, the rest of the sentence tells of something else."""
    text = (
        "Während in einer Sendung gestritten wurde, "
        "[f:[c:sagte] [s:Voss] in einem Brief], [q:sie komme]."
    )
    assert occasion(text) == ("letter", "in einem Brief")


def test_a_piece_of_frame_from_another_sentence_tells_nothing() -> None:
    """The sentence of the cue is the one that tells of the statement."""
    text = (
        "Die Ministerin sprach [f:nach dem Treffen]. "
        "[q:Man prüfe das], [f:[c:sagte] [s:er] in Brüssel]."
    )
    assert occasion(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "[s:He] [c:told] the BBC [q:he would go].",
        "[s:He] [c:told] a magazine [q:he would go].",
        "[q:He would go], [s:he] [c:said] outside his meeting.",
        "[q:He would go], [s:he] [c:said] among reporters.",
    ],
)
def test_whom_it_was_told_is_an_occasion_only_where_it_is_a_gathering(text: str) -> None:
    """An outlet that is told something is an addressee."""
    assert occasion(text, language="en") is None


def test_two_phrases_are_two_pieces_and_the_first_known_kind_counts() -> None:
    """A meeting is an occasion of no kind of its own."""
    text = "Bei einem Treffen in Prag [c:sagte] [s:Voss] auf einer Pressekonferenz, [q:sie komme]."
    assert occasion(text) == (
        "press_conference",
        "Bei einem Treffen in Prag … auf einer Pressekonferenz",
    )


@pytest.mark.parametrize(
    ("text", "question", "language"),
    [
        (
            "[q:„Nein“], [c:sagte] [s:Voss] auf die Frage, ob sie komme.",
            "auf die Frage, ob sie komme",
            "de",
        ),
        (
            "Auf die Frage nach dem Geld [c:antwortete] [s:sie], [q:es sei fort].",
            "Auf die Frage nach dem Geld",
            "de",
        ),
        (
            "[q:„Nein“], [c:fügte] [s:Voss] [c:hinzu], als Antwort auf die Frage, wann sie komme.",
            "als Antwort auf die Frage, wann sie komme",
            "de",
        ),
        ("Auf Anfrage [c:erklärte] [s:der Hafen], [q:es regne].", "Auf Anfrage", "de"),
        (
            "Asked whether she would come, [s:she] [c:said] [q:that she would].",
            "Asked whether she would come",
            "en",
        ),
        (
            "[s:He] [c:said] [q:no] in response to a question about the dyke.",
            "in response to a question about the dyke",
            "en",
        ),
    ],
)
def test_the_question_that_is_answered(text: str, question: str, language: str) -> None:
    """Its clause belongs to it; it is also how the statement came about."""
    article = marked(text, language)
    found = circumstances(article)[0]
    assert article.words(found.in_reply_to) == question
    assert found.occasion is not None
    assert article.words(found.occasion.words) == question


def test_a_question_that_is_the_statement_answers_none() -> None:
    """Who asks does not reply."""
    article = marked("[s:Voss] [c:stellte die Frage], [q:ob er komme].")
    assert circumstances(article)[0].in_reply_to == ()
    nobody = marked("She [c:questioned] [q:his judgement].", "en")
    assert circumstances(nobody)[0].in_reply_to == ()


def test_a_nested_statement_has_its_own_circumstances() -> None:
    """What its holder said where is not told of it."""
    article = marked(
        "[s:Voss] [c:sagte] in einem Brief, [q:[s2:Brandt] habe [c2:erklärt], [q2:er komme]]."
    )
    outer, inner = article.statements
    nested = type(inner)(
        **{name: getattr(inner, name) for name in inner.__slots__} | {"nested_in": outer.id}
    )
    article = type(article)(
        text=article.text,
        language="de",
        paragraphs=article.paragraphs,
        statements=(outer, nested),
    )
    first, second = circumstances(article)
    assert first.occasion is not None
    assert second == Circumstances()


def test_another_language_has_no_circumstances() -> None:
    """There is one entry a statement all the same."""
    article = marked("[s:Elle] [c:dit], dans une interview, [q:que oui].", "fr")
    assert circumstances(article) == [Circumstances()]


def test_the_seed_page(shared: Path) -> None:
    """The occasions of the page that Wortlaut was begun for, from the words marked there."""
    text = (shared / "data/seed/page.txt").read_text(encoding="utf-8")
    notes = json.loads((shared / "data/seed/statements.json").read_text(encoding="utf-8"))

    def spans(value: object) -> tuple[Span, ...]:
        pairs = value if isinstance(value, list) else []
        return tuple(Span(*p) for p in ([pairs] if pairs and isinstance(pairs[0], int) else pairs))

    article = Article(
        text=text,
        language="de",
        paragraphs=paragraphs_of(text[: notes["article"]["body"][1]]),
        statements=tuple(
            Statement(
                id=note["id"],
                type=QuotationType.INDIRECT,
                medium=Medium.SPEECH,
                quote=spans(note["quote"]),
                confidence=1.0,
                speaker=spans(note["speaker"]),
                cue=spans(note["cue"]),
            )
            for note in notes["statements"]
        ),
    )
    times = [Span(m.start(), m.end()) for m in re.finditer("am (?:Freitag|Donnerstag)", text)]
    found = find_circumstances(article, times, WORDS)
    for note, circumstance in zip(notes["statements"], found, strict=True):
        if "occasion" in note:
            assert circumstance.occasion is not None
            assert circumstance.occasion.words == spans(note["occasion"])
            assert circumstance.occasion.kind is OccasionKind.PRESS_CONFERENCE
    assert [c.in_reply_to for c in found if c.in_reply_to] == [(Span(530, 619),)]


def test_a_file_of_ones_own_comes_before_the_package(tmp_path: Path) -> None:
    """It adds words and gives known ones another kind."""
    extra = tmp_path / "own.toml"
    extra.write_text('[speech.de]\nwords = ["Klönschnack", "Brief"]\n', encoding="utf-8")
    words = load_occasion_words("de", extra)
    assert words.kind_of("Klönschnacks") is OccasionKind.SPEECH
    assert words.kind_of("Brief") is OccasionKind.SPEECH
    assert words.kind_of("Interview") is OccasionKind.INTERVIEW


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[speech.de", "is no TOML"),
        ("[schnack.de]\n", r"\[schnack\] is no kind of occasion"),
        ('[speech.de]\nverbs = ["a"]\n', r"\[speech.de\] may hold"),
        ('[speech.de]\nwords = "a"\n', r"words in \[speech.de\] must be an array"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(
    content: str | None, problem: str, tmp_path: Path
) -> None:
    """The error names the file and the entry."""
    extra = tmp_path / "own.toml"
    if content is not None:
        extra.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem) as caught:
        load_occasion_words("de", extra)
    assert str(extra) in str(caught.value)


def test_every_own_word_is_found_in_an_inflected_form() -> None:
    """The package's file says what it means to say."""
    assert isinstance(WORDS["de"], OccasionWords)
    assert WORDS["de"].kind_of("Jahrespressekonferenzen") is OccasionKind.PRESS_CONFERENCE
    assert WORDS["en"].kind_of("interviews") is OccasionKind.INTERVIEW
    assert WORDS["de"].kind_of("Deich") is None
