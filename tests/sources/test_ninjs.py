"""News in JSON gives articles, in every version's spelling."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import Article, DamagedSource, NoArticle, SourceError
from wortlaut.sources import open_source
from wortlaut.sources._ninjs import article_from_ninjs, is_ninjs

_FIELDS = st.sampled_from(
    [
        "uri", "type", "body_text", "body_xhtml", "bodies", "headline", "headlines", "byline", "by",
        "versioncreated", "language", "located", "people", "infosources", "copyrightholder",
        "role", "value", "contentType", "name", "rel",
    ]
)  # fmt: skip
BODY = (
    "HUSUM (dpa) - „Der Deich hält auch im Winter“, sagte Bürgermeisterin Wiebke Harms am Montag. "
    "Man habe die Krone im Herbst um einen halben Meter erhöht, und die Siele seien geprüft."
)
MARKUP = (
    "<p>„Der Deich hält auch im Winter“, sagte Bürgermeisterin Wiebke Harms am Montag in Husum "
    "vor dem Stadtrat.</p><p>Man habe die Krone im Herbst um einen halben Meter erhöht, und die "
    "Siele seien geprüft worden.</p>"
)
VERSION_1 = {
    "uri": "https://ninjs.example.org/item/1",
    "type": "text",
    "versioncreated": "2024-03-04T16:02:28+01:00",
    "firstcreated": "2024-03-04T12:00:00+01:00",
    "language": "de-DE",
    "byline": "Von Jens Nissen, dpa",
    "headline": "Deich in Husum hält",
    "located": "Husum, Schleswig-Holstein",
    "infosource": [],
    "copyrightholder": "Nordküstenblatt",
    "body_text": BODY,
}
VERSION_1_5 = {
    **{key: value for key, value in VERSION_1.items() if key not in ("headline", "body_text")},
    "headline_main": "Deich in Husum hält",
    "headline_short": "Deich",
    "body_main": BODY,
}
VERSION_2 = {
    **{key: VERSION_1[key] for key in ("uri", "type", "versioncreated", "language", "located")},
    "by": "Jens Nissen, dpa",
    "headlines": [
        {"role": "short", "value": "Deich"},
        {"role": "main", "value": "Deich in Husum hält"},
    ],
    "infosources": [{"name": "Nordküstenblatt", "role": "provider"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": BODY}],
}
VERSION_3 = {
    **{key: VERSION_2[key] for key in ("uri", "type", "language", "located", "by", "headlines")},
    "versionCreated": "2024-03-04T16:02:28+01:00",
    "firstCreated": "2024-03-04T12:00:00+01:00",
    "infoSources": VERSION_2["infosources"],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": BODY}],
}


def opened(tmp_path: Path, value: Any, indent: int | None = None) -> list[Article | SourceError]:
    """What a file with this value gives."""
    path = tmp_path / "news.json"
    path.write_text(json.dumps(value, indent=indent, ensure_ascii=False), "utf-8")
    return list(open_source(path))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("item", [VERSION_1, VERSION_1_5, VERSION_2, VERSION_3])
def test_every_version_gives_the_same_article(
    tmp_path: Path, item: dict[str, Any], indent: int | None
) -> None:
    """On one line and over several."""
    (found,) = opened(tmp_path, item, indent)
    assert isinstance(found, Article)
    assert found.text == BODY
    assert found.title == "Deich in Husum hält"
    assert found.authors == ("Jens Nissen",)
    assert found.outlet == "Nordküstenblatt"
    assert found.published == datetime.fromisoformat("2024-03-04T16:02:28+01:00")
    assert found.language == "de"
    assert found.url == "https://ninjs.example.org/item/1"
    assert found.place is not None
    assert found.place.span.of(found.text) == "HUSUM"
    assert found.agency is not None
    assert found.agency.value == "dpa"


@pytest.mark.parametrize(
    "body",
    [
        {"body_xhtml": MARKUP, "body_text": BODY},
        {"body_richtext": MARKUP, "body_main": BODY},
        {"bodies": [{"role": "html", "contenttype": "text/html", "value": MARKUP}]},
        {"bodies": [{"role": "main", "value": BODY}, {"role": "x", "value": MARKUP}]},
    ],
)
def test_markup_is_preferred_for_its_paragraphs(tmp_path: Path, body: dict[str, Any]) -> None:
    """It becomes text, paragraph by paragraph."""
    (found,) = opened(tmp_path, {"uri": "urn:a", "type": "text", "located": "Husum", **body})
    assert isinstance(found, Article)
    assert len(found.paragraphs) == 2
    assert "<p>" not in found.text
    assert found.url is None
    assert found.place is not None
    assert found.place.span.of(found.text) == found.place.value == "Husum"


def test_place_that_the_text_does_not_name_is_left_out(tmp_path: Path) -> None:
    """Every place is a place in the text."""
    (found,) = opened(tmp_path, {**VERSION_1, "located": "Kiel", "body_text": BODY[14:]})
    assert isinstance(found, Article)
    assert found.place is None


def test_arrays_and_lines_give_each_item(tmp_path: Path) -> None:
    """A picture among them is an error of its own."""
    picture = {"uri": "urn:b", "type": "picture", "headline": "Der Deich"}
    for indent in (None, 1):
        found = opened(tmp_path, [VERSION_1, picture, VERSION_3], indent)
        assert [type(entry) for entry in found] == [Article, NoArticle, Article]
        assert found[1].source == f"{tmp_path / 'news.json'}:2"
    lines = tmp_path / "lines.jsonl"
    lines.write_text("\n".join(map(json.dumps, [VERSION_1, picture, VERSION_2])), "utf-8")
    found = list(open_source(lines))
    assert [type(entry) for entry in found] == [Article, NoArticle, Article]
    assert found[2].source == f"{lines}:3"


@pytest.mark.parametrize("missing", ["body_text", "headline", "byline", "versioncreated", "uri"])
def test_what_is_missing_or_odd_is_left_out(tmp_path: Path, missing: str) -> None:
    """Only the body must be there."""
    odds: tuple[Any, ...] = (None, 7, [], {}, "")
    for odd in odds:
        (found,) = opened(tmp_path, {**VERSION_1, missing: odd})
        if missing == "body_text":
            assert isinstance(found, NoArticle)
        elif missing == "uri":
            assert isinstance(found, DamagedSource) is (odd != "")
        else:
            assert isinstance(found, Article)


def test_authors_may_be_people(tmp_path: Path) -> None:
    """Where there is no byline."""
    people = [{"name": "Jens Nissen", "rel": "author"}, {"name": "Wiebke Harms", "rel": "about"}]
    item = {key: value for key, value in VERSION_2.items() if key != "by"}
    (found,) = opened(tmp_path, {**item, "people": people})
    assert isinstance(found, Article)
    assert found.authors == ("Jens Nissen",)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_FIELDS, inner, max_size=4),
    max_leaves=12,
)


@given(item=st.dictionaries(_FIELDS, _JSON, max_size=10))
def test_hostile_values_end_in_errors(item: dict[str, Any]) -> None:
    """Whatever stands in a field, nothing else is raised."""

    def stub(text: str, *, source: str, url: str | None) -> Article:
        return Article(text=text, source=source, url=url)

    assert is_ninjs(item) in (True, False)
    if is_ninjs(item):
        try:
            found = article_from_ninjs(item, source="a", from_text=stub, from_html=stub)
        except NoArticle:
            return
        assert found.text.strip()
        assert all(isinstance(author, str) for author in found.authors)
