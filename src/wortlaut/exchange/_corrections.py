"""What a person changed in an annotation tool, as corrections of statements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from wortlaut._exceptions import ExchangeError
from wortlaut.exchange._annotated import QUOTE, Annotated, annotated, corrected
from wortlaut.model import Article, Medium, QuotationType, Statement


class CorrectionKind(StrEnum):
    """What was done to a statement."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Correction:
    """One statement as a person wants it."""

    kind: CorrectionKind
    statement: Statement
    """As it is to be; as it was, where it is to be removed. An added one has the next `id`."""
    fields: tuple[str, ...] = ()
    """Of a changed statement, the fields that differ, in their order; `confidence` aside."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One article's annotations as a tool gives them back."""

    where: str
    """What they are called in errors."""
    key: str | None
    """What the article was called on the way out, where the tool has kept it."""
    text: str | None
    """The text that the tool had, where it has one."""
    numbers: frozenset[int] | None
    """The statements that went out; None where nothing tells, and so none counts as removed."""
    annotated: Callable[[str], Sequence[Annotated]]
    """The annotations on the article's text. Raises `ValueError` where they do not fit it."""
    urn: str | None = None
    """Of the very text that went out, where the tool has kept it."""


def corrections(article: Article, returned: Returned) -> list[Correction]:
    """What a person changed, in the order of the statements' numbers, added ones last.

    Raises `ExchangeError` where the annotations do not fit the article.
    """
    try:
        found = returned.annotated(article.text)
        return list(_corrections(article, found, returned.numbers))
    except ValueError as error:
        raise ExchangeError(
            returned.where,
            str(error),
            "export the article again, for its text may have changed, or mend the annotation",
        ) from error


def _corrections(
    article: Article, found: Sequence[Annotated], given: Collection[int] | None
) -> Iterator[Correction]:
    known = {statement.id: statement for statement in article.statements}
    seen: dict[int, Annotated] = {}
    added = []
    for annotation in found:
        number = annotation.number
        if number is not None and number in known and number not in seen:
            seen[number] = annotation
        elif number is None or number in seen or number not in (given or ()):
            added.append(annotation)
        # Else it went out, and has been taken out of the article since: it does not come back.
    for number, statement in sorted(known.items()):
        if number in seen:
            if not _is_touched(statement, seen[number]):
                continue
            changed = corrected(statement, seen[number], article.text)
            if changed is not statement:
                names = _differing(statement, changed)
                yield Correction(CorrectionKind.CHANGED, changed, names)
        elif given is not None and number in given:
            yield Correction(CorrectionKind.REMOVED, statement)
    number = max(known, default=0)
    states = {annotated(statement).state for statement in known.values()}
    for annotation in added:
        new = _new(annotation, number + 1, article.text)
        # One that is there already was taken in before, from the same file.
        if annotated(new).state not in states:
            number += 1
            yield Correction(CorrectionKind.ADDED, new)


def _is_touched(statement: Statement, seen: Annotated) -> bool:
    """Whether a person changed the statement after it went out.

    Raises `ValueError` where somebody else has corrected it on record meanwhile: taking this
    in would undo that.
    """
    current = annotated(statement).state
    if seen.state == current:
        return False
    if seen.given is None or seen.given == current:
        return True
    if seen.state == seen.given:
        return False
    raise ValueError(f"statement {statement.id} has been corrected since it was exported")


def _new(annotation: Annotated, number: int, text: str) -> Statement:
    if QUOTE not in annotation.spans:
        raise ValueError("a statement that was added has no quotation")
    kind = annotation.labels.get("type")
    if kind is None:
        raise ValueError(
            f"a statement that was added has no type (one of {', '.join(QuotationType)})"
        )
    bare = Statement(
        id=number,
        type=QuotationType(kind),
        medium=Medium.SPEECH,
        quote=annotation.spans[QUOTE],
        confidence=1.0,
    )
    return corrected(bare, annotation, text)


def _differing(before: Statement, after: Statement) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(Statement)
        if field.name != "confidence" and getattr(before, field.name) != getattr(after, field.name)
    )
