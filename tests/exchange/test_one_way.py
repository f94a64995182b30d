"""Formats that only go out: rows, schema.org, FollowTheMoney, and our own JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from tests.exchange.written_statements import ARTICLE, BARE, FULL, WITHOUT_ADDRESS, articles
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import COLUMNS, FORMATS, arrow_table, exported, imported, statement_rows
from wortlaut.model import Article, Person, PersonKind
from wortlaut.sources import open_source


def lines(name: str, *given_: Article) -> list[Any]:
    """The objects of a format that writes one a line."""
    return [json.loads(line) for line in b"".join(exported(given_, name)).splitlines()]


class TestRows:
    """CSV, Parquet and Arrow."""

    def test_rows_have_every_column(self) -> None:
        """None where there is nothing, articles without statements left out."""
        rows = list(statement_rows([ARTICLE, WITHOUT_ADDRESS]))
        assert [row["statement"] for row in rows] == [1, 2, 3]
        assert all(list(row) == list(COLUMNS) for row in rows)
        assert rows[0]["quote"] == "„Der Deich hält“ … „wenn das Wetter es erlaubt“"
        assert rows[0]["person_role"] == "Bürgermeisterin"
        assert rows[0]["said_from"] == date(2024, 3, 4)
        assert rows[0]["published"] == date(2024, 3, 5)
        assert rows[0]["authors"] == "Jens Nissen; Anna Thoms"
        assert rows[2]["person"] is None
        assert rows[2]["begin"] == BARE.quote[0].begin

    @settings(max_examples=40)
    @given(article=articles())
    def test_csv_reads_back_as_the_rows(self, article: Article) -> None:
        """Commas, quotation marks and line ends within words are kept."""
        content = b"".join(exported([article], "csv")).decode()
        read = list(csv.DictReader(io.StringIO(content, newline="")))
        rows = list(statement_rows([article]))
        assert len(read) == len(rows)
        for found, row in zip(read, rows, strict=True):
            for name, value in row.items():
                shown = str(value).lower() if isinstance(value, bool) else value
                assert found[name] == ("" if shown is None else str(shown))

    def test_no_statements_leave_the_head(self) -> None:
        """So that a program finds its columns."""
        assert b"".join(exported([], "csv")).decode().strip() == ",".join(COLUMNS)

    def test_parquet_reads_back_as_the_rows(self) -> None:
        """With typed columns."""
        parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is missing")
        content = b"".join(exported([ARTICLE, WITHOUT_ADDRESS, ARTICLE], "parquet"))
        table = parquet.read_table(io.BytesIO(content))
        assert table.to_pylist() == list(statement_rows([ARTICLE, ARTICLE]))
        assert str(table.schema.field("said_from").type) == "date32[day]"
        assert table.equals(arrow_table([ARTICLE, ARTICLE]))
        assert parquet.read_table(io.BytesIO(b"".join(exported([], "parquet")))).num_rows == 0

    def test_half_characters_do_not_stop_an_export(self) -> None:
        """A broken page may hold some; no file can."""
        broken = Article(text=ARTICLE.text, title="\ud800", statements=(FULL,))
        for name in FORMATS:
            assert b"".join(exported([broken], name))


class TestJsonLines:
    """Our own form."""

    def test_articles_come_back_whole(self, tmp_path: Any) -> None:
        """As `wortlaut read` and `add` take them."""
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"".join(exported([ARTICLE, WITHOUT_ADDRESS], "jsonl")))
        assert list(open_source(path)) == [ARTICLE, WITHOUT_ADDRESS]


class TestSchemaOrg:
    """JSON-LD of schema.org's vocabulary."""

    def test_article_holds_its_quotations(self) -> None:
        """With speaker, date and where they stand."""
        article, other = lines("schemaorg", ARTICLE, WITHOUT_ADDRESS)
        assert article["@context"] == "https://schema.org"
        assert article["@type"] == "NewsArticle"
        assert article["@id"] == article["url"] == ARTICLE.url
        assert article["datePublished"] == "2024-03-05T08:00:00+01:00"
        assert article["publisher"] == {"@type": "Organization", "name": "Nordküstenblatt"}
        first, second, bare = article["hasPart"]
        assert first["@type"] == "Quotation"
        assert first["spokenByCharacter"] == {
            "@type": "Person",
            "name": "Wiebke Harms",
            "jobTitle": "Bürgermeisterin",
        }
        assert first["dateCreated"] == "2024-03-04"
        assert first["isPartOf"] == {"@id": ARTICLE.url}
        assert second["isPartOf"] == {"@id": first["@id"]}
        assert second["keywords"] == ["indirect", "denies"]
        assert "spokenByCharacter" not in bare
        assert other["hasPart"] == []
        assert other["@id"].startswith("text:")


