"""How the record's tables came about, version by version, for Alembic."""
