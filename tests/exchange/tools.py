"""What annotation tools do to what they are given."""

from __future__ import annotations

import io
import json
import zipfile


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


def _changed_cas(data: bytes, number: int) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(result, "w") as after:
        for entry in before.namelist():
            cas = json.loads(before.read(entry))
            gone = {
                each["%ID"]
                for each in cas["%FEATURE_STRUCTURES"]
                if each["%TYPE"] == "webanno.custom.Statement" and each["number"] == number
            }
            cas["%FEATURE_STRUCTURES"] = [
                each for each in cas["%FEATURE_STRUCTURES"] if each["%ID"] not in gone
            ]
            for view in cas["%VIEWS"].values():
                view["%MEMBERS"] = [each for each in view["%MEMBERS"] if each not in gone]
            after.writestr(entry, json.dumps(cas))
    return result.getvalue()
