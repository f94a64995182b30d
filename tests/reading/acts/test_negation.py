from __future__ import annotations

import pytest

from tests.reading.acts.judged import judge


@pytest.mark.parametrize(
    "quote",
    [
        "dass der Deich nicht halte",
        "es gebe keine Schäden",
        "das Tor sei nie offen gewesen",
        "den Hafen nicht zu öffnen",
        "weder Stadt noch Land zahlten",
        "niemand wisse es",
        "der Mann, der gestern kam, sei nicht krank",
        "Wenn es regnet, fahre er nicht",
        "man habe nichts gewusst, weil es dunkel war",
        "da der Steg noch nicht fertig sei",
        "man lasse den Hafen nicht allein",
    ],
)
def test_a_negated_german_main_clause_is_seen(quote: str) -> None:
    """A clause with *dass* or an infinitive that opens the quotation is its main clause."""
    assert judge(f"Er sagte, [q:{quote}].").negated


@pytest.mark.parametrize(
    "quote",
    ["Nein, nicht mit mir", "das sei, wie gesagt, nicht der Plan", "er werde nicht der Erste sein"],
)
def test_a_contrast_needs_what_it_is_set_against(quote: str) -> None:
    """A comma before *nicht* is not enough."""
    assert judge(f"Er sagte, [q:{quote}].").negated


@pytest.mark.parametrize(
    "quote",
    [
        "dass der Deich halte, auch wenn es niemand glaube",
        "es gebe Leute, die nicht zahlten",
        "er komme, weil er nicht krank sei",
        "das sei nicht nur teuer, sondern auch laut",
        "das sei keine Frage",
        "die nicht gemeldeten Fälle nähmen zu",
        "er hoffe, nicht zu spät zu kommen",
        "wenn es nicht regne, fahre er",
        "ob er komme oder nicht",
        "Dass er nicht kam, liegt am Wetter",
        "nicht zuletzt das Wetter sei schuld",
        "nicht allein der Hafen sei voll",
        "alles sei gut",
        "sie hätten das verbockt, nicht er",
        "das müsse der Bund bezahlen, nicht die Stadt",
    ],
)
def test_what_stands_elsewhere_does_not_negate_a_german_statement(quote: str) -> None:
    """Subordinate clauses, attributes and set phrases do not count."""
    assert not judge(f"Er sagte, [q:{quote}].").negated


def test_the_first_sentence_of_a_quotation_counts() -> None:
    """A later one may be negated and the statement is not."""
    assert not judge("[q:„Der Deich hält. Es gibt keine Gefahr.“]", kind="direct").negated
    assert judge("[q:„Es gibt keine Gefahr. Der Deich hält.“]", kind="direct").negated


def test_a_frame_that_interrupts_a_sentence_does_not_end_it() -> None:
    """The second piece goes on with the sentence."""
    text = "[q:„Der Deich“], [c:sagte] [s:sie], [q:„ist nicht sicher.“]"
    assert judge(text, kind="direct").negated


@pytest.mark.parametrize(
    ("quote", "negated"),
    [
        ("the dyke will not hold", True),
        ("the dyke won't hold", True),
        ("that no one was hurt", True),
        ("he never saw the boat", True),
        ("they cannot pay", True),
        ("If it rains, we won't go", True),
        ("the dyke will hold if it does not rain", False),
        ("people who don't pay will leave", False),
        ("it is not only loud but dear", False),
        ("there is no doubt that it holds", False),
        ("he came because nobody called", False),
        ("all is well", False),
        ("the trouble is the stores, not the sun", False),
        ("we should help them, not stand by", False),
        ("it is, however, not true", True),
        ("No, not with me", True),
    ],
)
def test_the_main_clause_of_an_english_statement_counts(quote: str, negated: bool) -> None:
    """A subordinator takes what follows it out of the main clause."""
    assert judge(f"He said [q:{quote}].", "en").negated is negated
