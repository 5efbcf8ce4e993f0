"""The workshop itself: scenes to begin with, and five steps from a scene to a top five.

After the Visieversneller, as told in “Sociale media in het mbo” (Kennisnet, 2012, CC BY 3.0),
chapter 3; scenes, steps and scripts are our own.
"""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.statements.shape import Scene, Step

STEPS: tuple[Step, ...] = (
    Step(
        code="scene",
        minutes=10,
        title=Bilingual(
            nl="De situatie",
            en="The scene",
        ),
        explanation=Bilingual(
            nl="We luisteren naar een korte situatie die morgen bij ons kan gebeuren. Bedenk voor "
            "jezelf wat jij zou doen, en houd dat nog even bij je.",
            en="We listen to a short scene that could happen here tomorrow. Decide for yourself "
            "what you would do, and keep it to yourself for now.",
        ),
        script=Bilingual(
            nl="Heet iedereen welkom en laat de telefoons de code op het scherm scannen. Vertel "
            "dat de antwoorden anoniem zijn en dat er vandaag geen foute mening bestaat. Lees één "
            "situatie rustig voor en laat daarna een minuut stilte. Vraag drie mensen wat zij als "
            "eerste zouden doen, en ga nog niet in op wie er gelijk heeft.",
            en="Welcome everybody and have the phones scan the code on the screen. Say that "
            "answers are anonymous and that no opinion is wrong today. Read one scene aloud "
            "calmly and then leave a minute of silence. Ask three people what they would do "
            "first, and do not discuss yet who is right.",
        ),
    ),
    Step(
        code="vote",
        minutes=15,
        title=Bilingual(
            nl="Stil stemmen",
            en="Silent vote",
        ),
        explanation=Bilingual(
            nl="Je ziet steeds één stelling en geeft op je telefoon aan hoe sterk je het ermee "
            "eens bent. We praten nog niet, zodat ieders eerste mening telt.",
            en="You see one statement at a time and tell on your phone how strongly you agree. We "
            "do not talk yet, so that everybody’s first opinion counts.",
        ),
        script=Bilingual(
            nl="Kies vooraf negen tot twaalf stellingen, verdeeld over de drie onderwerpen. Toon "
            "elke stelling ongeveer een minuut en lees die één keer voor. Vraag om stilte, want "
            "wie hardop twijfelt, stuurt een ander. Wacht met de uitslag tot de laatste stelling "
            "is geweest.",
            en="Choose nine to twelve statements beforehand, spread over the three subjects. Show "
            "each statement for about a minute and read it aloud once. Ask for silence, because "
            "doubting aloud steers somebody else. Keep the results back until the last statement "
            "has passed.",
        ),
    ),
    Step(
        code="discuss",
        minutes=30,
        title=Bilingual(
            nl="Het gesprek",
            en="The discussion",
        ),
        explanation=Bilingual(
            nl="We bekijken de stellingen waarover we het meest verschillen. Je hoeft niemand te "
            "overtuigen: probeer te begrijpen waarom een ander anders koos.",
            en="We look at the statements on which we differ most. You need not convince anybody: "
            "try to understand why others chose differently.",
        ),
        script=Bilingual(
            nl="Toon de vier stellingen met de grootste verschillen en neem er ongeveer zeven "
            "minuten per stuk voor. Vraag eerst iemand die het eens is en dan iemand die het "
            "oneens is om een voorbeeld uit het eigen werk. Geef studenten en stille deelnemers "
            "als eersten het woord. Schrijf op wat er nodig zou zijn om het eens te worden. Rond "
            "elke stelling af met één zin die iedereen herkent.",
            en="Show the four statements with the widest differences and take about seven minutes "
            "for each. First ask somebody who agrees and then somebody who disagrees for an "
            "example from their own work. Let students and quiet participants speak first. Write "
            "down what would be needed to agree. Close each statement with one sentence that "
            "everybody recognises.",
        ),
    ),
    Step(
        code="prioritise",
        minutes=15,
        title=Bilingual(
            nl="Doelen kiezen",
            en="Choosing goals",
        ),
        explanation=Bilingual(
            nl="Van wat we hebben gehoord, maken we doelen voor het komende halfjaar. Je verdeelt "
            "daarna je stemmen over de doelen die voor jou het belangrijkst zijn.",
            en="We turn what we have heard into goals for the coming half year. Then you divide "
            "your votes over the goals that matter most to you.",
        ),
        script=Bilingual(
            nl="Laat groepjes van drie in vijf minuten elk twee doelen opschrijven. Een goed doel "
            "zegt wat er over een halfjaar te zien is. Voeg doelen die op elkaar lijken samen, en "
            "vraag de schrijvers of dat klopt. Laat daarna iedereen stil stemmen, met vijf "
            "stemmen per persoon.",
            en="Let groups of three write down two goals each in five minutes. A good goal says "
            "what can be seen in half a year. Merge goals that are alike, and ask the writers "
            "whether that is right. Then let everybody vote in silence, with five votes a person.",
        ),
    ),
    Step(
        code="top5",
        minutes=15,
        title=Bilingual(
            nl="De top vijf",
            en="The top five",
        ),
        explanation=Bilingual(
            nl="We zien welke vijf doelen de meeste stemmen kregen. Bij elk doel spreken we af "
            "wie het oppakt en wanneer we er weer naar kijken.",
            en="We see which five goals got the most votes. For each goal we agree who takes it "
            "up and when we look at it again.",
        ),
        script=Bilingual(
            nl="Toon de top vijf en vraag of er een doel ontbreekt dat niemand kan missen. Neem "
            "voor elk doel ongeveer twee minuten. Zoek bij elk doel één eigenaar die in de zaal "
            "zit en ja zegt. Spreek een eerste stap af die binnen twee weken kan. Sluit af met de "
            "datum waarop de groep de uitkomst terugziet.",
            en="Show the top five and ask whether a goal is missing that nobody can do without. "
            "Take about two minutes for each goal. Find one owner for each goal, somebody in the "
            "room who says yes. Agree on a first step that can be taken within two weeks. Close "
            "with the date on which the group sees the outcome.",
        ),
    ),
)

