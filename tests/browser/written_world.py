"""A small world written for the browser tests: two towns, a ferry, and what was said about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.record.written_record import article, said
from wortlaut.model import Act, Article, Mention, Person, PersonKind, QuotationType, Span
from wortlaut.record import Record

STRIFE = (
    "Streit um die Fähre nach Norrum\n\n"
    "Kapitänin Ole Brandt sagte am Dienstag vor Reportern: „Wir legen ab, sobald der Wind es "
    "zulässt.“ Reeder Piet Voss widersprach ihr noch am selben Abend. Das Schiff sei nicht bereit, "
    "sagte er zu Ole Brandt.\n\n"
    "Wenn die Stadt die Hälfte zahle, werde die Fähre bis April überholt, kündigte Voss an. "
    "„Von ‚Stillstand‘ kann keine Rede sein“, betonte Bürgermeisterin Ada Lüders. Die Stadt Norrum "
    "forderte eine schnelle Entscheidung."
)
SHORTER = (
    "Kapitänin Ole Brandt kündigte am Dienstag an: „Wir legen ab, wenn der Wind es zulässt.“ "
    "Reeder Piet Voss lehnte das ab: Das Schiff sei nicht bereit."
)
ENGLISH = (
    "Captain Ole Brandt told reporters on Tuesday: “We will sail as soon as the wind allows it.” "
    "Shipowner Piet Voss said the ship was not ready."
)
REVERSAL = (
    "Reeder Piet Voss hat seine Meinung geändert. „Das Schiff ist bereit“, sagte er am Freitag. "
    "Bürgermeisterin Ada Lüders dankte Piet Voss: „Die Fähre fährt wieder.“"
)


def written_world(folder: Path) -> Path:
    """A record in this folder with all of it; its file."""
    place = folder / "world.db"
    with Record(place) as record:
        for each in (*articles(), *_crowd()):
            record.add(each)
    return place


def articles() -> tuple[Article, ...]:
    """Four articles of three outlets, in two languages, and one with hostile words."""
    return (
        article(
            STRIFE,
            said(
                "„Wir legen ab, sobald der Wind es zulässt.“",
                person="Ole Brandt",
                role="Kapitänin",
                speaker="Ole Brandt",
                act=Act.ANNOUNCES,
                on=date(2026, 11, 17),
            ),
            said(
                "Das Schiff sei nicht bereit",
                type=QuotationType.INDIRECT,
                person=_voss(STRIFE),
                addressee="Ole Brandt",
                act=Act.DENIES,
                negated=True,
                on=date(2026, 11, 17),
            ),
            said(
                "Wenn die Stadt die Hälfte zahle, werde die Fähre bis April überholt",
                type=QuotationType.INDIRECT_FREE_INDIRECT,
                person="Piet Voss",
                condition="Wenn die Stadt die Hälfte zahle",
                act=Act.ANNOUNCES,
                about=_about(STRIFE, "Stadt", "Stadt Norrum", PersonKind.BODY),
            ),
            said(
                "„Von ‚Stillstand‘ kann keine Rede sein“",
                person="Ada Lüders",
                role="Bürgermeisterin",
                act=Act.DENIES,
                negated=True,
            ),
            said("‚Stillstand‘", nested_in=4),
            said(
                "forderte eine schnelle Entscheidung",
                type=QuotationType.REPORTED,
                person=Person("Stadt Norrum", PersonKind.BODY),
                act=Act.DEMANDS,
            ),
            title="Streit um die Fähre nach Norrum",
            url="https://deichblatt.example/faehre",
            published=date(2026, 11, 18),
        ),
        article(
            SHORTER,
            said(
                "„Wir legen ab, wenn der Wind es zulässt.“",
                person="Ole Brandt",
                role="Kapitänin",
                on=date(2026, 11, 17),
            ),
            said(
                "Das Schiff sei nicht bereit",
                type=QuotationType.INDIRECT,
                person="Piet Voss",
                role="Reeder",
                act=Act.REFUSES,
                negated=True,
                on=date(2026, 11, 17),
            ),
            title="Fähre: Kapitänin will ablegen",
            url="https://kuestenbote.example/faehre",
            outlet="Küstenbote",
            published=date(2026, 11, 18),
        ),
        article(
            ENGLISH,
            said(
                "“We will sail as soon as the wind allows it.”",
                person="Ole Brandt",
                role="Captain",
                on=date(2026, 11, 17),
            ),
            said(
                "the ship was not ready",
                type=QuotationType.INDIRECT,
                person="Piet Voss",
                role="Shipowner",
                on=date(2026, 11, 17),
            ),
            title="Ferry row in Norrum",
            url="https://coast.example/ferry",
            outlet="The Coast",
            language="en",
            published=date(2026, 11, 19),
        ),
        article(
            REVERSAL,
            said(
                "„Das Schiff ist bereit“",
                person="Piet Voss",
                role="Reeder",
                act=Act.ASSERTS,
                on=date(2026, 11, 20),
            ),
            said(
                "„Die Fähre fährt wieder.“",
                person="Ada Lüders",
                role="Bürgermeisterin",
                addressee="Piet Voss",
                on=date(2026, 11, 20),
            ),
            title="Reeder lenkt ein",
            url="https://deichblatt.example/wende",
            published=date(2026, 11, 21),
        ),
        hostile(),
    )


def hostile() -> Article:
    """An article that tries to run scripts, steer the text and lead to scripts."""
    text = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> sagte Eve \u202e<b>Mallory</b>: "
        '„Ein Satz" onmouseover="alert(3)“, und mehr nicht.'
    )
    return article(
        text,
        said(
            '„Ein Satz" onmouseover="alert(3)“',
            person='Eve "><script>alert(4)</script>',
            speaker="Eve \u202e<b>Mallory</b>",
        ),
        title="</title><script>alert(5)</script>",
        url="javascript:alert(6)",
        outlet="<svg onload=alert(7)>",
        published=date(2026, 10, 1),
    )


def _voss(text: str) -> Person:
    mention = Span(text.index("er zu Ole"), text.index("er zu Ole") + 2)
    return Person(
        "Piet Voss", PersonKind.HUMAN, mentions=(mention,), confidence=0.6, runner_up="Ada Lüders"
    )


def _about(text: str, words: str, name: str, kind: PersonKind) -> tuple[Mention, ...]:
    begin = text.index(words)
    return (Mention(name, kind, Span(begin, begin + len(words))),)


def _crowd() -> tuple[Article, ...]:
    """Thirty days on which Anna and A. Möller may be one, for pages that go on."""
    names = ("A. Möller", "Meteorologin"), ("Anna Möller", "Sprecherin")
    result = []
    for day in range(1, 31):
        name, role = names[day % 2]
        words = f"„Am Tag {day} bleibt das Wasser ruhig.“"
        result.append(
            article(
                f"{role} {name} sagte: {words}",
                said(words, person=name, role=role, on=date(2026, 9, day)),
                url=f"https://deichblatt.example/wetter/{day}",
                title=f"Wetter am {day}. September",
                published=date(2026, 9, day),
            )
        )
    return tuple(result)
