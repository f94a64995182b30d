"""Web pages become articles: the body's paragraphs, and what the page says of itself."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut import Article, NoArticle
from wortlaut.sources import article_from_html

HEADLINE = "Niederau baut die Lenzbrücke neu"
LEAD = "Die Stadt Niederau baut ihre alte Brücke neu, doch der Streit über die Kosten geht weiter."
FIRST = (
    "Der Stadtrat von Niederau hat am Dienstag beschlossen, die alte Brücke über die Lenz "
    "abzureißen und durch einen Neubau aus Holz und Stahl zu ersetzen."
)
SECOND = (
    "„Wir haben zehn Jahre lang geredet, jetzt wird gebaut“, sagte Bürgermeisterin Petra Hollmann "
    "nach der Sitzung, die bis in den späten Abend dauerte."
)
THIRD = (
    "Die Opposition kritisierte, dass die Kosten von 4,2 Millionen Euro nicht gedeckt seien und "
    "das Land noch keine Förderung zugesagt habe."
)
QUOTE = "Diese Brücke hat drei Kriege überstanden und wird nun von einem Haushaltsloch besiegt."
CAPTION = "Die alte Brücke im Nebel, gesehen vom Ufer der Lenz aus."
ENGLISH = (
    "The town council of Underwick voted on Tuesday to close the old ferry across the river Mell "
    "after forty years of service.",
    "“We cannot repair a boat that nobody will insure,” said Helen Darrow, who chairs the "
    "council's transport committee.",
    "Residents on the eastern bank said they had not been asked, and that the nearest bridge was "
    "an hour away by car.",
)


def paragraphs(*texts: str) -> str:
    """The texts, each in its own `p`."""
    return "".join(f"<p>{text}</p>" for text in texts)


def quoted(text: str) -> str:
    """The text as a block quotation."""
    return f"<blockquote><p>{text}</p></blockquote>"


def page(*body: str, head: str = "", language: str = "de") -> str:
    """A news page with `body` in its article, and furniture around it."""
    return f"""<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>
    <nav><ul><li><a href="/politik">Politik</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <main><article>{"".join(body)}</article></main>
    <footer><p>Der Lenzbote, Verlagshaus am Markt, alle Rechte vorbehalten.</p></footer>
    </body></html>"""


def read(*body: str, head: str = "", language: str = "de", url: str | None = None) -> Article:
    """The article of a page with a headline and this body."""
    markup = page(f"<h1>{HEADLINE}</h1>", *body, head=head, language=language)
    return article_from_html(markup, url=url, source="bruecke.html")


def json_ld(**fields: object) -> str:
    """A script with a NewsArticle of these fields."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def words(article: Article) -> list[str]:
    """What stands in the article's paragraphs."""
    return [span.of(article.text) for span in article.paragraphs]


BODY = paragraphs(FIRST, SECOND, THIRD)


def test_paragraphs_are_kept_apart_and_nothing_else_comes_along() -> None:
    """Headline, menu and footer stay out; the body's paragraphs are the text."""
    article = read(BODY)
    assert words(article) == [FIRST, SECOND, THIRD]
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_english_pages_are_read_alike() -> None:
    """An English page gives its paragraphs, its headline and its language."""
    headline = "<h1>Underwick closes its ferry</h1>"
    article = article_from_html(page(headline, paragraphs(*ENGLISH), language="en-GB"))
    assert words(article) == list(ENGLISH)
    assert article.title == "Underwick closes its ferry"
    assert article.language == "en"


def test_block_quotations_are_kept_in_their_place() -> None:
    """A block quotation with words of its own is a paragraph of the article."""
    article = read(paragraphs(FIRST, SECOND), quoted(QUOTE), paragraphs(THIRD))
    assert words(article) == [FIRST, SECOND, QUOTE, THIRD]


def test_a_figure_around_a_block_quotation_does_not_hide_it() -> None:
    """The quotation stays, the name in its caption does not."""
    figure = f"<figure>{quoted(QUOTE)}<figcaption>Udo Rahm, Anwohner</figcaption></figure>"
    article = read(paragraphs(FIRST), figure, paragraphs(SECOND, THIRD))
    assert words(article) == [FIRST, QUOTE, SECOND, THIRD]


def test_words_that_a_box_repeats_are_left_out_with_the_name_below() -> None:
    """A sentence of the text in large type is not said twice."""
    pulled = quoted("Wir haben zehn Jahre lang geredet, jetzt wird gebaut")
    below = paragraphs("Petra Hollmann, Bürgermeisterin")
    article = read(paragraphs(FIRST), pulled, below, paragraphs(SECOND, THIRD))
    assert words(article) == [FIRST, SECOND, THIRD]


