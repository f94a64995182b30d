"""Small words that the parts of the resolver look out for, German and English together."""

from __future__ import annotations

import re

PERSONAL = frozenset(
    "er sie es ihm ihn ihr ihnen he she they him her them it ich wir mir uns mich i we me us you"
    .split()
)  # fmt: skip
POSSESSIVE = re.compile(
    r"(?:sein|ihr)(?:e|en|er|em|es)?$|his$|her$|their$|its$|my$|our$|mein(?:e|en|er|em|es)?$"
)
RELATIVES = frozenset(
    "der die das dem den denen dessen deren welcher welche welches welchem who which that whom "
    "whose".split()
)
DEMONSTRATIVE = frozenset(
    "dieser diese dieses diesem diesen jener jene jenem letzterer letztere ersterer erstere "
    "derselbe dieselbe this these those".split()
)
PRONOMINAL = frozenset(
    "demnach danach wonach demzufolge hiernach darin darunter dort daraus dabei dazu davon "
    "dadurch darauf hierzu".split()
)
NOBODY = frozenset("man one you somebody someone jemand niemand keiner nobody".split())
PREPOSITIONS = frozenset(
    "nach laut gemäß zufolge von vom in im aus bei beim durch seitens according to by in from per "
    "als für as an auf mit unter".split()
)
AND = frozenset({"und", "sowie", "and", "&", "oder", "or"})
OF = frozenset(
    "von vom der des of for from by eines einer aus to with zum zur beim im in am for".split()
)
QUOTES = frozenset({"„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'"})
TIMES = frozenset(
    "Abend Morgen Nachmittag Mittag Vormittag Tag Nacht Woche Montag Dienstag Mittwoch Donnerstag "
    "Freitag Samstag Sonntag Jahr Monat".split()
)
SPEECHLESS = frozenset("sowohl auch both so nach laut".split())
