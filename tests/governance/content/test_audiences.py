"""Eight audiences, four types of user, and examples that cannot be taken for figures of today."""

from __future__ import annotations

import pytest

from governance.content.audiences import (
    AUDIENCE_CODES,
    AUDIENCES,
    EXAMPLE_USES,
    USER_TYPE_CODES,
    USER_TYPES,
    ExampleUse,
    StandardAudience,
    example_uses_of,
)


def test_the_eight_audiences_of_a_college_are_there() -> None:
    assert set(AUDIENCE_CODES) == {
        "prospective_students",
        "students",
        "parents",
        "employees",
        "alumni",
        "companies",
        "media",
        "community",
    }
    assert len(AUDIENCES) == 8


def test_the_four_types_of_user_are_explained() -> None:
    assert USER_TYPE_CODES == ("traditionalists", "networkers", "gamers", "producers")
    for user_type in USER_TYPES:
        assert user_type.name.nl
        assert user_type.name.en
        assert user_type.explanation.nl != user_type.explanation.en


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda audience: audience.code)
def test_an_audience_reads_in_both_languages_and_names_its_typical_users(
    audience: StandardAudience,
) -> None:
    for text in (audience.description, audience.expects):
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en
    assert audience.user_types
    assert set(audience.user_types) <= set(USER_TYPE_CODES)


@pytest.mark.parametrize("use", EXAMPLE_USES, ids=lambda use: f"{use.audience}-{use.platform}")
def test_an_example_says_it_is_one_and_where_it_comes_from(use: ExampleUse) -> None:
    assert use.text.nl.startswith("Voorbeeld")
    assert use.text.en.startswith("Example")
    assert use.year in {2011, 2012}
    assert use.source
    assert use.address.startswith("http")
    assert use.audience in AUDIENCE_CODES


def test_numbers_stand_only_where_the_publication_gives_them() -> None:
    users = {(use.platform, use.users, use.year) for use in EXAMPLE_USES if use.users is not None}
    shares = {(use.platform, use.percent) for use in EXAMPLE_USES if use.percent is not None}
    respondents = {use.respondents for use in EXAMPLE_USES if use.respondents is not None}

    assert users == {("x", 321, 2011)}
    assert shares == {("", 88.0)}
    assert respondents == {600}


def test_the_examples_of_one_audience_can_be_asked_for() -> None:
    assert {use.platform for use in example_uses_of("alumni")} == {"linkedin"}
    assert example_uses_of("parents") == ()
