"""Plans for GNOME Planner, the program that Milepost's start is held against."""

from pathlib import Path

HEAD = (
    '<?xml version="1.0"?>\n'
    '<project name="Peer" company="" manager="" phase="" project-start="20270104T000000Z"'
    ' mrproject-version="2" calendar="1"><properties/><phases/><calendars><day-types>'
    '<day-type id="0" name="Working" description="Working"/>'
    '<day-type id="1" name="Nonworking" description="Nonworking"/>'
    '<day-type id="2" name="Use base" description="Use base"/></day-types>'
    '<calendar id="1" name="Default">'
    '<default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/><overridden-day-types>'
    '<overridden-day-type id="0"><interval start="0800" end="1200"/><interval start="1300" end="1700"/>'
    "</overridden-day-type></overridden-day-types><days/></calendar></calendars><tasks>\n"
)
TAIL = "</tasks><resource-groups/><resources/><allocations/></project>\n"


def write_gnome_planner_plan(path: Path, tasks: int) -> None:
    """Write a plan of so many tasks of two days, each after the one before it."""
    path.write_text(HEAD + "".join(_task(number) for number in range(1, tasks + 1)) + TAIL, encoding="utf-8")


def _task(number: int) -> str:
    after = f'<predecessors><predecessor id="1" predecessor-id="{number - 1}" type="FS"/></predecessors>'
    return (
        f'<task id="{number}" name="Task {number}" note="" work="57600" duration="57600"'
        ' start="20270104T000000Z" end="20270105T170000Z" work-start="20270104T080000Z"'
        ' percent-complete="0" priority="0" type="normal" scheduling="fixed-work">'
        f"{after if number > 1 else ''}</task>\n"
    )
