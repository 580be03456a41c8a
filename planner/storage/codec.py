"""Facts to JSON and back, and to cells of a row and back. What does not fit exactly is refused.

Everything follows from the types of the facts' fields, so that a new field needs no code here. Every fact
that is read goes through its own guards. Reading raises `InvalidValue`, which says what is wrong with a file;
writing raises it for values that no file can keep.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from planner.domain.errors import InvalidValue

F = TypeVar("F")
Json = Any
Read = Callable[[Any], Any]

_LARGEST_INTEGER = 2**63 - 1
"""What SQLite can keep."""


def to_json(value: object) -> Json:
    """A fact, or anything a fact holds, as values that JSON has; fields keep their names."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_json(each) for each in value]
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    names = field_types(type(value))
    return {name: to_json(getattr(value, name)) for name in names}


def from_json(fact_type: type[F], content: Json) -> F:
    """The fact that `to_json` made these values of; raises `InvalidValue`."""
    wanted: Any = fact_type
    fact: F = _reader(wanted)(content)
    return fact


def dump(content: Json) -> str:
    """Compact JSON text."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def parse(text: object) -> Json:
    """The content of JSON text; raises `InvalidValue`, also for NaN and for nesting without end."""
    if not isinstance(text, str):
        raise InvalidValue("JSON text is missing.")
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise InvalidValue("JSON text cannot be read.") from None


def to_cells(fact: object) -> dict[str, Any]:
    """A fact as the cells of its row: nested values become JSON text, yes and no become 1 and 0.

    The bytes of a file stay bytes.
    """
    hints = field_types(type(fact))
    values = {name: getattr(fact, name) for name in hints}
    cells = {name: value if hints[name] is bytes else to_json(value) for name, value in values.items()}
    for name, hint in hints.items():
        if cells[name] is not None and _nests(hint):
            cells[name] = dump(cells[name])
        elif hint is bool:
            cells[name] = int(cells[name])
    return cells


def from_cells(fact_type: type[F], rows: Sequence[Sequence[Any]]) -> list[F]:
    """The facts of rows whose cells come in the order of the fact's fields; raises `InvalidValue`."""
    hints = field_types(fact_type)
    columns = [
        _column(hint, cells)
        for hint, cells in zip(hints.values(), zip(*rows, strict=True), strict=bool(rows))
    ]
    return [fact_type(**dict(zip(hints, values, strict=True))) for values in zip(*columns, strict=True)]


def field_types(fact_type: Any) -> Mapping[str, Any]:
    """The fields that a fact is made from, with their types."""
    return _field_types(fact_type)


@cache
def _field_types(fact_type: Any) -> Mapping[str, Any]:
    hints = get_type_hints(fact_type)
    return {each.name: hints[each.name] for each in fields(fact_type) if each.init}


def _refuse_constant(name: str) -> float:
    raise InvalidValue(f"{name} is not a number.")


def _nests(hint: Any) -> bool:
    return any(get_origin(each) is tuple or is_dataclass(each) for each in _choices(hint))


def _choices(hint: Any) -> tuple[Any, ...]:
    """The types that a union allows, None left out; any other type alone."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(each for each in get_args(hint) if each is not NoneType)
    return (hint,)


def _column(hint: Any, cells: Sequence[Any]) -> Sequence[Any]:
    """The values of a column's cells. Texts say the same again and again, and each is read once.

    Texts alone: to Python 1, 1.0 and True are one key, and here they are not all allowed.
    """
    read = _cell_reader(hint)
    if not {str, NoneType}.issuperset(map(type, cells)):
        return [read(cell) for cell in cells]
    known = {cell: read(cell) for cell in dict.fromkeys(cells)}
    return [known[cell] for cell in cells]


@cache
def _cell_reader(hint: Any) -> Read:
    read = _reader(hint)
    if _nests(hint):
        return _or_none(hint, lambda cell: read(parse(cell)))
    return _STORED.get(hint, read)


@cache
def _reader(hint: Any) -> Read:
    """What turns JSON values into a value of this type, or raises `InvalidValue`."""
    choices = _choices(hint)
    if choices != (hint,):
        return _or_none(hint, _reader(choices[0]))
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if issubclass(hint, StrEnum):
        return _enum_reader(hint)
    return _fact_reader(hint)


def _or_none(hint: Any, read: Read) -> Read:
    if NoneType not in get_args(hint):
        return read
    return lambda value: None if value is None else read(value)


def _tuple_reader(parts: tuple[Any, ...]) -> Read:
    read = _reader(parts[0])
    length = None if parts[1] is Ellipsis else len(parts)

    def read_tuple(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or (length is not None and len(value) != length):
            raise InvalidValue("A list is missing or has the wrong length.")
        return tuple([read(each) for each in value])

    return read_tuple


def _enum_reader(kinds: type[StrEnum]) -> Read:
    known = {each.value: each for each in kinds}

    def read_enum(value: object) -> StrEnum:
        if not isinstance(value, str) or value not in known:
            raise InvalidValue(f"{kinds.__name__} is none of the known ones.")
        return known[value]

    return read_enum


def _fact_reader(fact_type: Any) -> Read:
    readers = {name: _reader(hint) for name, hint in field_types(fact_type).items()}
    needed = {each.name for each in fields(fact_type) if each.init and each.default is MISSING}

    def read_fact(content: object) -> object:
        # A journal that an older Milepost wrote lacks the fields that came later: they have their defaults.
        if not isinstance(content, dict) or not needed <= content.keys() <= readers.keys():
            raise InvalidValue(f"{fact_type.__name__} has other fields than it should.")
        return fact_type(**{name: readers[name](value) for name, value in content.items()})

    return read_fact


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue("A text is missing.")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValue("A text holds half a character (a lone surrogate).") from None
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST_INTEGER:
        raise InvalidValue("A whole number is missing or too large.")
    return value


def _number(value: object) -> float:
    if not isinstance(value, float):
        return float(_integer(value))
    if not isfinite(value):
        raise InvalidValue("A number is missing.")
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue("A yes or no is missing.")
    return value


def _stored_bool(value: object) -> bool:
    if type(value) is not int or value not in (0, 1):
        raise InvalidValue("A yes or no is missing.")
    return value == 1


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        try:
            return b64decode(value, validate=True)
        except ValueError:
            pass
    raise InvalidValue("The bytes of a file cannot be read.")


def _stored_bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise InvalidValue("The bytes of a file are missing.")
    return value


def _day(value: object) -> date:
    # `fromisoformat` also reads 20270104 and 2027-W01-1, which no plan is written with.
    if isinstance(value, str) and len(value) == 10:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is not None and day.isoformat() == value:
            return day
    raise InvalidValue("A date is not written like 2027-01-04.")


_PLAIN: Mapping[Any, Read] = {
    str: _text,
    int: _integer,
    float: _number,
    bool: _bool,
    date: _day,
    bytes: _bytes,
}
_STORED: Mapping[Any, Read] = {bool: _stored_bool, bytes: _stored_bytes}
"""What a cell holds in another way than JSON."""
