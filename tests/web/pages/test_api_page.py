"""The page on the API: every operation, and every kind of problem where its type leads."""

from __future__ import annotations

import re
from html import escape

from fastapi.testclient import TestClient


def test_every_operation_is_explained(client: TestClient) -> None:
    """As the document has it, with an example; nothing is loaded from elsewhere."""
    page = client.get("/api").text
    document = client.get("/api/v1/openapi.json").json()
    for path, item in document["paths"].items():
        for method, operation in item.items():
            assert (
                f'<article class="operation sheet" aria-labelledby="{operation["operationId"]}">'
                in page
            )
            assert f"{method.upper()}</strong> {path}</code>" in page
            assert escape(operation["summary"], quote=False).replace("'", "&#39;") in page
    assert "Der Deich hält" in page
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []


def test_the_type_of_a_problem_leads_to_its_explanation(client: TestClient) -> None:
    """On the page, in either language."""
    problem = client.get("/api/v1/statements?limit=x").json()
    path, _, name = problem["type"].partition("#")
    for language in ("de", "en"):
        page = client.get(f"{path}?lang={language}").text
        assert f'<div id="{name}">' in page
        assert problem["title"] in page
