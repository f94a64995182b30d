"""What a person says of one statement: it is right, somebody else said it, or it is none."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from wortlaut._exceptions import NoSuchStatement
from wortlaut.exchange import Correction, CorrectionKind
from wortlaut.model import Person, PersonKind, Statement
from wortlaut.record._by_number import statement_by_number
from wortlaut.record._corrections import correct
from wortlaut.record._dictionaries import Dictionaries
from wortlaut.record._known_identities import Memory
from wortlaut.record._reading_back import KeptArticle, kept
from wortlaut.record._schema import article_version
from wortlaut.record._searching import Found


@dataclass(frozen=True, slots=True)
class Attributing:
    """One transaction in which a person decides on statements."""

    connection: Connection
    dictionaries: Dictionaries
    memory: Memory

    def confirm(self, number: int) -> None:
        """The statement is right as it stands, whoever is said to have said it.

        Raises `NoSuchStatement`.
        """
        found = self._current(number)
        person = found.statement.person
        self._change(
            found,
            replace(
                found.statement,
                person=person and replace(person, confidence=1.0, runner_up=None),
                confidence=1.0,
            ),
        )

    def attribute(self, number: int, name: str, kind: PersonKind | None) -> None:
        """The statement is this person's.

        `kind` is that of somebody of this name in the article where it is None, else a human's.

        Raises `NoSuchStatement`; `ValueError` where the name is empty.
        """
        found = self._current(number)
        name = " ".join(name.split())
        known = next(
            (
                each.person
                for each in self._version(found).article.statements
                if each.person is not None
                and each.person.name == name
                and kind in (None, each.person.kind)
            ),
            None,
        )
        whole = known or Person(name, kind or PersonKind.HUMAN)
        self._change(
            found,
            replace(
                found.statement,
                person=replace(whole, confidence=1.0, runner_up=None),
                person_unknown=None,
            ),
        )

    def take_out(self, number: int) -> None:
        """It is no statement; no later run brings it back.

        Raises `NoSuchStatement`.
        """
        found = self._current(number)
        self._correct(found, Correction(CorrectionKind.REMOVED, found.statement))

    def _current(self, number: int) -> Found:
        found = statement_by_number(self.connection, number)
        if found is None:
            raise NoSuchStatement(number, "is not on record", "look for it with a search")
        newest = self.connection.execute(
            select(article_version.c.number).where(
                article_version.c.article_id == found.article_id, article_version.c.current
            )
        ).scalar_one()
        if found.version != newest:
            raise NoSuchStatement(
                number,
                f"stands in version {found.version} of its article, which has changed since",
                f"correct the statement in version {newest}",
            )
        return found

    def _change(self, found: Found, statement: Statement) -> None:
        self._correct(found, Correction(CorrectionKind.CHANGED, statement))

    def _correct(self, found: Found, correction: Correction) -> None:
        version = self._version(found)
        correct(self.connection, self.dictionaries, self.memory, version, [correction])

    def _version(self, found: Found) -> KeptArticle:
        row = self.connection.execute(
            select(article_version).where(article_version.c.id == found.version_id)
        ).one()
        return kept(self.connection, row)
