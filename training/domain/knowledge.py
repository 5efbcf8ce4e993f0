"""The knowledge base: articles are written, published, looked at again, and used in answers.

Whatever somebody writes becomes a version that stays readable. A use is counted once for each
conversation, whoever asks to count it (docs/decisions/0030).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Length, StrIndex
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from core import audit
from core.clock import now
from governance.domain import meantime
from governance.domain.wording import Piece, around, words
from governance.models import Policy, PolicyVersion
from people.models import User
from training.models import Article, ArticleRevision, ArticleUse

State = Article.State

YEAR = timedelta(days=365)
SHORTEST = 25
"""Characters of a short answer from which finding it in a reply is no accident."""

VERBS = {
    State.PUBLISHED: gettext_noop("published the article"),
    State.RETIRED: gettext_noop("retired the article"),
    State.DRAFT: gettext_noop("made the article a draft again"),
}


def year_after(day: date) -> date:
    """When to look again, unless somebody chooses."""
    return day + YEAR


def slug_for(title: str) -> str:
    """A name in the address that is still free."""
    base = slugify(title)[:70] or "article"
    taken = set(Article.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    tries = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 3))
    return next(name for name in tries if name not in taken)


@transaction.atomic
def write(article: Article, *, by: User, seen: str = "", note: str = "") -> Article:
    """Store an article, new or changed, and its words as a version. Raises `ChangedMeanwhile`."""
    is_new = article.pk is None
    if is_new:
        article.owner = article.owner or by
        article.slug = article.slug or slug_for(article.title)
    else:
        _keep_counts(article, meantime.seen(article, seen))
    last = None if is_new else article.revisions.order_by("-number").first()
    is_rewritten = last is None or _words(last) != _words(article)
    article.number += is_rewritten
    article.save()
    if is_rewritten:
        _keep(article, by, note)
    verb = gettext_noop("wrote an article") if is_new else gettext_noop("changed the article")
    audit.record(verb, article, by=by, version=article.number)
    return article


def _keep_counts(article: Article, current: Article) -> None:
    """What was counted while somebody wrote stays counted."""
    for name in ("number", "uses", "useful", "not_useful"):
        setattr(article, name, getattr(current, name))


def _words(row: Article | ArticleRevision) -> tuple[str, str, str]:
    return row.title, row.summary, row.body


def _keep(article: Article, by: User, note: str) -> None:
    title, summary, body = _words(article)
    ArticleRevision.objects.create(
        article=article,
        number=article.number,
        title=title,
        summary=summary,
        body=body,
        note=note,
        by=by,
        at=now(),
    )


@transaction.atomic
def move(article: Article, *, to: str, by: User) -> Article:
    """Publish, retire, or make a draft again; twice is once."""
    current = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    state = State(to)
    if current.state == state:
        return current
    current.state = state
    if state == State.PUBLISHED:
        current.published_at = now()
    current.save()
    audit.record(VERBS[state], current, by=by)
    return current


@transaction.atomic
def reviewed(article: Article, *, again_on: date, by: User) -> None:
    """Somebody looked, and it is still right."""
    Article.objects.filter(pk=article.pk).update(review_date=again_on, updated_at=now())
    audit.record(
        gettext_noop("looked at the article again"), article, by=by, again_on=str(again_on)
    )


def compared(before: ArticleRevision, after: ArticleRevision) -> list[tuple[str, list[Piece]]]:
    """What changed, by field; [] when these versions say the same."""
    labels = {"title": _("title"), "summary": _("short answer"), "body": _("text")}
    found = [
        (label, around(words(getattr(before, name), getattr(after, name))))
        for name, label in labels.items()
    ]
    return [(label, pieces) for label, pieces in found if pieces]


def in_other_languages(article: Article) -> list[Article]:
    """The same article of the starter set in another language."""
    if not article.code:
        return []
    same = Article.objects.filter(code=article.code).exclude(pk=article.pk)
    return list(same.published().only("title", "slug", "language", "state", "audience"))


def policies_of(article: Article) -> list[Policy]:
    """The policies in force to which this article belongs."""
    if not article.policy_kind:
        return []
    in_force = PolicyVersion.objects.in_force().filter(policy__kind=article.policy_kind)
    return [one.policy for one in in_force.select_related("policy").order_by("policy__title")]


def vote(article: Article, *, is_useful: bool) -> None:
    """Was this useful? Counted, without a trace of who said so."""
    field = "useful" if is_useful else "not_useful"
    Article.objects.filter(pk=article.pk).update(**{field: F(field) + 1})


# --- used in answers -----------------------------------------------------------------------------


def public_link(article: Article) -> str:
    """The full address where everybody can read it; "" when not everybody may."""
    if not article.is_public:
        return ""
    path = reverse("training:public-article", args=[article.slug])
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def found_in(text: str) -> list[Article]:
    """The published articles whose link or short answer stands in this text."""
    before, after = reverse("training:public-article", args=["-"]).split("-")
    slugs = re.findall(rf"{re.escape(before)}([-\w]+){re.escape(after)}", text)
    holds = Q(slug__in=slugs) | Q(place__gt=0, length__gte=SHORTEST)
    named = Article.objects.published().alias(
        place=StrIndex(Value(text), F("summary")), length=Length("summary")
    )
    return list(named.filter(holds).defer("search", "body", "plain").order_by("pk"))


@transaction.atomic
def used(article: Article, *, by: User, key: str) -> bool:
    """Count that an answer held this article; whether it is the first of conversation `key`."""
    _use, is_new = ArticleUse.objects.get_or_create(
        article=article, key=key, defaults={"at": now(), "by": by}
    )
    if is_new:
        Article.objects.filter(pk=article.pk).update(uses=F("uses") + 1)
    return is_new


@transaction.atomic
def not_used(*, key: str, text: str, others: Sequence[str]) -> None:
    """The answer `text` of conversation `key` never went out; its `others` did, or may still.

    Without others nothing was used, also when the words of an article changed meanwhile.
    """
    kept = found_in("\n".join(others))
    gone = ArticleUse.objects.filter(key=key).exclude(article__in=kept)
    if others:
        gone = gone.filter(article__in=found_in(text))
    counted = list(gone.select_for_update().values_list("article", flat=True))
    gone.delete()
    Article.objects.filter(pk__in=counted, uses__gt=0).update(uses=F("uses") - 1)
