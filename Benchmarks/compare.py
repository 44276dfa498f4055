#!/usr/bin/env python3
"""Runs the Swift benchmarks and their NumPy peers in turn and prints the median of each, of the peer's time over ours, pair
by pair, and of the part of ours that the machine's limit would take: on a shared machine ratios of one run are to be
trusted, times are not.

    swift build -c release --product Benchmarks && Benchmarks/peers python3 Benchmarks/compare.py [PAIRS]
"""

import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parent.parent
SWIFT = [str(ROOT / ".build/release/Benchmarks")]
NUMPY = [sys.executable, str(ROOT / "Benchmarks/numpy_peer.py")]
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def run(command):
    """Seconds by name, and the limit where one is told."""
    lines = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    return {name: [float(value) for value in values] for name, *values in (line.split("\t") for line in lines)}


def processor():
    for line in open("/proc/cpuinfo") if os.path.exists("/proc/cpuinfo") else []:
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor() or "unknown processor"


pairs = [(run(SWIFT), run(NUMPY)) for _ in range(PAIRS)]
swift = subprocess.run(["swift", "--version"], text=True, capture_output=True).stdout.splitlines()
print(f"{platform.machine()}, {processor()}; {swift[0] if swift else 'Swift'}; Python {platform.python_version()}, "
      f"NumPy {numpy.__version__}; medians of {PAIRS}")
print(f"{'one thread, milliseconds':62} {'Saddlery':>10} {'peer':>10} {'peer/ours':>9} {'limit':>10} {'limit/ours':>10}")
for name in pairs[0][0]:
    ours = statistics.median(a[name][0] for a, _ in pairs)
    text = f"{name:62} {1e3 * ours:10.4f}"
    if name in pairs[0][1]:
        theirs = statistics.median(b[name][0] for _, b in pairs)
        text += f" {1e3 * theirs:10.4f} {statistics.median(b[name][0] / a[name][0] for a, b in pairs):9.1f}"
    else:
        text += f" {'-':>10} {'-':>9}"
    if len(pairs[0][0][name]) > 1:
        text += f" {1e3 * statistics.median(a[name][1] for a, _ in pairs):10.4f}"
        text += f" {statistics.median(a[name][1] / a[name][0] for a, _ in pairs):10.2f}"
    print(text)
