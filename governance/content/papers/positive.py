"""The positive protocol: invites people to be heard, and trusts them to think twice."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Question, Section

POSITIVE = Paper(
    code="protocol-positive",
    kind="protocol",
    style="positive",
    title="Sociale media: gebruik je stem",
    button="Ik doe mee",
    about=Bilingual(
        nl=(
            "Een uitnodiging in plaats van een verbod, voor een college dat medewerkers en "
            "studenten als ambassadeur ziet. Past als je vertrouwen wilt geven en toch een bodem "
            "onder de afspraken wilt."
        ),
        en=(
            "An invitation rather than a ban, for a college that sees staff and students as its "
            "ambassadors. Fits when you want to give trust and still have firm ground under the "
            "agreements."
        ),
    ),
    sections=(
        Section(
            title="Waarom we dit samen afspreken",
            what="""
            Er gebeurt bij ons elke dag iets wat het vertellen waard is. Een student die voor het
            eerst een motor aan de praat krijgt, een gastles waar iedereen stil van werd, een
            collega die iets nieuws probeert. We hopen dat jij die verhalen deelt.

            Deze afspraken zijn er voor iedereen die bij ons werkt of leert en online iets over het
            college laat zien. Ze bestaan vooral uit gezond verstand.
            """,
            why=(
                "Verhalen van mensen overtuigen meer dan een folder. Wie weet waar de grens ligt, "
                "durft ook meer te laten zien."
            ),
            tip="Deel wat je trots maakt.",
        ),
        Section(
            title="Spreken namens ons allemaal",
            what="""
            Wil je een kanaal van het college of je opleiding vullen? Graag! Lees deze afspraken en
            bevestig dat je meedoet, dan krijg je een mandaat. Een cursus is niet verplicht, wel
            een aanrader. Bij je eerste drie berichten kijkt een ervaren collega mee en geeft
            akkoord. Daarna vertrouwen we op je.

            Belt de krant? Leuk, en even doorverbinden: onze perswoordvoerder helpt je en de
            journalist verder.
            """,
            why=(
                "Meekijken is geen wantrouwen maar een zachte landing. Zo leer je van elkaar wat "
                "werkt."
            ),
            tip="Zin in een eigen kanaal? Steek je vinger op.",
            settings=(
                ("mandate.needs_acknowledgement", True),
                ("mandate.needs_course", False),
                ("mandate.approved_posts", 3),
            ),
        ),
        Section(
            title="Wees jezelf op je eigen account",
            what="""
            Je eigen account is van jou. Vertel gerust dat je hier werkt of studeert en laat zien
            wat je bezighoudt. Maak wel duidelijk dat je voor jezelf praat, dan hoeft niemand te
            raden.

            Heb je kritiek op ons? Zeg het ons vooral, het liefst eerst aan de mensen die er iets
            aan kunnen doen. Een goed gesprek levert meer op dan een scherp bericht.
            """,
            why=(
                "Eerlijke mensen zijn de beste ambassadeurs. Een reclamepraatje prikt iedereen "
                "door."
            ),
            tip="Wees eerlijk: praat als mens, niet als folder.",
        ),
        Section(
            title="Geef elkaar ruimte",
            what="""
            We gaan uit van het goede in de ander. We vieren successen, stellen vragen als we iets
            niet begrijpen en zijn het soms hartgrondig oneens. Dat kan allemaal zonder iemand
            kleiner te maken.

            Word je geraakt door een bericht? Slaap er een nacht over, bel de ander of loop even
            langs.
            """,
            why=(
                "Geschreven woorden missen een glimlach. Wat jij als grapje bedoelt, kan bij een "
                "ander hard aankomen."
            ),
            tip="Lees het twee keer, plaats het één keer.",
        ),
        Section(
            title="Zorg voor het verhaal van een ander",
            what="""
            Jouw verhaal mag je altijd vertellen. Dat van een ander alleen als die dat wil.
            Cijfers, verzuim, ziekte en ruzies zijn nooit van jou om te delen, ook niet zonder
            naam.

            Ging er toch iets naar buiten wat binnen hoorde te blijven? Laat het meteen weten aan
            [functionaris gegevensbescherming], dan lossen we het samen op.
            """,
            why=(
                "Vertrouwen kost jaren om op te bouwen. Met één onhandige schermafdruk is het weg."
            ),
            tip="Het verhaal van een ander is van die ander.",
        ),
        Section(
            title="Mooie beelden, met een ja",
            what="""
            Een foto zegt veel, dus maak er veel! Vertel wie erop staan waar je het beeld voor
            gebruikt en vraag of het goed is. Noteer het antwoord. Bij studenten onder de 16 vragen
            we het aan de ouders of voogd.

            Wil iemand er later toch niet op? Dan halen we de foto weg, zonder gedoe en zonder
            vragen. Er is altijd een hoekje in de klas waar je buiten beeld blijft.
            """,
            why=(
                "Iemand die met plezier op de foto staat, deelt hem zelf ook. En een nee mag "
                "nooit ongemakkelijk worden."
            ),
            tip="Vraag ‘mag ik?’ en meen het.",
        ),
        Section(
            title="Dichtbij studenten, met een gezonde afstand",
            what="""
            Je mag menselijk zijn. Een compliment onder een werkstuk of een felicitatie doet een
            student goed. Houd daarbij in de gaten dat jij de docent bent en de ander de student,
            ook om elf uur ’s avonds.

            Hoe we dat doen met volgen, vriendenlijsten, appgroepen en privéberichten, lees je in
            de afspraken over nabijheid en afstand.
            """,
            why=(
                "Als je de wereld van studenten kent, komt je les beter binnen. Afstand zorgt "
                "ervoor dat iedereen gelijke kansen houdt."
            ),
            tip="Betrokken zijn mag, vriendjes zijn hoeft niet.",
        ),
        Section(
            title="Tijd voor wat ertoe doet",
            what="""
            Iets plaatsen voor het college is werk, dus dat doe je gewoon in werktijd. Spreek met
            je teamleider af hoeveel uur je eraan besteedt. Buiten werktijd mag, maar niemand
            verwacht het.

            In de les kiezen we samen wanneer telefoons meedoen en wanneer ze in de tas blijven.
            """,
            why="Leuke berichten ontstaan als er ruimte voor is. Rust hoort daar ook bij.",
        ),
        Section(
            title="Oeps, dat ging mis",
            what="""
            Iedereen plaatst wel eens iets wat achteraf niet handig was. Zeg sorry, zet het recht
            en vertel het aan een collega van de webcare. Samen bedenken we of er nog iets nodig
            is.

            Van een fout leren we het meest als we erover praten. Daarom bespreken we elk
            schooljaar een paar missers, met instemming van wie ze maakte.
            """,
            why=(
                "Durven vraagt om een vangnet. Wie bang is voor straf, plaatst straks niets meer."
            ),
            tip="Ging het mis? Zeg sorry en zet het recht.",
        ),
        Section(
            title="Toon moed als het niet goed voelt",
            what="""
            Zie je dat iemand wordt gepest, uitgesloten of bedreigd? Kijk niet weg. Vraag hoe het
            met de ander gaat, bewaar wat je zag en ga ermee naar [vertrouwenspersoon] of je
            mentor. Verspreid beelden die iemand kunnen beschadigen nooit verder.

            Denk je dat iemand in gevaar is? Bel 112 en waarschuw ons crisisteam. Liever tien keer
            voor niets dan één keer te laat.
            """,
            why=(
                "Voor wie het overkomt, maakt één persoon die iets doet al verschil. Je staat er "
                "niet alleen voor."
            ),
            tip="Zie je onrecht? Laat de ander niet alleen.",
        ),
        Section(
            title="En als iemand over de grens gaat",
            what="""
            Meestal is een gesprek genoeg. We vragen wat er gebeurde, luisteren naar alle kanten en
            zoeken naar herstel. Blijft iemand over grenzen gaan of is er veel schade, dan gelden
            de huisregels, het studentenstatuut en de afspraken uit de cao mbo.
            """,
            why=(
                "Vertrouwen geven betekent niet dat alles kan. Anderen moeten zich ook veilig "
                "weten."
            ),
        ),
        Section(
            title="Samen blijven leren",
            what="""
            Weet je niet zeker of iets kan? Vraag het een collega, de mensen van [communicatie] of
            je klas. Met twee paar ogen zie je meer.

            Elk schooljaar kijken we met medewerkers en studenten of deze afspraken nog kloppen.
            Heb je een idee, geef het door.
            """,
            why=(
                "Platforms veranderen sneller dan wij kunnen schrijven. De houding erachter blijft."
            ),
            tip="Vraag raad: twee paar ogen zien meer.",
            settings=(("review.months", 12),),
        ),
    ),
    questions=(
        Question(
            text=(
                "Je bent boos over een reactie onder een bericht van je opleiding. Wat past bij "
                "onze afspraken?"
            ),
            options=(
                "Meteen terugschrijven, nu je nog scherp bent.",
                "Er een nacht over slapen of de ander even bellen.",
                "De reactie delen, zodat je volgers je steunen.",
            ),
            right=1,
            section=3,
        ),
        Question(
            text="Een student wil bij nader inzien niet meer op een foto staan. Wat doen we?",
            options=(
                "De foto weghalen, zonder naar de reden te vragen.",
                "Uitleggen dat het ja van toen geldig blijft.",
                "De foto laten staan tot het nieuwe schooljaar.",
            ),
            right=0,
            section=5,
        ),
        Question(
            text="Mag je op je eigen account vertellen dat je bij ons werkt?",
            options=(
                "Nee, je werk hou je buiten je privéaccount.",
                "Alleen met een mandaat.",
                "Ja, als je duidelijk maakt dat je voor jezelf praat.",
            ),
            right=2,
            section=2,
        ),
    ),
)
