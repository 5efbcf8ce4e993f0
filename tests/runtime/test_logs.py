from __future__ import annotations

from pathlib import Path

from runtime.logs import Follower, rotate, tail


def test_only_what_is_added_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "web.log"
    path.write_text("of yesterday\n")
    follower = Follower(path)
    with path.open("a") as log:
        log.write("one\n\ntwo\nhalf a li")
    assert follower.new_lines() == ["one", "two"]
    with path.open("a") as log:
        log.write("ne\n")
    assert follower.new_lines() == ["half a line"]


def test_a_file_that_does_not_exist_yet_is_followed_from_its_start(tmp_path: Path) -> None:
    follower = Follower(tmp_path / "web.log")
    assert follower.new_lines() == []
    (tmp_path / "web.log").write_text("first\n")
    assert follower.new_lines() == ["first"]


def test_following_goes_on_after_rotation(tmp_path: Path) -> None:
    path = tmp_path / "web.log"
    path.write_text("")
    follower = Follower(path)
    path.rename(tmp_path / "web.log.1")
    path.write_text("in the new file\n")
    assert follower.new_lines() == ["in the new file"]


def test_tail_gives_the_last_lines(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_text("a\nb\nc\n")
    assert tail(tmp_path / "web.log", 2) == "b\nc"
    assert tail(tmp_path / "none.log") == ""


def test_only_a_large_log_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "postgres.log"
    path.write_text("12345")
    rotate(path, limit=5)
    assert path.exists()
    rotate(path, limit=4)
    assert [one.name for one in tmp_path.iterdir()] == ["postgres.log.1"]
