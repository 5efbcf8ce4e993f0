"""Where the pages about governance stand: one file per subject."""

from __future__ import annotations

from governance.urls import (
    audiences,
    channels,
    clauses,
    goals,
    policies,
    reading,
    rounds,
    safety,
    teams,
    workshops,
)

app_name = "governance"
urlpatterns = [
    *policies.urlpatterns,
    *reading.urlpatterns,
    *clauses.urlpatterns,
    *rounds.urlpatterns,
    *workshops.urlpatterns,
    *goals.urlpatterns,
    *audiences.urlpatterns,
    *channels.urlpatterns,
    *teams.urlpatterns,
    *safety.urlpatterns,
]
