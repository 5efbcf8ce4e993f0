"""The strict protocol: short commands, and what follows when they are broken."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Question, Section

STRICT = Paper(
    code="protocol-strict",
    kind="protocol",
    style="strict",
    title="Protocol sociale media: heldere regels",
    button="Ik houd me hieraan",
    about=Bilingual(
        nl=(
            "Korte regels met een gevolg, voor een college dat weinig ruimte voor twijfel wil "
            "laten. Past als er veel nieuwe of tijdelijke medewerkers zijn, of als er net iets is "
            "misgegaan."
        ),
        en=(
            "Short rules with a consequence, for a college that wants little room for doubt. Fits "
            "when many people are new or temporary, or when something has just gone wrong."
        ),
    ),
    sections=(
        Section(
            title="Doel en bereik",
            what="""
            Dit protocol geldt voor iedereen die bij ons werkt: in vaste dienst, tijdelijk,
            ingehuurd, als stagiair of als vrijwilliger. Het geldt ook voor studenten die een
            kanaal van het college beheren.

            Het gaat over alles wat je openbaar of in een groep plaatst, deelt of leuk vindt en wat
            met je werk te maken heeft. Het geldt op elk apparaat en op elk uur van de dag.
            """,
            why=(
                "Wie de regels kent, hoeft er niet over te twijfelen. Ze zijn er voor jouw "
                "bescherming en voor die van studenten en collega’s."
            ),
        ),
        Section(
            title="Spreken namens het college",
            what="""
            1. Spreek alleen namens het college als je daarvoor een mandaat hebt.
            2. Een mandaat krijg je pas als je dit protocol hebt gelezen en bevestigd.
            3. Een mandaat krijg je pas als je de cursus voor kanaaleigenaren hebt afgerond.
            4. Leg je eerste tien berichten voor aan een collega die mag goedkeuren. Zonder akkoord
               gaat er niets uit.
            5. Word je gebeld of gemaild door een journalist? Zeg niets en verwijs naar de
               perswoordvoerder.

            **Gevolg:** wie zonder mandaat namens het college spreekt, haalt het bericht weg en
            bespreekt het met de leidinggevende.
            """,
            why=(
                "Een bericht van een medewerker leest al snel als een standpunt van het college. "
                "Daarom weten we van ieder kanaal wie er spreekt."
            ),
            tip="Geen mandaat? Dan spreek je niet namens ons.",
            settings=(
                ("mandate.needs_acknowledgement", True),
                ("mandate.needs_course", True),
                ("mandate.approved_posts", 10),
            ),
        ),
        Section(
            title="Je eigen account",
            what="""
            - Zet geen logo van het college in je profielfoto of omslag.
            - Gebruik je werkadres niet om een privéaccount aan te maken.
            - Noem je je werkgever, zet er dan bij dat je op persoonlijke titel schrijft.
            - Deel en ‘like’ niets wat je voor de klas niet hardop zou zeggen.
            - Ga niet in discussie over het college. Geef kritiek aan de webcare door.

            **Gevolg:** schaadt een privébericht het college of een collega, dan volgt een gesprek
            en vragen we je het weg te halen.
            """,
            why=(
                "‘Ik schrijf op persoonlijke titel’ houdt je uit de problemen als het over een "
                "hobby gaat. Het helpt niet als je een student of een collega beschadigt."
            ),
            tip="Je eigen account, je eigen naam: het logo blijft eraf.",
        ),
        Section(
            title="Respect",
            what="""
            - Scheld niet. Dreig niet. Pest niet.
            - Discrimineer niet, ook niet als grap.
            - Maak geen mensen belachelijk: geen studenten, geen ouders, geen collega’s.
            - Reageer niet als je boos bent. Wacht een nacht of vraag een collega mee te lezen.

            **Gevolg:** schelden, dreigen en discrimineren behandelen we als wangedrag op de
            werkvloer.
            """,
            why=(
                "Online gelden dezelfde omgangsvormen als in de gang. Alleen blijft het online "
                "staan."
            ),
            tip="Boos? Handen van het toetsenbord.",
        ),
        Section(
            title="Vertrouwelijke gegevens",
            what="""
            Plaats nooit:

            - namen, cijfers, verzuim of gezondheid van studenten;
            - iets uit een personeelsgesprek, een dossier of een vergadering;
            - schermafdrukken van interne systemen of besloten gesprekken;
            - lesmateriaal of toetsen waarvan het college of een uitgever de rechten heeft.

            Gebruik voor gegevens van studenten alleen de systemen die het college aanbiedt.
            Appgroepen horen daar niet bij.

            **Gevolg:** gaat er toch iets naar buiten, dan is dat een datalek. Meld het meteen, nog
            dezelfde dag.
            """,
            why=(
                "Wie ons gegevens toevertrouwt, rekent erop dat ze binnen blijven. De wet rekent "
                "daar ook op."
            ),
            tip="Over studenten praat je niet in het openbaar.",
        ),
        Section(
            title="Foto’s en video’s",
            what="""
            1. Vraag eerst, film daarna.
            2. Zeg waar het beeld komt te staan en hoelang.
            3. Leg het ja van de student vast. Is de student jonger dan 16, dan tekent een ouder of
               voogd.
            4. Zegt iemand nee of trekt iemand het ja in? Haal het beeld binnen één werkdag weg.
            5. Film niet in kleedkamers, toiletten, spreekkamers of tijdens een toets.
            6. Zet geen volledige namen bij een foto van studenten.

            **Gevolg:** beeld zonder toestemming gaat dezelfde dag offline. De maker biedt zelf
            excuses aan.
            """,
            why=(
                "Een herkenbaar gezicht is een persoonsgegeven. Weghalen lukt nooit helemaal, dus "
                "de vraag komt vooraf."
            ),
            tip="Eerst vragen, dan pas filmen.",
        ),
        Section(
            title="Contact met studenten",
            what="""
            - Gebruik voor contact met studenten een werkaccount of een systeem van het college.
            - Stuur studenten geen privéberichten die je niet aan je teamleider durft te laten
              zien.
            - Neem geen vriendverzoeken van studenten aan op je privéaccount.
            - Houd je verder aan de afspraken over nabijheid en afstand. Die zijn onderdeel van dit
              protocol.

            **Gevolg:** wie de grens tussen docent en student overschrijdt, krijgt te maken met een
            onderzoek.
            """,
            why=(
                "Jij geeft cijfers en beoordeelt, de student is van je afhankelijk. Dat verschil "
                "verdwijnt niet in een chat."
            ),
            tip="Contact met studenten loopt via je werkaccount.",
        ),
        Section(
            title="Werktijd en apparaten",
            what="""
            - Beperk privégebruik onder werktijd tot een pauze.
            - Kijk tijdens de les alleen op sociale media als het bij de les hoort.
            - Vergrendel je telefoon, tablet en laptop. Laat ze nooit open achter.
            - Deel geen wachtwoorden. Gebruik inloggen in twee stappen op elk kanaal van het
              college.

            **Gevolg:** raakt een apparaat met toegang tot een kanaal weg, dan meld je dat binnen
            een uur bij de ict-helpdesk.
            """,
            why=(
                "Een open telefoon in de kantine is genoeg om een kanaal kwijt te raken. "
                "Studenten merken ook wie er tijdens de les zit te scrollen."
            ),
            tip="Wachtwoord gedeeld is kanaal kwijt.",
        ),
        Section(
            title="Een fout gemaakt",
            what="""
            1. Meld het meteen bij je leidinggevende of bij de webcare.
            2. Maak een schermafdruk, haal het bericht daarna weg.
            3. Plaats een rechtzetting als anderen het al hebben gezien.
            4. Bied excuses aan wie je hebt geraakt.
            5. Wis geen reacties van anderen om je fout te verbergen.

            **Gevolg:** wie een fout zelf meldt, krijgt hulp. Wie een fout verzwijgt, krijgt een
            gesprek.
            """,
            why=(
                "Een fout die na tien minuten is hersteld, haalt zelden de krant. Een fout die "
                "iemand verbergt wel."
            ),
            tip="Fout geplaatst? Meld het nu, niet morgen.",
        ),
        Section(
            title="Ongewenst gedrag melden",
            what="""
            Zie je pesten, een bedreiging, naaktbeelden, haat of een nepaccount? Doe dan dit:

            1. Bewaar wat je ziet: een schermafdruk met naam, datum en adres.
            2. Stuur naaktbeelden **niet** door en maak er geen kopie van. Noteer alleen waar ze
               staan.
            3. Bel bij gevaar 112 en daarna het crisisteam.
            4. Meld al het andere bij [vertrouwenspersoon of meldpunt].
            5. Reageer er zelf niet op.

            **Gevolg:** wegkijken bij een bedreiging is plichtsverzuim.
            """,
            why=(
                "Wie getroffen is, heeft bewijs en snelle hulp nodig. Een reactie van jou maakt "
                "het bereik vaak groter."
            ),
            tip="Zie je gevaar? Bel 112, dan het crisisteam.",
        ),
        Section(
            title="Maatregelen",
            what="""
            Wie een regel overtreedt, krijgt eerst een gesprek. Daarna kan het college:

            - het mandaat intrekken en de toegang tot kanalen sluiten;
            - een waarschuwing geven die in het dossier komt;
            - de maatregelen nemen die in de cao mbo en je arbeidsovereenkomst staan;
            - aangifte doen als er een strafbaar feit is.

            Voor studenten gelden de huisregels en het studentenstatuut. Voor elke maatregel horen
            we eerst wat je er zelf over te zeggen hebt. De regels gelden ook voor leidinggevenden
            en bestuur.
            """,
            why=(
                "Regels zonder gevolg zijn adviezen. De zwaarte van de maatregel past bij wat er "
                "is gebeurd."
            ),
        ),
        Section(
            title="Vragen en herziening",
            what="""
            Twijfel je of iets mag? Vraag het **voordat** je plaatst, bij je leidinggevende of bij
            [afdeling communicatie]. Geen antwoord gekregen? Dan plaats je niet.

            Dit protocol wordt elke twaalf maanden opnieuw bekeken. Bij een nieuwe versie bevestig
            je opnieuw dat je die hebt gelezen.
            """,
            tip="Twijfel? Niet plaatsen, eerst vragen.",
            settings=(("review.months", 12),),
        ),
    ),
    questions=(
        Question(
            text=(
                "Een journalist vraagt je in een privébericht wat jij van de nieuwe locatie "
                "vindt. Wat doe je?"
            ),
            options=(
                "Je geeft je eigen mening, het is tenslotte jouw account.",
                "Je zegt niets en verwijst naar de perswoordvoerder.",
                "Je antwoordt anoniem.",
            ),
            right=1,
            section=1,
        ),
        Question(
            text=(
                "Een student van 15 staat herkenbaar op een foto die je wilt plaatsen. Wat heb je "
                "nodig?"
            ),
            options=(
                "De vastgelegde toestemming van een ouder of voogd.",
                "Een knikje van de student.",
                "Niets, de foto is in school gemaakt.",
            ),
            right=0,
            section=5,
        ),
        Question(
            text=(
                "Je hebt per ongeluk een bericht met een naam en een cijfer geplaatst. Wat is je "
                "eerste stap?"
            ),
            options=(
                "Het bericht stil weghalen en hopen dat niemand het zag.",
                "Wachten of er iemand reageert.",
                "Het meteen melden bij je leidinggevende of de webcare.",
            ),
            right=2,
            section=8,
        ),
    ),
)
