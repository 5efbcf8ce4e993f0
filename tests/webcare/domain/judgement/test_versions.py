from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection
from pytest_django import Settings

from governance.domain.routing import Utterance
from people.models import Institution, Team, User
from tests.factories.webcare import LearnedModelFactory, ticket_about
from tests.webcare.domain.judgement import made_up
from webcare.domain import tickets
from webcare.domain.judgement import Judge, NoOpinion, versions
from webcare.domain.judgement.evaluation import Report
from webcare.domain.judgement.figures import Judged
from webcare.domain.judgement.judge import TEAM, LearnedJudge
from webcare.domain.judgement.model import Model
from webcare.domain.judgement.reading import Reading
from webcare.domain.judgement.training import TooFewExamples
from webcare.models import LearnedModel

pytestmark = pytest.mark.django_db


@pytest.fixture
def learned(settings: Settings) -> None:
    settings.JUDGEMENT = "learned"


def report(*, right: int = 90, unseen: int = 0) -> Report:
    """What a model reached that was right about so many of a hundred messages."""
    got = ["info"] * right + ["none"] * (100 - right)
    teams = Judged(["info"] * 100, got)
    return Report(teams, teams, threats=10, unseen_threats=unseen, harmless=50, watched=5)


BEFORE = report()


def renew(after: Report, by: User | None = None) -> LearnedModel:
    """Train on two made-up writers; the model that judged until now reached `BEFORE`."""
    reached = iter((BEFORE, after))
    return versions.renew(
        by=by, written=lambda: made_up.examples("ria", "bob"), evaluate=lambda model: next(reached)
    )


def team_of(judge: Judge, text: str) -> str:
    (judgement,) = judge.judge([Utterance(text)])
    return judgement.team if judgement else ""


@pytest.fixture
def another_connection() -> Iterator[Any]:
    other = connection.copy()
    yield other
    other.close()


def test_the_setting_says_whether_a_model_judges(settings: Settings) -> None:
    settings.JUDGEMENT = "rules"
    assert isinstance(versions.in_use(), NoOpinion)

    settings.JUDGEMENT = "learned"
    assert isinstance(versions.in_use(), LearnedJudge)


def test_before_anything_is_trained_the_built_in_model_judges(learned: None) -> None:
    assert versions.model_in_use() is versions.built_in()


def test_the_judge_knows_the_names_of_the_institution(learned: None, college: Institution) -> None:
    judge = versions.in_use()

    assert isinstance(judge, LearnedJudge)
    assert college.name in judge.known.names


def test_the_institutions_own_model_judges(learned: None) -> None:
    model = made_up.model({"koekoek": {"press": 5.0}})
    LearnedModelFactory(is_in_use=True, stored=model.dump())

    assert team_of(versions.in_use(), "koekoek") == "press"


def test_a_model_that_is_not_in_use_does_not_judge(learned: None) -> None:
    LearnedModelFactory(stored=made_up.model({"koekoek": {"press": 5.0}}).dump())

    assert versions.model_in_use() is versions.built_in()


@pytest.mark.parametrize("stored", [b"", b"no model", b"PK\x03\x04"])
def test_when_a_model_cannot_be_read_the_built_in_one_judges(
    learned: None, caplog: pytest.LogCaptureFixture, stored: bytes
) -> None:
    kept = LearnedModelFactory(is_in_use=True, stored=stored)

    with caplog.at_level(logging.ERROR):
        assert versions.model_in_use() is versions.built_in()
    assert f"Learned model {kept.pk} cannot be read" in caplog.text


