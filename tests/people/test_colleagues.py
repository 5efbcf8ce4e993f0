"""Choosing a colleague by typing, with suggestions, in a college of thousands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django import forms
from django.forms.models import fields_for_model
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.datastructures import MultiValueDict

from monitoring.models import Channel
from people.domain import colleagues
from people.formfields import ColleagueField, ColleaguesField
from people.models import Absence, User
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def eva() -> User:
    user: User = UserFactory(name="Eva de Vries", email="e.devries@example.org")
    return user


def chosen(words: str | list[str], field: forms.Field | None = None) -> object:
    return (field or ColleagueField()).clean(words)


def refusal(words: str | list[str], field: forms.Field | None = None) -> str:
    with pytest.raises(forms.ValidationError) as refused:
        chosen(words, field)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    "words",
    [
        "Eva de Vries <e.devries@example.org>",
        "  eva  DE vries ",
        "E.DEVRIES@example.org",
        "Married Otherwise <e.devries@example.org>",
    ],
)
def test_a_colleague_is_found_by_name_by_address_or_by_both(eva: User, words: str) -> None:
    assert chosen(words) == eva


def test_the_key_of_a_ticked_box_finds_its_person(eva: User) -> None:
    assert chosen(str(eva.pk)) == eva
    assert "Nobody is called" in refusal("9" * 30)


def test_half_a_name_chooses_nobody_but_says_who_could_be_meant(eva: User) -> None:
    assert "Do you mean Eva de Vries <e.devries@example.org>?" in refusal("Eva")
    assert "Nobody is called “Xerxes”" in refusal("Xerxes")


def test_two_of_the_same_name_are_told_apart_by_their_addresses(eva: User) -> None:
    UserFactory(name="Eva de Vries", email="eva2@example.org")

    assert "eva2@example.org" in refusal("Eva de Vries")
    assert chosen("Eva de Vries <e.devries@example.org>") == eva


def test_who_left_or_does_not_belong_here_cannot_be_chosen(eva: User) -> None:
    gone = UserFactory(name="Gone", is_active=False)
    others = ColleagueField(queryset=User.objects.exclude(pk=eva.pk))

    assert "Nobody is called" in refusal(gone.email)
    assert "cannot be chosen here" in refusal(eva.email, others)


def test_a_form_made_from_a_model_offers_nobody_who_left(eva: User) -> None:
    gone = UserFactory(name="Gone", is_active=False)
    fields = fields_for_model(Absence, ["substitute"], field_classes={"substitute": ColleagueField})
    owners = fields_for_model(Channel, ["owners"], field_classes={"owners": ColleaguesField})

    assert "Nobody is called" in refusal(gone.email, fields["substitute"])
    assert chosen(eva.email, fields["substitute"]) == eva
    assert fields["substitute"].prepare_value(gone.pk) == ""
    assert "Nobody is called" in refusal([gone.email], owners["owners"])
    assert owners["owners"].prepare_value([gone, eva]) == [eva]


def test_a_field_shows_who_was_chosen_and_sees_no_change_in_that(eva: User) -> None:
    field = ColleagueField(required=False)

    assert field.prepare_value(eva.pk) == "Eva de Vries <e.devries@example.org>"
    assert not field.has_changed(eva.pk, "Eva de Vries <e.devries@example.org>")
    assert field.has_changed(eva.pk, "")
    assert field.clean("") is None


class Invitation(forms.Form):
    people = ColleaguesField(required=False)


def test_several_colleagues_are_ticked_boxes_and_words(eva: User) -> None:
    joris = UserFactory(name="Joris Bos")
    form = Invitation(MultiValueDict({"people": [str(eva.pk), "joris bos; Eva de Vries"]}))

    assert form.is_valid()
    assert form.cleaned_data["people"] == [eva, joris]


def test_after_a_mistake_the_boxes_stay_ticked_and_the_words_stand_there_again(eva: User) -> None:
    form = Invitation(MultiValueDict({"people": [str(eva.pk), "Xerxes"]}))

    assert not form.is_valid()
    page = str(form["people"])
    assert f'value="{eva.pk}"' in page
    assert 'value="Xerxes"' in page


def test_suggestions_begin_with_who_is_called_so_and_are_few(client: Client, eva: User) -> None:
    UserFactory(name="Anna Evarts")
    UserFactory(name="Eva Gone", is_active=False)
    unit = UnitFactory(name="ICT")
    for number in range(12):
        UserFactory(name=f"Eva {number:02}", unit=unit)
    client.force_login(eva)

    page = client.get(reverse("people:colleagues"), {"of": "owner", "owner": "eva"})

    found = [person.name for person in colleagues.suggested("eva")]
    assert found[0] == "Eva 00"
    assert len(found) == colleagues.SHOWN
    assert page.content.decode().count("<option") == colleagues.SHOWN
    assert ">ICT</option>" in page.content.decode()
    assert [person.name for person in colleagues.suggested("vries EVA")] == ["Eva de Vries"]
    assert "Anna Evarts" in {person.name for person in colleagues.suggested("evarts")}


def test_a_stranger_gets_no_names(client: Client, eva: User) -> None:
    answer = client.get(reverse("people:colleagues"), {"of": "owner", "owner": "eva"})

    assert answer.status_code == 302
    assert "Vries" not in answer.content.decode()
