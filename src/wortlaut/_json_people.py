"""People on record as JSON, one form wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wortlaut.record import KnownPerson, Proposal


def known_person_to_dict(person: KnownPerson) -> dict[str, Any]:
    """Somebody on record, with their names and roles."""
    return {
        "id": person.id,
        "name": person.name,
        "kind": person.kind.value,
        "statements": person.statements,
        "articles": person.articles,
        "first": person.first and person.first.isoformat(),
        "last": person.last and person.last.isoformat(),
        "names": dict(person.names),
        "roles": [
            {
                "words": role.words,
                "articles": role.count,
                "first": role.first and role.first.isoformat(),
                "last": role.last and role.last.isoformat(),
                "outlets": list(role.outlets),
            }
            for role in person.roles
        ],
    }


def proposal_to_dict(proposal: Proposal) -> dict[str, Any]:
    """Two who may be one person."""
    return {
        "one": known_person_to_dict(proposal.one),
        "other": known_person_to_dict(proposal.other),
        "confidence": proposal.confidence,
        "why": list(proposal.why),
    }
