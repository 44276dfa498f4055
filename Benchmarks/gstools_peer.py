#!/usr/bin/env python3
"""A Gaussian field of one covariance, exp(-r²/(2l²)) with l = 0.02, on 1024 x 1024 points of the unit square: this
package against the default sampler of GSTools (pip install gstools), which adds a thousand plane waves in
every point. Prints times, their ratio, and the covariance of both at some distances.

    swift build -c release && python3 Benchmarks/gstools_peer.py
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path

import gstools
import h5py
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
M, LENGTH = 1024, 0.02

output = subprocess.run([str(ROOT / ".build/release/Benchmarks")], check=True, text=True,
                        stdout=subprocess.PIPE).stdout
ours = next(float(line.split("\t")[1]) for line in output.splitlines()
            if line.startswith("periodic field"))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "field.h5")
    subprocess.run([str(ROOT / ".build/release/saddlery"), "field", "sample", "--length", str(LENGTH),
                    "--points", str(M), "--spacing", str(1 / M), "--periodic", "--output", path],
                   check=True, stdout=subprocess.DEVNULL)
    with h5py.File(path) as file:
        field = file["field/0"][()]

axis = np.arange(M) / M
model = gstools.Gaussian(dim=2, var=1, len_scale=LENGTH, rescale=np.sqrt(0.5))
start = time.perf_counter()
peer = gstools.SRF(model, seed=1)((axis, axis), mesh_type="structured")
theirs = time.perf_counter() - start

print(f"Saddlery {1e3 * ours:.1f} ms, GSTools {1e3 * theirs:.0f} ms, ratio {theirs / ours:.0f}")
print("distance/l  exact   Saddlery  GSTools")
for lag in (0, 10, 20, 40):
    means = [np.mean(f[:M - lag] * f[lag:]) for f in (field, peer)]
    r = lag / M / LENGTH
    print(f"{r:10.3f}  {np.exp(-r * r / 2):.4f}  {means[0]:8.4f}  {means[1]:7.4f}")
