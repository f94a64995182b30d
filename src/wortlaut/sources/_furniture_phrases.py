"""The words of a news page's furniture, German and English.

Three kinds, by how much they must be backed: lines that are furniture as they stand; openings
that make a line furniture whatever follows, unless it closes like a sentence; and sentences
that only furniture says, unless somebody is quoted in them.
All are in lower case and are held against a whole line in lower case, its white space made
single.
"""

from __future__ import annotations

import re

from wortlaut.sources._written_date import DATE, TIME

_EXACT_GERMAN = """
anzeige|werbung|advertorial|gesponsert|teilen|drucken|merken|speichern|vorlesen|anhören|kopieren
artikel teilen|artikel drucken|artikel merken|artikel anhören|artikel versenden|artikel speichern
artikel hören|artikel empfehlen|beitrag teilen|seite drucken|seite teilen|druckversion|link kopieren
kommentieren|kommentare|kommentar|kommentar schreiben|kommentar verfassen|kommentar abgeben
kommentar hinterlassen|kommentar abschicken|kommentare anzeigen|kommentare lesen|alle kommentare
kommentare laden|jetzt kommentieren|schreiben sie einen kommentar|schreibe einen kommentar
schreib einen kommentar|hinterlasse einen kommentar|hinterlassen sie einen kommentar
einen kommentar schreiben|ihr kommentar|dein kommentar|antworten|antworten abbrechen
antwort abbrechen|diskutieren sie mit|diskussion|leserkommentare|leserbrief schreiben|name *
e-mail *|e-mail-adresse *|website|kommentar *|absenden|senden|abschicken|leserbriefe
startseite|zur startseite|zurück zur startseite|zur übersicht|zurück zur übersicht|impressum
datenschutz|datenschutzerklärung|datenschutzhinweise|nutzungsbedingungen|agb|kontakt|über uns
mediadaten|hilfe|abo|e-paper|epaper|abonnieren|jetzt abonnieren|newsletter|anmelden|einloggen
registrieren|jetzt registrieren|jetzt anmelden|login|logout|abmelden|mein konto|menü|menü öffnen
menü schließen|suche|suchen|suche öffnen|schließen|navigation überspringen|zum inhalt springen
zum hauptinhalt springen|direkt zum inhalt|nach oben|zum seitenanfang|zurück|weiter
vorheriger artikel|nächster artikel|vorheriger beitrag|nächster beitrag|nächste seite
mehr zum thema|mehr dazu|mehr lesen|mehr erfahren|mehr anzeigen|mehr laden|weiterlesen|jetzt lesen
lesen sie auch|lesen sie dazu auch|lesen sie mehr|lesen sie mehr zum thema|lesen sie hier mehr
lesen sie weiter|lies auch|lesen sie jetzt|lesetipp|lesetipps|lesetipps der redaktion
auch interessant|ebenfalls interessant|passend zum thema|zum thema|siehe auch|unsere empfehlungen
das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren
auch das könnte sie interessieren|weitere artikel|weitere themen|weitere meldungen|weitere videos
weitere nachrichten|weitere beiträge|weitere informationen|ähnliche artikel|ähnliche beiträge
verwandte artikel|verwandte themen|verwandte beiträge|empfohlener redaktioneller inhalt
empfohlener externer inhalt|externer inhalt|meistgelesen|meistgelesene artikel|am meisten gelesen
meistgeklickt|neueste artikel|neueste beiträge|aktuelle nachrichten|aktuelle artikel|top-themen
top-artikel|topthemen|beliebte artikel|beliebt|aus dem ressort|mehr aus dem ressort|empfehlungen
schlagwörter|schlagworte|stichwörter|stichworte|themen|tags|quelle|quellen|quellenangabe
quellenangaben|quellenverzeichnis|quellenlink|einzelnachweise|weblinks|link zur quelle
zur quelle|originalartikel|bildergalerie|fotostrecke|zur fotostrecke|bild vergrößern|bildnachweis
video abspielen|lesezeit|zur merkliste|auf die merkliste|feedback|fehler melden|korrektur melden
fehler gefunden|alle akzeptieren|akzeptieren|ablehnen|alle ablehnen|einstellungen|zustimmen
cookie-einstellungen|cookies akzeptieren|cookie-hinweis|cookies|ich stimme zu|einverstanden
push-nachrichten aktivieren|eilmeldungen abonnieren|folgen|folgen sie uns|folge uns|gefällt mir
zur person|über den autor|über die autorin|autor|autorin|wird geladen|inhalt laden|inhalt anzeigen
ende der anzeige|newsletter abonnieren|jetzt newsletter abonnieren
zum newsletter anmelden|per e-mail|per mail
dieses thema im programm|suchbegriff|suchergebnisse|schlagwörter zu diesem artikel|jetzt spenden
artikel verschenken|zum kommentieren anmelden|über die autor:in|über die autoren|über uns
quelle des artikels|alle rechte vorbehalten|lesermeinungen|sagen sie uns ihre meinung
"""
_EXACT_ENGLISH = """
advertisement|advertisements|ad|sponsored|sponsored content|promoted|promoted content|paid content
share|share this|share this article|share this story|share this post|share article|share via|shares
share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email
tweet|tweet this|retweet|pin it|pin|like|like this|like loading|email|e-mail|email this
email article
print|print this|print this article|print article|copy link|link copied|copied|save|save article
save for later|bookmark|listen|listen to this article|listen to article|play|play video|watch video
comment|comments|comment *|leave a comment|leave a reply|leave a reply cancel reply|cancel reply
leave a comment cancel reply|post a comment|post comment|add a comment|write a comment|reply
add comment|join the conversation|join the discussion|view comments|show comments|hide comments
load comments|sign in to comment|log in to comment|be the first to comment|no comments
no comments yet
submit|submit comment|name *|email *|e-mail *|website|name|your name|your email|recent comments
source|sources|source link|original source|article source|source article|via|references
external links|read original article|view original article
home|about|about us|contact|contact us|advertise|advertise with us|careers|help|faq|sitemap
privacy|privacy policy|privacy notice|terms|terms of use|terms of service|terms and conditions
cookie policy|cookie settings|manage cookies|accept|accept all|accept cookies|reject all|decline
i agree|got it|do not sell my personal information|accessibility|accessibility statement
subscribe|subscribe now|subscribe today|sign up|sign up now|sign in|log in|login|log out|register
my account|newsletter|newsletters|menu|open menu|close menu|search|close|toggle navigation
navigation
skip to content|skip to main content|skip to navigation|back to top|top|back|next|previous
next article
previous article|next post|previous post|next page
read more|read more here|read also|read next|also read|read the full story|read full article
read the full article|read the rest here|read the whole story here|continue reading|keep reading
learn more|find out more|see more|show more|load more|view more|view all|more|more on this story
more on this topic|more on this|more like this|more from this author|more stories|more news|see also
related|related articles|related article|related stories|related posts|related content|related news
related coverage|related topics|related video|related links|recommended|recommended stories
recommended for you|recommended reading|you may also like|you might also like
you may be interested in
trending|trending now|trending stories|most read|most popular|most viewed|popular|popular stories
latest|latest news|latest stories|latest posts|recent posts|recent stories|top stories|top news
editor's picks|editors' picks|editor’s picks|editors’ picks|don't miss|don’t miss
in case you missed it
up next|what to read next|today's top stories
tags|topics|categories|keywords|filed under|related tags|in this article|in this story
image source|image caption|media caption|getty images|file photo|photo|photos|view gallery|gallery
hide caption|toggle caption|enlarge this image|view image|enlarge image|expand|fullscreen|caption
story continues below|story continues below advertisement|story continues|article continues below
article continues after advertisement|article continues below advertisement|continue reading below
scroll to continue|scroll down to continue|advertisement - scroll to continue|skip advertisement
this is a breaking news story|loading|please wait|about the author|author|all rights reserved
our standards: the thomson reuters trust principles|report a typo|report an error|corrections
send us a tip|got a tip?|got a news tip?|search results|donate now|follow|follow us|follow me
following|unfollow|stay connected|stay informed|get the app
download the app|open in app|notifications|turn on notifications
"""
_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|xing|instagram|pinterest|reddit|youtube"
    r"|tiktok|threads|mastodon|bluesky|tumblr|flipboard|pocket|e-?mail|mail|messenger|sms|rss"
    r"|rss-feed|google news|google\+|threema|signal|feedly)"
)


