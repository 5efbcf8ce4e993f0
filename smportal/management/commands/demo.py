"""`manage.py demo`: fill an empty portal with the demo institution."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from people.models import Institution, User
from smportal.demo import (
    attendance,
    channels,
    college,
    courses,
    goals,
    growth,
    knowledge,
    leading,
    listening,
    policies,
    policy,
    reading,
    rounds,
    safety,
    sight,
    staff,
    teams,
    workshops,
)


class Command(BaseCommand):
    help = "Fill an empty portal with the demo institution ROC De Waterlanden (safe to run twice)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--accounts", action="store_true", help="Only print the accounts to sign in with."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["accounts"]:
            self.fill()
        elif Institution.objects.current().is_demo:
            self.print_accounts()

    @transaction.atomic
    def fill(self) -> None:
        if User.objects.exists() and not Institution.objects.current().is_demo:
            self.stdout.write("There are people already: the demo institution is left out.")
            return
        college.build()
        policy.build()
        listening.build()
        for subject in (
            policies,
            reading,
            goals,
            channels,
            teams,
            rounds,
            workshops,
            safety,
            courses,
            staff,
            knowledge,
            sight,
            growth,
            attendance,
            leading,
        ):
            subject.build()
        self.stdout.write("The demo institution is ready.")

    def print_accounts(self) -> None:
        """One line per account: e-mail address, password, name and role."""
        for person in college.PEOPLE:
            roles = ", ".join(str(role.label) for role in person.roles)
            self.stdout.write(f"{person.email:24} {college.PASSWORD:18} {person.name} ({roles})")
