"""The review page: questions to a person, decided by a button or a key each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html  # type: ignore[import-untyped]

from tests.record.written_record import article, said
from wortlaut.linking._weights import weights as weights_of_linking
from wortlaut.model import Person, PersonKind, QuotationType
from wortlaut.record import Record
from wortlaut.web._texts import shipped_texts

FERRY = (
    "Kapitän Ole Brandt sagte: „Wir legen ab.“ Reeder Piet Voss widersprach. Das Schiff sei "
    "nicht bereit, sagte er."
)
UNSURE = Person("Piet Voss", PersonKind.HUMAN, confidence=0.55, runner_up="Ole Brandt")


@pytest.fixture
def doubts(record: Record) -> Record:
    """A record with a doubtful statement."""
    record.add(
        article(
            FERRY,
            said("„Wir legen ab.“", person="Ole Brandt", speaker="Ole Brandt"),
            said("Das Schiff sei nicht bereit", type=QuotationType.INDIRECT, person=UNSURE),
            url="https://deichblatt.example/faehre",
            title="Streit <b>um</b> die Fähre",
        )
    )
    return record


@pytest.fixture
def alike(record: Record) -> Record:
    """A record with two who may be one."""
    for number, (name, role) in enumerate(
        [("Anna Möller", "Sprecherin"), ("A. Möller", "Landrätin"), ("Anna Moeller-Kruse", "Rätin")]
    ):
        record.add(
            article(
                f"{role} {name} sagte: „Wir bleiben Nummer {number}.“",
                said(f"„Wir bleiben Nummer {number}.“", person=name, role=role),
                url=f"https://deichblatt.example/{number}",
                published=date(2026, 3, 1 + number),
            )
        )
    assert record.proposals()
    return record


def page(client: TestClient, path: str) -> html.HtmlElement:
    """The page as elements."""
    response = client.get(path)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def form_of(root: html.HtmlElement, **values: str) -> dict[str, str]:
    """What the first question's form sends, with these values set."""
    form = root.cssselect("[data-question] form")[0]
    fields = {each.get("name"): each.get("value") for each in form.cssselect("input")}
    return {**fields, **values}


def test_pairs_that_may_be_one_are_asked_about(alike: Record, client: TestClient) -> None:
    """With both names, what they said, and what speaks for and against it."""
    questions = page(client, "/review").cssselect("[data-question]")
    assert len(questions) == len(alike.proposals())
    first = alike.proposals()[0]
    names = [each.text_content() for each in questions[0].cssselect(".candidate h2 a")]
    assert names == [first.one.name, first.other.name]
    assert len(questions[0].cssselect(".reasons li")) == len(first.why)
    assert questions[0].cssselect(".saying p")[0].text_content().startswith("„Wir bleiben")


