"""macOS tells of a double-clicked plan by an event: it becomes the same request as an argument."""

import subprocess
import sys
from pathlib import Path

SENT = """
import sys
from PySide6.QtGui import QFileOpenEvent
from planner.ui.instance.application import Application

application = Application([])
application.asked.connect(lambda request: print(request.wish.value, request.plan))
for path in sys.argv[1:]:
    application.sendEvent(application, QFileOpenEvent(path))
"""


def test_a_plan_the_system_asks_to_open_is_asked_for(tmp_path: Path) -> None:
    """In a process of its own: there is one application in each, and the tests' is a plain one."""
    plan = tmp_path / "My path ñ.milepost"
    done = subprocess.run(
        [sys.executable, "-c", SENT, str(plan)], capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert (done.stdout.strip(), done.stderr) == (f"open {plan}", "")
