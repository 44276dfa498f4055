"""Laws of the largest eigenvalues at the soft edge, 25 digits.

Writes tracy_widom.csv (points) and tracy_widom_moments.csv beside this file. Needs mpmath (with gmpy2: twelve minutes).

All from the eigenvalues of the kernel A_s(x, y) = Ai(x + y + s) on (0, infinity), whose square is the Airy
kernel, on Gauss-Legendre nodes at 50 to 150 digits. Generating functions of the number of eigenvalues above s:
beta = 2 is det(1 - (1-z) A^2); beta = 1 and 4 are those of Forrester and Rains in Dieng's form, with
D = det(1 - l A^2) and exp(-mu) = det(1 - sqrt(l) A) / det(1 + sqrt(l) A):

    beta = 4: G^2 = D cosh(mu/2)^2,                                        l = 1 - z
    beta = 1: G^2 = D (z + cosh(mu) - sqrt(l) sinh(mu)) / (1 + z),          l = 1 - z^2

as truncated power series in z. beta = 4 is on the scale of the second eigenvalue of beta = 1. The determinants of
A^2 are compared with those of the Airy kernel (Ai(x)Ai'(y) - Ai'(x)Ai(y))/(x - y) on another interval.
"""

from multiprocessing import Pool
from pathlib import Path

import mpmath as mp

RANKS = 4
ORDER = RANKS + 1  # z^0 ... z^RANKS


def gauss_legendre(count):
    nodes, weights = [], []
    for i in range(count):
        x = mp.cos(mp.pi * (i + mp.mpf(3) / 4) / (count + mp.mpf(1) / 2))
        for _ in range(9):
            p, previous = x, mp.mpf(1)
            for k in range(2, count + 1):
                p, previous = ((2 * k - 1) * x * p - (k - 1) * previous) / k, p
            slope = count * (previous - x * p) / (1 - x * x)
            x -= p / slope
        nodes.append((1 + x) / 2)
        weights.append(1 / ((1 - x * x) * slope**2))
    return nodes, weights


def reach():
    """Where Ai is below all digits."""
    return (mp.mpf(3) / 2 * mp.mp.dps * mp.log(10)) ** (mp.mpf(2) / 3)


def eigenvalues(s, rule):
    nodes, weights = rule
    length = reach() - s
    kernel = mp.matrix(len(nodes))
    for i in range(len(nodes)):
        for j in range(i + 1):
            value = length * mp.sqrt(weights[i] * weights[j])
            value *= mp.airyai(length * (nodes[i] + nodes[j]) + s)
            kernel[i, j] = kernel[j, i] = value
    return list(mp.eigsy(kernel, eigvals_only=True))


def airy_kernel_determinant(s, rule):
    nodes, weights = rule
    length = reach() * mp.mpf("0.8") - s
    x = [length * node + s for node in nodes]
    a, b = [mp.airyai(v) for v in x], [mp.airyai(v, derivative=1) for v in x]
    matrix = mp.eye(len(x))
    for i in range(len(x)):
        for j in range(len(x)):
            value = b[i] ** 2 - x[i] * a[i] ** 2
            if i != j:
                value = (a[i] * b[j] - b[i] * a[j]) / (x[i] - x[j])
            matrix[i, j] -= length * mp.sqrt(weights[i] * weights[j]) * value
    return mp.det(matrix)


def times(a, b):
    return [sum(a[i] * b[n - i] for i in range(n + 1)) for n in range(ORDER)]


def root(a):
    r = [mp.sqrt(a[0])]
    for n in range(1, ORDER):
        r.append((a[n] - sum(r[i] * r[n - i] for i in range(1, n))) / (2 * r[0]))
    return r


def add(*terms):
    return [sum(t) for t in zip(*terms)]


def scale(c, a):
    return [c * v for v in a]


def series(*numbers):
    return [mp.mpf(v) for v in numbers] + [mp.mpf(0)] * (ORDER - len(numbers))


def determinant(eigenvalues, l):
    """det(1 - l B) as a series."""
    product = series(1)
    for v in eigenvalues:
        product = times(product, add(series(1), scale(-v, l)))
    return product


