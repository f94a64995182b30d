"""Identities as sums of appearances, and the history of their roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from wortlaut.linking._evidence import companion_keys
from wortlaut.linking._letters import small
from wortlaut.linking._roles import role_of
from wortlaut.linking._rulings import Rulings
from wortlaut.linking._values import Appearance, Identity, RoleSeen

MOST_COMPANIONS = 64
"""Companions that an identity keeps, its commonest."""


def identity_of(number: int, appearance: Appearance, rulings: Rulings | None = None) -> Identity:
    """The identity that begins with `appearance`."""
    return identity_from(number, (appearance,), rulings)


def identity_from(
    number: int, appearances: Sequence[Appearance], rulings: Rulings | None = None
) -> Identity:
    """The identity that all `appearances` make, one at least: what a split leaves of one."""
    identity = Identity(number, appearances[0].kind, names=(), appearances=0)
    for appearance in appearances:
        identity = with_appearance(identity, appearance, rulings)
    return identity


def with_appearance(
    identity: Identity, appearance: Appearance, rulings: Rulings | None = None
) -> Identity:
    """`identity` and one appearance more; its anchor is kept where `rulings` speak of it."""
    names = Counter(dict(identity.names))
    names[appearance.name] += 1
    companions = Counter(dict(identity.companions))
    companions.update(companion_keys(appearance.companions))
    countries = set(identity.countries)
    countries.update(country for words in appearance.roles for country in role_of(words).countries)
    if appearance.country:
        countries.add(appearance.country)
    anchor = appearance.anchor
    ruled = rulings is not None and anchor in rulings
    return replace(
        identity,
        names=_commonest(names, None),
        roles=_roles((*identity.roles, *_seen(appearance))),
        companions=_commonest(companions, MOST_COMPANIONS),
        countries=frozenset(countries),
        first=_first(identity.first, appearance.published),
        last=_last(identity.last, appearance.published),
        appearances=identity.appearances + 1,
        anchors=identity.anchors | {anchor} if ruled and anchor else identity.anchors,
    )


def merged(one: Identity, other: Identity) -> Identity:
    """The two as one, under the lower number; the same whichever comes first."""
    keep, gone = sorted((one, other), key=lambda identity: identity.number)
    return replace(
        keep,
        names=_commonest(Counter(dict(keep.names)) + Counter(dict(gone.names)), None),
        roles=_roles((*keep.roles, *gone.roles)),
        companions=_commonest(
            Counter(dict(keep.companions)) + Counter(dict(gone.companions)), MOST_COMPANIONS
        ),
        countries=keep.countries | gone.countries,
        first=_first(keep.first, gone.first),
        last=_last(keep.last, gone.last),
        appearances=keep.appearances + gone.appearances,
        anchors=keep.anchors | gone.anchors,
    )


def roles_history(
    appearances: Iterable[Appearance],
) -> list[tuple[str, date | None, date | None, tuple[str, ...]]]:
    """Each role with the days on which it was first and last seen, and the outlets, by first day.

    Words for one office are told together where they differ in case, ending or language only
    (*Kreml-Sprecher*, *Sprecher des Kreml*, *Kremlin spokesman*); the commonest words stand
    for all. Roles without a day come last.
    """
    roles = _roles(seen for appearance in appearances for seen in _seen(appearance))
    history = [(role.words, role.first, role.last, role.outlets) for role in offices(roles)]
    return sorted(history, key=lambda item: (item[1] is None, item[1] or date.min, item[0]))


def offices(roles: Iterable[RoleSeen]) -> list[RoleSeen]:
    """Roles whose words mean one office as one, under the words that come first, by first day."""
    groups: dict[object, list[RoleSeen]] = {}
    for seen in roles:
        groups.setdefault(_office_key(seen.words), []).append(seen)
    found = [
        RoleSeen(
            group[0].words,
            sum(seen.count for seen in group),
            min((seen.first for seen in group if seen.first), default=None),
            max((seen.last for seen in group if seen.last), default=None),
            tuple(sorted({outlet for seen in group for outlet in seen.outlets})),
        )
        for group in groups.values()
    ]
    return sorted(found, key=lambda role: (role.first is None, role.first or date.min, role.words))


def _office_key(words: str) -> object:
    role = role_of(words)
    if not role.offices:
        return small(words)
    # Parties and towns tell offices apart, but in two languages they are other words; where a
    # country is named it is enough.
    rest = frozenset() if role.countries else frozenset(word for word in role.others)
    return role.offices, role.countries, rest


def _seen(appearance: Appearance) -> list[RoleSeen]:
    outlets = (appearance.outlet,) if appearance.outlet else ()
    day = appearance.published
    return [RoleSeen(words, 1, day, day, outlets) for words in dict.fromkeys(appearance.roles)]


def _roles(seen: Iterable[RoleSeen]) -> tuple[RoleSeen, ...]:
    """Roles of the same words as one, the commonest first, then by their words."""
    by_words: dict[str, RoleSeen] = {}
    for role in seen:
        known = by_words.get(role.words)
        by_words[role.words] = (
            role
            if known is None
            else RoleSeen(
                role.words,
                known.count + role.count,
                _first(known.first, role.first),
                _last(known.last, role.last),
                tuple(sorted({*known.outlets, *role.outlets})),
            )
        )
    return tuple(sorted(by_words.values(), key=lambda role: (-role.count, role.words)))


def _commonest(counts: Counter[str], most: int | None) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])


def _first(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _last(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)
