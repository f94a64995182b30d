"""The question that a statement answers: *auf die Frage, ob ...*, *asked whether ...*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wortlaut.model import Span, Statement

_PATTERNS = {
    "de": re.compile(
        r"(?:als|in)\s+Antwort\s+auf\s+(?:\w+\s+){0,3}?\w*frage\w*"
        r"|auf\s+(?:(?:die|eine|entsprechende|diese|seine|ihre|der|mehrere|wiederholte)\s+)?"
        r"(?:\w+e[nrs]?\s+)?(?:Nach|Rück|An|Presse|Reporter|Journalisten|Leser|Zuschauer)?"
        r"[Ff]rage[n]?\b(?!\s+(?:stellen|kommen))"
        r"|(?:darauf|danach|hierauf|hierzu|dazu|konkret|direkt)\s+(?:angesprochen|gefragt|befragt)"
        r"|(?:nach\s+\w+(?:\s+\w+){0,4}\s+|danach\s+|auf\s+\w+(?:\s+\w+){0,4}\s+)"
        r"(?:gefragt|befragt|angesprochen)"
        r"|(?<=[,„“\s])(?:gefragt|befragt|angesprochen)(?=\s*,|\s+(?:nach|auf|ob|wie|warum|was))"
        r"|(?<![\w-])(?:Gefragt|Befragt|Angesprochen)(?=\s*,|\s+(?:nach|auf|ob|wie|warum|was))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b(?:when|after\s+being|being)\s+|(?<=[,“”\"]\s)|(?<=^)|(?<=[.!?]\s)|(?<=\n))"
        r"(?:asked|pressed|questioned)"
        r"(?=\s+(?:\w+\s+){0,4}?(?:whether|if|about|why|how|what|who|when|where|on|by)\b)"
        r"|(?:in\s+(?:response|answer|reply)|responding|answering|replying)\s+(?:to\s+)?"
        r"(?:an?\s+|the\s+)?(?:\w+(?:'s)?\s+){0,2}?(?:questions?|inquir(?:y|ies)|quer(?:y|ies))",
        re.IGNORECASE,
    ),
}
_NEXT_CLAUSE = re.compile(
    r"\s*,?\s*(?:ob|wie|was|warum|wieso|weshalb|wer|wem|wen|wo|wann|welche\w*|inwie\w+|womit|wozu|"
    r"wohin|woher|dass)\b"
)
_COMPLETE = re.compile(
    r"(?!\s*,|\s+(?:der|des|eines|einer|von|vom|nach|zu|zum|zur|about|from|by|on|whether|if|why|how|"
    r"what|who|when|where|ob|auf|in|\w+day)\b)"
)
"""What follows a question that is complete: *auf Anfrage erklärte er*."""
_TAIL = " \t\n,;:.–—-"


def find_question(
    text: str, statement: Statement, around: Sequence[Span], language: str
) -> tuple[Span, ...]:
    """The words that tell which question is answered, in the sentences of the frame.

    They reach to the statement's next part (quote, cue, speaker), or to the sentence's end.
    A statement that is itself the question answers none.
    """
    pattern = _PATTERNS[language]
    for sentence in around:
        for match in pattern.finditer(text, sentence.begin, sentence.end):
            span = Span(*match.span())
            if _is_asked(statement, span):
                continue
            parts = (*statement.quote, *statement.cue, *statement.speaker)
            following = [p.begin for p in parts if p.begin >= span.end]
            end = _clause_end(text, span.end, min([sentence.end, *following]))
            return (Span(span.begin, end),)
    return ()


def _is_asked(statement: Statement, question: Span) -> bool:
    """Whether the statement is the question, or the words stand in what it quotes."""
    return any(cue.overlaps(question) for cue in statement.cue) or any(
        piece.overlaps(question) for piece in statement.quote
    )


def _clause_end(text: str, begin: int, limit: int) -> int:
    """The end of the question's clause: a comma ends it unless the question begins behind it."""
    end = limit
    if _COMPLETE.match(text, begin, limit):
        return begin
    depth = text.find(",", begin, limit)
    if depth >= 0 and not _NEXT_CLAUSE.match(text, depth, limit):
        end = depth
    while end > begin and text[end - 1] in _TAIL:
        end -= 1
    return end
