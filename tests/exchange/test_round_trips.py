"""What goes out and comes back unchanged is no correction, and what is changed is exactly one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from tests.exchange.tools import with_own_statement, with_states, without_statement
from tests.exchange.written_statements import (
    ARTICLE,
    CONFERENCE,
    DENIAL,
    FULL,
    HARMS,
    MONDAY,
    TEXT,
    articles,
    span,
)
from wortlaut._exceptions import ExchangeError
from wortlaut.exchange import Correction, CorrectionKind, exported, imported
from wortlaut.exchange._annotated import annotated
from wortlaut.exchange._annotated import corrected as taken_back
from wortlaut.model import (
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
    Statement,
)

pytest.importorskip("cassis", reason="the extra `cas` is not installed")

BACK = ["webannotation", "cas", "labelstudio"]


def out(article: Article, name: str) -> io.BytesIO:
    """What the tool is given."""
    return io.BytesIO(b"".join(exported([article], name)))


def changed(change: Callable[[Statement], Statement]) -> Article:
    """The article with another first statement."""
    return replace(ARTICLE, statements=(change(FULL), *ARTICLE.statements[1:]))


def back(before: Article, after: Article, name: str) -> io.BytesIO:
    """What the tool gives back when a person makes the one article's statements the other's.

    The tool shows what it would show of the changed statements, but keeps the state that went
    out.
    """
    given = zip(before.statements, after.statements, strict=True)
    data = out(after, name).getvalue()
    states = {annotated(new).state: annotated(old).state for old, new in given}
    return io.BytesIO(with_states(data, states))


def corrected(change: Callable[[Statement], Statement], name: str) -> list[Correction]:
    """The corrections where a person does this to the first statement in a tool."""
    return imported(ARTICLE, back(ARTICLE, changed(change), name), name)


@pytest.mark.parametrize("name", BACK)
class TestRoundTrips:
    """Each format that comes back."""

    def test_nothing_changed_is_no_correction(self, name: str) -> None:
        """With signs beyond the basic plane, which some count twice."""
        assert imported(ARTICLE, out(ARTICLE, name), name) == []

    @settings(max_examples=40)
    @given(article=articles())
    def test_no_statement_changes_on_the_way(self, name: str, article: Article) -> None:
        """Whatever its spans and labels are."""
        if not article.statements and name == "webannotation":
            return  # nothing went out that could come back
        assert imported(article, out(article, name), name) == []

    @pytest.mark.parametrize(
        "field",
        ["quote", "speaker", "cue", "frame", "addressee", "in_reply_to", "condition", "damage"],
    )
    @pytest.mark.parametrize("spans", [(span("Deich"),), (span("hält"), span("Sie")), ()])
    def test_changed_words_are_one_correction(self, name: str, field: str, spans: Any) -> None:
        """Other words, more pieces, none."""
        if field == "quote" and not spans:
            return  # a statement without a quotation is none; taking it out has its own test
        (found,) = corrected(lambda full: replace(full, **{field: spans}), name)
        assert found.kind is CorrectionKind.CHANGED
        assert found.fields == (field,)
        assert found.statement == replace(FULL, **{field: spans}, confidence=1.0)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("type", QuotationType.FREE_INDIRECT),
            ("medium", Medium.THOUGHT),
            ("act", Act.PROMISES),
            ("act", None),
            ("negated", True),
            ("nested_in", 2),
            ("occasion", None),
            ("occasion", Occasion(OccasionKind.SPEECH, CONFERENCE.words)),
            ("via", None),
            ("via", Located("Funk", span("funk"))),
            ("addressee_person", None),
            ("about", ()),
            ("about", FULL.about[1:]),
            ("about", (Mention("Deich", PersonKind.HUMAN, span("Deich")), FULL.about[1])),
            ("about", (FULL.about[0], Mention("hält", PersonKind.HUMAN, span("hält")))),
            ("said_on", None),
        ],
    )
    def test_changed_label_is_one_correction(self, name: str, field: str, value: Any) -> None:
        """Another value, or none."""
        if isinstance(value, Located):
            value = Located(value.span.of(TEXT), value.span)
        (found,) = corrected(lambda full: replace(full, **{field: value}), name)
        assert found.fields == (field,)
        assert found.statement == replace(FULL, **{field: value}, confidence=1.0)

    def test_another_person_is_one_correction(self, name: str) -> None:
        """Whose mentions are the speaker's words: nothing else is known of them."""
        other = Person("Jens Nissen", PersonKind.HUMAN, HARMS.role)
        (found,) = corrected(lambda full: replace(full, person=other), name)
        assert found.fields == ("person",)
        assert found.statement.person == replace(other, mentions=FULL.speaker)

    def test_another_kind_keeps_the_person(self, name: str) -> None:
        """With all that no tool shows; its confidence is a person's now."""
        kept = replace(HARMS, kind=PersonKind.BODY)
        (found,) = corrected(lambda full: replace(full, person=kept), name)
        assert found.statement.person == replace(kept, confidence=1.0, runner_up=None)

    def test_person_taken_out_leaves_the_reason(self, name: str) -> None:
        """A person is never None without one."""
        (found,) = corrected(lambda full: replace(full, person=None), name)
        assert found.statement.person is None
        assert found.statement.person_unknown is not None

    def test_another_day_is_one_correction(self, name: str) -> None:
        """Its precision is what the days tell."""
        day = date(2024, 3, 1)
        when = replace(MONDAY, begin=day, end=day)
        (found,) = corrected(lambda full: replace(full, said_on=when), name)
        assert found.fields == ("said_on",)
        assert found.statement.said_on == replace(when, value="2024-03-01")
        days = replace(MONDAY, begin=day)
        (found,) = corrected(lambda full: replace(full, said_on=days), name)
        assert found.statement.said_on == replace(days, value=None, precision=Precision.UNKNOWN)

    def test_statement_taken_out_is_one_correction(self, name: str) -> None:
        """It is told by its number among those that went out."""
        data = out(ARTICLE, name).getvalue()
        (found,) = imported(ARTICLE, io.BytesIO(without_statement(data, name, 2)), name)
        assert found == Correction(CorrectionKind.REMOVED, DENIAL)

    def test_statements_that_did_not_go_out_stay(self, name: str) -> None:
        """Where an export was filtered, what it left out was not taken out by a person."""
        some = replace(ARTICLE, statements=(FULL,))
        assert imported(ARTICLE, out(some, name), name) == []

    def test_added_statement_is_one_correction(self, name: str) -> None:
        """It has the next number, and all that the tool shows."""
        fewer = replace(ARTICLE, statements=(FULL, DENIAL))
        data = with_own_statement(out(ARTICLE, name).getvalue(), name)
        (found,) = imported(fewer, io.BytesIO(data), name)
        assert found.kind is CorrectionKind.ADDED
        assert found.statement == replace(ARTICLE.statements[2], confidence=1.0)

    def test_statement_taken_out_since_does_not_come_back(self, name: str) -> None:
        """Where somebody else took it out while this export was with a person."""
        fewer = replace(ARTICLE, statements=(FULL, DENIAL))
        assert imported(fewer, out(ARTICLE, name), name) == []

    def test_what_was_corrected_since_is_not_undone(self, name: str) -> None:
        """An export that was with a person for long knows nothing of it."""
        meanwhile = changed(lambda full: replace(full, act=Act.PROMISES))
        assert imported(meanwhile, out(ARTICLE, name), name) == []

    def test_two_corrections_of_one_statement_are_an_error(self, name: str) -> None:
        """Neither is the right one without a look."""
        meanwhile = changed(lambda full: replace(full, act=Act.PROMISES))
        other = back(ARTICLE, changed(lambda full: replace(full, cue=())), name)
        with pytest.raises(ExchangeError, match="statement 1 has been corrected"):
            imported(meanwhile, other, name)

    def test_same_file_twice_is_taken_in_once(self, name: str) -> None:
        """What was changed and what was added are there the second time."""
        after = replace(
            ARTICLE, statements=(replace(FULL, cue=(), confidence=1.0), *ARTICLE.statements[1:])
        )
        data = with_own_statement(back(ARTICLE, after, name).getvalue(), name)
        first = imported(replace(ARTICLE, statements=(FULL, DENIAL)), io.BytesIO(data), name)
        assert [found.kind for found in first] == [CorrectionKind.CHANGED, CorrectionKind.ADDED]
        corrected_now = replace(
            ARTICLE, statements=(first[0].statement, DENIAL, first[1].statement)
        )
        assert imported(corrected_now, io.BytesIO(data), name) == []


def test_a_stretch_without_a_name_is_called_by_its_words() -> None:
    """A person marked one more, and named nobody: the others keep their names."""
    deich, wetter = FULL.about
    new = Mention("hält", PersonKind.HUMAN, span("hält"))
    shown = annotated(FULL)
    spans = {**shown.spans, "about": (deich.span, new.span, wetter.span)}
    again = taken_back(FULL, replace(shown, spans=spans), TEXT)
    assert again.about == (deich, new, wetter)


def test_names_and_stretches_must_go_together() -> None:
    """Who is named where would be a guess."""
    shown = annotated(FULL)
    labels = {**shown.labels, "about": "Wiebke Harms (human)"}
    with pytest.raises(ValueError, match="statement 1 is about 1 by name, and 2 are marked"):
        taken_back(FULL, replace(shown, labels=labels), TEXT)
