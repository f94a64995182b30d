import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.wording.said import DAY, said
from wortlaut import WortlautError
from wortlaut.model import Act
from wortlaut.wording import FEATURES, Sameness, features, profile_of, same_utterance

WORDS = "„Wir sind zu Gesprächen bereit, sobald die Waffen mindestens 72 Stunden schweigen.“"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (
            "»Wir sind zu Gesprächen bereit, sobald die Waffen mindestens 72 Stunden schweigen«",
            "de",
        ),
        ("„sobald die Waffen mindestens 72 Stunden schweigen“", "de"),
        ("„Wir sind zu Gesprächen bereit, wenn die Waffen wenigstens 72 Stunden schweigen.“", "de"),
        ("sie seien zu Gesprächen bereit, sobald die Waffen mindestens 72 Stunden schwiegen", "de"),
        ("“We are ready to talk as soon as the weapons are silent for at least 72 hours.”", "en"),
    ],
)
def test_wordings_of_one_utterance(words: str, language: str) -> None:
    """Copied, cut, altered, reported or translated, it is one utterance."""
    verbatim = words.startswith(("„", "»", "“"))
    verdict = same_utterance(
        said(1, WORDS, verbatim=True), said(2, words, language, verbatim=verbatim)
    )
    assert verdict.same, verdict
    assert verdict.why


@pytest.mark.parametrize(
    "words",
    [
        "„Unsere Soldaten halten die Brücke, und sie werden sie auch morgen halten.“",
        "„Mein Vater wurde am anderen Ufer dieses Flusses geboren.“",
        "„Die Verhandlungen müssen in einem neutralen Land stattfinden.“",
    ],
)
def test_another_sentence_of_the_same_speech(words: str) -> None:
    """One person, one day, one matter even, and yet something else was said."""
    verdict = same_utterance(said(1, WORDS, verbatim=True), said(2, words, verbatim=True))
    assert not verdict.same, verdict


def test_a_phrase_is_not_the_sentence_that_holds_it() -> None:
    """A name or a noun that a sentence mentions was not said in that sentence's stead."""
    for phrase in ("„Gespräche“", "die Waffen"):
        verdict = same_utterance(said(1, WORDS), said(2, phrase))
        assert not verdict.same, phrase
        assert verdict.probability == 0.0


def test_a_short_sentence_is_known_again() -> None:
    """Few words are enough where both have no more."""
    assert same_utterance(
        said(1, "„Ich kandidiere wieder.“", verbatim=True),
        said(2, "»Ich kandidiere wieder«", verbatim=True),
    ).same


def test_the_same_words_of_somebody_else() -> None:
    """A phrase is nobody's own."""
    assert not same_utterance(said(1, WORDS), said(2, WORDS, person="Piet Vandersmissen")).same


def test_nobody_known_says_nothing_twice() -> None:
    """Without a person two statements cannot be told to be one person's."""
    assert not same_utterance(said(1, WORDS, person=None), said(2, WORDS, person=None)).same


def test_the_same_words_on_another_day() -> None:
    """Who repeats it says it again."""
    later = DAY + timedelta(days=9)
    repeated = said(2, WORDS, begin=later, end=later, published=later)
    assert not same_utterance(said(1, WORDS), repeated).same


def test_a_retelling_months_later_is_of_the_first_day() -> None:
    """What counts is when it was said, not when it was printed."""
    told: dict[str, Any] = {
        "begin": date(2024, 5, 1),
        "end": date(2024, 5, 31),
        "published": date(2024, 9, 2),
    }
    assert same_utterance(said(1, WORDS), said(2, WORDS, **told)).same


def test_an_article_that_gives_no_day_is_taken_to_tell_of_its_week() -> None:
    """Without a date the days before publication count."""
    near = said(2, WORDS, begin=None, end=None, published=DAY + timedelta(days=3))
    far = said(3, WORDS, begin=None, end=None, published=DAY + timedelta(days=30))
    assert same_utterance(said(1, WORDS), near).same
    assert not same_utterance(said(1, WORDS), far).same


def test_without_any_date_only_the_same_words_are_the_same() -> None:
    """Long wordings that are equal are copies of each other."""
    dateless: dict[str, Any] = {"begin": None, "end": None, "published": None}
    one, copy = said(1, WORDS, **dateless), said(2, WORDS.replace("„", "»"), **dateless)
    other = said(3, WORDS.replace("mindestens", "wenigstens"), **dateless)
    assert same_utterance(one, copy).same
    assert not same_utterance(one, other).same


def test_the_order_of_the_two_does_not_matter() -> None:
    """The verdict on a and b is the verdict on b and a."""
    texts = [WORDS, "zu Gesprächen bereit", "sobald die Waffen schweigen", "ready for talks"]
    profiles = [profile_of(said(n, text, act=Act.AGREES)) for n, text in enumerate(texts, 1)]
    for a in profiles:
        for b in profiles:
            assert features(a, b) == features(b, a)


def test_weights_of_other_features_are_refused(tmp_path: Path) -> None:
    """Weights would be given to the wrong numbers."""
    path = tmp_path / "sameness.json"
    path.write_text(json.dumps({"features": list(FEATURES[:-1]), "within": [], "across": []}))
    with pytest.raises(WortlautError, match="other features"):
        Sameness.load(path)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(WortlautError, match=r"none\.json"):
        Sameness.load(tmp_path / "none.json")
