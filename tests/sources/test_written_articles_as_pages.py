"""The written articles as plain text pages: datelines and furniture are told from the body."""

from __future__ import annotations

import pytest

from tests.written_articles import WrittenArticle, written_articles
from wortlaut.model import Span
from wortlaut.sources import article_from_text

ARTICLES = written_articles()


def _named(articles: list[WrittenArticle]) -> list[object]:
    return [pytest.param(article, id=article.name) for article in articles]


@pytest.mark.parametrize("article", _named(ARTICLES))
def test_the_body_holds_every_statement(article: WrittenArticle) -> None:
    """The text stays as it was, and every expected quotation lies within a paragraph."""
    page = article_from_text(article.text, source=article.name)
    assert page.text == article.text
    outside = [
        span.of(article.text)
        for statement in article.statements
        for span in statement.quote
        if not _covered(article.text, span, page.paragraphs)
    ]
    assert not outside


@pytest.mark.parametrize("article", _named(ARTICLES))
def test_the_language_is_recognised(article: WrittenArticle) -> None:
    """German is read as German, English as English."""
    assert article_from_text(article.text, source=article.name).language == article.language


@pytest.mark.parametrize("article", _named(ARTICLES))
def test_the_headline_is_told_from_the_body(article: WrittenArticle) -> None:
    """A headline line becomes the title; a page without one gets none."""
    assert article_from_text(article.text, source=article.name).title == article.title


@pytest.mark.parametrize("article", _named([a for a in ARTICLES if a.agency or a.place]))
def test_the_dateline_is_taken_out(article: WrittenArticle) -> None:
    """Place and agency go into their fields, at the characters they were read from."""
    page = article_from_text(article.text, source=article.name)
    for found, wanted in ((page.place, article.place), (page.agency, article.agency)):
        assert (found.value if found else None) == wanted
        assert found is None or found.value in found.span.of(article.text)


@pytest.mark.parametrize("article", _named([a for a in ARTICLES if not a.agency and not a.place]))
def test_no_dateline_is_made_up(article: WrittenArticle) -> None:
    """A page that opens without a dateline gets no agency and no place."""
    page = article_from_text(article.text, source=article.name)
    assert page.agency is None
    assert page.place is None


@pytest.mark.parametrize("article", _named(ARTICLES))
def test_furniture_is_left_out_of_the_body(article: WrittenArticle) -> None:
    """The lines beside the article, and no others, are furniture and in no paragraph."""
    page = article_from_text(article.text, source=article.name)
    for line in article.furniture:
        words = line.of(article.text)
        assert _covered(article.text, line, page.furniture), words
        assert not any(line.overlaps(paragraph) for paragraph in page.paragraphs), words
    for piece in page.furniture:
        assert any(piece.overlaps(line) for line in article.furniture), piece.of(article.text)


def _covered(text: str, span: Span, by: tuple[Span, ...]) -> bool:
    """Whether `by` covers every character of `span` that is not white space."""
    return all(
        text[offset].isspace() or any(piece.begin <= offset < piece.end for piece in by)
        for offset in range(span.begin, span.end)
    )
