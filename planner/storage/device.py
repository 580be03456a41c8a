"""Which device an edit was made on: a UUID that tells nothing about it, kept with Milepost's own data."""

from pathlib import Path
from uuid import UUID

from planner.domain.items import new_id
from planner.files import PRIVATE


def device_id(data_folder: Path) -> str:
    """This device's id, made up on first use; a new one each time where nothing can be kept."""
    path = data_folder / "device-id"
    try:
        return str(UUID(path.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        made = new_id()
    try:
        data_folder.mkdir(parents=True, exist_ok=True)
        path.touch(PRIVATE)
        path.write_text(made + "\n", encoding="ascii")
    except OSError:
        return made
    return made
