"""Articles into the record: each wholly or not at all, the same one only once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from wortlaut.record._appearances import PersonKey
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._grouping import align, take_in, whose_of
from wortlaut.record._index_entries import StatementEntry
from wortlaut.record._inserting import insert_rows
from wortlaut.record._known_identities import Memory
from wortlaut.record._linking import Linker
from wortlaut.record._many import is_among
from wortlaut.record._mentions import delete_mentions_of_versions, insert_mentions
from wortlaut.record._numbering import take_numbers
from wortlaut.record._rows import ArticleRows, StatementRow
from wortlaut.record._schema import article, article_version, place_of, statement
from wortlaut.record._sources import Signed, take_in_texts
from wortlaut.record._tallies import tally_articles, tally_statements
from wortlaut.record._utterance_links import Placed
from wortlaut.record._vector_blocks import insert_vectors
from wortlaut.record._word_index import insert_article_entries, insert_statement_entries
from wortlaut.record._wordings import signature_of_text, vector_of


class Added(StrEnum):
    """What adding an article did to the record."""

    NEW = "new"
    """The article was not in the record."""
    UNCHANGED = "unchanged"
    """It was, and has or had this text: nothing was done."""
    CHANGED = "changed"
    """It was, with another text: that version stays, and this one is current now."""
    SAME_TEXT = "same_text"
    """It was not, but its text was, under another address; it was added."""


@dataclass(frozen=True, slots=True)
class StatementOf:
    """A statement's row with the numbers of its version and its outlet."""

    version: int
    outlet: int | None
    row: StatementRow


@dataclass(slots=True)
class _Group:
    """The rows of several articles, numbered, ready to go in together."""

    articles: list[dict[str, Any]] = field(default_factory=list)
    versions: list[dict[str, Any]] = field(default_factory=list)
    rows: list[tuple[int, int | None, ArticleRows]] = field(default_factory=list)
    """Version number, outlet and rows of each article that goes in."""
    replaced: dict[int, int] = field(default_factory=dict)
    """By version, the one whose place it takes."""

    @property
    def superseded(self) -> list[int]:
        """The versions that are no longer current."""
        return list(self.replaced.values())

    def supersede(self, version: int, by: int) -> None:
        """Another version takes this one's place, which may itself be of this group."""
        self.replaced[by] = version
        for row in self.versions:
            if row["id"] == version:
                row["current"] = False


@dataclass(slots=True)
class _Known:
    """What the record already holds of a group's articles."""

    current: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By identity: article and current version."""
    numbers: dict[str, int] = field(default_factory=dict)
    """By identity: how many versions there are."""
    had: set[tuple[str, str]] = field(default_factory=set)
    """Identity and hash of every text that the articles have had."""
    texts: dict[str, int] = field(default_factory=dict)
    """By hash: the first version in the record that has the text."""

    def keep(self, rows: ArticleRows, article_id: int, version: int, number: int) -> None:
        """Count a version in that has just been numbered."""
        self.current[rows.identity] = (article_id, version)
        self.numbers[rows.identity] = number
        self.had.add((rows.identity, rows.text_hash))
        self.texts.setdefault(rows.text_hash, version)


def add_rows(
    connection: Connection,
    dictionaries: Dictionaries,
    memory: Memory,
    group: Sequence[ArticleRows],
) -> list[Added]:
    """Write a group of articles within the connection's transaction, in their order."""
    known = _look_up(connection, group)
    outcomes, numbered = _decide(connection, dictionaries, known, group)
    _supersede(connection, numbered.superseded)
    align(connection, numbered.superseded)
    tally_articles(
        connection, came=[row["language"] for row in numbered.versions if row["current"]]
    )
    insert_rows(connection, article, numbered.articles)
    insert_rows(connection, article_version, numbered.versions)
    take_in_texts(connection, _signed(numbered))
    insert_article_entries(
        connection,
        [(place_of(rows.day, version), rows.entry) for version, _, rows in numbered.rows],
    )
    linker = _linked(connection, dictionaries, memory, numbered)
    add_statement_rows(
        connection,
        dictionaries,
        [
            StatementOf(version, outlet, row)
            for version, outlet, rows in numbered.rows
            for row in rows.statements
        ],
        linker,
        superseded=frozenset(numbered.superseded),
    )
    return outcomes


