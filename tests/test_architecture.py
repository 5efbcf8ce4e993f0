"""The ground rules of this code: what may point where, how big a file may be, which doors are open.

import-linter (`make lint`) watches imports; a relation written as text ("webcare.Ticket") slips
past it, so relations are looked at here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.functional import Promise

from smportal.celery import app as celery_app
from tests import markup

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"

FLOORS = {
    "smportal": 7,
    "reporting": 6,
    "webcare": 5,
    "publishing": 5,
    "monitoring": 4,
    "training": 4,
    "governance": 3,
    "people": 2,
    "core": 1,
}
# The audit trail names who acted; Django's own setting keeps the model out of the code.
UPWARD_ON_PURPOSE = {("core.LogEntry.actor", "people.User")}

LONGEST_FILE = 400
LONGEST_TASK = 10
NAMELESS = {"util", "utils", "helper", "helpers", "misc", "common", "service", "services"}
NAMELESS |= {"manager", "managers"}
NAMELESS_ON_PURPOSE = {"runtime/services.py"}  # about system services: PostgreSQL and Redis

# A field's help text is ours and may hold markup (Django's own list of password rules does).
UNESCAPED_ON_PURPOSE = {"components/field_notes.html": ["|safe"]}

# Where a page's frame begins; every other page extends one of these, directly or not.
FRAMES = {"base.html", "errors/frame.html", "admin/base.html", "drf_spectacular/redoc.html"}

PUBLIC_VIEWS = {
    # before somebody has signed in
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "people:language",
    # for machines, without a word about anybody
    "healthz",
    "readyz",
    "api-schema",
    "api-docs",
    # carries a signed token instead of a session, and holds only numbers
    "webcare:pulse",
    # policies that their owner made public
    "governance:public-policy",
    "governance:public-version",
    "governance:public-pdf",
    "governance:public-flyer",
    # the questionnaire: whoever answers has no account, and stays unknown
    "governance:questionnaire-code",
    "governance:questionnaire",
    "governance:questionnaire-step",
    "governance:questionnaire-continue",
    "governance:questionnaire-later",
    "governance:questionnaire-finish",
    "governance:questionnaire-another",
    # phones in a workshop: only with its code, without a name
    "governance:room-join",
    "governance:room",
    "governance:room-enter",
    "governance:room-vote",
    "governance:room-propose",
    "governance:room-choose",
    "governance:room-news",
    # for students and everybody: the survey, and where the college can be found
    "governance:survey-answer",
    "governance:survey-thanks",
    "governance:our-channels",
    # answers by a signed link in a mail, and a secret address for a calendar program
    "training:enrolment-answer",
    "training:calendar-feed",
    # behind the secret link in the invitation to an ambassador, who may have no account
    "training:ambassador-consent",
    "training:ambassador-goodbye",
    # the knowledge base: articles that are for everybody, and whether they helped
    "training:public-articles",
    "training:public-article",
    "training:public-vote",
    # whoever holds a certificate in the hand may ask whether it is real
    "training:check",
    "training:check-code",
}

# Only real processes and real browsers take real time; everywhere else the clock is frozen.
SLEEP_ON_PURPOSE = {
    "tests/faults/sender.py",
    "tests/faults/supervised.py",
    "tests/faults/test_bad_lines.py",
    "tests/faults/test_storm.py",
    "tests/faults/test_two_beats.py",
    "tests/faults/test_worker_kill.py",
    "tests/runtime/test_run.py",
}

# Foreign keys that are never searched from the other side: "app.Model.field": why.
UNINDEXED: dict[str, str] = {}


def own_models() -> list[type[models.Model]]:
    everything = apps.get_models(include_auto_created=True)
    return [model for model in everything if model._meta.app_label in FLOORS]


def named_models() -> list[type[models.Model]]:
    return [model for model in own_models() if not model._meta.auto_created]


def relations() -> Iterator[tuple[str, type[models.Model], type[models.Model]]]:
    """Every relation from a model of ours: its name, where it stands and where it points."""
    for model in own_models():
        for field in model._meta.get_fields(include_hidden=True):
            target = field.related_model
            if not field.auto_created and isinstance(target, type):
                yield f"{model._meta.label}.{field.name}", model, target


def points_down(model: type[models.Model], target: type[models.Model]) -> bool:
    """To the same app or to a lower floor; apps on one floor don't know each other."""
    here, there = model._meta.app_label, target._meta.app_label
    return here == there or FLOORS.get(there, 0) < FLOORS[here]


def packages() -> list[Path]:
    return sorted(path.parent for path in ROOT.glob("*/__init__.py"))


def python_files() -> list[Path]:
    """All Python code of ours; migrations are made by Django."""
    found = chain.from_iterable(package.rglob("*.py") for package in packages())
    return sorted(path for path in found if "migrations" not in path.parts)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def templates() -> dict[str, str]:
    return {
        path.relative_to(TEMPLATES).as_posix(): path.read_text()
        for path in sorted(TEMPLATES.rglob("*.html"))
    }


def is_fragment(name: str) -> bool:
    folder = name.startswith(("components/", "people/controls/"))
    return folder or name.rsplit("/", 1)[-1].startswith("_")


def parent_of(source: str) -> str:
    found = re.match(r'\s*{% extends "([^"]+)" %}', source)
    return found[1] if found else ""


