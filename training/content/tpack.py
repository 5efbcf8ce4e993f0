"""A self-assessment after TPACK (publication, chapter 7): 28 statements of our own, seven blocks.

TPACK says that good teaching with technology asks three kinds of knowledge and their overlaps. The
statements are written for this product and about social media in vocational education; they are
not a translation of an existing list and are not validated. Research on such lists warns against
judging by them, so they only start a talk. A code never gets another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual
from training.models import Course, Level

PER_PAGE = 7


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of knowledge; hidden while somebody answers.

    `forms` and `levels` say which courses of the catalogue could fit.
    """

    code: str
    name: Bilingual
    meaning: Bilingual
    talk: Bilingual
    forms: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    code: str
    block: str
    text: Bilingual


SCALE = (
    (1, Bilingual(nl="past niet bij mij", en="does not fit me")),
    (2, Bilingual(nl="past een beetje", en="fits a little")),
    (3, Bilingual(nl="past redelijk", en="fits fairly well")),
    (4, Bilingual(nl="past goed", en="fits well")),
    (5, Bilingual(nl="past helemaal", en="fits completely")),
)

_COURSE = (Course.Form.COURSE, Course.Form.FOLLOW_UP)
_TALKING = (Course.Form.KNOWLEDGE_SESSION, Course.Form.FOLLOW_UP)

BLOCKS = (
    Block(
        "tk",
        Bilingual(nl="Techniek", en="Technology"),
        Bilingual(
            nl="Wat je weet van sociale media zelf: accounts, instellingen, mogelijkheden.",
            en="What you know of social media themselves: accounts, settings, possibilities.",
        ),
        Bilingual(
            nl="Welke app zou je eens rustig willen uitproberen, zonder studenten erbij?",
            en="Which app would you like to try at leisure, without students around?",
        ),
        _COURSE,
        (Level.STARTER, Level.USER),
    ),
    Block(
        "ck",
        Bilingual(nl="Vak", en="Field"),
        Bilingual(
            nl="Wat je weet van je eigen vak en de beroepspraktijk.",
            en="What you know of your own field and of the work in practice.",
        ),
        Bilingual(
            nl="Wie in jouw vakgebied volg je om bij te blijven, of zou je willen volgen?",
            en="Whom in your field do you follow to keep up, or would you like to follow?",
        ),
        (Course.Form.KNOWLEDGE_SESSION,),
        (),
    ),
    Block(
        "pk",
        Bilingual(nl="Didactiek", en="Teaching"),
        Bilingual(
            nl="Wat je weet van leren en lesgeven, los van het vak.",
            en="What you know of learning and teaching, whatever the field.",
        ),
        Bilingual(
            nl="Welke les van de laatste weken liep goed, en waardoor kwam dat?",
            en="Which lesson of the last weeks went well, and what made it so?",
        ),
        _TALKING,
        (),
    ),
    Block(
        "pck",
        Bilingual(nl="Vakdidactiek", en="Teaching the field"),
        Bilingual(
            nl="Hoe je jouw vak zo uitlegt en oefent dat studenten het leren.",
            en="How you explain and practise your field so that students learn it.",
        ),
        Bilingual(
            nl="Wat vinden studenten in jouw vak het lastigst, en wat doe jij daar dan mee?",
            en="What do students find hardest in your field, and what do you do about it?",
        ),
        _TALKING,
        (),
    ),
    Block(
        "tck",
        Bilingual(nl="Techniek in het vak", en="Technology in the field"),
        Bilingual(
            nl="Hoe sociale media in jouw beroep worden gebruikt.",
            en="How social media are used in your occupation.",
        ),
        Bilingual(
            nl="Hoe gebruikt een bedrijf in jouw vak sociale media? Laat je dat studenten zien?",
            en="How does a company in your field use social media? Do you show that to students?",
        ),
        (Course.Form.KNOWLEDGE_SESSION, *_COURSE),
        (Level.USER,),
    ),
    Block(
        "tpk",
        Bilingual(nl="Lesgeven met techniek", en="Teaching with technology"),
        Bilingual(
            nl="Hoe je sociale media zo inzet dat studenten ervan leren en veilig zijn.",
            en="How you use social media so that students learn from it and are safe.",
        ),
        Bilingual(
            nl="Welke activiteit doe je nu zonder medium die er met een medium beter van wordt?",
            en="Which activity that you do without a medium now would gain from one?",
        ),
        _COURSE,
        (Level.USER, Level.MAKER),
    ),
    Block(
        "tpack",
        Bilingual(nl="Alles samen", en="All together"),
        Bilingual(
            nl="Hoe doel, activiteit, medium en inhoud in jouw lessen bij elkaar komen.",
            en="How goal, activity, medium and content come together in your lessons.",
        ),
        Bilingual(
            nl="Kun je samen één les plannen waarin doel, activiteit en medium bij elkaar passen?",
            en="Can you plan one lesson together in which goal, activity and medium fit?",
        ),
        _COURSE,
        (Level.MAKER, Level.USER),
    ),
)


def _four(block: str, *texts: tuple[str, str]) -> tuple[Item, ...]:
    return tuple(
        Item(f"{block}-{number}", block, Bilingual(nl=nl, en=en))
        for number, (nl, en) in enumerate(texts, start=1)
    )


