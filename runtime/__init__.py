"""How the product starts: embedded services, secrets and the process manager's configuration.

Plain Python without Django, so that settings.py can ask it where the database is.
"""

from __future__ import annotations
