"""All that speaks for or against an appearance and an identity being the same.

Each piece of evidence has the name of a weight (`weights.toml`), a strength between 0 and 1,
and words for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from wortlaut.linking._body_names import body_evidence
from wortlaut.linking._human_names import human_name
from wortlaut.linking._letters import is_latin
from wortlaut.linking._name_evidence import NameEvidence, name_evidence
from wortlaut.linking._roles import Role, one_holder, role_of, same_office
from wortlaut.linking._sounds import skeletons
from wortlaut.linking._values import Appearance, Identity, RoleSeen
from wortlaut.linking._words import is_common, is_common_given
from wortlaut.model import PersonKind

MOST_NAMES = 12
"""Names of an identity that are compared, its commonest; the others are rare misspellings."""
MOST_ROLES = 16
_YEAR = 365.25
_IN_OFFICE = 9
"""Years between two sights of one holder of an office, by and large: two terms."""
_LONG_APART = 40
_LIFETIME = 75
_SHARED_ENOUGH = 2.0
"""Shared companions that make the evidence full."""
_SHARED_PART = 0.3
"""The same, as a part of the smaller company."""


class Evidence(NamedTuple):
    """One reason for or against."""

    weight: str
    strength: float
    words: str


def evidence(
    appearance: Appearance, identity: Identity, stands_for: Identity | None = None
) -> list[Evidence]:
    """Everything that tells whether `appearance` is `identity`; one reason a weight.

    Where the appearance is no more than a name of an identity that it stands for, the roles and
    the companions are that identity's.
    """
    if appearance.kind is not identity.kind:
        return [Evidence("kind.other", 1.0, f"{appearance.kind} and {identity.kind}")]
    known_as = () if stands_for is not None else appearance.companions
    if stands_for is None:
        company = companion_keys(appearance.companions)
        day = appearance.published
        roles = tuple(RoleSeen(words, 1, day, day) for words in _role_words(appearance))
    else:
        company = frozenset(key for key, _ in stands_for.companions)
        roles = stands_for.roles
    if appearance.kind is PersonKind.BODY:
        return [*_of_bodies(appearance, identity), *_of_companions(company, identity, known_as)]
    of_names = list(_of_humans(appearance, identity, roles))
    if of_names[-1].weight in ("family.other", "given.other"):
        return of_names
    return [*of_names, *_of_companions(company, identity, known_as)]


@lru_cache(maxsize=1 << 15)
def companion_key(name: str) -> str:
    """What stands for another human's name among the companions: the surname's sound."""
    words = human_name(name).words
    if not words:
        return ""
    surname = words[0] if human_name(name).family_first else words[-1]
    return min(skeletons(surname), default="")


@lru_cache(maxsize=1 << 13)
def companion_keys(names: tuple[str, ...]) -> frozenset[str]:
    """The keys of all `names` that have one."""
    return frozenset(key for name in names if (key := companion_key(name)))


def _of_bodies(appearance: Appearance, identity: Identity) -> Iterator[Evidence]:
    grades = [
        (_BODY_RANK[body_evidence(name, known)], body_evidence(name, known), name, known)
        for name in (appearance.name, *appearance.variants)
        for known, _ in identity.names[:MOST_NAMES]
    ]
    _, grade, name, known = max(grades, key=lambda grade: grade[0])
    yield Evidence(f"body.{grade}", 1.0, f"{name} / {known}")


_BODY_RANK = {
    "concept": 6, "same": 5, "initials": 4, "part": 3, "typo": 2, "generic": 1, "other": 0,
}  # fmt: skip


def _of_humans(
    appearance: Appearance, identity: Identity, roles: tuple[RoleSeen, ...]
) -> Iterator[Evidence]:
    found, known = _best_name(appearance.name, identity)
    words = f"{appearance.name} / {known}"
    if found.family == "other":
        yield Evidence("family.other", 1.0, words)
        return
    yield Evidence(f"family.{found.family}", 1.0, words)
    yield Evidence(f"given.{found.given}", 1.0, words)
    if found.given == "other":
        return
    if found.middle != "unknown":
        yield Evidence(f"middle.{found.middle}", 1.0, f"middle names of {words}")
    if found.number != "unknown":
        yield Evidence(f"number.{found.number}", 1.0, words)
    bare = found.given in ("missing", "none", "initial")
    common = _commonness(appearance.name, bare)
    if common == "whole":
        yield Evidence(
            "common.bare" if bare else "common.whole", 1.0, f"many are called {appearance.name}"
        )
    yield from _of_roles(appearance, identity, roles, common)
    years = _years_apart(appearance.published, identity.first, identity.last)
    if years is not None and years > _LIFETIME:
        yield Evidence("apart.lifetime", 1.0, f"{years:.0f} years apart")
    elif years is not None and years > _LONG_APART:
        yield Evidence("apart.long", 1.0, f"{years:.0f} years apart")


def _best_name(name: str, identity: Identity) -> tuple[NameEvidence, str]:
    """The name of `identity` that agrees most; what others tell of middle names counts too."""
    compared = [(name_evidence(name, known), known) for known, _ in identity.names[:MOST_NAMES]]
    best, known = max(compared, key=lambda pair: pair[0].rank)
    if known == name:
        # One name that was linked wrongly must not turn all that are called the same away.
        return best, known
    if best.middle == "unknown" and best.given not in ("missing", "none", "other"):
        # *George H. W. Bush* agrees with *George Bush*, but the same man is *George W.* too.
        middles = {
            found.middle for found, _ in compared if found.given in ("same", "form", "initial")
        }
        if "same" not in middles and "other" in middles:
            best = best._replace(middle="other")
    numbers = {found.number for found, _ in compared if found.family != "other"}
    if best.number == "unknown" and len(numbers) > 1 and "same" not in numbers:
        best = best._replace(number="other" if "other" in numbers else "unsure")
    return best, known


@lru_cache(maxsize=1 << 15)
def _commonness(name: str, bare: bool) -> str:
    """`whole` where many have that name, `surname` where they share the surname, else nothing.

    Of a bare surname nothing but the surname counts.
    """
    parts = human_name(name)
    if not parts.words:
        return ""
    surname, given = parts.words[-1], parts.words[0]
    if parts.family_first:
        surname, given = given, surname
    if not is_common(surname):
        return ""
    alone = bare or len(parts.words) == 1
    return "whole" if alone or (len(parts.words) == 2 and is_common_given(given)) else "surname"


Seen = tuple[Role, RoleSeen]


def _of_roles(
    appearance: Appearance, identity: Identity, roles: tuple[RoleSeen, ...], common: str
) -> Iterator[Evidence]:
    own, theirs = _known_roles(roles), _known_roles(identity.roles)
    yield from _of_countries(appearance, identity, (role for role, _ in own))
    if not own or not theirs:
        return
    if _genders(role for role, _ in own) | _genders(role for role, _ in theirs) == {True, False}:
        yield Evidence("gender.other", 1.0, "a man's and a woman's role")
    overlap = {word for role, _ in own for word in role.others} & {
        word for role, _ in theirs for word in role.others
    }
    telling = {word for word in overlap if len(word) > 1} - _INNOCENT
    if telling:
        yield Evidence("role.words", 1.0, "roles share " + ", ".join(sorted(telling)))
    doubtful = "" if telling else common
    yield _of_offices(own, theirs, doubtful) or _of_fields(own, theirs, doubtful)


def _of_offices(own: list[Seen], theirs: list[Seen], common: str) -> Evidence | None:
    """The office that both hold, the one whose time is nearest."""
    shared = [
        (
            _succeeded(role, here, known, there),
            # Who once held an office may be called so for life.
            0.0 if role.former or known.former else _years_between(here, there),
            not one_holder(role, known),
            f"{here.words} / {there.words}",
        )
        for role, here in own
        for known, there in theirs
        if same_office(role, known) and not _conflict(role.countries, known.countries)
    ]
    if not shared:
        return None
    succeeded, years, many, told = min(shared)
    if succeeded and not many:
        return Evidence("office.succeeded", 1.0, f"{told}: over for one, not for the other")
    if not many and years > _IN_OFFICE:
        return Evidence("office.long_ago", 1.0, f"{told}, {years:.0f} years apart")
    if not many:
        return Evidence("office.holder", 1.0, told)
    # There are many mayors, and among them two of a common name.
    return Evidence("office.same_common" if common == "whole" else "office.same", 1.0, told)


def _succeeded(role: Role, here: RoleSeen, known: Role, there: RoleSeen) -> bool:
    """One had left the office when the other still, or only then, held it."""
    if role.former == known.former:
        return False
    old, new = (here, there) if role.former else (there, here)
    return old.first is not None and new.last is not None and old.first <= new.last


def _of_fields(own: list[Seen], theirs: list[Seen], common: str) -> Evidence:
    """Roles that are no more the same than a walk of life."""
    fields = {field for role, _ in own for field in role.fields}
    known = {field for role, _ in theirs for field in role.fields}
    words = f"{own[0][1].words} / {theirs[0][1].words}"
    if fields and known and not fields & known:
        return Evidence("field.other_common" if common else "field.other", 1.0, words)
    grade = "same" if fields and known else "unclear"
    return Evidence(f"field.{grade}_common" if common == "whole" else f"field.{grade}", 1.0, words)


_INNOCENT = frozenset(("praesident", "prasident", "chef", "leiter", "chief", "head", "mitglied"))


def _of_countries(
    appearance: Appearance, identity: Identity, roles: Iterable[Role]
) -> Iterator[Evidence]:
    own = {country for role in roles for country in role.countries}
    if appearance.country:
        own.add(appearance.country)
    if not own or not identity.countries:
        return
    here, there = ", ".join(sorted(own)), ", ".join(sorted(identity.countries))
    if _conflict(own, identity.countries):
        yield Evidence("country.other", 1.0, f"{here} / {there}")
    else:
        yield Evidence("country.same", 1.0, here)


def _conflict(one: Iterable[str], other: Iterable[str]) -> bool:
    """Both name countries, and no two are the same; a state lies in its country."""
    a, b = set(one), set(other)
    if not a or not b:
        return False
    return not any(_within(c, d) or _within(d, c) for c in a for d in b)


def _within(part: str, whole: str) -> bool:
    return part == whole or part.startswith(f"{whole}-")


def _genders(roles: Iterable[Role]) -> set[bool]:
    return {role.female for role in roles if role.female is not None}


def _known_roles(roles: tuple[RoleSeen, ...]) -> list[Seen]:
    """The commonest roles, as far as they can be read."""
    return [
        (role, seen) for seen in roles[:MOST_ROLES] if (role := _readable(seen.words)) is not None
    ]


@lru_cache(maxsize=1 << 15)
def _readable(words: str) -> Role | None:
    """The role; none for words of a language in other letters, which tell nothing."""
    return role_of(words) if is_latin(words.casefold()) else None


def _role_words(appearance: Appearance) -> tuple[str, ...]:
    """The roles, with the titles that say as much: *Papst Franziskus*."""
    titles = human_name(appearance.name).titles
    return (*appearance.roles, *titles) if titles else appearance.roles


def _of_companions(
    company: frozenset[str], identity: Identity, known_as: tuple[str, ...]
) -> Iterator[Evidence]:
    if not company or not identity.companions:
        return
    known = frozenset(key for key, _ in identity.companions)
    shared = company & known
    if shared:
        # Two who have met hundreds have met some of the same.
        enough = max(_SHARED_ENOUGH, _SHARED_PART * min(len(company), len(known)))
        # Of an identity's companions only the keys are kept, which nobody can read.
        told = sorted(name for name in known_as if companion_key(name) in shared)
        why = ", ".join(told) or str(len(shared))
        yield Evidence("companions.shared", min(1.0, len(shared) / enough), why)
    elif len(company) > 1 and len(known) > 1:
        yield Evidence("companions.none", 1.0, "in other company")


def _years_apart(day: date | None, first: date | None, last: date | None) -> float | None:
    """Years between `day` and a time; zero within it."""
    if day is None or first is None or last is None:
        return None
    return _gap(day, day, first, last)


def _years_between(one: RoleSeen, other: RoleSeen) -> float:
    """Years between two times of office; zero where nothing is known of one."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0.0
    return _gap(one.first, one.last, other.first, other.last)


def _gap(first: date, last: date, other_first: date, other_last: date) -> float:
    return max(0, (other_first - last).days, (first - other_last).days) / _YEAR
