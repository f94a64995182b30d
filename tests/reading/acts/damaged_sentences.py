"""Sentences written for the tests: broken as machine translation breaks them, and sound."""

DAMAGED = """
Er fragte, ob die Regierung welche sehe Auswege aus der Krise.
Sie sagte, dass dies der Grund sei bereit, mit der Opposition zu reden.
Der Minister erklärte, dass er habe keine Zweifel an dem Plan.
Er betonte, weil das Land ist ein Partner der Allianz, müsse man helfen.
Die Sprecherin sagte, dass die Verhandlungen werden schwierig.
Er wollte wissen, wenn die Truppen verlassen das Gebiet.
Der Präsident sagte, dass er nicht sieht eine Lösung des Konflikts.
Man fragte ihn, ob der Kanzler könne unterschreiben den Vertrag.
Sie fügte hinzu, dass der Präsident sei gewesen sehr klar.
Er sagte, dass die Ukraine braucht mehr Waffen.
Der General erklärte, obwohl seine Männer hatten keine Munition, kämpften sie.
Er das Angebot nicht annehmen wird, sagte der Sprecher.
Die Zeitung berichtet, dass das Treffen hat stattgefunden am Montag in Genf.
Offen blieb, ob Berlin liefert Panzer an seine Nachbarn.
Sie warnte, dass die Preise würden steigen weiter stark.
Er sagte, dass es gibt keine Alternative zu den Gesprächen.
Der Außenminister fügte hinzu, dass Moskau will keinen Krieg.
Er sei bereit, zu treffen den Präsidenten in Wien.
Sie versprach, zu senden weitere Hilfe in die Region.
Der Sprecher sagte, dass dies ist wird nicht passieren.
Die Regierung hat angekündigt neue Sanktionen gegen das Land.
Wir das nicht akzeptieren können, sagte er.
Sie sagte, dass die Armee kontrolliert die Stadt.
Der Diplomat sagte, dass beide Seiten müssen zeigen guten Willen.
Sie erklärte, dass der Vertrag bleibt gültig, solange niemand kündigt.
Der Kanzler sagte, dass Deutschland wird unterstützen die Ukraine.
Sie hat nicht getroffen den Außenminister seit März.
Er sagte, dass die Soldaten haben das Dorf verlassen.
Die Ministerin betonte, dass Europa muss eine gemeinsame Haltung finden.
Es hieß, dass der Angriff wurde gestoppt durch die Luftabwehr.
Sie erklärte, weil niemand weiß die Antwort, werde man warten.
Der Senator sagte, dass er wird nicht stimmen für das Gesetz.
Er erwähnte, dass der Verdacht sei ein Fehler gewesen der Behörde.
Sie glaubte, wenn der Feind greift an die Hauptstadt, müsse man fliehen.
Er fragte, wann die Regierung werde bekannt geben das Ergebnis.
Die Bank teilte mit, dass sie habe verkauft ihre Anteile.
Er sagte, dass Paris sehe in dem Vorschlag einen Fortschritt.
Offen sei, ob die Wahl finde statt im Herbst.
Er glaube, wenn die Preise fallen weiter, werde eine Krise folgen.
Der Trainer sagte, dass seine Mannschaft spielt besser als im Vorjahr.
Die Firma teilte mit, dass sie bietet Ersatz für alle Kunden.
Der Richter sagte, dass der Zeuge hatte gelogen mehrmals.
Sie betonte, dass die Schule bleibt geschlossen bis Montag.
Der Botschafter erklärte, dass sein Land unterstützt voll den Friedensplan.
Er sagte, dass die Flüchtlinge brauchen Wasser und Zelte.
Die Polizei teilte mit, dass der Täter ist geflohen mit einem Auto.
Sie sagte, dass niemand kennt den genauen Grund des Absturzes.
Der Sprecher wollte nicht sagen, ob der Präsident habe gelesen den Brief.
Es sei klar, dass der Konzern kann nicht zahlen die Schulden.
Er meinte, weil die Straße war glatt, sei der Bus umgekippt.
Sie hat gesehen den Mann vor dem Haus.
Der Verein hat gekauft einen neuen Stürmer aus Brasilien.
Ich das Geld nie bekommen habe, sagte der Zeuge.
Er sei entschlossen, zu gewinnen die Wahl im Mai.
Sie bat darum, zu schicken mehr Ärzte in die Stadt.
Der Minister sagte, dass die Grenze wird bleiben offen.
Die Agentur meldete, dass der Sturm zerstörte mehrere Häuser.
Er erklärte, dass er niemals würde verraten seine Freunde.
Man habe erfahren, dass der Vertrag endet im nächsten Jahr.
Die Ärztin sagte, dass der Patient sei stabil, aber schwach.
Der Abgeordnete kritisierte, dass das Gesetz verletzt die Verfassung.
Sie fragte sich, ob ihr Sohn noch sei am Leben.
Er versicherte, dass die Armee nicht hat geschossen auf Zivilisten.
Der Bürgermeister sagte, dass die Stadt hat kein Geld mehr.
""".strip().splitlines()
"""The checks were written with these in view."""

