from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain.clause_settings import APPROVED_POSTS, OWN_CHANNELS, UNMATCHED
from governance.models import ClauseSetting, Policy, PolicySection, PolicyVersion
from people.models import Role, Team, User
from tests.factories.clauses import clause, document, ends, says
from tests.factories.governance import policy_in_force
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
IN_FORCE = "/governance/practice/"


@pytest.fixture
def section() -> PolicySection:
    """A clause of a draft of the privacy rules."""
    return clause(document(title="Privacy"), "What we keep")


@pytest.fixture
def page(client: Client, dirk: User) -> Client:
    """A browser in which Dirk reads English."""
    dirk.language = "en"
    dirk.save()
    client.force_login(dirk)
    return client


def address(name: str, section: PolicySection, code: str = "") -> str:
    version = section.version
    arguments = [version.policy.slug, version.number, section.pk, *([code] if code else [])]
    return reverse(f"governance:{name}", args=arguments)


def stored(section: PolicySection) -> dict[str, object]:
    return dict(section.settings.values_list("code", "value"))


def test_a_clause_offers_what_its_document_can_arrange(
    page: Client, section: PolicySection
) -> None:
    shown = page.get(address("setting-choose", section)).content.decode()

    assert address("setting-edit", section, UNMATCHED) in shown
    assert address("setting-edit", section, "target.default_minutes") not in shown


def test_a_number_is_set_and_stands_with_its_clause(page: Client, section: PolicySection) -> None:
    answer = page.post(
        address("setting-edit", section, UNMATCHED), {"edition": 1, "value": 14}, follow=True
    )

    assert stored(section) == {UNMATCHED: 14}
    assert "after 14 days" in answer.content.decode()


@pytest.mark.parametrize(
    ("code", "value", "kept"),
    [
        (OWN_CHANNELS, "always", "always"),
        ("mandate.needs_course", "yes", True),
        ("mandate.needs_course", "no", False),
        (APPROVED_POSTS, "0", 0),
    ],
)
def test_each_kind_of_value_has_its_own_field(
    page: Client, section: PolicySection, code: str, value: str, kept: object
) -> None:
    page.post(address("setting-edit", section, code), {"edition": 1, "value": value})

    assert stored(section) == {code: kept}


@pytest.mark.parametrize("value", ["", "0", "366", "veertien", "14.5"])
def test_a_mistake_is_told_beside_the_field(
    page: Client, section: PolicySection, value: str
) -> None:
    answer = page.post(address("setting-edit", section, UNMATCHED), {"edition": 1, "value": value})

    assert answer.status_code == 200
    assert answer.context["form"].errors["value"]
    assert stored(section) == {}


def test_keeping_longer_than_a_month_asks_for_a_reason(
    page: Client, section: PolicySection
) -> None:
    answer = page.post(address("setting-edit", section, UNMATCHED), {"edition": 1, "value": 60})

    assert answer.status_code == 409
    assert "tells why" in answer.content.decode()


def test_the_second_of_two_writers_sees_what_stands_and_keeps_what_was_typed(
    page: Client, section: PolicySection
) -> None:
    there = address("setting-edit", section, UNMATCHED)
    page.post(there, {"edition": 1, "value": 14})

    answer = page.post(there, {"edition": 1, "value": 20})

    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Here stands now: 14 days." in shown
    assert 'value="20"' in shown
    assert stored(section) == {UNMATCHED: 14}
    page.post(there, {"edition": answer.context["form"]["edition"].value(), "value": 20})
    assert stored(section) == {UNMATCHED: 20}


def test_a_version_that_waits_for_approval_is_not_written(
    page: Client, section: PolicySection
) -> None:
    PolicyVersion.objects.update(state=PolicyVersion.State.SUBMITTED)
    there = address("setting-edit", section, UNMATCHED)

    assert page.get(there).status_code == 403
    assert page.post(there, {"edition": 1, "value": 20}).status_code == 409
    assert stored(section) == {}


def test_a_setting_is_removed(page: Client) -> None:
    section = says(document(), (UNMATCHED, 14))

    page.post(address("setting-remove", section, UNMATCHED), {"edition": 1})

    assert not ClauseSetting.objects.exists()


def test_removing_what_somebody_else_changed_is_stopped(page: Client) -> None:
    section = says(document(), (UNMATCHED, 14))
    page.post(address("setting-edit", section, UNMATCHED), {"edition": 1, "value": 20})

    page.post(address("setting-remove", section, UNMATCHED), {"edition": 1})

    assert stored(section) == {UNMATCHED: 20}


def test_who_does_not_govern_sets_nothing(
    client: Client, section: PolicySection, eva: User
) -> None:
    client.force_login(eva)

    assert client.get(address("setting-choose", section)).status_code == 403
    answer = client.post(address("setting-edit", section, UNMATCHED), {"edition": 1, "value": 14})
    assert answer.status_code == 403
    assert client.post(address("setting-remove", section, UNMATCHED)).status_code == 403


def test_a_clause_of_another_version_or_an_unknown_setting_is_not_there(
    page: Client, section: PolicySection
) -> None:
    other = document(Policy.Kind.PROTOCOL)
    arguments = [other.policy.slug, other.number, section.pk, UNMATCHED]

    assert page.get(reverse("governance:setting-edit", args=arguments)).status_code == 404
    assert page.get(address("setting-edit", section, "no.such")).status_code == 404


def test_everybody_reads_what_the_portal_does_and_why(
    client: Client, eva: User, info: Team
) -> None:
    eva.language = "en"
    eva.save()
    client.force_login(eva)
    version = document(month=1, title="Privacy")
    section = says(version, (UNMATCHED, 14), title="What we keep")
    policy_in_force({"name": "Rosters", "team": info})

    shown = client.get(IN_FORCE).content.decode()

    assert "after 14 days" in shown
    assert f"{version.get_absolute_url()}#clause-{section.position}" in shown
    assert "no clause says so" in shown  # the rule
    ends(version)
    assert "after 30 days" in client.get(IN_FORCE).content.decode()


def test_the_page_of_what_holds_works_in_an_empty_college(page: Client) -> None:
    shown = page.get(IN_FORCE).content.decode()

    assert "By default: no clause in force says it." in shown
    assert "No webcare policy is in force" in shown


def test_who_decides_reads_what_changes_in_practice(client: Client, section: PolicySection) -> None:
    board = UserFactory(roles=[Role.BOARD], language="en")
    says(section.version, (UNMATCHED, 14))
    PolicyVersion.objects.update(state=PolicyVersion.State.SUBMITTED, approver=board)
    client.force_login(board)

    shown = client.get(section.version.get_absolute_url()).content.decode()

    assert "Messages that fit no search term go after 14 days; until now after 30 days." in shown
    assert reverse("monitoring:retention-preview", args=[section.version_id]) in shown


def test_how_many_messages_would_go_is_for_who_writes_or_decides(
    client: Client, section: PolicySection, anna: User, dirk: User
) -> None:
    there = reverse("monitoring:retention-preview", args=[section.version_id])
    client.force_login(anna)
    assert client.get(there).status_code == 403
    client.force_login(dirk)
    assert client.get(there).status_code == 200
    fragment = client.get(there, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
