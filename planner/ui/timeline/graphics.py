"""pyqtgraph's view and its item, loaded without all of Qt.

pyqtgraph keeps mirrors of three of PySide's modules and copies every name into them. PySide makes a class
when its name is first asked for, so copying makes all of its thousand classes, for some dozens that are used:
a tenth of the start and 8 MiB. The mirrors given to pyqtgraph here look a name up when it is asked for.

Nor does the timeline need its plots, images and trees of parameters: they are left out while pyqtgraph is
imported, and come when they are asked for.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

MIRRORED = ("QtCore", "QtGui", "QtWidgets")

IN_PARTS = ("pyqtgraph.graphicsItems.", "pyqtgraph.imageview", "pyqtgraph.widgets.")
"""What pyqtgraph imports of itself at once, ..."""

USED = (
    "pyqtgraph.graphicsItems.GraphicsItem",
    "pyqtgraph.graphicsItems.GraphicsObject",
    "pyqtgraph.graphicsItems.GraphicsWidget",
    "pyqtgraph.graphicsItems.ItemGroup",
    "pyqtgraph.graphicsItems.ViewBox",
    "pyqtgraph.widgets.GraphicsView",
)
"""... and what of it the timeline needs; the view box, as pyqtgraph tells it when the program ends."""


class Mirror(ModuleType):
    """A module that has what another one has, from the moment it is asked for."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name, source.__doc__)
        self.__source = source

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.__source, name)
        setattr(self, name, found)
        return found

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *dir(self.__source)})


class LeftOut(ModuleType):
    """Stands for a module that is not imported yet: nothing to copy, and None where a name is asked for."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


class LeavesOut(MetaPathFinder, Loader):
    """Finds an empty module wherever pyqtgraph looks for a part of itself that the timeline does not use."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def find_spec(self, fullname: str, _path: object, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Find a part that is left out."""
        if not fullname.startswith(IN_PARTS) or fullname.startswith(USED):
            return None
        return ModuleSpec(fullname, self)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make it."""
        self.made.append(spec.name)
        return LeftOut(spec.name)

    def exec_module(self, _module: ModuleType) -> None:
        """There is nothing in it."""


@contextmanager
def parts_left_out() -> Iterator[None]:
    """Import pyqtgraph without the parts that are not used; where it is there already, it has them."""
    if "pyqtgraph" in sys.modules:
        yield
        return
    finder = LeavesOut()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        _find_later(sys.modules["pyqtgraph"], finder.made)


def _find_later(whole: ModuleType, left_out: list[str]) -> None:
    """Let parts that were left out be imported from now on, also when their class is asked of `whole`."""
    places = {}
    for name in left_out:
        package, _, part = name.rpartition(".")
        del sys.modules[name]
        delattr(sys.modules[package], part)
        whole.__dict__.pop(part, None)
        places[part] = name

    def find(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {whole.__name__!r} has no attribute {name!r}")
        return getattr(import_module(places[name]), name)

    whole.__dict__["__getattr__"] = find


@contextmanager
def mirrors() -> Iterator[None]:
    """Give pyqtgraph its mirrors while it is imported; where it is there already, it has its own."""
    with ExitStack() as after:
        if "pyqtgraph" not in sys.modules:
            for name in MIRRORED:
                source = import_module(f"PySide6.{name}")
                sys.modules[f"pyqtgraph.Qt.{name}"] = Mirror(f"pyqtgraph.Qt.{name}", source)
                after.enter_context(_nothing_to_copy(source))
        yield


@contextmanager
def _nothing_to_copy(source: ModuleType) -> Iterator[None]:
    """Let a module list no names for a while."""
    names = source.__dict__.get("__dir__")
    source.__dict__["__dir__"] = list
    try:
        yield
    finally:
        if names is None:
            del source.__dict__["__dir__"]
        else:
            source.__dict__["__dir__"] = names


with mirrors(), parts_left_out():
    from pyqtgraph import GraphicsObject, GraphicsView

__all__ = ["GraphicsObject", "GraphicsView"]
