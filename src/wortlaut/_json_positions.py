"""What people said on a topic as JSON, one form wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortlaut._json_found import found_to_dict
from wortlaut._json_people import known_person_to_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.record import ComparedPositions, Opposed, Position, Positions


def positions_to_dict(positions: Positions) -> dict[str, Any]:
    """One person's statements on a topic, and what to look at twice."""
    return {
        "person": known_person_to_dict(positions.person),
        **_rest(positions.topic, positions.positions, positions.questions, positions.more),
    }


def compared_to_dict(compared: ComparedPositions) -> dict[str, Any]:
    """Two persons' statements on a topic, and where they seem to differ."""
    return {
        "one": known_person_to_dict(compared.one),
        "other": known_person_to_dict(compared.other),
        **_rest(compared.topic, compared.positions, compared.questions, compared.more),
    }


def _rest(
    topic: str, positions: Sequence[Position], questions: Sequence[Opposed], more: bool
) -> dict[str, Any]:
    return {
        "topic": topic,
        "statements": [
            {
                **found_to_dict(each.found),
                "person_id": each.person,
                "came": each.came.value,
                "nearness": round(each.nearness, 3),
                "wordings": each.wordings,
                "utterance": each.utterance,
            }
            for each in positions
        ],
        "questions": [
            {
                "earlier": each.earlier,
                "later": each.later,
                "grounds": [ground.value for ground in each.grounds],
                "nearness": round(each.nearness, 3),
                "reason": each.reason,
            }
            for each in questions
        ],
        "more": more,
    }
