"""Statements, articles and people over HTTP: found, paged, told as the command line tells them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.record.written_record import article, said
from wortlaut._json_found import found_to_dict
from wortlaut._json_schema import article_schema
from wortlaut.exchange import FORMATS
from wortlaut.record import Record
from wortlaut.web.api._exports import _streamed


def test_statements_are_found_by_words_and_filters(api: TestClient) -> None:
    """In the form of the search view, which is that of `wortlaut search --json`."""
    found = api.get("statements", params={"q": "geräumt", "act": "denies"}).json()
    (statement,) = found["statements"]
    assert statement["statement"]["person"]["name"] == "Jann Ottens"
    assert statement["article"]["outlet"] == "Deichblatt"
    assert found["after"] is None


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 5),
        ({"person": "Harms"}, 2),
        ({"person": "#2"}, 1),
        ({"type": ["indirect", "direct"]}, 5),
        ({"type": "indirect"}, 2),
        ({"language": "en"}, 2),
        ({"outlet": "Kelling"}, 2),
        ({"begin": "2026-11-18"}, 1),
        ({"end": "2026-10-31"}, 2),
        ({"addressee": "Wiebke Harms"}, 1),
        ({"conditional": "true"}, 1),
        ({"negated": "true"}, 1),
        ({"human": "true"}, 0),
        ({"topic": "Deich"}, 3),
    ],
)
def test_every_filter_asks_for_what_it_says(
    api: TestClient, asked: dict[str, str | list[str]], number: int
) -> None:
    """Alone or together."""
    assert len(api.get("statements", params=asked).json()["statements"]) == number


def test_pages_follow_each_other_to_the_last(api: TestClient) -> None:
    """By the header `Link`, which keeps all that was asked; nothing comes twice."""
    numbers = []
    answer = api.get("statements", params={"limit": 2, "type": ["direct", "indirect"]})
    while True:
        numbers.append([each["id"] for each in answer.json()["statements"]])
        if "link" not in answer.headers:
            break
        link = answer.links["next"]["url"]
        assert "type=direct&type=indirect" in link
        assert link.startswith("http://testserver/api/v1/statements?")
        answer = api.get(link)
    assert [len(page) for page in numbers] == [2, 2, 1]
    assert len({number for page in numbers for number in page}) == 5


def test_a_statement_is_had_by_its_number(api: TestClient, record: Record) -> None:
    """As the record has it."""
    found = record.statement(1)
    assert found is not None
    assert api.get("statements/1").json() == json.loads(json.dumps(found_to_dict(found)))
    missing = api.get("statements/99")
    assert missing.status_code == 404
    assert missing.json()["detail"] == "the record has no statement 99"


def test_articles_are_found_and_had_with_all_their_texts(api: TestClient, record: Record) -> None:
    """The article itself is what `wortlaut read --json` prints."""
    (found,) = api.get("articles", params={"q": "bridge"}).json()["articles"]
    kept = api.get(f"articles/{found['id']}").json()
    assert set(kept["article"]) == set(article_schema()["properties"])
    assert kept["article"]["text"].startswith("The bridge")
    assert len(kept["statement_ids"]) == len(kept["article"]["statements"]) == 2
    record.add(
        article(
            "The bridge is open, Mara Lindqvist said.",
            said("The bridge is open", person="Mara Lindqvist"),
            url="https://kelling.example/bridge",
            language="en",
            published=date(2026, 10, 10),
        )
    )
    newer = api.get(f"articles/{found['id']}").json()
    assert (newer["version"], newer["current"]) == (2, True)
    older = api.get(f"articles/{found['id']}", params={"version": 1}).json()
    assert (older["version"], older["current"]) == (1, False)
    assert api.get(f"articles/{found['id']}", params={"version": 3}).status_code == 404


def test_people_are_found_in_any_spelling_and_told_of(api: TestClient) -> None:
    """With what they said, to whom, and in which role."""
    (harms,) = api.get("persons", params={"q": "Wiebke Harms"}).json()["persons"]
    dossier = api.get(f"persons/{harms['id']}").json()
    assert dossier["person"] == harms
    assert [each["what"] for each in dossier["roles"]] == ["Hafenmeisterin"]
    assert dossier["months"] == {"2026-11": 2}
    assert len(dossier["latest"]) == 2
    assert dossier["positions"] is None
    positions = api.get(f"persons/{harms['id']}", params={"topic": "Flut"}).json()["positions"]
    assert "Flut" in positions["statements"][0]["statement"]["quote"][0]["text"]
    assert api.get("persons/99").status_code == 404
    names, answer = [], api.get("persons", params={"limit": 1})
    while True:
        names += [each["name"] for each in answer.json()["persons"]]
        if "next" not in answer.links:
            break
        answer = api.get(answer.links["next"]["url"])
    assert sorted(names) == ["Jann Ottens", "Mara Lindqvist", "Wiebke Harms"]


def test_statements_are_found_by_their_meaning(api: TestClient) -> None:
    """In the other language too; a filter applies."""
    found = api.get("like", params={"text": "the dyke holds", "limit": 2}).json()
    assert found["statements"][0]["statement"]["quote"][0]["text"] == "„Der Deich hält.“"
    assert found["statements"][0]["score"] >= found["statements"][1]["score"]
    english = {"text": "the dyke holds", "language": "en"}
    others = api.get("like", params=english).json()["statements"]
    assert {each["article"]["language"] for each in others} == {"en"}
    assert api.get("like", params={"text": "!"}).status_code == 422
    assert api.get("like").status_code == 400


def test_an_utterance_is_had_by_any_of_its_statements(api: TestClient, record: Record) -> None:
    """With all wordings, held against the fullest."""
    record.add(
        article(
            "Harms: „Der Deich hält.“ Das sagte sie am Dienstag.",
            said("„Der Deich hält.“", person="Wiebke Harms", on=date(2026, 11, 17)),
            url="https://husum.example/deich",
            outlet="Husumer Bote",
        )
    )
    found = api.get("statements/6").json()
    assert (found["utterance_id"], found["wordings"]) == (1, 2)
    for number in (1, 6):
        utterance = api.get(f"utterances/{number}").json()
        assert utterance["id"] == 1
        assert [each["found"]["id"] for each in utterance["wordings"]] == [1, 6]
        assert not utterance["drifts"]
    assert api.get("utterances/99").status_code == 404


def test_what_has_not_changed_is_not_sent_again(api: TestClient, record: Record) -> None:
    """Until something in the record changes."""
    for path in ("statements", "statements/1", "articles", "articles/1", "persons", "persons/1"):
        answer = api.get(path)
        tag = answer.headers["etag"]
        assert tag.startswith('W/"')
        for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = api.get(path, headers={"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert api.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200
    tag = api.get("statements").headers["etag"]
    record.confirm(1)
    assert api.get("statements", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({"limit": "0"}, "query.limit"),
        ({"limit": "101"}, "query.limit"),
        ({"limit": "1.0"}, "query.limit"),
        ({"type": "whispered"}, "query.type.0"),
        ({"begin": "gestern"}, "query.begin"),
        ({"begin": "1577836800"}, "query.begin"),
        ({"end": "2026-02-30"}, "query.end"),
        ({"negated": "vielleicht"}, "query.negated"),
        ({"q": "a\0b"}, "query.q"),
        ({"person": ""}, "query.person"),
        ({"language": "deutsch"}, "query.language"),
    ],
)
def test_what_is_no_value_is_refused_with_its_name(
    api: TestClient, asked: dict[str, str], where: str
) -> None:
    """As problem details that say what to do."""
    answer = api.get("statements", params=asked)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["title"] == "The request was not understood"
    assert [each["where"] for each in problem["errors"]] == [where]
    assert where in problem["detail"]
    assert problem["advice"]


@pytest.mark.parametrize("asked", [{"q": '"'}, {"after": "x"}, {"person": "!"}, {"q": "(a"}])
def test_what_means_nothing_is_refused(api: TestClient, asked: dict[str, str]) -> None:
    """Though it is of the right form."""
    answer = api.get("statements", params=asked)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/api#not-usable"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_exported(api: TestClient, record: Record, name: str) -> None:
    """As a stream of what `wortlaut export` writes."""
    answer = api.get(f"exports/{name}", params={"person": "Harms"})
    assert answer.status_code == 200
    assert f'filename="wortlaut{FORMATS[name].suffix}"' in answer.headers["content-disposition"]
    if name == "cas":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert len(archive.namelist()) == 2
    elif name == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert [row["person"] for row in rows] == ["Wiebke Harms"] * 2
    elif name == "jsonl":
        (line,) = answer.content.splitlines()
        assert len(json.loads(line)["statements"]) == 2
    else:
        assert b"Deich" in answer.content
    tag = answer.headers["etag"]
    again = api.get(f"exports/{name}", headers={"If-None-Match": tag})
    assert again.status_code == 304


def test_an_export_that_means_nothing_is_refused_before_it_begins(api: TestClient) -> None:
    """Not in the middle of the stream."""
    assert api.get("exports/csv", params={"q": '"'}).status_code == 422
    assert api.get("exports/docx").status_code == 400


def test_an_export_lets_go_of_the_record_when_the_client_goes(record: Record) -> None:
    """In the middle of it."""
    pieces = record.export("jsonl")
    first = next(pieces)
    pool: Any = record._database.engine.pool
    assert pool.checkedout() == 1

    async def go_away() -> None:
        stream = _streamed(pieces, first)
        async for piece in stream:
            assert piece == first
            break
        await stream.aclose()  # type: ignore[attr-defined]

    asyncio.run(go_away())
    assert pool.checkedout() == 0


def test_a_wrong_method_is_told_the_right_ones(api: TestClient) -> None:
    """All of them."""
    answer = api.post("statements/1", json={})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "DELETE, GET"
    assert answer.headers["content-type"] == "application/problem+json"
