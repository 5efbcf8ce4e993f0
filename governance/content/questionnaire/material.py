"""Items about learning material: what is used, made and shared."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TEACHING, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="material-01",
        block="material",
        scale="doing",
        is_fixed=True,
        groups=(*TEACHING, *STUDENTS),
        text=Bilingual(
            nl="In onze lessen komt materiaal van sociale media voor, zoals een video of een "
            "podcast.",
            en="Our lessons contain material from social media, such as a video or a podcast.",
        ),
    ),
    Item(
        code="material-02",
        block="material",
        scale="doing",
        is_fixed=True,
        groups=(*TEACHING, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Studenten maken voor een opdracht zelf iets voor sociale media, zoals een filmpje.",
            en="For an assignment, students make something for social media themselves, such as a "
            "video.",
        ),
        for_students=Bilingual(
            nl="Voor een opdracht maken we zelf iets voor sociale media, zoals een filmpje.",
            en="For an assignment, we make something for social media ourselves, such as a video.",
        ),
        for_trainers=Bilingual(
            nl="Voor een opdracht van school maken stagiairs bij ons iets voor sociale media, "
            "zoals een filmpje.",
            en="For an assignment from college, trainees here make something for social media, "
            "such as a video.",
        ),
    ),
    Item(
        code="material-03",
        block="material",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Lesmateriaal over mediawijsheid staat bij ons op één vaste plek.",
            en="We keep teaching material on media literacy in one fixed place.",
        ),
    ),
    Item(
        code="material-04",
        block="material",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Als we materiaal van een ander gebruiken, zetten we erbij wie het heeft gemaakt.",
            en="When we use somebody else’s material, we say who made it.",
        ),
    ),
    Item(
        code="material-05",
        block="material",
        scale="agreeing",
        is_fixed=True,
        groups=(*STAFF, *TRAINERS),
        text=Bilingual(
            nl="Ik heb voorbeelden van berichten die ik kan gebruiken als ik voor school iets "
            "plaats.",
            en="I have examples of posts that I can use when I post something for the college.",
        ),
        for_trainers=Bilingual(
            nl="Ik heb voorbeelden van de school die ik kan gebruiken als ik iets over een stage "
            "plaats.",
            en="I have examples from the college that I can use when I post something about a "
            "placement.",
        ),
    ),
    Item(
        code="material-06",
        block="material",
        scale="doing",
        is_fixed=True,
        groups=TEACHING,
        text=Bilingual(
            nl="Lessen over sociale media gaan over apps die studenten op dit moment gebruiken.",
            en="Lessons about social media are about apps that students use at present.",
        ),
    ),
    Item(
        code="material-07",
        block="material",
        scale="agreeing",
        is_fixed=False,
        groups=(*TEACHING, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Het is duidelijk van wie het materiaal is dat studenten voor school online zetten.",
            en="It is clear who owns the material that students put online for college.",
        ),
        for_students=Bilingual(
            nl="Het is duidelijk van wie het materiaal is dat ik voor school online zet.",
            en="It is clear who owns the material that I put online for college.",
        ),
        for_trainers=Bilingual(
            nl="Het is duidelijk van wie het materiaal is dat een stagiair bij ons maakt.",
            en="It is clear who owns the material that a trainee makes here.",
        ),
    ),
    Item(
        code="material-08",
        block="material",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="De video’s die onze school plaatst, hebben ondertiteling.",
            en="The videos that our college posts have subtitles.",
        ),
        for_students=Bilingual(
            nl="De video’s die mijn school plaatst, hebben ondertiteling.",
            en="The videos that my college posts have subtitles.",
        ),
        for_trainers=Bilingual(
            nl="De video’s die de school plaatst, hebben ondertiteling.",
            en="The videos that the college posts have subtitles.",
        ),
    ),
    Item(
        code="material-09",
        block="material",
        scale="doing",
        is_fixed=False,
        groups=TEACHING,
        text=Bilingual(
            nl="We delen lesmateriaal dat we zelf maken met andere scholen.",
            en="We share teaching material that we make ourselves with other colleges.",
        ),
    ),
    Item(
        code="material-10",
        block="material",
        scale="doing",
        is_fixed=False,
        groups=(*TEACHING, *STUDENTS),
        text=Bilingual(
            nl="Studenten bekijken elkaars werk voordat zij het online zetten.",
            en="Students look at each other’s work before they put it online.",
        ),
        for_students=Bilingual(
            nl="We bekijken elkaars werk voordat we het online zetten.",
            en="We look at each other’s work before we put it online.",
        ),
    ),
)
