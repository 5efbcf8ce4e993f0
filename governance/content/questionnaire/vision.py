"""Items about vision: what social media are for, and for whom."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TEACHING, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="vision-01",
        block="vision",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Onze school heeft opgeschreven waarvoor zij sociale media gebruikt.",
            en="Our college has written down what it uses social media for.",
        ),
    ),
    Item(
        code="vision-02",
        block="vision",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik kan in één zin zeggen waarom onze school op sociale media zit.",
            en="I can say in one sentence why our college is on social media.",
        ),
        for_students=Bilingual(
            nl="Ik kan in één zin zeggen waarom mijn school op sociale media zit.",
            en="I can say in one sentence why my college is on social media.",
        ),
        for_trainers=Bilingual(
            nl="Ik kan in één zin zeggen waarom de school van onze stagiairs op sociale media zit.",
            en="I can say in one sentence why the college of our trainees is on social media.",
        ),
    ),
    Item(
        code="vision-03",
        block="vision",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Wat we met sociale media willen bereiken, hoort bij een doel uit het plan van de "
            "school.",
            en="What we want to achieve with social media belongs to an aim in the plan of the "
            "college.",
        ),
    ),
    Item(
        code="vision-04",
        block="vision",
        scale="agreeing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="We hebben voor elke doelgroep gekozen op welk kanaal we die bereiken.",
            en="For each audience we have chosen the channel on which we reach it.",
        ),
        for_students=Bilingual(
            nl="Nieuws van mijn school staat op een kanaal dat ik gebruik.",
            en="News from my college is on a channel that I use.",
        ),
        for_trainers=Bilingual(
            nl="Nieuws van de school staat op een kanaal dat wij als bedrijf gebruiken.",
            en="News from the college is on a channel that we as a company use.",
        ),
    ),
    Item(
        code="vision-05",
        block="vision",
        scale="doing",
        is_fixed=True,
        groups=TEACHING,
        text=Bilingual(
            nl="In teamoverleg praten we over wat sociale media voor het leren kunnen betekenen.",
            en="In team meetings we talk about what social media can mean for learning.",
        ),
    ),
    Item(
        code="vision-06",
        block="vision",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="We bespreken of een kanaal genoeg oplevert voor de tijd die het kost.",
            en="We discuss whether a channel yields enough for the time it takes.",
        ),
    ),
    Item(
        code="vision-07",
        block="vision",
        scale="agreeing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="We hebben opgeschreven hoe medewerkers met sociale media kunnen bijblijven in hun "
            "vak.",
            en="We have written down how staff can keep up with their field through social media.",
        ),
    ),
    Item(
        code="vision-08",
        block="vision",
        scale="agreeing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Van elke groep die we online gebruiken, is duidelijk of die openbaar of besloten "
            "is.",
            en="Of each group we use online, it is clear whether it is public or closed.",
        ),
        for_students=Bilingual(
            nl="Van elke groep waarin ik voor school zit, is duidelijk of die openbaar of "
            "besloten is.",
            en="Of each group I am in for college, it is clear whether it is public or closed.",
        ),
        for_trainers=Bilingual(
            nl="Van elke groep waarin wij met de school zitten, is duidelijk of die openbaar of "
            "besloten is.",
            en="Of each group we are in with the college, it is clear whether it is public or "
            "closed.",
        ),
    ),
    Item(
        code="vision-09",
        block="vision",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="We vragen onze doelgroepen welke sociale media zij gebruiken.",
            en="We ask our audiences which social media they use.",
        ),
        for_students=Bilingual(
            nl="Mijn school vraagt ons welke sociale media wij gebruiken.",
            en="My college asks us which social media we use.",
        ),
        for_trainers=Bilingual(
            nl="De school vraagt ons welke sociale media ons bedrijf gebruikt.",
            en="The college asks us which social media our company uses.",
        ),
    ),
    Item(
        code="vision-10",
        block="vision",
        scale="agreeing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="We hebben afgesproken op welke sociale media we niet actief zijn.",
            en="We have agreed on which social media we are not active.",
        ),
    ),
)
