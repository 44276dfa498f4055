#!/usr/bin/env python3
"""Runs the Swift benchmarks and their NumPy peers in turn and prints the median of each and of the
ratio, pair by pair: on a shared machine ratios of one run are to be trusted, times are not.

    swift build -c release --product Benchmarks && python3 Benchmarks/compare.py
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SWIFT = [str(ROOT / ".build/release/Benchmarks")]
NUMPY = [sys.executable, str(ROOT / "Benchmarks/numpy_peer.py")]
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def run(command):
    lines = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


pairs = [(run(SWIFT), run(NUMPY)) for _ in range(3)]
print(f"{'one thread, milliseconds':50} {'Saddlery':>10} {'NumPy':>10} {'ratio':>7}")
for name in pairs[0][0]:
    ours = statistics.median(a[name] for a, _ in pairs)
    if name not in pairs[0][1]:
        print(f"{name:50} {1e3 * ours:10.4f}")
        continue
    theirs = statistics.median(b[name] for _, b in pairs)
    ratio = statistics.median(b[name] / a[name] for a, b in pairs)
    print(f"{name:50} {1e3 * ours:10.4f} {1e3 * theirs:10.4f} {ratio:7.1f}")
