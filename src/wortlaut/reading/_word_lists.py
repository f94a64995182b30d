"""The word lists that the stages after the network look up, a user's own among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wortlaut._exceptions import LexiconError
from wortlaut.reading.acts import Lexicon
from wortlaut.reading.circumstances import OccasionWords, load_occasion_words
from wortlaut.reading.places import Places

LANGUAGES = ("de", "en")
FILES = ("places.toml", "acts.toml", "occasions.toml")
"""What a folder of word lists may hold."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """Places, cues of acts and words for occasions; made once, then safe to share."""

    places: Places
    acts: Lexicon
    occasions: Mapping[str, OccasionWords]
    """By language."""

    @classmethod
    def load(cls, folder: Path | None = None) -> WordLists:
        """The package's lists, with those of a user's folder where one is given.

        Raises `LexiconError` where there is no such folder, where it holds none of `FILES`
        or another TOML file, or where one of them is wrong.
        """
        if folder is None:
            return _own()
        places, acts, occasions = _files_in(folder)
        return cls(
            Places.load(places),
            Lexicon.load(acts),
            {language: load_occasion_words(language, occasions) for language in LANGUAGES},
        )


@cache
def _own() -> WordLists:
    return WordLists(
        Places.load(),
        Lexicon.load(),
        {language: load_occasion_words(language) for language in LANGUAGES},
    )


def _files_in(folder: Path) -> list[Path | None]:
    if not folder.is_dir():
        raise LexiconError(str(folder), "is no folder of word lists")
    found = {path.name for path in folder.glob("*.toml")}
    unknown = sorted(found.difference(FILES))
    if unknown or not found:
        what = f"holds {', '.join(unknown)}" if unknown else "holds no word list"
        raise LexiconError(str(folder), f"{what}; the lists are {', '.join(FILES)}")
    return [folder / name if name in found else None for name in FILES]
