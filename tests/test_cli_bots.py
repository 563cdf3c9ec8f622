"""Bots: they come to the end of any session through what is legal, and one seed gives one session."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from game.cli.bots import Bots
from game.cli.simulate import begun, play_on
from game.content.loading import Loaded, load
from game.engine.actions import to_dict
from game.engine.definition import END
from game.engine.session import Act, Session
from game.engine.state import Item
from game.store.file import read
from game.store.recording import Recording

TOP = Path(__file__).parent.parent
KILLS = 50


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load("osallisuuspeli")


def played(loaded: Loaded, seats: int, lang: str, seed: str) -> Session:
    recording = begun(loaded, None, seats, lang, seed)
    play_on(recording, Bots(loaded.game, loaded.texts, lang, seed))
    return recording.session


@pytest.mark.parametrize("seats", range(2, 9))
def test_every_size_of_table_comes_to_the_end(loaded: Loaded, seats: int) -> None:
    lang = ("fi", "sv", "en")[seats % 3]
    session = played(loaded, seats, lang, f"table {seats}")
    state = session.state
    assert state.at == END
    assert set(state.runs) == set(loaded.game.step), "no step was left out"
    made = Counter(record.kind for record in state.records if isinstance(record, Item) and not record.gone)
    assert all(made[step.makes] for step in loaded.game.steps if step.makes), made
    dealt = [card for run in state.runs.values() for cards in run.drawn for card in cards]
    assert len(dealt) == len(set(dealt))


def test_slips_are_part_of_it(loaded: Loaded) -> None:
    kinds: Counter[str] = Counter()
    for seed in range(6):
        for line in played(loaded, 5, "en", f"slips {seed}").lines:
            kinds[type(line.action if isinstance(line, Act) else line).__name__] += 1
    assert {"Undo", "Redo", "Amend", "Park", "Swap", "Release", "Lay", "Gather", "Move", "Settle", "Tag"} <= set(kinds)


def test_one_seed_gives_one_session_in_any_process(loaded: Loaded) -> None:
    asked = (
        "from game.cli.bots import Bots; from game.cli.simulate import *; from game.content.loading import load; "
        "import sys, json; g = load('osallisuuspeli'); r = begun(g, None, 4, 'fi', 'one'); "
        "play_on(r, Bots(g.game, g.texts, 'fi', 'one')); "
        "print(json.dumps([(line.kind, line.body) for line in r.content.lines]))"
    )
    logs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", asked]
        logs.add(subprocess.run(command, env=environment, capture_output=True, cwd=TOP, check=True).stdout)
    (log,) = logs
    here = played(loaded, 4, "fi", "one")
    assert [json.loads(body) for kind, body in json.loads(log) if kind == "act"] == [
        json.loads(json.dumps(to_dict(line.action))) for line in here.lines if isinstance(line, Act)
    ]
    other = played(loaded, 4, "fi", "another")
    assert other.lines != here.lines


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is a thing of Unix")
def test_a_killed_simulation_goes_on_where_it_was(loaded: Loaded, tmp_path: Path) -> None:
    """Killed at random moments, again and again, nothing acknowledged is lost, and the end is as if never killed."""
    chance = random.Random(50)
    path = tmp_path / "a.osp"
    begun(loaded, path, 8, "sv", "killed").close()
    acknowledged = 0
    for kill in range(KILLS):
        acknowledged = max(acknowledged, _killed(path, loaded, after=chance.randint(1, 12)))
        lines = len(read(path).lines)
        assert acknowledged <= lines <= acknowledged + 1, f"kill {kill}"
        acknowledged = lines
    recording = Recording.open(path, lambda stored: loaded.game)
    play_on(recording, Bots(loaded.game, loaded.texts, "sv", "killed"))
    recording.close()
    assert recording.session.lines == played(loaded, 8, "sv", "killed").lines


def _killed(path: Path, loaded: Loaded, after: int) -> int:
    """The last line that a process said was safe; it is killed some time after its `after`th."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            recording = Recording.open(path, lambda stored: loaded.game)
            bots = Bots(loaded.game, loaded.texts, "sv", "killed")
            play_on(recording, bots, lambda line: os.write(tell, b"%d\n" % line) and None)
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told, "rb") as pipe:
        heard = [pipe.readline() for _ in range(after)]
        os.kill(child, signal.SIGKILL)
        heard += pipe.readlines()
    os.waitpid(child, 0)
    return max((int(line) for line in heard if line.strip()), default=0)
