"""Items about expertise: what people know and can do, and how they learn it."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TEACHING, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="expertise-01",
        block="expertise",
        scale="knowing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Ik kan de privacy-instellingen van mijn eigen accounts zetten zoals ik dat wil.",
            en="I can set the privacy settings of my own accounts the way I want them.",
        ),
    ),
    Item(
        code="expertise-02",
        block="expertise",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik weet wat ik kan doen als een student online wordt gepest.",
            en="I know what I can do when a student is bullied online.",
        ),
        for_students=Bilingual(
            nl="Ik weet bij wie ik op school terechtkan als iemand online wordt gepest.",
            en="I know whom to turn to at college when somebody is bullied online.",
        ),
        for_trainers=Bilingual(
            nl="Ik weet bij wie ik op school terechtkan als een stagiair online wordt gepest.",
            en="I know whom to turn to at the college when a trainee is bullied online.",
        ),
    ),
    Item(
        code="expertise-03",
        block="expertise",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik weet wanneer ik een foto van een student mag plaatsen.",
            en="I know when I may post a photo of a student.",
        ),
        for_students=Bilingual(
            nl="Ik weet wanneer ik een foto van een ander mag plaatsen.",
            en="I know when I may post a photo of somebody else.",
        ),
        for_trainers=Bilingual(
            nl="Ik weet wanneer ik een foto van een stagiair mag plaatsen.",
            en="I know when I may post a photo of a trainee.",
        ),
    ),
    Item(
        code="expertise-04",
        block="expertise",
        scale="knowing",
        is_fixed=True,
        groups=("teachers",),
        text=Bilingual(
            nl="Ik kan een opdracht bedenken waarin studenten met sociale media werken aan een "
            "leerdoel.",
            en="I can think up an assignment in which students use social media to work on a "
            "learning goal.",
        ),
    ),
    Item(
        code="expertise-05",
        block="expertise",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Wie voor school met sociale media werkt, krijgt daar scholing voor.",
            en="Whoever works with social media for the college gets training for it.",
        ),
    ),
    Item(
        code="expertise-06",
        block="expertise",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Collega’s laten elkaar zien hoe zij sociale media in hun werk gebruiken.",
            en="Colleagues show each other how they use social media in their work.",
        ),
    ),
    Item(
        code="expertise-07",
        block="expertise",
        scale="doing",
        is_fixed=True,
        groups=(*TEACHING, *STUDENTS),
        text=Bilingual(
            nl="In onze lessen leren studenten hoe zij nepnieuws herkennen.",
            en="In our lessons students learn how to recognise fake news.",
        ),
        for_students=Bilingual(
            nl="Op school leren we hoe je nepnieuws herkent.",
            en="At college we learn how to recognise fake news.",
        ),
    ),
    Item(
        code="expertise-08",
        block="expertise",
        scale="knowing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik kan mijn berichten voor het werk en mijn privéberichten uit elkaar houden.",
            en="I can keep my posts for work apart from my private posts.",
        ),
        for_students=Bilingual(
            nl="Ik kan mijn berichten voor school of stage en mijn privéberichten uit elkaar "
            "houden.",
            en="I can keep my posts for college or placement apart from my private posts.",
        ),
    ),
    Item(
        code="expertise-09",
        block="expertise",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS),
        text=Bilingual(
            nl="Nieuwe collega’s krijgen uitleg over onze afspraken voor sociale media.",
            en="New colleagues are told about our agreements on social media.",
        ),
        for_students=Bilingual(
            nl="Nieuwe studenten krijgen op mijn school uitleg over de afspraken voor sociale "
            "media.",
            en="New students at my college are told about the agreements on social media.",
        ),
    ),
    Item(
        code="expertise-10",
        block="expertise",
        scale="knowing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik kan uitleggen hoe een app kiest welke berichten iemand te zien krijgt.",
            en="I can explain how an app chooses which posts somebody gets to see.",
        ),
    ),
    Item(
        code="expertise-11",
        block="expertise",
        scale="knowing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik weet waar ik op let om te zien of een beeld met AI is gemaakt.",
            en="I know what to look for to see whether an image was made with AI.",
        ),
    ),
)