def _patterns(listed: str) -> tuple[str, ...]:
    """One pattern a line; a line that is indented goes on with the one before it."""
    listed = re.sub(r"\n +", "", listed)
    listed = listed.replace("<date>", DATE.lower()).replace("<time>", TIME.lower())
    listed = listed.replace("<network>", _NETWORKS)
    return tuple(line for line in listed.split("\n") if line and not line.startswith("# "))


def _phrases(listed: str) -> frozenset[str]:
    return frozenset(listed.strip().replace("\n", "|").split("|"))


EXACT = _phrases(_EXACT_GERMAN + _EXACT_ENGLISH)
"""Whole lines that are furniture wherever they stand."""

NAVIGATION = _phrases("""
home|news|nachrichten|aktuelles|aktuell|politik|inland|ausland|deutschland|welt|europa
wirtschaft|finanzen|börse|sport|fußball|kultur|feuilleton|panorama|vermischtes|gesellschaft
wissen|wissenschaft|gesundheit|digital|netzwelt|technik|auto|mobilität|reise|reisen|karriere
bildung|meinung|debatte|kolumnen|lokales|regional|region|berlin|hamburg|münchen|bayern|nrw
hessen|video|videos|podcast|podcasts|fotos|bilder|wetter|shop|spiele|rätsel|horoskop
stellenmarkt|immobilien|jobs|ticker|liveticker|newsticker|magazin|leben|lifestyle|familie|stil
medien|abo|ukraine|russland|usa|ratgeber|service|archiv|verlag|themen|mehr|plus|stars
unterhaltung|politics|business|world|us|u.s.|uk|opinion|opinions|sports|arts|culture
entertainment|tech|technology|science|health|travel|style|life|food|money|markets|economy
education|climate|environment|weather|local|national|international|europe|asia|africa|americas
middle east|media|live|live tv|tv|radio|photos|photo|obituaries|crosswords|games|puzzles
shopping|real estate|books|music|movies|film|theater|investigations|elections|congress
white house
""")
"""Sections of a newspaper: furniture in a menu, a headline or a heading elsewhere."""

