from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from core.templatetags import ui

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=timezone.get_fixed_timezone(0))


class Form(forms.Form):
    title = forms.CharField(help_text="Short.", widget=forms.TextInput(attrs={"class": "wide"}))
    kind = forms.ChoiceField(choices=[("a", "A")], required=False)
    agree = forms.BooleanField()
    colour = forms.ChoiceField(choices=[("r", "Red")], widget=forms.RadioSelect)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.fixture(autouse=True)
def english() -> object:
    with translation.override("en"):
        yield


def draw(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_an_icon_is_inline_and_silent() -> None:
    svg = draw('{% icon "inbox" %}')

    assert svg.startswith('<svg aria-hidden="true" focusable="false"')


def test_an_unknown_icon_draws_nothing() -> None:
    assert draw('{% icon "no-such-icon" %}') == ""


def test_the_address_of_a_sibling_page_keeps_the_filters() -> None:
    request = RequestFactory().get("/", {"state": "open", "after": "12"})

    assert draw("{% url_with after='30' %}", request=request) == "?state=open&amp;after=30"
    assert draw("{% url_with after='' %}", request=request) == "?state=open"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Anna de Boer", "AB"), ("Anna", "A"), ("", ""), ("jan jansen", "JJ")],
)
def test_initials_are_of_first_and_last_name(name: str, short: str) -> None:
    assert ui.initials(name) == short


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(seconds=-20), "in a moment"),
        (timedelta(minutes=3), "3 min ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=30), "30 hours ago"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(hours=-2), "in 2 hours"),
    ],
)
def test_a_moment_is_told_roughly(ago: timedelta, words: str) -> None:
    with time_machine.travel(NOON, tick=False):
        html = ui.since(NOON - ago)

    assert f">{words}</time>" in html


def test_a_moment_carries_its_exact_time() -> None:
    with time_machine.travel(NOON, tick=False):
        html = ui.since(NOON)

    assert 'datetime="2026-11-23T12:00:00+00:00"' in html
    assert "13:00" in html  # the title, in Amsterdam


def test_no_moment_draws_nothing() -> None:
    assert ui.since(None) == ""
    assert ui.due(None) == ""


def test_a_deadline_that_passed_says_so_in_words() -> None:
    with time_machine.travel(NOON, tick=False):
        assert "2 hours late" in ui.due(NOON - timedelta(hours=2))
        assert "2 hours left" in ui.due(NOON + timedelta(hours=2))


def test_a_field_links_its_label_help_and_error_to_its_control() -> None:
    html = str(Form({})["title"].as_field_group())

    assert '<label class="form-label" for="id_title">Title</label>' in html
    assert 'class="form-control wide"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html


def test_controls_are_dressed_by_their_kind() -> None:
    form = Form()

    assert "form-select" in ui.control(form["kind"])
    assert "form-check-input" in ui.control(form["agree"])
    assert "form-control" not in ui.control(form["colour"])


def test_no_choice_is_told_in_words() -> None:
    class Choosing(forms.Form):
        dashes = [("", "---------"), ("a", "A")]
        needed = forms.ChoiceField(choices=dashes)
        optional = forms.ChoiceField(choices=dashes, required=False)
        worded = forms.ChoiceField(choices=[("", "All teams"), ("a", "A")], required=False)

    form = Choosing()

    assert '<option value="" selected>Choose …</option>' in ui.control(form["needed"])
    assert "nothing chosen" in ui.control(form["optional"])
    assert "All teams" in ui.control(form["worded"])


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    html = str(Form()["colour"].as_field_group())

    assert "<fieldset" in html
    assert "<legend>Colour</legend>" in html


def test_a_field_that_may_stay_empty_says_so() -> None:
    html = str(Form())

    assert html.count("(optional)") == 1


def test_a_placeholder_that_repeats_the_label_is_left_out() -> None:
    class SignIn(forms.Form):
        code = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "Code"}))
        site = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "https://…"}))

    form = SignIn()

    assert "placeholder" not in ui.control(form["code"])
    assert 'placeholder="https://…"' in ui.control(form["site"])


def test_a_form_with_errors_says_so_at_the_top() -> None:
    assert "Some answers need your attention." in str(Form({}))
    assert "attention" not in str(Form())


def test_a_hidden_field_is_drawn_once_and_bare() -> None:
    html = str(Form())

    assert html.count('name="secret"') == 1
    assert "Secret" not in html


def test_nothing_chosen_is_said_in_words() -> None:
    class Choosing(forms.Form):
        colour = forms.ChoiceField(choices=[*BLANK_CHOICE_DASH, ("r", "red")])
        shape = forms.ChoiceField(choices=[*BLANK_CHOICE_DASH, ("o", "round")], required=False)

    form = Choosing()
    html = ui.control(form["colour"]) + ui.control(form["shape"])

    assert "---" not in html
    assert ">Choose …<" in html
    assert ">nothing chosen<" in html
