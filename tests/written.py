"""What stands in a session and in the files that came of it, as one long text."""

import html
import re
from pathlib import Path
from zipfile import ZipFile

from game.engine.state import Item, State


def of_records(state: State) -> str:
    """Every wording in the session's records, earlier ones too."""
    found = [f"{seat.name} {seat.role}" for seat in state.seats]
    for record in state.records:
        if isinstance(record, Item):
            found += [str(value) for value in record.fields.values()]
            found += [str(change.old) for change in record.was]
        else:
            found.append(record.reason)
    return "\n".join(found)


def of_docx(path: Path) -> str:
    """The words of a Word file, a paragraph a line."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(document|header|footer|footnotes)", name)]
        parts = [archive.read(name).decode("utf-8") for name in names if name.endswith(".xml")]
    paragraphs = re.split(r"</w:p>", "".join(parts))
    return "\n".join(html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", one))) for one in paragraphs)


def of_markdown(path: Path) -> str:
    """The words of a Markdown file, without its signs."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", path.read_text(encoding="utf-8"))
    return html.unescape(text).replace("\n  ", " ")
