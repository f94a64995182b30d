"""Finding statements by what they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from tests.record.people_on_record import make_older
from tests.record.written_record import article, said
from wortlaut._exceptions import QueryError
from wortlaut.exchange import Correction, CorrectionKind
from wortlaut.model import Act, Article, OccasionKind, QuotationType, Span
from wortlaut.record import Filters, Record, _like
from wortlaut.record._schema import MOST_STATEMENTS, vector_block
from wortlaut.record._vector_blocks import blocks_after
from wortlaut.wording import SentenceVectors, cosines

MATTERS = (
    ("Der Deich an der Lahr hält dem Hochwasser stand", "de"),
    ("The levee on the river will withstand the flood", "en"),
    ("Die Mieten in der Altstadt steigen zu schnell", "de"),
    ("Rents in the old town are rising too fast", "en"),
    ("Wir stellen zweihundert neue Lehrerinnen ein", "de"),
    ("The hospital needs more nurses on the night shift", "en"),
    ("Die Fähre fährt im Winter nicht mehr", "de"),
    ("Our team played without any courage", "en"),
)
PEOPLE = ("Wiebke Harms", "Jost Wendel", "Nadja Ferling")
OUTLETS = ("Deichblatt", "Küstenpost", "Harbour Times")


def pages() -> list[Article]:
    """Articles of two statements each, on eight matters by three people in three outlets."""
    made = []
    for number in range(24):
        words, language = MATTERS[number % len(MATTERS)]
        other, _ = MATTERS[(number + 2) % len(MATTERS)]
        who = PEOPLE[number % 3]
        first, second = f"{words}, Nummer {number}", f"{other}, sage ich {number}-mal"
        made.append(
            article(
                f"{who} erklärte: „{first}.“ {PEOPLE[0]} meinte: {second}.",
                said(first, person=who, act=list(Act)[number % 4], negated=number % 5 == 0),
                said(second, person=PEOPLE[0], type=QuotationType.INDIRECT),
                url=f"https://x.example/{number}",
                outlet=OUTLETS[number % 2 if number % 7 else 2],
                language=language,
                title=f"Bericht {'vom Hafen' if number % 3 else 'vom Rathaus'}",
                published=date(2026, 1 + number % 12, 3),
            )
        )
    return made


def nearest(record: Record, text: str, filters: Filters | None, limit: int) -> list[int]:
    """What `like` should find, by comparing with every statement there is."""
    vectors = SentenceVectors.load()
    found = list(record.statements(filters))
    if not found:
        return []
    near = cosines(vectors.of([text])[0], vectors.of([each.quote for each in found]))
    order = sorted(
        range(len(found)),
        key=lambda i: (-near[i], -(found[i].day or date.min).toordinal(), -found[i].id),
    )
    return [found[i].id for i in order[:limit]]


@pytest.fixture
def filled(record: Record) -> Record:
    """A record of 48 statements."""
    list(record.add_many(pages()))
    return record


def test_meaning_finds_across_languages(filled: Record) -> None:
    """What is asked in English finds the German statement, and the other way round."""
    found = filled.like("Will the dyke hold against high water?", limit=12).found
    assert any("Deich" in each.quote for each in found)
    assert any("levee" in each.quote for each in found)
    scores = [each.score or 0.0 for each in found]
    assert scores == sorted(scores, reverse=True)
    assert found[0].highlights == ()


FILTERS = {
    "nothing": Filters(),
    "a language": Filters(language="en"),
    "types": Filters(types=frozenset({QuotationType.INDIRECT})),
    "acts": Filters(acts=frozenset({Act.DENIES, Act.DEMANDS})),
    "an occasion": Filters(occasions=frozenset({OccasionKind.INTERVIEW})),
    "an outlet": Filters(outlet="harbour times"),
    "days": Filters(begin=date(2026, 3, 1), end=date(2026, 6, 30)),
    "until a day": Filters(end=date(2026, 2, 28)),
    "a speaker": Filters(speaker="Wendel"),
    "a speaker's number": Filters(speaker="#1"),
    "nobody": Filters(speaker="Unbekannt"),
    "about": Filters(about="Rathaus"),
    "negated": Filters(negated=True),
    "verbatim": Filters(verbatim=True),
    "many at once": Filters(speaker="Harms", language="de", verbatim=True, about="Hafen"),
}


@pytest.mark.parametrize("first", [2, 200])
def test_it_finds_what_comparing_with_each_finds(
    filled: Record, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is filtered, and however few are looked at before more are."""
    monkeypatch.setattr(_like, "_FIRST", first)
    texts = ("rising rents", "Hochwasser am Fluss", "neue Stellen an den Schulen")
    for (name, filters), text in product(FILTERS.items(), texts):
        found = [each.id for each in filled.like(text, filters, limit=7).found]
        assert found == nearest(filled, text, filters, 7), (name, text)


