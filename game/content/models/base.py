"""What all files that authors write have in common: names, texts, numbers, and models that know their fields."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_ID = r"^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$"
Id = Annotated[str, StringConstraints(pattern=_ID, max_length=60)]
"""Small letters, numbers and hyphens: what things are called among themselves, never shown."""


def is_id(text: str) -> bool:
    """Whether a text can be an id; such a text is never a way to another folder."""
    return len(text) <= 60 and re.fullmatch(_ID, text) is not None


Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$", max_length=60)]
"""A code whose words stand in a labels file."""

_NAME = r"[A-Za-z0-9_-][A-Za-z0-9_.-]*"
FileName = Annotated[str, StringConstraints(pattern=rf"^{_NAME}(?:/{_NAME})*$", max_length=100)]
"""A file below the folder of the file that names it: no way up, no way out."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Words = Annotated[str, StringConstraints(min_length=1)]
TEXTS = "texts"
Texts = Annotated[Words | dict[str, Words], TEXTS]
"""One text in the file's first language, or a text for each language. The mark TEXTS lets others find these fields."""
Given = str | dict[str, str]
"""The same, as a value."""

Count = Annotated[int, Field(ge=0, le=1000)]
Few = Annotated[int, Field(ge=1, le=100)]
Chars = Annotated[int, Field(ge=1, le=2000)]
Part = Annotated[float, Field(ge=-1, le=2)]
Bounds = Count | Annotated[list[Count | None], Field(min_length=2, max_length=2)]
"""Exactly so many, or the fewest and the most (null: no bound)."""


class Shape(BaseModel):
    """What all parts of a file have in common."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        defer_build=True,
        hide_input_in_errors=True,
        alias_generator=lambda name: name.replace("_", "-"),
        protected_namespaces=(),
    )
