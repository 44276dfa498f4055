#!/usr/bin/env python3
"""What compare_networks.py holds against ours: compiled batched derivatives in JAX, timed, and Hessians in NumPy.

    networks_peer.py FILE.h5
"""

import sys
import time

import h5py
import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
DECAY = 0.01
CASES = {"16-4-10": ("tanh", "cross-entropy"), "8-5-1": ("tanh", "squared"), "6-5-4-3": ("softplus", "squared")}


def layers(name, w):
    """(W b) of each layer."""
    widths, place = [int(part) for part in name.split("-")], 0
    for d, n in zip(widths, widths[1:]):
        yield w[place:place + n * (d + 1)].reshape(d + 1, n).T
        place += n * (d + 1)


def loss(name, x, t, w):
    activation, kind = CASES[name]
    phi = jnp.tanh if activation == "tanh" else jax.nn.softplus
    matrices = list(layers(name, w))
    for l, matrix in enumerate(matrices):
        x = x @ matrix[:, :-1].T + matrix[:, -1]
        x = phi(x) if l + 1 < len(matrices) else x
    if kind == "squared":
        value = 0.5 * jnp.sum((x - t) ** 2) / len(t)
    else:
        value = -jnp.sum(t * jax.nn.log_softmax(x)) / len(t)
    return value + DECAY / 2 * w @ w


def gradient(name, x, t, w):
    """By hand, also of complex weights."""
    activation, kind = CASES[name]
    phi, slope = ((np.tanh, lambda z: 1 - np.tanh(z) ** 2) if activation == "tanh"
                  else (lambda z: np.log(1 + np.exp(z)), lambda z: 1 / (1 + np.exp(-z))))
    matrices, entering, sums = list(layers(name, w)), [], []
    for l, matrix in enumerate(matrices):
        entering.append(np.column_stack([x, np.ones(len(x))]))
        sums.append(entering[-1] @ matrix.T)
        x = phi(sums[-1]) if l + 1 < len(matrices) else sums[-1]
    if kind == "squared":
        delta = (x - t) / len(t)
    else:
        e = np.exp(x - x.real.max(1, keepdims=True))
        delta = (e / e.sum(1, keepdims=True) - t) / len(t)
    parts = []
    for l in reversed(range(len(matrices))):
        parts.insert(0, (delta.T @ entering[l]).T.ravel())
        if l > 0:
            delta = (delta @ matrices[l][:, :-1]) * slope(sums[l - 1])
    return np.concatenate(parts) + DECAY * w


def seconds(function, points, repeats):
    jax.block_until_ready(function(points))
    best = np.inf
    for _ in range(5):
        begin = time.perf_counter()
        for _ in range(repeats):
            jax.block_until_ready(function(points))
        best = min(best, (time.perf_counter() - begin) / repeats / len(points))
    return best


with h5py.File(sys.argv[1]) as file:
    for name in CASES:
        x, t, points, hessians = (file[name][key][:] for key in ("inputs", "targets", "points", "hessians"))
        one = lambda w, name=name, x=jnp.asarray(x), t=jnp.asarray(t): loss(name, x, t, w)
        print(f"{name} gradient", seconds(jax.jit(jax.vmap(jax.grad(one))), jnp.asarray(points), 20), sep="\t")
        print(f"{name} hessian", seconds(jax.jit(jax.vmap(jax.hessian(one))), jnp.asarray(points), 2), sep="\t")
        worst = 0
        for w, ours in zip(points, hessians):
            steps = np.eye(len(w)) * 1e-30j
            theirs = np.array([gradient(name, x, t, w + step).imag / 1e-30 for step in steps])
            worst = max(worst, np.linalg.norm(ours - theirs) / np.linalg.norm(theirs))
        print(f"{name} hessian off NumPy's", worst, sep="\t")
