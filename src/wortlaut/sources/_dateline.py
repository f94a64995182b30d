"""Datelines: what stands at the head of a paragraph and is not yet its own words.

*BERLIN (dpa) -*, *Washington/Moskau (Reuters)*, *LONDON, Dec 3 (Reuters) -*, *(CNN) –*,
*Kiew (Ukraine), 03.12.2022 –*, *Hamburg. Der Senat ...*, *Von unserem Korrespondenten*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from wortlaut.model import Located, Span
from wortlaut.sources._byline import find_byline
from wortlaut.sources._dateline_names import AGENCIES, NOT_PLACES, PARTIES_AND_BODIES, PLACES
from wortlaut.sources._written_date import DATE, TIME, read_date

_LONGEST = 200
"""Characters of a paragraph that are searched; no dateline is as long."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline names, and where it ends.

    The spans cover just the words meant; an agency's keeps its brackets, its value does not:
    *(CNN)* is `CNN`.
    """

    agency: Located | None
    place: Located | None
    end: int
    """Offset in the text where the paragraph's own words begin; the paragraph's end where it
    has none."""
    published: date | datetime | None = None
    """The date in the dateline, where it gives the year."""


def past_dateline(
    text: str, paragraphs: Sequence[Span], where: Iterable[int]
) -> tuple[tuple[Span, ...], Dateline | None]:
    """The paragraphs with the first dateline cut off, and that dateline.

    `where` are the indices of the paragraphs that may begin with one, in order.
    """
    for i in where:
        paragraph = paragraphs[i]
        dateline = find_dateline(text, paragraph)
        if dateline is not None:
            rest = [Span(dateline.end, paragraph.end)] if dateline.end < paragraph.end else []
            return (*paragraphs[:i], *rest, *paragraphs[i + 1 :]), dateline
    return tuple(paragraphs), None


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline at the head of `paragraph`, a stretch of `text`; None where there is none.

    A byline on a line of its own is passed over, and a dateline behind it is found; the end
    then lies behind both. Time does not grow with the paragraph's length.
    """
    begin = _past_space(text, paragraph.begin, paragraph.end)
    line_end = _end_of_line(text, begin, paragraph.end)
    byline = find_byline(text, Span(begin, line_end)) if begin < line_end else None
    if byline is None:
        return _dateline_at(text, begin, paragraph.end)
    begin = _past_space(text, line_end, paragraph.end)
    behind = _dateline_at(text, begin, paragraph.end)
    if behind is None:
        return Dateline(byline.agency, byline.place, begin)
    return replace(
        behind, agency=behind.agency or byline.agency, place=behind.place or byline.place
    )


def _dateline_at(text: str, begin: int, end: int) -> Dateline | None:
    """The dateline that begins at `begin`, in the first form that fits."""
    head = text[begin : min(end, begin + _LONGEST)]
    for pattern, fits in _forms():
        match = pattern.match(head)
        if match and fits(match):
            return _located(text, begin, end, match)
    return None


def _located(text: str, begin: int, end: int, match: re.Match[str]) -> Dateline:
    found: dict[str, Located | None] = {"agency": None, "place": None}
    for part in found:
        if match.groupdict().get(part):
            span = Span(begin + match.start(part), begin + match.end(part))
            found[part] = Located(match[part].strip("()[] "), span)
    written = match.groupdict().get("date")
    own_words = _past_space(text, begin + match.end(), end)
    return Dateline(
        found["agency"], found["place"], own_words, read_date(written) if written else None
    )


def _past_space(text: str, begin: int, end: int) -> int:
    while begin < end and (text[begin].isspace() or text[begin] == "\ufeff"):
        begin += 1
    return begin


def _end_of_line(text: str, begin: int, end: int) -> int:
    match = _LINE.match(text, begin, end)
    return match.end() if match else begin


_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]*")

