"""What the words for a role say: which office, of which country, of what gender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.linking._letters import small, spellings
from wortlaut.linking._words import read_toml
from wortlaut.reading.places import PlaceKind, Places

_PHRASE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_FORMER = re.compile(
    r"\b(?:früher|ehemalig|ex-|former|alt(?:bundes)?kanzler|altbundes|late\b|then-)"
)
_HOME = re.compile(r"\bbundes(?!rat)|\bbundestag")


@dataclass(frozen=True, slots=True)
class Role:
    """A role, taken apart."""

    offices: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    """Walks of life: politics, sport, ..."""
    countries: frozenset[str] = frozenset()
    """ISO 3166 codes."""
    female: bool | None = None
    former: bool = False
    """The office is over."""
    others: frozenset[str] = frozenset()
    """The other words, folded: parties, towns, firms."""


NO_ROLE = Role()
# What others may call the same office: presidents of some countries govern, rulers have many names.
_EXCHANGEABLE = (
    frozenset(("head_of_state", "ruler")),
    frozenset(("head_of_government", "ruler")),
    frozenset(("head_of_government", "chancellor")),
    frozenset(("head_of_government", "prime_minister")),
    frozenset(("executive", "entrepreneur")),
    frozenset(("scientist", "professor")),
    frozenset(("footballer", "player")),
    frozenset(("opposition", "politician")),
    frozenset(("member", "politician")),
    frozenset(("party_leader", "politician")),
    frozenset(("monarch", "ruler")),
    frozenset(("soldier", "ruler")),
)


def one_holder(one: Role, other: Role) -> bool:
    """The two name an office that one person of a country holds at a time."""
    return not (one.offices & other.offices) <= _listed("of_many")


def same_office(one: Role, other: Role) -> bool:
    """The two may be words for one office."""
    if not one.offices.isdisjoint(other.offices):
        return True
    return any(
        frozenset((a, b)) in _EXCHANGEABLE for a in one.offices for b in other.offices if a != b
    )


@lru_cache(maxsize=1 << 15)
def role_of(words: str) -> Role:
    """The role that `words` name; an empty one where they say nothing that is known."""
    text = " ".join(small(word).strip('.,;:"„“') for word in words.split())
    offices: set[str] = set()
    fields: set[str] = set()
    female: bool | None = None
    spent: set[str] = set()
    scanner, phrases = _offices()
    for match in scanner.finditer(text):
        for field, office in phrases[match["phrase"]]:
            offices.add(office)
            if field != "any":
                fields.add(field)
        spent.update(match[0].split())
        if match["female"]:
            female = True
        elif female is None and match["phrase"] in _german():
            female = False
    if "minister" in offices and len(offices) > 1:
        offices.discard("minister")
    written = _WORD.findall(words)
    countries, named = _countries(words, text)
    spent |= named
    for word in written:
        folded = small(word)
        if folded in _listed("women"):
            female = True
        elif folded in _listed("men") and female is None:
            female = False
    others = frozenset(
        form
        for word in written
        for part in small(word).split("-")
        if small(word) not in named
        and part not in _listed("empty")
        and part not in spent
        and not scanner.fullmatch(part)
        and len(part) > 1
        for form in spellings(part)
        if small(word) not in spent or "-" in word
    )
    former = bool(_FORMER.search(text))
    return Role(frozenset(offices), frozenset(fields), countries, female, former, others)


@lru_cache(maxsize=1)
def places() -> Places:
    """The package's places."""
    return Places.load()


def _countries(words: str, text: str) -> tuple[frozenset[str], set[str]]:
    """Codes of the countries named, and the words that name them."""
    found: set[str] = set()
    named: set[str] = set()
    known = places()
    tokens = [token.strip('.,;:"„“') for token in _PHRASE.findall(words)]
    for place, word in enumerate(tokens):
        code = known.adjective(word)
        if code:
            found.add(code)
            named.add(small(word))
        if not word[:1].isupper():
            continue
        for length in (3, 2, 1):
            spot = known.of(" ".join(tokens[place : place + length]))
            if spot is not None:
                found.add(spot.country)
                # A capital is a town as well, and tells two mayors apart.
                if spot.kind is not PlaceKind.CAPITAL:
                    named.update(small(word) for word in tokens[place : place + length])
                break
    if "president of the united states" in text:
        found.add("US")
    if not found and _HOME.search(text):
        found.add("DE")
    return frozenset(found), named


@lru_cache(maxsize=8)
def _listed(key: str) -> frozenset[str]:
    return frozenset(small(word) for word in read_toml("role_words.toml")[key].split())


@lru_cache(maxsize=1)
def _offices() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]:
    """One expression for all phrases, and the offices that each names."""
    phrases: dict[str, list[tuple[str, str]]] = {}
    for field, offices in read_toml("offices.toml").items():
        for office, words in offices.items():
            for phrase in _phrases(words):
                phrases.setdefault(phrase, []).append((field, office))
    longest_first = sorted(phrases, key=len, reverse=True)
    scanner = re.compile(
        rf"(?:(?<=[\w-])|\b)(?P<phrase>{'|'.join(map(re.escape, longest_first))})"
        r"(?P<female>innen|in)?(?:e[nsr]?|n|s|’s|'s)?(?![\w-])"
    )
    return scanner, {phrase: tuple(offices) for phrase, offices in phrases.items()}


@lru_cache(maxsize=1)
def _german() -> frozenset[str]:
    """Phrases whose bare form names a man."""
    return frozenset(
        phrase
        for offices in read_toml("offices.toml").values()
        for words in offices.values()
        for phrase in _phrases(words)
        if phrase.endswith(tuple(_listed("masculine")))
        and " " not in phrase
        and phrase != "minister"
    )


def _phrases(words: str) -> list[str]:
    return [small(" ".join(phrase.split())) for phrase in words.split(",")]
