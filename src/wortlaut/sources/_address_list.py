"""A text with an address on each line: blank lines and those that begin with `#` say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut._exceptions import SourceError
from wortlaut.sources._kinds import address_on, is_comment

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ListedAddress:
    """An address and the line of the list that it stands on, counted from 1."""

    address: str
    line: int


def addresses_on_lines(text: str, *, source: str) -> Iterator[ListedAddress | SourceError]:
    """Each address of a list, or the error that says why a line is none.

    What follows an address after white space and `#` is a comment.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if is_comment(line):
            continue
        address = address_on(line)
        if address is not None:
            yield ListedAddress(address, number)
        else:
            shown = line.strip()
            if len(shown) > _LONGEST_SHOWN:
                shown = shown[:_LONGEST_SHOWN] + "…"
            yield SourceError(
                f"{source}:{number}",
                f"is no address: {shown}",
                "write one that begins with https:// or http://, or put # before the line",
            )