def _signed(group: _Group) -> list[Signed]:
    return [
        Signed(row["id"], row["same_text_as"], signature_of_text(rows))
        for row, (_, _, rows) in zip(group.versions, group.rows, strict=True)
    ]


def _linked(
    connection: Connection, dictionaries: Dictionaries, memory: Memory, group: _Group
) -> Linker | None:
    """The persons of the group's articles, linked in their order."""
    found = [each for _, _, rows in group.rows for each in rows.appearances]
    if not found and not group.replaced:
        return None
    numbers = dictionaries.persons(connection, ((each.name, each.kind.value) for each in found))
    linker = Linker(connection, memory)
    linker.identities.need(found)
    for version, _, rows in group.rows:
        persons = [(numbers[each.name, each.kind.value], each) for each in rows.appearances]
        linker.take_in(version, persons, replaced=group.replaced.get(version))
    linker.write()
    return linker


def add_statement_rows(
    connection: Connection,
    dictionaries: Dictionaries,
    rows: Sequence[StatementOf],
    linker: Linker | None = None,
    *,
    superseded: frozenset[int] = frozenset(),
) -> None:
    """Write statements, with the identities that `linker` found; those of superseded versions
    are not current.
    """
    if not rows:
        return
    shared = _shared_words(connection, dictionaries, rows)
    first = take_numbers(connection, "statement", len(rows))
    columns = []
    entries = []
    about = []
    for number, row in enumerate(rows, first):
        place = place_of(row.row.day, number)
        columns.append(
            {
                "id": number,
                "place": place,
                "current": row.version not in superseded,
                **_columns(row, *shared, linker),
            }
        )
        entries.append((place, row.row.entry))
        if row.row.about and row.version not in superseded:
            persons = [shared[0][key] for key in row.row.about]
            about.append((place, columns[-1]["person_id"], persons))
    insert_rows(connection, statement, columns)
    insert_mentions(connection, about)
    insert_statement_entries(connection, entries)
    placed = [_placed(row, own.row) for row, own in zip(columns, rows, strict=True)]
    take_in(connection, placed)
    insert_vectors(connection, columns, [each.vector for each in placed])
    tally_statements(
        connection,
        came=[(row["place"], row["language"]) for row in columns if row["current"]],
        entered=[(row["place"], row["language"]) for row in columns],
    )


def _placed(columns: dict[str, Any], row: StatementRow) -> Placed:
    return Placed(
        columns["id"],
        whose_of(columns["identity_id"], columns["person_id"], current=columns["current"]),
        *row.window,
        None,
        vector_of(row),
    )


def numbered_statement(
    connection: Connection, dictionaries: Dictionaries, row: StatementOf
) -> tuple[dict[str, Any], StatementEntry, list[int]]:
    """The columns of one statement, a new place among them, its index's entry, and the persons
    that it is about.
    """
    shared = _shared_words(connection, dictionaries, [row])
    place = place_of(row.row.day, take_numbers(connection, "statement", 1))
    about = [shared[0][key] for key in row.row.about]
    return {"place": place, **_columns(row, *shared, None)}, row.row.entry, about


def _shared_words(
    connection: Connection, dictionaries: Dictionaries, rows: Sequence[StatementOf]
) -> tuple[Mapping[PersonKey, int], Mapping[str, int]]:
    """The numbers of persons and roles."""
    persons = (
        key
        for each in rows
        for key in (each.row.person, each.row.addressee, *each.row.about)
        if key
    )
    roles = (each.row.role for each in rows if each.row.role)
    return dictionaries.persons(connection, persons), dictionaries.roles(connection, roles)


def _columns(
    row: StatementOf,
    persons: Mapping[PersonKey, int],
    roles: Mapping[str, int],
    linker: Linker | None,
) -> dict[str, Any]:
    own = row.row
    person_id = persons[own.person] if own.person else None
    whose = linker.whose(row.version, person_id) if linker and person_id else None
    return {
        "version_id": row.version,
        "person_id": person_id,
        "identity_id": whose,
        "role_id": own.role and roles[own.role],
        "addressee_id": own.addressee and persons[own.addressee],
        "outlet_id": row.outlet,
        **own.columns,
    }


