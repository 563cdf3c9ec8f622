"""Interface texts in the language in use: gettext catalogues, one file a subject, merged by language.

msgids are English sentences, so English needs no catalogue. A wheel carries compiled `.mo` files; in a checkout a
missing or older one is compiled in memory from its `.po` with Babel, so that an edited text shows at the next start.
"""

import gettext as _gettext
import io
import locale
import os
from functools import cache

from game import where

LANGUAGES = ("fi", "sv", "en")

_in_use = "fi"


def languages_name(lang: str) -> str:
    """The language's own name for itself: Suomi, Svenska, English."""
    return {"fi": "Suomi", "sv": "Svenska", "en": "English"}[lang]


@cache
def in_language(lang: str) -> _gettext.NullTranslations:
    """The merged catalogue of one language; English and anything unknown say the msgids themselves."""
    merged = _gettext.NullTranslations()
    folder = where.assets("locale", lang)
    for po in sorted(folder.glob("*.po")) if folder.is_dir() else ():
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            source: io.BytesIO = io.BytesIO(mo.read_bytes())
        else:
            source = _compiled(po.read_bytes())
        catalogue = _gettext.GNUTranslations(source)
        if merged.__class__ is _gettext.NullTranslations:
            merged = catalogue
        else:
            catalogue.add_fallback(merged)
            merged = catalogue
    return merged


def _compiled(po: bytes) -> io.BytesIO:
    # Imported here: the first frame of an installed program must not wait for Babel.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po)))
    compiled.seek(0)
    return compiled


def use(lang: str) -> None:
    """After this every text comes in `lang` (one of LANGUAGES; anything else means English)."""
    global _in_use
    _in_use = lang if lang in LANGUAGES else "en"


def used() -> str:
    """The language in use."""
    return _in_use


def of_machine() -> str:
    """The language to begin with: the machine's own if it is one of ours, otherwise English."""
    for name in (os.environ.get("LC_ALL"), os.environ.get("LC_MESSAGES"), os.environ.get("LANG"), locale.getlocale()[0]):
        if name and name.split("_")[0].split(".")[0].lower() not in ("c", "posix"):
            first = name.lower()[:2]
            return {"fi": "fi", "sv": "sv", "en": "en"}.get("fi" if name.startswith("Finnish") else first, "en")
    return "fi"


def _(msgid: str) -> str:
    """The text in the language in use."""
    return in_language(_in_use).gettext(msgid)


def ngettext(one: str, many: str, n: int) -> str:
    """The text for a count, by the plural rule of the language in use."""
    return in_language(_in_use).ngettext(one, many, n)


def pgettext(context: str, msgid: str) -> str:
    """The text of a msgid that means different things in different places."""
    return in_language(_in_use).pgettext(context, msgid)
