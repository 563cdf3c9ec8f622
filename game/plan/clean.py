"""Text as people typed it, made fit for every file format: nothing visible lost, nothing that stops an export."""

import re
import unicodedata

_NEW_LINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

# What XML, fonts or screen readers choke on: controls, lone surrogates, the byte order mark, and the code points
# that Unicode promises never to use. Those that this Python does not know yet stay: they are next year's emoji.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)

_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_OPENS |= {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text in Unicode's composed form, with "\\n" as its only line break and without unfit code points.

    Every mark that turns the writing direction is closed within the text, so that a stray one cannot turn the
    words that stand after it. Takes any str, lone surrogates included; cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _UNFIT.sub("", _NEW_LINES.sub("\n", text).replace("\t", " "))
    if _DIRECTION.search(text):
        text = _closed(text)
    return unicodedata.normalize("NFC", text)


def _closed(text: str) -> str:
    kept: list[str] = []
    to_close: list[str] = []
    for character in text:
        if character in _OPENS:
            to_close.append(_OPENS[character])
        elif character == "\u202c" and to_close[-1:] != ["\u202c"]:
            continue
        elif character in "\u202c\u2069":
            if character not in to_close:
                continue
            # As in the bidirectional algorithm, the end of an isolate also ends what was opened inside it.
            while (end := to_close.pop()) != character:
                kept.append(end)
        kept.append(character)
    return "".join(kept) + "".join(reversed(to_close))