LABELLED = _patterns(r"""
# comments
(?:\d+|keine|ein|no|one) (?:leser)?(?:kommentare?|comments?|replies|antworten|likes?|shares?
    |views?)
(?:leser)?(?:kommentare?|comments?|replies|responses|shares?|aufrufe)\s?[:(]?\s?\d+\)?
# where to read on
(?:lesen sie|lest|lies)(?: bitte)?(?: (?:auch|dazu|mehr|hier|hierzu|außerdem|jetzt|weiter
    |zum thema))+:.+
(?:mehr|alles|weiteres) (?:zum|zu diesem) thema:?.*
(?:mehr dazu|auch interessant|siehe auch|lesetipp|zum thema|passend dazu
    |hintergrund zum thema):.+
(?:read|read (?:more|also|next|now|here)|see (?:also|more)|also (?:read|see)|watch
    |watch (?:more|live|now|here)|listen (?:here|now)):.+
(?:related|recommended|more|trending|don['’]t miss|in case you missed it|up next
    |must read)(?: (?:articles?|stories|posts?|coverage|news|video|reading|from .{2,40}
    |on .{2,40}))?:.+
# pictures
[\[(]?(?:(?:archiv|symbol|beispiel|titel|foto|film)?(?:fotos?|bilder|grafik)|(?:archiv|symbol)bild
    |foto-?credits?|bildquelle|bildnachweis|bildrechte|fotograf(?:in)?|bildunterschrift
    |illustration|collage)\s?(?:[:©]|/ )\s?[^.!?:]{2,80}\.?[\])]?
[\[(]?bild\s?(?:[:©]|/ )\s?[^.!?:]{2,80}[\])]?
[\[(]?(?:(?:file |ap |reuters |afp )?photos?|images?|pictures?|photo credits?|image credits?
    |credits?|graphic|illustration|photographer)\s?(?:[:©]|/ )\s?[^.!?:]{2,80}\.?[\])]?
[\[(](?:(?:archiv|symbol)(?:foto|bild)|file(?: photo)?|(?:photo|image|picture|foto
    |bild)\b[^()]{0,120})[\])]
image (?:source|caption|credit|copyright),?.{0,120}
# sources and rights
(?:quellen?|textquelle|sources?|original ?(?:source|quelle)|via):\s?\S+(?:\s\S+){0,7}
(?:©|\(c\)|copyright\s?(?:\(c\)|©|\d{4}|by\b|:)).{0,200}
.{0,200}(?:all rights reserved|alle rechte vorbehalten)\W*
[\[(]?mit (?:(?:(?:material|informationen|inhalten)(?: von| der)? )?(?:dpa|afp|reuters|ap|epd|kna
    |apa|sid|agenturen|agenturmaterial|nachrichtenagentur\w*)\b.{0,60})[\])]?
dpa:\d.{0,60}|[\[(](?:dpa|afp|ap|reuters|epd|kna|apa|sid|dpa-afx|ots|rtr
    |sda)(?:[/,] ?[\w-]+)*[\])]
\(?(?:additional )?(?:reporting|writing|editing|compiled) by [^.]{3,120}(?:;|\beditor\b
    |\bediting\b)[^.]{0,160}\)?\.?
\(?(?:additional )?(?:writing|editing) by [^.]{3,120}\)?\.?
# tags, addresses, paths through the site
(?:themen|thema|tags?|tagged(?: with)?|schlagw[oö]rter|schlagworte|stichw[oö]rter|stichworte
    |kategorien?|rubrik(?:en)?|ressort|topics?|filed under|posted in|categor(?:y|ies)|keywords
    |labels|mehr zu|more on|in diesem artikel|in this article)\s?:[^.!?]{1,200}
#?\w+(?:[\s,]+#\w+)+|#\w+
(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}
(?:home|startseite|sie sind hier|you are here):?\s*[>›»/|→].*
[^.!?;:„“”"«>›|•·→]{1,40}(?:\s[>›|•·→]\s[^.!?;:„“”"«>›|•·→]{1,40}){2,}
(?:(?:auf|bei|on|per|via|über) )?(?:<network>)(?:[\s,|/·•]+(?:und |and |or[ ]
    |oder )?(?:<network>))*
# dates and times
(?:(?:stand|datum|date|(?:zuletzt |last |first )?(?:aktualisiert|geändert|bearbeitet
    |veröffentlicht|erschienen|erstellt|published|updated|modified|posted|aktualisierung|update
    |publiziert|online seit))(?: (?:am|on|at|vom))?:?\s?)?(?:<date>|heute|gestern|today
    |yesterday)[\s,|•·–/-]*(?:<time>)?(?:[\s,|•·–/-]*(?:lesezeit|\d+ min).{0,30})?
(?:stand|(?:zuletzt |last )?(?:aktualisiert|updated|veröffentlicht|published|posted))\b(?: am
    | on| at| vom)?:?\s?(?:<date>|<time>)[^.!?]{0,40}
<time>
(?:(?:aktualisiert|updated|published|veröffentlicht|posted)?:?\s?(?:vor
    |about)?\s?)\d+ ?(?:min(?:uten?|utes?|s)?|stunden?|hours?|hrs?|tagen?|days?|wochen?|weeks?
    |monaten?|months?)(?: ago)?
(?:lesezeit|lesedauer|reading time|dauer|duration|estimated reading time):?\s?(?:ca\.?[ ]
    |about )?\d.{0,20}
\d+[ -]min(?:\.|uten?|ute|utes)?[ -](?:lesezeit|read|lesen)
seite \d+(?: von \d+)?|page \d+(?: of \d+)?|\d+ ?/ ?\d+|\d+ von \d+|\d+ of \d+
""")
"""Lines that their opening or their whole shape makes furniture."""

