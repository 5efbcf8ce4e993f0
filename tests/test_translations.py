"""The Dutch catalogue is whole and fits the sources, and Django finds what it holds."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po
from django.apps import apps
from django.db import models
from django.template import engines
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override
from pytest_django.fixtures import Settings

from runtime import catalogues
from runtime.places import ROOT
from smportal import translations

DUTCH = translations.LOCALE / "nl" / "LC_MESSAGES" / "django.po"
# %(name)s, %s and %%; then {name}, as in the data attributes that JavaScript fills.
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[a-z%]|\{\w*\}")
EMPTY = '# Header.\nmsgid ""\nmsgstr ""\n"Language: nl\\n"\n\n'


@pytest.fixture(scope="module")
def sources() -> Catalog:
    return translations.collect()


@pytest.fixture(scope="module")
def dutch() -> list[Message]:
    return [message for message in translations.read(DUTCH) if message.id]


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def write(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def found_in(folder: Path, name: str, content: str) -> list[object]:
    write(folder, name, content)
    return [message.id for message in translations.collect(folder) if message.id]


def test_every_text_has_a_dutch_translation(dutch: list[Message]) -> None:
    assert [one.id for one in dutch if not translations.is_translated(one)] == []


def test_nothing_waits_for_a_check_by_people(dutch: list[Message]) -> None:
    assert [one.id for one in dutch if one.fuzzy] == []


def test_no_text_is_kept_that_the_sources_dropped() -> None:
    assert list(translations.read(DUTCH).obsolete) == []


def test_the_catalogue_is_what_make_messages_writes(sources: Catalog) -> None:
    update = translations.update(DUTCH, sources)

    assert (update.new, update.gone) == ([], [])
    assert update.content.decode() == DUTCH.read_text()


def test_a_translation_fills_in_what_its_text_fills_in(dutch: list[Message]) -> None:
    singular = [one for one in dutch if isinstance(one.id, str)]

    wrong = [
        one.id
        for one in singular
        if placeholders(str(one.id)) != placeholders(translations.forms(one)[0])
    ]

    assert wrong == []


def test_a_counted_translation_fills_in_what_its_text_fills_in(dutch: list[Message]) -> None:
    wrong = []
    for one in dutch:
        if not isinstance(one.id, str):
            one_form, more_form = translations.forms(one)
            fits_one = set(placeholders(one_form)) <= set(placeholders(one.id[1]))
            if not fits_one or placeholders(more_form) != placeholders(one.id[1]):
                wrong.append(one.id)

    assert wrong == []


def test_a_translation_begins_and_ends_as_its_text_does(dutch: list[Message]) -> None:
    """White space outside the words is layout, for instance of a mail."""
    wrong = []
    for one in dutch:
        msgids = (one.id,) if isinstance(one.id, str) else one.id
        for text, translation in zip(msgids, translations.forms(one), strict=True):
            if re.sub(r"\S.*\S|\S", "", text, flags=re.S) != re.sub(
                r"\S.*\S|\S", "", translation, flags=re.S
            ):
                wrong.append(text)

    assert wrong == []


def test_django_answers_in_dutch_and_in_english() -> None:
    with override("nl"):
        dutch = gettext("awaiting approval"), ngettext("%(n)s day", "%(n)s days", 2)
    with override("en"):
        english = gettext("awaiting approval"), ngettext("%(n)s day", "%(n)s days", 2)

    assert dutch == ("wacht op goedkeuring", "%(n)s dagen")
    assert english == ("awaiting approval", "%(n)s days")


def own_models() -> list[type[models.Model]]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name in translations.PACKAGES
        for model in config.get_models()
    ]


def test_every_model_has_a_name_in_the_readers_language() -> None:
    names = [
        name
        for model in own_models()
        for name in (model._meta.verbose_name, model._meta.verbose_name_plural)
    ]

    assert names != []
    assert [name for name in names if not isinstance(name, Promise)] == []


def test_every_field_that_people_may_see_has_a_name_in_the_readers_language() -> None:
    english_only = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and not isinstance(field.verbose_name, Promise)
    ]

    assert english_only == []


def test_every_choice_has_a_label_in_the_readers_language(sources: Catalog) -> None:
    labels = {
        (f"{model._meta.label}.{field.name}", value): label
        for model in own_models()
        for field in model._meta.concrete_fields
        for value, label in field.flatchoices
    }
    with override("en"):
        unknown = [place for place, label in labels.items() if not is_known(sources, label)]

    assert labels != {}
    assert unknown == []


def is_known(sources: Catalog, label: object) -> bool:
    """Names of platforms are names, the same in each language."""
    return sources.get(str(label)) is not None or not isinstance(label, Promise)


def test_every_verb_of_the_audit_trail_is_marked_for_translation() -> None:
    bare = re.compile(r'audit\.record\(\s*f?"|verb = "')
    code = [path for package in translations.PACKAGES for path in (ROOT / package).rglob("*.py")]

    assert code != []
    assert [path.name for path in code if bare.search(path.read_text())] == []


def test_texts_in_python_are_found(tmp_path: Path) -> None:
    source = """
