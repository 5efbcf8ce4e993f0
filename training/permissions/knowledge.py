"""Who may read and write articles."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from people.models import Role, User
from training.models import Article
from training.models.article import ArticleQuerySet
from training.permissions import can_organise

WRITERS = (
    *(Role.TRAINER, Role.MANAGER, Role.ADMINISTRATOR),
    *(Role.AGENT, Role.SPOKESPERSON, Role.CHANNEL_OWNER),
)


def can_write_articles(user: User) -> bool:
    """Who answers people or trains colleagues knows what has to be written down."""
    return user.has_role(*WRITERS)


def owners_for(article: Article) -> Any:
    """Who can look after an article: who writes, and whoever does it now."""
    writes = Q(is_active=True, role_grants__role__in=WRITERS)
    return User.objects.filter(writes | Q(pk=article.owner_id)).distinct().order_by("name", "pk")


def articles_seen_by(user: User) -> ArticleQuerySet:
    """What is published is for all colleagues; drafts for writers, and for their owner."""
    if can_write_articles(user):
        return Article.objects.all()
    return Article.objects.published() | Article.objects.filter(owner=user)


def can_edit(user: User, article: Article) -> bool:
    return article.owner_id == user.pk or can_organise(user)


def can_publish(user: User, article: Article) -> bool:
    """Who organises publishes; an agent or spokesperson publishes their own."""
    return can_organise(user) or (article.owner_id == user.pk and can_write_articles(user))


def can_start(user: User) -> bool:
    return can_organise(user)
