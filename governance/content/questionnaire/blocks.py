"""The six blocks, the five groups, and what to talk about when the answers are in.

Four blocks must be in balance, after the Vier in Balans model as told in “Sociale media in het mbo”
(Kennisnet, 2012, CC BY 3.0), chapter 3; leadership and collaboration stand beside them.
"""

from __future__ import annotations

from typing import NamedTuple

from governance.content import Bilingual

BLOCKS: dict[str, tuple[Bilingual, Bilingual]] = {
    "vision": (
        Bilingual(nl="Visie", en="Vision"),
        Bilingual(
            nl="Waarvoor de school sociale media gebruikt, en voor wie.",
            en="What the college uses social media for, and for whom.",
        ),
    ),
    "expertise": (
        Bilingual(nl="Deskundigheid", en="Expertise"),
        Bilingual(
            nl="Wat mensen weten en kunnen, en hoe zij dat leren.",
            en="What people know and can do, and how they learn it.",
        ),
    ),
    "material": (
        Bilingual(nl="Leermateriaal", en="Learning material"),
        Bilingual(
            nl="Wat er in lessen en op kanalen wordt gebruikt, gemaakt en gedeeld.",
            en="What is used, made and shared in lessons and on channels.",
        ),
    ),
    "infrastructure": (
        Bilingual(nl="Infrastructuur", en="Infrastructure"),
        Bilingual(
            nl="De accounts, apparaten, netwerken en hulp waarmee het werk lukt.",
            en="The accounts, devices, networks and help that make the work possible.",
        ),
    ),
    "leadership": (
        Bilingual(nl="Leiderschap", en="Leadership"),
        Bilingual(
            nl="Wie richting geeft, tijd vrijmaakt en het goede voorbeeld geeft.",
            en="Who gives direction, makes time and sets an example.",
        ),
    ),
    "collaboration": (
        Bilingual(nl="Samenwerking", en="Collaboration"),
        Bilingual(
            nl="Hoe teams, studenten, ouders en leerbedrijven samen optrekken.",
            en="How teams, students, parents and placement companies act together.",
        ),
    ),
}

GROUPS: dict[str, Bilingual] = {
    "leaders": Bilingual(nl="leidinggevenden", en="leaders"),
    "teachers": Bilingual(nl="docenten", en="teachers"),
    "support": Bilingual(nl="ondersteunende medewerkers", en="support staff"),
    "students": Bilingual(nl="studenten", en="students"),
    "trainers": Bilingual(nl="praktijkopleiders", en="in-company trainers"),
}


class Conversation(NamedTuple):
    """Two questions about one block for the conversation afterwards."""

    opinions_differ: Bilingual
    score_is_low: Bilingual


CONVERSATION: dict[str, Conversation] = {
    "vision": Conversation(
        opinions_differ=Bilingual(
            nl="Waar heeft de ene groep over onze plannen gehoord, en waarom kwam dat bij de "
            "andere groep niet aan?",
            en="Where did one group hear about our plans, and why did that not reach the other "
            "group?",
        ),
        score_is_low=Bilingual(
            nl="Stel dat we morgen met één kanaal mochten doorgaan: welk kanaal kiezen we, en wat "
            "willen we er bereiken?",
            en="Suppose we could keep one channel from tomorrow: which one would we choose, and "
            "what do we want to achieve there?",
        ),
    ),
    "expertise": Conversation(
        opinions_differ=Bilingual(
            nl="Wat kan de ene groep al, dat de andere groep van hen kan leren?",
            en="What can one group already do that the other group could learn from them?",
        ),
        score_is_low=Bilingual(
            nl="Aan welke situatie van de afgelopen maand merkte je dat je iets te weinig wist?",
            en="Which situation of the past month showed you that you knew too little?",
        ),
    ),
    "material": Conversation(
        opinions_differ=Bilingual(
            nl="Aan welk voorbeeld uit een les dacht de ene groep, en aan welk de andere?",
            en="Which example from a lesson did one group have in mind, and which the other?",
        ),
        score_is_low=Bilingual(
            nl="Welk materiaal missen we het meest, en wie heeft daar al iets van liggen?",
            en="Which material do we miss most, and who already has some of it?",
        ),
    ),
    "infrastructure": Conversation(
        opinions_differ=Bilingual(
            nl="Op welke plek of met welk apparaat lukt het wel, en waar loop je vast?",
            en="In which place or on which device does it work, and where do you get stuck?",
        ),
        score_is_low=Bilingual(
            nl="Welk probleem met accounts, apparaten of netwerk kost ons nu de meeste tijd?",
            en="Which problem with accounts, devices or the network costs us most time now?",
        ),
    ),
    "leadership": Conversation(
        opinions_differ=Bilingual(
            nl="Wat doen leidinggevenden volgens henzelf, en wat zien anderen daarvan?",
            en="What do leaders say they do, and what do others see of it?",
        ),
        score_is_low=Bilingual(
            nl="Welk besluit over sociale media ligt al te lang, en wie kan het nemen?",
            en="Which decision about social media has been waiting too long, and who can take it?",
        ),
    ),
    "collaboration": Conversation(
        opinions_differ=Bilingual(
            nl="Aan wie dacht je bij ‘wij’, en wie hoorde er voor een ander ook bij?",
            en="Whom did you think of at ‘we’, and who else belonged to it for others?",
        ),
        score_is_low=Bilingual(
            nl="Welk bericht bleef laatst liggen, en bij welke stap liep het vast?",
            en="Which message was left lying recently, and at which step did it get stuck?",
        ),
    ),
}
