"""Reading and confirming: who must, how far they are, and what waits."""

from __future__ import annotations

from typing import Any

from governance.models import Policy, PolicyVersion
from people.models import Role, User
from tests.factories.governance import PolicySectionFactory, PolicyVersionFactory
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.reading import (
    AcknowledgementFactory,
    QuizQuestionFactory,
    ReadershipFactory,
    protocol,
    published,
)

LIST, DETAIL, FORM = 8, 12, 6

PAGES = {
    "people:waiting": LIST,
    "governance:confirmation-list": LIST,
    "governance:policy-confirm": DETAIL,
    "governance:policy-confirmed": DETAIL,
    "governance:readership-create": FORM,
    "governance:readership-edit": FORM + 1,  # with the chosen units, and how many that asks
    "governance:policy-progress": DETAIL,
    "governance:progress-summary": DETAIL,
    "governance:progress-names": DETAIL,
    "governance:progress-export": DETAIL,
    "governance:quiz-edit": FORM,
    "governance:question-create": FORM,
    "governance:question-edit": FORM,
}
STEPS = {
    "governance:readership-count",
    "governance:readership-delete",
    "governance:progress-remind",
    "governance:question-move",
    "governance:question-delete",
}


def arguments(reader: User) -> dict[str, dict[str, Any]]:
    read, unread = ({"slug": slug} for slug in ("read", "unread"))
    draft = _draft()
    in_draft = {"slug": draft.policy.slug, "number": draft.number}
    readership = Policy.objects.get(slug="read").readerships.order_by("pk")[0]
    question = draft.questions.order_by("pk")[0]
    return {
        "governance:policy-confirm": unread,
        "governance:policy-confirmed": read,
        "governance:readership-create": read,
        "governance:readership-edit": {**read, "pk": readership.pk},
        "governance:policy-progress": read,
        "governance:progress-summary": read,
        "governance:progress-names": read,
        "governance:progress-export": read,
        "governance:quiz-edit": in_draft,
        "governance:question-create": in_draft,
        "governance:question-edit": {**in_draft, "pk": question.pk},
    }


def grow(reader: User, count: int) -> None:
    """`count` more units, readerships, clauses, questions, colleagues and confirmations."""
    read, unread = (_in_force(slug) for slug in ("read", "unread"))
    units = UnitFactory.create_batch(count)
    for unit in units:
        ReadershipFactory(policy=read.policy, units=[unit])
        colleague = UserFactory(unit=unit, roles=[Role.TEACHER])
        AcknowledgementFactory(user=colleague, version=read)
        UserFactory(unit=unit, roles=[Role.TEACHER])
        waits = published(protocol(title=f"Waits because of {unit.name}"))
        ReadershipFactory(policy=waits.policy)
        AcknowledgementFactory(user=reader, version=published(protocol(title="Read")))
    for version in (unread, _draft()):
        PolicySectionFactory.create_batch(count, version=version)
        QuizQuestionFactory.create_batch(count, version=version)
    reader.acknowledgements.get_or_create(version=read, defaults={"at": read.in_force_from})


def _in_force(slug: str) -> PolicyVersion:
    found = PolicyVersion.objects.in_force().filter(policy__slug=slug).first()
    return found or published(protocol(title=slug, slug=slug))


def _draft() -> PolicyVersion:
    policy = _in_force("read").policy
    return policy.versions.open().first() or PolicyVersionFactory(policy=policy)
