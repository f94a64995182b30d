"""The record's questions about articles, statements and persons."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wortlaut.model import Article
from wortlaut.record._article_search import ArticlePage, search_articles
from wortlaut.record._by_number import (
    ArticleVersion,
    article_by_number,
    article_versions,
    statement_by_number,
)
from wortlaut.record._dossier import Dossier, dossier
from wortlaut.record._filters import Filters
from wortlaut.record._like import like
from wortlaut.record._open_record import OpenRecord
from wortlaut.record._people import KnownPerson, find_people, known_people, people
from wortlaut.record._positions import ComparedPositions, Positions, compared, positions
from wortlaut.record._reading_back import (
    KeptArticle,
    current_articles,
    holds,
    kept_article,
    kept_versions,
    versions_with_text,
)
from wortlaut.record._searching import (
    Found,
    Order,
    Page,
    count,
    each_statement,
    found_articles,
    search,
)
from wortlaut.record._spellings import Spelling, spellings
from wortlaut.record._utterance_counts import utterances_of
from wortlaut.record._utterances import Utterance, utterance


class StatementQuestions(OpenRecord):
    """What can be looked up in a record; `Record` is one."""

    def article(self, url: str, version: int | None = None) -> KeptArticle | None:
        """The article with this address (or `text:HASH`) as it was put on record.

        `version` counts its texts from 1; the current one is given without it. None where
        the record has no such article.
        """
        with self._database.reading() as connection:
            return kept_article(connection, url, version)

    def article_by_number(self, number: int, version: int | None = None) -> KeptArticle | None:
        """The article with this number in the record; its current version, or that one.

        None where the record has no such article or version.
        """
        with self._database.reading() as connection:
            return article_by_number(connection, number, version)

    def article_versions(self, number: int) -> tuple[ArticleVersion, ...]:
        """Which versions the article with this number has, oldest first, without their texts."""
        with self._database.reading() as connection:
            return article_versions(connection, number)

    def statement(self, number: int) -> Found | None:
        """The statement with this number in the record, also one of an older version.

        None where there is none, or where a person has taken it out.
        """
        with self._database.reading() as connection:
            return statement_by_number(connection, number)

    def utterance(self, number: int) -> Utterance | None:
        """What was said in the statement with this number, in all wordings on record.

        An utterance is called by the number of its first statement, and any other statement
        of it leads to it. None where there is no statement of this number.
        """
        with self._database.reading() as connection:
            return utterance(connection, number)

    def utterances_of(self, statements: Collection[int]) -> dict[int, tuple[int, int]]:
        """The utterance of each of these statements (by number), and in how many articles it is."""
        with self._database.reading() as connection:
            return utterances_of(connection, statements)

    def newest(self, limit: int = 20) -> tuple[Found, ...]:
        """The statements of the latest days, the newest first."""
        return self.search(limit=limit).found

    def versions(self, url: str) -> tuple[KeptArticle, ...]:
        """Every version of the article with this address, in order of time."""
        with self._database.reading() as connection:
            return kept_versions(connection, url)

    def search(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        order: Order = Order.DATE,
        limit: int = 20,
        after: str | None = None,
    ) -> Page:
        """Statements of current articles with these words in the quotation, a page of them.

        Words are found in any inflected form and either spelling of umlauts; "phrases" in
        exactly their words; *beginn\\** by its letters; AND, OR, NOT and parentheses join them.
        `after` is that of the page before.

        Raises `QueryError` where the words cannot be understood.
        """
        with self._database.reading() as connection:
            return search(
                connection, words, filters or Filters(), order=order, limit=limit, after=after
            )

    def like(self, text: str, filters: Filters | None = None, *, limit: int = 20) -> Page:
        """Statements of current articles that mean much the same as `text`, in any language.

        Nearest first; each has the cosine of both vectors as its `score`. There is no next
        page: ask for more at once.

        Raises `QueryError` where the text has no word.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return like(connection, known, text, filters or Filters(), limit)

    def search_articles(
        self,
        words: str = "",
        filters: Filters | None = None,
        *,
        order: Order = Order.DATE,
        limit: int = 20,
        after: str | None = None,
    ) -> ArticlePage:
        """Current articles with these words in title and text, a page of them.

        Words are those of `search`. Of the filters, `outlet`, `language`, `begin` and `end`
        (days of publication) apply; relevance picks the best of the newest hundred.

        Raises `QueryError` where the words cannot be understood, `ValueError` for filters
        that ask something of statements.
        """
        with self._database.reading() as connection:
            return search_articles(
                connection, words, filters or Filters(), order=order, limit=limit, after=after
            )

    def count(
        self, words: str = "", filters: Filters | None = None, *, at_most: int = 10_000
    ) -> int:
        """How many statements `search` would find, counted up to `at_most`."""
        with self._database.reading() as connection:
            return count(connection, words, filters or Filters(), at_most)

    def statements(self, filters: Filters | None = None, words: str = "") -> Iterator[Found]:
        """Every statement that `search` would find, newest first, as the record is now."""
        with self._database.reading() as connection:
            yield from each_statement(connection, words, filters or Filters())

    def person(self, name: str, topic: str | None = None) -> Dossier:
        """What the record knows of whoever bears this name; `topic` narrows what is shown.

        Without anybody of that name `persons` is empty, and so is all else.

        Raises `QueryError` where `name` or `topic` has no word.
        """
        with self._database.reading() as connection:
            return dossier(connection, name, topic)

    def positions(self, person: str | int, topic: str) -> Positions:
        """What a person, by name or number, said on a topic, in order of time.

        Where two statements on the same matter seem to contradict each other, both are pointed
        at: as a question to the reader, never as a verdict.

        Raises `PersonUnclear` where the name is nobody's or of several, `QueryError` where the
        topic has no word.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return positions(connection, known, str(person), topic)

    def compare(self, one: str | int, other: str | int, topic: str) -> ComparedPositions:
        """What two persons said on a topic, in order of time, and where they seem to differ.

        Raises as `positions` does, and `PersonUnclear` where both are the same person.
        """
        with self._database.reading() as connection:
            known = self._meanings.now(connection)
            return compared(connection, known, str(one), str(other), topic)

    def people(self, name: str = "", *, limit: int = 100, skip: int = 0) -> tuple[KnownPerson, ...]:
        """Who is on record, most often quoted first; with a name, whoever is called so.

        Names are found in any spelling (*Selenskyj* is *Zelensky*), `#17` by the number.

        Raises `QueryError` where `name` has no word.
        """
        with self._database.reading() as connection:
            if not name:
                return people(connection, limit, skip)
            found = [each.number for each in find_people(connection, name)]
            return known_people(connection, found)[skip : skip + limit]

    def spellings(self, number: int) -> tuple[Spelling, ...]:
        """The names of the person with this number, and how sure it is that each means them."""
        with self._database.reading() as connection:
            return spellings(connection, number)

    def articles(self, filters: Filters | None = None, words: str = "") -> Iterator[Article]:
        """The current articles, each with those of its statements that are found.

        Without filters and words all come, those without statements too, in the order in
        which they were added; else only those of which something is found, newest first.
        """
        with self._database.reading() as connection:
            if (filters is None or filters == Filters()) and not words.strip():
                yield from current_articles(connection)
            else:
                yield from found_articles(connection, words, filters or Filters())

    def holds(self, article: Article) -> bool:
        """Whether this article is on record with this text, so that it need not be read."""
        with self._database.reading() as connection:
            return holds(connection, article)

    def with_text(self, text: str) -> tuple[KeptArticle, ...]:
        """Every version of any article that has exactly this text."""
        with self._database.reading() as connection:
            return versions_with_text(connection, text)
