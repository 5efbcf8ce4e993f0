"""The starter set, articles that were used, three experts, and two questions to them."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.utils.timezone import localdate

from core.clock import now
from smportal.demo.college import person
from training.domain import experts, knowledge, knowledge_start, questions
from training.models import Article, Expert, Question

USED = {"complaints": (14, 21, 3), "portraits": (9, 17, 1), "answering": (4, 6, 0)}
EXPERTS = (
    ("chris", "Ik maak al jaren filmpjes met studenten.", ("Instagram", "Film", "Ondertiteling")),
    ("thea", "Vraag me alles over lessen met sociale media.", ("Lesideeën", "TPACK", "Film")),
    ("carla", "Wat mag wel en wat mag niet online?", ("Portretrecht", "AVG", "Crisis")),
)
ANSWER = """Zet de automatische ondertiteling aan en loop haar daarna na.

- Upload eerst als *verborgen*, dan kun je rustig verbeteren.
- Let op namen en vaktaal: die gaan bijna altijd mis.
- Zet de tekst ook als bestand bij de video."""


def build() -> None:
    """Articles, experts and questions; safe to run twice."""
    if Article.objects.exists():
        return
    thea, eva, chris = person("thea"), person("eva"), person("chris")
    knowledge_start.put_in(by=thea)
    for code, (uses, useful, not_useful) in USED.items():
        Article.objects.filter(code=code, language="nl").update(
            uses=uses, useful=useful, not_useful=not_useful
        )
    late = Article.objects.filter(code="hashtags", language="nl")
    late.update(review_date=localdate(now()) - timedelta(days=10), updated_at=F("updated_at"))
    for slug, about, skills in EXPERTS:
        experts.join(Expert(about=about, languages=["nl"]), skills=skills, by=person(slug))
    asked = Question(title="Hoe zet ik ondertitels onder een video?", language="nl")
    questions.ask(asked, skills=["Ondertiteling"], by=eva)
    questions.answer(asked, text=ANSWER, by=chris)
    questions.thank(asked, by=eva)
    made = questions.make_article(asked, by=chris)
    made.theme = Article.Theme.POSTING
    made.save()
    knowledge.move(made, to=Article.State.PUBLISHED, by=thea)
    open_one = Question(
        title="Mag ik een klassenfoto in de groepsapp zetten?",
        text="Een paar ouders vroegen erom. Niet iedereen heeft toestemming gegeven.",
        language="nl",
    )
    questions.ask(open_one, skills=["Portretrecht"], by=eva)