SCENES: tuple[Scene, ...] = (
    Scene(
        code="viral-video",
        title=Bilingual(
            nl="Een filmpje gaat rond",
            en="A video goes round",
        ),
        text=Bilingual(
            nl="Maandag, kwart over tien. In de werkplaats maakt Sem een grap met een slijptol, "
            "zonder bril op. Een klasgenoot filmt het en zet het op TikTok, met de naam van de "
            "school erbij. Na de lunch is het tachtigduizend keer bekeken. De ene helft lacht, de "
            "andere helft vraagt of er bij jullie wel toezicht is. Een leerbedrijf belt de "
            "teamleider, een journalist stuurt een bericht via Instagram. Sem wil het liefst "
            "verdwijnen. Wie doet nu wat?",
            en="Monday, a quarter past ten. In the workshop Sem jokes with an angle grinder, "
            "wearing no goggles. A classmate films it and puts it on TikTok, with the name of the "
            "college. After lunch it has been watched eighty thousand times. Half of the viewers "
            "laugh, the other half ask whether anybody supervises the lessons. A placement "
            "company rings the team leader, a journalist writes through Instagram. Sem would like "
            "to disappear. Who does what now?",
        ),
    ),
    Scene(
        code="friend-requests",
        title=Bilingual(
            nl="Een verzoek om te volgen",
            en="A request to follow",
        ),
        text=Bilingual(
            nl="Het is de tweede week van het schooljaar. Docent Amira krijgt op één avond elf "
            "volgverzoeken van haar nieuwe klas. Haar account is privé: er staan foto’s op van "
            "haar kinderen en van een feest. Een collega accepteert iedereen en hoort daardoor "
            "vroeg wie het moeilijk heeft. Een andere collega weigert alles en heeft rust. Om "
            "half twaalf komt er nog een bericht binnen: ‘Mevrouw, mag ik u iets vragen dat "
            "niemand mag weten?’ Wat kan Amira het beste doen?",
            en="It is the second week of the college year. In one evening Amira, a teacher, gets "
            "eleven requests to follow her from her new class. Her account is private: it shows "
            "pictures of her children and of a party. One colleague accepts everybody and so "
            "hears early who is having a hard time. Another colleague refuses them all and has "
            "peace. At half past eleven one more message arrives: ‘Miss, may I ask you something "
            "that nobody may know?’ What is best for Amira to do?",
        ),
    ),
    Scene(
        code="linkedin-interns",
        title=Bilingual(
            nl="Stagiairs gezocht via LinkedIn",
            en="Trainees wanted on LinkedIn",
        ),
        text=Bilingual(
            nl="Een installatiebedrijf plaatst op LinkedIn dat het vijf stagiairs zoekt, en noemt "
            "daarbij jullie school. Binnen een uur reageren veertien studenten, met hun "
            "telefoonnummer erbij. Het bedrijf vraagt in een openbare reactie wie er goede "
            "cijfers heeft. Een docent noemt enthousiast twee namen. De stagecoördinator leest "
            "het pas drie dagen later, van een ouder die vraagt waarom haar zoon er niet tussen "
            "staat. Intussen zijn drie plekken al vergeven. Wat ging hier goed, en wat had anders "
            "gekund?",
            en="An installation company posts on LinkedIn that it wants five trainees, and names "
            "your college. Within an hour fourteen students reply, with their phone numbers. In a "
            "public comment the company asks who has good grades. A teacher eagerly mentions two "
            "names. The placement coordinator reads it only three days later, from a parent who "
            "asks why her son is not among them. Meanwhile three places have already been given "
            "away. What went well here, and what could have gone differently?",
        ),
    ),
)
