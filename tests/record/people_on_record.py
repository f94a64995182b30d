"""Articles in which people speak, and who is who on a record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, insert, select

from tests.record.written_record import article, said
from wortlaut.linking import Identity
from wortlaut.model import Article
from wortlaut.record import Record
from wortlaut.record._address import record_url
from wortlaut.record._backup import _TABLES
from wortlaut.record._connections import Database
from wortlaut.record._linking import select_appearances
from wortlaut.record._migrating import _MIGRATIONS
from wortlaut.record._profiles import identity_from_row
from wortlaut.record._schema import (
    article_version,
    identity,
    identity_key,
    numbering,
    proposal,
    ruling,
    statement,
)


def speech(
    number: int | str,
    name: str,
    role: str = "",
    *,
    year: int = 2022,
    beside: str = "",
    outlet: str = "Deichblatt",
) -> Article:
    """An article at its own address in which somebody speaks, and perhaps somebody else."""
    text = f"{role} {name} sagte: „Der Deich hält.“".strip()
    sayings = [said("Der Deich hält", person=name, role=role or None)]
    if beside:
        text += f" {beside} sagte: „Er wird erhöht.“"
        sayings.append(said("Er wird erhöht", person=beside))
    return article(
        text,
        *sayings,
        url=f"https://x.example/{number}",
        published=date(year, 7, 1),
        outlet=outlet,
    )


def who_is_who(record: Record) -> dict[str, Any]:
    """All that linking has made of the record: identities, appearances, proposals, statements."""
    with record._database.reading() as connection:
        identities = connection.execute(select(identity).order_by(identity.c.id)).all()
        live: list[Identity] = [identity_from_row(row) for row in identities]
        return {
            "identities": [
                (whole, row.merged_into) if row.merged_into is None else (row.id, row.merged_into)
                for whole, row in zip(live, identities, strict=True)
            ],
            "keys": sorted(map(tuple, connection.execute(select(identity_key)))),
            "appearances": [
                (row.version_id, row.name, row.identity_id, row.current, row.why, row.form)
                for row in connection.execute(select_appearances())
            ],
            "proposals": sorted(map(tuple, connection.execute(select(proposal)))),
            "rulings": [
                (row.one, row.other, row.same)
                for row in connection.execute(select(ruling).order_by(ruling.c.id))
            ],
            "statements": sorted(
                map(
                    tuple,
                    connection.execute(
                        select(statement.c.version_id, statement.c.number, statement.c.identity_id)
                    ),
                )
            ),
        }


def names_of(record: Record) -> dict[int, set[str]]:
    """The names of everybody on record."""
    return {each.id: {name for name, _ in each.names} for each in record.people()}


FIRST_NUMBERED = (
    "article",
    "article_version",
    "failed_source",
    "outlet",
    "person",
    "role",
    "statement",
)
"""What was numbered in records of revision 0001."""


def make_older(place: str, articles: list[Article], beside: Path) -> None:
    """A record of revision 0001 at `place`, which knows no identities, nor any words."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    database = Database(record_url(place))
    with Record(beside) as source:
        list(source.add_many(articles))
        with source._database.reading() as read, database.writing() as written:
            config = Config()
            config.set_main_option("script_location", str(_MIGRATIONS))
            config.attributes["connection"] = written
            command.upgrade(config, "0001")
            written.execute(numbering.delete())
            older = MetaData()
            older.reflect(written)
            for table in (*_TABLES, numbering):
                if table.name not in older.tables:
                    continue
                then = older.tables[table.name].columns
                columns = [column for column in table.columns if column.name in then]
                rows = [
                    row._asdict()
                    for row in read.execute(select(*columns))
                    if table is not numbering or row.name in FIRST_NUMBERED
                ]
                if rows:
                    written.execute(insert(table), rows)
            assert written.execute(select(article_version.c.id)).first() is not None
    database.close()