from django.utils.translation import gettext_noop, ngettext, pgettext
A = _("plain, " "in two pieces")
B = gettext_noop("only marked")
C = ngettext("%(n)s ticket", "%(n)s tickets", n) % {"n": n}
D = {"key": _("first") if x else _("second")}
E = not_for_people("left alone")
"""
    assert found_in(tmp_path, "webcare/a.py", source) == [
        "plain, in two pieces",
        "only marked",
        ("%(n)s ticket", "%(n)s tickets"),
        "first",
        "second",
    ]


def test_the_sentence_of_a_connectors_error_is_found(tmp_path: Path) -> None:
    source = 'raise Rejected("no feed") from Temporary("later", retry_at)\nGone(f"{name} went")'

    assert found_in(tmp_path, "connectors/a.py", source) == ["no feed", "later"]


def test_texts_in_templates_are_found(tmp_path: Path) -> None:
    source = """{% extends "base.html" %}
  {% block title %}{% translate "Tag" %}{% endblock %}
 <p title="{% translate 'Don"t' as unused %}">{{ name|default:_("Filter")|upper }} { ( [ 'x</p>
{% include "x.html" with text=_("Tag argument") other=_("and another") %}
{% if a %}{{ _("Variable") }}{% endif %}
{# {% translate "commented out" %} #}
"""
    assert found_in(tmp_path, "templates/a.html", source) == [
        "Tag",
        'Don"t',
        "Filter",
        "Tag argument",
        "and another",
        "Variable",
    ]


TEMPLATE = """{% load i18n %}
{% blocktranslate trimmed count n=many with who=name %}
  One for
  {{ who }}: 100%
{% plural %}
  {{ n }} for
  {{ who }}
{% endblocktranslate %}
{% blocktranslate asvar quoted %}"It's" {{ name }}{% endblocktranslate %}{{ quoted }}
{% translate "80% sure" %} {{ nothing|default:_("'nobody'") }}"""


def test_what_is_found_in_a_template_is_what_django_looks_up(
    tmp_path: Path, settings: Settings
) -> None:
    write(tmp_path, "templates/a.html", TEMPLATE)
    write(tmp_path, "locale/nl/LC_MESSAGES/django.po", EMPTY)
    shout(tmp_path / "locale/nl/LC_MESSAGES/django.po", translations.collect(tmp_path))
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    template = engines["django"].from_string(TEMPLATE)

    with override("nl"):
        lines = [template.render({"many": many, "name": "Anna"}) for many in (1, 2)]

    assert [line.split("\n")[1:] for line in lines] == [
        ["ONE FOR Anna: 100%", '"IT\'S" Anna', "80% SURE 'NOBODY'"],
        ["2 FOR Anna", '"IT\'S" Anna', "80% SURE 'NOBODY'"],
    ]


def shout(path: Path, found: Catalog) -> None:
    """Make a translation of every text, in capitals, and compile it."""
    catalogue = translations.read(path)
    for message in found:
        msgids = [message.id] if isinstance(message.id, str) else message.id
        loud = [re.sub(r"%\(\w+\)S", lambda name: name[0].lower(), text.upper()) for text in msgids]
        if message.id:
            catalogue.add(message.id, loud[0] if len(loud) == 1 else tuple(loud))
    with path.open("wb") as text:
        write_po(text, catalogue)
    catalogues.compile_stale(path.parent)


def test_a_text_in_a_context_keeps_it(tmp_path: Path) -> None:
    write(tmp_path, "templates/a.html", '{% translate "May" context "month" %}')

    found = translations.collect(tmp_path).get("May", context="month")

    assert found is not None


def test_an_update_keeps_translations_adds_new_texts_and_drops_old_ones(tmp_path: Path) -> None:
    old = f'{EMPTY}msgid "kept"\nmsgstr "gebleven"\n\nmsgid "old"\nmsgstr "oud"\n'
    write(tmp_path, "locale/nl/LC_MESSAGES/django.po", old)
    write(tmp_path, "core/a.py", '_("new"); _("kept")')
    path = tmp_path / "locale/nl/LC_MESSAGES/django.po"

    update = translations.update(path, translations.collect(tmp_path))
    update.write()

    assert (update.new, update.gone, update.untranslated) == (["new"], ["old"], ["new"])
    assert path.read_text() == (
        EMPTY + '#: core/a.py\nmsgid "new"\nmsgstr ""\n\n'
        '#: core/a.py\nmsgid "kept"\nmsgstr "gebleven"\n'
    )
    assert not translations.update(path, translations.collect(tmp_path)).is_needed


def test_a_catalogue_is_compiled_once_until_it_changes(tmp_path: Path) -> None:
    po = tmp_path / "nl/LC_MESSAGES/django.po"
    write(tmp_path, "nl/LC_MESSAGES/django.po", f'{EMPTY}msgid "one"\nmsgstr "een"\n')

    assert catalogues.compile_stale(tmp_path) == [po.with_suffix(".mo")]
    assert catalogues.compile_stale(tmp_path) == []
    later = po.stat().st_mtime + 60
    os.utime(po, (later, later))
    assert catalogues.compile_stale(tmp_path) == [po.with_suffix(".mo")]
    assert [path.name for path in sorted(po.parent.iterdir())] == ["django.mo", "django.po"]
