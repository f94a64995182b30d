"""What pages ask of a record beside a search: the kinds of `benchmarks.record`, drawn anew each."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from benchmarks.record_articles import FIRST_DAY, Vocabulary
from wortlaut.record import Filters, Record

Lookup = Callable[[Record], object]
Draw = Callable[[random.Random], Iterator[Lookup]]
_DAYS = 2_000


def page_questions(words: Vocabulary) -> dict[str, Draw]:
    """Seven kinds of question: of each, questions without end."""

    def word(chance: random.Random) -> str:
        # Frequent and rare ones alike, as people ask for both.
        return words.words[int(len(words.words) ** chance.random())]

    def day(chance: random.Random) -> date:
        return FIRST_DAY + timedelta(days=chance.randrange(_DAYS))

    def outlet(chance: random.Random) -> Filters:
        return Filters(outlet=words.outlets[int(len(words.outlets) ** chance.random()) - 1])

    def person(chance: random.Random) -> str:
        return words.persons[int(len(words.persons) ** chance.random()) - 1]

    def drawn(ask: Callable[[random.Random], Lookup]) -> Draw:
        def draw(chance: random.Random) -> Iterator[Lookup]:
            while True:
                yield ask(chance)

        return draw

    def most_quoted(chance: random.Random) -> Lookup:
        begin = day(chance)
        return lambda record: record.most_quoted(begin, begin + timedelta(days=6))

    def days_of_a_word(chance: random.Random) -> Lookup:
        what = word(chance)
        return lambda record: record.histogram(what)

    def facets_of_a_word(chance: random.Random) -> Lookup:
        what = word(chance)
        return lambda record: record.facets(what)

    def days_of_an_outlet(chance: random.Random) -> Lookup:
        filters = outlet(chance)
        return lambda record: record.histogram("", filters)

    def surroundings(chance: random.Random) -> Lookup:
        name = person(chance)

        def look(record: Record) -> object:
            found = record.people(name, limit=1)
            return record.surroundings(found[0].id) if found else None

        return look

    return {
        "the overview": drawn(lambda _: lambda record: record.overview()),
        "who is quoted most in a week": drawn(most_quoted),
        "the days of all": drawn(lambda _: lambda record: record.histogram()),
        "the days of a word": drawn(days_of_a_word),
        "the days of an outlet": drawn(days_of_an_outlet),
        "what a word's statements share": drawn(facets_of_a_word),
        "a person by name, and around them": drawn(surroundings),
    }
