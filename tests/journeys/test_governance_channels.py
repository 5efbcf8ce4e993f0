"""Students say where they are, a manager scores and chooses, and a channel is closed decently."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from governance.domain import channel_closing
from governance.models import AudienceUse, ChannelChoice, PlatformSurvey, SurveyResponse
from smportal.demo import channels
from tests.factories.channels import SurveyResponseFactory, mandate
from tests.journeys.axe import look, violations
from tests.journeys.conftest import Enter
from tests.journeys.product import Product, person

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
CHANNELS = "/governance/channels/"


def fits(page: Page) -> bool:
    """Nothing sticks out at the side of a phone."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def make_survey(page: Page) -> PlatformSurvey:
    page.goto("/governance/surveys/new/")
    page.locator("[name=title]").fill("Waar zitten jullie?")
    page.locator("[name=platforms]").fill("TikTok\nInstagram\nMastodon")
    page.locator("main form .btn-primary").click()
    page.locator("[name=step][value=open]").click()
    expect(page.locator("svg.qr")).to_be_visible()
    return PlatformSurvey.objects.get()


def answer(phone: Page, survey: PlatformSurvey) -> list[str]:
    """All four steps, looked at by axe on the way."""
    go_on = phone.locator(".survey-actions .btn-primary")
    found = look(phone, f"/governance/survey/{survey.token}/")
    assert fits(phone)
    phone.locator(".survey-row", has_text="TikTok").locator("label").first.click()
    phone.locator(".survey-row", has_text="Mastodon").locator("label").last.click()
    go_on.click()
    expect(phone.locator(".survey-row")).to_have_count(1)  # only what is used
    found += violations(phone)
    phone.locator("[name=private-0][value=fun]").check()
    go_on.click()
    phone.locator("[name=wish][value='0']").check()
    found += violations(phone)
    phone.locator("[name=not_wanted]").fill("Grappig doen.")
    phone.locator("[name=go][value=back]").last.click()
    expect(phone.locator("[name=private-0][value=fun]")).to_be_checked()  # nothing is lost
    go_on.click()
    expect(phone.locator("[name=not_wanted]")).to_have_value("Grappig doen.")
    go_on.click()
    phone.locator("[name=college-0][value=stories]").check()
    found += violations(phone)
    go_on.click()
    expect(phone.locator(".survey-end")).to_be_visible()
    return found + violations(phone)


def test_students_answer_on_their_phones_and_a_channel_is_chosen_in_spite_of_the_hours(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    mandate(4)
    marieke = enter("marieke", "/governance/audiences/")
    survey = make_survey(marieke)
    phone = window(**PHONE)
    assert answer(phone, survey) == []
    (flag,) = phone.context.cookies()
    assert flag["name"].startswith("answered-")
    phone.goto(f"/governance/survey/{survey.token}/")
    expect(phone.locator("[name=use-0]")).to_have_count(0)
    SurveyResponseFactory.create_batch(4, survey=survey, answers={"use": {"tiktok": "daily"}})
    assert SurveyResponse.objects.count() == 5

    marieke.reload()
    marieke.locator("[name=step][value=close]").click()
    marieke.locator("#confirm [value=yes]").click()
    expect(marieke.locator(".figure-box")).to_be_visible()
    assert violations(marieke) == []
    assert AudienceUse.objects.filter(survey=survey, platform="tiktok", percent=100).exists()

    marieke.goto(f"{CHANNELS}new/?platform=tiktok")
    marieke.locator("[name=state][value=considered]").check()
    marieke.locator("main form .btn-primary").click()
    expect(marieke).to_have_url(re.compile(rf"{CHANNELS}\d+/$"))
    choice = ChannelChoice.objects.get()
    marieke.goto(f"{CHANNELS}{choice.pk}/scores/students/")
    expect(marieke.locator(".known")).to_contain_text("100%")
    for name in ("present", "expects", "openness"):
        marieke.locator(f"[name={name}]").last.check()
    assert violations(marieke) == []
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator("#scores")).to_be_visible()

    marieke.locator(f"a[href='{CHANNELS}{choice.pk}/decide/']").click()
    expect(marieke.locator("#objections li")).to_have_count(2)  # hours, and no goal
    marieke.locator("[name=state][value=chosen]").check()
    marieke.locator("[name=reason]").fill("Alle studenten zijn hier.")
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator(".is-invalid [name=despite]")).to_be_visible()
    assert violations(marieke) == []
    marieke.locator("[name=despite]").fill("Proef van drie maanden.")
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator(".badge-good").first).to_be_visible()
    expect(marieke.locator("main")).to_contain_text("Proef van drie maanden.")

    phone.goto("/governance/our-channels/")
    expect(phone.locator("main")).to_contain_text("Alle studenten zijn hier.")
    expect(phone.locator("main")).not_to_contain_text("Proef")


