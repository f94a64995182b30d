"""The words by which a page's notes beside its article are told, German and English.

Lines that `_furniture` knows are not repeated here; these ask for their place on the page too:
a byline stands near the beginning, a credit near the end.
"""

from __future__ import annotations

import re

from wortlaut.sources._written_date import DATE, TIME

OPENING_LINE = re.compile(
    rf"""(?:
    (?:(?:stand|veröffentlicht|aktualisiert|erstellt|publiziert|published|updated|posted)\b.{{0,20}})?
    (?:{DATE}|{TIME})(?:[\s,|•·–/-]*(?:{DATE}|{TIME}))?.{{0,30}}
  | .{{0,20}}\b\d+\s(?:min\.?|minuten?|minutes?|mins?)\b.{{0,40}}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A whole line with a date or a reading time."""

_ROLES = r"""(?:(?:bild|schluss|haupt|online-?)?redaktion|faktencheck|übersetzung|produktion
    |recherchen?|mitarbeit|sendung|quellen?|fotos?|bilder|audioversion|lektorat|autor(?:in)?
    |autoren|text|illustration|editing|editors?|edited\sby|(?:additional\s)?reporting\sby
    |(?:additional\s)?writing\sby|sources?|photos?|translated\sby|video)"""
_NO_SENTENCE = r"(?:[^.!?\"„“»«]|(?<=\d)\.)"

CREDIT_LINE = re.compile(
    rf"""(?:
    {_ROLES}(?:\s{_NO_SENTENCE}{{0,30}})?(?::|(?<=\sby))\s{_NO_SENTENCE}{{1,300}}\.?
  | [\w-]{{2,12}}(?:/[\w-]{{2,12}}){{0,4}}\s?\([^)]{{2,120}}\)
  | \(?(?:dpa|afp|ap|rtr|reuters|epd|kna|sid|apa|pa|upi)(?:[/,-]\s?[\w-]{{2,12}}){{0,5}}\)?
  | [a-zäöü]{{2,4}}(?:/[a-zäöü]{{2,4}}){{1,5}}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""A whole line that credits people or agencies."""

PROVENANCE = re.compile(
    r"""(?:
    dieser\s(?:artikel|text|beitrag|kommentar)\b | dieses\sinterview\b
  | this\s(?:article|story|piece|post|report|essay|column|interview)\b
    )(?=.{0,200}\b(?:zuerst|original\w*|übersetz\w+|übernommen|veröffentlicht|erschien\w*
    |first|republished|published|translated|appeared|amended|corrected|updated|syndicated)\b)
  | \S+(?:\s\S+)?\sist\seine\s(?:partner|schwester)(?:marke|zeitung|publikation)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""The beginning of a note on where an article comes from."""

INVITATION = re.compile(
    r"""
    \S+@\S+\.\w{2,}
  | ^(?:most\sread|more\sfrom|mehr\saus|meistgelesen)\b[^.!?]{0,40}$
  | ^for\smore\s(?:stories|news|sport|on\sthis)\b
  | \b(?:senden|schreiben|melden|schicken)\ssie\b.*\b(?:uns|unser\w*|redaktion)\b
  | \b(?:e-?mail|contact|e-?mailing|contacting|message)\sus\b
  | \bdo\syou\shave\sa\s(?:story|tip)\b
  | ^haben\ssie\s(?:hinweise|fragen|anregungen)\b.*\b(?:uns|unser\w*|redaktion)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a newsroom asks of its readers: search for it anywhere in a paragraph."""

BIOGRAPHY_VERB = re.compile(
    r"""\b(?:ist|sind|war|arbeitet|schreibt|leitet|lehrt|berichtet|wurde|geboren|lebt|studierte
    |forscht|is|are|was|writes|covers|works|reports|reported|joined|has|contributed|teaches)\b""",
    re.VERBOSE,
)
"""What an author does in a note about them: search for it right behind the name."""
