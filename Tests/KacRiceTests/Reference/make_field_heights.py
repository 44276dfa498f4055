"""Densities in height of the critical points of isotropic Gaussian fields, N = 3 and 4, by index.

Writes field_heights.csv beside this file. Needs numpy. Integrates over the eigenvalues themselves:
for each index the negative ones fill an ordered simplex of sum -S and the positive ones another of
sum S + N t, where the integrand is a polynomial times a Gaussian; then over t, which is normal given
the height, or fixed by it. Gauss-Legendre rules throughout.
"""

from pathlib import Path

import numpy as np

NODES, WEIGHTS = np.polynomial.legendre.leggauss(48)


def rule(a, b):
    return a + (b - a) * (NODES + 1) / 2, (b - a) / 2 * WEIGHTS


def simplex(m):
    """Points x_1 < ... < x_m of sum 1, x_i > 0, with weights for dx_1 ... dx_{m-1}."""
    points, weights = np.zeros((1, 0)), np.ones(1)
    for i in range(m - 1):
        low = points[:, -1] if i else np.zeros(1)
        high = (1 - points.sum(axis=1)) / (m - i)
        x = low[:, None] + (high - low)[:, None] * (NODES + 1) / 2
        w = weights[:, None] * (high - low)[:, None] / 2 * WEIGHTS
        points = np.hstack([np.repeat(points, 48, axis=0), x.reshape(-1, 1)])
        weights = w.ravel()
    return np.hstack([points, 1 - points.sum(axis=1, keepdims=True)]), weights


def integral(n, k, t, determinant):
    """Of |prod|^determinant prod |differences| exp(-sum (y - t)^2/4), k negative, sum n t."""
    if (k == 0 and t <= 0) or (k == n and t >= 0):
        return 0.0
    if k in (0, n):
        points, weights = simplex(n)
        y = n * t * points
        weights = weights * abs(n * t) ** (n - 1)
    else:
        s, w = rule(max(0.0, -n * t), max(0.0, -n * t) + 30)
        (negative, u), (positive, v) = simplex(k), simplex(n - k)
        p = s + n * t
        w = w * s ** (k - 1) * p ** (n - k - 1)
        shape = (len(s), len(u), len(v))
        y = np.concatenate(
            [
                np.broadcast_to(-s[:, None, None, None] * negative[None, :, None, :], shape + (k,)),
                np.broadcast_to(p[:, None, None, None] * positive[None, None, :, :], shape + (n - k,)),
            ],
            axis=3,
        ).reshape(-1, n)
        weights = (w[:, None, None] * u[None, :, None] * v[None, None, :]).ravel()
    value = weights * np.exp(-((y - t) ** 2).sum(axis=1) / 4)
    for i in range(n):
        for j in range(i):
            value = value * np.abs(y[:, i] - y[:, j])
    if determinant:
        value = value * np.abs(y.prod(axis=1))
    return value.sum()


def density(n, square, height):
    """n_0, ..., n_n for variance 1, second moment 1, fourth moment 3/square."""
    mean, variance = -np.sqrt(square) * height, 1 - square + 2 / n
    if variance < 1e-12:
        t, w = np.array([mean]), np.ones(1)
    else:
        reach = 9 * np.sqrt(variance)
        ends = sorted({mean - reach, mean + reach} | ({0.0} if abs(mean) < reach else set()))
        pieces = [rule(a, b) for a, b in zip(ends, ends[1:])]
        t = np.concatenate([x for x, _ in pieces])
        w = np.concatenate([x for _, x in pieces])
        w = w * np.exp(-((t - mean) ** 2) / (2 * variance)) / np.sqrt(2 * np.pi * variance)
    norm = sum(integral(n, k, 1e-9, False) for k in range(1, n))
    factor = (2 * np.pi * square) ** (-n / 2) * np.exp(-height * height / 2) / np.sqrt(2 * np.pi)
    return [
        factor * sum(b * integral(n, k, a, True) for a, b in zip(t, w)) / norm for k in range(n + 1)
    ]


def main():
    lines = ["# made by make_field_heights.py, numpy %s" % np.__version__, "n,square,height,index,density"]
    for n, squares in ((3, ("0.5", "1", "1.4", "1.6666666666666667")), (4, ("0.8", "1.3", "1.5"))):
        for square in squares:
            for height in ("-1.7", "0.3", "2.4"):
                for k, value in enumerate(density(n, float(square), float(height))):
                    lines.append(f"{n},{square},{height},{k},{value:.13e}")
    Path(__file__).with_name("field_heights.csv").write_text("\n".join(lines) + "\n")


main()
