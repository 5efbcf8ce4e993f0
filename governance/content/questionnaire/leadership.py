"""Items about leadership: direction, time and example."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.questionnaire.shape import STAFF, STUDENTS, TRAINERS, Item

ITEMS: tuple[Item, ...] = (
    Item(
        code="leadership-01",
        block="leadership",
        scale="knowing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Ik weet wie in het management verantwoordelijk is voor sociale media.",
            en="I know who in the management is responsible for social media.",
        ),
    ),
    Item(
        code="leadership-02",
        block="leadership",
        scale="knowing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Ik weet welke afspraken onze school over sociale media heeft.",
            en="I know which agreements our college has on social media.",
        ),
        for_students=Bilingual(
            nl="Ik weet welke afspraken mijn school over sociale media heeft.",
            en="I know which agreements my college has on social media.",
        ),
        for_trainers=Bilingual(
            nl="Ik weet welke afspraken de school heeft over sociale media tijdens een stage.",
            en="I know which agreements the college has on social media during a placement.",
        ),
    ),
    Item(
        code="leadership-03",
        block="leadership",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Wie voor school met sociale media werkt, krijgt daar uren voor.",
            en="Whoever works with social media for the college is given hours for it.",
        ),
    ),
    Item(
        code="leadership-04",
        block="leadership",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="Leidinggevenden laten zien hoe zij zelf sociale media voor hun werk gebruiken.",
            en="Leaders show how they use social media for their own work.",
        ),
    ),
    Item(
        code="leadership-05",
        block="leadership",
        scale="doing",
        is_fixed=True,
        groups=STAFF,
        text=Bilingual(
            nl="We bespreken elk jaar wat er in onze afspraken over sociale media anders kan.",
            en="Each year we discuss what could be different in our agreements on social media.",
        ),
    ),
    Item(
        code="leadership-06",
        block="leadership",
        scale="doing",
        is_fixed=True,
        groups=(*STAFF, *STUDENTS, *TRAINERS),
        text=Bilingual(
            nl="Wie op sociale media een fout maakt, krijgt hulp om ervan te leren.",
            en="Whoever makes a mistake on social media gets help to learn from it.",
        ),
        for_students=Bilingual(
            nl="Een student die op sociale media een fout maakt, krijgt op school hulp om ervan "
            "te leren.",
            en="A student who makes a mistake on social media gets help at college to learn from "
            "it.",
        ),
        for_trainers=Bilingual(
            nl="Een stagiair die op sociale media een fout maakt, krijgt van school hulp om ervan "
            "te leren.",
            en="A trainee who makes a mistake on social media gets help from college to learn "
            "from it.",
        ),
    ),
    Item(
        code="leadership-07",
        block="leadership",
        scale="doing",
        is_fixed=False,
        groups=("leaders", "support"),
        text=Bilingual(
            nl="We leggen de cijfers van een kanaal naast het doel van dat kanaal.",
            en="We put the figures of a channel beside the aim of that channel.",
        ),
    ),
    Item(
        code="leadership-08",
        block="leadership",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS),
        text=Bilingual(
            nl="Wie iets nieuws wil proberen met sociale media, krijgt daar ruimte voor.",
            en="Whoever wants to try something new with social media is given room for it.",
        ),
        for_students=Bilingual(
            nl="Studenten die op school iets nieuws willen proberen met sociale media, krijgen "
            "daar ruimte voor.",
            en="Students who want to try something new with social media at college are given "
            "room for it.",
        ),
    ),
    Item(
        code="leadership-09",
        block="leadership",
        scale="knowing",
        is_fixed=False,
        groups=STAFF,
        text=Bilingual(
            nl="Ik weet wie beslist wat we zeggen als er op sociale media een crisis is.",
            en="I know who decides what we say when there is a crisis on social media.",
        ),
    ),
    Item(
        code="leadership-10",
        block="leadership",
        scale="doing",
        is_fixed=False,
        groups=(*STAFF, *STUDENTS),
        text=Bilingual(
            nl="Studenten praten mee over de afspraken voor sociale media.",
            en="Students have a say in the agreements on social media.",
        ),
        for_students=Bilingual(
            nl="Studenten van mijn school praten mee over de afspraken voor sociale media.",
            en="Students of my college have a say in the agreements on social media.",
        ),
    ),
)
