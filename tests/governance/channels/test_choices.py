from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from core import audit
from core.clock import now
from governance.domain import audiences, channel_hours, channel_matrix, channels
from governance.domain.meantime import ChangedMeanwhile
from governance.models import Audience, ChannelChoice
from people.models import Role, User
from tests.factories.channels import (
    AimFactory,
    AudienceUseFactory,
    ChannelChoiceFactory,
    ChannelScoreFactory,
    mandate,
)
from tests.factories.people import UserFactory
from tests.markup import assert_strict

pytestmark = pytest.mark.django_db
State = ChannelChoice.State
SCORE = {"present": 3, "expects": 2, "openness": 1, "reason": "Eigen vragenlijst"}


@pytest.fixture
def choice(db: None) -> ChannelChoice:
    made: ChannelChoice = ChannelChoiceFactory()
    return made


@pytest.fixture
def students(db: None) -> Audience:
    audiences.ensure_standard()
    return Audience.objects.get(code="students")


@pytest.fixture
def chris(db: None) -> User:
    """Owner of a channel."""
    user: User = UserFactory(name="Chris", roles=[Role.CHANNEL_OWNER])
    return user


def ready(choice: ChannelChoice) -> ChannelChoice:
    """A choice against which nothing speaks."""
    mandate(40)
    choice.goals.add(AimFactory())
    ChannelScoreFactory(choice=choice)
    return choice


# --- hours ------------------------------------------------------------------------------------
def test_hours_are_those_of_mandates_that_hold_today() -> None:
    today = localdate(now())
    mandate(8)
    mandate(4, from_date=today, until_date=today)
    mandate(50, from_date=today + timedelta(days=1))
    mandate(50, until_date=today - timedelta(days=1))

    assert channel_hours.available() == 12


def test_what_is_being_closed_costs_time_and_what_is_considered_does_not() -> None:
    for state in State:
        ChannelChoiceFactory(state=state, hours_per_week=Decimal("1.5"))

    hours = channel_hours.total()

    assert (hours.needed, hours.missing) == (Decimal("3.0"), Decimal("3.0"))


def test_hours_are_suggested_as_a_rough_assumption() -> None:
    assert channel_hours.suggested("tiktok") == Decimal("6.0")
    assert channel_hours.suggested("Hyves") == 0


# --- deciding ---------------------------------------------------------------------------------
def test_everything_that_speaks_against_it_is_said(choice: ChannelChoice) -> None:
    found = channels.objections(choice)

    assert [one.code for one in found] == ["hours", "no_goal", "no_audience"]


def test_what_fits_is_chosen_without_a_word_more(choice: ChannelChoice, dirk: User) -> None:
    chosen = channels.decide(
        ready(choice), state=State.CHOSEN, edition=1, by=dirk, reason="Zij zijn daar."
    )

    assert (chosen.state, chosen.decided_by, chosen.edition) == (State.CHOSEN, dirk, 2)
    assert audit.history(chosen)[0].reason == "Zij zijn daar."


def test_one_channel_too_many_takes_a_reason_that_is_kept(
    choice: ChannelChoice, dirk: User
) -> None:
    with pytest.raises(channels.NeedsReason) as refused:
        channels.decide(choice, state=State.CHOSEN, edition=1, by=dirk, reason="Leuk")
    assert refused.value.objections[0].hours is not None
    choice.refresh_from_db()
    assert (choice.state, choice.edition) == (State.CONSIDERED, 1)

    channels.decide(
        choice, state=State.CHOSEN, edition=1, by=dirk, reason="Leuk", despite="Proef van 3 maanden"
    )

    entry = audit.history(choice)[0]
    assert entry.detail["despite"] == "Proef van 3 maanden"
    assert entry.detail["objections"] == ["hours", "no_goal", "no_audience"]


