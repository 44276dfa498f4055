#!/usr/bin/env python3
"""What compare_networks.py holds against ours: compiled batched derivatives in JAX, timed, gradients in PyTorch where it is
installed, and Hessians in NumPy.

    networks_peer.py FILE.h5
"""

import sys
import time

import h5py
import jax
import jax.numpy as jnp
import numpy as np

try:
    import torch
except ImportError:
    torch = None

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
            jax.block_until_ready(function(points))  # which leaves tensors of PyTorch as they are
        best = min(best, (time.perf_counter() - begin) / repeats / len(points))
    return best


def torch_gradients(name, x, t, points):
    """Two ways of taking the gradients of all points: by vmap, and of the sum of losses that are batched by hand."""
    activation, kind = CASES[name]
    phi = torch.tanh if activation == "tanh" else torch.nn.functional.softplus
    x, t = torch.tensor(x), torch.tensor(t)

    def batched(w):
        widths, place, a = [int(part) for part in name.split("-")], 0, x
        for l, (d, n) in enumerate(zip(widths, widths[1:])):
            matrix = w[..., place:place + n * (d + 1)].unflatten(-1, (d + 1, n))
            place += n * (d + 1)
            a = a @ matrix[..., :-1, :] + matrix[..., -1:, :]
            a = phi(a) if l + 2 < len(widths) else a
        if kind == "squared":
            value = 0.5 * ((a - t) ** 2).sum((-1, -2)) / len(t)
        else:
            value = -(t * torch.log_softmax(a, -1)).sum((-1, -2)) / len(t)
        return value + DECAY / 2 * (w * w).sum(-1)

    def of_sum(w):
        w = w.detach().requires_grad_()
        return torch.autograd.grad(batched(w).sum(), w)[0]

    by_vmap = torch.func.vmap(torch.func.grad(batched))
    points = torch.tensor(points)
    assert torch.allclose(of_sum(points), by_vmap(points), rtol=1e-10)
    return min(seconds(way, points, 20) for way in (of_sum, by_vmap))


with h5py.File(sys.argv[1]) as file:
    for name in CASES:
        x, t, points, hessians = (file[name][key][:] for key in ("inputs", "targets", "points", "hessians"))
        one = lambda w, name=name, x=jnp.asarray(x), t=jnp.asarray(t): loss(name, x, t, w)
        print(f"{name} gradient", seconds(jax.jit(jax.vmap(jax.grad(one))), jnp.asarray(points), 20), sep="\t")
        if torch:
            torch.set_num_threads(2)
            print(f"{name} gradient PyTorch", torch_gradients(name, x, t, points), sep="\t")
        print(f"{name} hessian", seconds(jax.jit(jax.vmap(jax.hessian(one))), jnp.asarray(points), 2), sep="\t")
        worst = 0
        for w, ours in zip(points, hessians):
            steps = np.eye(len(w)) * 1e-30j
            theirs = np.array([gradient(name, x, t, w + step).imag / 1e-30 for step in steps])
            worst = max(worst, np.linalg.norm(ours - theirs) / np.linalg.norm(theirs))
        print(f"{name} hessian off NumPy's", worst, sep="\t")
