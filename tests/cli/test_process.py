"""The command as a process: pipes, signals, terminals."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE
from tests.cli.scripted_reader import SLOW
from wortlaut import __version__

COMMAND = [sys.executable, "-m", "tests.cli.scripted_reader"]
PATIENCE = 60


def start(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    """The command with the scripted reader, from the project's folder."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm-256color"}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [*COMMAND, *map(str, arguments)], cwd=root, env=environment, **options
    )


def on_a_terminal(*arguments: str | Path) -> tuple[bytes, bytes, int]:
    """What the command writes to standard output (a pipe) and standard error (a terminal)."""
    ours, theirs = pty.openpty()
    process = start(*arguments, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    written = []
    assert process.stdout is not None
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux's way to say that the other side is gone
            break
        if not piece:
            break
        written.append(piece)
    output = process.stdout.read()
    os.close(ours)
    return output, b"".join(written), process.wait(PATIENCE)


@pytest.mark.parametrize("form", [["--json"], ["--quiet"]])
def test_a_closed_pipe_ends_it_quietly(article_file: Path, form: list[str]) -> None:
    """`wortlaut read ... | head -1` shows a line and no traceback."""
    process = start(
        "read",
        *form,
        *[article_file] * 2000,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    first = process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    assert "Der Deich hält".encode() in first
    assert said == b""
    assert process.wait(PATIENCE) == 141


def test_a_closed_pipe_for_everything_ends_it_quietly(article_file: Path) -> None:
    """`wortlaut read ... 2>&1 | head -1`: the errors go into the pipe as well."""
    ours, theirs = os.pipe()
    process = start(
        "read", "--json", *["missing", str(article_file)] * 2000, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    assert b"missing: no such file" in os.read(ours, 4096)
    os.close(ours)
    assert process.wait(PATIENCE) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["read", "schema"])
def test_a_full_disk_is_said_in_a_line(command: str, article_file: Path) -> None:
    """Not as a traceback, and not once more when the interpreter ends."""
    files = [article_file] if command == "read" else []
    with Path("/dev/full").open("wb") as full:
        process = start(command, *files, stdout=full, stderr=subprocess.PIPE)
        _, said = process.communicate(timeout=PATIENCE)
    assert said.startswith(b"wortlaut: error: standard output: cannot be written (No space")
    assert said.count(b"\n") == 1
    assert process.returncode == 1


def test_ctrl_c_ends_it_with_130_and_no_traceback(tmp_path: Path) -> None:
    """The line that is done has come through by then: every line is flushed."""
    path = tmp_path / "two.jsonl"
    texts = ["„Ja“, sagte Voss.", f"Es geht {SLOW} voran."]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    process = start("read", "--json", path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(0.2)  # into the second article
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=PATIENCE)
    assert json.loads(first)["text"] == texts[0]
    assert (rest, said) == (b"", b"")
    assert process.returncode == 130


def test_lines_come_before_the_input_ends() -> None:
    """A pipe into the command need not end for its articles to come out."""
    process = start("read", "--json", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"text": "„Ja“, sagte Voss."}).encode() + b"\n")
    process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    assert ready
    assert json.loads(process.stdout.readline())["statements"]
    process.stdin.close()
    assert process.wait(PATIENCE) == 0


def test_many_sources_on_a_terminal_show_a_bar(article_file: Path) -> None:
    """The bar counts sources, on standard error only, and is gone at the end."""
    output, screen, status = on_a_terminal("read", "--json", *[article_file] * 5)
    assert status == 0
    assert len(output.splitlines()) == 5
    assert b"Reading" in screen
    assert b"/5" in screen


@pytest.mark.parametrize("arguments", [["--quiet"], []])
def test_few_sources_or_quiet_show_no_bar(article_file: Path, arguments: list[str]) -> None:
    """Two files are read before a bar would be seen, and `--quiet` never shows one."""
    sources = [article_file] * (5 if arguments else 2)
    _, screen, _ = on_a_terminal("read", "--json", *arguments, *sources)
    assert screen == b""


def test_json_is_utf_8_whatever_the_locale(article_file: Path) -> None:
    """A server without a locale writes the same bytes."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMAND, "read", "--json", article_file],
        cwd=root,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["text"] == ARTICLE
    assert "„Der Deich".encode() in done.stdout


def test_a_terminal_without_the_letters_still_gets_the_article(article_file: Path) -> None:
    """What cannot be shown becomes a question mark."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*COMMAND, "read", article_file],
        cwd=root,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert b"Der Deich h?lt" in done.stdout


def test_version_answers_with_the_package_s_own() -> None:
    """`--version` is that of the installed package."""
    output, _ = start("--version", stdout=subprocess.PIPE).communicate(timeout=PATIENCE)
    assert output.decode() == f"wortlaut {__version__}\n"


def test_the_shell_completes_options() -> None:
    """What Tab asks of the command when its completion is installed for bash."""
    asked = {
        "_WORTLAUT_COMPLETE": "complete_bash",
        "COMP_WORDS": "wortlaut read --min",
        "COMP_CWORD": "2",
    }
    command = Path(sys.executable).with_name("wortlaut")
    done = subprocess.run(
        [command], env={**os.environ, **asked}, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "--min-confidence"
