"""What the words that name a speaker are: a name, a pronoun, an office, a body, a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from wortlaut.model import PersonKind
from wortlaut.reading.people._cast import Member
from wortlaut.reading.people._nouns import Noun


class PhraseKind(Enum):
    """What sort of words name the speaker."""

    PERSON = auto()
    SEVERAL = auto()
    NAME = auto()
    """A name of no human: *BBC*, *Russland*."""
    NOUN = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    PRONOMINAL = auto()
    """*demnach*, *danach*: what was told of before."""
    OWN = auto()
    """*nach eigenen Angaben*: whoever the clause is about."""
    SPEAKING = auto()
    """Nothing but the speaking: *ersten Angaben zufolge*."""
    NOBODY = auto()
    """*dem Vernehmen nach*, *man*."""
    UNKNOWN = auto()
    """A capitalised word that no list has."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The head of the speaker's words, as far as they tell by themselves."""

    kind: PhraseKind
    first: int
    last: int
    noun: Noun | None = None
    member: Member | None = None
    determiner: str = ""
    adjectives: tuple[str, ...] = ()
    plural: bool = False
    name: str = ""
    """What to call the speaker where nobody better is found."""
    person_kind: PersonKind | None = None
    word: str = ""
    """The pronoun, in lower case."""
    members: tuple[Member, ...] = field(default=())
