"""Reads the command line and runs the command. Exit codes: 0 done, 1 problems were found, 2 wrong use."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from game import __version__, words
from game.cli.problem import Problem
from game.plan.export import FORMATS
from game.words import _

GAME = "osallisuuspeli"

DONE, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130

def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code. Wrong use and --help leave by SystemExit, as argparse does."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would not take every letter that people write
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    words.use(_language(given))
    # argparse looks its own words up by these two names; with ours in their place it speaks the same language.
    vars(argparse).update(_=words._, ngettext=words.ngettext)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "play")
    options = parser().parse_args(given)
    try:
        code: int = importlib.import_module(f"game.cli.{options.command}").run(options)
        sys.stdout.flush()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.code
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever was reading has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code


def _language(given: Sequence[str]) -> str:
    """The language asked for, so that even wrong use is told in it; else the machine's."""
    for name, value in zip(given, [*given[1:], ""], strict=False):
        lang = value if name == "--lang" else name.removeprefix("--lang=")
        if lang in words.LANGUAGES and name.startswith("--lang"):
            return lang
    return words.of_machine()


def parser() -> argparse.ArgumentParser:
    """The commands and their options, described in the language in use."""
    whole = argparse.ArgumentParser(
        prog="osallisuuspeli",
        description=_("A board game for participation workshops: one shared screen, a draft plan at the end."),
        epilog=_("Without a command the game is played. Each command has its own --help."),
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=__version__, help=_("show the version and stop"))
    commands = whole.add_subparsers(title=_("commands"), dest="command", metavar=_("COMMAND"), required=True)

    def command(name: str, about: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=about, description=about, allow_abbrev=False)
        added.add_argument(
            "--lang", choices=words.LANGUAGES, metavar="fi|sv|en", help=_("language (default: the machine's own)")
        )
        return added

    play = command("play", _("play the game on the screen"))
    _game(play)
    play.add_argument("--session", type=Path, metavar=_("FILE"), help=_("session file to go on with, or to begin"))
    _players(play)
    play.add_argument("--minutes", type=_minutes, metavar="N", help=_("how long the group plays"))
    _seed(play)
    _size(play)
    play.add_argument("--fullscreen", action="store_true", help=_("fill the whole screen"))
    play.add_argument("--facilitator", action="store_true", help=_("open the facilitator’s own window as well"))

    simulate = command("simulate", _("let bots play a whole session, without a screen"))
    _game(simulate)
    _players(simulate)
    _seed(simulate)
    simulate.add_argument(
        "--session", type=Path, metavar=_("FILE"), help=_("session file to make, or to go on with if it is there")
    )
    _out(simulate, _("folder for the session and its plan (default: this folder)"))
    simulate.add_argument(
        "--runs", type=_count, default=1, metavar="K", help=_("play K sessions, with the seeds SEED-1 to SEED-K")
    )
    simulate.add_argument("--json", action="store_true", help=_("tell the result as JSON"))

    export = command("export", _("write the draft plan of a session into files"))
    _session(export)
    export.add_argument(
        "--format",
        default="all",
        metavar="|".join((*FORMATS, "all")),
        help=_("file formats, with commas between (default: all)"),
    )
    _out(export, _("folder for the files (default: the folder of the session)"))

    log = command("log", _("print what was done in a session, a line of JSON for each action"))
    _session(log)

    check = command("check", _("check decks and games, and say what is wrong and how to mend it"))
    check.add_argument(
        "paths", type=Path, nargs="*", metavar=_("PATH"), help=_("file or folder to check (default: the shipped cards)")
    )
    check.add_argument("--json", action="store_true", help=_("tell the result as JSON"))

    gallery = command("gallery", _("save a picture of every scene and step, without a screen"))
    _game(gallery)
    _out(gallery, _("folder for the pictures"), required=True)
    _size(gallery)
    return whole


def _game(command: argparse.ArgumentParser) -> None:
    which = _("which game (default: {game})").format(game=GAME)
    command.add_argument("--game", default=GAME, metavar=_("ID"), help=which)
    command.add_argument("--cards", type=Path, metavar=_("FOLDER"), help=_("folder with cards and games of your own"))


def _players(command: argparse.ArgumentParser) -> None:
    command.add_argument("--players", type=_seats, metavar="N", help=_("how many sit at the table, 2 to 8"))


def _seed(command: argparse.ArgumentParser) -> None:
    about = _("what chance begins with: the same text, the same cards")
    command.add_argument("--seed", default="", metavar=_("TEXT"), help=about)


def _session(command: argparse.ArgumentParser) -> None:
    command.add_argument("session", type=Path, metavar=_("SESSION"), help=_("session file (.osp)"))


def _out(command: argparse.ArgumentParser, about: str, required: bool = False) -> None:
    command.add_argument("--out", type=Path, metavar=_("FOLDER"), help=about, required=required)


def _size(command: argparse.ArgumentParser) -> None:
    about = _("size of the window in pixels, such as 1920x1080")
    command.add_argument("--size", type=_pixels, metavar="WxH", help=about)


def _pixels(text: str) -> tuple[int, int]:
    wide, _x, high = text.lower().partition("x")
    if not (wide.isdecimal() and high.isdecimal() and 640 <= int(wide) <= 8192 and 360 <= int(high) <= 8192):
        raise argparse.ArgumentTypeError(_("“{text}” is no size such as 1920x1080").format(text=text))
    return int(wide), int(high)


def _seats(text: str) -> int:
    return _within(text, 2, 8)


def _minutes(text: str) -> int:
    return _within(text, 10, 600)


def _count(text: str) -> int:
    return _within(text, 1, 100_000)


def _within(text: str, least: int, most: int) -> int:
    if not (text.isdecimal() and len(text) < 10 and least <= int(text) <= most):
        said = _("“{text}” is no whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(said.format(text=text, least=least, most=most))
    return int(text)
