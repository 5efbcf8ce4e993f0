"""The plan of ten: ten tips for a college that wants to do more with social media.

After the ten tips of Joris van Meel in “Sociale media in het mbo. Hoe? Zo!” (Kennisnet, 2012,
CC BY 3.0), chapter 6. The order is his; titles, explanations and questions are our own.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual

SOURCE = Bilingual(
    nl="Naar de tien tips van Joris van Meel in ‘Sociale media in het mbo. Hoe? Zo!’ (Kennisnet, "
    "2012, CC BY 3.0), in onze eigen woorden.",
    en="After the ten tips of Joris van Meel in ‘Sociale media in het mbo. Hoe? Zo!’ (Kennisnet, "
    "2012, CC BY 3.0), in our own words.",
)


@dataclass(frozen=True, slots=True)
class Tip:
    """One tip, with the question that a college asks itself about it."""

    number: int
    title: Bilingual
    explanation: Bilingual
    question: Bilingual


TIPS: tuple[Tip, ...] = (
    Tip(
        number=1,
        title=Bilingual(
            nl="Begin bij het bestuur",
            en="Begin with the board",
        ),
        explanation=Bilingual(
            nl="Sociale media veranderen hoe mensen op school werken, en dat lukt alleen als het "
            "bestuur het wil. Vraag om een besluit, om uren en om een bestuurder die erover "
            "vertelt. Zonder die steun blijft een plan op papier staan.",
            en="Social media change how people at a college work, and that succeeds only if the "
            "board wants it. Ask for a decision, for hours and for a board member who speaks "
            "about it. Without that support a plan stays on paper.",
        ),
        question=Bilingual(
            nl="Wie in het bestuur vertelt over een jaar trots over dit plan?",
            en="Who on the board will proudly tell about this plan a year from now?",
        ),
    ),
    Tip(
        number=2,
        title=Bilingual(
            nl="Kies waarvoor je het doet",
            en="Choose what you do it for",
        ),
        explanation=Bilingual(
            nl="Schrijf op wat je wilt bereiken, en houd communicatie en onderwijs daarbij uit "
            "elkaar. Een nieuwe student werven vraagt iets anders dan een student iets leren. Zeg "
            "er ook bij wat docenten van de school mogen verwachten, en de school van hen.",
            en="Write down what you want to achieve, and keep communication and education apart. "
            "Attracting a new student asks for something else than teaching one. Also say what "
            "teachers may expect of the college, and the college of them.",
        ),
        question=Bilingual(
            nl="Welk doel zou je het eerst missen als we morgen met sociale media stopten?",
            en="Which aim would you miss first if we stopped using social media tomorrow?",
        ),
    ),
    Tip(
        number=3,
        title=Bilingual(
            nl="Breng de voorlopers bij elkaar",
            en="Bring the front runners together",
        ),
        explanation=Bilingual(
            nl="Elke school heeft mensen die al langer vooroplopen. Geef hun tijd en ruimte om te "
            "proberen, samen met studenten en met ouders die er werk van maken. Laat anderen "
            "meekijken, want een goed voorbeeld werkt beter dan een opdracht.",
            en="Every college has people who have been ahead for some time. Give them time and "
            "room to experiment, together with students and with parents who work in this field. "
            "Let others watch, because a good example works better than an order.",
        ),
        question=Bilingual(
            nl="Welke drie collega’s en welke twee studenten vragen we deze week?",
            en="Which three colleagues and which two students do we ask this week?",
        ),
    ),
    Tip(
        number=4,
        title=Bilingual(
            nl="Bedenk welke regels je echt nodig hebt",
            en="Decide which rules you really need",
        ),
        explanation=Bilingual(
            nl="Een protocol kan een gesprek op gang brengen en geeft houvast als het misgaat. "
            "Soms staat wat je nodig hebt al in de huisregels. Kijk dus eerst wat er is, en "
            "schrijf alleen op wat daar ontbreekt.",
            en="A protocol can start a conversation and gives something to hold on to when things "
            "go wrong. Sometimes what you need already stands in the house rules. So look first "
            "at what there is, and write down only what is missing there.",
        ),
        question=Bilingual(
            nl="Welke situatie van het afgelopen jaar konden we met onze huisregels niet oplossen?",
            en="Which situation of the past year could we not solve with our house rules?",
        ),
    ),
    Tip(
        number=5,
        title=Bilingual(
            nl="Luister, en laat dat merken",
            en="Listen, and let it show",
        ),
        explanation=Bilingual(
            nl="Kijk een paar keer per dag wat er over de school wordt gezegd, en laat dat doen "
            "door iemand die de ongeschreven regels kent. Doe iets met wat je hoort. Een gesprek "
            "aan tafel helpt vaak verder dan een antwoord online.",
            en="Look a few times a day at what is said about the college, and let somebody do it "
            "who knows the unwritten rules. Do something with what you hear. A talk at a table "
            "often helps more than an answer online.",
        ),
        question=Bilingual(
            nl="Wat hebben we deze maand veranderd door iets wat we online hoorden?",
            en="What did we change this month because of something we heard online?",
        ),
    ),
    Tip(
        number=6,
        title=Bilingual(
            nl="Vertel je eigen verhaal",
            en="Tell your own story",
        ),
        explanation=Bilingual(
            nl="Wie zelf vertelt, laat zien waar de school voor staat. Studenten en docenten "
            "vertellen dat het best, in hun eigen woorden. Wie vertelt, krijgt ook reacties: houd "
            "daar tijd voor vrij.",
            en="Whoever tells their own story shows what the college stands for. Students and "
            "teachers tell it best, in their own words. Whoever tells also gets reactions: keep "
            "time free for those.",
        ),
        question=Bilingual(
            nl="Welk verhaal van onze school kan alleen iemand van binnen vertellen?",
            en="Which story of our college can only somebody inside tell?",
        ),
    ),
    Tip(
        number=7,
        title=Bilingual(
            nl="Spreek af wie wat doet",
            en="Agree who does what",
        ),
        explanation=Bilingual(
            nl="Er zijn vier soorten werk: vertellen, luisteren, antwoorden en zorgen dat er iets "
            "gebeurt. Zet bij elk een naam, en een tweede naam voor vakantie en ziekte. Zo krijgt "
            "niemand twee antwoorden, en blijft geen vraag liggen.",
            en="There are four kinds of work: telling, listening, answering and seeing to it that "
            "something happens. Put a name to each, and a second name for holidays and illness. "
            "Then nobody gets two answers, and no question is left lying.",
        ),
        question=Bilingual(
            nl="Wie antwoordt er vanavond, en wie doet het als die persoon ziek is?",
            en="Who answers tonight, and who does it if that person is ill?",
        ),
    ),
    Tip(
        number=8,
        title=Bilingual(
            nl="Help studenten vooruit",
            en="Help students along",
        ),
        explanation=Bilingual(
            nl="Handig zijn met een telefoon is iets anders dan weten wie er meekijkt en hoelang "
            "iets te vinden blijft. Laat studenten dat leren door te doen, in een project met een "
            "echte opdracht. Gaat er iets mis, praat er dan over, zodat het een volgende keer "
            "beter gaat.",
            en="Being handy with a phone is something else than knowing who is watching and how "
            "long things can be found. Let students learn that by doing, in a project with a real "
            "assignment. If something goes wrong, talk about it, so that it goes better next time.",
        ),
        question=Bilingual(
            nl="Waar kunnen onze studenten veilig een fout maken?",
            en="Where can our students make a mistake in safety?",
        ),
    ),
    Tip(
        number=9,
        title=Bilingual(
            nl="Neem ouders mee",
            en="Take parents along",
        ),
        explanation=Bilingual(
            nl="Ook ouders van mbo-studenten willen weten wat er online speelt. Een avond met "
            "voorbeelden, gegeven door studenten, doet meer dan een brief. Vertel ook wat de "
            "school wel en niet met ouders deelt als een student achttien is.",
            en="Parents of mbo students, too, want to know what goes on online. An evening with "
            "examples, given by students, does more than a letter. Also tell what the college "
            "does and does not share with parents once a student is eighteen.",
        ),
        question=Bilingual(
            nl="Wat weten ouders nu van onze afspraken, en van wie hoorden zij dat?",
            en="What do parents know of our agreements now, and who told them?",
        ),
    ),
    Tip(
        number=10,
        title=Bilingual(
            nl="Vraag hulp",
            en="Ask for help",
        ),
        explanation=Bilingual(
            nl="Niemand hoeft dit alleen uit te vinden. Een andere school, een leerbedrijf of een "
            "student weet vaak al hoe het moet. Lukt het met de mensen in huis niet, neem dan "
            "iemand van buiten die je op weg helpt.",
            en="Nobody has to find this out alone. Another college, a placement company or a "
            "student often knows how already. If the people in the house cannot manage, bring in "
            "somebody from outside who gets you going.",
        ),
        question=Bilingual(
            nl="Welke vraag hebben we al maanden, en wie kan die in een uur beantwoorden?",
            en="Which question have we had for months, and who could answer it in an hour?",
        ),
    ),
)
