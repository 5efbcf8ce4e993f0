"""From a written answer to one that stands on the platform, exactly once.

A reply is an outbox row. `sending` is committed before the call; what we do not know is looked up
on the platform and never blindly sent again.
"""

from __future__ import annotations

from webcare.domain.replies.approval import (
    NotAwaiting,
    OwnReply,
    approve,
    refuse,
)
from webcare.domain.replies.confirmation import confirm_unconfirmed
from webcare.domain.replies.delivery import send_due
from webcare.domain.replies.limits import ReplyLimits, channel_for, limits, measure
from webcare.domain.replies.settling import NotDoubtful, can_resend, resend, settle
from webcare.domain.replies.writing import (
    CannotReply,
    SomeoneElseAnswers,
    TooLate,
    TooLong,
    UnseenChange,
    withdraw,
    write,
)

__all__ = [
    "CannotReply",
    "NotAwaiting",
    "NotDoubtful",
    "OwnReply",
    "ReplyLimits",
    "SomeoneElseAnswers",
    "TooLate",
    "TooLong",
    "UnseenChange",
    "approve",
    "can_resend",
    "channel_for",
    "confirm_unconfirmed",
    "limits",
    "measure",
    "refuse",
    "resend",
    "send_due",
    "settle",
    "withdraw",
    "write",
]
