"""Persons as one article has them, ready to be linked, and the form in which they are kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from wortlaut.linking import LINKABLE, Appearance, lookup_keys
from wortlaut.model import Article, Person, PersonKind
from wortlaut.record._identity import identity
from wortlaut.record._published import published_day
from wortlaut.record._stored_form import storable

PersonKey = tuple[str, str]
"""A person's name and kind."""
_SIGN = " · "
_LONGEST_SHORT_FORM = 8


def appearances_of(article: Article, outlet: str | None) -> tuple[Appearance, ...]:
    """The speakers of an article who can be known again in others, in order of the text.

    Whom they speak to is their company, but no appearance: nothing is on record from them.
    """
    speakers: dict[PersonKey, list[Person]] = {}
    humans: dict[str, None] = {}
    for statement in article.statements:
        for person in (statement.person, statement.addressee_person):
            if person is not None and person.kind is PersonKind.HUMAN:
                humans[storable(person.name)] = None
        person = statement.person
        if person is not None and person.kind in LINKABLE:
            speakers.setdefault((storable(person.name), person.kind.value), []).append(person)
    whose = identity(article) if speakers else ""
    day = published_day(article)
    return tuple(
        Appearance(
            name,
            PersonKind(kind),
            roles=tuple(dict.fromkeys(_roles(persons))),
            companions=tuple(human for human in humans if human != name),
            variants=tuple(_short_forms(article, persons)) if kind == PersonKind.BODY else (),
            published=day,
            outlet=outlet,
            language=article.language and storable(article.language),
            anchor=anchor_of(whose, name, kind),
        )
        for (name, kind), persons in speakers.items()
    )


def keys_of(appearance: Appearance) -> frozenset[str]:
    """All keys by which the identity of an appearance is looked for."""
    found = lookup_keys(appearance.name, appearance.kind)
    for variant in appearance.variants:
        found |= lookup_keys(variant, appearance.kind)
    return found


def anchor_of(article: str, name: str, kind: str) -> str:
    """What an appearance is called in rulings: *https://x.example/1 · Anna Müller (human)*."""
    return f"{article}{_SIGN}{name} ({kind})"


def appearance_of_anchor(anchor: str) -> tuple[str, str, str]:
    """The article's identity, the name and the kind that an anchor was made of."""
    whole, _, kind = anchor.rpartition(" (")
    article, _, name = whole.partition(_SIGN)
    return article, name, kind.removesuffix(")")


def form_of_appearance(appearance: Appearance) -> str:
    """What is kept of an appearance beside its person and its article."""
    form = {
        "roles": appearance.roles,
        "companions": appearance.companions,
        "variants": appearance.variants,
    }
    return json.dumps(
        {name: value for name, value in form.items() if value},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def appearance_from(row: Any) -> Appearance:
    """The appearance of a row that joins person, version, article and outlet."""
    form = json.loads(row.form)
    return Appearance(
        row.name,
        PersonKind(row.kind),
        roles=tuple(form.get("roles", ())),
        companions=tuple(form.get("companions", ())),
        variants=tuple(form.get("variants", ())),
        published=row.published,
        outlet=row.outlet,
        language=row.language,
        anchor=anchor_of(row.article, row.name, row.kind),
    )


def _roles(persons: Iterable[Person]) -> Iterable[str]:
    for person in persons:
        if person.role is not None and person.role.value:
            yield storable(person.role.value)


def _short_forms(article: Article, persons: Iterable[Person]) -> Iterable[str]:
    """*SPD*, where the article says so beside the whole name; no *sie* and no *die Partei*."""
    mentions = {storable(span.of(article.text)) for each in persons for span in each.mentions}
    for words in sorted(mentions):
        if 1 < len(words) <= _LONGEST_SHORT_FORM and words.isalpha() and words.isupper():
            yield words
