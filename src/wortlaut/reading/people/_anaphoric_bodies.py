"""Bodies by a bare noun: *das Unternehmen* and *the newspaper* are what was named before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.model import PersonKind, Resolution
from wortlaut.reading.people._body_names import FIRMS, LEGAL_FORMS, PAPERS
from wortlaut.reading.people._decision import Decision
from wortlaut.reading.people._discourse import Referent
from wortlaut.reading.people._known import Known
from wortlaut.reading.people._nouns import Noun
from wortlaut.reading.people._phrase import Phrase

_NEAR = 400
"""Mentions back in which the name of a body is looked for."""
_DETERMINERS = frozenset("der die das dem des the".split())


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of bodies: the nouns that mean any of them, and how their names look."""

    nouns: frozenset[str]
    names: re.Pattern[str]
    organisations: bool = False
    """Whether any name of an organisation may be of this sort, unless another sort has it."""


_SORTS = (
    _Sort(
        frozenset("ministerium haus ressort ministry department".split()),
        re.compile(r".*(?:ministerium|Auswärtiges Amt|Ministry|Department|Office).*", re.I),
    ),
    _Sort(
        frozenset("behörde amt agency authority regulator watchdog".split()),
        re.compile(
            r".*(?:amt|behörde|aufsicht|Zoll|agentur|Agency|Administration|Authority|Service|"
            r"Bureau)(?:\b.*)?"
        ),
    ),
    _Sort(
        frozenset("zeitung blatt tageszeitung boulevardblatt newspaper paper".split()),
        re.compile(rf"(?:.*\b)?{PAPERS.pattern}(?:\b.*)?|FAZ|SZ|taz|Bild|.*zeitung.*"),
    ),
    _Sort(
        frozenset("sender fernsehsender nachrichtensender network station".split()),
        re.compile(r".*(?:ARD|ZDF|NDR|WDR|MDR|RTL|ORF|SRF|BBC|CNN|NBC|CBS|ABC|Fox|[Ss]ender|TV).*"),
    ),
    _Sort(
        frozenset("verband association federation".split()),
        re.compile(r".*(?:verband|bund|Association|Federation)(?:\b.*)?", re.I),
    ),
    _Sort(
        frozenset("verein klub club".split()),
        re.compile(r".*(?:FC|SV|verein|[Kk]lub|[Cc]lub)(?:\b.*)?"),
    ),
    _Sort(
        frozenset("unternehmen konzern firma company firm corporation".split()),
        re.compile(
            rf"(?:.*\b)?(?:{'|'.join(sorted(LEGAL_FORMS))})|Stadtwerke .*|.*(?:werke|bank|konzern)"
        ),
        organisations=True,
    ),
)
_PARTIES = frozenset({"partei", "party"})
_OTHERWISE = re.compile(
    r".*(?:gericht|partei|Partei|Polizei|Party|Court|Police|EU|Uno|UN|Nato)\b.*"
)
"""Names of organisations that are surely no company."""


class AnaphoricBodies(Known):
    """Resolves a definite noun for a body that comes without a name."""

    def fuller_body(self, phrase: Phrase) -> Decision | None:
        """*das Kartellamt* after *das Bundeskartellamt*; *die Partei* after its name."""
        noun = phrase.noun
        assert noun is not None
        if phrase.determiner not in _DETERMINERS | {""} or " " in phrase.name:
            return None
        for mention in reversed(self.discourse.before(phrase.first)[-_NEAR:]):
            referent = mention.referent
            if referent.kind is PersonKind.BODY and self._means(noun, referent, mention.first):
                return Decision(
                    PersonKind.BODY, self.shown(referent), Resolution.ROLE, "fuller body", 0.7,
                    referent, runner_up=phrase.name, place=(phrase.first, phrase.last),
                )  # fmt: skip
        return None

    def whole_name(self, phrase: Phrase) -> Decision | None:
        """*die Stadtwerke* after *die Stadtwerke Elmenau*."""
        for mention in reversed(self.discourse.before(phrase.first)[-_NEAR:]):
            member = mention.referent.member
            if (
                member is not None
                and member.kind is PersonKind.BODY
                and len(member.words) > 1
                and member.words[0] == phrase.name
            ):
                return Decision(
                    PersonKind.BODY, member.name, Resolution.ROLE, "fuller body", 0.7,
                    mention.referent, place=(phrase.first, phrase.last),
                )  # fmt: skip
        return None

    def anaphoric(self, phrase: Phrase) -> bool:
        """Whether a body is called by nothing but its sort, as one that was named before."""
        noun = phrase.noun
        return (
            noun is not None
            and phrase.determiner in _DETERMINERS
            and phrase.name.casefold() == noun.base
            and (noun.base in _PARTIES or any(noun.base in sort.nouns for sort in _SORTS))
        )

    def _means(self, noun: Noun, referent: Referent, place: int) -> bool:
        """Whether a body mentioned before may be what a bare noun means."""
        lemma = noun.lemma.casefold()
        if referent.noun is not None:
            own = referent.noun.lemma.casefold()
            longer = own != lemma and own.endswith(lemma) and len(lemma) >= 4
            return longer or (noun.base == "haus" and own.endswith("ministerium"))
        member = referent.member
        if member is None:
            return False
        if len(member.words) > 1 and member.words[0].casefold() == lemma:
            return True
        organisation = member.organisation and self._is_no_other(member.name, noun.base)
        if self.metonyms.is_a(member.words, noun.base):
            return True
        for sort in _SORTS:
            if noun.base in sort.nouns:
                before = self.text.words[place - 1] if place else ""
                firm = sort.organisations and bool(FIRMS.fullmatch(before))
                fits = bool(sort.names.fullmatch(member.name))
                return firm or (fits and not member.place) or (sort.organisations and organisation)
        return False

    @staticmethod
    def _is_no_other(name: str, base: str) -> bool:
        """Whether the name of an organisation is of no sort but this."""
        others = (sort for sort in _SORTS if base not in sort.nouns)
        return not _OTHERWISE.fullmatch(name) and not any(s.names.fullmatch(name) for s in others)
