"""Offices, titles and peoples before a person's name, which are no part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_OFFICE = re.compile(
    r"(?:\w+-)*\w*(?:minister|kanzler|präsident|sprecher|chef|kandidat|sekretär|direktor|richter|"
    r"anwalt|anwält|premier|kommissar|mitglied|botschafter|bürgermeister|trainer|leiter|führer|"
    r"expert|forscher|professor|sänger|schauspieler|politiker|manager|journalist|reporter|"
    r"polizist|soldat|tochter|schwester|witwe|kolleg|gründer|inhaber|besitzer|vertreter)"
    r"(?:in|innen|en|s|es|e|n|ern|ers)?",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:\w+-)*\w*(?:vorsitzende|beauftragte|abgeordnete|angestellte|verantwortliche)[rnm]?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?:president|senator|sen|gov|governor|rep|representative|secretary|minister|chancellor|"
    r"spokes(?:man|woman|person)|mayor|judge|justice|director|chairman|chairwoman|officer|"
    r"ambassador|attorney|congress(?:man|woman)|candidate|coach|reporter|billionaire)",
    re.IGNORECASE,
)
_SALUTATIONS = frozenset(
    "Herr Herrn Frau Dr Prof Mr Mrs Ms Miss Mister Sir Lord Lady Dame Doktor Pfarrer Pater".split()
)


def without_titles(
    row: Sequence[str], begin: int, end: int, is_people: Callable[[str], object]
) -> int:
    """Where a person's name begins, after what stands before it in the words `begin .. end`.

    *Müllkommissar De Gennaro*, *Herrn Roth*, *Französin Anna Roth*. The last word always
    stays. `is_people` tells whether a word names one of a people.
    """
    for place in range(end - 2, begin - 1, -1):
        word = row[place]
        if word == ".":
            continue
        if word in _SALUTATIONS or (place == begin and is_people(word)) or _is_office(word):
            after = place + 1
            return after + 1 if row[after] == "." and after + 1 < end else after
    return begin


def _is_office(word: str) -> bool:
    return any(form.fullmatch(word) for form in (_OFFICE, _TITLED, _ENGLISH))
