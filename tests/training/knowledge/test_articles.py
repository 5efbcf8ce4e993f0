"""Articles: written, published, looked at again, used in answers."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from core import audit
from core.clock import now
from governance.domain import meantime
from people.domain import waiting
from people.models import Role, User
from tests.factories.knowledge import ArticleFactory
from tests.factories.people import UserFactory
from tests.factories.webcare import ticket_about
from training.content.articles import ARTICLES
from training.domain import knowledge, knowledge_start
from training.models import Article, ArticleUse
from webcare.domain.replies import approval, writing
from webcare.models import Draft, Reply, Ticket

pytestmark = pytest.mark.django_db


def at(name: str, *args: object) -> str:
    return reverse(f"training:{name}", args=args)


def form_data(article: Article | None = None, **changes: object) -> dict[str, object]:
    return {
        "kind": "faq",
        "title": article.title if article else "Mag dat?",
        "summary": "Ja, als je het eerst vraagt aan wie erop staat.",
        "body": "Vraag het eerst.",
        "language": "nl",
        "audience": "staff",
        "theme": "privacy",
        "policy_kind": "privacy",
        "owner": "",
        "review_date": "2027-01-01",
        "seen": meantime.stamp(article) if article else "",
        **changes,
    }


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_an_agent_writes_publishes_and_changes_an_article(client: Client, anna: User) -> None:
    client.force_login(anna)
    client.post(at("article-create"), form_data())
    article = Article.objects.get()
    assert (article.slug, article.state, article.owner) == ("mag-dat", "draft", anna)

    client.post(at("article-move", article.slug), {"to": "published"})
    article.refresh_from_db()
    changed = form_data(article, body="Vraag het altijd eerst.", owner=anna.pk, note="altijd")
    client.post(at("article-edit", article.slug), changed)

    versions = page(client, at("article-versions", article.slug))
    assert "<ins>altijd</ins>" in versions.replace("<ins>altijd </ins>", "<ins>altijd</ins>")
    assert list(article.revisions.values_list("number", flat=True).order_by("number")) == [1, 2]
    assert [entry.verb for entry in audit.history(article)] == [
        "changed the article",
        "published the article",
        "wrote an article",
    ]


def test_what_does_not_change_the_words_makes_no_version(client: Client, dirk: User) -> None:
    article = ArticleFactory()
    client.force_login(dirk)
    words = {"title": article.title, "summary": article.summary, "body": article.body}

    client.post(at("article-edit", article.slug), form_data(article, **words, theme="safety"))

    article.refresh_from_db()
    assert (article.theme, article.number) == ("safety", 1)


def test_the_second_writer_sees_the_words_of_the_first(client: Client, dirk: User) -> None:
    article = ArticleFactory(summary="Dat mag niet, want het is niet van jou.")
    stale = form_data(article, summary="Dat mag wel, want het is van iedereen.")
    knowledge.vote(article, is_useful=True)  # no edition of the text
    article.summary = "Dat mag soms, want het is niet van jou."
    article.refresh_from_db(fields=["useful"])
    article.save()
    client.force_login(dirk)

    answer = client.post(at("article-edit", article.slug), stale)

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "<del>" in shown
    assert "Dat mag wel, want het is van iedereen." in shown
    again = dict(stale, seen=meantime.stamp(Article.objects.get()))
    assert client.post(at("article-edit", article.slug), again).status_code == 302
    assert Article.objects.get().useful == 1


def test_what_is_counted_while_somebody_writes_stays_counted(dirk: User, anna: User) -> None:
    article = ArticleFactory()
    opened = Article.objects.get()
    knowledge.used(article, by=anna, key="ticket-1")
    knowledge.vote(article, is_useful=False)
    opened.body = "Beter."

    knowledge.write(opened, by=dirk, seen=meantime.stamp(opened))

    article.refresh_from_db()
    assert (article.uses, article.not_useful, article.body) == (1, 1, "Beter.")


def test_who_may_see_and_do_what(client: Client, eva: User, anna: User) -> None:
    draft = ArticleFactory(state="draft")
    published = ArticleFactory()
    client.force_login(eva)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(published.get_absolute_url()).status_code == 200
    assert client.get(at("article-create")).status_code == 403
    assert client.get(at("article-edit", published.slug)).status_code == 403
    assert client.post(at("article-start")).status_code == 403

    client.force_login(anna)
    assert client.get(draft.get_absolute_url()).status_code == 200
    assert client.post(at("article-move", draft.slug), {"to": "published"}).status_code == 403


def test_everybody_reads_what_is_public_and_nothing_else(client: Client) -> None:
    public = ArticleFactory(title="Open dagen", audience="public")
    ArticleFactory(title="Alleen intern")
    ArticleFactory(title="Nog niet af", audience="public", state="draft")
    gone = ArticleFactory(title="Voorbij", audience="public", state="retired")

    index = page(client, at("public-articles"))
    assert "Open dagen" in index
    assert not any(title in index for title in ("Alleen intern", "Nog niet af", "Voorbij"))
    assert client.get(at("public-article", gone.slug)).status_code == 404
    answer = client.post(at("public-vote", public.slug), {"useful": "yes"})
    public.refresh_from_db()
    assert answer["Location"].endswith("?thanks=1#useful")
    assert (public.useful, public.not_useful) == (1, 0)
    assert set(client.cookies) <= {"csrftoken", f"useful-{public.pk}"}


def test_the_starter_set_goes_in_once_and_leaves_changes_alone(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    client.post(at("article-start"))
    one = Article.objects.get(code="friends", language="nl")
    Article.objects.filter(pk=one.pk).update(title="Onze eigen titel")

    assert knowledge_start.put_in(by=dirk) == 0
    assert Article.objects.published().count() == 2 * len(ARTICLES)
    assert Article.objects.public().count() == 2 * 3
    assert "Friends" not in page(client, one.get_absolute_url())
    assert "May I become friends" in page(client, one.get_absolute_url())


@pytest.mark.parametrize("text", ARTICLES, ids=lambda text: text.code)
def test_a_starter_text_is_whole_in_both_languages(text: object) -> None:
    for field in ("title", "summary", "body"):
        both = getattr(text, field)
        assert both.nl.strip()
        assert both.en.strip()
        assert both.nl != both.en
    assert len(text.summary.nl) <= 400  # type: ignore[attr-defined]
    assert len(text.summary.en) <= 400  # type: ignore[attr-defined]


@time_machine.travel("2026-06-01 10:00+02:00", tick=False)
def test_a_passed_date_waits_for_the_owner_until_somebody_looked(
    client: Client, dirk: User
) -> None:
    owner = UserFactory(roles=[Role.TEACHER])
    article = ArticleFactory(owner=owner, review_date=date(2026, 5, 1))
    ArticleFactory(owner=owner, state="retired", review_date=date(2026, 5, 1))
    [thing] = waiting.for_person(owner, date(2026, 6, 1))
    assert (thing.url, thing.due) == (article.get_absolute_url(), date(2026, 5, 1))

    client.force_login(dirk)
    assert article.title in page(client, at("article-stale"))
    client.force_login(owner)
    client.post(at("article-reviewed", article.slug), {"again_on": "2027-06-01"})
    assert waiting.for_person(owner, date(2026, 6, 1)) == []


# --- in answers ----------------------------------------------------------------------------------


@pytest.fixture
def ticket(info: object) -> Ticket:
    return ticket_about("Mag mijn foto van jullie pagina af?")


def test_an_answer_with_a_link_or_the_short_answer_counts_once_for_a_ticket(
    client: Client, anna: User, ticket: Ticket
) -> None:
    linked = ArticleFactory(audience="public")
    quoted = ArticleFactory(summary="Laat het ons weten, dan halen we hem meteen weg.")
    other = ArticleFactory(summary="Ja.")
    text = f"Ja. {quoted.summary} {knowledge.public_link(linked)}"
    client.force_login(anna)
    form = client.get(ticket.get_absolute_url()).context["reply_form"].initial

    client.post(reverse("webcare:reply-write", args=[ticket.pk]), {**form, "text": text})

    for article in (linked, quoted, other):
        knowledge.used(article, by=anna, key=f"ticket-{ticket.pk}")
        article.refresh_from_db()
    assert (linked.uses, quoted.uses, other.uses) == (1, 1, 1)
    assert ArticleUse.objects.filter(by=anna).count() == 3
    assert "used 1 time" in page(client, linked.get_absolute_url())
    assert linked.title in page(client, at("article-most-used"))


def answer(ticket: Ticket, text: str, by: User) -> Reply:
    """Handed in, and not sent yet."""
    [message] = ticket.messages.select_related("mention")
    ticket.refresh_from_db()
    return writing.write(
        ticket,
        mention=message.mention,
        text=text,
        by=by,
        form_key=uuid4(),
        seen_revision=ticket.revision,
    )


def test_an_answer_that_is_taken_back_or_refused_was_not_used(
    anna: User, dirk: User, ticket: Ticket
) -> None:
    Ticket.objects.update(needs_approval=True)
    article = ArticleFactory(summary="Laat het ons weten, dan halen we hem meteen weg.")
    writing.withdraw(answer(ticket, article.summary, anna), by=anna)
    article.refresh_from_db()
    assert article.uses == 0

    reply = answer(ticket, article.summary, anna)
    Article.objects.update(summary="Andere woorden dan in het antwoord staan.")
    approval.refuse(reply, by=dirk, reason="Te kort")
    article.refresh_from_db()
    assert (article.uses, article.times_used.count()) == (0, 0)


def test_what_another_answer_of_the_ticket_holds_stays_counted(anna: User, ticket: Ticket) -> None:
    article = ArticleFactory(summary="Laat het ons weten, dan halen we hem meteen weg.")
    other = ArticleFactory(audience="public")
    sent = answer(ticket, article.summary, anna)
    Reply.objects.filter(pk=sent.pk).update(state="sent", sent_at=now(), next_attempt_at=None)
    text = f"{article.summary} {knowledge.public_link(other)}"

    writing.withdraw(answer(ticket, text, anna), by=anna)

    for one in (article, other):
        one.refresh_from_db()
    assert (article.uses, other.uses) == (1, 0)


def test_an_answer_that_holds_no_article_counts_nothing(anna: User) -> None:
    ArticleFactory(summary="Ja.")
    ArticleFactory(slug="foto", state="retired", audience="public")

    assert knowledge.found_in("Ja. https://x.example/training/answers/foto/") == []


def test_an_agent_searches_beside_the_answer_and_puts_a_text_in(
    client: Client, anna: User, carla: User, ticket: Ticket
) -> None:
    article = ArticleFactory(title="Foto's weghalen", audience="public")
    ArticleFactory(title="Foto's, nog niet af", state="draft")
    search = reverse("webcare:article-search", args=[ticket.pk])
    client.force_login(anna)
    part = client.get(search, {"q": "foto weg"}, headers={"HX-Request": "true"}).content.decode()
    assert "Foto&#x27;s weghalen" in part
    assert "nog niet af" not in part
    assert "<html" in page(client, search)

    where = reverse("webcare:article-insert", args=[ticket.pk])
    client.post(where, {"article": article.slug, "what": "answer"})
    client.post(where, {"article": article.slug, "what": "link"})
    assert Draft.objects.get().text == f"{article.summary} {knowledge.public_link(article)}"

    client.force_login(carla)
    assert client.get(search).status_code == 404


def test_the_api_gives_what_is_public(client: Client, eva: User) -> None:
    public = ArticleFactory(title="Open dagen", audience="public")
    ArticleFactory(title="Alleen intern")
    client.force_login(eva)

    found = client.get("/api/v1/articles/?search=dag").json()["results"]

    assert [one["slug"] for one in found] == [public.slug]
    assert found[0]["url"] == knowledge.public_link(public)
    assert client.get("/api/v1/articles/?search=nergens").json()["results"] == []
