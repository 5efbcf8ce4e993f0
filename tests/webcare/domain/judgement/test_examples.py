from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from core.clock import now
from governance.models.routing import Threat
from monitoring.models import Mention
from people.models import Institution, Team, User
from tests.factories.monitoring import MentionFactory
from tests.factories.people import TeamFactory
from tests.factories.webcare import TicketMessageFactory, ticket_about
from tests.webcare.domain.judgement import made_up
from webcare.domain import tickets
from webcare.domain.judgement import examples
from webcare.domain.judgement.examples import OWN, Example
from webcare.domain.judgement.reading import Known
from webcare.models import Correction, Ticket

TEXT = "Waar vind ik het vakantierooster?"


@pytest.fixture
def ticket(info: Team, clock: time_machine.Traveller) -> Ticket:
    return ticket_about(TEXT, team=info, is_unsure=True, author_handle="guusje")


def lessons() -> list[tuple[str, str, str]]:
    return [(one.reading.text, one.team, one.tone) for one in examples.own()]


def say_again(ticket: Ticket) -> Ticket:
    """The ticket as it is now, for a person who comes later."""
    return Ticket.objects.get(pk=ticket.pk)


class TestWritten:
    def test_a_line_is_an_example(self, tmp_path: Path) -> None:
        tmp_path.joinpath("ria.txt").write_text(
            "# namen: ROC De Turf; Turf\n"
            "# accounts: @turf\n"
            "# vestigingen: Assen\n"
            "# a remark: of no use\n"
            "\n"
            "info¦neutral¦nl¦x¦@jan¦waar is @turf ¦ in Assen?\n"
        )

        (example,) = examples.written(tmp_path)

        assert (example.writer, example.team, example.tone) == ("ria", "info", "neutral")
        assert (example.reading.author, example.reading.platform) == ("@jan", "x")
        assert example.reading.text == "waar is @turf ¦ in Assen?"
        assert example.reading.known == Known(("ROC De Turf", "Turf"), ("@turf",), ("Assen",))

    def test_every_file_is_a_writer(self, tmp_path: Path) -> None:
        found = list(examples.written(made_up.write(tmp_path)))

        assert {one.writer for one in found} == {"bob", "mo", "ria"}
        assert len(found) == len(made_up.examples())

    def test_the_products_own_examples_are_whole(self) -> None:
        found = list(examples.written())

        assert len(found) > 5_000
        assert len({one.writer for one in found}) >= 4
        assert {one.team for one in found} == set(made_up.TEAMS)
        assert {one.tone for one in found} == set(made_up.TONES)
        assert all(one.reading.text.strip() and one.reading.known.names for one in found)

    def test_no_example_stands_in_two_files(self) -> None:
        writers: dict[str, set[str]] = {}
        for one in examples.written():
            if len(one.reading.words) > 5:
                writers.setdefault(" ".join(one.reading.words), set()).add(one.writer)

        assert [text for text, who in writers.items() if len(who) > 1] == []