OPENINGS = _patterns(r"""
lesen sie (?:auch|mehr|dazu|hier|hierzu|weiter|alle|unser\w*|im live\w*)\b.*
(?:das|dies) könnte (?:sie|dich|euch)\b.{0,40}\binteressier(?:en|t)\b.*
(?:mehr|weitere) (?:nachrichten|artikel|infos|informationen|news|hintergründe|themen|berichte
    |videos|meldungen|beiträge)(?: (?:zu|zum|zur|aus|von|über|finden|gibt|lesen|rund)\b.*)?
mehr (?:aus|von|vom) .{2,40}|more (?:from|in|by) .{2,40}
alle (?:schlagzeilen|meldungen|artikel|nachrichten|videos|themen)(?: anzeigen| zum? .{2,40})?
most (?:read|popular|viewed|watched)(?: (?:in|on) .{2,40})?|am beliebtesten|meistgelesen in .{2,40}
hier (?:geht['’ ]?(?:e?s)? (?:zu|zum|zur|weiter)|lesen sie|finden sie|klicken)\b.*
(?:zum|zur) (?:ganzen |vollständigen )?(?:artikel|liveblog|live-?ticker|interview|video
    |fotostrecke|themenseite|newsletter|anmeldung|homepage|podcast)\b.{0,60}
(?:jetzt|hier|gleich|heute noch) (?:weiterlesen|abonnieren|testen|freischalten|registrieren
    |anmelden|kostenlos|bestellen|downloaden|herunterladen|folgen|spenden|unterstützen
    |teilnehmen|abstimmen|klicken)\b.*
(?:diesen |den |dieses |diese )?(?:artikel|beitrag|seite|meldung|text|story|link
    |video)(?: (?:auf|per|via|bei|mit|als) [\w-]+)? (?:teilen|drucken|merken|empfehlen|versenden
    |weiterleiten|kommentieren|anhören|speichern|senden|vorlesen|posten|kopieren|herunterladen
    |schließen)\b.{0,40}
(?:(?:jetzt|hier) )?(?:auf|bei|per|via|über|mit) (?:<network>) (?:teilen|versenden|senden|posten
    |empfehlen|folgen|weiterleiten|weitersagen)
(?:teilen|share)(?: sie)? (?:auf|per|via|on|this|to|with)\b.{0,60}
read (?:more|also|next|on|the (?:full|rest|whole|entire|original))\b.*
(?:related|recommended|more|latest) (?:articles?|stories|posts?|coverage|news|content|reading
    |headlines|on this|from|about)\b.{0,80}
(?:you (?:may|might)|you['’]ll|you will) (?:also )?(?:like|be interested|enjoy|love)\b.{0,60}
click here\b.*|click to\b.{0,80}|tap to\b.{0,60}|swipe to\b.{0,60}
(?:watch|listen|view|play)(?: (?:now|more|live|the full|the video|this|here|again|below
    |gallery))\b.{0,80}
(?:follow|like|join|find) (?:us|me|@\w+|him|her|the \w+) (?:on|at)\b.*|follow @\w+.{0,60}
    |follow \w+ on twitter.*
(?:subscribe|sign up|register|log in|sign in|join) (?:to|now|today|for|here|free|with|or)\b.*
(?:previous|next|vorheriger|nächster) (?:article|post|story|artikel|beitrag)\b.{0,120}
(?:by|von|author|autor|autorin|redaktion|verfasst von|geschrieben von|written by
    |posted by):.{2,80}
(?:video|im video|podcast|audio|liveblog|newsblog|bilderstrecke|fotostrecke|galerie|gallery
    |watch live|in pictures|infografik|newsletter|anzeige|advertisement
    |sponsored)\s?[:|].{2,120}
(?:photos?|fotos|bilder)\s?\(?\d+\)?
[^.!?]{0,70}\b(?:getty images|picture[ -]alliance|imago images|shutterstock|istock(?:photo)?
    |ap photo|unsplash|wikimedia commons|pixabay|file photo|adobe stock|zuma press|afp via getty
    |via ap|via reuters)\b[^.!?]{0,60}
[\[(]?(?:(?:file |ap |reuters |afp )?photo(?:s|graph)?|image|picture|graphic|illustration)
    (?: courtesy)? (?:by|from|of|courtesy) [^.!?:]{2,80}[\])]?
""")
"""Lines that are furniture unless they close with a full stop or a quotation."""

