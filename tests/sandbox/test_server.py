"""The server as a whole: state over a restart, many callers, the control API and the page."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sandbox import Server
from sandbox.server import is_loopback
from tests.sandbox.conftest import Caller

STATUSES = "/mastodon/api/v1/statuses"


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.http.server_address[0] == "127.0.0.1"
    assert is_loopback("localhost")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")  # noqa: S104
    assert not is_loopback("school.example")


def test_the_command_refuses_an_address_that_others_can_reach() -> None:
    command = [sys.executable, "-m", "sandbox", "--host", "0.0.0.0"]  # noqa: S104
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert done.returncode == 2
    assert "--open" in done.stderr


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    state = tmp_path / "sandbox.json"
    header = {"Idempotency-Key": "een"}
    with Server(state=state) as first:
        question = first.mastodon.add_mention("Is er les?", "ria")
        gone = first.x.add_mention("weg")
        first.x.delete(gone.id)
        body = {"status": "Ja", "in_reply_to_id": question.id}
        sent = Caller(first)("POST", STATUSES, data=body, headers=header).json()
    with Server(state=state) as second:
        again = Caller(second)("POST", STATUSES, data=body, headers=header).json()
        assert again["id"] == sent["id"]
        assert second.accepted == first.accepted
        assert second.store.posts("x") == []
        assert second.store.children(question)[0].text == "Ja"


def test_the_state_file_is_always_whole(tmp_path: Path) -> None:
    state = tmp_path / "sandbox.json"
    with Server(state=state) as server:
        for number in range(5):
            server.x.add_mention(f"bericht {number}")
            assert len(json.loads(state.read_text())["posts"]) == number + 1
    assert [path.name for path in tmp_path.iterdir()] == ["sandbox.json"]


def test_many_callers_at_once_get_one_post_each_and_one_per_key(
    server: Server, call: Caller
) -> None:
    def send(number: int) -> str:
        header = {"Idempotency-Key": f"sleutel {number % 10}"}
        answer = call("POST", STATUSES, data={"status": f"antwoord {number % 10}"}, headers=header)
        return str(answer.json()["id"])

    with ThreadPoolExecutor(8) as pool:
        ids = list(pool.map(send, range(40)))
    assert len(set(ids)) == 10
    assert len(server.accepted) == 10
    assert server.duplicates() == {}


def test_reset_forgets_all_but_keeps_our_account(server: Server, call: Caller) -> None:
    server.x.add_mention("hoi")
    server.faults.add("x", times=9)
    assert call("POST", "/control/reset").json() == {"reset": True}
    assert call.get("/x/2/users/me").json()["data"]["username"] == "rocdewaterlanden"
    assert server.store.posts("x") == []


def test_control_puts_edits_and_deletes_a_post(server: Server, call: Caller) -> None:
    body = {"platform": "facebook", "place": "feed", "text": "Vraagje", "author": "Ron"}
    made = call("POST", "/control/posts", json=body)
    post_id = made.json()["id"]
    where = {"platform": "facebook", "id": post_id}
    call("POST", "/control/edit", json={**where, "text": "Andere vraag"})
    text = call.get(f"/facebook/v26.0/{post_id}").json()["message"]
    deleted = call("POST", "/control/delete", json=where)
    again = call("POST", "/control/delete", json=where)
    assert made.status_code == 201
    assert text == "Andere vraag"
    assert [deleted.status_code, again.status_code] == [200, 404]


def test_control_tells_a_mistake_in_plain_words(call: Caller) -> None:
    wrong = [
        call("POST", "/control/posts", json={"platform": "x", "text": " "}),
        call("POST", "/control/posts", json={"platform": "facebook", "text": "a", "place": "moon"}),
        call("POST", "/control/faults", json={"platform": "x", "kind": "explode"}),
        call("POST", "/control/faults", json={"platform": "x", "colour": "red"}),
    ]
    assert [one.status_code for one in wrong] == [400, 400, 400, 400]
    assert call("POST", "/control/faults", json={"platform": "myspace"}).status_code == 404


def test_control_adds_lists_and_clears_faults(server: Server, call: Caller) -> None:
    call("POST", "/control/faults", json={"platform": "x", "kind": "429", "times": 3})
    waiting = call.get("/control/faults").json()["waiting"]
    cleared = call("DELETE", "/control/faults")
    assert [(one["platform"], one["kind"], one["times"]) for one in waiting] == [("x", "429", 3)]
    assert cleared.json() == {"waiting": []}
    assert server.faults.waiting() == []


def test_control_tells_what_was_accepted_and_what_stands_double(
    server: Server, call: Caller
) -> None:
    post = server.facebook.add_visitor_post("Vraagje")
    for _ in range(2):
        call("POST", f"/facebook/v26.0/{post.id}/comments", data={"message": "Dag"})
    document = call.get("/control/accepted").json()
    assert document["count"] == 2
    assert document["duplicates"] == [
        {"platform": "facebook", "in_reply_to": post.id, "text": "Dag", "times": 2}
    ]
    assert call.get("/control/state").json()["accepted"]["facebook"] == 2


def test_another_site_cannot_steer_it_through_a_browser(server: Server, call: Caller) -> None:
    elsewhere = {"Origin": "https://elders.example"}
    response = call("POST", "/control/reset", headers=elsewhere)
    assert response.status_code == 403


def test_the_page_says_that_nothing_is_real_and_shows_our_answer(
    server: Server, call: Caller
) -> None:
    question = server.mastodon.add_mention("Is er <b>les</b>?", "ria")
    call("POST", STATUSES, data={"status": "Ja hoor", "in_reply_to_id": question.id})
    page = call.get("/")
    assert "OEFENPLATFORM – niet echt" in page.text
    assert "Is er &lt;b&gt;les&lt;/b&gt;?" in page.text
    assert '<div class="post ours"' in page.text
    assert "Ja hoor" in page.text
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert "<style" not in page.text


def test_a_visitor_writes_through_the_form(server: Server, call: Caller) -> None:
    body = {"where": "facebook:tagged", "author": "Mevrouw De Vries", "text": "Wat leuk!"}
    sent = call("POST", "/post", data=body)
    post = server.store.posts("facebook")[0]
    answered = {"answer": f"facebook:{post.id}", "author": "Jan", "text": "Vind ik ook"}
    call("POST", "/post", data=answered)
    assert sent.status_code == 303
    assert (post.place, server.store.author(post).name) == ("tagged", "Mevrouw De Vries")
    assert [one.text for one in server.store.children(post)] == ["Vind ik ook"]


def test_an_empty_message_is_told_in_the_form(call: Caller) -> None:
    response = call("POST", "/post", data={"where": "x:", "text": " "})
    assert response.status_code == 422
    assert 'role="alert"' in response.text


def test_a_post_has_a_page_of_its_own_that_its_address_leads_to(
    server: Server, call: Caller
) -> None:
    post = server.mastodon.add_mention("Is er les?", "ria")
    address = call.get(f"/mastodon/api/v1/statuses/{post.id}").json()["url"]
    moved = call("GET", address.removeprefix(server.url), key="")
    assert moved.status_code == 302
    assert "Is er les?" in call("GET", moved.headers["Location"].removeprefix(server.url)).text
    assert call.get("/bericht/mastodon/12").status_code == 404


def test_style_and_script_are_files_and_nothing_else_is_served(call: Caller) -> None:
    assert call.get("/assets/page.css").headers["Content-Type"].startswith("text/css")
    assert call.get("/assets/page.js").status_code == 200
    assert call.get("/assets/../server.py").status_code == 404
    assert call.get("/assets/%2e%2e/server.py").status_code == 404
