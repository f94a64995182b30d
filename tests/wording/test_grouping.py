from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wording.said import DAY, said
from wortlaut.wording import (
    Said,
    Utterances,
    block_of,
    grouped,
    joined,
    matches,
    same_utterance,
    window_of,
)

_WORDINGS = (
    ("„Der Hafen wird nicht verkauft, er gehört der Stadt, und dabei bleibt es.“", "de"),
    ("„Der Hafen wird nicht verkauft“", "de"),
    ("„er gehört der Stadt, und dabei bleibt es“", "de"),
    ("dass der Hafen nicht verkauft werde und der Stadt gehöre", "de"),
    ("“The port will not be sold, it belongs to the city.”", "en"),
    ("„Für die Kaikante fehlen uns noch vier Millionen Euro.“", "de"),
    ("für die Kaikante fehlten noch vier Millionen Euro", "de"),
    ("“Another four million euros are missing for the quay wall.”", "en"),
    ("„Die Kräne kommen aus China, und sie kommen spät.“", "de"),
)
_PERSONS = ("Marlene Voss", "Dirk Osterkamp", None)


@st.composite
def _statements(draw: st.DrawFn) -> list[Said]:
    """Up to fourteen statements, numbered by an order of their own."""
    count = draw(st.integers(1, 14))
    found = []
    for number in range(1, count + 1):
        words, language = draw(st.sampled_from(_WORDINGS))
        begin = DAY + timedelta(days=draw(st.integers(0, 12)))
        told = draw(st.booleans())
        found.append(
            said(
                number,
                words,
                language,
                person=draw(st.sampled_from(_PERSONS)),
                verbatim=words.startswith(("„", "“")),
                begin=begin if told else None,
                end=begin + timedelta(days=draw(st.integers(0, 3))) if told else None,
                published=draw(st.sampled_from((begin + timedelta(days=3), None))),
            )
        )
    return found


@settings(max_examples=60)
@given(_statements(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_groups(statements: list[Said], random: object) -> None:
    """One after the other, in whatever order: the groups are those of grouping all anew."""
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grouped(shuffled) == grouped(statements)


@settings(max_examples=60)
@given(_statements())
def test_groups_are_what_the_links_connect(statements: list[Said]) -> None:
    """Each group is a connected component of the relation between pairs, worked out plainly."""
    component = {one.id: {one.id} for one in statements}
    for a, b in combinations(statements, 2):
        if same_utterance(a, b).same:
            whole = component[a.id] | component[b.id]
            for member in whole:
                component[member] = whole
    assert grouped(statements) == sorted({tuple(sorted(c)) for c in component.values()})


@settings(max_examples=60)
@given(_statements())
def test_the_index_loses_no_match(statements: list[Said]) -> None:
    """Whatever matches a statement lies in the block where it is looked for."""
    for new in statements:
        block = block_of(new)
        for other in statements:
            if other.id == new.id or not same_utterance(new, other).same:
                continue
            assert block is not None
            assert other.person == block.person
            window = window_of(other.begin, other.end, other.published)
            if block.earliest is None:
                assert window is None
            else:
                assert window is not None
                assert block.latest is not None
                assert block.ends_from is not None
                assert block.earliest <= window.begin <= block.latest
                assert window.end >= block.ends_from


def test_an_utterance_is_numbered_by_its_first_statement() -> None:
    """A statement that links two utterances makes them one, under the lower number."""
    whole, first, second = (said(n, _WORDINGS[n % 3][0], verbatim=True) for n in (9, 4, 5))
    utterances = Utterances()
    assert utterances.add(first).utterance == 4
    assert utterances.add(second).utterance == 5
    assert utterances.groups() == [(4,), (5,)]
    result = utterances.add(whole)
    assert (result.utterance, result.absorbed) == (4, (5,))
    assert utterances.groups() == [(4, 5, 9)]


def test_joining_names_what_is_absorbed() -> None:
    """What the record is to rename."""
    assert joined(7, []) == joined(7, ())
    assert joined(7, []).utterance == 7
    assert joined(7, [3, 5, 3]).utterance == 3
    assert joined(7, [3, 5, 3]).absorbed == (5,)
    assert joined(2, [3]).absorbed == (3,)


def test_matches_are_those_that_the_pairwise_verdict_gives() -> None:
    """Passing over distant vectors at once changes no answer."""
    many = [said(n, words, language) for n, (words, language) in enumerate(_WORDINGS, 1)]
    for new in many:
        expected = [o.id for o in many if o.id != new.id and same_utterance(new, o).same]
        assert matches(new, many) == expected
    assert matches(many[0], []) == []


def test_an_interval_of_a_year_tells_no_occasion() -> None:
    """Statements known only by their year are not drawn together."""
    year = {"begin": date(2024, 1, 1), "end": date(2024, 12, 31), "published": None}
    assert window_of(**year) is None
