"""Counts kept beside the rows, feeds and when they were read, a mark that changes with the record.

The counts of an older record are filled in here: they need nothing but its rows.
"""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_A_DAY = 1 << 27
"""Places of a day."""
_LIVING = "merged_into IS NULL AND substr(profile, 1, 8) = '{\"names\"'"


def upgrade() -> None:
    """Make the tables and indexes, and count what is there."""
    _make_tallies()
    _make_feeds()
    _make_indexes()
    change = op.create_table("change", sa.Column("mark", sa.Text, primary_key=True))
    op.bulk_insert(change, [{"mark": secrets.token_urlsafe(9)}])
    _count()


def _make_tallies() -> None:
    for name, first, second in (
        ("growth", "articles", "statements"),
        ("calendar", "statements", "entries"),
    ):
        op.create_table(
            name,
            sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("language", sa.Text, primary_key=True),
            sa.Column(first, sa.BigInteger, nullable=False),
            sa.Column(second, sa.BigInteger, nullable=False),
        )


def _make_feeds() -> None:
    op.create_table(
        "feed",
        sa.Column("id", _ID, primary_key=True, autoincrement=False),
        sa.Column("address", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("problem", sa.Text),
    )
    numbering = sa.table("numbering", sa.column("name", sa.Text), sa.column("last", sa.BigInteger))
    op.bulk_insert(numbering, [{"name": "feed", "last": 0}])


def _make_indexes() -> None:
    op.create_index(
        "ix_statement_spoken", "statement", ["place", "current", "identity_id", "addressee_id"]
    )
    op.create_index(
        "ix_identity_living",
        "identity",
        ["merged_into", "kind"],
        postgresql_where=sa.text(_LIVING),
        sqlite_where=sa.text(_LIVING),
    )


def _count() -> None:
    # Times are stored in UTC.
    day = (
        "CAST(julianday(substr(article_version.added_at, 1, 10)) - 1721424.5 AS INTEGER)"
        if op.get_bind().dialect.name == "sqlite"
        else "CAST(article_version.added_at AT TIME ZONE 'UTC' AS date) - DATE '0001-01-01' + 1"
    )
    op.execute(
        "INSERT INTO growth (day, language, articles, statements)"
        " SELECT day, language, sum(articles), sum(statements) FROM ("
        f"SELECT {day} AS day, coalesce(language, '') AS language,"
        " 1 AS articles, 0 AS statements FROM article_version WHERE current"
        f" UNION ALL SELECT {day}, coalesce(statement.language, ''), 0, count(*)"
        " FROM statement JOIN article_version ON article_version.id = statement.version_id"
        " WHERE statement.current GROUP BY 1, 2) AS came GROUP BY 1, 2"
    )
    op.execute(
        "INSERT INTO calendar (day, language, statements, entries)"
        f" SELECT place / {_A_DAY}, coalesce(language, ''),"
        " sum(CASE WHEN current THEN 1 ELSE 0 END), count(*) FROM statement GROUP BY 1, 2"
    )
