"""Which of two people of one surname is meant where only that stands."""

from __future__ import annotations

from wortlaut.model import PersonKind
from wortlaut.reading.people._cast import Cast, Member
from wortlaut.reading.people._discourse import Discourse
from wortlaut.reading.people._text import Text

_SENTENCES_BACK = 2
_TITLED = frozenset("Herr Herrn Frau Mr Ms Mrs Miss . :".split())
"""What tells a namesake's gender before the surname, so that the cast has them apart."""


def namesake_in_play(
    text: Text, cast: Cast, discourse: Discourse, member: Member, place: int
) -> Member | None:
    """Whom the sentences just before tell of, by office or full name; None where nobody.

    `member` is one of the surname at word `place`. *Die Stadträtin blieb. „…“, sagte Braun.*
    """
    surname = member.words[-1].casefold()
    alike = [
        other
        for other in cast.members
        if other.kind is PersonKind.HUMAN and other.words[-1].casefold() == surname
    ]
    if len(alike) < 2 or (place and text.words[place - 1] in _TITLED):
        return None
    here = text.sentences[place]
    told: dict[int, list[tuple[bool, int, Member]]] = {}
    for mention in discourse.before(place):
        back = here - text.sentences[mention.first]
        known = mention.referent.member
        if back > _SENTENCES_BACK or known is None or all(known is not m for m in alike):
            continue
        if mention.last - mention.first == 1 and mention.first in cast.name_at:
            # The surname again: of whom is the question.
            continue
        told.setdefault(back, []).append((mention.leads, mention.first, known))
    for back in sorted(told):
        return max(told[back], key=lambda one: one[:2])[2]
    return None
