"""What one person said on one occasion is one utterance, in however many wordings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from sqlalchemy import create_engine

from tests.record.written_record import Saying, article, said
from wortlaut.model import Article, QuotationType, Statement
from wortlaut.record import Record
from wortlaut.record._address import record_url
from wortlaut.wording import Change, Relation

_HARMS = "Wiebke Harms"
_FULL = "Die Schleuse in Varelhafen bleibt den ganzen Winter über geschlossen"
_CUT = "Die Schleuse in Varelhafen bleibt geschlossen"
_OTHER = "Die Schleuse in Varelhafen bleibt den ganzen Sommer über geschlossen"
_ENGLISH = "The lock in Varelhafen will stay closed all winter"


@dataclass(frozen=True)
class Corrected:
    """What a person put right."""

    statement: Statement
    what: str

    @property
    def kind(self) -> Corrected:
        """What was done to it."""
        return self

    @property
    def value(self) -> str:
        """`changed`, `added` or `removed`."""
        return self.what


def told(
    number: int,
    *quotes: str,
    person: str = _HARMS,
    day: int = 20,
    language: str = "de",
    text: str = "",
    type: QuotationType = QuotationType.DIRECT,  # noqa: A002 - the field's name
) -> Article:
    """An article at its own address in which a person says these things."""
    sayings: list[Saying] = [said(quote, person=person, type=type) for quote in quotes]
    whole = text + " ".join(f"{person} sagte am Hafen Nummer {number}: „{q}.“" for q in quotes)
    return article(
        whole,
        *sayings,
        url=f"https://blatt{number}.example/{number}",
        outlet=f"Blatt {number}",
        language=language,
        published=date(2026, 11, day),
    )


def wordings(record: Record, number: int) -> list[int]:
    """The statements of an utterance, in order of time."""
    found = record.utterance(number)
    assert found is not None
    return [each.found.id for each in found.wordings]


def test_the_same_words_elsewhere_are_one_utterance(record: Record) -> None:
    """Named by the first statement on record; any of them leads to it."""
    list(record.add_many([told(1, _FULL), told(2, _CUT), told(3, "Der Hafen wird ausgebaut")]))
    for number in (1, 2):
        found = record.utterance(number)
        assert found is not None
        assert found.number == 1
        assert [each.found.id for each in found.wordings] == [1, 2]
    assert wordings(record, 3) == [3]
    assert record.utterance(4) is None


def test_search_tells_in_how_many_articles_something_stands(record: Record) -> None:
    """Each statement found says of which utterance it is."""
    list(record.add_many([told(1, _FULL), told(2, _CUT), told(3, "Der Hafen wird ausgebaut")]))
    page = record.search()
    assert {each.id: (each.utterance, each.wordings) for each in page.found} == {
        1: (1, 2),
        2: (1, 2),
        3: (3, 1),
    }


def test_an_article_that_reports_and_quotes_is_one_article(record: Record) -> None:
    """Both wordings are shown, and counted once."""
    record.add(told(1, _FULL, _CUT))
    assert wordings(record, 1) == [1, 2]
    assert {each.wordings for each in record.search().found} == {1}


@pytest.mark.parametrize("change", ["another person", "another week", "another topic"])
def test_something_else_is_another_utterance(record: Record, change: str) -> None:
    """Another person, another week, other words."""
    record.add(told(1, _FULL))
    record.add(
        {
            "another person": told(2, _FULL, person="Onno Janssen"),
            "another week": told(2, _FULL, day=1),
            "another topic": told(2, "Der Haushalt der Stadt ist ausgeglichen wie nie zuvor"),
        }[change]
    )
    assert wordings(record, 1) == [1]
    assert wordings(record, 2) == [2]


def test_two_utterances_become_one_by_what_links_them(record: Record) -> None:
    """The one that came later loses its number, which still leads there."""
    one = "Die Schleuse in Varelhafen bleibt geschlossen"
    other = "Wir hoffen auf Hilfe aus Hannover, denn allein schaffen wir den Umbau nicht"
    list(record.add_many([told(1, one), told(2, other)]))
    assert wordings(record, 2) == [2]
    record.add(told(3, f"{one}. {other}"))
    assert wordings(record, 1) == wordings(record, 2) == wordings(record, 3) == [1, 2, 3]
    assert list(record.check()) == []


def test_the_earliest_and_the_fullest_are_marked(record: Record) -> None:
    """By publication, whatever came on record first."""
    list(record.add_many([told(1, _FULL, day=20), told(2, _CUT, day=19)]))
    found = record.utterance(1)
    assert found is not None
    assert [each.found.id for each in found.wordings] == [2, 1]
    assert found.earliest.found.id == 2
    assert found.fullest.found.id == 1
    cut = found.wordings[0]
    assert cut.comparison is not None
    assert cut.comparison.relation is Relation.CUT or cut.comparison.drift
    assert "".join(piece.words for piece in cut.pieces) == _CUT
    assert "den ganzen Winter über" in [piece.fullest_words for piece in cut.pieces]


def test_verbatim_words_that_differ_are_drift(record: Record) -> None:
    """What one outlet gives as the very words, and another one otherwise."""
    list(record.add_many([told(1, _FULL), told(2, _OTHER)]))
    found = record.utterance(1)
    assert found is not None
    assert found.drifts
    assert [
        (piece.fullest_words, piece.words.strip())
        for piece in found.wordings[1].pieces
        if piece.drift
    ] == [("Winter", "Sommer")]
    drifting = next(piece for piece in found.wordings[1].pieces if piece.drift)
    assert drifting.change is Change.REPLACED
    assert drifting.span is not None
    assert drifting.span.of(_OTHER) == "Sommer"


def test_a_report_is_no_drift(record: Record) -> None:
    """Only what claims to be the very words can differ from them."""
    list(record.add_many([told(1, _FULL), told(2, _OTHER, type=QuotationType.INDIRECT)]))
    found = record.utterance(1)
    assert found is not None
    assert len(found.wordings) == 2
    assert not found.drifts


def test_a_translation_is_marked_and_no_drift(record: Record) -> None:
    """It is compared with others of its own language only."""
    list(record.add_many([told(1, _FULL), told(2, _ENGLISH, language="en")]))
    found = record.utterance(1)
    assert found is not None
    assert [each.translation for each in found.wordings] == [False, True]
    assert found.wordings[1].comparison is None
    assert not found.drifts


def test_one_agencys_text_in_three_outlets_is_one_source(record: Record) -> None:
    """Nearly the same text; a report of its own is another source."""
    agency = (
        "Der Hafen war am Montag Thema im Rat der Stadt. Vor der Sitzung hatten Fischer, "
        "Segler und Kaufleute gegen die Pläne protestiert, die seit dem Frühjahr bekannt sind. "
        "Eine Entscheidung fiel nach fünf Stunden in nicht öffentlicher Beratung. "
    ) * 1
    list(
        record.add_many(
            [
                told(1, _FULL, text=agency),
                told(2, _FULL, text="Varel. " + agency),
                told(3, _FULL, text=agency.replace("Segler", "Ruderer")),
                told(4, _CUT, text="Ganz anders klang es am Abend bei den Leuten am Kai, die "),
            ]
        )
    )
    found = record.utterance(1)
    assert found is not None
    assert [(each.statements, each.outlets) for each in found.sources] == [
        ((1, 2, 3), ("Blatt 1", "Blatt 2", "Blatt 3")),
        ((4,), ("Blatt 4",)),
    ]


def test_a_corrected_statement_moves(record: Record) -> None:
    """To where its new words belong; who is left behind stays together."""
    list(record.add_many([told(1, _FULL), told(2, _CUT), told(3, "Der Hafen wird ausgebaut")]))
    kept = record.article("https://blatt1.example/1")
    assert kept is not None
    (own,) = kept.article.statements
    assert own.person is not None
    other = replace(own, person=replace(own.person, name="Onno Janssen"))
    record.correct(kept, [Corrected(other, "changed")])
    assert wordings(record, 1) == [1]
    assert wordings(record, 2) == [2]
    kept = record.article("https://blatt1.example/1")
    assert kept is not None
    record.correct(kept, [Corrected(own, "changed")])
    assert wordings(record, 2) == [1, 2]
    assert list(record.check()) == []


def test_a_statement_that_was_taken_out_leads_to_the_others(record: Record) -> None:
    """An utterance's number means the same when its first statement goes."""
    list(record.add_many([told(1, _FULL), told(2, _CUT), told(3, _FULL)]))
    kept = record.article("https://blatt1.example/1")
    assert kept is not None
    record.correct(kept, [Corrected(kept.article.statements[0], "removed")])
    found = record.utterance(1)
    assert found is not None
    assert found.number == 2
    assert [each.found.id for each in found.wordings] == [2, 3]
    kept = record.article("https://blatt3.example/3")
    assert kept is not None
    record.correct(kept, [Corrected(kept.article.statements[0], "removed")])
    kept = record.article("https://blatt2.example/2")
    assert kept is not None
    record.correct(kept, [Corrected(kept.article.statements[0], "removed")])
    assert record.utterance(1) is None


