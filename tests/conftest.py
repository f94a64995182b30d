"""What holds for all tests."""

from hypothesis import settings

# A machine that is busy with something else is no failure of the test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