def frame_of(name: str, sources: dict[str, str]) -> str:
    """Where the chain of `extends` ends."""
    while name in sources and name not in FRAMES and parent_of(sources[name]):
        name = parent_of(sources[name])
    return name


def views(
    resolver: URLResolver | None = None, space: str = "", route: str = ""
) -> Iterator[tuple[str, Any]]:
    """Every view with its name, or its address when it has none."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from views(entry, inner, here)
        elif isinstance(entry, URLPattern):
            yield (space + entry.name if entry.name else here), entry.callback


def is_public(view: Any) -> bool:
    """LoginRequiredMiddleware lets strangers in, and so does the API's own permission."""
    stranger: Any = SimpleNamespace(user=AnonymousUser(), method="GET")
    permissions = getattr(getattr(view, "cls", None), "permission_classes", [])
    lets_in = all(permission().has_permission(stranger, None) for permission in permissions)
    return not getattr(view, "login_required", True) and lets_in


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


def sleeps(path: Path) -> bool:
    """Whether it calls or imports `sleep`; text that only holds the word doesn't count."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and node.attr == "sleep":
            return True
        if isinstance(node, ast.ImportFrom) and any(name.name == "sleep" for name in node.names):
            return True
    return False


# --- relations and models ------------------------------------------------------------------------


def test_relations_point_down() -> None:
    upward = {
        (name, target._meta.label)
        for name, model, target in relations()
        if not points_down(model, target)
    }

    assert upward == UPWARD_ON_PURPOSE


def test_every_app_of_ours_has_a_floor() -> None:
    ours = {config.label for config in apps.get_app_configs() if Path(config.path).parent == ROOT}

    assert ours == set(FLOORS)


@pytest.mark.parametrize("model", named_models(), ids=lambda model: model._meta.label)
def test_every_row_can_be_named_to_a_person(model: type[models.Model]) -> None:
    assert model.__str__ is not models.Model.__str__
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)


def test_every_foreign_key_has_an_index_or_a_reason() -> None:
    def is_indexed(model: type[models.Model], field: Any) -> bool:
        starts = {index.fields[0].lstrip("-") for index in model._meta.indexes if index.fields}
        for constraint in model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
                starts.add(constraint.fields[0])
        return field.db_index or field.unique or field.name in starts

    bare = {
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and not is_indexed(model, field)
    }

    assert bare == set(UNINDEXED)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# --- files ---------------------------------------------------------------------------------------


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in python_files()}

    assert {name: size for name, size in lengths.items() if size > LONGEST_FILE} == {}


def test_every_file_has_a_name_that_says_what_is_in_it() -> None:
    nameless = {
        name_of(path) for path in python_files() if NAMELESS & {path.stem, path.parent.name}
    }

    assert nameless == NAMELESS_ON_PURPOSE


def test_every_room_for_rules_or_platforms_says_what_it_is_for() -> None:
    rooms = [
        path
        for path in python_files()
        if path.parts[len(ROOT.parts)] != "tests"
        and ("domain" in path.parts or "connectors" in path.parts)
    ]
    silent = {name_of(path) for path in rooms if not ast.get_docstring(ast.parse(path.read_text()))}

    assert rooms
    assert silent == set()


def test_tasks_stay_thin() -> None:
    files = [path for path in python_files() if path.name == "tasks.py"]
    long = {
        f"{name_of(path)}: {task.name}"
        for path in files
        for task in functions(path)
        if (task.end_lineno or 0) - task.lineno >= LONGEST_TASK
    }

    assert files
    assert long == set()


def test_tests_do_not_sleep() -> None:
    sleeping = {name_of(path) for path in python_files() if "tests" in path.parts and sleeps(path)}

    assert sleeping == SLEEP_ON_PURPOSE
    assert {name.split("/")[1] for name in sleeping} <= {"faults", "journeys", "runtime"}


# --- templates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "source"), templates().items(), ids=list(templates()))
def test_template_holds_nothing_that_the_browser_would_block(name: str, source: str) -> None:
    assert markup.problems(source) == []


def test_templates_escape_everything() -> None:
    raw = re.compile(r"\|\s*safe(?:seq)?\b|autoescape\s+off")
    unescaped = {name: raw.findall(source) for name, source in templates().items()}

    assert {name: found for name, found in unescaped.items() if found} == UNESCAPED_ON_PURPOSE


def test_every_page_stands_in_a_frame() -> None:
    sources = templates()
    bare = {
        name for name in sources if not is_fragment(name) and frame_of(name, sources) not in FRAMES
    }

    assert bare == set()


def test_fragments_extend_nothing() -> None:
    extending = {
        name for name, source in templates().items() if is_fragment(name) and "{% extends" in source
    }

    assert extending == set()


# --- doors and clocks ----------------------------------------------------------------------------


def test_every_view_but_these_needs_sign_in() -> None:
    assert {name for name, view in views() if is_public(view)} == PUBLIC_VIEWS


def test_every_beat_of_the_heart_is_a_task() -> None:
    celery_app.loader.import_default_modules()
    beats = {entry["task"] for entry in celery_app.conf.beat_schedule.values()}

    assert beats
    assert beats - set(celery_app.tasks) == set()
