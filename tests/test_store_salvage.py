"""A damaged session file gives back every line that is whole, and says which ones are lost."""

import random
from pathlib import Path

import pytest

from game.store.errors import StoreError
from game.store.file import SessionFile
from game.store.salvage import salvage
from tests.store_samples import content, line

COUNT = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file as play leaves it: a line at a time, some of them longer than a page."""
    path = tmp_path_factory.mktemp("sound") / "a.osp"
    file = SessionFile.create(path, content())
    file.append([line(seq, "ö" * 5000 if seq % 50 == 0 else "note") for seq in range(1, COUNT + 1)])
    file.close()
    return path.read_bytes()


def test_a_sound_file_is_read_whole(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    path.write_bytes(sound)
    saved = salvage(path)
    assert saved.missing == ()
    assert [one.seq for one in saved.lines] == list(range(1, COUNT + 1))
    assert (saved.session, saved.game, saved.language) == ("s1", "osallisuuspeli", "sv")
    assert saved.files == content().files
    assert saved.setup == content().setup


@pytest.mark.parametrize("seed", range(12))
def test_damage_takes_only_what_it_touches(sound: bytes, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(sound)
    start = 0 if seed < 2 else chance.randrange(len(sound) - 600)  # twice the first page, with the list of tables
    size = 4096 if seed < 2 else chance.choice([1, 40, 600])
    damaged[start : start + size] = chance.randbytes(size)
    path = tmp_path / "a.osp"
    path.write_bytes(damaged)
    try:
        saved = salvage(path)
    except StoreError:
        pytest.fail("nothing was found")
    kept = {one.seq for one in saved.lines}
    assert all(one == line(one.seq, "ö" * 5000 if one.seq % 50 == 0 else "note") for one in saved.lines)
    lost = set(range(1, COUNT + 1)) - kept
    assert len(lost) <= 2 + size // 100
    assert set(saved.missing) == {seq for seq in lost if seq < max(kept)}
    assert [one.seq for one in saved.beginning] == list(range(1, min(lost, default=COUNT + 1)))


@pytest.mark.parametrize("seed", range(20))
def test_the_file_cut_short_gives_what_is_left(sound: bytes, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.osp"
    kept = random.Random(seed).randrange(len(sound) * 3 // 4, len(sound))
    path.write_bytes(sound[:kept] + b"\x18\x21")  # and what could be the beginning of one more row
    assert len(salvage(path).lines) > COUNT // 4


def test_a_row_that_claims_to_be_endless_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    huge = b"\x0b\x4d" + b"\xff" * 8 + b"\x7f\x0d\x0d"
    path.write_bytes((b"SQLite format 3\x00\x10\x00" + huge * 60_000)[:500_000])
    with pytest.raises(StoreError):
        salvage(path)


def test_nothing_is_found_where_there_is_no_session(tmp_path: Path) -> None:
    path = tmp_path / "a.osp"
    for found in (random.Random(1).randbytes(200_000), b"\x08" * 100_000, b"SQLite format 3\x00" * 4000):
        path.write_bytes(found)
        with pytest.raises(StoreError) as error:
            salvage(path)
        assert error.value.code == "foreign"
