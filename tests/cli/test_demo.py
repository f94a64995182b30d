"""`wortlaut demo`: the record made, kept, thrown away; with a reader that finds by pattern."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

from tests.cli.conftest import ARTICLE, Command
from wortlaut.demo import demo_articles
from wortlaut.record import Record

COMMAND = [sys.executable, "-m", "tests.cli.scripted_reader"]


def test_it_makes_a_record_and_says_where(wortlaut_command: Command, tmp_path: Path) -> None:
    """All articles are on it, and the commands to try name it."""
    place = tmp_path / "new folder" / "demo.sqlite"
    result = wortlaut_command("demo", "--no-open", "--record", place)
    assert result.exit_code == 0, result.output
    addresses = {article.url for article in demo_articles()}
    with Record(place, create=False) as record:
        found = record.search_articles(limit=100).found
    assert {each.article.url for each in found} == addresses
    assert f"{len(demo_articles())} articles with" in result.output
    assert str(place) in result.output


def test_a_second_run_uses_what_is_there(wortlaut_command: Command, tmp_path: Path) -> None:
    """And what was broken off is gone on with."""
    place = tmp_path / "demo.sqlite"
    with Record(place) as record:
        record.add(demo_articles()[0])
    first = wortlaut_command("demo", "--no-open", "--record", place)
    second = wortlaut_command("demo", "--no-open", "--record", place)
    assert f"{len(demo_articles()) - 1} articles with" in first.output
    assert second.exit_code == 0
    assert "The demonstration is on record" in second.output


def test_anew_begins_again(wortlaut_command: Command, tmp_path: Path) -> None:
    """The record's own numbers begin at one again."""
    place = tmp_path / "demo.sqlite"
    assert wortlaut_command("demo", "--no-open", "--record", place).exit_code == 0
    result = wortlaut_command("demo", "--no-open", "--record", place, "--anew")
    assert f"{len(demo_articles())} articles with" in result.output


def test_quiet_says_nothing(wortlaut_command: Command, tmp_path: Path) -> None:
    """For scripts."""
    result = wortlaut_command("demo", "--no-open", "--record", tmp_path / "demo.sqlite", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


def test_a_record_of_real_news_is_left_alone(wortlaut_command: Command, tmp_path: Path) -> None:
    """Whether it would be added to or thrown away."""
    place = tmp_path / "news.sqlite"
    article = tmp_path / "deich.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert wortlaut_command("add", article, "--record", place).exit_code == 0
    for further in ([], ["--anew"]):
        result = wortlaut_command("demo", "--no-open", "--record", place, *further)
        assert result.exit_code == 1
        assert "not the demonstration's" in result.stderr
    with Record(place, create=False) as record:
        assert len(record.search_articles().found) == 1


def test_it_opens_the_browser_on_the_record(tmp_path: Path) -> None:
    """And serves until it is stopped."""
    visited = tmp_path / "visited"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{visited}"\n', encoding="utf-8")
    browser.chmod(0o755)
    process = subprocess.Popen(
        [*COMMAND, "demo", "--port", "0", "--record", str(tmp_path / "demo.sqlite")],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"BROWSER": f"{browser} %s"},
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://\S+/", told)
        assert found, told
        assert httpx.get(found[0]).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert visited.read_text("utf-8").strip() == found[0]
    finally:
        process.kill()
        process.wait()
