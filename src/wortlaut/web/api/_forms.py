"""What a record tells beside what was found in it, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from wortlaut._json_form import article_to_dict
from wortlaut._json_found import found_to_dict
from wortlaut._json_people import known_person_to_dict
from wortlaut._json_positions import positions_to_dict
from wortlaut.record import (
    Dossier,
    FailedSource,
    Job,
    JobSource,
    KeptArticle,
    KnownPerson,
    Positions,
    Share,
)


def kept_to_dict(kept: KeptArticle) -> dict[str, Any]:
    """An article on record, one of its versions."""
    return {
        "id": kept.article_id,
        "version": kept.version,
        "current": kept.current,
        "added_at": _moment(kept.added_at),
        "same_text_as": kept.same_text_as,
        "statement_ids": list(kept.statement_ids),
        "person_ids": list(kept.identity_ids),
        "human": sorted(kept.human),
        "article": article_to_dict(kept.article),
    }


def dossier_to_dict(
    person: KnownPerson, dossier: Dossier, said: Positions | None
) -> dict[str, Any]:
    """What the record knows of one person, and what they said on a topic."""
    return {
        "person": known_person_to_dict(person),
        "positions": said and positions_to_dict(said),
        "months": {f"{month:%Y-%m}": count for month, count in dossier.months},
        "roles": _shares(dossier.roles),
        "offices": _shares(dossier.offices),
        "outlets": _shares(dossier.outlets),
        "addressees": _shares(dossier.addressees),
        "acts": _shares(dossier.acts),
        "latest": [found_to_dict(each) for each in dossier.latest],
        "earliest": [found_to_dict(each) for each in dossier.earliest],
        "conditions": [found_to_dict(each) for each in dossier.conditions],
        "denials": [found_to_dict(each) for each in dossier.denials],
    }


def job_to_dict(job: Job) -> dict[str, Any]:
    """A job with its sources."""
    return {**_job(job), "sources": [_source(each) for each in job.sources]}


def job_summary(job: Job) -> dict[str, Any]:
    """A job with the number of its sources."""
    return {**_job(job), "sources": len(job.sources)}


def failed_to_dict(failed: FailedSource) -> dict[str, Any]:
    """A source that is kept aside."""
    return {
        "source": failed.source,
        "kind": failed.kind,
        "problem": failed.problem,
        "advice": failed.advice,
        "attempts": failed.attempts,
        "first_failed_at": _moment(failed.first_failed_at),
        "last_failed_at": _moment(failed.last_failed_at),
    }


def _job(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "state": job.state.value,
        "made_at": _moment(job.made_at),
        "started_at": job.started_at and _moment(job.started_at),
        "ended_at": job.ended_at and _moment(job.ended_at),
        "problem": job.problem,
        "reached": round(job.reached, 3),
        "known": job.known,
        "counts": asdict(job.counts),
    }


def _source(source: JobSource) -> dict[str, Any]:
    return {
        "source": source.source,
        "done": source.done,
        "reached": round(source.reached, 3),
        "known": source.known,
        "counts": asdict(source.counts),
        "failures": [asdict(each) for each in source.failures],
    }


def _shares(shares: Sequence[Share]) -> list[dict[str, Any]]:
    return [
        {
            "what": each.what,
            "count": each.count,
            "first": each.first and each.first.isoformat(),
            "last": each.last and each.last.isoformat(),
        }
        for each in shares
    ]


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