def test_subheadings_are_paragraphs_of_their_own() -> None:
    """Headings between paragraphs stay; one with nothing below it does not."""
    article = read(
        paragraphs(FIRST, SECOND),
        "<h2>Kritik an den Kosten</h2>",
        paragraphs(THIRD),
        "<h2>Wie es weitergeht</h2>",
    )
    assert words(article) == [FIRST, SECOND, "Kritik an den Kosten", THIRD]


def test_items_of_lists_are_paragraphs_without_their_marks() -> None:
    """A list in the text gives one paragraph an item."""
    items = ["Der Abriss beginnt im März.", "Danach kommt der Neubau.", "Fertig ist alles 2029."]
    listed = "".join(f"<li>{item}</li>" for item in items)
    article = read(paragraphs(FIRST, SECOND), f"<ul>{listed}</ul>", paragraphs(THIRD))
    assert words(article) == [FIRST, SECOND, *items, THIRD]


def test_lists_of_links_are_left_out() -> None:
    """Links to other articles are none of this one's words."""
    links = (
        "<h3>Aus unserem Archiv</h3><ul>"
        "<li><a href='/a'>Hochwasser an der Lenz: Was die Stadt nun plant</a></li>"
        "<li><a href='/b'>Wie Holzbrücken hundert Jahre halten</a></li></ul>"
    )
    article = read(paragraphs(FIRST, SECOND), links, paragraphs(THIRD))
    assert "Hochwasser" not in article.text
    assert "Holzbrücken" not in article.text


def test_a_table_of_contents_is_left_out() -> None:
    """Its entries lead to places on the same page."""
    contents = "<ul><li><a href='#a'>Der Beschluss</a></li><li><a href='#b'>Kosten</a></li></ul>"
    article = read(paragraphs(FIRST), contents, paragraphs(SECOND, THIRD))
    assert words(article) == [FIRST, SECOND, THIRD]


def test_a_linked_sentence_of_the_text_stays() -> None:
    """A whole sentence may be a link and still belong to the text."""
    linked = "Das hatte die Verwaltung schon im vergangenen Herbst empfohlen."
    article = read(paragraphs(FIRST, f"<a href='/herbst'>{linked}</a>", SECOND, THIRD))
    assert words(article) == [FIRST, linked, SECOND, THIRD]


@pytest.mark.parametrize(
    "caption",
    [
        f"<figure><img src='b.jpg'><figcaption>{CAPTION}</figcaption></figure>",
        f"<div class='image-caption'><p>{CAPTION}</p></div>",
        f"<aside><p>{CAPTION}</p></aside>",
    ],
)
def test_captions_and_asides_are_left_out(caption: str) -> None:
    """What stands below a picture or in a box beside the text is not the text."""
    article = read(paragraphs(FIRST), caption, paragraphs(SECOND, THIRD))
    assert words(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "notice",
    [
        "Lesen Sie auch: Hochwasser an der Lenz",
        "Newsletter abonnieren",
        "Foto: Udo Rahm/Lenzbote",
        "Artikel teilen",
        "© Lenzbote 2026",
        "Schreiben Sie uns Ihre Meinung an redaktion@lenzbote.example",
        "Read more: Flood warning for the Mell",
        "Sign up for our newsletter",
    ],
)
def test_furniture_between_paragraphs_is_left_out(notice: str) -> None:
    """Lines that no article says of itself are dropped wherever they stand."""
    assert words(read(paragraphs(FIRST, SECOND, notice, THIRD))) == [FIRST, SECOND, THIRD]


def test_credits_and_a_note_about_the_author_are_left_out_at_the_end() -> None:
    """Who wrote and edited a text is not part of it."""
    notes = paragraphs("Redaktion: Ada Kern, Jo Winter", "Mira Lund ist Reporterin in Niederau.")
    article = read(BODY, notes, head=json_ld(headline=HEADLINE, author={"name": "Mira Lund"}))
    assert words(article) == [FIRST, SECOND, THIRD]


def test_a_quoted_person_stays_though_they_are_an_author() -> None:
    """Only a note about an author goes, not a paragraph in which they are quoted."""
    last = "Mira Lund ist sich sicher: „Diese Brücke wird teurer als jede andere“, schrieb sie."
    head = json_ld(headline=HEADLINE, author={"name": "Mira Lund"})
    assert words(read(BODY, paragraphs(last), head=head)) == [FIRST, SECOND, THIRD, last]


