"""Statements about how staff keep up with their field."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.statements.shape import Statement

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        code="keeping_up-01",
        domain="keeping_up",
        text=Bilingual(
            nl="Een docent die niets met sociale media doet, loopt achter in het vak.",
            en="A teacher who does nothing with social media is behind in the field.",
        ),
        why=Bilingual(
            nl="Raakt snel persoonlijk; vraag naar het vak en niet naar de persoon.",
            en="Soon becomes personal; ask about the field and not about the person.",
        ),
    ),
    Statement(
        code="keeping_up-02",
        domain="keeping_up",
        text=Bilingual(
            nl="Een uur per week vakgenoten volgen op sociale media is werktijd.",
            en="An hour a week of following peers on social media is working time.",
        ),
        why=Bilingual(
            nl="Brengt het gesprek op uren, vertrouwen en wat je ervan terugziet.",
            en="Leads to hours, trust and what comes back from it.",
        ),
    ),
    Statement(
        code="keeping_up-03",
        domain="keeping_up",
        text=Bilingual(
            nl="Van vakgenoten online leer ik meer dan van een studiedag.",
            en="I learn more from peers online than from a study day.",
        ),
        why=Bilingual(
            nl="Laat voorbeelden horen van leren dat wel of niet bleef hangen.",
            en="Brings examples of learning that did or did not stick.",
        ),
    ),
    Statement(
        code="keeping_up-04",
        domain="keeping_up",
        text=Bilingual(
            nl="Een docent mag ervoor kiezen om geen enkel sociaal medium te gebruiken.",
            en="A teacher may choose not to use any social medium at all.",
        ),
        why=Bilingual(
            nl="Gaat over eigen keuze, en over wat een team van elkaar nodig heeft.",
            en="Is about free choice, and about what a team needs from one another.",
        ),
    ),
    Statement(
        code="keeping_up-05",
        domain="keeping_up",
        text=Bilingual(
            nl="Al het lesmateriaal dat wij maken, zetten we gratis online.",
            en="We put all teaching material that we make online for free.",
        ),
        why=Bilingual(
            nl="Roept trots en twijfel op: wie mag het gebruiken, en is het goed genoeg?",
            en="Brings up pride and doubt: who may use it, and is it good enough?",
        ),
    ),
    Statement(
        code="keeping_up-06",
        domain="keeping_up",
        text=Bilingual(
            nl="Studenten geven hun docenten les over sociale media.",
            en="Students teach their teachers about social media.",
        ),
        why=Bilingual(
            nl="Toont hoe mensen kijken naar gezag, en naar wat studenten echt weten.",
            en="Shows how people see authority, and what students really know.",
        ),
    ),
    Statement(
        code="keeping_up-07",
        domain="keeping_up",
        text=Bilingual(
            nl="Wie iets probeert dat mislukt, vertelt dat aan alle collega’s.",
            en="Whoever tries something that fails tells all colleagues about it.",
        ),
        why=Bilingual(
            nl="Maakt voelbaar hoe veilig het is om fouten te maken.",
            en="Shows how safe it feels to make mistakes.",
        ),
    ),
    Statement(
        code="keeping_up-08",
        domain="keeping_up",
        text=Bilingual(
            nl="Elke medewerker volgt elk jaar een verplichte training over sociale media.",
            en="Every member of staff takes a compulsory training on social media each year.",
        ),
        why=Bilingual(
            nl="Zet zekerheid voor iedereen tegenover leren op het moment dat je het nodig hebt.",
            en="Sets certainty for all against learning at the moment you need it.",
        ),
    ),
    Statement(
        code="keeping_up-09",
        domain="keeping_up",
        text=Bilingual(
            nl="Vakkennis van LinkedIn is even betrouwbaar als een artikel in een vaktijdschrift.",
            en="Knowledge from LinkedIn is as reliable as an article in a trade journal.",
        ),
        why=Bilingual(
            nl="Vraagt hoe mensen een bron beoordelen, en of zij dat studenten ook leren.",
            en="Asks how people judge a source, and whether they teach students that too.",
        ),
    ),
    Statement(
        code="keeping_up-10",
        domain="keeping_up",
        text=Bilingual(
            nl="In een werkapp hoeft niemand na zes uur ’s avonds nog te reageren.",
            en="In a work chat nobody has to reply after six in the evening.",
        ),
        why=Bilingual(
            nl="Laat zien welke afspraken stil gelden, en voor wie die knellen.",
            en="Shows which silent rules apply, and for whom they pinch.",
        ),
    ),
)
