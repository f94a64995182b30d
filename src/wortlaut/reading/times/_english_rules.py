"""How English says its times: rules over the classes of `_english_words`.

Which words belong to an expression follows the TimeML guidelines (Saurí and others, 2006):
prepositions stand outside, articles and *last*, *early*, *ago* inside; *two weeks ago* is a
DATE, since the words themselves say from when it is counted.
"""

from __future__ import annotations

import re

from wortlaut.reading.times._building import (
    amount_of,
    bare_year,
    century,
    clock,
    counted_in_text,
    date_in_digits,
    day_of_month,
    decade,
    length,
    quarter,
    reference,
    season,
    shifted,
    some_year,
    unit_value,
    weekday,
    weekday_part,
    year_pair,
)
from wortlaut.reading.times._english_words import SAME_WORDS_OTHERWISE, UNITS, english_words
from wortlaut.reading.times._grammar import Entry, Grammar, Matched, Rule
from wortlaut.reading.times._meanings import (
    Clock,
    Fixed,
    Holiday,
    Length,
    Meaning,
    NoTime,
    PartOfDay,
    Recurring,
    Reference,
    Shifted,
    Today,
    Weekend,
)
from wortlaut.reading.times._numbers import number_entry

_COUNTED = frozenset(
    "people dollars euros pounds miles kilometres kilometers metres meters feet percent "
    "tonnes tons men women children jobs soldiers troops votes pages points members "
    "employees cases deaths homes acres barrels students workers million billion years "
    "days hours times % $ € £".split()
)
_COUNTING = frozenset("No Number page route Route Highway $ £ € over than".split())
_BEFORE_MONTH = frozenset(
    "in since until by of from last next this to through early late mid and before after between "
    "during".split()
)
_PER = frozenset("year month day week".split())
_COMPOUND = re.compile(r"(\d+)-(second|minute|hour|day|week|month|year)(-old)?$")
_HALF_OF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)$")

GROUPS = {
    "count": "day_number|small_number|big_number|number_word|fraction",
    "hour": "day_number|number_word|one",
    "adjective": "last|next|this",
    "join": "until|and|dash|comma",
    "any_day": "day_number|ordinal_digits|ordinal",
}
CONTENT = frozenset(
    "last month weekday on_weekdays season part holiday decade decade_number clock_word "
    "noon today deictic tonight reference reference_noun unit units fortnight set_word "
    "year iso_date dotted_date year_pair colon_clock day_half clock_half "
    "length_word letter_m".split()
)


def _month_or_word(m: Matched) -> Meaning | None:
    """*May* and *March* alone are months only with a capital letter and in a fitting place."""
    word = m.tokens.words[m.after - 1]
    doubtful = word in {"May", "March", "MAY", "MARCH"}
    return None if doubtful and m.before().lower() not in _BEFORE_MONTH else day_of_month(m)


def _season(m: Matched) -> Meaning | None:
    if m["year"] is None and m["direction"] is None and m["mod"] is None:
        told = m.before().lower() in {"in", "this", "since", "until", "by"} or m.before(2) in {
            "in",
            "since",
        }
        return season(m) if told else None
    return season(m)


def _part(m: Matched) -> Meaning | None:
    day = Shifted("D", m["shift"]) if "shift" in m else None
    return PartOfDay(m["part"], day)


def _adjective_unit(m: Matched) -> Meaning | None:
    if m["unit"] == "WE":
        return Weekend(m["shift"])
    if m["unit"] == "D":
        return Shifted("D", m["shift"], from_text=True)
    return shifted(m)


def _the_unit(m: Matched) -> Meaning | None:
    if m["unit"] == "WE":
        return Weekend()
    return Length(((1, m["unit"]),)) if m["unit"] in {"W", "M", "Y", "DE"} else None


def _holiday(m: Matched) -> Meaning | None:
    place = m["holiday"]
    if isinstance(place, int):
        return Holiday(from_easter=place, year=m["year"], direction=m["direction"])
    month, day = place
    return Holiday(month, day, year=m["year"], direction=m["direction"])


