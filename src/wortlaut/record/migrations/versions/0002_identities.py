"""Who is who across articles: identities with their keys, appearances, proposals and rulings.

Linking what is already on record is not done here, but by whoever opens it (`_migrating`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_COUNTED = ["outlet_id", "addressee_id", "role_id", "act", "conditional"]


def upgrade() -> None:
    """Make the tables, and let statements say whose they are."""
    _make_identities()
    _make_appearances()
    _make_decisions()
    _name_identities_in_statements()
    numbering = sa.table("numbering", sa.column("name", sa.Text), sa.column("last", sa.BigInteger))
    names = ("identity", "ruling", "linking")
    op.bulk_insert(numbering, [{"name": name, "last": 0} for name in names])


def _reference(
    name: str, table: str, *, nullable: bool = False, key: bool = False
) -> sa.Column[int]:
    return sa.Column(
        name,
        _ID,
        sa.ForeignKey(f"{table}.id"),
        nullable=nullable,
        primary_key=key,
        autoincrement=False,
    )


def _make_identities() -> None:
    op.create_table(
        "identity",
        sa.Column("id", _ID, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        _reference("merged_into", "identity", nullable=True),
    )
    op.create_index("ix_identity_merged_into", "identity", ["merged_into"])
    op.create_table(
        "identity_key",
        sa.Column("key", sa.Text, primary_key=True),
        _reference("identity_id", "identity", key=True),
    )


def _make_appearances() -> None:
    op.create_table(
        "appearance",
        _reference("version_id", "article_version", key=True),
        _reference("person_id", "person", key=True),
        _reference("identity_id", "identity"),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("by_person", sa.Boolean, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
    )
    op.create_index("ix_appearance_identity_id", "appearance", ["identity_id"])
    op.create_index("ix_appearance_person_id", "appearance", ["person_id"])


def _make_decisions() -> None:
    op.create_table(
        "proposal",
        _reference("identity_id", "identity", key=True),
        _reference("other_id", "identity", key=True),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
    )
    op.create_index("ix_proposal_other_id", "proposal", ["other_id"])
    op.create_table(
        "ruling",
        sa.Column("id", _ID, primary_key=True, autoincrement=False),
        sa.Column("one", sa.Text, nullable=False),
        sa.Column("other", sa.Text, nullable=False),
        sa.Column("same", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )


def _name_identities_in_statements() -> None:
    # Alembic would write the whole table anew on SQLite, which can do this itself.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(f"ALTER TABLE statement ADD COLUMN identity_id {kind} REFERENCES identity (id)")
    op.drop_index("ix_statement_dossier", "statement")
    for name, column, whose in (
        ("dossier", "identity_id", "identity_id IS NOT NULL"),
        ("unlinked", "person_id", "identity_id IS NULL AND person_id IS NOT NULL"),
    ):
        op.create_index(
            f"ix_statement_{name}",
            "statement",
            [column, "place", "current", *_COUNTED],
            postgresql_where=sa.text(whose),
            sqlite_where=sa.text(whose),
        )
