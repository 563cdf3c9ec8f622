"""The session file: what is appended is there, nobody else writes to it, and whatever is wrong is said in words."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.store.errors import StoreError
from game.store.file import SessionFile, read
from tests.store_samples import content, line

TOP = Path(__file__).parent.parent
TEXTS = ("å ä ö Å Ä Ö", "line\nbreak\u2028\u0085", "e\u0301 👩‍👩‍👧", '"; DROP TABLE lines; --', "x" * 20_000, "\ud800")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[SessionFile]:
    made = SessionFile.create(tmp_path / "å ä ö #1?%20.osp", content())
    yield made
    made.close()


def code(error: pytest.ExceptionInfo[StoreError]) -> str:
    assert error.value.what
    assert error.value.remedy
    assert str(error.value.path) in str(error.value)
    return error.value.code


def test_what_is_created_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    SessionFile.create(path, content(3)).close()
    assert read(path) == content(3)
    assert [found.name for found in tmp_path.iterdir()] == ["a.osp"], "a closed session is one file"


def test_appended_lines_are_read_back_by_anyone_at_once(file: SessionFile) -> None:
    for seq in range(1, 4):
        file.append([line(seq)])
        assert read(file.path).lines == tuple(line(number) for number in range(1, seq + 1))
    file.append([line(4), line(5)])
    assert len(read(file.path).lines) == 5


def test_lines_follow_one_another(file: SessionFile) -> None:
    file.append([line(1), line(2)])
    file.append([line(2), line(3)])  # tried again after a failure: what is there already is left alone
    assert [one.seq for one in read(file.path).lines] == [1, 2, 3]
    for wrong in ([line(5)], [line(3, "another")], [line(2)]):
        with pytest.raises(StoreError) as error:
            file.append(wrong)
        assert code(error) == "parted"
    file.append([line(4)])
    assert len(read(file.path).lines) == 4


def test_settings_are_kept_and_forgotten(file: SessionFile) -> None:
    for text in TEXTS:
        file.keep("note", text)
        assert read(file.path).settings == {"draft": "half a sentence", "note": text.replace("\ud800", "?")}
    file.keep("draft", "")
    file.keep("note", "secret plan")
    file.keep("note", "")
    file.close()
    assert read(file.path).settings == {}
    assert b"secret plan" not in file.path.read_bytes()


def test_a_second_writer_is_told_and_readers_are_not_hindered(file: SessionFile) -> None:
    file.append([line(1)])
    with pytest.raises(StoreError) as error:
        SessionFile.hold(file.path)
    assert code(error) == "in use"
    assert len(read(file.path).lines) == 1
    other = "import sys, pathlib, game.store.file as f\ntry: f.SessionFile.hold(pathlib.Path(sys.argv[1]))\n"
    other += "except f.StoreError as error: print(error.code)"
    told = subprocess.run([sys.executable, "-c", other, str(file.path)], capture_output=True, text=True, cwd=TOP)
    assert told.stdout == "in use\n"
    file.close()
    held, stored = SessionFile.hold(file.path)
    assert len(stored.lines) == 1
    held.close()


def test_a_name_that_is_taken_is_left_alone(file: SessionFile) -> None:
    with pytest.raises(StoreError) as error:
        SessionFile.create(file.path, content())
    assert code(error) == "exists"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as error:
        SessionFile.create(tmp_path / "none" / "a.osp", content())
    assert code(error) == "no folder"
    for open_it in (read, SessionFile.hold):
        with pytest.raises(StoreError) as error:
            open_it(tmp_path / "none" / "a.osp")
        assert code(error) == "missing"


def test_files_of_others(tmp_path: Path) -> None:
    (tmp_path / "empty.osp").touch()
    (tmp_path / "text.osp").write_text("deck: methods\n" * 500)
    (tmp_path / "folder.osp").mkdir()
    with sqlite3.connect(tmp_path / "other.osp") as other:
        other.execute("CREATE TABLE lines (a)")
    with sqlite3.connect(tmp_path / "none.osp") as other:
        other.execute("PRAGMA user_version = 9")
    SessionFile.create(tmp_path / "view.osp", content()).close()
    with sqlite3.connect(tmp_path / "view.osp") as trap:
        trap.execute("ALTER TABLE lines RENAME TO hidden")
        trap.execute("CREATE VIEW lines AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n")
    for name in ("empty", "text", "folder", "other", "none", "view"):
        for open_it in (read, SessionFile.hold):
            with pytest.raises(StoreError) as error:
                open_it(tmp_path / f"{name}.osp")
            assert code(error) == ("empty" if name == "empty" else "foreign"), name


def test_a_newer_version_is_read_if_it_can_be_and_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    SessionFile.create(path, content(2)).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 7")
        later.execute("ALTER TABLE lines ADD COLUMN weather TEXT")
    assert read(path).format == 7
    assert len(read(path).lines) == 2
    with pytest.raises(StoreError) as error:
        SessionFile.hold(path)
    assert code(error) == "newer"
    with sqlite3.connect(path) as later:
        later.execute("ALTER TABLE lines RENAME COLUMN body TO words")
    with pytest.raises(StoreError) as error:
        read(path)
    assert code(error) == "newer"


def test_a_full_disk_and_room_again(file: SessionFile) -> None:
    file.append([line(1)])
    assert file._connection is not None
    (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as error:
        file.append([line(seq, "x" * 9000) for seq in range(2, 9)])
    assert code(error) == "full"
    assert len(read(file.path).lines) == 1
    file.append([line(seq, "x" * 9000) for seq in range(2, 9)])
    assert len(read(file.path).lines) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a folder in use")
def test_a_folder_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    file = SessionFile.create(tmp_path / "stick" / "a.osp", content())
    file.append([line(1)])
    (tmp_path / "stick").rename(tmp_path / "away")
    for _ in range(2):
        with pytest.raises(StoreError) as error:
            file.append([line(2)])
        assert code(error) == "gone"
    (tmp_path / "away").rename(tmp_path / "stick")
    file.append([line(2)])
    file.close()
    assert len(read(file.path).lines) == 2


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom file modes bind")
def test_a_file_that_may_not_be_written_to(file: SessionFile) -> None:
    file.close()
    file.path.chmod(0o444)
    file.path.parent.chmod(0o555)
    with pytest.raises(StoreError) as error:
        SessionFile.hold(file.path)
    assert code(error) == "read only"
    assert read(file.path) == content()
    with pytest.raises(StoreError) as error:
        SessionFile.create(file.path.with_name("b.osp"), content())
    assert code(error) == "no folder"
    file.path.parent.chmod(0o755)


def test_changed_bytes_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    SessionFile.create(path, content(9)).close()
    sound = path.read_bytes()
    path.write_bytes(sound.replace(b"idea 5", b"ideX 5"))
    for open_it in (read, SessionFile.hold):
        with pytest.raises(StoreError) as error:
            open_it(path)
        assert code(error) == "damaged"
