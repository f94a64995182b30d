"""Whether an office or a description fits somebody's role: *der Minister*, *die Kanzlerin*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wortlaut.model import PersonKind
from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._nouns import Noun
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
_OTHERS = frozenset(
    "sprecher vertreter mitarbeiter zeuge augenzeuge nachbar tochter mutter ehefrau schwester "
    "freund".split()
)
"""Descriptions that are rather of somebody who has no name."""
_SURELY = 4
"""Points of evidence for a woman from which a masculine office is somebody else's."""
_ANYBODY = frozenset("politiker politician mann frau man woman".split())


class Offices:
    """Who holds which office in an article; made once its cast is known."""

    def __init__(self, members: Sequence[Member], places: Places) -> None:
        self._places = places
        people = [member for member in members if member.kind is PersonKind.HUMAN]
        self._women = [member for member in people if member.gender == "f"]
        self._held: dict[str, list[tuple[Role, Member]]] = defaultdict(list)
        for member in people:
            for role in member.roles:
                self._held[role.base].append((role, member))
        self._alike: dict[str, list[str]] = {}
        self._countries: dict[str, str | None] = {}

    def holders(self, role: Role, complement: str = "") -> list[tuple[float, Member]]:
        """The humans whom a description fits and how well: 2 and more for their own office.

        `complement` is what stands behind the noun: *des Weißen Hauses*.
        """
        scores: dict[int, tuple[float, Member]] = {}
        for base in self._bases_like(role.base):
            for held, member in self._held[base]:
                if _other_gender(role, member) or (complement and not _may_have(held, complement)):
                    continue
                score = self._fit(role, held)
                if score > scores.get(id(member), (0.0, member))[0]:
                    scores[id(member)] = (score, member)
        return list(scores.values())

    def only_woman(self, noun: Noun) -> Member | None:
        """The one woman that is named, where a feminine description may be meant of her."""
        if noun.gender != "f" or noun.base in _OTHERS or not noun.lemma.endswith("in"):
            return None
        if len(self._women) == 1:
            return self._women[0]
        # *Die Ministerin* is not the singer whom the article names too.
        left = [woman for woman in self._women if not _of_another_office(woman, noun)]
        return left[0] if len(left) == 1 else None

    def _bases_like(self, base: str) -> list[str]:
        """The offices held in the article that a noun may stand for."""
        if base not in self._alike:
            self._alike[base] = [held for held in self._held if _bases_fit(base, held)]
        return self._alike[base]

    def _fit(self, role: Role, held: Role) -> float:
        here, there = self._country(role), self._country(held)
        return _fit(role, held, here, there)

    def _country(self, role: Role) -> str | None:
        if role.value not in self._countries:
            self._countries[role.value] = _country(role, self._places)
        return self._countries[role.value]


def _of_another_office(member: Member, noun: Noun) -> bool:
    """Whether offices of somebody are told, and none is like the one a noun names."""
    own = [role.base for role in member.roles if role.base not in _ANYBODY]
    return bool(own) and not any(_bases_fit(noun.base, base) for base in own)


def _other_gender(role: Role, member: Member) -> bool:
    """Whether an office's gender makes it somebody else's than a member's."""
    other = role.gender in {"m", "f"} and member.gender not in {None, role.gender}
    return other and (role.gender == "f" or member.genders["f"] >= _SURELY)


def _bases_fit(base: str, held: str) -> bool:
    return (
        base.endswith(held)
        or held.endswith(base)
        or any(base in group and held in group for group in _ALIKE)
        or (base in _ANYBODY and held in _POLITICIANS)
    )


def _may_have(held: Role, complement: str) -> bool:
    """Whether a role may be the one with a complement: it has the same, or none to differ."""
    words = {word.casefold() for word in complement.split() if word[0].isupper()}
    own = {word.casefold() for word in held.value.replace("-", " ").split() if word[0].isupper()}
    own -= {held.noun.casefold(), held.base}
    return not own or not words or bool({word[:5] for word in words} & {word[:5] for word in own})


def _fit(role: Role, held: Role, here: str | None, there: str | None) -> float:
    """How well a description fits a role; `here` and `there` are their countries."""
    if held.base in COUNTERPARTS or role.base in COUNTERPARTS:
        return 0.0
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
