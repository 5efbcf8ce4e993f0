"""The built-in survey: which platforms students use, and what the college should do there.

It asks no name, age or study year: many of those who answer are minors, and the college needs to
know what a group wants, not who wants it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from governance.content import Bilingual

QuestionKind = Literal["frequency_per_platform", "purposes_per_platform", "wished", "open"]
PurposeSetting = Literal["private", "school", "college"]


@dataclass(frozen=True, slots=True)
class Frequency:
    code: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Purpose:
    """Something a platform is used for: in private, for school, or by the college itself."""

    code: str
    setting: PurposeSetting
    label: Bilingual


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    code: str
    kind: QuestionKind
    text: Bilingual
    help: Bilingual
    setting: PurposeSetting | None = None  # which purposes are offered, where purposes are asked


TITLE = Bilingual(nl="Welke platforms gebruik jij?", en="Which platforms do you use?")

INTRODUCTION = Bilingual(
    nl="Met deze vragen kiezen we waar de school online te vinden is. We vragen niet naar je "
    "naam, leeftijd of leerjaar. Meedoen is vrijwillig en je mag elke vraag overslaan.",
    en="With these questions we choose where the college can be found online. We do not ask your "
    "name, age or study year. Taking part is voluntary and you may skip any question.",
)

#: Codes of platforms we connect to, and the names of others that students use.
SURVEY_PLATFORMS: tuple[str, ...] = (
    "instagram",
    "tiktok",
    "youtube",
    "Snapchat",
    "WhatsApp",
    "facebook",
    "x",
    "threads",
    "bluesky",
    "mastodon",
    "linkedin",
    "Pinterest",
    "flickr",
    "Wikipedia",
)

FREQUENCIES: tuple[Frequency, ...] = (
    Frequency("daily", Bilingual(nl="elke dag", en="every day")),
    Frequency("weekly", Bilingual(nl="elke week", en="every week")),
    Frequency("never", Bilingual(nl="(bijna) nooit", en="(almost) never")),
)

PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        "contact",
        "private",
        Bilingual(nl="contact met vrienden en familie", en="contact with friends and family"),
    ),
    Purpose("news", "private", Bilingual(nl="nieuws volgen", en="following the news")),
    Purpose("fun", "private", Bilingual(nl="ontspanning en plezier", en="relaxing and fun")),
    Purpose(
        "making",
        "private",
        Bilingual(nl="zelf iets maken en delen", en="making and sharing things myself"),
    ),
    Purpose(
        "working_together",
        "school",
        Bilingual(nl="samenwerken aan opdrachten", en="working together on tasks"),
    ),
    Purpose(
        "information",
        "school",
        Bilingual(nl="informatie of uitleg zoeken", en="looking for information or explanation"),
    ),
    Purpose(
        "questions",
        "school",
        Bilingual(nl="vragen stellen aan de school", en="asking the college questions"),
    ),
    Purpose(
        "placement",
        "school",
        Bilingual(
            nl="een stage zoeken of erover vertellen", en="finding a placement or telling about it"
        ),
    ),
    Purpose(
        "changes",
        "college",
        Bilingual(nl="nieuws en wijzigingen melden", en="reporting news and changes"),
    ),
    Purpose(
        "answers", "college", Bilingual(nl="mijn vragen beantwoorden", en="answering my questions")
    ),
    Purpose(
        "events", "college", Bilingual(nl="activiteiten aankondigen", en="announcing activities")
    ),
    Purpose(
        "stories",
        "college",
        Bilingual(nl="verhalen van studenten laten zien", en="showing stories of students"),
    ),
    Purpose(
        "vacancies",
        "college",
        Bilingual(nl="stages en banen delen", en="sharing placements and jobs"),
    ),
    Purpose(
        "lessons",
        "college",
        Bilingual(
            nl="uitleg en lesmateriaal delen", en="sharing explanations and teaching material"
        ),
    ),
)

QUESTIONS: tuple[SurveyQuestion, ...] = (
    SurveyQuestion(
        code="use",
        kind="frequency_per_platform",
        text=Bilingual(
            nl="Hoe vaak gebruik je deze platforms?", en="How often do you use these platforms?"
        ),
        help=Bilingual(nl="Alleen kijken telt ook mee.", en="Only watching counts too."),
    ),
    SurveyQuestion(
        code="private_use",
        kind="purposes_per_platform",
        setting="private",
        text=Bilingual(
            nl="Waarvoor gebruik je ze privé?", en="What do you use them for in private?"
        ),
        help=Bilingual(
            nl="Kies alles wat klopt. Sla over wat je niet gebruikt.",
            en="Choose all that apply. Skip what you do not use.",
        ),
    ),
    SurveyQuestion(
        code="school_use",
        kind="purposes_per_platform",
        setting="school",
        text=Bilingual(
            nl="Waarvoor gebruik je ze voor school of stage?",
            en="What do you use them for at college or on placement?",
        ),
        help=Bilingual(
            nl="Denk ook aan een groepsapp met je klas.",
            en="Think of a group chat with your class as well.",
        ),
    ),
    SurveyQuestion(
        code="wished_channels",
        kind="wished",
        setting="college",
        text=Bilingual(
            nl="Waar wil je de school tegenkomen, en waarvoor?",
            en="Where would you like to find the college, and for what?",
        ),
        help=Bilingual(
            nl="Kies hooguit drie platforms. Wij kunnen niet overal goed aanwezig zijn.",
            en="Choose three platforms at most. We cannot do well everywhere.",
        ),
    ),
    SurveyQuestion(
        code="not_wanted",
        kind="open",
        text=Bilingual(
            nl="Wat moet de school online juist niet doen?",
            en="What should the college not do online?",
        ),
        help=Bilingual(
            nl="Bijvoorbeeld: op een bepaald platform zitten, of je privé een bericht sturen. "
            "Noem geen namen van mensen.",
            en="For example: be on a certain platform, or send you private messages. Do not name "
            "people.",
        ),
    ),
    SurveyQuestion(
        code="good_example",
        kind="open",
        text=Bilingual(
            nl="Welk account doet het goed, en waar zit dat in?",
            en="Which account does well, and what makes it so?",
        ),
        help=Bilingual(
            nl="Een school, een bedrijf of een maker: alles mag. Noem geen gewone mensen.",
            en="A college, a company or a creator: anything goes. Do not name private people.",
        ),
    ),
)


def purposes_for(setting: PurposeSetting) -> tuple[Purpose, ...]:
    return tuple(purpose for purpose in PURPOSES if purpose.setting == setting)
