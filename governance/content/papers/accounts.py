"""The account rules: how a channel of the college is named, kept, handed over and closed."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Section

ACCOUNTS = Paper(
    code="accounts",
    kind="accounts",
    title="Regels voor accounts van het college",
    about=Bilingual(
        nl=(
            "Hoe een kanaal van het college heet, eruitziet, wordt beheerd en weer wordt "
            "gesloten. Voor iedereen die een kanaal heeft of er een wil beginnen."
        ),
        en=(
            "How a channel of the college is named, looks, is looked after and is closed again. "
            "For everyone who has a channel or wants to start one."
        ),
    ),
    sections=(
        Section(
            title="Een kanaal beginnen",
            what="""
            Vraag een nieuw kanaal aan bij [communicatie] met een antwoord op vijf vragen: voor wie
            is het, wat wil je ermee bereiken, wie vult het, hoe vaak, en hoe merk je dat het
            werkt? Kan een bestaand kanaal hetzelfde, dan sluit je daarbij aan.

            Een kanaal voor een evenement of project krijgt meteen een einddatum.
            """,
            why=(
                "Een account is in een minuut gemaakt en kost daarna jaren tijd. We doen liever "
                "een paar dingen goed dan overal een beetje."
            ),
        ),
        Section(
            title="Een herkenbare naam",
            what="""
            De naam begint met de naam van het college, gevolgd door de opleiding, de vestiging of
            het onderwerp. Gebruik op elk platform zo veel mogelijk dezelfde naam. Geen jaartallen,
            geen grapjes en geen namen van personen, tenzij het het kanaal van die persoon is.
            """,
            why=(
                "Wie ons zoekt, moet ons vinden en zeker weten dat wij het zijn. Met een vaste "
                "opbouw vallen nepaccounts sneller op."
            ),
        ),
        Section(
            title="De huisstijl",
            what="""
            Gebruik het logo voor profielfoto’s, de kleuren en de omslagbeelden uit [huisstijlmap].
            Maak zelf geen varianten van het logo. In je berichten mag je eigen stem klinken; het
            kader blijft van het college.
            """,
            why="Een vast gezicht schept vertrouwen. Binnen dat kader is ruimte genoeg.",
        ),
        Section(
            title="Een volledig profiel",
            what="""
            Vul alles in wat het platform vraagt: een omschrijving in één zin, de plaats, een
            contactadres en de tijden waarop we reageren. Zet erbij voor welke spoedvragen iemand
            beter kan bellen. Verander je iets, doe dat dan op alle kanalen.
            """,
            why=(
                "Een half leeg profiel lijkt verlaten of nep. Met reactietijden weet een ander "
                "wat te verwachten is."
            ),
        ),
        Section(
            title="De weg naar de website",
            what="""
            Elk profiel verwijst naar de pagina van onze website die erbij past. Elk bericht over
            een opleiding, open dag of inschrijving doet dat ook. Controleer elk halfjaar of de
            links nog werken.
            """,
            why=(
                "Op de website staat het hele en juiste verhaal. Een platform kan verdwijnen, "
                "onze site blijft."
            ),
        ),
        Section(
            title="Open genoeg",
            what="""
            Kanalen van het college zijn openbaar en reacties staan aan, zodat mensen zelf iets
            kunnen vragen of vertellen. Zet filters tegen scheldwoorden en reclame aan. Taggen en
            plaatsbepaling staan uit waar studenten herkenbaar zijn.

            Een besloten groep mag, als in het profiel staat voor wie die is en welke regels er
            gelden.
            """,
            why=(
                "Zonder reacties is het een prikbord en geen gesprek. Een filter vangt het "
                "ergste, de webcare doet de rest."
            ),
        ),
        Section(
            title="Minstens twee beheerders",
            what="""
            Elk kanaal heeft minstens twee beheerders in dienst van het college, en daarnaast
            toegang voor [communicatie]. Studenten kunnen meeschrijven, maar zijn nooit de enige
            beheerder.

            - Elk kanaal staat op een werkadres, niet op een privéadres.
            - Inloggen gaat in twee stappen; wachtwoorden staan in de kluis van het college.
            - Bij vakantie of ziekte neemt de tweede beheerder het over.
            """,
            why=(
                "Een kanaal met één beheerder staat stil zodra die ziek is. En wie het wachtwoord "
                "privé heeft, neemt het kanaal mee."
            ),
        ),
        Section(
            title="Wie mag plaatsen",
            what="""
            Wie een mandaat heeft, plaatst zelf. Wie nog geen mandaat heeft, mag een bericht
            klaarzetten; dat gaat uit nadat een bevoegde collega het heeft goedgekeurd. Je keurt
            nooit je eigen bericht goed.

            Hoe je een mandaat krijgt, staat in het protocol sociale media.
            """,
            why=(
                "Zo kan iedereen meedoen zonder dat het college verrast wordt. Vier ogen zien ook "
                "de tikfout."
            ),
            settings=(("approval.own_channels", "without_mandate"),),
        ),
        Section(
            title="Onderhoud",
            what="""
            Plaats volgens je eigen kalender en laat een kanaal nooit langer dan vier weken stil.
            Beantwoord reacties volgens het webcarebeleid. Kijk elk kwartaal of het kanaal doet
            waarvoor het is begonnen.

            Vragen over een platform stel je aan de collega’s die het al gebruiken, technische
            vragen aan de ict-helpdesk.
            """,
            why="Een stil kanaal zegt ook iets over ons. Wat niets oplevert, mag stoppen.",
        ),
        Section(
            title="Als een collega vertrekt",
            what="""
            1. De leidinggevende meldt het vertrek bij [communicatie], uiterlijk een week van
               tevoren.
            2. De tweede beheerder neemt het kanaal over en zoekt een nieuwe tweede.
            3. Op de laatste werkdag vervallen alle rechten en worden gedeelde wachtwoorden
               veranderd.
            4. Wat op een persoonlijk werkaccount staat, wordt samen bekeken: wat blijft bij het
               college, wat gaat mee.
            """,
            why=(
                "Veel verweesde accounts zijn van een oud-collega. Een goede overdracht duurt een "
                "halfuur."
            ),
        ),
        Section(
            title="Een kanaal sluiten",
            what="""
            Sluiten doe je in deze volgorde: kondig het twee weken vooraf aan en zeg waar mensen
            ons dan vinden, bewaar wat van waarde is, haal links weg van de website, sluit het
            account en meld het af bij [communicatie]. Houd de naam vast als het platform dat
            toelaat.
            """,
            why=(
                "Een vergeten kanaal wordt gehackt of gelezen als antwoord van nu. Een vrije naam "
                "kan een ander overnemen."
            ),
        ),
        Section(
            title="Controle en herziening",
            what="""
            Alle kanalen staan in het register van het portaal, met hun beheerders. Vind je een
            account dat zich voor ons uitgeeft, meld het dan bij de webcare. Deze regels bekijken
            we elke twaalf maanden opnieuw.
            """,
            why=(
                "Je kunt alleen zorgen voor wat je kent. Een nepaccount is sneller weg als het "
                "vroeg wordt gezien."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)
