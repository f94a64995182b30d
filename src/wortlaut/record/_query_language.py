"""What a person types to search: words, "phrases", beginnings*, AND, OR, NOT, parentheses.

    query  = any ( OR any )*
    any    = one ( AND? one )*
    one    = ( NOT | - ) one | "(" query ")" | "phrase" | word | word*

The operators are written in capitals, in English or German (UND, ODER, NICHT); in small
letters they are words to be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wortlaut._exceptions import QueryError
from wortlaut.record._search_words import fold, word_forms

_TOKEN = re.compile(
    r"""\s*(?:(?P<phrase>[„"“”»«](?P<words>[^"“”„»«]*)["“”»«])"""
    r"""|(?P<open>\()|(?P<close>\))|(?P<not>-(?=[^\s()-]))|(?P<word>[^\s()"“”„»«]+)"""
    r"""|(?P<stray>["“”„»«]))"""
)
_AND = {"AND", "UND"}
_OR = {"OR", "ODER"}
_NOT = {"NOT", "NICHT"}
_SHORTEST_BEGINNING = 3
_MOST_TERMS = 64
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its inflected forms."""

    word: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that begin so; folded."""

    letters: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in exactly these forms one after the other; folded."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Where every part is found."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Where some part is found."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Where the part is not found."""

    part: Query


Query = Word | Beginning | Phrase | All | AnyOf | Without


def parse_query(text: str) -> Query | None:
    """The query that `text` stands for; None where it holds no word.

    Raises `QueryError`, saying where, for what is not of the form above, a beginning of
    fewer than three letters, or more than 64 terms.
    """
    return _Parser(text).parse()


def terms(query: Query | None) -> Sequence[Word | Beginning | Phrase]:
    """What must be or may be found, without what must not."""
    if isinstance(query, Word | Beginning | Phrase):
        return (query,)
    if isinstance(query, All | AnyOf):
        return [term for part in query.parts for term in terms(part)]
    return ()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(self._tokenised())
        self._next = 0
        self._depth = 0

    def parse(self) -> Query | None:
        if not self._tokens:
            if self._text.strip():
                raise QueryError(self._text, 0, "no letter or figure to search for")
            return None
        query = self._query()
        if self._next < len(self._tokens):
            raise self._error("a closing parenthesis without an opening one")
        return query

    def _tokenised(self) -> list[_Token]:
        tokens = []
        end = len(self._text.rstrip())
        place = 0
        while place < end:
            match = _TOKEN.match(self._text, place)
            assert match is not None, "every character is of some kind"
            kind = match.lastgroup or ""
            kind = "phrase" if kind == "words" else kind
            begin = match.start(kind)
            if kind == "stray":
                raise QueryError(self._text, begin, "a quotation mark that nothing closes")
            token = _Token(*self._read(kind, match), begin)
            # A sign between words is none: *Müller & Söhne*.
            if token.kind not in ("word", "phrase") or any(map(fold, word_forms(token.text))):
                tokens.append(token)
            place = match.end()
        if sum(token.kind in ("word", "phrase") for token in tokens) > _MOST_TERMS:
            raise QueryError(self._text, 0, f"more than {_MOST_TERMS} terms")
        return tokens

    @staticmethod
    def _read(kind: str, match: re.Match[str]) -> tuple[str, str]:
        if kind == "phrase":
            return kind, match["words"]
        for name, words in (("and", _AND), ("or", _OR), ("not", _NOT)):
            if match[kind] in words:
                return name, match[kind]
        return kind, match[kind]

    def _query(self) -> Query:
        parts = [self._all()]
        while self._take("or"):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Query:
        parts = [self._one()]
        while self._take("and") or self._peek() not in (None, "or", "close"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Query:
        if self._take("not"):
            return Without(self._deeper(self._one))
        if self._take("open"):
            query = self._deeper(self._query)
            if not self._take("close"):
                raise self._error("an opening parenthesis that nothing closes")
            return query
        token = self._tokens[self._next] if self._peek() in ("word", "phrase") else None
        if token is None:
            raise self._error("a word is missing")
        self._next += 1
        return self._term(token)

    def _term(self, token: _Token) -> Query:
        words = tuple(filter(None, map(fold, word_forms(token.text))))
        if token.kind == "phrase":
            return Phrase(words)
        if token.text.endswith("*"):
            return self._beginning(token, words)
        return Word(word_forms(token.text)[0]) if len(words) == 1 else Phrase(words)

    def _beginning(self, token: _Token, words: tuple[str, ...]) -> Query:
        *before, last = words
        if len(last) < _SHORTEST_BEGINNING:
            raise QueryError(
                self._text, token.position, f"{_SHORTEST_BEGINNING} letters are needed before *"
            )
        beginning = Beginning(last)
        return All((*map(Word, before), beginning)) if before else beginning

    def _deeper(self, parse: Callable[[], Query]) -> Query:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error("parentheses too deep")
        query = parse()
        self._depth -= 1
        return query

    def _peek(self) -> str | None:
        return self._tokens[self._next].kind if self._next < len(self._tokens) else None

    def _take(self, kind: str) -> bool:
        if self._peek() != kind:
            return False
        self._next += 1
        return True

    def _error(self, problem: str) -> QueryError:
        at_end = self._next >= len(self._tokens)
        position = len(self._text) if at_end else self._tokens[self._next].position
        return QueryError(self._text, position, problem)
