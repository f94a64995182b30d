"""What German time words mean where it takes more than the words: ages, *morgens*, *der Herbst*."""

from __future__ import annotations

import re
from dataclasses import replace

from wortlaut.reading.times._building import (
    amount_of,
    century,
    day_of_month,
    length,
    reference,
    season,
    shifted,
    some_year,
    unit_value,
)
from wortlaut.reading.times._german_words import LENGTH_STEMS, UNITS
from wortlaut.reading.times._grammar import Entry, Matched
from wortlaut.reading.times._meanings import (
    CalendarDay,
    Fixed,
    Holiday,
    Length,
    Meaning,
    NoTime,
    PartOfDay,
    Recurring,
    Reference,
    Shifted,
    Weekday,
    Weekend,
)
from wortlaut.reading.times._numbers import number_entry

_PAPERS = frozenset("Bild BILD Welt WELT NZZ Presse PRESSE Blick Wiener".split())
"""Newspapers that come out *am Sonntag* and say so in their name."""
_BEFORE_SEASON = frozenset(
    "im in vom zum seit ab bis der den dem des ein einen einem kein keinen dieser diesen "
    "diesem jeder jeden jedem und oder am um nach vor für".split()
)
_POINTS_ON = frozenset("der des nach vor von zuvor davor darauf danach später".split())
"""What follows a unit that is one of its kind: *in der Stunde danach*."""
_OPENING = frozenset('„ » " ‚ “'.split())
_CLOSING = frozenset('“ « " ‘ ”'.split())
_YEARS_LONG = frozenset(
    "Haft Haftstrafe Gefängnisstrafe Freiheitsstrafe Bestehen Bestehens Jubiläum "
    "Ausbildung Laufzeit Pause Amtszeit Regierungszeit Arbeit Erfahrung Erfahrungen "
    "Vertrag Vertrags Vertrages Krieg Krieges Kriegs Bürgerkrieg Bürgerkriegs "
    "Bürgerkrieges Studium Studiums Suche Mitgliedschaft Tätigkeit Bewährung "
    "Bewährungsfrist Sperre Frist Verhandlungen Geschichte Zusammenarbeit Forschung "
    "Forschungen Herrschaft Planung Bauzeit Übergangsfrist Übergangszeit Streit Kampf "
    "Tradition Abstand Rhythmus Projekt Problem Problems Programm Kontakte Beziehung "
    "Beziehungen Ehe Karriere Mission Praxis Abwesenheit Unterbrechung Zeit Zeitraum "
    "Periode Dienst Dienstzeit Partnerschaft Freundschaft Gefangenschaft Exil Diktatur "
    "Besatzung Blockade Einsatz Untersuchung Ermittlungen Prozess Verfahren Entwicklung "
    "Vorbereitung Renovierung Sanierung".split()
)

_UNITS_IN_COMPOUNDS = {
    **{plural.split()[0]: unit for unit, (_, plural) in UNITS.items()},
    **{(stem if stem.endswith("ig") else stem + "ig"): u for stem, u in LENGTH_STEMS.items()},
}

_COMPOUND = re.compile(
    r"(\d+)-(?:(Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre)\b|([a-zäöü]+ig)e?[nmrs]?$)"
)


def german_number(word: str) -> Entry | None:
    """A number; also *35-Stunden-Woche* and *100-jähriges*."""
    match = _COMPOUND.match(word)
    if match is None:
        return number_entry(word)
    known = _UNITS_IN_COMPOUNDS.get(match[2] or match[3])
    return ("length_word", (int(match[1][:9]), known)) if known else None


def lone_month(m: Matched) -> Meaning | None:
    """*im Mai*; *Chiang Mai* and *August Lindner* are names."""
    before, after = m.before(), m.following()
    named_before = before[:1].isupper() and before.lower() not in _BEFORE_SEASON
    first_name = m["month"] == 8 and after[:1].isupper() and before.lower() not in _BEFORE_SEASON
    return NoTime() if named_before or first_name else day_of_month(m)


