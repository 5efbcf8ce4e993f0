from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from governance.domain import policies
from governance.models import PolicyVersion, RoutingRule
from people.models import Role, Team, User
from tests.factories.governance import (
    PolicyFactory,
    PolicyVersionFactory,
    RoutingRuleFactory,
    policy_in_force,
)
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(dirk: User) -> PolicyVersion:
    version: PolicyVersion = PolicyVersionFactory(author=dirk)
    RoutingRuleFactory(version=version, name="Roosters", words="rooster")
    return version


@pytest.fixture
def frank(db: None) -> User:
    user: User = UserFactory(name="Frank", roles=[Role.MANAGER])
    return user


def address(name: str, version: PolicyVersion, **more: int) -> str:
    kwargs = {"slug": version.policy.slug, "number": version.number, **more}
    return reverse(f"governance:{name}", kwargs=kwargs)


def rule_data(version: PolicyVersion, **changes: object) -> dict[str, object]:
    return {
        "edition": version.edition,
        "name": "Betalen",
        "words": "iban",
        "category": "betalen",
        "priority": 2,
        "target_minutes": 1440,
        "clock": "office",
        **changes,
    }


def test_a_teacher_reads_what_is_in_force(client: Client, eva: User) -> None:
    version = policy_in_force({"words": "rooster"}, text="Wij **antwoorden** binnen een dag.")
    client.force_login(eva)

    page = client.get(version.policy.get_absolute_url())

    assert "<strong>antwoorden</strong>" in page.content.decode()


def test_a_teacher_does_not_see_a_draft(client: Client, eva: User, draft: PolicyVersion) -> None:
    client.force_login(eva)

    assert client.get(address("version-detail", draft)).status_code == 403


@pytest.mark.parametrize("name", ["version-edit", "rule-create"])
def test_a_teacher_writes_no_policy(
    client: Client, eva: User, draft: PolicyVersion, name: str
) -> None:
    client.force_login(eva)

    assert client.get(address(name, draft)).status_code == 403


def test_a_manager_adds_a_rule(client: Client, dirk: User, draft: PolicyVersion) -> None:
    client.force_login(dirk)
    team = Team.objects.get(code="info")

    client.post(
        address("rule-create", draft), rule_data(draft, team=team.pk, platforms=["x", "rss"])
    )

    rule = draft.rules.get(name="Betalen")
    assert (rule.team, rule.platforms, rule.position) == (team, ["x", "rss"], 2)


@pytest.mark.parametrize("minutes", [20, 960])
def test_a_rule_is_opened_with_its_own_response_target(
    client: Client, dirk: User, draft: PolicyVersion, minutes: int
) -> None:
    rule = RoutingRuleFactory(version=draft, target_minutes=minutes)
    client.force_login(dirk)

    page = client.get(address("rule-edit", draft, pk=rule.pk)).content.decode()

    assert f'<option value="{minutes}" selected>' in page


def test_a_version_is_opened_with_its_own_response_target(
    client: Client, dirk: User, draft: PolicyVersion
) -> None:
    draft.fallback_target_minutes = 90
    draft.save()
    client.force_login(dirk)

    page = client.get(address("version-edit", draft)).content.decode()

    assert '<option value="90" selected>' in page


def test_a_mistake_in_the_words_is_told_beside_the_field_with_its_place(
    client: Client, dirk: User, draft: PolicyVersion
) -> None:
    client.force_login(dirk)

    page = client.post(address("rule-create", draft), rule_data(draft, words="iban OR (lesgeld"))

    assert "At character 9" in page.content.decode()
    assert not draft.rules.filter(name="Betalen").exists()


@pytest.mark.parametrize("mistake", [{"platforms": ["twitter"]}, {"languages": "Nederlands"}])
def test_a_rule_that_could_never_fit_is_refused(
    client: Client, dirk: User, draft: PolicyVersion, mistake: dict[str, object]
) -> None:
    client.force_login(dirk)

    client.post(address("rule-create", draft), rule_data(draft, **mistake))

    assert not draft.rules.filter(name="Betalen").exists()


