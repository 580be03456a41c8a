"""Install what was built as a user would, do the whole job on it from outside, and remove it without a trace.

    python3 packaging/smoke.py                     prove all that dist/ holds
    python3 packaging/smoke.py ARTIFACT...         prove these
    python3 packaging/smoke.py --short             build wheel and sdist of this checkout, prove them here

    --debian NUMBER    only in that Debian (12, 13), for a .deb
    --python VERSION   only on that Python (3.11, 3.12, 3.13), for a wheel

The whole job: make a plan in the wizard, find a milestone in the accessibility tree and drag it, print a
week, quit, reopen, find the change; for .deb and wheel also upgrade and downgrade. A line for each thing seen
to work; a table at the end. Where something fails, a picture of the screen is kept in build/proofs/.

A .deb goes into a Debian of its own, which only root may set up: `sudo python3 packaging/smoke.py`. What this
system lacks is installed through apt, or named, as `packaging/dev.py` does.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

import dev
from proving.kinds import PYTHONS, Proof, Wishes, artifacts_in, kind_of, needs_of
from proving.report import NotRun, Outcome, ProofFailed, Result, expect, say, table
from proving.roots import SUITES
from proving.workshop import Workshop, workshop

DIST = dev.ROOT / "dist"
PICTURES = dev.ROOT / "build" / "proofs"
KEPT_ROOTS = dev.ROOT / "build" / "roots"


def main(arguments: list[str]) -> int:
    """Run the proofs asked for; 0 when all that could run proved it, 1 when one failed, 2 for wrong use."""
    asked = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    try:
        return _prove_short() if asked.short else _prove(asked)
    except dev.SetUpStopped as stopped:
        dev.say(str(stopped))
        return 1
    except KeyboardInterrupt:
        dev.say("\nStopped. What was set up for the proofs is gone again.")
        return dev.INTERRUPTED
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _parser() -> argparse.ArgumentParser:
    assert __doc__ is not None
    what, _, how = __doc__.partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="smoke.py", description=f"{what}\n\n{how}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("artifacts", metavar="ARTIFACT", nargs="*", type=Path)
    parser.add_argument("--short", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--debian", action="append", choices=SUITES, help=argparse.SUPPRESS)
    parser.add_argument("--python", action="append", choices=PYTHONS, help=argparse.SUPPRESS)
    return parser


def _prove(asked: argparse.Namespace) -> int:
    artifacts = [path.absolute() for path in asked.artifacts] or artifacts_in(DIST)
    if not artifacts:
        dev.say("dist/ holds nothing to prove. Build it with: python3 packaging/build.py")
        return 2
    for artifact in artifacts:
        if not artifact.exists():
            dev.say(f"There is no {artifact}. Build it with: python3 packaging/build.py")
            return 2
        if kind_of(artifact) is None:
            dev.say(f"{artifact} has not the name of anything that packaging/build.py makes.")
            return 2
    # Without root no Debian is set up, and what that takes need not be here.
    dev.provide(dev.missing(needs_of(artifacts, roots=os.geteuid() == 0)))
    wishes = Wishes(asked.debian or tuple(SUITES), asked.python or PYTHONS, None, KEPT_ROOTS)
    with workshop(PICTURES) as here:
        return prove_all(proofs_of(artifacts, wishes), here)


def _prove_short() -> int:
    """The wheel and the sdist of this checkout on this Python, installed by uv, which needs seconds."""
    this = f"{sys.version_info.major}.{sys.version_info.minor}"
    with workshop(PICTURES) as here:
        folder = here.folder / "dist"
        dev.provide(dev.missing(needs_of([folder / "milepost-0-py3-none-any.whl"], roots=False)))
        uv = _uv()
        build = [uv, "build", "--quiet", "--out-dir", str(folder), str(dev.ROOT)]
        built = subprocess.run(build, capture_output=True, text=True, check=False)
        expect(built.returncode == 0, f"uv could not build wheel and sdist: {built.stderr.strip()}")
        wishes = Wishes((), (this,), uv, KEPT_ROOTS)
        return prove_all(proofs_of(artifacts_in(folder), wishes), here)


def _uv() -> str:
    """uv: the one in `.venv`, the person's own, or one that is brought into `.venv` now."""
    ours = dev.PROGRAMS / "uv"
    if found := shutil.which("uv", path=str(dev.PROGRAMS)) or shutil.which("uv"):
        return found
    dev.make_environment()
    return str(ours)


def proofs_of(artifacts: Sequence[Path], wishes: Wishes) -> list[Proof]:
    """All proofs of these artifacts, in order; each has a kind."""
    kinds = [(artifact, kind_of(artifact)) for artifact in artifacts]
    return [proof for artifact, kind in kinds if kind is not None for proof in kind.proofs(artifact, wishes)]


def prove_all(proofs: Sequence[Proof], here: Workshop) -> int:
    """Run proofs one after another, whichever fail, and print what came of them; the exit status."""
    outcomes = []
    for proof in proofs:
        print(f"\n== {proof.subject}", flush=True)
        begun = monotonic()
        result = prove_one(proof, here)
        outcomes.append(Outcome(proof.subject, result, monotonic() - begun))
        here.clear()
    print(f"\n{table(outcomes)}", flush=True)
    return 1 if any(each.result is Result.FAILED for each in outcomes) else 0


def prove_one(proof: Proof, here: Workshop) -> Result:
    """Run a proof and say why where it did not succeed."""
    try:
        proof.run(here)
    except NotRun as reason:
        say(Result.NOT_RUN, str(reason))
        return Result.NOT_RUN
    except (ProofFailed, subprocess.SubprocessError, OSError) as failure:
        say(Result.FAILED, str(failure))
        return Result.FAILED
    return Result.OK


def _stop(_number: int, _frame: object) -> None:
    """Once is enough: what was set up is taken down in peace."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
