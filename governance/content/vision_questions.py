"""Questions to talk about before writing a vision, for each of the three domains (chapter 3)."""

from __future__ import annotations

from governance.content import Bilingual

VISION_QUESTIONS: dict[str, tuple[Bilingual, ...]] = {
    "communication": (
        Bilingual(
            nl="Wie willen we bereiken, en waar zijn die mensen nu al?",
            en="Whom do we want to reach, and where are those people already?",
        ),
        Bilingual(
            nl="Wat moeten zij over drie jaar van ons vinden, en wat vinden ze nu?",
            en="What should they think of us in three years, and what do they think now?",
        ),
        Bilingual(
            nl="Welke vragen krijgen we, en wie geeft binnen welke tijd antwoord?",
            en="Which questions do we get, and who answers within what time?",
        ),
        Bilingual(
            nl="Wie mag namens het college iets zeggen: een afdeling of iedereen?",
            en="Who may speak for the college: one department or everybody?",
        ),
    ),
    "learning": (
        Bilingual(
            nl="Wat leren studenten beter of liever als ze het samen en online doen?",
            en="What do students learn better, or more gladly, together and online?",
        ),
        Bilingual(
            nl="Hoe volgen en begeleiden we hen op momenten dat ze niet op school zijn?",
            en="How do we follow and guide them when they are not at school?",
        ),
        Bilingual(
            nl="Wat moeten zij over sociale media weten als ze hun beroep ingaan?",
            en="What should they know about social media when they start in their profession?",
        ),
        Bilingual(
            nl="Wat hebben docenten nodig om dit te kunnen en te durven?",
            en="What do teachers need to be able and to dare to do this?",
        ),
    ),
    "keeping_up": (
        Bilingual(
            nl="Hoe houden docenten nu hun vak bij, en wat missen ze daarbij?",
            en="How do teachers keep up with their field now, and what do they miss?",
        ),
        Bilingual(
            nl="Wie weet iets waar een ander team morgen iets aan heeft?",
            en="Who knows something that another team could use tomorrow?",
        ),
        Bilingual(
            nl="Welke netwerken in het beroep zijn de moeite waard, en wie van ons is daar al?",
            en="Which networks in the profession are worth it, and who of us is there already?",
        ),
        Bilingual(
            nl="Hoeveel tijd mag het kosten, en waaraan zien we dat het iets oplevert?",
            en="How much time may it take, and by what do we see that it pays?",
        ),
    ),
}
