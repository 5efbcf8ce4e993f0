"""Policies with their versions, and the routing table that a webcare policy holds."""

from __future__ import annotations

from governance.models.policy import Policy, PolicyVersion
from governance.models.routing import RoutingRule

__all__ = ["Policy", "PolicyVersion", "RoutingRule"]
