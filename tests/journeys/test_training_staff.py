"""Ali brings in the file of HR with a mistake in it; Thea lends Eva a tablet and gets it back."""

from __future__ import annotations

from playwright.sync_api import expect

from people.models import StaffImport, User
from smportal.demo import staff
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from training.models import Ambassador, Device, Loan

PHONE = {"width": 390, "height": 844}
FILE = (
    "Personeelsnummer;Naam;E-mail;Eenheid;Rollen\r\n"
    "20001;Noor de Wit;n.dewit@demo.example;HR;docent\r\n"
    "20002;Fout Adres;geen adres;HR;docent\r\n"
    "20003;Eva Jansen-Bos;eva@demo.example;;\r\n"
).encode("cp1252")


def test_the_file_of_hr_is_looked_at_and_then_applied(product: Product, enter: Enter) -> None:
    ali = enter("admin", "/people/staff/")
    ali.locator("a[href$='/staff/import/']").click()
    ali.locator("[name=file]").set_input_files(
        {"name": "personeel.csv", "mimeType": "text/csv", "buffer": FILE}
    )
    ali.locator("main form .btn-primary").click()

    expect(ali.locator("main table")).to_contain_text("‘geen adres’ is geen e-mailadres.")
    ali.locator(".tabs a[href='?kind=changed']").click()
    expect(ali.locator("main table")).to_contain_text("Eva Jansen-Bos")
    assert User.objects.filter(name__in=["Noor de Wit", "Eva Jansen-Bos"]).count() == 0
    paths = [
        "/people/staff/",
        "/people/staff/import/",
        StaffImport.objects.get().get_absolute_url(),
    ]
    assert [found for path in paths for found in axe.look(ali, path)] == []

    ali.locator("form[action$='/apply/'] button").click()
    ali.locator("dialog[open] .btn-primary, dialog[open] .btn-danger").click()
    expect(ali.locator("#messages")).to_contain_text("doorgevoerd")
    assert (person("eva").name, person("eva").staff_number) == ("Eva Jansen-Bos", "20003")
    assert User.objects.get(name="Noor de Wit").roles == {"teacher"}


def test_a_tablet_is_lent_agreed_to_and_brought_back(product: Product, enter: Enter) -> None:
    device = Device.objects.create(name="iPad 10", tag="WL-T-009")
    thea = enter("thea", device.get_absolute_url())
    thea.locator("[name=user]").fill(person("eva").name)
    thea.locator("main form .btn-primary").click()
    expect(thea.locator("#messages")).to_contain_text("moet nog akkoord gaan")

    eva = enter("eva", "/people/waiting/", viewport=PHONE, is_mobile=True, has_touch=True)
    eva.get_by_role("link", name="Lees en ga akkoord: je leent iPad 10.").tap()
    eva.locator("form[action$='/agree/'] button").tap()
    expect(eva.locator("#agreement ~ .notice-good")).to_be_visible()
    assert eva.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    thea.reload()
    thea.locator("[name=signed_out]").check()
    thea.locator("[name=photos_removed]").check()
    thea.locator("form[action$='/return/'] button").click()
    expect(thea.locator("#messages")).to_contain_text("kan weer worden uitgeleend")
    loan = Loan.objects.get()
    assert loan.is_agreed
    assert loan.wiped_at is not None


def test_devices_and_ambassadors_are_for_everybody(product: Product, enter: Enter) -> None:
    staff.build()
    staff.build()  # twice is once
    thea = enter("thea")
    late, free = Loan.objects.earliest("pk"), Device.objects.get(tag="WL-L-001")
    active, suggested = Ambassador.objects.order_by("pk")
    paths = ["devices/", "devices/new/", "devices/agreement/", "ambassadors/"]
    paths = [
        f"/training/{path}" for path in [*paths, "ambassadors/suggest/", "ambassador/goodbye/"]
    ]
    paths += [row.get_absolute_url() for row in (late, free, active, suggested)]
    Ambassador.objects.filter(pk=suggested.pk).update(state="invited", key="invited")
    paths += ["/training/ambassador/invited/", f"/training/ambassador/{active.key}/"]

    assert [found for path in paths for found in axe.look(thea, path)] == []
