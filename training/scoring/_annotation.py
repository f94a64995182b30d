"""What the scorers compare: quotations with their roles, as token ids or characters."""

from __future__ import annotations

from dataclasses import dataclass, field

Characters = tuple[int, int]
"""A half-open stretch of an article's text, in code points."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One quotation, annotated or predicted; every set holds token ids of its article."""

    type: str
    medium: str
    quote: frozenset[int]
    speaker: frozenset[int] = field(default_factory=frozenset)
    cue: frozenset[int] = field(default_factory=frozenset)
    frame: frozenset[int] = field(default_factory=frozenset)
    addressee: frozenset[int] = field(default_factory=frozenset)

    def part(self, name: str) -> frozenset[int]:
        """The token ids of the part called `name`: `quote` or one of `ROLES`."""
        tokens: frozenset[int] = getattr(self, name)
        return tokens


ROLES = ("speaker", "cue", "frame", "addressee")
PARTS = ("quote", *ROLES)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One quotation of English news; every piece is a stretch of the article's text."""

    quote: tuple[Characters, ...]
    """The content, in the corpus's own word."""
    speaker: tuple[Characters, ...] = ()
    """The source, in the corpus's own word."""
    cue: tuple[Characters, ...] = ()

    def part(self, name: str) -> tuple[Characters, ...]:
        """The pieces of the part called `name`: `quote`, `speaker` or `cue`."""
        pieces: tuple[Characters, ...] = getattr(self, name)
        return pieces