def counts(values):
    """Probabilities of 0, 1, ... eigenvalues above s, by beta."""
    result = {2: determinant([v * v for v in values], series(1, -1))}
    for beta, l in [(4, series(1, -1)), (1, series(1, 0, -1))]:
        a = root(l)
        minus, plus = determinant(values, a), determinant([-v for v in values], a)
        both, squares = times(minus, plus), (times(minus, minus), times(plus, plus))
        cosh = scale(0.5, add(*squares))  # D cosh(mu)
        sinh = scale(0.5, add(squares[1], scale(-1, squares[0])))
        if beta == 4:
            square = scale(0.5, add(both, cosh))
        else:
            square = add(times(series(0, 1), both), cosh, scale(-1, times(a, sinh)))
            square = times(square, [mp.mpf((-1) ** n) for n in range(ORDER)])
        result[beta] = root(square)
    return result


def distributions(s, rule):
    """F of the largest, second, ... for each beta."""
    result = {}
    for beta, p in counts(eigenvalues(s, rule)).items():
        result[beta] = [sum(p[: k + 1]) for k in range(RANKS)]
    return result


def point(job):
    text, digits, count = job
    mp.mp.dps = digits
    rule = gauss_legendre(count)
    s, h = mp.mpf(text), mp.mpf(10) ** (-12)
    at, above, below = (distributions(v, rule) for v in (s, s + h, s - h))
    other = airy_kernel_determinant(s, rule)
    assert abs(other - at[2][0]) < mp.mpf(10) ** -28 * at[2][0], (text, other, at[2][0])
    lines = []
    for beta in (1, 2, 4):
        for k in range(RANKS):
            values = at[beta][k], 1 - at[beta][k], (above[beta][k] - below[beta][k]) / (2 * h)
            numbers = ",".join(mp.nstr(v, 20) for v in values)
            lines.append(f"{beta},{k + 1},{text},{numbers}")
    return lines


STEP, FIRST, LAST = "0.4", -45, 48


def lattice(i):
    mp.mp.dps = 40
    return distributions(mp.mpf(STEP) * i, gauss_legendre(96))


def moments(rows):
    """E x^k by the trapezoidal rule with Euler-Maclaurin terms where F is 1; the mean to start with, then central."""
    h = mp.mpf(STEP)
    b = h * LAST
    for beta in (1, 2, 4):
        for rank in range(RANKS):
            f = [row[beta][rank] for row in rows]
            assert f[0] < mp.mpf(10) ** -20 and 1 - f[-1] < mp.mpf(10) ** -25, (beta, rank)

            def moment(k, c):
                power = lambda s: k * (s - c) ** (k - 1)
                total = h * sum(v * power(h * (FIRST + i)) for i, v in enumerate(f))
                total -= h / 2 * f[-1] * power(b)
                total -= h**2 / 12 * k * (k - 1) * (b - c) ** (k - 2) if k > 1 else 0
                total += h**4 / 720 * 24 if k == 4 else 0
                return (b - c) ** k - total

            mean = moment(1, 0)
            m2, m3, m4 = (moment(k, mean) for k in (2, 3, 4))
            values = mean, m2, m3 / m2 ** mp.mpf("1.5"), m4 / m2**2 - 3
            yield f"{beta},{rank + 1}," + ",".join(mp.nstr(v, 18) for v in values)


POINTS = ["-8", "-7.385", "-6.5", "-5.71", "-4.9", "-4.13", "-3.4", "-2.6", "-2", "-1.27", "-0.5", "0.31", "1", "1.9",
          "2.77", "4", "5.2", "6.385", "7.1", "8"]
FAR = [("-13.1", 150, 160), ("-10.4", 110, 128), ("11.3", 90, 90), ("19.7", 170, 160)]

if __name__ == "__main__":
    folder = Path(__file__).parent
    note = f"# made by make_tracy_widom.py, mpmath {mp.__version__}\n"
    with Pool(2) as pool:
        jobs = FAR[:2] + [(text, 70, 120) for text in POINTS] + FAR[2:]
        lines = [line for part in pool.imap(point, jobs, 1) for line in part]
        (folder / "tracy_widom.csv").write_text(
            note + "beta,rank,s,distribution,survival,density\n" + "\n".join(lines) + "\n")
        mp.mp.dps = 40
        rows = pool.map(lattice, range(FIRST, LAST + 1), 1)
        (folder / "tracy_widom_moments.csv").write_text(
            note + "beta,rank,mean,variance,skewness,excess kurtosis\n" + "\n".join(moments(rows)) + "\n")
