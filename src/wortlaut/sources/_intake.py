"""The articles of many sources, and of those that only lead to articles.

A directory and a pattern lead to files, a list of addresses to pages and feeds, an OPML file to
feeds, a feed to pages. Each leads only to what stands after it in this order, so that nothing
leads in circles; addresses that something else leads to are fetched under the same limits and
rules as those that a person gives.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from wortlaut._exceptions import DamagedSource, NoArticle, NotText, SourceError
from wortlaut.model import Article
from wortlaut.sources._accidents import guarded
from wortlaut.sources._address_list import ListedAddress, addresses_on_lines
from wortlaut.sources._decoding import decode
from wortlaut.sources._file_walk import Walk, matches
from wortlaut.sources._filling import filled
from wortlaut.sources._kinds import Kind
from wortlaut.sources._opening import Lead, Opening, is_address, opened

Source = str | os.PathLike[str]
Found = Article | SourceError

_ORDER = {Kind.FEED: 1, Kind.OPML: 2, Kind.ADDRESSES: 3}
"""A lead is followed only where something higher led to it."""
_HIGHEST = 4


def open_sources(
    sources: Iterable[Source], *, allow_private: bool = False, stdin: BinaryIO | None = None
) -> Iterator[Article | SourceError]:
    """The articles of many sources, each or the reason why it could not be had, as they come.

    Beside what `open_source` opens: directories (all files below them, sorted; hidden ones and
    binary ones are passed over), patterns (`*`, `**`), files and pages that list addresses, one
    a line; RSS and Atom feeds; OPML. Memory does not grow with their number. `Intake` tells
    also how far it has come and what was passed over.
    """
    return iter(Intake(sources, allow_private=allow_private, stdin=stdin))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an intake has come, in files and pages."""

    done: float
    """Those that are read, and the share of the file that is being read."""
    known: int
    """All that are known of so far; it grows as feeds are opened."""


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed that has been read."""

    address: str
    """As it was given or found; a file's path likewise."""
    title: str | None
    entries: int
    """How many it has."""
    damage: str | None
    """What is wrong with it, where it breaks off."""


