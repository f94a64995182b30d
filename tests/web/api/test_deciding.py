"""What people decide over HTTP."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from wortlaut.record import Filters, Record


def number_of(record: Record, name: str) -> int:
    """The number of whoever is called so."""
    (found,) = record.people(name)
    return found.id


def test_two_are_merged_and_taken_apart_again(api: TestClient, record: Record) -> None:
    """The lower number stays; a decision against an earlier one must be meant."""
    harms, ottens = number_of(record, "Harms"), number_of(record, "Ottens")
    merged = api.post(f"persons/{ottens}/merge", json={"other": harms})
    assert merged.json() == {"id": min(harms, ottens)}
    assert api.get(f"persons/{ottens}").json()["person"]["id"] == min(harms, ottens)
    again = api.post(f"persons/{ottens}/merge", json={"other": harms})
    assert again.status_code == 409


def test_two_are_kept_apart_for_good(api: TestClient, record: Record) -> None:
    """To merge them needs to be asked for anew."""
    harms, ottens = number_of(record, "Harms"), number_of(record, "Ottens")
    assert api.post(f"persons/{harms}/keep-apart", json={"other": ottens}).status_code == 204
    refused = api.post(f"persons/{harms}/merge", json={"other": ottens})
    assert refused.status_code == 409
    assert "anew" in refused.json()["advice"]
    meant = api.post(f"persons/{harms}/merge", json={"other": ottens, "anew": True})
    assert meant.status_code == 200


def test_a_person_who_is_not_there_cannot_be_decided_on(api: TestClient) -> None:
    """Nor can articles in which they do not speak."""
    assert api.post("persons/99/merge", json={"other": 1}).status_code == 404
    split = api.post("persons/1/split", json={"articles": ["https://kelling.example/bridge"]})
    assert split.status_code == 409
    assert split.json()["advice"]


def test_a_statement_is_confirmed_attributed_and_taken_out(api: TestClient, record: Record) -> None:
    """As the review page does it: marked as a person's."""
    assert api.put("statements/1/confirmation").status_code == 204
    assert api.get("statements/1").json()["human"]
    named = api.put("statements/3/speaker", json={"name": "Ada Lund", "kind": "human"})
    assert named.status_code == 204
    assert api.get("statements/3").json()["statement"]["person"]["name"] == "Ada Lund"
    assert record.count("", Filters(human=True)) == 2
    assert api.delete("statements/2").status_code == 204
    assert api.get("statements/2").status_code == 404
    for answer in (
        api.delete("statements/2"),
        api.put("statements/99/confirmation"),
        api.put("statements/99/speaker", json={"name": "Ada"}),
    ):
        assert answer.status_code == 404
        assert answer.json()["detail"].startswith("statement ")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"name": " "}, 422),
        ({"name": ""}, 400),
        ({"name": "Ada", "kind": "ghost"}, 400),
        ({"name": "Ada", "title": "Dr."}, 400),
        ({}, 400),
        (["Ada"], 400),
    ],
)
def test_a_speaker_that_is_none_is_refused(api: TestClient, body: object, status: int) -> None:
    """Nothing is changed by halves."""
    assert api.put("statements/1/speaker", json=body).status_code == status
    assert not api.get("statements/1").json()["human"]
