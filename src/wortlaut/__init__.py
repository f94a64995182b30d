"""Wortlaut reads the news and keeps the record of who said what.

    import wortlaut

    article = wortlaut.read("page.html")
    for statement in article.statements:
        print(article.words(statement.speaker), article.words(statement.quote))

`read` is for one source; for many, load a `Reader` once and open the sources with
`wortlaut.sources.open_source`. `Record` keeps what was read and finds it again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from wortlaut._exceptions import (
    AddressRefused,
    ContradictoryRuling,
    DamagedSource,
    EmptySource,
    ExchangeError,
    FetchError,
    LexiconError,
    ModelError,
    NoArticle,
    NoSuchStatement,
    NotText,
    PersonUnclear,
    QueryError,
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordNotFound,
    RecordRefused,
    SourceError,
    SourceNotFound,
    SourceTooLarge,
    TokensError,
    WortlautError,
)
from wortlaut.model import (
    Act,
    Article,
    Located,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Span,
    Statement,
    When,
    WhenBasis,
)

if TYPE_CHECKING:
    from os import PathLike

    from wortlaut.reading import Reader
    from wortlaut.record import Record

    __version__: str

__all__ = [
    "Act",
    "AddressRefused",
    "Article",
    "ContradictoryRuling",
    "DamagedSource",
    "EmptySource",
    "ExchangeError",
    "FetchError",
    "LexiconError",
    "Located",
    "Medium",
    "Mention",
    "ModelError",
    "NoArticle",
    "NoSuchStatement",
    "NotText",
    "Occasion",
    "OccasionKind",
    "Person",
    "PersonKind",
    "PersonUnclear",
    "Precision",
    "QueryError",
    "QuotationType",
    "Reader",
    "Record",
    "RecordBusy",
    "RecordDamaged",
    "RecordError",
    "RecordFull",
    "RecordNotFound",
    "RecordRefused",
    "Resolution",
    "SourceError",
    "SourceNotFound",
    "SourceTooLarge",
    "Span",
    "Statement",
    "TokensError",
    "When",
    "WhenBasis",
    "WortlautError",
    "__version__",
    "read",
]


def read(source: str | PathLike[str], *, allow_private: bool = False) -> Article:
    """Read one source: a file, a URL, or `-` for standard input.

    Returns its article with the statements in it, in order of the text; spans count
    Unicode code points of `Article.text`. The first call loads the model, later ones
    share it. `allow_private` lets a URL lead to loopback and private addresses.

    Raises `SourceError` where the source gives no article, `ModelError` where the model
    is missing.
    """
    from wortlaut.sources import open_article  # noqa: PLC0415 - pulls in the web

    return _shared_reader().read(open_article(source, allow_private=allow_private))


@cache
def _shared_reader() -> Reader:
    from wortlaut.reading import Reader  # noqa: PLC0415 - pulls in the model's runtime

    return Reader()


if not TYPE_CHECKING:  # a type checker would take it for leave to use any name

    def __getattr__(name: str) -> object:
        # These take a while to import, and whoever wants an error's name need not wait.
        if name == "Reader":
            from wortlaut.reading import Reader  # noqa: PLC0415

            return Reader
        if name == "Record":
            from wortlaut.record import Record  # noqa: PLC0415

            return Record
        if name == "__version__":
            from importlib.metadata import version  # noqa: PLC0415

            return version("wortlaut")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
