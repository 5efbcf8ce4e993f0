"""The legal protocol: duty of care, and the grounds on which each rule rests."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Question, Section

LEGAL = Paper(
    code="protocol-legal",
    kind="protocol",
    style="legal",
    title="Protocol sociale media: rechten en plichten",
    button="Gelezen en akkoord",
    about=Bilingual(
        nl=(
            "Een formele regeling met zorgplicht en grondslagen, om met de ondernemingsraad en de "
            "studentenraad vast te stellen. Het is een model en geen juridisch advies: laat het "
            "toetsen voordat je het invoert."
        ),
        en=(
            "A formal set of rules with the duty of care and its legal grounds, to be adopted "
            "with the works council and the student council. It is a model and no legal advice: "
            "have it checked before you adopt it."
        ),
    ),
    sections=(
        Section(
            title="Doel, grondslag en reikwijdte",
            what="""
            Met deze regeling geeft het college invulling aan zijn zorgplicht voor een veilige
            leer- en werkomgeving, ook waar leren en werken zich online afspelen. De regeling bevat
            voorschriften als bedoeld in artikel 7:660 van het Burgerlijk Wetboek (BW) en sluit aan
            bij de cao mbo, de gedragscode en het studentenstatuut.

            Onder *medewerker* wordt verstaan: ieder die onder gezag of in opdracht van het college
            werkzaam is, met inbegrip van uitzendkrachten, stagiairs en vrijwilligers. Onder
            *sociale media* wordt verstaan: iedere online toepassing waarmee berichten, beeld of
            geluid met anderen kunnen worden gedeeld, met inbegrip van besloten groepen.

            Deze tekst is een model en geldt niet als juridisch advies. Waar de wet of de cao
            anders bepaalt, gaat die voor.
            """,
            why=(
                "Een regeling is alleen te handhaven als vooraf duidelijk is voor wie zij geldt "
                "en waarop zij steunt. Voor onderdelen waarmee gegevens van personeel worden "
                "verwerkt of gedrag wordt gevolgd, is instemming van de ondernemingsraad vereist "
                "(artikel 27 van de Wet op de ondernemingsraden)."
            ),
        ),
        Section(
            title="Vertegenwoordiging en mandaat",
            what="""
            1. Uitsluitend de medewerker met een schriftelijk mandaat doet namens het college
               uitingen op sociale media.
            2. Het mandaat wordt verleend nadat de medewerker deze regeling heeft bevestigd en de
               bijbehorende cursus met goed gevolg heeft afgerond.
            3. De eerste vijf uitingen onder een nieuw mandaat worden door een tweede bevoegde
               medewerker goedgekeurd.
            4. Het mandaat vervalt bij het einde van de functie en kan om zwaarwegende redenen
               worden ingetrokken.
            5. Contact met de pers is voorbehouden aan de perswoordvoerder en het college van
               bestuur.
            """,
            why=(
                "Het college kan worden aangesproken op fouten van degene die in zijn dienst "
                "handelt (artikel 6:170 BW). Een controleerbaar mandaat maakt zichtbaar wie "
                "bevoegd was."
            ),
            tip="Namens het college spreken vergt een schriftelijk mandaat.",
            settings=(
                ("mandate.needs_acknowledgement", True),
                ("mandate.needs_course", True),
                ("mandate.approved_posts", 5),
            ),
        ),
        Section(
            title="Vrijheid van meningsuiting en goed werknemerschap",
            what="""
            De medewerker heeft recht op vrijheid van meningsuiting (artikel 7 Grondwet en artikel
            10 EVRM), ook over het onderwijs en over het college. Dat recht wordt begrensd door de
            wet en door de verplichting zich als goed werknemer te gedragen (artikel 7:611 BW).

            De medewerker die op een eigen account herkenbaar is als medewerker van het college:

            - maakt duidelijk dat de uiting op persoonlijke titel wordt gedaan;
            - gebruikt geen beeldmerk van het college;
            - onthoudt zich van uitlatingen die studenten, collega’s of het college onnodig
              schaden.

            Een melding van een vermoeden van een misstand volgens de klokkenluidersregeling levert
            nooit een overtreding van dit protocol op.
            """,
            why=(
                "Goed werknemerschap en goed werkgeverschap staan in één wetsartikel en gelden "
                "over en weer. Kritiek mag, maar de wijze waarop zij wordt geuit, weegt mee."
            ),
            tip="Kritiek mag; weeg woordkeus, plaats en moment.",
        ),
        Section(
            title="Omgangsvormen",
            what="""
            De medewerker bejegent anderen online met hetzelfde respect als in persoon. Niet
            toegestaan zijn in ieder geval belediging, smaad, laster, bedreiging, discriminatie,
            (seksuele) intimidatie, het verspreiden van persoonsgegevens om iemand angst aan te
            jagen, en het delen van seksueel beeldmateriaal van een ander.

            Het college treft maatregelen om medewerkers te beschermen tegen psychosociale
            arbeidsbelasting die voortkomt uit online gedrag van anderen.
            """,
            why=(
                "De genoemde gedragingen kunnen strafbaar zijn volgens het Wetboek van "
                "Strafrecht. De bescherming van medewerkers volgt uit artikel 7:658 BW en de "
                "Arbeidsomstandighedenwet."
            ),
            tip="Wat offline strafbaar is, is dat online evenzeer.",
        ),
        Section(
            title="Persoonsgegevens en geheimhouding",
            what="""
            1. De medewerker verwerkt persoonsgegevens van studenten en collega’s op sociale media
               alleen als daarvoor een grondslag bestaat in de zin van artikel 6 van de Algemene
               verordening gegevensbescherming (AVG).
            2. Bijzondere persoonsgegevens, zoals gegevens over gezondheid, geloof of seksuele
               gerichtheid, worden niet op sociale media verwerkt.
            3. Wat uit hoofde van de functie vertrouwelijk bekend is geworden, blijft geheim, ook
               na het einde van het dienstverband.
            4. Een (vermoedelijk) datalek wordt onverwijld gemeld bij [functionaris
               gegevensbescherming]. Zo nodig meldt het college het binnen 72 uur aan de Autoriteit
               Persoonsgegevens.
            """,
            why=(
                "Wie een bericht over een herkenbare student plaatst, verwerkt persoonsgegevens, "
                "ook zonder naam. Het college is daarvoor verwerkingsverantwoordelijk als het in "
                "functie gebeurt."
            ),
            tip="Geen grondslag, dan geen persoonsgegevens online.",
        ),
        Section(
            title="Beeldmateriaal, toestemming en minderjarigen",
            what="""
            1. Voor herkenbaar beeld van studenten of medewerkers wordt vooraf vrije, specifieke en
               geïnformeerde toestemming gevraagd en vastgelegd.
            2. Is de betrokkene jonger dan 16 jaar, dan geeft de wettelijk vertegenwoordiger
               toestemming (artikel 5 van de Uitvoeringswet AVG). Bij studenten van 16 en 17 jaar
               wordt de ouder of voogd geïnformeerd als het beeld ingrijpend kan zijn.
            3. Toestemming kan op ieder moment worden ingetrokken. Het beeld wordt dan zonder
               onredelijke vertraging verwijderd van de kanalen van het college.
            4. Bij portretten die niet in opdracht zijn gemaakt, wordt het redelijk belang van de
               geportretteerde gerespecteerd (artikel 21 van de Auteurswet).
            """,
            why=(
                "Tussen college en student bestaat een afhankelijke verhouding, waardoor een ja "
                "niet vanzelf vrij gegeven is. Weigeren mag daarom nooit nadelig uitpakken."
            ),
            tip="Leg toestemming vast en maak intrekken gemakkelijk.",
        ),
        Section(
            title="Auteursrecht en bronvermelding",
            what="""
            De medewerker plaatst teksten, beeld en muziek van derden alleen met toestemming, onder
            een licentie die dit toestaat of binnen een wettelijke uitzondering, zoals het
            citaatrecht (artikel 15a van de Auteurswet). Bron en maker worden vermeld.

            De uitzondering voor toelichting bij het onderwijs (artikel 16 van de Auteurswet) dekt
            gebruik in de les en niet het openbaar plaatsen op een kanaal. Op werk dat in dienst is
            gemaakt, berust het auteursrecht in de regel bij het college (artikel 7 van de
            Auteurswet); op werk van studenten berust het bij de student.
            """,
            why=(
                "Vindbaar op internet betekent niet vrij te gebruiken. Een claim van een "
                "rechthebbende komt bij het college terecht."
            ),
            tip="Vermeld de maker en controleer de licentie.",
        ),
        Section(
            title="Verhouding tot studenten",
            what="""
            De medewerker bewaart in online contact met studenten de professionele distantie die
            bij de functie hoort. Contact verloopt bij voorkeur via de systemen van het college of
            een werkaccount. Nadere regels staan in de afspraken over nabijheid en afstand; die
            maken deel uit van deze regeling.

            Bij een vermoeden van een zedenmisdrijf tegen een minderjarige student door een
            medewerker geldt de wettelijke meld-, overleg- en aangifteplicht van de Wet educatie en
            beroepsonderwijs. De medewerker licht in dat geval onmiddellijk het college van bestuur
            in.
            """,
            why=(
                "De student is voor beoordeling en voortgang afhankelijk van de medewerker. Die "
                "ongelijkheid legt de verantwoordelijkheid voor de grens bij de medewerker."
            ),
            tip="De professional bewaakt de grens, niet de student.",
        ),
        Section(
            title="Gebruik onder werktijd en van bedrijfsmiddelen",
            what="""
            Beperkt privégebruik van sociale media is toegestaan voor zover het de werkzaamheden,
            de lessen en de beveiliging niet hindert. Toegang tot kanalen van het college wordt
            beveiligd met een persoonlijk wachtwoord en inloggen in twee stappen.

            Het college controleert het gebruik door medewerkers niet stelselmatig. Onderzoek naar
            een individuele medewerker vindt alleen plaats bij een concreet vermoeden, na een
            afweging van noodzaak en proportionaliteit en met medeweten van de functionaris
            gegevensbescherming.
            """,
            why=(
                "Ook op het werk heeft een medewerker recht op bescherming van de persoonlijke "
                "levenssfeer. Controle vergt een gerechtvaardigd doel en het lichtste middel."
            ),
        ),
        Section(
            title="Melden en herstellen van fouten",
            what="""
            De medewerker die constateert dat een eigen uiting onjuist, onrechtmatig of schadelijk
            is:

            1. legt de uiting vast en verwijdert of rectificeert haar;
            2. stelt de leidinggevende op de hoogte, bij persoonsgegevens ook de functionaris
               gegevensbescherming;
            3. werkt mee aan herstel tegenover degene die is benadeeld.

            Tijdige melding en herstel worden meegewogen bij de beoordeling van het voorval.
            """,
            why=(
                "Snel herstel beperkt de schade voor de betrokkene en de aansprakelijkheid van "
                "het college. Een meldcultuur ontstaat alleen als melden iets oplevert."
            ),
            tip="Tijdig melden en herstellen telt in je voordeel.",
        ),
        Section(
            title="Ongewenst gedrag en klachten",
            what="""
            Medewerkers en studenten kunnen ongewenst online gedrag melden bij hun leidinggevende
            of mentor, bij [vertrouwenspersoon] of via de klachtenregeling. Bij ernstige zaken kan
            ook contact worden opgenomen met een vertrouwensinspecteur van de Inspectie van het
            Onderwijs. Bij direct gevaar geldt het crisisplan.

            De melder ondervindt geen nadeel van een melding te goeder trouw. Het college bewaart
            bewijs niet langer dan voor de behandeling nodig is.
            """,
            why=(
                "De zorgplicht houdt in dat iedere melding wordt ontvangen, beoordeeld en "
                "afgehandeld. Een veilige route is daarvoor een voorwaarde."
            ),
            tip="Melden kan veilig: bij de vertrouwenspersoon.",
        ),
        Section(
            title="Handhaving, hoor en wederhoor, herziening",
            what="""
            1. Bij een vermoedelijke overtreding wordt de betrokkene gehoord voordat een maatregel
               wordt genomen.
            2. Maatregelen zijn evenredig en steunen op de arbeidsovereenkomst, de cao mbo of, voor
               studenten, het studentenstatuut en de huisregels.
            3. Van een strafbaar feit kan het college aangifte doen.
            4. Tegen een maatregel staat de gebruikelijke rechtsgang open, waaronder bezwaar of
               beroep voor zover de cao of het studentenstatuut daarin voorziet.
            5. Vragen over uitleg worden gesteld aan [bestuurssecretaris of jurist]. De regeling
               wordt iedere vierentwintig maanden geëvalueerd met de ondernemingsraad en de
               studentenraad.
            """,
            why=(
                "Een maatregel houdt alleen stand als zij zorgvuldig tot stand kwam. "
                "Evenredigheid en hoor en wederhoor horen daarbij."
            ),
            tip="Eerst horen, dan oordelen.",
            settings=(("review.months", 24),),
        ),
    ),
    questions=(
        Question(
            text="Waarop steunt de verplichting om je ook online als goed werknemer te gedragen?",
            options=(
                "Artikel 21 van de Auteurswet.",
                "Artikel 15a van de Auteurswet.",
                "Artikel 7:611 van het Burgerlijk Wetboek.",
            ),
            right=2,
            section=2,
        ),
        Question(
            text=(
                "Een collega wil een cartoon uit de krant op het kanaal van de opleiding zetten, "
                "omdat die ook in de les is gebruikt. Mag dat?"
            ),
            options=(
                "Ja, want wat in de les mag, mag ook op een kanaal.",
                "Nee, de uitzondering voor het onderwijs dekt openbaar plaatsen niet.",
                "Ja, als de cartoon op internet te vinden was.",
            ),
            right=1,
            section=6,
        ),
        Question(
            text=(
                "Wanneer mag het college het gebruik van sociale media door één medewerker "
                "onderzoeken?"
            ),
            options=(
                (
                    "Alleen bij een concreet vermoeden en na een afweging van noodzaak en "
                    "proportionaliteit."
                ),
                "Altijd, want het college betaalt de apparaten.",
                "Nooit, ook niet bij een concreet vermoeden.",
            ),
            right=0,
            section=8,
        ),
    ),
)
