"""What holds for all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

# A machine that is busy with something else is no failure of the test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def shared() -> Path:
    """The folder of public data beside the project; the test is skipped where there is none."""
    folder = Path(__file__).parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("the public data is not here: ../shared/data is missing")
    return folder
