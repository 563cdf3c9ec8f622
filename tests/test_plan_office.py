"""Word and OpenDocument files in an office program: it opens them, and every idea can be read in what it prints."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from game.plan import docx, odt
from game.plan.document import plain
from game.plan.draft import draft
from game.plan.material import Facts
from tests.plan_sessions import default_game, walk


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (libreoffice-writer-nogui)")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext (poppler-utils)")
def test_every_idea_can_be_read_in_print(tmp_path: Path) -> None:
    game, texts = default_game()
    *_, session = walk(game, "b", 40)
    document = draft(game, texts, session.state, "fi", Facts(date(2026, 11, 12), "fi"))
    (ideas,) = (sheet for sheet in document.sheets if sheet.name == "ideas")
    wanted = [plain(row[1].inlines) for row in ideas.rows]
    assert len(wanted) > 3
    (tmp_path / "word.docx").write_bytes(docx.render(document))
    (tmp_path / "open.odt").write_bytes(odt.render(document))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path)]
    files = (str(tmp_path / "word.docx"), str(tmp_path / "open.odt"))
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=120)
    for name in ("word.pdf", "open.pdf"):
        told = subprocess.run(["pdftotext", "-raw", str(tmp_path / name), "-"], check=True, capture_output=True)
        read = " ".join(told.stdout.decode().split())
        assert [idea for idea in wanted if idea not in read] == []