def test_a_rule_without_team_means_no_answer_needed(
    client: Client, dirk: User, draft: PolicyVersion
) -> None:
    client.force_login(dirk)

    client.post(address("rule-create", draft), rule_data(draft, team=""))

    assert draft.rules.get(name="Betalen").team is None


def test_who_saves_second_keeps_their_text_and_sees_the_other(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.save(draft, edition=1, by=frank, fields={"summary": "Van Frank"})
    client.force_login(dirk)
    fields = {"edition": 1, "summary": "Van Dirk", "fallback_target_minutes": 1440}

    page = client.post(address("version-edit", draft), fields)

    assert page.status_code == 409
    assert "Van Dirk" in page.content.decode()
    assert "Frank</del>" in page.content.decode()


def test_who_saves_again_after_seeing_the_other_text_wins(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.save(draft, edition=1, by=frank, fields={"summary": "Van Frank"})
    client.force_login(dirk)
    fields = {"edition": 2, "summary": "Van beiden", "fallback_target_minutes": 1440}

    client.post(address("version-edit", draft), fields)

    draft.refresh_from_db()
    assert draft.summary == "Van beiden"


def test_who_saves_after_the_submission_keeps_their_text_on_the_screen(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(dirk)
    fields = {"edition": 1, "summary": "Nog een zin", "fallback_target_minutes": 1440}

    page = client.post(address("version-edit", draft), fields)

    assert page.status_code == 409
    assert "Nog een zin" in page.content.decode()
    draft.refresh_from_db()
    assert draft.summary == ""


@pytest.mark.parametrize("is_new", [True, False])
def test_who_saves_a_rule_after_the_submission_keeps_it_on_the_screen(
    client: Client, dirk: User, frank: User, draft: PolicyVersion, is_new: bool
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(dirk)
    rule = draft.rules.get()
    where = address("rule-create", draft) if is_new else address("rule-edit", draft, pk=rule.pk)

    page = client.post(where, rule_data(draft, name="Nog een regel"))

    assert page.status_code == 409
    assert 'value="Nog een regel"' in page.content.decode()
    assert "not open for writing" in page.content.decode()
    assert [one.name for one in draft.rules.all()] == ["Roosters"]


def test_who_saves_a_rule_second_keeps_it_and_may_save_it_again(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.save(draft, edition=1, by=frank, fields={"summary": "Van Frank"})
    client.force_login(dirk)
    page = client.post(address("rule-create", draft), rule_data(draft, edition=1))
    seen = page.context["form"]["edition"].value()

    client.post(address("rule-create", draft), rule_data(draft, edition=seen))

    assert (page.status_code, seen) == (409, "2")
    assert draft.rules.filter(name="Betalen").exists()


@pytest.mark.parametrize("name", ["version-edit", "rule-create"])
def test_a_submitted_version_is_not_opened_for_writing(
    client: Client, dirk: User, frank: User, draft: PolicyVersion, name: str
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(dirk)

    assert client.get(address(name, draft)).status_code == 403


def test_a_rule_moves_up(client: Client, dirk: User, draft: PolicyVersion) -> None:
    second: RoutingRule = RoutingRuleFactory(version=draft, position=2)
    client.force_login(dirk)

    client.post(address("rule-move", draft, pk=second.pk), {"direction": "up", "edition": 1})

    second.refresh_from_db()
    assert second.position == 1


def test_a_version_goes_from_submission_to_force(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    client.force_login(dirk)
    client.post(address("version-submit", draft), {"approver": frank.pk})
    client.force_login(frank)

    client.post(address("version-decide", draft), {"approves": "on", "note": ""})

    assert policies.in_force() == draft


def test_asking_for_changes_needs_a_reason(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(frank)

    client.post(address("version-decide", draft), {"note": " "})

    draft.refresh_from_db()
    assert draft.state == PolicyVersion.State.SUBMITTED


def test_somebody_who_was_not_asked_cannot_decide(
    client: Client, dirk: User, frank: User, draft: PolicyVersion
) -> None:
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(UserFactory(roles=[Role.MANAGER]))

    assert client.post(address("version-decide", draft), {"approves": "on"}).status_code == 403


def test_the_approver_sees_what_changes(client: Client, dirk: User, frank: User) -> None:
    old = policy_in_force({"name": "Roosters", "words": "rooster"}, text="Binnen een dag.")
    draft = policies.start_draft(old.policy, by=dirk)
    section = draft.sections.get()
    policies.write_section(
        draft, by=dirk, fields={"what": "Binnen een uur."}, section=section, edition=1
    )
    draft.rules.update(words="rooster OR vakantie")
    policies.submit(draft, by=dirk, approver=frank)
    client.force_login(frank)

    page = client.get(address("version-detail", draft)).content.decode()

    assert "<del>dag</del><ins>uur</ins>" in page
    assert "<del>rooster</del> <ins>rooster OR vakantie</ins>" in page


@pytest.mark.parametrize("count", [1, 10])
def test_the_list_asks_the_same_number_of_questions_however_long(
    client: Client, dirk: User, django_assert_num_queries: object, count: int
) -> None:
    for number in range(count):
        policy = PolicyFactory(kind="protocol", slug=f"p-{number}")
        PolicyVersionFactory(policy=policy, in_force=True, fallback_team=None)
    client.force_login(dirk)

    with django_assert_num_queries(7):  # type: ignore[operator]
        client.get(reverse("governance:policy-list"))


def test_a_new_policy_starts_with_a_draft(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.post(
        reverse("governance:policy-create"), {"kind": "protocol", "title": "Protocol"}
    )

    assert page.headers["Location"] == "/governance/policies/protocol/1/edit/"


def test_there_is_one_webcare_policy(client: Client, dirk: User, draft: PolicyVersion) -> None:
    client.force_login(dirk)

    page = client.post(reverse("governance:policy-create"), {"kind": "webcare", "title": "Nog een"})

    assert "There is one webcare policy" in page.content.decode()


def changed(client: Client, dirk: User, **rule: object) -> tuple[PolicyVersion, str]:
    """A draft whose only rule differs from the one in force, and its page."""
    before = policy_in_force({"name": "Roosters", "words": "rooster"}, text="Wij antwoorden.")
    after: PolicyVersion = PolicyVersionFactory(
        policy=before.policy,
        number=2,
        author=dirk,
        fallback_team=before.fallback_team,
        fallback_target_minutes=before.fallback_target_minutes,
    )
    clause = before.sections.get()
    after.sections.update(key=clause.key, title=clause.title, what=clause.what)
    same = before.rules.get()
    same.pk, same.version = None, after
    for name, value in rule.items():
        setattr(same, name, value)
    same.save()
    client.force_login(dirk)
    return after, client.get(after.get_absolute_url()).content.decode()


def test_the_approver_sees_every_field_that_changes(client: Client, dirk: User) -> None:
    _, page = changed(client, dirk, clock="watch", platforms=["x"])
    assert "<del>office hours</del> <ins>day and night</ins>" in page
    assert "<del>–</del> <ins>X</ins>" in page


def test_a_text_that_stays_is_not_shown_as_a_change(client: Client, dirk: User) -> None:
    _, page = changed(client, dirk, clock="watch")
    assert "In the text" not in page


def test_the_approver_sees_another_fallback(client: Client, dirk: User) -> None:
    version, _ = changed(client, dirk)
    version.fallback_target_minutes = 30
    version.save()
    page = client.get(version.get_absolute_url()).content.decode()
    assert "<ins>30 minutes</ins>" in page


def test_codes_in_a_rule_are_kept_as_the_portal_writes_them(
    client: Client, draft: PolicyVersion, dirk: User
) -> None:
    client.force_login(dirk)
    client.post(
        address("rule-create", draft), rule_data(draft, platforms=["x", "rss"], languages="NL")
    )
    rule = RoutingRule.objects.get(name="Betalen")
    assert rule.platforms == ["x", "rss"]
    assert rule.languages == ["nl"]
