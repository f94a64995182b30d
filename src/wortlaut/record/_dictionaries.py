"""Words that many rows share, kept once: persons' names, roles, outlets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, insert, select

from wortlaut.record._appearances import PersonKey
from wortlaut.record._numbering import take_numbers
from wortlaut.record._schema import outlet, person, role
from wortlaut.record._search_words import folded_line

_Key = TypeVar("_Key", str, PersonKey)
_MOST = 200_000
"""Entries of a kind that are remembered between articles."""
_BATCH = 500


class Dictionaries:
    """The numbers of shared words, remembered from article to article.

    Rows of these tables are never deleted, so that what is remembered stays true, whatever
    other processes do; only numbers of a transaction that failed must be forgotten.
    """

    def __init__(self) -> None:
        self._persons: dict[PersonKey, int] = {}
        self._roles: dict[str, int] = {}
        self._outlets: dict[str, int] = {}

    def forget(self) -> None:
        """Remember nothing: the transaction was taken back."""
        for known in (self._persons, self._roles, self._outlets):
            known.clear()

    def persons(self, connection: Connection, keys: Iterable[PersonKey]) -> Mapping[PersonKey, int]:
        """The numbers of persons by name and kind; new ones are added."""
        return _numbers(
            connection,
            self._persons,
            keys,
            looked_up=person.c.name,
            key_of=lambda row: (row.name, row.kind),
            columns=lambda key: {"name": key[0], "kind": key[1], "folded": folded_line(key[0])},
        )

    def roles(self, connection: Connection, words: Iterable[str]) -> Mapping[str, int]:
        """The numbers of roles; new ones are added."""
        return _numbers(
            connection,
            self._roles,
            words,
            looked_up=role.c.words,
            key_of=lambda row: str(row.words),
            columns=lambda key: {"words": key},
        )

    def outlets(self, connection: Connection, names: Iterable[str]) -> Mapping[str, int]:
        """The numbers of outlets; new ones are added."""
        return _numbers(
            connection,
            self._outlets,
            names,
            looked_up=outlet.c.name,
            key_of=lambda row: str(row.name),
            columns=lambda key: {"name": key},
        )


def _numbers(
    connection: Connection,
    known: dict[_Key, int],
    keys: Iterable[_Key],
    *,
    looked_up: Column[Any],
    key_of: Callable[[Row[Any]], _Key],
    columns: Callable[[_Key], dict[str, Any]],
) -> Mapping[_Key, int]:
    table = looked_up.table
    wanted = dict.fromkeys(keys)
    if len(known) > _MOST:
        known.clear()
    missing = [key for key in wanted if key not in known]
    for batch in _batches(missing):
        texts = {key if isinstance(key, str) else key[0] for key in batch}
        for row in connection.execute(select(table).where(looked_up.in_(texts))):
            known[key_of(row)] = row.id
    new = [key for key in missing if key not in known]
    if new:
        first = take_numbers(connection, table.name, len(new))
        connection.execute(
            insert(table), [{"id": id_, **columns(key)} for id_, key in enumerate(new, first)]
        )
        known.update({key: id_ for id_, key in enumerate(new, first)})
    return known


def _batches(keys: Sequence[_Key]) -> Iterable[Sequence[_Key]]:
    return (keys[begin : begin + _BATCH] for begin in range(0, len(keys), _BATCH))
