"""Where the pages about training stand: one file per subject."""

from __future__ import annotations

from training.urls import (
    ambassadors,
    attendance,
    catalogue,
    certificates,
    competence,
    devices,
    enrolment,
    experience,
    experts,
    knowledge,
    mandates,
    needs,
    offerings,
    tpack,
    trainers,
)

app_name = "training"
urlpatterns = [
    *catalogue.urlpatterns,
    *offerings.urlpatterns,
    *enrolment.urlpatterns,
    *attendance.urlpatterns,
    *certificates.urlpatterns,
    *experience.urlpatterns,
    *trainers.urlpatterns,
    *tpack.urlpatterns,
    *competence.urlpatterns,
    *mandates.urlpatterns,
    *needs.urlpatterns,
    *knowledge.urlpatterns,
    *experts.urlpatterns,
    *devices.urlpatterns,
    *ambassadors.urlpatterns,
]
