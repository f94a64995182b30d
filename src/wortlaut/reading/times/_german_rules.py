"""How German says its times: rules over the classes of `_german_words`.

Which words belong to an expression follows the German guidelines that KRAUTS was annotated
with (Strötgen and others, LREC 2018): prepositions stand outside, an article stands inside
where it is a word of its own (*in [den letzten Jahren]*, but *im [letzten Jahr]*), the length in
*vor [drei Jahren]* is a DURATION, and *Anfang*, *rund*, *jeden* belong to the expression.
"""

from __future__ import annotations

from wortlaut.reading.times._building import (
    bare_year,
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
    weekday,
    weekday_part,
    year_pair,
)
from wortlaut.reading.times._german_meanings import (
    century_of_unit,
    day_of_adjective,
    day_or_deadline,
    every,
    feast,
    from_now,
    german_number,
    length_not_age,
    length_word,
    lone_month,
    lone_weekday,
    lone_weekend,
    long_ago,
    no_time,
    one_of_several,
    other_time,
    part_of_day,
    part_of_near_day,
    part_of_unit,
    part_of_weekday,
    past_noun,
    per_unit,
    right_now,
    season_or_any,
    shifted_by_adjective,
    the_unit,
    these_days,
    tomorrow,
    tomorrow_at_head,
    weekday_ago,
    year_of_unit,
)
from wortlaut.reading.times._german_words import german_words
from wortlaut.reading.times._grammar import Grammar, Rule
from wortlaut.reading.times._meanings import (
    Clock,
    Fixed,
    Recurring,
    Reference,
    Shifted,
    Today,
    Weekday,
)

_COUNTED = frozenset(
    "Euro Mark DM Dollar Franken Lire Schilling Pfund Rubel Yen Cent Prozent Promille "
    "Meter Metern Kilometer Kilometern km m kg Kilo Kilogramm Gramm Tonnen Liter Litern "
    "Hektar Quadratmeter Quadratmetern Kubikmeter Megawatt Watt Grad Punkte Punkten Stück "
    "Menschen Personen Leute Einwohner Einwohnern Besucher Teilnehmer Mitarbeiter "
    "Beschäftigte Soldaten Seiten S Mann Stimmen Exemplare Arbeitsplätze Stellen Tote "
    "Verletzte Fans Zuschauer Mal mal Prozentpunkte Millionen Milliarden Jahre Jahren "
    "Tage Tagen Stunden Kinder Frauen Männer Haushalte Wohnungen Unterschriften "
    "Höhenmeter Höhenmetern Betten Gäste Schüler Mitglieder % € $ °".split()
)
_COUNTING = frozenset(
    "Nummer Nr Seite S insgesamt weitere Euro Tel Fax Postfach je einen einem mindestens höchstens "
    "maximal über".split()
)
_PER = frozenset("Jahr Tag Monat vergangenen letzten vorigen diesem Jahre".split())

GROUPS = {
    "written_clock": "colon_clock|dot_clock",
    "amount": "count|one",
    "any_unit": "unit|units",
    "count": "day_number|small_number|big_number|year|fraction|number_word",
    "hour": "day_number|small_number|number_word|one",
    "determiner": "article|this",
    "join": "until|and|slash|dash|comma",
    "adjective": "last|next|this",
}
CONTENT = frozenset(
    "a_day month month_short earlier weekday on_weekdays weekday_part season part "
    "part_after_day on_days holiday clock_word midnight today of_today deictic tomorrow "
    "of_day this_year that_day part_of_unit reference reference_noun moment time unit "
    "units for_long set_word length_word decade_word decade year iso_date dotted_date "
    "year_pair colon_clock dot_clock decade_number half_to".split()
)


_WEEKDAY = "( weekday=weekday comma? )?"

DATES = (
    Rule(
        f"[ {_WEEKDAY} article? day=day_number dot month=month ( dot? year=year )? ]",
        day_or_deadline,
    ),
    Rule(
        f"[ {_WEEKDAY} article? day=day_number dot month=month_short ( dot? year=year )? ]",
        day_of_month,
    ),
    Rule(
        f"[ {_WEEKDAY} article? day=day_number dot month=month article? shift=adjective unit ]",
        day_of_month,
    ),
    Rule(
        f"[ {_WEEKDAY} article? day=day_number dot ] join at? article? weekday? comma? article? "
        "day_number dot month=month year=year?",
        day_of_month,
    ),
    Rule(f"[ {_WEEKDAY} article? day=ordinal month=month year=year? ]", day_of_month),
    Rule(f"[ {_WEEKDAY} article? date=iso_date|dotted_date ]", date_in_digits),
    Rule("[ month=month_short dot? year=year ]", day_of_month),
    Rule("[ month=month ]", lone_month),
    Rule("[ mod=part_of month=month ]", day_of_month),
    Rule("[ mod=part_of? month=month year=year ]", day_of_month),
    Rule("[ mod=part_of? direction=adjective month=month ]", day_of_month),
    Rule("[ mod=part_of? article? month=month article? shift=adjective unit ]", day_of_month),
    Rule("[ mod=part_of? month=month article unit year=year ]", day_of_month),
    Rule("[ month=month ] join month year=year", day_of_month),
    Rule("[ mod=part_of? season=season ]", season_or_any),
    Rule("[ mod=part_of? season=season year=year|year_pair ]", season),
    Rule("[ mod=part_of? determiner? direction=adjective season=season ]", season),
    Rule("[ mod=part_of? season=season article? shift=adjective unit ]", season),
    Rule("[ mod=part_of? season=season article unit year=year ]", season),
    Rule("[ article? number=ordinal unit=unit year=year? ]", quarter),
    Rule("[ article? number=ordinal unit=unit article? shift=adjective unit ]", quarter),
    Rule("[ article? number=day_number dot unit=unit year=year? ]", quarter),
    Rule("[ holiday=holiday year=year? ]", feast),
    Rule("[ direction=adjective holiday=holiday ]", feast),
)

