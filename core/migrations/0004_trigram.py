from __future__ import annotations

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Words that nearly agree, for searching with a typing error. Trusted since PostgreSQL 13."""

    dependencies = [("core", "0003_cache_table")]

    operations = [TrigramExtension()]
