"""The checker: every problem has its place, its words in three languages and a way to mend it; nothing raises."""

import json
import string
from pathlib import Path

import pytest

from game.content.checkup import as_json, check_paths, report
from game.content.finding_words import NEAR, WORDS
from game.content.findings import Finding, in_order, near
from game.content.loading import CannotPlay, load
from game.content.reading import MOST_BYTES
from tests.bad_cards import GOOD, good
from tests.bad_cards.cases import CASES, PEOPLE, RULES, WAYS, Case

LANGUAGES = ("fi", "sv", "en")


def found(files: dict[str, bytes]) -> tuple[Finding, ...]:
    return load("small", files, fully=True).findings


def places(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(f"{one.code} {one.line}:{one.column}" for one in findings)


def wrong(case: Case) -> dict[str, bytes]:
    """The good game's files with the case's change made."""
    files = good()
    text = files[case.file].decode()
    assert text.count(case.old) == 1, f"{case.name}: {text.count(case.old)} places"
    return {**files, case.file: text.replace(case.old, case.new).encode()}


def test_the_good_game_is_good() -> None:
    assert not found(good())
    assert not check_paths([GOOD])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_file_is_told_of(case: Case) -> None:
    findings = found(wrong(case))
    assert places(findings) == list(case.findings)
    assert {str(one.details["near"]) for one in findings if one.details.get("near")} == ({case.near} - {""})
    playable = not any(one.severity == "error" for one in findings)
    assert (load("small", wrong(case)).built is not None) == playable


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_words_are_there_in_every_language(case: Case) -> None:
    for finding in found(wrong(case)):
        english = finding.said("en")
        for lang in LANGUAGES:
            message, remedy = finding.said(lang)
            assert message
            assert remedy
            assert lang == "en" or (message != english[0] and remedy != english[1]), f"{finding.code} {lang}"


WHOLE_FILES = [
    ("empty", b"", "file-empty 1:1"),
    ("blank", b"\n \n\n", "file-empty 1:1"),
    ("comments only", b"# nothing\n", "file-empty 1:1"),
    ("byte order mark and nothing else", b"\xef\xbb\xbf", "file-empty 1:1"),
    ("too large", b"# " + b"x" * MOST_BYTES, "file-too-large 1:1"),
    ("a million brackets", b"[" * 1_000_000, "too-deep 1:25"),
    ("a million braces", b"{" * 1_000_000, "key-not-text 1:2"),
    ("a million lists in lists", b"- " * 900_000, "too-deep 1:49"),
    ("UTF-16", "deck: people\n".encode("utf-16"), "not-utf-8 1:1"),
    ("Latin-1", "deck: people\ntitle: ihmistä\n".encode("latin-1"), "not-utf-8 2:14"),
    ("a picture", bytes(range(256)) * 4, "not-utf-8 2:118"),
    ("only a text", b"hello", "expected-mapping 1:1"),
    ("only a list", b"- a\n- b\n", "expected-mapping 1:1"),
    ("only a number", b"17", "expected-mapping 1:1"),
    ("unfinished", b"deck: [", "bracket-open 1:7"),
    ("zero bytes", b"deck: \x00", "control-character 1:7"),
    ("an alias bomb", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "anchor 1:4"),
]


@pytest.mark.parametrize(("name", "data", "place"), WHOLE_FILES, ids=[name for name, _, _ in WHOLE_FILES])
@pytest.mark.parametrize("file", [PEOPLE, RULES])
def test_a_file_that_is_no_cards_file_at_all(name: str, data: bytes, place: str, file: str) -> None:
    findings = [one for one in found({**good(), file: data}) if one.file == file]
    assert places(tuple(findings)) == [place], name
    assert all(one.said(lang) for one in findings for lang in LANGUAGES)


@pytest.mark.parametrize("change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
def test_a_mark_at_the_start_and_windows_line_ends_are_fine(change: object) -> None:
    assert callable(change)
    assert not found({name: change(data) for name, data in good().items()})
    case = next(case for case in CASES if case.name == "slip in a card's own field")
    assert places(found({name: change(data) for name, data in wrong(case).items()})) == list(case.findings)


def test_a_picture_goes_into_the_copy_and_may_not_be_huge() -> None:
    files = good()
    files[PEOPLE] = files[PEOPLE].replace(b"id: p-old", b"id: p-old\n    picture: gran.png")
    files["pictures/gran.png"] = b"png"
    assert not found(files)
    assert load("small", files).files["pictures/gran.png"] == b"png"
    files["pictures/gran.png"] = b"x" * 5_000_000
    assert places(found(files)) == ["picture-too-large 9:14"]


def test_a_game_that_is_not_there() -> None:
    loaded = load("smal", good())
    assert places(loaded.findings) == ["file-missing 1:1"]
    assert loaded.findings[0].details["near"] == "small"
    assert places(load("../small", {**good(), "games/../small/rules.yaml": b""}).findings) == ["file-missing 1:1"]
    with pytest.raises(CannotPlay) as caught:
        loaded.game  # noqa: B018
    assert caught.value.findings == loaded.findings


def test_all_problems_at_once_and_the_worst_first() -> None:
    files = good()
    files[WAYS] = files[WAYS].replace(b"cost: 2", b"cost: much").replace(b"foot:", b"fot:")
    files[PEOPLE] = files[PEOPLE].replace(b"p-old", b"P old").replace(b"colour: groups", b"colour: nope")
    files[RULES] = files[RULES].replace(b"about: [hand]", b"about: [soon]").replace(b'sv: "Hej."', b'en: "Hi."')
    findings = found(files)
    assert {one.code for one in findings} == {
        "bad-id", "missing-translation", "unknown-field", "unknown-language", "unknown-step",
    }  # fmt: skip
    severities = [one.severity for one in findings]
    assert severities == sorted(severities, key=["error", "warning", "advice"].index)


def test_one_problem_is_told_once() -> None:
    finding = Finding("tab", "a.yaml", 1, 1)
    assert in_order([finding, Finding("tab", "a.yaml", 1, 1)]) == [finding]


def test_every_kind_of_finding_has_a_case() -> None:
    told = {place.partition(" ")[0] for case in CASES for place in case.findings}
    told |= {place.partition(" ")[0] for _, _, place in WHOLE_FILES}
    elsewhere = {"file-kind", "file-missing", "file-unreadable", "picture-too-large", "syntax", "wrong"}
    assert set(WORDS) - told == elsewhere - told


def test_words_name_only_what_findings_know() -> None:
    """Every detail in braces that a sentence names is there in each finding of that code."""
    for case in CASES:
        for finding in found(wrong(case)):
            said = WORDS[finding.code]
            remedy = NEAR if finding.details.get("near") else said.remedy
            wanted = {name for text in (said.message, remedy) for _, name, _, _ in string.Formatter().parse(text)}
            assert wanted - {None} <= set(finding.details)


def test_near_finds_slips_and_nothing_else() -> None:
    assert near("colur", ["colour", "icon"]) == "colour"
    assert near("vs", ["fi", "sv", "en"]) == "sv"
    assert near("Decks", ["deck", "decks"]) == "decks"
    assert near("kind", ["id", "title"]) == ""
    assert near("", ["id"]) == ""


# What an author points at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in good().items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path


def test_a_folder_a_game_or_a_file_can_be_checked(folder: Path) -> None:
    for path in (folder, folder / "games" / "small", *sorted(folder.rglob("*.yaml"))):
        assert not check_paths([path]), path
    rules = folder / RULES
    rules.write_bytes(rules.read_bytes().replace(b"about: [hand]", b"about: [hend]"))
    for path in (folder, folder / "games" / "small", rules):
        assert [one.code for one in check_paths([path])] == ["unknown-step"], path
    assert not check_paths([folder / WAYS, folder / "games" / "small" / "plan.yaml"])


def test_a_deck_is_checked_with_the_labels_of_its_folder(folder: Path) -> None:
    ways = folder / WAYS
    ways.write_bytes(ways.read_bytes().replace(b"kind: work", b"kind: wrok"))
    assert [(one.code, one.line, one.file) for one in check_paths([ways])] == [("unknown-code", 16, str(ways))]


def test_a_deck_that_no_game_uses_is_checked_too(folder: Path) -> None:
    (folder / "decks" / "own.yaml").write_text("deck: own\ntitel: Omat\n", "utf-8")
    (folder / "decks" / "note.yaml").write_text("dekc: own\n", "utf-8")
    codes = {(Path(one.file).name, one.code) for one in check_paths([folder])}
    assert ("own.yaml", "unknown-field") in codes
    assert ("note.yaml", "file-kind") in codes


def test_a_path_that_is_not_there(folder: Path) -> None:
    findings = check_paths([folder / "decks" / "peple.yaml"])
    assert [(one.code, one.details["near"]) for one in findings] == [("file-missing", "people.yaml")]


def test_the_report_shows_the_line_and_the_spot(folder: Path) -> None:
    people = folder / PEOPLE
    people.write_bytes(people.read_bytes().replace(b"groups", b"gruppaa"))
    said = report(check_paths([people]), "fi")
    assert f"{people}:4:16: varoitus: Väriä ”gruppaa” ei ole." in said
    assert "\n  4 | back: {colour: gruppaa}\n    |                ^\n" in said
    assert said.endswith("0 virhettä, 1 varoitus\n")
    assert report([], "en") == "Nothing to mend.\n"


def test_the_report_as_json(folder: Path) -> None:
    people = folder / PEOPLE
    people.write_bytes(people.read_bytes().replace(b"groups", b"grups"))
    for lang in LANGUAGES:
        (one,) = json.loads(as_json(check_paths([people]), lang))
        assert (one["code"], one["severity"], one["line"], one["column"]) == ("unknown-colour", "warning", 4, 16)
        assert "groups" in one["remedy"]
