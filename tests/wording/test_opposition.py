from datetime import timedelta

from tests.wording.said import DAY, said
from wortlaut.model import Act
from wortlaut.wording import Ground, changes_of_mind, opposed, opposed_between

LATER = DAY + timedelta(days=40)
REFUSES = said(2, "„Eine Koalition mit den Nationalen schließe ich aus.“", act=Act.REFUSES)
AGREES = said(
    1,
    "„Eine Koalition mit den Nationalen schließe ich nicht mehr aus.“",
    act=Act.AGREES,
    negated=True,
    begin=LATER,
    end=LATER,
)


def test_opposite_acts_on_one_matter_are_pointed_at() -> None:
    """The earlier comes first, whatever its number, and the reason is a question."""
    (pair,) = opposed([AGREES, REFUSES])
    assert (pair.earlier, pair.later) == (2, 1)
    assert set(pair.grounds) == {Ground.ACTS, Ground.NEGATION}
    assert pair.reason.endswith("?")


def test_another_matter_is_not_held_against_it() -> None:
    """Refusing one thing and agreeing to another is no contradiction."""
    other = said(3, "„Dem Bau der Umgehungsstraße stimmen wir gern zu.“", act=Act.AGREES)
    assert opposed([REFUSES, other]) == []


def test_the_same_position_again_is_no_contradiction() -> None:
    """Who repeats a refusal changes nothing."""
    again = said(
        3, "„Ich schließe eine Koalition mit den Nationalen aus.“", act=Act.REFUSES, begin=LATER,
        end=LATER,
    )  # fmt: skip
    assert opposed([REFUSES, again]) == []


def test_two_persons_may_disagree() -> None:
    """Only a person's own words are held against each other."""
    other = said(3, AGREES.words, act=Act.AGREES, negated=True, person="Jost Wendelmuth")
    assert opposed([REFUSES, other]) == []


def test_words_that_exclude_each_other() -> None:
    """*Steigen* and *fallen* of one thing."""
    one = said(1, "„Der Pegel der Lahr wird in der Nacht weiter steigen.“")
    other = said(2, "„Der Pegel der Lahr wird in der Nacht deutlich fallen.“")
    (pair,) = opposed([one, other])
    assert Ground.WORDS in pair.grounds


def test_wordings_of_one_utterance_are_not_compared() -> None:
    """Outlets that differ on a word are the business of drift."""
    assert opposed([REFUSES, AGREES], same_utterance_of={1: 1, 2: 1}) == []


def test_nothing_to_compare() -> None:
    """No statement, or one."""
    assert opposed([]) == []
    assert opposed([REFUSES]) == []


def test_who_repeats_both_positions_is_asked_once() -> None:
    """Of no, no, yes and yes only the second and the third are held together."""
    no, yes = REFUSES.words, AGREES.words
    days = [DAY + timedelta(days=30 * number) for number in range(4)]
    row = [
        said(number, words, act=act, begin=day, end=day)
        for number, (words, act, day) in enumerate(
            zip([no, no, yes, yes], [Act.REFUSES] * 2 + [Act.AGREES] * 2, days, strict=True), 1
        )
    ]
    assert len(opposed(row)) == 4
    assert [(pair.earlier, pair.later) for pair in changes_of_mind(row)] == [(2, 3)]
    back = said(5, no, act=Act.REFUSES, begin=days[3] + timedelta(days=9))
    assert [(pair.earlier, pair.later) for pair in changes_of_mind([*row, back])] == [
        (2, 3),
        (4, 5),
    ]


def test_two_persons_are_held_against_each_other_where_asked() -> None:
    """One demands what the other refuses; what either said before on it does not count."""
    demand = said(1, "„Die Fähre nach Lütholm muss im Winter fahren.“", act=Act.DEMANDS)
    refusal = said(2, "„Die Fähre nach Lütholm fährt im Winter nicht.“", person="Jost", begin=LATER)
    other = said(3, "„Die Schule bekommt ein Dach.“", person="Jost", act=Act.REFUSES)
    (pair,) = opposed_between([demand], [refusal, other])
    assert (pair.earlier, pair.later) == (1, 2)
    assert Ground.NEGATION in pair.grounds
    assert opposed_between([demand], []) == []
    assert opposed_between([demand], [said(4, demand.words, person="Jost")]) == []


def test_two_reversals_undo_each_other() -> None:
    """To stay open and not to be closed are one."""
    stays = said(1, "„Die Grenze nach Orlagrad bleibt offen.“")
    never = said(2, "„Wir werden die Grenze nach Orlagrad nicht schließen.“", begin=LATER)
    assert opposed([stays, never]) == []


def test_praise_and_accusation_oppose_without_a_negation() -> None:
    """As the acts alone tell it."""
    thanks = said(1, "„Der Intendant hat das Theater gerettet.“", act=Act.PRAISES)
    blame = said(2, "„Der Intendant hat das Theater ruiniert.“", act=Act.ACCUSES, begin=LATER)
    (pair,) = opposed([thanks, blame])
    assert pair.grounds == (Ground.ACTS,)
    assert pair.reason.startswith("praises, then accuses")
