"""Names that datelines are made of: news agencies and the cities news is sent from.

Neither list claims to be complete. They settle only what the form of a dateline leaves open:
whether *(epd)* in brackets is an agency and *(SPD)* is not, and whether *Hamburg.* at the
head of a paragraph is a place and *Heute.* is not.
"""

from __future__ import annotations

_AGENCIES = """
dpa-AFX,dpa infocom,dpa,Deutsche Presse-Agentur,AFP,AP,Reuters,rtr,epd,KNA,KAP,APA,SDA-ATS,
Keystone-SDA,SDA,ddp,dapd,ots,SID,dts Nachrichtenagentur,dts,ADN,afx,RND,idea,pte,news aktuell,
ARD,ZDF,SZ,taz,FAZ,WDR,NDR,MDR,RBB,SWR,BR,DW,ORF,SRF,Deutsche Welle,t-online,n-tv,NZZ,
eigener Bericht,eigene Meldung,
Associated Press,The Associated Press,Thomson Reuters,Thomson Reuters Foundation,UPI,PA Media,
Agence France-Presse,Press Association,PA,AAP,The Canadian Press,Canadian Press,CP,NPR,
CNN Business,CNN Politics,CNN,BBC News,BBC,Bloomberg,Bloomberg News,NBC News,NBC,CBS News,CBS,
ABC News,ABC,Fox News,MarketWatch,RNS,CNS,CNA,VOA,RFE/RL,Sky News,Politico,Axios,The Hill,PTI,
IANS,ANI,Business Wire,PRNewswire,PR Newswire,GlobeNewswire,Breitbart,JTA,
ANSA,EFE,Lusa,Belga,ANP,Ritzau,NTB,STT,PAP,CTK,ČTK,MTI,BTA,Tanjug,Agerpres,Xinhua,Kyodo,Jiji,
Yonhap,KCNA,Antara,Bernama,ITAR-TASS,TASS,RIA Nowosti,RIA Novosti,RIA,Interfax,Sputnik,BelTA,
Ukrinform,UNIAN,Anadolu,AA,DHA,IRNA,ISNA,Fars,SANA,SPA,WAM,MENA,KUNA,Petra,RT,Al Jazeera
"""
_GERMAN_SPEAKING = """
Aachen,Augsburg,Bamberg,Basel,Bautzen,Bayreuth,Berlin,Bern,Bielefeld,Bochum,Bonn,Brandenburg,
Braunschweig,Bregenz,Bremen,Bremerhaven,Brüssel,Chemnitz,Cottbus,Cuxhaven,Darmstadt,Dessau,
Detmold,Dortmund,Dresden,Duisburg,Düsseldorf,Eisenach,Emden,Erfurt,Erlangen,Essen,Flensburg,
Frankfurt,Frankfurt am Main,Frankfurt/Main,Frankfurt (Oder),Freiburg,Fulda,Gelsenkirchen,Genf,
Gera,Gießen,Görlitz,Göttingen,Graz,Greifswald,Hagen,Halle,Hamburg,Hamm,Hannover,Heidelberg,
Heilbronn,Hildesheim,Ingolstadt,Innsbruck,Jena,Kaiserslautern,Karlsruhe,Kassel,Kempten,Kiel,
Klagenfurt,Koblenz,Köln,Konstanz,Krefeld,Landshut,Lausanne,Leipzig,Leverkusen,Linz,Lübeck,
Ludwigsburg,Ludwigshafen,Luzern,Lüneburg,Magdeburg,Mainz,Mannheim,Marburg,Mönchengladbach,
München,Münster,Neubrandenburg,Nürnberg,Oberhausen,Offenbach,Oldenburg,Osnabrück,Paderborn,
Passau,Pforzheim,Potsdam,Ravensburg,Regensburg,Remscheid,Rosenheim,Rostock,Saarbrücken,Salzburg,
Schwerin,Siegen,Solingen,St. Gallen,St. Pölten,Straubing,Stuttgart,Suhl,Trier,Tübingen,Ulm,Vaduz,
Weimar,Wien,Wiesbaden,Wilhelmshaven,Wismar,Wittenberg,Wolfsburg,Worms,Wuppertal,Würzburg,Zürich,
Zwickau
"""
_WORLD = """
Abidjan,Abu Dhabi,Abuja,Accra,Addis Abeba,Addis Ababa,Algier,Algiers,Amman,Amsterdam,Ankara,
Antananarivo,Aschgabat,Astana,Asuncion,Athen,Athens,Atlanta,Austin,Bagdad,Baghdad,Baku,Bamako,
Bangkok,Barcelona,Beijing,Beirut,Belfast,Belgrad,Belgrade,Bogota,Bogotá,Bordeaux,Boston,Brasília,
Brasilia,Bratislava,Brussels,Budapest,Buenos Aires,Bukarest,Bucharest,Cairo,Canberra,Cape Town,
Caracas,Cardiff,Charkiw,Cherson,Chicago,Chisinau,Cleveland,Colombo,Dakar,Dallas,Damaskus,Damascus,
Davos,Delhi,Denver,Den Haag,Des Moines,Detroit,Dhaka,Doha,Donezk,Dubai,Dublin,Edinburgh,Geneva,Gaza,
Gaza-Stadt,Glasgow,Guatemala-Stadt,Hanoi,Harare,Havanna,Havana,Helsinki,Hongkong,Hong Kong,
Honolulu,Houston,Islamabad,Istanbul,Jakarta,Jerewan,Jerusalem,Johannesburg,Kabul,Kairo,Kampala,
Kapstadt,Karatschi,Karachi,Kathmandu,Khartoum,Khartum,Kharkiv,Kiew,Kiev,Kyjiw,Kyiv,Kigali,
Kinshasa,Kopenhagen,Copenhagen,Kuala Lumpur,La Paz,Lagos,Las Vegas,Lima,Lissabon,Lisbon,Liverpool,
Ljubljana,London,Los Angeles,Luanda,Luxemburg,Luxembourg,Lwiw,Lviv,Madrid,Mailand,Milan,Manchester,
Manila,Mariupol,Marseille,Mekka,Melbourne,Mexico City,Mexiko-Stadt,Miami,Minneapolis,Minsk,
Mogadischu,Mogadishu,Montevideo,Montreal,Moskau,Moscow,Mumbai,Nairobi,Neapel,Naples,New Delhi,
Neu-Delhi,New Orleans,New York,New York City,Nikosia,Nicosia,Nizza,Odessa,Oslo,Ottawa,Panama-Stadt,
Paris,Peking,Philadelphia,Phnom Penh,Phoenix,Pjöngjang,Pyongyang,Podgorica,Port-au-Prince,Prag,
Prague,Pretoria,Pristina,Quito,Rabat,Ramallah,Reykjavik,Riad,Riyadh,Riga,Rio de Janeiro,Rom,Rome,
Sacramento,San Diego,San Francisco,San Salvador,Sanaa,Santiago,Santiago de Chile,Sao Paulo,
São Paulo,Sarajevo,Seattle,Seoul,Sewastopol,Shanghai,Singapur,Singapore,Skopje,Sofia,St. Louis,
St. Petersburg,Stockholm,Straßburg,Strasbourg,Sydney,Taipeh,Taipei,Tallinn,Taschkent,Teheran,
Tehran,Tel Aviv,The Hague,Tiflis,Tbilisi,Tirana,Tokio,Tokyo,Toronto,Tripolis,Tripoli,Tunis,Turin,
Ulan Bator,Valletta,Vancouver,Vatikanstadt,Vatican City,Venedig,Venice,Vienna,Vilnius,Warschau,
Warsaw,Washington,Washington D.C.,Wellington,Wladiwostok,Yangon,Zagreb,Zurich
"""


