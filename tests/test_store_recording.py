"""A session at play and its file: what comes back is what was played, whatever happened to the disk on the way."""

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from game.engine.actions import Park
from game.engine.definition import Game
from game.engine.rules import legal
from game.engine.state import Item, Seat
from game.store.errors import StoreError
from game.store.file import FORMAT, SessionFile, read
from game.store.recording import Recording
from game.store.stored import Line, Stored
from tests.small_game import GAME
from tests.walks import pick

SEATS = (Seat(1, "Åsa"), Seat(2, role="youth council"), Seat(5))
FILES = {"games/small/rules.yaml": b"game: small\n"}


def game_of(stored: Stored) -> Game:
    assert stored.files == FILES
    return GAME


class Clock:
    """A clock that goes two seconds a look."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        self.seconds += 2
        return self.seconds


def play(recording: Recording, chance: random.Random, moves: int) -> None:
    """Random legal play, with things taken back and done again."""
    for _ in range(moves):
        match chance.random():
            case roll if roll < 0.1:
                recording.undo()
            case roll if roll < 0.15:
                recording.redo()
            case roll if roll < 0.17:
                recording.return_to(chance.randint(0, len(recording.content.lines)))
            case _:
                state = recording.session.state
                assert recording.do(pick(chance, state, legal(GAME, state))) is None


def created(path: Path | None) -> Recording:
    return Recording.create(path, GAME, SEATS, language="sv", files=FILES, setup={"seed": "s"}, clock=Clock())


@pytest.mark.parametrize("seed", range(5))
def test_opening_resumes_exactly(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "a.osp"
    recording = created(path)
    played = 0.0
    for _ in range(4):
        play(recording, chance, 25)
        recording.keep("draft", f"half a sent {seed}")
        recording.close()
        again = Recording.open(path, game_of)
        assert again.session.state == recording.session.state
        assert again.session.lines == recording.session.lines
        assert again.session.can_undo() == recording.session.can_undo()
        assert again.session.to_redo() == recording.session.to_redo()
        assert again.content == recording.content
        assert again.setting("draft") == f"half a sent {seed}"
        assert again.trouble is None
        assert played < again.content.lines[-1].clock <= again.played < again.content.lines[-1].clock + 5
        played = again.played
        recording = again
    assert recording.content.setup["seed"] == "s"
    assert recording.session.seats == SEATS
    recording.close()


def test_what_is_refused_leaves_no_line(tmp_path: Path) -> None:
    recording = created(tmp_path / "a.osp")
    refused = recording.do(Park(7, "nobody sits there"))
    assert refused is not None
    assert refused.code == "no-such-seat"
    assert not recording.undo()
    assert not recording.redo()
    assert not recording.return_to(9)
    assert read(tmp_path / "a.osp").lines == ()
    recording.close()


def test_in_memory_until_saved(tmp_path: Path) -> None:
    recording = created(None)
    play(recording, random.Random(1), 30)
    recording.keep("note", "for me")
    assert (recording.path, recording.trouble, recording.unsaved) == (None, None, 0)
    recording.save_elsewhere(tmp_path / "a.osp")
    play(recording, random.Random(2), 30)
    recording.close()
    again = Recording.open(tmp_path / "a.osp", game_of)
    assert again.session.state == recording.session.state
    assert again.setting("note") == "for me"
    again.close()


def test_play_goes_on_when_the_disk_goes_away(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    recording = created(stick / "a.osp")
    assert recording.do(Park(1, "before")) is None
    stick.rename(tmp_path / "away")
    for number in range(3):
        assert recording.do(Park(1, f"without {number}")) is None
        assert recording.trouble is not None
        assert recording.trouble.code == "gone"
        assert recording.unsaved == number + 1
    recording.keep("draft", "typed meanwhile")
    assert not recording.retry()
    assert len(recording.session.lines) == 4

    with pytest.raises(StoreError):
        recording.save_elsewhere(stick / "b.osp")
    recording.save_elsewhere(tmp_path / "b.osp")
    assert recording.trouble is None
    assert recording.unsaved == 0
    assert recording.do(Park(1, "elsewhere")) is None
    assert len(read(tmp_path / "b.osp").lines) == 5
    assert read(tmp_path / "b.osp").settings == {"draft": "typed meanwhile"}
    recording.close()


def test_unsaved_lines_follow_when_the_disk_comes_back(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    recording = created(stick / "a.osp")
    recording.do(Park(1, "before"))
    stick.rename(tmp_path / "away")
    recording.do(Park(1, "without"))
    recording.undo()
    assert recording.unsaved == 2
    (tmp_path / "away").rename(stick)
    recording.do(Park(2, "with"))
    assert recording.trouble is None
    assert [line.kind for line in read(stick / "a.osp").lines] == ["act", "act", "undo", "act"]
    recording.close()


def test_another_program_on_the_same_session(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    first = created(path)
    first.do(Park(1, "one"))
    with pytest.raises(StoreError) as error:
        Recording.open(path, game_of)
    assert error.value.code == "in use"
    looking = Recording.look(path, game_of)
    assert looking.session.state == first.session.state
    with pytest.raises(StoreError):
        looking.do(Park(1, "two"))

    # The first lets go (a laptop asleep on a network drive), another goes on, the first comes back.
    first.close()
    second = Recording.open(path, game_of)
    second.do(Park(2, "second's"))
    assert first.do(Park(1, "first's")) is None
    assert first.trouble is not None
    assert first.trouble.code == "in use"
    second.close()
    assert not first.retry()
    assert first.trouble.code == "parted"
    first.save_elsewhere(tmp_path / "mine.osp")
    assert [line.content["text"] for line in read(path).lines] == ["one", "second's"]
    assert [line.content["text"] for line in read(tmp_path / "mine.osp").lines] == ["one", "first's"]
    first.close()


def test_a_file_whose_game_cannot_be_made_is_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    created(path).close()

    def cannot(stored: Stored) -> Game:
        raise LookupError(stored.game)

    with pytest.raises(LookupError) as kept:
        Recording.open(path, cannot)
    assert kept.value.args == ("small",)
    Recording.open(path, game_of).close()


def test_a_file_from_a_newer_version_is_only_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    recording = created(path)
    recording.do(Park(1, "known"))
    recording.close()
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {FORMAT + 1}")
        strange = Line(2, "2030-01-01T00:00:00.000+00:00", 9.0, "act", '{"do":"Sing","seat":1}')
        row = (recording.content.session, *strange, strange.crc)
        later.execute("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    looking = Recording.open(path, game_of)
    assert [item.text for item in looking.session.state.records if isinstance(item, Item)][-1] == "known"
    with pytest.raises(StoreError) as error:
        looking.do(Park(1, "more"))
    assert error.value.code == "newer"


def test_a_damaged_file_is_rescued_up_to_the_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    recording = created(path)
    for number in range(1, 10):
        recording.do(Park(1, f"thought {number}"))
    recording.close()
    path.write_bytes(path.read_bytes().replace(b"thought 6", b"thoughX 6"))
    with pytest.raises(StoreError) as error:
        Recording.open(path, game_of)
    assert error.value.code == "damaged"
    rescued = Recording.rescue(path, game_of)
    assert len(rescued.session.lines) == 5
    assert rescued.trouble is not None
    assert rescued.do(Park(1, "and on")) is None
    rescued.save_elsewhere(tmp_path / "b.osp")
    assert rescued.trouble is None
    rescued.close()
    again = Recording.open(tmp_path / "b.osp", game_of)
    assert len(again.session.lines) == 6
    again.close()


def test_a_session_that_does_not_follow_the_rules_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    for content in (
        created(None).content.with_lines([Line(1, "", 0.0, "undo", "{}")]),
        created(None).content.with_lines([Line(1, "", 0.0, "return", '{"to":"x"}')]),
        created(None).content.with_lines([Line(1, "", 0.0, "act", "[]")]),
        created(None).content.with_lines([Line(1, "", 0.0, "act", '{"do":"Park","seat":7,"text":"x"}')]),
        replace(created(None).content, setup={"seats": [{"name": "no number"}]}),
        replace(created(None).content, setup={}),
    ):
        SessionFile.create(path, content).close()
        for open_it in (Recording.open, Recording.look):
            with pytest.raises(StoreError) as error:
                open_it(path, game_of)
            assert error.value.code == "damaged"
        path.unlink()
