"""Makes everything, with the packages of `.venv`: run by packaging/build.py."""

import sys
from pathlib import Path

from making.everything import main

if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parents[2], again="--compare" in sys.argv[1:]))
