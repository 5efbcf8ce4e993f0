"""`manage.py messages`: bring the message catalogues up to date with the sources."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from smportal import translations


class Command(BaseCommand):
    help = "Put new texts in locale/*/LC_MESSAGES/django.po, take out the ones that are gone."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = translations.collect()
        for path in translations.catalogues():
            update = translations.update(path, found)
            if update.is_needed:
                update.write()
            self.report(update)

    def report(self, update: translations.Update) -> None:
        for label, texts in (
            ("new", update.new),
            ("gone", update.gone),
            ("not translated", update.untranslated),
        ):
            for text in texts:
                self.stdout.write(f"{label:>14}: {text}")
        self.stdout.write(
            f"{update.path.relative_to(translations.ROOT)}: {update.total} texts, "
            f"{len(update.new)} new, {len(update.gone)} gone, "
            f"{len(update.untranslated)} not translated"
        )
