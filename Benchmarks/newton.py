"""Index-targeted Newton on the sphere for p = 3 as one would write it in NumPy: one point at a time, dense tensor, eigh."""

import numpy as np


def couplings(n, rng):
    """Symmetric couplings of N = n spins over N^{(p-1)/2}, unfolded to n² x n."""
    j = rng.standard_normal((n, n, n))
    s = sum(np.transpose(j, axes) for axes in
            [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
    return (s / 6 / n).reshape(n * n, n)


def plain(unfolded, sigma, target, limit):
    """The point found from sigma and its index, or None."""
    size = len(sigma)
    n, root = size - 1, np.sqrt(size)
    for _ in range(limit):
        ts = (unfolded @ sigma).reshape(size, size)
        gradient, hessian = 3 * ts @ sigma, 6 * ts
        y = gradient @ sigma / size
        basis = np.linalg.qr(np.column_stack([sigma, np.eye(size)[:, :n]]))[0][:, 1:]
        g = basis.T @ gradient
        values, vectors = np.linalg.eigh(basis.T @ hessian @ basis - y * np.eye(n))
        if np.linalg.norm(g) / root < 1e-10:
            return sigma, np.sum(values < 0)
        c = vectors.T @ g
        newton = -c / values
        if np.sum(values < 0) == target and np.linalg.norm(newton) < 0.3 * root:
            step = newton
        else:
            sign = np.where(np.arange(n) < target, 1.0, -1.0)
            spacing = (values[-1] - values[0]) / (n - 1)
            step = sign * c / np.maximum(np.abs(values), spacing)
        step *= min(1.0, 0.3 * root / np.linalg.norm(step))
        angle = np.linalg.norm(step) / root
        sigma = sigma * np.cos(angle) + basis @ (vectors @ step) * (np.sin(angle) / angle)
        sigma *= root / np.linalg.norm(sigma)
    return None
