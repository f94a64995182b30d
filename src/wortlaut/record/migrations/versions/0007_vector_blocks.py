"""The vectors of statements in blocks, for the search by meaning.

They are filled in by whoever opens the record (`_migrating`), as the wordings are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "vector_block",
        sa.Column("last", _ID, primary_key=True, autoincrement=False),
        sa.Column("traits", sa.LargeBinary, nullable=False),
        sa.Column("vectors", sa.LargeBinary, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        # Vectors do not get smaller, and trying takes time.
        for column in ("traits", "vectors"):
            op.execute(f"ALTER TABLE vector_block ALTER COLUMN {column} SET STORAGE EXTERNAL")
