"""What the package offers: every public name explains itself."""

import enum
import importlib
import inspect
import subprocess
import sys
from importlib.metadata import version
from types import ModuleType

import pytest

import wortlaut
import wortlaut.exchange
import wortlaut.reading
import wortlaut.record
import wortlaut.sources

ROOMS = [wortlaut, wortlaut.sources, wortlaut.reading, wortlaut.record, wortlaut.exchange]
NAMES = [(room, name) for room in ROOMS for name in room.__all__ if name != "__version__"]


def undocumented(value: object, name: str) -> list[str]:
    """The names among `value` and its public methods and properties that lack a docstring."""
    lacking = [] if inspect.getdoc(value) else [name]
    if not inspect.isclass(value):
        return lacking
    for member_name, member in vars(value).items():
        public = not member_name.startswith("_")
        if public and (inspect.isroutine(member) or isinstance(member, property)):
            lacking += undocumented(member, f"{name}.{member_name}")
    return lacking


@pytest.mark.parametrize(("room", "name"), NAMES, ids=lambda part: getattr(part, "__name__", part))
def test_every_public_name_has_a_docstring(room: ModuleType, name: str) -> None:
    """Classes, their methods and properties, functions and errors."""
    value = getattr(room, name)
    assert undocumented(value, name) == []
    # What a dataclass or an enumeration says of itself by default explains nothing.
    assert not (inspect.getdoc(value) or "").startswith(f"{name}(")


def test_a_missing_docstring_is_found() -> None:
    """The test above can fail."""

    class Bare:
        def method(self) -> None: ...

    assert undocumented(Bare, "Bare") == ["Bare", "Bare.method"]


@pytest.mark.parametrize(
    "kind",
    [
        value
        for room, name in NAMES
        if inspect.isclass(value := getattr(room, name)) and issubclass(value, enum.Enum)
    ],
)
def test_enumerations_are_strings(kind: type[enum.StrEnum]) -> None:
    """They go into JSON and onto the command line as they are."""
    assert all(isinstance(member, str) and member == member.value for member in kind)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_dir_shows_what_can_be_had(room: ModuleType) -> None:
    """Also what is only imported when asked for."""
    assert set(room.__all__) <= set(dir(room))


@pytest.mark.parametrize("room", [wortlaut, wortlaut.sources], ids=lambda room: room.__name__)
def test_a_name_that_is_not_there_is_an_attribute_error(room: ModuleType) -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        assert room.nothing


def test_the_version_is_that_of_the_installed_package() -> None:
    """One place holds it."""
    assert wortlaut.__version__ == version("wortlaut")


def test_importing_the_package_imports_nothing_heavy() -> None:
    """Whoever only wants a class or an error does not wait for the model's runtime."""
    heavy = "onnxruntime numpy tokenizers trafilatura httpx rich typer sqlalchemy alembic".split()
    code = (
        f"import sys, wortlaut, wortlaut.sources; print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_package_is_typed() -> None:
    """`py.typed` tells type checkers to look inside."""
    assert importlib.resources.files("wortlaut").joinpath("py.typed").is_file()
