"""Articles written with their statements marked in the text.

*{s1 Anna Beck} {c1 sagte}: {q1 „Wir kommen."}* is one statement with its speaker, cue and
quotation; `a` marks an addressee. Marks of several statements may lie inside one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from wortlaut.model import Article, Medium, QuotationType, Span, Statement, merged
from wortlaut.reading.names import Name, NameKind
from wortlaut.reading.people import Resolved, resolve_people
from wortlaut.reading.places import Places

PLACES = Places.load()
_MARK = re.compile(r"\{((?:[sqca]\d+,?)+) |\}")


def article_of(marked: str, language: str) -> Article:
    """The text without its marks, with a statement for each number."""
    text = ""
    roles: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    opened: list[tuple[str, int]] = []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
            continue
        keys, begin = opened.pop()
        for key in keys.split(","):
            roles[int(key[1:])][key[0]].append(Span(begin, len(text)))
    text += marked[last:]
    assert not opened, "a mark is never closed"
    return Article(text=text, language=language, statements=tuple(_statements(text, roles)))


def _statements(text: str, roles: dict[int, dict[str, list[Span]]]) -> Iterable[Statement]:
    for number in sorted(roles):
        role = roles[number]
        quote = merged(role["q"])
        direct = text[quote[0].begin] in '„"“»'
        holders = [
            other
            for other in roles
            if other != number
            and any(span.contains(quote[0]) for span in roles[other]["q"])
            and merged(roles[other]["q"]) != quote
        ]
        yield Statement(
            id=number,
            type=QuotationType.DIRECT if direct else QuotationType.INDIRECT,
            medium=Medium.SPEECH,
            quote=quote,
            confidence=1.0,
            speaker=merged(role["s"]),
            cue=merged(role["c"]),
            addressee=merged(role["a"]),
            nested_in=max(holders) if holders else None,
        )


def names_in(text: str, **names: Sequence[str]) -> list[Name]:
    """Every place where one of `person`, `organisation` or `place` stands, longest first."""
    found: list[Name] = []
    wanted = sorted(
        ((name, NameKind(kind)) for kind, listed in names.items() for name in listed),
        key=lambda pair: -len(pair[0]),
    )
    for name, kind in wanted:
        for match in re.finditer(rf"\b{re.escape(name)}s?\b", text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Name(span, kind, 0.95))
    return sorted(found, key=lambda name: name.span)


def resolved(marked: str, language: str = "de", **names: Sequence[str]) -> list[Resolved]:
    """Who makes each marked statement; `names` are what a tagger would find."""
    article = article_of(marked, language)
    return resolve_people(article, names_in(article.text, **names), PLACES)


def people(marked: str, language: str = "de", **names: Sequence[str]) -> list[str | None]:
    """The name of each statement's person."""
    return [
        answer.person.name if answer.person else None
        for answer in resolved(marked, language, **names)
    ]
