"""Which words of an English sentence stand in its main clause."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.reading.acts._tokens import Tokens

_SUBORDINATORS = frozenset(
    "that which who whom whose if because when while although though unless whether what how why "
    "where before after since until till than whatever whoever whenever wherever lest".split()
)
_NOT_ALONE = frozenset("before after since until than".split())
_VERBS = frozenset(
    "is are was were be been has have had do does did will would can could may might must shall "
    "should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't "
    "can't couldn't shouldn't cannot am".split()
)
_SUBJECTS = frozenset("i you he she it we they there this these those".split())
_STOPS = frozenset(",;:–—()!?.…")
_QUESTION_WORDS = frozenset("what how why where when who which whose whom".split())


def main_words(tokens: Tokens) -> Iterator[int]:
    """Indexes of the words of the main clause, from left to right.

    A subordinator takes all words up to the next mark out of it; one that opens the sentence
    does so only where it opens an adverbial clause, as *that* and question words open what a cue
    introduces.
    """
    words = tokens.folded
    subordinate = False
    first = True
    for index, word in enumerate(words):
        if word in _STOPS:
            # A clause in commas after its subordinator ends here.
            subordinate = False
            continue
        if word in _SUBORDINATORS and not _is_main_opener(word, first):
            subordinate = subordinate or _opens_clause(words, index)
        first = False
        if not subordinate:
            yield index


def _is_main_opener(word: str, first: bool) -> bool:
    return first and (word in _QUESTION_WORDS or word in {"that", "whether"})


def _opens_clause(words: list[str], index: int) -> bool:
    """Whether a subordinator is followed by a clause, and not only by a noun."""
    word = words[index]
    if word == "that":
        # "that deal", "like that" are no clauses.
        return index + 1 < len(words) and words[index + 1] not in _STOPS
    if word not in _NOT_ALONE:
        return True
    for following in words[index + 1 : index + 7]:
        if following in _STOPS:
            return False
        if following in _VERBS or following in _SUBJECTS:
            return True
    return False
