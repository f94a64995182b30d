"""schema.org JSON-LD: a NewsArticle a line, with its statements as Quotations.

`spokenByCharacter` is schema.org's property for "the (e.g. fictional) character, Person or
Organization to whom the quotation is attributed within the containing CreativeWork".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wortlaut.exchange._json_values import compact
from wortlaut.exchange._naming import Key, article_urn
from wortlaut.model import Article, Person, PersonKind, Statement

LOSES = (
    "where the words stand in the text, and the words that name speaker, cue, frame, addressee, "
    "time and condition",
    "medium, negated, damage and confidences",
    "when it was said, where more than one day is possible",
    "the occasion, apart from its words",
)

_CLASSES = {
    PersonKind.HUMAN: "Person",
    PersonKind.BODY: "Organization",
    PersonKind.GROUP: "Organization",
    PersonKind.UNNAMED: "Person",
    PersonKind.DOCUMENT: "CreativeWork",
}


def written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """Each article as JSON-LD, one a line."""
    for article in articles:
        yield compact(news_article(article, key(article))) + b"\n"


def news_article(article: Article, key: str) -> dict[str, Any]:
    """One article with its quotations; `key` is its address or another IRI."""
    urn = article_urn(article, key)
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": key,
        **_given(
            url=article.url,
            headline=article.title,
            inLanguage=article.language,
            datePublished=article.published and article.published.isoformat(),
            author=[{"@type": "Person", "name": name} for name in article.authors],
            publisher=article.outlet and {"@type": "Organization", "name": article.outlet},
            contentLocation=article.place and {"@type": "Place", "name": article.place.value},
        ),
        "hasPart": [_quotation(statement, article, key, urn) for statement in article.statements],
    }


def _quotation(statement: Statement, article: Article, key: str, urn: str) -> dict[str, Any]:
    when = statement.said_on
    one_day = when is not None and when.begin is not None and when.begin == when.end
    named = [statement.type.value, *([statement.act.value] if statement.act else [])]
    nested_in = statement.nested_in
    return {
        "@type": "Quotation",
        "@id": f"{urn}#statement-{statement.id}",
        "position": statement.id,
        "text": article.words(statement.quote),
        "isPartOf": {"@id": key if nested_in is None else f"{urn}#statement-{nested_in}"},
        **_given(
            spokenByCharacter=statement.person and _agent(statement.person),
            audience=statement.addressee_person
            and {"@type": "Audience", "name": statement.addressee_person.name},
            about=[
                {"@type": _CLASSES[mention.kind], "name": mention.name}
                for mention in statement.about
            ],
            dateCreated=when.begin.isoformat() if when and when.begin and one_day else None,
            provider=statement.via and {"@type": "Organization", "name": statement.via.value},
            recordedAt=statement.occasion
            and {"@type": "Event", "name": article.words(statement.occasion.words)},
            inLanguage=article.language,
            keywords=named,
        ),
    }


def _agent(person: Person) -> dict[str, Any]:
    kind = _CLASSES[person.kind]
    office = person.role.value if person.role else None
    told = {"jobTitle": office} if kind == "Person" else {"description": office}
    return {"@type": kind, "name": person.name, **_given(**told)}


def _given(**values: Any) -> dict[str, Any]:
    """The properties that have a value."""
    return {name: value for name, value in values.items() if value}
