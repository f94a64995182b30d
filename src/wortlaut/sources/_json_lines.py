"""JSON Lines to articles: one article a line, and each bad line an error of its own.

A line is an object with `text` (or `originalText`, as annotated corpora call it) or `html`;
it may give `title`, `authors`, `outlet`, `url`, `published` (ISO 8601) and `language`, and
these then count more than what the text or the page says. Other fields, `id` among them, are
left aside: an article is known by its source, `FILE:LINE`. What Wortlaut wrote itself with
`--json` comes back with every field as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from wortlaut._exceptions import DamagedSource, EmptySource, SourceError, SourceTooLarge
from wortlaut._json_form import article_from_dict
from wortlaut.model import Article
from wortlaut.sources._decoding import decode_line

LINE_LIMIT = 64 * 2**20
"""Bytes of a line, that is of an article with its statements."""

_BOM = b"\xef\xbb\xbf"
_OWN_FORM = "schema_version"
_TEXT_FIELDS = ("text", "originalText")
_LONGEST_SHOWN = 60

_BROKEN_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_BROKEN = re.compile("[\0\ud800-\udfff]")

Build = Callable[..., Article]
"""`article_from_text` or `article_from_html`."""
OtherForm = Callable[[dict[str, Any], str], Article | None]
"""The article of an object of another form, from its source; None where it is of no such form."""


def articles_from_lines(
    pieces: Iterable[bytes],
    *,
    source: str,
    from_text: Build,
    from_html: Build,
    from_other: OtherForm | None = None,
    line_limit: int = LINE_LIMIT,
) -> Iterator[Article | SourceError]:
    """An article or an error for each line that is not blank, in order, as they come.

    `from_text(text, source=, url=)` and `from_html(markup, url=, source=)` build the articles,
    `from_other` those of objects that have neither text nor HTML in a field of that name.
    Lines are counted from 1; the third one's source is `SOURCE:3`. An error that is raised
    by `pieces` itself comes last, after what could be read before it.
    """
    empty = True
    number = 0
    try:
        for number, line in enumerate(_lines(pieces, line_limit), start=1):
            # At any line, for files that were joined with `cat` bring their marks along.
            content = None if line is None else line.removeprefix(_BOM).strip()
            if content == b"":
                continue
            empty = False
            build = _Builders(from_text, from_html, from_other)
            yield _article_or_error(content, f"{source}:{number}", build, line_limit)
    except SourceError as error:
        after = f" after line {number}" if number else ""
        yield type(error)(source, error.problem + after, error.advice)
        return
    if empty:
        yield EmptySource(source, "holds no article", "write one JSON object a line")


def _lines(pieces: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines without their ends; None for one longer than `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    for piece in pieces:
        *ended, rest = piece.split(b"\n")
        for end in ended:
            yield b"".join((*parts, end)) if size + len(end) <= limit else None
            parts, size = [], 0
        size += len(rest)
        if size <= limit:
            parts.append(rest)
        else:
            parts.clear()  # of a line that is too long, its length is all that is kept
    if size:
        yield b"".join(parts) if size <= limit else None


@dataclass(frozen=True, slots=True)
class _Builders:
    from_text: Build
    from_html: Build
    from_other: OtherForm | None


def _article_or_error(
    line: bytes | None, source: str, build: _Builders, limit: int
) -> Article | SourceError:
    if line is None:
        return SourceTooLarge(
            source, f"the line holds more than {limit / 2**20:g} MiB", "split the article"
        )
    try:
        return _article(line, source, build)
    except SourceError as error:
        return error


def _article(line: bytes, source: str, build: _Builders) -> Article:
    decoded = decode_line(line)
    warnings = [*decoded.warnings]
    fields = _object(decoded.text, source)
    if _BROKEN_ESCAPE.search(decoded.text):
        mended = _mended(fields)
        if mended != fields:
            warnings.append("NUL or half surrogate characters stand in the line; each reads \ufffd")
        fields = mended
    if _OWN_FORM in fields:
        article = _own(fields, source)
    else:
        article = _of_other_form(fields, source, build) or _foreign(fields, source, build, warnings)
    return replace(article, warnings=(*warnings, *article.warnings)) if warnings else article


def _object(line: str, source: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        problem = f"is not JSON ({error.msg}, column {error.colno})"
    except (ValueError, RecursionError) as error:  # numbers too long, brackets too deep
        problem = f"is not JSON that can be read ({error})"
    else:
        if isinstance(fields, dict):
            return fields
        problem = "is JSON, but no object"
    raise DamagedSource(source, problem, "write each article as a JSON object on one line")


def _mended(value: Any) -> Any:
    """The same JSON value without characters that no text file could carry.

    Each is replaced by one other, so that offsets stay as they were.
    """
    if isinstance(value, str):
        return _BROKEN.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {key: _mended(item) for key, item in value.items()}
    return value


def _own(fields: dict[str, Any], source: str) -> Article:
    try:
        article = article_from_dict(fields)
    except ValueError as error:
        raise DamagedSource(
            source, str(error), "write it anew with `wortlaut read --json`"
        ) from error
    if not article.text.strip():
        raise _empty(source)
    return article if article.source else replace(article, source=source)


def _of_other_form(fields: dict[str, Any], source: str, build: _Builders) -> Article | None:
    if build.from_other is None or not fields.keys().isdisjoint((*_TEXT_FIELDS, "html")):
        return None
    return build.from_other(fields, source)


def _foreign(fields: dict[str, Any], source: str, build: _Builders, warnings: list[str]) -> Article:
    contents = [(name, fields.get(name)) for name in (*_TEXT_FIELDS, "html")]
    found = [(name, value) for name, value in contents if value is not None]
    if not found:
        raise DamagedSource(
            source, "has no field `text` or `html`", "give the article in a field of that name"
        )
    for name, value in found:
        if not isinstance(value, str):
            raise DamagedSource(
                source, f"its `{name}` is no string", "give the article as a string"
            )
    name, content = next((pair for pair in found if pair[1].strip()), ("", ""))
    if not content:
        raise _empty(source)
    given = {
        field: value
        for field, read in _OPTIONAL.items()
        if (value := _optional(fields, field, read, warnings)) is not None
    }
    from_content = build.from_html if name == "html" else build.from_text
    return replace(from_content(content, source=source, url=given.get("url")), **given)


def _empty(source: str) -> EmptySource:
    return EmptySource(source, "its text is empty", "leave the line out")


def _optional(
    fields: dict[str, Any], name: str, read: Callable[[Any], Any], warnings: list[str]
) -> Any:
    """The value of a field, None with a warning where it is not of its form."""
    value = fields.get(name)
    if value in (None, "", []):
        return None
    try:
        return read(value)
    except (ValueError, TypeError):
        shown = json.dumps(value, ensure_ascii=False)
        if len(shown) > _LONGEST_SHOWN:
            shown = shown[:_LONGEST_SHOWN] + "…"
        warnings.append(f"the line's `{name}` was left out, for it is not readable: {shown}")
        return None


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value.strip()


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(_string, value)) if isinstance(value, list) else (_string(value),)


def written_date(value: object) -> date | datetime:
    """The date that an ISO 8601 string gives; raises `ValueError` or `TypeError`."""
    words = _string(value)
    if len(words) <= len("2026-11-20"):
        return date.fromisoformat(words)
    return datetime.fromisoformat(words)


def language_code(value: object) -> str:
    """The ISO 639 code of a BCP 47 tag; raises `ValueError` or `TypeError`."""
    code = _string(value).replace("_", "-").partition("-")[0].lower()
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise ValueError(code)
    return code


_OPTIONAL: dict[str, Callable[[Any], Any]] = {
    "title": _string,
    "authors": _strings,
    "outlet": _string,
    "url": _string,
    "published": written_date,
    "language": language_code,
}
