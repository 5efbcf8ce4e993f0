"""Statements about social media in lessons, on placements and between students."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.statements.shape import Statement

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        code="learning-01",
        domain="learning",
        text=Bilingual(
            nl="In de les blijft de telefoon in de tas, behalve als een opdracht erom vraagt.",
            en="In lessons the phone stays in the bag, unless an assignment asks for it.",
        ),
        why=Bilingual(
            nl="Zet rust in de les tegenover leren omgaan met afleiding.",
            en="Sets calm in the lesson against learning to deal with distraction.",
        ),
    ),
    Statement(
        code="learning-02",
        domain="learning",
        text=Bilingual(
            nl="In elke opleiding zetten studenten minstens één werkstuk openbaar online.",
            en="In every programme students put at least one piece of work online in public.",
        ),
        why=Bilingual(
            nl="Gaat over trots en publiek, en over studenten die liever niet zichtbaar zijn.",
            en="Is about pride and an audience, and about students who would rather not be "
            "visible.",
        ),
    ),
    Statement(
        code="learning-03",
        domain="learning",
        text=Bilingual(
            nl="Een docent en een student kunnen elkaar gewoon volgen op Instagram.",
            en="A teacher and a student can simply follow each other on Instagram.",
        ),
        why=Bilingual(
            nl="Laat zien waar ieder de grens legt tussen betrokken zijn en afstand houden.",
            en="Shows where each person draws the line between involvement and distance.",
        ),
    ),
    Statement(
        code="learning-04",
        domain="learning",
        text=Bilingual(
            nl="Een goed bijgehouden onlineportfolio telt mee voor het cijfer.",
            en="A well-kept online portfolio counts towards the grade.",
        ),
        why=Bilingual(
            nl="Roept op wat je van een student openbaar mag vragen en hoe je dat beoordeelt.",
            en="Brings up what you may ask a student to make public, and how you assess it.",
        ),
    ),
    Statement(
        code="learning-05",
        domain="learning",
        text=Bilingual(
            nl="Wat studenten in hun eigen groepsapp zeggen, is geen zaak van de school.",
            en="What students say in their own group chat is no business of the college.",
        ),
        why=Bilingual(
            nl="Gaat over vrije ruimte, en over pesten dat op school verdergaat.",
            en="Is about free space, and about bullying that continues at college.",
        ),
    ),
    Statement(
        code="learning-06",
        domain="learning",
        text=Bilingual(
            nl="Elke docent geeft les in mediawijsheid, welk vak die ook heeft.",
            en="Every teacher teaches media literacy, whatever their subject.",
        ),
        why=Bilingual(
            nl="Maakt duidelijk of mensen dit een vak vinden of iets van iedereen.",
            en="Makes clear whether people see this as a subject or as everybody’s task.",
        ),
    ),
    Statement(
        code="learning-07",
        domain="learning",
        text=Bilingual(
            nl="Van een goede video leert een student meer dan van een hoofdstuk in een boek.",
            en="A student learns more from a good video than from a chapter in a book.",
        ),
        why=Bilingual(
            nl="Brengt verschillen tussen vakken en tussen studenten naar boven.",
            en="Brings out differences between subjects and between students.",
        ),
    ),
    Statement(
        code="learning-08",
        domain="learning",
        text=Bilingual(
            nl="Een student mag een bericht voor een opdracht helemaal door AI laten schrijven.",
            en="A student may have AI write a post for an assignment completely.",
        ),
        why=Bilingual(
            nl="Vraagt wat de student van de opdracht moet leren: schrijven of kiezen.",
            en="Asks what the student should learn from the assignment: to write or to choose.",
        ),
    ),
    Statement(
        code="learning-09",
        domain="learning",
        text=Bilingual(
            nl="Een student mag over de stage plaatsen wat die wil, zolang er geen klant in beeld "
            "is.",
            en="A student may post anything about the placement, as long as no customer is in the "
            "picture.",
        ),
        why=Bilingual(
            nl="Laat horen hoe verschillend leerbedrijven en opleidingen hierover denken.",
            en="Shows how differently placement companies and programmes think about this.",
        ),
    ),
    Statement(
        code="learning-10",
        domain="learning",
        text=Bilingual(
            nl="Wie buiten school online over de schreef gaat, krijgt daar op school straf voor.",
            en="Whoever crosses the line online outside college is punished for it at college.",
        ),
        why=Bilingual(
            nl="Gaat over hoever de school reikt, en over straffen of ervan leren.",
            en="Is about how far the college reaches, and about punishing or learning.",
        ),
    ),
)
