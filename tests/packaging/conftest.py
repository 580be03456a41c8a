"""Packages for Linux are made and proved on Linux alone: other systems do not have what that asks for."""

import sys

LINUX_ALONE = ["test_build*.py", "test_making*.py", "test_prov*.py", "test_smoke*.py"]

collect_ignore_glob = [] if sys.platform.startswith("linux") else LINUX_ALONE
