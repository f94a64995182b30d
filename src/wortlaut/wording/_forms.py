"""Forms of a word that mean the same once speech is reported instead of quoted.

*Ich bin* becomes *er sei*, *we will* becomes *they would*: pronouns change their person and
verbs their mood or tense. Each form leads to one key; what has no entry is led to its stem.
"""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

_GERMAN = """
sein: bin bist ist sind seid sei seien seiest war waren waere waeren wäre wären gewesen
haben: habe hast hat haben habt hatte hatten haette haetten hätte hätten gehabt
werden: werde wirst wird werden werdet wurde wurden wuerde wuerden würde würden worden geworden
können: kann kannst können könnt könne konnte konnten könnte könnten
müssen: muss muß musst müssen müsst müsse musste mussten müsste müssten
dürfen: darf darfst dürfen dürft dürfe durfte durften dürfte dürften
wollen: will willst wollen wollt wolle wollte wollten
sollen: soll sollst sollen sollt solle sollte sollten
mögen: mag magst mögen mögt möge möchte möchten mochte mochten
wissen: weiß weiss weißt wissen wisst wisse wusste wussten wüsste wüssten gewusst
geben: gebe gibst gibt geben gebt gab gaben gäbe gäben gegeben
nehmen: nehme nimmst nimmt nehmen nehmt nahm nahmen nähme nähmen genommen
sprechen: spreche sprichst spricht sprechen sprecht sprach sprachen gesprochen
sehen: sehe siehst sieht sehen seht sah sahen gesehen
stehen: stehe stehst steht stehen stand standen stünde stünden stände gestanden
gehen: gehe gehst geht gehen ging gingen ginge gingen gegangen
kommen: komme kommst kommt kommen kam kamen käme kämen gekommen
bleiben: bleibe bleibst bleibt bleiben blieb blieben bliebe geblieben
halten: halte hältst hält halten hielt hielten hielte gehalten
lassen: lasse lässt lassen ließ ließen ließe gelassen
finden: finde findet finden fand fanden fände fänden gefunden
helfen: helfe hilfst hilft helfen half halfen hülfe geholfen
treffen: treffe triffst trifft treffen traf trafen träfe getroffen
brechen: breche bricht brechen brach brachen gebrochen
sterben: sterbe stirbt sterben starb starben gestorben
werfen: werfe wirft werfen warf warfen geworfen
vergessen: vergesse vergisst vergessen vergaß vergaßen
lesen: lese liest lesen las lasen gelesen
essen: esse isst essen aß aßen gegessen
fahren: fahre fährst fährt fahren fuhr fuhren führe gefahren
tragen: trage trägst trägt tragen trug trugen trüge getragen
schlafen: schlafe schläft schlafen schlief schliefen geschlafen
laufen: laufe läuft laufen lief liefen gelaufen
fallen: falle fällt fallen fiel fielen gefallen
steigen: steige steigt steigen stieg stiegen gestiegen
sinken: sinke sinkt sinken sank sanken gesunken
liegen: liege liegt liegen lag lagen läge lägen gelegen
sitzen: sitze sitzt sitzen saß saßen säße säßen gesessen
schließen: schließe schließt schließen schloss schlossen geschlossen
schreiben: schreibe schreibt schreiben schrieb schrieben geschrieben
bringen: bringe bringt bringen brachte brachten brächte gebracht
denken: denke denkt denken dachte dachten gedacht
kennen: kenne kennt kennen kannte kannten gekannt
tun: tue tust tut tun tat taten täte getan
beginnen: beginne beginnt beginnen begann begannen begonnen
verlieren: verliere verliert verlieren verlor verloren
er: ich er sie es man wir ihr du
ihn: mich ihn sich uns euch dich
ihm: mir ihm ihnen dir
sein+: mein meine meinen meinem meiner meines unser unsere unseren unserem unserer unseres seine
sein+: seinen seinem seiner seines ihre ihren ihrem ihrer ihres
dort: hier dort
damals: jetzt nun damals derzeit zurzeit gerade momentan
der: der die das den dem des dieser diese dieses diesen diesem jener jene jenes jenen jenem
ein: ein eine einen einem einer eines
zu: zu zum zur
in: in im ins
von: von vom
an: an am ans
bei: bei beim
niemand: niemand keiner niemanden niemandem
euro: euro € eur
prozent: prozent %
million: million millionen mio
milliarde: milliarde milliarden mrd
kilometer: kilometer kilometern km
"""

_ENGLISH = """
be: am is are was were be been being 'm 're
have: have has had 've having
will: will would 'll shall should won't
can: can could
may: may might
do: do does did done doing
go: go goes went gone going
come: come comes came coming
say: say says said
know: know knows knew known
see: see sees saw seen
take: take takes took taken taking
give: give gives gave given giving
make: make makes made making
get: get gets got gotten getting
keep: keep keeps kept
leave: leave leaves left leaving
lose: lose loses lost losing
find: find finds found
fall: fall falls fell fallen
hold: hold holds held
stand: stand stands stood
sit: sit sits sat sitting
write: write writes wrote written
build: build builds built
buy: buy buys bought
sell: sell sells sold
send: send sends sent
spend: spend spends spent
think: think thinks thought
bring: bring brings brought
tell: tell tells told
break: break breaks broke broken
begin: begin begins began begun
become: become becomes became
drive: drive drives drove driven
sleep: sleep sleeps slept
lie: lie lies lied lying
fight: fight fights fought
win: win wins won
owe: owe owes owed
he: i he she it we they you
him: me him her us them
his: my his our their your its hers ours theirs mine
himself: myself himself herself ourselves themselves
that: this that these those
there: here there
then: now then
percent: percent per cent %
organise: organise organize
kilometre: kilometre kilometres kilometer kilometers km
metre: metre metres meter meters
neighbour: neighbour neighbours neighbor neighbors
million: million millions m
nobody: nobody no-one
"""


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "’": "'"})


def fold(word: str) -> str:
    """Small letters, *ae* for *ä*, *ss* for *ß*, so that both spellings are one."""
    return word.casefold().translate(_UMLAUTS)


def _table(lines: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        key, forms = line.split(":")
        for form in forms.split():
            found.setdefault(fold(form), f"={key.rstrip('+')}" + ("+" if key.endswith("+") else ""))
    return found


_KEYS = {"de": _table(_GERMAN), "en": _table(_ENGLISH)}
_STEMMERS = {"de": snowballstemmer.stemmer("german"), "en": snowballstemmer.stemmer("english")}
_PLAIN_VOWELS = str.maketrans("äöü", "aou")


@lru_cache(maxsize=1 << 17)
def form_key(small: str, language: str | None) -> str:
    """What all forms of a word in small letters share; stems keep no umlaut.

    A language without a table of its own is led to the word itself.
    """
    table = _KEYS.get(language or "")
    if table is None:
        return small
    key = table.get(fold(small))
    if key is not None:
        return key
    return fold(str(_STEMMERS[language or ""].stemWord(small)).translate(_PLAIN_VOWELS))


@lru_cache(maxsize=1)
def function_keys() -> frozenset[str]:
    """Keys of pronouns, articles and auxiliaries, which say nothing about the matter."""
    german = "sein haben werden er ihn ihm sein+ dort damals der ein zu in von an bei"
    english = "be have will do he him his himself that there then"
    return frozenset(f"={key}" for key in f"{german} {english}".split())
