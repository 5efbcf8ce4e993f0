from __future__ import annotations

from datetime import date

import factory
from django.utils.timezone import now
from factory.django import DjangoModelFactory

from tests.factories.people import UserFactory
from training.domain import experts
from training.models import Article, ArticleRevision, Expert, Question


class ArticleFactory(DjangoModelFactory):
    """A published article for staff, with its first version."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Article {n}")
    slug = factory.Sequence(lambda n: f"article-{n}")
    summary = "Dat mag als je het voor iedereen gelijk doet."
    body = "Een langer antwoord."
    state = Article.State.PUBLISHED
    owner = factory.SubFactory(UserFactory)
    review_date = date(2030, 1, 1)
    number = 1

    @factory.post_generation
    def revision(obj: Article, create: bool, extracted: object, **kwargs: object) -> None:
        ArticleRevision.objects.create(
            article=obj, number=1, title=obj.title, summary=obj.summary, body=obj.body, at=now()
        )


class ExpertFactory(DjangoModelFactory):
    """ExpertFactory(skills=["Instagram"])"""

    class Meta:
        model = Expert
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)
    languages = ["nl", "en"]
    consented_at = factory.LazyFunction(now)

    @factory.post_generation
    def skills(obj: Expert, create: bool, extracted: list[str], **kwargs: object) -> None:
        obj.skills.set(experts.skills_named(extracted or []))


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    title = factory.Sequence(lambda n: f"Question {n}")
    asker = factory.SubFactory(UserFactory)
