"""Examples for the API's document: one small article, and everything that it gives."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from wortlaut._json_form import article_to_dict
from wortlaut._json_found import found_article_to_dict, found_to_dict
from wortlaut._json_people import known_person_to_dict, proposal_to_dict
from wortlaut._json_utterance import utterance_to_dict
from wortlaut.linking import RoleSeen
from wortlaut.model import (
    Act,
    Article,
    Located,
    Medium,
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
from wortlaut.record import (
    FailedSource,
    Found,
    FoundArticle,
    Job,
    JobCounts,
    JobFailure,
    JobSource,
    JobState,
    KeptArticle,
    KnownPerson,
    Piece,
    Proposal,
    Source,
    Utterance,
    Wording,
)
from wortlaut.web.api._forms import failed_to_dict, job_summary, job_to_dict, kept_to_dict
from wortlaut.wording import Change

TEXT = "Die Hafenmeisterin Wiebke Harms sagte am Dienstag: „Der Deich hält.“"
_DAY = date(2026, 11, 17)
_MOMENT = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)
_ADDRESS = "https://deichblatt.example/deich"


def _span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


_STATEMENT = Statement(
    id=1,
    type=QuotationType.DIRECT,
    medium=Medium.SPEECH,
    quote=(_span("„Der Deich hält.“"),),
    confidence=0.97,
    speaker=(_span("Die Hafenmeisterin Wiebke Harms"),),
    cue=(_span("sagte"),),
    frame=(_span("Die Hafenmeisterin Wiebke Harms sagte am Dienstag"),),
    person=Person(
        "Wiebke Harms",
        PersonKind.HUMAN,
        Located("Hafenmeisterin", _span("Hafenmeisterin")),
        (_span("Wiebke Harms"),),
        Resolution.NAME,
        0.99,
    ),
    said_on=When(WhenBasis.FRAME, _DAY, _DAY, Precision.DAY, "2026-11-17", _span("am Dienstag")),
    act=Act.ASSERTS,
)
_ARTICLE = Article(
    text=TEXT,
    source=_ADDRESS,
    language="de",
    title="Harms sieht den Deich in guter Lage",
    outlet="Deichblatt",
    url=_ADDRESS,
    published=date(2026, 11, 18),
    paragraphs=(Span(0, len(TEXT)),),
    statements=(_STATEMENT,),
)
_FOUND = Found(
    id=4711,
    statement=_STATEMENT,
    article=_ARTICLE,
    article_id=812,
    version_id=813,
    version=1,
    same_text_as=None,
    identity_id=17,
    human=False,
    day=_DAY,
    utterance=4711,
    highlights=(_span("Deich"),),
    added_at=_MOMENT,
)
_HARMS = KnownPerson(
    id=17,
    name="Wiebke Harms",
    kind=PersonKind.HUMAN,
    names=(("Wiebke Harms", 12), ("Harms", 3)),
    roles=(RoleSeen("Hafenmeisterin", 12, date(2026, 1, 4), _DAY, ("Deichblatt",)),),
    first=date(2026, 1, 4),
    last=_DAY,
    articles=13,
    statements=31,
)
_HARM = KnownPerson(
    id=40,
    name="W. Harms",
    kind=PersonKind.HUMAN,
    names=(("W. Harms", 1),),
    roles=(),
    first=_DAY,
    last=_DAY,
    articles=1,
    statements=1,
)
_FAILURE = JobFailure(
    "https://deichblatt.example/weg",
    "the server has no such page (HTTP 404)",
    "check the address",
)
_JOB = Job(
    id=3,
    state=JobState.DONE,
    sources=(
        JobSource(
            source="https://deichblatt.example/feed.xml",
            done=True,
            known=3,
            reached=3.0,
            counts=JobCounts(added=1, failed=1, statements=1),
            failures=(_FAILURE,),
        ),
    ),
    made_at=_MOMENT,
    started_at=_MOMENT,
    heard_at=_MOMENT,
    ended_at=datetime(2026, 11, 18, 6, 30, 9, tzinfo=UTC),
    problem=None,
)
_KEPT = KeptArticle(
    id=813,
    article_id=812,
    version=1,
    current=True,
    same_text_as=None,
    added_at=_MOMENT,
    article=_ARTICLE,
    statement_ids=(4711,),
    identity_ids=(17,),
    human=frozenset(),
)
_FAILED = FailedSource(
    _FAILURE.source, "FetchError", _FAILURE.problem, _FAILURE.advice, _MOMENT, _MOMENT, 1
)


_SAID = Utterance(
    number=4711,
    wordings=(
        Wording(
            found=_FOUND,
            earliest=True,
            fullest=True,
            translation=False,
            source=813,
            comparison=None,
            pieces=(
                Piece(
                    change=Change.SAME,
                    words=_FOUND.quote,
                    fullest_words=_FOUND.quote,
                    span=Span(0, len(_FOUND.quote)),
                    fullest_span=Span(0, len(_FOUND.quote)),
                    drift=False,
                ),
            ),
        ),
    ),
    sources=(Source(813, (4711,), ("Deichblatt",)),),
)


def _share(what: str) -> dict[str, Any]:
    return {"what": what, "count": 12, "first": "2026-01-04", "last": "2026-11-17"}


STATEMENT = found_to_dict(_FOUND)
EXAMPLES: dict[str, Any] = {
    "found_statement": STATEMENT,
    "statements": {"statements": [STATEMENT], "after": "99154526867159"},
    "articles": {
        "articles": [
            found_article_to_dict(
                FoundArticle(813, 812, 1, None, _ARTICLE, date(2026, 11, 18), (_span("Deich"),))
            )
        ],
        "after": None,
    },
    "kept_article": kept_to_dict(_KEPT),
    "persons": {"persons": [known_person_to_dict(_HARMS)], "after": None},
    "dossier": {
        "person": known_person_to_dict(_HARMS),
        "positions": None,
        "months": {"2026-10": 7, "2026-11": 24},
        "roles": [_share("Hafenmeisterin")],
        "offices": [_share("Hafenmeisterin")],
        "outlets": [_share("Deichblatt")],
        "addressees": [],
        "acts": [_share("asserts")],
        "latest": [STATEMENT],
        "earliest": [STATEMENT],
        "conditions": [],
        "denials": [],
    },
    "utterance": utterance_to_dict(_SAID),
    "proposals": {
        "proposals": [
            proposal_to_dict(Proposal(_HARMS, _HARM, 0.62, ("+ family.same: Harms = Harms",)))
        ]
    },
    "person_number": {"id": 17},
    "read_article": {"article": article_to_dict(_ARTICLE)},
    "job": job_to_dict(_JOB),
    "jobs": {"jobs": [job_summary(_JOB)], "after": None},
    "failed_sources": {"failed": [failed_to_dict(_FAILED)]},
    "forgotten": {"forgotten": 1},
}
"""By the name of the schema that each follows."""
