"""A scene made of a function, for tests of the screen."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.controls import Button
from game.ui.inputs import Input
from game.ui.look import Box, Look
from game.ui.part import Part
from game.ui.scene import Next, Scene, Tell
from tests.driver import Driver


class Made(Scene):
    """A scene from a function that lists its parts; keeps what reached it."""

    def __init__(self, make: Callable[["Made", Look], Sequence[Part]], first_focus: str = "") -> None:
        self.make = make
        self.first_focus = first_focus
        self.done: list[object] = []
        self.given: list[Input] = []
        self.built = 0

    def parts(self, look: Look) -> Sequence[Part]:
        self.built += 1
        return self.make(self, look)

    def on_input(self, given: Input) -> Next | None:
        self.given.append(given)
        return None

    def does(self, what: object, then: Next | None = None) -> Callable[[], Next | None]:
        """A press that notes `what` and answers `then`."""

        def press() -> Next | None:
            self.done.append(what)
            return then

        return press


Open = Callable[..., Driver]


def scene_of(driver: Driver) -> Made:
    scene = driver.app.scene
    assert isinstance(scene, Made)
    return scene


def three(scene: Made, look: Look) -> list[Part]:
    return [
        Button("one", Box(100, 100, 200, 64), "First", scene.does(1), keys=("ctrl+o",)),
        Button("two", Box(400, 100, 200, 64), "Second", scene.does(2), refusal="Not before the first."),
        Button("three", Box(700, 100, 200, 64), "Third", scene.does(3), kind="primary", keys=("3",)),
    ]


class Places:
    """Two things and three places, one of which takes nothing that is heavy."""

    def __init__(self) -> None:
        self.where: dict[str, str] = {"feather": "left", "stone": "left"}

    def __call__(self, scene: Made, look: Look) -> list[Part]:
        def dropping(place: str) -> Callable[[object], Callable[[], Next | None] | None]:
            def drop(carried: object) -> Callable[[], Next | None] | None:
                name = str(carried)
                if place == "roof" and name == "stone":
                    return None

                def land() -> Next | None:
                    self.where[name] = place
                    scene.done.append((name, place))
                    return Tell(f"{name} moved")

                return land

            return drop

        boxes = {"left": Box(100, 300, 300, 300), "right": Box(500, 300, 300, 300), "roof": Box(900, 300, 300, 300)}
        parts: list[Part] = [Part(n, box, n.capitalize(), drop=dropping(n)) for n, box in boxes.items()]

        def paint(surface: pygame.Surface, look: Look, part: Part) -> None:
            surface.fill(look.colour("primary"), look.rect(part.box))

        for i, (name, place) in enumerate(self.where.items()):
            box = Box(boxes[place].x + 20 + 110 * i, 320, 100, 100)
            parts.append(Part(name, box, name.capitalize(), drag=name, group="things", glides=True, paint=paint))
        return parts
