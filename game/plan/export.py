"""Writing a plan into a folder, in one or more file formats."""

import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from game.plan.clean import clean
from game.plan.document import Document
from game.words import _


class NotExported(Exception):
    """A file could not be written. The text says, in the language in use, which, why, and what to do."""


Files: TypeAlias = dict[str, bytes]
"""What to write, by how the name of each file ends: ".docx"."""


def _csv(document: Document) -> Files:
    from game.plan import csv

    return {f"-{title}.csv": content for title, content in csv.render(document).items()}


def _docx(document: Document) -> Files:
    from game.plan import docx

    return {".docx": docx.render(document)}


def _html(document: Document) -> Files:
    from game.plan import html

    return {".html": html.render(document)}


def _json(document: Document) -> Files:
    from game.plan import json

    return {".json": json.render(document), ".schema.json": json.schema()}


def _markdown(document: Document) -> Files:
    from game.plan import markdown

    return {".md": markdown.render(document)}


def _odt(document: Document) -> Files:
    from game.plan import odt

    return {".odt": odt.render(document)}


def _pdf(document: Document) -> Files:
    from game.plan import pdf

    return {".pdf": pdf.render(document)}


def _xlsx(document: Document) -> Files:
    from game.plan import xlsx

    return {".xlsx": xlsx.render(document)}


FORMATS: dict[str, Callable[[Document], Files]] = {
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
    "html": _html,
    "md": _markdown,
    "xlsx": _xlsx,
    "csv": _csv,
    "json": _json,
}
"""What can be made of a plan. A renderer brings its own library along, so each is imported only when it is used."""


def export(document: Document, folder: Path, formats: Iterable[str], name: str = "") -> list[Path]:
    """Write the document into `folder` (made if need be), and return the files; some formats make more than one.

    `formats` are keys of FORMATS. `name` is the files' name without its ending; without one it comes from the title.
    Raises NotExported.
    """
    contents = {ending: content for one in formats for ending, content in FORMATS[one](document).items()}
    return write(contents, folder, name or document.title.text)


def write(contents: Mapping[str, bytes], folder: Path, name: str) -> list[Path]:
    """Write what has been rendered, by its ending, into `folder` (made if need be), and return the files.

    Each file is there whole or not at all. A file of that name with other content is left alone: somebody may have
    worked on it, so the new ones then get a number behind the name. Raises NotExported.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_exported(folder, error) from error
    files = _free(folder, file_name(name), contents)
    for file, content in files.items():
        try:
            _write(file, content)
        except OSError as error:
            raise _not_exported(file, error) from error
    return list(files)


def file_name(title: str) -> str:
    """A name that any system takes: letters and digits of any script, and hyphens between them."""
    words = re.findall(r"\w+", clean(title).replace("_", " "))
    name = ""
    for word in words:
        longer = f"{name}-{word}".strip("-")
        if len(longer.encode()) > 80:
            break
        name = longer
    if not name and words:
        name = words[0].encode()[:80].decode(errors="ignore")
    # Windows keeps these names for devices.
    if not name or re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name):
        name = f"plan-{name}".strip("-")
    return name


def _free(folder: Path, name: str, contents: Mapping[str, bytes]) -> dict[Path, bytes]:
    number = 1
    while True:
        stem = name if number == 1 else f"{name}-{number}"
        files = {folder / f"{stem}{ending}": content for ending, content in contents.items()}
        if all(_is_free(file, content) for file, content in files.items()):
            return files
        number += 1


def _is_free(file: Path, content: bytes) -> bool:
    if not os.path.lexists(file):
        return True
    try:
        return file.read_bytes() == content
    except OSError:
        return False


def _write(file: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=file.suffix, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, file)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _not_exported(path: Path, error: OSError) -> NotExported:
    match error:
        case PermissionError():
            why = _("You may not write there, or the file is open in another program.")
        case FileNotFoundError() | NotADirectoryError() | FileExistsError():
            why = _("There is no such folder, and it cannot be made.")
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            why = _("The disk is full.")
        case _:
            why = error.strerror or str(error)
    text = _("{path} could not be written. {why} Choose another folder, or close the file and export again.")
    return NotExported(text.format(path=path, why=why))
