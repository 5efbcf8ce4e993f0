"""When governance works: the beat rings, every task asks Postgres what is due."""

from __future__ import annotations

from celery import shared_task

from governance.domain.rounds import life


@shared_task(name="governance.close_rounds")
def close_rounds() -> int:
    return life.close_what_is_over()
