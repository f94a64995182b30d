"""CAS documents load in cassis, and count as UIMA does."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from tests.exchange.written_statements import ARTICLE, FULL, TEXT, WITHOUT_ADDRESS
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import exported, imported
from wortlaut.exchange._cas import LINK, PART, STATEMENT

cassis: Any = pytest.importorskip("cassis", reason="the extra `cas` is not installed")


def documents() -> dict[str, bytes]:
    """The files in the archive of two articles."""
    content = b"".join(exported([ARTICLE, WITHOUT_ADDRESS], "cas"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.endswith(".json")]
        return {name: archive.read(name) for name in names}


def test_every_article_is_a_file() -> None:
    """Whose name tells of it and of its statements; the same record gives the same bytes."""
    assert list(documents()) == [
        "000001-deich-in-husum-h-lt.statements_1-3.json",
        "000002-article.statements_none.json",
    ]
    assert b"".join(exported([ARTICLE], "cas")) == b"".join(exported([ARTICLE], "cas"))


def test_layers_come_along_as_a_type_system() -> None:
    """For a project in INCEpTION that has none yet."""
    with zipfile.ZipFile(io.BytesIO(b"".join(exported([], "cas")))) as archive:
        types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
    assert {"number", "quotationType", "person", "parts"} <= {
        feature.name for feature in types.get_type(STATEMENT).all_features
    }


def test_cassis_reads_the_statements() -> None:
    """In code points, as its users expect; links have roles."""
    cas = cassis.load_cas_from_json(io.BytesIO(next(iter(documents().values()))))
    assert cas.sofa_string == TEXT
    statements = cas.select(STATEMENT)
    assert sorted(each.number for each in statements) == [1, 2, 3]
    first = next(each for each in statements if each.number == 1)
    assert first.get_covered_text() == "„Der Deich hält“"
    assert (first.quotationType, first.person, first.act) == ("direct", "Wiebke Harms", "asserts")
    parts = {link.role: link.target.get_covered_text() for link in first.parts.elements}
    assert parts["speaker"] == "Bürgermeisterin Wiebke Harms"
    assert parts["quote"] == "„wenn das Wetter es erlaubt“"
    assert parts["time"] == "am Montag"


def test_offsets_in_the_file_count_utf_16_units() -> None:
    """An emoji before them counts twice."""
    value = json.loads(next(iter(documents().values())))
    found = [each for each in value["%FEATURE_STRUCTURES"] if each["%TYPE"] == STATEMENT]
    first = next(each for each in found if each["number"] == 1)
    assert first["begin"] == FULL.quote[0].begin + 1
    units = TEXT.encode("utf-16-le")
    assert units[2 * first["begin"] : 2 * first["end"]].decode("utf-16-le") == "„Der Deich hält“"
    assert {STATEMENT, PART, LINK} <= value["%TYPES"].keys()


def test_single_document_comes_back() -> None:
    """As INCEpTION exports one."""
    content = next(iter(documents().values()))
    assert imported(ARTICLE, io.BytesIO(content), "cas") == []


def test_document_is_known_by_its_text() -> None:
    """INCEpTION writes its own addresses into the metadata."""
    value = json.loads(next(iter(documents().values())))
    for each in value["%FEATURE_STRUCTURES"]:
        each.pop("documentUri", None)
    assert imported(ARTICLE, io.BytesIO(json.dumps(value).encode()), "cas") == []


@pytest.mark.parametrize("content", [b"", b"{}", b"kaputt", b"PK\x03\x04kaputt"])
def test_what_is_no_document_is_an_error(content: bytes) -> None:
    """Never a correction."""
    with pytest.raises(ExchangeError):
        imported(ARTICLE, io.BytesIO(content), "cas")


def test_document_with_another_text_is_an_error() -> None:
    """Its offsets would mean other words."""
    value = json.loads(next(iter(documents().values())))
    for each in value["%FEATURE_STRUCTURES"]:
        if "sofaString" in each:
            each["sofaString"] = TEXT.replace("Deich", "Damm")
    with pytest.raises(ExchangeError, match="another text"):
        imported(ARTICLE, io.BytesIO(json.dumps(value).encode()), "cas")
