"""Wrong files and what the checker must say of them: each a small change to one file of the good game beside this.

A case is a name, a file, a text that stands in it once, what stands there instead, and the expected findings as
"code line:column" in alphabetical order, and what the checker thinks was meant.
"""

from typing import NamedTuple

RULES, BOARD, PLAN = "games/small/rules.yaml", "games/small/board.yaml", "games/small/plan.yaml"
WAYS, PEOPLE, LABELS = "decks/ways.yaml", "decks/people.yaml", "labels.yaml"


class Case(NamedTuple):
    name: str
    file: str
    old: str
    new: str
    findings: tuple[str, ...]
    near: str = ""


def case(name: str, file: str, old: str, new: str, *findings: str, near: str = "") -> Case:
    return Case(name, file, old, new, findings, near)


YAML = [
    case("tab as indentation", WAYS, "    kind: work", "\tkind: work", "tab 16:1"),
    case("tab before a dash", PEOPLE, "  - id: p-old", "\t- id: p-old", "tab 8:1"),
    case("colon in a sentence", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "Vanhat: ne viisaat", "colon-in-text 9:18"),
    case("colon in a sentence in braces", PEOPLE, 'fi: "Vanhat"', "fi: Vanhat: viisaat", "colon-in-text 9:23"),
    case("bracket never closed", WAYS, "group: [2, 10]", "group: [2, 10", "bracket-open 19:12"),
    case(
        "brace never closed", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '{fi: "Vanhat", sv: "Gamla"', "bracket-open 9:12"
    ),
    case("quotation mark never closed", PEOPLE, '"Gamla"}', '"Gamla}', "quote-open 9:31"),
    case("no space after a dash", PEOPLE, "- id: p-old", "-id: p-old", "dash-space 8:3"),
    case("no space after a colon", PEOPLE, "colour: groups", "colour:groups", "colon-space 4:8", "missing-field 4:7"),
    case("no space after a colon in a line", WAYS, "    cost: 2", "    cost:2", "colon-space 25:9"),
    case(
        "line that starts too far out",
        WAYS,
        "    level: low\n    cost: 2",
        "   level: low\n    cost: 2",
        "indentation 24:4",
    ),
    case("line that starts too far in", WAYS, "    cost: 2", "     cost: 2", "indentation 25:6"),
    case(
        "text that begins with a percent sign", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "%vanhat", "start-character 9:12"
    ),
    case("text that begins with an at sign", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "@vanhat", "start-character 9:12"),
    case("key twice", WAYS, "    cost: 2", "    cost: 2\n    cost: 3", "duplicate-key 26:5"),
    case("language twice", PEOPLE, 'sv: "Gamla"', 'fi: "Gamla"', "duplicate-key 9:27", "missing-translation 9:12"),
    case("alias", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "*vanhat", "alias 9:12"),
    case("anchor", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "&v vanhat", "anchor 9:12"),
    case("tag", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "!!python/name:os.system x", "tag 9:12"),
    case("two documents", PEOPLE, "cards:", "---\ncards:", "two-documents 5:1"),
    case("nesting too deep", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "[" * 60 + "]" * 60, "too-deep 9:33"),
    case("a list as a key", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '{[a, b]: "c"}', "key-not-text 9:13"),
    case("a control character", PEOPLE, "Vanhat", "Van\x07hat", "control-character 9:21"),
    case("a broken line of text", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '"Vanhat" ja muut', "indentation 9:21"),
]

