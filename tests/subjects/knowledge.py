"""The knowledge base, experts, and the questions to them."""

from __future__ import annotations

from typing import Any

from core import audit
from people.models import User
from tests.factories.knowledge import ArticleFactory, ExpertFactory, QuestionFactory
from tests.factories.people import UserFactory
from training.models import Article, ArticleRevision, Expert, Question, QuestionTurn
from webcare.models import Ticket

LIST, DETAIL, FORM, API = 8, 12, 6, 3

PAGES = {
    "training:article-list": LIST,
    "training:article-stale": LIST,
    "training:article-most-used": LIST,
    "training:article-create": FORM,
    "training:article-detail": DETAIL,
    "training:article-versions": LIST,
    "training:article-edit": FORM,
    "training:public-articles": LIST,
    "training:public-article": LIST,
    "training:expert-list": LIST,
    "training:expert-profile": FORM + 1,  # one's own skills, and those of everybody
    "training:question-list": LIST,
    "training:question-create": FORM,
    "training:question-detail": DETAIL,
    "webcare:article-search": LIST,
    "api:article-list": API,
    "api:article-detail": API,
}
STEPS = {
    "training:article-start", "training:article-move", "training:article-reviewed",
    "training:article-vote", "training:public-vote", "training:expert-leave",
    "training:question-answer", "training:question-pass", "training:question-assign",
    "training:question-step", "webcare:article-insert",
}  # fmt: skip


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    slug = {"slug": Article.objects.order_by("pk")[0].slug}
    question = {"pk": Question.objects.order_by("pk")[0].pk}
    return {
        **{
            f"training:{name}": slug
            for name in ("article-detail", "article-versions", "article-edit", "public-article")
        },
        "training:question-detail": question,
        "webcare:article-search": {"pk": Ticket.objects.order_by("pk")[0].pk},
        "api:article-detail": slug,
    }


def grow(reader: User, count: int) -> None:
    public = {"audience": Article.Audience.PUBLIC, "uses": 1, "policy_kind": "webcare"}
    first = Article.objects.order_by("pk").first() or ArticleFactory(code="friends", **public)
    ArticleFactory.create_batch(count, owner=reader, review_date="2020-01-01", **public)
    last = first.revisions.count()
    for number in range(last + 1, last + count + 1):
        ArticleRevision.objects.create(
            article=first, number=number, title="T", summary="S", body=f"{number}", by=reader,
            at=first.created_at,
        )  # fmt: skip
    Expert.objects.filter(user=reader).exists() or ExpertFactory(user=reader, skills=["Film"])
    ExpertFactory.create_batch(count, skills=["Film", "Instagram"])
    question = Question.objects.order_by("pk").first() or QuestionFactory(asker=reader)
    QuestionFactory.create_batch(count, asker=reader, expert=UserFactory())
    for _number in range(count):
        QuestionTurn.objects.create(question=question, expert=UserFactory(), at=first.created_at)
        for row in (first, question):
            audit.record("changed", row, by=reader)