# The forms give the shape; whether a word names an agency or a place is asked of the lists
# afterwards, since patterns with every name in them take longer to compile than to use.
_DATE = rf"(?P<date>(?i:{DATE})(?:,?\s(?i:{TIME}))?)"
_BRACKETED = r"(?P<agency>[(\[][^\W\d_][^()\[\]\n]{1,60}[)\]])"
_BARE = r"(?P<agency>[^\W\d_][\w-]*(?:/[^\W\d_][\w-]*)?)"
_NAME = r"(?:(?:St|ST|Ste|Mt|MT|Ft|FT)\.\s)?[^\W\d_][\w’'\-]*"
_PLACE = rf"{_NAME}(?:\s{_NAME}){{0,3}}(?:,?\sD\.?C\.)?"
_REGION = (
    r"(?:,\s(?:[A-Z]\.(?:\s?[A-Z]\.){1,2}|[A-Z][a-z]{1,4}\."
    r"|[^\W\d_][\w’'\-]*(?:\s[^\W\d_][\w’'\-]*)?))"
)
_PLACES = rf"(?P<place>{_PLACE}(?:(?:\s?/\s?|,\s|\s(?:und|and)\s){_PLACE}){{0,3}}{_REGION}?)"
_SLASHED = rf"(?P<place>{_PLACE}(?:/{_PLACE}){{0,3}})"
_COUNTRY = r"(?:\s\([^()\d]{2,40}\))?"
_DASH = r"(?:\s*[–—―‒−]\s*|\s--?\s|\s?--\s)"
_STOP = r"(?P<stop>\s*(?:[–—―‒−]|--?)\s*|[.:]\s+|\s+|$)"
"""Behind brackets anything will do that is not a sentence going on."""
_OPENS = r"(?=[„“”\"»«‚‘'(\[¿¡]*[^\W_]|$)"
_SENTENCE = r"(?=[„“\"»«‚‘'(]?[^\W_][\w’'.-]*,?(?:\s+\S+){3})"


def _is_agency(words: str) -> bool:
    """Whether `words` are agencies that are known: *dpa*, *dpa/lno*, *Reuters/AP*."""
    words = re.sub(rf",\s(?i:{DATE})$", "", words.strip("()[] "))
    if words.casefold() in AGENCIES:
        return True
    names = re.split(r"\s?[/,+]\s?|\s(?:und|and)\s", words)
    first, *rest = names
    return re.sub(r"-[a-z]{2,4}$", "", first).casefold() in AGENCIES and all(
        name.casefold() in AGENCIES or re.fullmatch(r"[a-z]{2,4}", name) for name in rest
    )


def _is_place(words: str) -> bool:
    """Whether `words` could name places: capitals, and no article, office or weekday."""
    for name in re.split(r"\s?/\s?|,\s|\s(?:und|and)\s", words):
        first, *rest = name.split() or [""]
        if name.casefold() in PLACES:
            continue
        if not first[:1].isupper() or first.casefold() in NOT_PLACES or _is_agency(name):
            return False
        for part in rest:
            plain = part.casefold().strip(".")
            if part not in _CONNECTORS and (not part[0].isupper() or plain in NOT_PLACES):
                return False
    return True


_LOWER_CASE = "am an der im in bei ob und and of upon sur de del la le do da dos v the"
_CONNECTORS = frozenset(_LOWER_CASE.split())


def _is_known_place(words: str) -> bool:
    return words.casefold() in PLACES or all(
        name.strip().casefold() in PLACES for name in words.split("/")
    )


def _is_loud_or_known(place: str) -> bool:
    return _is_known_place(place) or (place.isupper() and _is_place(place))


def _capital_next(match: re.Match[str]) -> bool:
    """Whether what follows begins as a sentence does."""
    rest = match.string[match.end() :].lstrip("„“”\"»«‚‘'([¿¡ ")
    return not rest or not rest[0].islower()


def _ends(match: re.Match[str]) -> bool:
    """Whether the dateline is closed by a mark, or by what follows."""
    return bool(match["stop"].strip()) or _capital_next(match)


def _agency_alone(match: re.Match[str]) -> bool:
    return _is_agency(match["agency"]) and _ends(match)


