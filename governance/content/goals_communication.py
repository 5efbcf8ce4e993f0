"""Goals for how the college speaks with the people around it."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.goal_shape import COMMUNICATION, HOURS, PERCENT, LibraryGoal, chapter

COMMUNICATION_GOALS: tuple[LibraryGoal, ...] = (
    LibraryGoal(
        code="answer_in_time",
        domain=COMMUNICATION,
        audiences=("students", "prospective_students", "parents", "companies"),
        title=Bilingual(
            nl="Elke vraag krijgt op tijd antwoord", en="Every question is answered in time"
        ),
        activity=Bilingual(
            nl="Het webcareteam beantwoordt elke reactie op onze kanalen binnen 24 uur.",
            en="The webcare team answers every reaction on our channels within 24 hours.",
        ),
        consequence=Bilingual(
            nl="Wie iets vraagt, weet snel waar hij aan toe is en hoeft niet op een andere plek "
            "te zoeken.",
            en="Whoever asks something soon knows where they stand and need not look elsewhere.",
        ),
        effect=Bilingual(
            nl="Mensen ervaren ons als bereikbaar en durven hun vraag eerder te stellen.",
            en="People find us within reach and are quicker to ask.",
        ),
        indicator=Bilingual(
            nl="Deel van de tickets dat binnen de afgesproken tijd antwoord kreeg, laatste 30 "
            "dagen",
            en="Share of tickets answered within the agreed time, last 30 days",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="webcare.answered_in_time",
        source=chapter(2),
    ),
    LibraryGoal(
        code="shorter_wait",
        domain=COMMUNICATION,
        audiences=("students", "prospective_students", "parents"),
        title=Bilingual(
            nl="Korter wachten op een eerste antwoord", en="A shorter wait for a first answer"
        ),
        activity=Bilingual(
            nl="We spreken af welke vragen naar het informatiecentrum gaan en welke naar "
            "Communicatie.",
            en="We agree which questions go to the information desk and which to Communications.",
        ),
        consequence=Bilingual(
            nl="Een bericht ligt meteen bij de goede persoon. Niemand antwoordt dubbel en niets "
            "blijft liggen.",
            en="A message lands with the right person at once. Nobody answers twice and nothing "
            "is left lying.",
        ),
        effect=Bilingual(
            nl="Studenten krijgen sneller hulp en medewerkers verliezen minder tijd aan "
            "doorsturen.",
            en="Students are helped sooner and staff lose less time passing things on.",
        ),
        indicator=Bilingual(
            nl="Middelste wachttijd tot het eerste antwoord",
            en="Median wait until the first answer",
        ),
        unit=HOURS,
        higher_is_better=False,
        measured_by="webcare.first_answer_hours",
        source=chapter(5),
    ),
    LibraryGoal(
        code="recruit_by_peers",
        domain=COMMUNICATION,
        audiences=("prospective_students", "students", "parents"),
        title=Bilingual(
            nl="Studenten laten zien hoe de opleiding echt is",
            en="Students show what a course is really like",
        ),
        activity=Bilingual(
            nl="Studenten vertellen op onze kanalen in tekst en video over hun opleiding, en "
            "verwijzen naar de website.",
            en="Students tell about their course on our channels, in text and video, and point to "
            "the website.",
        ),
        consequence=Bilingual(
            nl="Een kiezer hoort het van iemand zoals hijzelf en krijgt een eerlijk beeld.",
            en="Someone choosing a course hears it from a person like themselves and gets an "
            "honest picture.",
        ),
        effect=Bilingual(
            nl="Meer mensen melden zich aan voor een opleiding die bij hen past.",
            en="More people apply for a course that suits them.",
        ),
        indicator=Bilingual(
            nl="Aanmeldingen waarbij een verhaal van een student de aanleiding was",
            en="Applications prompted by a story of a student",
        ),
        unit=Bilingual(nl="aanmeldingen per schooljaar", en="applications per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(4),
    ),
    LibraryGoal(
        code="traffic_to_site",
        domain=COMMUNICATION,
        audiences=("prospective_students", "parents", "companies"),
        title=Bilingual(
            nl="Meer bezoek aan de website vanaf onze kanalen",
            en="More visits to the website from our channels",
        ),
        activity=Bilingual(
            nl="Bij elk bericht over een open dag, evenement of opleiding zetten we een link die "
            "we kunnen tellen.",
            en="With each post about an open day, event or course we place a link that we can "
            "count.",
        ),
        consequence=Bilingual(
            nl="Lezers komen op de pagina met alle informatie en wij zien welk bericht hen bracht.",
            en="Readers reach the page that holds all information, and we see which post brought "
            "them.",
        ),
        effect=Bilingual(
            nl="We steken tijd in berichten die werken en meer bezoekers zetten een volgende stap.",
            en="We spend time on posts that work, and more visitors take a next step.",
        ),
        indicator=Bilingual(nl="Kliks op onze meetbare links", en="Clicks on our counted links"),
        unit=Bilingual(nl="kliks per maand", en="clicks per month"),
        higher_is_better=True,
        measured_by="",
        source=chapter(4, 5),
    ),
    LibraryGoal(
        code="stronger_reputation",
        domain=COMMUNICATION,
        audiences=("prospective_students", "companies", "media", "community"),
        title=Bilingual(nl="Een betere naam", en="A better reputation"),
        activity=Bilingual(
            nl="We luisteren naar wat er over ons gezegd wordt en reageren open, ook op kritiek.",
            en="We listen to what is said about us and respond openly, to criticism too.",
        ),
        consequence=Bilingual(
            nl="Een fout wordt hersteld voor hij groot wordt en wie tevreden is, voelt zich "
            "gezien.",
            en="A mistake is mended before it grows, and whoever is content feels seen.",
        ),
        effect=Bilingual(
            nl="Er wordt positiever over ons gesproken en mensen raden ons vaker aan.",
            en="People speak more kindly of us and recommend us more often.",
        ),
        indicator=Bilingual(
            nl="Deel van de berichten dat een compliment is",
            en="Share of messages that are a compliment",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="webcare.compliments_share",
        source=chapter(4, 5),
    ),
    LibraryGoal(
        code="learn_from_complaints",
        domain=COMMUNICATION,
        audiences=("students", "parents", "employees"),
        title=Bilingual(nl="Klachten leiden tot verbetering", en="Complaints lead to improvement"),
        activity=Bilingual(
            nl="Elke klacht krijgt een antwoord én een gesprek met de afdeling waar het misging.",
            en="Each complaint gets an answer and also a talk with the unit where it went wrong.",
        ),
        consequence=Bilingual(
            nl="De oorzaak wordt weggenomen en de melder hoort wat we ermee deden.",
            en="The cause is taken away and whoever complained hears what we did.",
        ),
        effect=Bilingual(
            nl="Dezelfde klacht komt minder terug en studenten merken dat praten helpt.",
            en="The same complaint returns less often and students notice that speaking up helps.",
        ),
        indicator=Bilingual(
            nl="Aantal klachten over de instelling", en="Number of complaints about the college"
        ),
        unit=Bilingual(nl="klachten", en="complaints"),
        higher_is_better=False,
        measured_by="webcare.complaints",
        source=chapter(5, 6),
    ),
    LibraryGoal(
        code="stronger_bond",
        domain=COMMUNICATION,
        audiences=("students", "parents", "alumni", "community"),
        title=Bilingual(
            nl="Meer betrokkenheid bij de instelling", en="More engagement with the college"
        ),
        activity=Bilingual(
            nl="We zenden niet alleen: we stellen vragen, houden polls en gaan in op wat mensen "
            "terugzeggen.",
            en="We do not only broadcast: we ask questions, hold polls and take up what people "
            "say back.",
        ),
        consequence=Bilingual(
            nl="Mensen praten met ons en met elkaar over de instelling.",
            en="People talk with us and with each other about the college.",
        ),
        effect=Bilingual(
            nl="Studenten, ouders en oud-studenten voelen zich verbonden en denken mee.",
            en="Students, parents and former students feel connected and think along.",
        ),
        indicator=Bilingual(
            nl="Relevante berichten over ons in 30 dagen", en="Relevant mentions of us in 30 days"
        ),
        unit=Bilingual(nl="berichten", en="mentions"),
        higher_is_better=True,
        measured_by="monitoring.mentions",
        source=chapter(3, 5),
    ),
    LibraryGoal(
        code="known_channels",
        domain=COMMUNICATION,
        audiences=("students", "employees", "prospective_students"),
        title=Bilingual(nl="Onze kanalen zijn bekend", en="Our channels are known"),
        activity=Bilingual(
            nl="We vertellen overal waar we te volgen zijn en melden elke maand hoeveel volgers "
            "we hebben.",
            en="We tell everywhere where we can be followed, and report each month how many "
            "followers we have.",
        ),
        consequence=Bilingual(
            nl="Medewerkers en studenten kijken mee en gaan zelf berichten delen.",
            en="Staff and students look along and start to share posts themselves.",
        ),
        effect=Bilingual(
            nl="Nieuws komt aan bij de mensen voor wie het bedoeld is.",
            en="News reaches the people it is meant for.",
        ),
        indicator=Bilingual(
            nl="Volgers op alle kanalen samen", en="Followers on all channels together"
        ),
        unit=Bilingual(nl="volgers", en="followers"),
        higher_is_better=True,
        measured_by="monitoring.followers",
        source=chapter(7),
    ),
    LibraryGoal(
        code="always_listening",
        domain=COMMUNICATION,
        audiences=("students", "media", "community"),
        title=Bilingual(
            nl="We missen niets wat over ons gaat", en="We miss nothing that is about us"
        ),
        activity=Bilingual(
            nl="We halen berichten meerdere keren per dag op, alle dagen van de week, en letten "
            "op bronnen die stilvallen.",
            en="We fetch messages several times a day, every day of the week, and watch for "
            "sources that fall silent.",
        ),
        consequence=Bilingual(
            nl="Een dreiging, een fout of een mooi verhaal valt op terwijl we nog iets kunnen "
            "doen.",
            en="A threat, a mistake or a fine story is noticed while we can still act.",
        ),
        effect=Bilingual(
            nl="De school is veiliger en niemand wordt verrast door de krant.",
            en="The college is safer and nobody is surprised by the newspaper.",
        ),
        indicator=Bilingual(
            nl="Deel van de bronnen dat zonder problemen wordt opgehaald",
            en="Share of sources polled without trouble",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="monitoring.channels_healthy",
        source=chapter(5, 6),
    ),
    LibraryGoal(
        code="new_colleagues",
        domain=COMMUNICATION,
        audiences=("employees", "companies", "alumni"),
        title=Bilingual(nl="Nieuwe collega’s vinden ons", en="New colleagues find us"),
        activity=Bilingual(
            nl="We delen vacatures en praten mee in online groepen over onderwijs en vakgebied.",
            en="We share vacancies and join in online groups about education and trade.",
        ),
        consequence=Bilingual(
            nl="Vakmensen zien wat er bij ons speelt voordat zij solliciteren.",
            en="Professionals see what goes on here before they apply.",
        ),
        effect=Bilingual(
            nl="We nemen mensen aan die passen en die thuis zijn in online netwerken.",
            en="We hire people who fit and who are at home in online networks.",
        ),
        indicator=Bilingual(
            nl="Sollicitaties die via een sociaal netwerk binnenkwamen",
            en="Job applications that came in through a social network",
        ),
        unit=Bilingual(nl="sollicitaties per jaar", en="applications per year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(4),
    ),
    LibraryGoal(
        code="companies_and_alumni",
        domain=COMMUNICATION,
        audiences=("companies", "alumni", "students"),
        title=Bilingual(
            nl="Een netwerk van leerbedrijven en oud-studenten",
            en="A network of placement companies and former students",
        ),
        activity=Bilingual(
            nl="Per vakgebied houden we een netwerk bij waarin we nieuws, vragen en stageplaatsen "
            "delen.",
            en="For each trade we keep a network in which we share news, questions and placements.",
        ),
        consequence=Bilingual(
            nl="Bedrijven melden zich met een stageplek of gastles zonder dat het hun veel tijd "
            "kost.",
            en="Companies offer a placement or a guest lesson without much of their time.",
        ),
        effect=Bilingual(
            nl="Studenten vinden eerder een passende plek en de opleiding sluit beter aan op het "
            "werk.",
            en="Students find a fitting place sooner and the course is closer to the work.",
        ),
        indicator=Bilingual(
            nl="Stageplaatsen en gastlessen die uit het netwerk kwamen",
            en="Placements and guest lessons that came from the network",
        ),
        unit=Bilingual(nl="per schooljaar", en="per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(4),
    ),
    LibraryGoal(
        code="parents_informed",
        domain=COMMUNICATION,
        audiences=("parents",),
        title=Bilingual(nl="Ouders weten wat er speelt", en="Parents know what goes on"),
        activity=Bilingual(
            nl="We laten zien hoe een schooldag eruitziet en nodigen ouders uit voor een avond "
            "over sociale media.",
            en="We show what a school day looks like and invite parents to an evening about "
            "social media.",
        ),
        consequence=Bilingual(
            nl="Ouders krijgen een beeld van het onderwijs en van wat hun kind online doet.",
            en="Parents get a picture of the teaching and of what their child does online.",
        ),
        effect=Bilingual(
            nl="Ouders steunen hun kind beter en weten ons te vinden als er iets is.",
            en="Parents support their child better and know where to find us when something is "
            "wrong.",
        ),
        indicator=Bilingual(
            nl="Ouders die bij een ouderavond waren", en="Parents who came to a parents’ evening"
        ),
        unit=Bilingual(nl="ouders per schooljaar", en="parents per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(3, 6),
    ),
    LibraryGoal(
        code="open_board",
        domain=COMMUNICATION,
        audiences=("employees", "students", "media", "community"),
        title=Bilingual(
            nl="Een bestuur dat laat zien waar het staat", en="A board that shows where it stands"
        ),
        activity=Bilingual(
            nl="Bestuur en leidinggevenden vertellen zelf online over hun werk en reageren op wie "
            "hun iets vraagt.",
            en="Board and managers tell about their work online themselves and respond to whoever "
            "asks.",
        ),
        consequence=Bilingual(
            nl="Besluiten zijn te volgen en kritiek komt binnen als er nog iets mee kan.",
            en="Decisions can be followed and criticism arrives while it can still be used.",
        ),
        effect=Bilingual(
            nl="Medewerkers, studenten en de regio vertrouwen het bestuur meer.",
            en="Staff, students and the region trust the board more.",
        ),
        indicator=Bilingual(
            nl="Berichten van bestuur en leidinggevenden over besluiten en voortgang",
            en="Posts by board and managers about decisions and progress",
        ),
        unit=Bilingual(nl="berichten per maand", en="posts per month"),
        higher_is_better=True,
        measured_by="",
        source=chapter(2, 3),
    ),
)
