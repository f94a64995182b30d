"""`wortlaut read`: what it prints, what it leaves out, how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

import wortlaut.reading
from tests.cli.conftest import Command
from wortlaut import LexiconError, ModelError


def lines(printed: str) -> list[dict[str, Any]]:
    """Printed JSON Lines, parsed."""
    return [json.loads(line) for line in printed.splitlines()]


def test_json_is_one_article_a_line(wortlaut_command: Command, article_file: Path) -> None:
    """Each source becomes one line, in the order given."""
    result = wortlaut_command("read", "--json", article_file, article_file)
    articles = lines(result.stdout)
    assert result.exit_code == 0
    assert [article["source"] for article in articles] == [str(article_file)] * 2
    quotes = [statement["quote"][0]["text"] for statement in articles[0]["statements"]]
    assert quotes[0] == "„Der Deich hält“"
    assert len(quotes) == 3


def test_json_lines_are_read_again(
    wortlaut_command: Command, article_file: Path, tmp_path: Path
) -> None:
    """What `--json` prints is a source for the next run."""
    first = wortlaut_command("read", "--json", article_file).stdout
    again = tmp_path / "articles.jsonl"
    again.write_text(first, encoding="utf-8")
    assert wortlaut_command("read", "--json", again).stdout == first


def test_type_keeps_the_named_types(wortlaut_command: Command, article_file: Path) -> None:
    """`--type` may be given more than once."""
    result = wortlaut_command(
        "read", "--json", "--type", "direct", "--type", "reported", article_file
    )
    statements = lines(result.stdout)[0]["statements"]
    assert [statement["type"] for statement in statements] == ["direct", "reported"]


def test_statements_keep_their_numbers_when_others_are_left_out(
    wortlaut_command: Command, article_file: Path
) -> None:
    """A number means the same statement whatever was asked for."""
    result = wortlaut_command("read", "--json", "--type", "reported", article_file)
    assert [statement["id"] for statement in lines(result.stdout)[0]["statements"]] == [3]


def test_min_confidence_leaves_out_what_is_below(
    wortlaut_command: Command, article_file: Path
) -> None:
    """A statement with exactly this confidence stays."""
    result = wortlaut_command("read", "--json", "--min-confidence", "0.6", article_file)
    statements = lines(result.stdout)[0]["statements"]
    assert [statement["confidence"] for statement in statements] == [0.9, 0.6]


def test_the_count_says_how_many_were_left_out(
    wortlaut_command: Command, article_file: Path
) -> None:
    """A person sees that there is more than is shown."""
    shown = wortlaut_command("read", "--type", "direct", article_file).stdout
    assert "1 of 3 statements" in shown
    none = wortlaut_command("read", "--min-confidence", "1", article_file).stdout
    assert "None of 3 statements" in none


def test_standard_input_is_a_source(wortlaut_command: Command) -> None:
    """`-` reads what is piped in."""
    piped = "„Der Deich hält“, sagte Petersen am Montag in einer Sitzung des Rates der Stadt.\n"
    result = wortlaut_command("read", "--json", "-", stdin=piped)
    article = lines(result.stdout)[0]
    assert article["source"] == "-"
    assert article["text"] == piped


def test_a_source_that_fails_is_named_and_the_others_are_read(
    wortlaut_command: Command, article_file: Path, tmp_path: Path
) -> None:
    """The exit status is 1, the error on standard error says what to do."""
    missing = tmp_path / "fehlt.txt"
    result = wortlaut_command("read", "--json", missing, article_file, tmp_path)
    assert result.exit_code == 1
    assert len(lines(result.stdout)) == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"wortlaut: error: {missing}: no such file; ")
    assert second.startswith(f"wortlaut: error: {tmp_path}: is a directory; ")


def test_a_bad_line_of_json_does_not_stop_the_others(
    wortlaut_command: Command, tmp_path: Path
) -> None:
    """Each line stands for itself; the error names the line."""
    path = tmp_path / "articles.jsonl"
    good = json.dumps({"text": "„Der Deich hält“, sagte Petersen."})
    path.write_text(f"{good}\n{{broken\n{good}\n", encoding="utf-8")
    result = wortlaut_command("read", "--json", path)
    assert result.exit_code == 1
    assert [article["source"] for article in lines(result.stdout)] == [f"{path}:1", f"{path}:3"]
    assert f"{path}:2: " in result.stderr


def test_no_model_is_loaded_when_nothing_can_be_read(
    wortlaut_command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong file name is answered at once."""

    def load() -> None:
        pytest.fail("the model was loaded")

    monkeypatch.setattr(wortlaut.reading, "Reader", load, raising=False)
    assert wortlaut_command("read", tmp_path / "fehlt.txt").exit_code == 1


