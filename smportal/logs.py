"""How log lines look: one readable line while developing, one JSON object a line in production."""

from __future__ import annotations

import logging
from typing import Any

import structlog

SHARED: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def _formatter(renderer: Any) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=SHARED,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            renderer,
        ],
    )


def line_formatter() -> logging.Formatter:
    """For people at a terminal."""
    return _formatter(structlog.dev.ConsoleRenderer(colors=False))


def json_formatter() -> logging.Formatter:
    """For a log collector."""
    return _formatter(structlog.processors.JSONRenderer())