def test_an_old_version_makes_room_for_others(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an article no longer says is not found, however many such statements are nearest."""
    monkeypatch.setattr(_like, "_FIRST", 2)
    text = MATTERS[0][0]
    before = filled.like(text, limit=5).found
    for each in before:
        filled.add(article("Leer.", url=each.article.url))
    after = [each.id for each in filled.like(text, limit=5).found]
    assert not {each.id for each in before} & set(after)
    assert after == nearest(filled, text, None, 5)


def test_what_others_write_is_found_at_once(place: str) -> None:
    """Another process adds, corrects and takes out; who has the record open sees it."""
    with Record(place) as reader, Record(place) as writer:
        assert reader.like("Deich").found == ()
        for number, page in enumerate(pages()):
            writer.add(page)
            found = [each.id for each in reader.like("Deich", limit=4).found]
            assert found == nearest(writer, "Deich", None, 4), number
        first = reader.like("Deich", limit=1).found[0]
        kept = writer.article(first.article.url or "")
        assert kept is not None
        changed = next(each for each in kept.article.statements if each == first.statement)
        begin = changed.quote[0].begin
        shorter = replace(changed, quote=(Span(begin, begin + 3),))
        writer.correct(kept, [Correction(CorrectionKind.CHANGED, shorter)])
        assert reader.like("Deich", limit=48).found[0].id != first.id
        assert len(reader.like("Deich", limit=99).found) == 48
        assert [each.id for each in reader.like("Deich", Filters(human=True)).found] == [first.id]
        kept = writer.article(first.article.url or "")
        assert kept is not None
        writer.correct(kept, [Correction(CorrectionKind.REMOVED, shorter)])
        assert len(reader.like("Deich", limit=99).found) == 47


def test_a_backup_brings_it_back(filled: Record, tmp_path: Path) -> None:
    """Backups hold no vectors: they are made anew, corrected statements' in their order too."""
    kept = filled.article("https://x.example/3")
    assert kept is not None
    changed = kept.article.statements[0]
    begin = changed.quote[0].begin
    shorter = replace(changed, quote=(Span(begin, changed.quote[0].end - 4),))
    filled.correct(kept, [Correction(CorrectionKind.CHANGED, shorter)])
    filled.back_up(tmp_path / "backup.gz")
    with Record(tmp_path / "again.db") as restored:
        assert restored.like("Mieten").found == ()
        restored.restore(tmp_path / "backup.gz")
        for text in ("rents", "Fähre"):
            found = [each.id for each in restored.like(text, limit=9).found]
            assert found == [each.id for each in filled.like(text, limit=9).found]
        restored.add(article("Jost: „Mieten.“", said("Mieten"), url="https://x.example/new"))
        assert restored.like("Mieten").found[0].quote == "Mieten"


def test_an_older_record_is_filled_in(place: str, tmp_path: Path) -> None:
    """Whoever opens it."""
    make_older(place, pages(), tmp_path / "source.db")
    with Record(place) as record:
        found = [each.id for each in record.like("rising rents", limit=5).found]
        assert found == nearest(record, "rising rents", None, 5)


def test_small_blocks_are_put_together(place: str) -> None:
    """One article at a time leaves few of them, whoever reads meanwhile, and in their order."""
    with Record(place) as record, Record(place) as reader:
        for number, page in enumerate(pages()):
            record.add(page)
            if number % 5 == 0:
                reader.like("Deich")
        assert len(reader.like("Deich", limit=99).found) == 48
    with Record(place) as record, record._database.reading() as connection:
        sizes = connection.execute(select(func.length(vector_block.c.traits))).scalars().all()
        _, block = blocks_after(connection, -1)
    assert len(sizes) <= 6
    assert block is not None
    numbers = block.traits["place"] % MOST_STATEMENTS
    assert sorted(numbers) == list(numbers) == sorted(set(numbers.tolist()))
    assert len(numbers) == 48


def test_a_text_without_words_is_refused(record: Record) -> None:
    """As a query is."""
    with pytest.raises(QueryError):
        record.like("…")
    with pytest.raises(QueryError):
        record.like("Deich", Filters(outlet="§"))


def test_a_check_tells_what_is_not_found_by_its_meaning(filled: Record) -> None:
    """A block that was lost, or holds other vectors."""
    assert list(filled.check()) == []
    kept = filled.article("https://x.example/3")
    assert kept is not None
    changed = replace(kept.article.statements[0], negated=True)
    filled.correct(kept, [Correction(CorrectionKind.CHANGED, changed)])
    assert list(filled.check()) == []
    with filled._database.writing() as connection:
        last = connection.execute(select(func.max(vector_block.c.last))).scalar_one()
        connection.execute(delete(vector_block).where(vector_block.c.last == last))
    (finding,) = filled.check()
    assert "not found by its meaning" in finding
