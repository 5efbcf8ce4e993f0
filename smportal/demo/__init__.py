"""The demo institution: a fictional college, its people, policy and sources, to try things on."""

from __future__ import annotations
