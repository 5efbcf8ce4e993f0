"""The forms of training that the publication names, ready for the catalogue (chapters 6 and 7)."""

from __future__ import annotations

from governance.content import Bilingual
from training.content.course_shape import ReadyCourse, ReadyLesson, chapter
from training.content.personal_branding import PERSONAL_BRANDING

STARTER = ReadyCourse(
    code="instapcursus",
    form="course",
    level="starter",
    track="education",
    title=Bilingual(nl="Instapcursus sociale media", en="Starter course social media"),
    summary=Bilingual(
        nl="Rustig beginnen: zelf ervaren wat sociale media voor jouw lessen kunnen betekenen.",
        en="A calm start: find out for yourself what social media can mean for your lessons.",
    ),
    description=Bilingual(
        nl="Voor docenten die het nog spannend vinden. We beginnen met voorbeelden van collega’s, "
        "dan probeer je zelf. Fouten maken mag: we oefenen in een besloten groep.",
        en="For teachers who still hesitate. We begin with examples of colleagues, then you try it "
        "yourself. Mistakes are fine: we practise in a closed group.",
    ),
    goals=Bilingual(
        nl="- Je kent de afspraken van de school en weet waarom ze er zijn.\n- Je richt een "
        "account veilig in.\n- Je zet één leermiddel in dat past bij je leerdoel.",
        en="- You know the agreements of the college and why they are there.\n- You set up "
        "an account safely.\n- You use one medium that fits your learning goal.",
    ),
    capacity=12,
    counts_for_mandate=True,
    lessons=(
        ReadyLesson(
            45,
            Bilingual(nl="Voorbeelden van collega’s", en="Examples of colleagues"),
            Bilingual(
                nl="Drie korte verhalen: wat werkte, wat niet? Kies het voorbeeld dat het dichtst "
                "bij jouw lessen staat.",
                en="Three short stories: what worked, what did not? Choose the example that is "
                "closest to your lessons.",
            ),
        ),
        ReadyLesson(
            60,
            Bilingual(nl="Zelf doen", en="Doing it yourself"),
            Bilingual(
                nl="Richt een werkaccount in, loop de privacyinstellingen na en plaats een bericht "
                "in de oefengroep.",
                en="Set up a work account, go through the privacy settings and post a message in "
                "the practice group.",
            ),
        ),
        ReadyLesson(
            45,
            Bilingual(nl="Nabij en toch op afstand", en="Near, yet at a distance"),
            Bilingual(
                nl="Bespreek situaties met studenten aan de hand van onze afspraken. Maak een plan "
                "voor één les.",
                en="Discuss situations with students by our agreements. Make a plan for one "
                "lesson.",
            ),
        ),
    ),
    source=chapter(7),
)

FOLLOW_UP = ReadyCourse(
    code="vervolgcursus",
    form="follow_up",
    level="user",
    track="education",
    after=("instapcursus",),
    title=Bilingual(
        nl="Vervolgcursus: van proberen naar lesontwerp",
        en="Follow-up course: from trying to lesson design",
    ),
    summary=Bilingual(
        nl="Begin bij het leerdoel en kies daar een activiteit, middel en inhoud bij.",
        en="Begin with the learning goal and choose an activity, medium and content to go with it.",
    ),
    description=Bilingual(
        nl="Je neemt ervaringen uit je eigen lessen mee. Samen verbeter je een les die je de week "
        "erna geeft.",
        en="You bring experiences from your own lessons. Together you improve a lesson that you "
        "give the week after.",
    ),
    goals=Bilingual(
        nl="- Je kiest een middel omdat het past bij je vak en je didactiek.\n- Je begeleidt "
        "studenten bij het beoordelen van bronnen.\n- Je deelt wat werkte met collega’s.",
        en="- You choose a medium because it fits your subject and didactics.\n- You guide "
        "students in judging sources.\n- You share what worked with colleagues.",
    ),
    capacity=12,
    lessons=(
        ReadyLesson(
            120,
            Bilingual(nl="Een les ontwerpen", en="Designing a lesson"),
            Bilingual(
                nl="Werk in tweetallen van leerdoel naar activiteit, middel en inhoud.",
                en="Work in pairs from learning goal to activity, medium and content.",
            ),
        ),
        ReadyLesson(
            90,
            Bilingual(nl="Terugkijken", en="Looking back"),
            Bilingual(
                nl="Vertel hoe je les ging. Schrijf op wat een collega morgen kan gebruiken.",
                en="Tell how your lesson went. Write down what a colleague can use tomorrow.",
            ),
        ),
    ),
    source=chapter(7),
)

