"""Copies of a record, which either database takes back."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Table, insert, select

from wortlaut._exceptions import RecordError, RecordRefused
from wortlaut.record._changes import set_change_mark
from wortlaut.record._connections import Database
from wortlaut.record._filling import fill_in
from wortlaut.record._index_entries import article_entry, statement_entry
from wortlaut.record._mentions import note_all_mentions
from wortlaut.record._migrating import LINKED, MENTIONED, NEWEST, begin_anew, go_on_to_newest
from wortlaut.record._overwriting import refuse_record
from wortlaut.record._reading_back import in_utc, versions_with_statements
from wortlaut.record._relinking import link_all
from wortlaut.record._rows import outlet_of
from wortlaut.record._schema import (
    appearance,
    article,
    article_version,
    failed_source,
    feed,
    growth,
    identity,
    identity_key,
    job,
    job_source,
    mention,
    metadata,
    numbering,
    outlet,
    person,
    proposal,
    role,
    ruling,
    statement,
)
from wortlaut.record._stored_form import article_from_stored, statement_from_stored
from wortlaut.record._tallies import tally_anew
from wortlaut.record._word_index import insert_article_entries, insert_statement_entries

_TABLES = (
    *(outlet, role, person, article, article_version),
    *(identity, identity_key, appearance, proposal, ruling),
    *(statement, mention, failed_source, feed, job, job_source),
)
_ALL_TABLES = (*_TABLES, growth, numbering)
_AT_ONCE = 500
_NAME = "wortlaut record"


def back_up(database: Database, file: Path) -> int:
    """Write all of a record to `file` as gzipped lines of JSON; returns the number of rows.

    The form is the same for both databases, so that a record can move from one to the
    other. The file is whole or not there.

    Raises `RecordError` where the file cannot be written, or is a record.
    """
    refuse_record(file)
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    rows = 0
    try:
        with database.reading() as connection, gzip.open(beside, "wt", 6, "utf-8") as lines:
            head = {
                "form": _NAME,
                "revision": NEWEST,
                "version": version("wortlaut"),
                "at": datetime.now(UTC).isoformat(),
                "columns": {table.name: list(table.columns.keys()) for table in _ALL_TABLES},
            }
            lines.write(json.dumps(head) + "\n")
            for table, row in _all_rows(connection):
                lines.write(json.dumps([table, row], default=_plain, ensure_ascii=False) + "\n")
                rows += 1
            lines.write(json.dumps({"rows": rows}) + "\n")
        _onto_disk(beside, file)
    except OSError as error:
        raise RecordError(
            str(file), f"cannot be written ({error.strerror})", "name another file"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
    return rows


def restore(database: Database, file: Path) -> int:
    """Fill an empty record from what `back_up` wrote; returns the number of rows.

    All of it goes in or nothing. What an older version wrote is brought up to date. The
    indexes of words are made anew.

    Raises `RecordError` where the record is not empty or the file is no whole backup, and
    `RecordRefused` where a newer version wrote it.
    """
    try:
        with gzip.open(file, "rt", encoding="utf-8") as lines, database.writing() as connection:
            if any(connection.execute(select(table).limit(1)).first() for table in _TABLES):
                raise RecordError(
                    database.name, "is not empty", "restore into a new record, named by --record"
                )
            revision, rows = _take_in(connection, lines, file)
            _index_anew(connection)
            if revision < LINKED:
                link_all(connection)
            if revision < MENTIONED:
                note_all_mentions(connection)
            fill_in(connection)
            tally_anew(connection)
            set_change_mark(connection)
            return rows
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise RecordError(
            str(file), f"is no whole backup of a record ({error})", "name another file"
        ) from error


def _all_rows(connection: Connection) -> Iterator[tuple[str, list[Any]]]:
    for table in _ALL_TABLES:
        key = table.primary_key.columns[0]
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(
            select(table).order_by(key)
        ):
            yield table.name, list(row)


def _take_in(connection: Connection, lines: Any, file: Path) -> tuple[str, int]:
    """The revision of the backup, and how many rows it held."""
    head = _head(next(lines, "null"), file)
    is_older = head["revision"] != NEWEST
    # Older rows go into the tables that they were taken from, and take the way that a record
    # of that age takes when it is opened.
    tables = (begin_anew(connection, head["revision"]) if is_older else metadata).tables
    connection.execute(tables[numbering.name].delete())
    # Backups had no names of columns at first, and have the first tables' order then.
    columns = head.get("columns") or {}
    waiting: list[dict[str, Any]] = []
    last = ""
    for count, line in enumerate(lines):
        value = json.loads(line)
        if isinstance(value, dict):
            _insert(connection, tables, last, waiting)
            if value["rows"] != count:
                raise ValueError(f"it holds {count} rows of {value['rows']}")
            if is_older:
                go_on_to_newest(connection)
            return head["revision"], count
        name, row = value
        if name != last or len(waiting) == _AT_ONCE:
            _insert(connection, tables, last, waiting)
            waiting = []
        last = name
        waiting.append(_columns(tables[name], columns.get(name), row))
    raise ValueError("it breaks off")


def _head(line: str, file: Path) -> dict[str, Any]:
    head = json.loads(line)
    if (
        not isinstance(head, dict)
        or head.get("form") != _NAME
        or not isinstance(head.get("revision"), str)
    ):
        raise ValueError("its first line is not that of one")
    if head["revision"] > NEWEST:
        raise RecordRefused(
            str(file),
            f"was written by Wortlaut {head.get('version', 'of a later time')}, which is newer",
            "upgrade with `pip install --upgrade wortlaut`",
        )
    return head


def _columns(table: Table, names: Sequence[str] | None, row: list[Any]) -> dict[str, Any]:
    result = {}
    for name, value in zip(names or table.columns.keys(), row, strict=True):
        kind = table.columns[name].type
        if value is not None and isinstance(kind, Date | DateTime):
            value = kind.python_type.fromisoformat(value)  # noqa: PLW2901
        result[name] = value
    return result


def _insert(
    connection: Connection, tables: Mapping[str, Table], name: str, rows: list[dict[str, Any]]
) -> None:
    if rows:
        connection.execute(insert(tables[name]), rows)


def _index_anew(connection: Connection) -> None:
    for row_of_version, statements in versions_with_statements(connection):
        whole = article_from_stored(row_of_version.text, row_of_version.form, [])
        named = outlet_of(whole)
        insert_article_entries(connection, [(row_of_version.place, article_entry(whole, named))])
        insert_statement_entries(
            connection,
            [
                (
                    row.place,
                    statement_entry(
                        whole,
                        statement_from_stored(whole.text, row.form),
                        named,
                        human=row.human,
                    ),
                )
                for row in statements
            ],
        )


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return in_utc(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no form for {type(value)}")


def _onto_disk(beside: Path, file: Path) -> None:
    with beside.open("rb") as written:
        os.fsync(written.fileno())
    beside.replace(file)
