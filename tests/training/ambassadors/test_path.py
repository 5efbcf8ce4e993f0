from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import Settings

from core.clock import now
from core.models import LogEntry
from people.models import User
from tests.factories.devices import AmbassadorFactory, AmbassadorTaskFactory
from tests.factories.growth import confirms, mandate_protocol
from tests.factories.monitoring import MentionFactory
from tests.factories.training import CertificateFactory, CourseFactory
from training.domain import ambassadors, mandate_states
from training.models import Ambassador, AmbassadorTask

pytestmark = pytest.mark.django_db
State = Ambassador.State


class Refusing(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError


def link() -> str:
    found = re.search(r"/training/ambassador/\S+", str(mail.outbox[-1].body))
    assert found
    return found[0]


def test_a_student_goes_from_mention_to_task_without_being_kept_before_the_yes(
    client: Client, eva: User, thea: User
) -> None:
    client.force_login(eva)
    suggest = reverse("training:ambassador-suggest")
    form = client.get(suggest, {"from": "https://x.example/1", "name": "@lotte"}).context["form"]
    assert (form["found_at"].value(), form["found_as"].value()) == ("https://x.example/1", "@lotte")
    client.post(suggest, {"found_at": "https://x.example/1", "found_as": "@lotte", "why": "Leuk"})
    one = Ambassador.objects.get()
    client.force_login(thea)

    client.post(reverse("training:ambassador-invite", args=[one.pk]), {"email": "lotte@x.nl"})

    one.refresh_from_db()
    assert (one.state, one.email, one.name) == (State.INVITED, "", "")
    assert mail.outbox[0].to == ["lotte@x.nl"]
    assert "lotte@x.nl" not in str(list(LogEntry.objects.values_list("detail", flat=True)))
    stranger = Client()
    assert stranger.get(link()).status_code == 200
    one.refresh_from_db()
    assert one.state == State.INVITED  # looking changes nothing
    assert stranger.post(link(), {"answer": "yes", "name": ""}).status_code == 422

    answer = {"answer": "yes", "name": "Lotte", "email": "lotte@x.nl"}
    stranger.post(link(), answer)
    stranger.post(link(), {**answer, "name": "Another"})
    one.refresh_from_db()
    assert (one.state, one.name) == (State.ACTIVE, "Lotte")
    client.post(reverse("training:ambassador-task-add", args=[one.pk]), {"text": "Een foto"})
    stranger.post(link(), {"answer": "done", "task": AmbassadorTask.objects.get().pk})
    steps = ambassadors.path(one, one.tasks.all())
    assert [step.is_done for step in steps] == [True, True, True, True, False, False]


@pytest.mark.parametrize(
    ("state", "said", "ends"),
    [
        (State.INVITED, "no", State.DECLINED),
        (State.INVITED, "stop", State.STOPPED),
        (State.ACTIVE, "stop", State.STOPPED),
    ],
)
def test_a_no_or_a_stop_erases(client: Client, eva: User, state: str, said: str, ends: str) -> None:
    one = AmbassadorFactory(
        state=state, key="secret", found_text="Wat leuk!", name="L", email="l@x.nl",
        consented_at=now(), suggested_by=eva,
    )  # fmt: skip
    AmbassadorTaskFactory(ambassador=one)

    page = client.post("/training/ambassador/secret/", {"answer": said}, follow=True)

    assert page.status_code == 200
    one.refresh_from_db()
    kept = {one.found_as, one.found_at, one.found_text, one.why, one.name, one.email}
    assert (one.state, kept, one.user, one.key) == (ends, {""}, None, None)
    assert not AmbassadorTask.objects.exists()
    assert client.get("/training/ambassador/secret/").status_code == 404


def test_a_colleague_answers_with_the_own_account(client: Client, eva: User, thea: User) -> None:
    one = AmbassadorFactory(user=eva, found_as="")
    ambassadors.invite(one, by=thea)

    assert mail.outbox[0].to == [eva.email]
    client.post(link(), {"answer": "yes"})

    one.refresh_from_db()
    assert (one.state, one.name, str(one)) == (State.ACTIVE, "", "Eva")


def test_a_letter_that_is_not_sent_changes_nothing(
    client: Client, thea: User, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    one = AmbassadorFactory()
    client.force_login(thea)

    page = client.post(
        reverse("training:ambassador-invite", args=[one.pk]), {"email": "l@x.nl"}, follow=True
    )

    one.refresh_from_db()
    assert (one.state, one.key) == (State.SUGGESTED, None)
    assert "could not be sent" in page.content.decode()


def test_nobody_is_suggested_twice(client: Client, eva: User, thea: User) -> None:
    AmbassadorFactory(user=eva, found_at="https://x.example/1")
    client.force_login(thea)

    page = client.post(
        reverse("training:ambassador-suggest"),
        {"user": eva.pk, "why": "x", "found_at": "https://x.example/2"},
    )
    assert "This colleague was suggested already." in page.content.decode()
    page = client.post(
        reverse("training:ambassador-suggest"), {"why": "x", "found_at": "https://x.example/1"}
    )
    assert "This message was suggested already." in page.content.decode()
    assert Ambassador.objects.count() == 1


def test_suggestions_and_unanswered_invitations_go_after_sixty_days() -> None:
    old = now() - timedelta(days=60)
    suggested = AmbassadorFactory()
    invited = AmbassadorFactory(state=State.INVITED, invited_at=old)
    active = AmbassadorFactory(state=State.ACTIVE, invited_at=old, consented_at=old)
    young = AmbassadorFactory()
    ids = [one.pk for one in (suggested, invited, active)]
    Ambassador.objects.filter(pk__in=ids).update(created_at=old)

    assert ambassadors.forget(at=now()) == 2

    assert set(Ambassador.objects.all()) == {active, young}


def test_a_teacher_may_suggest_and_sees_nobody(client: Client, eva: User) -> None:
    one = AmbassadorFactory(state=State.ACTIVE, consented_at=now())
    task = AmbassadorTaskFactory(ambassador=one)
    client.force_login(eva)

    assert client.get(reverse("training:ambassador-suggest")).status_code == 200
    for name in ("detail", "invite", "path", "task-add", "stop"):
        method = client.get if name == "detail" else client.post
        assert method(reverse(f"training:ambassador-{name}", args=[one.pk])).status_code == 403
    assert client.get(reverse("training:ambassador-list")).status_code == 403
    finish = reverse("training:ambassador-task-finish", args=[task.pk])
    assert client.post(finish).status_code == 403


def test_the_page_counts_without_names(client: Client, thea: User) -> None:
    one = AmbassadorFactory(state=State.ACTIVE, consented_at=now())
    AmbassadorTaskFactory(ambassador=one, done_at=now())
    client.force_login(thea)

    page = client.get(reverse("training:ambassador-list"))

    assert dict(page.context["counts"]) | {"active": 1, "task done": 1} == dict(
        page.context["counts"]
    )
    client.post(reverse("training:ambassador-stop", args=[one.pk]))
    assert not Ambassador.objects.current().exists()


def test_a_positive_message_leads_to_a_suggestion(client: Client, anna: User) -> None:
    client.force_login(anna)
    about = {"url": "https://x.example/1?a=b&c=d", "author_name": "Lotte & co"}
    nice = MentionFactory(sentiment="positive", **about)
    sour = MentionFactory(sentiment="negative", **about)
    pages = [client.get(one.get_absolute_url()).content.decode() for one in (nice, sour)]

    found = re.search(r'href="([^"]*/ambassadors/suggest/[^"]*)"', pages[0])
    assert found
    form = client.get(unescape(found[1])).context["form"]
    assert form["found_at"].value() == "https://x.example/1?a=b&c=d"
    assert "Lotte & co" in form["found_as"].value()
    assert "ambassadors/suggest" not in pages[1]


def test_of_a_colleague_the_certificate_and_the_mandate_say_how_far_it_is(
    client: Client, thea: User, eva: User
) -> None:
    version = mandate_protocol(course=True)
    one = AmbassadorFactory(user=eva, found_as="", state=State.ACTIVE, consented_at=now())
    course = CourseFactory(counts_for_mandate=True)
    client.force_login(thea)
    detail = reverse("training:ambassador-detail", args=[one.pk])
    assert list(client.get(detail).context["path_form"].fields) == ["course"]
    assert [step.is_done for step in ambassadors.path(one, [])][-2:] == [False, False]

    client.post(f"{detail}path/", {"course": course.pk, "mandate_on": "2026-01-01"})
    CertificateFactory(user=eva, course=course, awarded_on=date(2026, 6, 1))
    confirms(eva, version)
    mandate_states.compare(eva)

    one.refresh_from_db()
    assert (one.course, one.mandate_on) == (course, None)
    done, mandate = ambassadors.path(one, [])[-2:]
    assert (done.on, mandate.is_done, mandate.on) == (date(2026, 6, 1), True, localdate(now()))
    student = AmbassadorFactory(state=State.ACTIVE, consented_at=now())
    page = client.get(reverse("training:ambassador-detail", args=[student.pk]))
    assert "mandate_on" in page.context["path_form"].fields
