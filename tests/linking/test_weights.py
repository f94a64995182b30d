"""Every piece of evidence has a weight, and no weight speaks against its name."""

import inspect
import re

from wortlaut.linking import _body_names, _evidence, _name_evidence
from wortlaut.linking._weights import weights


def test_whatever_can_be_found_has_a_weight() -> None:
    """All grades of names, and all weights that the evidence names outright."""
    source = inspect.getsource(_evidence)
    named = set(re.findall(r'"([a-z]+\.[a-z_]+)"', source))
    named |= {
        f"field.{grade}{common}" for grade in ("same", "unclear") for common in ("", "_common")
    }
    named |= {f"family.{grade}" for grade in _name_evidence._FAMILY_RANK}
    named |= {f"given.{grade}" for grade in _name_evidence._GIVEN_RANK}
    named |= {"middle.same", "middle.other", "number.same", "number.other", "number.unsure"}
    named |= {f"body.{grade}" for grade in _evidence._BODY_RANK}
    assert named >= {"kind.other", "office.holder", "companions.shared", "apart.lifetime"}
    assert named == weights().of.keys()


def test_no_weight_turns_against_what_it_is_called() -> None:
    """What agrees never speaks against a link, what differs never for one."""
    of = weights().of
    for name in ("office.same", "office.holder", "country.same", "companions.shared", "role.words"):
        assert of[name] >= 0, name
    for name, weight in of.items():
        if name.endswith((".other", ".none", ".missing", ".succeeded", ".lifetime")):
            assert weight <= 0, name
    assert of["given.other"] < of["given.missing"] < of["given.initial"] < of["given.same"]


def test_more_is_needed_to_link_than_to_ask() -> None:
    """The thresholds are probabilities in their order."""
    assert 0.0 < weights().propose < 0.5 < weights().link < 1.0


def test_grades_of_bodies_are_those_that_are_found() -> None:
    """The ranks name what the comparison of names returns."""
    told = inspect.getdoc(_body_names.body_evidence) or ""
    for grade in _evidence._BODY_RANK:
        assert grade in told
