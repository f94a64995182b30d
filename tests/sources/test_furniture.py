"""What a page carries beside its article is told from what looks like it."""

import pytest

from wortlaut.sources._furniture import furniture_among, is_furniture

GERMAN_FURNITURE = """\
Schreibe einen Kommentar
Schreiben Sie einen Kommentar
Kommentar verfassen
Deine E-Mail-Adresse wird nicht veröffentlicht.
Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
Erforderliche Felder sind mit * markiert
Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser speichern.
Sie müssen angemeldet sein, um einen Kommentar schreiben zu können.
Die Kommentarfunktion ist geschlossen.
Kommentare (12)
34 Kommentare
Antworten abbrechen
Lesen Sie auch
Lesen Sie auch:
Lesen Sie auch: Senat streitet über den Haushalt
Lesen Sie mehr zum Thema
Lesen Sie hier, warum der Hafen wächst
Mehr zum Thema
Mehr zum Thema: Hafen
Mehr Nachrichten aus Hamburg
Das könnte Sie auch interessieren
Auch interessant: Warum die Elbe steigt
Siehe auch: Chronik des Streits
Weiterlesen
Jetzt weiterlesen mit dem Digitalabo
Sie haben bereits ein Abo? Hier anmelden
Dieser Artikel ist nur für Abonnenten lesbar.
4 Wochen für 1 Euro testen
Monatlich kündbar.
Teilen Sie diesen Artikel
Teilen
Artikel drucken
Auf Facebook teilen
Facebook | Twitter | WhatsApp | E-Mail
Melden Sie sich für unseren Newsletter an.
Jetzt unseren Newsletter abonnieren
Folgen Sie uns auf Instagram
Bleiben Sie auf dem Laufenden!
Wir verwenden Cookies, um unsere Seite zu verbessern.
Diese Website benutzt Cookies. Wenn Sie sie weiter nutzen, stimmen Sie der Verwendung zu.
An dieser Stelle finden Sie einen externen Inhalt von YouTube.
Mit Ihrer Zustimmung wird hier ein externer Inhalt geladen.
Foto: dpa
(Foto: Max Muster/dpa)
Bild: picture alliance
Archivfoto: Anna Muster
Das Rathaus am Freitagabend. Foto: Max Muster
Bildquelle: Senatskanzlei
© 2022 Beispielverlag
© dpa-infocom, dpa:221203-99-12345/2
Alle Rechte vorbehalten.
Quelle: dpa
Quellen:
(dpa/lno)
Themen: Hafen, Senat, Haushalt
Schlagwörter
Stand: 3. Dezember 2022, 14:30 Uhr
Zuletzt aktualisiert: 03.12.2022
Veröffentlicht am 3. Dezember 2022
Samstag, 3. Dezember 2022
vor 3 Stunden
Lesezeit: 4 Minuten
Startseite > Politik > Hamburg
Anzeige
Zur Startseite
Drucken
https://example.org/hafen
#Hafen #Senat
* * *
Mit Material von dpa und epd
""".splitlines()

ENGLISH_FURNITURE = """\
Leave a Comment
Leave a Reply
Leave a Reply Cancel reply
Your email address will not be published.
Your email address will not be published. Required fields are marked *
Required fields are marked *
Save my name, email, and website in this browser for the next time I comment.
You must be logged in to post a comment.
Comments are closed.
12 Comments
Comments (3)
Source link
Source: Example Wire
Read more
Read more: Council splits over the harbour
Read More »
Related
Related: Mayor under pressure
Related Articles
See also: The long road to the vote
You may also like
More on this story
Recommended for you
Continue reading
Click here to read the full report
Share this
Share this article
Share on Facebook
Tweet
Print
Email this article
Facebook, Twitter, LinkedIn
Follow us on Twitter
Sign up for our newsletter
Sign up for our daily newsletter and get the news in your inbox.
Subscribe now
Subscribe today for unlimited access to our journalism.
Already a subscriber? Log in
This article is available only to subscribers.
By signing up you agree to our terms.
We use cookies to improve your experience.
This website uses cookies. By continuing you agree to their use.
Advertisement
Story continues below advertisement
Photo: Jane Doe
(Photo by Jane Doe/Getty Images)
Image source, Getty Images
Credit: John Roe
The mayor at the harbour on Friday. Photo: Jane Doe
Getty Images
© 2022 Example Media. All rights reserved.
Copyright 2022 Example Media
Tags: harbour, council
Filed under: Politics
Published December 3, 2022
Last updated: Dec. 3, 2022, 2:30 p.m.
December 3, 2022
3 hours ago
5 min read
Home > Politics > Europe
Editor's Picks
Most Read
Skip to main content
Back to top
Terms of Service
www.example.org/harbour
(Reporting by Jane Doe; Editing by John Roe)
_____
""".splitlines()

