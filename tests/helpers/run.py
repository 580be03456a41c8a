"""Milepost's command line as a process of its own, as a person runs it."""

import subprocess
import sys


def milepost(*words: str, status: int = 0) -> str:
    """Run a verb; its output. Raises AssertionError with what it said when it ended otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "planner", *words], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout
