#!/usr/bin/env python3
"""Gradients and Hessians of small networks beside JAX, both on two cores, and against NumPy.

    swift build -c release --product Benchmarks && Benchmarks/peers python3 Benchmarks/compare_networks.py [PAIRS]

Gradients are held against PyTorch's too where that is installed (Benchmarks/peers python3 -m pip install torch). Prints
medians of the times and of their ratios, pair by pair, and the largest relative difference of Hessians from complex
steps of a gradient in NumPy.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def run(command):
    lines = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines()
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


with tempfile.TemporaryDirectory() as folder:
    file = f"{folder}/networks.h5"
    ours = [str(ROOT / ".build/release/Benchmarks"), "--networks", file]
    peer = [sys.executable, str(ROOT / "Benchmarks/networks_peer.py"), file]
    pairs = [(run(ours), run(peer)) for _ in range(PAIRS)]

PYTORCH = " PyTorch"
print(f"{'two threads, microseconds a point':34} {'Saddlery':>10} {'peer':>10} {'ratio':>8}")
for name, value in pairs[0][1].items():
    own = name.removesuffix(PYTORCH)
    if own not in pairs[0][0]:
        print(f"{name:34} {value:10.2g}")
        continue
    mine = statistics.median(a[own] for a, _ in pairs)
    theirs = statistics.median(b[name] for _, b in pairs)
    ratio = statistics.median(b[name] / a[own] for a, b in pairs)
    title = name if name.endswith(PYTORCH) else f"{name} JAX"
    print(f"{title:34} {1e6 * mine:10.2f} {1e6 * theirs:10.2f} {ratio:8.1f}")
