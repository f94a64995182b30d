"""What people decide on a record, and what there is to be decided."""

from __future__ import annotations

from collections.abc import Iterable

from wortlaut.model import PersonKind
from wortlaut.record._attributing import Attributing
from wortlaut.record._corrections import Correction, correct
from wortlaut.record._decisions import keep_apart, merge, split
from wortlaut.record._doubtful import DOUBTFUL, doubtful
from wortlaut.record._open_record import OpenRecord
from wortlaut.record._people import Proposal, proposals
from wortlaut.record._reading_back import KeptArticle
from wortlaut.record._searching import Page


class HumanDecisions(OpenRecord):
    """What no later run undoes; `Record` is one."""

    def proposals(self, *, limit: int = 100) -> tuple[Proposal, ...]:
        """Two and two who may be one person, for a person to decide; the likeliest first."""
        with self._database.reading() as connection:
            return proposals(connection, limit)

    def merge(self, one: str | int, other: str | int, *, anew: bool = False) -> int:
        """Say that two on record, by name or number, are one; returns the number that stays.

        No later run undoes it. With `anew`, what people said otherwise before is taken back.

        Raises `PersonUnclear` where a name is nobody's or of several, `ContradictoryRuling`
        where people said otherwise before.
        """
        with self._writing() as connection:
            return merge(connection, self._memory, str(one), str(other), anew=anew)

    def keep_apart(self, one: str | int, other: str | int, *, anew: bool = False) -> None:
        """Say that two on record are two people: they are not merged nor asked about again.

        Raises as `merge` does.
        """
        with self._writing() as connection:
            keep_apart(connection, self._memory, str(one), str(other), anew=anew)

    def split(self, person: str | int, articles: Iterable[str], *, anew: bool = False) -> int:
        """Say that who speaks in these articles (addresses) is somebody else than `person`.

        Returns the number of the new identity. No later run undoes it.

        Raises `PersonUnclear` where the person does not speak in one of the articles or in no
        others, and as `merge` does.
        """
        with self._writing() as connection:
            return split(connection, self._memory, str(person), articles, anew=anew)

    def correct(self, kept: KeptArticle, corrections: Iterable[Correction]) -> None:
        """Store corrections of a version's statements, marked as a person's: all or none.

        A changed statement keeps its number in the record; a removed one stays aside.

        Raises `ValueError` where one is changed or removed that the version has not.
        """
        with self._writing() as connection:
            correct(connection, self._dictionaries, self._memory, kept, corrections)

    def doubtful(
        self, *, below: float = DOUBTFUL, limit: int = 20, after: str | None = None
    ) -> Page:
        """Statements whose person is less sure than `below`, for a person to decide; newest first.

        What a person has corrected is left out. `after` is that of the page before; a page may
        be short though there are more.
        """
        with self._database.reading() as connection:
            return doubtful(connection, below, limit, after)

    def confirm(self, statement: int) -> None:
        """Say that the statement of this number is right as it stands.

        Raises `NoSuchStatement` where it is not on record or no longer current.
        """
        with self._writing() as connection:
            Attributing(connection, self._dictionaries, self._memory).confirm(statement)

    def attribute(self, statement: int, name: str, kind: PersonKind | None = None) -> None:
        """Say who has said the statement of this number.

        `kind` is that of somebody of this name in the article where it is None, else a human's.

        Raises `NoSuchStatement` as `confirm`, `ValueError` where the name is empty.
        """
        with self._writing() as connection:
            attributing = Attributing(connection, self._dictionaries, self._memory)
            attributing.attribute(statement, name, kind)

    def take_out(self, statement: int) -> None:
        """Say that what has this number is no statement; no later run brings it back.

        Raises `NoSuchStatement` as `confirm`.
        """
        with self._writing() as connection:
            Attributing(connection, self._dictionaries, self._memory).take_out(statement)