ITEMS = (
    *_four(
        "tk",
        (
            "Ik stel van een account in wie mijn berichten ziet.",
            "I set who can see the messages of an account.",
        ),
        (
            "Een app die ik nog niet ken, krijg ik zonder hulp aan de praat.",
            "I get an app that is new to me going without help.",
        ),
        (
            "Ik kan een kort filmpje maken, inkorten en online zetten.",
            "I can make a short film, cut it and put it online.",
        ),
        (
            "Als iets online niet werkt, vind ik meestal zelf de oorzaak.",
            "When something online does not work, I mostly find the cause myself.",
        ),
    ),
    *_four(
        "ck",
        (
            "Ik kan in mijn vak ook lastige vragen van studenten beantwoorden.",
            "I can answer students’ hard questions in my field too.",
        ),
        (
            "Ik weet wat er op dit moment verandert in het werk waarvoor ik opleid.",
            "I know what is changing at present in the work that I train people for.",
        ),
        (
            "Ik kan laten zien hoe een ervaren vakmens een probleem aanpakt.",
            "I can show how an experienced professional goes about a problem.",
        ),
        (
            "Ik zie snel of informatie over mijn vak klopt.",
            "I quickly see whether information about my field is right.",
        ),
    ),
    *_four(
        "pk",
        (
            "Ik merk tijdens de les wie afhaakt en doe daar iets mee.",
            "I notice during a lesson who drops out and do something about it.",
        ),
        (
            "Ik wissel van werkvorm als een groep dat nodig heeft.",
            "I change the way of working when a group needs it.",
        ),
        (
            "Ik geef feedback waarmee een student meteen verder kan.",
            "I give feedback that lets a student go on at once.",
        ),
        (
            "Ik kan studenten goed laten samenwerken, ook als ze elkaar niet kennen.",
            "I can get students to work together well, also when they do not know each other.",
        ),
    ),
    *_four(
        "pck",
        (
            "Ik weet welke fouten beginners in mijn vak vaak maken.",
            "I know which mistakes beginners in my field often make.",
        ),
        (
            "Ik heb bij lastige onderwerpen meer dan één manier om ze uit te leggen.",
            "For hard subjects I have more than one way to explain them.",
        ),
        (
            "Ik bedenk opdrachten die lijken op het echte werk.",
            "I think up tasks that are like the real work.",
        ),
        (
            "Ik kan stof van mijn vak kleiner maken zonder dat die onjuist wordt.",
            "I can make matters of my field smaller without making them wrong.",
        ),
    ),
    *_four(
        "tck",
        (
            "Ik weet hoe bedrijven in mijn vak sociale media gebruiken.",
            "I know how companies in my field use social media.",
        ),
        (
            "Ik volg online vakgenoten of groepen van mijn vak.",
            "I follow colleagues or groups of my field online.",
        ),
        (
            "Ik kan voorbeelden uit mijn vak vinden die mensen online delen.",
            "I can find examples from my field that people share online.",
        ),
        (
            "Ik weet welke regels in mijn vak gelden voor wat je online deelt.",
            "I know which rules my field has for what one shares online.",
        ),
    ),
    *_four(
        "tpk",
        (
            "Ik bedenk eerst wat studenten leren en pas dan welk middel daarbij past.",
            "I first think what students learn and only then which medium fits.",
        ),
        (
            "Ik spreek met studenten af hoe we online met elkaar omgaan.",
            "I agree with students how we behave towards each other online.",
        ),
        (
            "Ik heb een andere weg klaar voor wie een app niet wil of kan gebruiken.",
            "I have another way ready for who does not want to or cannot use an app.",
        ),
        (
            "Ik kan een gesprek online op gang brengen waar ook stille studenten aan meedoen.",
            "I can start a talk online in which quiet students take part as well.",
        ),
    ),
    *_four(
        "tpack",
        (
            "Ik kan een les maken waarin mijn vak, de werkvorm en een medium elkaar versterken.",
            "I can make a lesson in which field, way of working and medium help each other.",
        ),
        (
            "Ik laat een medium weg als het in mijn vak niets aan het leren toevoegt.",
            "I leave a medium out when it adds nothing to learning in my field.",
        ),
        (
            "Ik laat studenten met sociale media iets maken dat past bij hun latere werk.",
            "I let students make something with social media that fits their later work.",
        ),
        (
            "Ik kan een collega van mijn vak helpen zo’n les te bedenken.",
            "I can help a colleague of my field to think up such a lesson.",
        ),
    ),
)


def _mixed() -> tuple[Item, ...]:
    """Each page holds one statement of each block, in an order that shifts: always the same."""
    by_block = {block.code: [one for one in ITEMS if one.block == block.code] for block in BLOCKS}
    codes = ["tpk", "ck", "tk", "tpack", "pk", "tck", "pck"]
    mixed = []
    for place in range(4):
        turned = codes[place * 2 :] + codes[: place * 2]
        mixed += [by_block[code][place] for code in turned]
    return tuple(mixed)


IN_ORDER = _mixed()
PAGES = len(IN_ORDER) // PER_PAGE


def on_page(number: int) -> tuple[Item, ...]:
    """The statements of a page, counted from 1."""
    return IN_ORDER[(number - 1) * PER_PAGE : number * PER_PAGE]
