"""The commands: what they print, where, and with which exit code; and that nothing they print is a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import words
from game.cli.main import main
from game.plan.export import FORMATS

TOP = Path(__file__).parent.parent
COMMANDS = ("play", "simulate", "export", "log", "check", "gallery")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commands run in a folder of their own, on a machine that speaks English."""
    monkeypatch.chdir(tmp_path)
    for key in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return tmp_path


def ran(*arguments: str) -> int:
    """The exit code of a command."""
    before = words.used()
    try:
        return main(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    finally:
        words.use(before)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole session of bots."""
    folder = tmp_path_factory.mktemp("session")
    assert ran("simulate", "--players", "4", "--seed", "sessions", "--lang", "sv", "--out", str(folder)) == 0
    return folder / "simulated-sessions.osp"


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_three_languages(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    # The language of a command is its option; that of the whole program is the machine's.
    os.environ["LANG"] = f"{lang}.UTF-8"
    assert ran(*filter(None, [command]), "--help") == 0
    told = capsys.readouterr()
    assert not told.err
    usage = {"fi": "käyttö:", "sv": "användning:", "en": "usage:"}[lang]
    assert told.out.startswith(usage)
    for other in {"käyttö:", "användning:", "usage:", "show this", "options:"} - {usage}:
        assert lang == "en" or other not in told.out
    for word in COMMANDS if not command else ():
        assert f"    {word} " in told.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["simulate", "--players", "9"], "9"),
        (["simulate", "--runs", "3", "--session", "x.osp"], "--runs"),
        (["simulate", "--game", "chess"], "osallisuuspeli"),
        (["play", "--size", "big"], "1920x1080"),
        (["play", "--minutes", "0"], "600"),
        (["--nonsense"], "--nonsense"),
        (["juggle"], "juggle"),
        (["export"], ":"),
        (["log"], ":"),
        (["gallery"], "--out"),
    ],
)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_wrong_use_is_told_in_words(
    arguments: list[str], said: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(*arguments[:1], "--lang", lang, *arguments[1:]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert said in told.err
    assert "Traceback" not in told.err
    if lang != "en":
        assert "error" not in told.err
        assert "argument " not in told.err.replace("argument: ", "")


def test_problems_with_files(capsys: pytest.CaptureFixture[str], session: Path) -> None:
    Path("deck.yaml").write_text("deck: [")
    Path("empty.osp").touch()
    for arguments in (
        ["export", "missing.osp"], ["log", "deck.yaml"], ["log", "empty.osp"], ["export", "."], ["check", "deck.yaml"],
        ["check", "missing.yaml"], ["simulate", "--out", "deck.yaml/x"], ["simulate", "--session", "no/a.osp/b.osp"],
        ["export", str(session), "--out", "deck.yaml"],
    ):  # fmt: skip
        Path("no").mkdir(exist_ok=True)
        Path("no/a.osp").touch()
        assert ran(*arguments) == 1, arguments
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        assert told.err or arguments[0] == "check"
    assert ran("export", str(session), "--format", "pages") == 2
    assert "docx" in capsys.readouterr().err


def test_simulate_leaves_a_session_and_its_plan(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    assert ran("simulate", "--players", "3", "--seed", "å/ö ..", "--lang", "fi", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    made = list(elsewhere.iterdir())
    assert {path.suffix for path in made} == {".osp", *(f".{one}" for one in FORMATS)}
    assert all(path.name.startswith("simulated-å-ö") for path in made)
    assert told["players"] == 3
    assert told["items"]["measure"] > 0
    assert "Osallistumissuunnitelma" in Path("simulated-å-ö.md").read_text("utf-8")

    assert ran("simulate", "--seed", "å/ö ..", "--json") == 0  # again: the session is at its end already
    assert json.loads(capsys.readouterr().out)[0]["lines"] == told["lines"]


def test_many_runs_leave_nothing_but_a_summary(capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    assert ran("simulate", "--players", "2", "--runs", "3", "--seed", "x") == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in told] == ["Seed x-1", "Seed x-2", "Seed x-3", "3 sessions"]
    assert list(elsewhere.iterdir()) == []


def test_export(session: Path, capsys: pytest.CaptureFixture[str], elsewhere: Path) -> None:
    assert ran("export", str(session), "--format", "md", "--out", "plans") == 0
    (file,) = capsys.readouterr().out.split()
    assert "Delaktighetsplan" in Path(file).read_text("utf-8"), "without --lang it is the language of the session"
    assert ran("export", str(session), "--format", "md,docx", "--lang", "en", "--out", "plans") == 0
    files = capsys.readouterr().out.split()
    assert sorted(Path(file).suffix for file in files) == [".docx", ".md"]


def test_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("check", str(TOP / "cards")) == 0
    capsys.readouterr()
    Path("own.yaml").write_text("deck: own\nlanguages: [fi]\ntitle: Omat\ncolour: blue\n")
    assert ran("check", "own.yaml", "--json") == 1
    findings = json.loads(capsys.readouterr().out)
    assert {"file", "line", "column", "message", "remedy"} <= set(findings[0])


def test_a_damaged_session_gives_what_can_be_read(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("log", str(session)) == 0
    sound = capsys.readouterr().out.splitlines()
    content = session.read_bytes()
    body = json.loads(sound[150])
    mark = f'"seat":{body["seat"]}'.encode()
    place = content.index(mark, content.index(json.loads(sound[149])["at"].encode()))
    Path("damaged.osp").write_bytes(content[:place] + b'"seat":7' + content[place + len(mark) :])
    assert ran("log", "damaged.osp") == 1
    told = capsys.readouterr()
    assert "damaged" in told.err
    assert len(told.out.splitlines()) == len(sound) - 1
    assert ran("export", "damaged.osp", "--out", "saved") == 1
    assert {Path(file).suffix for file in capsys.readouterr().out.split()} == {f".{one}" for one in FORMATS}


def test_the_readme_names_every_command() -> None:
    readme = (TOP / "README.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"| `{command}" in readme


def test_commands_bring_in_only_what_they_need() -> None:
    asked = (
        "import sys, game.words as w, game.cli.main as m; w.use('en'); m.parser(); "
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=TOP, check=True)
    assert not {"pydantic", "yaml", "pygame", "docx", "babel", "sqlite3"} & set(told.stdout.split())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen to draw on")
def test_without_a_screen_it_says_so(elsewhere: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    environment = {key: value for key, value in os.environ.items() if key not in screens}
    environment |= {"PYTHONPATH": str(TOP), "HOME": str(elsewhere), "LANG": "en_GB.UTF-8"}
    told = subprocess.run(
        [sys.executable, "-m", "game"], capture_output=True, text=True, cwd=elsewhere, env=environment, timeout=30
    )
    assert told.returncode == 1
    assert "There is no screen" in told.stderr


def test_as_a_module_from_another_folder(elsewhere: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    for arguments, code in ((["--version"], 0), (["log", "none.osp"], 1), (["log"], 2)):
        told = subprocess.run(
            [sys.executable, "-m", "game", *arguments], capture_output=True, text=True, cwd=elsewhere, env=environment
        )
        assert told.returncode == code
        assert bool(told.stderr) == bool(code)
        assert "Traceback" not in told.stderr