class TestFollowTheMoney:
    """Entities of FollowTheMoney's model."""

    def test_entities_link_article_and_speaker(self) -> None:
        """Each person once an article; statements of nobody are left out."""
        entities = lines("ftm", ARTICLE, WITHOUT_ADDRESS)
        schemata = [entity["schema"] for entity in entities]
        assert schemata == [
            "Article", "Person", "Organization", "Organization", "Person", "Documentation",
            "UnknownLink", "UnknownLink", "UnknownLink", "Documentation", "Article",
        ]  # fmt: skip
        known = {entity["id"]: entity for entity in entities}
        link = entities[5]["properties"]
        assert known[link["document"][0]]["properties"]["language"] == ["deu"]
        assert known[link["entity"][0]]["properties"]["position"] == ["Bürgermeisterin"]
        assert link["date"] == ["2024-03-04"]
        assert link["summary"] == ["„Der Deich hält“ … „wenn das Wetter es erlaubt“"]
        between = [entity["properties"] for entity in entities[6:9]]
        assert [
            (each["role"], known[each["object"][0]]["properties"]["name"]) for each in between
        ] == [
            (["said to"], ["Stadtrat"]),
            (["said about"], ["Deich von Husum"]),
            (["said about"], ["Wetter (Gott)"]),
        ]

    def test_same_person_is_one_across_articles_and_a_group_is_not(self) -> None:
        """*Experten* here are not *Experten* there."""
        elsewhere = replace(ARTICLE, url="https://example.org/b")
        people = [e for e in lines("ftm", ARTICLE, elsewhere) if e["schema"] == "Person"]
        assert len(people) == 2 * len({entity["id"] for entity in people}) == 4
        experts = replace(BARE, person=Person("Experten", PersonKind.GROUP))
        groups = [
            entity
            for article in (ARTICLE, elsewhere)
            for entity in lines("ftm", replace(article, statements=(experts,)))
            if entity["schema"] == "LegalEntity"
        ]
        assert len({entity["id"] for entity in groups}) == 2

    @settings(max_examples=40)
    @given(article=articles())
    def test_library_takes_every_entity_as_it_is(self, article: Article) -> None:
        """Nothing is dropped or mended by its cleaning of values."""
        followthemoney = pytest.importorskip(
            "followthemoney", reason="it needs PyICU, which has no wheels"
        )
        for entity in [*lines("ftm", ARTICLE), *lines("ftm", article)]:
            proxy = followthemoney.model.get_proxy(entity, cleaned=True)
            schema = followthemoney.model.get(entity["schema"])
            cleaned = followthemoney.model.make_entity(schema)
            cleaned.id = entity["id"]
            for name, values in entity["properties"].items():
                assert name in schema.properties
                cleaned.add(name, values)
                assert len(cleaned.get(name)) == len(set(values))
            assert all(cleaned.get(name) for name in schema.required if name in cleaned.properties)
            assert proxy.id == entity["id"]


def test_every_format_says_what_it_loses() -> None:
    """But our own, which loses nothing."""
    assert [name for name, each in FORMATS.items() if not each.loses] == ["jsonl"]


@pytest.mark.parametrize("name", FORMATS)
def test_articles_are_taken_one_by_one(name: str) -> None:
    """An export of millions fits into memory: something is written before all are read."""
    if FORMATS[name].extra:
        pytest.importorskip({"cas": "cassis", "parquet": "pyarrow"}[name])
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield ARTICLE

    pieces = exported(endless(), name)
    written = 0
    while written < 2:
        written += bool(next(pieces))
    assert taken < 15_000


def test_unknown_formats_are_refused() -> None:
    """With those that there are; and those that only go out do not come in."""
    with pytest.raises(ExchangeError, match="jsonl"):
        list(exported([], "xml"))
    with pytest.raises(ExchangeError, match="webannotation, cas, labelstudio"):
        imported(ARTICLE, io.BytesIO(b""), "csv")