class Intake:
    """The articles of many sources, one after the other; iterate over it once."""

    def __init__(
        self,
        sources: Iterable[Source],
        *,
        allow_private: bool = False,
        stdin: BinaryIO | None = None,
        heard: Callable[[FeedRead], None] | None = None,
    ) -> None:
        """`heard` is told of each feed, before its entries are read."""
        self._heard = heard
        self._sources = list(sources)
        self._allow_private = allow_private
        self._stdin = stdin
        self._walk = Walk()
        self._known: int | None = None
        self._done = 0
        self._read = 0
        self._size = 0
        self.binary = 0
        """Files in directories that hold no text, and were passed over."""
        self.origin: Source = ""
        """Of the article or error that came last: the source as it was given."""

    @property
    def hidden(self) -> int:
        """Hidden files and directories that were passed over."""
        return self._walk.hidden

    @property
    def special(self) -> int:
        """Pipes, devices and links to directories that were passed over."""
        return self._walk.special

    @property
    def progress(self) -> Progress:
        """How far it has come; counts the files of directories when first asked."""
        if self._known is None:
            self._known = sum(map(_count, self._sources))
        share = min(self._read / self._size, 1.0) if self._size else 0.0
        done = self._done + share
        return Progress(done, max(self._known, self._done))

    def __iter__(self) -> Iterator[Article | SourceError]:
        for source in self._sources:
            self.origin = source
            yield from self._expanded(source)

    def _expanded(self, source: Source) -> Iterator[Found]:
        """What a source holds that a person gave."""
        name = os.fspath(source)
        try:
            found = matches(name) if isinstance(source, str) and not is_address(name) else None
        except SourceError as error:
            self._done += 1
            yield error
            return
        for each in [source] if found is None else found:
            if name and _is_directory(each):
                yield from self._below(os.fspath(each))
            else:
                yield from self._opened(each, _HIGHEST)

    def _below(self, folder: str) -> Iterator[Found]:
        for file in self._walk.files(folder):
            if isinstance(file, SourceError):
                yield file
                continue
            # As a path: a file may be called `-` or `https:`.
            for found in self._opened(Path(file), _HIGHEST):
                if isinstance(found, NotText):
                    self.binary += 1
                else:
                    yield found

    def _opened(self, source: Source, below: int) -> Iterator[Found]:
        """What a file or an address holds; of leads, those that are lower than `below`."""
        self._read = 0
        self._size = _size(source)
        opening = Opening(
            allow_private=self._allow_private,
            stdin=self._stdin,
            follow=partial(self._follow, below),
            watch=self._watch,
        )
        yield from opened(source, opening)
        self._done += 1
        self._size = 0

    def _watch(self, size: int) -> None:
        self._read += size

    def _follow(self, below: int, lead: Lead) -> Iterator[Found]:
        order = _ORDER[lead.kind]
        if order >= below:
            raise NoArticle(
                lead.name, f"is a list of {lead.kind.value} in another list", "give it by itself"
            )
        self._size = 0
        if lead.kind is Kind.FEED:
            yield from self._entries(lead)
        elif lead.kind is Kind.OPML:
            yield from self._feeds(lead)
        else:
            yield from self._listed(lead)

    def _entries(self, lead: Lead) -> Iterator[Found]:
        from wortlaut.sources._feed import feed_from_bytes  # noqa: PLC0415 - only if needed

        page = lead.page
        with guarded(lead.name):
            feed = feed_from_bytes(
                lead.content,
                source=lead.name,
                url=page.url if page else None,
                charset=page.charset if page else None,
            )
        self._expect(len(feed.entries))
        if self._heard is not None:
            self._heard(FeedRead(lead.name, feed.title, len(feed.entries), feed.damage))
        for number, entry in enumerate(feed.entries, start=1):
            if entry.address is None or not is_address(entry.address):
                self._done += 1
                title = f" ({entry.title[:60]})" if entry.title else ""
                yield NoArticle(
                    lead.name, f"its entry {number}{title} has no link", "look at it in a browser"
                )
                continue
            for found in self._opened(entry.address, _ORDER[Kind.FEED]):
                yield (
                    found
                    if isinstance(found, SourceError)
                    else filled(
                        found,
                        title=entry.title,
                        authors=entry.authors,
                        outlet=entry.outlet,
                        published=entry.published,
                    )
                )
        if feed.damage:
            yield DamagedSource(
                lead.name,
                f"breaks off after {len(feed.entries)} entries ({feed.damage})",
                "fetch or copy it again",
            )

    def _feeds(self, lead: Lead) -> Iterator[Found]:
        from wortlaut.sources._opml import feeds_in_opml  # noqa: PLC0415 - only if needed

        with guarded(lead.name):
            addresses = feeds_in_opml(lead.content, source=lead.name)
        self._expect(len(addresses))
        for address in addresses:
            if is_address(address):
                yield from self._opened(address, _ORDER[Kind.OPML])
            else:
                self._done += 1
                yield SourceError(
                    lead.name, f"lists {address[:60]!r}, which is no address", "mend it there"
                )

    def _listed(self, lead: Lead) -> Iterator[Found]:
        charset = lead.page.charset if lead.page else None
        text = decode(lead.content, source=lead.name, charset=charset).text
        lines = list(addresses_on_lines(text, source=lead.name))
        self._expect(len(lines))
        for line in lines:
            if isinstance(line, ListedAddress):
                yield from self._opened(line.address, _ORDER[Kind.ADDRESSES])
            else:
                self._done += 1
                yield line

    def _expect(self, number: int) -> None:
        """A lead leads to so many sources; it counts as one itself."""
        if self._known is not None:
            self._known += number


def _count(source: Source) -> int:
    """The files that a source stands for; an address and a file count as one."""
    name = os.fspath(source)
    if isinstance(source, str) and is_address(name):
        return 1
    try:
        found = matches(name) if isinstance(source, str) else None
    except SourceError:
        return 1
    files = 0
    for each in [name] if found is None else found:
        if not (each and _is_directory(each)):
            files += 1
            continue
        for _, folders, names in os.walk(each):
            folders[:] = [folder for folder in folders if not folder.startswith(".")]
            files += sum(not file.startswith(".") for file in names)
    return files


def _size(source: Source) -> int:
    if isinstance(source, str) and is_address(source):
        return 0
    try:
        return Path(source).stat().st_size
    except (OSError, ValueError):
        return 0


def _is_directory(source: Source) -> bool:
    return os.path.isdir(source)  # noqa: PTH112 - Path.is_dir raises for names that are too long
