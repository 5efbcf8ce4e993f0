"""Goals for teachers and other staff who keep up with their trade."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.goal_shape import KEEPING_UP, PERCENT, LibraryGoal, chapter

KEEPING_UP_GOALS: tuple[LibraryGoal, ...] = (
    LibraryGoal(
        code="protocol_understood",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(nl="Iedereen kent de spelregels", en="Everyone knows the rules of play"),
        activity=Bilingual(
            nl="Elke medewerker leest het protocol dat van kracht is en bevestigt dat het "
            "duidelijk is.",
            en="Each member of staff reads the protocol in force and confirms that it is clear.",
        ),
        consequence=Bilingual(
            nl="Medewerkers weten wat kan, wat niet kan en bij wie ze terechtkunnen.",
            en="Staff know what is fine, what is not and whom they can turn to.",
        ),
        effect=Bilingual(
            nl="Collega’s durven online mee te doen en we vallen bij problemen terug op heldere "
            "afspraken.",
            en="Colleagues dare to take part online, and when trouble comes we can rely on clear "
            "agreements.",
        ),
        indicator=Bilingual(
            nl="Medewerkers die het protocol lazen en begrepen",
            en="Staff who read and understood the protocol",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="governance.acknowledged",
        source=chapter(5, 7),
    ),
    LibraryGoal(
        code="policy_up_to_date",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(
            nl="Beleid dat bij de tijd blijft", en="Policy that keeps up with the times"
        ),
        activity=Bilingual(
            nl="We bekijken elk beleidsdocument op de afgesproken datum opnieuw, met de "
            "ervaringen van docenten erbij.",
            en="We review each policy on the agreed date, with the experiences of teachers at "
            "hand.",
        ),
        consequence=Bilingual(
            nl="Afspraken passen bij de kanalen en de wet van nu.",
            en="Agreements fit the channels and the law of today.",
        ),
        effect=Bilingual(
            nl="Medewerkers nemen het beleid serieus en gebruiken het.",
            en="Staff take the policy seriously and use it.",
        ),
        indicator=Bilingual(
            nl="Beleidsdocumenten die niet over hun herzieningsdatum heen zijn",
            en="Policies that are within their review date",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="governance.policies_reviewed",
        source=chapter(5, 7),
    ),
    LibraryGoal(
        code="first_steps",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(nl="Elke docent heeft zelf ervaring", en="Every teacher has tried it"),
        activity=Bilingual(
            nl="We bieden een instapcursus aan en geven docenten tijd om te proberen. Fouten "
            "maken mag.",
            en="We offer a starter course and give teachers time to try. Mistakes are allowed.",
        ),
        consequence=Bilingual(
            nl="Koudwatervrees verdwijnt en docenten zien zelf wat het hun les oplevert.",
            en="Reluctance fades and teachers see for themselves what it brings their lessons.",
        ),
        effect=Bilingual(
            nl="Meer docenten gebruiken sociale media met een reden in hun onderwijs.",
            en="More teachers use social media in their teaching for a reason.",
        ),
        indicator=Bilingual(
            nl="Docenten die de instapcursus afrondden",
            en="Teachers who finished the starter course",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(7),
    ),
    LibraryGoal(
        code="knowledge_sessions",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(
            nl="Elke maand van elkaar leren", en="Learning from each other every month"
        ),
        activity=Bilingual(
            nl="Elke maand is er een vrijwillige sessie waarin collega’s laten zien wat wel en "
            "niet werkte.",
            en="Each month there is a voluntary session where colleagues show what worked and "
            "what did not.",
        ),
        consequence=Bilingual(
            nl="Goede ideeën gaan van de ene opleiding naar de andere.",
            en="Good ideas travel from one course to another.",
        ),
        effect=Bilingual(
            nl="Collega’s blijven bij zonder dat ieder het wiel opnieuw uitvindt.",
            en="Colleagues keep up without each inventing the wheel again.",
        ),
        indicator=Bilingual(
            nl="Deelnemers aan de kennissessies", en="Participants in the knowledge sessions"
        ),
        unit=Bilingual(nl="deelnemers per maand", en="participants per month"),
        higher_is_better=True,
        measured_by="",
        source=chapter(7),
    ),
    LibraryGoal(
        code="train_the_trainer",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(nl="Collega’s leiden collega’s op", en="Colleagues train colleagues"),
        activity=Bilingual(
            nl="Een kleine groep wordt geschoold door een vakman en geeft die kennis daarna zelf "
            "door.",
            en="A small group is trained by a professional and then passes that knowledge on.",
        ),
        consequence=Bilingual(
            nl="Kennis is dichtbij en scholing kost minder.",
            en="Knowledge is close by and training costs less.",
        ),
        effect=Bilingual(
            nl="Alle lagen van de organisatie doen mee, ook als één trekker vertrekt.",
            en="All layers of the organisation take part, even when one driving force leaves.",
        ),
        indicator=Bilingual(
            nl="Medewerkers die door een collega zijn geschoold", en="Staff trained by a colleague"
        ),
        unit=Bilingual(nl="medewerkers per schooljaar", en="staff per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(7),
    ),
    LibraryGoal(
        code="shared_teaching_material",
        domain=KEEPING_UP,
        audiences=("employees", "students"),
        title=Bilingual(nl="Samen lesmateriaal maken", en="Making teaching material together"),
        activity=Bilingual(
            nl="Docenten maken en delen lesmateriaal in een wiki of online groep, ook met andere "
            "scholen.",
            en="Teachers make and share teaching material in a wiki or online group, with other "
            "colleges too.",
        ),
        consequence=Bilingual(
            nl="Materiaal wordt verbeterd door wie het gebruikt en niemand begint bij nul.",
            en="Material is improved by those who use it and nobody starts from nothing.",
        ),
        effect=Bilingual(
            nl="Lessen blijven actueel en docenten groeien in hun vak.",
            en="Lessons stay current and teachers grow in their trade.",
        ),
        indicator=Bilingual(
            nl="Lesmateriaal dat door een andere docent opnieuw is gebruikt",
            en="Teaching material used again by another teacher",
        ),
        unit=Bilingual(nl="stuks per schooljaar", en="items per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(2, 7),
    ),
    LibraryGoal(
        code="help_nearby",
        domain=KEEPING_UP,
        audiences=("employees",),
        title=Bilingual(nl="Hulp is dichtbij", en="Help is nearby"),
        activity=Bilingual(
            nl="We houden veelgestelde vragen bij en maken bekend welke collega’s je om raad kunt "
            "vragen.",
            en="We keep answers to common questions and make known which colleagues you can ask.",
        ),
        consequence=Bilingual(
            nl="Wie vastloopt, kan dezelfde dag verder.",
            en="Whoever is stuck can carry on the same day.",
        ),
        effect=Bilingual(
            nl="Collega’s haken niet af en de helpdesk houdt tijd over.",
            en="Colleagues do not give up and the helpdesk has time to spare.",
        ),
        indicator=Bilingual(
            nl="Vragen van collega’s die binnen een werkdag antwoord kregen",
            en="Questions of colleagues answered within a working day",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(5),
    ),
)
