"""The errors that Wortlaut raises, in one tree.

WortlautError
├── SourceError            a source could not be turned into an article
│   ├── SourceNotFound     no such file
│   ├── EmptySource        nothing in it
│   ├── NotText            a directory, or binary data
│   ├── DamagedSource      a truncated or corrupt archive, a broken JSON line
│   ├── NoArticle          text, but no article in it
│   ├── SourceTooLarge     more than the limit after decompression
│   └── FetchError         the web did not give the page
│       └── AddressRefused the address must not be asked
├── ModelError             the reader's model is missing or does not fit
├── LexiconError           a word list of the user's cannot be used
├── RecordError            the record could not be opened, asked or written
│   ├── RecordNotFound     there is none
│   ├── RecordRefused      what is there is no record, or one of another version
│   ├── RecordBusy         another process keeps it for too long
│   ├── RecordFull         there is no room left
│   └── RecordDamaged      its file is broken
├── QueryError             words to search for that cannot be understood
├── PersonUnclear          a decision on who is who names nobody on record, or several
├── ContradictoryRuling    a decision on who is who says the opposite of earlier ones
├── NoSuchStatement        a decision on a statement that is not on record, or not current
├── TokensError            the file of the server's tokens cannot be used
└── ExchangeError          what another tool gives back, or asks for, does not fit
"""

from __future__ import annotations


class WortlautError(Exception):
    """Whatever Wortlaut raises on purpose."""


class SourceError(WortlautError):
    """A source could not be turned into an article.

    `str(error)` names the source, what is wrong with it, and what to do next.
    """

    def __init__(self, source: str, problem: str, advice: str) -> None:
        super().__init__(source, problem, advice)
        self.source = source
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}; {self.advice}"


class SourceNotFound(SourceError):
    """There is no such file."""


class EmptySource(SourceError):
    """The source holds nothing, or nothing but white space."""


class NotText(SourceError):
    """The source is a directory or holds binary data."""


class DamagedSource(SourceError):
    """The source breaks off or is malformed."""


class NoArticle(SourceError):
    """The source holds text, but no article was found in it."""


class SourceTooLarge(SourceError):
    """The source is larger than the limit, after decompression."""


class FetchError(SourceError):
    """The web did not give the page."""


class AddressRefused(FetchError):
    """The address points where Wortlaut does not go without `--allow-private`."""


class ModelError(WortlautError):
    """The reader's model is missing or does not fit this version."""


class LexiconError(WortlautError):
    """A word list that extends the package's own cannot be used.

    `str(error)` names the file, what is wrong in it and where.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; correct the file or leave it out"


class RecordError(WortlautError):
    """The record could not be opened, asked or written.

    `str(error)` names the record (without a password), what is wrong, and what to do next.
    """

    def __init__(self, record: str, problem: str, advice: str) -> None:
        super().__init__(record, problem, advice)
        self.record = record
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.record}: {self.problem}; {self.advice}"


class RecordNotFound(RecordError):
    """There is no record at the place that was named."""


class RecordRefused(RecordError):
    """What is there is no record, or one of a version that this one cannot read."""


class RecordBusy(RecordError):
    """Another process keeps the record to itself for too long."""


class RecordFull(RecordError):
    """There is no room left where the record is kept; what was in it stays readable."""


class RecordDamaged(RecordError):
    """The record's file is broken."""


_SHOWN = 80
"""Characters of a query that an error shows."""


class QueryError(WortlautError):
    """Words to search for that cannot be understood.

    `query` is what was asked, `position` the code point (from 0) at which it went wrong.
    """

    def __init__(self, query: str, position: int, problem: str) -> None:
        super().__init__(query, position, problem)
        self.query = query
        self.position = position
        self.problem = problem

    def __str__(self) -> str:
        return f"{self._around()!r}: {self.problem} (at character {self.position + 1})"

    def _around(self) -> str:
        """The query, or of a long one the part around the position."""
        begin = max(0, min(self.position - _SHOWN // 2, len(self.query) - _SHOWN))
        end = begin + _SHOWN
        before = "…" if begin else ""
        return before + self.query[begin:end] + ("…" if end < len(self.query) else "")


class TokensError(WortlautError):
    """The file of the tokens that let people in cannot be used, or a token cannot be made.

    `str(error)` names the file, what is wrong, and what to do next.
    """

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(path, problem, advice)
        self.path = path
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.advice}"


class ExchangeError(WortlautError):
    """What another tool gives back does not fit, or a format cannot be written here.

    `str(error)` names the file or format, what is wrong with it, and what to do next.
    """

    def __init__(self, what: str, problem: str, advice: str) -> None:
        super().__init__(what, problem, advice)
        self.what = what
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what}: {self.problem}; {self.advice}"


class PersonUnclear(WortlautError):
    """A decision on who is who names nobody on record, or several, or the wrong articles.

    `asked` is what was given, `problem` what is wrong with it, `advice` what to do next.
    """

    def __init__(self, asked: str, problem: str, advice: str) -> None:
        super().__init__(asked, problem, advice)
        self.asked = asked
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.asked}: {self.problem}; {self.advice}"


class ContradictoryRuling(WortlautError):
    """A decision on who is who says the opposite of what earlier ones together say.

    `one` and `other` are the anchors of the two appearances, `same` what was to be decided.
    """

    def __init__(self, one: str, other: str, same: bool) -> None:
        super().__init__(one, other, same)
        self.one = one
        self.other = other
        self.same = same

    def __str__(self) -> str:
        said = "the same person" if self.same else "two people"
        return (
            f"{self.one} and {self.other} cannot be {said}: earlier decisions say the opposite; "
            "take those back first"
        )


class NoSuchStatement(WortlautError):
    """A person decided on a statement that is not on record, or no longer current.

    `number` is the statement's, `problem` what is wrong with it, `advice` what to do next.
    """

    def __init__(self, number: int, problem: str, advice: str) -> None:
        super().__init__(number, problem, advice)
        self.number = number
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        return f"statement {self.number}: {self.problem}; {self.advice}"
