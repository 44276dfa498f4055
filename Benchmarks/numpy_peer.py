"""The same work as Benchmarks.swift, as one would write it in NumPy: one point at a time, dense
tensor, eigh. One line each: name, seconds per item. One BLAS thread."""

import time

import numpy as np

from newton import couplings, plain

N, P, COUNT = 100, 3, 64
rng = np.random.Generator(np.random.Philox(1))


def timed(name, items, body):
    best = min(measure(body) for _ in range(3))
    print(f"{name}\t{best / items}", flush=True)


def measure(body):
    start = time.perf_counter()
    body()
    return time.perf_counter() - start


UNFOLDED = couplings(N, rng)


def all_searches():
    found = 0
    for i in range(COUNT):
        start = rng.standard_normal(N)
        start *= np.sqrt(N) / np.linalg.norm(start)
        found += plain(UNFOLDED, start, round(i * (N - 1) / (COUNT - 1)), 200) is not None
    assert found > 0.9 * COUNT, found


points = rng.standard_normal((N, 64))
normals = np.empty(1 << 16)
philox = np.random.Generator(np.random.Philox(1))
timed("search, p = 3, N = 100, per point", COUNT, all_searches)
timed("Hessians, p = 3, N = 100, batch of 64, per point", 20 * 64,
      lambda: [UNFOLDED @ points for _ in range(20)])
for name, generator in (("", np.random.default_rng(1)), (", Philox", philox)):
    timed("normals, per million" + name, 64 * normals.size / 1e6,
          lambda: [generator.standard_normal(out=normals) for _ in range(64)])

# GOE matrices: normals into an array that is there, the sum with the transpose.
square, goe = np.empty((2000, 2000)), np.empty((2000, 2000))


def goe_matrix():
    rng.standard_normal(out=square)
    np.add(square, square.T, out=goe)
    np.multiply(goe, 0.5, out=goe)


timed("GOE matrix, 2000 x 2000", 1, goe_matrix)


def goe_spectrum():
    a = rng.standard_normal((100, 100))
    return np.linalg.eigvalsh((a + a.T) / 2)


timed("GOE spectrum, 100 x 100", 100, lambda: [goe_spectrum() for _ in range(100)])

# A periodic Gaussian field by the usual route: white noise, FFT, filter, inverse FFT.
M = 1024
axis = np.minimum(np.arange(M), M - np.arange(M)) / M
roots = np.sqrt(np.abs(np.fft.rfft2(np.exp(-(axis[:, None]**2 + axis**2) / (2 * 0.02**2)))))
noise = np.empty((M, M))
timed("periodic field, 1024 x 1024, per sample", 4,
      lambda: [np.fft.irfft2(np.fft.rfft2(rng.standard_normal(out=noise)) * roots) for _ in range(4)])

# Hessians of a sum of plane waves, one point at a time.
waves = rng.standard_normal((N, 4096)) / np.sqrt(N)
cosines, sines = rng.standard_normal((2, 4096))


def wave_hessian(x):
    phases = x @ waves
    values = cosines * np.cos(phases) + sines * np.sin(phases)
    return -(waves * values) @ waves.T


timed("Hessians, 4096 waves, N = 100, batch of 64, per point", 64,
      lambda: [wave_hessian(x) for x in points.T])
