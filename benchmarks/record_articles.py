"""Made-up articles with statements, as many as wanted, the same ones for the same seed.

What a record's cost depends on is as in real news: few words are frequent and most are rare
(Zipf and Mandelbrot), few people speak often and most once or twice, a topic's words come in
the months in which it is talked about, and articles come in order of days, some of them late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from wortlaut.model import (
    Act,
    Article,
    Located,
    Medium,
    Mention,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Span,
    Statement,
    When,
    WhenBasis,
)

FIRST_DAY = date(2021, 1, 1)
_DAYS = 2100
_STATEMENTS = 10
_WORDS = 60_000
_PERSONS = 20_000
_OUTLETS = 120
_TOPICS = 400
_TOPIC_WORDS = 12

_ONSETS = "b br d dr f fl g gr h k kl l m n p pf r s sch schl sp st str t tr v w z".split()
_NUCLEI = "a e i o u ä ö ü ei au eu ie".split()
_CODAS = ["", "", "l", "n", "r", "s", "t", "ng", "ch", "rt", "nd", "st"]
_ENDINGS = ["", "", "", "e", "en", "er", "es", "ung", "ungen", "lich", "keit", "te", "ten"]
_ROLES = "Ministerin Sprecher Vorsitzende Präsident Kanzlerin Anwältin Bürgermeister".split()
_TYPES = list(QuotationType)
_TYPE_SHARES = [0.35, 0.35, 0.12, 0.03, 0.15]
_ACTS = list(Act)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, names and outlets of a seed, frequent ones first."""

    words: tuple[str, ...]
    persons: tuple[str, ...]
    outlets: tuple[str, ...]
    topics: tuple[tuple[str, ...], ...]
    topic_days: NDArray[np.int64]


def vocabulary(seed: int) -> Vocabulary:
    """Everything that the articles of this seed are made of."""
    random = np.random.default_rng(seed)
    words = _distinct(random, _WORDS)
    names = _distinct(random, _PERSONS + 2_000)
    firsts = [name.capitalize() for name in names[:2_000]]
    persons = tuple(
        f"{firsts[int(random.integers(len(firsts)))]} {name.capitalize()}" for name in names[2_000:]
    )
    outlets = tuple(f"{name.capitalize()} Zeitung" for name in _distinct(random, _OUTLETS))
    rare = np.asarray(words[2_000:])
    topics = tuple(
        tuple(str(word).capitalize() for word in random.choice(rare, _TOPIC_WORDS, replace=False))
        for _ in range(_TOPICS)
    )
    return Vocabulary(words, persons, outlets, topics, random.integers(0, _DAYS, _TOPICS))


def made_up_articles(count: int, seed: int = 4) -> Iterator[Article]:
    """`count` articles of ten statements each."""
    vocabulary_ = vocabulary(seed)
    random = np.random.default_rng(seed + 1)
    shares = _Shares.of(vocabulary_)
    for number in range(count):
        yield _article(number, count, vocabulary_, shares, random)


@dataclass(frozen=True, slots=True)
class _Shares:
    """Sums of the shares of frequent and rare, to draw from."""

    words: NDArray[np.float64]
    persons: NDArray[np.float64]
    outlets: NDArray[np.float64]

    @classmethod
    def of(cls, vocabulary_: Vocabulary) -> _Shares:
        return cls(
            _zipf(len(vocabulary_.words), shift=2.7),
            _zipf(len(vocabulary_.persons), shift=20),
            _zipf(len(vocabulary_.outlets), shift=5),
        )


def _zipf(count: int, *, shift: float) -> NDArray[np.float64]:
    shares = 1.0 / (np.arange(count) + shift)
    return np.cumsum(shares / shares.sum())