def _every(m: Matched) -> Meaning | None:
    if "weekday" in m:
        return Recurring(f"XXXX-WXX-{m['weekday']}")
    if "month" in m:
        return Recurring(f"XXXX-{m['month']:02}")
    if "season" in m:
        return Recurring(f"XXXX-{m['season']}")
    if "part" in m:
        return Recurring(f"XXXX-XX-XX{m['part']}")
    return Recurring(unit_value(*amount_of(m.get("count", 1), m["unit"])))


def _century(m: Matched) -> Meaning | None:
    return century(m) if m["unit"] == "CE" else None


def _clock(m: Matched) -> Meaning | None:
    hour, minute = m["clock"] if "clock" in m else (m["hour"], 0)
    half = m["half"]
    if half is None:
        return clock(m)
    if not 1 <= hour <= 12:
        return None
    return Clock(int(hour) % 12 + (12 if half == "pm" else 0), minute)


def _reference(m: Matched) -> Meaning | None:
    """*soon*, but not *soon after the vote*."""
    return NoTime() if m.following() in {"after", "before", "afterwards"} else reference(m)


def _length_word(m: Matched) -> Meaning | None:
    """*14-day*; *39-year old* is an age."""
    return NoTime() if m.following() == "old" else Length((amount_of(*m["length"]),))


def _number(word: str) -> Entry | None:
    """A number; also *14-day*, *3pm*; the *10-year-old* tells no time."""
    match = _HALF_OF_DAY.match(word)
    if match and 1 <= int(match[1]) <= 12:
        hour = int(match[1]) % 12 + (12 if match[3] == "pm" else 0)
        return "clock_half", (hour, int(match[2] or 0))
    match = _COMPOUND.match(word)
    if match:
        if match[3]:
            return None
        units = {singular: unit for unit, (singular, _) in UNITS.items()}
        return "length_word", (int(match[1][:9]), units[match[2]])
    return number_entry(word)


