"""A statement as JSON, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from wortlaut._json_fields import (
    Fields,
    located_to_dict,
    span_from_dict,
    span_to_dict,
    spans_to_list,
)
from wortlaut.model import (
    Act,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Statement,
    When,
    WhenBasis,
)

_Form = dict[str, Any]


def statement_to_dict(statement: Statement, text: str) -> _Form:
    """The JSON form of a statement in an article with this `text`."""
    return {
        "id": statement.id,
        "type": statement.type.value,
        "medium": statement.medium.value,
        "quote": spans_to_list(statement.quote, text),
        "confidence": statement.confidence,
        "speaker": spans_to_list(statement.speaker, text),
        "cue": spans_to_list(statement.cue, text),
        "frame": spans_to_list(statement.frame, text),
        "addressee": spans_to_list(statement.addressee, text),
        "nested_in": statement.nested_in,
        "mixed": statement.mixed,
        "person": _person_to_dict(statement.person, text),
        "person_unknown": statement.person_unknown,
        "via": located_to_dict(statement.via, text),
        "addressee_person": _person_to_dict(statement.addressee_person, text),
        "about": [_mention_to_dict(mention, text) for mention in statement.about],
        "said_on": _when_to_dict(statement.said_on, text),
        "occasion": _occasion_to_dict(statement.occasion, text),
        "in_reply_to": spans_to_list(statement.in_reply_to, text),
        "act": None if statement.act is None else statement.act.value,
        "condition": spans_to_list(statement.condition, text),
        "negated": statement.negated,
        "damage": spans_to_list(statement.damage, text),
    }


def statement_from_dict(form: object, text: str, where: str) -> Statement:
    """The statement that `form` stands for; `where` names it in errors.

    Raises `ValueError`, naming the field, where the form is not that of a statement.
    """
    fields = Fields(form, where)
    try:
        return Statement(
            id=fields.required("id", int),
            type=QuotationType(fields.required("type", str)),
            medium=Medium(fields.required("medium", str)),
            quote=fields.spans("quote", text),
            confidence=fields.required("confidence", float),
            speaker=fields.spans("speaker", text),
            cue=fields.spans("cue", text),
            frame=fields.spans("frame", text),
            addressee=fields.spans("addressee", text),
            nested_in=fields.optional("nested_in", int),
            mixed=fields.optional("mixed", bool) or False,
            person=_person(fields, "person", text),
            person_unknown=fields.optional("person_unknown", str),
            via=fields.located("via", text),
            addressee_person=_person(fields, "addressee_person", text),
            about=fields.each("about", lambda item, where: _mention(item, text, where)),
            said_on=_when(fields, text),
            occasion=_occasion(fields, text),
            in_reply_to=fields.spans("in_reply_to", text),
            act=fields.member("act", Act),
            condition=fields.spans("condition", text),
            negated=fields.optional("negated", bool) or False,
            damage=fields.spans("damage", text),
        )
    except ValueError as error:
        raise ValueError(f"{error} (in {where})") from None


def _person_to_dict(person: Person | None, text: str) -> _Form | None:
    if person is None:
        return None
    return {
        "name": person.name,
        "kind": person.kind.value,
        "role": located_to_dict(person.role, text),
        "mentions": spans_to_list(person.mentions, text),
        "resolved_by": person.resolved_by.value,
        "confidence": person.confidence,
        "runner_up": person.runner_up,
    }


def _person(statement: Fields, name: str, text: str) -> Person | None:
    fields = statement.inner(name)
    if fields is None:
        return None
    return Person(
        name=fields.required("name", str),
        kind=PersonKind(fields.required("kind", str)),
        role=fields.located("role", text),
        mentions=fields.spans("mentions", text),
        resolved_by=Resolution(fields.required("resolved_by", str)),
        confidence=fields.required("confidence", float),
        runner_up=fields.optional("runner_up", str),
    )


def _mention_to_dict(mention: Mention, text: str) -> _Form:
    return {
        "name": mention.name,
        "kind": mention.kind.value,
        "span": span_to_dict(mention.span, text),
    }


def _mention(form: object, text: str, where: str) -> Mention:
    fields = Fields(form, where)
    return Mention(
        name=fields.required("name", str),
        kind=PersonKind(fields.required("kind", str)),
        span=span_from_dict(fields.get("span"), text, f"{where}.span"),
    )


def _when_to_dict(when: When | None, text: str) -> _Form | None:
    if when is None:
        return None
    return {
        "basis": when.basis.value,
        "begin": None if when.begin is None else when.begin.isoformat(),
        "end": None if when.end is None else when.end.isoformat(),
        "precision": when.precision.value,
        "value": when.value,
        "words": None if when.words is None else span_to_dict(when.words, text),
        "unresolved": when.unresolved,
    }


def _when(statement: Fields, text: str) -> When | None:
    fields = statement.inner("said_on")
    if fields is None:
        return None
    return When(
        basis=WhenBasis(fields.required("basis", str)),
        begin=_day(fields, "begin"),
        end=_day(fields, "end"),
        precision=Precision(fields.required("precision", str)),
        value=fields.optional("value", str),
        words=fields.span("words", text),
        unresolved=fields.optional("unresolved", str),
    )


def _day(fields: Fields, name: str) -> date | None:
    value = fields.optional(name, str)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{name} of said_on is {value!r}, which is no ISO 8601 date") from None


def _occasion_to_dict(occasion: Occasion | None, text: str) -> _Form | None:
    if occasion is None:
        return None
    return {"kind": occasion.kind.value, "words": spans_to_list(occasion.words, text)}


def _occasion(statement: Fields, text: str) -> Occasion | None:
    fields = statement.inner("occasion")
    if fields is None:
        return None
    return Occasion(OccasionKind(fields.required("kind", str)), fields.spans("words", text))
