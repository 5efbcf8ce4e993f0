"""Languages by their code, named in the reader's language."""

from __future__ import annotations

from django.utils.translation import get_language_info


def is_known(code: str) -> bool:
    """Whether `code` is a language that we can name."""
    return label(code) != code


def label(code: str) -> str:
    """ "nl" → "Dutch". A code that Django does not know stays as it is."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
