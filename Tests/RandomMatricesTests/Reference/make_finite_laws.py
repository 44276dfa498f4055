"""Largest eigenvalues, mean densities of small matrices, and spacings in the bulk, 30 digits.

Writes largest_eigenvalue.csv, mean_density.csv and bulk_spacing.csv beside this file. Needs mpmath.

Largest eigenvalue: determinants (beta = 2) and Pfaffians (beta = 1, 4) of incomplete moments of
monomials, at 150 digits, which their cancellations leave enough of; the density is the derivative of
the logarithm by differences at that precision. Mean density: the joint density of three eigenvalues
integrated over two of them. Spacings: Fredholm determinants on 48 Gauss-Legendre nodes, derivatives by
Cauchy's formula on a circle.
"""

from pathlib import Path

import mpmath as mp
from mpmath.calculus.quadrature import GaussLegendre

HERE = Path(__file__)


def write(name, header, rows):
    note = f"# made by {HERE.name}, mpmath {mp.__version__}, 30 digits or more"
    HERE.with_name(name).write_text("\n".join([note, header] + rows) + "\n")


def moments(count, rate, t):
    """Integrals of x^k exp(-rate x^2) up to t."""
    tail = mp.exp(-rate * t * t)
    m = [mp.sqrt(mp.pi / rate) / 2 * mp.erfc(-mp.sqrt(rate) * t), -tail / (2 * rate)]
    for k in range(2, count):
        m.append(((k - 1) * m[k - 2] - t ** (k - 1) * tail) / (2 * rate))
    return m


def log_pfaffian(a):
    return mp.log(abs(mp.det(mp.matrix(a)))) / 2


def log_partition(n, beta, t):
    """log of the integral over x_i <= t, up to a constant."""
    half = mp.mpf(1) / 2
    if beta == 2:
        m = moments(2 * n, half, t)
        return mp.log(abs(mp.det(mp.matrix([[m[j + k] for k in range(n)] for j in range(n)]))))
    if beta == 4:
        m = moments(4 * n, half, t)
        return log_pfaffian(
            [[(k - j) * m[j + k - 1] if j != k else 0 for k in range(2 * n)] for j in range(2 * n)])
    # Double integrals of sgn(y - x) x^j y^k, by parts in x.
    single, double = moments(n + 1, half, t), moments(2 * n + 2, mp.mpf(1), t)
    tail = mp.exp(-t * t / 2)
    a = [[mp.mpf(0)] * n for _ in range(n)]
    for j in range(n):
        for k in range(j):
            before = a[j - 2][k] if j > 1 else 0
            a[j][k] = (j - 1) * before - 2 * double[j + k - 1] + t ** (j - 1) * tail * single[k]
            a[k][j] = -a[j][k]
    if n % 2:
        for j in range(n):
            a[j].append(single[j])
        a.append([-single[j] for j in range(n)] + [mp.mpf(0)])
    return log_pfaffian(a)


def largest_eigenvalues():
    mp.mp.dps = 150
    rows = []
    for beta in [1, 2, 4]:
        for n in [1, 2, 3, 5, 12] + ([20] if beta < 4 else []):
            edge = float(mp.sqrt(2 * beta * n))
            total = log_partition(n, beta, mp.mpf(60))
            for t in [-9.13, -0.385, 0.0, edge - 1.137, edge - 0.0938, edge + 2.385, edge + 6.46]:
                t = round(t, 6)
                log = lambda x: log_partition(n, beta, x) - total
                x, h = mp.mpf(repr(t)), mp.mpf(10) ** -20
                slope = (8 * (log(x + h) - log(x - h)) - log(x + 2 * h) + log(x - 2 * h)) / (12 * h)
                value = log(x)
                rows.append(",".join([
                    str(beta), str(n), repr(t), mp.nstr(value, 25), mp.nstr(-mp.expm1(value), 25),
                    mp.nstr(mp.exp(value) * slope, 25)]))
    write("largest_eigenvalue.csv", "beta,n,t,log distribution,survival,density", rows)


def mean_densities():
    mp.mp.dps = 30
    rows = []
    for beta in [1, 2]:
        def joint(x, y, z):
            return abs((x - y) * (x - z) * (y - z)) ** beta * mp.exp(-(x * x + y * y + z * z) / 2)

        def marginal(x):
            """Twice the integral over y < z."""
            ends = sorted([mp.mpf(-13), mp.mpf(0), mp.mpf(13), x])
            pair = lambda y: mp.quad(
                lambda z: joint(x, y, z), [y] + [e for e in ends if e > y], maxdegree=5)
            return 2 * mp.quad(pair, ends, maxdegree=5)

        # Total: 3! (2 pi)^{3/2} times the product of Gamma(1 + j beta/2)/Gamma(1 + beta/2) over j <= 3, Selberg.
        total = (2 * mp.pi) ** 1.5
        for j in [1, 2, 3]:
            total *= mp.gamma(1 + mp.mpf(j) * beta / 2) / mp.gamma(1 + mp.mpf(beta) / 2)
        for x in [-1.137, 0.0938, 2.385]:
            rows.append(f"{beta},3,{x!r},{mp.nstr(marginal(mp.mpf(repr(x))) / total, 20)}")
    write("mean_density.csv", "beta,n,x,density", rows)


def spacings():
    mp.mp.dps = 40
    rule = GaussLegendre(mp.mp).calc_nodes(5, mp.mp.prec)
    nodes = [((1 + x) / 2, w / 2) for x, w in rule]

    def determinant(s, sign):
        def sine(w):
            return s / 2 if w == 0 else mp.sin(mp.pi * s * w / 2) / (mp.pi * w)

        return mp.det(mp.matrix([
            [(1 if i == j else 0) - mp.sqrt(p * q) * (sine(x - y) + sign * sine(x + y))
             for j, (y, q) in enumerate(nodes)] for i, (x, p) in enumerate(nodes)]))

    def gap(beta, s):
        if beta == 1:
            return determinant(s, 1)
        if beta == 2:
            return determinant(s, 1) * determinant(s, -1)
        return (determinant(2 * s, 1) + determinant(2 * s, -1)) / 2

    rows = []
    for beta in [1, 2, 4]:
        for s in [0.0938, 0.4531, 1.137, 2.385, 3.31]:
            centre, count, radius = mp.mpf(repr(s)), 40, mp.mpf(1) / 4
            upper = [mp.expjpi(2 * (k + mp.mpf(1) / 2) / count) for k in range(count // 2)]
            values = [gap(beta, centre + radius * u) for u in upper]
            derivative = lambda k: mp.factorial(k) * 2 / count / radius**k * mp.re(
                sum(v / u**k for u, v in zip(upper, values)))
            rows.append(",".join(
                [str(beta), repr(s)] + [mp.nstr(derivative(k) + (k == 1), 20) for k in range(3)]))
    write("bulk_spacing.csv", "beta,s,gap probability,distribution,density", rows)


largest_eigenvalues()
mean_densities()
spacings()
