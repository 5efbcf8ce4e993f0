"""Poll by hand: `manage.py poll [--source ID] [--once]`, one JSON line per source."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from monitoring.domain import polling
from monitoring.domain.polling import Poll
from monitoring.models import Source

SECONDS_TO_WAIT: Final = 30
_STEP: Final = 0.5


class Command(BaseCommand):
    help = "Polls every source in use now, due or not, and prints one JSON line for each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--source", type=int, metavar="ID", help="only this source")
        parser.add_argument(
            "--once",
            action="store_true",
            help="one round; without it, rounds go on until no source has a page waiting",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sources = Source.objects.all() if options["source"] else Source.objects.active()
        if options["source"]:
            sources = sources.filter(pk=options["source"])
            if not sources:
                raise CommandError(f"There is no source {options['source']}.")
        waiting = list(sources.order_by("pk").values_list("pk", flat=True))
        while waiting:
            done = [self._poll(pk) for pk in waiting]
            waiting = [] if options["once"] else [one.source.pk for one in done if one.more]

    def _poll(self, source_id: int) -> Poll:
        source = self._take(source_id)
        if source is None:
            busy = Poll(Source(pk=source_id), error="busy: another worker is polling it")
            self._print(busy)
            return busy
        done = polling.poll(source)
        self._print(done)
        return done

    def _take(self, source_id: int) -> Source | None:
        """The source, as soon as the worker that may be at it is ready."""
        ends_at = time.monotonic() + SECONDS_TO_WAIT
        while (source := polling.take(source_id)) is None and time.monotonic() < ends_at:
            time.sleep(_STEP)
        return source

    def _print(self, done: Poll) -> None:
        line = {
            "source": done.source.pk,
            "fetched": done.fetched,
            "new": done.stored.new,
            "updated": done.stored.updated,
            "unparsed": done.stored.unparsed,
            "matched": done.stored.matched,
            "error": done.error,
        }
        self.stdout.write(json.dumps(line))
        self.stdout.flush()
