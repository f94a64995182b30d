"""German verb forms that show whether a clause tells of the past or of what is to come."""

from __future__ import annotations

import re

from wortlaut.reading.times._tense import VerbForms

GERMAN_VERBS = VerbForms(
    past=frozenset(
        "war waren hatte hatten wurde wurden worden gewesen kam kamen ging gingen gab gaben stand "
        "standen nahm nahmen fand fanden ließ ließen hielt hielten blieb blieben starb starben "
        "schrieb schrieben sprach sprachen traf trafen trat traten zog zogen fiel fielen lag lagen "
        "saß saßen sah sahen rief riefen lief liefen begann begannen gewann gewannen verlor "
        "verloren schlug schlugen schloss schlossen schloß fuhr fuhren flog flogen trug trugen "
        "warf warfen bat baten bot boten griff griffen brach brachen stieg stiegen sank sanken "
        "wies wiesen erschien erschienen entschied entschieden unterschrieb verließ verließen "
        "erhielt erhielten übernahm übernahmen bekam bekamen verstarb empfing empfingen betrat "
        "erlag verschwand verschwanden entstand entstanden bestand bestanden geschah vergaß "
        "beschloss beschlossen beschloß versprach widersprach vertrat erließ half halfen schien "
        "schuf schufen trank tat taten wuchs wuchsen zwang dachte dachten brachte brachten wusste "
        "wußte wussten kannte kannten nannte nannten rannte konnte konnten musste mußte mussten "
        "wollte wollten durfte durften mochte sagte sagten".split()
    ),
    past_endings=re.compile(r"[a-zäöüß]{3,}t(?:e|en)"),
    not_past=frozenset(
        "heute letzte letzten erste ersten zweite zweiten dritte dritten vierte vierten fünfte "
        "fünften sechste sechsten siebte siebten achte achten neunte neunten zehnte zehnten "
        "nächste nächsten beste besten meiste meisten gute guten weite weiten breite breiten "
        "alte alten kalte kalten harte harten feste festen echte echten rechte rechten linke "
        "bitte mitten unten hinten seiten zweiten späte späten bunte bunten könnte könnten "
        "möchte möchten sollte sollten hätte hätten müsste müssten dürfte dürften müßte dürften "
        "wüsste wichtigste wichtigsten größte größten höchste höchsten jüngste jüngsten älteste "
        "ältesten neueste neuesten schönste stärkste stärksten gesamte gesamten bekannte bekannten "
        "leichte leichten schlechte schlechten deutete arbeiten halten warten bieten bitten treten "
        "starten leisten kosten werten leiten vertreten erhalten enthalten gestalten erwarten "
        "bedeuten verwalten behalten antworten beobachten berichten verbreiten bereiten begleiten "
        "gelten braten raten streiten reiten retten achten fürchten dichten richten errichten "
        "verzichten unterrichten einrichten vorbereiten mitarbeiten auftreten eintreten antreten "
        "stattfinden betreten bestätigten geehrte geplante geplanten sogenannte sogenannten "
        "beteiligten angeblichen konkrete konkreten private privaten direkte direkten".split()
    ),
    have=frozenset("hat haben habe hast hätte hätten ist sind sei seien bin wäre wären".split()),
    participle=re.compile(
        r"(?:[a-zäöüß]+)?ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert|(?:be|er|ver|ent|zer)[a-zäöüß]{2,}(?:t|en)"
    ),
    future=frozenset(
        "wird werden werde würde würden soll sollen solle will wollen wolle möchte möchten "
        "beginnt startet folgt plant planen geplant".split()
    ),
    article_before=re.compile(
        r"(?<!,\s)\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine[rmns]?|[Ii]hre[rmns]?|[Ss]eine[rmns]?)\s+"
        r"(?:[a-zäöüß]+\s+){0,3}$"
    ),
    attribute=re.compile(
        r"\b(?:(?P<ahead>(?:[a-zäöüß]+end|geplant|vorgesehen|angesetzt|erwartet|anberaumt)e[nrsm]?)"
        r"|(?:[a-zäöüß]+)?ge[a-zäöüß]{2,}(?:te|ene)[nrsm]?"
        r"|(?:ver|be|er|ent|zer)[a-zäöüß]{2,}(?:te|ene)[nrsm]?|[a-zäöüß]+ierte[nrsm]?)"
        r"\s+[A-ZÄÖÜ„]"
    ),
    present=frozenset(
        "ist sind hat haben kann können muss müssen darf dürfen findet finden gibt geht gehen "
        "kommt kommen steht stehen lädt laden trifft treffen sei seien habe".split()
    ),
)
