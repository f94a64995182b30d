"""What is done with an appearance, given the identities that it may be."""

from itertools import permutations

import pytest

from tests.linking.people import seen
from wortlaut.linking import (
    Identity,
    Outcome,
    Ruling,
    Rulings,
    compare,
    identity_of,
    link,
    merged,
    reconsider,
    with_appearance,
)
from wortlaut.model import PersonKind

PUTIN = identity_of(1, seen("Wladimir Putin", "russischer Präsident", year=2022))


def test_a_name_in_another_script_is_linked() -> None:
    """Spelling is no difference, and the reason can be read."""
    lawrow = identity_of(4, seen("Sergej Lawrow", "russischer Außenminister", year=2022))
    assert link(seen("Владимир Путин", year=2022), [PUTIN, lawrow]).identity == 1
    decision = link(seen("Сергей Лавров", year=2022), [PUTIN, lawrow])
    assert decision.identity == 4
    assert any("Сергей Лавров / Sergej Lawrow" in reason for reason in decision.links[0].why)


def test_a_bare_surname_needs_more_than_itself() -> None:
    """With an office or company it is linked, without it is proposed."""
    assert link(seen("Putin", "Präsident Russlands", year=2022), [PUTIN]).identity == 1
    alone = link(seen("Putin", year=2022), [PUTIN])
    assert alone.outcome is Outcome.PROPOSED
    assert [found.identity for found in alone.links] == [1]
    company = identity_of(2, seen("Heiner Quandt", beside=("Ina Rapp", "Olga Siebert"), year=2020))
    known = link(seen("Quandt", beside=("Olga Siebert", "Ina Rapp"), year=2020), [company])
    assert known.identity == 2


def test_a_common_surname_alone_is_nobody() -> None:
    """*Müller* with another office is not even asked about."""
    minister = identity_of(1, seen("Gerd Müller", "Entwicklungsminister", year=2015))
    decision = link(seen("Müller", "Stürmer des FC Bayern", year=2015), [minister])
    assert decision.outcome is Outcome.NEW


def test_two_presidents_of_one_name_stay_apart() -> None:
    """The father, the son, and whoever is only called by the surname in each one's time."""
    father = identity_of(1, seen("George H. W. Bush", "US-Präsident", year=1990))
    son = identity_of(2, seen("George W. Bush", "US-Präsident", year=2005))
    both = [father, son]
    assert link(seen("George Walker Bush", "US-Präsident", year=2004), both).identity == 2
    assert link(seen("Bush", "US-Präsident", year=1991), both).identity == 1
    assert link(seen("Bush", "US-Präsident", year=2006), both).identity == 2
    assert reconsider(father, [son]).outcome is not Outcome.LINKED
    with_short = with_appearance(son, seen("George Bush", "US-Präsident", year=2004))
    late = seen("George H. W. Bush", "früherer US-Präsident", year=2004)
    assert link(late, [with_short]).outcome is not Outcome.LINKED
    assert link(late, [father, with_short]).identity == 1


def test_two_that_fit_alike_make_a_proposal() -> None:
    """Nobody is linked by the order in which identities were made."""
    twins = [
        identity_of(1, seen("Peter Weber", "Abgeordneter", year=2010)),
        identity_of(2, seen("Peter Weber", "Fußballtrainer", year=2010)),
    ]
    decision = link(seen("Peter Weber", year=2010), twins)
    assert decision.outcome is Outcome.PROPOSED
    assert {found.identity for found in decision.links} == {1, 2}


def test_one_person_who_is_in_the_record_twice_is_still_found() -> None:
    """Two identities that look like one do not stand in each other's way."""
    doubles = [
        identity_of(1, seen("Emmanuel Macron", "französischer Präsident", year=2019)),
        identity_of(2, seen("Emmanuel Macron", "French President", year=2019)),
    ]
    decision = link(seen("Emmanuel Macron", "Präsident Frankreichs", year=2019), doubles)
    assert decision.outcome is Outcome.LINKED


