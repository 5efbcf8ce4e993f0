from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command

from tests.factories.webcare import ReplyFactory


@pytest.mark.django_db
def test_reconcile_prints_counts_and_evidence() -> None:
    reply = ReplyFactory(state="unconfirmed")
    out = io.StringIO()

    call_command("reconcile", stdout=out)

    found = json.loads(out.getvalue())
    assert (found["unhandled"], found["double"], found["unconfirmed"]) == (0, 0, 1)
    assert found["evidence"]["replies_unconfirmed"] == [reply.pk]
