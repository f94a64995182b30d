"""An article's words with their sentences: what every part of the resolver looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from wortlaut.model import Article, Span
from wortlaut.reading._guideline import guideline_of
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._sentences import sentences_of
from wortlaut.reading._words import Words, split_words


@dataclass(frozen=True)
class Text:
    """The words of an article's paragraphs; a place is the number of a word."""

    text: str
    words: Sequence[str]
    begins: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    """The number of each word's sentence."""
    paragraphs: Sequence[int]
    language: str
    """`de` or `en`."""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word as it stands somewhere."""
        return frozenset(self.words)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text."""
        return Counter(self.words)

    def places(self, spans: Iterable[Span]) -> list[int]:
        """The words that some spans touch, in order."""
        found: list[int] = []
        for span in spans:
            first = bisect_right(self.ends, span.begin)
            found.extend(range(first, bisect_left(self.begins, span.end)))
        return sorted(set(found))

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` to before word `last`."""
        return Span(self.begins[first], self.ends[last - 1])

    def sentence_begin(self, place: int) -> int:
        """The first word of a word's sentence."""
        return bisect_left(self.sentences, self.sentences[place])

    def sentence_end(self, place: int) -> int:
        """The place after the last word of a word's sentence."""
        return bisect_right(self.sentences, self.sentences[place])

    def between(self, first: int, last: int) -> str:
        """The words from `first` to before `last` as they stand, in one line."""
        return " ".join(self.text[self.begins[first] : self.ends[last - 1]].split())


def text_of(article: Article) -> Text:
    """The words of an article, with its language taken from its words where it is not told."""
    paragraphs = article.paragraphs or paragraphs_of(article.text)
    words = split_words(article.text, paragraphs)
    sentences = sentences_of(article.text, paragraphs)
    ends = [sentence.end for sentence in sentences]
    numbers: list[int] = []
    number = 0
    for begin in words.begins:
        while number < len(ends) - 1 and begin >= ends[number]:
            number += 1
        numbers.append(number)
    text = article.text
    return Text(
        text=text,
        words=[text[b:e] for b, e in zip(words.begins, words.ends, strict=True)],
        begins=words.begins,
        ends=words.ends,
        sentences=numbers,
        paragraphs=words.paragraphs,
        language=_language(article, words),
    )


def _language(article: Article, words: Words) -> str:
    return guideline_of(article.language, article.text, words)
