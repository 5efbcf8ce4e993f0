"""Items about collaboration: between teams, students, parents and companies."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TEACHING, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="collaboration-01",
        block="collaboration",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik weet wie er reageert als een student op sociale media een klacht plaatst.",
            en="I know who replies when a student posts a complaint on social media.",
        ),
        for_students=Bilingual(
            nl="Ik weet wie van school reageert als ik op sociale media een klacht plaats.",
            en="I know who at college replies when I post a complaint on social media.",
        ),
        for_trainers=Bilingual(
            nl="Ik weet wie van de school reageert als ons bedrijf op sociale media een klacht "
            "plaatst.",
            en="I know who at the college replies when our company posts a complaint on social "
            "media.",
        ),
    ),
    Item(
        code="collaboration-02",
        block="collaboration",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Een online bericht dat voor een ander team is, komt binnen een werkdag bij dat "
            "team.",
            en="An online message meant for another team reaches that team within a working day.",
        ),
    ),
    Item(
        code="collaboration-03",
        block="collaboration",
        scale="doing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="We laten zien wat we doen met reacties die we op sociale media krijgen.",
            en="We show what we do with the reactions we get on social media.",
        ),
        for_students=Bilingual(
            nl="Mijn school laat zien wat zij doet met reacties van studenten op sociale media.",
            en="My college shows what it does with reactions of students on social media.",
        ),
        for_trainers=Bilingual(
            nl="De school laat zien wat zij doet met reacties van bedrijven op sociale media.",
            en="The college shows what it does with reactions of companies on social media.",
        ),
    ),
    Item(
        code="collaboration-04",
        block="collaboration",
        scale="doing",
        is_fixed=True,
        groups=(*STAFF, *TRAINERS),
        text=Bilingual(
            nl="We maken samen met studenten berichten voor de kanalen van onze school.",
            en="We make posts for the channels of our college together with students.",
        ),
        for_trainers=Bilingual(
            nl="De school maakt samen met ons berichten over stages.",
            en="The college makes posts about placements together with us.",
        ),
    ),
    Item(
        code="collaboration-05",
        block="collaboration",
        scale="doing",
        is_fixed=True,
        groups=(*TEACHING, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="We praten met leerbedrijven over wat stagiairs over hun werk mogen plaatsen.",
            en="We talk with placement companies about what trainees may post about their work.",
        ),
        for_students=Bilingual(
            nl="Voordat een stage begint, hoor ik wat ik over mijn werk daar mag plaatsen.",
            en="Before a placement starts, I am told what I may post about my work there.",
        ),
        for_trainers=Bilingual(
            nl="De school praat met ons over wat stagiairs over hun werk mogen plaatsen.",
            en="The college talks with us about what trainees may post about their work.",
        ),
    ),
    Item(
        code="collaboration-06",
        block="collaboration",
        scale="doing",
        is_fixed=True,
        groups=TEACHING,
        text=Bilingual(
            nl="We praten met ouders van minderjarige studenten over sociale media.",
            en="We talk with parents of students who are minors about social media.",
        ),
    ),
    Item(
        code="collaboration-07",
        block="collaboration",
        scale="doing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="We bespreken met andere scholen wat op sociale media werkt.",
            en="We discuss with other colleges what works on social media.",
        ),
    ),
    Item(
        code="collaboration-08",
        block="collaboration",
        scale="agreeing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="Er is een vaste groep collega’s die anderen helpt met sociale media.",
            en="There is a fixed group of colleagues who help others with social media.",
        ),
    ),
    Item(
        code="collaboration-09",
        block="collaboration",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS),
        text=Bilingual(
            nl="Oud-studenten vertellen op onze kanalen over hun werk.",
            en="Former students tell about their work on our channels.",
        ),
        for_students=Bilingual(
            nl="Oud-studenten vertellen op de kanalen van mijn school over hun werk.",
            en="Former students tell about their work on the channels of my college.",
        ),
    ),
    Item(
        code="collaboration-10",
        block="collaboration",
        scale="agreeing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="Er is een kalender waarin staat wie wanneer een bericht plaatst.",
            en="There is a calendar that says who posts when.",
        ),
    ),
)
