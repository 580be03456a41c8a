"""Every verb of the domain, found by its signature, and arguments for it: what a plan holds, odd, or wrong.

A verb takes a plan and gives one. What it is asked for is told by the types of its arguments, so that a verb
that is written tomorrow has its part in this without a line here.
"""

import inspect
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from random import Random
from types import ModuleType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from planner import domain
from planner.domain.guards import FIRST_YEAR, LAST_YEAR
from planner.domain.plan import Plan
from planner.domain.schedule import Schedule
from tests.faults.any_value import AnyValue, CannotBeAsked

Verb = Callable[..., Plan]

PARTS_OF_VERBS = {
    *("apply", "relinked", "laid_out", "with_copies", "without_nodes", "with_bridges_past"),
    *("with_links_awake", "put_activity", "put_milestone", "put_items", "start_later", "as_made", "settled"),
    *("with_its_rows", "with_shares", "let_go", "catch_up_and"),
}
"""What takes a plan and gives one, but is only ever called by verbs, which bring what goes together."""

EDITS_AT_ONCE = 5
"""Rows, entries or minutes that one verb is given at most."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """A verb with its arguments, as a window would call it."""

    verb: Verb
    arguments: Mapping[str, Any]


def every_verb() -> tuple[Verb, ...]:
    """All of them, by the names of their modules and their own."""
    modules = map(
        import_module, (each.name for each in walk_packages(domain.__path__, f"{domain.__name__}."))
    )
    return tuple(found for module in modules for found in _verbs_of(module))


def any_gesture(
    verb: Verb, plan: Plan, schedule: Schedule, rng: Random, new_id: Callable[[], str]
) -> Gesture | None:
    """The verb with arguments by chance; None where the plan holds nothing it could be asked of."""
    values = AnyValue(plan, schedule, rng, new_id)
    hints = _hints(verb)
    try:
        arguments = values.that_go_together(verb.__name__, hints)
        for name, hint in hints.items():
            if name not in arguments and not _left_out(verb, name, rng):
                arguments[name] = _value(values, verb.__name__, name, hint, rng)
    except CannotBeAsked:
        return None
    return Gesture(verb, arguments)


def _verbs_of(module: ModuleType) -> Iterable[Verb]:
    for name, found in sorted(vars(module).items()):
        own = inspect.isfunction(found) and found.__module__ == module.__name__ and not name.startswith("_")
        if own and name not in PARTS_OF_VERBS:
            hints = get_type_hints(found)
            if hints.get("return") is Plan and next(iter(hints.values())) is Plan:
                yield found


@cache
def _hints(verb: Verb) -> Mapping[str, Any]:
    """Its arguments but the plan."""
    hints = get_type_hints(verb)
    return {name: hint for name, hint in list(hints.items())[1:] if name != "return"}


def _left_out(verb: Verb, name: str, rng: Random) -> bool:
    """Whether an argument that need not be given is left away."""
    given = inspect.signature(verb).parameters[name].default is not inspect.Parameter.empty
    return given and rng.random() < 0.5


def _value(values: AnyValue, verb: str, name: str, hint: Any, rng: Random) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        chosen = rng.choice([each for each in parts if each is not type(None)])
        return None if type(None) in parts and rng.random() < 0.3 else _value(values, verb, name, chosen, rng)
    if origin is tuple and Ellipsis not in parts:
        return tuple(_value(values, verb, name, each, rng) for each in parts)
    if origin is Mapping or origin is dict:
        count = rng.randrange(1, EDITS_AT_ONCE)
        return dict([tuple(_value(values, verb, name, each, rng) for each in parts) for _ in range(count)])
    if origin in (tuple, Sequence, Collection, Iterable):
        count = rng.randrange(EDITS_AT_ONCE) or 1
        found = [_value(values, verb, name, parts[0], rng) for _ in range(count)]
        return tuple(found) if origin is tuple else found
    return values.of(hint, verb, name)


def with_chance(rng: Random, gesture: Gesture) -> Gesture:
    """The gesture, now and then with a day or text that nobody would give it."""
    if rng.random() > 0.02:
        return gesture
    wrong = {
        name: value if name.endswith("_id") else _wrong(value, rng)
        for name, value in gesture.arguments.items()
    }
    return replace(gesture, arguments=wrong)


def _wrong(value: Any, rng: Random) -> Any:
    if type(value) is date:
        return rng.choice((date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))  # no field lets in other years
    if type(value) is float:
        return rng.choice((float("nan"), float("inf"), -1.0, 0.0, 1e300))
    if type(value) is int:
        return rng.choice((-(2**63), -1, 0, 2**63 - 1, 2**63))
    if type(value) is str:
        return rng.choice(("", " ", "\ud800", "\0", "x" * 501, "x" * 100_001, value))
    return value
