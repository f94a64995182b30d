"""Articles with their versions, statements, persons' names, failed sources, indexes of words.

Written out rather than taken from the tables of today, which later versions will change.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)
_NUMBERED = ("article", "article_version", "statement", "person", "role", "outlet", "failed_source")


def upgrade() -> None:
    """Make the tables of the first version."""
    _make_shared_words()
    _make_articles()
    _make_statements()
    _make_failed_sources()
    _make_numbering()
    if op.get_bind().dialect.name == "sqlite":
        _make_sqlite_indexes_of_words()
    else:
        _make_postgresql_indexes_of_words()


def _id() -> sa.Column[int]:
    return sa.Column("id", _ID, primary_key=True, autoincrement=False)


def _reference(name: str, target: str, *, nullable: bool = True) -> sa.Column[int]:
    table = target.partition(".")[0]
    return sa.Column(name, _ID, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _make_shared_words() -> None:
    op.create_table("outlet", _id(), sa.Column("name", sa.Text, nullable=False, unique=True))
    op.create_table("role", _id(), sa.Column("words", sa.Text, nullable=False, unique=True))
    op.create_table(
        "person",
        _id(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.UniqueConstraint("name", "kind"),
    )
    op.create_index("ix_person_folded", "person", ["folded"])


def _make_articles() -> None:
    op.create_table("article", _id(), sa.Column("identity", sa.Text, nullable=False, unique=True))
    op.create_table(
        "article_version",
        _id(),
        _reference("article_id", "article", nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        _reference("same_text_as", "article_version"),
        sa.Column("place", sa.BigInteger, nullable=False, unique=True),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        _reference("outlet_id", "outlet"),
        sa.Column("language", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.UniqueConstraint("article_id", "number"),
    )
    op.create_index("ix_article_version_text_hash", "article_version", ["text_hash"])


def _make_statements() -> None:
    op.create_table(
        "statement",
        _id(),
        _reference("version_id", "article_version", nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("place", sa.BigInteger, nullable=False, unique=True),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("human", sa.Boolean, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("act", sa.Text),
        sa.Column("occasion", sa.Text),
        _reference("person_id", "person"),
        _reference("role_id", "role"),
        _reference("addressee_id", "person"),
        _reference("outlet_id", "outlet"),
        sa.Column("said_begin", sa.Date),
        sa.Column("said_end", sa.Date),
        sa.Column("verbatim", sa.Boolean, nullable=False),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("conditional", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.UniqueConstraint("version_id", "number"),
    )
    counted = ["outlet_id", "addressee_id", "role_id", "act", "conditional"]
    somebody = sa.text("person_id IS NOT NULL")
    op.create_index(
        "ix_statement_dossier",
        "statement",
        ["person_id", "place", "current", *counted],
        postgresql_where=somebody,
        sqlite_where=somebody,
    )


def _make_failed_sources() -> None:
    op.create_table(
        "failed_source",
        _id(),
        sa.Column("source", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
        sa.Column("first_failed_at", _TIME, nullable=False),
        sa.Column("last_failed_at", _TIME, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
    )


def _make_numbering() -> None:
    table = op.create_table(
        "numbering",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("last", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(table, [{"name": name, "last": 0} for name in _NUMBERED])


def _make_sqlite_indexes_of_words() -> None:
    # "ascii" takes every letter beyond ASCII as part of a word: the words come folded, and
    # what is a letter has been decided before.
    options = """content='', columnsize=0, tokenize="ascii tokenchars '_'" """
    op.execute(
        f"CREATE VIRTUAL TABLE statement_words USING fts5(words, stems, context, facets, {options})"
    )
    op.execute(f"CREATE VIRTUAL TABLE article_words USING fts5(words, stems, facets, {options})")
    # Words are gathered in memory until there are so many bytes of them: fewer, larger pieces
    # need less merging.
    for table in ("statement_words", "article_words"):
        op.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {16 << 20})")


def _make_postgresql_indexes_of_words() -> None:
    for table in ("statement", "article"):
        op.execute(
            f"CREATE TABLE {table}_words (place bigint PRIMARY KEY, words tsvector NOT NULL)"
        )
        op.execute(f"CREATE INDEX ix_{table}_words ON {table}_words USING gin (words)")