def test_declining_needs_no_hours(choice: ChannelChoice, dirk: User) -> None:
    declined = channels.decide(
        choice, state=State.DECLINED, edition=1, by=dirk, reason="Te weinig tijd"
    )

    assert declined.state == State.DECLINED
    again = channels.decide(
        declined, state=State.CONSIDERED, edition=2, by=dirk, reason=declined.reason
    )
    assert again.state == State.CONSIDERED


def test_a_chosen_channel_is_left_by_closing_it_only(dirk: User) -> None:
    chosen = ChannelChoiceFactory(chosen=True)

    with pytest.raises(channels.WrongState):
        channels.decide(chosen, state=State.DECLINED, edition=1, by=dirk, reason="Nee")
    with pytest.raises(channels.WrongState):
        channels.reconsider(chosen, edition=1, by=dirk)


def test_two_who_decide_at_once_hear_of_each_other(choice: ChannelChoice, dirk: User) -> None:
    channels.save(choice, edition=1, by=dirk, fields={"reason": "Van Anja"})

    with pytest.raises(ChangedMeanwhile) as other:
        channels.decide(choice, state=State.DECLINED, edition=1, by=dirk, reason="Nee")

    assert other.value.current.reason == "Van Anja"


def test_the_page_says_what_speaks_against_it_and_asks_why(
    client: Client, dirk: User, choice: ChannelChoice
) -> None:
    client.force_login(dirk)
    url = reverse("governance:choice-decide", args=[choice.pk])
    page = client.get(url)
    assert_strict(page)
    assert "No goal is tied to it" in page.content.decode()
    form = {"edition": 1, "state": "chosen", "reason": "Studenten zijn daar."}

    refused = client.post(url, form)
    assert "despite" in refused.context["form"].errors
    assert "reason" in client.post(url, {**form, "reason": " "}).context["form"].errors
    client.post(url, {**form, "despite": "Proef"})

    choice.refresh_from_db()
    assert choice.state == State.CHOSEN
    assert "Proef" in client.get(choice.get_absolute_url()).content.decode()


def test_a_decision_on_an_old_page_is_shown_again(
    client: Client, dirk: User, choice: ChannelChoice
) -> None:
    client.force_login(dirk)
    channels.save(choice, edition=1, by=dirk, fields={"hours_per_week": 5})
    url = reverse("governance:choice-decide", args=[choice.pk])

    page = client.post(url, {"edition": 1, "state": "declined", "reason": "Nee"})

    assert page.status_code == 409
    assert page.context["form"]["edition"].value() == "2"
    assert "Somebody else changed this channel" in page.content.decode()


# --- the matrix -------------------------------------------------------------------------------
def test_the_matrix_adds_up_and_sorts(students: Audience) -> None:
    low = ChannelChoiceFactory(platform="x", hours_per_week=9)
    high = ChannelChoiceFactory(platform="instagram", hours_per_week=1)
    ChannelScoreFactory(choice=low, audience=students, present=1, expects=0, openness=0)
    ChannelScoreFactory(choice=high, audience=students)
    ChannelChoiceFactory(state=State.DECLINED)

    def order(by: str) -> list[ChannelChoice]:
        return [row.choice for row in channel_matrix.build(order=by).rows]

    assert order("students") == order("total") == order("platform") == [high, low]
    assert order("hours") == [low, high]
    assert channel_matrix.build(order="nonsense").order == "state"
    assert [row.total for row in channel_matrix.build(order="total").rows] == [6, 1]