@pytest.mark.parametrize(
    ("head", "attribute"),
    [
        (f'<meta name="description" content="{LEAD}">', ""),
        (f'<meta property="og:description" content="{LEAD[:60]} ...">', ""),
        ("", "class='article__intro'"),
    ],
)
def test_the_standfirst_is_taken_from_the_pages_header(head: str, attribute: str) -> None:
    """A summary below the headline belongs to the text, even outside of its container."""
    header = f"<header><h1>{HEADLINE}</h1><p {attribute}>{LEAD}</p><p>Von Mira Lund</p></header>"
    article = article_from_html(page(header, f"<div>{BODY}</div>", head=head))
    assert words(article) == [LEAD, FIRST, SECOND, THIRD]


def test_bylines_and_times_before_the_text_are_left_out() -> None:
    """They are the page's facts about the article."""
    lines = paragraphs("Von Mira Lund", "Stand: 03.11.2026, 17:20 Uhr", "3 Minuten Lesezeit")
    article = read(lines, BODY)
    assert words(article) == [FIRST, SECOND, THIRD]
    assert article.authors == ("Mira Lund",)


@pytest.mark.parametrize(
    "heading", ["Von der Leyen lobt Niederau", "3. November: Der lange Weg zum Beschluss"]
)
def test_a_heading_is_not_taken_for_a_byline_or_a_date(heading: str) -> None:
    """Names and dates begin headings too."""
    article = read(paragraphs(FIRST), f"<h2>{heading}</h2>", paragraphs(SECOND, THIRD))
    assert words(article) == [FIRST, heading, SECOND, THIRD]


def test_a_dateline_goes_into_the_articles_fields() -> None:
    """The first paragraph begins behind the place and the agency; the text keeps them."""
    article = read(paragraphs(f"BERLIN (dpa) - {FIRST}", SECOND, THIRD))
    assert article.agency is not None
    assert article.agency.value == "dpa"
    assert article.place is not None
    assert article.place.span.of(article.text) == "BERLIN"
    assert words(article) == [FIRST, SECOND, THIRD]
    assert article.text.startswith("BERLIN (dpa) - ")


def test_line_breaks_part_paragraphs_only_in_pairs() -> None:
    """Two breaks end a paragraph, one does not."""
    article = read(f"<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>")
    assert words(article) == [FIRST, f"{SECOND} {THIRD}"]


def test_signs_that_only_steer_line_breaks_do_not_reach_the_text() -> None:
    """Soft hyphens and zero-width spaces are taken out, entities are resolved."""
    broken = FIRST.replace("Stadtrat", "Stadt&shy;rat").replace("Neubau", "Neu&#8203;bau")
    assert words(read(paragraphs(broken, SECOND, THIRD)))[0] == FIRST


def test_a_name_that_the_whole_text_carries_hides_nothing() -> None:
    """Sites call their article's elements as they like."""
    texts = (FIRST, SECOND, THIRD)
    body = "".join(f"<p class='widget related-text'>{text}</p>" for text in texts)
    assert words(read(f"<div class='teaser social'>{body}</div>")) == list(texts)


def test_facts_come_from_json_ld() -> None:
    """Headline, authors, outlet, address and time as schema.org has them."""
    head = '<link rel="canonical" href="https://lenzbote.example/bruecke">' + json_ld(
        headline="Neue Brücke für Niederau",
        author=[{"@type": "Person", "name": "Mira Lund"}, {"@type": "Person", "name": "Jo Winter"}],
        publisher={"@type": "Organization", "name": "Der Lenzbote"},
        datePublished="2026-11-03T18:05:00+01:00",
        dateModified="2026-11-04T08:00:00+01:00",
    )
    article = read(BODY, head=head)
    assert article.title == "Neue Brücke für Niederau"
    assert article.authors == ("Mira Lund", "Jo Winter")
    assert article.outlet == "Der Lenzbote"
    assert article.url == "https://lenzbote.example/bruecke"
    assert article.published == datetime(2026, 11, 3, 18, 5, tzinfo=timezone(timedelta(hours=1)))
    assert article.source == "bruecke.html"