def test_two_are_taken_for_one(alike: Record, client: TestClient) -> None:
    """And the page goes on with what is left."""
    before = alike.proposals()
    sent = form_of(page(client, "/review"), decision="same")
    response = client.post("/review/people", data=sent, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/review")
    assert len(alike.people(f"#{before[0].other.id}")) == 1
    assert alike.people(f"#{before[0].other.id}")[0].id == before[0].one.id


def test_two_are_kept_apart(alike: Record, client: TestClient) -> None:
    """They are not asked about again."""
    first = alike.proposals()[0]
    sent = form_of(page(client, "/review"), decision="apart")
    response = client.post("/review/people", data=sent, headers={"HX-Request": "true"})
    assert "Kept apart" in response.text
    pairs = [(each.one.id, each.other.id) for each in alike.proposals()]
    assert (first.one.id, first.other.id) not in pairs


def test_a_decision_against_an_earlier_one_is_refused(alike: Record, client: TestClient) -> None:
    """The question stays, and the notice tells why."""
    sent = form_of(page(client, "/review"), decision="same")
    alike.keep_apart(f"#{sent['one']}", f"#{sent['other']}")
    response = client.post("/review/people", data=sent, headers={"HX-Request": "true"})
    assert response.headers["HX-Retarget"] == "#notice"
    assert "contradicts an earlier decision" in response.text
    plain = client.post("/review/people", data=sent, follow_redirects=False)
    assert plain.status_code == 409


def test_without_its_token_nothing_is_decided(alike: Record, client: TestClient) -> None:
    """A page elsewhere cannot send it."""
    sent = form_of(page(client, "/review"), decision="same", csrf="guessed")
    before = alike.proposals()
    assert client.post("/review/people", data=sent).status_code == 403
    assert alike.proposals() == before


def test_doubtful_speakers_are_shown_in_their_passage(doubts: Record, client: TestClient) -> None:
    """The quotation marked in the article's words, and who else it may have been."""
    [question] = page(client, "/review/statements").cssselect("[data-question]")
    assert question.cssselect(".asked strong")[0].text_content() == "Piet Voss"
    assert question.cssselect(".passage p")[0].text_content() == FERRY
    marked = question.cssselect(".marked-quote")
    assert [each.text_content() for each in marked] == ["Das Schiff sei nicht bereit"]
    others = [each.get("value") for each in question.cssselect(".others button")]
    assert others == ["Ole Brandt"]
    assert not question.cssselect("footer b")
    [link] = [each.get("href") for each in question.cssselect("footer a")]
    address, _, place = link.partition("#")
    assert page(client, address).get_element_by_id(place) is not None


@pytest.mark.parametrize(
    ("decision", "name", "speaker"),
    [("right", "", "Piet Voss"), ("other", "Ole Brandt", "Ole Brandt"), ("none", "", None)],
)
def test_a_doubtful_speaker_is_decided(
    doubts: Record, client: TestClient, decision: str, name: str, speaker: str | None
) -> None:
    """The statement is a person's from then on, or gone."""
    sent = form_of(page(client, "/review/statements"), decision=decision, name=name)
    response = client.post("/review/statements", data=sent, headers={"HX-Request": "true"})
    assert "data-decided" in response.text
    found = doubts.statement(int(sent["statement"]))
    assert not doubts.doubtful().found
    if speaker is None:
        assert found is None
    else:
        assert found is not None
        assert found.human
        assert found.statement.person == replace(
            UNSURE, name=speaker, confidence=1.0, runner_up=None
        )


def test_somebody_else_needs_a_name(doubts: Record, client: TestClient) -> None:
    """The question stays."""
    sent = form_of(page(client, "/review/statements"), decision="other", name=" ")
    response = client.post("/review/statements", data=sent, headers={"HX-Request": "true"})
    assert "needs a name" in response.text
    assert doubts.doubtful().found


def test_a_statement_that_is_gone_is_told(doubts: Record, client: TestClient) -> None:
    """Somebody else was quicker."""
    sent = form_of(page(client, "/review/statements"), decision="right")
    doubts.take_out(int(sent["statement"]))
    response = client.post("/review/statements", data=sent)
    assert response.status_code == 409
    assert "decided otherwise in the meantime" in response.text


@pytest.mark.parametrize("number", ["0", str(2**63), "x"])
def test_a_number_that_no_statement_has_is_refused(
    doubts: Record, client: TestClient, number: str
) -> None:
    """Before the record is asked, which has no room for every number."""
    sent = form_of(page(client, "/review/statements"), decision="right")
    response = client.post("/review/statements", data={**sent, "statement": number})
    assert response.status_code == 400


def test_with_nothing_to_decide_the_page_says_so(record: Record, client: TestClient) -> None:
    """In words that tell what would appear here."""
    assert "Nothing to decide here" in client.get("/review").text
    assert "Nothing to review here" in client.get("/review/statements").text


def test_every_evidence_has_a_name() -> None:
    """In both languages: whatever linking may weigh."""
    weights = {name.partition(".")[0] for name in weights_of_linking().of}
    for words in (shipped_texts()["de"], shipped_texts()["en"]):
        assert {each for each in weights if f"evidence.{each}" not in words.by_key} == set()
