"""A first text of a vision: the template of its domain, copied into a draft to write over."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from governance.content import papers
from governance.domain import policies
from governance.models import Domain, Policy, PolicyVersion, Strategy
from people.models import User


def vision_of(domain: str) -> Policy | None:
    return Policy.objects.of_kind(Policy.Kind.VISION).filter(domain=domain).first()


def template_of(domain: str) -> papers.Paper | None:
    kind = papers.of_kind(Policy.Kind.VISION)
    return next((one for one in kind if one.domain == domain), None)


@transaction.atomic
def write_from_template(domain: Domain, *, by: User) -> PolicyVersion:
    """The version of the domain's vision to write in; where there is no vision, a first one.

    The new one holds the clauses of the template and serves every line of the core strategy.
    """
    existing = vision_of(domain)
    if existing is not None:
        return policies.start_draft(existing, by=by)
    paper = template_of(domain)
    title = paper.title if paper else str(domain.label)
    vision = Policy(
        kind=Policy.Kind.VISION, domain=domain, title=title, slug=_free_slug(title, domain)
    )
    if paper is None:
        draft = policies.create(vision, by=by)
    else:
        vision.review_months = int(paper.settings.get("review.months", vision.review_months))
        draft = policies.create_from(paper, vision, by=by)
    draft.strategies.set(Strategy.objects.filter(is_current=True))
    return draft


def _free_slug(title: str, domain: str) -> str:
    slug = slugify(title)[:50].rstrip("-")
    return f"vision-{domain}" if Policy.objects.filter(slug=slug).exists() else slug
