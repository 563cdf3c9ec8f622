"""The program as people get it: set up in a fresh checkout, and installed from its wheel."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.__main__ as starting
from game.plan.export import FORMATS

TOP = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from the tools that the test environment has."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*command, str(TOP)], check=True, capture_output=True)
    (built,) = folder.glob("osallisuuspeli-*-py3-none-any.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel installs, apart from this checkout."""
    folder = tmp_path_factory.mktemp("in ställd")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return folder


def test_the_wheel_carries_cards_and_assets(wheel: Path) -> None:
    carried = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("cards", "assets"):
        for file in (TOP / folder).rglob("*"):
            if file.is_file() and file.suffix not in (".po", ".mo", ".py", ".pyc"):
                assert f"game/data/{file.relative_to(TOP).as_posix()}" in carried
    for po in (TOP / "assets" / "locale").glob("*/*.po"):
        assert f"game/data/{po.with_suffix('.mo').relative_to(TOP).as_posix()}" in carried
    assert not [name for name in carried if name.endswith((".po", "at_build.py")) or name.startswith("tests")]


def test_the_installed_program_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    def ran(*arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "PYTHONPATH": str(installed), "HOME": str(tmp_path), "LANG": "sv_FI.UTF-8"}
        command = [sys.executable, "-c", "import sys; from game.cli.main import main; sys.exit(main())", *arguments]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, env=environment)

    where = "import game; print(game.__file__)"
    told = subprocess.run([sys.executable, "-c", where], capture_output=True, text=True, cwd=tmp_path,
                          env={**os.environ, "PYTHONPATH": str(installed)})  # fmt: skip
    assert Path(told.stdout.strip()).is_relative_to(installed)
    assert ran("--help").stdout.startswith("användning:"), "the compiled texts are there"
    assert ran("check").returncode == 0
    told = ran("simulate", "--players", "2", "--seed", "wheel", "--lang", "fi")
    assert told.returncode == 0, told.stderr
    assert {file.suffix for file in tmp_path.iterdir()} == {".osp", *(f".{one}" for one in FORMATS)}


# Setting up. Pip and the network stand outside: what is held here is when they are asked, and what is said.


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout without an environment, for `starting` to set up; every command it gives is written down instead."""
    top = tmp_path / "å ä ö checkout"
    top.mkdir()
    shutil.copy(TOP / "pyproject.toml", top)
    python = top / ".venv" / "bin" / "python"
    monkeypatch.setattr(starting, "TOP", top)
    monkeypatch.setattr(starting, "ENVIRONMENT", top / ".venv")
    monkeypatch.setattr(starting, "PYTHON", python)
    monkeypatch.setattr(sys, "argv", ["game", "--lang", "sv"])
    return top


class Commands:
    """Stands for the system: makes the environment when asked, and answers pip with `pip`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given: list[str] = []
        self.pip = 0
        self.venv = 0
        monkeypatch.setattr(starting.subprocess, "call", self)

    def __call__(self, command: list[str], **about: object) -> int:
        if "-c" in command:
            if not Path(command[0]).exists():
                raise FileNotFoundError(command[0])
            return 0
        kind = command[2]
        self.given.append(kind)
        if kind == "venv" and not self.venv:
            starting.PYTHON.parent.mkdir(parents=True)
            starting.PYTHON.touch()
        return self.venv if kind == "venv" else self.pip


def test_setting_up_is_done_once(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = Commands(monkeypatch)
    starting.set_up()
    assert commands.given == ["venv", "pip"]
    starting.set_up()
    assert commands.given == ["venv", "pip"], "nothing was missing"
    starting.set_up("test")
    starting.set_up("test")
    starting.set_up()
    assert commands.given == ["venv", "pip", "pip"]
    with (checkout / "pyproject.toml").open("a") as project:
        project.write("\n")
    starting.set_up()
    assert commands.given == ["venv", "pip", "pip", "pip"]


def test_without_a_network_it_says_so_and_tries_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(monkeypatch)
    commands.pip = 1
    with pytest.raises(SystemExit) as left:
        starting.set_up()
    assert left.value.code == 1
    assert "nätförbindelse" in capsys.readouterr().err
    commands.pip = 0
    starting.set_up()
    assert commands.given == ["venv", "pip", "pip"]
    commands.pip = 1
    (checkout / "pyproject.toml").write_text("[project]\n")
    starting.set_up()  # the old environment still does
    assert "fortsätter med den gamla" in capsys.readouterr().err


def test_what_else_may_be_missing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(monkeypatch)
    commands.venv = 1
    with pytest.raises(SystemExit):
        starting.set_up()
    assert str(checkout) in capsys.readouterr().err
    monkeypatch.setattr(starting.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        starting.set_up()
    assert "python3-venv" in capsys.readouterr().err
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(sys, "version", "3.10.4 (main)")
    with pytest.raises(SystemExit):
        starting.set_up()
    told = capsys.readouterr().err
    assert all(text.format(found="3.10.4") in told for text in starting.TEXTS["old"].values())


def test_what_is_said_is_there_in_three_languages() -> None:
    for texts in starting.TEXTS.values():
        assert set(texts) == {"fi", "sv", "en"}


def test_no_registry_is_named() -> None:
    for name in ("pyproject.toml", "README.md", ".ci/run", "game/__main__.py", "tests/__main__.py"):
        text = (TOP / name).read_text("utf-8")
        assert "pypi" not in text.lower()
        assert "--index-url" not in text
