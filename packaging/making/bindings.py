"""The Python part of Qt's bindings, compiled beforehand.

shiboken6 carries modules of its own as text inside its library and compiles them at every start, which takes
longer than all of Milepost's own first window. It looks for them in its folder `files.dir` first, and writes
that folder itself where the environment says `SBK_EMBED=0`.
"""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from making.steps import BuildFailed, remove, run


def compile_bindings(program: Path, work: Path) -> None:
    """Put the compiled modules into a one-folder program, with `work` for what is needed on the way.

    Raises BuildFailed where shiboken6 no longer writes them: a newer one may keep them elsewhere.
    """
    spec = find_spec("shiboken6")
    if spec is None or spec.origin is None:
        raise BuildFailed("shiboken6 is not installed.")
    remove(work)
    shutil.copytree(Path(spec.origin).parent, work / "shiboken6")
    run(sys.executable, "-c", "import shiboken6", environment={"SBK_EMBED": "0", "PYTHONPATH": str(work)})
    written = work / "shiboken6" / "files.dir"
    if not (written / "shibokensupport" / "signature" / "loader.py").is_file():
        raise BuildFailed("shiboken6 did not write its Python modules into files.dir.")
    run(
        *(
            sys.executable,
            "-m",
            "compileall",
            "-q",
            "-b",
            "-o",
            "2",
            "--invalidation-mode",
            "unchecked-hash",
            ".",
        ),
        cwd=written,
        environment={"PYTHONHASHSEED": "0"},
    )
    compiled = program / "_internal" / "shiboken6" / "files.dir"
    shutil.copytree(written, compiled, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