def test_an_old_versions_statement_leads_to_the_new_ones(record: Record) -> None:
    """A page that changed has its words once."""
    record.add(told(1, _FULL))
    record.add(told(1, _FULL, text="Aktualisiert: "))
    assert wordings(record, 1) == wordings(record, 2) == [2]
    record.add(told(1, "Der Haushalt der Stadt ist ausgeglichen wie nie zuvor"))
    assert wordings(record, 1) == [1]
    assert wordings(record, 3) == [3]
    assert list(record.check()) == []


def test_people_that_are_merged_and_split_take_their_words_along(record: Record) -> None:
    """As long as they are two, they said two things."""
    list(record.add_many([told(1, _FULL), told(2, _FULL, person="Wiebke Onnen")]))
    assert wordings(record, 1) == [1]
    kept = record.merge("Wiebke Harms", "Wiebke Onnen")
    assert wordings(record, 2) == [1, 2]
    record.split(kept, ["https://blatt2.example/2"], anew=True)
    assert wordings(record, 1) == [1]
    assert wordings(record, 2) == [2]
    assert list(record.check()) == []


def test_statements_tell_in_how_many_articles_they_stand(record: Record) -> None:
    """One that stands alone is its own utterance, in one article."""
    list(record.add_many([told(1, _FULL), told(2, _FULL)]))
    record.add(told(3, "Der Haushalt der Stadt ist ausgeglichen wie nie zuvor"))
    assert record.utterances_of([1, 2, 3]) == {1: (1, 2), 2: (1, 2), 3: (3, 1)}
    assert record.utterances_of([]) == {}


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE wording SET utterance_id = NULL WHERE statement_id = 2", "statement 2: is not in"),
        ("UPDATE wording SET utterance_id = 2 WHERE statement_id = 2", "statement 2: is not in"),
        ("DELETE FROM wording WHERE statement_id = 2", "statement 2: cannot be found"),
        ("UPDATE wording SET whose = 77 WHERE statement_id = 2", "statement 2: is compared with w"),
        (
            "UPDATE wording SET window_begin = NULL WHERE statement_id = 2",
            "statement 2: is compared with statements of other days",
        ),
        (
            "UPDATE wording SET vector = (SELECT w.vector FROM wording w WHERE w.statement_id = 3)"
            " WHERE statement_id = 2",
            "statement 2: its vector",
        ),
        ("DELETE FROM article_signature WHERE version_id = 2", "article version 2: is not comp"),
        ("UPDATE article_signature SET source_id = 1 WHERE version_id = 2", "source 1: is not"),
    ],
)
def test_damage_is_found(place: str, damage: str, finding: str) -> None:
    """And named by what it befell."""
    with Record(place) as record:
        list(record.add_many([told(1, _FULL), told(2, _CUT), told(3, "Der Hafen wird ausgebaut")]))
        assert list(record.check()) == []
    engine = create_engine(record_url(place))
    with engine.begin() as connection:
        connection.exec_driver_sql(damage)
    engine.dispose()
    with Record(place) as record:
        assert any(found.startswith(finding) for found in record.check())
