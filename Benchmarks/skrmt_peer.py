#!/usr/bin/env python3
"""Random matrices beside scikit-rmt (pip install scikit-rmt): times of this package and of it, their ratio, and what
both give: F1(-2) of Tracy and Widom, and the mean of tr M² of a 100 x 100 GOE matrix over that of independent normal
entries of variance v off and 2v on the diagonal, dense and tridiagonal.

    swift build -c release && python3 Benchmarks/skrmt_peer.py
"""

import os

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MPLBACKEND="Agg")

import json
import subprocess
import time
from pathlib import Path

import numpy as np
from skrmt.ensemble.gaussian_ensemble import GaussianEnsemble
from skrmt.ensemble.spectral_law import TracyWidomDistribution

ROOT = Path(__file__).resolve().parent.parent


def best(work, items, repeats=3):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) / items


def spectra(tridiagonal):
    ensemble = GaussianEnsemble(beta=1, n=100, tridiagonal_form=tridiagonal)
    for _ in range(20):
        ensemble.resample()
        ensemble.eigvals()


large = GaussianEnsemble(beta=1, n=2000)
law, points = TracyWidomDistribution(beta=1), np.linspace(-5, 3, 1000)
theirs = {
    "GOE matrix, 2000 x 2000": best(large.resample, 1),
    "GOE spectrum, 100 x 100": min(best(lambda: spectra(form), 20) for form in (False, True)),
    "Tracy-Widom distribution, 1000 points": best(
        lambda: TracyWidomDistribution(beta=1).cdf(points), 1),
}
lines = subprocess.run([str(ROOT / ".build/release/Benchmarks")], check=True, text=True,
                       stdout=subprocess.PIPE).stdout.splitlines()
ours = {name: float(value) for name, value in (line.split("\t") for line in lines)}
print(f"{'one thread, milliseconds':40} {'Saddlery':>10} {'scikit-rmt':>10} {'ratio':>8}")
for name, value in theirs.items():
    print(f"{name:40} {1e3 * ours[name]:10.3f} {1e3 * value:10.3f} {value / ours[name]:8.1f}")

answer = subprocess.run([str(ROOT / ".build/release/saddlery"), "law", "tracy-widom", "--at", "-2",
                         "--json"], check=True, text=True, stdout=subprocess.PIPE).stdout
print(f"F1(-2): Saddlery {json.loads(answer)['cdf']:.14f}, scikit-rmt {law.cdf(-2):.14f}, "
      "30-digit reference 0.27432019790922")
for form in (False, True):
    ensemble = GaussianEnsemble(beta=1, n=100, tridiagonal_form=form)
    matrices = [ensemble.resample() for _ in range(2000)]
    off = np.mean([np.sum(m**2) - np.sum(np.diag(m)**2) for m in matrices])
    diagonal = np.mean([np.sum(np.diag(m)**2) for m in matrices])
    # Of a GOE of size n: n(n-1) entries of v and n of 2v.
    print(f"scikit-rmt, {'tridiagonal' if form else 'dense'}: diagonal over off-diagonal square "
          f"{diagonal / off * 99 / 2:.3f} (1 is a GOE matrix)")
