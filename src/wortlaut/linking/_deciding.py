"""What is done with an appearance, given the identities that it may be.

At most one identity is right. So the odds of each candidate share one sum with the odds that
none is right, and two candidates that fit alike make a proposal and never a link. Candidates
that look like one person twice do not stand in each other's way: the likelier they are one,
the less the weaker one's odds count.

A link once made stays until a person undoes it: who cites an identity must find it again. What
evidence comes later can do is link what was only proposed: `reconsider`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wortlaut.linking._comparing import compare
from wortlaut.linking._evidence import MOST_NAMES
from wortlaut.linking._human_names import human_name
from wortlaut.linking._keys import LINKABLE
from wortlaut.linking._rulings import Rulings
from wortlaut.linking._values import Appearance, Decision, Identity, Link, Outcome
from wortlaut.linking._weights import weights
from wortlaut.model import PersonKind

MOST_PROPOSALS = 5
"""Identities that a person is asked about at once."""
_NO_RULINGS = Rulings()
_RULED = "+ a person said so"


def link(
    appearance: Appearance, candidates: Iterable[Identity], rulings: Rulings = _NO_RULINGS
) -> Decision:
    """Which of `candidates` the appearance is, if any; the same in whatever order they come.

    Candidates that a ruling excludes are left out; one that a ruling names is the one, whatever
    the evidence says.
    """
    if appearance.kind not in LINKABLE:
        return Decision(Outcome.NEW)
    own = (appearance.anchor,) if appearance.anchor else ()
    possible = []
    for candidate in sorted(candidates, key=lambda identity: identity.number):
        verdict = rulings.verdict(own, candidate.anchors)
        if verdict:
            return Decision(Outcome.LINKED, (Link(candidate.number, 1.0, (_RULED,)),), True)
        if verdict is None:
            possible.append(candidate)
    compared = [(compare(appearance, candidate), candidate) for candidate in possible]
    return _decision(_excluding(compared, rulings))


def resemblance(one: Identity, other: Identity) -> Link:
    """How sure it is that two identities are one: `Link.identity` is the other's number.

    Each whole name of the smaller one must fit the larger one; bare surnames count only where
    there is no other.
    """
    large, small = sorted(
        (one, other), key=lambda identity: (-identity.appearances, identity.number)
    )
    names = [name for name, _ in small.names[:MOST_NAMES]]
    whole = [name for name in names if len(human_name(name).words) > 1]
    if small.kind is PersonKind.HUMAN and whole:
        names = whole
    found = [compare(_as_appearance(small, name), large, small) for name in names]
    least = min(found, key=lambda item: item.confidence)
    return Link(other.number, least.confidence, least.why)


def reconsider(
    identity: Identity, open_proposals: Sequence[Identity], rulings: Rulings = _NO_RULINGS
) -> Decision:
    """Whether `identity`, which has gained evidence, is one of those it was proposed to be.

    LINKED: merge the two (`merged`), the lower number stays. What a ruling keeps apart is no
    candidate; what a ruling joins is linked.
    """
    links = []
    for other in sorted(open_proposals, key=lambda other: other.number):
        if other.number == identity.number or other.kind is not identity.kind:
            continue
        verdict = rulings.verdict(identity.anchors, other.anchors)
        if verdict:
            return Decision(Outcome.LINKED, (Link(other.number, 1.0, (_RULED,)),), True)
        if verdict is None:
            found = resemblance(identity, other)
            links.append((Link(other.number, found.confidence, found.why), other))
    return _decision(_excluding(links, rulings))


def _excluding(links: list[tuple[Link, Identity]], rulings: Rulings) -> list[Link]:
    """Confidences when at most one of all can be right, the likeliest first."""
    least = weights().propose / 10
    ranked = sorted(links, key=lambda item: (-item[0].confidence, item[0].identity))
    likely = [(found, identity) for found, identity in ranked if found.confidence >= least]
    if len(likely) < 2:
        return [found for found, _ in likely]
    odds = [found.confidence / (1.0 - min(found.confidence, 0.999)) for found, _ in likely]
    results = []
    for place, (found, identity) in enumerate(likely[:MOST_PROPOSALS]):
        # Rivals only take away: what is too little alone need not be weighed against them.
        if found.confidence < weights().propose:
            break
        rivals = 0.0
        for other_place, (_, other) in enumerate(likely):
            if other_place == place:
                continue
            rival = odds[other_place]
            if rival > 0.1 and other_place < MOST_PROPOSALS:
                rival *= 1.0 - _oneness(identity, other, rulings)
            rivals += rival
        results.append(Link(found.identity, odds[place] / (1.0 + odds[place] + rivals), found.why))
    return sorted(results, key=lambda item: (-item.confidence, item.identity))


def _oneness(one: Identity, other: Identity, rulings: Rulings) -> float:
    verdict = rulings.verdict(one.anchors, other.anchors)
    return resemblance(one, other).confidence if verdict is None else float(verdict)


def _decision(links: list[Link]) -> Decision:
    table = weights()
    if links and links[0].confidence >= table.link:
        return Decision(Outcome.LINKED, tuple(links[:1]))
    asked = tuple(found for found in links if found.confidence >= table.propose)
    return Decision(Outcome.PROPOSED, asked) if asked else Decision(Outcome.NEW)


def _as_appearance(identity: Identity, name: str) -> Appearance:
    """An identity seen as one appearance; the identity tells its roles and companions."""
    country = min(identity.countries) if len(identity.countries) == 1 else None
    middle = identity.first
    if identity.first and identity.last:
        middle = identity.first + (identity.last - identity.first) / 2
    return Appearance(name, identity.kind, published=middle, country=country)