GERMAN_TEXT = """\
„Lesen Sie auch das Kleingedruckte“, sagte der Anwalt.
Lesen Sie auch das Kleingedruckte, bevor Sie unterschreiben.
Der Minister kündigte an, den Newsletter des Amtes einzustellen.
Den Newsletter haben nach Angaben des Amtes 3000 Menschen abonniert.
Jetzt hat die Partei auch ihren Newsletter eingestellt.
Jetzt muss der Konzern 300 Euro je Kunde zahlen.
„Wir verwenden Cookies, um Besucher zu zählen“, räumte der Sprecher ein.
Die Behörde verlangt, dass Seiten vor dem Setzen von Cookies fragen.
Sie müssen sich nicht anmelden, sagte die Ministerin.
Teilen wolle er die Macht nicht, erklärte der Präsident.
Teile der Opposition warfen ihm Verrat vor.
Kommentare zu dem Urteil lehnte der Sprecher ab.
Die Kommentarfunktion wurde abgeschaltet, weil Nutzer den Bürgermeister bedroht hatten.
Mehr zum Thema wollte sie nicht sagen, erklärte die Kanzlerin.
Mehr wollte der Sprecher dazu nicht sagen.
Quelle des Lärms sei die Autobahn, teilte das Amt mit.
Das Foto zeigt nach Angaben der Polizei den Täter.
Bild: Herr Minister, warum treten Sie zurück?
Bild: Das glaube ich Ihnen nicht.
Foto und Film seien erlaubt, entschied das Gericht.
Bilder aus der Stadt zeigen Rauch über dem Hafen.
Stand 3. Dezember waren in den Lagern noch 30.000 Menschen.
Aktualisiert werde die Liste erst im Januar, sagte sie.
Anzeige gegen unbekannt erstattete der Verein am Freitag.
Die Anzeige sei falsch, sagte der Händler.
Werbung für Tabak soll verboten werden.
Bereits 300 Fälle wurden im Dezember registriert.
Noch nie wurden so viele Autos registriert.
Sie haben ein Konto bei der Bank gesperrt, hieß es.
Mit der Registrierung der Wähler will die Regierung im Mai beginnen.
Mit Material aus der Ukraine baute der Künstler sein Haus.
Folgen hatte das nicht.
Folgen Sie mir, sagte der Polizist.
Abonnenten des Blattes klagten über den Preis.
Dieser Artikel ist der wichtigste im Grundgesetz.
Exklusiv für den Sender sprach der Präsident über den Krieg.
Hier finden Sie keine Hilfe mehr, klagte der Arzt.
Hier wird externe Hilfe gebraucht.
Themen seien der Hafen und der Haushalt gewesen.
Am 3. Dezember 2022 wurde der Vertrag unterzeichnet.
Vor drei Stunden habe er noch gelebt, sagte die Nachbarin.
Auf Facebook teilen Tausende das Video.
Auf Twitter schrieb die Ministerin, sie trete zurück.
Drucken lassen will die Zentralbank kein neues Geld.
Von Anfang an habe er gelogen, sagte der Zeuge.
Alle Rechte der Kinder müssen geachtet werden.
Einverstanden.
Ja.
[…]
Weiterlesen könne man das im Bericht, sagte der Richter.
""".splitlines()

