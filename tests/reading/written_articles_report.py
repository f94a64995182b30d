"""Print what a model finds in the written articles, and the tables of what it does not.

    PYTHONPATH=src python -m tests.reading.written_articles_report [MODEL_FOLDER]

The tables are those of test_written_articles_are_read.py, ready to be put there when a new
model is shipped, together with the figures for its floors.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter

from tests.statement_matching import ENOUGH, Finding, findings, quoted_from
from tests.written_articles import written_articles
from wortlaut.model import Article
from wortlaut.reading import Reader
from wortlaut.sources import article_from_text


def main(model: str | None = None) -> None:
    """Read all written articles with `model`, the shipped one by default, and print."""
    reader = Reader(model)
    figures: Counter[str] = Counter()
    missed: dict[str, str] = {}
    taken: dict[str, str] = {}
    for article in written_articles():
        read = reader.read(article_from_text(article.text, source=article.name))
        every = findings(article, read.statements)
        quoted = quoted_from(article.text, article.narrated, read.statements)
        core = [finding for finding in every if finding.expected.core]
        if misses := [finding for finding in core if not finding.found]:
            missed[article.name] = _reason(read, misses)
        if sentences := dict.fromkeys(span.of(article.text) for span, _ in quoted):
            taken[article.name] = "; ".join(map(_head, sentences))
        figures += Counter(
            {
                f"{article.language} statements": len(every),
                f"{article.language} statements found": sum(f.found for f in every),
                f"{article.language} core statements": len(core),
                f"{article.language} core statements found": len(core) - len(misses),
                f"{article.language} narrated sentences": len(article.narrated),
                f"{article.language} narrated sentences quoted": len({s for s, _ in quoted}),
                f"{article.language} types right": sum(
                    f.found and f.nearest is not None and f.nearest.type is f.expected.type
                    for f in every
                ),
            }
        )
    for name, figure in sorted(figures.items()):
        print(f"# {name}: {figure}")
    print(_table("NOT_ALL_FOUND", missed), _table("TAKEN_FOR_QUOTED", taken), sep="\n\n")


def _reason(read: Article, misses: list[Finding]) -> str:
    """The statements that were missed, by what is wrong with them."""
    heads: dict[str, list[str]] = {}
    for finding in misses:
        heads.setdefault(_fault(finding), []).append(_head(read.words(finding.expected.quote)))
    return "; ".join(f"{fault}: {', '.join(some)}" for fault, some in heads.items())


def _fault(finding: Finding) -> str:
    if finding.nearest is None or finding.agreement < ENOUGH / 2:
        return "not found"
    if finding.agreement < ENOUGH:
        return "other borders"
    if not finding.speaker_right:
        return "wrong speaker" if finding.nearest.speaker else "no speaker"
    return "wrong cue" if finding.nearest.cue else "no cue"


def _head(text: str) -> str:
    """The first words of `text`, enough to find it."""
    words = text.split()
    return " ".join(words[:4]) + (" …" if len(words) > 4 else "")


def _table(name: str, rows: dict[str, str]) -> str:
    lines = []
    for article, reason in rows.items():
        key, value = (json.dumps(part, ensure_ascii=False) for part in (article, reason))
        if len(line := f"    {key}: {value},") <= 100:
            lines.append(line)
            continue
        parts = textwrap.wrap(reason, 85, break_on_hyphens=False)
        ends = [" "] * (len(parts) - 1) + [""]
        lines.append(f"    {key}: (")
        for part, end in zip(parts, ends, strict=True):
            lines.append(f"        {json.dumps(part + end, ensure_ascii=False)}")
        lines.append("    ),")
    return "\n".join([f"{name}: dict[str, str] = {{", *lines, "}"])


if __name__ == "__main__":
    main(*sys.argv[1:])
