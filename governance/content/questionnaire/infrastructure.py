"""Items about infrastructure: accounts, devices, networks and help."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TEACHING, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="infrastructure-01",
        block="infrastructure",
        scale="agreeing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS),
        text=Bilingual(
            nl="De wifi op school is snel genoeg om een video te bekijken.",
            en="The wifi at the college is fast enough to watch a video.",
        ),
    ),
    Item(
        code="infrastructure-02",
        block="infrastructure",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Wie voor school berichten plaatst, kan daarvoor een telefoon of tablet van school "
            "gebruiken.",
            en="Whoever posts for the college can use a phone or tablet of the college for it.",
        ),
    ),
    Item(
        code="infrastructure-03",
        block="infrastructure",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Er is een lijst met alle accounts van onze school.",
            en="There is a list of all accounts of our college.",
        ),
    ),
    Item(
        code="infrastructure-04",
        block="infrastructure",
        scale="agreeing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Bij elk account van onze school kan een tweede beheerder het werk overnemen.",
            en="For each account of our college a second administrator can take over the work.",
        ),
    ),
    Item(
        code="infrastructure-05",
        block="infrastructure",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *TRAINERS),
        text=Bilingual(
            nl="Ik weet wie mij helpt bij een technische vraag over sociale media.",
            en="I know who helps me with a technical question about social media.",
        ),
        for_trainers=Bilingual(
            nl="Ik weet wie mij helpt bij een technische vraag over de online omgeving van de "
            "school.",
            en="I know who helps me with a technical question about the online environment of the "
            "college.",
        ),
    ),
    Item(
        code="infrastructure-06",
        block="infrastructure",
        scale="agreeing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Voor online contact tussen docenten en studenten heeft onze school één kanaal "
            "gekozen.",
            en="Our college has chosen one channel for online contact between teachers and "
            "students.",
        ),
        for_students=Bilingual(
            nl="Voor online contact met docenten heeft mijn school één kanaal gekozen.",
            en="My college has chosen one channel for online contact with teachers.",
        ),
        for_trainers=Bilingual(
            nl="Voor online contact met ons heeft de school één kanaal gekozen.",
            en="The college has chosen one channel for online contact with us.",
        ),
    ),
    Item(
        code="infrastructure-07",
        block="infrastructure",
        scale="agreeing",
        is_fixed=False,
        groups=("leaders", "support"),
        text=Bilingual(
            nl="Bij de accounts van onze school log je in twee stappen in.",
            en="For the accounts of our college you sign in with two steps.",
        ),
    ),
    Item(
        code="infrastructure-08",
        block="infrastructure",
        scale="agreeing",
        is_fixed=False,
        groups=(*TEACHING, *STUDENTS),
        text=Bilingual(
            nl="Studenten kunnen een opdracht met sociale media doen met de accounts die zij al "
            "hebben.",
            en="Students can do an assignment with social media using the accounts they already "
            "have.",
        ),
        for_students=Bilingual(
            nl="Ik kan een opdracht met sociale media doen met de accounts die ik al heb.",
            en="I can do an assignment with social media using the accounts I already have.",
        ),
    ),
    Item(
        code="infrastructure-09",
        block="infrastructure",
        scale="doing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="Als een beheerder vertrekt, halen we diens toegang tot de accounts weg.",
            en="When an administrator leaves, we remove that person’s access to the accounts.",
        ),
    ),
    Item(
        code="infrastructure-10",
        block="infrastructure",
        scale="agreeing",
        is_fixed=False,
        groups=(*TEACHING, *STUDENTS),
        text=Bilingual(
            nl="Sociale media die we in een les nodig hebben, werken op het netwerk van school.",
            en="Social media that we need in a lesson work on the network of the college.",
        ),
    ),
)