ENGLISH_TEXT = """\
“Read more books,” the teacher told the class.
Read more books and fewer papers, the teacher advised.
He said the newsletter had 3,000 readers.
Sign up to fight, the general told them.
“We use cookies to count our visitors,” the company said.
We baked cookies for the soldiers at the border.
The regulator wants sites to ask before they set cookies.
Leave a comment like that in public and you lose your seat, he said.
Comments he made on Friday angered the council.
Comments were not returned by the White House.
Share prices fell after the minister spoke.
Share this burden with us, the president asked the allies.
Related charges were dropped in May.
Sources close to the talks said there was no deal.
The source said the talks had failed.
Pictures from the scene showed smoke over the city.
Photos by the agency show two men at the gate.
Photo finishes decided three of the races.
Images of the attack were shown in court.
Copyright law is a mess, and nobody denies it.
Credit is cheap, and the bank wants to keep it so.
Subscribe to his theory or not, the numbers are right.
Support for the president stands at 40 percent today.
Become a nurse today and you will earn less than a cleaner.
Already a member of the party, she ran for mayor.
This article is the most important one of the treaty.
The story is available to anyone who asks, he said.
The material may not be safe, the agency warned.
By entering the building you broke the law, the judge said.
Continue reading the law and you will see, he said.
Published in May, the report blames the ministry.
Updated figures were not given.
On December 3, 2022, the treaty was signed.
Three hours ago he was alive, the neighbour said.
Home to 3,000 people, the town has one doctor.
Follow the money, she told the committee.
Tags on the boxes showed where they came from.
Print is dead, the publisher said.
Tweets by the minister were deleted.
Email he sent in March shows that he knew.
Advertisement revenue fell by a third.
More on this will be said on Monday, the spokesman added.
More: that is what the unions want, he said.
Listen: this is not over.
Look: we are going to win.
See what happens, he told them.
Terms of the deal were not disclosed.
Editing by the ministry removed the names, the report says.
Facebook removed the video on Friday.
Register of members' interests: who said what?
Top officials denied it.
""".splitlines()


def test_the_lists_are_long_and_varied() -> None:
    """Each list holds at least forty lines, none of them twice."""
    for lines in (GERMAN_FURNITURE, ENGLISH_FURNITURE, GERMAN_TEXT, ENGLISH_TEXT):
        assert len(set(lines)) == len(lines) >= 40


@pytest.mark.parametrize("line", GERMAN_FURNITURE + ENGLISH_FURNITURE)
def test_furniture_is_recognised_by_its_line(line: str) -> None:
    """A line that pages carry beside their articles is furniture wherever it stands."""
    assert is_furniture(line)


@pytest.mark.parametrize("line", GERMAN_FURNITURE + ENGLISH_FURNITURE)
def test_spaces_and_capitals_do_not_hide_furniture(line: str) -> None:
    """Pages set the same line in capitals and with stray spaces."""
    assert is_furniture(f"\t{line.replace(' ', chr(160) + ' ')}  ")
    if "ß" not in line and not line.startswith(("Das Rathaus", "The mayor")):
        assert is_furniture(line.upper())


@pytest.mark.parametrize("line", GERMAN_TEXT + ENGLISH_TEXT)
def test_a_sentence_that_looks_like_furniture_stays(line: str) -> None:
    """What an article says about newsletters, sources and pictures is no furniture."""
    assert not is_furniture(line)


def test_a_long_paragraph_is_never_furniture() -> None:
    """However a paragraph begins, 600 characters of it are text."""
    assert is_furniture("© 2022 Beispielverlag")
    assert not is_furniture("© 2022 Beispielverlag " + "und mehr " * 80)


