"""What the shipped tagger finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wortlaut.reading._model_files import find_model
from wortlaut.reading._network import Network
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._windows import windows
from wortlaut.reading._words import split_words
from wortlaut.reading.names import NameTagger

GERMAN = (
    "Kreml-Sprecher Dmitri Peskow sagte am Freitag in Moskau, Russland sei zu Gesprächen mit der "
    "NATO bereit. US-Präsident Joe Biden hatte zuvor in den USA mit Bundeskanzler Olaf Scholz "
    "telefoniert.\n\nPeskow nannte Bidens Haltung unannehmbar. Die SPD widersprach Peskow."
)
ENGLISH = (
    "Sen. Anna Whitfield told the New York Times on Monday that Germany and the U.S. agreed.\n\n"
    "Whitfield’s spokesman declined to comment. WHITFIELD: We will see."
)


@pytest.fixture(scope="module")
def tagged() -> Callable[[str, str], list[tuple[str, str]]]:
    """What the shipped tagger finds in a text: the words and the kind of each name."""
    files = find_model()
    assert files.names is not None
    network, subwords = Network(files), Subwords.load(files.tokenizer)
    tagger = NameTagger(files.names)

    def tag(text: str, language: str) -> list[tuple[str, str]]:
        words = split_words(text, paragraphs_of(text))
        cut = windows(
            words,
            subwords.of_words(text, words),
            begin_id=subwords.begin_id,
            end_id=subwords.end_id,
        )
        names = tagger.tag(text, words, network.encode(cut, language).words)
        assert names == sorted(names, key=lambda name: name.span)
        return [(name.span.of(text), name.kind.value) for name in names]

    return tag


def test_names_in_german_news_are_found(
    tagged: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    """People without their offices, surnames alone, abbreviations, countries."""
    assert tagged(GERMAN, "de") == [
        ("Dmitri Peskow", "person"),
        ("Moskau", "place"),
        ("Russland", "place"),
        ("NATO", "organisation"),
        ("Joe Biden", "person"),
        ("USA", "place"),
        ("Olaf Scholz", "person"),
        ("Peskow", "person"),
        ("Bidens", "person"),
        ("SPD", "organisation"),
        ("Peskow", "person"),
    ]


def test_names_in_english_news_are_found(
    tagged: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    """Without the possessive, and in capitals too."""
    assert tagged(ENGLISH, "en") == [
        ("Anna Whitfield", "person"),
        ("New York Times", "organisation"),
        ("Germany", "place"),
        ("U.S.", "place"),
        ("Whitfield", "person"),
        ("WHITFIELD", "person"),
    ]


def test_lists_of_countries_hold_no_people(
    tagged: Callable[[str, str], list[tuple[str, str]]],
) -> None:
    """Where the network has its doubts, the countries' names decide."""
    text = "An dem Treffen nehmen Peru, Paraguay, Chile und Uruguay teil."
    assert tagged(text, "de") == [
        (name, "place") for name in ("Peru", "Paraguay", "Chile", "Uruguay")
    ]
