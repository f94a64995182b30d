"""What annotation tools do to what they are given."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any


def without_statement(data: bytes, name: str, number: int) -> bytes:
    """What comes back when a person took a statement out, its parts with it."""
    if name == "webannotation":
        page = json.loads(data)
        page["items"] = [
            item for item in page["items"] if f"#statement-{number}" not in json.dumps(item)
        ]
        return json.dumps(page).encode()
    if name == "labelstudio":
        (task,) = json.loads(data)
        (prediction,) = task.pop("predictions")
        kept = [
            each for each in prediction["result"] if f'"statement-{number}' not in json.dumps(each)
        ]
        task["annotations"] = [{"id": 7, "was_cancelled": False, "result": kept}]
        return json.dumps([task]).encode()
    return _changed_cas(data, number)


def with_own_statement(data: bytes, name: str) -> bytes:
    """What comes back where the third statement is a person's own: two went out."""
    if name == "webannotation":
        return data.replace(b"#statement-3", b"#mine").replace(b"#1-3", b"#1-2")
    if name == "labelstudio":
        return data.replace(b'"statement-3', b'"aB3').replace(b'"1-3"', b'"1-2"')

    def unnumbered(cas: Any) -> None:
        for each in cas["%FEATURE_STRUCTURES"]:
            if each.get("number") == 3:
                del each["number"]

    return _each_cas(data, unnumbered, told="statements_1-2")


def with_states(data: bytes, states: Mapping[str, str]) -> bytes:
    """The same with other states of its statements, as a tool keeps those that it was given."""

    def replaced(content: bytes) -> bytes:
        for new, old in states.items():
            content = content.replace(new.encode(), old.encode())
        return content

    if not data.startswith(b"PK"):
        return replaced(data)
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for entry in before.namelist():
            after.writestr(entry, replaced(before.read(entry)))
    return result.getvalue()


def _changed_cas(data: bytes, number: int) -> bytes:
    def taken_out(cas: Any) -> None:
        structures = cas["%FEATURE_STRUCTURES"]
        gone = {each["%ID"] for each in structures if each.get("number") == number}
        cas["%FEATURE_STRUCTURES"] = [each for each in structures if each["%ID"] not in gone]
        for view in cas["%VIEWS"].values():
            view["%MEMBERS"] = [each for each in view["%MEMBERS"] if each not in gone]

    return _each_cas(data, taken_out)


def _each_cas(data: bytes, change: Callable[[Any], None], *, told: str = "statements_1-3") -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for entry in before.namelist():
            if not entry.endswith(".json"):
                continue
            cas = json.loads(before.read(entry))
            change(cas)
            after.writestr(entry.replace("statements_1-3", told), json.dumps(cas))
    return result.getvalue()
