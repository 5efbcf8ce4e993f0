from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from webcare.domain.judgement import evaluation, examples, training, versions
from webcare.domain.judgement.figures import table
from webcare.domain.judgement.overview import MEASURES

Written = Callable[[], Iterable[examples.Example]]


class Command(BaseCommand):
    help = (
        "Train the router's judgement on the written examples and on what people put right, and "
        "use the new model unless it does worse on the evaluation set."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--built-in",
            action="store_true",
            help="make the model that comes with the product, from the written examples alone",
        )
        parser.add_argument(
            "--examples",
            type=Path,
            default=examples.WRITTEN,
            metavar="FOLDER",
            help="where the written examples are, a file for each writer",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            written = partial(examples.written, options["examples"])
            self._built_in(written) if options["built_in"] else self._own(written)
        except training.TooFewExamples as error:
            raise CommandError(f"There is too little to learn from: {error}.") from error
        except versions.AlreadyTraining as error:
            raise CommandError("Somebody else is training at this moment.") from error

    def _own(self, written: Written) -> None:
        kept = versions.renew(say=self.stdout.write, written=written)
        self.stdout.write(
            f"Version {kept.pk} learned from {kept.learned_from} examples, "
            f"{kept.learned_from_own} of them put right here."
        )
        before, after = kept.figures["before"], kept.figures["after"]
        with translation.override("en"):  # as all that commands say
            for name, told in MEASURES.items():
                self.stdout.write(f"  {told}: {before[name]} → {after[name]}")
        if kept.is_in_use:
            self.stdout.write(self.style.SUCCESS("The new model judges from now on."))
        else:
            self.stdout.write(self.style.WARNING("It is worse, so the old model stays."))

    def _built_in(self, written: Written) -> None:
        model = training.train(list(written()), say=self.stdout.write)
        Path(versions.BUILT_IN).write_bytes(model.dump())
        report = evaluation.evaluate(model)
        self.stdout.write(f"{model.about}\n{table(report.teams)}\n{report.as_json()}")