SHAPE = [
    case("card without id", PEOPLE, "  - id: p-old\n    title", "  - title", "missing-field 8:5"),
    case("card without title", PEOPLE, '    title: {fi: "Vanhat", sv: "Gamla"}\n', "", "missing-field 8:5"),
    case("deck without cards", PEOPLE, "cards:", "kards:", "missing-field 1:1", "unknown-field 5:1", near="cards"),
    case("deck without name", WAYS, "deck: ways\n", "", "missing-field 1:1"),
    case("deck without back", PEOPLE, "back: {colour: groups}\n", "", "missing-field 1:1"),
    case("slip in a field", WAYS, "foot: [group]", "fot: [group]", "unknown-field 11:1", near="foot"),
    case(
        "slip in a card's own field",
        WAYS,
        "    cost: 2",
        "    cots: 2",
        "missing-field 21:5",
        "unknown-field 25:5",
        near="cost",
    ),
    case("slip in a step's field", RULES, "    settle: 1", "    setle: 1", "unknown-field 35:5", near="settle"),
    case(
        "field of another kind of step",
        RULES,
        "    tokens: {good: 1}",
        "    tokens: {good: 1}\n    keep: 2",
        "unknown-field 50:5",
    ),
    case("field of nothing", PEOPLE, "deck: people", "deck: people\nzzzz: 1", "unknown-field 2:1"),
    case("number in place of a text", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "17", "expected-texts 9:12"),
    case("list in place of a text", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "[a, b]", "expected-texts 9:12"),
    case("nothing in place of a text", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', "", "expected-texts 9:11"),
    case("number for one language", PEOPLE, '"Gamla"', "17", "expected-text 9:31"),
    case("nothing for one language", PEOPLE, '"Gamla"', '""', "empty-text 9:31"),
    case("empty text", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '""', "empty-text 9:12"),
    case("text in place of a number", RULES, "minutes: 30", "minutes: puoli tuntia", "expected-number 5:10"),
    case("half a minute", RULES, "minutes: 30", "minutes: 30.5", "expected-number 5:10"),
    case(
        "text in place of a share",
        RULES,
        "    kind: brief\n    share: 1",
        '    kind: brief\n    share: "1"',
        "expected-figure 20:12",
    ),
    case("too little time", RULES, "minutes: 30", "minutes: 1", "too-small 5:10"),
    case("too much time", RULES, "minutes: 30", "minutes: 100000", "too-great 5:10"),
    case("no share at all", RULES, "    kind: brief\n    share: 1", "    kind: brief\n    share: 0", "too-small 20:12"),
    case("text in place of yes or no", RULES, "    kinds: [risk]", "    secret: joo", "expected-yes-no 68:13"),
    case("no is not false", RULES, "    kinds: [risk]", "    secret: no", "expected-yes-no 68:13"),
    case("text in place of a list", RULES, "decks: [ways, people]", "decks: ways, people", "expected-list 6:8"),
    case(
        "list in place of a mapping", BOARD, "sectors:\n  fact: kind\n  each:", "sectors:\n  each:", "missing-field 6:3"
    ),
    case("text in place of a mapping", PEOPLE, "back: {colour: groups}", "back: groups", "expected-mapping 4:7"),
    case(
        "text in place of a card",
        PEOPLE,
        '  - id: p-old\n    title: {fi: "Vanhat", sv: "Gamla"}',
        "  - Vanhat",
        "expected-mapping 8:5",
    ),
    case("a text for bounds", RULES, "    keep: [0, 1]", "    keep: yksi", "expected-bounds 59:11"),
    case("three bounds", RULES, "    keep: [0, 1]", "    keep: [0, 1, 2]", "too-many 59:11"),
    case("a fraction as a bound", RULES, "    keep: [0, 1]", "    keep: [0, 1.5]", "expected-bounds 59:15"),
    case("unknown kind of step", RULES, "kind: commit", "kind: comit", "not-one-of 89:11", near="commit"),
    case("step without a kind", RULES, "    kind: brief\n", "", "missing-field 18:5"),
    case("unknown way of taking turns", RULES, "    turns: round", "    turns: rond", "not-one-of 48:12", near="round"),
    case("unknown ballot", RULES, "ballot: yes-no", "ballot: yes", "not-one-of 85:13"),
    case("unknown size of card", PEOPLE, "cards:", "size: huge\ncards:", "not-one-of 5:7"),
    case("id with a capital letter", PEOPLE, "id: p-old", "id: P-old", "bad-id 8:9"),
    case("id with a space", PEOPLE, "id: p-old", "id: p old", "bad-id 8:9"),
    case("id that is a number", PEOPLE, "id: p-old", "id: 12", "expected-text 8:9"),
    case("id far too long", PEOPLE, "id: p-old", "id: " + "p" * 61, "too-long 8:9"),
    case("file name that leads out", RULES, "board: board.yaml", "board: ../board.yaml", "bad-file-name 7:8"),
    case("file name from the root", RULES, "plan: plan.yaml", "plan: /etc/passwd", "bad-file-name 8:7"),
    case("no languages", PEOPLE, "languages: [fi, sv]", "languages: []", "too-few 2:12"),
    case("a language's whole name", PEOPLE, "languages: [fi, sv]", "languages: [fi, Svenska]", "bad-id 2:17"),
    case("earlier step as a number", RULES, "about: [hand]", "about: [4]", "expected-step 69:13"),
    case("field type that is not there", WAYS, "  kind: code", "  kind: kode", "not-one-of 6:9", near="code"),
    case("field type misspelt in a mapping", WAYS, "{type: range,", "{type: rang,", "not-one-of 9:17", near="range"),
    case("draw to nobody", RULES, "to: seat,", "to: all,", "not-one-of 58:38"),
    case("draw of no cards", RULES, "cards: 1, to", "cards: 0, to", "too-small 58:31"),
]

TOGETHER = [
    case(
        "deck without a file",
        RULES,
        "decks: [ways, people]",
        "decks: [ways, peeple]",
        "unknown-deck 102:17",
        "unknown-deck 33:13",
        "unknown-deck 76:22",
        "unknown-deck-file 6:15",
        near="people",
    ),
    case(
        "deck not in the game",
        RULES,
        "    decks: [people]\n    limits",
        "    decks: [pepole]\n    limits",
        "unknown-deck 33:13",
        near="people",
    ),
    case(
        "draw from a deck not in the game",
        RULES,
        "{deck: ways,",
        "{deck: wais,",
        "unknown-deck 58:18",
        "unused-words 6:9",
        near="ways",
    ),
    case(
        "spread over a field that is not there",
        RULES,
        "spread: kind",
        "spread: kinds",
        "unknown-fact 58:52",
        near="kind",
    ),
    case("board without a file", RULES, "board: board.yaml", "board: bord.yaml", "file-missing 7:8", near="board.yaml"),
    case("no board for the tokens", RULES, "board: board.yaml\n", "", "board-missing 40:5", "board-missing 49:5"),
    case("two steps with one id", RULES, "  - id: today", "  - id: hello", "duplicate-id 41:9"),
    case("two cards with one id", PEOPLE, "id: p-old", "id: p-young", "duplicate-id 8:9"),
    case("two cards with one id in two decks", PEOPLE, "id: p-old", "id: w-walk", "duplicate-id 8:9"),
    case("two fields with one id", RULES, "      - id: with", "      - id: what", "duplicate-id 100:13"),
    case("two options with one id", RULES, "{id: much,", "{id: little,", "duplicate-id 108:18"),
    case("two rounds with one id", RULES, "      - id: more", "      - id: own", "duplicate-id 74:13"),
    case(
        "two words with one id",
        RULES,
        "glossary:\n",
        'glossary:\n  - id: idea\n    term: "a"\n    text: "b"\n',
        "duplicate-id 131:9",
        "missing-translation 129:11",
        "missing-translation 130:11",
    ),
    case("unknown step", RULES, "about: [hand]", "about: [hands]", "unknown-step 69:13", near="hand"),
    case("later step", RULES, "about: [hand]", "about: [poll]", "later-step 69:13"),
    case("the step itself", RULES, "about: [hand]", "about: [notes]", "later-step 69:13"),
    case("unknown state", RULES, "[poll: chosen]", "[poll: choosen]", "bad-state 96:13", near="chosen"),
    case("turns beside rounds", RULES, "    rounds:", "    turns: silent\n    rounds:", "rounds-twice 70:5"),
    case("most before fewest", RULES, "limits: {seat: [1, 2],", "limits: {seat: [2, 1],", "bounds-order 34:20"),
    case("more seats than there are", RULES, "seats: [1, 2]", "seats: [1, 9]", "deck-small 50:5", "too-great 4:8"),
    case(
        "unknown token",
        RULES,
        "tokens: {good: 1}",
        "tokens: {god: 1}",
        "unknown-value 49:19",
        "unused-words 13:3",
        near="good",
    ),
    case(
        "unknown answer",
        RULES,
        "scale: [aye, nay]",
        "scale: [aye, nai]",
        "unknown-value 86:18",
        "unused-words 16:3",
        near="nay",
    ),
    case(
        "budget of a field that is not there", RULES, "field: cost", "field: costs", "unknown-fact 87:21", near="cost"
    ),
    case("budget of a field that is no number", RULES, "field: cost", "field: kind", "not-a-number 87:21"),
    case(
        "deal without cards",
        RULES,
        "    draw: {deck: ways, cards: 1, to: seat, spread: kind}\n",
        "",
        "deal-without-draw 50:5",
        "unused-words 6:9",
    ),
    case(
        "choice of nothing",
        RULES,
        "    decks: [people]\n    limits: {seat: [1, 2], chars: 100}",
        "    own: false",
        "choose-without-cards 24:5",
    ),
    case("vote on nothing", RULES, "    about: [notes]\n", "", "vote-without-things 77:5"),
    case("deeds about nothing", RULES, "    about: [poll: chosen]\n", "", "about-missing 88:5"),
    case("step that does not say what it makes", RULES, "    makes: idea\n", "", "no-items 60:5"),
    case("field with nothing to choose from", RULES, "        decks: [people]\n", "", "options-missing 100:9"),
    case(
        "pinned that is nothing",
        RULES,
        "question: who.question",
        "question: who.questions",
        "unknown-source 11:13",
        near="who.question",
    ),
    case("answer from nothing", PLAN, "deeds.what", "deeds.wat", "unknown-source 14:12", near="deeds.what"),
    case("answer from no step", PLAN, "from: [who]", "from: [whoo]", "unknown-source 9:12", near="who"),
    case(
        "section that is not there",
        PLAN,
        "    section: main\n    use: opt",
        "    section: mainn\n    use: opt",
        "unknown-section 12:14",
        near="main",
    ),
    case("section without words", PLAN, "sections: [main]", "sections: [main, extra]", "unknown-code 4:18"),
    case("nobody asks for it", PLAN, "asked-by: [LAW]", "asked-by: [LAV]", "unknown-code 8:16", near="LAW"),
    case("two plan fields with one id", PLAN, "id: f-deeds", "id: f-people", "duplicate-id 11:9"),
    case("sector without words", BOARD, "- id: work", "- id: play", "unknown-code 9:11"),
    case("ring without words", BOARD, "each: [low, high]", "each: [low, hihg]", "unknown-code 13:15", near="high"),
    case("one ring twice", BOARD, "each: [low, high]", "each: [low, low]", "duplicate-id 13:15"),
    case("board that is no wider than a line", BOARD, "sweep: [180, 0]", "sweep: [90, 90]", "same-way 17:12"),
    case("rings from outside inwards", BOARD, "rings: [0.12, 0.4]", "rings: [0.4, 0.12]", "bounds-order 19:12"),
    case("code without words", WAYS, "    kind: work", "    kind: wrok", "unknown-code 16:11", near="work"),
    case("code in place of a list", WAYS, "    kind: work", "    kind: [work]", "expected-text 16:11"),
    case(
        "field whose codes have no words",
        WAYS,
        "  kind: code",
        "  sort: code",
        "missing-field 13:5",
        "missing-field 21:5",
        "unknown-fact 58:52",
        "unknown-field 16:5",
        "unknown-field 23:5",
        "unknown-words 6:3",
    ),
    case("text in place of a cost", WAYS, "    cost: 2", "    cost: paljon", "expected-figure 25:11"),
    case("one number for a group", WAYS, "group: [2, null]", "group: 2", "expected-bounds 26:12"),
    case("group from more to fewer", WAYS, "group: [2, 10]", "group: [10, 2]", "bounds-order 19:12"),
    case(
        "number in place of a long text",
        WAYS,
        'how: {fi: "Rauhassa.", sv: "I lugn och ro."}',
        "how: 3",
        "expected-texts 20:10",
    ),
    case("a foot that is no field", WAYS, "foot: [group]", "foot: [grupp]", "unknown-value 11:8", near="group"),
    case("file called something else", PEOPLE, "deck: people", "deck: persons", "file-name 1:7"),
    case("picture that is not there", PEOPLE, "id: p-old", "id: p-old\n    picture: gran.png", "picture-missing 9:14"),
]

UNWISE = [
    case("missing translation", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '{fi: "Vanhat"}', "missing-translation 9:12"),
    case(
        "text in the first language only", PEOPLE, '{fi: "Vanhat", sv: "Gamla"}', '"Vanhat"', "missing-translation 9:12"
    ),
    case(
        "slip in a language",
        PEOPLE,
        'sv: "Gamla"',
        'vs: "Gamla"',
        "missing-translation 9:12",
        "unknown-language 9:27",
        near="sv",
    ),
    case(
        "deck in fewer languages",
        PEOPLE,
        "languages: [fi, sv]",
        "languages: [fi]",
        "missing-language 2:12",
        "unknown-language 3:24",
        "unknown-language 7:27",
        "unknown-language 9:27",
    ),
    case("text too long for its card", PEOPLE, '"Vanhat"', '"' + "Vanhat " * 9 + '"', "text-long 9:17"),
    case(
        "icon that is not there",
        PEOPLE,
        "{colour: groups}",
        "{colour: groups, icon: deck-grups}",
        "unknown-icon 4:30",
        near="deck-groups",
    ),
    case(
        "colour that is not there", PEOPLE, "{colour: groups}", "{colour: grups}", "unknown-colour 4:16", near="groups"
    ),
    case(
        "values that do not go together",
        WAYS,
        "    kind: talk\n    level: low",
        "    kind: talk\n    level: high",
        "never-together 24:12",
    ),
    case("too few cards for the seats", RULES, "{deck: ways, cards: 1,", "{deck: ways, cards: 2,", "deck-small 50:5"),
    case(
        "step without a gap",
        RULES,
        '    gap: {fi: "Puuttuu.", sv: "Saknas."}\n    questions:',
        "    questions:",
        "no-gap 110:5",
    ),
    case("kind of item without words", RULES, "kinds: [risk]", "kinds: [risks]", "no-label 68:12", near="risk"),
    case("mark without words", RULES, "tags: [quiet]", "tags: [quite]", "no-label 36:11", near="quiet"),
    case(
        "step of a few seconds",
        RULES,
        "    kind: brief\n    share: 1",
        "    kind: brief\n    share: 0.1",
        "step-short 20:12",
    ),
    case(
        "name too long for the row of steps",
        RULES,
        '    short-title: {fi: "Ketkä"',
        '    short-title: {fi: "Ketkä tässä nyt oikein ovat mukana"',
        "text-long 28:23",
    ),
]

CASES = [*YAML, *SHAPE, *TOGETHER, *UNWISE]