YEARS = (
    Rule(
        "[ mod=part_of? article? unit=unit|units year=year|big_number|small_number ]", year_of_unit
    ),
    Rule("[ mod=part_of? year=year ]", bare_year(_COUNTED, _COUNTING, _PER)),
    Rule("[ article? unit? pair=year_pair ]", year_pair),
    Rule("[ mod=part_of? article? number=day_number dot unit=unit ]", century_of_unit),
    Rule("[ mod=part_of? article? number=ordinal|ordinal_beyond unit=unit ]", century_of_unit),
    Rule("[ article? number=day_number dot ] join day_number dot unit=unit", century_of_unit),
    Rule("[ mod=part_of? article? decade=decade_word|decade_number units ]", decade),
    Rule("[ mod=part_of? article? decade=decade ]", decade),
    Rule("[ mod=part_of? article? decade=decade_number ]", decade),
)

RELATIVE = (
    Rule("[ today ]", lambda m: Today()),
    Rule("[ of_today ]", lambda m: Today()),
    Rule("of_today [ weekday=weekday ]", lambda m: Weekday(m["weekday"], direction=0)),
    Rule("of_today [ both=weekday_part ]", weekday_part),
    Rule("[ day=deictic ]", lambda m: Shifted("D", m["day"])),
    Rule("[ day=of_day ]", lambda m: Shifted("D", m["day"])),
    Rule("[ day=tomorrow ]", tomorrow),
    Rule("[ part ]", tomorrow_at_head),
    Rule("[ part early=part_after_day ]", tomorrow_at_head),
    Rule(
        "[ day=deictic|today|tomorrow part=part_after_day|part|tomorrow ]",
        part_of_near_day,
    ),
    Rule("[ article? what=this_year ]", from_now),
    Rule("[ mod=part_of article? what=this_year ]", from_now),
    Rule("[ by=that_day ]", lambda m: Shifted("D", m["by"], from_text=True)),
    Rule("[ what=part_of_unit ]", part_of_unit),
    Rule("[ what=part_of_unit year=year ]", lambda m: Fixed(f"{m['year']}", mod=m["what"][1])),
    Rule("[ mod=part_of? article? shift=adjective unit=unit ]", shifted_by_adjective),
    Rule("[ mod=part_of article unit=unit ]", shifted),
    Rule("[ article unit=unit ] then", counted_in_text(None, 1)),
    Rule("at [ unit=unit then ]", counted_in_text(None, 1)),
    Rule("[ article unit=unit then ]", counted_in_text(None, 1)),
    Rule("at [ unit=unit before_then ]", counted_in_text(None, -1)),
    Rule("[ article unit=unit before_then ]", counted_in_text(None, -1)),
    Rule("at [ following unit=unit ]", counted_in_text(None, 1)),
    Rule("[ article following unit=unit ]", counted_in_text(None, 1)),
    Rule("at [ same unit=unit ]", counted_in_text(None, 0)),
    Rule("at [ weekend=unit ]", lone_weekend),
    Rule("[ article weekend=unit ]", lone_weekend),
    Rule("[ weekday=weekday ]", lone_weekday),
    Rule("[ article? direction=adjective weekday=weekday ]", weekday),
    Rule("[ weekday=weekday article? week=adjective unit ]", weekday),
    Rule("of_day [ weekday=weekday ]", day_of_adjective),
    Rule("[ day=of_day unit ]", lambda m: Shifted("D", m["day"])),
    Rule("[ day=of_day|of_today part=part ]", part_of_near_day),
    Rule("[ a_day then ]", counted_in_text("D", 1)),
    Rule("[ a_day before_then ]", counted_in_text("D", -1)),
    Rule("[ weekday=weekday ago one unit=unit ]", weekday_ago),
    Rule("[ both=weekday_part ]", weekday_part),
    Rule("[ direction=adjective both=weekday_part ]", weekday_part),
    Rule("[ weekday=weekday part=part_after_day|part|tomorrow ]", part_of_weekday),
    Rule("at|within article? [ early? part=part ]", part_of_day),
    Rule("within article [ part=part ] at article? weekday=weekday", part_of_day),
    Rule("at [ early part=part ]", part_of_day),
    Rule("[ early part=part ]", part_of_day),
)

