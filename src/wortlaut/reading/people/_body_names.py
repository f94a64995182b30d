"""Names of bodies that look like a human's: *Maschinenbauer Halden*, *Stadtwerke Elmenau*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wortlaut.reading.people._genders import is_first_name
from wortlaut.reading.people._nouns import NounKind, nouns_of
from wortlaut.reading.people._text import Text

FIRMS = re.compile(
    r"(?:(?:.*(?:maschinen|zeug|anlagen|motoren|wagen|motorrad|turbinen|roboter|zug|schiff)|auto)"
    r"bauer|.*(?:hersteller|konzern|zulieferer|dienstleister|anbieter|betreiber|versicherer|"
    r"versorger|discounter|riese)|(?:online|versand|mode|textil|elektronik|möbel|lebensmittel)"
    r"händler|.*(?:unternehmen|firma))s?",
    re.I,
)
"""What a company is called in apposition to its name."""
PAPERS = re.compile(
    r"(?:Courier|Times|Tribune|Gazette|Chronicle|Herald|Telegraph|Observer|Inquirer|Examiner|"
    r"Guardian|Mirror|News|Post|Journal|Zeitung|Nachrichten|Rundschau|Anzeiger|Tageblatt|Kurier|"
    r"Allgemeine|Blatt)"
)
"""The last word of a newspaper's name."""
LEGAL_FORMS = frozenset("AG GmbH SE KG KGaA Inc Ltd Corp plc".split())

_STATE_OFFICES = frozenset("Department Ministry Office Bureau Centers Centres".split())


def names_a_body(text: Text, first: int, last: int) -> bool:
    """Whether what a tagger takes for a human is a company, an office or a newspaper."""
    words = text.words
    if last - first == 1:
        before = words[first - 1] if first > text.sentence_begin(first) else ""
        return text.language == "de" and before[:1].isupper() and bool(FIRMS.fullmatch(before))
    if PAPERS.fullmatch(words[last - 1]):
        determiner = words[first - 1].lower() if first else ""
        return determiner in {"the", "die", "der"} or not is_first_name(words[first])
    if text.language == "de" and not is_first_name(words[first]):
        readings = nouns_of(words[first], "de")
        return bool(readings) and readings[0].kind is NounKind.BODY
    return False


def firms_named(text: Text) -> Iterator[int]:
    """The words that stand as names behind what companies are called: *Maschinenbauer | Kolb*."""
    if text.language != "de":
        return
    words = text.words
    for place in range(1, len(words) - 2):
        word, name = words[place], words[place + 1]
        if (
            word[0].isupper()
            and words[place - 1].lower() in {"der", "die", "das", "dem", "den", "des"}
            and name[0].isupper()
            and name[-1].isalpha()
            and not words[place + 2][0].isupper()
            and FIRMS.fullmatch(word)
            and not nouns_of(name, "de")
            and not is_first_name(name)
        ):
            yield place + 1


def body_begin(text: Text, first: int, last: int) -> int:
    """Where a company's name begins of which the tagger has the end: *Stadtwerke | Ulm*, *AG*."""
    begin = text.sentence_begin(first)
    if first > begin and text.words[first - 1] == "Stadtwerke":
        return first - 1
    if last - first > 1 or text.words[first] not in LEGAL_FORMS:
        return first
    at = first
    while (
        at > begin
        and text.words[at - 1][0].isupper()
        and not nouns_of(text.words[at - 1], text.language)
    ):
        at -= 1
    return at if text.words[at].lower() not in {"der", "die", "das", "the"} else at + 1


def state_office_end(text: Text, first: int, last: int) -> int:
    """Where *Department of Health | and Human Services* ends, split at *and* by a tagger."""
    words = text.words
    if text.language != "en" or words[first] not in _STATE_OFFICES or last + 1 >= len(words):
        return last
    if words[last] != "and" or "of" not in words[first:last]:
        return last
    end = last + 1
    while end < len(words) and words[end][0].isupper() and not words[end].isupper():
        end += 1
    # One word more may be another body: *the Department of Justice and Congress*.
    return end if end - last > 2 else last
