"""`wortlaut search --articles`: articles that were found, for a person or as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from wortlaut.cli._marking import WIDEST
from wortlaut.cli._messages import harmless, one_line
from wortlaut.cli._terminal import ArticleConsole
from wortlaut.model import Span

if TYPE_CHECKING:
    from wortlaut.record import FoundArticle

_INDENT = "    "
_BEFORE = 60
_AFTER = 100
"""Characters around a hit that a snippet shows."""
_MOST_PIECES = 2
_ELLIPSIS = " … "


def print_articles(console: ArticleConsole, found: Iterable[FoundArticle]) -> int:
    """Print articles for a person; returns how many."""
    count = 0
    for each in found:
        if count:
            console.print()
        count += 1
        for number, text in enumerate((_head(each), _snippet(each), _link(each))):
            width = min(console.width, WIDEST) - len(_INDENT)
            for place, line in enumerate(text.wrap(console, width, overflow="fold")):
                line.rstrip()
                indent = _INDENT if number or place else ""
                console.print(Text(indent) + line, soft_wrap=True)
    return count


def article_form(found: FoundArticle) -> dict[str, Any]:
    """An article that was found, for a line of JSON."""
    from wortlaut._json_found import found_article_to_dict  # noqa: PLC0415 - not for --help

    return {**found_article_to_dict(found), "snippet": _snippet(found).plain}


def article_row(found: FoundArticle) -> dict[str, object]:
    """An article that was found, for a row of a table."""
    article = found.article
    return {
        "version_id": found.version_id,
        "day": found.day,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "snippet": _snippet(found).plain,
        "language": article.language,
        "source": article.source,
    }


ARTICLE_COLUMNS = tuple("version_id day outlet title url snippet language source".split())


def _head(found: FoundArticle) -> Text:
    title = found.article.title or ""
    head = _marked(title, Span(0, len(title)), found.title_highlights) if title else Text("—")
    head.stylize("bold")
    facts = [found.article.outlet, found.day.isoformat() if found.day else "no date"]
    head.append("  ·  " + "  ·  ".join(one_line(fact) for fact in facts if fact), "not bold")
    return head


def _link(found: FoundArticle) -> Text:
    return Text(one_line(found.article.url or found.article.source), "dim")


def _snippet(found: FoundArticle) -> Text:
    """The text around the first hits, or its beginning where it has none."""
    text = found.article.text
    pieces = _pieces(found)
    snippet = Text()
    for number, piece in enumerate(pieces):
        snippet.append(_ELLIPSIS if number else "… " if piece.begin else "")
        snippet.append_text(_marked(text, piece, found.highlights))
    if pieces and pieces[-1].end < len(text.rstrip()):
        snippet.append(" …")
    return snippet


def _pieces(found: FoundArticle) -> Sequence[Span]:
    text = found.article.text
    if not found.highlights:
        body = found.article.paragraphs
        begin = body[0].begin if body else len(text) - len(text.lstrip())
        end = _before_a_word(text, begin + _BEFORE + _AFTER)
        return [Span(begin, end)] if begin < end else []
    pieces: list[Span] = []
    for hit in found.highlights:
        if pieces and hit.end <= pieces[-1].end:
            continue
        if len(pieces) == _MOST_PIECES:
            break
        begin = _behind_a_word(text, hit.begin - _BEFORE, hit.begin)
        end = max(hit.end, _before_a_word(text, hit.end + _AFTER))
        if pieces and begin <= pieces[-1].end:
            pieces[-1] = Span(pieces[-1].begin, end)
        else:
            pieces.append(Span(begin, end))
    return pieces


def _behind_a_word(text: str, place: int, at_most: int) -> int:
    """The beginning of the first word at or behind `place`."""
    if place <= 0:
        return 0
    while place < at_most and not text[place - 1].isspace():
        place += 1
    return place


def _before_a_word(text: str, place: int) -> int:
    """The end of the last word that ends at or before `place`."""
    if place >= len(text):
        return len(text.rstrip())
    while place > 0 and not text[place].isspace():
        place -= 1
    return len(text[:place].rstrip())


def _marked(text: str, piece: Span, hits: Sequence[Span]) -> Text:
    """A piece of `text` on one line, the hits in it in reverse."""
    marked = Text()
    last = piece.begin
    for hit in hits:
        if piece.contains(hit):
            marked.append(_flat(text[last : hit.begin]))
            marked.append(_flat(text[hit.begin : hit.end]), "reverse")
            last = hit.end
    marked.append(_flat(text[last : piece.end]))
    return marked


def _flat(text: str) -> str:
    """White space taken together, but kept at the ends."""
    words = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if words and text[-1:].isspace() else ""
    return harmless(f"{before}{words}{after}")
