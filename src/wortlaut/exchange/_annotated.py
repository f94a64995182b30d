"""A statement as tools for annotation can show it: stretches of text and labels.

This is the form that the formats that come back have in common; each only writes it down in
its own way, and what a person changed there is told here.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wortlaut.model import (
    Act,
    Located,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Span,
    Statement,
    When,
    WhenBasis,
)

Spans = tuple[Span, ...]

QUOTE = "quote"
ROLES = (
    "speaker",
    "cue",
    "frame",
    "addressee",
    "about",
    "office",
    "time",
    "occasion",
    "relayed_by",
    "in_reply_to",
    "condition",
    "damage",
)
"""What a stretch of text may be to a statement, beside its quotation.

`about` are the words within the quotation that name somebody, `office` is the role of the
person (*Kreml-Sprecher*), `time` are the words that tell when it was said, `relayed_by` is the
outlet that relays the words."""

LABELS: Mapping[str, tuple[str, ...] | None] = {
    "type": tuple(QuotationType),
    "medium": tuple(Medium),
    "person": None,
    "person_kind": tuple(PersonKind),
    "addressee_person": None,
    "addressee_kind": tuple(PersonKind),
    "about": None,
    "act": tuple(Act),
    "occasion_kind": tuple(OccasionKind),
    "said_from": None,
    "said_to": None,
    "negated": ("yes",),
    "nested_in": None,
}
"""The labels of a statement, each with the values it may have, None where they are free."""

_YES = "yes"
_SEPARATOR = "; "
_NAMED = re.compile(rf"(?P<name>.+) \((?P<kind>{'|'.join(PersonKind)})\)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A statement as it was shown to a person, or came back."""

    number: int | None
    """The statement's `id`; None where a person added it."""
    spans: Mapping[str, Spans]
    """By `quote` and roles; each in the order of the text, none of them empty."""
    labels: Mapping[str, str]
    given: str | None = None
    """The `state` of the statement that went out, where the tool has kept it."""

    @property
    def state(self) -> str:
        """A few letters that are others when anything of it is."""
        spans = {
            name: [(span.begin, span.end) for span in found] for name, found in self.spans.items()
        }
        form = json.dumps([spans, dict(self.labels)], sort_keys=True)
        return hashlib.sha256(form.encode()).hexdigest()[:12]


def annotated(statement: Statement) -> Annotated:
    """The statement as tools can show it."""
    person, addressee, when = statement.person, statement.addressee_person, statement.said_on
    spans: dict[str, Spans] = {
        QUOTE: statement.quote,
        "speaker": statement.speaker,
        "cue": statement.cue,
        "frame": statement.frame,
        "addressee": statement.addressee,
        "about": tuple(mention.span for mention in statement.about),
        "office": (person.role.span,) if person and person.role else (),
        "time": (when.words,) if when and when.words else (),
        "occasion": statement.occasion.words if statement.occasion else (),
        "relayed_by": (statement.via.span,) if statement.via else (),
        "in_reply_to": statement.in_reply_to,
        "condition": statement.condition,
        "damage": statement.damage,
    }
    labels = {
        "type": statement.type,
        "medium": statement.medium,
        "person": person and person.name,
        "person_kind": person and person.kind,
        "addressee_person": addressee and addressee.name,
        "addressee_kind": addressee and addressee.kind,
        "about": _SEPARATOR.join(f"{each.name} ({each.kind})" for each in statement.about),
        "act": statement.act,
        "occasion_kind": statement.occasion and statement.occasion.kind,
        "said_from": when and when.begin and when.begin.isoformat(),
        "said_to": when and when.end and when.end.isoformat(),
        "negated": _YES if statement.negated else None,
        "nested_in": statement.nested_in and str(statement.nested_in),
    }
    return Annotated(
        number=statement.id,
        spans={name: tuple(sorted(found)) for name, found in spans.items() if found},
        labels={name: str(value) for name, value in labels.items() if value},
    )


