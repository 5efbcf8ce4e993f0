from __future__ import annotations

from pathlib import Path

from runtime import stamps


def test_a_stamp_is_fresh_until_a_file_changes(tmp_path: Path) -> None:
    folder, stamp = tmp_path / "static", tmp_path / "run" / "stamp"
    folder.mkdir()
    (folder / "a.css").write_text("a")
    stamps.write(stamp, stamps.digest([folder]))
    assert stamps.is_fresh(stamp, stamps.digest([folder]))

    (folder / "a.css").write_text("b")
    assert not stamps.is_fresh(stamp, stamps.digest([folder]))


def test_a_new_name_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    file.write_text("a")
    before = stamps.digest([tmp_path])
    file.rename(tmp_path / "b.css")
    assert stamps.digest([tmp_path]) != before


def test_moving_the_whole_project_is_no_change(tmp_path: Path) -> None:
    for place in ("here", "there"):
        (tmp_path / place / "static").mkdir(parents=True)
        (tmp_path / place / "static" / "a.css").write_text("a")
    assert stamps.digest([tmp_path / "here/static"]) == stamps.digest([tmp_path / "there/static"])


def test_without_a_stamp_nothing_is_fresh(tmp_path: Path) -> None:
    assert not stamps.is_fresh(tmp_path / "none", "")
