"""From the words around a statement to what they tell: person, time, occasion, act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wortlaut.model import Article, Span
from wortlaut.reading._word_lists import LANGUAGES, WordLists
from wortlaut.reading.acts import find_damage, judge_acts
from wortlaut.reading.circumstances import find_circumstances
from wortlaut.reading.names import Name
from wortlaut.reading.people import resolve_people
from wortlaut.reading.times import find_times, say_when

_Fields = Mapping[str, Any]


def resolve_statements(article: Article, names: Sequence[Name], lists: WordLists) -> Article:
    """The article, its statements with who spoke, when, where, and what act it was.

    `names` are those of the article, in order. Statements of an article in a language that
    the stages do not know, or in none, stay as they are.
    """
    if article.language not in LANGUAGES or not article.statements:
        return article
    times = find_times(article.text, article.paragraphs, article.language, article.published)
    # People first: a day is carried on for as long as the same person speaks.
    article = _with(article, _people(article, names, lists))
    article = _with(article, [{"said_on": when} for when in say_when(article, times)])
    article = _with(article, _circumstances(article, [time.span for time in times], lists))
    return _with(article, _acts(article, lists))


def _with(article: Article, fields: Sequence[_Fields]) -> Article:
    """The article with further fields of its statements, one value a statement."""
    changed = zip(article.statements, fields, strict=True)
    return replace(article, statements=tuple(replace(old, **new) for old, new in changed))


def _people(article: Article, names: Sequence[Name], lists: WordLists) -> list[_Fields]:
    return [
        {
            "person": resolved.person,
            "person_unknown": resolved.reason,
            "via": resolved.via,
            "addressee_person": resolved.addressee,
            "about": resolved.about,
        }
        for resolved in resolve_people(article, names, lists.places)
    ]


def _circumstances(article: Article, times: Sequence[Span], lists: WordLists) -> list[_Fields]:
    return [
        {"occasion": around.occasion, "in_reply_to": around.in_reply_to}
        for around in find_circumstances(article, times, lists.occasions)
    ]


def _acts(article: Article, lists: WordLists) -> list[_Fields]:
    return [
        {
            "act": judged.act,
            "condition": judged.condition,
            "negated": judged.negated,
            "damage": damage,
        }
        for judged, damage in zip(
            judge_acts(article, lists.acts), find_damage(article), strict=True
        )
    ]
