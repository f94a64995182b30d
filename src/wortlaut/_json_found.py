"""What was found in a record as JSON: statements and articles, one form wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortlaut._json_form import article_head
from wortlaut._json_statement import statement_to_dict
from wortlaut.model import Span

if TYPE_CHECKING:
    from wortlaut.record import Found, FoundArticle


def found_to_dict(found: Found) -> dict[str, Any]:
    """A statement that was found: its numbers, the statement, and the head of its article."""
    return {
        "id": found.id,
        "day": found.day.isoformat() if found.day else None,
        "person_id": found.identity_id,
        "article_id": found.article_id,
        "version": found.version,
        "added_at": found.added_at and found.added_at.isoformat(timespec="seconds"),
        "human": found.human,
        "utterance_id": found.utterance,
        "wordings": found.wordings,
        "score": found.score,
        "highlights": _offsets(found.highlights),
        "statement": statement_to_dict(found.statement, found.article.text),
        "article": article_head(found.article),
    }


def found_article_to_dict(found: FoundArticle) -> dict[str, Any]:
    """An article that was found: its numbers and its head."""
    return {
        "id": found.article_id,
        "version_id": found.version_id,
        "version": found.version,
        "day": found.day.isoformat() if found.day else None,
        "score": found.score,
        "highlights": _offsets(found.highlights),
        "title_highlights": _offsets(found.title_highlights),
        "article": article_head(found.article),
    }


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.begin, span.end] for span in spans]
