"""English verb forms that show whether a clause tells of the past or of what is to come."""

from __future__ import annotations

import re

from wortlaut.reading.times._tense import VerbForms

ENGLISH_VERBS = VerbForms(
    past=frozenset(
        "was were had did said told came went gave stood took found let held stayed died wrote "
        "spoke met became fell lay sat saw ran began won lost beat closed drove flew wore threw "
        "bade broke rose sank left got kept made sent spent brought thought knew meant built "
        "bought caught taught sold felt heard led read put cut shot struck sought fought drew grew "
        "paid laid hit quit shut set".split()
    )
    - frozenset("read put cut hit quit shut set lay".split()),
    past_endings=re.compile(r"[a-z]{2,}ed"),
    not_past=frozenset(
        "need speed indeed feed seed breed exceed proceed succeed agreed-upon united "
        "hundred sacred red bed embed expected scheduled planned supposed set".split()
    ),
    have=frozenset("has have 's".split()),
    participle=re.compile(r"[a-z]+(?:ed|en)|been|gone|done|made|said|told|met|held|won|lost|left"),
    surely_future=frozenset(["will", "shall"]),
    future=frozenset(
        "will would shall going plans expected scheduled planned due set hopes intends wants "
        "tomorrow upcoming".split()
    ),
    present=frozenset("is are has have can must may might should says tells comes begins".split()),
)
