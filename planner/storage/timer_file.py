"""The timer on disk: one small file a plan in the data folder, written so often that a crash loses seconds.

It is no part of the plan: a plan changes by what is logged, not by each second. The file's name holds the
plan's id and a mark of where the plan lies, as a copy of a plan has the same id and a timer of its own.
"""

import json
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from planner.domain.errors import CannotWrite, InvalidValue
from planner.domain.items import ActivityId, PlacementId, StepId
from planner.domain.timer import Timer
from planner.files import PRIVATE, is_there, move_into_place, new_file_beside, reason_of

FORMAT = 1
MOST_BYTES = 64 * 1024
LONGEST_ID = 80
PRIVATE_FOLDER = 0o700


class TimerFile:
    """Where the timer of one plan is kept; `folder` need not exist yet."""

    def __init__(self, folder: Path, plan_id: str, plan: Path) -> None:
        self._folder = folder
        self._plan = plan
        # An id may come from a foreign file; as part of a name it must stay in the folder.
        self._stem = quote(plan_id, safe="").replace(".", "%2E")[:LONGEST_ID]
        mark = sha256(str(plan).encode(errors="surrogatepass")).hexdigest()[:8]
        self.path = folder / f"{self._stem}-{mark}.json"

    def read(self) -> Timer | None:
        """The timer that was kept; None when there is none, or when what is there cannot be one.

        The timer of a plan that was moved or renamed meanwhile is found by the plan's id.
        """
        kept = _read(self.path)
        if kept is None and (moved := self._moved()) is not None:
            with suppress(OSError):
                moved.replace(self.path)
                kept = _read(self.path)
        return None if kept is None else _timer(kept)

    def write(self, timer: Timer) -> None:
        """Keep the timer as it is now; raises `CannotWrite`, and what was kept before is then as it was."""
        kept = {
            "format": FORMAT,
            "plan": str(self._plan),
            "id": timer.id,
            "activity": timer.activity,
            "title": timer.title,
            "step": timer.step,
            "placement": timer.placement,
            "day": timer.day.isoformat(),
            "seconds": round(timer.seconds, 3),
            "beat": round(timer.beat, 3),
            "running": timer.running,
        }
        try:
            self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(self.path, reason_of(error)) from error
        temporary = new_file_beside(self.path, PRIVATE)
        try:
            temporary.write_text(json.dumps(kept), encoding="utf-8")
            move_into_place(temporary, self.path, overwrite=True)
        except OSError as error:
            raise CannotWrite(self.path, reason_of(error)) from error
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def remove(self) -> None:
        """Forget the timer. A file that cannot be removed is harmless: what it holds is logged once only."""
        left_over = self._folder.glob(f".{self.path.name}.*.new")  # of a writer that was killed
        with suppress(OSError):
            for path in (self.path, *left_over):
                path.unlink(missing_ok=True)

    def _moved(self) -> Path | None:
        """The file of the same plan at a place where no plan is any more."""
        for path in sorted(self._folder.glob(f"{self._stem}-????????.json")):
            kept = _read(path)
            if kept is not None and isinstance(kept.get("plan"), str) and not is_there(Path(kept["plan"])):
                return path
        return None


def _read(path: Path) -> dict[str, Any] | None:
    """The object in a small JSON file; None for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        found = json.loads(data) if len(data) <= MOST_BYTES else None
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _timer(kept: dict[str, Any]) -> Timer | None:
    """The timer that was kept; None where a value is not what it has to be."""
    step, placement = kept.get("step"), kept.get("placement")
    texts = [kept.get(name) for name in ("id", "activity", "title", "day")]
    numbers = [kept.get(name) for name in ("seconds", "beat")]
    if (
        kept.get("format") != FORMAT
        or not all(isinstance(each, str) for each in texts)
        or not all(isinstance(each, int | float) and not isinstance(each, bool) for each in numbers)
        or not isinstance(kept.get("running"), bool)
        or not all(each is None or isinstance(each, str) for each in (step, placement))
    ):
        return None
    try:
        return Timer(
            id=kept["id"],
            activity=ActivityId(kept["activity"]),
            title=kept["title"],
            step=None if step is None else StepId(step),
            placement=None if placement is None else PlacementId(placement),
            day=date.fromisoformat(kept["day"]),
            seconds=float(kept["seconds"]),
            beat=float(kept["beat"]),
            running=kept["running"],
        )
    except (ValueError, OverflowError, InvalidValue):
        return None
