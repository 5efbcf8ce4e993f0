"""The phrases of the threat screen: plain data, folded as the matcher folds (case, accents).

`LIKELY` speaks for itself. `POSSIBLE` may be danger and may be talk. `HARMLESS` are the idioms,
jokes and subjects (a recipe, a film, a course) in which the same words mean nothing. Phrases are
separated by `|`; a star ends the beginning of a word. A sign with several groups needs one phrase
of each of them.
"""

from __future__ import annotations

from typing import Final

_WHERE: Final = """
    school | schoolplein | klas | lokaal | aula | kantine | gebouw | ingang | poort* | hal | gang |
    fietsenstalling | campus | plein | les | leraar | docent | klasgenoten | roc | mbo | classroom |
    college | building | teacher
"""
_WHEN: Final = """
    morgen | morgenochtend | morgenmiddag | morgenavond | overmorgen | vandaag | vanochtend |
    vanmiddag | vanavond | vannacht | straks | nu | maandag | dinsdag | woensdag | donderdag |
    vrijdag | zaterdag | zondag | weekend | pauze | volgende week | wacht maar | tomorrow | today |
    tonight | monday | tuesday | wednesday | thursday | friday | saturday | sunday
"""
_FIREARM: Final = """
    pistool | pistolen | vuurwapen* | geweer | machinegeweer | kalasjnikov | ak47 | glock |
    machete | handgranaat | explosief | explosieven | gun | guns | rifle | shotgun | explosive*
"""
_WEAPON: Final = f"""{_FIREARM.strip()} |
    kapmes | vlindermes | vleesmes | stiletto | bom | bommen | nitro | cobra | knife | bomb | mes |
    messen | wapen | wapens | steekwapen*
"""
_TARGET: Final = """
    je | jou | jullie | hem | haar | hun | iedereen | allemaal | ze | you
"""
_I: Final = "ik | ikke | wij | we | i | ga | gaan | neem"

Groups = tuple[str, ...]
"""Groups of phrases; one phrase of each group must be there. The rarest group stands first."""

