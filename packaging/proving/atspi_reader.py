"""What a screen reader finds of Milepost, as JSON. Runs in the system's Python, which has pyatspi.

    atspi_reader.py wait TEXT     wait for an item whose name begins with TEXT; prints it
    atspi_reader.py hold TEXT     wait for an item whose name holds TEXT anywhere; prints it
    atspi_reader.py tree          prints every item
    atspi_reader.py do TEXT NAME  wait for that item and do its action NAME
    atspi_reader.py hear TEXT     print “listening”, then what is said until a sentence holds TEXT

An item: role, name, description, rectangle on the screen (x, y, width, height), states, actions.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi
import pyatspi
from gi.repository import GLib

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - its version is named first

LOOK_EVERY_MS = 150
GIVE_UP_MS = 45_000

ANSWER_MS = 1_000
"""A program that hangs is left alone after so long, also in its first seconds, when 15 s are usual."""


def items(node: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Every item below a node, the node first; items that vanish meanwhile are left out."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        try:
            found = describe(each)
            children = [each.getChildAtIndex(index) for index in range(each.childCount)]
        except (GLib.GError, LookupError, NotImplementedError, AttributeError):
            continue
        yield each, found
        waiting += [child for child in reversed(children) if child is not None]


def describe(node: Any) -> dict[str, Any]:
    """One item as plain data."""
    interfaces = pyatspi.listInterfaces(node)
    rectangle = None
    if "Component" in interfaces:
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        rectangle = [box.x, box.y, box.width, box.height]
    actions = []
    if "Action" in interfaces:
        known = node.queryAction()
        actions = [known.getName(index) for index in range(known.nActions)]
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "rectangle": rectangle,
        "states": [pyatspi.stateToString(each) for each in node.getState().getStates()],
        "actions": actions,
    }


def programs() -> list[Any]:
    """The programs on the bus that are Milepost."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [each for each in desktop if each is not None and "milepost" in (each.name or "").lower()]


def find(fits: Callable[[str], bool]) -> tuple[Any, dict[str, Any]] | None:
    """The first item whose name fits, once there is one."""
    for program in programs():
        for node, found in items(program):
            if fits(found["name"]):
                return node, found
    return None


def wait_for(fits: Callable[[str], bool], sought: str) -> tuple[Any, dict[str, Any]]:
    """Look again and again until the item is there; `sought` says what it is when it never comes."""
    loop = GLib.MainLoop()
    result: list[tuple[Any, dict[str, Any]]] = []

    def look() -> bool:
        found = find(fits)
        if found is not None:
            result.append(found)
            loop.quit()
        return found is None

    GLib.timeout_add(LOOK_EVERY_MS, look)
    GLib.timeout_add(GIVE_UP_MS, loop.quit)
    loop.run()
    if not result:
        sys.exit(f"the window has nothing whose name {sought}")
    return result[0]


def hear(text: str) -> list[str]:
    """What Milepost has a screen reader say, up to the sentence that holds the text."""
    loop = GLib.MainLoop()
    said: list[str] = []

    def listen(event: Any) -> None:
        if "milepost" not in (event.host_application.name or "").lower():
            return
        said.append(str(event.any_data))
        if text in said[-1]:
            loop.quit()

    # As Orca does: without listeners for windows and focus Qt takes nobody to be there.
    pyatspi.Registry.registerEventListener(listen, "object:announcement")
    print("listening", flush=True)
    GLib.timeout_add(GIVE_UP_MS, loop.quit)
    loop.run()
    if not said or text not in said[-1]:
        sys.exit(f"nobody said {text!r}, only {said}")
    return said


def main(words: list[str]) -> None:
    """Do what the words say."""
    Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
    if words[0] == "tree":
        print(json.dumps([found for program in programs() for _, found in items(program)]))
        return
    if words[0] == "hear":
        print(json.dumps(hear(words[1])))
        return
    text = words[1]
    if words[0] == "hold":
        node, found = wait_for(lambda name: text in name, f"holds {text!r}")
    else:
        node, found = wait_for(lambda name: name.startswith(text), f"begins with {text!r}")
    if words[0] == "do":
        node.queryAction().doAction(found["actions"].index(words[2]))
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
