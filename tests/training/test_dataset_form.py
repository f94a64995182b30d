"""From the data sets' JSON to what the scorers compare, and back."""

from datetime import date
from typing import Any

import pytest

from training import dataset_form
from training.dataset_form import (
    MEDIUM_NAMES,
    TYPE_NAMES,
    annotations_of,
    article_of,
    as_tokens,
    attribution_of,
    english_annotations,
    file_name,
    german_annotations,
    german_tokens,
)
from wortlaut.model import Medium, QuotationType, Span, Statement


def read_statement(**changes: Any) -> Statement:
    """The first annotation of the German record, as the reader would return it."""
    fields: dict[str, Any] = {
        "id": 1,
        "type": QuotationType.INDIRECT,
        "medium": Medium.SPEECH_OR_WRITING,
        "quote": (Span(0, 10), Span(29, 41)),
        "confidence": 0.75,
        "speaker": (Span(18, 27),),
        "cue": (Span(12, 17),),
        "frame": (Span(12, 27),),
    }
    return Statement(**{**fields, **changes})


def test_every_type_and_medium_has_a_name() -> None:
    """And no two share one."""
    assert set(TYPE_NAMES) == set(QuotationType)
    assert set(MEDIUM_NAMES) == set(Medium)
    names = [*TYPE_NAMES.values(), *MEDIUM_NAMES.values()]
    assert len(set(names)) == len(names)


def test_tokens_are_found_in_the_text(german_record: dict[str, Any]) -> None:
    """Marks that touch a word are tokens of their own; ids go on over sentences."""
    text = german_record["originalText"]
    words = [text[begin:end] for begin, end in german_tokens(german_record)]
    assert words == [token for s in german_record["sentences"] for token in s["tokens"]]


def test_tokens_that_do_not_fit_the_text_are_refused(german_record: dict[str, Any]) -> None:
    """The error names the article and the token."""
    german_record["sentences"][1]["tokens"][1] = "Niemals"
    with pytest.raises(ValueError, match=r"7 - Neue .* token 11 \('Niemals'\)"):
        german_tokens(german_record)


def test_annotations_become_token_ids(german_record: dict[str, Any]) -> None:
    """A null role is an empty set."""
    (annotation,) = german_annotations(german_record)
    assert (annotation.type, annotation.medium) == ("Indirect", "SW")
    assert annotation.quote == {0, 1, 7, 8}
    assert annotation.frame == {3, 4, 5}
    assert annotation.addressee == frozenset()


def test_a_statement_of_the_same_characters_is_the_same_annotation(
    german_record: dict[str, Any],
) -> None:
    """Characters to token ids and back loses nothing."""
    assert annotations_of([read_statement()], german_record) == german_annotations(german_record)


def test_a_token_counts_from_one_shared_character(german_record: dict[str, Any]) -> None:
    """A span that ends within a word takes the whole word; white space takes none."""
    (annotation,) = annotations_of(
        [read_statement(quote=(Span(4, 5),), speaker=(Span(17, 18),))], german_record
    )
    assert annotation.quote == {1}
    assert annotation.speaker == frozenset()


def test_predictions_are_written_in_the_data_sets_form(german_record: dict[str, Any]) -> None:
    """All but the missing role, which is an empty object, equals the annotation."""
    written = dataset_form.german_record(german_record, [read_statement()])["annotations"][0]
    expected = german_record["annotations"][0] | {
        "addressee": {"spans": [], "tokenIds": [], "text": ""},
        "confidence": 0.75,
    }
    assert written == expected


def test_written_predictions_read_back_as_the_same_annotations(
    german_record: dict[str, Any],
) -> None:
    """And nested statements are marked on both sides."""
    statements = [
        read_statement(),
        read_statement(id=2, type=QuotationType.DIRECT, quote=(Span(4, 10),), nested_in=1),
    ]
    written = dataset_form.german_record(german_record, statements)
    assert german_annotations(written) == annotations_of(statements, german_record)
    assert [(a["isNested"], a["hasNested"]) for a in written["annotations"]] == [
        (False, True),
        (True, False),
    ]
    assert written["originalText"] == german_record["originalText"]


def test_article_has_paragraphs_and_its_date(german_record: dict[str, Any]) -> None:
    """Paragraphs end at blank lines; the German date stands at the end of the file's name."""
    article = article_of(german_record, "de")
    assert article.paragraphs == (Span(0, 42), Span(44, 70))
    assert (article.published, article.language) == (date(2021, 3, 4), "de")


def test_lines_that_follow_each_other_are_one_paragraph() -> None:
    """A line with nothing but white space is blank."""
    article = article_of({"documentName": "x", "originalText": "  a\nb \n \n\n c"}, "en")
    assert [article.words(span) for span in article.paragraphs] == ["a\nb", "c"]


def test_english_annotations_are_characters(english_record: dict[str, Any]) -> None:
    """A null cue is empty."""
    first, second = english_annotations(english_record)
    assert (first.quote, first.speaker, first.cue) == (((0, 8),), ((10, 13),), ((14, 18),))
    assert second.cue == ()
    assert as_tokens([first], english_record["originalText"])[0].speaker == {3}


def test_english_predictions_read_back_as_the_same(english_record: dict[str, Any]) -> None:
    """Written as pairs of characters."""
    statement = read_statement(quote=(Span(0, 8),), speaker=(Span(10, 13),), cue=(), frame=())
    written = dataset_form.english_record(english_record, [statement])
    assert written["annotations"] == [
        {"quote": [[0, 8]], "speaker": [[10, 13]], "cue": [], "confidence": 0.75}
    ]
    assert english_annotations(written) == (attribution_of(statement),)


@pytest.mark.parametrize(
    ("document", "file"),
    [
        ("7 - Neue Brücke: ja/nein? (2021-03-04)", "7 - Neue Brücke_ ja_nein_ (2021-03-04).json"),
        ("../../etc/passwd", ".._.._etc_passwd.json"),
        ("ä" * 300, "ä" * 120 + ".json"),
    ],
)
def test_file_names_are_safe(document: str, file: str) -> None:
    """No slash, nothing that another file system refuses, and not too long."""
    assert file_name(document) == file
