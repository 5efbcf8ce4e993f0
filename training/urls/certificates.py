"""Finishing an offering, certificates, and checking one without signing in."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import certificates as views
from training.views import certificates_public as public
from training.views import finishing

urlpatterns: list[URLPattern] = [
    path("offerings/<int:pk>/finish/", finishing.offering_finish, name="offering-finish"),
    path("certificates/award/<int:pk>/", finishing.enrolment_award, name="enrolment-award"),
    path(
        "certificates/assignment/<int:pk>/", finishing.enrolment_assignment,
        name="enrolment-assignment",
    ),
    path("certificates/", views.certificate_list, name="certificate-list"),
    path("certificates/all/", views.certificate_register, name="certificate-register"),
    path("certificates/recognise/", views.certificate_recognise, name="certificate-recognise"),
    path("certificates/<int:pk>/", views.certificate_detail, name="certificate"),
    path("certificates/<int:pk>/pdf/", views.certificate_pdf, name="certificate-pdf"),
    path("certificates/<int:pk>/withdraw/", views.certificate_revoke, name="certificate-revoke"),
    path("check/", public.check, name="check"),
    path("check/<str:code>/", public.check_code, name="check-code"),
]  # fmt: skip
