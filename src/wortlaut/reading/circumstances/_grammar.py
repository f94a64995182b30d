"""The small words by which a phrase begins, goes on and ends, in each language."""

from __future__ import annotations

from dataclasses import dataclass

_QUALIFYING_ENDINGS = ("e", "er", "en", "es", "em")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words, in lower case."""

    nouns_are_capital: bool
    openers: frozenset[str]
    """Prepositions that a phrase of occasion begins with."""
    long_openers: tuple[tuple[str, ...], ...]
    """Prepositions of several words, and what stands before one: *kurz nach*."""
    determiners: frozenset[str]
    genitives: frozenset[str]
    """What leads a phrase in the genitive, which belongs to the noun before it."""
    tails: frozenset[str]
    """Prepositions of the phrases that hang on the noun: *mit*, *im*, *an*."""
    named: tuple[str, ...]
    """How nouns end that a name follows: *auf der Plattform X*; any noun where it is empty."""
    conjunctions: frozenset[tuple[str, str]]
    """Where a preposition and the word behind it begin a clause: *während die ...*."""
    bare: frozenset[str]
    """Prepositions that stand right before the noun: *by phone*."""
    named_tails: frozenset[str]
    """Those of them that only a name may follow: *in einem Bericht von Reuters*."""
    topic_tails: frozenset[str]
    """Those that tell what it was about: *Rede zur Lage der Nation*."""
    on: frozenset[str]
    """Prepositions for what is broadcast or posted only: *on CNN*, *on Twitter*."""
    after: frozenset[str]
    """Prepositions that lead to an event that is over, or to a source: *nach*."""
    sources: frozenset[str]
    """Nouns before a preposition that make a source of it: *unter Berufung auf*."""
    relatives: frozenset[str]
    """What a clause about something begins with."""
    no_tails: frozenset[str]
    """What cannot follow such a preposition: *in dem er ...*."""
    joiners: frozenset[str]
    stoppers: frozenset[str]
    """What cannot stand between a preposition and its noun."""
    partner: frozenset[str]
    """The prepositions that name the partner of a talk."""
    press: frozenset[str]
    """Partners by whom a talk is one with the press."""
    before_press: frozenset[str]
    """Prepositions by which the press alone is an occasion: *vor Journalisten*."""
    outside: frozenset[str]
    """Prepositions for what is said before a court's door only: *outside court*."""
    telling: frozenset[str]
    """Verbs whose object may be an occasion: *told parliament*."""
    closed: frozenset[str]
    """Words that are no names though a capital may begin them."""

    def may_qualify(self, word: str) -> bool:
        """Whether a word in lower case may stand before a noun."""
        if word in self.determiners or word in self.joiners:
            return True
        if not self.nouns_are_capital or word in self.stoppers:
            return False
        return word.endswith(_QUALIFYING_ENDINGS) or word.isdecimal()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


_GERMAN = Grammar(
    nouns_are_capital=True,
    openers=_set(
        "während bei beim in im auf vor vorm nach am an anlässlich anläßlich per via über mittels "
        "zum zur aus durch rande rahmen anschluss verlauf innerhalb ins"
    ),
    long_openers=_phrases(
        "am rande,im rahmen,im anschluss an,im anschluss,im verlauf,kurz vor,kurz nach,"
        "unmittelbar vor,unmittelbar nach,im zuge,zu beginn,zum abschluss,am ende,auf dem weg zu"
    ),
    determiners=_set(
        "der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner "
        "seines ihr ihre ihren ihrem ihrer ihres dieser diese diesem diesen dieses jener jenem "
        "unser unsere unserem unserer mehrere mehreren allen beiden einigen mehrerer"
    ),
    genitives=_set("des der eines einer seines seiner ihres ihrer dieser dieses"),
    tails=_set(
        "mit im in am an auf vor bei beim zwischen zum zur zu über vom von nahe anlässlich um"
    ),
    named=tuple(
        "plattform dienst netzwerk magazin zeitung zeitschrift sendung show seite website homepage "
        "blatt portal blog podcast radio sender ard zdf sport club forum gipfel".split()
    ),
    conjunctions=frozenset({("während", "die"), ("während", "das"), ("während", "er")}),
    bare=frozenset(),
    named_tails=_set("von vom"),
    topic_tails=_set("zum zur zu über"),
    on=frozenset(),
    after=_set("nach"),
    sources=_set("berufung bezug hinweis verweis reaktion blick kritik"),
    relatives=_set("die der das den dem deren dessen denen welche welcher welches wo"),
    no_tails=_set("er sie es ihm ihnen sich denen dessen deren"),
    joiners=_set("und sowie & oder"),
    stoppers=_set(
        "dass ob weil und oder aber sagte sagt erklärte habe hat hatte sei ist war wird wurde "
        "worden werde wie als er sie es wir ich man sich nicht auch"
    ),
    partner=_set("mit"),
    press=_set("reportern journalisten journalistinnen medienvertretern pressevertretern presse"),
    before_press=_set("vor"),
    outside=frozenset(),
    telling=frozenset(),
    closed=_set(
        "er sie es wir ich der die das dass ein eine sein seine ihr ihre dem den des und oder aber "
        "in im bei mit auf nach laut so wie als"
    ),
)
_ENGLISH = Grammar(
    nouns_are_capital=False,
    openers=_set("in at during on via through by after following amid outside"),
    long_openers=_phrases(
        "as part of,on the sidelines of,at the start of,shortly after,just before"
    ),
    determiners=_set(
        "the a an his her its their this that these those our my several some another each"
    ),
    genitives=_set("of"),
    tails=_set("with in at on to about of by for before from near outside between"),
    named=(),
    conjunctions=frozenset(),
    bare=_set("by"),
    named_tails=_set("by for from"),
    topic_tails=_set("about to"),
    on=_set("on"),
    after=_set("after following"),
    sources=_set("according referring pointing"),
    relatives=_set("which who whose where"),
    no_tails=_set("which whom that he she it they him her them"),
    joiners=_set("and & ' ’ 's ’s of the"),
    stoppers=_set(
        "that who which whom when whether if because said says say told tells was were is are has "
        "have had been he she they it we i not , and but"
    ),
    partner=_set("with"),
    press=_set("reporters journalists press media"),
    before_press=frozenset(),
    outside=_set("outside"),
    telling=_set("told tell tells telling"),
    closed=_set("he she it they we i the a an but and in at on with his her their"),
)

GRAMMARS = {"de": _GERMAN, "en": _ENGLISH}
"""By ISO 639-1 code."""
