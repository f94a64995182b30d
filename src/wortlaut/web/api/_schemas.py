"""The JSON Schemas of what the API gives and takes, by their names in its document."""

from __future__ import annotations

from typing import Any

from wortlaut._json_schema import article_schema
from wortlaut._schema_parts import Schema, object_of, or_null, string
from wortlaut.model import PersonKind
from wortlaut.record import Came, JobState

_THERE = "#/components/schemas/"


def ref(name: str) -> Schema:
    """Where the schema of this name stands in the document."""
    return {"$ref": f"{_THERE}{name}"}


def component_schemas() -> dict[str, Schema]:
    """All schemas; those of articles and statements are what `wortlaut schema` prints."""
    whole = article_schema()
    shared = whole.pop("$defs")
    del whole["$schema"], whole["title"]
    schemas: dict[str, Schema] = {**shared, "article": whole, **_OURS}
    return {name: _moved(schema) for name, schema in schemas.items()}


def _moved(schema: Any) -> Any:
    """The schema with its references leading to where definitions stand in the document."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", _THERE) if key == "$ref" else _moved(value)
            for key, value in schema.items()
        }
    return [_moved(each) for each in schema] if isinstance(schema, list) else schema


def _number(description: str, least: int = 0) -> Schema:
    return {"type": "integer", "minimum": least, "description": description}


def _number_or_null(description: str) -> Schema:
    return {"type": ["integer", "null"], "description": f"{description} Null where there is none."}


def _day(description: str) -> Schema:
    return {"type": ["string", "null"], "format": "date", "description": description}


def _moment(description: str) -> Schema:
    return {"type": "string", "format": "date-time", "description": description}


def _moment_or_null(description: str) -> Schema:
    return {**_moment(f"{description} Null where that has not been."), "type": ["string", "null"]}


def _list(of: Schema, description: str) -> Schema:
    return {"type": "array", "items": of, "description": description}


def _truth(description: str) -> Schema:
    return {"type": "boolean", "description": description}


_OFFSETS = _list(
    {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
    "What was searched for: first code point and the one after the last.",
)
_SCORE = {
    "type": ["number", "null"],
    "description": "How well it answers. Null where relevance was not asked for.",
}
_AFTER = or_null("What to give as `after` for the next page.")
_FOUND = {
    "id": _number("The statement's number in the record; it never means another one.", 1),
    "day": _day("The last day on which it may have been said, by which it is sorted."),
    "person_id": _number_or_null("The number by which the record knows the speaker."),
    "article_id": _number("The article's number in the record.", 1),
    "version": _number("Which of the article's texts it stands in.", 1),
    "added_at": _moment_or_null("When this text of the article came to the record."),
    "human": _truth("Whether a person has corrected it."),
    "utterance_id": _number_or_null(
        "The number of its utterance: that of the first statement on record that says the same."
    ),
    "wordings": _number("In how many articles that utterance stands.", 1),
    "score": _SCORE,
    "highlights": {**_OFFSETS, "description": f"{_OFFSETS['description']} In the article's text."},
    "statement": ref("statement"),
    "article": ref("article_head"),
}
_COUNTS = {
    "added": _number("Articles that were not on record."),
    "changed": _number("Articles that were, with another text."),
    "same_text": _number("Articles that were added though their text was on record."),
    "unchanged": _number("Articles that were on record as they are."),
    "failed": _number("Sources that could not be read."),
    "statements": _number("Statements of articles that were added or changed."),
}
_FAILURE = {
    "source": string("What could not be read."),
    "problem": string("Why."),
    "advice": string("What to do about it."),
}
_JOB = {
    "id": _number("The job's number.", 1),
    "state": {
        "enum": [state.value for state in JobState],
        "description": "queued, running, or how it ended.",
    },
    "made_at": _moment("When it was asked for."),
    "started_at": _moment_or_null("When it was begun."),
    "ended_at": _moment_or_null("When it ended."),
    "problem": or_null("Why the job failed as a whole."),
    "reached": {
        "type": "number",
        "minimum": 0,
        "description": "How many files and pages have been gone through.",
    },
    "known": _number("How many there are, as far as is known; feeds turn up more."),
    "counts": ref("job_counts"),
}
_NEARNESS = {"type": "number", "description": "How close in meaning, as a cosine."}
_PLACE = {
    **_OFFSETS["items"],
    "type": ["array", "null"],
    "description": "Where the words stand in the quotation: first code point, one after the last.",
}
_SHARE = {
    "what": string("A role, an outlet, an addressee's name or an act."),
    "count": _number("How many statements."),
    "first": _day("The first day on which it was so."),
    "last": _day("The last day on which it was so."),
}
_HEAD_FIELDS = ("source", "language", "title", "authors", "outlet", "url", "published")
_ARTICLE_FIELDS = article_schema()["properties"]

_OURS: dict[str, Schema] = {
    "article_head": object_of(
        "What is known of an article beside its text.",
        {name: _ARTICLE_FIELDS[name] for name in _HEAD_FIELDS},
    ),
    "found_statement": object_of("A statement on record.", _FOUND),
    "statements": object_of(
        "A page of statements.",
        {"statements": _list(ref("found_statement"), "In the order asked for."), "after": _AFTER},
    ),
    "found_article": object_of(
        "An article on record.",
        {
            "id": _number("The article's number in the record.", 1),
            "version_id": _number("The number of its text in the record.", 1),
            "version": _number("Which of the article's texts this is, counted from 1.", 1),
            "day": _day("The day of publication, by which it is sorted."),
            "score": _SCORE,
            "highlights": {
                **_OFFSETS,
                "description": f"{_OFFSETS['description']} In the article's text.",
            },
            "title_highlights": {
                **_OFFSETS,
                "description": f"{_OFFSETS['description']} In its title.",
            },
            "article": ref("article_head"),
        },
    ),
    "articles": object_of(
        "A page of articles.",
        {"articles": _list(ref("found_article"), "In the order asked for."), "after": _AFTER},
    ),
    "kept_article": object_of(
        "An article on record with its statements.",
        {
            "id": _number("The article's number in the record.", 1),
            "version": _number("Which of its texts this is, counted from 1.", 1),
            "current": _truth("Whether it is the last one."),
            "added_at": _moment("When this text came to the record."),
            "same_text_as": _number_or_null("The number of the first text like this one."),
            "statement_ids": _list(
                {"type": "integer"}, "The record's numbers of the article's statements, in order."
            ),
            "person_ids": _list(
                {"type": ["integer", "null"]},
                "The numbers by which the record knows their speakers. Null for nobody's.",
            ),
            "human": _list(
                {"type": "integer"}, "Those of these numbers that a person has corrected."
            ),
            "article": ref("article"),
        },
    ),
    "known_person": object_of(
        "Somebody on record, by whatever names articles call them.",
        {
            "id": _number("The record's number.", 1),
            "name": string("The commonest of the names."),
            "kind": {"enum": [kind.value for kind in PersonKind], "description": "Who speaks."},
            "statements": _number("Statements in current articles."),
            "articles": _number("Current articles in which they speak."),
            "first": _day("The day of the first article in which they speak."),
            "last": _day("The day of the last one."),
            "names": {
                "type": "object",
                "additionalProperties": {"type": "integer", "minimum": 1},
                "description": "Each name, and how many articles have it.",
            },
            "roles": _list(
                object_of(
                    "A role in the articles' words.",
                    {
                        "words": string("The words."),
                        "articles": _number("How many articles have it."),
                        "first": _day("The day of the first of them."),
                        "last": _day("The day of the last of them."),
                        "outlets": _list({"type": "string"}, "Who published them."),
                    },
                ),
                "The commonest first.",
            ),
        },
    ),
    "persons": object_of(
        "People on record.",
        {
            "persons": _list(ref("known_person"), "Those with the most statements first."),
            "after": _AFTER,
        },
    ),
    "share": object_of("What some of a person's statements have in common.", _SHARE),
    "dossier": object_of(
        "What the record knows of a person.",
        {
            "person": ref("known_person"),
            "positions": {
                "anyOf": [ref("positions"), {"type": "null"}],
                "description": "What they said on the topic. Null where none was asked for.",
            },
            "months": {
                "type": "object",
                "additionalProperties": {"type": "integer", "minimum": 1},
                "description": "How many statements each month (2026-11) has.",
            },
            "roles": _list(ref("share"), "The commonest first."),
            "offices": _list(ref("share"), "Roles in order of time, one office told once."),
            "outlets": _list(ref("share"), "Who quotes them."),
            "addressees": _list(ref("share"), "To whom they speak."),
            "acts": _list(ref("share"), "What they do with their words."),
            "latest": _list(ref("found_statement"), "The newest first."),
            "earliest": _list(ref("found_statement"), "The oldest first."),
            "conditions": _list(ref("found_statement"), "Those with a condition."),
            "denials": _list(ref("found_statement"), "Those that deny."),
        },
    ),
    "positions": object_of(
        "A person's statements on a topic, in order of time.",
        {
            "person": ref("known_person"),
            "topic": string("The words that were asked for."),
            "statements": _list(ref("position"), "The oldest first."),
            "questions": _list(
                object_of(
                    "Two statements that a reader should see beside each other; no verdict.",
                    {
                        "earlier": _number("The statement's number.", 1),
                        "later": _number("The other one's.", 1),
                        "grounds": _list({"type": "string"}, "What speaks for looking twice."),
                        "nearness": _NEARNESS,
                        "reason": string("The same in words."),
                    },
                ),
                "What to look at twice.",
            ),
            "more": _truth("Whether there are older statements that are left out."),
        },
    ),
    "position": object_of(
        "A statement on a topic.",
        {
            **_FOUND,
            "came": {
                "enum": [each.value for each in Came],
                "description": "Whether its words or its meaning are those of the topic.",
            },
            "nearness": _NEARNESS,
            "utterance": _number_or_null("The number of the utterance that it is a wording of."),
        },
    ),
    "utterance": object_of(
        "What one person said on one occasion, in all the wordings that are on record.",
        {
            "id": _number("The least number of its statements.", 1),
            "drifts": _truth("Whether outlets give different words as the very own ones."),
            "wordings": _list(ref("wording"), "In order of publication."),
            "sources": _list(
                object_of(
                    "Articles of nearly the same text: one witness, not several.",
                    {
                        "id": _number("The number of the first text of its kind.", 1),
                        "statements": _list({"type": "integer"}, "The wordings in it."),
                        "outlets": _list({"type": "string"}, "Who printed it."),
                    },
                ),
                "In order of their first wordings.",
            ),
        },
    ),
    "wording": object_of(
        "One statement of an utterance.",
        {
            "found": ref("found_statement"),
            "quote": string("The quoted words, pieces joined by ` … `."),
            "earliest": _truth("Whether it was published first of all."),
            "fullest": _truth("Whether the others of its language are held against it."),
            "translation": _truth("Whether it is in another language than the fullest of all."),
            "drifts": _truth("Whether it gives other words as verbatim than the fullest does."),
            "source": _number("The number of its article's source.", 1),
            "relation": or_null("How it stands to the fullest of its language."),
            "shared": {
                "type": ["number", "null"],
                "description": "How much of the shorter one is in the other, between 0 and 1.",
            },
            "pieces": _list(
                object_of(
                    "A stretch of the wording, and what stands there in the fullest one.",
                    {
                        "change": string("Whether it is the same, replaced, added or left out."),
                        "words": string("The wording's own words."),
                        "fullest_words": string("The fullest one's."),
                        "span": _PLACE,
                        "fullest_span": _PLACE,
                        "drift": _truth("Whether verbatim wordings contradict each other here."),
                    },
                ),
                "The whole wording in order.",
            ),
        },
    ),
    "proposal": object_of(
        "Two who may be one person.",
        {
            "one": ref("known_person"),
            "other": ref("known_person"),
            "confidence": {"type": "number", "description": "How sure it is, between 0 and 1."},
            "why": _list({"type": "string"}, "The evidence; + speaks for it, - against it."),
        },
    ),
    "proposals": object_of(
        "What is for a person to decide.",
        {"proposals": _list(ref("proposal"), "The likeliest first.")},
    ),
    "person_number": object_of("A person.", {"id": _number("The record's number.", 1)}),
    "read_article": object_of("What was read; nothing of it is kept.", {"article": ref("article")}),
    "job_counts": object_of("What has come of sources.", _COUNTS),
    "failure": object_of("A source that could not be read.", _FAILURE),
    "job_source": object_of(
        "One of the things that a job adds.",
        {
            "source": string("An address, or `upload:` and a file's name."),
            "done": _truth("Whether it has been gone through."),
            "reached": _JOB["reached"],
            "known": _JOB["known"],
            "counts": ref("job_counts"),
            "failures": _list(ref("failure"), "The first hundred."),
        },
    ),
    "job": object_of(
        "Sources that are added in the background.",
        {**_JOB, "sources": _list(ref("job_source"), "In the order in which they are added.")},
    ),
    "job_summary": object_of(
        "A job without its sources.", {**_JOB, "sources": _number("How many sources it has.", 1)}
    ),
    "jobs": object_of(
        "A page of jobs.",
        {
            "jobs": _list(ref("job_summary"), "The last one first."),
            "after": or_null("What to give as `after` for the next page."),
        },
    ),
    "failed_source": object_of(
        "A source that could not be read, kept aside.",
        {
            **_FAILURE,
            "kind": string("The name of the error."),
            "attempts": _number("How often it was tried.", 1),
            "first_failed_at": _moment("When it first failed."),
            "last_failed_at": _moment("When it last failed."),
        },
    ),
    "failed_sources": object_of(
        "The sources that could not be read.",
        {"failed": _list(ref("failed_source"), "The last one first.")},
    ),
    "forgotten": object_of(
        "What was taken off the list.", {"forgotten": _number("How many sources.")}
    ),
    "problem": {
        "description": "What went wrong, and what to do next (RFC 9457).",
        "type": "object",
        "properties": {
            "type": string("The kind of problem; the page it leads to explains it."),
            "title": string("The kind of problem in words."),
            "status": {"type": "integer", "description": "The HTTP status."},
            "detail": string("What exactly went wrong."),
            "instance": string("The address that was asked."),
            "advice": string("What to do next."),
            "errors": _list(
                object_of(
                    "A part of the request that was not understood.",
                    {"where": string("Which part."), "problem": string("What is wrong with it.")},
                ),
                "Only where parts of the request were not understood.",
            ),
        },
        "required": ["type", "title", "status", "detail", "instance", "advice"],
        "additionalProperties": False,
    },
}
