"""What is to be added in the background, so that a crash loses none of it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_COUNTS = ("known", "added", "changed", "same_text", "unchanged", "failed", "statements")


def upgrade() -> None:
    """Make the tables; there are no jobs yet."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "job",
        sa.Column("id", _ID, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_at", moment, nullable=False),
        *(sa.Column(name, moment) for name in ("started_at", "heard_at", "ended_at")),
        sa.Column("holder", sa.Text),
        sa.Column("problem", sa.Text),
    )
    op.create_index("ix_job_state", "job", ["state"])
    op.create_table(
        "job_source",
        sa.Column("job_id", _ID, sa.ForeignKey("job.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("file", sa.Text),
        sa.Column("done", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in _COUNTS),
        sa.Column("reached", sa.Float, nullable=False),
        sa.Column("failures", sa.Text, nullable=False),
    )
    numbering = sa.table("numbering", sa.column("name", sa.Text), sa.column("last", sa.BigInteger))
    op.bulk_insert(numbering, [{"name": "job", "last": 0}])
