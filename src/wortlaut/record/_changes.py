"""A mark that the record changes with: what was read under one mark is the same under it still."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, select, update

from wortlaut.record._schema import change

_BYTES = 9


def change_mark(connection: Connection) -> str:
    """The mark of the record as this connection sees it: twelve letters, figures, `-` and `_`."""
    return str(connection.execute(select(change.c.mark)).scalar_one())


def set_change_mark(connection: Connection) -> None:
    """Give the record another mark, in the transaction that changes it.

    Drawn by lot and not counted up, so that copies of a record that were changed in different
    ways, or a record that was put in another's place, never have the same one.
    """
    connection.execute(update(change).values(mark=new_mark()))


def new_mark() -> str:
    """A mark that no state of a record has had."""
    return secrets.token_urlsafe(_BYTES)
