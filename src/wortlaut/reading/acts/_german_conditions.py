"""Words of a German quotation on which the rest of it depends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from wortlaut.model import Span
from wortlaut.reading.acts._german_clauses import (
    CONDITIONAL,
    Clause,
    Stretch,
    ends_in_verb,
    is_finite,
    stretches_of,
)
from wortlaut.reading.acts._tokens import Tokens, is_word, tokens_of

_HINT = re.compile(
    r"\b(?:wenn|falls|sofern|solange|es sei denn|vorausgesetzt|unter (?:der|den|dem) \w*"
    r"(?:bedingung|vorau|vorbehalt)|im (?:ernst|not|bedarfs|zweifels)?falle?\b|für den fall|"
    r"(?:nur|erst) (?:mit|in|im|nach|unter|bei|gegen|gemeinsam|parallel)\b|mit der maßgabe|"
    r"angenommen|vorbehaltlich)",
    re.IGNORECASE,
)
_SMALL_VERB_FIRST = re.compile(r"[,;:–—]\s*(?:so)?(?:sollten?|würden?|wäre|hätten?)\b")
_CLOSED = frozenset("auch selbst sogar als wie immer jedesmal obwohl".split())
_EACH_TIME = frozenset(
    "immer jedes jedesmal stets oft häufig manchmal meist meistens normalerweise".split()
)
_ONLY = frozenset("nur erst allein ausschließlich einzig lediglich außer".split())
_PHRASES = re.compile(
    r"(?P<clause>es sei denn|vorausgesetzt|(?:nur )?unter (?:der|den|dem) (?:\w+ )?"
    r"(?:bedingung(?:en)?|voraussetzung(?:en)?|vorbehalt)|(?:nur )?für den fall|mit der maßgabe|"
    r"angenommen(?=,))\b|(?P<case>(?:nur )?im falle? (?:eine[rs]|der|des|von|dass))\b"
    r"|(?P<alone>im (?:ernst|not|bedarfs|zweifels)falle?)\b|(?P<reserve>vorbehaltlich)\b"
    r"|(?P<only>(?:nur|erst) (?:in absprache|in abstimmung|im einvernehmen|mit zustimmung|mit"
    r"|gemeinsam mit|parallel zu|parallel zur|nach|unter|bei|gegen))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:werden?|wird|würden?|will|wollen?|kann|können?|dürfen?|darf|muss|müssen?|sollen?|soll|"
    r"möglich|denkbar|bereit|zulässig|erlaubt)\b"
)
_PAST = re.compile(r"\b\w+(?:t|en) (?:sein|haben|worden)\b")
_NO_DEMAND = re.compile(
    r"\s+(?:\d|etwa\b|rund\b|jede|eine[rnm]? (?:\w+ )?(?:Woche|Stunde|Tag|Monat|Jahr|Minute)|"
    r"(?:zwei|drei|vier|fünf|sechs|mehreren|einigen|wenigen)\b|Mitternacht|Angaben|Mühe)"
)
"""After *nur mit*, *erst nach* and the like: a time or a number, no demand."""
_TOPIC_VERB = frozenset("geht gehe gehen ging ginge handelt handele handle".split())
_LONGEST_PHRASE = 40
_MOST_CLAUSES = 12
"""So many stretches at most belong to a condition."""
_ABOUT = frozenset("um ums darum".split())
_SHORT_OR_SUBJECT = frozenset(
    "möglich nötig notwendig erforderlich gewünscht erwünscht alle beide er sie es man jemand "
    "niemand einer wir ich das".split()
)
"""What may stand alone between *wenn* and a mark: *wenn alle, die dort wohnen, ...*."""
_NOT_AFTER_WENN = frozenset("auch schon überhaupt und".split())
_VIEWS = frozenset(
    "will wolle bedenkt bedenke betrachtet betrachte ansieht ansehe anschaut anschaue sieht "
    "vergleicht".split()
)


def german_conditions(text: str, sentence: Span) -> Iterator[Span]:
    """The conditions in one sentence of a German quotation."""
    hint = _HINT.search(text, sentence.begin, sentence.end)
    first = _first_word(text, sentence)
    if not (
        hint or is_finite(first) or _SMALL_VERB_FIRST.search(text, sentence.begin, sentence.end)
    ):
        return
    tokens = tokens_of(text, sentence.begin, sentence.end)
    stretches = stretches_of(tokens)
    taken = 0
    for number, stretch in enumerate(stretches):
        found = _clause(tokens, stretches, number) if stretch.end > taken else None
        if found is None:
            continue
        begin, end = found
        yield Span(tokens.begins[begin], tokens.ends[end - 1])
        taken = max(end, stretch.end)
    if hint:
        yield from _phrases(text, sentence, tokens, stretches)


def _first_word(text: str, sentence: Span) -> str:
    match = re.compile(r"[^\w]*(\w+)").match(text, sentence.begin, sentence.end)
    return match[1] if match else ""


def _clause(tokens: Tokens, stretches: list[Stretch], number: int) -> tuple[int, int] | None:
    """The conditional clause that begins in a stretch, as tokens `[begin, end)`."""
    stretch = stretches[number]
    for index in range(stretch.begin, stretch.end):
        if tokens.folded[index] in CONDITIONAL:
            if not _is_condition(tokens, stretch, index):
                return None
            begin = index
            while begin > stretch.begin and tokens.folded[begin - 1] in _ONLY:
                begin -= 1
            return begin, _whole(tokens, stretches, number, index)
    if _verb_first(tokens, stretches, number):
        return stretch.opener, _whole(tokens, stretches, number, stretch.opener)
    return None


def _is_condition(tokens: Tokens, stretch: Stretch, index: int) -> bool:
    word = tokens.folded[index]
    if word == "solange":
        # "Das dauert solange" has no verb after it.
        return index == stretch.opener and ends_in_verb(tokens, index, stretch.end)
    return word != "wenn" or not (
        _is_concession_or_habit(tokens, index) or _is_set_phrase(tokens, index, stretch.end)
    )


def _is_concession_or_habit(tokens: Tokens, index: int) -> bool:
    """*auch wenn*, *als wenn*, *immer wenn*, *jedes Mal, wenn*, *immer dann, wenn*."""
    before = [word for word in tokens.folded[max(0, index - 4) : index] if word != ","]
    if not before:
        return False
    if before[-1] in _CLOSED or before[-1] in _EACH_TIME:
        return True
    return before[-1] in {"mal", "dann"} and before[-2:-1] != [] and before[-2] in _EACH_TIME


def _is_set_phrase(tokens: Tokens, index: int, end: int) -> bool:
    """*wenn es um ... geht*, *wenn man bedenkt*, *wenn auch*, *wenn nicht gar*."""
    following = tokens.folded[index + 1 : end]
    if len(following) < 2:
        return not following or not (
            following[0] in _SHORT_OR_SUBJECT or tokens.texts[index + 1][0].isupper()
        )
    first, second, *_ = following
    if first in _NOT_AFTER_WENN or second == "auch":
        return True
    if first == "nicht" and second in {"gar", "sogar"}:
        return True
    about = first == "es" and second in _ABOUT and following[-1] in _TOPIC_VERB
    return about or (first == "man" and following[-1] in _VIEWS)


def _verb_first(tokens: Tokens, stretches: list[Stretch], number: int) -> bool:
    """*Sollte Russland angreifen, werde man ...*; *man werde ..., sollte Russland angreifen*."""
    stretch = stretches[number]
    first = tokens.folded[stretch.begin]
    if stretch.end - stretch.begin < 3 or not is_finite(tokens.texts[stretch.begin]):
        return False
    if tokens.texts[-1] == "?":
        return False
    following = stretches[number + 1 : number + 2]
    doubtful = first in {"sollte", "sollten"} and _ends_in_infinitive(tokens, stretch)
    if number:
        hung_on = stretches[number - 1].clause in {Clause.MAIN, Clause.INFINITIVE}
        return doubtful and hung_on and tokens.texts[stretch.begin - 1] == ","
    if not following or tokens.texts[stretch.end] != ",":
        return False
    after = following[0]
    answered = tokens.folded[after.begin] in {"so", "dann"} or is_finite(tokens.texts[after.begin])
    if tokens.texts[stretch.begin][0].islower():
        # Else it is the rest of a clause that the quotation took over: "..., werde er kommen".
        return doubtful and (answered or after.clause is Clause.INFINITIVE)
    return answered or (doubtful and after.clause is not Clause.RELATIVE)


def _ends_in_infinitive(tokens: Tokens, stretch: Stretch) -> bool:
    last = tokens.texts[stretch.end - 1]
    return last[0].islower() and last.endswith(("n", "sein"))


def _whole(tokens: Tokens, stretches: list[Stretch], number: int, index: int) -> int:
    """Where a conditional clause ends that begins at a word of a stretch.

    Its relative clauses belong to it, and what follows them up to its verb; so do the clauses
    that hang on it at its end.
    """
    stretch = stretches[number]
    end = stretch.end
    has_verb = (
        is_finite(tokens.texts[index])
        or ends_in_verb(tokens, index, stretch.end)
        or number + 1 == len(stretches)
    )
    takes_infinitive = "zu" not in tokens.folded[index:end] and not _interrupts(
        tokens, stretches, number
    )
    for follower in stretches[number + 1 : number + 1 + _MOST_CLAUSES]:
        opener = tokens.folded[follower.opener]
        hangs = (
            follower.clause is Clause.RELATIVE
            or (follower.clause is Clause.INFINITIVE and takes_infinitive)
            or (follower.clause is Clause.SUBORDINATE and opener in {"dass", "ob", "um"})
        )
        mark = tokens.texts[follower.begin - 1]
        if mark not in {",", "(", ")", "–", "—"} or not (hangs or not has_verb):
            break
        end = follower.end
        if not hangs and ends_in_verb(tokens, follower.begin, follower.end):
            break
    return end


def _interrupts(tokens: Tokens, stretches: list[Stretch], number: int) -> bool:
    """Whether an infinitive after the condition continues what stands before it.

    So it does in a quotation that is an infinitive itself: *..., wenn Berlin zustimmt, Geld zu
    geben*.
    """
    if not number:
        after = stretches[2:3]
        return not after or not is_finite(tokens.texts[after[0].begin])
    before = stretches[number - 1]
    return before.clause is Clause.MAIN and not any(
        is_finite(tokens.texts[i]) for i in range(before.begin, before.end)
    )


def _phrases(text: str, sentence: Span, tokens: Tokens, stretches: list[Stretch]) -> Iterator[Span]:
    demanding: dict[int, bool] = {}
    for match in _PHRASES.finditer(text, sentence.begin, sentence.end):
        number = _stretch_at(tokens, stretches, match.start())
        if number is None:
            continue
        if match[0].lower() == "angenommen" and not _opens(
            tokens, stretches[number], match.start()
        ):
            # "Entschuldigung angenommen, Rücktritt auch" supposes nothing.
            continue
        if match["clause"]:
            yield _with_clause(text, tokens, stretches, number, match)
            continue
        if match["alone"]:
            yield Span(match.start(), match.end())
            continue
        stretch = stretches[number]
        if match["only"]:
            if number not in demanding:
                whole = text[tokens.begins[stretch.begin] : tokens.ends[stretch.end - 1]]
                demanding[number] = bool(_TO_COME.search(whole)) and not _PAST.search(whole)
            if not demanding[number] or _NO_DEMAND.match(text, match.end()):
                continue
        phrase = _phrase(tokens, stretch, match.start(), match.end())
        if phrase.end > match.end():
            yield phrase


def _opens(tokens: Tokens, stretch: Stretch, offset: int) -> bool:
    """Whether a stretch begins at an offset, quotation marks aside."""
    words = range(stretch.begin, stretch.end)
    return next((tokens.begins[i] for i in words if is_word(tokens.texts[i])), -1) == offset


def _stretch_at(tokens: Tokens, stretches: list[Stretch], offset: int) -> int | None:
    token = bisect_right(tokens.begins, offset) - 1
    number = bisect_right(stretches, token, key=lambda stretch: stretch.begin) - 1
    return number if number >= 0 and token < stretches[number].end else None


def _with_clause(
    text: str, tokens: Tokens, stretches: list[Stretch], number: int, match: re.Match[str]
) -> Span:
    """The phrase and the clause that it announces: *unter der Bedingung, dass ...*."""
    stretch = stretches[number]
    following = stretches[number + 1 : number + 2]
    announces = tokens.ends[stretch.end - 1] <= match.end() or match[0].lower() == "es sei denn"
    if following and (announces or tokens.folded[following[0].opener] == "dass"):
        return Span(
            match.start(),
            tokens.ends[_whole(tokens, stretches, number + 1, following[0].begin) - 1],
        )
    return _phrase(tokens, stretch, match.start(), match.end())


def _phrase(tokens: Tokens, stretch: Stretch, begin: int, at_least: int) -> Span:
    """From `begin` up to the last noun before a verb or the stretch's end."""
    end = at_least
    first = bisect_left(tokens.begins, at_least)
    for index in range(first, min(stretch.end, first + _LONGEST_PHRASE)):
        word = tokens.texts[index]
        if is_finite(word) and end > at_least:
            break
        if is_word(word) and (word[0].isupper() or word[0].isdigit()):
            end = tokens.ends[index]
    return Span(begin, end)