def test_json_ld_may_be_a_graph_with_references_and_a_trailing_comma() -> None:
    """The page's own article is found among other nodes, its author by reference."""
    script = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Der Lenzbote"},
      {"@type": ["Article", "NewsArticle"], "headline": "Neue Brücke",
       "datePublished": "2026-11-03", "author": {"@id": "#mira"}},
      {"@type": "Person", "@id": "#mira", "name": "Mira Lund"},
    ]}</script>"""
    article = read(BODY, head=script)
    assert (article.title, article.authors) == ("Neue Brücke", ("Mira Lund",))
    assert article.published == date(2026, 11, 3)


def test_an_outlet_with_its_town_is_one_author() -> None:
    """A comma parts names of people only."""
    head = json_ld(headline=HEADLINE, author={"name": "Lenzbote, Niederau"})
    assert read(BODY, head=head).authors == ("Lenzbote, Niederau",)


def test_broken_json_ld_is_passed_over() -> None:
    """The page's other statements are used instead."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
        '<meta property="og:title" content="Neue Brücke für Niederau | Der Lenzbote">'
        '<meta property="og:site_name" content="Der Lenzbote">'
        '<meta name="author" content="Mira Lund und Jo Winter">'
    )
    article = read(BODY, head=head)
    assert article.title == "Neue Brücke für Niederau"
    assert article.outlet == "Der Lenzbote"
    assert article.authors == ("Mira Lund", "Jo Winter")


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta property="article:published_time" content="2026-11-03T17:05:00Z">',
            "",
            datetime(2026, 11, 3, 17, 5, tzinfo=UTC),
        ),
        ('<meta name="date" content="2026-11-03">', "", date(2026, 11, 3)),
        (
            '<meta name="date" content="2026-11-03">',
            '<time datetime="2026-11-03T18:05">heute</time>',
            datetime(2026, 11, 3, 18, 5),
        ),
        (
            "",
            '<p class="update"><time datetime="2026-11-05T09:00">Aktualisiert am 5.11.</time></p>'
            '<time datetime="2026-11-03T18:05:00+0100">3. November</time>',
            datetime(2026, 11, 3, 18, 5, tzinfo=timezone(timedelta(hours=1))),
        ),
        ("", "<p class='date'>Veröffentlicht am 3. November 2026</p>", date(2026, 11, 3)),
        ("", "<p>Stand: 03.11.2026, 17:20 Uhr</p>", datetime(2026, 11, 3, 17, 20)),
        (
            '<meta name="pubdate" content="Tue, 03 Nov 2026 17:05:00 +0000">',
            "",
            datetime(2026, 11, 3, 17, 5, tzinfo=UTC),
        ),
    ],
)
def test_the_date_comes_from_meta_time_or_the_pages_text(
    head: str, body: str, expected: date | datetime
) -> None:
    """A datetime where the page gives a time of day, a date where it does not."""
    published = read(body, BODY, head=head).published
    assert published == expected
    assert type(published) is type(expected)


def test_midnight_stands_for_no_time_of_day() -> None:
    """Systems that know the day alone write midnight."""
    head = json_ld(headline=HEADLINE, datePublished="2026-11-03T00:00:00+01:00")
    assert read(BODY, head=head).published == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://other.example2/bruecke", "https://www.lenzbote.example/bruecke?ref=mail"),
        ("https://www.lenzbote.example/", "https://www.lenzbote.example/bruecke?ref=mail"),
        ("/bruecke", "https://www.lenzbote.example/bruecke"),
    ],
)
def test_the_canonical_address_counts_on_the_same_site_alone(canonical: str, expected: str) -> None:
    """One that leads to another site, or to a front page, is not this article's."""
    head = f'<link rel="canonical" href="{canonical}">'
    article = read(BODY, head=head, url="https://www.lenzbote.example/bruecke?ref=mail")
    assert article.url == expected


def test_a_long_text_tells_its_language_against_the_template() -> None:
    """German text is German, whatever the template claims."""
    assert read(BODY, language="en").language == "de"


def test_a_short_text_is_believed_to_be_in_the_language_claimed() -> None:
    """A line of names is too little to contradict the page."""
    names = paragraphs("Niederau: Lenz, Hollmann, Rahm, Winter, Kern, Lund, Darrow und Mell.")
    assert read(names, language="nl").language == "nl"


def test_json_ld_leads_where_the_extractor_finds_a_part_of_the_text() -> None:
    """The page's statement of its text is looked up in the page's own blocks."""
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag")
    texts = [f"Am {day} tagte der Rat zum {i}. Mal." for i, day in enumerate(days, 2)]
    texts = [f"{text} Die Sitzung dauerte {len(text)} Minuten." for text in texts]
    hidden = "".join(f"<div class='comment-{i}'>{text}</div>" for i, text in enumerate(texts))
    head = json_ld(headline=HEADLINE, articleBody="\n".join([FIRST, SECOND, THIRD, *texts]))
    assert words(read(BODY, hidden)) == [FIRST, SECOND, THIRD]
    assert words(read(BODY, hidden, head=head)) == [FIRST, SECOND, THIRD, *texts]


