"""A statement counts as found when its words, its speaker and its cue are right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.statement_matching import findings, quoted_from
from tests.written_articles import WrittenArticle, written_articles
from wortlaut.model import Medium, Span, Statement, merged

ARTICLES = written_articles()


def perfectly_read(article: WrittenArticle) -> list[Statement]:
    """The statements that a reader without fault gives."""
    return [
        Statement(
            id=number,
            type=expected.type,
            medium=Medium.SPEECH,
            quote=expected.quote,
            confidence=1.0,
            speaker=expected.speaker,
            cue=expected.cue,
        )
        for number, expected in enumerate(article.statements, start=1)
    ]


@pytest.fixture
def strandbad() -> WrittenArticle:
    """An article whose first two statements are one quotation split by its frame."""
    [article] = [article for article in ARTICLES if article.name == "de/strandbad"]
    return article


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_perfect_reader_finds_everything(article: WrittenArticle) -> None:
    """Every expected statement is found in itself, and nothing narrated is quoted."""
    read = perfectly_read(article)
    assert all(finding.found for finding in findings(article, read))
    assert not quoted_from(article.text, article.narrated + article.furniture, read)


def test_a_reader_that_reads_nothing_finds_nothing(strandbad: WrittenArticle) -> None:
    """Without predictions every statement is missed."""
    assert not any(finding.found for finding in findings(strandbad, []))


def test_a_reader_that_quotes_everything_finds_nothing(strandbad: WrittenArticle) -> None:
    """The whole article as one quotation is no finding, and quotes what is narrated."""
    [*_, statement] = perfectly_read(strandbad)
    everything = replace(statement, quote=(Span(0, len(strandbad.text)),))
    assert not any(finding.found for finding in findings(strandbad, [everything]))
    assert len(quoted_from(strandbad.text, strandbad.narrated, [everything])) == 3


@pytest.mark.parametrize("words", [(), (Span(0, 5),)], ids=["none", "elsewhere"])
def test_a_wrong_role_is_not_found(strandbad: WrittenArticle, words: tuple[Span, ...]) -> None:
    """Words of another place as speaker or cue do not count, and neither does their lack."""
    read = perfectly_read(strandbad)
    for finding in findings(strandbad, [replace(s, speaker=words) for s in read]):
        assert finding.found == (not finding.expected.speaker)
    for finding in findings(strandbad, [replace(s, cue=words) for s in read]):
        assert finding.found == (not finding.expected.cue)


def test_a_split_quotation_may_be_read_as_one(strandbad: WrittenArticle) -> None:
    """Both halves count as found in one statement of two pieces, one with its gap filled not."""
    first, second, *others = perfectly_read(strandbad)
    joined = replace(first, quote=merged(first.quote + second.quote))
    assert len(joined.quote) == 2
    assert all(finding.found for finding in findings(strandbad, [joined, *others]))
    half = findings(strandbad, [second, *others])
    assert [finding.found for finding in half] == [False, True, True, True, True]


def test_another_name_for_the_speaker_is_right(strandbad: WrittenArticle) -> None:
    """A pronoun that the expectation lists is as good as the name."""
    read = perfectly_read(strandbad)
    third = strandbad.statements[2]
    assert third.also_speaker
    read[2] = replace(read[2], speaker=third.also_speaker)
    assert all(finding.found for finding in findings(strandbad, read))


def test_a_few_words_more_or_less_do_not_matter(strandbad: WrittenArticle) -> None:
    """A quotation without its marks is found; half of it is not."""
    read = perfectly_read(strandbad)
    [quote] = read[4].quote
    for end, enough in ((quote.end - 1, True), (quote.begin + len(quote) // 2, False)):
        read[4] = replace(read[4], quote=(Span(quote.begin + 1, end),))
        assert findings(strandbad, read)[4].found is enough
