"""Who is spoken about: the persons whom current statements name within their quotations.

How to ask of the table `mention`, whose rows are of current statements alone:

- Who speaks about whom in a period: `place` between `Filters.places()`, grouped by `speaker_id`
  and `person_id`. The table is kept in the order of places, so that this reads the period's rows
  in one go and no statement.
- Who speaks about a person: `person_id` among theirs, grouped by `speaker_id`; the index
  `ix_mention_person_id` has all three columns.
- About whom a person speaks: the places of their statements (`ix_statement_dossier`), joined to
  `mention` by place.

Both numbers are of `person`: a name and a kind, as articles give them. `identities_of` in
`_whose_names` tells whose such names are, and is to be asked once the rows are counted, of the few
that are shown. A speaker's name may be several people's; `statement.identity_id` tells which, by a
join on place.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from wortlaut.record._appearances import PersonKey
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._inserting import insert_rows
from wortlaut.record._many import is_among
from wortlaut.record._schema import mention, person, statement
from wortlaut.record._stored_form import storable

_AT_ONCE = 2_000


def insert_mentions(
    connection: Connection, rows: Iterable[tuple[int, int | None, Iterable[int]]]
) -> None:
    """Write the persons that current statements name: place, speaker, and whom."""
    insert_rows(
        connection,
        mention,
        [
            {"place": place, "person_id": person_id, "speaker_id": speaker}
            for place, speaker, persons in rows
            for person_id in persons
        ],
    )


def delete_mentions(connection: Connection, places: Sequence[int]) -> None:
    """Forget whom these statements name, as they are current no longer."""
    if places:
        connection.execute(delete(mention).where(is_among(connection, mention.c.place, places)))


def delete_mentions_of_versions(connection: Connection, versions: Sequence[int]) -> None:
    """The same for all statements of these versions."""
    of_versions = select(statement.c.place).where(
        is_among(connection, statement.c.version_id, versions)
    )
    connection.execute(delete(mention).where(mention.c.place.in_(of_versions)))


def note_all_mentions(connection: Connection) -> None:
    """Fill the table from the stored statements of a record that had none."""
    dictionaries = Dictionaries()
    columns = statement.c
    last = 0
    while True:
        rows = connection.execute(
            select(columns.id, columns.place, columns.person_id, columns.form)
            .where(columns.id > last, columns.current)
            .order_by(columns.id)
            .limit(_AT_ONCE)
        ).all()
        about = {row.id: _mentioned_in_form(row.form) for row in rows}
        numbers = dictionaries.persons(connection, (key for keys in about.values() for key in keys))
        insert_mentions(
            connection,
            ((row.place, row.person_id, [numbers[key] for key in about[row.id]]) for row in rows),
        )
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1].id


def mentions_at(
    connection: Connection, places: Sequence[int]
) -> dict[int, set[tuple[PersonKey, int | None]]]:
    """Whom each of these statements names by the table, with the number of who speaks."""
    found: dict[int, set[tuple[PersonKey, int | None]]] = defaultdict(set)
    rows = connection.execute(
        select(mention.c.place, mention.c.speaker_id, person.c.name, person.c.kind)
        .join(person, person.c.id == mention.c.person_id)
        .where(is_among(connection, mention.c.place, places))
    )
    for row in rows:
        found[row.place].add(((row.name, row.kind), row.speaker_id))
    return found


def _mentioned_in_form(form: str) -> tuple[PersonKey, ...]:
    if '"about"' not in form:
        return ()
    about: list[dict[str, Any]] = json.loads(form).get("about", [])
    return tuple(dict.fromkeys((storable(each["name"]), each["kind"]) for each in about))