def season_or_any(m: Matched) -> Meaning | None:
    """*im Herbst* is one of a year, *der Herbst* alone is any, *Ida Winter* is a name."""
    before = m.before()
    if before[:1].isupper() and before.lower() not in _BEFORE_SEASON:
        return NoTime()
    one = m["mod"] or before.lower() in {"im", "vom", "zum", "seit", "ab", "bis"}
    return season(m) if one else Fixed(f"XXXX-{m['season']}")


def tomorrow_at_head(m: Matched) -> Meaning | None:
    """*Morgen beginnt der Prozess*: at the head of a sentence the capital letter tells nothing."""
    head = m.before() in {"", ".", "!", "?", ":", "\n"} or m.before() in _OPENING
    if not head or m.tokens.words[m.first] != "Morgen" or not m.following()[:1].islower():
        return None
    return PartOfDay("TMO", Shifted("D", 1)) if "early" in m else Shifted("D", 1)


def part_of_near_day(m: Matched) -> Meaning | None:
    # The second *morgen* of *gestern morgen* is the morning.
    return PartOfDay(_code_of(m["part"]), Shifted("D", m["day"]))


def part_of_weekday(m: Matched) -> Meaning | None:
    return PartOfDay(_code_of(m["part"]), Weekday(m["weekday"]))


def _code_of(part: str | int) -> str:
    return "TMO" if isinstance(part, int) else part


def tomorrow(m: Matched) -> Meaning | None:
    """*morgen*; *von morgen* is what is to come."""
    return Reference("FUTURE_REF") if m.before() in {"von", "Von"} else Shifted("D", 1)


def length_not_age(m: Matched) -> Meaning | None:
    """A count of units, unless it tells somebody's age."""
    if m["unit"] == "Y":
        of_age = m.before() in {"ab", "mit", "unter"} or m.before(2).startswith("Alter")
        if of_age or m.following().startswith("alt"):
            return NoTime()
    return length()(m)


def length_word(m: Matched) -> Meaning | None:
    """*dreitägig*; *dreijährig* is an age unless something that lasts is spoken of."""
    count, unit = m["length"]
    if unit == "Y" and not {m.following(), m.following(2)} & _YEARS_LONG:
        return NoTime()
    return Length((amount_of(count, unit),))


def one_of_several(m: Matched) -> Meaning | None:
    """*in der ersten Woche* of what was told; *den ersten Tag*: a length of its own."""
    if m["unit"] == "W":
        return Shifted("W", m["number"] - 1, from_text=True)
    return Length(((1, m["unit"]),)) if m["unit"] in {"D", "M", "Y"} else None


def the_unit(m: Matched) -> Meaning | None:
    """*das Jahr, in dem*: a length; *Sportler des Jahres*: the current one."""
    if m["unit"] not in {"D", "W", "M", "Y"}:
        return None
    if m.tokens.words[m.after - 1] in {"Jahres", "Monats"}:
        return Shifted(m["unit"], 0)
    return Length(((1, m["unit"]),))


def per_unit(m: Matched) -> Meaning | None:
    """*300 Gäste im Jahr*, *acht Stunden am Tag*."""
    fused = {"D": "am", "M": "im", "Y": "im"}.get(m["unit"])
    if m.before() not in ({fused} if fused else {"der", "die"}):
        return None
    if m.following() in _POINTS_ON:
        # *im Jahr nach dem Krieg* is one year, and *am Tag der Wahl* no length at all.
        return Length(((1, m["unit"]),)) if m["unit"] in {"Y", "M"} else None
    return every(m) if m["unit"] in {"H", "D", "W", "M", "Y"} else None


def past_noun(m: Matched) -> Meaning | None:
    return reference(m) if m["reference"] == "PAST_REF" else None


def these_days(m: Matched) -> Meaning | None:
    return Reference("PRESENT_REF") if m["unit"] == "D" else None


def long_ago(m: Matched) -> Meaning | None:
    """*früher*, where nothing is compared by it (*früher als erwartet*)."""
    compared = m.following() == "als" or m.following(2) == "als" or m.following() == "oder"
    return NoTime() if compared else Reference("PAST_REF")


def no_time(m: Matched) -> Meaning | None:
    """*unter der Woche*, *eines Tages*: no place and no length."""
    return NoTime()


