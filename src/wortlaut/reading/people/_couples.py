"""Two people who share the surname that stands once: *Vera und Hannes Lindemann*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wortlaut.reading.names import NameKind
from wortlaut.reading.people._genders import is_first_name
from wortlaut.reading.people._names import NameAt, words_of
from wortlaut.reading.people._text import Text


def couples_in(text: Text, names: Sequence[NameAt]) -> Iterator[tuple[NameAt, NameAt]]:
    """The lone first name and the full name behind it, joined by *und* or *and*."""
    surnames = {
        words_of(text, name.first, name.last)[-1].casefold()
        for name in names
        if name.kind is NameKind.PERSON and name.last - name.first > 1
    }
    for one, other in pairwise(names):
        if one.kind is not NameKind.PERSON or other.kind is not NameKind.PERSON:
            continue
        joined = other.first == one.last + 1 and text.words[one.last] in {"und", "and", "&"}
        lengths = one.last - one.first == 1 and other.last - other.first > 1
        if not joined or not lengths or text.words[one.first].casefold() in surnames:
            continue
        if is_first_name(text.words[one.first]) and is_first_name(text.words[other.first]):
            yield one, other