def test_the_order_of_the_candidates_does_not_matter() -> None:
    """The same decision for every order."""
    candidates = [
        identity_of(1, seen("Olaf Scholz", "Bundeskanzler", year=2022)),
        identity_of(2, seen("Scholz", "Verteidigungsminister", year=1988)),
        identity_of(3, seen("Olaf Schulz", "Landrat", year=2012)),
    ]
    appearance = seen("Scholz", "Bundeskanzler", year=2023)
    decisions = {repr(link(appearance, order)) for order in permutations(candidates)}
    assert len(decisions) == 1


@pytest.mark.parametrize("kind", [PersonKind.GROUP, PersonKind.UNNAMED, PersonKind.DOCUMENT])
def test_who_has_no_name_of_their_own_is_not_linked(kind: PersonKind) -> None:
    """Experts of two articles are not the same experts."""
    known = identity_of(1, seen("Experten", kind=kind))
    assert link(seen("Experten", kind=kind), [known]).outcome is Outcome.NEW


def test_kinds_are_not_mixed() -> None:
    """A firm is not its founder."""
    firm = identity_of(1, seen("Robert Bosch", kind=PersonKind.BODY))
    assert link(seen("Robert Bosch", "Unternehmer"), [firm]).outcome is Outcome.NEW


def test_a_ruling_beats_all_evidence() -> None:
    """What a person said stands, for and against."""
    rulings = Rulings([Ruling("a", "b", same=False), Ruling("c", "b", same=True)])
    known = identity_of(1, seen("Jan Wessel", "Bürgermeister", year=2010, anchor="b"), rulings)
    same_name = seen("Jan Wessel", "Bürgermeister", year=2010, anchor="a")
    assert link(same_name, [known]).outcome is Outcome.LINKED
    assert link(same_name, [known], rulings).outcome is Outcome.NEW
    other_name = seen("Johanna Kipp", "Sängerin", year=1990, anchor="c")
    decision = link(other_name, [known], rulings)
    assert decision.identity == 1
    assert decision.by_person


def test_later_evidence_links_what_was_proposed() -> None:
    """A surname that gains an office is its holder; the merged identity is the older one."""
    bare = identity_of(2, seen("Putin", year=2022))
    assert reconsider(bare, [PUTIN]).outcome is Outcome.PROPOSED
    grown = with_appearance(bare, seen("Putin", "russischer Präsident", year=2022))
    assert reconsider(grown, [PUTIN]).identity == 1
    whole = merged(grown, PUTIN)
    assert whole.number == 1
    assert whole.appearances == 3
    assert whole == merged(PUTIN, grown)


def test_a_ruling_keeps_identities_apart_for_good() -> None:
    """However much alike two become, they are not merged against a person's word."""
    rulings = Rulings([Ruling("x", "y", same=False)])
    one = identity_of(1, seen("Rolf Sand", "Richter", year=2001, anchor="x"), rulings)
    two = identity_of(2, seen("Rolf Sand", "Richter", year=2001, anchor="y"), rulings)
    assert reconsider(two, [one]).outcome is Outcome.LINKED
    assert reconsider(two, [one], rulings).outcome is Outcome.NEW
    newcomer = link(seen("Rolf Sand", "Richter", year=2001), [one, two], rulings)
    assert newcomer.outcome is Outcome.PROPOSED


def test_confidence_is_a_share() -> None:
    """Never certain by evidence alone, in either direction."""
    sure = compare(seen("Wladimir Putin", "russischer Präsident", year=2022), PUTIN)
    assert 0.99 < sure.confidence < 1.0
    other: Identity = identity_of(3, seen("Angela Merkel"))
    assert 0.0 < compare(seen("Wladimir Putin"), other).confidence < 0.01


def test_shared_companions_are_told_by_name() -> None:
    """In the appearance's own spelling, whatever the identity's was."""
    known = identity_of(1, seen("Heiner Quandt", beside=("Olga Siebert", "Wiktor Orlow")))
    why = compare(seen("Quandt", beside=("Viktor Orlov", "Ina Rapp")), known).why
    assert "+ companions.shared: Viktor Orlov" in why
