"""Web pages: literal text, one file that needs and runs nothing, and the structure that screen readers live on."""

import hashlib
import json
import re
import shutil
import subprocess
from base64 import b64encode
from datetime import date
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import html as reader

from game.plan import html as renderer
from game.plan.clean import clean
from game.plan.document import Document, Text
from game.plan.draft import draft
from game.plan.html_charts import _CHARACTER, _wrapped
from game.plan.material import Facts
from tests.plan_documents import HOSTILE, anything, filled_with
from tests.plan_sessions import default_game, walk

Element = reader.HtmlElement


def opened(document: Document) -> Element:
    return reader.document_fromstring(renderer.render(document), parser=reader.HTMLParser(encoding="utf-8"))


def played(lang: str) -> Document:
    """The plan of a whole session of random play."""
    game, texts = default_game()
    *_, session = walk(game, "b", 20)
    return draft(game, texts, session.state, lang, Facts(date(2026, 11, 12), "fi"))


def shown(element: Element) -> str:
    for br in element.iter("br"):
        br.tail = "\n" + (br.tail or "")
    return str(element.text_content())


@settings(max_examples=60, deadline=None)
@given(anything)
def test_text_comes_out_literally(text: str) -> None:
    page = opened(filled_with(text))
    elements = page.xpath("//p | //li | //dt | //dd | //th | //td | //caption | //figcaption | //h1 | //h2 | //h3")
    lines = [shown(one) for one in elements]
    assert sum(clean(text) in line for line in lines) >= 50
    assert [one.text_content() for one in page.xpath("//desc")] == [clean(text)] * 3


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_but_the_text(text: str) -> None:
    def structure(words: str) -> list[tuple[object, list[str]]]:
        by_length = {"br", "text", "rect", "path", "circle"}
        elements = opened(filled_with(words)).iter()
        return [(one.tag, sorted(one.attrib)) for one in elements if one.tag not in by_length]

    longest = max(map(len, clean(text).split()), default=0)
    if longest:  # a blank first cell names nothing, so it is no heading; a word without end may be broken
        assert structure(text) == structure("z" * 40 if longest > 30 else "z")
    renderer.render(filled_with(text))


def test_the_page_needs_and_runs_nothing() -> None:
    page = opened(filled_with(" ".join(HOSTILE)))
    tags = {one.tag for one in page.iter()}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use", "font"}
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcset", "action", "data")
            assert name != "href" or value.startswith("#")
    style = page.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_structure_is_whole(lang: str) -> None:
    page = opened(played(lang))
    assert page.get("lang") == lang
    assert page.xpath("string(//title)").strip()
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {one.removeprefix("#") for one in page.xpath("//a/@href")} <= set(ids)
    assert {one for names in page.xpath("//@aria-labelledby") for one in names.split()} <= set(ids)
    for table in page.iter("table"):
        assert len(table.xpath("caption")) == 1
        assert table.xpath("thead//th/@scope") == ["col"] * len(table.xpath("thead//th"))
        assert {*table.xpath("tbody//th/@scope")} <= {"row"}
        assert all(one.text_content().strip() for one in table.iter("th"))


def test_a_chart_is_drawn_told_and_a_table() -> None:
    page = opened(filled_with("Puisto"))
    figures = page.xpath("//figure")
    assert len(figures) == 3
    for figure in figures:
        assert len(figure.xpath(".//svg[@role='img']/title")) == 1
        assert figure.xpath("string(.//svg/desc)") == "Puisto"
        assert figure.xpath("string(details/summary)") == "Kaavio taulukkona"
        assert len(figure.xpath("details//table")) == 1


def test_what_is_written_in_another_language_is_marked() -> None:
    assert [shown(one) for one in opened(filled_with("text")).xpath("//span[@lang='sv']")] == ["text"] * 4


def test_words_on_a_chart_stay_within_their_room() -> None:
    for text in HOSTILE:
        for width in (40, 100, 300):
            lines = _wrapped((Text(text),), width)
            assert 1 <= len(lines) <= 4
            assert max(map(len, lines)) <= max(4, width / _CHARACTER)
    assert _wrapped((Text("yksi kaksi"),), 100) == ["yksi kaksi"]
    assert _wrapped((Text("yksi kaksi"),), 50) == ["yksi", "kaksi"]


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's chromium")
@pytest.mark.skipif(not find_spec("axe_core_python"), reason="needs axe-core-python, which carries axe")
def test_axe_finds_nothing_in_a_real_browser(tmp_path: Path) -> None:
    spec = find_spec("axe_core_python")
    assert spec is not None
    assert spec.origin is not None
    axe = (Path(spec.origin).parent / "axe.min.js").read_text("utf-8")
    # A page that runs nothing cannot run axe either, so its rule about that is left out of the copy.
    page = re.sub("<meta http-equiv[^>]*>", "", renderer.render(played("sv")).decode())
    page = page.replace("<details>", "<details open>")
    tell = "axe.run().then(found => document.body.textContent = JSON.stringify({rules: found.passes.length, found: "
    tell += "found.violations.map(one => [one.id, one.nodes.map(node => node.html)])}))"
    (tmp_path / "page.html").write_text(page.replace("</body>", f"<script>{axe}\n{tell}</script></body>"), "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", "--window-size=500,900", "--virtual-time-budget=30000"]
    command += ["--dump-dom", (tmp_path / "page.html").as_uri()]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    told = json.loads(reader.document_fromstring(ran.stdout).xpath("string(//body)"))
    assert told["found"] == []
    assert told["rules"] > 20
