"""`python3 game` in a checkout: makes the environment in `.venv` where it is missing, and runs the program in it.

`python -m game`, once installed, just runs the program. This file must be readable to any Python 3, so that one that
is too old says so in words: no newer syntax here, and only the standard library.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
ENVIRONMENT = TOP / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# These are said before there is anything to read catalogues with.
TEXTS = {
    "old": {
        "fi": "Tämä tarvitsee Python 3.11:n tai uudemman. Tämä Python on {found}. Asenna uudempi ja yritä uudelleen.",
        "sv": "Detta kräver Python 3.11 eller nyare. Denna Python är {found}. Installera en nyare och försök igen.",
        "en": "This needs Python 3.11 or newer. This Python is {found}. Install a newer one and try again.",
    },
    "no venv": {
        "fi": "Pythonista puuttuu osa, jolla ympäristö tehdään (venv, ensurepip).\n"
        "Debianissa ja Ubuntussa: sudo apt install python3-venv\nAnna sitten sama komento uudelleen.",
        "sv": "Python saknar delen som gör miljön (venv, ensurepip).\n"
        "I Debian och Ubuntu: sudo apt install python3-venv\nGe sedan samma kommando igen.",
        "en": "Python lacks the part that makes environments (venv, ensurepip).\n"
        "On Debian and Ubuntu: sudo apt install python3-venv\nThen give the same command again.",
    },
    "no folder": {
        "fi": "Ympäristöä ei voitu tehdä kansioon {folder}.\n"
        "Tarkista, että kansioon saa kirjoittaa ja että levyllä on tilaa.",
        "sv": "Miljön kunde inte göras i mappen {folder}.\n"
        "Kontrollera att det går att skriva i mappen och att disken har plats.",
        "en": "The environment could not be made in the folder {folder}.\n"
        "Check that the folder can be written to and that the disk has room.",
    },
    "setting up": {
        "fi": "Otetaan käyttöön kansiossa {folder}. Tämä tehdään kerran ja kestää minuutin tai pari.",
        "sv": "Tas i bruk i mappen {folder}. Det görs en gång och tar en minut eller två.",
        "en": "Setting up in the folder {folder}. This is done once and takes a minute or two.",
    },
    "not set up": {
        "fi": "Käyttöönotto jäi kesken; syy on yllä.\n"
        "Ensimmäinen kerta tarvitsee verkkoyhteyden. Anna sama komento uudelleen, kun verkko toimii.",
        "sv": "Installationen blev ofärdig; orsaken står ovan.\n"
        "Första gången behövs nätförbindelse. Ge samma kommando igen när nätet fungerar.",
        "en": "Setting up did not finish; the reason is above.\n"
        "The first time needs a network connection. Give the same command again when there is one.",
    },
    "not renewed": {
        "fi": "Ympäristöä ei voitu päivittää; jatketaan entisellä. Verkko voi puuttua.",
        "sv": "Miljön kunde inte uppdateras; vi fortsätter med den gamla. Nätet kanske saknas.",
        "en": "The environment could not be brought up to date; going on with the old one. There may be no network.",
    },
}


def set_up(extra: str = "") -> None:
    """After this `PYTHON` runs the project as its files now stand, with the packages of `extra` too if named.

    Does nothing when that is so already, needs the network otherwise. Leaves the program with exit code 1 and a
    message when it cannot be done.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 (nobody has checked yet)
        _say("old", ["fi", "sv", "en"], found=sys.version.split()[0])
        sys.exit(1)
    languages = [_language()]
    wanted = hashlib.sha256(str(TOP).encode() + (TOP / "pyproject.toml").read_bytes()).hexdigest()
    stamps = [ENVIRONMENT / name for name in (["set-up", "set-up-" + extra] if extra else ["set-up"])]
    if PYTHON.exists() and stamps[-1].is_file() and stamps[-1].read_text() == wanted:
        return
    _say("setting up", languages, folder=TOP)
    if not _works():
        if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
            _say("no venv", languages)
            sys.exit(1)
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]) != 0:
            _say("no folder", languages, folder=TOP)
            sys.exit(1)
    project = f".[{extra}]" if extra else "."
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--editable", project]
    if subprocess.call(pip, cwd=str(TOP)) == 0:
        for stamp in stamps:
            stamp.write_text(wanted)
    elif stamps[-1].is_file():
        _say("not renewed", languages)
    else:
        _say("not set up", languages)
        sys.exit(1)


def _works() -> bool:
    """Whether the environment is there and its Python, new enough, starts and has pip."""
    asked = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.call(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def run(arguments: "list[str]") -> None:
    """Becomes `PYTHON` with these arguments; Windows cannot do that, so waits for it and leaves with its code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        sys.exit(subprocess.call([str(PYTHON), *arguments]))
    os.execv(str(PYTHON), [str(PYTHON), *arguments])


def _language() -> str:
    if "--lang" in sys.argv[:-1]:
        named = sys.argv[sys.argv.index("--lang") + 1]
        if named in TEXTS["old"]:
            return named
    from game.words import of_machine

    return of_machine()


def _say(text: str, languages: "list[str]", **values: object) -> None:
    for language in languages:
        print(TEXTS[text][language].format(**values), file=sys.stderr)


if __name__ == "__main__":
    if not __package__:
        sys.path[0] = str(TOP)  # as the folder `game` it would hide the package `game`
        if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
            try:
                set_up()
            except KeyboardInterrupt:
                sys.exit(130)
            run([str(TOP / "game"), *sys.argv[1:]])
    from game.cli.main import main

    sys.exit(main())
