"""The whole job on an installed program, from outside: by its command line, then by its window.

Nothing of Milepost's code is used here: the window is read as a screen reader reads it, moved in by mouse and
keys, and what it wrote is read by the program's own verbs and by other programs.
"""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from proving.desktop import PATIENCE_SECONDS, Desktop, end
from proving.place import Installed
from proving.report import expect, proved

WIZARD, WINDOW = "New plan", "^Milepost — "
ENDPOINT_LIVE = "Milestone Endpoint live"
DRAG_PIXELS = 60
MENUS = ("File", "Edit", "View", "Plan", "Help")
"""Names of menus with as many letters each."""


def prove_verbs(program: Installed) -> None:
    """Make a plan, show it, check it, print its week and export it, with no display at all."""
    plan, sheet, calendar = (program.place.home / name for name in ("my plan.milepost", "w.pdf", "path.ics"))
    files = program.place.outside
    proved("starts", program.milepost("--version").strip())
    program.milepost("new", str(plan), "--start", "2027-01-04", "--background", "engineer", "--hours", "10")
    expect(files(plan).is_file(), "`new` wrote no plan")
    proved("makes a plan", f"{files(plan).stat().st_size:,} bytes")
    shown = program.milepost("show", str(plan))
    expect("Job-ready" in shown, "`show` does not name the finish")
    program.milepost("check", str(plan))
    proved("shows and checks it", f"{len(shown.splitlines())} lines")
    program.milepost("week", str(plan), "--date", "2027-01-04", "--pdf", str(sheet))
    expect(files(sheet).read_bytes().startswith(b"%PDF"), "`week` wrote no PDF")
    program.milepost("export", "--format", "ics", str(plan), str(calendar))
    expect(files(calendar).read_bytes().startswith(b"BEGIN:VCALENDAR"), "`export` wrote no calendar")
    proved("prints a week, exports", f"{files(sheet).stat().st_size:,} bytes of PDF")


def prove_window(program: Installed, screen: Desktop) -> tuple[Path, str]:
    """Wizard, drag, print, quit, reopen; the plan made, as seen there, and the target the drag gave."""
    with started(program, screen) as running:
        screen.read("wait", "Create plan")
        screen.keys(WIZARD, "Return")
        screen.read("wait", "Milestone ")
        plan = wizards_plan(program)
        proved("makes a plan in its wizard", plan.name)
        expect_letters(screen)
        moved = drag_endpoint_live(screen)
        proved("drags a milestone", moved)
        print_week(program, screen)
        quit_by_keys(screen, running)
    with started(program, screen) as running:
        expect_open(screen, moved)
        quit_by_keys(screen, running)
    shown = program.milepost("show", str(plan))
    expect(shows_target(shown, moved), f"`show` does not give Endpoint live the target {moved}:\n{shown}")
    program.milepost("check", str(plan))
    proved("finds the change again", "reopened, and by `show`")
    return plan, moved


@contextmanager
def started(program: Installed, screen: Desktop, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The program's window on this screen; if it still runs at the end, it is ended.

    Where something fails meanwhile, a picture of the screen at that moment is kept and named.
    """
    with program.place.start([*program.command, *words], screen.environment) as running:
        try:
            yield running
        except Exception:
            screen.keep_picture()
            raise
        finally:
            end(running)


def expect_open(screen: Desktop, moved: str) -> None:
    """The window shows the plan with the milestone where it was dragged to."""
    find_endpoint_live(screen)
    shown = screen.read("wait", f"{ENDPOINT_LIVE}, target")["name"]
    expect(target_in(shown) == moved, f"the window shows {shown!r}, not the target {moved}")


def quit_by_keys(screen: Desktop, running: subprocess.Popen[str]) -> None:
    """Press Ctrl+Q and wait until the program has ended in order."""
    screen.keys(WINDOW, "ctrl+q")
    said = running.communicate(timeout=PATIENCE_SECONDS)[0]
    expect(running.returncode == 0, f"Ctrl+Q ended it with {running.returncode}: {said.strip()}")


def wizards_plan(program: Installed) -> Path:
    """The plan that the wizard made, as seen there."""
    found = [path for path in program.place.files.glob("*.milepost") if path.name != "my plan.milepost"]
    expect(len(found) == 1, f"the wizard made {len(found)} plans")
    return program.place.home / found[0].name


def expect_letters(screen: Desktop) -> None:
    """Letters are shown, not boxes: without a font, all names of as many letters would be as wide."""
    menus = [each for each in screen.read("tree") if each["role"] == "menu item" and each["name"] in MENUS]
    widths = {each["rectangle"][2] for each in menus}
    expect(len(widths) > 1, f"the names of the menus are as wide as each other ({widths}): boxes, no letters")
    proved("shows letters", f"menus {min(widths)} to {max(widths)} pixels wide")


def find_endpoint_live(screen: Desktop) -> Any:
    """Bring the milestone into view by *Find*, and find it there as a screen reader does."""
    screen.read("wait", "Timeline")
    screen.keys(WINDOW, "ctrl+f")
    screen.input("type", "Endpoint live")
    screen.input("key", "Return")
    screen.read("wait", ENDPOINT_LIVE)
    # All rows are there again; the chart still shows the one that was found.
    screen.input("key", "Escape")
    screen.read("wait", "Activity First endpoint live")
    return screen.read("wait", ENDPOINT_LIVE)


def drag_endpoint_live(screen: Desktop) -> str:
    """Find the milestone in the accessibility tree and drag it with the mouse; the target it then tells."""
    before = find_endpoint_live(screen)
    expect(target_in(before["name"]) == "", f"it has a target before it was dragged: {before['name']!r}")
    screen.drag(before["rectangle"], DRAG_PIXELS)
    return target_in(screen.read("wait", f"{ENDPOINT_LIVE}, target")["name"])


def target_in(name: str) -> str:
    """The target that a milestone's accessible name tells, like “4 Mar 2027”; empty where it has none."""
    found = re.search(r"target (\d+ \w+ \d{4})", name)
    return found[1] if found else ""


def shows_target(table: str, target: str) -> bool:
    """Whether the row of Endpoint live in what `show` printed has this target before its landing."""
    row = next((line for line in table.splitlines() if "◆ Endpoint live" in line), "")
    day, month, year = target.split()
    dates = re.findall(r"\d+ \w+ \d{4}", row)
    return len(dates) == len(("target", "lands")) and dates[0] == f"{day} {month[:3]} {year}"


def print_week(program: Installed, screen: Desktop) -> None:
    """Print this week from the window into a PDF, and read the PDF."""
    screen.keys(WINDOW, "ctrl+p")
    # The system has no printer, so the button that Enter presses saves a PDF.
    screen.keys("^Print the week$", "Return")
    screen.keys("^Save as PDF$", "Return")
    screen.read("wait", "Written: ")
    screen.keys("^Print the week$", "Escape")
    sheets = list(program.place.files.glob("*.pdf"))
    sheet = max(sheets, key=lambda path: path.stat().st_mtime)
    text = subprocess.run(["pdftotext", str(sheet), "-"], capture_output=True, text=True, check=True).stdout
    expect("Week 1 of" in text, f"the sheet does not name its week: {text[:200]!r}")
    expect("This week’s goals" in text, f"the sheet has no goals: {text[:200]!r}")
    proved("prints a week", f"{sheet.name}, {sheet.stat().st_size:,} bytes")
