"""The API's own description: whole, valid, and true of what the API does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from wortlaut._json_schema import article_schema
from wortlaut.web.api._examples import EXAMPLES
from wortlaut.web.api._schemas import component_schemas

SCHEMAS = component_schemas()


@pytest.fixture
def document(api: TestClient) -> Any:
    """The document as it is served."""
    answer = api.get("openapi.json")
    assert answer.status_code == 200
    return answer.json()


def operations(document: Any) -> Iterator[tuple[str, Any]]:
    """Every operation with its name."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield f"{method} {path}", operation


def test_it_is_an_openapi_document_of_3_1(document: Any) -> None:
    """That programs can make clients from; every operation has a name of its own."""
    assert document["openapi"].startswith("3.1")
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(names) == len(set(names)) > 15
    assert "HTTPValidationError" not in json.dumps(document)


def test_every_operation_explains_itself(document: Any) -> None:
    """With a summary, a description, a tag that is told of, and an example."""
    tags = {tag["name"] for tag in document["tags"]}
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["description"], name
        assert set(operation["tags"]) <= tags, name
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (name, parameter["name"])
        body = operation.get("requestBody")
        if body:
            media = body["content"]["application/json"]
            assert "example" in media or "examples" in media, name
        content = next(
            told.get("content", {})
            for status, told in operation["responses"].items()
            if status[0] == "2"
        )
        if content.get("application/json", {}).get("schema"):
            assert "example" in content["application/json"], name


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_follows_its_schema(name: str) -> None:
    """As they are made by the same functions as the answers, they show what is."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    Draft202012Validator(schema).validate(EXAMPLES[name])


def test_every_schema_is_one(document: Any) -> None:
    """And each reference leads to one."""
    schemas = document["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    text = json.dumps(document)
    for reference in text.split('"$ref": "')[1:]:
        place = reference.partition('"')[0]
        assert place.removeprefix("#/components/schemas/") in schemas, place


def test_a_statement_is_the_one_that_the_command_line_describes() -> None:
    """Of one form everywhere."""
    assert SCHEMAS["statement"]["required"] == article_schema()["$defs"]["statement"]["required"]


def test_problems_are_told_for_every_operation(document: Any) -> None:
    """In the form of RFC 9457."""
    for name, operation in operations(document):
        if operation["operationId"] == "openapi":
            continue
        told = operation["responses"]["400"]["content"]
        assert list(told) == ["application/problem+json"], name
