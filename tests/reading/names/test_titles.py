"""A person's name begins after titles and offices."""

from __future__ import annotations

import pytest

from wortlaut.reading.names._titles import without_titles


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Anna Roth", "Anna Roth"),
        ("Herrn Roth", "Roth"),
        ("Müllkommissar De Roth", "De Roth"),
        ("Jansens Oberbürgermeister Dr . Anna Roth", "Anna Roth"),
        ("Werft-Sprecherin Roth", "Roth"),
        ("CDU-Vorsitzender Anna Roth", "Anna Roth"),
        ("Sen . Anna Roth", "Anna Roth"),
        ("Französin Anna Roth", "Anna Roth"),
        ("Anna Französin Roth", "Anna Französin Roth"),
        ("Anna Richter", "Anna Richter"),
        ("Richter", "Richter"),
        ("Murat Roth", "Murat Roth"),
        ("Anna M . Roth", "Anna M . Roth"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(words: str, name: str) -> None:
    """But an office that is somebody's surname stays."""
    row = words.split(" ")
    begin = without_titles(row, 0, len(row), lambda word: word == "Französin")
    assert " ".join(row[begin:]) == name