def _names(listed: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in listed.replace("\n", "").split(",") if name)


AGENCIES: frozenset[str] = _names(_AGENCIES)
"""Agencies and outlets that sign datelines, case folded."""
PLACES: frozenset[str] = _names(_GERMAN_SPEAKING) | _names(_WORLD)
"""Cities, German and English names, case folded."""

NOT_PLACES: frozenset[str] = frozenset(
    word.casefold()
    for line in (
        "der die das den dem des ein eine einer einem einen kein keine dieser diese dieses alle",
        "im in am an auf aus bei beim nach vor mit von vom zu zum zur für gegen über unter seit",
        "um und oder aber auch als wie wenn wo wer was so es er sie wir ihr ich man nur noch",
        "the a an this that these those at by from for on to with of and or but if as it he she",
        "we they i you his her their our its no not when while after before since under over",
        "präsident präsidentin minister ministerin kanzler kanzlerin sprecher sprecherin herr frau",
        "außenminister innenminister parteichef senator senatorin dr prof professor general",
        "president secretary governor gov senator sen rep mr mrs ms sir chancellor spokesman",
        "spokeswoman republican democrat former montag dienstag mittwoch donnerstag freitag",
        "samstag sonnabend sonntag heute gestern morgen monday tuesday wednesday thursday friday",
        "saturday sunday today yesterday update breaking live exclusive exklusiv eilmeldung video",
        "watch analysis analyse kommentar opinion interview hintergrund editor note correction",
        "foto bild quelle source photo agentur nachrichtenagentur presseagentur press presse news",
        "agency zeitung magazin partei verband fraktion republicans democrats warning achtung",
        "presse-agentur januar februar märz april mai juni juli august september oktober november",
        "dezember january february march may june july october december jan feb mar apr jun jul",
        "aug sep sept oct nov dec okt dez",
    )
    for word in line.split()
)
"""Words that no place's name in a dateline begins with or contains."""

_PARTIES = "spd cdu csu fdp afd bsw npd pds linke grüne grünen övp spö fpö svp sp glp neos gop dem"
_BODIES = "rep r d i nato eu uno un usa us uk uefa fifa ioc iwf imf ezb ecb who fbi cia nsa"
_MORE_BODIES = "unicef unesco unhcr unrwa opec asean osze osce nasa adac brics nafta greenpeace"
PARTIES_AND_BODIES: frozenset[str] = frozenset(f"{_PARTIES} {_BODIES} {_MORE_BODIES}".split())
"""What stands in brackets behind a name without being an agency."""