def test_when_no_model_can_be_read_people_decide(
    learned: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(versions, "BUILT_IN", tmp_path / "gone.npz")
    versions.built_in.cache_clear()

    with caplog.at_level(logging.ERROR):
        assert isinstance(versions.in_use(), NoOpinion)

    assert "No model can be read" in caplog.text


def test_a_model_is_read_once(learned: None) -> None:
    LearnedModelFactory(is_in_use=True, stored=made_up.model({"a": {}}).dump())

    assert versions.model_in_use() is versions.model_in_use()


def test_one_model_judges_at_a_time() -> None:
    LearnedModelFactory(is_in_use=True)

    with pytest.raises(IntegrityError):
        LearnedModelFactory(is_in_use=True)


def test_a_better_model_takes_over(learned: None, dirk: User) -> None:
    old = LearnedModelFactory(is_in_use=True, stored=made_up.model({"a": {}}).dump())

    new = renew(report(right=95), by=dirk)

    assert list(LearnedModel.objects.in_use()) == [new]
    assert (new.trained_by, new.learned_from, new.learned_from_own) == (dirk, 120, 0)
    assert new.figures["after"]["macro_f1"] > new.figures["before"]["macro_f1"]
    assert LearnedModel.objects.filter(pk=old.pk).exists()
    question = Reading("waar vind ik het magazijn?")
    assert versions.model_in_use().ask(question)[TEAM].best == "info"


@pytest.mark.parametrize(
    "after",
    [report(right=80), report(right=99, unseen=1)],
    ids=["fewer right", "a threat that nobody is warned of"],
)
def test_of_a_worse_model_only_the_figures_are_kept(after: Report) -> None:
    old = LearnedModelFactory(is_in_use=True, stored=made_up.model({"a": {}}).dump())

    new = renew(after)

    assert list(LearnedModel.objects.in_use()) == [old]
    assert not new.is_in_use
    kept = LearnedModel.objects.get(pk=new.pk)
    assert (bytes(kept.stored), kept.figures["after"]) == (b"", after.as_json())


def test_the_words_of_a_model_that_is_replaced_are_forgotten() -> None:
    old = LearnedModelFactory(is_in_use=True, stored=made_up.model({"a": {}}).dump())

    renew(report())

    old.refresh_from_db()
    assert (old.is_in_use, bytes(old.stored)) == (False, b"")


def test_the_first_model_is_held_against_the_built_in_one() -> None:
    judged: list[Model] = []

    def evaluate(model: Model) -> Report:
        judged.append(model)
        return BEFORE

    versions.renew(written=lambda: made_up.examples("ria", "bob"), evaluate=evaluate)

    assert judged[0] is versions.built_in()
    assert len(judged) == 2


def test_an_equal_model_takes_over_because_it_knows_more() -> None:
    assert renew(BEFORE).is_in_use


def test_what_was_put_right_here_is_learned_and_counted(
    learned: None, anna: User, comms: Team
) -> None:
    for end in ("nu", "hier", "weer"):
        ticket = ticket_about(f"waar vind ik het vaandel {end}?")
        tickets.reroute(ticket, to=comms, by=anna, reason="of the board")

    new = renew(BEFORE)

    assert (new.learned_from, new.learned_from_own) == (123, 3)
    question = Reading("waar vind ik het vaandel?")
    assert versions.model_in_use().ask(question)[TEAM].best == "comms"


def test_two_never_train_at_once(another_connection: Any) -> None:
    with another_connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [versions.TRAINING_LOCK])

    with pytest.raises(versions.AlreadyTraining):
        renew(BEFORE)
    assert not LearnedModel.objects.exists()


def test_a_training_that_failed_holds_up_nobody(another_connection: Any) -> None:
    with pytest.raises(TooFewExamples):
        versions.renew(written=list, evaluate=lambda model: BEFORE)

    assert renew(BEFORE).is_in_use


def test_old_models_that_are_not_used_go() -> None:
    in_use = LearnedModelFactory(is_in_use=True, stored=made_up.model({"a": {}}).dump())
    oldest = LearnedModelFactory()
    LearnedModelFactory.create_batch(versions.KEPT - 1)

    new = renew(report(right=50))

    kept = set(LearnedModel.objects.values_list("pk", flat=True))
    assert {in_use.pk, new.pk} <= kept
    assert oldest.pk not in kept
    assert len(kept) == versions.KEPT + 1
