from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core import audit
from core.clock import now
from monitoring.domain import look_back
from monitoring.models import Mention, SearchTerm
from people.models import Institution, User
from tests.factories.governance import policy_in_force
from tests.factories.monitoring import MatchFactory, MentionFactory, SearchTermFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("broker")]
NEW = "monitoring:term-create"


@pytest.fixture
def page(client: Client, anna: User) -> Client:
    client.force_login(anna)
    return client


def test_a_new_term_gets_a_slug_an_owner_and_a_look_back(page: Client, anna: User) -> None:
    MentionFactory(text="mooi rooster", is_relevant=False)

    page.post(reverse(NEW), {"name": "Het rooster", "query": "rooster"})
    look_back.run_waiting()

    term = SearchTerm.objects.get()
    mention = Mention.objects.get()
    assert (term.slug, term.owner) == ("het-rooster", anna)
    assert (mention.is_relevant, mention.is_history) == (True, True)
    assert [entry.verb for entry in audit.history(term)] == ["created"]


def test_two_names_that_look_alike_get_two_slugs(page: Client) -> None:
    page.post(reverse(NEW), {"name": "Open dag", "query": "opendag"})
    page.post(reverse(NEW), {"name": "Open-dag", "query": "opendag"})

    assert set(SearchTerm.objects.values_list("slug", flat=True)) == {"open-dag", "open-dag-2"}


def test_a_wrong_query_is_shown_where_it_goes_wrong(page: Client) -> None:
    answer = page.post(reverse(NEW), {"name": "Fout", "query": "rooster OR (bpv"})

    form = answer.context["form"]
    assert form.errors["query"] == ["This bracket is opened but never closed."]
    assert (form.fault.before, form.fault.wrong) == ("rooster OR ", "(")
    assert not SearchTerm.objects.exists()


def test_an_unknown_list_is_refused_and_a_known_one_is_not(
    page: Client, college: Institution
) -> None:
    wrong = page.post(reverse(NEW), {"name": "Fout", "query": "{plaatsen} AND roc"})
    page.post(reverse(NEW), {"name": "Goed", "query": "{vestigingen} AND roc"})

    assert wrong.context["form"].fault.wrong == "{plaatsen}"
    assert SearchTerm.objects.get().name == "Goed"


def test_trying_a_query_shows_what_it_would_have_found(page: Client) -> None:
    MentionFactory(text="het rooster")
    MentionFactory(text="mijn rooster", is_relevant=False)
    MentionFactory(text="oud rooster", published_at=now() - timedelta(days=31))

    answer = page.get(reverse("monitoring:term-try"), {"query": "rooster"})

    assert answer.context["found"].hits == 2
    assert "<mark>rooster</mark>" in answer.content.decode()


def test_trying_a_wrong_query_explains_it(page: Client) -> None:
    answer = page.get(reverse("monitoring:term-try"), {"query": '"open dag'})

    assert answer.context["fault"].wrong == '"'


def test_another_query_looks_back_again_and_forgets_what_no_longer_fits(page: Client) -> None:
    match = MatchFactory(term__query="rooster", mention__text="mooi rooster")
    term = match.term

    page.post(
        reverse("monitoring:term-edit", args=[term.pk]), {"name": term.name, "query": "stage"}
    )
    look_back.run_waiting()

    assert term.matches.count() == 0
    term.refresh_from_db()
    assert term.look_back_done_at is not None


def test_another_name_does_not_look_back(page: Client) -> None:
    term = SearchTermFactory(query="rooster")

    page.post(
        reverse("monitoring:term-edit", args=[term.pk]), {"name": "Anders", "query": "rooster"}
    )

    term.refresh_from_db()
    assert (term.name, term.look_back_from) == ("Anders", None)


def test_a_stopped_term_keeps_what_it_found_and_can_be_resumed(page: Client) -> None:
    term = MatchFactory().term

    page.post(reverse("monitoring:term-stop", args=[term.pk]))
    term.refresh_from_db()
    assert (term.is_active, term.matches.count()) == (False, 1)

    page.post(reverse("monitoring:term-resume", args=[term.pk]))
    term.refresh_from_db()
    assert term.is_active


def test_a_deleted_term_leaves_its_mentions(page: Client) -> None:
    term = MatchFactory().term

    page.post(reverse("monitoring:term-delete", args=[term.pk]))

    assert (SearchTerm.objects.count(), Mention.objects.count()) == (0, 1)


def test_a_term_tells_which_rules_depend_on_it(page: Client) -> None:
    term = SearchTermFactory(slug="open-dag")
    policy_in_force({"name": "Open day", "terms": ["open-dag"]})

    assert "Open day" in page.get(term.get_absolute_url()).content.decode()


def test_the_list_and_the_detail_show_how_much_a_term_finds(page: Client) -> None:
    MatchFactory(term__name="Rooster", mention__text="mooi rooster")

    assert "1 hit in 30 days" in page.get(reverse("monitoring:term-list")).content.decode()
    term = SearchTerm.objects.get()
    assert "mooi rooster" in page.get(term.get_absolute_url()).content.decode()
