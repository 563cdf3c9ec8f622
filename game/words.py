"""Interface texts in the language in use: gettext catalogues, one file a subject, merged by language.

msgids are English sentences, so English needs no catalogue. A wheel carries compiled `.mo` files only; in a checkout
a `.po` that is newer than its `.mo` is compiled in memory, so that an edited text shows at the next start.
"""

import gettext as _gettext
import io
import locale
import os
import re
import sys
from functools import cache
from pathlib import Path

from game import where

LANGUAGES = ("fi", "sv", "en")

_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
_WINDOWS_NAMES = {"finnish": "fi", "swedish": "sv", "english": "en"}

_in_use = "fi"


def languages_name(lang: str) -> str:
    """The language's own name for itself: Suomi, Svenska, English."""
    return _NAMES[lang]


@cache
def in_language(lang: str) -> _gettext.NullTranslations:
    """The merged catalogue of one language; English and anything unknown say the msgids themselves."""
    merged = _gettext.NullTranslations()
    if lang in LANGUAGES:
        for subject in sorted({file.with_suffix("") for file in where.assets("locale", lang).glob("*.[pm]o")}):
            catalogue = _gettext.GNUTranslations(io.BytesIO(_compiled(subject)))
            catalogue.add_fallback(merged)
            merged = catalogue
    return merged


def _compiled(subject: Path) -> bytes:
    """The catalogue `subject`, a path without its ending, in gettext's compiled form."""
    po, mo = subject.with_suffix(".po"), subject.with_suffix(".mo")
    if not po.exists() or (mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime):
        return mo.read_bytes()
    # Imported here: an installed program has its catalogues compiled, and its first frame must not wait for Babel.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po.read_bytes())))
    return compiled.getvalue()


def use(lang: str) -> None:
    """After this every text comes in `lang` (one of LANGUAGES; anything else means English)."""
    global _in_use
    _in_use = lang if lang in LANGUAGES else "en"


def used() -> str:
    """The language in use."""
    return _in_use


def of_machine() -> str:
    """The language to begin with: the machine's own if it is one of ours, English if it is another.

    A machine that names no language gets Finnish, the language of the place the game is made for.
    """
    named = next(filter(None, (os.environ.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    if named is None and sys.platform == "win32":
        named = locale.getlocale()[0]
    return of_locale(named or "")


def of_locale(name: str) -> str:
    """The one of our languages that a locale's name means: `sv_FI.UTF-8`, or on Windows `Swedish_Finland.1252`."""
    first = re.split(r"[_.@-]", name.lower())[0]
    if first in ("", "c", "posix"):
        return "fi"
    first = _WINDOWS_NAMES.get(first, first)
    return first if first in LANGUAGES else "en"


def _(msgid: str) -> str:
    """The text in the language in use."""
    return in_language(_in_use).gettext(msgid)


def ngettext(one: str, many: str, n: int) -> str:
    """The text for a count, by the plural rule of the language in use."""
    return in_language(_in_use).ngettext(one, many, n)


def pgettext(context: str, msgid: str) -> str:
    """The text of a msgid that means different things in different places."""
    return in_language(_in_use).pgettext(context, msgid)