DATES = (
    Rule(
        "[ ( weekday=weekday comma? )? month=month dot? day=any_day ( comma? year=year )? ]",
        day_of_month,
    ),
    Rule(
        "[ ( weekday=weekday comma? )? article? day=any_day of? month=month "
        "( comma? year=year )? ]",
        day_of_month,
    ),
    Rule("[ date=iso_date|dotted_date ]", date_in_digits),
    Rule("[ article? mod=early dash? month=month ( comma? year=year )? ]", day_of_month),
    Rule("[ month=month dot? of? comma? year=year ]", day_of_month),
    Rule("[ month=month ]", _month_or_word),
    Rule("[ direction=adjective month=month ]", day_of_month),
    Rule("[ month=month of? shift=adjective unit ]", day_of_month),
    Rule("[ article? mod=part_of of month=month year=year? ]", day_of_month),
    Rule("[ season=season ]", _season),
    Rule("[ article? mod=early? season=season of? year=year ]", season),
    Rule("[ direction=adjective season=season ]", season),
    Rule("[ article? number=ordinal unit=unit of? year=year? ]", quarter),
    Rule("[ article? number=ordinal unit=unit of shift=adjective unit ]", quarter),
    Rule("[ holiday=holiday year=year? ]", _holiday),
    Rule("[ direction=adjective holiday=holiday ]", _holiday),
)
YEARS = (
    Rule("[ mod=early? year=year ]", bare_year(_COUNTED, _COUNTING, _PER)),
    Rule("[ article? mod=part_of of year=year ]", some_year),
    Rule("[ article? unit year=year ]", lambda m: Fixed(f"{m['year']}")),
    Rule("[ pair=year_pair ]", year_pair),
    Rule("[ article? mod=early? dash? decade=decade|decade_number ]", decade),
    Rule("[ article? mod=early? dash? number=ordinal unit=unit ]", _century),
    Rule("[ article? mod=part_of of article? number=ordinal unit=unit ]", _century),
)
RELATIVE = (
    Rule("[ today ]", lambda m: Today()),
    Rule("[ shift=deictic ]", lambda m: Shifted("D", m["shift"])),
    Rule("[ shift=deictic part=part ]", _part),
    Rule("[ part=tonight ]", lambda m: PartOfDay(m["part"], Shifted("D", 0))),
    Rule("[ shift=this|last part=part ]", _part),
    Rule("[ this mod=early? part=part ]", lambda m: PartOfDay(m["part"], Shifted("D", 0))),
    Rule("within|at article [ part=part ]", _part),
    Rule("within [ article part=part ]", _part),
    Rule("[ article? mod=early? shift=adjective unit=unit ]", _adjective_unit),
    Rule("[ article? mod=part_of of article? shift=adjective? unit=unit ]", shifted),
    Rule("[ article following unit=unit ]", counted_in_text(None, 1)),
    Rule("[ article unit=unit later ]", counted_in_text(None, 1)),
    Rule("[ that unit=unit ]", counted_in_text(None, 0)),
    Rule("[ article unit=unit ]", _the_unit),
    Rule("[ weekday=weekday ]", weekday),
    Rule("[ direction=adjective weekday=weekday ]", weekday),
    Rule("[ weekday=weekday part=part ]", weekday_part),
    Rule("[ direction=adjective weekday=weekday part=part ]", weekday_part),
)
CLOCK = (
    Rule("[ clock=clock_half ]", lambda m: Clock(*m["clock"])),
    Rule("[ hour=hour half=day_half ]", _clock),
    Rule("[ clock=colon_clock half=day_half ]", _clock),
    Rule("[ clock=dot_clock half=day_half ]", _clock),
    Rule("[ hour=hour half=one|letter_p dot letter_m dot? ]", _clock),
    Rule("[ clock=colon_clock|dot_clock half=one|letter_p dot letter_m dot? ]", _clock),
    Rule("[ hour=hour clock_word ]", clock),
    Rule("at|join [ clock=colon_clock clock_word? ]", clock),
    Rule("[ hour=noon ]", lambda m: Clock(m["hour"])),
)
LENGTHS = (
    Rule("[ approximate? count=count filler? unit=units ]", length()),
    Rule("[ approximate? count=one filler? unit=unit ]", length()),
    Rule("[ more|less than count=count|one unit=units|unit ]", length()),
    Rule("[ count=one and_half=half_word unit=units ]", length()),
    Rule("[ one? count=some of? unit=units ]", lambda m: Length(((None, m["unit"]),))),
    Rule("[ article? last|next count=count unit=units ]", length()),
    Rule("[ article? last|next some? unit=units ]", lambda m: Length(((None, m["unit"]),))),
    Rule("[ approximate? count=count|one unit=units|unit direction=ago ]", length(whole=True)),
    Rule("[ one? some unit=units direction=ago ]", lambda m: Reference("PAST_REF")),
    Rule("[ recent units=units ]", lambda m: Length(((None, m["units"]),))),
    Rule("[ units direction=ago ]", lambda m: Reference("PAST_REF")),
    Rule("[ units later ]", lambda m: Length(((None, "D"),))),
    Rule("[ these units ]", lambda m: Reference("PRESENT_REF")),
    Rule("[ fortnight ]", lambda m: Length(((2, "W"),))),
    Rule("[ one fortnight ]", lambda m: Length(((2, "W"),))),
    Rule("[ approximate? count|one units|unit old ]", lambda m: NoTime()),
    Rule("at|within|for [ units=units ]", lambda m: Length(((None, m["units"]),))),
    Rule("[ length=length_word ]", _length_word),
)
SETS = (
    Rule("[ value=set_word ]", lambda m: Recurring(m["value"])),
    Rule("[ weekday=on_weekdays ]", _every),
    Rule("[ every weekday=weekday ]", _every),
    Rule("[ every month=month ]", _every),
    Rule("[ every season=season ]", _every),
    Rule("[ every part=part ]", _every),
    Rule("[ every unit=unit ]", _every),
    Rule("[ every count=other|ordinal unit=unit ]", _every),
    Rule("[ every count=count|some unit=units ]", _every),
    Rule("[ each unit=unit ]", _every),
)
REFERENCES = (
    Rule("[ reference=reference ]", _reference),
    Rule("within [ article last ]", lambda m: Reference("PAST_REF")),
    Rule("within [ article reference=reference_noun ]", reference),
    Rule("[ article? this moment=reference_noun ]", lambda m: Reference("PRESENT_REF")),
)

ENGLISH = Grammar(
    {word: entry for word, entry in english_words().items() if word not in SAME_WORDS_OTHERWISE},
    _number,
    CONTENT,
    GROUPS,
    (*DATES, *YEARS, *RELATIVE, *CLOCK, *LENGTHS, *SETS, *REFERENCES),
)
