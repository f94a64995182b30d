"""Whether somebody is called so: for looking people up by any spelling of their names."""

from __future__ import annotations

from wortlaut.linking._body_names import body_evidence
from wortlaut.linking._evidence import MOST_NAMES
from wortlaut.linking._human_names import human_name
from wortlaut.linking._name_evidence import name_evidence
from wortlaut.linking._values import Identity
from wortlaut.model import PersonKind

_SURNAMES = frozenset(("same", "sound", "bare"))
_GIVEN = frozenset(("same", "form", "near", "initial", "part"))
_BODIES = frozenset(("concept", "same", "initials"))


def is_called(words: str, identity: Identity) -> bool:
    """Whether `words` are a name of `identity` in any spelling, or a human's surname alone.

    *Selenskyj* and *Volodymyr Zelensky* name who is known as *Wolodymyr Selenskyj*; *Gerd
    Müller* does not name who is only known as *Müller*.
    """
    names = [name for name, _ in identity.names[:MOST_NAMES]]
    if identity.kind is PersonKind.BODY:
        return any(body_evidence(words, name) in _BODIES for name in names)
    bare = len(human_name(words).words) == 1
    return any(_names_alike(words, name, bare=bare) for name in names)


def _names_alike(words: str, name: str, *, bare: bool) -> bool:
    found = name_evidence(words, name)
    if found.family not in _SURNAMES or "other" in (found.given, found.middle, found.number):
        return False
    return found.given in _GIVEN or bare
