"""Twelve lessons "personal branding" for students (publication, chapter 6).

ROC Eindhoven, ROC de Leijgraaf and ROC Nijmegen gave such a series; the texts here are our own.
"""

from __future__ import annotations

from governance.content import Bilingual
from training.content.course_shape import ReadyCourse, ReadyLesson, chapter


def lesson(title: tuple[str, str], text: tuple[str, str]) -> ReadyLesson:
    """A lesson of an hour and a half, Dutch first."""
    return ReadyLesson(90, Bilingual(*title), Bilingual(*text))


LESSONS = (
    lesson(
        ("Wat vindt het internet van jou?", "What does the internet think of you?"),
        (
            "Zoek jezelf op en schrijf op wat een stagebedrijf zou zien. Kies drie dingen die "
            "mogen blijven en één ding dat je aanpast.",
            "Look yourself up and write down what a placement company would see. Choose three "
            "things that may stay and one thing that you change.",
        ),
    ),
    lesson(
        ("Wie ben je als vakmens?", "Who are you as a professional?"),
        (
            "Vraag vijf mensen waar je goed in bent. Maak er een profiel in vijf woorden van en "
            "leg bij elk woord een bewijs: iets wat je echt hebt gedaan.",
            "Ask five people what you are good at. Make a profile of five words, with proof for "
            "each word: something you really did.",
        ),
    ),
    lesson(
        ("Jouw instellingen, jouw keuze", "Your settings, your choice"),
        (
            "Loop je privacyinstellingen na op de apps die je gebruikt. Bepaal per app: wie mag "
            "dit zien, en wat laat ik hier nooit zien?",
            "Go through your privacy settings in the apps you use. Decide for each app: who may "
            "see this, and what will I never show here?",
        ),
    ),
    lesson(
        ("Een profiel dat klopt", "A profile that is right"),
        (
            "Maak een zakelijk profiel met een goede foto, een korte tekst over jezelf en je "
            "opleiding. Een klasgenoot leest mee als werkgever.",
            "Make a business profile with a good photo, a short text about yourself and your "
            "course. A classmate reads along as an employer.",
        ),
    ),
    lesson(
        ("Netwerken: zakelijk kennismaken", "Networking: making business contacts"),
        (
            "Oefen een kennismaking van twee minuten: je stelt jezelf voor, je vraagt door en je "
            "rondt af met een afspraak. Daarna stuur je een bericht dat past.",
            "Practise meeting somebody for two minutes: introduce yourself, ask on, and end with "
            "an appointment. Then send a message that fits.",
        ),
    ),
    lesson(
        ("Jezelf in één minuut: de pitch", "Yourself in one minute: the pitch"),
        (
            "Schrijf en oefen een pitch van een minuut: wie ben je, wat kun je, wat zoek je? De "
            "klas geeft elk één tip en één top.",
            "Write and practise a pitch of one minute: who are you, what can you do, what are you "
            "looking for? Each classmate gives one tip and one compliment.",
        ),
    ),
    lesson(
        ("De videopitch", "The video pitch"),
        (
            "Neem je pitch op met je telefoon: rustig beeld, goed licht, verstaanbaar geluid en "
            "ondertitels. Beslis zelf of je de opname deelt, en met wie.",
            "Record your pitch with your phone: a steady picture, good light, clear sound and "
            "subtitles. Decide yourself whether you share it, and with whom.",
        ),
    ),
    lesson(
        ("Presenteren zonder zweethanden", "Presenting without sweaty hands"),
        (
            "Bouw een presentatie van vijf minuten met één boodschap en drie beelden. Let op "
            "beeldrecht: van wie is de foto en mag je die gebruiken?",
            "Build a presentation of five minutes with one message and three pictures. Mind the "
            "rights: whose photo is it, and may you use it?",
        ),
    ),
    lesson(
        ("Je eigen site: de bouw", "Your own site: building it"),
        (
            "Maak een eenvoudige site met drie pagina’s: over mij, mijn werk, contact. Controleer "
            "hem op een telefoon.",
            "Make a simple site with three pages: about me, my work, contact. Check it on a phone.",
        ),
    ),
    lesson(
        ("Je eigen site: je werk laten zien", "Your own site: showing your work"),
        (
            "Kies drie opdrachten voor je portfolio. Schrijf bij elke opdracht wat de vraag was, "
            "wat je deed en wat je een volgende keer anders doet.",
            "Choose three pieces of work for your portfolio. Write with each what was asked, what "
            "you did and what you would do differently next time.",
        ),
    ),
    lesson(
        ("Als het misgaat", "When things go wrong"),
        (
            "Bespreek drie echte gevallen: een oude foto, een ruzie in een groep, een nepaccount. "
            "Wie help je, wat leg je vast en bij wie meld je het op school?",
            "Discuss three real cases: an old photo, a quarrel in a group, a fake account. Whom do "
            "you help, what do you record and to whom at school do you report it?",
        ),
    ),
    lesson(
        ("De kennismarkt", "The fair"),
        (
            "Bedrijven uit de buurt komen kijken. Je houdt je pitch, laat je site zien en vraagt "
            "om een eerlijk oordeel. Sluit af met je plan voor het komende jaar.",
            "Companies from the region come to look. You give your pitch, show your site and ask "
            "for an honest opinion. End with your plan for the coming year.",
        ),
    ),
)

PERSONAL_BRANDING = ReadyCourse(
    code="personal-branding",
    form="lessons",
    level="starter",
    track="students",
    title=Bilingual(
        nl="Mediawijs: personal branding in twaalf lessen",
        en="Media-wise: personal branding in twelve lessons",
    ),
    summary=Bilingual(
        nl="Studenten maken een profiel, een pitch en een eigen site, en weten wat ze delen.",
        en="Students make a profile, a pitch and a site of their own, and know what they share.",
    ),
    description=Bilingual(
        nl="Een lessenreeks voor loopbaan en burgerschap. Elke les eindigt met iets dat de student "
        "bewaart. Wie zelf media maakt, ziet beter hoe media werken.",
        en="A series of lessons for career and citizenship. Each lesson ends with something the "
        "student keeps. Who makes media, sees better how media work.",
    ),
    goals=Bilingual(
        nl="- Je bepaalt zelf wat anderen online van je zien.\n- Je stelt jezelf kort en goed "
        "voor.\n- Je laat je werk zien op een eigen site.",
        en="- You decide what others see of you online.\n- You introduce yourself briefly and "
        "well.\n- You show your work on a site of your own.",
    ),
    capacity=28,
    lessons=LESSONS,
    gives_certificate=False,
    source=chapter(6),
)