def _look_up(connection: Connection, group: Sequence[ArticleRows]) -> _Known:
    known = _Known()
    columns = article_version.c
    versions = connection.execute(
        select(
            article.c.identity,
            article.c.id.label("article"),
            columns.id.label("version"),
            columns.number,
            columns.text_hash,
            columns.current,
        )
        .join(article_version, columns.article_id == article.c.id)
        .where(article.c.identity.in_({rows.identity for rows in group}))
    )
    for row in versions:
        known.had.add((row.identity, row.text_hash))
        known.numbers[row.identity] = max(row.number, known.numbers.get(row.identity, 0))
        if row.current:
            known.current[row.identity] = (row.article, row.version)
    texts = connection.execute(
        select(columns.text_hash, columns.id)
        .where(columns.text_hash.in_({rows.text_hash for rows in group}))
        .order_by(columns.id.desc())
    )
    known.texts = {row.text_hash: row.id for row in texts}
    return known


def _decide(
    connection: Connection,
    dictionaries: Dictionaries,
    known: _Known,
    group: Sequence[ArticleRows],
) -> tuple[list[Added], _Group]:
    """Says of each article what it is to the record, and numbers those that go in."""
    outlets = dictionaries.outlets(connection, (rows.outlet for rows in group if rows.outlet))
    outcomes: list[Added] = []
    numbered = _Group()
    now = datetime.now(UTC)
    new = {(rows.identity, rows.text_hash) for rows in group} - known.had
    new_articles = {identity for identity, _ in new} - known.current.keys()
    next_version = take_numbers(connection, "article_version", len(new))
    next_article = take_numbers(connection, "article", len(new_articles))
    for rows in group:
        # A text that was replaced since is no news either: a list of pages that was added
        # half-way, or twice, leaves what one undisturbed run leaves.
        if (rows.identity, rows.text_hash) in known.had:
            outcomes.append(Added.UNCHANGED)
            continue
        before = known.current.get(rows.identity)
        same_text = known.texts.get(rows.text_hash)
        if before is None:
            outcomes.append(Added.NEW if same_text is None else Added.SAME_TEXT)
            article_id = next_article
            next_article += 1
            numbered.articles.append({"id": article_id, "identity": rows.identity})
        else:
            outcomes.append(Added.CHANGED)
            article_id = before[0]
            numbered.supersede(before[1], by=next_version)
        version = next_version
        next_version += 1
        number = known.numbers.get(rows.identity, 0) + 1
        outlet = outlets[rows.outlet] if rows.outlet else None
        numbered.versions.append(
            {
                "id": version,
                "article_id": article_id,
                "number": number,
                "current": True,
                "same_text_as": same_text,
                "place": place_of(rows.day, version),
                "text_hash": rows.text_hash,
                "added_at": now,
                "outlet_id": outlet,
                **rows.columns,
            }
        )
        numbered.rows.append((version, outlet, rows))
        known.keep(rows, article_id, version, number)
    return outcomes, numbered


def _supersede(connection: Connection, versions: Sequence[int]) -> None:
    """Old versions stay with their statements, but are no longer what an article says."""
    if not versions:
        return
    languages, spoken = (
        connection.execute(
            select(*wanted).where(is_among(connection, column, versions), column.table.c.current)
        ).all()
        for wanted, column in (
            ((article_version.c.language,), article_version.c.id),
            ((statement.c.place, statement.c.language), statement.c.version_id),
        )
    )
    tally_articles(connection, went=[row.language for row in languages])
    tally_statements(connection, went=[(row.place, row.language) for row in spoken])
    delete_mentions_of_versions(connection, versions)
    for table, column in ((article_version, "id"), (statement, "version_id")):
        connection.execute(
            update(table).where(table.c[column] == bindparam("superseded")).values(current=False),
            [{"superseded": version} for version in versions],
        )
