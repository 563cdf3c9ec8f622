"""Writing plans into folders."""

import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from game import words
from game.plan.document import Text
from game.plan.export import FORMATS, NotExported, export, file_name
from tests.plan_documents import anything, filled_with


def test_files_are_named_after_the_title(tmp_path: Path) -> None:
    document = replace(filled_with("x"), title=Text("Lähipuisto: kaikenikäisille!"))
    files = export(document, tmp_path / "new" / "folder", FORMATS)
    assert {file.suffix for file in files} == {f".{one}" for one in FORMATS}
    assert all(re.match("Lähipuisto-kaikenikäisille[-.]", file.name) for file in files)
    assert sorted(os.listdir(tmp_path / "new" / "folder")) == sorted(file.name for file in files)
    assert all(file.stat().st_size > 10 for file in files)


def test_a_file_that_somebody_worked_on_is_left_alone(tmp_path: Path) -> None:
    first = export(filled_with("x"), tmp_path, ["docx", "md"], "plan")
    first[1].write_text("my own words")
    second = export(filled_with("x"), tmp_path, ["docx", "md"], "plan")
    assert [file.name for file in second] == ["plan-2.docx", "plan-2.md"]
    assert first[1].read_text() == "my own words"
    third = export(filled_with("x"), tmp_path, ["docx", "md"], "plan")
    assert third == second


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_a_folder_that_cannot_be_made_is_named_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for lang in words.LANGUAGES:
        words.use(lang)
        with pytest.raises(NotExported, match="file") as raised:
            export(filled_with("x"), tmp_path / "file" / "folder", ["md"])
        assert ("There is no such folder" in str(raised.value)) is (lang == "en")
    words.use("fi")


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotExported):
        export(filled_with("x"), tmp_path, ["md"])
    assert os.listdir(tmp_path) == []


@given(anything)
def test_any_title_makes_a_name_that_every_system_takes(text: str) -> None:
    name = file_name(text)
    assert 0 < len(name.encode()) <= 90
    assert not set(name) & set('/\\:*?"<>|.\0\n ')
    assert not name.startswith("-")
    assert file_name(name) == name or len(name.encode()) > 70


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "plan"),
        ("...", "plan"),
        ("CON", "plan-CON"),
        ("../../etc/passwd", "etc-passwd"),
        ("Miten puisto saa eri-ikäiset viihtymään?", "Miten-puisto-saa-eri-ikäiset-viihtymään"),
        ("x" * 300, "x" * 80),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title) == name
