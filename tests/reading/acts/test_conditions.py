from __future__ import annotations

import pytest

from tests.reading.acts.judged import conditions


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("man komme, wenn er bereit sei", "wenn er bereit sei"),
        ("Falls es regnet, bleibt das Bad zu", "Falls es regnet"),
        ("er zahle, sofern das Haus steht, das Geld", "sofern das Haus steht"),
        ("solange der Wind nicht dreht, fährt keiner", "solange der Wind nicht dreht"),
        ("sie gehe nur, wenn der Lohn steigt", "wenn der Lohn steigt"),
        ("sie gehe nur wenn der Lohn steigt", "nur wenn der Lohn steigt"),
        ("erst wenn alle da sind, beginne man", "erst wenn alle da sind"),
        ("man werde dies nur in Absprache mit Ada tun", "nur in Absprache mit Ada"),
        ("er komme unter der Bedingung, dass es hell ist", "unter der Bedingung, dass es hell ist"),
        ("man reise ab, es sei denn, der Zug fährt noch", "es sei denn, der Zug fährt noch"),
        ("Vorausgesetzt, dass es warm bleibt, baue man", "Vorausgesetzt, dass es warm bleibt"),
        ("Sollte der Deich brechen, werde man handeln", "Sollte der Deich brechen"),
        ("man werde handeln, sollte der Deich brechen", "sollte der Deich brechen"),
        ("Käme er zurück, so gäbe es Streit", "Käme er zurück"),
        ("Verläuft der Versuch gut, würde ein zweiter folgen", "Verläuft der Versuch gut"),
        ("im Falle eines Sturms werde gesperrt", "im Falle eines Sturms"),
        (
            "wenn alle, die dort wohnen, zustimmen, baue man",
            "wenn alle, die dort wohnen, zustimmen",
        ),
        ("er zahle, wenn er versucht, es zu retten", "wenn er versucht, es zu retten"),
        ("wenn es hell ist, das Tor zu öffnen", "wenn es hell ist"),
    ],
)
def test_a_german_condition_is_the_whole_clause(quote: str, found: str) -> None:
    """Up to its comma or the end, with what hangs on it."""
    assert conditions(f"Er sagte, [q:{quote}].") == [found]


@pytest.mark.parametrize(
    "quote",
    [
        "es wirke, als ob es brenne",
        "er lache wie wenn nichts wäre",
        "man fahre, auch wenn es stürmt",
        "selbst wenn es stürmt, fahre man",
        "wenn es um Geld geht, schweige er",
        "immer wenn sie kam, regnete es",
        "jedes Mal, wenn sie kam, regnete es",
        "wenn man bedenkt, wie alt er ist, laufe er gut",
        "das sei gut, wenn nicht sogar sehr gut",
        "wie lange das dauert, wisse keiner, es dauere solange",
        "sollte man das wirklich tun?",
        "er sei erst nach zwei Stunden gekommen",
        "Entschuldigung angenommen, Rücktritt auch",
    ],
)
def test_what_only_looks_like_a_german_condition_is_none(quote: str) -> None:
    """Comparison, concession, topic, habit, questions and times."""
    assert conditions(f"Er sagte, [q:{quote}].") == []


def test_the_rest_of_a_clause_that_a_quotation_took_over_is_no_condition() -> None:
    """Before *wurde* stands the frame: *Nach Angaben der Stadt wurde ...*."""
    assert conditions("Nach Angaben der Stadt [q:wurde der Steg gesperrt, weil er fault].") == []


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("he would go if they paid", ["if they paid"]),
        ("If it rains, the pool stays shut", ["If it rains"]),
        ("only if the bridge holds will we go", ["only if the bridge holds"]),
        ("we leave unless Mr. Petersen calls", ["unless Mr. Petersen calls"]),
        ("he will talk as long as they do", ["as long as they do"]),
        ("she agreed, provided that he came", ["provided that he came"]),
        ("they stay on condition that it is safe", ["on condition that it is safe"]),
        ("in case it rains, bring a coat", ["in case it rains"]),
        ("Should the dyke break, we will act", ["Should the dyke break"]),
        ("Had she known, she would have stayed", ["Had she known"]),
        ("we will act, should the dyke break", ["should the dyke break"]),
        ("if he pays then we go", ["if he pays"]),
        ("we go, but only if at least ten come", ["only if at least ten come"]),
    ],
)
def test_an_english_condition_ends_at_its_mark(quote: str, found: list[str]) -> None:
    """Or at *then*."""
    assert conditions(f"He said [q:{quote}].", "en") == found


@pytest.mark.parametrize(
    "quote",
    [
        "nobody knows if it will rain",
        "he wondered if it would rain",
        "it looks as if it might rain",
        "they go even if it rains",
        "the town provided a written plan",
        "plans that had the support of all",
        "the film is as long as three hours",
        "few, if any, came",
        "they will come late if at all",
    ],
)
def test_what_only_looks_like_an_english_condition_is_none(quote: str) -> None:
    """*if* that means *whether*, *as if*, *even if*."""
    assert conditions(f"He said [q:{quote}].", "en") == []


def test_if_after_a_cue_that_asks_means_whether() -> None:
    """The quotation itself begins with *if*."""
    assert conditions("She [c:asked] [q:if the dyke would hold].", "en") == []
    assert conditions("She [c:promised] [q:if the dyke held she would pay].", "en") != []
