"""The JSON Schema of a statement."""

from __future__ import annotations

from wortlaut._schema_parts import (
    Schema,
    located_or_null,
    object_of,
    or_null,
    ref_or_null,
    spans,
    string,
)
from wortlaut.model import (
    Act,
    Medium,
    OccasionKind,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    WhenBasis,
)


def statement_schema() -> Schema:
    return object_of(
        "A quotation and the words of the article that say who, how and to whom.",
        {
            "id": {
                "type": "integer",
                "minimum": 1,
                "description": "Counts from 1 within the article, in order of the text.",
            },
            "type": {
                "enum": [kind.value for kind in QuotationType],
                "description": "How the words are rendered: direct (verbatim), indirect (needs a "
                "frame), indirect_free_indirect (subjunctive that runs on without a frame), "
                "free_indirect (somebody's words without a mark of it), reported (the act only).",
            },
            "medium": {
                "enum": [medium.value for medium in Medium],
                "description": "Whether the words were said, written or thought, or a mixture "
                "where the text leaves it open.",
            },
            "quote": spans("The quoted words; several pieces where a frame splits them.", 1),
            "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "The share of such statements that are right.",
            },
            "speaker": spans("The words that name who said it; empty where there are none."),
            "cue": spans("The words that announce the quotation."),
            "frame": spans("The clause around cue and speaker."),
            "addressee": spans("The words that name to whom it was said."),
            "nested_in": {
                "type": ["integer", "null"],
                "minimum": 1,
                "description": "The id of the statement in whose words this one stands. Where "
                "statements were left out on request, it may name one of those.",
            },
            "mixed": {
                "type": "boolean",
                "description": "Whether verbatim words stand in a quotation that is not direct.",
            },
            "person": ref_or_null("person", "Who said it.", "the article does not tell"),
            "person_unknown": or_null("Why 'person' is null."),
            "via": located_or_null("The outlet or agency that relays the words."),
            "addressee_person": ref_or_null("person", "To whom it was said.", "nobody is named"),
            "about": {
                "type": "array",
                "items": {"$ref": "#/$defs/mention"},
                "description": "Who is named within the quoted words, the speaker aside: each "
                "once, in the order of the text.",
            },
            "said_on": ref_or_null("when", "When it was said.", "nothing is known"),
            "occasion": ref_or_null("occasion", "Where and how it was said.", "it is not told"),
            "in_reply_to": spans("The question that it answers."),
            "act": {
                "enum": [*(act.value for act in Act), None],
                "description": "What the speaker does with it, as the cue tells. Null where "
                "there is no cue that tells.",
            },
            "condition": spans("Words inside the quotation that condition it."),
            "negated": {
                "type": "boolean",
                "description": "Whether the main clause of the quotation is negated.",
            },
            "damage": spans("Words whose grammar a machine translation has broken."),
        },
    )


def person_schema() -> Schema:
    """The schema of a speaker who was resolved."""
    return object_of(
        "Who speaks, as the words that name the speaker led to them.",
        {
            "name": string(
                "The fullest form that the article has, without titles, offices and articles."
            ),
            "kind": {
                "enum": [kind.value for kind in PersonKind],
                "description": "A human with a name, a body that speaks with one voice, a group, "
                "somebody unnamed, or a document that speaks for itself.",
            },
            "role": located_or_null("The office or description that the article gives."),
            "mentions": spans("Every mention in the article, resolved pronouns included."),
            "resolved_by": {
                "enum": [way.value for way in Resolution],
                "description": "How the words led to the person: they hold the whole name, the "
                "surname, a role phrase, a pronoun, a metonym, or there are none and the speaker "
                "of the statement before goes on.",
            },
            "confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "The share of such resolutions that are right.",
            },
            "runner_up": or_null("The name of the next best candidate, if it is doubtful."),
        },
    )


def mention_schema() -> Schema:
    """The schema of somebody who is spoken about."""
    return object_of(
        "Somebody, or a body, named within the words of a quotation.",
        {
            "name": string("The fullest form that the article has, as for a person."),
            "kind": {
                "enum": [kind.value for kind in PersonKind],
                "description": "What sort of person it is.",
            },
            "span": {
                "$ref": "#/$defs/span",
                "description": "The first words of the quotation that name them.",
            },
        },
    )


def when_schema() -> Schema:
    """The schema of the time of a statement."""
    return object_of(
        "When a statement was made: an interval of days and the words it was read from.",
        {
            "basis": {
                "enum": [basis.value for basis in WhenBasis],
                "description": "What it rests on: words in the statement's frame, the statement "
                "before, or only the day of publication, which it cannot be later than.",
            },
            "begin": _day_or_null("The first day it may have been."),
            "end": _day_or_null("The last day it may have been, that day included."),
            "precision": {
                "enum": [precision.value for precision in Precision],
                "description": "The finest unit that the words give.",
            },
            "value": or_null(
                "The value in TimeML's TIMEX3 form, with X for what cannot be known without the "
                "day of publication."
            ),
            "words": {
                "anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}],
                "description": "The words it was read from. Null where there are none.",
            },
            "unresolved": or_null("Why the words could not be turned into days."),
        },
    )


def occasion_schema() -> Schema:
    """The schema of the occasion of a statement."""
    return object_of(
        "The words that tell where and how a statement was made.",
        {
            "kind": {
                "enum": [kind.value for kind in OccasionKind],
                "description": "A coarse kind of occasion.",
            },
            "words": spans("The words.", 1),
        },
    )


def _day_or_null(description: str) -> Schema:
    return {
        "type": ["string", "null"],
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
        "description": f"{description} Null where unknown.",
    }