SENTENCES = _patterns(r"""
# comment forms
your e-?mail address will not be published\b.*|required fields are marked\b.*
save my name,? e-?mail\b.*|notify me (?:of|by)\b.*|this site uses akismet\b.*
    |learn how your comment data\b.*
(?:you must|please|you need to) (?:be )?(?:logged|log|sign|register)\w*\b.{0,40}\bto (?:post
    |leave|comment|reply|read)\b.*
comments (?:are|have been) (?:closed|disabled|moderated|turned off)\b.*
    |be the first to (?:comment|share|reply)\b.*
(?:deine|ihre|eure|die) e-?mail-?adresse wird nicht veröffentlicht\b.*
(?:erforderliche felder|pflichtfelder|alle felder|mit \* markierte felder
    |\*\s?pflichtfeld\w*)\b.{0,60}
mein(?:en)? namen?, (?:meine )?e-?mail\b.*|diese website verwendet akismet\b.*
    |benachrichtig(?:e|en sie) mich\b.*
(?:du musst|sie müssen|bitte|um)\b.{0,60}\b(?:angemeldet|eingeloggt|anmelden|einloggen
    |registrieren|melden sie sich)\b.{0,60}\b(?:kommentar\w*|kommentieren|lesen|schreiben
    |verfassen|abzugeben)\b.{0,40}
(?:die )?kommentar(?:e|funktion|spalte)?\b(?: \w+){0,4} (?:geschlossen|deaktiviert|moderiert
    |freigeschaltet)\b.{0,30}
# cookies and content from elsewhere
(?:we|we and our partners|this (?:web)?site|our (?:web)?site|by (?:continuing|clicking|using
    |browsing)|to improve|some of these)\b.{0,80}\b(?:us(?:es?|ing)|stores?|sets?|places?|accept
    |agree|consent)\b.{0,80}\bcookies?\b.*
by (?:clicking|signing up|subscribing|submitting|continuing|registering|entering
    |providing)\b.{0,80}
    \byou (?:agree|consent|accept|acknowledge|confirm)\b.*
(?:wir|wir und unsere partner|diese (?:web)?(?:seite|site)|unsere (?:web)?(?:seite|site)
    |diese internetseite|unser (?:online-?)?angebot|mit (?:der|ihrer) (?:weiteren )?nutzung
    |durch die (?:weitere )?nutzung|um (?:ihnen|unsere|diese|dir))\b.{0,100}(?:verwende|nutz|setz
    |speicher|einsatz|zustimm|akzeptier).{0,60}\bcookies?\b.*
(?:wir|diese (?:web)?(?:seite|site)|unsere (?:web)?(?:seite|site))\b.{0,40}\bcookies\b.{0,120}
    \b(?:verwende[nt]|nutz(?:t|en)|setzen|einsetzen|zustimmen|akzeptieren)\b.*
(?:an dieser stelle|hier) (?:finden|findest|befindet|steht|wird|würde)\b.{0,60}
    \b(?:externe[rn]? (?:inhalt|dienst)\w*|drittanbieter\w*)\b.*
(?:mit ihrer zustimmung|ich bin damit einverstanden|damit können personenbezogene daten
    |dieser inhalt wird von|externe inhalte|zur anzeige dieses inhalts
    |wir benötigen ihre (?:zustimmung|einwilligung))\b.*
# newsletters and following
(?:sign up|subscribe|register)\b.{0,100}\b(?:newsletters?|inbox|e-?mails?|alerts|briefing
    |updates)\b.*
(?:get|receive|have)\b.{0,80}\b(?:our newsletter|the newsletter|newsletters|(?:in|to) your inbox)
    \b.*
(?:thank you|thanks) for (?:subscribing|signing up|reading|your (?:interest|support
    |registration))\b.{0,80}
you (?:can|may) unsubscribe\b.*|(?:please )?check your (?:inbox|e-?mail)\b.*
    |we (?:respect your privacy|won['’]t spam)\b.*
(?:melden sie sich|melde dich|abonnieren sie|abonniere|bestellen sie|erhalten sie|hol dir
    |holen sie sich|registrieren sie sich|jetzt (?:abonnieren|anmelden|bestellen|sichern|kostenlos))
    \b.{0,140}\b(?:newsletters?|push-?\w+|whatsapp-kanal|briefing|morgenpost|e-?paper)\b.*
(?:(?:hier|jetzt) )?(?:unser(?:en|em)?|den|der|tägliche[rn]?|kostenlose[rn]?)(?: [\w-]+){0,2}
    [ ][\w-]*newsletter(?: [\w-]+)? (?:abonnieren|anmelden|bestellen|erhalten)\W*
bleiben sie (?:immer )?(?:auf dem laufenden|informiert|am ball)\b.*|(?:immer informiert
    |nichts mehr verpassen)\b.{0,80}
mit (?:der|ihrer) (?:anmeldung|registrierung)\b.{0,60}\b(?:stimm\w+|akzeptier\w+|erklär\w+
    |bestätig\w+|willig\w+)\b.*|vielen dank für (?:ihre|deine) (?:anmeldung|registrierung)\b.*
sie können (?:sich|den newsletter|ihre)\b.{0,60}\b(?:abmelden|abbestellen|widerrufen)\b.*
(?:folgen sie|folge|besuchen sie|liken sie|abonnieren sie) (?:uns|unser\w*|[\w.-]+ (?:auf
    |bei))\b.{0,100}
(?:laden sie|lade)\b.{0,60}\bapp\b.{0,80}
# subscriptions
(?:to )?(?:continue|keep) reading\b.{0,120}
(?:already (?:an? )?(?:subscriber|member|registered|subscribed)|(?:already )?have an account)
    (?:\?.{0,80})?
(?:this|the) (?:article|content|story|page) is (?:only |exclusively )?(?:for|available
    |reserved)\b.{0,40}\b(?:subscribers?|members?|registered)\b.*
(?:subscribe|become an? (?:member|subscriber|supporter|patron|insider)|support (?:our|independent
    |quality|local|fearless))\b.{0,80}\b(?:unlimited|subscriber|member|journalism|access|today
    |month)\b.{0,120}
you (?:have|['’]ve)\b.{0,40}\bfree (?:articles?|stories)\b.*|cancel any ?time\b.*
    |unlimited digital access\b.*
(?:sie haben|haben sie|du hast|hast du|ich habe)(?: bereits| schon| noch)? k?ein(?:en)?\b.{0,20}
    \b(?:\w*-?abo|abonnement|\w*konto|account)\b.{0,80}
noch kein (?:\w*-?abo|abonnent|konto|kunde|mitglied)\b.{0,80}
(?:sie sind |bereits |schon )+(?:\w*-?abonnent(?:in)?|kunde|registriert|mitglied)\?.{0,80}
(?:weiterlesen|lesen sie weiter|weiter) mit (?:werbung|\S*abo|\S*plus|\S*\+|dem \w*-?abo)\b.{0,80}
    |monatlich kündbar\b.{0,40}|jederzeit kündbar\b.{0,40}
dieser (?:artikel|inhalt|text|beitrag) ist (?:nur |exklusiv )?(?:für|kostenpflichtig|teil
    |abonnenten)\b.{0,120}
exklusiv für\b.{0,40}\b(?:abonnent\w*|leser\w*|mitglieder|nutzer\w*)\b.{0,60}
(?:um|sie möchten|sie wollen|wollen sie|möchten sie)\b.{0,40}\b(?:weiterlesen|(?:weiter ?
    |vollständig )zu ?lesen|artikel(?: vollständig| weiter)? ?(?:zu )?lesen)\b.{0,100}
(?:testen sie|lesen sie|jetzt (?:testen|lesen|sichern|bestellen|abonnieren)|\d+ (?:monate?
    |wochen?) (?:für|lesen|testen|gratis|kostenlos))\b.{0,80}(?:probemonat|probeabo|digital-?abo|€
    |\beuro\b).{0,100}
# sharing, reading on, about the page
(?:teilen sie|teile|empfehlen sie) (?:diesen|den|dieses|diese|die|das) (?:artikel|beitrag|seite
    |text|meldung|inhalt)\b.{0,60}
(?:share|email|print|save) (?:this|the) (?:article|story|post|page|video)\b.{0,60}
    |click to (?:share|email|print)\b.*
read the (?:rest|full|whole|entire) (?:\w+ )?(?:\w+ )?here\b.{0,20}|(?:click|read more|see more
    |find out more) here\b.{0,20}
(?:story|article|video|post) continues (?:below|after)\b.{0,40}|scroll (?:down )?(?:to
    |for)\b.{0,60}
(?:this|the) (?:material|story|article|content|post) (?:may not be (?:published|reproduced|copied
    |redistributed|used)|was originally (?:published|posted)|has not been edited|is republished
    |(?:was )?first (?:appeared|published))\b.*
(?:the )?(?:views|opinions) expressed\b.{0,80}\b(?:author|writer|article|commentary|column)\b.*
(?:haben sie|du hast|ihnen ist) (?:einen |ein )?(?:fehler
    |rechtschreibfehler)\b.{0,60}\b(?:entdeckt|gefunden|aufgefallen|melden)\b.*
dieser (?:artikel|beitrag|text) (?:erschien|ist (?:zuerst|ursprünglich)|wurde (?:zuerst
    |ursprünglich|automatisch|zuletzt))\b.*
(?:please )?(?:enable|turn on|disable)\b.{0,40}\b(?:javascript|ad ?blocker)\b.*
    |bitte aktivieren sie javascript\b.*
(?:your|ihr) browser\b.{0,60}\b(?:support|javascript|unterstützt|video)\b.*
""")
"""Sentences that a page says of itself; not furniture where somebody is quoted in them."""

