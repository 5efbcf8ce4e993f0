"""What a college should know of each platform before it starts there."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

#: Belongs beside every number of hours below.
HOURS_LABEL = Bilingual(
    nl="Ruwe aanname van ons, geen meting. Vul je eigen uren in zodra je die weet.",
    en="A rough assumption of ours, not a measurement. Enter your own hours once you know them.",
)


@dataclass(frozen=True, slots=True)
class PlatformFact:
    code: str
    name: str
    open_closed: Bilingual
    typical_hours_per_week: float  # an assumption, see HOURS_LABEL
    suits: Bilingual
    watch_out: Bilingual


PLATFORM_FACTS: tuple[PlatformFact, ...] = (
    PlatformFact(
        code="x",
        name="X",
        typical_hours_per_week=3.0,
        open_closed=Bilingual(
            nl="Open: iedereen kan reageren en doorplaatsen. Wie niet inlogt, ziet weinig.",
            en="Open: anyone can respond and repost. Whoever does not sign in sees little.",
        ),
        suits=Bilingual(
            nl="Snel nieuws, pers en politiek, en volgen wat er over de school gezegd wordt.",
            en="Fast news, press and politics, and following what is said about the college.",
        ),
        watch_out=Bilingual(
            nl="De toon kan hard zijn en een bericht gaat snel rond. Ophalen via de koppeling "
            "kost geld of is beperkt.",
            en="The tone can be harsh and a post travels fast. Fetching through the connection "
            "costs money or is limited.",
        ),
    ),
    PlatformFact(
        code="facebook",
        name="Facebook",
        typical_hours_per_week=3.0,
        open_closed=Bilingual(
            nl="Pagina’s zijn open, groepen kunnen besloten zijn. Profielen van mensen zijn "
            "meestal alleen voor vrienden.",
            en="Pages are open, groups can be closed. Profiles of people are mostly for friends "
            "only.",
        ),
        suits=Bilingual(
            nl="Ouders, buurt en oud-studenten bereiken, evenementen aankondigen.",
            en="Reaching parents, neighbours and former students, announcing events.",
        ),
        watch_out=Bilingual(
            nl="Zonder advertentie ziet maar een deel van je volgers een bericht. Onder berichten "
            "kan een lange discussie ontstaan die je moet bijhouden.",
            en="Without an advertisement only part of your followers sees a post. A long "
            "discussion may grow under a post and you have to keep up with it.",
        ),
    ),
    PlatformFact(
        code="instagram",
        name="Instagram",
        typical_hours_per_week=5.0,
        open_closed=Bilingual(
            nl="Een zakelijk account is open. Veel studenten houden hun eigen account privé.",
            en="A business account is open. Many students keep their own account private.",
        ),
        suits=Bilingual(
            nl="Sfeer, beeld en korte video’s van en door studenten, voor wie nog moet kiezen.",
            en="Mood, images and short videos of and by students, for those who still have to "
            "choose.",
        ),
        watch_out=Bilingual(
            nl="Vraag toestemming voor herkenbaar beeld, bij jonger dan 16 aan de ouders. Vragen "
            "komen vaak als privébericht binnen.",
            en="Ask consent for recognisable images, from the parents when under 16. Questions "
            "often come in as private messages.",
        ),
    ),
    PlatformFact(
        code="linkedin",
        name="LinkedIn",
        typical_hours_per_week=2.5,
        open_closed=Bilingual(
            nl="Bedrijfspagina’s zijn deels open, de rest zie je na inloggen. Mensen staan er met "
            "hun eigen naam.",
            en="Company pages are partly open, the rest shows after signing in. People are there "
            "under their own name.",
        ),
        suits=Bilingual(
            nl="Leerbedrijven, oud-studenten, vacatures en vakinhoud.",
            en="Placement companies, former students, vacancies and professional content.",
        ),
        watch_out=Bilingual(
            nl="Weinig mbo-studenten zijn er actief. Medewerkers spreken er ook voor zichzelf: "
            "maak dat verschil duidelijk.",
            en="Few vocational students are active there. Staff speak for themselves there too: "
            "make that difference clear.",
        ),
    ),
    PlatformFact(
        code="youtube",
        name="YouTube",
        typical_hours_per_week=4.0,
        open_closed=Bilingual(
            nl="Open, ook zonder inloggen. Een video kan ook verborgen of privé staan.",
            en="Open, also without signing in. A video can be unlisted or private too.",
        ),
        suits=Bilingual(
            nl="Uitleg, opleidingsfilms en rondleidingen die jaren meegaan.",
            en="Explanations, course films and tours that last for years.",
        ),
        watch_out=Bilingual(
            nl="Goede video kost tijd. Zorg voor ondertitels en let op muziekrechten, reacties en "
            "aanbevolen video’s ernaast.",
            en="Good video takes time. Provide captions and watch music rights, comments and the "
            "videos recommended beside it.",
        ),
    ),
    PlatformFact(
        code="flickr",
        name="Flickr",
        typical_hours_per_week=0.5,
        open_closed=Bilingual(
            nl="Foto’s staan open of voor een kleine groep; je kiest dat per foto.",
            en="Photos are open or for a small group; you choose so per photo.",
        ),
        suits=Bilingual(
            nl="Een fotoarchief met duidelijke licenties, bijvoorbeeld voor pers en projecten.",
            en="A photo archive with clear licences, for example for press and projects.",
        ),
        watch_out=Bilingual(
            nl="Er zijn weinig studenten. Ruim foto’s op als iemand zijn toestemming intrekt.",
            en="Few students are there. Clear photos away when someone withdraws consent.",
        ),
    ),
    PlatformFact(
        code="mastodon",
        name="Mastodon",
        typical_hours_per_week=1.5,
        open_closed=Bilingual(
            nl="Open en verspreid over veel servers. Een school kan een eigen server kiezen of "
            "beheren.",
            en="Open and spread over many servers. A college can choose or run its own server.",
        ),
        suits=Bilingual(
            nl="Onderwijs- en ict-netwerken en scholen die niet van één bedrijf willen afhangen.",
            en="Education and ICT networks, and colleges that do not want to depend on one "
            "company.",
        ),
        watch_out=Bilingual(
            nl="Het bereik onder studenten is klein. Kijk wie de server beheert en welke regels "
            "daar gelden.",
            en="The reach among students is small. See who runs the server and which rules hold "
            "there.",
        ),
    ),
    PlatformFact(
        code="bluesky",
        name="Bluesky",
        typical_hours_per_week=1.5,
        open_closed=Bilingual(
            nl="Bijna alles is openbaar en door iedereen op te halen.",
            en="Nearly everything is public and can be fetched by anyone.",
        ),
        suits=Bilingual(
            nl="Nieuws en gesprek met pers, onderwijs en overheid.",
            en="News and conversation with press, education and government.",
        ),
        watch_out=Bilingual(
            nl="Er zijn nog weinig jongeren. Gebruik het eigen webadres als naam, zodat iedereen "
            "ziet dat het account echt is.",
            en="Few young people are there yet. Use your own web address as the name, so that all "
            "can see the account is real.",
        ),
    ),
    PlatformFact(
        code="threads",
        name="Threads",
        typical_hours_per_week=1.5,
        open_closed=Bilingual(
            nl="Open, en verbonden met een account op Instagram.",
            en="Open, and tied to an account on Instagram.",
        ),
        suits=Bilingual(
            nl="Korte gesprekken met mensen die de school al op Instagram volgen.",
            en="Short conversations with people who already follow the college on Instagram.",
        ),
        watch_out=Bilingual(
            nl="Zet er niet zomaar alles dubbel. Kijk eerst of je doelgroep er echt is.",
            en="Do not simply post everything twice. First see whether your audience is really "
            "there.",
        ),
    ),
    PlatformFact(
        code="tiktok",
        name="TikTok",
        typical_hours_per_week=6.0,
        open_closed=Bilingual(
            nl="Open: het platform kiest zelf aan wie het een video laat zien, ook buiten je "
            "volgers.",
            en="Open: the platform itself chooses whom to show a video, beyond your followers too.",
        ),
        suits=Bilingual(
            nl="Toekomstige studenten bereiken met korte video’s die studenten zelf maken.",
            en="Reaching prospective students with short videos that students make themselves.",
        ),
        watch_out=Bilingual(
            nl="Er zijn zorgen over gegevens, jonge kijkers en eindeloos scrollen. Doe eerst de "
            "privacycheck en gebruik een apart apparaat.",
            en="There are concerns about data, young viewers and endless scrolling. Do the "
            "privacy check first and use a separate device.",
        ),
    ),
    PlatformFact(
        code="rss",
        name="RSS",
        typical_hours_per_week=0.5,
        open_closed=Bilingual(
            nl="Helemaal open: een lijst met nieuws van je eigen site, zonder account en zonder "
            "volgcookies.",
            en="Wholly open: a list of news from your own site, without an account and without "
            "tracking cookies.",
        ),
        suits=Bilingual(
            nl="Nieuws doorgeven aan andere sites, apps en schermen, en zelf blogs en nieuws "
            "volgen.",
            en="Passing news to other sites, apps and screens, and following blogs and news "
            "yourself.",
        ),
        watch_out=Bilingual(
            nl="Er komt geen gesprek uit en je weet niet precies wie leest.",
            en="No conversation comes of it and you do not know exactly who reads.",
        ),
    ),
)

_BY_CODE = {fact.code: fact for fact in PLATFORM_FACTS}


def fact_about(platform: str) -> PlatformFact | None:
    """What we know of a platform by its code; nothing for one that we do not connect to."""
    return _BY_CODE.get(platform)
