"""The crisis plan: twenty minutes from a frightening message to people who act."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Section

CRISIS = Paper(
    code="crisis",
    kind="crisis",
    title="Crisisplan sociale media",
    button="Ik weet wat ik moet doen",
    about=Bilingual(
        nl=(
            "Wat je doet als een bericht op gevaar wijst of als er een storm over het college "
            "losbarst, met een klok van twintig minuten. Vul de namen en nummers in en oefen elk "
            "halfjaar."
        ),
        en=(
            "What to do when a message points to danger or a storm breaks over the college, by a "
            "clock of twenty minutes. Fill in the names and numbers and hold a drill every term."
        ),
    ),
    sections=(
        Section(
            title="Wanneer dit plan geldt",
            what="""
            - Iemand dreigt met geweld tegen mensen of gebouwen.
            - Iemand kondigt aan zichzelf iets aan te doen.
            - Er is een ongeluk, brand of sterfgeval en het staat al online.
            - Beelden of gegevens van studenten of medewerkers worden verspreid.
            - Een kanaal van het college is overgenomen door een ander.
            - Een golf van boze berichten loopt zo snel op dat webcare het niet meer aankan.

            Twijfel je? Dan geldt het plan.
            """,
            why=(
                "Een dreiging die achteraf een grap blijkt, kost een uur. Een dreiging die "
                "niemand serieus nam, kan levens kosten."
            ),
        ),
        Section(
            title="De klok van twintig minuten",
            what="""
            | minuut | wat | wie |
            |---|---|---|
            | 0 | bericht gevonden, schermafdruk gemaakt | wie het ziet |
            | 2 | dienstdoende gebeld, niet gemaild | wie het ziet |
            | 5 | bevestigd: ‘ik heb het’ | dienstdoende van het crisisteam |
            | 10 | team bijeen of aan de lijn | beveiliging, gebouwbeheer, woordvoerder, bestuur |
            | 12 | oordeel: gevaar, mogelijk gevaar of geen gevaar | crisisteam |
            | 15 | politie heeft alle gegevens | voorzitter van het crisisteam |
            | 20 | eerste maatregelen lopen, eerste bericht is klaar | iedereen in de eigen rol |

            **Bij direct gevaar bel je 112 in minuut 0.** Je wacht nergens op.
            """,
            why=(
                "Bij een echte dreiging aan een mbo stond de politie na twintig minuten aan de "
                "deur van de schrijver. Dat lukt alleen als iedereen de volgorde kent."
            ),
        ),
        Section(
            title="Rollen",
            what="""
            - **Dienstdoende**: neemt dag en nacht op, bevestigt en roept het team bijeen.
            - **Voorzitter**: neemt de besluiten en spreekt met de politie. Meestal een lid van het
              bestuur.
            - **Beveiliging**: kent de ingangen, camera’s en sleutels.
            - **Gebouwbeheer**: sluit, ontruimt of opent een gebouw.
            - **Woordvoerder**: schrijft alle berichten naar buiten en spreekt met de pers.
            - **Webcare**: blijft kijken, verzamelt nieuwe berichten en antwoordt alleen met
              goedgekeurde tekst.
            - **Logboek**: schrijft op wat er om hoe laat is besloten, en waarom.

            Elke rol heeft een vervanger. Niemand heeft er twee.
            """,
            why=(
                "In een crisis is geen tijd om taken te verdelen. Wie zijn rol kent, kan meteen "
                "beginnen."
            ),
        ),
        Section(
            title="Belboom",
            what="""
            | rol | naam | telefoon | vervanger | telefoon |
            |---|---|---|---|---|
            | dienstdoende | [naam] | [nummer] | [naam] | [nummer] |
            | voorzitter | [naam] | [nummer] | [naam] | [nummer] |
            | beveiliging | [naam] | [nummer] | [naam] | [nummer] |
            | gebouwbeheer | [naam] | [nummer] | [naam] | [nummer] |
            | woordvoerder | [naam] | [nummer] | [naam] | [nummer] |
            | wijkagent | [naam] | [nummer] | politie, geen spoed | 0900-8844 |
            | nazorg en vertrouwenspersoon | [naam] | [nummer] | [naam] | [nummer] |

            Neemt iemand na drie keer overgaan niet op, bel dan de vervanger. Bewaar deze lijst ook
            op papier.
            """,
            why=(
                "Een mail wordt morgen gelezen, een telefoon rinkelt nu. Op papier werkt de lijst "
                "ook als het netwerk plat ligt."
            ),
        ),
        Section(
            title="Bewijs bewaren",
            what="""
            1. Maak een schermafdruk met de tekst, de naam van het account, het adres en het
               tijdstip.
            2. Bewaar de link. Haal het bericht niet weg voordat het is vastgelegd.
            3. Noteer wie het vond en wie het verder zag.
            4. Maak van seksuele beelden **geen** kopie. Schrijf alleen op waar ze staan.
            5. Geef alles aan de politie en aan het logboek, en aan niemand anders.
            """,
            why=(
                "Een bericht kan binnen een minuut verdwenen zijn. Zonder adres en tijdstip kan "
                "de politie weinig."
            ),
        ),
        Section(
            title="De politie",
            what="""
            Bel 112 zodra iemand in gevaar kan zijn. Zeg waar je belt, wat er staat, wie er wordt
            bedreigd, waar en wanneer, en geef de naam van het account. Noem één nummer waarop de
            politie je kan terugbellen en houd die lijn vrij.

            De politie zoekt uit wie de schrijver is. Wij gaan niet zelf op zoek, bellen niet aan
            en nemen geen contact op met de schrijver, tenzij de politie dat vraagt.
            """,
            why=(
                "Opsporen is het werk van de politie en kan voor een ander gevaarlijk zijn. Soms "
                "blijkt de schrijver helemaal geen student van ons."
            ),
        ),
        Section(
            title="Een noodkreet",
            what="""
            Schrijft iemand niet meer te willen leven? Laat die persoon niet alleen. Is er direct
            gevaar, bel dan 112. Een collega die de student kent, zoekt persoonlijk contact, liefst
            met de stem. Wijs op 113 Zelfmoordpreventie: bel 113 of gratis 0800-0113, of chat op
            113.nl.

            Reageer rustig en besloten, zonder oordeel. Bij een minderjarige student betrekken we
            de ouders of voogd, tenzij dat onveilig is.
            """,
            why=(
                "Vragen naar suïcide brengt niemand op een idee, het geeft lucht. Een bekende "
                "stem helpt meer dan een bericht van een instelling."
            ),
        ),
        Section(
            title="Wat we wel en niet online doen",
            what="""
            **Wel**

            - Eén kort bericht op de website en de hoofdkanalen: wat we weten, wat we doen, wanneer
              we weer iets laten horen.
            - Geplande berichten stilzetten op alle kanalen.
            - Vragen van ouders en studenten bundelen en beantwoorden.

            **Niet**

            - Namen, klassen of foto’s noemen.
            - Gissen naar oorzaak, dader of slachtoffers.
            - In discussie gaan met de schrijver van de dreiging.
            - De dreiging herhalen of delen, ook niet om te waarschuwen.
            - Als medewerker zelf iets plaatsen of de pers te woord staan.
            """,
            why=(
                "Elk bericht van ons wordt gelezen door de familie van wie het treft. Eén bron "
                "voorkomt tegenstrijdige berichten."
            ),
        ),
        Section(
            title="Afsluiten",
            what="""
            De voorzitter sluit de crisis af als de politie geen gevaar meer ziet of als het gevaar
            is weggenomen. We vertellen dat aan iedereen die gealarmeerd was, en op dezelfde
            kanalen als het eerste bericht. Geplande berichten gaan pas weer aan als de
            woordvoerder akkoord is.

            Het logboek krijgt een einde: tijdstip, besluit en naam.
            """,
            why="Wie alleen de alarmbel hoort, blijft ongerust. Een duidelijk slot geeft rust.",
        ),
        Section(
            title="Nazorg",
            what="""
            - Dezelfde dag: een gesprek met wie het bericht vond en met wie werd bedreigd.
            - Binnen drie dagen: mentoren praten met de klassen die erbij betrokken waren.
            - Binnen twee weken: het crisisteam bespreekt het logboek. Wat ging goed, wat kan
              sneller?
            - Na zes weken: we vragen nog eens hoe het gaat.

            Is de schrijver een student van ons, dan volgt naast een maatregel ook hulp.
            """,
            why=(
                "Schrik komt soms pas later. Achter een dreigend bericht zit vaak iemand die zelf "
                "vastloopt."
            ),
        ),
        Section(
            title="Oefenen en bijwerken",
            what="""
            Elk halfjaar oefenen we met een verzonnen bericht, zonder het online te zetten. We
            meten hoelang elke stap duurt en vergelijken dat met de klok. Na elke oefening werken
            we de belboom bij. Dit plan stellen we elke zes maanden opnieuw vast.
            """,
            why=(
                "Een plan dat nooit is geoefend, is een vermoeden. De meeste tijd gaat verloren "
                "aan oude telefoonnummers."
            ),
            settings=(("review.months", 6),),
        ),
    ),
)