CLOSING = _patterns(r"""
(?:leave|post|write|add) (?:a|your) (?:comment|reply)\b.{0,40}
    |your e-?mail .{0,20}will not be published\b.*
source link|original source|source article|quellenlink|link zur quelle|recent comments
\d+ (?:responses|replies|thoughts)(?: (?:to|on)\b.{0,160})?
(?:schreib|schreiben? sie|schreibe|hinterlassen? sie|hinterlasse|verfassen sie) (?:einen|ihren
    |deinen) kommentar\b.{0,40}
(?:einen )?kommentar (?:schreiben|verfassen|hinterlassen|abgeben)
(?:deine|ihre) e-?mail-?adresse wird nicht veröffentlicht\b.*
""")
"""Lines behind which an article does not go on, once it has begun."""

PERHAPS_CLOSING = _patterns(r"""
(?:\d+ )?(?:leser)?(?:kommentare?|comments|diskussion|lesermeinungen)(?:\s?[:(]?\s?\d+\)?)?
quellen|quellenangaben|quellenverzeichnis|einzelnachweise|sources|references|weblinks
    |external links
.{0,80}(?:all rights reserved|alle rechte vorbehalten)\W*|join the (?:conversation|discussion)
""")
"""Lines that mostly end an article, but also stand as links beside its beginning."""

