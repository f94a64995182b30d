"""Every form of a German verb, from its infinitive or its principal parts.

More forms come out than German has (*besagst*, *wöllte*): they are looked up, never written.
All are case-folded, so that *ß* and *ss* are one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "hinter", "miss", "über", "unter", "ver", "voll",
                "wider", "zer")  # fmt: skip
_MODALS = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen", "wissen"})
_TO_BE = "bin bist ist sind seid sei seien seiet war waren wart wäre wären"
_TO_BECOME = "werde wird werden werdet werdest wurde wurden würde würden ward worden"
_UMLAUT = {"a": "ä", "o": "ö", "u": "ü"}


@dataclass(frozen=True, slots=True)
class GermanVerb:
    """The forms of one verb, case-folded."""

    finite: frozenset[str]
    """Finite forms without the separable prefix: *kündigte*."""
    particle: str
    """The separable prefix, or nothing."""
    joined: frozenset[str]
    """Forms in one word: *ankündigte, angekündigt, anzukündigen, ankündigend*."""
    participle: str


def conjugate(verb: str, irregular: Mapping[str, str]) -> GermanVerb:
    """The forms of a verb such as *sagen* or *an|kündigen*.

    `irregular` has "third person present, past, participle" for infinitives without prefix.
    """
    particle, _, base = verb.rpartition("|")
    prefix, parts = _principal_parts(base, irregular)
    finite = _finite(base, prefix, parts)
    participle = _participle(base, prefix, parts)
    joined = {particle + form for form in (*finite, base, participle, base + "d")}
    if particle:
        joined.add(particle + "zu" + base)
    if not parts and base.startswith("ge"):
        joined.add(particle + "ge" + participle)
    return GermanVerb(
        frozenset(form.casefold() for form in (*finite, base)),
        particle.casefold(),
        frozenset(form.casefold() for form in joined),
        (particle + participle).casefold(),
    )


def _principal_parts(base: str, irregular: Mapping[str, str]) -> tuple[str, list[str]]:
    """The inseparable prefix and the parts of the verb after it; no parts where it is weak."""
    if base in irregular:
        return "", irregular[base].split()
    for prefix in _INSEPARABLE:
        rest = base.removeprefix(prefix)
        if rest != base and rest in irregular:
            return prefix, irregular[rest].split()
    return "", []


def _finite(base: str, prefix: str, parts: list[str]) -> set[str]:
    if base == "sein":
        return set(_TO_BE.split())
    if base == "werden":
        return set(_TO_BECOME.split())
    stem = base.removesuffix("n").removesuffix("e")
    link = "e" if _needs_link(stem) else ""
    forms = {base, stem + "e", stem + "est", stem + "et", stem + "t", stem + "st"}
    if stem.endswith("el"):
        forms.add(stem[:-2] + "le")
    if stem.endswith("er"):
        forms.add(stem[:-2] + "re")
    if not parts:
        past = stem + link + "te"
        return forms | {stem + link + "t", stem + link + "st", past, past + "n", past + "st"}
    present, past = (prefix + part for part in parts[:2])
    forms.add(present)
    if base in _MODALS:
        forms.add(present + "st")
    ending = "" if past.endswith("e") else "e"
    subjunctive = _with_umlaut(past) + ending
    return forms | {past, past + ending + "n", subjunctive, subjunctive + "n", past + "t"}


def _needs_link(stem: str) -> bool:
    """Whether an e stands before -t: *arbeitet, öffnet, zeichnet*, but *lernt, ahnt*."""
    if stem.endswith(("t", "d")):
        return True
    if len(stem) < 3 or stem[-1] not in "mn":
        return False
    return stem[-2] not in "aeiouäöülrhmn" or stem[-3:-1] == "ch"


def _with_umlaut(past: str) -> str:
    end = past.rfind("e") if past.endswith("te") else len(past)
    for index in range(end - 1, -1, -1):
        if past[index] in _UMLAUT:
            return past[:index] + _UMLAUT[past[index]] + past[index + 1 :]
        if past[index] in "eiäöü":
            break
    return past


def _participle(base: str, prefix: str, parts: list[str]) -> str:
    if parts:
        whole = parts[2]
        # schreiben, geschrieben, but beschrieben; gegeben, but vergeben.
        return prefix + whole.removeprefix("ge") if prefix else whole
    stem = base.removesuffix("n").removesuffix("e")
    ending = "et" if _needs_link(stem) else "t"
    if base.endswith("ieren") or base.startswith(_INSEPARABLE):
        return stem + ending
    return "ge" + stem + ending
