"""The questions about privacy that belong to a learning activity with social media."""

from __future__ import annotations

from dataclasses import dataclass

from governance.content import Bilingual


@dataclass(frozen=True, slots=True)
class PrivacyQuestion:
    """A question of which yes is the safe answer, and what to do when it is no."""

    code: str
    text: Bilingual
    advice: Bilingual


PRIVACY_QUESTIONS = (
    PrivacyQuestion(
        "other_way",
        Bilingual(
            nl="Kan een student ook meedoen zonder eigen account?",
            en="Can a student take part without an account of their own?",
        ),
        Bilingual(
            nl="Bedenk een andere weg, bijvoorbeeld samen met één account of op papier.",
            en="Think of another way, for instance together with one account or on paper.",
        ),
    ),
    PrivacyQuestion(
        "who_reads",
        Bilingual(
            nl="Weten studenten wie kan zien wat ze maken?",
            en="Do students know who can see what they make?",
        ),
        Bilingual(
            nl="Vertel het voordat je begint en kijk samen naar de instelling.",
            en="Tell them before you start and look at the setting together.",
        ),
    ),
    PrivacyQuestion(
        "no_persons",
        Bilingual(
            nl="Blijven namen, gezichten en cijfers van studenten eruit?",
            en="Do names, faces and marks of students stay out of it?",
        ),
        Bilingual(
            nl="Vraag toestemming aan wie herkenbaar is, of laat het weg.",
            en="Ask who can be recognised for permission, or leave it out.",
        ),
    ),
    PrivacyQuestion(
        "goes_away",
        Bilingual(
            nl="Spreek je af wanneer het weer weggaat?",
            en="Do you agree when it is taken away again?",
        ),
        Bilingual(
            nl="Kies een datum, bijvoorbeeld het einde van het blok.",
            en="Choose a date, for instance the end of the term.",
        ),
    ),
    PrivacyQuestion(
        "talked_through",
        Bilingual(
            nl="Is dit medium op school besproken?",
            en="Was this medium talked through at the college?",
        ),
        Bilingual(
            nl="Bespreek het met een collega aan de hand van de gesprekskaart.",
            en="Talk it through with a colleague by means of the conversation card.",
        ),
    ),
)
