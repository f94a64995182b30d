"""OPML: a list of feeds, as feed readers write it (http://opml.org/spec2.opml)."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]

from wortlaut._exceptions import DamagedSource


def feeds_in_opml(content: bytes, *, source: str) -> tuple[str, ...]:
    """The addresses of the feeds that an OPML file lists, each once, in its order.

    Raises `DamagedSource` where it is no XML that can be read or lists no feed.
    """
    # Neither entities nor anything that the file names is loaded.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(source, f"is no OPML that can be read ({error})") from error
    outlines = () if tree is None else tree.iter("outline")
    addresses = (outline.get("xmlUrl") or outline.get("xmlurl") or "" for outline in outlines)
    found = tuple(dict.fromkeys(filter(None, map(str.strip, addresses))))
    if not found:
        raise _damaged(source, "lists no feed")
    return found


def _damaged(source: str, problem: str) -> DamagedSource:
    return DamagedSource(source, problem, "export it from the feed reader again")