@pytest.mark.django_db
class TestOwn:
    def test_without_corrections_there_is_nothing_to_learn(self, ticket: Ticket) -> None:
        assert lessons() == []

    def test_a_move_teaches_the_team(self, ticket: Ticket, anna: User, comms: Team) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

        assert lessons() == [(TEXT, "comms", "")]

    def test_a_move_that_was_undone_teaches_nothing(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="oops")
        tickets.undo(ticket, by=anna)

        assert lessons() == []

    def test_a_tone_that_was_put_right_teaches_the_tone_alone(
        self, ticket: Ticket, anna: User
    ) -> None:
        tickets.correct(ticket, kind="sentiment", after="negative", by=anna)

        assert lessons() == [(TEXT, "", "negative")]

    def test_tone_and_team_of_one_ticket_are_one_example(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        tickets.correct(ticket, kind="sentiment", after="negative", by=anna)
        tickets.reroute(say_again(ticket), to=comms, by=anna, reason="a complaint")

        assert lessons() == [(TEXT, "comms", "negative")]

    def test_an_example_of_ones_own_weighs_more_and_knows_the_names(
        self, ticket: Ticket, anna: User, comms: Team, college: Institution
    ) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

        (example,) = examples.own()

        written = Example(example.reading, "ria")
        assert (example.writer, example.weight > written.weight) == (OWN, True)
        assert (example.reading.author, example.reading.platform) == ("guusje", "x")
        assert example.reading.known == Known.of(college)

    @pytest.mark.parametrize("after", [Threat.POSSIBLE, Threat.LIKELY])
    def test_a_danger_that_was_overlooked_is_the_crisis_teams(
        self, ticket: Ticket, anna: User, after: Threat
    ) -> None:
        tickets.correct(ticket, kind="threat", after=after, by=anna)

        assert lessons() == [(TEXT, "crisis", "")]

    def test_what_was_moved_to_a_crisis_team_of_any_code_is_danger(
        self, ticket: Ticket, anna: User
    ) -> None:
        safety = TeamFactory(code="safety", kind=Team.Kind.CRISIS)

        tickets.reroute(ticket, to=safety, by=anna)

        assert lessons() == [(TEXT, "crisis", "")]

    def test_a_false_alarm_is_of_the_team_that_has_it(self, ticket: Ticket, anna: User) -> None:
        tickets.correct(ticket, kind="threat", after=Threat.NONE, by=anna)

        assert lessons() == [(TEXT, "info", "")]

    def test_a_false_alarm_at_the_crisis_team_is_not_theirs(self, anna: User, crisis: Team) -> None:
        ticket = ticket_about(TEXT, team=crisis, threat=Threat.LIKELY)
        tickets.correct(ticket, kind="threat", after=Threat.NONE, by=anna)

        assert lessons() == []

    def test_a_false_alarm_that_was_moved_is_of_its_new_team(
        self, anna: User, crisis: Team, comms: Team
    ) -> None:
        ticket = ticket_about(TEXT, team=crisis, threat=Threat.LIKELY)
        tickets.correct(ticket, kind="threat", after=Threat.NONE, by=anna)
        tickets.reroute(say_again(ticket), to=comms, by=anna, reason="a complaint")

        assert lessons() == [(TEXT, "comms", "")]

    def test_a_false_alarm_that_was_closed_needed_no_answer(
        self, ticket: Ticket, anna: User
    ) -> None:
        tickets.correct(ticket, kind="threat", after=Threat.NONE, by=anna)
        tickets.close(say_again(ticket), by=anna, outcome="no_answer")

        assert lessons() == [(TEXT, "none", "")]

    def test_the_last_word_on_a_team_wins(
        self, ticket: Ticket, anna: User, info: Team, comms: Team, clock: time_machine.Traveller
    ) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")
        clock.shift(timedelta(hours=1))
        tickets.reroute(say_again(ticket), to=info, by=anna, reason="a question after all")

        assert lessons() == [(TEXT, "info", "")]

    def test_the_last_word_on_danger_wins(
        self, anna: User, crisis: Team, clock: time_machine.Traveller
    ) -> None:
        ticket = ticket_about(TEXT, team=crisis, threat=Threat.POSSIBLE)
        tickets.correct(ticket, kind="threat", after=Threat.LIKELY, by=anna)
        clock.shift(timedelta(hours=1))
        tickets.correct(say_again(ticket), kind="threat", after=Threat.NONE, by=anna)

        assert lessons() == []

    @pytest.mark.parametrize("outcome", ["no_answer", "spam"])
    def test_what_was_doubted_and_closed_unanswered_needed_no_answer(
        self, ticket: Ticket, anna: User, outcome: str
    ) -> None:
        tickets.close(ticket, by=anna, outcome=outcome)

        assert lessons() == [(TEXT, "none", "")]

    @pytest.mark.parametrize("outcome", ["answered", "offline"])
    def test_what_was_answered_teaches_nothing(
        self, ticket: Ticket, anna: User, outcome: str
    ) -> None:
        tickets.close(ticket, by=anna, outcome=outcome)

        assert lessons() == []

    def test_a_threat_that_was_closed_unanswered_is_not_harmless(
        self, anna: User, crisis: Team
    ) -> None:
        ticket = ticket_about(TEXT, team=crisis, threat=Threat.POSSIBLE, is_unsure=True)
        tickets.close(ticket, by=anna, outcome="no_answer")

        assert lessons() == []

    def test_what_nobody_doubted_teaches_nothing_when_it_is_closed(
        self, anna: User, comms: Team
    ) -> None:
        """A compliment that gets no answer is still for communications."""
        tickets.close(ticket_about(TEXT, team=comms), by=anna, outcome="no_answer")

        assert lessons() == []

    def test_a_closed_ticket_that_is_opened_again_teaches_nothing(
        self, ticket: Ticket, anna: User
    ) -> None:
        tickets.close(ticket, by=anna, outcome="no_answer")
        tickets.reopen(say_again(ticket), by=anna)

        assert lessons() == []

    def test_what_its_author_took_away_is_not_learned(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")
        Mention.objects.update(title="", text="", deleted_at=now())

        assert lessons() == []

    def test_a_ticket_without_a_message_teaches_nothing(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")
        ticket.messages.all().delete()

        assert lessons() == []

    def test_a_conversation_is_learned_by_its_first_message(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        TicketMessageFactory(ticket=ticket, mention__text="Hallo?", mention__published_at=now())
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

        assert lessons() == [(TEXT, "comms", "")]

    def test_a_message_is_learned_with_its_title(self, anna: User, comms: Team) -> None:
        ticket = ticket_about("Lees verder", category="news")
        Mention.objects.update(title="College wint prijs")
        tickets.reroute(ticket, to=comms, by=anna, reason="about us")

        assert lessons() == [("College wint prijs\nLees verder", "comms", "")]

    def test_other_corrections_teach_nothing(self, ticket: Ticket, anna: User) -> None:
        tickets.set_category(ticket, to="timetable", by=anna)
        tickets.set_priority(say_again(ticket), to=3, by=anna)

        assert Correction.objects.count() == 2
        assert lessons() == []

    def test_mentions_that_nobody_put_right_are_left_alone(
        self, ticket: Ticket, anna: User, comms: Team
    ) -> None:
        MentionFactory(text="a message without a ticket")
        ticket_about("another ticket", team=comms)
        tickets.reroute(ticket, to=comms, by=anna, reason="a complaint")

        assert len(lessons()) == 1
