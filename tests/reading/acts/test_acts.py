from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.acts.judged import article, judge
from wortlaut.model import Act
from wortlaut.reading.acts import Lexicon, judge_acts

GERMAN = [
    ("[s:Sie] [c:kündigte] im Mai [c:an], [q:das Bad zu schließen].", Act.ANNOUNCES),
    ("[s:Er] [c:wies] den Vorwurf [c:zurück], [q:er habe gelogen].", Act.DENIES),
    ("[s:Der Rat] [c:lehnte ab], [q:den Hafen zu öffnen].", Act.REFUSES),
    ("[s:Die Ärztin] [c:räumte ein], [q:dass sie sich geirrt habe].", Act.CONCEDES),
    ("[s:Er] [c:machte deutlich], [q:dass die Brücke halte].", Act.ASSERTS),
    ("[s:Sie] [c:stellte in Aussicht], [q:das Geld zu zahlen].", Act.PROMISES),
    ("[c:Die Forderung nach] [q:mehr Lohn] bleibt.", Act.DEMANDS),
    ("[c:in der Ankündigung], [q:der Zug fahre nicht],", Act.ANNOUNCES),
    ("[s:Er] [c:will] [c:vorschlagen], [q:die Schule zu teilen].", Act.PROPOSES),
    ("[s:Sie] [c:fragte], [q:ob der Deich halte].", Act.ASKS),
    ("[c:die Frage], [q:ob der Deich halte]", Act.ASKS),
    ("[s:Er] [c:wollte wissen], [q:wann es losgehe].", Act.ASKS),
    ("[s:Sie] [c:warnte davor], [q:das Eis zu betreten].", Act.WARNS),
    ("[s:Er] [c:drohte], [q:die Schleuse zu sperren].", Act.THREATENS),
    ("[s:Sie] [c:warf] dem Wirt [c:vor], [q:zu lärmen].", Act.ACCUSES),
    ("[s:Sie] [c:würdigte] ihn [c:als] [q:klugen Kopf].", Act.PRAISES),
    ("[s:Er] [c:bedauerte], [q:dass es so kam].", Act.REGRETS),
    ("[s:Das Labor] [c:bestätigte], [q:dass es Blei war].", Act.CONFIRMS),
    ("[s:Der Rat] [c:stimmte zu], [q:den Weg zu bauen].", Act.AGREES),
    ("[c:Laut] [s:Polizei] [q:war das Tor offen].", Act.ASSERTS),
    ("[s:Ada Petersen] [c:zufolge] [q:hält der Deich].", Act.ASSERTS),
    ("[c:Nach] dem [s:Vorschlag der Ministerin] [q:soll das Bad schließen].", Act.PROPOSES),
    ("[c:geäußerte Hoffnung], [q:dass es regne]", Act.ASSERTS),
    ("Die Bitte, [q:leise zu sein], [c:wurde] [c:zurückgewiesen].", Act.DENIES),
    ("[s:Er] [c:erklärte dagegen], [q:man rüste auf].", Act.ASSERTS),
    ("[s:Sie] [c:demonstrierte damit], [q:dass der Deich hält].", Act.ASSERTS),
    ("[s:Sie] [c:demonstrierte für] [q:einen neuen Deich].", Act.DEMANDS),
    ("[q:Der Deich halte], [c:hieß es zu den Vorwürfen] [s:vom Amt].", Act.ASSERTS),
    ("[c:in den Vorwürfen], [q:er habe gelogen],", Act.ACCUSES),
    ("[s:Er] [c:sprach sich dagegen aus], [q:den Deich zu öffnen].", Act.REFUSES),
]


