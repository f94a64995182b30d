"""Whether an office or a description fits somebody's role: *der Minister*, *die Kanzlerin*."""

from __future__ import annotations

from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._roles import COUNTERPARTS, Role
from wortlaut.reading.places import Places

_ALIKE = tuple(
    frozenset(group.split())
    for group in (
        "kanzler regierungschef premier premierminister ministerpräsident regierungschefin",
        "präsident staatschef staatsoberhaupt staatspräsident",
        "chef vorsitzend leiter direktor präsident geschäftsführer vorstand parteichef",
        "journalist reporter redakteur korrespondent autor chefredakteur",
        "wissenschaftler forscher professor historiker biologe physiker experte psychologe "
        "soziologe",
        "anwalt rechtsanwalt verteidiger jurist",
        "sprecher vertreter",
        "präsident amtsinhaber",
        "kandidat herausforderer spitzenkandidat bewerber",
        "papst kirchenoberhaupt pontifex",
        "president leader",
        "candidate nominee front-runner frontrunner",
        "senator lawmaker legislator congressman congresswoman representative",
        "lawyer attorney counsel",
        "spokesman spokesperson",
        "spokeswoman spokesperson",
        "chairman chairperson head chief",
        "chairwoman chairperson head chief",
        "ceo executive chief",
        "author writer",
        "professor scholar historian expert economist",
        "prime premier",
    )
)
_POLITICIANS = frozenset(
    "minister präsident kanzler abgeordnet senator premier ministerpräsident gouverneur "
    "vorsitzend kandidat bürgermeister staatssekretär politiker "
    "kommissar sprecher beauftragt außenbeauftragt generalsekretär sozialdemokrat chef stadtrat "
    "president governor mayor congressman congresswoman representative secretary candidate".split()
)  # fmt: skip
_SURELY = 4
"""Points of evidence for a woman from which a masculine office is somebody else's."""
_ANYBODY = frozenset("politiker politician mann frau man woman".split())


def office_match(role: Role, member: Member, places: Places, complement: str = "") -> float:
    """How well a description fits a member: 0 not at all, from 2 on for its own office.

    `complement` is what stands behind the noun: *des Weißen Hauses*.
    """
    other_gender = role.gender in {"m", "f"} and member.gender not in {None, role.gender}
    if other_gender and (role.gender == "f" or member.genders["f"] >= _SURELY):
        return 0.0
    return max(
        (
            _fit(role, held, places)
            for held in member.roles
            if not complement or _may_have(held, complement)
        ),
        default=0.0,
    )


def _may_have(held: Role, complement: str) -> bool:
    """Whether a role may be the one with a complement: it has the same, or none to differ."""
    words = {word.casefold() for word in complement.split() if word[0].isupper()}
    own = {word.casefold() for word in held.value.replace("-", " ").split() if word[0].isupper()}
    own -= {held.noun.casefold(), held.base}
    return not own or not words or bool({word[:5] for word in words} & {word[:5] for word in own})


def _fit(role: Role, held: Role, places: Places) -> float:
    if held.base in COUNTERPARTS or role.base in COUNTERPARTS:
        return 0.0
    here, there = _country(role, places), _country(held, places)
    if here and there and here != there:
        return 0.0
    noun, other = _plain(role.noun), _plain(held.noun)
    alike = 0.0
    if noun == other:
        alike = 3.0
    elif role.base == held.base:
        prefix, other_prefix = _prefix(role), _prefix(held)
        if prefix and other_prefix and not (here and here == there):
            return 0.0
        alike = 2.5 if not prefix or (here and here == there) else 2.0
    elif noun.endswith(other) or other.endswith(noun):
        alike = 2.2
    elif any(role.base in group and held.base in group for group in _ALIKE):
        alike = 1.6
    elif role.base in _ANYBODY and held.base in _POLITICIANS:
        alike = 1.2
    if alike and here and here == there:
        alike += 0.5
    if (
        alike
        and len(role.value) > len(role.noun)
        and role.value.casefold() == held.value.casefold()
    ):
        alike += 0.5
    return alike


def _plain(noun: str) -> str:
    return noun.casefold().removesuffix("in")


def _prefix(role: Role) -> str:
    return _plain(role.noun).removesuffix(role.base).strip("-")


def _country(role: Role, places: Places) -> str | None:
    """The country that an adjective, a possessor or a first part names."""
    words = role.value.split()
    for word in words:
        code = places.adjective(word)
        if code:
            return code
    if words and len(words) > 1:
        place = places.of(words[0].removesuffix("’s").removesuffix("'s").removesuffix("s"))
        if place:
            return place.country
    return None
