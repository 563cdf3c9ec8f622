"""One file on its own: does it have the shape it should? Every slip is a finding at its place."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.content import models
from game.content.findings import Finding, listed, near
from game.content.reading import Document, Path, leads

S = TypeVar("S", bound=models.Shape)


def shaped(document: Document, shape: type[S]) -> tuple[S | None, list[Finding]]:
    """The file as a value of its shape, or None, and what is wrong with it."""
    if not isinstance(document.value, dict):
        return None, [_finding(document, "expected-mapping", ())]
    try:
        return shape.model_validate(document.value), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
    slips = [_Slip(document, one) for one in details]
    return None, [slip.finding(shape) for slip in slips if not slip.is_echo(slips)]


def _finding(document: Document, code: str, path: Path, *, key: bool = False, **details: object) -> Finding:
    spot = document.at(path, key=key)
    return Finding(code, document.file, spot.line, spot.column, details)


class _Slip:
    """One error of pydantic, told where it is in the document. Names of union branches are no part of that way."""

    def __init__(self, document: Document, error: ErrorDetails) -> None:
        self.document = document
        self.type = error["type"]
        self.context: Mapping[str, Any] = error.get("ctx", {})
        loc = list(error["loc"])
        self.name = str(loc.pop()) if self.type in ("missing", "extra_forbidden") and loc else ""
        path: list[str | int] = []
        self.branches: list[str] = []
        here = document.value
        for place, step in enumerate(loc):
            is_tag = isinstance(here, dict) and here.get("kind") == step and place and isinstance(loc[place - 1], int)
            if not is_tag and leads(here, step):
                here = here[step]
                path.append(step)
            elif not is_tag:
                self.branches.append(str(step))
        if self.type == "union_tag_invalid":
            path.append("kind")
            here = here["kind"]
        self.path: Path = tuple(path)
        self.value = here

    def is_echo(self, slips: Sequence["_Slip"]) -> bool:
        """Whether another slip tells better what is wrong: a union complains once for each of its branches."""
        if not self.branches:
            return False
        place = slips.index(self)
        for other, slip in enumerate(slips):
            if slip is self or slip.path[: len(self.path)] != self.path:
                continue
            if len(slip.path) > len(self.path) or slip._fit() > self._fit():
                return True
            if slip.path == self.path and slip._fit() == self._fit() and other > place:
                return True
        return False

    def _fit(self) -> int:
        """How near the branch that complains is to what stands in the file."""
        if self.type == "literal_error":
            return int(isinstance(self.value, str))
        return 0 if self.type.endswith("_type") else 1

    def finding(self, shape: type[BaseModel]) -> Finding:
        """The finding for this slip."""
        if self.type == "missing":
            return _finding(self.document, "missing-field", self.path, field=self.name)
        if self.type == "extra_forbidden":
            known = [name for name in known_fields(shape, self.document, self.path) if name]
            here = self.value if isinstance(self.value, dict) else {}
            close = near(self.name, [name for name in known if name not in here])
            if self.name.partition(":")[0] in known:
                return _finding(self.document, "colon-space", (*self.path, self.name), key=True)
            return _finding(
                self.document, "unknown-field", (*self.path, self.name), key=True,
                field=self.name, near=close, known=listed(known, 40),
            )  # fmt: skip
        key = bool(self.branches) and self.branches[-1] == "[key]"
        code, details = self._words()
        return _finding(self.document, code, self.path, key=key, **details)

    def _words(self) -> tuple[str, dict[str, object]]:
        context = self.context
        shown = _short(self.value)
        match self.type:
            case "string_type" | "dict_type" | "list_type" | "model_type" | "int_type" | "float_type" | "bool_type":
                return self._expected(), {}
            case "literal_error" | "union_tag_invalid":
                if not isinstance(self.value, str):
                    return "expected-text", {}
                known = _options(str(context.get("expected") or context.get("expected_tags") or ""))
                return "not-one-of", {"value": shown, "known": listed(known), "near": near(self.value, known)}
            case "union_tag_not_found":
                return "missing-field", {"field": "kind"}
            case "string_pattern_mismatch":
                slashes = "/" in str(context.get("pattern"))
                return ("bad-file-name" if slashes else "bad-id"), {"value": shown}
            case "string_too_short":
                return "empty-text", {}
            case "string_too_long":
                return "too-long", {"most": context.get("max_length", 0)}
            case "too_short":
                return "too-few", {"least": context.get("min_length", 1)}
            case "too_long":
                return "too-many", {"most": context.get("max_length", 1)}
            case "greater_than_equal" | "greater_than":
                return "too-small", {"value": shown, "least": context.get("ge", context.get("gt"))}
            case "less_than_equal" | "less_than":
                return "too-great", {"value": shown, "most": context.get("le", context.get("lt"))}
            case _:
                return "wrong", {}

    def _expected(self) -> str:
        """What should stand here instead of what does."""
        branch = self.branches[-1] if self.branches else ""
        if branch.startswith(_STEP_AND_STATES):
            return "expected-step"
        if branch.startswith(_TEXT_BY_LANGUAGE):
            return "expected-texts" if self.type == "dict_type" else "expected-text"
        if branch.startswith(_FEWEST_AND_MOST):
            return "expected-bounds"
        return {
            "string_type": "expected-text",
            "dict_type": "expected-mapping",
            "model_type": "expected-mapping",
            "list_type": "expected-list",
            "int_type": "expected-number",
            "float_type": "expected-figure",
            "bool_type": "expected-yes-no",
        }.get(self.type, "wrong")


_TEXT_BY_LANGUAGE = "dict[str,"
_STEP_AND_STATES = "dict[constrained-str,union"
_FEWEST_AND_MOST = "list[nullable["
"""How pydantic names the branches of the unions in `models`, as its errors have them."""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _options(expected: str) -> list[str]:
    """The words in pydantic's list of what it expected: 'a', 'b' or 'c'."""
    return [word for number, word in enumerate(expected.split("'")) if number % 2]


def known_fields(shape: type[BaseModel], document: Document, path: Path) -> list[str]:
    """The names that may stand where `path` leads, found by walking the models beside the document."""
    models_here: list[Any] = [shape]
    here = document.value
    for step in path:
        next_models: list[Any] = []
        for model in models_here:
            if isinstance(step, str):
                for name, field in model.model_fields.items():
                    if (field.alias or name) == step:
                        next_models += _inside(field.annotation)
        here = here[step]
        if (isinstance(step, str) and not next_models) or isinstance(step, int):
            next_models = models_here
        models_here = next_models or models_here
    if isinstance(here, dict) and "kind" in here and any(issubclass(model, models.StepEntry) for model in models_here):
        models_here = [models.STEP_SHAPES.get(str(here["kind"]), models.StepEntry)]
    names = (field.alias or name for model in models_here for name, field in model.model_fields.items())
    return list(dict.fromkeys(names))


def _inside(annotation: Any) -> list[Any]:
    """The models that an annotation speaks of, through lists, mappings, unions and Annotated."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _inside(part)]
