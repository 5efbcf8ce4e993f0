"""A protocol is read and confirmed: asked, tried, led back, done; and who sees how far it is."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from core.clock import now
from governance.domain import acknowledgements
from governance.models import Policy, PolicySection, PolicyVersion, QuizQuestion
from smportal.demo import reading
from tests.journeys import axe
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person


def fill_in(page: Page, version: PolicyVersion, *, right: bool) -> None:
    """Answer every question of the quiz, all right or all wrong, and press the button."""
    for question in version.questions.all():
        place = question.right if right else (question.right + 1) % len(question.options)
        page.locator(f"[name=question_{question.pk}][value='{place}']").check()
    page.locator("#end .btn-primary").click()


def revise(policy: Policy, *, is_material: bool) -> PolicyVersion:
    """A new version in force with the same clauses and questions."""
    base = policy.versions.in_force().get()
    policy.versions.in_force().update(state=PolicyVersion.State.HISTORIC)
    version = PolicyVersion.objects.create(
        policy=policy,
        number=base.number + 1,
        state=PolicyVersion.State.IN_FORCE,
        is_material=is_material,
        summary="Stagebegeleiders doen ook mee.",
        in_force_from=now(),
    )
    for section in base.sections.order_by("position"):
        PolicySection.objects.create(
            version=version,
            key=section.key,
            position=section.position,
            title=section.title,
            what=section.what,
        )
    for one in base.questions.order_by("position"):
        QuizQuestion.objects.create(
            version=version,
            position=one.position,
            section_key=one.section_key,
            text=one.text,
            options=one.options,
            right=one.right,
        )
    return version


def test_a_teacher_reads_fails_goes_back_and_confirms(product: Product, enter: Enter) -> None:
    policy = reading.build()
    version = policy.versions.in_force().get()
    eva = enter("eva", "/people/waiting/")

    eva.locator(".row-link", has_text=policy.title).click()
    expect(eva.locator(".notice-bad")).to_be_visible()  # she is late already
    fill_in(eva, version, right=False)
    expect(eva.locator("[role=alert] a").first).to_be_visible()
    assert not acknowledgements.has_confirmed(person("eva"), policy)

    first = version.questions.order_by("position")[0]
    eva.locator("[role=alert] a").first.click()
    expect(eva.locator(f"#clause-{first.section_key}")).to_be_in_viewport()
    fill_in(eva, version, right=True)
    expect(eva).to_have_url(f"{product.url}/governance/policies/{policy.slug}/confirmed/")
    assert person("eva").acknowledgements.get().tries == 2

    eva.locator("a[href$='/confirmations/']").click()
    expect(eva.locator(".row-link", has_text=policy.title)).to_be_visible()
    eva.goto("/people/waiting/")
    expect(eva.locator(".empty")).to_be_visible()


def test_a_small_change_asks_nobody_again_and_a_material_one_does(
    product: Product, enter: Enter
) -> None:
    policy = reading.build()
    acknowledgements.confirm(person("eva"), policy.versions.in_force().get())

    revise(policy, is_material=False)
    eva = enter("eva", "/people/waiting/")
    expect(eva.locator(".empty")).to_be_visible()

    version = revise(policy, is_material=True)
    eva.reload()
    eva.locator(".row-link", has_text=policy.title).click()
    expect(eva.locator("main")).to_contain_text("Stagebegeleiders doen ook mee.")
    fill_in(eva, version, right=True)
    expect(eva.locator(".notice-good")).to_be_visible()


def test_a_manager_sees_the_own_units_and_the_board_all(product: Product, enter: Enter) -> None:
    policy = reading.build()
    path = f"/governance/policies/{policy.slug}/progress/"
    marieke = enter("marieke", path)
    expect(marieke.locator("main")).to_contain_text("Redactie schoolblog")
    expect(marieke.locator("main")).not_to_contain_text("School voor Zorg")
    marieke.goto(f"{path}names/")
    expect(marieke.locator("tbody")).to_contain_text("Hanna Vos")
    expect(marieke.locator("tbody")).not_to_contain_text("Eva Jansen")

    anja = enter("anja", path)
    expect(anja.locator("main")).to_contain_text("School voor Zorg")
    anja.locator("tr", has_text="School voor Toerisme").locator("a").click()
    expect(anja.locator("tbody")).to_contain_text("Eva Jansen")
    expect(anja.locator("tbody")).not_to_contain_text("Hanna Vos")
    with anja.expect_download() as download:
        anja.goto(path)
        anja.locator("a[href$='/export/']").click()
    assert download.value.suggested_filename == f"{policy.slug}.csv"


def test_a_manager_asks_others_too_and_sees_how_many(product: Product, enter: Enter) -> None:
    policy = reading.build()
    marieke = enter("marieke", f"/governance/policies/{policy.slug}/readers/new/")

    everybody = marieke.locator("#asks").inner_text()
    marieke.locator("[name=roles][value=agent]").check()
    expect(marieke.locator("#asks")).not_to_have_text(everybody)
    expect(marieke.locator("#asks")).to_contain_text("3")
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator("section[aria-labelledby=who] li")).to_have_count(2)


def test_the_pages_are_accessible(product: Product, enter: Enter) -> None:
    policy = reading.build()
    marieke = person("marieke")
    version = policy.versions.in_force().get()
    draft = PolicyVersion.objects.create(policy=policy, number=9, author=marieke)
    question = QuizQuestion.objects.create(
        version=draft, position=1, text="Wie spreekt de pers?", options=["Jij", "Wij"], right=1
    )
    acknowledgements.confirm(person("chris"), version)
    here = f"/governance/policies/{policy.slug}/"
    eva, chris, anja = enter("eva"), enter("chris"), enter("anja")

    found = [
        *axe.look(eva, "/people/waiting/"),
        *axe.look(eva, f"{here}confirm/"),
        *axe.look(chris, "/people/waiting/"),
        *axe.look(chris, f"{here}confirmed/"),
        *axe.look(chris, "/governance/confirmations/"),
        *axe.look(anja, f"{here}progress/"),
        *axe.look(anja, f"{here}progress/names/"),
        *axe.look(anja, f"{here}readers/{policy.readerships.get().pk}/"),
        *axe.look(anja, f"{here}9/quiz/"),
        *axe.look(anja, f"{here}9/quiz/{question.pk}/"),
    ]
    eva.goto(f"{here}confirm/")
    fill_in(eva, version, right=False)
    found += axe.violations(eva)
    assert found == []
