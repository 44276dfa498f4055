#!/usr/bin/env python3
"""Index-targeted Newton on the sphere in JAX, for compare_search.py:

    jax_peer.py N COUNT

COUNT is a multiple of 64.

One step of one point as in newton.py, vmapped over a batch and compiled, in double precision, on all the cores that the
process may use. A batch shrinks as its points arrive. Prints seconds per point without what compiling takes, and the share
of searches that converged.
"""

import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

from newton import couplings

jax.config.update("jax_enable_x64", True)
N, COUNT = int(sys.argv[1]), int(sys.argv[2])
WIDTH, LIMIT, ROOT = 64, max(200, N), np.sqrt(N)
rng = np.random.Generator(np.random.Philox(1))


def step(tensor, sigma, target):
    """Where the point goes, and whether it has arrived."""
    n = N - 1
    ts = jnp.tensordot(tensor, sigma, 1)
    gradient = 3 * ts @ sigma
    basis = jnp.linalg.qr(jnp.column_stack([sigma, jnp.eye(N)[:, :n]]))[0][:, 1:]
    g = basis.T @ gradient
    values, vectors = jnp.linalg.eigh(basis.T @ (6 * ts) @ basis - gradient @ sigma / N * jnp.eye(n))
    c = vectors.T @ g
    newton = -c / values
    near = (jnp.sum(values < 0) == target) & (jnp.linalg.norm(newton) < 0.3 * ROOT)
    sign = jnp.where(jnp.arange(n) < target, 1.0, -1.0)
    far = sign * c / jnp.maximum(jnp.abs(values), (values[-1] - values[0]) / (n - 1))
    move = jnp.where(near, newton, far)
    length = jnp.linalg.norm(move)
    move = move * jnp.minimum(1, 0.3 * ROOT / length)
    angle = jnp.linalg.norm(move) / ROOT
    new = sigma * jnp.cos(angle) + basis @ (vectors @ move) * jnp.sin(angle) / angle
    isDone = jnp.linalg.norm(g) / ROOT < 1e-10
    return jnp.where(isDone, sigma, new * ROOT / jnp.linalg.norm(new)), isDone


many = jax.jit(jax.vmap(step, in_axes=(None, 0, 0)))


def search(tensor, sigma, targets):
    """How many of a batch arrive."""
    numbers, arrived = np.arange(len(sigma)), set()
    for _ in range(LIMIT):
        sigma, isDone = many(tensor, sigma, targets)
        isDone = np.asarray(isDone)
        arrived |= set(numbers[isDone])
        walking = np.flatnonzero(~isDone)
        if len(walking) == 0:
            break
        size = len(sigma)
        while size > 1 and len(walking) <= size // 2:
            size //= 2
        if size < len(sigma):
            # Compiled are powers of two: places left over repeat the first walker.
            keep = np.concatenate([walking, np.repeat(walking[:1], size - len(walking))])
            sigma, targets, numbers = sigma[keep], targets[keep], numbers[keep]
    return len(arrived)


tensor = jnp.asarray(couplings(N, rng).reshape(N, N, N))
starts = rng.standard_normal((COUNT, N))
starts *= ROOT / np.linalg.norm(starts, axis=1)[:, None]
targets = np.round(np.arange(COUNT) * (N - 1) / max(1, COUNT - 1)).astype(int)
size = WIDTH
while size >= 1:
    jax.block_until_ready(many(tensor, jnp.asarray(starts[:size]), jnp.asarray(targets[:size])))
    size //= 2
begin = time.perf_counter()
found = sum(search(tensor, jnp.asarray(starts[i:i + WIDTH]), jnp.asarray(targets[i:i + WIDTH]))
            for i in range(0, COUNT, WIDTH))
print(f"{(time.perf_counter() - begin) / COUNT}\t{found / COUNT}")
