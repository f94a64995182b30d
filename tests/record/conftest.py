"""Records to test with: an empty one on each database."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.record.local_postgresql import WHY_NOT, local_postgresql, programs
from wortlaut.record import Record

_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server that runs as long as the tests."""
    if programs() is None:
        pytest.skip(WHY_NOT)
    pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")
    with local_postgresql() as address:
        yield address


@pytest.fixture
def postgresql_place(postgresql_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    name = f"record_{next(_numbers)}"
    server = create_engine(
        postgresql_server.replace("postgresql:", "postgresql+psycopg:"),
        isolation_level="AUTOCOMMIT",
    )
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield postgresql_server.rpartition("/")[0] + f"/{name}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty record may be made, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    address: str = request.getfixturevalue("postgresql_place")
    return address


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """An empty record, on each database in turn."""
    with Record(place) as opened:
        yield opened
