"""Articles with statements of every shape, for tests of taking them out and in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from wortlaut.model import (
    Act,
    Article,
    Located,
    Medium,
    Mention,
    Occasion,
    OccasionKind,
    Person,
    PersonKind,
    Precision,
    QuotationType,
    Resolution,
    Span,
    Statement,
    When,
    WhenBasis,
)

TEXT = (
    "🌊 Husum\n\n„Der Deich hält“, sagte Bürgermeisterin Wiebke Harms am Montag 🙂 auf einer "
    "Pressekonferenz dem Stadtrat, wie der Küstenfunk meldete, „wenn das Wetter es erlaubt“. "
    "Sie wies zurück, dass der Deich breche."
)


def span(words: str, occurrence: int = 0) -> Span:
    """Where the words stand in `TEXT`, the first time or a later one."""
    begin = -1
    for _ in range(occurrence + 1):
        begin = TEXT.index(words, begin + 1)
    return Span(begin, begin + len(words))


HARMS = Person(
    "Wiebke Harms",
    PersonKind.HUMAN,
    Located("Bürgermeisterin", span("Bürgermeisterin")),
    (span("Wiebke Harms"), span("Sie")),
    Resolution.NAME,
    0.9,
    "Jens Nissen",
)
MONDAY = When(
    WhenBasis.FRAME,
    date(2024, 3, 4),
    date(2024, 3, 4),
    Precision.DAY,
    "2024-03-04",
    span("am Montag"),
)
CONFERENCE = Occasion(OccasionKind.PRESS_CONFERENCE, (span("auf einer Pressekonferenz"),))
FULL = Statement(
    id=1,
    type=QuotationType.DIRECT,
    medium=Medium.SPEECH,
    quote=(span("„Der Deich hält“"), span("„wenn das Wetter es erlaubt“")),
    confidence=0.8,
    speaker=(span("Bürgermeisterin Wiebke Harms"),),
    cue=(span("sagte"),),
    frame=(span("sagte Bürgermeisterin Wiebke Harms am Montag"),),
    addressee=(span("dem Stadtrat"),),
    person=HARMS,
    via=Located("Küstenfunk", span("Küstenfunk")),
    addressee_person=Person("Stadtrat", PersonKind.BODY, mentions=(span("Stadtrat"),)),
    about=(
        Mention("Deich von Husum", PersonKind.BODY, span("Deich")),
        Mention("Wetter (Gott)", PersonKind.HUMAN, span("Wetter")),
    ),
    said_on=MONDAY,
    occasion=CONFERENCE,
    in_reply_to=(span("wie"),),
    act=Act.ASSERTS,
    condition=(span("wenn das Wetter es erlaubt"),),
    damage=(span("meldete"),),
)
DENIAL = Statement(
    id=2,
    type=QuotationType.INDIRECT,
    medium=Medium.SPEECH_OR_WRITING,
    quote=(span("dass der Deich breche"),),
    confidence=0.7,
    speaker=(span("Sie"),),
    cue=(span("wies zurück"),),
    person=replace(HARMS, resolved_by=Resolution.PRONOUN),
    act=Act.DENIES,
    negated=True,
    nested_in=1,
)
BARE = Statement(3, QuotationType.REPORTED, Medium.THOUGHT, (span("🙂"),), 0.5)
ARTICLE = Article(
    text=TEXT,
    source="deich.html",
    language="de",
    title="Deich in Husum hält",
    authors=("Jens Nissen", "Anna Thoms"),
    outlet="Nordküstenblatt",
    url="https://example.org/deich?a=1",
    published=datetime.fromisoformat("2024-03-05T08:00:00+01:00"),
    place=Located("Husum", span("Husum")),
    statements=(FULL, DENIAL, BARE),
)
WITHOUT_ADDRESS = Article(text="Ohne Adresse, ohne Aussage.", source="a.txt")


# XML, which some tools keep texts in, has no control characters, and no file has half ones.
_WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n🙂„“ aß"),
    min_size=1,
    max_size=60,
)


_names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=9)


@st.composite
def _spans(draw: st.DrawFn, length: int, fewest: int = 0) -> tuple[Span, ...]:
    cuts = draw(
        st.lists(st.integers(0, length), min_size=2 * fewest, max_size=6, unique=True).map(sorted)
    )
    return tuple(Span(*cuts[i : i + 2]) for i in range(0, len(cuts) - 1, 2))


@st.composite
def _person(draw: st.DrawFn, text: str) -> Person:
    place = draw(_spans(len(text)))
    role = Located(place[0].of(text), place[0]) if place else None
    return Person(draw(_names), draw(st.sampled_from(PersonKind)), role)


@st.composite
def _when(draw: st.DrawFn, text: str) -> When | None:
    days = sorted(draw(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), max_size=2)))
    words = draw(_spans(len(text)))
    if not days and not words:
        return None
    return When(
        draw(st.sampled_from(WhenBasis)),
        days[0] if len(days) == 2 else None,
        days[-1] if days else None,
        draw(st.sampled_from(Precision)),
        None,
        words[0] if words else None,
    )


@st.composite
def _statement(draw: st.DrawFn, text: str, number: int) -> Statement:
    def spans(fewest: int = 0) -> tuple[Span, ...]:
        return draw(_spans(len(text), fewest))

    occasion, via, about = spans(), spans(), spans()
    addressee = draw(st.none() | _person(text))
    return Statement(
        id=number,
        type=draw(st.sampled_from(QuotationType)),
        medium=draw(st.sampled_from(Medium)),
        quote=spans(1),
        confidence=draw(st.floats(0, 1)),
        speaker=spans(),
        cue=spans(),
        frame=spans(),
        addressee=spans(),
        nested_in=draw(st.none() | st.integers(1, 3)),
        person=draw(st.none() | _person(text)),
        via=Located(via[0].of(text), via[0]) if via else None,
        addressee_person=addressee and replace(addressee, role=None),
        about=tuple(
            Mention(draw(_names), draw(st.sampled_from(PersonKind)), place) for place in about
        ),
        said_on=draw(_when(text)),
        occasion=Occasion(draw(st.sampled_from(OccasionKind)), occasion) if occasion else None,
        in_reply_to=spans(),
        act=draw(st.none() | st.sampled_from(Act)),
        condition=spans(),
        negated=draw(st.booleans()),
        damage=spans(),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article with up to three statements, whatever they are."""
    text = draw(_WORDS.filter(lambda words: len(words) > 1))
    count = draw(st.integers(0, 3))
    return Article(
        text=text,
        source="a.txt",
        url=draw(st.none() | st.just("https://example.org/a")),
        title=draw(st.none() | st.just("Titel")),
        statements=tuple(draw(_statement(text, number)) for number in range(1, count + 1)),
    )
