"""Articles of nearly the same text: one agency's text in many outlets is one source.

Texts that resemble each other (`wortlaut.wording.same_text`) are linked, and a source is what
links connect. Texts on record never change, so that sources only grow together. A source is
called by the least number of an article's version in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from wortlaut.record._inserting import insert_rows
from wortlaut.record._many import is_among
from wortlaut.record._schema import article_band, article_signature
from wortlaut.wording import bands_of, same_text

_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Signed:
    """A version of an article with its text's signature."""

    version: int
    same_text_as: int | None
    """The first version with exactly this text, whose signature stands for both."""
    signature: bytes | None


def take_in_texts(connection: Connection, new: Sequence[Signed]) -> None:
    """Put versions that are on record by now, with the highest numbers, into their sources."""
    if not new:
        return
    bands = {
        each.version: bands_of(each.signature)
        for each in new
        if each.signature is not None and each.same_text_as is None
    }
    found = _sharing(connection, bands)
    known = _signatures(connection, {number for numbers in found.values() for number in numbers})
    signatures = {each.version: each.signature for each in new} | {
        number: signature for number, (_, signature) in known.items()
    }
    links = [(each.version, each.same_text_as) for each in new if each.same_text_as is not None]
    for version, others in found.items():
        one = signatures[version]
        for other in others:
            two = signatures[other]
            if one is not None and two is not None and same_text(one, two):
                links.append((version, other))
    originals = {other for _, other in links} - signatures.keys()
    known |= _signatures(connection, originals)
    sources = _connected(connection, links, {n: source for n, (source, _) in known.items()})
    insert_rows(
        connection,
        article_signature,
        [
            {
                "version_id": each.version,
                "source_id": sources.get(each.version),
                "signature": each.signature if each.version in bands else None,
            }
            for each in new
        ],
    )
    insert_rows(
        connection,
        article_band,
        [
            {"band": band, "version_id": version}
            for band, version in sorted(
                (band, version) for version, own in bands.items() for band in {*own}
            )
        ],
    )


def _sharing(connection: Connection, bands: dict[int, tuple[int, ...]]) -> dict[int, set[int]]:
    """By new version: the versions that share a band with it; of two new ones, the earlier."""
    by_band: dict[int, list[int]] = defaultdict(list)
    found: dict[int, set[int]] = defaultdict(set)
    for version, own in bands.items():
        for band in {*own}:
            found[version].update(by_band[band])
            by_band[band].append(version)
    wanted = sorted(by_band)
    for begin in range(0, len(wanted), _AT_ONCE):
        batch = wanted[begin : begin + _AT_ONCE]
        for row in connection.execute(
            select(article_band.c.band, article_band.c.version_id).where(
                is_among(connection, article_band.c.band, batch)
            )
        ):
            for version in by_band[row.band]:
                found[version].add(row.version_id)
    return found


def _signatures(
    connection: Connection, versions: set[int]
) -> dict[int, tuple[int | None, bytes | None]]:
    """By version: its source and its signature."""
    if not versions:
        return {}
    rows = connection.execute(
        select(article_signature).where(
            is_among(connection, article_signature.c.version_id, versions)
        )
    )
    return {row.version_id: (row.source_id, row.signature) for row in rows}


def _connected(
    connection: Connection, links: Sequence[tuple[int, int]], sources: dict[int, int | None]
) -> dict[int, int]:
    """The source of each linked version; `sources` are those of versions that are written."""
    top: dict[int, int] = {}

    def label(version: int) -> int:
        return sources.get(version) or version

    def root(number: int) -> int:
        while top.setdefault(number, number) != number:
            number = top[number]
        return number

    for one, other in links:
        low, high = sorted((root(label(one)), root(label(other))))
        top[high] = low
    result = {version: root(label(version)) for link in links for version in link}
    columns = article_signature.c
    for version, source in result.items():
        before = sources.get(version, version)
        if before is None:
            wanted = columns.version_id == version
        elif version in sources and before != source:
            wanted = columns.source_id == before
        else:
            continue
        connection.execute(update(article_signature).where(wanted).values(source_id=source))
    return result
