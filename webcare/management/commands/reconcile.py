from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from webcare.domain import reconciliation


class Command(BaseCommand):
    help = "Hold mentions, tickets and the outbox against each other; prints JSON."

    def handle(self, *args: Any, **options: Any) -> None:
        found = reconciliation.reconcile().as_json()
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
