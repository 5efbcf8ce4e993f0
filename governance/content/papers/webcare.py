"""The webcare policy: who answers what within which time, with the rules that do so."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers import rules
from governance.content.papers.document import Paper, Section

WEBCARE = Paper(
    code="webcare",
    kind="webcare",
    title="Webcarebeleid",
    about=Bilingual(
        nl=(
            "Wie op welke berichten reageert en binnen welke tijd. De verdeelregels zitten aan de "
            "afspraken vast: zodra dit beleid van kracht is, verdeelt het portaal de berichten "
            "zo."
        ),
        en=(
            "Who answers which messages, and within which time. The routing rules hang on the "
            "clauses: once this policy is in force, the portal divides the messages this way."
        ),
    ),
    sections=(
        Section(
            title="Waarom we reageren",
            what="""
            Studenten, ouders en bedrijven stellen hun vraag op de plek waar ze toch al zijn. Wij
            luisteren daar elke dag en reageren op iedere vraag en iedere klacht één keer, op tijd,
            door de collega die het antwoord weet.

            We reageren om te helpen. We gebruiken webcare niet om mensen te volgen of om een
            mening te bestrijden.
            """,
            why=(
                "Een vraag die blijft liggen, wordt een klacht. Een klacht die netjes wordt "
                "beantwoord, wordt vaak een compliment."
            ),
        ),
        Section(
            title="Wie doet wat",
            what="""
            - Het **informatiecentrum** helpt met praktische vragen over roosters, vakanties,
              inschrijven, opleidingen en betalen.
            - **Marketing & Communicatie** doet alles wat de naam van het college raakt: klachten,
              kritiek, complimenten en samenwerking.
            - De **perswoordvoerder** is er voor journalisten en berichten in het nieuws. Niemand
              anders staat de pers te woord.
            - Het **crisisteam** let op bedreigingen en noodkreten, dag en nacht.

            Docenten die een vraag tegenkomen, geven die door aan de webcare. Ze antwoorden alleen
            zelf als de vraag over hun eigen les gaat.
            """,
            why=(
                "Zonder verdeling reageren er twee, of niemand. Het informatiecentrum weet het "
                "rooster, de woordvoerder kent de pers."
            ),
        ),
        Section(
            title="Bedreigingen en noodkreten",
            what="""
            Een bericht dat een bedreiging of een noodkreet kan zijn, gaat direct naar het
            crisisteam. Binnen twintig minuten kijkt er iemand naar, ook ’s nachts en in het
            weekend. Een antwoord gaat pas uit als een tweede persoon akkoord is. Bij gevaar bellen
            we eerst 112. Daarna geldt het crisisplan.
            """,
            why=(
                "Het portaal geeft een vermoeden, een mens beslist. Liever een keer te vaak "
                "gekeken dan een keer te laat."
            ),
            rules=rules.THREATS,
        ),
        Section(
            title="Pers en nieuws",
            what="""
            Een vraag van een journalist krijgt binnen twee uur een reactie van de
            perswoordvoerder, op elk moment van de dag. Berichten over ons in het nieuws leest de
            woordvoerder binnen één werkdag. Een reactie gaat pas uit als een tweede persoon
            akkoord is.
            """,
            why=(
                "Een krant wacht niet tot maandag. Wat we tegen de pers zeggen, is een standpunt "
                "van het hele college."
            ),
            rules=rules.PRESS,
        ),
        Section(
            title="Praktische vragen",
            what="""
            Het informatiecentrum beantwoordt vragen over roosters, vakanties, rekeningnummers,
            open dagen, proeflessen en het aanbod van opleidingen. Het antwoord komt binnen één
            werkdag en verwijst waar dat kan naar de pagina op onze website.
            """,
            why=(
                "De meeste berichten zijn gewone vragen. Wie snel een bruikbaar antwoord krijgt, "
                "hoeft niet meer te bellen."
            ),
            rules=rules.PRACTICAL,
        ),
        Section(
            title="Klachten en kritiek",
            what="""
            Op een klacht reageert Marketing & Communicatie binnen vier werkuren. We tonen begrip,
            zoeken uit wat er is gebeurd en vragen zo nodig om het gesprek besloten voort te
            zetten. Een officiële klacht krijgt de weg naar de klachtenregeling te zien.

            Kritiek laten we staan. We halen alleen weg wat verboden is, iemands privacy schendt of
            mensen uitscheldt, en we leggen vast waarom.
            """,
            why=(
                "Iedereen leest mee hoe we met kritiek omgaan. Weghalen roept meer vragen op dan "
                "antwoorden."
            ),
            rules=rules.COMPLAINTS,
        ),
        Section(
            title="Complimenten en samenwerking",
            what="""
            Voor een compliment bedankt Marketing & Communicatie binnen twee werkdagen, en geeft
            het door aan wie het verdiende. Bedrijven die willen samenwerken, een gastles aanbieden
            of op een vacature reageren, krijgen binnen één werkdag antwoord.
            """,
            why=(
                "Een bedankje is klein en wordt onthouden. Een bedrijf dat zich meldt, is "
                "misschien het volgende leerbedrijf."
            ),
            rules=rules.PRAISE,
        ),
        Section(
            title="Wat de regels openlaten",
            what="""
            Past een bericht bij geen enkele afspraak hierboven, dan pakt het informatiecentrum het
            op en krijgt de schrijver binnen één werkdag van acht uur antwoord. Hoort het bericht
            bij een ander team, dan zet je het door met de reden erbij.
            """,
            why=(
                "Geen enkel bericht mag zoekraken omdat niemand eraan dacht. Wie doorzet met een "
                "reden, helpt de regels beter te maken."
            ),
            settings=(("target.default_minutes", 480),),
        ),
        Section(
            title="Zo klinken we",
            what="""
            - Begin met de vraag van de ander, niet met onszelf.
            - Schrijf kort en vriendelijk, in *je*, zonder vaktaal.
            - Onderteken met je voornaam.
            - Weet je het nog niet? Zeg dat, en zeg wanneer je terugkomt.
            - Zeg sorry als iets aan ons lag.
            - Vraag nooit in het openbaar om een studentnummer, adres of telefoonnummer.
            """,
            why=(
                "Mensen praten liever met een mens dan met een instelling. Eén toon maakt dat we "
                "als één college klinken."
            ),
        ),
        Section(
            title="Eén antwoord, van één collega",
            what="""
            Wie een bericht oppakt, zet het op eigen naam. Anderen zien dat en laten het los. Ga je
            naar huis of ben je afwezig, geef het dan terug of regel een vervanger. Zet in een
            notitie wat een collega moet weten.

            Een antwoord dat goedkeuring nodig heeft, wordt nooit goedgekeurd door degene die het
            schreef.
            """,
            why=(
                "Twee verschillende antwoorden zijn erger dan één laat antwoord. Met een naam "
                "erbij weet iedereen wie ervoor zorgt."
            ),
        ),
        Section(
            title="Waarop we niet reageren",
            what="""
            We reageren niet op reclame, op nepaccounts en op wie alleen wil uitlokken. We mengen
            ons niet in gesprekken tussen studenten die niet over ons gaan. Na twee keer uitleggen
            hoeft een derde keer niet.

            Wordt een medewerker uitgescholden of lastiggevallen, dan neemt een collega het over en
            zoeken we samen naar een oplossing.
            """,
            why=(
                "Aandacht is voor wie iets wil weten. Webcaremedewerkers verdienen dezelfde "
                "bescherming als iemand aan een balie."
            ),
        ),
        Section(
            title="Leren en bijstellen",
            what="""
            Elke maand bekijkt het webcareteam wat er binnenkwam, wat te laat was en wat bij het
            verkeerde team terechtkwam. Vaak gestelde vragen gaan naar de website. Elke twaalf
            maanden stellen we dit beleid opnieuw vast; een verandering van de verdeelregels gaat
            pas in na goedkeuring.
            """,
            why=(
                "Webcare laat zien wat er in het college beter kan. Dat heeft alleen zin als "
                "iemand er iets mee doet."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)
