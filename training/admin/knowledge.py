from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from training.models import Article, Skill


@admin.register(Skill)
class SkillAdmin(admin.ModelAdmin[Skill]):
    """To put a spelling right, or take away what nobody offers."""

    list_display = ["name", "key"]
    search_fields = ["name"]
    ordering = ["key"]


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    """To look at and to hand over; the words change in the product, where versions are kept."""

    list_display = ["title", "language", "audience", "state", "owner", "uses", "review_date"]
    list_filter = ["state", "audience", "language", "theme"]
    list_select_related = ["owner"]
    search_fields = ["title"]
    fields = ["owner", "review_date"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
