"""Goals for the learning of students."""

from __future__ import annotations

from governance.content import Bilingual
from governance.content.goal_shape import LEARNING, PERCENT, LibraryGoal, chapter

LEARNING_GOALS: tuple[LibraryGoal, ...] = (
    LibraryGoal(
        code="placement_blog",
        domain=LEARNING,
        audiences=("students", "companies"),
        title=Bilingual(
            nl="Betere begeleiding op stage met een blog",
            en="Better guidance on placement through a blog",
        ),
        activity=Bilingual(
            nl="Studenten houden tijdens hun stage een blog bij. Docent en praktijkopleider "
            "reageren erop.",
            en="Students keep a blog during their placement. Teacher and workplace trainer "
            "respond to it.",
        ),
        consequence=Bilingual(
            nl="De docent ziet hoe het leren gaat en reageert snel op vragen.",
            en="The teacher sees how the learning goes and responds quickly to questions.",
        ),
        effect=Bilingual(
            nl="De begeleiding wordt beter en meer studenten halen hun diploma.",
            en="Guidance improves and more students earn their diploma.",
        ),
        indicator=Bilingual(
            nl="Stagestudenten die elke week een reactie op hun blog krijgen",
            en="Students on placement who get a response to their blog every week",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(2, 3),
    ),
    LibraryGoal(
        code="shared_documents",
        domain=LEARNING,
        audiences=("students",),
        title=Bilingual(
            nl="Leren samenwerken in één document", en="Learning to work together in one document"
        ),
        activity=Bilingual(
            nl="Studenten schrijven hun verslag samen in een gedeeld document.",
            en="Students write their report together in a shared document.",
        ),
        consequence=Bilingual(
            nl="Ze werken tegelijk, lezen elkaars stukken en lossen verschillen samen op.",
            en="They work at the same time, read each other’s parts and settle differences "
            "together.",
        ),
        effect=Bilingual(
            nl="Studenten leren samenwerken zoals dat later op het werk gaat.",
            en="Students learn to work together as they will at work.",
        ),
        indicator=Bilingual(
            nl="Groepsopdrachten waarbij elk lid aan het document meeschreef",
            en="Group tasks in which each member wrote in the document",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(3),
    ),
    LibraryGoal(
        code="rich_learning_environment",
        domain=LEARNING,
        audiences=("students", "employees"),
        title=Bilingual(
            nl="Een krachtige en afwisselende leeromgeving",
            en="A strong and varied learning environment",
        ),
        activity=Bilingual(
            nl="Docenten kiezen bij hun leerdoel een passend medium, zoals video, een quiz of een "
            "online groep.",
            en="Teachers choose a medium that fits their learning goal, such as video, a quiz or "
            "an online group.",
        ),
        consequence=Bilingual(
            nl="Lessen wisselen meer af en sluiten aan bij hoe studenten leren.",
            en="Lessons vary more and match the way students learn.",
        ),
        effect=Bilingual(
            nl="Studenten doen actiever mee en onthouden meer.",
            en="Students take part more actively and remember more.",
        ),
        indicator=Bilingual(
            nl="Studenten die hun lessen afwisselend noemen",
            en="Students who call their lessons varied",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(3),
    ),
    LibraryGoal(
        code="breaking_walls",
        domain=LEARNING,
        audiences=("students", "companies", "community"),
        title=Bilingual(
            nl="Door de muren van de school heen", en="Through the walls of the college"
        ),
        activity=Bilingual(
            nl="Studenten volgen vakmensen online, stellen hun vragen en halen een expert in de "
            "les.",
            en="Students follow professionals online, ask them questions and bring an expert into "
            "the lesson.",
        ),
        consequence=Bilingual(
            nl="Ze komen in contact met andere mensen, andere meningen en echt werk.",
            en="They meet other people, other opinions and real work.",
        ),
        effect=Bilingual(
            nl="Studenten kijken breder en bouwen al tijdens de opleiding een netwerk op.",
            en="Students look wider and build a network while they still study.",
        ),
        indicator=Bilingual(
            nl="Lessen of projecten waaraan iemand van buiten online meedeed",
            en="Lessons or projects in which someone from outside joined online",
        ),
        unit=Bilingual(nl="per schooljaar", en="per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(3, 4),
    ),
    LibraryGoal(
        code="creating_knowledge",
        domain=LEARNING,
        audiences=("students",),
        title=Bilingual(
            nl="Studenten maken zelf kennis", en="Students create knowledge themselves"
        ),
        activity=Bilingual(
            nl="Studenten zoeken, kiezen, bewerken en delen informatie, bijvoorbeeld in een wiki "
            "van de klas.",
            en="Students search, select, work on and share information, for example in a wiki of "
            "their class.",
        ),
        consequence=Bilingual(
            nl="Ze moeten nadenken over wat klopt, wat ertoe doet en hoe je het uitlegt.",
            en="They have to think about what is true, what matters and how to explain it.",
        ),
        effect=Bilingual(
            nl="Studenten kunnen informatie beter beoordelen, op school en op hun werk.",
            en="Students judge information better, at college and at work.",
        ),
        indicator=Bilingual(
            nl="Studenten met een voldoende voor het beoordelen van bronnen",
            en="Students with a pass for judging sources",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(2, 3),
    ),
    LibraryGoal(
        code="publishing_work",
        domain=LEARNING,
        audiences=("students", "companies", "community"),
        title=Bilingual(
            nl="Werk van studenten krijgt publiek", en="The work of students finds an audience"
        ),
        activity=Bilingual(
            nl="Studenten laten hun projecten en producten zien op een openbaar kanaal, als zij "
            "dat zelf willen.",
            en="Students show their projects and products on a public channel, if they wish so.",
        ),
        consequence=Bilingual(
            nl="Ze weten dat anderen meekijken en besteden er meer zorg aan.",
            en="They know that others look along and take more care.",
        ),
        effect=Bilingual(
            nl="Studenten zijn trots en gemotiveerd, en hun werk wordt beter.",
            en="Students are proud and motivated, and their work improves.",
        ),
        indicator=Bilingual(
            nl="Projecten die studenten aan een breder publiek lieten zien",
            en="Projects that students showed to a wider audience",
        ),
        unit=Bilingual(nl="projecten per schooljaar", en="projects per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(3),
    ),
    LibraryGoal(
        code="transparent_teamwork",
        domain=LEARNING,
        audiences=("students", "employees"),
        title=Bilingual(nl="Zichtbaar wie wat bijdraagt", en="Visible who contributes what"),
        activity=Bilingual(
            nl="Docenten bekijken met de groep hoe een gedeeld document is ontstaan.",
            en="Teachers look with the group at how a shared document came about.",
        ),
        consequence=Bilingual(
            nl="Denkstappen en inbreng zijn te volgen, en wie stilvalt, valt op tijd op.",
            en="Steps of thought and contributions can be followed, and whoever falls silent is "
            "noticed in time.",
        ),
        effect=Bilingual(
            nl="Beoordelen wordt eerlijker en samenwerken gaat beter.",
            en="Assessment becomes fairer and teamwork better.",
        ),
        indicator=Bilingual(
            nl="Groepsopdrachten waarbij de geschiedenis van het document is besproken",
            en="Group tasks in which the history of the document was discussed",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(3),
    ),
    LibraryGoal(
        code="media_wise_students",
        domain=LEARNING,
        audiences=("students", "parents"),
        title=Bilingual(nl="Mediawijze studenten", en="Media-wise students"),
        activity=Bilingual(
            nl="Elke opleiding geeft lessen waarin studenten zelf media maken en hun online "
            "profiel verzorgen.",
            en="Each course gives lessons in which students make media and look after their "
            "online profile.",
        ),
        consequence=Bilingual(
            nl="Ze begrijpen hoe een boodschap gemaakt wordt en wie er allemaal kan meelezen.",
            en="They understand how a message is made and who may be reading along.",
        ),
        effect=Bilingual(
            nl="Studenten kiezen bewust wat ze delen en maken minder fouten waar ze spijt van "
            "krijgen.",
            en="Students choose knowingly what they share and make fewer mistakes they regret.",
        ),
        indicator=Bilingual(
            nl="Studenten die de lessenreeks mediawijsheid afrondden",
            en="Students who finished the media literacy series",
        ),
        unit=PERCENT,
        higher_is_better=True,
        measured_by="",
        source=chapter(3, 6),
    ),
    LibraryGoal(
        code="students_own_an_event",
        domain=LEARNING,
        audiences=("students", "community"),
        title=Bilingual(
            nl="Studenten dragen zelf een evenement", en="Students carry an event themselves"
        ),
        activity=Bilingual(
            nl="Studenten bedenken een evenement en maken met begeleiding zelf de kanalen en "
            "berichten erbij.",
            en="Students think up an event and, with guidance, make its channels and posts "
            "themselves.",
        ),
        consequence=Bilingual(
            nl="De verantwoordelijkheid ligt bij hen en zij zoeken zelf naar oplossingen.",
            en="The responsibility is theirs and they look for solutions themselves.",
        ),
        effect=Bilingual(
            nl="Studenten leren ondernemen en voelen zich verbonden met de instelling.",
            en="Students learn enterprise and feel bound to the college.",
        ),
        indicator=Bilingual(
            nl="Evenementen waarvan studenten zelf de communicatie deden",
            en="Events for which students did the communication themselves",
        ),
        unit=Bilingual(nl="evenementen per schooljaar", en="events per school year"),
        higher_is_better=True,
        measured_by="",
        source=chapter(4),
    ),
)
