"""The reader: articles in, the same articles with their statements out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from wortlaut.model import Article, Span, Statement
from wortlaut.reading._guideline import guideline_of
from wortlaut.reading._marks import marked_stretches
from wortlaut.reading._model_files import find_model
from wortlaut.reading._network import Encoded, Network
from wortlaut.reading._paragraphs import paragraphs_of
from wortlaut.reading._quotations import Quotation, find_quotations
from wortlaut.reading._resolving import resolve_statements
from wortlaut.reading._statements import make_statements
from wortlaut.reading._subwords import Subwords
from wortlaut.reading._windows import windows
from wortlaut.reading._word_lists import WordLists
from wortlaut.reading._words import Words, split_words
from wortlaut.reading.names import Name, NameTagger

_BLOCK = 60_000
"""A longer article is read in blocks of so many characters, so that memory stays bounded."""
_AHEAD = 4
"""Articles a thread that wait to be read or taken, so that a long one holds up nobody."""


class Reader:
    """Reads articles; loads its model once and is then safe to use from several threads.

    `model` is a folder made by `python -m training`, the shipped model by default;
    `threads` is how many articles `read_many` reads at the same time; `word_lists` is a
    folder of lists that extend the package's own (`places.toml`, `acts.toml`,
    `occasions.toml`). Without `resolve` the reader stops at quotations and the words around
    them: no person, time, occasion or act.

    Raises `ModelError` where the model is missing or does not fit this version,
    `LexiconError` where a word list cannot be used.
    """

    def __init__(
        self,
        model: str | os.PathLike[str] | None = None,
        *,
        threads: int = 1,
        resolve: bool = True,
        word_lists: str | os.PathLike[str] | None = None,
    ) -> None:
        if threads < 1:
            raise ValueError(f"threads is at least 1, not {threads}")
        self._files = find_model(Path(model) if model is not None else None)
        self._lists = _word_lists(word_lists) if resolve else None
        # A model in the making has no tagger yet; people are then found by capitals and offices.
        tagger = self._files.names if resolve else None
        self._names = (
            NameTagger(tagger, self._lists.places) if tagger is not None and self._lists else None
        )
        self._network = Network(self._files)
        self._subwords = Subwords.load(self._files.tokenizer)
        self._threads = threads

    @property
    def model_name(self) -> str:
        """Name and version of the model."""
        return self._files.name

    def read(self, article: Article) -> Article:
        """The same article with its statements, in order of the text, and any warnings.

        Offsets count code points of `article.text`. Only `article.paragraphs` are read; an
        article without paragraphs is read whole, parted at blank lines.
        """
        paragraphs = article.paragraphs or paragraphs_of(article.text)
        guideline = None
        statements: list[Statement] = []
        names: list[Name] = []
        for block in _blocks(article.text, paragraphs):
            words = split_words(article.text, block)
            if not len(words):
                continue
            # The beginning tells the language of the whole.
            guideline = guideline or guideline_of(article.language, article.text, words)
            encoded = self._encode(article.text, words, guideline)
            found = self._quotations(article.text, words, encoded, guideline)
            tuning = self._files.tuning[guideline]
            statements += make_statements(article.text, words, found, tuning, len(statements))
            if self._names is not None:
                names += self._names.tag(article.text, words, encoded.words)
        read = replace(
            article,
            paragraphs=paragraphs,
            statements=tuple(statements),
            warnings=(
                *article.warnings,
                *(w for w in self._warnings(article) if w not in article.warnings),
            ),
        )
        if self._lists is None:
            return read
        # A text too short for its language to be told is taken for what it was read as.
        known = replace(read, language=read.language or guideline)
        resolved = resolve_statements(known, names, self._lists)
        return replace(resolved, language=read.language)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Read articles as they come; yields them in their order, each as soon as it can.

        With several threads, each reads one article at a time. Articles are not padded into
        one batch: with 8-bit weights that costs accuracy and gains no speed.
        """
        if self._threads == 1:
            yield from map(self.read, articles)
            return
        with ThreadPoolExecutor(self._threads, thread_name_prefix="wortlaut") as pool:
            ahead: deque[Future[Article]] = deque()
            reading = self._reading(pool, articles)
            try:
                ahead.extend(islice(reading, _AHEAD * self._threads))
                while ahead:
                    yield ahead.popleft().result()
                    ahead.extend(islice(reading, 1))
            finally:
                for future in ahead:
                    future.cancel()

    def _reading(
        self, pool: ThreadPoolExecutor, articles: Iterable[Article]
    ) -> Iterator[Future[Article]]:
        """Each article given to the pool; where the articles break off, so does the last."""
        try:
            for article in articles:
                yield pool.submit(self.read, article)
        except Exception as error:
            broken: Future[Article] = Future()
            broken.set_exception(error)
            yield broken

    def _encode(self, text: str, words: Words, guideline: str) -> Encoded:
        pieces = self._subwords.of_words(text, words)
        cut = windows(words, pieces, begin_id=self._subwords.begin_id, end_id=self._subwords.end_id)
        return self._network.encode(cut, guideline)

    def _quotations(
        self, text: str, words: Words, encoded: Encoded, guideline: str
    ) -> Sequence[Quotation]:
        return find_quotations(
            self._network,
            encoded,
            marked_stretches(text, words),
            self._files.chains[guideline],
            self._files.tuning[guideline],
            guideline,
        )

    def _warnings(self, article: Article) -> Iterator[str]:
        if article.language and article.language not in self._files.languages:
            known = " and ".join(self._files.languages)
            yield (
                f"the text is in '{article.language}', which the model was not trained for "
                f"(it knows {known}): expect missing and wrong statements"
            )


def _word_lists(folder: str | os.PathLike[str] | None) -> WordLists:
    return WordLists.load(Path(folder) if folder is not None else None)


def _blocks(text: str, paragraphs: Iterable[Span]) -> Iterator[list[Span]]:
    """Runs of whole paragraphs of at most `_BLOCK` characters; a longer paragraph is cut."""
    block: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        for part in _parts(text, paragraph):
            if block and length + len(part) > _BLOCK:
                yield block
                block, length = [], 0
            block.append(part)
            length += len(part)
    if block:
        yield block


def _parts(text: str, paragraph: Span) -> Iterator[Span]:
    """A paragraph in parts that fit a block, cut at a space where there is one."""
    begin = paragraph.begin
    while paragraph.end - begin > _BLOCK:
        space = text.rfind(" ", begin + 1, begin + _BLOCK)
        end = space if space > 0 else begin + _BLOCK
        yield Span(begin, end)
        begin = end
    yield Span(begin, paragraph.end)
