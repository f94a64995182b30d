"""FollowTheMoney: persons and bodies, articles, and who is quoted in which, one entity a line.

The entities are written as its schema has them (model of followthemoney 4: Article, Document,
Person, Organization, LegalEntity, Documentation, UnknownLink); the library itself is not needed,
for it depends on PyICU, which has no wheels. A person who speaks in several articles comes
several times under one id, as fragments that `ftm aggregate` merges.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from wortlaut.exchange._json_values import compact
from wortlaut.exchange._naming import Key
from wortlaut.model import Article, Mention, Person, PersonKind, Statement

LOSES = (
    "where the words stand in the text, and the words that name speaker, cue, frame, addressee, "
    "time and condition",
    "medium, mixed, nested_in, negated, condition, in_reply_to, damage and confidences",
    "via, the occasion, and the basis and precision of dates",
    "statements of which nobody is known to have made them",
    "languages other than those it has three letters for",
)

_SCHEMATA = {
    PersonKind.HUMAN: "Person",
    PersonKind.BODY: "Organization",
    PersonKind.GROUP: "LegalEntity",
    PersonKind.UNNAMED: "LegalEntity",
    PersonKind.DOCUMENT: "Document",
}
_OF_ONE_ARTICLE = (PersonKind.GROUP, PersonKind.UNNAMED, PersonKind.DOCUMENT)
"""*Experten* of two articles are not the same."""

# ISO 639-1 to the ISO 639-3 that FollowTheMoney keeps.
_LANGUAGES = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "et": "est", "fi": "fin", "fr": "fra", "hu": "hun", "it": "ita", "lt": "lit", "lv": "lav",
    "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip

_Entity = dict[str, Any]


def written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """The entities of each article, one a line."""
    for article in articles:
        yield b"".join(compact(entity) + b"\n" for entity in entities(article, key(article)))


def entities(article: Article, key: str) -> Iterator[_Entity]:
    """The article, those who speak in it, are spoken to and about, and the links between them."""
    document = _article(article, key)
    yield document
    named: set[str] = set()
    for statement in article.statements:
        people = [person for person in (statement.person, statement.addressee_person) if person]
        if statement.person is not None:
            people += [Person(mention.name, mention.kind) for mention in statement.about]
        for person in people:
            entity = _person(person, key)
            written_so = repr(entity)
            if written_so not in named:
                named.add(written_so)
                yield entity
        if statement.person is not None:
            yield from _links(statement, statement.person, article, key, document["id"])


def _article(article: Article, key: str) -> _Entity:
    published = article.published
    if isinstance(published, datetime):
        published = published.replace(microsecond=0)
    return _entity(
        "Article",
        _id("article", key),
        title=article.title,
        author=article.authors,
        publisher=article.outlet,
        sourceUrl=article.url,
        language=_LANGUAGES.get(article.language or ""),
        publishedAt=published and published.isoformat(),
        bodyText=article.text,
    )


def _person(person: Person, key: str) -> _Entity:
    schema = _SCHEMATA[person.kind]
    office = person.role.value if person.role else None
    name = {"title": person.name} if schema == "Document" else {"name": person.name}
    told = {"position": office} if schema == "Person" else {"description": office}
    return _entity(schema, _person_id(person, key), **name, **told)


def _person_id(person: Person | Mention, key: str) -> str:
    scope = (key,) if person.kind in _OF_ONE_ARTICLE else ()
    return _id("person", person.kind, person.name, *scope)


def _links(
    statement: Statement, person: Person, article: Article, key: str, document: str
) -> Iterator[_Entity]:
    when = statement.said_on
    begin = when.begin.isoformat() if when and when.begin else None
    end = when.end.isoformat() if when and when.end else None
    dates = {"date": begin} if begin == end else {"startDate": begin, "endDate": end}
    told = {
        **dates,
        "summary": article.words(statement.quote),
        "recordId": f"{key}#statement-{statement.id}",
        "publisher": article.outlet,
        "sourceUrl": article.url,
    }
    speaker = _person_id(person, key)
    how = [statement.type.value, *([statement.act.value] if statement.act else [])]
    yield _entity(
        "Documentation",
        _id("statement", key, str(statement.id)),
        document=document,
        entity=speaker,
        role="speaker",
        description=", ".join(how),
        **told,
    )
    if statement.addressee_person is not None:
        yield _entity(
            "UnknownLink",
            _id("addressee", key, str(statement.id)),
            subject=speaker,
            object=_person_id(statement.addressee_person, key),
            role="said to",
            proof=document,
            **told,
        )
    for mention in statement.about:
        other = _person_id(mention, key)
        yield _entity(
            "UnknownLink",
            _id("about", key, str(statement.id), other),
            subject=speaker,
            object=other,
            role="said about",
            proof=document,
            **told,
        )


def _entity(schema: str, identity: str, **properties: Any) -> _Entity:
    given = {}
    for name, value in properties.items():
        values = [value] if isinstance(value, str) else list(value or ())
        if values:
            given[name] = values
    return {"id": identity, "schema": schema, "properties": given}


def _id(*parts: str) -> str:
    joined = "\n".join(("wortlaut", *parts))
    return hashlib.sha1(joined.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