UNSEEN_DAMAGED = """
Der Kommissar sagte, dass der Zeuge erkannte den Fahrer sofort.
Sie erklärte, dass die Opposition habe abgelehnt jede Zusammenarbeit.
Er wisse nicht, ob der Rat sei zuständig für den Fall.
Die Bahn teilte mit, dass alle Züge fahren pünktlich.
Man warnte, dass der Fluss werde überschreiten die Dämme.
Der Botschafter meinte, wenn beide Länder würden zusammenarbeiten, gäbe es Frieden.
Er betonte, dass diese Entscheidung war schwer.
Sie sagte, dass der Chef sei im Urlaub.
Der Konzern hat entlassen seine Vorstände im Herbst.
Er fügte hinzu, dass dies die Wahl sei zwischen, Krieg und Frieden.
Die Forscher schreiben, dass der Stoff verursacht Schäden an der Leber.
Er hoffe, zu finden einen Käufer für das Werk.
Der Anwalt sagte, dass sein Mandant bestreitet die Tat.
Weil der Präsident nicht kam zum Treffen, reiste sie ab.
Sie kündigte an, dass die Stadt baut neue Wohnungen.
Es heißt, dass der Minister soll zurücktreten noch heute.
Der Sprecher sagte, dass man will prüfen den Vorfall.
Er erzählte, dass sein Bruder lebt jetzt in Kanada.
Die Gewerkschaft fordert, dass der Lohn steigt um fünf Prozent.
Ich nicht verstehe diese Frage, sagte der Kandidat.
Der Arzt sagte, ob die Kranke könne reisen, wisse er nicht.
Sie bedauerte, dass ihre Partei hat verloren so viele Stimmen.
Er erklärte, dass das Parlament muss zustimmen dem Vertrag.
Die Zeugin gab an, dass sie habe gehört einen lauten Knall.
""".strip().splitlines()
"""Written after the checks, to see what they are worth."""

SOUND = """
Er fragte, ob die Regierung Auswege aus der Krise sehe.
Sie sagte, dass sie bereit sei, mit der Opposition zu reden.
Der Minister erklärte, dass er keine Zweifel an dem Plan habe.
Er betonte, weil das Land ein Partner der Allianz sei, müsse man helfen.
Die Sprecherin sagte, dass die Verhandlungen schwieriger würden als erwartet.
Er wollte wissen, wann die Truppen das Gebiet verlassen.
Der Präsident sagte, dass er hätte kommen können.
Sie sagte, dass sie den Brief nicht habe lesen dürfen.
Er sagte, dass die Zahl höher ist als im Vorjahr.
Man fragte ihn, ob er komme oder nicht.
Sie erklärte, dass der Rat, der gestern getagt habe, keine Einwände sehe.
Damit ist der Verein die Nummer eins im Land.
Damit habe niemand rechnen können, sagte der Wirt.
Sie sagte, dass er gestern Abend angekommen ist und heute weiterfährt.
Wenn es regnet, bleiben die Kinder im Haus.
Er sagte, wenn die Preise weiter stiegen, drohe eine Krise.
Die Regierung hat neue Sanktionen gegen das Land angekündigt.
Sie hat den Außenminister seit März nicht getroffen.
Er hat gesagt, die Stadt sei sicher.
Gewählt wurden die Kandidaten der Mitte.
Verletzt wurden nach Angaben der Polizei drei Menschen.
Er versprach, weitere Hilfe in die Region zu senden.
Es sei schwer zu sagen, wer die Wahl gewinnt.
Der Zeuge hatte nichts zu verlieren, die Anklage schon.
Wie zu erwarten, lehnte die Opposition den Antrag ab.
Er selbst die Verantwortung zu geben, sei falsch, sagte sie.
Wir alle wissen, was das heißt.
Er und seine Frau leben in Wien.
Was er sagt, ist falsch.
Wer kann, ist willkommen.
Sie sagte, dass die Lage ernst sei und dass niemand die Stadt verlassen dürfe.
Dass der Plan scheitern wird, ist nicht wahr.
Ob das Haus verkauft wird, ist offen.
Weil der Strom ausfiel, stand die Bahn drei Stunden still.
Es hieß, dass am Montag, Dienstag und Mittwoch nicht gearbeitet werde.
Sie sagte, dass man bis zum Abend 300 Menschen, darunter viele Kinder, gerettet habe.
Er sagte, dass sich die Lage an der Grenze zu Polen entspannt.
Der Sprecher sagte, dass der Konzern 200 Stellen abbaut, vor allem in der Verwaltung.
Sie glaubt, dass die Reform gelingt.
Er erklärte, dass das, was geschehen sei, nie wieder geschehen dürfe.
Die Ministerin sagte, dass es nichts Neues gebe außer einem Entwurf.
Nachdem der Zug gehalten hatte, stiegen alle aus.
Bevor die Sitzung begann, verteilte er Kopien.
Er kritisierte, dass das Gesetz die Verfassung verletzt.
Sie sagte, dass niemand den Grund kennt, weder die Polizei noch die Familie.
Er fragte, warum die Antwort so lange gedauert habe.
Warum hat der Minister das Dorf verlassen?
Die Meldung, dass der Sturm mehrere Häuser zerstörte, kam am Abend.
Er meinte, dass man helfen müsse, und zwar sofort.
Sie sagte, dass er den Wagen habe stehen lassen.
Der Verein teilte mit, dass der Stürmer bis 2028 bleibt.
Es ist gut, dass die Leute fragen, wohin das Geld fließt.
""".strip().splitlines()
