"""An article goes to JSON and comes back the same."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import (
    Act,
    Article,
    Located,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Span,
    Statement,
    When,
    WhenBasis,
)
from wortlaut._json_form import article_from_dict, article_to_dict, article_to_json_line

TEXT = "KIEL (dpa) - „Der Deich hält“, sagte Ada Petersen. 🌊 Sie sei zuversichtlich.\n\nDrucken"


def at(words: str) -> Span:
    """Where `words` stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


ARTICLE = Article(
    text=TEXT,
    source="deich.txt",
    language="de",
    title="Der Deich",
    authors=("Jo Brandt", "Mia Voss"),
    outlet="Küstenbote",
    url="https://example.org/deich",
    published=date(2026, 11, 20),
    agency=Located("dpa", at("dpa")),
    place=Located("Kiel", at("KIEL")),
    paragraphs=(at("„Der Deich hält“, sagte Ada Petersen. 🌊 Sie sei zuversichtlich."),),
    furniture=(at("Drucken"),),
    warnings=("one byte could not be decoded",),
    statements=(
        Statement(
            id=1,
            type=QuotationType.DIRECT,
            medium=Medium.SPEECH,
            quote=(at("„Der Deich hält“"),),
            confidence=0.93,
            speaker=(at("Ada Petersen"),),
            cue=(at("sagte"),),
            frame=(at("sagte Ada Petersen"),),
            person=Person(
                name="Ada Petersen",
                kind=PersonKind.HUMAN,
                role=Located("Sprecherin", at("Sie")),
                mentions=(at("Ada Petersen"), at("Sie")),
                resolved_by=Resolution.NAME,
                confidence=0.97,
                runner_up="Mia Voss",
            ),
            via=Located("dpa", at("dpa")),
            said_on=When(
                WhenBasis.FRAME,
                date(2026, 11, 20),
                date(2026, 11, 20),
                Precision.DAY,
                "2026-11-20",
                at("sagte"),
            ),
            occasion=Occasion(OccasionKind.INTERVIEW, (at("sagte"),)),
            in_reply_to=(at("hält"),),
            act=Act.ASSERTS,
            condition=(at("Deich"),),
            negated=True,
            damage=(at("Der Deich"),),
        ),
        Statement(
            id=2,
            type=QuotationType.INDIRECT_FREE_INDIRECT,
            medium=Medium.SPEECH_OR_THOUGHT,
            quote=(at("Sie"), at("sei zuversichtlich")),
            confidence=0.5,
            addressee=(at("Sie"),),
            nested_in=1,
            mixed=True,
            person_unknown="the article does not say whose words these are",
            addressee_person=Person("Mia Voss", PersonKind.UNNAMED),
            about=(Mention("Ada Petersen", PersonKind.HUMAN, at("Sie")),),
            said_on=When(WhenBasis.PUBLISHED, unresolved="no date of publication"),
        ),
    ),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of any text, surrogates and controls included, with spans that fit it."""
    text = draw(st.text(st.characters(), min_size=1, max_size=60))

    @st.composite
    def one_span(draw: st.DrawFn) -> Span:
        begin = draw(st.integers(0, len(text) - 1))
        return Span(begin, draw(st.integers(begin + 1, len(text))))

    spans = st.lists(one_span(), max_size=3).map(tuple)
    located = st.none() | st.builds(Located, st.text(), one_span())
    days = st.none() | st.dates()
    person = st.none() | st.builds(
        Person,
        name=st.text(min_size=1),
        kind=st.sampled_from(PersonKind),
        role=located,
        mentions=spans,
        resolved_by=st.sampled_from(Resolution),
        confidence=st.floats(0, 1),
        runner_up=st.none() | st.text(),
    )
    when = st.none() | st.builds(
        When,
        basis=st.sampled_from(WhenBasis),
        end=days,
        precision=st.sampled_from(Precision),
        value=st.none() | st.text(),
        words=st.none() | one_span(),
        unresolved=st.none() | st.text(),
    )
    occasion = st.none() | st.builds(
        Occasion,
        kind=st.sampled_from(OccasionKind),
        words=st.lists(one_span(), min_size=1, max_size=2).map(tuple),
    )
    statement = st.builds(
        Statement,
        id=st.integers(1, 99),
        type=st.sampled_from(QuotationType),
        medium=st.sampled_from(Medium),
        quote=st.lists(one_span(), min_size=1, max_size=3).map(tuple),
        confidence=st.floats(0, 1),
        speaker=spans,
        cue=spans,
        frame=spans,
        addressee=spans,
        nested_in=st.none() | st.integers(1, 99),
        mixed=st.booleans(),
        person=person,
        person_unknown=st.none() | st.text(),
        via=located,
        addressee_person=person,
        about=st.lists(
            st.builds(
                Mention,
                name=st.text(min_size=1),
                kind=st.sampled_from(PersonKind),
                span=one_span(),
            ),
            max_size=3,
        ).map(tuple),
        said_on=when,
        occasion=occasion,
        in_reply_to=spans,
        act=st.none() | st.sampled_from(Act),
        condition=spans,
        negated=st.booleans(),
        damage=spans,
    )
    words = st.none() | st.text()
    return draw(
        st.builds(
            Article,
            text=st.just(text),
            source=st.text(),
            language=words,
            title=words,
            authors=st.lists(st.text(), max_size=2).map(tuple),
            outlet=words,
            url=words,
            published=st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(UTC)),
            agency=located,
            place=located,
            paragraphs=spans,
            furniture=spans,
            warnings=st.lists(st.text(), max_size=2).map(tuple),
            statements=st.lists(statement, max_size=3).map(tuple),
        )
    )


def test_a_span_carries_its_offsets_and_its_characters() -> None:
    """A reader of the JSON need not slice the text, and can check that it would slice alike."""
    statement = article_to_dict(ARTICLE)["statements"][0]
    assert statement["quote"] == [{"begin": 13, "end": 29, "text": "„Der Deich hält“"}]
    assert statement["speaker"][0]["text"] == "Ada Petersen"


def test_every_field_is_there_even_where_the_article_has_none() -> None:
    """The keys do not depend on the page."""
    bare = article_to_dict(Article(text="Nichts."))
    full = article_to_dict(ARTICLE)
    assert bare.keys() == full.keys()
    assert bare["published"] is None
    assert bare["statements"] == []


def test_a_form_from_before_there_was_about_has_nobody_in_it() -> None:
    """What older versions wrote is read on."""
    form = article_to_dict(ARTICLE)
    for statement in form["statements"]:
        del statement["about"]
    assert [statement.about for statement in article_from_dict(form).statements] == [(), ()]


def test_a_mention_without_a_name_is_refused() -> None:
    """It would name nobody; the error says where."""
    form = article_to_dict(ARTICLE)
    form["statements"][1]["about"][0]["name"] = ""
    with pytest.raises(ValueError, match=r"a mention needs a name \(in statements\[1\]\)"):
        article_from_dict(form)


def test_the_form_survives_json() -> None:
    """What `json.loads` gives back builds the same article."""
    assert article_from_dict(json.loads(article_to_json_line(ARTICLE))) == ARTICLE


@given(articles())
def test_any_article_comes_back_the_same(article: Article) -> None:
    """Whatever the text holds, one line of UTF-8 carries it."""
    line = article_to_json_line(article)
    assert line.encode("utf-8").splitlines() == [line.encode("utf-8")]
    assert line.splitlines() == [line]
    assert article_from_dict(json.loads(line)) == article


def test_a_time_of_day_is_kept_and_a_bare_date_stays_one() -> None:
    """`published` is as precise as the page was."""
    moment = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    form = article_to_dict(Article(text="x", published=moment))
    assert form["published"] == "2026-11-20T09:30:00+00:00"
    assert article_from_dict(form).published == moment
    assert type(article_from_dict({"text": "x", "published": "2026-11-20"}).published) is date


def test_text_alone_is_enough() -> None:
    """Somebody else's JSON Lines need no more than `text`; what we do not know is left aside."""
    assert article_from_dict({"text": "Ein Satz.", "rubrik": 7}) == Article(text="Ein Satz.")


def test_a_confidence_may_be_written_as_an_integer() -> None:
    """Other tools write 1.0 as 1."""
    form = article_to_dict(ARTICLE)
    form["statements"][0]["confidence"] = 1
    assert article_from_dict(form).statements[0].confidence == 1.0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": None}, "the article lacks text"),
        ({"text": 3}, "text in the article must be a string, not an integer"),
        ({"title": ["a"]}, "title in the article must be a string, not an array"),
        ({"authors": "Jo"}, "authors in the article must be an array, not a string"),
        ({"authors": [None]}, r"authors\[0\] must be a string, not null"),
        ({"published": "neulich"}, "'neulich', which is no ISO 8601 date"),
        ({"schema_version": 2}, "schema_version is 2, and this version of Wortlaut reads 1"),
        ({"furniture": [{"begin": 0, "end": 999}]}, r"furniture\[0\] ends at 999"),
        ({"furniture": [{"begin": True, "end": 9}]}, "begin .* integer, not true or false"),
        ({"furniture": [{"begin": 3, "end": 3}]}, "not a span: begin 3, end 3"),
        ({"agency": {"value": "dpa", "span": None}}, "agency.span must be an object, not null"),
        (
            {"paragraphs": [{"begin": 0, "end": 4, "text": "Kiel"}]},
            r"paragraphs\[0\] says 'Kiel' where the text has 'KIEL'",
        ),
        ({"statements": [{"id": 1, "type": "quote"}]}, r"'quote' is not a valid .*statements\[0\]"),
        ({"statements": [{"id": 1, "type": "direct"}]}, r"statements\[0\] lacks medium"),
    ],
)
def test_a_wrong_form_is_refused_by_the_name_of_its_field(
    change: dict[str, Any], said: str
) -> None:
    """Whoever writes the JSON learns where it is wrong."""
    with pytest.raises(ValueError, match=said):
        article_from_dict(article_to_dict(ARTICLE) | change)


def test_an_array_is_no_article() -> None:
    """A JSON value of another kind is refused as such."""
    with pytest.raises(ValueError, match="the article must be an object, not an array"):
        article_from_dict([])
