from datetime import timedelta

from tests.wording.said import DAY, said
from wortlaut.model import Act
from wortlaut.wording import Ground, opposed

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
