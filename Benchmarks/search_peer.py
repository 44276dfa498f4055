#!/usr/bin/env python3
"""Index-targeted Newton on the sphere in NumPy, a whole process for compare_search.py:

    search_peer.py N COUNT [--tuned]

Plain: one point at a time, dense tensor, eigh, as one would write it. Tuned: a batch of points shares one product with
the packed tensor, LAPACK is called on stacks of matrices, and steps are those of SearchMethod.swift. Prints the share of
searches that converged and the mean energy of what they found.
"""

import sys

import numpy as np

from newton import couplings, plain

N, COUNT = int(sys.argv[1]), int(sys.argv[2])
TUNED = "--tuned" in sys.argv
LIMIT = max(200, N)
rng = np.random.Generator(np.random.Philox(1))


UNFOLDED = couplings(N, rng)
ROOT = np.sqrt(N)


def tuned(sigma, targets):
    """All points of a batch at once, columns of sigma; frames are Householder reflections."""
    n, found = N - 1, []
    upper = np.triu_indices(N)
    packed = UNFOLDED.reshape(N, N, N)[upper]
    for _ in range(LIMIT):
        b = sigma.shape[1]
        full = np.empty((b, N, N))
        full[:, upper[0], upper[1]] = (packed @ sigma).T
        full[:, upper[1], upper[0]] = full[:, upper[0], upper[1]]
        gradient = 3 * np.einsum("bij,jb->bi", full, sigma)
        y = np.einsum("bi,ib->b", gradient, sigma) / N
        v = sigma.T / ROOT
        sign = np.where(v[:, -1] < 0, -1.0, 1.0)
        v = v / np.sqrt(1 + np.abs(v[:, -1:]))
        v[:, -1] = (sigma[-1] / ROOT + sign) / np.sqrt(1 + np.abs(sigma[-1] / ROOT))
        g = (gradient - np.sum(v * gradient, 1)[:, None] * v)[:, :n]
        h = 6 * full
        w = np.einsum("bij,bj->bi", h, v)
        u = w - np.sum(v * w, 1)[:, None] * v / 2
        h -= v[:, :, None] * u[:, None, :] + u[:, :, None] * v[:, None, :]
        h = h[:, :n, :n] - y[:, None, None] * np.eye(n)
        values, vectors = np.linalg.eigh(h)
        index = np.sum(values < 0, 1)
        done = np.linalg.norm(g, axis=1) / ROOT < 1e-10
        found += [(sigma[:, k], index[k]) for k in np.flatnonzero(done)]
        if done.all():
            break
        keep = ~done
        sigma, targets = sigma[:, keep], targets[keep]
        v, g, values, vectors, index = v[keep], g[keep], values[keep], vectors[keep], index[keep]
        c = np.einsum("bij,bi->bj", vectors, g)
        newton = -c / values
        up = np.arange(n)[None, :] < targets[:, None]
        wrong = up != (values < 0)
        spacing = ((values[:, -1] - values[:, 0]) / (n - 1))[:, None]
        size = np.maximum(np.abs(values), np.where(wrong, spacing, 2 * spacing))
        step = np.where(up, 1.0, -1.0) * np.where(wrong, 3.0, 1.0) * c / size
        near = (index == targets) & (np.linalg.norm(newton, axis=1) < 0.3 * ROOT)
        step[near] = newton[near]
        length = np.linalg.norm(step, axis=1)
        step *= np.minimum(1, 0.3 * ROOT / length)[:, None]
        length = np.linalg.norm(step, axis=1)
        tangent = np.zeros((len(step), N))
        tangent[:, :n] = np.einsum("bij,bj->bi", vectors, step)
        tangent -= np.sum(v * tangent, 1)[:, None] * v
        angle = length / ROOT
        sigma = sigma * np.cos(angle) + tangent.T * (np.sin(angle) / angle)
        sigma *= ROOT / np.linalg.norm(sigma, axis=0)
    return found


starts = rng.standard_normal((N, COUNT))
starts *= ROOT / np.linalg.norm(starts, axis=0)
targets = np.round(np.arange(COUNT) * (N - 1) / max(1, COUNT - 1)).astype(int)
if TUNED:
    found = []
    for first in range(0, COUNT, 32):
        found += tuned(starts[:, first:first + 32], targets[first:first + 32])
else:
    found = [p for p in (plain(UNFOLDED, starts[:, i], targets[i], LIMIT) for i in range(COUNT)) if p is not None]
energies = [np.einsum("i,i->", (UNFOLDED @ s).reshape(N, N) @ s, s) / N for s, _ in found]
print(f"{len(found) / COUNT}\t{np.mean(energies)}")