def test_an_audience_that_does_not_count_has_no_column(students: Audience) -> None:
    Audience.objects.filter(pk=students.pk).update(is_active=False)

    columns = [one.code for one in channel_matrix.build().audiences]

    assert len(columns) == 7
    assert "students" not in columns


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_teacher_reads_the_matrix_and_changes_nothing(
    client: Client, eva: User, choice: ChannelChoice, language: str
) -> None:
    eva.language = language
    eva.save()
    client.force_login(eva)
    hyves = ChannelChoiceFactory(platform="Hyves", state=State.CLOSED, close_date=date(2013, 12, 1))

    for path in ("/governance/channels/", "/governance/channels/?show=past"):
        page = client.get(path)
        assert page.status_code == 200
        assert_strict(page)
    assert "Hyves" in page.content.decode()
    assert "2013" in client.get(hyves.get_absolute_url()).content.decode()
    assert client.get(choice.get_absolute_url()).status_code == 200
    for name in ("choice-edit", "choice-decide", "closing-start"):
        url = reverse(f"governance:{name}", args=[choice.pk])
        assert client.get(url).status_code == client.post(url).status_code == 403
    assert client.get("/governance/channels/new/").status_code == 403
    for name in ("choice-reconsider", "closing-end"):
        assert client.post(reverse(f"governance:{name}", args=[choice.pk])).status_code == 403
    step = reverse("governance:closing-step", args=[choice.pk, "announce"])
    assert client.post(step, {"outcome": "done"}).status_code == 403


def test_an_empty_portal_says_where_to_begin(client: Client, dirk: User) -> None:
    client.force_login(dirk)

    page = client.get("/governance/channels/").content.decode()

    assert "Write the first one down" in page


# --- writing ----------------------------------------------------------------------------------
def test_an_owner_keeps_the_own_channel_up_to_date_and_does_not_decide(
    client: Client, chris: User, students: Audience
) -> None:
    client.force_login(chris)
    own = ChannelChoiceFactory(owner=chris)
    other = ChannelChoiceFactory()
    edit = reverse("governance:choice-edit", args=[own.pk])
    fields = client.get(edit).context["form"].fields
    assert "owner" not in fields
    assert "platform" not in fields

    form = {"edition": 1, "reason": "Nieuw", "hours_per_week": "2.5", "openness": "open"}
    assert client.post(edit, form).status_code == 302
    score = reverse("governance:choice-score", args=[own.pk, "students"])
    assert client.post(score, {"edition": 2, **SCORE}).status_code == 302

    own.refresh_from_db()
    assert (own.reason, own.hours_per_week, own.scores.get().total) == ("Nieuw", Decimal("2.5"), 6)
    for name in ("choice-edit", "choice-decide"):
        assert client.get(reverse(f"governance:{name}", args=[other.pk])).status_code == 403
    assert client.get(reverse("governance:choice-decide", args=[own.pk])).status_code == 403


def test_a_score_stands_beside_what_is_known(
    client: Client, dirk: User, choice: ChannelChoice, students: Audience
) -> None:
    client.force_login(dirk)
    AudienceUseFactory(audience=students, platform="instagram", percent=Decimal("71.5"))

    page = client.get(reverse("governance:choice-score", args=[choice.pk, "students"]))

    assert "71.5%" in page.content.decode()
    assert "checked" not in page.content.decode()
    missing = client.post(page.request["PATH_INFO"], {"edition": 1})
    assert set(missing.context["form"].errors) == {"present", "expects", "openness"}
    hostile = client.post(page.request["PATH_INFO"], {"edition": 1, **SCORE, "present": 9})
    assert "present" in hostile.context["form"].errors


def test_a_score_on_an_old_page_shows_the_other_score(
    client: Client, dirk: User, choice: ChannelChoice, students: Audience
) -> None:
    client.force_login(dirk)
    url = reverse("governance:choice-score", args=[choice.pk, "students"])
    client.post(url, {"edition": 1, **SCORE})

    page = client.post(url, {"edition": 1, **SCORE, "present": 0, "reason": "Van mij"})

    assert page.status_code == 409
    assert "The score that stands now: 6 of 9." in page.content.decode()
    assert "Van mij" in page.content.decode()
    assert choice.scores.get().total == 6