LIST_HEADINGS = _patterns(r"""
(?:lesen sie|lies|lest)\b.{0,20}|(?:mehr|alles|weiteres) (?:zum|zu diesem) thema\b.{0,40}
    |mehr dazu|auch interessant
(?:das|auch das) könnte (?:sie|dich)\b.{0,40}|(?:weitere|ähnliche|verwandte|neueste
    |meistgelesene|beliebte|aktuelle) (?:artikel|themen|beiträge|meldungen|nachrichten|videos)
    |meistgelesen|am meisten gelesen|top-?themen|lesetipps?.{0,20}
(?:mehr (?:aus|von|vom)|more (?:from|in|by)) .{2,40}|am beliebtesten
(?:related|recommended|trending|popular|latest|recent|more|top)(?: (?:articles?|stories|posts?
    |news|content|coverage|topics|now|on this .{3,20}|from .{3,40}|for you|links|reading))?
    |(?:most (?:read|popular|viewed)(?: (?:in|on) .{2,40})?)
(?:read (?:more|also|next)|see also|also read|you (?:may|might) also like|editors?['’]?s? picks
    |don['’]t miss|up next)
tags|topics|themen|schlagw[oö]rter|schlagworte|categories|filed under|share(?: this.{0,20})?
    |teilen|menü|menu
""")
"""Headings of lists of links: the short lines behind them are furniture too."""