def right_now(m: Matched) -> Meaning | None:
    return Reference("PRESENT_REF") if m["unit"] == "H" else None


def part_of_day(m: Matched) -> Meaning | None:
    return PartOfDay(m["part"], Weekday(m["weekday"]) if "weekday" in m else None)


def shifted_by_adjective(m: Matched) -> Meaning | None:
    if m["unit"] == "WE":
        return Weekend(m["shift"])
    if m["unit"] == "D" and m["shift"] in {0, 1}:
        # *am nächsten Tag*, *an diesem Tag*: counted from the day that was told.
        return Shifted("D", m["shift"], from_text=True)
    return shifted(m)


def day_of_adjective(m: Matched) -> Meaning | None:
    """*am morgigen Sonntag*."""
    word = m.before()
    return Shifted("D", 1 if word.startswith("morgig") else -1)


def lone_weekday(m: Matched) -> Meaning | None:
    """*am Freitag*; what is *vom Freitag* lies behind, unless it is *vom Freitag bis*."""
    if m.before() == "am" and m.before(2) in _PAPERS:
        return NoTime()
    return Weekday(m["weekday"], direction=-1 if _is_from(m) else _until(m))


def weekday_ago(m: Matched) -> Meaning | None:
    """*am Freitag vor einer Woche*."""
    return Weekday(m["weekday"], week=-1) if m["unit"] == "W" else None


def day_or_deadline(m: Matched) -> Meaning | None:
    """A day and a month; *für den 18. September* is one to come."""
    day = day_of_month(m)
    if isinstance(day, CalendarDay) and day.year is None and day.shift is None:
        return replace(day, direction=_until(m))
    return day


def _until(m: Matched) -> int | None:
    """1 after *bis* and *für*; in *von Montag bis Mittwoch* the clause decides."""
    before = [m.before(n) for n in range(1, 6)]
    ahead = before[0] in {"für", "bis"} or before[:2] == ["zum", "bis"]
    return 1 if ahead and not {"von", "vom", "Von", "Vom"} & set(before) else None


def lone_weekend(m: Matched) -> Meaning | None:
    if m["weekend"] != "WE":
        return None
    return Weekend(-1 if _is_from(m) else None)


def _is_from(m: Matched) -> bool:
    return m.before() in {"vom", "Vom"} and m.following() not in {"bis", "an", "auf", "zum"}


def from_now(m: Matched) -> Meaning | None:
    unit, by = m["what"]
    return Shifted(unit, by, mod=m["mod"])


def part_of_unit(m: Matched) -> Meaning | None:
    unit, mod = m["what"]
    return Shifted(unit, 0, mod=mod)


def year_of_unit(m: Matched) -> Meaning | None:
    """*im Jahr 1990*, *dem Jahre 578*; but not *in der Woche 1990*."""
    return some_year(m) if m["unit"] == "Y" and m["year"] < 2200 else None


def century_of_unit(m: Matched) -> Meaning | None:
    return century(m) if m["unit"] == "CE" else None


def feast(m: Matched) -> Meaning | None:
    if m.before() in _OPENING and m.following() in _CLOSING:
        return NoTime()
    place = m["holiday"]
    if isinstance(place, int):
        return Holiday(from_easter=place, year=m["year"], direction=m["direction"])
    month, day = place
    return Holiday(month, day, year=m["year"], direction=m["direction"])


def every(m: Matched) -> Meaning | None:
    if "weekday" in m:
        return Recurring(f"XXXX-WXX-{m['weekday']}")
    if "month" in m:
        return Recurring(f"XXXX-{m['month']:02}")
    if "season" in m:
        return Recurring(f"XXXX-{m['season']}")
    if "part" in m:
        return Recurring(f"XXXX-XX-XX{m['part']}")
    return Recurring(unit_value(*amount_of(m.get("count", 1), m["unit"])))


def other_time(m: Matched) -> Meaning | None:
    """*in letzter Zeit*, *zu dieser Zeit*."""
    return Reference("FUTURE_REF" if m["shift"] > 0 else "PAST_REF")