LIKELY: Final[dict[str, Groups]] = {
    "violence": (
        """
        maak je dood | maak jou dood | maak je af | maak jou af | maak jullie af | maak hem af |
        maak haar af | maak hem dood | maak haar dood | maak jullie dood | maak ze af |
        maak ze allemaal | maak iedereen af | maak ik je af | schiet je | schiet jullie |
        schiet iedereen | schiet hem | schiet haar | schiet ze | schiet die | schiet de hele |
        steek je neer | steek jullie | steek hem | steek haar | steek ze | ik vermoord |
        vermoord je | vermoord jullie | ga je vermoorden | ga jullie vermoorden |
        ga hem vermoorden | ga haar vermoorden | sla je dood | sla hem dood | sla haar dood |
        sla jullie | knal je | knal jullie | knal iedereen | knal hem | blaas de school op |
        blaas die school op | blaas jullie | je gaat eraan | jullie gaan eraan | gaat eraan |
        er gaan doden vallen | er vallen doden | vallen er doden | ik ga schieten | ga ik schieten
        | overhoop schieten | dood schieten | doodschieten | neersteken | neerschieten |
        neerknallen | doodsteken | doodslaan | doodmaken | afknallen | in brand steken |
        steek de school | steek die school | fik de school | fik die school | kill you |
        kill you all | kill them | kill everyone | kill him | kill her | shoot up | shoot you |
        shoot everyone | stab you | blow up the
        """,
    ),
    "bomb": (
        """
        bom in | bom onder | bom gelegd | bom bij | bom geplaatst | bom gaat | ligt een bom |
        bommelding | bomdreiging | bomb in | there is a bomb | bomb threat
        """,
    ),
    "announced attack": (
        "bloedbad | slachtpartij | aanslag | schietpartij | massacre | shooting | columbine",
        _WHEN,
        "ik | wij | we | wordt een | gaat | komt een | kom | waarschuw | i | there will",
    ),
    "weapon announced": (_FIREARM, _WHERE, _WHEN, _I),
    "suicide": (
        """
        zelfmoord | zelfdoding | suicide | kill myself | end my life | kms | wil dood |
        wil niet meer leven | niet meer wil leven | wil niet meer verder | een eind aan maken |
        een einde aan maken | er een eind aan | er een einde aan | eind aan mijn leven |
        einde aan mijn leven | van het leven beroven | voor de trein | voor een trein |
        van het dak springen | spring van | zie geen uitweg | geen uitweg meer |
        leven heeft geen zin | niet meer wakker worden | nooit meer wakker | beter af zonder mij |
        beter zonder mij | polsen doorsnijden | polsen open | overdosis | potje pillen |
        afscheidsbrief | vaarwel allemaal | want to die | better off without me
        """,
    ),
    "farewell": (
        """
        sorry pap | sorry mam | sorry mama | sorry papa | sorry allemaal | sorry iedereen |
        het spijt me | vergeef me | hou van jullie | pas goed op | sorry mum | sorry dad | vaarwel
        """,
        """
        het is klaar zo | het is mooi geweest | dit was het dan | ik kan niet meer |
        hoeft niet meer | i am done | geef het op | het is op | laatste keer | nog 1 keer |
        nog een keer langs | laatste bericht | het is goed zo
        """,
    ),
    "blackmail": (
        """
        sextortion | chanteert | chantage | afpersing | afgeperst | gechanteerd | blackmail* |
        afpersen | chanteren
        """,
    ),
    "blackmail with pictures": (
        """
        anders zet | anders stuur | als je niet betaalt | of ik zet | of ik stuur | online zetten
        | jij of je | dreigt | dreigen | bedreigt | bedreigd | moet betalen | geld of |
        naar je ouders | naar je vrienden | naar mijn ouders | doorsturen | haar eigen foto* |
        mijn eigen foto* | or i will
        """,
        "foto* | filmpje | filmpjes | video | naakt* | nudes | beelden | pictures | pics",
    ),
    "danger now": (
        """
        er is brand | brand in het | brand in de | brand bij | staat in brand | het brandt |
        staat in de fik | gaslek | gaslucht | ruik gas | rook uit | rook in de | vlammen uit |
        vlam uit | vlammetje uit | ontploffing | is ontploft | ademt niet | reanimatie |
        reanimeren | bel 112 | 112 bellen | bewusteloos | neergestoken | neergeschoten |
        wordt geschoten | wordt gestoken | er wordt gevochten | met een mes in | met een mes op |
        man met een mes | jongen met een mes | iemand met een mes | iemand met een wapen |
        met een pistool | active shooter | building is on fire | there is a fire
        """,
    ),
    "missing": (
        """
        meent dit | bang dat hij | bang dat ze | iets aandoet | afscheid | kan iemand me bellen |
        bel me | sinds vanochtend | sinds gisteren | politie
        """,
        """
        is weg | vermist | niet thuisgekomen | sinds vanochtend weg | spoorloos | neemt niet op |
        is missing
        """,
    ),
}