def _article(
    number: int,
    count: int,
    vocabulary_: Vocabulary,
    shares: _Shares,
    random: np.random.Generator,
) -> Article:
    late = int(random.exponential(200)) if random.random() < 0.02 else 0
    day = max(0, number * _DAYS // count - late)
    published = FIRST_DAY + timedelta(days=day)
    near = np.argsort(np.abs(vocabulary_.topic_days - day))[:15]
    topic = vocabulary_.topics[int(random.choice(near))]
    speakers = [
        vocabulary_.persons[int(index)]
        for index in np.searchsorted(shares.persons, random.random(3))
    ]
    outlet = vocabulary_.outlets[int(np.searchsorted(shares.outlets, random.random()))]
    builder = _Builder(published, speakers, random)
    title = f"{topic[0]}: {speakers[0]} und {topic[1]}"
    drawn = np.searchsorted(shares.words, random.random(_STATEMENTS * 26))
    for index in range(_STATEMENTS):
        some = drawn[index * 26 : (index + 1) * 26]
        words = [vocabulary_.words[int(place)] for place in some]
        length = int(random.integers(8, 25))
        quoted = words[:length]
        quoted[int(random.integers(length))] = topic[int(random.integers(_TOPIC_WORDS))]
        builder.say(" ".join(quoted), " ".join(words[length:]))
    return Article(
        text=builder.text,
        source=f"article-{number}.html",
        language="de" if random.random() < 0.85 else "en",
        title=title,
        outlet=outlet,
        url=f"https://zeitung-{number % _OUTLETS}.example/{published:%Y/%m/%d}/{number}",
        published=published,
        statements=tuple(builder.statements),
    )


class _Builder:
    """A text that grows statement by statement."""

    def __init__(self, published: date, speakers: list[str], random: np.random.Generator) -> None:
        self.text = ""
        self.statements: list[Statement] = []
        self._published = published
        self._speakers = speakers
        self._random = random

    def say(self, quoted: str, between: str) -> None:
        """Add a sentence of nobody's and one that somebody says."""
        draw = self._random.random(6)
        name = self._speakers[int(draw[0] * len(self._speakers))]
        kind = _TYPES[int(np.searchsorted(np.cumsum(_TYPE_SHARES), draw[1] * 0.999))]
        role = _ROLES[int(draw[2] * len(_ROLES))]
        self.text += between + ". "
        spans = {}
        for part, words, after in (
            ("role", role, " "),
            ("name", name, " "),
            ("cue", "sagte", ", "),
            ("quote", f"„{quoted}“" if kind is QuotationType.DIRECT else quoted, ". "),
        ):
            spans[part] = Span(len(self.text), len(self.text) + len(words))
            self.text += words + after
        said = self._published - timedelta(days=int(draw[3] * 3))
        other = self._speakers[-1]
        # As in the English news: about every second statement names somebody.
        named = [each for each in dict.fromkeys(self._speakers) if each != name]
        named = named[: 2 if draw[2] < 0.08 else 1 if draw[2] < 0.4 else 0]
        begin = spans["quote"].begin
        self.statements.append(
            Statement(
                id=len(self.statements) + 1,
                type=kind,
                medium=Medium.SPEECH,
                quote=(spans["quote"],),
                confidence=round(0.5 + float(draw[4]) / 2, 3),
                speaker=(Span(spans["role"].begin, spans["name"].end),),
                cue=(spans["cue"],),
                frame=(Span(spans["role"].begin, spans["cue"].end),),
                person=Person(
                    name,
                    PersonKind.HUMAN,
                    Located(role, spans["role"]),
                    (spans["name"],),
                ),
                addressee_person=(
                    Person(other, PersonKind.HUMAN) if draw[5] < 0.1 and other != name else None
                ),
                about=tuple(
                    Mention(each, PersonKind.HUMAN, Span(begin + place, begin + place + 5))
                    for place, each in enumerate(named)
                ),
                said_on=When(WhenBasis.FRAME, said, said, Precision.DAY),
                act=_ACTS[int(draw[4] * len(_ACTS))] if draw[5] > 0.5 else None,
                condition=(spans["quote"],) if draw[5] > 0.97 else (),
                negated=bool(draw[3] > 0.9),
            )
        )


def _distinct(random: np.random.Generator, count: int) -> tuple[str, ...]:
    """Pronounceable words, no two alike, shorter ones first."""
    found: dict[str, None] = {}
    syllables = 1
    while len(found) < count:
        for _ in range(count // 3):
            found[_word(random, syllables)] = None
        syllables = min(syllables + 1, 3)
    return tuple(found)[:count]


def _word(random: np.random.Generator, syllables: int) -> str:
    parts = []
    for _ in range(syllables):
        onset, nucleus, coda = random.random(3)
        parts.append(_ONSETS[int(onset * len(_ONSETS))])
        parts.append(_NUCLEI[int(nucleus * len(_NUCLEI))])
        parts.append(_CODAS[int(coda * len(_CODAS))])
    return "".join(parts) + _ENDINGS[int(random.random() * len(_ENDINGS))]
