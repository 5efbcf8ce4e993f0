"""The agreements on nearness and distance between teachers and students online."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.papers.document import Paper, Section

NEARNESS = Paper(
    code="nearness",
    kind="nearness",
    title="Afspraken over nabijheid en afstand",
    button="Zo doe ik het",
    about=Bilingual(
        nl=(
            "Hoe docenten en studenten online met elkaar omgaan: dichtbij genoeg om te helpen, op "
            "afstand genoeg om eerlijk te blijven. Bespreek ze aan het begin van het jaar met je "
            "team en je klas."
        ),
        en=(
            "How teachers and students deal with each other online: near enough to help, at "
            "enough distance to stay fair. Discuss them with your team and your class at the "
            "start of the year."
        ),
    ),
    sections=(
        Section(
            title="Waar het om gaat",
            what="""
            Online contact met studenten is goed. Je ziet wat hen bezighoudt en ze durven eerder
            een vraag te stellen. Tegelijk blijf je degene die beoordeelt en begeleidt. Gebruik je
            verstand en blijf professional, ook na vieren.

            De afspraken gelden voor iedereen die studenten lesgeeft, begeleidt of beoordeelt, ook
            in de beroepspraktijkvorming.
            """,
            why=(
                "Je bent menselijker als studenten je een beetje kennen. Wie te dichtbij komt, "
                "kan niet meer vrij oordelen."
            ),
        ),
        Section(
            title="Werk en privé gescheiden",
            what="""
            Kies een van twee manieren:

            - **Twee accounts.** Een werkaccount met je naam en je vak, waar studenten je mogen
              volgen, en een privéaccount dat op slot staat.
            - **Eén account met lijsten.** Studenten en vrienden in aparte lijsten, zodat je
              vakantiefoto’s niet in de klas rondgaan.

            Controleer twee keer per jaar wat een buitenstaander van je ziet. Ook studenten stellen
            hun privacy in; neem er een les voor.
            """,
            why=(
                "Je hebt recht op een privéleven dat niet door de klas wordt bekeken. Je student "
                "heeft dat ook."
            ),
        ),
        Section(
            title="Volgen en vriend worden",
            what="""
            - Volgen op een openbaar of zakelijk netwerk mag, in beide richtingen.
            - Op een privéaccount nodig je zelf geen studenten uit.
            - Vraagt een student het aan jou, verwijs dan vriendelijk naar je werkaccount.
            - Doe het voor alle studenten gelijk: iedereen of niemand.
            - Na het diploma beslis je samen opnieuw.
            """,
            why=(
                "Een verzoek van een docent is voor een student lastig te weigeren. Gelijke "
                "regels voorkomen het idee van lievelingetjes."
            ),
        ),
        Section(
            title="Privéberichten",
            what="""
            Beantwoord een vraag over school gerust in een privébericht, kort en zakelijk. Schrijf
            niets wat je niet aan een collega of de ouders zou laten lezen. Begin zelf geen
            privégesprek over iets anders dan school.

            Wordt het persoonlijk of zorgelijk, verplaats het gesprek dan naar school en betrek de
            mentor of het zorgteam. Beloof nooit dat je alles geheimhoudt. Gebruik geen berichten
            die zichzelf wissen.
            """,
            why=(
                "Een chat voelt intiem en leest later anders dan hij bedoeld was. Een zorg hoort "
                "niet op de schouders van één docent."
            ),
        ),
        Section(
            title="Appgroepen",
            what="""
            - Voor mededelingen gebruiken we het systeem van het college. Niemand mist iets door
              niet in een appgroep te zitten.
            - Een appgroep voor een klas of stage mag, als alle studenten het goedvinden. Denk aan
              hun telefoonnummer: dat wordt zichtbaar.
            - Zit je als docent in de groep, dan ben je er met je werkaccount of werktelefoon.
            - Spreek in de eerste week af waarvoor de groep is, en wie mensen toevoegt en
              verwijdert.
            - Stuur geen cijfers, verzuim of andere gegevens van studenten in de groep.
            - De groep stopt aan het eind van het schooljaar.
            """,
            why=(
                "Pesten begint vaak in een groep waar niemand de baas is. Met een paar afspraken "
                "vooraf weet iedereen waarop je elkaar kunt aanspreken."
            ),
        ),
        Section(
            title="Tijden",
            what="""
            Op schooldagen beantwoord je berichten tussen [8.00 en 17.30 uur]. Daarbuiten hoef je
            niets. Zet meldingen uit en zeg tegen studenten wanneer ze antwoord kunnen verwachten.
            Een student hoeft ’s avonds en in het weekend ook niet te reageren.

            Tijdens een excursie, een reis of een stage kan een ander tijdstip gelden. Spreek dat
            vooraf af. Voor noodgevallen is er [telefoonnummer].
            """,
            why=(
                "Altijd bereikbaar zijn houdt niemand vol. Een bericht om middernacht vraagt iets "
                "van een student, ook als je dat niet bedoelt."
            ),
        ),
        Section(
            title="Beeld en humor",
            what="""
            Plaats geen foto’s van studenten op je eigen account. Tag ze niet en laat je niet
            taggen op een feest. Grappen over uiterlijk, relaties, geloof of afkomst maak je niet,
            ook niet als de groep ze zelf maakt. Hartjes en kusjes laat je weg.
            """,
            why=(
                "Wat voor jou een knipoog is, kan voor een ander een signaal zijn. Via tags weet "
                "iedereen waar je was en met wie."
            ),
        ),
        Section(
            title="Als een grens vervaagt",
            what="""
            Merk je dat een student te veel van je verwacht, of dat jij naar berichten uitkijkt?
            Vertel het aan je teamleider of [vertrouwenspersoon]. Doe dat vroeg, dan is het een
            klein gesprek. Gebeurt het bij een collega, spreek die dan aan of meld het.

            Flirten, seksueel getint contact en heimelijk afspreken met een student zijn nooit
            toegestaan, ook niet als de student 18 is of zelf begon.
            """,
            why=(
                "Grenzen verschuiven langzaam en dat ziet een ander vaak eerder. De "
                "verantwoordelijkheid ligt altijd bij de volwassene met de functie."
            ),
        ),
        Section(
            title="Voor studenten",
            what="""
            Deze kant is voor jou als student:

            - Je mag een docent altijd iets vragen, je hoeft er geen vriend voor te zijn.
            - Je hoeft geen verzoek of groep te accepteren. Dat heeft geen gevolgen voor je
              cijfers.
            - Film of fotografeer een docent niet zonder het te vragen.
            - Krijg je een bericht waar je je niet prettig bij voelt? Bewaar het en ga naar je
              mentor of [vertrouwenspersoon].
            """,
            why=(
                "Afspraken werken alleen als beide kanten ze kennen. Je mag een docent er ook aan "
                "houden."
            ),
        ),
        Section(
            title="Samen bespreken",
            what="""
            Elk team bespreekt deze afspraken bij de start van het schooljaar, elke klas in de
            eerste maand. Neem een voorbeeld uit je eigen praktijk. Na twaalf maanden kijken we of
            ze nog passen bij hoe studenten en docenten elkaar online treffen.
            """,
            why=(
                "Een afspraak waar je over hebt gepraat, onthoud je. Nieuwe platforms brengen "
                "nieuwe vragen."
            ),
            settings=(("review.months", 12),),
        ),
    ),
)
