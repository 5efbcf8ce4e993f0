"""Clauses are written one by one, by several people at once, and nothing is lost."""

from __future__ import annotations

import pytest
from django.test import Client

from governance.domain import policies
from governance.models import HouseRule, PolicySection, PolicyVersion
from people.models import User
from tests.factories.governance import PolicySectionFactory, RoutingRuleFactory
from tests.governance.policies.addresses import address

pytestmark = pytest.mark.django_db


def data(section: PolicySection | None = None, **changes: object) -> dict[str, object]:
    kept = {
        "edition": section.edition if section else 1,
        "title": section.title if section else "Vier ogen",
        "what": section.what if section else "Een tweede persoon leest mee.",
        "why": "",
        "tip": "",
    }
    return {**kept, **changes}


def titles(version: PolicyVersion) -> list[str]:
    return list(version.sections.order_by("position").values_list("title", flat=True))


def test_a_clause_is_added_at_the_end(client: Client, dirk: User, protocol: PolicyVersion) -> None:
    house_rule = HouseRule.objects.create(title="Integriteitscode")
    client.force_login(dirk)

    page = client.post(address("section-create", protocol), data(house_rules=[house_rule.pk]))

    added = protocol.sections.latest("position")
    assert page.headers["Location"].endswith("/edit/#clause-2")
    assert (added.title, added.position) == ("Vier ogen", 2)
    assert list(added.house_rules.all()) == [house_rule]


def test_a_mistake_is_told_beside_the_field(
    client: Client, dirk: User, protocol: PolicyVersion
) -> None:
    client.force_login(dirk)

    page = client.post(address("section-create", protocol), data(title=""))

    assert page.status_code == 200
    assert 'id="id_title_error"' in page.content.decode()


def test_who_saves_a_clause_second_keeps_their_text_and_sees_the_other(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    section = protocol.sections.get()
    policies.write_section(
        protocol, by=frank, section=section, edition=1, fields={"what": "Binnen een dag."}
    )
    client.force_login(dirk)
    where = address("section-edit", protocol, pk=section.pk)

    page = client.post(where, data(section, what="Binnen een uur."))

    text = page.content.decode()
    assert page.status_code == 409
    assert "<del>dag</del><ins>uur</ins>" in text
    assert "Binnen een uur.</textarea>" in text
    section.refresh_from_db()
    assert section.what == "Binnen een dag."

    client.post(where, data(section, edition=page.context["form"]["edition"].value(), what="Nu."))
    section.refresh_from_db()
    assert (section.what, section.edition) == ("Nu.", 3)


def test_two_people_at_two_clauses_do_not_meet(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    first, second = protocol.sections.get(), PolicySectionFactory(version=protocol)
    policies.write_section(
        protocol, by=frank, section=first, edition=1, fields={"what": "Van Frank."}
    )
    client.force_login(dirk)

    page = client.post(
        address("section-edit", protocol, pk=second.pk), data(second, what="Van Dirk.")
    )

    assert page.status_code == 302
    assert set(protocol.sections.values_list("what", flat=True)) == {"Van Frank.", "Van Dirk."}


def test_who_writes_in_a_clause_that_was_taken_out_can_add_it_again(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    section = protocol.sections.get()
    policies.remove_section(section, by=frank, edition=1)
    client.force_login(dirk)

    page = client.post(
        address("section-edit", protocol, pk=section.pk or 1), data(what="Toch belangrijk.")
    )

    text = page.content.decode()
    assert page.status_code == 409
    assert "took this clause out" in text
    assert "Toch belangrijk.</textarea>" in text
    assert f'action="{address("section-create", protocol)}"' in text


def test_a_clause_saved_after_the_submission_stays_on_the_screen(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    section = protocol.sections.get()
    policies.submit(protocol, by=dirk, approver=frank)
    client.force_login(dirk)

    page = client.post(
        address("section-edit", protocol, pk=section.pk), data(section, what="Nog iets.")
    )

    assert page.status_code == 409
    assert "Nog iets.</textarea>" in page.content.decode()
    section.refresh_from_db()
    assert section.what == "Webcare"


def test_clauses_change_places(client: Client, dirk: User, protocol: PolicyVersion) -> None:
    PolicySectionFactory(version=protocol, title="Tweede")
    third = PolicySectionFactory(version=protocol, title="Derde")
    client.force_login(dirk)

    for direction in ("up", "up", "up"):
        client.post(address("section-move", protocol, pk=third.pk), {"direction": direction})

    assert titles(protocol)[0] == "Derde"
    assert list(protocol.sections.order_by("position").values_list("position", flat=True)) == [
        *(1, 2, 3)
    ]


def test_removing_a_clause_keeps_its_rules_in_the_table(
    client: Client, dirk: User, protocol: PolicyVersion
) -> None:
    gone = protocol.sections.get()
    PolicySectionFactory(version=protocol, title="Tweede")
    rule = RoutingRuleFactory(version=protocol, section=gone)
    client.force_login(dirk)

    client.post(address("section-delete", protocol, pk=gone.pk), {"edition": 1})

    rule.refresh_from_db()
    assert rule.section is None
    assert protocol.sections.get().position == 1


def test_a_clause_that_was_edited_meanwhile_is_not_removed(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    section = protocol.sections.get()
    policies.write_section(protocol, by=frank, section=section, edition=1, fields={"why": "Zo."})
    client.force_login(dirk)

    client.post(address("section-delete", protocol, pk=section.pk), {"edition": 1})

    assert protocol.sections.count() == 1


def test_steps_on_a_frozen_version_only_tell_so(
    client: Client, dirk: User, frank: User, protocol: PolicyVersion
) -> None:
    section = protocol.sections.get()
    policies.submit(protocol, by=dirk, approver=frank)
    client.force_login(dirk)

    for name in ("section-move", "section-delete"):
        page = client.post(address(name, protocol, pk=section.pk), {"direction": "up"})
        assert page.headers["Location"] == protocol.get_absolute_url()

    assert protocol.sections.count() == 1


def test_a_teacher_writes_no_clause(client: Client, eva: User, protocol: PolicyVersion) -> None:
    section = protocol.sections.get()
    client.force_login(eva)

    assert client.post(address("section-create", protocol), data()).status_code == 403
    for name in ("section-edit", "section-move", "section-delete"):
        assert client.post(address(name, protocol, pk=section.pk), data()).status_code == 403
    assert protocol.sections.count() == 1
