"""Devices that are lent."""

from __future__ import annotations

from django.urls import URLPattern, path

from training.views import devices, loans

DEVICE = "devices/<int:pk>/"
LOAN = "loans/<int:pk>/"
urlpatterns: list[URLPattern] = [
    path("devices/", devices.device_list, name="device-list"),
    path("devices.csv", devices.device_export, name="device-csv"),
    path("devices/new/", devices.device_create, name="device-create"),
    path(DEVICE, devices.device_detail, name="device-detail"),
    path(f"{DEVICE}edit/", devices.device_edit, name="device-edit"),
    path(f"{DEVICE}lend/", devices.device_hand_out, name="device-lend"),
    path("devices/agreement/", devices.agreement, name="loan-agreement"),
    path("loans/", devices.my_loans, name="loan-mine"),
    path("loans/of/<int:pk>/", devices.person_loans, name="loan-person"),
    path(LOAN, loans.loan_detail, name="loan-detail"),
    path(f"{LOAN}agree/", loans.loan_accept, name="loan-accept"),
    path(f"{LOAN}extend/", loans.loan_extend, name="loan-extend"),
    path(f"{LOAN}return/", loans.loan_return, name="loan-return"),
    path(f"{LOAN}wipe/", loans.loan_wipe, name="loan-wipe"),
    path(f"{LOAN}slip.pdf", loans.loan_slip, name="loan-slip"),
]
