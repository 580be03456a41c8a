"""Look every package that `uv.lock` names up in PyPI's list of known vulnerabilities, with pip-audit.

    python3 packaging/audit.py

Ends with 0 only where every package was looked up and none is known to be vulnerable: what could not be
looked up is no all-clear. Needs uv (`packaging/dev.py test` brings it to `.venv`) and the network.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
AUDITOR = "pip-audit==2.10.1"
PATIENCE_SECONDS = 600


def main() -> int:
    """Audit what is locked; returns the exit status."""
    uv = shutil.which("uv") or shutil.which(
        "uv", path=ROOT / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    )
    if uv is None:
        print("uv is missing: `python3 packaging/dev.py test` brings it.", file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        locked, report = Path(folder, "locked.txt"), Path(folder, "report.json")
        export = [uv, "export", "--quiet", "--locked", "--all-groups", "--no-emit-project", "--output-file"]
        subprocess.run([*export, str(locked)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        # The lock names all packages with their sums: nothing is installed to be looked up.
        look_up = [
            uv,
            "tool",
            "run",
            AUDITOR,
            "--requirement",
            str(locked),
            "--require-hashes",
            "--disable-pip",
        ]
        done = subprocess.run(
            [*look_up, "--format", "json", "--output", str(report)],
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        if not report.exists() or not report.read_text(encoding="utf-8").strip():
            print(done.stderr.strip().rpartition("\n")[2], file=sys.stderr)
            print("pip-audit gave no answer: nothing was looked up.", file=sys.stderr)
            return 2
        lines, clear = findings(json.loads(report.read_text(encoding="utf-8")))
    print("\n".join(lines))
    return 0 if clear else 1


def findings(report: dict[str, Any]) -> tuple[list[str], bool]:
    """What pip-audit's report says, as lines, and whether all was looked up and nothing was found."""
    packages = report["dependencies"]
    skipped = [each for each in packages if "skip_reason" in each]
    found = [(each, flaw) for each in packages for flaw in each.get("vulns", [])]
    lines = [
        f"{each['name']} {each['version']}: {flaw['id']}, "
        + (
            f"mended in {' and '.join(flaw['fix_versions'])}"
            if flaw.get("fix_versions")
            else "not mended yet"
        )
        for each, flaw in found
    ]
    if skipped:
        few = ", ".join(each["name"] for each in skipped[:5]) + (" …" if len(skipped) > 5 else "")
        lines.append(f"could not be looked up: {few}")
    looked_up = len(packages) - len(skipped)
    lines.append(
        f"packages locked {len(packages)} · looked up {looked_up} · known vulnerabilities {len(found)}"
    )
    return lines, bool(packages) and not skipped and not found


if __name__ == "__main__":
    sys.exit(main())
