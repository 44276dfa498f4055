#!/usr/bin/env python3
"""Times whole searches, processes that draw a 3-spin Hamiltonian and walk to critical points of all indices, against the
same in NumPy, plain and tuned (search_peer.py), one thread each, and in JAX (jax_peer.py), two threads each. What starting
and drawing take is in it, but for what JAX takes to compile: the median over pairs of the ratio of time per point, and how
much converged.

    swift build -c release --product saddlery && Benchmarks/peers python3 Benchmarks/compare_search.py [PAIRS]
"""

import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parent.parent
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
HAS_JAX = importlib.util.find_spec("jax") is not None
PAIRS = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def timed(command):
    start = time.perf_counter()
    text = subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return time.perf_counter() - start, text


def ours(n, count, folder, threads):
    seconds, text = timed([str(ROOT / ".build/release/saddlery"), "index-energy", "--p", "3", "--n", str(n),
                           "--samples", "1", "--points", str(count), "--threads", str(threads), "--no-figure",
                           "--json", "--output", folder])
    report = json.loads(text)
    return seconds / count, report["converged"] / report["attempted"]


def theirs(n, count, kind):
    """Of JAX the process tells how long it took, without compiling."""
    if kind == "JAX":
        time_per_point, share = timed([sys.executable, str(ROOT / "Benchmarks/jax_peer.py"), str(n), "64"])[1].split("\t")
        return float(time_per_point), float(share)
    options = ["--tuned"] if kind == "tuned" else []
    seconds, text = timed([sys.executable, str(ROOT / "Benchmarks/search_peer.py"), str(n), str(count), *options])
    return seconds / count, float(text.split("\t")[0])


print(f"{platform.machine()}, Python {platform.python_version()}, NumPy {numpy.__version__}"
      + (f", JAX {metadata.version('jax')}" if HAS_JAX else "; without JAX, which is not installed"))
print(f"{'N':>4} {'peer':6} {'ours, ms':>9} {'peer, ms':>9} {'ratio':>6} {'converged':>10} {'peer':>6}")
for n, count, peers in [(40, 2000, 250), (100, 500, 60), (160, 500, 24)]:
    for kind in ["plain", "tuned"] + (["JAX"] if HAS_JAX else []):
        threads = 2 if kind == "JAX" else 1
        with tempfile.TemporaryDirectory() as folder:
            pairs = [(ours(n, count, folder, threads), theirs(n, peers, kind)) for _ in range(PAIRS)]
        mine, peer = (statistics.median(p[k][0] for p in pairs) for k in (0, 1))
        ratio = statistics.median(b[0] / a[0] for a, b in pairs)
        share = [statistics.mean(p[k][1] for p in pairs) for k in (0, 1)]
        print(f"{n:4} {kind:6} {1e3 * mine:9.3f} {1e3 * peer:9.3f} {ratio:6.1f} "
              f"{100 * share[0]:9.1f}% {100 * share[1]:5.1f}%", flush=True)
