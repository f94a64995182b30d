"""The same words elsewhere: vectors of statements, utterances, signatures of articles.

What is already on record is not filled in here, but by whoever opens it (`_migrating`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "wording",
        sa.Column(
            "statement_id",
            _ID,
            sa.ForeignKey("statement.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("whose", sa.BigInteger),
        sa.Column("window_begin", sa.Date),
        sa.Column("window_end", sa.Date),
        sa.Column("utterance_id", _ID),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    for name, columns, where in (
        ("whose", ["whose", "window_begin", "window_end"], "whose IS NOT NULL"),
        ("utterance", ["utterance_id"], "utterance_id IS NOT NULL"),
    ):
        op.create_index(
            f"ix_wording_{name}",
            "wording",
            columns,
            postgresql_where=sa.text(where),
            sqlite_where=sa.text(where),
        )
    op.create_table(
        "article_signature",
        sa.Column(
            "version_id",
            _ID,
            sa.ForeignKey("article_version.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("source_id", _ID),
        sa.Column("signature", sa.LargeBinary),
    )
    op.create_index(
        "ix_article_signature_source",
        "article_signature",
        ["source_id"],
        postgresql_where=sa.text("source_id IS NOT NULL"),
        sqlite_where=sa.text("source_id IS NOT NULL"),
    )
    op.create_table(
        "article_band",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "version_id",
            _ID,
            sa.ForeignKey("article_version.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "made_with",
        sa.Column("what", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
