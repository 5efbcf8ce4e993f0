"""The eight audiences of a college and the four types of user among them."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual
from governance.content.example_use import EXAMPLE_USES, ExampleUse

__all__ = [
    "AUDIENCES",
    "AUDIENCE_CODES",
    "EXAMPLE_USES",
    "USER_TYPES",
    "USER_TYPE_CODES",
    "ExampleUse",
    "StandardAudience",
    "UserType",
    "example_uses_of",
]


@dataclass(frozen=True, slots=True)
class UserType:
    code: str
    name: Bilingual
    explanation: Bilingual


@dataclass(frozen=True, slots=True)
class StandardAudience:
    code: str
    name: Bilingual
    description: Bilingual
    expects: Bilingual
    user_types: tuple[str, ...]


USER_TYPES: tuple[UserType, ...] = (
    UserType(
        code="traditionalists",
        name=Bilingual(nl="traditionalisten", en="traditionalists"),
        explanation=Bilingual(
            nl="Zij zoeken, lezen en mailen. Een goede website en een nieuwsbrief bereiken hen "
            "beter dan een kanaal waar je iets terug moet zeggen.",
            en="They search, read and mail. A good website and a newsletter reach them better "
            "than a channel where you have to say something back.",
        ),
    ),
    UserType(
        code="networkers",
        name=Bilingual(nl="netwerkers", en="networkers"),
        explanation=Bilingual(
            nl="Het gaat hun om andere mensen: bijpraten, reageren en doorvertellen. Je bereikt "
            "hen met een gesprek, niet met een folder.",
            en="They care about other people: catching up, responding and passing things on. You "
            "reach them with a conversation, not with a brochure.",
        ),
    ),
    UserType(
        code="gamers",
        name=Bilingual(nl="gamers", en="gamers"),
        explanation=Bilingual(
            nl="Zij spelen, groot of klein, en leren door te proberen. Een uitdaging, een quiz of "
            "een wedstrijd spreekt hen aan.",
            en="They play, in a big or small way, and learn by trying. A challenge, a quiz or a "
            "contest appeals to them.",
        ),
    ),
    UserType(
        code="producers",
        name=Bilingual(nl="producers", en="producers"),
        explanation=Bilingual(
            nl="Zij maken zelf: video’s, foto’s, blogs of open lesmateriaal. Geef hun een podium "
            "en een opdracht die ertoe doet.",
            en="They make things: videos, photos, blogs or open teaching material. Give them a "
            "stage and a task that matters.",
        ),
    ),
)

AUDIENCES: tuple[StandardAudience, ...] = (
    StandardAudience(
        code="prospective_students",
        name=Bilingual(nl="toekomstige studenten", en="prospective students"),
        description=Bilingual(
            nl="Jongeren en volwassenen die een opleiding kiezen. Zij kijken vooral naar korte "
            "video’s en geloven een student eerder dan een folder. Een deel is jonger dan 16, dus "
            "wees zuinig met hun gegevens.",
            en="Young people and adults who are choosing a course. They mostly watch short videos "
            "and believe a student sooner than a brochure. Some are under 16, so be sparing with "
            "their data.",
        ),
        expects=Bilingual(
            nl="Een eerlijk beeld van de opleiding, de sfeer en het werk daarna. En snel antwoord "
            "op een vraag over open dagen of aanmelden.",
            en="An honest picture of the course, the mood and the work that follows. And a quick "
            "answer to a question about open days or applying.",
        ),
        user_types=("networkers", "gamers", "producers"),
    ),
    StandardAudience(
        code="students",
        name=Bilingual(nl="huidige studenten", en="current students"),
        description=Bilingual(
            nl="Zij zijn elke dag online, maar niet allemaal even handig of mediawijs. Vragen "
            "stellen ze het liefst in een app of privébericht. Onder hen zijn minderjarigen en "
            "volwassenen met een baan.",
            en="They are online every day, but not all equally skilled or media-wise. They prefer "
            "to ask questions in an app or private message. Among them are minors and adults with "
            "a job.",
        ),
        expects=Bilingual(
            nl="Nieuws over rooster en regels op één vaste plek, hulp binnen een dag en een "
            "school die hun privéprofiel met rust laat.",
            en="News about timetable and rules in one fixed place, help within a day and a "
            "college that leaves their private profile alone.",
        ),
        user_types=("networkers", "gamers", "producers"),
    ),
    StandardAudience(
        code="parents",
        name=Bilingual(nl="ouders en verzorgers", en="parents and carers"),
        description=Bilingual(
            nl="Zij staan verder van de school af dan op de middelbare school, maar denken en "
            "leven mee. Is een student 18 of ouder, dan beslist die zelf wat ouders te horen "
            "krijgen. Veel ouders lezen liever mee dan dat zij reageren.",
            en="They stand further from college than they did from secondary school, but they "
            "care and think along. Once a student is 18, the student decides what parents are "
            "told. Many parents would rather read along than respond.",
        ),
        expects=Bilingual(
            nl="Duidelijkheid over veiligheid, open dagen en wie zij kunnen bellen. Geen "
            "persoonlijke zaken van hun kind in het openbaar.",
            en="Clarity about safety, open days and whom they can call. No personal matters of "
            "their child in public.",
        ),
        user_types=("traditionalists", "networkers"),
    ),
    StandardAudience(
        code="employees",
        name=Bilingual(nl="medewerkers", en="employees"),
        description=Bilingual(
            nl="Docenten en ondersteuners, van enthousiaste makers tot collega’s die alleen "
            "meekijken. Zij bepalen samen hoe de school online klinkt. Wie aarzelt, heeft meer "
            "aan een voorbeeld dan aan een verplichting.",
            en="Teachers and support staff, from keen makers to colleagues who only look on. "
            "Together they decide how the college sounds online. Whoever hesitates gains more "
            "from an example than from an obligation.",
        ),
        expects=Bilingual(
            nl="Heldere afspraken, tijd en scholing om te oefenen en steun als er online iets "
            "misgaat.",
            en="Clear agreements, time and training to practise, and support when something goes "
            "wrong online.",
        ),
        user_types=("traditionalists", "networkers", "producers"),
    ),
    StandardAudience(
        code="alumni",
        name=Bilingual(nl="oud-studenten", en="alumni"),
        description=Bilingual(
            nl="Zij werken of studeren verder en bouwen aan een zakelijk netwerk. Met hun verhaal "
            "laten zij zien wat een opleiding waard is. Ze worden later ook werkgever, begeleider "
            "of ouder.",
            en="They work or study on and build a professional network. Their story shows what a "
            "course is worth. Later they become employers, trainers or parents too.",
        ),
        expects=Bilingual(
            nl="Contact met oude klasgenoten, nieuws uit hun vak en kansen om bij te leren. Niet "
            "alleen een verzoek om mee te doen.",
            en="Contact with old classmates, news from their trade and chances to keep learning. "
            "Not only requests to take part.",
        ),
        user_types=("networkers", "producers"),
    ),
    StandardAudience(
        code="companies",
        name=Bilingual(nl="bedrijven en leerbedrijven", en="companies and placement companies"),
        description=Bilingual(
            nl="Zij leiden onze studenten op in de praktijk en nemen hen later aan. Hun mensen "
            "zijn vooral op zakelijke netwerken te vinden. Tijd is schaars, dus een vraag moet "
            "kort en concreet zijn.",
            en="They train our students in practice and hire them later. Their people are mostly "
            "found on professional networks. Time is scarce, so a question must be short and "
            "concrete.",
        ),
        expects=Bilingual(
            nl="Een vast aanspreekpunt, weten wat een student moet leren en een eenvoudige manier "
            "om een stageplek of gastles aan te bieden.",
            en="One contact person, knowledge of what a student must learn, and a simple way to "
            "offer a placement or guest lesson.",
        ),
        user_types=("traditionalists", "networkers"),
    ),
    StandardAudience(
        code="media",
        name=Bilingual(nl="media", en="media"),
        description=Bilingual(
            nl="Journalisten van krant, omroep en vakblad volgen online wat er in de regio en het "
            "onderwijs speelt. Een bericht kan binnen een uur nieuws zijn. De woordvoerder is hun "
            "eerste contact.",
            en="Journalists of newspapers, broadcasters and trade press follow online what "
            "happens in the region and in education. A post can be news within an hour. The "
            "spokesperson is their first contact.",
        ),
        expects=Bilingual(
            nl="Een bereikbare woordvoerder, feiten die kloppen en een snelle reactie, ook als "
            "het antwoord nog ‘dat weten we niet’ is.",
            en="A spokesperson within reach, facts that are right and a quick response, even when "
            "the answer is still ‘we do not know’.",
        ),
        user_types=("networkers", "producers"),
    ),
    StandardAudience(
        code="community",
        name=Bilingual(nl="regionale gemeenschap", en="regional community"),
        description=Bilingual(
            nl="Gemeenten, buren, verenigingen en maatschappelijke organisaties om de school "
            "heen. Zij merken wat onze studenten en gebouwen in de buurt doen. Gemeenten zijn "
            "zelf ook online actief en delen ons nieuws door.",
            en="Councils, neighbours, clubs and social organisations around the college. They "
            "notice what our students and buildings do in the neighbourhood. Councils are active "
            "online too and pass on our news.",
        ),
        expects=Bilingual(
            nl="Op tijd weten wat er in de buurt gebeurt, serieus genomen worden bij overlast en "
            "samen iets voor de regio doen.",
            en="To know in time what happens nearby, to be taken seriously when there is "
            "nuisance, and to do something for the region together.",
        ),
        user_types=("traditionalists", "networkers"),
    ),
)

AUDIENCE_CODES: tuple[str, ...] = tuple(audience.code for audience in AUDIENCES)
USER_TYPE_CODES: tuple[str, ...] = tuple(user_type.code for user_type in USER_TYPES)


def example_uses_of(audience: str) -> tuple[ExampleUse, ...]:
    return tuple(use for use in EXAMPLE_USES if use.audience == audience)