CLOCK = (
    Rule("[ clock=written_clock clock_word ]", clock),
    Rule("at|comma|join [ clock=colon_clock ]", clock),
    Rule("[ hour=hour clock_word minute=day_number|small_number? ]", clock),
    Rule("[ clock=written_clock ] ( join written_clock|hour ){1,6} clock_word", clock),
    Rule("[ hour=hour ] ( join written_clock|hour ){1,6} clock_word", clock),
    Rule("at [ half_to=half_to hour=number_word ]", clock),
    Rule("at|until [ midnight ]", lambda m: Clock(24)),
)

LENGTHS = (
    Rule("[ approximate{0,2} count=count filler? unit=units ]", length_not_age),
    Rule("[ approximate{0,2} count=one filler? unit=unit ]", length()),
    Rule("[ article? number=ordinal unit=unit ]", one_of_several),
    Rule("[ article unit=unit ]", the_unit),
    Rule("[ more|less than count=count unit=units ]", length()),
    Rule("[ more|less than count=one unit=unit ]", length()),
    Rule("[ one? count=half unit=unit ]", length()),
    Rule(
        "[ approximate{0,2} count=amount unit=any_unit and count2=amount unit2=any_unit ]",
        length(),
    ),
    Rule("[ approximate{0,2} count=count filler? unit=units then|before_then|earlier ]", length()),
    Rule("[ approximate{0,2} count=one filler? unit=unit then|before_then|earlier ]", length()),
    Rule("[ count=count ] join count unit=units", length()),
    Rule("ago [ approximate{0,2} count=count filler? unit=units ]", length(-1)),
    Rule("ago [ approximate{0,2} count=one|half filler? unit=unit ]", length(-1)),
    Rule("ago [ one count=half unit=unit ]", length(-1)),
    Rule("ago [ more than count=count unit=units ]", length(-1)),
    Rule("ago [ one? count=some unit=units ]", length(-1)),
    Rule("within [ approximate{0,2} count=count filler? unit=units ]", length(1)),
    Rule("within [ approximate{0,2} count=one|half filler? unit=unit ]", length(1)),
    Rule("[ determiner? last|next|this|filler count=count unit=units ]", length()),
    Rule("[ determiner? count=count last|next|this|filler unit=units ]", length()),
    Rule("[ determiner? filler count=count unit=units ]", length()),
    Rule("[ determiner count=count unit=units ]", length()),
    Rule("[ one? count=some filler? unit=units ]", length()),
    Rule("[ determiner? last|next some? unit=units ]", length()),
    Rule("[ all determiner filler? unit=units ]", length()),
    Rule("[ this unit=units ]", these_days),
    Rule("[ determiner filler? unit=units ]", length()),
    Rule("[ filler? unit=units ]", length()),
    Rule("[ unit=for_long ]", length()),
    Rule("[ length=length_word ]", length_word),
)

SETS = (
    Rule("[ value=set_word ]", lambda m: Recurring(m["value"])),
    Rule("[ weekday=on_weekdays ]", every),
    Rule("[ part=on_days ]", lambda m: Recurring(f"PT1{m['part'][1:]}")),
    Rule("[ every filler? weekday=weekday ]", every),
    Rule("over [ part=part ]", part_of_day),
    Rule("[ every last|ordinal weekday at|article unit=unit ]", every),
    Rule("[ every month=month ]", every),
    Rule("[ every season=season ]", every),
    Rule("[ every part=part ]", every),
    Rule("[ every unit=unit ]", every),
    Rule("[ every count=ordinal unit=unit ]", every),
    Rule("[ all count=count|some unit=units ]", every),
    Rule("[ each unit=unit ]", every),
    Rule("[ under article unit=unit ]", no_time),
    Rule("[ some_day unit=unit ]", no_time),
    Rule("[ unit=unit for|at unit ]", every),
    Rule("at [ unit=unit ]", per_unit),
    Rule("within article [ unit=unit ]", per_unit),
)

REFERENCES = (
    Rule("[ reference=reference ]", reference),
    Rule("[ reference=earlier ]", long_ago),
    Rule("within [ article? reference=reference_noun ]", reference),
    Rule("to_the [ reference=reference_noun ]", past_noun),
    Rule("[ to_the unit=unit ]", right_now),
    Rule("[ at moment ]", lambda m: Reference("PRESENT_REF")),
    Rule("[ article? shift=adjective time ]", other_time),
)

GERMAN = Grammar(
    german_words(),
    german_number,
    CONTENT,
    GROUPS,
    (*DATES, *YEARS, *RELATIVE, *CLOCK, *LENGTHS, *SETS, *REFERENCES),
)
