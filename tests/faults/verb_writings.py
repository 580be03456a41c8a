"""Every way in which the command line writes a file, to be tried on a full disk; see `writings.py`."""

from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from planner.cli import DONE, run_verb
from tests.faults.writings import OLD, Maker, Writing, plan_file, plan_in


def by_verb(*words: str, ends: bytes) -> Maker:
    """A verb of the command line that writes a file; `ends` is how a whole one ends."""

    def maker(folder: Path) -> Iterator[Writing]:
        path, target = plan_file(folder), folder / "out"
        target.write_bytes(OLD)

        def write() -> str:
            found = [str({"PLAN": path, "OUT": target}.get(each, each)) for each in words]
            said = StringIO()
            with redirect_stderr(said), redirect_stdout(StringIO()):
                status = run_verb(found)
            return "" if status == DONE else said.getvalue()

        yield Writing(target, write, lambda: target.read_bytes().rstrip().endswith(ends))

    return maker


def new_by_verb(folder: Path) -> Iterator[Writing]:
    """`milepost new`."""
    target = folder / "new.milepost"

    def write() -> str:
        said = StringIO()
        with redirect_stderr(said), redirect_stdout(StringIO()):
            status = run_verb(["new", str(target)])
        return "" if status == DONE else said.getvalue()

    yield Writing(target, write, lambda: plan_in(target) is not None)


VERB_WRITINGS: dict[str, Maker] = {
    "milepost new": new_by_verb,
    "milepost export json": by_verb("export", "PLAN", "--format", "json", "OUT", ends=b"}"),
    "milepost export ics": by_verb("export", "PLAN", "--format", "ics", "OUT", ends=b"END:VCALENDAR"),
    "milepost week pdf": by_verb("week", "PLAN", "--pdf", "OUT", ends=b"%%EOF"),
    "milepost week text": by_verb("week", "PLAN", "--date", "2027-01-04", "--text", "OUT", ends=b""),
    "milepost checklist pdf": by_verb("checklist", "PLAN", "--pdf", "OUT", ends=b"%%EOF"),
    "milepost timeline pdf": by_verb("timeline", "PLAN", "--pdf", "OUT", ends=b"%%EOF"),
    "milepost timeline png": by_verb("timeline", "PLAN", "--png", "OUT", ends=b"IEND\xaeB`\x82"),
    "milepost timeline svg": by_verb("timeline", "PLAN", "--svg", "OUT", ends=b"</svg>"),
}