def corrected(statement: Statement, seen: Annotated, text: str) -> Statement:
    """The statement with what a person changed in it; itself where that is nothing.

    What no tool shows stays as it was, as long as it still fits; its confidence is then 1.

    Raises `ValueError` where a label's value cannot be.
    """
    before = annotated(statement)
    spans = _Changes(before.spans, seen.spans)
    labels = _Changes(before.labels, seen.labels)
    values: dict[str, Any] = {
        name: spans.new(name)
        for name in ("speaker", "cue", "frame", "addressee", "in_reply_to", "condition", "damage")
        if spans.has(name)
    }
    if spans.has(QUOTE):
        values["quote"] = seen.spans[QUOTE]
    if labels.has("type") and seen.labels.get("type"):
        values["type"] = QuotationType(seen.labels["type"])
        values["mixed"] = statement.mixed and values["type"] is not QuotationType.DIRECT
    if labels.has("medium") and seen.labels.get("medium"):
        values["medium"] = Medium(seen.labels["medium"])
    if labels.has("act"):
        values["act"] = Act(seen.labels["act"]) if seen.labels.get("act") else None
    if labels.has("negated"):
        values["negated"] = seen.labels.get("negated") == _YES
    if labels.has("nested_in"):
        values["nested_in"] = int(seen.labels["nested_in"]) if "nested_in" in seen.labels else None
    if labels.has("person", "person_kind") or spans.has("office"):
        values["person"] = _person(statement, seen, spans, text)
        values["person_unknown"] = (
            None if values["person"] else statement.person_unknown or "a person took it out"
        )
    if labels.has("addressee_person", "addressee_kind"):
        values["addressee_person"] = _addressee(statement, seen)
    if labels.has("about") or spans.has("about"):
        values["about"] = _about(statement, seen, labels, text)
    if labels.has("said_from", "said_to") or spans.has("time"):
        values["said_on"] = _when(statement.said_on, seen, labels)
    if labels.has("occasion_kind") or spans.has("occasion"):
        values["occasion"] = _occasion(seen)
    if spans.has("relayed_by"):
        values["via"] = _located(spans.new("relayed_by"), text)
    changed = replace(statement, **values)
    return statement if changed == statement else replace(changed, confidence=1.0)


@dataclass(frozen=True, slots=True)
class _Changes:
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    def has(self, *names: str) -> bool:
        return any(self.before.get(name) != self.after.get(name) for name in names)

    def new(self, name: str) -> Spans:
        found: Spans = self.after.get(name, ())
        return found


def _person(statement: Statement, seen: Annotated, spans: _Changes, text: str) -> Person | None:
    """The person that the labels name; another name makes another person."""
    name = seen.labels.get("person")
    if not name:
        return None
    before = statement.person
    kind = PersonKind(seen.labels.get("person_kind", before.kind if before else PersonKind.HUMAN))
    role = before.role if before else None
    if spans.has("office"):
        role = _located(spans.new("office"), text)
    if before is not None and before.name == name:
        return replace(before, kind=kind, role=role, confidence=1.0, runner_up=None)
    return Person(name, kind, role, seen.spans.get("speaker", ()), Resolution.NAME)


def _addressee(statement: Statement, seen: Annotated) -> Person | None:
    name = seen.labels.get("addressee_person")
    if not name:
        return None
    before = statement.addressee_person
    kind = PersonKind(
        seen.labels.get("addressee_kind", before.kind if before else PersonKind.HUMAN)
    )
    if before is not None and before.name == name:
        return replace(before, kind=kind, confidence=1.0, runner_up=None)
    return Person(name, kind, None, seen.spans.get("addressee", ()), Resolution.NAME)


def _about(
    statement: Statement, seen: Annotated, labels: _Changes, text: str
) -> tuple[Mention, ...]:
    """The names of the label on the stretches, one by one.

    Where only stretches changed, those that stayed keep their names and a new one is called by
    its words.
    """
    spans = seen.spans.get("about", ())
    names = [name for name in seen.labels.get("about", "").split(_SEPARATOR) if name.strip()]
    kinds = {mention.name: mention.kind for mention in statement.about}
    if labels.has("about") and len(names) == len(spans):
        return tuple(_mention(name, span, kinds) for name, span in zip(names, spans, strict=True))
    if labels.has("about"):
        raise ValueError(
            f"statement {statement.id} is about {len(names)} by name, and {len(spans)} are marked: "
            "give each stretch its name, in the order of the text"
        )
    known = {mention.span: mention for mention in statement.about}
    return tuple(known.get(span) or _mention(span.of(text), span, kinds) for span in spans)


def _mention(named: str, span: Span, kinds: Mapping[str, PersonKind]) -> Mention:
    """Of *Dmitri Peskow (human)*; without a kind, that of the same name or a human."""
    told = _NAMED.fullmatch(named.strip())
    if told:
        return Mention(told["name"], PersonKind(told["kind"]), span)
    name = " ".join(named.split())
    return Mention(name, kinds.get(name, PersonKind.HUMAN), span)


def _when(before: When | None, seen: Annotated, labels: _Changes) -> When | None:
    begin, end = (
        date.fromisoformat(seen.labels[name]) if name in seen.labels else None
        for name in ("said_from", "said_to")
    )
    words = next(iter(seen.spans.get("time", ())), None)
    if begin is None and end is None and words is None:
        return None
    if before is not None and not labels.has("said_from", "said_to"):
        return replace(before, words=words)
    one_day = begin is not None and begin == end
    return When(
        WhenBasis.FRAME,
        begin,
        end,
        Precision.DAY if one_day else Precision.UNKNOWN,
        begin.isoformat() if begin and one_day else None,
        words,
    )


def _occasion(seen: Annotated) -> Occasion | None:
    words = seen.spans.get("occasion")
    if not words:
        return None
    return Occasion(OccasionKind(seen.labels.get("occasion_kind", OccasionKind.UNKNOWN)), words)


def _located(spans: Spans, text: str) -> Located | None:
    return Located(spans[0].of(text), spans[0]) if spans else None
