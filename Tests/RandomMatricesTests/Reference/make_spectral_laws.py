"""Densities and distribution functions of limiting spectral laws, 30 digits.

Writes spectral_laws.csv beside this file. Needs mpmath. Where a law has an equation for its Stieltjes
transform g(z) = E 1/(z - x) the density is -Im g(x + i0)/pi from a root of that equation; the others are
written as products of elementary functions and divided by their integral. Distribution functions are
tanh-sinh quadrature in pieces.
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 30


def from_quadratic(a, b, c):
    """-Im g/pi of a g^2 + b g + c = 0 with real coefficients."""
    discriminant = b * b - 4 * a * c
    return mp.sqrt(-discriminant) / (2 * abs(a) * mp.pi) if discriminant < 0 else mp.mpf(0)


def semicircle(radius):  # g = 1/(z - R^2 g/4)
    return (lambda x: from_quadratic(radius**2 / 4, -x, 1)), [-radius, radius], 0


def marchenko_pastur(ratio, variance):  # g = 1/(z - s^2 (1 - c) - c s^2 z g)
    edges = [variance * (1 - mp.sqrt(ratio)) ** 2, variance * (1 + mp.sqrt(ratio)) ** 2]
    density = lambda x: from_quadratic(ratio * variance * x, variance * (1 - ratio) - x, 1)
    return density, edges, max(0, 1 - 1 / ratio)


def wachter(first, second):
    """Loop equation of the weight x^{a-1} (1-x)^{b-1}: z(1-z) g^2 + ((a-1)(1-z) - (b-1)z) g + a+b-1 = 0."""
    s = first + second
    edges = sorted(mp.polyroots(
        [s * s, -2 * (first - 1) * (s - 2) - 4 * (s - 1), (first - 1) ** 2], extraprec=200))
    density = lambda x: from_quadratic(
        x * (1 - x), (first - 1) * (1 - x) - (second - 1) * x, s - 1)
    return density, edges, max(0, 1 - first)


def kesten_mckay(degree):  # branch h = 1/(z - (d - 1) h), root g = 1/(z - d h)
    edge = 2 * mp.sqrt(degree - 1)

    def density(x):
        if abs(x) >= edge:
            return mp.mpf(0)
        h = (x - mp.sqrt(mp.mpc(x * x - edge**2))) / (2 * (degree - 1))
        return abs(mp.im(1 / (x - degree * h))) / mp.pi

    return density, [-edge, edge], 0


def normalised(shape, edges):
    mass = mp.quad(shape, edges)
    return (lambda x: shape(x) / mass), edges, 0


def quarter_circle(radius):
    return normalised(lambda x: mp.sqrt(radius**2 - x * x), [mp.mpf(0), radius])


def circular(radius):
    return normalised(lambda x: x, [mp.mpf(0), radius])


def poisson_spacing():
    return normalised(lambda s: mp.exp(-s), [mp.mpf(0), mp.inf])


def surmise(beta):
    """s^beta exp(-s^2), brought to mean 1 by quadrature."""
    shape = lambda s: s**beta * mp.exp(-s * s)
    mass = mp.quad(shape, [0, mp.inf])
    mean = mp.quad(lambda s: s * shape(s), [0, mp.inf]) / mass
    return (lambda s: mean * shape(mean * s) / mass), [mp.mpf(0), mp.inf], 0


def ratios(beta):
    """Two spacings of density ~ x^b y^b (x + y)^b exp(-quadratic form), integrated over their size."""
    if beta == 0:
        return normalised(lambda r: (1 + r) ** -2, [mp.mpf(0), mp.mpf(1)])
    size = lambda r: mp.quad(
        lambda x: x ** (3 * beta + 1) * mp.exp(-x * x * (1 + r + r * r)), [0, 1, 3, mp.inf])
    shape = lambda r: (r * (1 + r)) ** beta * size(r)
    return normalised(shape, [mp.mpf(0), mp.mpf("0.5"), mp.mpf(1)])


CASES = [
    ("semicircle", semicircle, [(1,), ("2.385",)]),
    ("marchenko-pastur", marchenko_pastur, [("0.3", 1), (1, "1.7"), ("2.6", "0.45"), ("0.97", 1)]),
    ("wachter", wachter, [("1.7", "2.4"), ("0.6", "1.3"), ("1.9", "0.45"), ("0.7", "0.8"), (1, "1.6")]),
    ("kesten-mckay", kesten_mckay, [(2,), (3,), (7,)]),
    ("quarter-circle", quarter_circle, [("1.31",)]),
    ("circular", circular, [("0.77",)]),
    ("poisson-spacing", poisson_spacing, [()]),
    ("surmise", surmise, [(1,), (2,), (4,)]),
    ("ratios", ratios, [(0,), (1,), (2,), (4,)]),
]

rows = [f"# made by {Path(__file__).name}, mpmath {mp.__version__}, {mp.mp.dps} digits",
        "law,first,second,x,density,distribution"]
for name, law, cases in CASES:
    for case in cases:
        density, edges, atom = law(*[mp.mpf(p) for p in case])
        low, high = edges[0], min(edges[-1], 4)
        for fraction in [0.013, 0.1874, 0.4531, 0.7385, 0.99]:
            x = mp.mpf(float(low + fraction * (high - low)))
            total = atom + mp.quad(density, mp.linspace(low, x, 5))
            parameters = (list(map(str, case)) + ["", ""])[:2]
            numbers = [repr(float(x)), mp.nstr(density(x), 20), mp.nstr(total, 20)]
            rows.append(",".join([name] + parameters + numbers))
Path(__file__).with_name("spectral_laws.csv").write_text("\n".join(rows) + "\n")
