"""An article as a person sees it on the terminal."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from rich.console import Console
from rich.style import Style

from wortlaut import Article, Located, Medium, QuotationType, Span, Statement
from wortlaut.cli._marking import STYLES, Look, marked_lines
from wortlaut.cli._terminal import print_article

COLOURS = Look(width=80, styles=STYLES, brackets=False)
BRACKETS = Look(width=80, styles=STYLES, brackets=True)

TEXT = """Der Deich hält

KIEL (dpa) – „Wir sind sicher“, sagte Ada Petersen dem Rat, „und das bleibt so.“

Sie erklärte, der Rat habe gesagt: „Es reicht“. Dies sei bekannt.


Lesen Sie auch: Die Flut
"""


def at(words: str) -> Span:
    """Where `words` stand in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(number: int, kind: QuotationType, *quote: str, **fields: object) -> Statement:
    """A statement with these words, its roles given as words too."""
    roles = {
        name: tuple(map(at, value)) if isinstance(value, tuple) else value
        for name, value in fields.items()
    }
    return Statement(
        id=number,
        type=kind,
        medium=Medium.SPEECH,
        quote=tuple(map(at, quote)),
        confidence=0.874,
        **roles,  # type: ignore[arg-type]
    )


ARTICLE = Article(
    text=TEXT,
    source="deich.txt",
    language="de",
    title="Der Deich hält",
    authors=("Jo Brandt",),
    outlet="Küstenbote",
    published=date(2026, 11, 20),
    agency=Located("dpa", at("dpa")),
    place=Located("Kiel", at("KIEL")),
    furniture=(at("Lesen Sie auch: Die Flut"),),
    statements=(
        said(
            1,
            QuotationType.DIRECT,
            "„Wir sind sicher“",
            "„und das bleibt so.“",
            speaker=("Ada Petersen",),
            cue=("sagte",),
            addressee=("dem Rat",),
        ),
        said(
            2,
            QuotationType.INDIRECT,
            "der Rat habe gesagt: „Es reicht“",
            speaker=("Sie",),
            mixed=True,
        ),
        said(3, QuotationType.DIRECT, "„Es reicht“", nested_in=2),
        said(4, QuotationType.INDIRECT_FREE_INDIRECT, "Dies sei bekannt."),
    ),
)


def shown(
    article: Article, *, width: int = 80, colour: bool = False, head: bool = True, found: int = 4
) -> str:
    """What is printed on a terminal of this width."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    print_article(console, article, found=found, head=head)
    return stream.getvalue()


def test_the_head_says_what_is_known() -> None:
    """Outlet, authors, agency, place, day and language stand in one line under the source."""
    first, second, *_ = shown(ARTICLE).splitlines()
    assert first.startswith("deich.txt ─")
    assert second == "Küstenbote · Jo Brandt · dpa · Kiel · 2026-11-20 · German"


def test_the_head_leaves_out_what_is_not_known() -> None:
    """No empty fields, no placeholders."""
    article = Article(text="Nichts.", source="x")
    assert shown(article, found=0).splitlines()[1:4] == ["", "Nichts.", ""]


def test_a_time_of_day_is_shown_with_its_zone() -> None:
    """Minutes are enough."""
    article = replace(ARTICLE, published=datetime(2026, 11, 20, 9, 30, 5, tzinfo=UTC))
    assert "2026-11-20 09:30+00:00" in shown(article)


def test_the_title_is_printed_once() -> None:
    """In the head where the text lacks it, in the text where it begins with it."""
    assert shown(ARTICLE).count("Der Deich hält") == 1
    assert shown(replace(ARTICLE, title="Deich sicher")).count("Deich sicher") == 1


def test_without_colour_brackets_show_where_quotations_begin_and_end() -> None:
    """Nested ones stand in brackets within brackets, each piece has its number."""
    printed = shown(ARTICLE)
    assert "¹[„Wir sind sicher“], sagte Ada Petersen dem Rat, ¹[„und das bleibt" in printed
    assert "²[der Rat habe gesagt: ³[„Es reicht“]]. ⁴[Dies sei bekannt.]" in printed


def test_without_colour_furniture_has_a_sign() -> None:
    """And the legend explains it."""
    printed = shown(ARTICLE).splitlines()
    assert "~ Lesen Sie auch: Die Flut" in printed
    assert "direct   indirect   indirect_free_indirect   ~ furniture" in printed


def test_in_colour_there_are_no_brackets() -> None:
    """The type's style says it, under the raised number."""
    printed = shown(ARTICLE, colour=True)
    assert "[„Wir" not in printed
    assert STYLES[QuotationType.DIRECT].render("¹") in printed
    assert "~" not in printed