def test_a_missing_model_is_said_in_a_line(
    wortlaut_command: Command, article_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback where the installation is at fault."""

    def load(**_: object) -> None:
        raise ModelError("there is no model; install Wortlaut anew")

    monkeypatch.setattr(wortlaut.reading, "Reader", load, raising=False)
    result = wortlaut_command("read", article_file)
    assert result.exit_code == 1
    assert result.stderr == "wortlaut: error: there is no model; install Wortlaut anew\n"


def test_warnings_go_to_standard_error(wortlaut_command: Command, tmp_path: Path) -> None:
    """They are in the JSON too, and standard output stays JSON alone."""
    path = tmp_path / "latin.jsonl"
    line = {"schema_version": 1, "text": "„So ist es“, sagte Voss.", "warnings": ["one odd byte"]}
    path.write_text(json.dumps(line), encoding="utf-8")
    result = wortlaut_command("read", "--json", path)
    assert result.stderr == f"wortlaut: warning: {path}:1: one odd byte\n"
    assert lines(result.stdout)[0]["warnings"] == ["one odd byte"]
    assert result.exit_code == 0


def test_escape_sequences_of_a_page_never_reach_the_terminal(
    wortlaut_command: Command, tmp_path: Path
) -> None:
    """A page cannot clear the screen or forge a title, in its text or in an error."""
    path = tmp_path / "steering.jsonl"
    text = "„Der \x1b[2J Deich\x9b5m hält“, sagte Petersen."
    good = json.dumps({"text": text, "title": "Deich\x1b]0;x\x07"})
    path.write_text(good + '\n{"text": "\\u001b[31m"\n', encoding="utf-8")
    result = wortlaut_command("read", path, tmp_path / "\x1b[1mfehlt")
    assert "Deich" in result.stdout
    for shown in (result.stdout, result.stderr):
        assert not set(shown) & {"\x1b", "\x9b", "\x07"}


def test_quiet_prints_no_head(wortlaut_command: Command, article_file: Path) -> None:
    """Text and statements are still there."""
    loud = wortlaut_command("read", article_file).stdout
    quiet = wortlaut_command("read", "--quiet", article_file).stdout
    assert article_file.name in loud.replace("\n", "")
    assert article_file.name not in quiet.replace("\n", "")
    assert loud.endswith(quiet)


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--type", "quoted", "x"],
        ["read", "--min-confidence", "1.5", "x"],
        ["read", "--threads", "0", "x"],
        ["read", "--loud", "x"],
        ["speak"],
    ],
)
def test_wrong_usage_ends_with_2(wortlaut_command: Command, arguments: list[str]) -> None:
    """Scripts tell a wrong command from a source that failed."""
    result = wortlaut_command(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


def test_threads_and_word_lists_reach_the_reader(
    wortlaut_command: Command, article_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are what the reader is built with."""
    scripted = wortlaut.reading.Reader
    built = []

    def build(**options: object) -> object:
        built.append(options)
        return scripted()

    monkeypatch.setattr(wortlaut.reading, "Reader", build)
    wortlaut_command("read", "--json", "--threads", "2", "--word-lists", "own", article_file)
    wortlaut_command("read", "--json", article_file)
    assert built == [
        {"threads": 2, "word_lists": Path("own")},
        {"threads": 1, "word_lists": None},
    ]


def test_a_word_list_that_cannot_be_used_is_said_in_a_line(
    wortlaut_command: Command, article_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file and what is wrong with it."""

    def load(**_: object) -> None:
        raise LexiconError("own", "is no folder of word lists")

    monkeypatch.setattr(wortlaut.reading, "Reader", load, raising=False)
    result = wortlaut_command("read", article_file)
    assert result.exit_code == 1
    assert result.stderr.startswith("wortlaut: error: own: is no folder of word lists; ")


def test_a_day_of_publication_can_be_supplied(
    wortlaut_command: Command, article_file: Path, tmp_path: Path
) -> None:
    """For articles that have none; a page knows better."""
    dated = tmp_path / "dated.jsonl"
    dated.write_text('{"text": "„Ja“, sagte Voss.", "published": "2020-01-01"}\n', "utf-8")
    result = wortlaut_command("read", "--json", "--published", "2022-12-03", article_file, dated)
    found = [json.loads(line)["published"] for line in result.stdout.splitlines()]
    assert found == ["2022-12-03", "2020-01-01"]


def test_a_day_that_is_none_is_wrong_usage(wortlaut_command: Command, article_file: Path) -> None:
    """With the form that is asked for."""
    result = wortlaut_command("read", "--published", "3.12.2022", article_file)
    assert result.exit_code == 2
    assert "%Y-%m-%d" in result.stderr


def test_help_shows_examples(wortlaut_command: Command) -> None:
    """Somebody who asks for help can copy a line."""
    shown = wortlaut_command("read", "--help").stdout
    assert "wortlaut read article.txt" in shown
    assert "| wortlaut read -" in shown
