"""Tools have a corner, assessments show risks, incidents are closed with a lesson and forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from core import audit
from governance import tasks
from governance.domain import assessments, incidents, meantime, safety_papers, talks
from governance.domain.assessments import Obstacle
from governance.domain.traces import Trace, found_in
from governance.models import Incident, IncidentStep, PrivacyAssessment, ToolTalk
from governance.permissions import safety as permissions
from governance.waiting import safety as waiting
from people.domain import waiting as everything
from people.models import Role, Team, User
from tests.factories.people import UserFactory
from tests.factories.safety import (
    AssessmentFactory,
    IncidentFactory,
    IncidentStepFactory,
    TalkFactory,
    answers,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = date(2026, 6, 1)
Conclusion = PrivacyAssessment.Conclusion


@pytest.mark.parametrize(
    ("to_hide", "trust", "code"),
    [(1, 5, "at_ease"), (2, 2, "wary"), (3, 3, "confidential"), (5, 1, "protected")],
)
def test_a_tool_comes_in_one_corner(to_hide: int, trust: int, code: str) -> None:
    assert talks.corner(to_hide, trust).code == code


@pytest.mark.parametrize("to_hide", [1, 3, 5])
@pytest.mark.parametrize("trust", [1, 3, 5])
def test_the_figure_says_the_same_corner(to_hide: int, trust: int) -> None:
    chart = talks.figure([TalkFactory(to_hide=to_hide, trust=trust)])

    assert chart.table.rows[0][-1] == str(talks.corner(to_hide, trust).name)


def test_an_assessment_is_started_from_a_talk_once(eva: User) -> None:
    talk = TalkFactory(owner=eva)

    first = talks.start_assessment(talk, by=eva)

    assert talks.start_assessment(talk, by=eva) == first
    assert (first.title, first.talk, first.owner) == (talk.tool, talk, eva)


def test_a_deleted_talk_leaves_its_assessment(eva: User) -> None:
    one = talks.start_assessment(TalkFactory(owner=eva), by=eva)

    talks.remove(one.talk, by=eva)  # type: ignore[arg-type]

    assert not ToolTalk.objects.exists()
    assert PrivacyAssessment.objects.get().talk is None


def test_what_nobody_answered_is_no_risk_and_not_ready() -> None:
    assert assessments.risks({}) == []
    assert assessments.unanswered({"images": {"answer": "perhaps"}, "minors": "no"}) == 19
    one = AssessmentFactory(answers={})
    assert assessments.obstacle(one, Conclusion.GO) == Obstacle.UNANSWERED


def test_nothing_is_called_a_low_risk_before_all_questions_have_an_answer() -> None:
    given = answers()
    del given["images"]

    assert assessments.verdict(given) is None
    tracked = {"profiling": {"answer": "yes"}}
    assert assessments.verdict(tracked) == assessments.level(tracked)
    level = assessments.verdict(answers())
    assert level is not None
    assert level.code == "low"


def test_each_risk_asks_for_a_measure_before_going_on() -> None:
    one = AssessmentFactory(answers=answers(outside_eu=""))

    assert assessments.obstacle(one, Conclusion.MEASURES) == Obstacle.NO_MEASURE
    assert assessments.obstacle(one, Conclusion.NO) is None
    assert assessments.obstacle(one, Conclusion.FULL) is None
    one.answers = answers(outside_eu="No names.")
    assert assessments.obstacle(one, Conclusion.GO) is None


def test_a_high_risk_is_never_no_objection() -> None:
    one = AssessmentFactory(answers=answers(special_data="Only with consent."))

    assert assessments.level(one.answers).code == "high"
    assert assessments.obstacle(one, Conclusion.GO) == Obstacle.TOO_HIGH
    assert assessments.obstacle(one, Conclusion.MEASURES) is None


def test_a_manager_who_did_not_make_it_decides(dirk: User, eva: User) -> None:
    one = AssessmentFactory(owner=eva)

    for stranger in (eva, UserFactory()):
        with pytest.raises(assessments.NotTheirs):
            assessments.decide(one, by=stranger, conclusion=Conclusion.GO, review_date=None)
    decided = assessments.decide(one, by=dirk, conclusion=Conclusion.GO, review_date=DAY)

    assert (decided.state, decided.decided_by) == ("decided", dirk)
    assert audit.history(one)[0].verb == "decided"
    with pytest.raises(assessments.NotTheirs):
        assessments.decide(one, by=dirk, conclusion=Conclusion.NO, review_date=None)


def test_nobody_decides_on_their_own_assessment(dirk: User) -> None:
    one = AssessmentFactory(owner=dirk)

    with pytest.raises(assessments.NotTheirs):
        assessments.decide(one, by=dirk, conclusion=Conclusion.GO, review_date=None)


def test_what_was_decided_is_looked_at_again_in_a_copy(dirk: User, eva: User) -> None:
    draft = AssessmentFactory(owner=eva, answers=answers(images="Ask first."))
    one = assessments.decide(draft, by=dirk, conclusion=Conclusion.GO, review_date=DAY)

    with pytest.raises(assessments.NotTheirs):
        assessments.write(one, by=eva, seen=meantime.stamp(one))
    copy = assessments.look_again(one, by=eva)

    assert (copy.state, copy.conclusion) == ("draft", "")
    assert copy.answers == one.answers
    assert list(waiting.decided(eva, DAY)) == []


def test_an_assessment_is_told_as_codes_and_as_a_safe_table() -> None:
    one = AssessmentFactory(answers=answers(images="=1+1"))

    data = safety_papers.assessment_data(one)

    told = {answer["question"]: answer for answer in data["answers"]}
    assert told["images"] == {
        "question": "images",
        "theme": "data",
        "answer": "yes",
        "is_risk": True,
        "measure": "=1+1",
    }
    assert "'=1+1" in safety_papers.assessment_csv(one)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mail naar jan.de-vries@student.example.nl", [Trace.ADDRESS]),
        ("Bel 06-12345678", [Trace.PHONE]),
        ("Bel +31 6 1234 5678 of 0299 123 456", [Trace.PHONE]),
        ("Student 1234567 en s0123456", [Trace.STUDENT]),
        ("Mail a@b.nl, bel 0612345678, nummer 7654321", list(Trace)),
        ("Op 2026-06-01 om 12.30 uur zagen 30 studenten het, 1200 keer bekeken", []),
        ("Op 01-06-2026 in lokaal 1.024", []),
        ("", []),
    ],
)
def test_traces_of_a_person_are_seen(text: str, found: list[Trace]) -> None:
    assert found_in("", text) == found


def leak(**fields: object) -> Incident:
    with time_machine.travel(NOON, tick=False):
        made: Incident = IncidentFactory(kind=Incident.Kind.DATA_LEAK, is_data_leak=True, **fields)
    return made


def test_a_leak_is_told_within_72_hours_after_the_report() -> None:
    incident = leak(happened_at=NOON - timedelta(days=9))

    assert incidents.tell_before(incident) == NOON + timedelta(hours=72)
    assert incidents.told_in_time(incident) is None
    incident.authority_told_at = NOON + timedelta(hours=72)
    assert incidents.told_in_time(incident) is True
    incident.authority_told_at = NOON + timedelta(hours=72, seconds=1)
    assert incidents.told_in_time(incident) is False


def test_what_is_no_leak_has_no_clock() -> None:
    assert incidents.tell_before(IncidentFactory()) is None


def test_a_report_of_leaked_data_is_a_leak_whatever_was_ticked(eva: User) -> None:
    incident = incidents.report(IncidentFactory.build(kind="data_leak", reported_by=None), by=eva)

    assert incident.is_data_leak
    assert incident.reported_by == eva


def test_an_untold_leak_is_closed_only_with_a_reason(dirk: User) -> None:
    incident = leak()

    with pytest.raises(incidents.NotTold):
        incidents.close(incident, lessons="Lock it.", by=dirk)
    incidents.close(incident, lessons="Lock it.", by=dirk, need_not_tell=True)

    assert audit.history(incident)[0].detail == {"need_not_tell": True}


def test_a_closed_incident_stays_as_it_is_and_goes_after_two_years(dirk: User) -> None:
    incident = IncidentFactory()
    IncidentStepFactory(incident=incident)
    with time_machine.travel(NOON, tick=False):
        closed = incidents.close(incident, lessons="Talk sooner.", by=dirk)
    assert closed.delete_on == date(2028, 5, 31)

    for change in (
        lambda: incidents.close(incident, lessons="x", by=dirk),
        lambda: incidents.add_step(incident, IncidentStep(text="x"), by=dirk),
        lambda: incidents.follow_up(closed, {}, by=dirk, seen=meantime.stamp(closed)),
    ):
        with pytest.raises(incidents.Closed):
            change()
    assert incidents.forget(day=date(2028, 5, 30)) == 0
    with time_machine.travel(datetime(2028, 5, 31, 12, tzinfo=UTC), tick=False):
        tasks.forget_incidents()
    assert not Incident.objects.exists()


def test_an_incident_that_was_opened_again_is_kept(dirk: User) -> None:
    incident = IncidentFactory()
    incidents.close(incident, lessons="Talk sooner.", by=dirk)

    incidents.reopen(incident, by=dirk)

    assert incidents.forget(day=date(2099, 1, 1)) == 0
    assert Incident.objects.get().lessons == "Talk sooner."


def test_a_step_is_done_once(dirk: User, eva: User) -> None:
    step = IncidentStepFactory(owner=eva)

    incidents.finish_step(step, by=eva)
    incidents.finish_step(step, by=dirk)

    step.refresh_from_db()
    assert step.done_by == eva


def test_two_at_one_incident_lose_nothing(dirk: User) -> None:
    incident = IncidentFactory()
    stamp = meantime.stamp(incident)
    incidents.follow_up(incident, {"severity": 3}, by=dirk, seen=stamp)

    with pytest.raises(meantime.ChangedMeanwhile):
        incidents.follow_up(incident, {"severity": 1}, by=dirk, seen=stamp)
    assert Incident.objects.get().severity == 3


def test_the_file_holds_no_word_that_people_wrote() -> None:
    IncidentFactory(title="Piet", description="Piet", platform="Piet", lessons="Piet")

    lines = incidents.register(Incident.objects.all()).splitlines()

    assert len(lines) == 2
    assert "Piet" not in lines[1]


def test_who_sees_which_incident(crisis: Team, dirk: User, eva: User, anna: User) -> None:
    watcher = UserFactory(roles=[Role.SPOKESPERSON], teams=[crisis])
    mine, theirs = IncidentFactory(reported_by=eva), IncidentFactory(owner=anna)
    threat = IncidentFactory(kind=Incident.Kind.THREAT)
    IncidentStepFactory(incident=theirs, owner=eva)

    def seen(user: User) -> set[Incident]:
        return set(permissions.incidents_seen_by(user))

    assert seen(eva) == {mine, theirs}
    assert seen(anna) == {theirs}
    assert seen(watcher) == {threat}
    assert seen(dirk) == {mine, theirs, threat}
    assert permissions.can_follow_up(watcher, threat)
    assert not permissions.can_follow_up(eva, mine)


def test_a_leak_and_a_step_wait_for_who_can_do_something(dirk: User, eva: User) -> None:
    incident = leak(reported_by=eva)
    IncidentStepFactory(incident=incident, owner=eva, due_date=DAY)

    assert [one.due for one in waiting.leaks(dirk, DAY)] == [DAY + timedelta(days=3)]
    assert list(waiting.leaks(eva, DAY)) == []
    assert [one.due for one in waiting.steps(eva, DAY)] == [DAY]
    assert len(list(waiting.unowned(dirk, DAY))) == 1
    assert list(waiting.unowned(eva, DAY)) == []


def test_a_threat_that_nobody_took_waits_for_the_crisis_team(crisis: Team) -> None:
    watcher = UserFactory(teams=[crisis])
    IncidentFactory(kind=Incident.Kind.THREAT)
    IncidentFactory()

    assert len(list(waiting.unowned(watcher, DAY))) == 1


def test_a_ready_assessment_waits_for_another_manager(dirk: User, eva: User) -> None:
    AssessmentFactory(owner=eva)
    AssessmentFactory(owner=eva, answers={})
    AssessmentFactory(owner=dirk)

    assert len(list(waiting.to_decide(dirk, DAY))) == 1
    assert list(waiting.to_decide(eva, DAY)) == []


def test_what_waits_is_asked_with_everything_else(dirk: User) -> None:
    incident = IncidentFactory()

    urls = [one.url for one in everything.for_person(dirk, DAY)]

    assert incident.get_absolute_url() in urls


def test_a_tool_is_looked_at_again_in_time(eva: User) -> None:
    TalkFactory(owner=eva, review_date=DAY + timedelta(days=14))
    TalkFactory(owner=eva, review_date=DAY + timedelta(days=15))

    assert [one.due for one in waiting.talks(eva, DAY)] == [DAY + timedelta(days=14)]