def test_no_color_in_the_environment_brings_the_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """https://no-color.org: also on a terminal that could do colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="truecolor", width=80)
    print_article(console, ARTICLE, found=4, head=True)
    assert "¹[" in stream.getvalue()
    assert "38;2;" not in stream.getvalue()


def test_a_nested_quotation_wears_its_own_colour_over_the_outer_line() -> None:
    """Verbatim words in an indirect quotation are bold, blue, and underlined."""
    lines = list(marked_lines(ARTICLE, COLOURS))
    line = next(line for line in lines if "Es reicht" in line.plain)
    style = line.get_style_at_offset(Console(), line.plain.index("Es reicht"))
    assert style.color == STYLES[QuotationType.DIRECT].color
    assert (style.bold, style.underline) == (True, True)
    after = line.get_style_at_offset(Console(), line.plain.index(". "))
    assert after == Style.null()


def test_a_quotation_over_two_paragraphs_is_marked_in_both() -> None:
    """Its number stands at its beginning only."""
    text = "„Ja.\n\nUnd ja“, sagte sie."
    statement = Statement(1, QuotationType.DIRECT, Medium.SPEECH, (Span(0, 13),), 1.0)
    lines = list(marked_lines(Article(text=text, statements=(statement,)), BRACKETS))
    assert [line.plain for line in lines] == ["¹[„Ja.", "", "Und ja“], sagte sie."]


def test_crossing_quotations_lose_no_text() -> None:
    """A model may find what no author would write."""
    text = "abcdefgh"
    statements = tuple(
        Statement(number, QuotationType.DIRECT, Medium.SPEECH, (Span(*span),), 1.0)
        for number, span in [(1, (0, 5)), (2, (3, 8)), (3, (3, 5)), (4, (0, 8))]
    )
    (line,) = marked_lines(Article(text=text, statements=statements), COLOURS)
    assert "".join(c for c in line.plain if c.isascii()) == text


def test_the_list_gives_words_type_place_and_confidence() -> None:
    """Each statement has a line of facts and its words under it."""
    printed = shown(ARTICLE).splitlines()
    first = next(i for i, line in enumerate(printed) if line.startswith(" 1  "))
    assert printed[first].startswith(" 1  Ada Petersen · sagte → dem Rat  ")
    assert printed[first].endswith("  direct · 3:14 · 87%")
    assert printed[first + 1] == "    „Wir sind sicher“ … „und das bleibt so.“"


def test_the_list_says_what_is_mixed_nested_or_without_a_speaker() -> None:
    """Where no words name the speaker there is a dash."""
    printed = shown(ARTICLE)
    assert "indirect, mixed · 5:15" in printed
    assert "direct, in 2 · 5:36" in printed
    assert "\n 4  — " in printed


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Long words are broken, and on a wide terminal lines stay short enough to read."""
    article = replace(ARTICLE, text=TEXT + "x" * 300, title="T" * 90)
    widest = max(map(cell_len, shown(article, width=width).splitlines()))
    assert widest <= min(width, 100)


def test_no_line_ends_in_blanks() -> None:
    """What is copied out of the terminal is clean."""
    assert not [line for line in shown(ARTICLE).splitlines() if line.endswith(" ")]


def test_an_article_without_statements_says_so() -> None:
    """Silence could mean anything."""
    assert shown(Article(text="Es regnet."), found=0).splitlines()[-1] == "No statements"


@pytest.mark.parametrize("system", ["standard", "256", "truecolor"])
def test_every_type_has_a_colour_and_a_shape_of_its_own(
    system: Literal["standard", "256", "truecolor"],
) -> None:
    """Who cannot tell green from orange tells italic from underlined, on any terminal."""
    styles = Look.on(Console(force_terminal=True, color_system=system)).styles
    assert set(styles) == set(QuotationType)
    shapes = {(style.bold, style.underline, style.italic) for style in styles.values()}
    assert len(shapes) == len(styles)
    known = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
    colours = {
        style.color.downgrade(known.get(system, ColorSystem.TRUECOLOR))
        for style in styles.values()
        if style.color
    }
    assert len({colour.number or colour.triplet for colour in colours}) == len(styles)


@pytest.mark.parametrize("kind", QuotationType)
def test_colours_can_be_read_on_black_and_on_white(kind: QuotationType) -> None:
    """At least 4.3:1 by WCAG's relative luminance, on either ground."""
    colour = STYLES[kind].color
    assert isinstance(colour, Color)
    channels = [value / 255 for value in colour.get_truecolor()]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert (luminance + 0.05) / 0.05 >= 4.3
    assert 1.05 / (luminance + 0.05) >= 4.3
