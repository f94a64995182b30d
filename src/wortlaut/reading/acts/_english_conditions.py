"""Words of an English quotation on which the rest of it depends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from wortlaut.model import Span
from wortlaut.reading.acts._tokens import Tokens, is_word, tokens_of

_SUBJECT = (
    r"(?:i|you|he|she|it|we|they|the|a|an|there|any|anyone|that|this|all|no|his|her|their|our)"
)
_OPENING = re.compile(
    r"\b(?P<if>(?:but |and )?(?:(?:only|unless and|if and only|except) )?if)\b"
    rf"|(?P<after_mark>(?:^|(?<=[,;–—(\"“‘'] )|(?<=[\"“‘'(—])|(?<=[Aa]nd )|(?<=[Bb]ut ))"
    rf"(?:provided|providing|assuming) (?:that |{_SUBJECT}\b))"
    r"|\b(?P<plain>unless|(?:as|so) long as(?! \d| two| three| four| five| six| several| it takes)"
    r"|in case(?! you haven)|in the event (?:of|that)"
    r"|on (?:the )?condition (?:that|of)|provided that|only (?:when|after|under|once)"
    r"|only with(?! respect| regard)|contingent (?:on|upon))\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf"(?:^\W*(?:should|were|had)|(?<=, )should)\s+(?:{_SUBJECT}|(?-i:[A-Z])\w+)\s",
    re.IGNORECASE,
)
ASKING = frozenset(
    "know knows knew known ask asks asked asking wonder wonders wondered wondering doubt doubts "
    "doubted see seeing sure unsure unclear clear determine decide tell say saying said check "
    "understand idea question remember learn find out certain matter test discuss consider assess "
    "investigate inquire curious explain of about".split()
)
"""After these words *if* means *whether*."""
_NOT_CONDITIONS = frozenset("even as what like".split())
_MARKS = frozenset(",;:–—()!?…")
_INVERTING = frozenset("will would can could do does did should may must".split())
_PRONOUNS = frozenset("i you he she it we they".split())
_JOINING = re.compile(r"(?:(?:but|and) )?", re.IGNORECASE)
_MARKS_BEFORE = re.compile(r"\W*")


def english_conditions(text: str, sentence: Span, asked: bool = False) -> Iterator[Span]:
    """The conditions in one sentence of an English quotation.

    Where the cue asks or doubts (`asked`), an *if* that opens the sentence means *whether*.
    """
    found = _OPENING.search(text, sentence.begin, sentence.end)
    inverted = _INVERTED.search(text[sentence.begin : sentence.end])
    if not found and not inverted:
        return
    tokens = tokens_of(text, sentence.begin, sentence.end)
    taken = sentence.begin
    while found:
        opens = not any(c.isalnum() for c in text[sentence.begin : found.start()])
        if (
            found.start() >= taken
            and _is_condition(tokens, found)
            and not (asked and opens and found["if"])
        ):
            begin = found.start() + len(_JOINING.match(found[0])[0])  # type: ignore[index]
            taken = _end(tokens, found.end())
            yield Span(begin, taken)
        found = _OPENING.search(text, found.end(), sentence.end)
    if inverted and tokens.texts[-1] != "?":
        begin = sentence.begin + inverted.start()
        begin += len(_MARKS_BEFORE.match(inverted[0])[0])  # type: ignore[index]
        end = _end(tokens, sentence.begin + inverted.end())
        if begin >= taken and (inverted.start() or _followed(tokens, end)):
            yield Span(begin, end)


def _is_condition(tokens: Tokens, found: re.Match[str]) -> bool:
    words = tokens.folded
    first = bisect_right(tokens.ends, found.start())
    last = bisect_left(tokens.ends, found.end())
    following = words[last + 1 : last + 3]
    if not following or following[0] in _MARKS:
        return False
    if not found["if"]:
        return True
    before = words[first - 1] if first else ""
    if before in _NOT_CONDITIONS or before in ASKING:
        return "only" in found[0].lower()
    if before in {"me", "him", "her", "them", "us"} and first > 1 and words[first - 2] in ASKING:
        return False
    if following[0] in {"not", "any", "anything", "ever", "so"} and (
        len(following) < 2 or following[0] != "not" or not is_word(following[1])
    ):
        return following[0] in {"any", "anything"} and len(words) - last > 5
    return following[0] != "not" and (following[0] != "at" or following[1:] == ["least"])


def _end(tokens: Tokens, offset: int) -> int:
    """The end of the clause that begins before `offset`: the next mark or *then*."""
    end = offset
    for index in range(bisect_left(tokens.begins, offset), len(tokens)):
        if tokens.texts[index] in _MARKS or tokens.folded[index] == "then":
            break
        # "Only if the bridge holds will we go".
        after = tokens.folded[index + 1 : index + 2]
        if tokens.folded[index] in _INVERTING and after and after[0] in _PRONOUNS:
            break
        if is_word(tokens.texts[index]):
            end = tokens.ends[index]
    return max(end, offset)


def _followed(tokens: Tokens, end: int) -> bool:
    """Whether a main clause follows after a comma."""
    return any(
        tokens.texts[i] == "," for i in range(bisect_left(tokens.begins, end), len(tokens) - 2)
    )
