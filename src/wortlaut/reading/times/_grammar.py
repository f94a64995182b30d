"""Rules over word classes: how a language says its times.

Every word of a language's table has a class (`month`, `weekday`, `unit`) and a value. A rule
is a line of class names, in the manner of a regular expression over words:

    [ article? day=day_number dot month=month year=year? ]

`?`, `*`, `+`, `{1,3}`, `|` and parentheses mean what they mean in regular expressions; `name=` in
front gives a word a name by which the rule's meaning asks for it; the brackets hold the words
of the expression itself, and what stands outside them must stand there in the text. Classes are
turned into single characters, so that Python's regular expressions do the matching.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wortlaut.reading.times._meanings import Meaning, NoTime
from wortlaut.reading.times._tokens import PARAGRAPH_END, Tokens

Entry = tuple[str, Any]
"""The class of a word and its value."""

_FIRST_CODE = 0xE000
_NO_CLASS = "."
_ELEMENT = re.compile(r"(?:(?P<label>\w+)=)?(?P<classes>\w+(?:\|\w+)*)(?P<count>[?*+]?|\{\d,\d\})")


@dataclass(frozen=True, slots=True)
class Matched:
    """What a rule has matched, for its meaning to ask."""

    tokens: Tokens
    values: Sequence[Any]
    groups: Mapping[str, tuple[int, int]]
    first: int
    """The number of the expression's first token."""
    after: int
    """The number of the token after its last."""

    def __contains__(self, name: str) -> bool:
        return name in self.groups

    def __getitem__(self, name: str) -> Any:
        """The value of the word of that name; None where the rule did without it."""
        return self.get(name, None)

    def get(self, name: str, otherwise: Any) -> Any:
        """The value of the word of that name, or else another."""
        place = self.groups.get(name)
        return otherwise if place is None else self.values[place[0]]

    def before(self, how_many: int = 1) -> str:
        """The word so many tokens before the expression; empty beyond the text's start."""
        place = self.first - how_many
        return self.tokens.words[place] if place >= 0 else ""

    def following(self, how_many: int = 1) -> str:
        """The word so many tokens after the expression; empty beyond the text's end."""
        place = self.after + how_many - 1
        return self.tokens.words[place] if place < len(self.tokens.words) else ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of word classes and what the words under it mean.

    `meaning` returns None where the words tell no time after all; the next rule may try.
    """

    pattern: str
    meaning: Callable[[Matched], Meaning | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression as the rules found it, not resolved yet."""

    first: int
    after: int
    meaning: Meaning


class Grammar:
    """The words and the rules of one language, ready to run over tokens.

    `words` gives each word form, as it is spelt, its class and value; `number` does the same
    for tokens that begin with a digit. `content` are the classes that can make a time
    expression; where none of them stands, no rule is tried. `groups` names sets of classes.
    """

    def __init__(
        self,
        words: Mapping[str, Entry],
        number: Callable[[str], Entry | None],
        content: frozenset[str],
        groups: Mapping[str, str],
        rules: Sequence[Rule],
    ) -> None:
        self._words = words
        self._number = number
        self._groups = groups
        self._codes: dict[str, str] = {}
        self._rules = [(rule, re.compile(self._as_regex(rule.pattern))) for rule in rules]
        wanted = "".join(sorted(self._codes[name] for name in content if name in self._codes))
        self._stretch = re.compile(rf"[^{_NO_CLASS}]+")
        self._content = re.compile(f"[{wanted}]")
        self._entries = {
            word: (self._codes[name], value)
            for word, (name, value) in words.items()
            if name in self._codes
        }

    @property
    def classes(self) -> frozenset[str]:
        """The word classes that the rules speak of."""
        return frozenset(self._codes)

    @property
    def classes_of_words(self) -> frozenset[str]:
        """The word classes that the table of words has."""
        return frozenset(name for name, _ in self._words.values())

    def find(self, tokens: Tokens) -> Iterator[Found]:
        """The expressions in order of the text, none inside another: the longest one wins."""
        codes, values = self._classed(tokens)
        for stretch in self._stretch.finditer(codes):
            if not self._content.search(codes, *stretch.span()):
                continue
            place = stretch.start()
            while place < stretch.end():
                found = self._longest(tokens, codes, values, place)
                if found:
                    # Words before an expression may have led a rule there that starts earlier
                    # than a longer one.
                    for later in range(place + 1, found.first + 1):
                        other = self._longest(tokens, codes, values, later)
                        if other and other.after > found.after:
                            found = other
                    if not isinstance(found.meaning, NoTime):
                        yield found
                    place = found.after
                else:
                    place += 1

    def _classed(self, tokens: Tokens) -> tuple[str, list[Any]]:
        codes: list[str] = []
        values: list[Any] = []
        entries = self._entries
        for word in tokens.words:
            entry = entries.get(word)
            if entry is None and word[0].isdigit():
                entry = self._of_number(word)
            if entry is None:
                codes.append(_NO_CLASS)
                values.append(None)
            else:
                codes.append(entry[0])
                values.append(entry[1])
        return "".join(codes), values

    def _of_number(self, word: str) -> Entry | None:
        entry = self._number(word)
        if entry is None or entry[0] not in self._codes:
            return None
        return self._codes[entry[0]], entry[1]

    def _longest(
        self, tokens: Tokens, codes: str, values: Sequence[Any], place: int
    ) -> Found | None:
        best: Found | None = None
        for rule, regex in self._rules:
            match = regex.match(codes, place)
            if match is None:
                continue
            first, after = match.span("span")
            if best is not None and after <= best.after:
                continue
            groups = {
                name: match.span(name)
                for name in regex.groupindex
                if match.start(name) >= 0 and match.end(name) > match.start(name)
            }
            meaning = rule.meaning(Matched(tokens, values, groups, first, after))
            if meaning is not None:
                best = Found(first, after, meaning)
        return best

    def _as_regex(self, pattern: str) -> str:
        """The pattern with a character for each class."""
        parts = []
        for piece in pattern.split():
            if piece == "[":
                parts.append("(?P<span>")
            elif piece == "]":
                parts.append(")")
            elif piece == "(":
                parts.append("(?:")
            elif piece[0] in ")|":
                parts.append(piece)
            else:
                parts.append(self._element(piece))
        return "".join(parts)

    def _element(self, piece: str) -> str:
        match = _ELEMENT.fullmatch(piece)
        if match is None:
            raise ValueError(f"not an element of a rule: {piece!r}")
        codes = "".join(self._code(name) for name in self._classes(match["classes"]))
        counted = f"[{codes}]{match['count']}"
        return f"(?P<{match['label']}>{counted})" if match["label"] else counted

    def _classes(self, names: str) -> Iterator[str]:
        for name in names.split("|"):
            if name in self._groups:
                yield from self._classes(self._groups[name])
            else:
                yield name

    def _code(self, name: str) -> str:
        return self._codes.setdefault(name, chr(_FIRST_CODE + len(self._codes)))


def spelt(words: Mapping[str, Entry]) -> dict[str, Entry]:
    """The same words also with a capital letter and in capitals, where these are not given."""
    every = dict(words)
    for word, entry in words.items():
        for form in (word[:1].upper() + word[1:], word.upper()):
            if form != PARAGRAPH_END:
                every.setdefault(form, entry)
    return every
