"""Milepost: opens the window, or runs a verb of the command line without one."""

import gc
import os
import sys

from planner.cli import is_verb, run_verb


def main() -> int:
    """Run Milepost with the process's arguments; returns the exit status."""
    arguments = sys.argv[1:]
    if is_verb(arguments):
        return run_verb(arguments)
    from planner.paths import settings_file
    from planner.ui.instance.meeting import Outcome, meet
    from planner.ui.instance.request import asked_by

    request = asked_by(arguments, os.environ)
    meeting = meet(settings_file(), request)
    if meeting.outcome is Outcome.TAKEN:
        from planner.ui.instance.startup_notice import end_startup_notice

        end_startup_notice(os.environ)
        return 0
    # Hardly anything that a start makes is garbage: looking for it would take a fifteenth of the time.
    gc.disable()
    from planner.ui.opening.imports import plain_imports

    with plain_imports():
        from planner.app import run
    return run(request, meeting)


if __name__ == "__main__":
    sys.exit(main())
