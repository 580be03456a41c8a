"""Whether forecasts are the same days on each Python: `.venv/bin/python -m tests.same_days [PYTHON...]`.

For each, a version or the path of one (3.11, 3.12 and 3.13 unless said), uv makes an environment of its own
with numpy and what reads the roadmap; what that Python says is held against the days kept in `days.json`.
With `--keep` the days this Python gives are kept as the right ones.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = Path(__file__).with_name("days.json")
VERSIONS = ("3.11", "3.12", "3.13")
NUMPYS = ("numpy==2.1.*", "numpy")
"""The oldest that all of these Pythons have, and the newest."""


def main(arguments: list[str]) -> int:
    """Ask each Python; 0 where all say the same."""
    if arguments == ["--keep"]:
        KEPT.write_text(said_by([sys.executable]))
        return 0
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    kept = json.loads(KEPT.read_text())
    differing = 0
    for python in arguments or VERSIONS:
        for numpy in NUMPYS:
            command = [uv, "run", "--quiet", "--no-project", "--python", python, "--with", numpy]
            try:
                said = said_by([*command, "--with", "pydantic", "python"])
            except subprocess.CalledProcessError as error:
                answer = f"could not be asked: {error.stderr.strip().splitlines()[-1:]}"
            else:
                days = json.loads(said)
                answer = "the same days" if days["days"] == kept["days"] else "OTHER DAYS"
                answer = f"{days['made by']}: {answer}"
            differing += not answer.endswith("the same days")
            sys.stdout.write(f"{python} with {numpy}: {answer}\n")
    return 1 if differing else 0


def said_by(python: list[str]) -> str:
    """What a Python prints of the forecast; raises `CalledProcessError`."""
    own = ("PYTHON", "VIRTUAL_ENV")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    return subprocess.run(
        [*python, "-m", "tests.helpers.forecast_days"],
        cwd=ROOT,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
