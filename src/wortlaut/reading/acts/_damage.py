"""Words whose order is not German, as machine translation leaves it.

German puts the finite verb of a subordinate clause at its end, and objects before infinitives and
participles. A translation that keeps another language's order breaks this in ways that people who
write German do not: *ob Moskau welche sehe Verhandlungsmöglichkeiten*; *dass er habe keine
Zweifel*; *hat angekündigt neue Sanktionen*. Each check looks for one of these and asks for more
than it needs, so that sound sentences pass: a full parser would find more, and err more often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wortlaut.model import Article, QuotationType, Span, Statement, merged
from wortlaut.reading._sentences import sentences_of
from wortlaut.reading.acts._german_clauses import (
    NOT_FINAL_VERBS,
    PREPOSITIONS,
    Clause,
    Stretch,
    ends_in_verb,
    finite_forms,
    is_finite,
    stretches_of,
)
from wortlaut.reading.acts._tokens import Tokens, is_word, tokens_of

_HINT = re.compile(
    r"\b(?:[Dd]a(?:ss|ß)|[Oo]b|[Ww]eil|[Ww]enn|[Ff]alls|[Ss]ofern|[Oo]bwohl|[Nn]achdem|[Bb]evor|"
    r"[Ss]odass|wann|warum|weshalb|wieso|wohin|zu|ha(?:t|be|ben|tten?)|Er|Ich|Wir|"
    r"(?:ist|wird|kann|muss|wurde) (?:ist|hat|wird|kann))\b"
)
_OPENERS = frozenset("dass ob weil wenn falls sofern obwohl nachdem bevor sodass".split())
_QUESTIONS = frozenset("wann warum weshalb wieso wohin".split())
_PLURALS = frozenset("werden haben können müssen sollen dürfen wollen mögen".split())
"""Finite forms that are infinitives too."""
_AUXILIARIES = _PLURALS | frozenset(
    "ist sind sei seien war waren wäre hat habe hatte hatten hätte wird werde wurde wurden würde "
    "würden kann könne konnte könnte muss müsse musste soll solle darf dürfe will wolle mag sollte "
    "sollten".split()
)
_NO_VERBS = frozenset(
    "meine deine reiche weiß weise spiele fest seit laut heute dank trotz kosten starte bat lache "
    "wache wissen meinen".split()
)
"""Finite forms that are far more often other words."""
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner sein "
    "seine seinen ihr ihre ihren diese diesen diesem dieser dieses unser unsere unseren mehr viele "
    "einige alle neue weitere mehrere".split()
)
_ARTICLES = _DETERMINERS - {"mehr"} | {"jeder", "jede", "jedes", "welche"}
_PRONOUNS = frozenset(
    "er sie es man ich wir niemand jemand dies das dieser diese jeder alle beide".split()
)
_ACCUSATIVES = frozenset("den dem einen seinen ihren keinen neue weitere mehrere die das eine "
                         "seine ihre diese mehr".split())  # fmt: skip
_MAY_FOLLOW = PREPOSITIONS | frozenset(
    "als wie und oder sondern denn aber sowie bzw ja bis je umso desto statt anstatt ausser seien "
    "sei im am zum zur beim ins ans vom aufs fürs übers ums gegenüber ab pro via samt inklusive "
    "einschließlich entlang binnen innerhalb ausserhalb angesichts mangels mittels zugunsten gemäß "
    "bezüglich hinsichtlich namens jenseits weg davon daran darauf dafür dagegen dazu damit darin "
    "darüber dabei danach davor".split()
)
"""What may stand after the finite verb of a sound subordinate clause."""
_JOINING = frozenset("und oder sondern sowie aber denn als wie".split())
_CLUSTER_ENDS = frozenset(
    "können müssen wollen sollen dürfen lassen sehen hören helfen mögen werden haben sein "
    "brauchen".split()
)
"""*dass er hätte kommen können* has its auxiliary before the infinitives, rightly."""
_ADVERBS = frozenset("nicht nie niemals auch noch bereits jetzt nun heute derzeit schon".split())
_LIKE_VERBS = frozenset(
    "zuerst sofort überhaupt unbedingt bestimmt erneut direkt exakt komplett zurzeit derzeit "
    "längst unlängst jüngst fast fort soweit vorerst zumindest konstant meist nächst abrupt "
    "absolut konsequent perfekt recht schlicht spät strikt wert gesamt wahrscheinlich".split()
)
_INFLECTED = re.compile(r"\w{3,}(?:e|en|er|es|em)")
_PERHAPS_VERB = re.compile(r"[a-zäöüß]{2,}(?:[^e]t|et|te|ten|[^z]en)")
_PARTICIPLE = re.compile(r"\w*ge\w+(?:t|en)|(?:be|ver|er|ent|zer)\w+(?:t|en)|\w+iert")
_INFINITIVE = re.compile(r"[a-zäöüß]+(?:en|ern|eln)")


def find_damage(article: Article) -> list[tuple[Span, ...]]:
    """Broken wording in each statement's quotation and frame, one value a statement.

    Spans count code points of the article's text. Only German is looked at: where the article's
    language is given as another, every value is empty.
    """
    if article.language not in {None, "de"}:
        return [() for _ in article.statements]
    known: dict[Span, tuple[Span, ...]] = {}
    spoken = merged(
        quote
        for statement in article.statements
        if statement.type is QuotationType.DIRECT
        for quote in statement.quote
    )
    return [
        _of_statement(article.text, statement, known, spoken) for statement in article.statements
    ]


def _of_statement(
    text: str,
    statement: Statement,
    known: dict[Span, tuple[Span, ...]],
    spoken: Sequence[Span],
) -> tuple[Span, ...]:
    found: list[Span] = []
    for piece in merged((*statement.quote, *statement.frame)):
        if piece not in known:
            known[piece] = tuple(
                span
                for sentence in sentences_of(text, [piece])
                for span in damage_in_sentence(text, sentence)
                if not _is_spoken_german(text, span, spoken)
            )
        found.extend(known[piece])
    return merged(found)


def _is_spoken_german(text: str, clause: Span, spoken: Sequence[Span]) -> bool:
    """*weil der Hafen war voll*, word for word: many who speak German say it so."""
    if text[clause.begin : clause.begin + 5].casefold() != "weil ":
        return False
    return any(quote.contains(clause) for quote in spoken)


def damage_in_sentence(text: str, sentence: Span) -> Iterator[Span]:
    """The broken clauses of one sentence."""
    if not _HINT.search(text, sentence.begin, sentence.end):
        return
    tokens = tokens_of(text, sentence.begin, sentence.end)
    for begin, end in _broken(tokens, stretches_of(tokens)):
        yield Span(tokens.begins[begin], tokens.ends[end - 1])


def _broken(tokens: Tokens, stretches: list[Stretch]) -> Iterator[tuple[int, int]]:
    for number, stretch in enumerate(stretches):
        end = stretch.end
        while end > stretch.begin and not is_word(tokens.texts[end - 1]):
            end -= 1
        opener = _opener(tokens, stretch)
        if opener is not None and opener + 2 < end:
            following = stretches[number + 1] if number + 1 < len(stretches) else None
            if _has_early_verb(tokens, opener, end) or _has_verb_after_subject(
                tokens, opener, end, following
            ):
                yield opener, end
        else:
            yield from _late_object(tokens, stretch, end)
    yield from _without_verb(tokens, stretches)
    yield from _two_verbs(tokens)


def _opener(tokens: Tokens, stretch: Stretch) -> int | None:
    """Where a subordinate clause opens: within the first words of its stretch."""
    for index in range(stretch.begin, min(stretch.end - 1, stretch.begin + 5)):
        word = tokens.folded[index]
        if word in _OPENERS:
            return index
        if word in _QUESTIONS and index and not _surely_finite(tokens.texts[index + 1]):
            return index
    return None


def _surely_finite(word: str) -> bool:
    return word[0].islower() and word not in _NO_VERBS and (is_finite(word) or word in _PLURALS)


def _has_early_verb(tokens: Tokens, opener: int, end: int) -> bool:
    """A finite verb, and after it words of which none is a verb: *ob er sehe Auswege*."""
    for index in range(opener + 1, end - 1):
        word = tokens.texts[index]
        if not _surely_finite(word) or (word in _PLURALS and index == opener + 1):
            continue
        rest = range(index + 1, end)
        return not (
            tokens.folded[index + 1] in _MAY_FOLLOW
            or any(tokens.folded[i] in _JOINING - {"als", "wie"} for i in rest)
            or any(_surely_finite(tokens.texts[i]) for i in rest)
            or _may_be_verb(tokens, end - 1)
        )
    return False


def _may_be_verb(tokens: Tokens, index: int) -> bool:
    word = tokens.texts[index]
    if word.casefold() in finite_forms():
        return True
    return (
        word[0].islower()
        and word.endswith(("t", "n", "te", "e"))
        and word not in NOT_FINAL_VERBS
        and word not in _DETERMINERS
    )


def _has_verb_after_subject(
    tokens: Tokens, opener: int, end: int, following: Stretch | None
) -> bool:
    """A subject, its verb and then the rest: *dass Europa muss eine Haltung finden*."""
    verb = _after_subject(tokens, opener + 1, end)
    if verb is None or verb >= end - 1:
        return False
    rest = tokens.folded[verb + 1 : end]
    if tokens.texts[verb] in _AUXILIARIES:
        return not (
            rest[0] in _JOINING
            or rest[-1] in _CLUSTER_ENDS
            or any(word in {"und", "oder"} for word in rest)
            or any(word in _AUXILIARIES - _PLURALS for word in rest)
        )
    closed = following is None or (
        following.clause is Clause.MAIN and is_finite(tokens.texts[following.begin])
    )
    return closed and _is_verb_with_object(tokens, verb, end)


def _after_subject(tokens: Tokens, index: int, end: int) -> int | None:
    """The index after a pronoun, a name or an article with its noun; None where none stands."""
    words, texts = tokens.folded, tokens.texts
    first = words[index]
    if first in _PRONOUNS and index + 1 < end and not texts[index + 1][0].isupper():
        index += 1
    else:
        has_article = first in _ARTICLES
        index += has_article
        while index + 1 < end and _INFLECTED.fullmatch(texts[index]) and texts[index].islower():
            if is_finite(texts[index]) or words[index] in _AUXILIARIES:
                return None
            index += 1
        if index >= end or not texts[index][0].isupper():
            return None
        begin = index
        while (
            index < end and texts[index][0].isupper() and index - begin < (1 if has_article else 3)
        ):
            index += 1
        if index + 1 < end and words[index] in {"der", "des"} and texts[index + 1][0].isupper():
            index += 2
    while index < end and words[index] in _ADVERBS:
        index += 1
    return index


def _is_verb_with_object(tokens: Tokens, index: int, end: int) -> bool:
    """Whether an unknown word after a subject is its verb, with an object and nothing else."""
    word, after = tokens.texts[index], tokens.folded[index + 1]
    if (
        not _PERHAPS_VERB.fullmatch(word)
        or word in _LIKE_VERBS
        or word in NOT_FINAL_VERBS
        or word in _DETERMINERS
        or word in _MAY_FOLLOW
        or after in _MAY_FOLLOW
        or not tokens.texts[end - 1][0].isupper()
    ):
        return False
    before_noun = tokens.texts[index + 1][0].isupper()
    has_object = before_noun or not _DETERMINERS.isdisjoint(tokens.folded[index + 1 : index + 3])
    if before_noun and not word.endswith("n") and _INFLECTED.fullmatch(word):
        # "dass der Rat bekannte Namen ..." may have an adjective there.
        has_object = False
    return has_object and not any(
        is_finite(tokens.texts[i]) and tokens.texts[i][0].islower() for i in range(index + 1, end)
    )


def _late_object(tokens: Tokens, stretch: Stretch, end: int) -> Iterator[tuple[int, int]]:
    """An object after its infinitive or participle: *zu senden weitere Hilfe*."""
    words, texts = tokens.folded, tokens.texts
    if end - stretch.begin < 4 or not texts[end - 1][0].isupper():
        return
    having = None
    finite = [i for i in range(stretch.begin, end) if _surely_finite(texts[i])]
    for index in range(stretch.begin, end - 2):
        if words[index] in {"und", "oder"}:
            having = None
        elif texts[index] in {"hat", "habe", "haben", "hatte", "hatten"}:
            having = index
        if words[index + 1] in _ACCUSATIVES and index + 2 < end:
            if index and words[index - 1] == "zu" and _INFINITIVE.fullmatch(texts[index]):
                if not finite:
                    yield index - 1, end
                return
            if having is not None and having < index and _is_participle(texts[index]):
                rest = words[index + 1 : end]
                if finite[-1] <= index and not {"und", "oder", "zu"} & set(rest):
                    yield having, end
                return


def _is_participle(word: str) -> bool:
    return (
        word[0].islower()
        and _PARTICIPLE.fullmatch(word) is not None
        and word not in _LIKE_VERBS
        and word not in NOT_FINAL_VERBS
    )


def _without_verb(tokens: Tokens, stretches: list[Stretch]) -> Iterator[tuple[int, int]]:
    """A sentence that begins *Er das Angebot* has no verb where it needs one."""
    if stretches and len(tokens) > 3 and tokens.texts[0] in {"Er", "Ich", "Wir"}:
        first = stretches[0]
        if tokens.folded[1] in _ACCUSATIVES | {"ein", "keine", "nicht"} and ends_in_verb(
            tokens, 1, first.end
        ):
            yield first.begin, first.end


def _two_verbs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """*dass dies ist wird nicht passieren*."""
    singular = {"ist", "hat", "wird", "kann", "muss", "wurde"}
    for index in range(1, len(tokens) - 1):
        one, other = tokens.texts[index], tokens.texts[index + 1]
        if one != other and one in singular and other in singular:
            yield index - 1, index + 2