def test_a_change_on_an_old_page_loses_nothing(
    client: Client, dirk: User, choice: ChannelChoice
) -> None:
    client.force_login(dirk)
    url = reverse("governance:choice-edit", args=[choice.pk])
    form = {
        "edition": 1, "platform": "Instagram", "hours_per_week": "2", "openness": "open",
    }  # fmt: skip
    client.post(url, {**form, "reason": "Van Anja"})

    page = client.post(url, {**form, "reason": "Van Dirk"})

    assert page.status_code == 409
    assert "Van Anja" in page.content.decode()
    assert "Van Dirk" in page.content.decode()
    edition = page.context["form"]["edition"].value()
    assert client.post(url, {**form, "reason": "Samen", "edition": edition}).status_code == 302


@pytest.mark.parametrize("state", ["chosen", "declined"])
def test_what_was_decided_keeps_a_reason(client: Client, dirk: User, state: str) -> None:
    client.force_login(dirk)
    decided = ChannelChoiceFactory(state=state)
    url = reverse("governance:choice-edit", args=[decided.pk])
    form = {"edition": 1, "platform": "x", "hours_per_week": "2", "openness": "open"}

    assert "reason" in client.post(url, {**form, "reason": " "}).context["form"].errors


def test_a_college_writes_down_what_it_is_on_already(client: Client, dirk: User) -> None:
    client.force_login(dirk)
    assert "Instagram" in client.get("/governance/channels/new/").content.decode()
    page = client.get("/governance/channels/new/?platform=Twitter")
    assert page.context["form"].initial["hours_per_week"] == Decimal("3.0")
    assert "rough assumption" in page.content.decode()
    form = {"platform": "X", "hours_per_week": "3", "openness": "open", "owner": dirk.pk}

    refused = client.post("/governance/channels/new/", {**form, "state": "chosen"})
    assert "reason" in refused.context["form"].errors
    client.post("/governance/channels/new/", {**form, "state": "chosen", "reason": "Pers"})
    undated = client.post("/governance/channels/new/", {**form, "state": "closed"})
    assert "close_date" in undated.context["form"].errors
    gone = {**form, "platform": "Hyves", "state": "closed", "close_date": "2013-12-01"}
    client.post("/governance/channels/new/", gone)

    chosen, closed = ChannelChoice.objects.order_by("pk")
    assert (chosen.platform, chosen.state, chosen.decided_by) == ("x", State.CHOSEN, dirk)
    assert (closed.platform, closed.close_date) == ("Hyves", date(2013, 12, 1))


# --- the public page --------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_reads_where_the_college_is_and_why(client: Client, language: str) -> None:
    client.cookies["language"] = language
    ChannelChoiceFactory(chosen=True, reason="Onze studenten zijn er <b>elke</b> dag.")
    ChannelChoiceFactory(
        state=State.CLOSING, platform="Flickr", close_date=date(2027, 1, 1), closing_reason="Intern"
    )
    ChannelChoiceFactory(platform="tiktok", reason="Geheim plan")

    page = client.get("/governance/our-channels/")

    assert_strict(page)
    text = page.content.decode()
    assert "elke&lt;/b&gt; dag" in text
    assert "2027" in text
    assert "Geheim plan" not in text
    assert "Intern" not in text


def test_a_college_that_said_nothing_yet_has_a_public_page(client: Client) -> None:
    assert client.get("/governance/our-channels/").status_code == 200


def test_a_cell_leads_nowhere_that_the_reader_may_not_go(
    client: Client, eva: User, dirk: User
) -> None:
    score = ChannelScoreFactory(choice=ChannelChoiceFactory(chosen=True, owner=dirk))
    address = reverse("governance:choice-score", args=[score.choice.pk, score.audience.code])
    pages = {}
    for reader in (eva, dirk):
        client.force_login(reader)
        pages[reader] = client.get(reverse("governance:choice-list")).content.decode()

    assert address not in pages[eva]
    assert address in pages[dirk]