POSSIBLE: Final[dict[str, Groups]] = {
    "announced revenge": (
        """
        dan gaan ze | dan zullen ze | dan gaan jullie | dan zullen jullie | gaan ze boeten |
        zullen ze boeten | zullen jullie boeten | gaan jullie boeten | ze krijgen spijt |
        jullie krijgen spijt | krijgen jullie spijt | you will all regret | they will regret
        """,
        _WHEN,
        "voelen | merken | boeten | spijt | weten wie | zien wie | regret | pay",
    ),
    "weapon with place and time": (_WEAPON, _WHERE, _WHEN),
    "weapon and person": (_WEAPON, _I, _TARGET),
    "veiled warning": (
        """
        blijf thuis | blijf maar thuis | blijf morgen thuis | kom niet naar school |
        ga niet naar school | kom morgen niet | stay home | dont come to school |
        niet alleen binnen | ik waarschuw | jullie zijn gewaarschuwd | you have been warned |
        zullen het zien | krijgen er spijt van | krijgt er spijt van | gaan spijt krijgen |
        betaald zetten | neem wraak | wraak nemen | pak jullie terug | weet waar je woont |
        weet waar jullie | wacht je op | wachten je op | pakken je na | pak je na school
        """,
    ),
    "violent word": (
        """
        vermoorden | vermoord* | dood | bloedbad | aanslag | schieten | steken | schietpartij |
        steekpartij | slachtpartij | slachting | afmaken | bedreig* | murder | shooting | massacre
        | terrorist* | gijzel*
        """,
    ),
    "despair": (
        """
        kan niet meer | trek het niet meer | wil verdwijnen | niemand zou me missen |
        niemand mist mij | alles is zinloos | hopeloos | mezelf snijden | snijd mezelf |
        automutilatie | mezelf pijn | hurt myself | self harm | depressief | klaar met leven |
        klaar met alles | zin meer in het leven | zichzelf iets | mezelf iets aan* |
        het is klaar zo | sorry voor alles
        """,
    ),
    "danger": (
        """
        brand | brandalarm | rook | ontruimd | ontruiming | ambulance | brandweer | gevochten |
        vechtpartij | knokpartij | neergeslagen | mishandeld | mishandeling | verkracht* |
        aangerand | aanranding | stalker | gestalkt | stalkt | kortsluiting | emergency | help me
        | grooming
        """,
    ),
}

HARMLESS: Final[dict[str, Groups]] = {
    "idiom": (
        """
        dood van het lachen | dood van t lachen | doodgelachen | lach me dood | lachte me dood |
        kapot lachen | kapot te lachen | kapot gelachen | ik ga stuk | ik ga kapot | ik stik |
        ga dood van | dood van de | dood van verveling | dood verveeld | doodverveeld | moordwijf
        | moordvent | moordmeid | moordgriet | moordteam | bloedrode | bloedrood | doodmoe |
        dood gewoon | doodgewoon | dood op | doodleuk | dodelijk saai | over mijn lijk | schiet op
        | schiet me te binnen | schiet niet op | schoot niet op | schiet lekker op |
        schiet een keer op | steek je hand | steken een hand | steek een hand | handen uit de |
        steken in de | de bom is gebarsten | bommetje | seksbom | sexbom | badbom | bruisbal |
        bath bomb | photobomb | killing it | killed it | dying of laughter | im dead |
        dressed to kill | vuur en vlam | brandt los | barst los | doodstil | dood spoor |
        niet dood | dode hoek | sterf van | mes in de rug | steek laten vallen | penalty | op doel
        | foto schieten | fotos schieten | plaatjes schieten | kost me de kop | gelachen dat
        """,
    ),
    "school talk": (
        """
        toets | tentamen | examen | herkansing | verslag | deadline | huiswerk | rekenen |
        wiskunde | cijfer | wifi | printer | presentatie | prikken | studiepunten | voetbal |
        wedstrijd | kapsel | opdracht | game | gamen | fortnite | cod | concert | exam | homework
        | match | haircut
        """,
    ),
    "trade or course": (
        """
        koksmes* | keukenmes* | messenset | messen slijpen | mes slijpen | recept | koken | keuken
        | kok | lasrook | lassen | barbecue | bbq | kampvuur | rookmelder | brandoefening |
        ontruimingsoefening | oefening | bhv | ehbo | cursus | lesmateriaal | naald | borduren |
        breien | naaien | frikandel | kroket | sportschieten | boogschieten | nagellak | recipe
        """,
    ),
    "story": (
        """
        boek | roman | thriller | film | serie | musical | podcast | documentaire | herdenking |
        lezing | voorlichting | week van | theater | escaperoom | halloween | moordspel |
        moorddiner | preventie | movie | book
        """,
    ),
}

# Laughter takes a step back from what was said; it does not undo a plain announcement.
LAUGHTER: Final = frozenset("😂🤣😆😹💀🪦😅😜😝🤪")
LAUGHING_WORDS: Final = frozenset(
    ("haha", "hahaha", "hahahaha", "lmao", "lmfao", "xd", "rofl", "hihi", "grapje")
)
