"""The privacy policy: why the college listens online, what it keeps and for how long."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Section

PRIVACY = Paper(
    code="privacy",
    kind="privacy",
    title="Privacy bij sociale media",
    about=Bilingual(
        nl=(
            "Waarom we meelezen op sociale media, wat we bewaren, hoelang, en welke rechten "
            "mensen hebben. Laat de functionaris gegevensbescherming het lezen voordat het van "
            "kracht wordt."
        ),
        en=(
            "Why we read along on social media, what we keep, for how long, and which rights "
            "people have. Let the data protection officer read it before it comes into force."
        ),
    ),
    sections=(
        Section(
            title="Waarvoor we meelezen",
            what="""
            We verzamelen openbare berichten die over het college gaan voor vier doelen:

            1. vragen en klachten beantwoorden;
            2. mensen in gevaar snel helpen;
            3. onze eigen kanalen beheren en plannen;
            4. in cijfers zien hoe onze communicatie werkt.

            Voor iets anders gebruiken we de berichten niet. We beoordelen er geen studenten,
            sollicitanten of medewerkers mee.
            """,
            why=(
                "Wie weet waarvoor we luisteren, kan ons daaraan houden. Een doel dat vooraf "
                "vaststaat, groeit niet ongemerkt uit tot toezicht."
            ),
        ),
        Section(
            title="Op welke grond",
            what="""
            Het lezen en beantwoorden van openbare berichten hoort bij onze taak om onderwijs te
            geven en studenten te begeleiden (artikel 6, lid 1, onder e, AVG). Waar het buiten die
            taak valt, zoals bij cijfers over onze kanalen, steunt het op ons gerechtvaardigd
            belang (onder f). Bij acuut gevaar gaat het om het beschermen van iemands leven (onder
            d). Voor herkenbaar beeld vragen we toestemming (onder a).

            De afweging van belangen ligt vast bij [functionaris gegevensbescherming]. Als de
            verwerking een hoog privacyrisico kan opleveren, doen we eerst een
            gegevensbeschermingseffectbeoordeling (DPIA).
            """,
            why=(
                "Openbaar geplaatst is niet hetzelfde als vrij te gebruiken. Ook voor een "
                "openbaar bericht is een grondslag nodig."
            ),
        ),
        Section(
            title="Alleen openbaar of van onszelf",
            what="""
            We lezen alleen berichten die voor iedereen te zien zijn, en berichten op of aan onze
            eigen kanalen. We maken geen nepaccounts, vragen geen toegang tot besloten groepen en
            bewaren niets wat iemand ons in vertrouwen doorstuurde zonder dat het nodig is.

            We zoeken op de naam van het college, zijn vestigingen en zijn opleidingen. We zoeken
            niet op namen van studenten. Van medewerkers zoeken we alleen op wie uit hoofde van de
            functie in de openbaarheid staat.
            """,
            why=(
                "Mensen praten anders als ze denken onder elkaar te zijn. Die ruimte laten we met "
                "rust."
            ),
        ),
        Section(
            title="Zo weinig mogelijk",
            what="""
            We bewaren de tekst, het account, het tijdstip, het platform en de link. We leggen geen
            profielen van mensen aan en koppelen een account niet aan een studentendossier, behalve
            als de schrijver daarom vraagt of als er gevaar is.

            Bijzondere gegevens, zoals over gezondheid of geloof, nemen we niet over in een
            notitie. Staat zoiets in een bericht, dan gaat het niet verder dan wie het moet
            afhandelen.
            """,
            why=(
                "Wat we niet bewaren, kan niet lekken. Meestal is de vraag zelf genoeg om te "
                "helpen."
            ),
        ),
        Section(
            title="Minderjarigen",
            what="""
            Veel van onze studenten zijn jonger dan 18. Hun berichten behandelen we met extra zorg:
            we delen ze niet in overzichten, citeren ze niet in rapporten en zetten het gesprek zo
            snel mogelijk besloten voort. Onder de 16 jaar geldt toestemming alleen als een ouder
            of voogd die geeft.
            """,
            why=(
                "Jongeren overzien niet altijd wie er meeleest. Wat ze op hun zestiende schreven, "
                "mag hen later niet achtervolgen."
            ),
        ),
        Section(
            title="Hoelang we bewaren",
            what="""
            - Berichten die bij geen enkele zoekopdracht passen, verdwijnen na 30 dagen.
            - Berichten die wel passen maar geen ticket werden, verdwijnen na 90 dagen.
            - Berichten met een ticket blijven zolang dat nodig is om ze af te handelen en ons te
              verantwoorden. Elk jaar kijkt [eigenaar] of dat nog zo is.
            - Cijfers zonder personen mogen blijven.

            Haalt de schrijver een bericht weg en weten wij dat, dan tonen we het niet meer. Alleen
            bij gevaar of een lopende klacht bewaren we het zolang dat nodig is.
            """,
            why=(
                "Een bewaartermijn werkt alleen als een machine zich eraan houdt. Daarom staan "
                "deze getallen ook in het portaal."
            ),
            settings=(
                ("retention.unmatched_days", 30),
                ("retention.matched_days", 90),
            ),
        ),
        Section(
            title="Toon is een hint",
            what="""
            Het portaal schat of een bericht positief, neutraal of negatief klinkt en of er gevaar
            uit spreekt. Dat is een hint voor wie het bericht leest. Een mens beslist wat ermee
            gebeurt, en kan de schatting verbeteren.

            We nemen nooit een besluit over een persoon op grond van zo’n schatting.
            """,
            why=(
                "Een computer begrijpt ironie slecht en straattaal nog slechter. De AVG vraagt "
                "dat mensen over mensen beslissen."
            ),
        ),
        Section(
            title="Wie erbij kan",
            what="""
            Alleen medewerkers met een rol in webcare, communicatie of crisis zien de berichten die
            bij hun werk horen. Ze loggen in twee stappen in. Wie van functie verandert, verliest
            de toegang op dezelfde dag.

            Met leveranciers die gegevens voor ons verwerken, sluiten we een
            verwerkersovereenkomst. Gaan er gegevens naar een land buiten de Europese Economische
            Ruimte, dan controleren we eerst of dat mag.
            """,
            why=(
                "Veel lekken ontstaan van binnenuit, door een account dat open bleef staan. Een "
                "leverancier doet wat wij afspreken, dus spreken we het af."
            ),
        ),
        Section(
            title="Rechten van mensen",
            what="""
            Iedereen mag ons vragen welke gegevens we van die persoon hebben, en vragen om ze te
            verbeteren of te verwijderen. Tegen het meelezen kan iemand bezwaar maken. We reageren
            binnen een maand en vragen niet meer bewijs van wie iemand is dan nodig.

            Vragen gaan naar [privacyadres]. Komen we er samen niet uit, dan kan iemand een klacht
            indienen bij de Autoriteit Persoonsgegevens.
            """,
            why=(
                "Rechten werken alleen als je weet waar je moet zijn. Daarom staat dit adres ook "
                "op onze website."
            ),
        ),
        Section(
            title="Datalekken",
            what="""
            Ging er iets mis met gegevens? Meld het meteen bij [functionaris gegevensbescherming]
            of [meldpunt], dag en nacht. Wat eronder valt: een bericht op het verkeerde kanaal, een
            gestolen telefoon, een overgenomen account, een lijst met namen op straat.

            Binnen 72 uur na ontdekking melden we het bij de Autoriteit Persoonsgegevens, tenzij
            een risico voor mensen onwaarschijnlijk is. Is het risico hoog, dan vertellen we het
            ook aan wie het treft. Elk lek komt in het register, ook een lek dat we niet hoefden te
            melden.
            """,
            why=(
                "De 72 uur lopen door in het weekend. Wie een eigen lek meldt, wordt geholpen en "
                "niet gestraft."
            ),
        ),
        Section(
            title="Vragen en herziening",
            what="""
            De eigenaar van dit beleid is [naam of functie]. Elke twaalf maanden bekijken we het
            opnieuw, samen met de functionaris gegevensbescherming en de studentenraad. Bij een
            nieuwe bron, een nieuw platform of een nieuwe leverancier doen we dat meteen.
            """,
            why=(
                "Een platform kan morgen andere voorwaarden hebben. Dan klopt een beleid van "
                "vorig jaar niet meer."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)
