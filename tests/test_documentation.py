"""The documents and the program say the same."""

import dataclasses
import inspect
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

import wortlaut
import wortlaut.exchange
import wortlaut.reading
import wortlaut.record
import wortlaut.sources
from wortlaut.cli._app import app
from wortlaut.exchange import COLUMNS, FORMATS

ROOT = Path(__file__).parents[1]
ROOMS = [wortlaut, wortlaut.sources, wortlaut.reading, wortlaut.record, wortlaut.exchange]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


@cache
def sections(document: str) -> dict[str, str]:
    """The text under each heading of a document, by the heading without backquotes."""
    text = (ROOT / document).read_text(encoding="utf-8")
    parts = re.split(r"^#+ +(.*)$", text, flags=re.MULTILINE)
    return dict(zip([part.strip("` ") for part in parts[1::2]], parts[2::2], strict=True))


def command_options() -> list[tuple[str, str]]:
    """Every (section of docs/command-line.md, option or argument) that the program has."""
    group = get_command(app)
    commands = {"The command line": group}
    commands |= {f"wortlaut {name}": command for name, command in group.commands.items()}  # type: ignore[attr-defined]
    return [
        (section, option)
        for section, command in commands.items()
        for parameter in command.params
        for option in (
            [*parameter.opts, *parameter.secondary_opts]
            if parameter.param_type_name == "option"
            else [str(parameter.metavar)]
        )
    ]


def public_members() -> list[tuple[str, str]]:
    """Every (section of docs/library.md, name) that a user of the library may write."""
    members = []
    for room in ROOMS:
        for name in room.__all__:
            value = getattr(room, name)
            if inspect.isclass(value) and issubclass(value, Exception):
                members.append(("Errors", name))
                continue
            members.append((name, name))
            if not inspect.isclass(value):
                continue
            if dataclasses.is_dataclass(value):
                members += [(name, field.name) for field in dataclasses.fields(value)]
            members += [
                (name, member)
                for member in vars(value)
                if not member.startswith("_")
                and not member.endswith("_")
                and (
                    inspect.isroutine(vars(value)[member])
                    or isinstance(vars(value)[member], property)
                    or member in getattr(value, "__members__", ())
                )
            ]
    return members


@pytest.mark.parametrize(("section", "option"), command_options())
def test_every_option_is_on_the_page_of_the_command_line(section: str, option: str) -> None:
    """With its explanation, under its command."""
    assert f"`{option}" in sections("docs/command-line.md")[section]


@pytest.mark.parametrize(("section", "name"), public_members())
def test_every_public_name_is_on_the_page_of_the_library(section: str, name: str) -> None:
    """Functions, classes, their fields and methods, members of enumerations, errors."""
    assert re.search(rf"`[^`]*\b{name}\b[^`]*`", sections("docs/library.md")[section]) or (
        section == name and name in sections("docs/library.md")
    )


@pytest.mark.parametrize(
    "name",
    [
        "Act",
        "Medium",
        "OccasionKind",
        "PersonKind",
        "Precision",
        "QuotationType",
        "Resolution",
        "WhenBasis",
    ],
)
def test_every_member_of_an_enumeration_is_in_the_vocabulary(name: str) -> None:
    """By the word that stands in the JSON."""
    text = (ROOT / "docs/vocabulary.md").read_text(encoding="utf-8")
    assert [value for value in getattr(wortlaut, name) if f"`{value}`" not in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_format_cannot_carry_is_on_the_page_of_exchange(name: str) -> None:
    """As the command says it."""
    section = "csv and parquet" if name in ("csv", "parquet") else name
    said = " ".join(sections("docs/exchange.md")[section].lower().split())
    # The last words may fit the page better than the terminal.
    told = [" ".join(loss.lower().split()[:5]) for loss in FORMATS[name].loses]
    assert [loss for loss in told if loss not in said] == []


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_on_the_page_of_exchange(column: str) -> None:
    """Of CSV and Parquet."""
    assert f"`{column}`" in sections("docs/exchange.md")["csv and parquet"]


@pytest.mark.parametrize("name", get_command(app).commands)  # type: ignore[attr-defined]
def test_every_command_is_in_the_list_of_commands(name: str) -> None:
    """At the head of the page of the command line, with a link to its section."""
    assert f"[`{name}`](#wortlaut-{name})" in sections("docs/command-line.md")["The command line"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Every relative link of a document is a file of the repository."""
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf-8"))
    broken = [
        link
        for link in links
        if not link.startswith("http") and not (document.parent / link).exists()
    ]
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_headings_lead_to_one(document: Path) -> None:
    """By the names that GitHub gives to headings."""
    links = re.findall(r"\]\(([^)#:]*)#([^)]+)\)", document.read_text(encoding="utf-8"))
    broken = []
    for place, anchor in links:
        there = (document.parent / place).resolve() if place else document
        headings = re.findall(r"^#+ +(.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        if anchor not in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}:
            broken.append(f"{place}#{anchor}")
    assert broken == []


@pytest.mark.parametrize("name", ["read", "test"])
def test_the_two_commands_of_the_readme_are_marked_and_whole(name: str) -> None:
    """CI takes them from there, so that what it runs is what the README says."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```", readme)
    assert len(found) == 1
    assert found[0].startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_commands_in_the_documents_are_understood() -> None:
    """Every `wortlaut` line in a shell block parses; none is misspelt."""
    lines = [
        line
        for document in DOCUMENTS
        for block in re.findall(r"```sh\n(.*?)```", document.read_text(encoding="utf-8"), re.S)
        for line in block.splitlines()
        if line.startswith("wortlaut ")
    ]
    assert len(lines) > 5
    for line in lines:
        # What comes behind a pipe or goes into a file is the shell's.
        arguments = shlex.split(re.split(r" [>|] ", line)[0])[1:]
        get_command(app).make_context("wortlaut", arguments, resilient_parsing=False).close()
        name, *rest = arguments
        command = get_command(app).commands[name]  # type: ignore[attr-defined]
        command.make_context(name, rest).close()


@pytest.mark.parametrize("document", ["README.md", "docs/library.md", "docs/quick-start.md"])
def test_python_in_the_documents_runs(document: str, tmp_path: Path) -> None:
    """The blocks of a document, one after the other, in the project's folder."""
    text = (ROOT / document).read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, re.S))
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"text": "„Wir kommen“, sagte sie."}\n', encoding="utf-8")
    code = code.replace("articles.jsonl", str(articles))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
