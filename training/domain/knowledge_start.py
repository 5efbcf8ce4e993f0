"""The starter set: short answers about social media in the mbo, copied into the college's own rows.

A text that is there already (also when it was changed, or retired) is left as it is.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now
from people.models import User
from training.content.articles import ARTICLES
from training.content.starter_article import StarterArticle
from training.domain import knowledge
from training.models import Article


@transaction.atomic
def put_in(*, by: User) -> int:
    """Make what is missing, in both languages; how many articles that were."""
    there = set(Article.objects.exclude(code="").values_list("code", "language"))
    missing = [
        (text, language)
        for text in ARTICLES
        for language in Article.Language.values
        if (text.code, language) not in there
    ]
    for text, language in missing:
        made = knowledge.write(_article(text, language), by=by)
        knowledge.move(made, to=Article.State.PUBLISHED, by=by)
    return len(missing)


def _article(text: StarterArticle, language: str) -> Article:
    return Article(
        code=text.code,
        language=language,
        title=text.title.in_language(language),
        summary=text.summary.in_language(language),
        body=text.body.in_language(language).strip(),
        kind=Article.Kind.FAQ,
        audience=Article.Audience.PUBLIC if text.is_public else Article.Audience.STAFF,
        theme=text.theme,
        policy_kind=text.policy_kind,
        review_date=knowledge.year_after(localdate(now())),
    )
