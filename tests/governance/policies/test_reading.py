"""Each version is readable and citable as it was: on the screen, in public, on paper."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.models import HouseRule, PolicyVersion
from people.models import Role, User
from tests.factories.governance import (
    PolicyFactory,
    PolicySectionFactory,
    PolicyVersionFactory,
)
from tests.factories.people import UserFactory
from tests.governance.policies.addresses import address, policy_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(dirk: User, college: object) -> PolicyVersion:
    """The second version of a protocol is in force; the first one is historic."""
    policy = PolicyFactory(kind="protocol", title="Protocol", slug="protocol", owner=dirk)
    old = PolicyVersionFactory(
        policy=policy, number=1, in_force=True, text="Zoals het was.", fallback_team=None
    )
    PolicyVersion.objects.filter(pk=old.pk).update(
        state="historic", in_force_until="2026-05-01T10:00Z"
    )
    version: PolicyVersion = PolicyVersionFactory(
        policy=policy, number=2, in_force=True, text="Zoals het is.", approver__name="Anja"
    )
    return version


def test_a_version_is_cited_with_who_decided_when_and_where(
    client: Client, eva: User, published: PolicyVersion
) -> None:
    client.force_login(eva)

    new = client.get(published.get_absolute_url()).content.decode()
    old = client.get(published.policy.versions.get(number=1).get_absolute_url()).content.decode()

    assert "Protocol, version 2, decided by Anja on" in new
    assert "http://testserver/governance/policies/protocol/2/" in new
    assert "Zoals het was." in old
    assert "until 1 May 2026" in old
    assert "Version 2 is." in old


def test_every_clause_has_an_address_and_a_long_text_a_table_of_contents(
    client: Client, eva: User, published: PolicyVersion
) -> None:
    client.force_login(eva)
    assert "What is in it" not in client.get(published.get_absolute_url()).content.decode()
    PolicySectionFactory.create_batch(5, version=published)

    page = client.get(published.get_absolute_url()).content.decode()

    assert "What is in it" in page
    assert 'id="clause-6"' in page
    assert 'href="#clause-6"' in page


def test_house_rules_are_shown_both_ways(
    client: Client, eva: User, published: PolicyVersion
) -> None:
    rule = HouseRule.objects.create(title="Integriteitscode", url="https://example.org/code")
    published.sections.get().house_rules.add(rule)
    client.force_login(eva)

    text = client.get(published.get_absolute_url()).content.decode()
    listed = client.get(reverse("governance:house-rule-list")).content.decode()

    assert '<a href="https://example.org/code" rel="noopener noreferrer">Integriteitscode' in text
    assert f'href="{published.get_absolute_url()}#clause-1"' in listed
    assert "Add a house rule" not in listed


def test_house_rules_are_kept_by_who_governs(client: Client, dirk: User, eva: User) -> None:
    new = reverse("governance:house-rule-create")
    client.force_login(eva)
    assert client.post(new, {"title": "Code"}).status_code == 403
    client.force_login(dirk)

    client.post(new, {"title": "Code"})
    rule = HouseRule.objects.get()
    client.post(reverse("governance:house-rule-edit", args=[rule.pk]), {"title": "Gedragscode"})
    rule.refresh_from_db()
    assert rule.title == "Gedragscode"
    client.post(reverse("governance:house-rule-delete", args=[rule.pk]))
    assert not HouseRule.objects.exists()


def test_a_house_rule_of_a_published_clause_stays(
    client: Client, dirk: User, published: PolicyVersion
) -> None:
    rule = HouseRule.objects.create(title="Code")
    published.sections.get().house_rules.add(rule)
    client.force_login(dirk)

    client.post(reverse("governance:house-rule-delete", args=[rule.pk]))

    assert HouseRule.objects.exists()


PUBLIC = ["public-version", "public-pdf", "public-flyer"]


def test_what_is_not_public_is_not_found_by_strangers(
    client: Client, published: PolicyVersion
) -> None:
    published.sections.update(tip="Vraag het.")

    assert client.get(policy_address("public-policy", published)).status_code == 404
    assert [client.get(address(name, published)).status_code for name in PUBLIC] == [404] * 3


def test_a_stranger_reads_a_public_policy_as_it_is_and_as_it_was(
    client: Client, published: PolicyVersion
) -> None:
    published.policy.is_public = True
    published.policy.save()
    published.sections.update(tip="Vraag het.")
    old = published.policy.versions.get(number=1)

    page = client.get(policy_address("public-policy", published)).content.decode()
    before = client.get(address("public-version", old)).content.decode()

    assert "Zoals het is." in page
    assert "<svg" in page
    assert 'class="menu' not in page
    assert "Zoals het was." in before
    for name in PUBLIC[1:]:
        answer = client.get(address(name, published))
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_a_draft_of_a_public_policy_stays_inside(
    client: Client, dirk: User, published: PolicyVersion
) -> None:
    published.policy.is_public = True
    published.policy.save()
    draft = PolicyVersionFactory(policy=published.policy, number=3, author=dirk)

    assert client.get(address("public-version", draft)).status_code == 404


def test_the_owner_makes_a_policy_public_and_another_manager_does_not(
    client: Client, dirk: User, frank: User, published: PolicyVersion
) -> None:
    where = policy_address("policy-settings", published)
    fields = {"owner": dirk.pk, "review_months": 12, "is_public": "on"}
    client.force_login(frank)
    assert client.post(where, fields).status_code == 403
    client.force_login(dirk)

    client.post(where, fields)

    published.policy.refresh_from_db()
    assert published.policy.is_public
    client.force_login(UserFactory(roles=[Role.BOARD]))
    assert client.get(where).status_code == 200


def test_a_flyer_without_tips_does_not_exist(
    client: Client, eva: User, published: PolicyVersion
) -> None:
    client.force_login(eva)

    assert client.get(address("version-flyer", published)).status_code == 404
    assert client.get(address("version-pdf", published)).status_code == 200


def test_a_poster_leads_to_the_public_page_only_when_there_is_one(
    client: Client, eva: User, published: PolicyVersion
) -> None:
    client.force_login(eva)
    where = policy_address("policy-poster", published)
    assert "has to sign in" in client.get(where).content.decode()
    published.policy.is_public = True
    published.policy.save()

    page = client.get(where).content.decode()

    assert "http://testserver/governance/read/protocol/" in page
    assert "has to sign in" not in page


def test_a_teacher_sees_in_the_list_only_what_was_published(
    client: Client, eva: User, dirk: User, published: PolicyVersion, protocol_draft: PolicyVersion
) -> None:
    where = reverse("governance:policy-list")
    client.force_login(eva)
    seen = client.get(where).content.decode()
    client.force_login(dirk)
    all_of_it = client.get(where).content.decode()

    assert ("Crisisplan" in seen, "Protocol" in seen) == (False, True)
    assert ("Crisisplan" in all_of_it, "Go on with the draft" in all_of_it) == (True, True)
    assert client.get(where, {"kind": "crisis"}).content.decode().count("row-link") == 1
    assert "No policy fits" in client.get(where, {"kind": "privacy"}).content.decode()


@pytest.fixture
def protocol_draft(dirk: User) -> PolicyVersion:
    policy = PolicyFactory(kind="crisis", title="Crisisplan", owner=dirk)
    version: PolicyVersion = PolicyVersionFactory(policy=policy, author=dirk)
    return version


@pytest.mark.parametrize(
    "name", ["version-detail", "version-pdf", "version-edit", "consultation-start"]
)
def test_a_draft_is_closed_to_a_teacher(
    client: Client, eva: User, protocol_draft: PolicyVersion, name: str
) -> None:
    client.force_login(eva)

    assert client.get(address(name, protocol_draft)).status_code == 403
    assert client.get(protocol_draft.policy.get_absolute_url()).status_code == 403


def test_a_late_review_is_told_in_words(
    client: Client, dirk: User, published: PolicyVersion
) -> None:
    published.policy.reviews.create(planned_date="2020-01-01")
    client.force_login(dirk)

    listed = client.get(reverse("governance:policy-list"), {"state": "late"}).content.decode()

    assert "Review is late: planned for 1 January 2020" in listed
    assert "Do the review" in listed


@pytest.mark.parametrize(("language", "words"), [("nl", "Bepalingen"), ("en", "Clauses")])
def test_the_page_to_write_on_is_there_in_both_languages(
    client: Client, dirk: User, protocol_draft: PolicyVersion, language: str, words: str
) -> None:
    dirk.language = language
    dirk.save()
    client.force_login(dirk)

    assert words in client.get(address("version-edit", protocol_draft)).content.decode()


def test_the_review_page_does_a_review(
    client: Client, dirk: User, published: PolicyVersion
) -> None:
    published.policy.reviews.create(planned_date="2026-01-01")
    where = policy_address("policy-review", published)
    client.force_login(dirk)
    assert 'id="id_note_error"' in client.post(where, {"outcome": "keep"}).content.decode()

    client.post(where, {"outcome": "keep", "note": "Klopt nog."})

    page = client.get(where).content.decode()
    assert "Klopt nog." in page
    assert published.policy.reviews.planned().count() == 1


def test_going_on_leads_to_where_the_version_is(
    client: Client, dirk: User, published: PolicyVersion
) -> None:
    draft = PolicyVersionFactory(policy=published.policy, number=3, author=dirk)
    client.force_login(dirk)
    where = policy_address("draft-start", published)
    assert client.post(where).headers["Location"] == address("version-edit", draft)

    PolicyVersion.objects.filter(pk=draft.pk).update(state="consulted")

    assert client.post(where).headers["Location"] == draft.get_absolute_url()
