"""Looking up articles by the words of their title and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from wortlaut.model import Article, Span
from wortlaut.record._filters import Filters
from wortlaut.record._finding import Places, Window
from wortlaut.record._many import is_among
from wortlaut.record._matching import highlights
from wortlaut.record._page_ends import last_ranked, ranked_end, window_after
from wortlaut.record._places import Question, find_places
from wortlaut.record._query_language import Query, parse_query
from wortlaut.record._relevance import relevance
from wortlaut.record._schema import article_version, day_of
from wortlaut.record._searching import Order
from wortlaut.record._stored_form import article_from_stored

RANKED_ARTICLES = 100
"""The newest articles found of which relevance picks the best: their whole texts are read."""
_WALK = 100
"""Articles that are looked at one by one before PostgreSQL's index is asked."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The current version of an article on record."""

    version_id: int
    """The version's number in the record; it never means another one."""
    article_id: int
    version: int
    """Counts from 1 within the article."""
    same_text_as: int | None
    """The number of the first version in the record with the same text."""
    article: Article
    """Without its statements; `Record.article` has them."""
    day: date | None
    """The day of publication, by which it is sorted."""
    highlights: tuple[Span, ...] = ()
    """What was searched for, in code points of the article's text."""
    title_highlights: tuple[Span, ...] = ()
    """The same in code points of its title."""
    score: float | None = None
    """How well it answers, where relevance was asked for."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Some of the articles that were found."""

    found: tuple[FoundArticle, ...]
    after: str | None
    """What to give as `after` to get the next page; None on the last one."""


def search_articles(
    connection: Connection,
    words: str,
    filters: Filters,
    *,
    order: Order = Order.DATE,
    limit: int,
    after: str | None,
) -> ArticlePage:
    """One page of the articles whose title and text have these words and pass these filters.

    Raises `QueryError` where words or `after` cannot be understood, `ValueError` for filters
    that ask something of statements.
    """
    _refuse_filters_of_statements(filters)
    query = parse_query(words)
    ranks = order is Order.RELEVANCE and query is not None
    if ranks:
        window = Window(filters, *filters.places())
        places, _ = _current_places(connection, query, window, RANKED_ARTICLES)
        return _best(_fetched(connection, places, query, filters), query, filters, limit, after)
    window = window_after(filters, after, newest_first=order is not Order.OLDEST)
    places, more = _current_places(connection, query, window, limit)
    found = _fetched(connection, places, query, filters)
    return ArticlePage(tuple(each for _, each in found), str(places[-1]) if more else None)


def _refuse_filters_of_statements(filters: Filters) -> None:
    ours = Filters(
        outlet=filters.outlet, language=filters.language, begin=filters.begin, end=filters.end
    )
    if filters != ours:
        raise ValueError("articles are found by outlet, language, begin and end only")


def _current_places(
    connection: Connection, query: Query | None, window: Window, limit: int
) -> Places:
    """At most `limit` places of current versions that answer, and whether there are more."""
    sqlite = connection.dialect.name == "sqlite"
    words = window.filters.fts5(query) if sqlite else window.filters.tsquery(query)
    wanted = limit + 1
    found: list[int] = []
    while True:
        if words is None:
            places = _all_places(connection, window, wanted)
        else:
            question = Question(
                "article_words", words, window.low, window.high, window.newest_first, _WALK
            )
            places = find_places(connection, question, wanted)
        current = set(
            connection.execute(
                select(article_version.c.place).where(
                    is_among(connection, article_version.c.place, places),
                    article_version.c.current,
                )
            ).scalars()
        )
        found += [place for place in places if place in current]
        if len(found) > limit or len(places) < wanted:
            return found[:limit], len(found) > limit
        # Entries of old versions took the room of others: go on behind them.
        window = window.behind(places[-1])


def _all_places(connection: Connection, window: Window, limit: int) -> Sequence[int]:
    place = article_version.c.place
    return (
        connection.execute(
            select(place)
            .where(place.between(window.low, window.high))
            .order_by(place.desc() if window.newest_first else place)
            .limit(limit)
        )
        .scalars()
        .all()
    )


def _fetched(
    connection: Connection, places: Sequence[int], query: Query | None, filters: Filters
) -> list[tuple[int, FoundArticle]]:
    """The articles at these places, in this order, each with its place."""
    rows = {
        row.place: row
        for row in connection.execute(
            select(article_version).where(is_among(connection, article_version.c.place, places))
        )
    }
    return [(place, _found(rows[place], query, filters.language)) for place in places]


def _found(row: Any, query: Query | None, asked_in: str | None) -> FoundArticle:
    whole = article_from_stored(row.text, row.form, [])

    def hits(text: str) -> tuple[Span, ...]:
        return highlights(query, text, whole.language, asked_in=asked_in)

    return FoundArticle(
        version_id=row.id,
        article_id=row.article_id,
        version=row.number,
        same_text_as=row.same_text_as,
        article=whole,
        day=day_of(row.place),
        highlights=hits(whole.text),
        title_highlights=hits(whole.title or ""),
    )


def _best(
    found: Sequence[tuple[int, FoundArticle]],
    query: Query | None,
    filters: Filters,
    limit: int,
    after: str | None,
) -> ArticlePage:
    """The best of those found, the newest first among equals."""
    texts = [
        (f"{each.article.title or ''}\n{each.article.text}", each.article.language)
        for _, each in found
    ]
    scores = relevance(query, texts, filters.language)
    ranked = sorted(
        (
            ((-score, -place), replace(each, score=score))
            for score, (place, each) in zip(scores, found, strict=True)
        ),
        key=itemgetter(0),
    )
    if after is not None:
        last = last_ranked(after)
        ranked = [each for each in ranked if each[0] > last]
    chosen = ranked[:limit]
    next_ = ranked_end(chosen[-1][0]) if len(ranked) > limit else None
    return ArticlePage(tuple(each for _, each in chosen), next_)
