"""The written articles are well formed, cover the genre, and are our own words."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.written_articles import (
    ARTICLES,
    BadExpectation,
    WrittenArticle,
    find_words,
    load_written_article,
    written_articles,
)
from wortlaut.model import QuotationType

SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"
SHARED_RUN = 12  # words in a row that are not found in two texts by chance

FEATURES = {
    "de": (
        "addressee colon combining-characters court culture dateline direct-without-cue economy "
        "emoji free-indirect furniture guillemets hiess-es indirect interview-like laut list "
        "local long machine-translated metonym mixed nach-angaben nested no-quotation odd-marks "
        "politics post press-release pronoun reopened reported role-phrase science several-"
        "paragraphs several-speakers split sports straight-marks subjunctive-run thought "
        "unclosed witnesses writing zufolge"
    ),
    "en": (
        "according-to addressee asked colon court dateline direct-without-cue economy emoji "
        "furniture indirect interview-like list local long metonym mixed nested no-quotation "
        "politics post press-release pronoun reopened reported role-phrase science several-"
        "paragraphs several-speakers split sports straight-marks thought unclosed witnesses writing"
    ),
}


@pytest.fixture(scope="module")
def articles() -> list[WrittenArticle]:
    """All written articles."""
    return written_articles()


def test_every_expectation_fits_its_text(articles: list[WrittenArticle]) -> None:
    """Each JSON file loads: all its words are found exactly once, spans in order."""
    assert len(articles) == len(list(ARTICLES.glob("*/*.txt")))
    for article in articles:
        length = len(article.text)
        for statement in article.statements:
            roles = (statement.speaker, statement.cue, statement.frame, statement.addressee)
            for spans in (statement.quote, *roles):
                assert list(spans) == sorted(spans), article.name
                assert all(span.end <= length for span in spans), article.name


@pytest.mark.parametrize(("language", "least"), [("de", 30), ("en", 15)])
def test_there_are_enough_articles(language: str, least: int) -> None:
    """At least 30 German and 15 English articles, each of 60 to 250 words."""
    articles = written_articles(language)
    assert len(articles) >= least
    for article in articles:
        assert 60 <= len(article.text.split()) <= 250, article.name


def test_each_type_is_covered(articles: list[WrittenArticle]) -> None:
    """Every quotation type stands in at least three statements, and one of them is core."""
    every = Counter(s.type for a in articles for s in a.statements)
    core = Counter(s.type for a in articles for s in a.statements if s.core)
    for quotation_type in QuotationType:
        assert every[quotation_type] >= 3, quotation_type
        assert core[quotation_type] >= 1, quotation_type


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_feature_is_covered(language: str) -> None:
    """Every feature that the articles are meant to show is the tag of at least one."""
    wanted = set(FEATURES[language].split())
    tagged = {tag for article in written_articles(language) for tag in article.tags}
    assert wanted <= tagged, sorted(wanted - tagged)


def test_a_nested_statement_lies_in_another(articles: list[WrittenArticle]) -> None:
    """What is flagged as nested stands within the words of a larger statement."""
    for article in articles:
        for nested in article.statements:
            parents = [
                other
                for other in article.statements
                if other is not nested
                and all(any(big.contains(s) for big in other.quote) for s in nested.quote)
            ]
            assert bool(parents) == nested.nested, (article.name, nested)


def test_a_split_statement_shares_speaker_and_cue_with_the_next(
    articles: list[WrittenArticle],
) -> None:
    """Two statements that may be read as one have the same speaker."""
    for article in articles:
        for first, second in zip(article.statements, article.statements[1:], strict=False):
            if first.one_with_next:
                assert first.speaker == second.speaker, (article.name, first)
        if article.statements:
            assert not article.statements[-1].one_with_next, article.name


def test_nothing_narrated_or_furniture_is_quoted(articles: list[WrittenArticle]) -> None:
    """No statement reaches into a narrated sentence or into the furniture."""
    for article in articles:
        outside = article.narrated + article.furniture
        for statement in article.statements:
            for span in statement.quote:
                assert not any(span.overlaps(other) for other in outside), (article.name, span)


def test_articles_without_statements_are_narrated(articles: list[WrittenArticle]) -> None:
    """An article tagged as without quotation has no statement and narrated sentences."""
    for article in articles:
        assert ("no-quotation" in article.tags) == (not article.statements), article.name
        assert article.statements or article.narrated, article.name


def test_a_dateline_stands_at_the_head(articles: list[WrittenArticle]) -> None:
    """The place and agency that an expectation names open the text."""
    for article in articles:
        for words in filter(None, (article.place, article.agency)):
            assert words in article.text[:60], (article.name, words)


def test_words_must_be_found_exactly_once() -> None:
    """Missing words, words found twice and a needless number are refused by name."""
    text = "er sagte, er komme; sie nicht"
    with pytest.raises(BadExpectation, match="not in the text: 'wir'"):
        find_words(text, "wir")
    with pytest.raises(BadExpectation, match="2 times in the text"):
        find_words(text, "er")
    with pytest.raises(BadExpectation, match="not number 3"):
        find_words(text, "er", 3)
    with pytest.raises(BadExpectation, match="not number 1"):
        find_words(text, "sie", 1)
    assert find_words(text, "er", 2).begin == 10


def test_only_whole_words_are_found() -> None:
    """*er* is not found in *Lehrer*."""
    assert find_words("der Lehrer, er", "er").begin == 12


def test_a_bad_expectation_names_its_file(tmp_path: Path) -> None:
    """The error of an expectation that does not fit says which file it is in."""
    folder = tmp_path / "de"
    folder.mkdir()
    (folder / "probe.txt").write_text("Niemand sagte etwas.", encoding="utf-8")
    record = {
        "text": "probe.txt",
        "language": "de",
        "tags": [],
        "statements": [{"type": "direct", "quote": ["„Doch!“"]}],
    }
    (folder / "probe.json").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(BadExpectation, match="de/probe: not in the text"):
        load_written_article(folder / "probe.json")


def test_the_articles_are_our_own_words(articles: list[WrittenArticle]) -> None:
    """No text shares twelve words in a row with the data of ../shared."""
    if not SHARED_DATA.is_dir():
        pytest.skip("../shared/data is not beside this checkout")
    ours = {run: article.name for article in articles for run in _runs(article.text)}
    assert ours
    copied = {
        (ours[run], path.name, " ".join(run))
        for path in sorted(SHARED_DATA.glob("*/*"))
        for text in _texts(path)
        for run in _runs(text)
        if run in ours
    }
    assert not copied


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[i:] for i in range(SHARED_RUN)), strict=False)


def _texts(path: Path) -> Iterator[str]:
    """The texts in a file of the shared data, whatever its form."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    content = data.decode("utf-8", errors="replace")
    if ".json" in path.name:
        lines = content.splitlines() if ".jsonl" in path.name else [content]
        for line in lines:
            yield from _strings(json.loads(line))
    else:
        yield content


def _strings(value: object) -> Iterator[str]:
    """All strings in a JSON value; a list of words counts as one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            yield " ".join(value)
        else:
            for part in value:
                yield from _strings(part)
