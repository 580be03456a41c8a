"""Changes as the text that a row of the journal keeps, and back."""

from planner.domain.changes import FACT_TYPES, Change, Changes, Fact, Table
from planner.domain.errors import InvalidValue
from planner.storage.codec import Json, dump, from_json, parse, to_json


def changes_to_text(changes: Changes) -> str:
    """Changes as the journal keeps them."""
    return dump(
        [
            {
                "table": each.table.value,
                "key": to_json(each.key),
                "before": to_json(each.before),
                "after": to_json(each.after),
            }
            for each in changes
        ]
    )


def changes_from_text(text: object) -> Changes:
    """The changes a journal row holds; raises `InvalidValue`."""
    content = parse(text)
    if not isinstance(content, list):
        raise InvalidValue("Changes are a list.")
    return tuple(_change(each) for each in content)


def _change(content: Json) -> Change:
    if not isinstance(content, dict) or set(content) != {"table", "key", "before", "after"}:
        raise InvalidValue("A change has a table, a key, a before and an after.")
    table = from_json(Table, content["table"])
    fact_type: type[Fact] = FACT_TYPES[table]
    before, after = (
        None if content[side] is None else from_json(fact_type, content[side]) for side in ("before", "after")
    )
    return Change(table=table, key=from_json(str, content["key"]), before=before, after=after)
