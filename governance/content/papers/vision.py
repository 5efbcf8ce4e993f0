"""A vision on social media for each of the three domains: a frame with examples to write over."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Section

COMMUNICATION = Paper(
    code="vision-communication",
    kind="vision",
    domain="communication",
    title="Visie: sociale media in onze communicatie",
    button="Hier staan we achter",
    about=Bilingual(
        nl=(
            "Een geraamte voor een visie op communicatie: voor wie zijn we online, wat levert het "
            "het college op en wat laten we. Overschrijf de voorbeelden met je eigen keuzes."
        ),
        en=(
            "The frame of a vision on communication: for whom are we online, what does it bring "
            "the college, and what do we leave. Write your own choices over the examples."
        ),
    ),
    sections=(
        Section(
            title="Wat het college wil",
            what="""
            Ons college wil dat elke jongere in de regio een opleiding vindt die past, en die
            afmaakt. Bedrijven en gemeenten zien ons als partner. Sociale media dienen dat doel: ze
            maken ons vindbaar, aanspreekbaar en geloofwaardig.
            """,
            why=(
                "Begin met één of twee doelen uit het strategisch plan, in gewone woorden. Zeg "
                "daarna in één zin wat sociale media daaraan bijdragen."
            ),
        ),
        Section(
            title="Voor wie we er zijn",
            what="""
            | voor wie | wat ze bij ons zoeken |
            |---|---|
            | toekomstige studenten | hoe het hier écht is, verteld door studenten |
            | studenten | antwoord op praktische vragen, trots op hun vak |
            | ouders | houvast bij de keuze en tijdens de opleiding |
            | bedrijven | stagiairs, gastlessen, een vast gezicht |
            | oud-studenten | contact met hun vakgenoten en met ons |
            | medewerkers | weten wat er in andere teams gebeurt |
            | pers en regio | een snelle en eerlijke reactie |
            """,
            why=(
                "Kies de groepen die er voor jullie het meest toe doen en zet er hun vraag "
                "achter. Schrap een groep als je er niets voor gaat doen."
            ),
        ),
        Section(
            title="Wat we willen bereiken",
            what="""
            We laten studenten zelf vertellen over hun opleiding (oorzaak). Daardoor weten
            aankomende studenten beter waarvoor ze kiezen (gevolg). Dat zien we terug in minder
            uitval in het eerste jaar (effect).

            We antwoorden op elke vraag binnen een werkdag. Daardoor hoeven minder mensen te
            bellen. Dat merken we aan de drukte bij het informatiecentrum rond de open dagen.
            """,
            why=(
                "Schrijf per doel een keten van oorzaak, gevolg en effect. Zonder die keten "
                "blijft het een lijstje met acties."
            ),
        ),
        Section(
            title="Hoe we klinken",
            what="""
            We zijn open, vriendelijk en nuchter. We laten zien wat lukt en ook wat nog niet lukt.
            Studenten en docenten vertellen het verhaal, de afdeling communicatie helpt en bewaakt
            de grote lijn.
            """,
            why=(
                "Kies drie woorden die bij jullie passen en leg uit wat je ervoor doet en laat. "
                "Bedenk ook wie het woord voert: een afdeling of iedereen."
            ),
        ),
        Section(
            title="Welke kanalen we kiezen",
            what="""
            We kiezen per doelgroep één hoofdkanaal en vullen dat goed. Ons beeldverhaal staat op
            [kanaal voor jongeren], het contact met bedrijven op [zakelijk netwerk] en nieuws op
            onze eigen website. Op andere plekken luisteren we wel, maar plaatsen we niets.
            """,
            why=(
                "Noem de kanalen en zeg waarom juist die. Schrijf ook op wat je niet doet, want "
                "daar krijg je de meeste vragen over."
            ),
        ),
        Section(
            title="Wat ervoor nodig is",
            what="""
            - **Tijd**: per kanaal [vier] uur per week, in het rooster.
            - **Kunnen**: een instapcursus en een vraagbaak voor wie begint.
            - **Spullen**: telefoons en een plek om beeld te bewaren.
            - **Afspraken**: een protocol, een webcarebeleid en regels voor accounts.
            """,
            why=(
                "Noem uren en namen, dan wordt het geloofwaardig. Een visie zonder tijd is een "
                "wens."
            ),
        ),
        Section(
            title="Wanneer we tevreden zijn",
            what="""
            Over een jaar reageren we op 95 procent van de vragen op tijd, vertellen minstens
            [twintig] studenten zelf hun verhaal en weten nieuwe studenten in de intake te noemen
            wat ze online van ons zagen. Elk voorjaar leggen we dit naast de cijfers en kiezen we
            opnieuw.
            """,
            why=(
                "Kies twee of drie tekenen waaraan je ziet dat het werkt. Neem er minstens één "
                "die niet over aantallen volgers gaat."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)

LEARNING = Paper(
    code="vision-learning",
    kind="vision",
    domain="learning",
    title="Visie: sociale media in het leren",
    button="Hier staan we achter",
    about=Bilingual(
        nl=(
            "Een geraamte voor een visie op leren: wat studenten met en over sociale media leren, "
            "en wat docenten daarvoor nodig hebben. Schrijf het met een paar docenten en "
            "studenten samen."
        ),
        en=(
            "The frame of a vision on learning: what students learn with and about social media, "
            "and what teachers need for it. Write it together with some teachers and students."
        ),
    ),
    sections=(
        Section(
            title="Wat goed onderwijs voor ons is",
            what="""
            Bij ons leer je een vak in de praktijk, met anderen, en leg je uit wat je doet en
            waarom. Sociale media passen daarbij als ze het leren echter, socialer of zichtbaarder
            maken. Passen ze er niet bij, dan gebruiken we iets anders.
            """,
            why=(
                "Beschrijf in een paar zinnen hoe studenten bij jullie leren. Het leerdoel komt "
                "eerst, het middel daarna."
            ),
        ),
        Section(
            title="Wat studenten ermee leren",
            what="""
            - Vakkennis vinden bij vakgenoten en bedrijven buiten de school.
            - Samen aan een product werken en laten zien wie wat deed.
            - Hun werk tonen aan een echt publiek en er feedback op krijgen.
            - Een beroepsprofiel opbouwen waarmee ze een stage of baan vinden.
            """,
            why=(
                "Kies de leerdoelen die bij jullie opleidingen horen, per opleiding hooguit drie. "
                "Formuleer ze als iets wat een student na afloop kan."
            ),
        ),
        Section(
            title="Mediawijs worden",
            what="""
            Elke student leert hoe berichten worden gemaakt, hoe een platform kiest wat je ziet,
            wat je deelt en wat dat later betekent, en wat je doet bij pesten of nepnieuws. Dat zit
            in burgerschap en in de beroepslessen, en het liefst leren studenten het door zelf te
            maken.
            """,
            why=(
                "Leg uit waar mediawijsheid in het programma zit en wie het geeft. Ga er niet van "
                "uit dat jongeren het al kunnen."
            ),
        ),
        Section(
            title="Oorzaak, gevolg en effect",
            what="""
            Studenten houden tijdens de beroepspraktijkvorming een blog bij. De begeleider leest
            wat er speelt en reageert dezelfde week. Zo wordt de begeleiding gerichter en haken
            minder studenten tijdens de stage af.
            """,
            why=(
                "Neem één werkwijze en beschrijf wat die teweegbrengt, tot en met het resultaat. "
                "Doe dit met een voorbeeld uit een echte opleiding."
            ),
        ),
        Section(
            title="De rol van docenten en studenten",
            what="""
            Docenten ontwerpen het leren, geven het voorbeeld en helpen te kiezen uit wat er te
            vinden is. Studenten brengen in wat ze al kunnen en leren elkaar. Ouders en
            leerbedrijven weten wat we doen en kunnen meekijken waar dat helpt.
            """,
            why=(
                "Zeg per groep wat je verwacht en wat ze van jullie mogen verwachten. Vergeet de "
                "leerbedrijven niet."
            ),
        ),
        Section(
            title="Veilig experimenteren",
            what="""
            We werken in een besloten omgeving als studenten nog oefenen en in het openbaar als het
            werk af is. Geen student wordt verplicht een privéaccount te gebruiken; er is altijd
            een gelijkwaardige andere manier. Hoe docenten en studenten elkaar online ontmoeten,
            staat in de afspraken over nabijheid en afstand.
            """,
            why=(
                "Beschrijf wanneer iets openbaar is en wanneer niet. Leg ook vast welke andere "
                "weg er is voor wie niet wil of kan."
            ),
        ),
        Section(
            title="Wat docenten nodig hebben",
            what="""
            - **Een gedeelde visie**: in elk team een gesprek per jaar.
            - **Deskundigheid**: scholing in middel, vak en didactiek tegelijk.
            - **Materiaal**: voorbeelden van lessen die je kunt overnemen.
            - **Voorzieningen**: netwerk, apparaten en hulp als het hapert.
            """,
            why=(
                "Loop de vier bouwstenen langs en schrijf op wat er ontbreekt. Ze werken alleen "
                "als ze in evenwicht zijn."
            ),
        ),
        Section(
            title="Hoe we het volgen",
            what="""
            Elk team kiest per jaar één leeractiviteit met sociale media, meet het resultaat bij
            studenten en deelt wat werkte en wat niet. Na een jaar besluiten we wat blijft, wat
            groeit en wat stopt.
            """,
            why=(
                "Houd het klein, zodat het ook gebeurt. Vraag studenten zelf of ze er meer van "
                "leerden."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)

KEEPING_UP = Paper(
    code="vision-keeping-up",
    kind="vision",
    domain="keeping_up",
    title="Visie: bijblijven met sociale media",
    button="Hier staan we achter",
    about=Bilingual(
        nl=(
            "Een geraamte voor een visie op bijblijven: hoe docenten en andere medewerkers met "
            "sociale media hun vak bijhouden en van elkaar leren. Geschikt om met hr en een paar "
            "voorlopers in te vullen."
        ),
        en=(
            "The frame of a vision on keeping up: how teachers and other staff keep up their "
            "trade and learn from each other by social media. Fit to fill in with HR and a few "
            "pioneers."
        ),
    ),
    sections=(
        Section(
            title="Waarom bijblijven telt",
            what="""
            Het beroep waarvoor we opleiden, verandert elk jaar. Wie lesgeeft, wil weten wat er op
            de werkvloer speelt en wat collega’s elders uitproberen. Via online netwerken kom je
            daar dichter bij dan met één studiedag per jaar.
            """,
            why=(
                "Verbind bijblijven met de kwaliteit van het onderwijs en met de ontwikkeling van "
                "medewerkers. Noem een verandering in een beroep die jullie bijna hadden gemist."
            ),
        ),
        Section(
            title="Waar we nu staan",
            what="""
            Een deel van onze medewerkers is online actief, een groter deel kijkt alleen mee en een
            deel doet niets. Dat is geen oordeel. Elk jaar vragen we waar mensen staan en wat ze
            nodig hebben.
            """,
            why=(
                "Geef een eerlijk beeld, liefst met cijfers uit jullie eigen vragenlijst. "
                "Onderscheid wie maakt, wie meedoet, wie meeleest en wie wegblijft."
            ),
        ),
        Section(
            title="Wat we van iedereen vragen",
            what="""
            Iedere medewerker weet wat sociale media voor studenten betekenen en kent onze
            afspraken. Iedere docent volgt het eigen vak op minstens één manier: een netwerk, een
            blog, een podcast of een groep van vakgenoten.
            """,
            why=(
                "Leg een lage drempel die voor iedereen haalbaar is. Laat de keuze van het middel "
                "aan de medewerker."
            ),
        ),
        Section(
            title="Ruimte voor wie voorop loopt",
            what="""
            Een kerngroep van medewerkers uit verschillende teams krijgt uren om te proberen, te
            laten zien en anderen te helpen. Eén van hen trekt de kar, met steun van het bestuur.
            Fouten maken hoort erbij.
            """,
            why=(
                "Noem wie er in de kerngroep zit en hoeveel uur zij krijgen. Zorg dat iemand uit "
                "het management zich eraan verbindt."
            ),
        ),
        Section(
            title="Van elkaar leren",
            what="""
            - Elke maand een uur waarin collega’s laten zien wat ze ontdekten; komen is vrijwillig.
            - Een plek waar vragen en antwoorden blijven staan.
            - Een lijst van collega’s die je voor een onderwerp kunt bellen.
            - Studenten die docenten op weg helpen.
            """,
            why=(
                "Kies vormen die passen bij hoe mensen nu al met elkaar praten. Wat geen vaste "
                "plek of tijd heeft, verdwijnt."
            ),
        ),
        Section(
            title="Scholing op maat",
            what="""
            We bieden een instapcursus voor beginners, een cursus voor wie namens het college
            plaatst en een verdieping voor wie sociale media in de les gebruikt. Een kleine groep
            wordt geschoold door een vakman en geeft het daarna door. Wie het probeert en er niets
            in vindt, is nog steeds een goede collega.
            """,
            why=(
                "Verdeel de scholing naar wat mensen kunnen en waarvoor ze het nodig hebben. Zeg "
                "ook wat je accepteert van wie niet wil."
            ),
        ),
        Section(
            title="Contact met het beroep",
            what="""
            Docenten bouwen een zakelijk netwerk op van leerbedrijven, oud-studenten en vakgenoten.
            Ze vragen er gastlessen, stageplekken en raad, en vertellen wat onze studenten kunnen.
            Teams delen hun contacten, zodat die blijven als iemand vertrekt.
            """,
            why=(
                "Schrijf op welke netwerken voor jullie sectoren tellen. Bedenk wat je als "
                "college terug te bieden hebt."
            ),
        ),
        Section(
            title="Hoe we zien dat het werkt",
            what="""
            In het jaargesprek vertelt iedere docent één ding dat online is geleerd en in de les is
            gebruikt. We tellen hoeveel collega’s meedoen aan de kennisuren en of hun vertrouwen
            groeit. Elk jaar passen we de plannen daarop aan.
            """,
            why=(
                "Meet wat mensen doen en durven, niet hoe vaak ze inloggen. Eén goed voorbeeld "
                "overtuigt meer dan een percentage."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)
