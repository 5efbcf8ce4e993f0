from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.factories.webcare import LearnedModelFactory
from tests.webcare.domain.judgement import made_up
from webcare.domain.judgement import examples, training, versions
from webcare.models import LearnedModel

pytestmark = pytest.mark.django_db


def run(folder: Path) -> str:
    out = io.StringIO()
    call_command("train_router", examples=folder, stdout=out, no_color=True)
    return out.getvalue()


def test_a_model_that_knows_little_does_not_replace_the_built_in_one(tmp_path: Path) -> None:
    told = run(made_up.write(tmp_path))

    assert "learned from 180 examples, 0 of them put right here" in told
    assert "Right team" in told
    assert "the old model stays" in told
    assert not LearnedModel.objects.in_use().exists()


def test_a_model_that_does_no_worse_than_the_last_judges_from_now_on(tmp_path: Path) -> None:
    folder = made_up.write(tmp_path)
    last = training.train(list(examples.written(folder)))
    LearnedModelFactory(is_in_use=True, stored=last.dump())

    told = run(folder)

    kept = LearnedModel.objects.in_use().get()
    assert f"Version {kept.pk} learned" in told
    assert "judges from now on" in told


def test_too_few_examples_are_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="0 examples of 0 writers"):
        run(tmp_path)


def test_two_never_train_at_once(tmp_path: Path) -> None:
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [versions.TRAINING_LOCK])

        with pytest.raises(CommandError, match="Somebody else is training"):
            run(tmp_path)
    finally:
        other.close()
