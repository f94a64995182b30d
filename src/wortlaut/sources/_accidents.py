"""What to make of an accident in a parser: it must not end a batch."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from wortlaut._exceptions import DamagedSource, SourceError

_log = logging.getLogger(__name__)


@contextmanager
def guarded(source: str) -> Iterator[None]:
    """Turns whatever is raised, `SourceError` aside, into a `DamagedSource` of this source."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:
        _log.exception("%s tripped Wortlaut", source)
        raise DamagedSource(
            source,
            f"tripped Wortlaut ({type(error).__name__}: {error})",
            "report it to Wortlaut's makers, with the source, if a person can read it",
        ) from error