TRAIN_THE_TRAINER = ReadyCourse(
    code="train-de-trainer",
    form="train_trainer",
    level="trainer",
    track="everybody",
    after=("instapcursus",),
    title=Bilingual(nl="Train de trainer", en="Train the trainer"),
    summary=Bilingual(
        nl="Een kleine groep leert van een professional en geeft de kennis door aan collega’s.",
        en="A small group learns from a professional and passes it on to colleagues.",
    ),
    description=Bilingual(
        nl="Zo blijft het betaalbaar: wie is opgeleid, geeft zelf de instapcursus. De eerste keer "
        "doe je dat samen met een ervaren trainer.",
        en="This keeps it affordable: who is trained, gives the starter course. The first time you "
        "do so together with an experienced trainer.",
    ),
    goals=Bilingual(
        nl="- Je geeft de instapcursus aan een groep collega’s.\n- Je gaat goed om met twijfel en "
        "weerstand.\n- Je houdt bij wat de training opleverde.",
        en="- You give the starter course to a group of colleagues.\n- You deal well with doubt "
        "and resistance.\n- You keep track of what the training brought.",
    ),
    capacity=8,
    lessons=(
        ReadyLesson(
            180,
            Bilingual(nl="De cursus van de andere kant", en="The course from the other side"),
            Bilingual(
                nl="Volg de instapcursus als trainer: wat gebeurt er, en waarom juist dan?",
                en="Follow the starter course as a trainer: what happens, and why just then?",
            ),
        ),
        ReadyLesson(
            180,
            Bilingual(nl="Oefenen met elkaar", en="Practising with each other"),
            Bilingual(
                nl="Geef een deel van de cursus aan de groep. Je krijgt feedback op uitleg, tempo "
                "en omgaan met vragen.",
                en="Give a part of the course to the group. You get feedback on explanation, pace "
                "and dealing with questions.",
            ),
        ),
    ),
    source=chapter(7),
)

KNOWLEDGE_SESSION = ReadyCourse(
    code="kennissessie",
    form="knowledge",
    level="user",
    track="everybody",
    title=Bilingual(nl="Maandelijkse kennissessie", en="Monthly knowledge session"),
    summary=Bilingual(
        nl="Elke maand een uur ervaringen uitwisselen. Vrijwillig, voor alle medewerkers.",
        en="Each month an hour to exchange experiences. Voluntary, for all staff.",
    ),
    description=Bilingual(
        nl="Eén collega laat zien wat werkt, bijvoorbeeld met een tablet of met video in de les. "
        "Daarna is er tijd voor vragen.",
        en="One colleague shows what works, for instance with a tablet or with video in class. "
        "After that there is time for questions.",
    ),
    goals=Bilingual(
        nl="- Je neemt één idee mee dat je deze maand kunt gebruiken.\n- Je weet wie je verder kan "
        "helpen.",
        en="- You take home one idea that you can use this month.\n- You know who can help you "
        "further.",
    ),
    capacity=25,
    gives_certificate=False,
    lessons=(
        ReadyLesson(
            60,
            Bilingual(nl="Laten zien en vragen", en="Show and ask"),
            Bilingual(
                nl="Twintig minuten laten zien, twintig minuten vragen, twintig minuten zelf "
                "proberen.",
                en="Twenty minutes of showing, twenty of questions, twenty of trying it yourself.",
            ),
        ),
    ),
    source=chapter(7),
)

PARENTS_EVENING = ReadyCourse(
    code="ouderavond",
    form="parents",
    level="starter",
    track="parents",
    title=Bilingual(
        nl="Ouderavond: wat doet mijn kind online?", en="Parents’ evening: my child online"
    ),
    summary=Bilingual(
        nl="Ouders en school praten over sociale media: wat is leuk, wat is lastig, wat helpt?",
        en="Parents and college talk about social media: what is fun, what is hard, what helps?",
    ),
    description=Bilingual(
        nl="Studenten laten zelf zien hoe ze sociale media gebruiken. Daarna gaan ouders in kleine "
        "groepen in gesprek, met een docent erbij.",
        en="Students show how they use social media. Then parents talk in small groups, with a "
        "teacher.",
    ),
    goals=Bilingual(
        nl="- U weet welke afspraken de school heeft.\n- U heeft drie vragen om thuis over te "
        "praten.\n- U weet bij wie u terechtkunt als er iets misgaat.",
        en="- You know the agreements of the college.\n- You have three questions to talk about at "
        "home.\n- You know whom to turn to when something goes wrong.",
    ),
    capacity=60,
    gives_certificate=False,
    lessons=(
        ReadyLesson(
            40,
            Bilingual(nl="Studenten vertellen", en="Students tell"),
            Bilingual(
                nl="Drie studenten laten zien wat ze maken, delen en juist niet delen.",
                en="Three students show what they make, share and do not share.",
            ),
        ),
        ReadyLesson(
            50,
            Bilingual(nl="Gesprek aan tafels", en="Talks at tables"),
            Bilingual(
                nl="Aan elke tafel één situatie. Wat zou u doen, en wat verwacht u van de school?",
                en="One situation at each table. What would you do, and what do you expect of the "
                "college?",
            ),
        ),
    ),
    source=chapter(6),
)

READY_COURSES: tuple[ReadyCourse, ...] = (
    STARTER,
    FOLLOW_UP,
    TRAIN_THE_TRAINER,
    KNOWLEDGE_SESSION,
    PERSONAL_BRANDING,
    PARENTS_EVENING,
)
