"""Label Studio: a task for each article, its statements as predictions, and corrections back.

A quotation is a region labelled with its type; the words that name its speaker and so on are
regions labelled with their role, and a relation leads from the quotation to each of them.
Further labels belong to the quotation's region: choices, and text areas where they are free.
`LABELING_CONFIG` is the project's labeling interface that shows all this.

Regions count Unicode code points, as Label Studio has done since its frontend stored "code
points instead of js length"; what an older one counted is found again by its words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, BinaryIO
from xml.sax.saxutils import quoteattr

from wortlaut._exceptions import ExchangeError
from wortlaut.exchange._anchoring import anchored
from wortlaut.exchange._annotated import LABELS, QUOTE, ROLES, Annotated, annotated
from wortlaut.exchange._corrections import Returned
from wortlaut.exchange._json_values import compact
from wortlaut.exchange._naming import Key, as_ranges, from_ranges
from wortlaut.model import Article, QuotationType, Span

MODEL = "wortlaut"
_MORE = "more of the quotation"
_REGION = re.compile(r"statement-(\d{1,6})")
_AGAIN = "export the annotations from Label Studio as JSON (not JSON-MIN) and give that file"

_Object = Mapping[str, Any]


def _labeling_config() -> str:
    types = "\n".join(f"    <Label value={quoteattr(kind)}/>" for kind in QuotationType)
    roles = "\n".join(f"    <Label value={quoteattr(role)}/>" for role in (*ROLES, _MORE))
    controls = []
    for name, values in LABELS.items():
        shown = f'name="{name}" toName="text" perRegion="true" whenTagName="quotation"'
        if name == "type":
            continue
        if values is None:
            controls.append(f'  <TextArea {shown} placeholder="{name}" maxSubmissions="1"/>')
        else:
            choices = "".join(f"<Choice value={quoteattr(value)}/>" for value in values)
            controls.append(f"  <Choices {shown}>{choices}</Choices>")
    return "\n".join(
        [
            "<View>",
            f'  <Labels name="quotation" toName="text">\n{types}\n  </Labels>',
            f'  <Labels name="role" toName="text">\n{roles}\n  </Labels>',
            '  <Text name="text" value="$text"/>',
            *controls,
            "</View>\n",
        ]
    )


LABELING_CONFIG = _labeling_config()


def written(articles: Iterable[Article], key: Key) -> Iterator[bytes]:
    """An array of tasks, one a line."""
    before = b"[\n"
    for number, article in enumerate(articles, start=1):
        yield before + compact(task(article, key(article), number))
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def task(article: Article, key: str, number: int) -> dict[str, Any]:
    """One article's task, its statements as one prediction."""
    result: list[dict[str, Any]] = []
    states: dict[str, str] = {}
    for statement in map(annotated, article.statements):
        result += _results(statement, article.text)
        states[str(statement.number)] = statement.state
    confidences = [statement.confidence for statement in article.statements]
    prediction: dict[str, Any] = {"model_version": MODEL, "result": result}
    if confidences:
        prediction["score"] = round(sum(confidences) / len(confidences), 4)
    return {
        "id": number,
        "data": {
            "text": article.text,
            "title": article.title or "",
            "article": key,
            "statements": as_ranges([statement.id for statement in article.statements]),
            "states": states,
        },
        "predictions": [prediction],
    }


def _results(statement: Annotated, text: str) -> Iterator[dict[str, Any]]:
    main = f"statement-{statement.number}"
    first, *more = statement.spans[QUOTE]
    yield _region(main, "quotation", first, text, statement.labels["type"])
    for name, values in LABELS.items():
        value = statement.labels.get(name)
        if value is None or name == "type":
            continue
        kind, field = ("textarea", "text") if values is None else ("choices", "choices")
        place = {"start": first.begin, "end": first.end, field: [value]}
        yield {"id": main, "from_name": name, "to_name": "text", "type": kind, "value": place}
    parts = [(_MORE, span) for span in more]
    parts += [(role, span) for role in ROLES for span in statement.spans.get(role, ())]
    for count, (role, span) in enumerate(parts):
        region = f"{main}-{count}"
        yield _region(region, "role", span, text, role)
        yield {"type": "relation", "from_id": main, "to_id": region, "direction": "right"}


