"""An article as the rows that hold it: everything that can be worked out beforehand.

Pure and slow (JSON, stems), so that it happens before a writer takes the record's lock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wortlaut.linking import Appearance
from wortlaut.model import Article, Person, QuotationType, Statement
from wortlaut.record._appearances import PersonKey, appearances_of
from wortlaut.record._identity import host_name, identity, text_hash
from wortlaut.record._index_entries import ArticleEntry, StatementEntry, article_entry
from wortlaut.record._index_entries import statement_entry as entry_of
from wortlaut.record._published import published_day
from wortlaut.record._stored_form import storable, stored_forms
from wortlaut.wording import window_of


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement's columns that need no number of another row."""

    day: date | None
    person: PersonKey | None
    role: str | None
    addressee: PersonKey | None
    about: tuple[PersonKey, ...]
    columns: dict[str, Any]
    entry: StatementEntry
    window: tuple[date | None, date | None]
    """The days on which it may have been said, narrowly enough to compare."""
    vector: bytes | None = None
    """What its words mean, where that was worked out beforehand."""


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """An article's rows before they are numbered."""

    identity: str
    text_hash: str
    day: date | None
    outlet: str | None
    columns: dict[str, Any]
    entry: ArticleEntry
    statements: tuple[StatementRow, ...]
    appearances: tuple[Appearance, ...]
    signature: bytes | None = None
    """By what its text is known again, where that was worked out beforehand."""


def rows_of(article: Article) -> ArticleRows:
    """The rows of `article` and its statements."""
    form, forms = stored_forms(article)
    outlet = outlet_of(article)
    day = published_day(article)
    return ArticleRows(
        identity=identity(article),
        text_hash=text_hash(article.text),
        day=day,
        outlet=outlet,
        columns={
            "source": storable(article.source),
            "url": article.url and storable(article.url),
            "language": article.language and storable(article.language),
            "title": article.title and storable(article.title),
            "published": day,
            "text": storable(article.text),
            "form": form,
        },
        entry=article_entry(article, outlet),
        statements=tuple(
            statement_row(article, statement, form, outlet, number)
            for number, (statement, form) in enumerate(
                zip(article.statements, forms, strict=True), 1
            )
        ),
        appearances=appearances_of(article, outlet),
    )


def statement_row(
    article: Article,
    statement: Statement,
    form: str,
    outlet: str | None,
    number: int,
    *,
    human: bool = False,
) -> StatementRow:
    """The row of one statement of `article`.

    `form` is what is stored of it, `number` counts the article's statements from 1.
    """
    said = statement.said_on
    role = statement.person.role if statement.person else None
    return StatementRow(
        day=day_of_statement(article, statement),
        person=_key(statement.person),
        role=storable(role.value) if role and role.value else None,
        addressee=_key(statement.addressee_person),
        about=_about(statement),
        columns={
            "number": number,
            "human": human,
            "removed": False,
            "language": article.language and storable(article.language),
            "type": statement.type.value,
            "act": statement.act and statement.act.value,
            "occasion": statement.occasion and statement.occasion.kind.value,
            "said_begin": said and said.begin,
            "said_end": said and said.end,
            "verbatim": is_verbatim(statement),
            "negated": statement.negated,
            "conditional": bool(statement.condition),
            "confidence": statement.confidence,
            "quote": storable(article.words(statement.quote)),
            "form": form,
        },
        entry=entry_of(article, statement, outlet, human=human),
        window=days_of(
            said.begin if said else None, said.end if said else None, published_day(article)
        ),
    )


def days_of(
    begin: date | None, end: date | None, published: date | None
) -> tuple[date | None, date | None]:
    """The first and last day on which something may have been said, or nothing."""
    window = window_of(begin, end, published)
    return (window.begin, window.end) if window else (None, None)


def outlet_of(article: Article) -> str | None:
    """The article's outlet, or the host of its address where it names none."""
    outlet = article.outlet or (host_name(article.url) if article.url else None)
    return storable(outlet) if outlet else None


def is_verbatim(statement: Statement) -> bool:
    """Whether some of the words stand as they were said."""
    return statement.type is QuotationType.DIRECT or statement.mixed


def day_of_statement(article: Article, statement: Statement) -> date | None:
    """The day by which a statement is sorted: the last on which it may have been made.

    That is the end of `said_on` but never after publication, or the day of publication.
    """
    published = published_day(article)
    end = statement.said_on.end if statement.said_on else None
    if end is None or published is None:
        return end or published
    return min(end, published)


def _about(statement: Statement) -> tuple[PersonKey, ...]:
    return tuple(dict.fromkeys((storable(each.name), each.kind.value) for each in statement.about))


def _key(person: Person | None) -> PersonKey | None:
    return (storable(person.name), person.kind.value) if person else None
