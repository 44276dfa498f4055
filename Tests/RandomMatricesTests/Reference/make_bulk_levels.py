"""Cluster functions, number variance and rigidity of bulk levels, 30 digits.

Writes bulk_levels.csv beside this file. Needs mpmath. Both statistics are quadratures of the cluster
function Y (Mehta, chapter 16), Gauss-Legendre on pieces of length 1:

    number variance   L - 2 int_0^L (L - r) Y(r) dr
    rigidity          L/15 - int_0^L (L - r)^3 (2 L^2 - 9 L r - 3 r^2) Y(r) dr / (15 L^4)
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 30


def sine(x):
    return mp.sincpi(x)


def slope(x):
    if abs(x) < mp.mpf("0.01"):
        return mp.nsum(lambda k: (-1) ** k * 2 * k * mp.pi ** (2 * k) * x ** (2 * k - 1) / mp.factorial(2 * k + 1),
                       [1, 12])
    return (mp.cospi(x) - sine(x)) / x


def cluster(beta, r):
    if beta == 1:
        return sine(r) ** 2 + slope(r) * (mp.mpf(1) / 2 - mp.si(mp.pi * r) / mp.pi)
    if beta == 2:
        return sine(r) ** 2
    return sine(2 * r) ** 2 - slope(2 * r) * mp.si(2 * mp.pi * r) / mp.pi


def integral(g, length):
    pieces = mp.linspace(0, length, int(mp.ceil(length)) + 1)
    return mp.quad(g, pieces, method="gauss-legendre", maxdegree=5)


rows = [f"# made by {Path(__file__).name}, mpmath {mp.__version__}, {mp.mp.dps} digits",
        "beta,length,cluster,number_variance,rigidity"]
for beta in [1, 2, 4]:
    for length in [0.0137, 0.385, 1.27, 5.43, 9.13, 23.71, 61.3]:
        L = mp.mpf(length)
        variance = L - 2 * integral(lambda r: (L - r) * cluster(beta, r), L)
        kernel = lambda r: (L - r) ** 3 * (2 * L * L - 9 * L * r - 3 * r * r) * cluster(beta, r)
        rigidity = L / 15 - integral(kernel, L) / (15 * L**4)
        numbers = [mp.nstr(x, 20) for x in (cluster(beta, L), variance, rigidity)]
        rows.append(",".join([str(beta), repr(length)] + numbers))
Path(__file__).with_name("bulk_levels.csv").write_text("\n".join(rows) + "\n")
