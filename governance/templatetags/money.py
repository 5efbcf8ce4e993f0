"""Amounts and numbers in a page."""

from __future__ import annotations

from django import template

from governance.domain import money

register = template.Library()
register.filter("euro", money.euro)
register.filter("plain", money.plain)
