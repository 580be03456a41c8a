"""pyqtgraph's view and its item, loaded without all of Qt.

pyqtgraph keeps mirrors of three of PySide's modules and copies every name into them. PySide makes a class
when its name is first asked for, so copying makes all of its thousand classes, for some dozens that are used:
a tenth of the start and 8 MiB. The mirrors given to pyqtgraph here look a name up when it is asked for.
"""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

MIRRORED = ("QtCore", "QtGui", "QtWidgets")


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


with mirrors():
    from pyqtgraph import GraphicsObject, GraphicsView

__all__ = ["GraphicsObject", "GraphicsView"]
