"""Statements about what a college says, and how it listens."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.statements.shape import Statement

STATEMENTS: tuple[Statement, ...] = (
    Statement(
        code="communication-01",
        domain="communication",
        text=Bilingual(
            nl="Een klacht van een student op sociale media krijgt van ons altijd een openbaar "
            "antwoord.",
            en="A student’s complaint on social media always gets a public answer from us.",
        ),
        why=Bilingual(
            nl="Roept de vraag op wat je in het openbaar over één student kunt zeggen.",
            en="Raises the question what you can say in public about a single student.",
        ),
    ),
    Statement(
        code="communication-02",
        domain="communication",
        text=Bilingual(
            nl="Studenten mogen een week lang het Instagramaccount van onze school beheren.",
            en="Students may run our college’s Instagram account for a week.",
        ),
        why=Bilingual(
            nl="Zet vertrouwen in studenten tegenover de zorg om de naam van de school.",
            en="Sets trust in students against concern for the name of the college.",
        ),
    ),
    Statement(
        code="communication-03",
        domain="communication",
        text=Bilingual(
            nl="We sluiten elk kanaal waar we minder dan een uur per week aan besteden.",
            en="We close every channel on which we spend less than an hour a week.",
        ),
        why=Bilingual(
            nl="Maakt zichtbaar aan welk kanaal mensen gehecht zijn, en waarom.",
            en="Shows which channel people are attached to, and why.",
        ),
    ),
    Statement(
        code="communication-04",
        domain="communication",
        text=Bilingual(
            nl="Een medewerker mag op een eigen account kritiek geven op onze school.",
            en="A member of staff may criticise our college on an account of their own.",
        ),
        why=Bilingual(
            nl="Gaat over vrij je mening geven en over trouw zijn aan je werkgever.",
            en="Is about speaking freely and about loyalty to an employer.",
        ),
    ),
    Statement(
        code="communication-05",
        domain="communication",
        text=Bilingual(
            nl="Wie in het weekend een vraag stelt op sociale media, krijgt maandag antwoord.",
            en="Whoever asks a question on social media at the weekend gets an answer on Monday.",
        ),
        why=Bilingual(
            nl="Brengt werktijd en rust van medewerkers naast wat volgers verwachten.",
            en="Puts the working hours and rest of staff beside what followers expect.",
        ),
    ),
    Statement(
        code="communication-06",
        domain="communication",
        text=Bilingual(
            nl="We stoppen met platforms die slecht met privacy omgaan, ook als we daar veel "
            "jongeren bereiken.",
            en="We leave platforms that treat privacy badly, even if we reach many young people "
            "there.",
        ),
        why=Bilingual(
            nl="Laat merken of waarden of bereik voor mensen het zwaarst tellen.",
            en="Shows whether values or reach weigh most for people.",
        ),
    ),
    Statement(
        code="communication-07",
        domain="communication",
        text=Bilingual(
            nl="Elk team mag zelf een account beginnen namens onze school.",
            en="Every team may start an account in the name of our college.",
        ),
        why=Bilingual(
            nl="Gaat over ruimte voor teams, en over wie het account later onderhoudt.",
            en="Is about room for teams, and about who looks after the account later.",
        ),
    ),
    Statement(
        code="communication-08",
        domain="communication",
        text=Bilingual(
            nl="We vertellen op onze kanalen ook wat er op school misgaat.",
            en="On our channels we also tell what goes wrong at our college.",
        ),
        why=Bilingual(
            nl="Vraagt hoe eerlijk een verhaal kan zijn dat ook studenten moet werven.",
            en="Asks how honest a story can be that must also attract students.",
        ),
    ),
    Statement(
        code="communication-09",
        domain="communication",
        text=Bilingual(
            nl="AI mag zelfstandig eenvoudige vragen van studenten op sociale media beantwoorden.",
            en="AI may answer simple questions from students on social media by itself.",
        ),
        why=Bilingual(
            nl="Roept snelheid en gemak op, maar ook de vraag wie er voor het antwoord staat.",
            en="Brings up speed and ease, but also the question who stands for the answer.",
        ),
    ),
    Statement(
        code="communication-10",
        domain="communication",
        text=Bilingual(
            nl="Elke bestuurder van onze school hoort zelf zichtbaar te zijn op sociale media.",
            en="Every board member of our college ought to be visible on social media.",
        ),
        why=Bilingual(
            nl="Gaat over voorbeeldgedrag, en over echt zijn of een rol spelen.",
            en="Is about setting an example, and about being real or playing a part.",
        ),
    ),
)