def test_a_channel_is_closed_step_by_step(product: Product, enter: Enter) -> None:
    channels.build()
    choice = ChannelChoice.objects.get(platform="x")
    marieke = enter("marieke", f"{CHANNELS}{choice.pk}/close/")
    marieke.locator("[name=close_date]").fill("2099-12-31")
    marieke.locator("[name=reason]").fill("De toon past niet meer bij ons.")
    marieke.locator("main form .btn-primary").click()
    expect(marieke.locator(".proposal")).to_contain_text("31 december 2099")

    chris = enter("chris", f"{CHANNELS}{choice.pk}/")  # the owner, who does not decide
    expect(chris.locator("[name=step][value=finish]")).to_have_count(0)
    first = chris.locator("#announce")
    first.locator("[name=note]").fill("Vastgezet bericht")
    first.locator("[value=done]").click()
    expect(chris.locator("#announce")).to_contain_text("Vastgezet bericht")
    chris.locator("#archive [value=skipped]").click()  # without a note: refused
    expect(chris.locator("#archive [name=note]")).to_be_visible()
    assert violations(chris) == []
    choice.refresh_from_db()
    for code in channel_closing.STEP_CODES[1:]:
        channel_closing.settle(choice, code, is_done=True, note="", by=person("chris"))

    marieke.reload()
    marieke.locator("[name=step][value=finish]").click()
    marieke.locator("#confirm [value=yes]").click()
    expect(marieke.locator("[name=step]")).to_have_count(0)
    marieke.goto(f"{CHANNELS}?show=past")
    expect(marieke.locator(".matrix")).to_contain_text("Hyves")
    expect(marieke.locator(".matrix tr", has_text="@rocdewaterlanden")).to_be_visible()


def test_every_page_is_accessible_and_fits_a_phone(
    product: Product, enter: Enter, window: Callable[..., Page]
) -> None:
    channels.build()
    mandate(12)
    survey = PlatformSurvey.objects.get()
    tiktok = ChannelChoice.objects.get(platform="tiktok").get_absolute_url()
    flickr = ChannelChoice.objects.get(platform="flickr").get_absolute_url()
    pages = [
        "/governance/audiences/", "/governance/audiences/new/", "/governance/audiences/students/",
        "/governance/audiences/students/edit/", "/governance/audiences/students/use/",
        "/governance/audiences/import/", "/governance/surveys/", "/governance/surveys/new/",
        survey.get_absolute_url(), f"{survey.get_absolute_url()}poster/", CHANNELS,
        f"{CHANNELS}?show=past", f"{CHANNELS}new/", f"{CHANNELS}new/?platform=x", tiktok, flickr,
        f"{tiktok}edit/", f"{tiktok}decide/", f"{tiktok}scores/students/",
    ]  # fmt: skip
    page = enter("marieke", "/governance/audiences/")
    phone = enter("marieke", "/governance/audiences/", **PHONE)
    stranger = window()
    found = [line for path in pages for line in look(page, path)]
    found += look(stranger, "/governance/our-channels/")
    found += look(stranger, f"/governance/survey/{survey.token}/")
    too_wide = []
    for path in pages:
        phone.goto(path)
        too_wide += [] if fits(phone) else [path]

    assert found == []
    assert too_wide == []
