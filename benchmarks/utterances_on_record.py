"""The same as `benchmarks.utterances`, end to end: `python -m benchmarks.utterances_on_record`.

Every wording of a half of `benchmarks/gold/utterances.json` is put into an article of its own,
with its statement and its speaker given, and the articles come on record in an order drawn by
lot, in groups as `Record.add_many` makes them. What the record then says of the statements'
utterances is scored as the groups are there: so persons have been linked by the record, days
worked out, and groups made one article after the other.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.utterances import print_scores
from training.utterance_set import HALVES, Wording, wordings
from wortlaut.model import (
    Article,
    Medium,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Span,
    Statement,
    When,
    WhenBasis,
)
from wortlaut.record import Record
from wortlaut.wording import SentenceVectors

_BODIES = (
    *("Gemeinderat", "Gewerkschaft", "Hilfsorganisation", "Institut", "Wirtschaftsrat"),
    *("Küstenwache", "Staatsanwaltschaft", "Verkehrsbetriebe"),
)
_ORDERS = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of several orders; returns 1 where the aims are missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=HALVES, default="held_back")
    options = parser.parse_args(arguments)
    found = wordings(options.half, SentenceVectors.load())
    scores = [
        print_scores(f"on record, order {seed}", found, on_record(found, seed))
        for seed in range(_ORDERS)
    ]
    return 0 if all(precision >= 0.95 and recall >= 0.8 for precision, recall in scores) else 1


def on_record(found: Sequence[Wording], seed: int) -> list[tuple[int, ...]]:
    """The wordings' numbers by the utterances that a record makes of them."""
    articles = {_address(each): _article(each) for each in found}
    numbers = {_address(each): each.profile.said.id for each in found}
    addresses = sorted(articles)
    random.Random(seed).shuffle(addresses)
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "record.db") as record:
        for _ in record.add_many(articles[address] for address in addresses):
            pass
        groups: dict[int, list[int]] = defaultdict(list)
        for each in record.statements():
            groups[each.utterance or each.id].append(numbers[each.article.url or ""])
    return [tuple(sorted(group)) for group in groups.values()]


def _address(wording: Wording) -> str:
    return f"https://x.example/{wording.profile.said.id}"


def _article(wording: Wording) -> Article:
    said = wording.profile.said
    name = said.person or ""
    head = f"{name}: "
    text = head + said.words
    is_body = any(word in name for word in _BODIES)
    statement = Statement(
        id=1,
        type=QuotationType.DIRECT if said.verbatim else QuotationType.INDIRECT,
        medium=Medium.SPEECH,
        quote=(Span(len(head), len(text)),),
        confidence=1.0,
        speaker=(Span(0, len(name)),),
        person=Person(name, PersonKind.BODY if is_body else PersonKind.HUMAN),
        act=said.act,
        negated=said.negated,
        said_on=When(WhenBasis.FRAME, said.begin, said.end, Precision.DAY) if said.begin else None,
    )
    return Article(
        text=text,
        url=_address(wording),
        language=said.language,
        published=said.published,
        statements=(statement,),
    )


if __name__ == "__main__":
    raise SystemExit(main())
