"""The languages whose time expressions are known.

Another language needs a table of words, a tuple of rules over their classes and a list of
verb forms, in modules like those of German, and its line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wortlaut.reading.times._grammar import Grammar
from wortlaut.reading.times._tense import VerbForms


@dataclass(frozen=True, slots=True)
class Language:
    """What the tagger knows of a language."""

    grammar: Grammar
    verbs: VerbForms


@cache
def language_of(code: str | None) -> Language:
    """The language of an ISO 639-1 code; German where it is not known or None."""
    # Loaded when asked for: whoever reads German never builds the English rules.
    if code == "en":
        from wortlaut.reading.times._english_rules import ENGLISH  # noqa: PLC0415
        from wortlaut.reading.times._english_verbs import ENGLISH_VERBS  # noqa: PLC0415

        return Language(ENGLISH, ENGLISH_VERBS)
    from wortlaut.reading.times._german_rules import GERMAN  # noqa: PLC0415
    from wortlaut.reading.times._german_verbs import GERMAN_VERBS  # noqa: PLC0415

    return Language(GERMAN, GERMAN_VERBS)
