"""The message catalogues: which texts the sources hold, and the files that translate them.

Python is read by Babel. Templates first go through the function that Django's own makemessages
uses, so a catalogue holds exactly what `{% translate %}` and `{% blocktranslate %}` look up.
English needs no catalogue: its texts are the msgids (docs/translating.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import gettext_noop, ngettext_lazy
from django.utils.translation.template import templatize

ROOT: Path = settings.BASE_DIR
LOCALE: Path = settings.LOCALE_PATHS[0]
PACKAGES = (
    "connectors",
    "core",
    "people",
    "governance",
    "monitoring",
    "training",
    "publishing",
    "webcare",
    "reporting",
    "smportal",
)
TEMPLATES = (".html", ".txt")

_ONE: None = None
_PLURAL = (1, 2)
_IN_CONTEXT = ((1, "c"), 2)
_PLURAL_IN_CONTEXT = ((1, "c"), 2, 3)
KEYWORDS: Mapping[str, Any] = {
    "_": _ONE,
    "gettext": _ONE,
    "gettext_lazy": _ONE,
    "gettext_noop": _ONE,
    "ngettext": _PLURAL,
    "ngettext_lazy": _PLURAL,
    "pgettext": _IN_CONTEXT,
    "pgettext_lazy": _IN_CONTEXT,
    "npgettext": _PLURAL_IN_CONTEXT,
    "npgettext_lazy": _PLURAL_IN_CONTEXT,
    # The sentence of an error of the connectors, which know no Django, is a msgid itself.
    "Temporary": _ONE,
    "AuthExpired": _ONE,
    "Rejected": _ONE,
    "OutcomeUnknown": _ONE,
}

# Texts of packages that we say in our own words; our catalogue goes before theirs.
BORROWED = (
    gettext_noop("Authenticator code"),
    gettext_noop("New Password (again)"),
    gettext_noop("Password successfully changed."),
    gettext_noop("The email address and/or password you specified are not correct."),
    gettext_noop("Too many failed login attempts. Try again later."),
    gettext_noop("You have signed out."),
    gettext_noop("You must type the same password each time."),
    gettext_noop("Your password can’t be too similar to your other personal information."),
    gettext_noop("Your password can’t be a commonly used password."),
    gettext_noop("Your password can’t be entirely numeric."),
    ngettext_lazy(
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
        "min_length",
    ),
)


@dataclass(frozen=True)
class Update:
    """What an update changed in one catalogue; `content` is the whole file as it should be."""

    path: Path
    content: bytes
    total: int
    new: list[str]
    gone: list[str]
    untranslated: list[str]

    @property
    def is_needed(self) -> bool:
        return self.path.read_bytes() != self.content

    def write(self) -> None:
        self.path.write_bytes(self.content)


def collect(root: Path = ROOT) -> Catalog:
    """Every text for people in the sources under `root`, without translations."""
    found = Catalog()
    for path in _sources(root):
        source = path.read_text()
        if path.suffix in TEMPLATES:
            # In brackets the result is one expression, so its indentation means nothing.
            source = f"({templatize(source, origin=str(path))}\n)"
        # Lines are left out: every edit above a text would change the catalogue.
        location = (path.relative_to(root).as_posix(), 0)
        for _, message, comments, context in extract(
            "python", BytesIO(source.encode()), KEYWORDS, comment_tags=("Translators:",)
        ):
            found.add(message, locations=[location], auto_comments=comments, context=context)
    return found


def update(path: Path, found: Catalog) -> Update:
    """Compare the catalogue at `path` with the sources. Texts that are gone are left out."""
    catalogue = read(path)
    before = {key(message) for message in catalogue if message.id}
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    # The header stays as it is written: Babel's would change with every run.
    header, *_ = path.read_bytes().split(b"\n\n", 1)
    text = BytesIO()
    write_po(text, catalogue, width=0, sort_by_file=True, ignore_obsolete=True, omit_header=True)
    messages = [message for message in catalogue if message.id]
    return Update(
        path=path,
        content=header.rstrip() + b"\n\n" + text.getvalue().rstrip() + b"\n",
        total=len(messages),
        new=[str(message.id) for message in messages if key(message) not in before],
        gone=[str(message.id) for message in catalogue.obsolete.values()],
        untranslated=[str(message.id) for message in messages if not is_translated(message)],
    )


def read(path: Path) -> Catalog:
    with path.open("rb") as text:
        return read_po(text, locale=path.parts[-3], abort_invalid=True)


def catalogues(locale: Path = LOCALE) -> list[Path]:
    return sorted(locale.glob("*/LC_MESSAGES/django.po"))


def is_translated(message: Message) -> bool:
    """Whether each of its forms (one, or singular and plural) has a translation."""
    return all(forms(message)) and not message.fuzzy


def forms(message: Message) -> tuple[str, ...]:
    """The translation, or for a counted text those of singular and plural; "" where it lacks."""
    given = message.string
    if isinstance(message.id, str):
        return (given if isinstance(given, str) else "",)
    return tuple(given) if isinstance(given, list | tuple) and given else ("", "")


def key(message: Message) -> tuple[str | None, str]:
    """What gettext looks a message up by."""
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, singular


def _sources(root: Path) -> list[Path]:
    code = (path for package in PACKAGES for path in (root / package).rglob("*.py"))
    pages = (path for path in (root / "templates").rglob("*") if path.suffix in TEMPLATES)
    found = [path for path in (*code, *pages) if path.parent.name != "migrations"]
    # In the order in which a catalogue names files, so that reading it changes nothing.
    return sorted(found, key=Path.as_posix)
