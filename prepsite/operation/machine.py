"""How much of the machine the server may take."""

import math
import os
from pathlib import Path

FEWEST, MOST = 2, 8


def workers(groups: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> int:
    """One worker for each processor this process may use; at least two, so that one answers while the other starts anew; at
    most eight, which is 0.6 GB. ``WEB_CONCURRENCY`` says another number.

    Processors are those the process is not kept off (``taskset``, ``AllowedCPUs=``), and no more than its control group's
    quota (``CPUQuota=``, ``docker run --cpus``), rounded up.
    """
    return max(FEWEST, min(MOST, len(os.sched_getaffinity(0)), *_quotas(groups, own)))


def _quotas(groups: Path, own: Path) -> list[int]:
    """Those of the control group (version 2) and of all above it, in whole processors."""
    try:
        lines = own.read_text().splitlines()
    except OSError:
        return []
    [place, *_] = [line[3:] for line in lines if line.startswith("0::")] or ["/"]
    folder = groups / place.lstrip("/")
    found = []
    for group in (folder, *folder.parents):
        if not group.is_relative_to(groups):
            break
        try:
            quota, period = (group / "cpu.max").read_text().split()
        except (OSError, ValueError):
            continue  # the topmost group has none
        if quota != "max":
            found.append(math.ceil(int(quota) / int(period)))
    return found
