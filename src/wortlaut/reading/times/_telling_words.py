"""Words that decide whether a time in a frame tells when something was said.

German and English stand together: an article's language is not always known, and no word of
one list means something else in the other language's.
"""

from __future__ import annotations

import re

BEFORE_TIME = frozenset(
    "am im in an um gegen vor zu zum zur vom bei ab seit bis für nach von zwischen während on at "
    "since until till by for from after before between during over through".split()
)
"""Prepositions that may stand before a time; they belong to the words that tell it."""

NOT_WHEN_SAID = frozenset(
    "seit bis für ab nach zwischen since until till for from after before between by over "
    "through zum gegenüber".split()
)
"""Prepositions whose time is another than that of the saying: *seit Jahren*, *für Freitag*."""

SUBORDINATE = frozenset(
    "der die das den dem dessen deren denen welcher welche welches nachdem bevor ehe weil obwohl "
    "dass daß ob wenn falls damit wo who which whose whom that after before because although if "
    "whether where since until".split()
)
"""Words that open a clause whose time is not that of the saying around it."""

OF_A_SAYING = frozenset(
    "erklärung stellungnahme mitteilung pressemitteilung presseerklärung pressekonferenz "
    "interview bericht ausgabe brief schreiben rede ansprache artikel meldung beitrag "
    "urteil beschluss beschluß entscheidung gutachten studie aussendung sitzung sendung "
    "aussage tweet post statement speech letter report briefing conference ruling "
    "decision post email message address testimony remarks comments hearing plan antrag "
    "anordnung gesetzentwurf prognose".split()
)
"""What a saying stands in: *in einer Erklärung vom Freitag*."""

NARRATED = frozenset(
    "sagt sagen erzählt erzählen erinnert erinnern lacht lachen lächelt meint meinen weiß wissen "
    "glaubt glauben denkt denken findet finden bereut bedauert schwärmt gesteht spricht sprechen "
    "nennt nennen says say tells recalls recall remembers remember laughs thinks think believes "
    "believe admits reflects calls".split()
)
"""Cues of the present with which a page that narrates says *heute* for nowadays. Who makes
something known, *teilt heute mit*, does it on that very day."""

OCCASIONS = frozenset(
    "meeting rally debate session gathering event summit forum service trial inquest protest "
    "dinner lunch ceremony convention congress vigil march demonstration".split()
)
"""Where something is said: *at Tuesday's rally* tells its day, *after Tuesday's rally* none."""

MADE_PUBLIC = re.compile(
    r"(?:veröffentlicht|vorgestellt|verbreitet|vorgelegt|erschienen|publiziert|ausgestrahlt"
    r"|gesendet|präsentiert|herausgegeben|verlesen|verschickt|publish|releas|issu|air|broadcast)"
    r"[a-zäöü]*"
)
"""Participles by which the time before them is that of the saying: *der am Freitag
veröffentlichte Bericht*."""

ATTRIBUTE = re.compile(r"[a-zäöüß]{3,}(?:t|en|nd)e[nrsm]?")
"""An inflected participle before a noun: *der 2019 gewählte Präsident*."""

NO_ATTRIBUTE = frozenset(
    "heute erste ersten letzte letzten nächsten sagte sagten erklärte erklärten ihren ihrem seinen "
    "seinem einen keinen diesen jenen anderen meinen unseren eurem deutschen beiden ganzen großen "
    "offenen russischen eigenen gegen neuen".split()
)

PRONOUNS = frozenset(
    "er sie es ihm ihr ihn ihnen seinen seiner seinem ihren ihrer ihrem dieser diese letzterer he "
    "she they it him her them his their wir we ich i man".split()
)

PLAIN_PAST = frozenset("kürzlich neulich jüngst damals recently".split())
"""Words that put the saying into a past without a day."""