@pytest.mark.parametrize(("text", "act"), GERMAN)
def test_a_german_cue_tells_the_act(text: str, act: Act) -> None:
    """Verbs with their prefix far off, nouns and set phrases."""
    assert judge(text).act is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("[s:Er] [c:wollte] das [c:nicht bestätigen]: [q:der Zug sei alt].", Act.REFUSES),
        ("[f:[s:Er] wollte nicht [c:bestätigen],] [q:dass der Zug alt sei].", Act.REFUSES),
        ("[s:Sie] [c:schloss nicht aus], [q:dass es brenne].", Act.CONCEDES),
        ("[s:Er] [c:bestritt], [q:dass er dort war].", Act.DENIES),
        ("[s:Er] [c:bestritt nicht], [q:dass er dort war].", Act.CONCEDES),
        ("[s:Sie] [c:glaubt nicht], [q:dass er kommt].", Act.DENIES),
        ("[s:Er] [c:hat nie gesagt], [q:dass er komme].", None),
        ("[f:[s:Er] [c:hat] nie [c:gesagt],] [q:dass er komme].", None),
        ("[s:Er] [c:kritisierte nicht nur], [q:dass es laut sei].", Act.ACCUSES),
        ("[s:Sie] [c:wollte nicht sagen], [q:wer komme].", Act.REFUSES),
        ("[f:Auf nicht näher genannte Fragen [c:sagte] [s:sie],] [q:es gehe gut].", Act.ASSERTS),
    ],
)
def test_a_negated_german_cue_tells_another_act(text: str, act: Act | None) -> None:
    """Or none; *nicht nur* does not negate."""
    assert judge(text).act is act


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", Act.ASSERTS),
        ("according to", Act.ASSERTS),
        ("ruled out", Act.DENIES),
        ("has not ruled out", Act.CONCEDES),
        ("called on the mayor", Act.DEMANDS),
        ("called for", Act.DEMANDS),
        ("wondered", Act.ASKS),
        ("declined to say", Act.REFUSES),
        ("wouldn't confirm", Act.REFUSES),
        ("criticised", Act.ACCUSES),
        ("vowed", Act.PROMISES),
        ("admitted", Act.CONCEDES),
        ("threatened", Act.THREATENS),
        ("warned", Act.WARNS),
        ("hailed", Act.PRAISES),
        ("apologized", Act.REGRETS),
        ("proposed", Act.PROPOSES),
        ("announced", Act.ANNOUNCES),
        ("endorsed", Act.AGREES),
        ("confirmed", Act.CONFIRMS),
        ("the allegation", Act.ACCUSES),
        ("grumped", None),
    ],
)
def test_an_english_cue_tells_the_act(cue: str, act: Act | None) -> None:
    """Verbs, phrasal verbs, nouns and negated cues."""
    assert judge(f"[s:Ada Petersen] [c:{cue}] [q:that the dyke would hold].", "en").act is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("[s:Ada Petersen] [c:also called] [q:for a new dyke].", Act.DEMANDS),
        ("[s:Ada Petersen] [c:called] [q:the dyke a mess for the town].", Act.ASSERTS),
        ("[s:Ada Petersen] [c:calls] [q:the dyke nothing short of a mess].", Act.ASSERTS),
        ("[s:Ada Petersen] [c:calls] [q:for a new dyke].", Act.DEMANDS),
        ("[s:the town's] [c:calls] [q:to build a new dyke]", Act.DEMANDS),
    ],
)
def test_who_calls_for_something_demands_it(text: str, act: Act) -> None:
    """Who calls something a mess only says so; *for* may stand in the quotation."""
    assert judge(text, "en").act is act


def test_a_direct_question_after_a_neutral_cue_asks() -> None:
    """A question among other sentences does not make the whole a question."""
    assert judge("[q:„Hält der Deich?“], [c:sagte] [s:sie].", kind="direct").act is Act.ASKS
    mixed = "[q:„Hält der Deich? Ich glaube es.“], [c:sagte] [s:sie]."
    assert judge(mixed, kind="direct").act is Act.ASSERTS


@pytest.mark.parametrize(
    ("quote", "act"),
    [
        ("Wenn es weiter regnet, bricht der Deich", Act.WARNS),
        ("Wenn es weiter regnet, müssen wir bauen", Act.DEMANDS),
        ("Wir bauen, wenn es regnet", Act.DEMANDS),
    ],
)
def test_mahnte_with_what_follows_from_a_condition_warns(quote: str, act: Act) -> None:
    """With what ought to be done it demands."""
    assert judge(f"[q:„{quote}“], [c:mahnte] [s:sie].", kind="direct").act is act


def test_the_prefix_is_found_in_the_frame_where_the_cue_misses_it() -> None:
    """Cue *wies*, and *zurück* at the end of the frame."""
    text = "[f:[s:Er] [c:wies] den Vorwurf gestern zurück,] [q:er habe gelogen]."
    assert judge(text).act is Act.DENIES


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("[q:Der Verein forderte eine neue Halle.]", Act.DEMANDS),
        ("[q:Die Stadt kündigte für Mai neue Regeln an.]", Act.ANNOUNCES),
        ("[q:Der Zirkus will im Juni nach Emden ziehen.]", Act.ANNOUNCES),
        ("[q:Das Amt wollte keine Zelte aufbauen.]", Act.REFUSES),
        ("[q:Der Sprecher bestätigte den Bericht nicht.]", Act.REFUSES),
        ("[q:Sie sprach von einem Fehler und verlangte Aufklärung.]", Act.DEMANDS),
        ("[q:Fischer berichten seit einigen Jahren von weniger Aalen.]", Act.ASSERTS),
        ("[q:Die Fischer einigten sich auf neue Netze.]", Act.AGREES),
        ("[q:Dort lag ein Boot.]", None),
    ],
)
def test_a_reported_act_is_told_by_its_own_words(text: str, act: Act | None) -> None:
    """Such a quotation has no cue beside it."""
    assert judge(text, kind="reported").act is act


def test_a_preposition_is_no_prefix() -> None:
    """*schreibt ... aus Emden* is not *ausschreiben*: the prefix ends its clause."""
    assert judge("[q:Sie schreibt aus kleinen Orten.]", kind="reported").act is Act.ASSERTS


def test_without_a_cue_that_tells_there_is_no_act() -> None:
    """Subjunctive that runs on has no cue."""
    assert judge("[q:Der Deich halte noch lange.]", kind="indirect_free_indirect").act is None


def test_statements_come_back_in_order() -> None:
    """One value a statement."""
    text = "[s1:Sie] [c1:fragte], [q1:ob es halte]. [s2:Er] [c2:versprach], [q2:dass es halte]."
    acts = [judged.act for judged in judge_acts(article(text), Lexicon.load())]
    assert acts == [Act.ASKS, Act.PROMISES]


def test_the_language_is_guessed_where_the_article_names_none() -> None:
    """English words outnumber German ones."""
    text = "[s:The mayor of the town] [c:denied] [q:that the dyke was in need of repair]."
    plain = article(text, "en")
    (judged,) = judge_acts(replace(plain, language=None), Lexicon.load())
    assert judged.act is Act.DENIES