def _agency_before_dash(match: re.Match[str]) -> bool:
    return _is_agency(match["agency"]) and _capital_next(match)


def _new_agency(match: re.Match[str]) -> bool:
    """An outlet that no list has, *(Axios) –*; not *(SPD) –*, not *(Sie lacht) –*."""
    name = match["agency"].strip("()[]")
    first = re.split(r"[\s/.-]", name.removeprefix("The "))[0].casefold()
    return (
        name[0].isupper()
        and first not in PARTIES_AND_BODIES | NOT_PLACES
        and name.casefold() not in PLACES
        and _capital_next(match)
    )


def _agency_and_place(match: re.Match[str]) -> bool:
    return _is_agency(match["agency"]) and _is_loud_or_known(match["place"])


def _place_and_agency(match: re.Match[str]) -> bool:
    return _is_agency(match["agency"]) and _is_place(match["place"]) and _ends(match)


def _loud_place_and_new_agency(match: re.Match[str]) -> bool:
    return match["place"].isupper() and _is_place(match["place"]) and _new_agency(match)


def _place_and_date(match: re.Match[str]) -> bool:
    return _is_place(match["place"])


def _place_before_dash(match: re.Match[str]) -> bool:
    """*DES MOINES —*, *COLUMBUS, Ohio —*, *Berlin – Der*: not *UNICEF –*, not *Berlin – Paris*."""
    place = match["place"]
    city, _, region = place.partition(", ")
    following = re.match(r"[\w-]+", match.string[match.end() :])
    if following and following[0].casefold() in PLACES:
        return False
    known = _is_known_place(place) or (_is_known_place(city) and _is_place(place))
    loud = city.isupper() and _is_place(place) and city.casefold() not in PARTIES_AND_BODIES
    return (known or (loud and len(city) > (3 if region else 4))) and _capital_next(match)


def _place_before_stop(match: re.Match[str]) -> bool:
    return _is_known_place(match["place"]) and _capital_next(match)


_Judge = Callable[[re.Match[str]], bool]


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Judge], ...]:
    """Each form of a dateline with the judge of its words, the surest first."""
    day = rf"(?:,?\s{_DATE})?"
    stop = rf"(?P<stop>{_DASH}|[.:]\s+)"
    forms: tuple[tuple[str, _Judge], ...] = (
        (rf"{_BRACKETED}\s*{_SLASHED}{day}{stop}", _agency_and_place),  # (dpa) Berlin –
        (rf"{_BRACKETED}{_STOP}{_OPENS}", _agency_alone),  # (CNN) –
        (rf"{_BRACKETED}{_DASH}{_OPENS}", _new_agency),  # (Axios) –
        (rf"{_DATE}\s{_BRACKETED}{_STOP}{_OPENS}", _agency_alone),  # Dec 29 (Reuters) -
        (rf"{_BARE}{_DASH}{_OPENS}", _agency_before_dash),  # AFP –
        (rf"{_PLACES}{_COUNTRY}{day},?\s?{_BRACKETED}{_STOP}{_OPENS}", _place_and_agency),
        (rf"{_PLACES}{day}\s{_BRACKETED}{_DASH}{_OPENS}", _loud_place_and_new_agency),
        (rf"{_SLASHED}\s?/\s?{_BARE}(?:,\s{_DATE})?{_STOP}{_OPENS}", _place_and_agency),
        (rf"{_BARE}[ /]{_SLASHED}{day}{stop}", _agency_and_place),  # dpa BERLIN.
        (rf"{_PLACES}{_COUNTRY},?\s\(?{_DATE}\)?(?:{_DASH}|:\s+|-\s){_OPENS}", _place_and_date),
        (rf"{_PLACES}{_COUNTRY}{_DASH}{_SENTENCE}", _place_before_dash),  # WASHINGTON —
        (rf"{_SLASHED}\.\s+{_SENTENCE}", _place_before_stop),  # Hamburg. Der Senat
    )
    return tuple((re.compile(form), judge) for form, judge in forms)