TEASER = "Hochwasser an der Lenz: Die Stadt hat im Winter mehr als hundert Keller leer gepumpt."


@pytest.mark.parametrize(
    "teaser",
    [
        f"<a href='/a'><h3>Volle Keller</h3><p>{TEASER}</p></a>",
        f"<div class='k3'><h3><a href='/a'>Volle Keller</a></h3><p>{TEASER}</p></div>",
        f"<div class='story-teasers'><h4>Volle Keller</h4><p>{TEASER}</p></div>",
    ],
)
def test_teasers_of_other_articles_are_left_out(teaser: str) -> None:
    """Neither between the paragraphs nor below them."""
    article = read(paragraphs(FIRST, SECOND), teaser, paragraphs(THIRD), teaser * 3)
    assert words(article) == [FIRST, SECOND, THIRD]


def test_a_heading_with_a_link_to_its_own_place_stays() -> None:
    """A link to a place on the same page makes no teaser."""
    heading = "<h2><a href='#kosten'>Kritik an den Kosten</a></h2>"
    article = read(paragraphs(FIRST, SECOND), heading, paragraphs(THIRD))
    assert words(article) == [FIRST, SECOND, "Kritik an den Kosten", THIRD]


def test_of_several_articles_on_a_page_the_one_below_the_headline_is_read() -> None:
    """Pages that scroll on for ever hold the next article too."""
    following = f"<article><h1>Underwick closes its ferry</h1>{paragraphs(*ENGLISH)}</article>"
    markup = page(f"<h1>{HEADLINE}</h1>", BODY).replace("</main>", f"{following}</main>")
    assert words(article_from_html(markup)) == [FIRST, SECOND, THIRD]


def test_text_in_plain_containers_is_found() -> None:
    """Some sites write no `p` at all."""
    body = "".join(f"<div class='x1'><span>{text}</span></div>" for text in (FIRST, SECOND, THIRD))
    assert words(read(f"<div class='x0'>{body}</div>")) == [FIRST, SECOND, THIRD]


def test_a_line_below_a_picture_is_left_out_whatever_its_name() -> None:
    """A picture with words set deeper than the text is a unit of its own."""
    picture = f"<div class='z7'><img src='b.jpg'><p class='z8'>{CAPTION}</p></div>"
    article = read(paragraphs(FIRST, SECOND), picture, paragraphs(THIRD))
    assert words(article) == [FIRST, SECOND, THIRD]


def test_a_short_question_may_be_asked_twice() -> None:
    """Only long repetitions are taken for a box."""
    article = read(paragraphs(FIRST, "Warum?", SECOND, "Warum?", THIRD))
    assert words(article) == [FIRST, "Warum?", SECOND, "Warum?", THIRD]


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "   ",
        "<html><body></body></html>",
        "<html><body><ul><li><a href='/a'>Politik</a></li><li>Sport</li></ul></body></html>",
        "<html><body><form><input><button>Suchen</button></form><p>Anmelden</p></body></html>",
    ],
)
def test_html_without_an_article_is_an_error_that_names_its_source(markup: str) -> None:
    """The error says what was read and what to do."""
    with pytest.raises(NoArticle) as raised:
        article_from_html(markup, source="leer.html")
    assert str(raised.value).startswith("leer.html: ")
    assert raised.value.advice


def test_deeply_nested_pages_are_read() -> None:
    """Nesting does not exhaust the stack."""
    depth = 200
    assert words(read("<div>" * depth, BODY, "</div>" * depth)) == [FIRST, SECOND, THIRD]


_LETTERS = st.characters(
    exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"), exclude_characters="<>&"
)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(_LETTERS, min_size=1, max_size=30), min_size=3, max_size=6))
def test_offsets_are_code_points_whatever_the_characters(pieces: list[str]) -> None:
    """Emoji, combining signs and right-to-left letters do not shift the spans."""
    texts = [f"Frage {i}: Was heißt {piece} in Niederau?" for i, piece in enumerate(pieces)]
    article = read(paragraphs(FIRST, *texts, SECOND))
    assert article.text == "\n\n".join([FIRST, *texts, SECOND])
    assert words(article) == [FIRST, *texts, SECOND]
