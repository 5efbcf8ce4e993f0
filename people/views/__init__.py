"""The pages about oneself (`own`), the staff (`staff`) and their file (`staff_imports`)."""

from __future__ import annotations

from people.views.own import (
    absence_create,
    absence_delete,
    absence_edit,
    absence_list,
    language,
    profile,
    waiting_list,
)

__all__ = [
    "absence_create",
    "absence_delete",
    "absence_edit",
    "absence_list",
    "language",
    "profile",
    "waiting_list",
]