PROSE = (
    "Der Senat hat am Freitag beschlossen, den Hafen zu erweitern und dafür Geld zu leihen.",
    "Die Opposition nannte den Beschluss einen Fehler, der die Stadt noch lange belasten werde.",
    "Der Bürgermeister erwiderte, ohne den Hafen habe die Stadt keine Zukunft und keine Arbeit.",
    "Am Montag will der Ausschuss über die Einzelheiten der Finanzierung beraten und abstimmen.",
)


def kept(*lines: str) -> list[str]:
    """The lines that are left."""
    return [line for line, flag in zip(lines, furniture_among(lines), strict=True) if not flag]


def test_a_menu_before_the_article_goes() -> None:
    """Short lines in a row at the head are a menu; the headline behind them stays."""
    menu = ("Beispielblatt", "Politik", "Wirtschaft", "Rat und Tat", "Leute", "Mein Viertel")
    assert kept(*menu, "Senat baut den Hafen aus", *PROSE) == ["Senat baut den Hafen aus", *PROSE]


def test_short_lines_within_the_article_stay() -> None:
    """Headings and a dialogue between paragraphs are no menu."""
    inner = ("Streit um Geld", "Wer zahlt", "Was nun")
    assert kept(*PROSE[:2], *inner, *PROSE[2:]) == [*PROSE[:2], *inner, *PROSE[2:]]


def test_a_menu_behind_the_article_goes() -> None:
    """Sections and short lines in a row at the foot are a menu."""
    assert kept(*PROSE, "Leute", "Mein Viertel", "Rat und Tat", "Sport") == [*PROSE]


def test_all_that_follows_a_comment_form_goes() -> None:
    """What readers write below an article is not part of it."""
    comment = "Endlich sagt es mal einer, ich habe das schon vor zehn Jahren so kommen sehen."
    assert kept(*PROSE, "Schreibe einen Kommentar", "Hans", comment) == [*PROSE]
    assert kept(*PROSE, "Source link", "Hans", comment) == [*PROSE]
    assert kept(*PROSE, "Kommentare (2)", "Hans", comment) == [*PROSE]


def test_a_link_to_the_comments_at_the_head_ends_nothing() -> None:
    """Pages link to their comments above the article, too."""
    assert kept("Kommentare (2)", "Leave a Comment", *PROSE) == [*PROSE]
    assert kept(PROSE[0], "Kommentare (2)", *PROSE[1:]) == [*PROSE]


def test_several_articles_in_a_text_all_stay() -> None:
    """A mark that comes again behind more prose is the end of one article of several."""
    assert kept(*PROSE, "Source link", *PROSE, "Source link") == [*PROSE, *PROSE]


def test_links_behind_their_heading_go_up_to_the_next_sentence() -> None:
    """A list of other articles within the text leaves with its heading."""
    links = ("Mehr zum Thema", "Hafen wird tiefer", "Elbe steigt und steigt und steigt")
    assert kept(*PROSE[:2], *links, *PROSE[2:]) == [*PROSE]
    assert kept(*PROSE[:2], "Mehr zum Thema", "Was wird nun?", *PROSE[2:]) == [
        *PROSE[:2],
        "Was wird nun?",
        *PROSE[2:],
    ]


def test_a_byline_is_furniture_at_the_edges_only() -> None:
    """*Von Anna Muster* heads an article; within it, it may be half a sentence."""
    assert kept("Von Anna Muster", *PROSE) == [*PROSE]
    assert kept(*PROSE, "Von Anna Muster") == [*PROSE]
    assert kept(*PROSE[:2], "Von Anna Muster", *PROSE[2:]) != [*PROSE]


def test_a_text_without_prose_keeps_its_short_lines() -> None:
    """Where there is no paragraph to stand around, short lines are the text."""
    assert kept("Ja", "Nein", "Vielleicht", "Wir kommen") == [
        "Ja",
        "Nein",
        "Vielleicht",
        "Wir kommen",
    ]


def test_nothing_gives_nothing() -> None:
    """A page without lines has no furniture."""
    assert furniture_among([]) == []
