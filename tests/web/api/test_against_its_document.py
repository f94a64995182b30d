"""Schemathesis asks the API all that its document allows, and much that it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from tests.cli.scripted_reader import ScriptedReader
from tests.web.conftest import written_articles
from wortlaut.record import Record
from wortlaut.web import WebSettings, create_app
from wortlaut.web.api import _job_events

_CONFIG: dict[str, Any] = {
    "seed": 20261123,
    "generation": {
        "max-examples": 8,
        "deterministic": True,
        "database": "none",
        "mode": "all",
    },
    "phases": {"stateful": {"enabled": True, "generation": {"max-examples": 4}}},
    "checks": {
        # 422 says that what was asked is of the right form and yet means nothing: a query with a
        # quotation mark that nothing closes, an address that does not answer. No schema tells that.
        "positive_data_acceptance": {
            "expected-statuses": ["2xx", "401", "403", "404", "409", "422"]
        }
    },
}

_PYTHONS_OWN = "AST constructor recursion depth mismatch"
"""Befalls Hypothesis now and then before Python 3.11.8 (gh-106905), and says nothing of the API."""


def test_the_api_does_what_its_document_says(
    tmp_path: Path, no_network: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Statuses, media types, headers, bodies; what is wrong is refused, what is right taken.

    All checks and all phases: the document's examples, the edges of every parameter, generated
    requests, and sequences of operations that depend on each other.
    """
    monkeypatch.setattr(_job_events, "LONGEST", 0.0)
    with Record(tmp_path / "record.sqlite") as record:
        for article in written_articles():
            record.add(article)
        app = create_app(
            record,
            WebSettings(
                hosts=frozenset({"testserver", "localhost", "127.0.0.1"}),
                reads_a_minute=1_000_000,
                reader=ScriptedReader,  # type: ignore[arg-type]
            ),
        )
        asked, found = _asked(app)
    assert not found, "\n\n".join(found[:20])
    # Every operation was asked in each way.
    assert len(asked) >= 20
    assert sum(asked.values()) > 400


def _asked(app: Any) -> tuple[dict[str, int], list[str]]:
    """How many requests each operation got, and what schemathesis finds fault with."""
    config = SchemathesisConfig.from_dict(_CONFIG)
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config)
    asked: dict[str, int] = {}
    found: dict[str, None] = {}
    for event in from_schema(schema).execute():
        if isinstance(event, events.FatalError):
            raise event.exception
        if isinstance(event, events.NonFatalError) and _PYTHONS_OWN not in str(event.info):
            found[f"{event.label}: {event.info}"] = None
        if not isinstance(event, events.ScenarioFinished):
            continue
        for node in event.recorder.cases.values():
            name = node.value.operation.label
            asked[name] = asked.get(name, 0) + 1
        for case, checks in event.recorder.checks.items():
            for check in checks:
                if check.failure_info is not None:
                    label = event.recorder.cases[case].value.operation.label
                    sample = check.failure_info.code_sample
                    found[f"{label} ({check.name}): {check.failure_info.failure}\n{sample}"] = None
    return asked, list(found)
