"""Whoever an outlet quotes speaks, and the outlet is the way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reading.people.marked_text import resolved


@pytest.mark.parametrize(
    ("marked", "language", "names", "name", "via"),
    [
        (
            "Ein Beamter {c1 sagte nach} {s1 Angaben der Zeitung}, {q1 es fehle an Leuten}.",
            "de",
            {},
            "Beamter",
            "Zeitung",
        ),
        (
            "{q1 Harriet Doyle has told colleagues that she is tired}, {s1 the newspaper} "
            "{c1 reported}.",
            "en",
            {"person": ["Harriet Doyle"]},
            "Harriet Doyle",
            "newspaper",
        ),
    ],
)
def test_an_outlet_passes_on(
    marked: str, language: str, names: dict[str, Sequence[str]], name: str, via: str
) -> None:
    """The subject of the verb of saying is the speaker, and the outlet is `via`."""
    answer = resolved(marked, language, **names)[0]
    assert answer.person is not None and answer.via is not None
    assert (answer.person.name, answer.via.value) == (name, via)


def test_a_word_quoted_within_what_an_outlet_tells() -> None:
    """*X habe von einem „Debakel“ gesprochen, meldete das Blatt*: the word is X's."""
    marked = (
        "{q1 Minister Jan Wolf habe von einem {q2 „Debakel“} gesprochen}, {c1,c2 meldete} "
        "{s1,s2 der „Spiegel“}."
    )
    longer = marked.replace("„Debakel“} gesprochen}", "„Debakel“ gesprochen}}")
    assert (resolved(longer, person=["Jan Wolf"])[1].via) is not None
    outer, inner = resolved(marked, person=["Jan Wolf"])
    assert outer.person is not None and inner.person is not None and inner.via is not None
    assert (outer.person.name, outer.via) == ("Spiegel", None)
    assert (inner.person.name, inner.via.value) == ("Jan Wolf", "Spiegel")


@pytest.mark.parametrize(
    "marked",
    [
        "{c1 Nach} {s1 Angaben der Zeitung} {q1 fehlt es an Leuten}. Ein Beamter schwieg.",
        "{s1 Die Zeitung} {c1 sagte}, {q1 ein Beamter fehle}.",
    ],
)
def test_an_outlet_with_nobody_beside_it_speaks_itself(marked: str) -> None:
    """Where no other verb has a subject, the outlet is the speaker."""
    answer = resolved(marked)[0]
    assert answer.person is not None
    assert (answer.person.name, answer.via) == ("Zeitung", None)
