"""Who is spoken about: the persons named within the words of current statements.

What is already on record is not filled in here, but by whoever opens it (`_migrating`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "mention",
        sa.Column("place", sa.BigInteger, sa.ForeignKey("statement.place"), primary_key=True),
        sa.Column(
            "person_id", _ID, sa.ForeignKey("person.id"), primary_key=True, autoincrement=False
        ),
        sa.Column("speaker_id", _ID, sa.ForeignKey("person.id")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_person_id", "mention", ["person_id", "place", "speaker_id"])
