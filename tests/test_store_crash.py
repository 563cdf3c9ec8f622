"""The writing process is killed at random moments, again and again: every line that it was told is saved is there."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.store.file import SessionFile, read
from tests.store_samples import content

TOP = Path(__file__).parent.parent
KILLS = 50

WRITER = """
import os, sys
from pathlib import Path
from game.store.file import SessionFile
from tests.store_samples import line
file, stored = SessionFile.hold(Path(sys.argv[1]))
seq = len(stored.lines)
os.write(1, b"ready\\n")
while True:
    seq += 1
    file.append([line(seq, "x" * (seq % 7 * 700))])
    os.write(1, b"%d\\n" % seq)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of Unix")
def test_kill_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(4711)
    path = tmp_path / "a.osp"
    SessionFile.create(path, content()).close()
    acknowledged = 0
    for kill in range(KILLS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=TOP)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n", "the file of a killed writer is free again, and sound"
        time.sleep(chance.random() * 0.03)
        writer.kill()
        told = writer.stdout.read().split()
        writer.wait()
        acknowledged = int(told[-1]) if told else acknowledged
        lines = len(read(path).lines)
        assert acknowledged <= lines <= acknowledged + 1, f"kill {kill}"
        acknowledged = lines
    assert acknowledged > KILLS, "the writers did get to write"


def test_a_copy_of_the_open_file_is_whole(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.osp", tmp_path / "copy.osp"
    SessionFile.create(path, content()).close()
    on_request = WRITER.replace("while True:", "while os.read(0, 1):")
    command = [sys.executable, "-c", on_request, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=TOP) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdout.readline()
        for lines in range(1, 31):
            writer.stdin.write(b".")
            writer.stdin.flush()
            writer.stdout.readline()
            shutil.copyfile(path, copy)
            file, stored = SessionFile.hold(copy)
            file.close()
            assert len(stored.lines) == lines
            assert len(read(path).lines) == lines
