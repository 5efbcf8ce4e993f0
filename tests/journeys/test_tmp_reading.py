from __future__ import annotations

from governance.domain import acknowledgements
from governance.models import PolicyVersion, QuizQuestion
from smportal.demo import reading
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person
from tests.journeys.test_governance_reading import fill_in

PHONE = {"width": 390, "height": 844}


def test_look(product: Product, enter: Enter) -> None:
    policy = reading.build()
    version = policy.versions.in_force().get()
    here = f"/governance/policies/{policy.slug}/"
    draft = PolicyVersion.objects.create(policy=policy, number=9, author=person("marieke"))
    QuizQuestion.objects.create(
        version=draft, position=1, text="Wie spreekt de pers?", options=["Jij", "Wij"], right=1
    )
    acknowledgements.confirm(person("chris"), version)
    for name, size in (("desktop", {"width": 1360, "height": 900}), ("phone", PHONE)):
        pages = {
            "waiting": ("eva", "/people/waiting/"),
            "confirm": ("eva", f"{here}confirm/"),
            "confirmed": ("chris", f"{here}confirmed/"),
            "list": ("chris", "/governance/confirmations/"),
            "progress": ("anja", f"{here}progress/"),
            "names": ("anja", f"{here}progress/names/"),
            "readers": ("anja", f"{here}readers/{policy.readerships.get().pk}/"),
            "quiz": ("anja", f"{here}9/quiz/"),
            "question": ("anja", f"{here}9/quiz/new/"),
            "profile": ("eva", "/people/me/"),
        }
        seen = {}
        for shot, (who, path) in pages.items():
            page = seen.get(who) or enter(who, viewport=size)
            seen[who] = page
            page.goto(path)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=f"/tmp/reading-{name}-{shot}.png", full_page=True)
        page = seen["eva"]
        page.goto(f"{here}confirm/")
        fill_in(page, version, right=False)
        page.screenshot(path=f"/tmp/reading-{name}-wrong.png", full_page=True)
        page = seen["anja"]
        page.emulate_media(color_scheme="dark")
        page.goto(f"{here}progress/")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=f"/tmp/reading-{name}-dark.png", full_page=True)