def _region(region: str, control: str, span: Span, text: str, label: str) -> dict[str, Any]:
    return {
        "id": region,
        "from_name": control,
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": span.begin,
            "end": span.end,
            "text": span.of(text),
            "labels": [label],
        },
    }


def read(stream: BinaryIO, name: str) -> Iterator[Returned | ExchangeError]:
    """The tasks that come back: an array, or one task."""
    try:
        tasks = json.loads(stream.read())
    except (ValueError, RecursionError) as error:
        yield ExchangeError(name, f"is not JSON ({error})", _AGAIN)
        return
    for number, each in enumerate(tasks if isinstance(tasks, list) else [tasks], start=1):
        where = f"{name}:{number}"
        data = each.get("data") if isinstance(each, dict) else None
        if not isinstance(data, dict) or not isinstance(data.get("text"), str):
            yield ExchangeError(where, "is no task with a text", _AGAIN)
            continue
        key = data.get("article")
        result = _latest(each)
        states = data.get("states")
        states = states if isinstance(states, dict) else {}
        yield Returned(
            where=where,
            key=key if isinstance(key, str) else None,
            text=data["text"],
            numbers=from_ranges(str(data.get("statements") or "")),
            annotated=partial(_statements, result, states),
        )


def _latest(task_: _Object) -> list[_Object]:
    """The results of the last annotation that was not cancelled, or of the prediction."""
    for name in ("annotations", "predictions"):
        given = task_.get(name)
        given = given if isinstance(given, list) else []
        for each in reversed([item for item in given if isinstance(item, dict)]):
            if not each.get("was_cancelled") and isinstance(each.get("result"), list):
                return [result for result in each["result"] if isinstance(result, dict)]
    return []


def _statements(results: Sequence[_Object], states: _Object, text: str) -> list[Annotated]:
    regions = {str(each.get("id")): each for each in results if each.get("type") == "labels"}
    labels: dict[str, dict[str, str]] = {}
    for each in results:
        if each.get("type") in ("choices", "textarea") and each.get("from_name") in LABELS:
            value = _first(each, "choices") or _first(each, "text")
            if value:
                labels.setdefault(str(each.get("id")), {})[str(each["from_name"])] = value
    linked: dict[str, list[str]] = {}
    for each in results:
        if each.get("type") == "relation":
            one, other = str(each.get("from_id")), str(each.get("to_id"))
            if _is_quotation(regions.get(other)) and not _is_quotation(regions.get(one)):
                one, other = other, one
            linked.setdefault(one, []).append(other)
    found = []
    for region, each in regions.items():
        if not _is_quotation(each):
            continue
        spans: dict[str, list[Span]] = {QUOTE: [_span(each, text)]}
        for other in linked.get(region, ()):
            role = _first(regions[other], "labels") if other in regions else None
            if role is not None:
                place = QUOTE if role == _MORE else role
                spans.setdefault(place, []).append(_span(regions[other], text))
        number = _REGION.fullmatch(region)
        state = states.get(number[1]) if number else None
        found.append(
            Annotated(
                int(number[1]) if number else None,
                {name: tuple(sorted(set(each_))) for name, each_ in spans.items()},
                {**labels.get(region, {}), "type": _first(each, "labels") or ""},
                state if isinstance(state, str) else None,
            )
        )
    return found


def _is_quotation(region: _Object | None) -> bool:
    return region is not None and _first(region, "labels") in tuple(QuotationType)


def _first(result: _Object, field: str) -> str | None:
    value = result.get("value")
    values = value.get(field) if isinstance(value, dict) else None
    if isinstance(values, list):
        values = next(iter(values), None)
    return values if isinstance(values, str) and values.strip() else None


def _span(region: _Object, text: str) -> Span:
    value = region.get("value") or {}
    begin, end, words = value.get("start"), value.get("end"), value.get("text")
    return anchored(
        text,
        begin=begin if isinstance(begin, int) else None,
        end=end if isinstance(end, int) else None,
        words=words if isinstance(words, str) else None,
    )
