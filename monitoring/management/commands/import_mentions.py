"""Bring messages in from a file: `manage.py import_mentions FILE [--platform P] [--source ID]`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from monitoring.domain import importing
from monitoring.domain.import_formats import UnknownFormat
from monitoring.models import Platform, Source


class Command(BaseCommand):
    help = (
        "Imports messages from CSV, JSON Lines, RSS, Atom, JSON Feed, or a saved answer of X, "
        "Facebook or Mastodon. They are history (no tickets) unless --live is given."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--platform", choices=Platform.values, help="where they come from")
        parser.add_argument("--source", type=int, metavar="ID", help="the source they belong to")
        parser.add_argument("--live", action="store_true", help="let tickets be made of them")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            body = options["file"].read_bytes()
            source = Source.objects.get(pk=options["source"]) if options["source"] else None
            outcome = importing.import_file(
                body, platform=options["platform"] or "", source=source, is_live=options["live"]
            )
        except (OSError, UnknownFormat, Source.DoesNotExist) as error:
            raise CommandError(str(error)) from error
        for problem in outcome.problems:
            self.stderr.write(f"{problem.place}: {problem.reason}")
        counts = {"read": outcome.read, **asdict(outcome.stored), "bad": len(outcome.problems)}
        self.stdout.write(json.dumps(counts))
