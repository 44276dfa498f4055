"""Spectral laws at the ends of their parameters' domains, 50 digits.

Writes law_ends.csv, law_ends_moments.csv and rate_ends.csv beside this file. Needs mpmath. Densities come from equations for
the Stieltjes transform g(z) = E 1/(z - x), or from integrals; distribution functions and moments are tanh-sinh
quadrature in an angle of the bulk, in pieces about the poles; all of it must integrate to 1 within 1e-40.

The column `condition` is |x| times the largest relative change of the density to that of x: the relative error
of a density is stated in units of 1 + condition, that of a distribution function in units of 1 + |x| density.
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 60
FINE = 1500  # digits for differences of parameters and for roots of quadratic equations
FRACTIONS = ["1e-9", "1e-4", "0.07", "0.5", "0.83", "0.9999", "0.999999999"]


def quad(f, cuts):
    """mp.quad, whose goal is absolute, brought to the size of the integrand."""
    total = mp.mpf(0)
    for low, high in zip(cuts, cuts[1:]):
        size = max(abs(f(low + (high - low) * k / 8)) for k in range(1, 8)) * (high - low)
        if size > 0:
            total += size * mp.quad(lambda u: f(low + (high - low) * u) * (high - low) / size, [0, 1])
    return total


class Bulk:
    """A law with a bulk of density root((x - a)(b - x)) times a smooth function."""

    def __init__(self, edges, density, smooth, atom=0, poles=(), top=0, is_even=False):
        self.a, self.b = edges
        self.density, self.smooth, self.atom, self.top = density, smooth, atom, top
        self.is_even = is_even
        self.poles = poles  # distances of poles below a and above b

    def angle(self, x):
        with mp.workdps(FINE):
            left, right = x - self.a, self.b - x
        return 2 * mp.atan2(mp.sqrt(left), mp.sqrt(right))

    def integral(self, end, of=lambda x, t: mp.mpf(1)):
        with mp.workdps(FINE):
            width = self.b - self.a
        width = +width
        half = width / 2

        def integrand(t):
            sine, cosine = mp.sin(t / 2), mp.cos(t / 2)
            return self.smooth(width * sine**2, width * cosine**2) * (half * mp.sin(t)) ** 2 * of(
                width * sine**2, width * cosine**2)

        cuts = {mp.mpf(0), end}
        for side, distance in self.poles:
            near = mp.sqrt(distance / width) if distance > 0 else mp.mpf(2)
            while near < 1:
                cuts.add(2 * near if side < 0 else mp.pi - 2 * near)
                near *= 30
        cuts = sorted(c for c in cuts if 0 <= c <= end)
        return quad(integrand, cuts)

    def point(self, fraction):
        with mp.workdps(FINE):
            return float(self.a + mp.mpf(fraction) * (self.b - self.a))

    def row(self, x):
        with mp.workdps(FINE):
            x = mp.mpf(x)
            if not self.a < x < self.b:
                return None
            density = self.density(x)
            condition = abs(x) / 2 * (1 / (x - self.a) + 1 / (self.b - x)) + 1
        return density, condition, self.atom + self.integral(self.angle(x))

    def moments(self):
        mass = self.integral(mp.pi)
        assert abs(mass + self.atom + self.top - 1) < mp.mpf(10) ** -40, (mass, self.atom, self.top)
        a = +self.a
        mean = self.integral(mp.pi, lambda s, c: a + s) + self.top
        # Where the law is narrow the mean has to be finer than its distance from the edge.
        tiny = self.integral(mp.pi, lambda s, c: s) + self.atom * (-a) + self.top * (1 - a)
        variance = self.integral(mp.pi, lambda s, c: (s - tiny) ** 2) + self.atom * (a + tiny) ** 2
        variance += self.top * (1 - a - tiny) ** 2
        third = self.integral(mp.pi, lambda s, c: (a + s) ** 3) + self.top
        return [0, variance, 0] if self.is_even else [mean, variance, third]


def imaginary(a, b, c):
    """-Im g/pi of a g^2 + b g + c = 0 with real coefficients."""
    return mp.sqrt(4 * a * c - b * b) / (2 * abs(a) * mp.pi)


def semicircle(radius):
    return Bulk((-radius, radius), lambda x: imaginary(radius**2 / 4, -x, 1),
                lambda s, c: 2 / (mp.pi * radius**2), is_even=True)


def marchenko_pastur(ratio, variance):
    with mp.workdps(FINE):
        a = variance * (1 - mp.sqrt(ratio)) ** 2
        b = variance * (1 + mp.sqrt(ratio)) ** 2
    low = +a
    return Bulk((a, b), lambda x: imaginary(ratio * variance * x, variance * (1 - ratio) - x, 1),
                lambda s, c: 1 / (2 * mp.pi * ratio * variance * (low + s)), max(0, 1 - 1 / ratio),
                [(-1, low)])


def wachter(first, second):
    """Loop equation of the weight x^{a-1} (1-x)^{b-1}."""
    with mp.workdps(FINE):
        s = first + second
        p, q, r = s * s, -2 * (first - 1) * (s - 2) - 4 * (s - 1), (first - 1) ** 2
        root = mp.sqrt(q * q - 4 * p * r)
        b = (root - q) / (2 * p)
        a = r / (p * b)
        top = 1 - b
    low, high = +a, +top
    return Bulk((a, b), lambda x: imaginary(
        x * (1 - x), (first - 1) * (1 - x) - (second - 1) * x, s - 1),
        lambda left, right: +s / (2 * mp.pi * (low + left) * (high + right)),
        max(0, 1 - first), [(-1, low), (1, high)], max(0, 1 - second))


def kesten_mckay(degree):
    with mp.workdps(FINE):
        edge = 2 * mp.sqrt(degree - 1)
        gap = degree - edge

    def density(x):  # branch h = 1/(z - (d - 1) h), root g = 1/(z - d h)
        h = (x - mp.mpc(0, 1) * mp.sqrt(edge**2 - x * x)) / (2 * (degree - 1))
        return abs(mp.im(1 / (x - degree * h))) / mp.pi

    low = +gap
    return Bulk((-edge, edge), density, lambda s, c: degree / (2 * mp.pi * (low + s) * (low + c)),
                poles=[(-1, low), (1, low)], is_even=True)


class Smooth:
    """A law by the logarithm of its density, of a size in x; the logarithm may need many digits."""

    def __init__(self, log_density, slope, cuts, places, digits):
        self.log_density, self.slope, self.cuts, self.places, self.digits = (
            log_density, slope, cuts, places, digits)

    def density(self, x):
        with mp.workdps(self.digits):
            value = self.log_density(x)
        return mp.exp(value)

    def integral(self, of, end=None):
        cuts = self.cuts if end is None else [c for c in self.cuts if c < end] + [end]
        with mp.workdps(self.digits):
            pieces = [(mp.mpf(p), q - p) for p, q in zip(cuts, cuts[1:])]
        total = mp.mpf(0)
        for start, length in pieces:
            def integrand(u):
                with mp.workdps(self.digits):
                    x = start + length * u
                return self.density(x) * of(x)
            total += quad(integrand, [mp.mpf(0), mp.mpf(1)]) * (+length)
        return total

    def row(self, x):
        with mp.workdps(self.digits):
            x = mp.mpf(x)
            condition = abs(x * self.slope(x))
        return self.density(x), condition, self.integral(lambda x: 1, x)

    def moments(self):
        mass = self.integral(lambda x: 1)
        assert abs(mass - 1) < mp.mpf(10) ** -40, mass
        return [None] * 3


def surmise(beta):
    digits = int(70 + max(0, 2.2 * float(mp.log10(beta + 1))))
    with mp.workdps(digits):
        a = beta / 2 + mp.mpf(1) / 2
        log_b = 2 * (mp.loggamma(a + mp.mpf(1) / 2) - mp.loggamma(a))
        b, constant = mp.exp(log_b), mp.log(2) + a * log_b - mp.loggamma(a)
        deviation = 1 / mp.sqrt(2 * beta + 1)
        cuts = [max(0, 1 + deviation * t) for t in [-20, -8, -4, -2, -1, 0, 1, 2, 4, 8, 20]]
        cuts = sorted(set(cuts))
        places = [float(1 + deviation * t) for t in map(mp.mpf, ["-6", "-2.3", "-0.4", "0.7", "3.1", "7"])]
    law = Smooth(
        lambda s: constant + (beta * mp.log(s) if s > 0 else 0) - b * s * s,
        lambda s: beta / s - 2 * b * s, cuts, [p for p in places if p > 0], digits)
    with mp.workdps(2 * digits):
        variance = (beta / 2 + mp.mpf(1) / 2) / mp.exp(2 * (
            mp.loggamma(beta / 2 + 1) - mp.loggamma(beta / 2 + mp.mpf(1) / 2))) - 1
    law.moments = lambda: (mp.mpf(1), variance, (1 + 1 / (2 * a)) / (b / a))
    return law


def ratios(beta):
    """Two spacings of density ~ x^b y^b (x + y)^b exp(-quadratic form), integrated over their size."""
    power = 3 * beta + 1
    # Integral of x^power exp(-q x^2): half a Gamma function over q^((power+1)/2).
    size = lambda r: mp.mpf(1) if beta == 0 else (1 + r + r * r) ** (-(power + mp.mpf(1)) / 2)
    shape = (lambda r: (1 + r) ** -2) if beta == 0 else (lambda r: (r * (1 + r)) ** beta * size(r))
    total = mp.quad(shape, [0, mp.mpf(1) / 2, 1])
    law = Smooth(lambda r: mp.log(shape(r) / total), lambda r: beta / r + 4 * beta + 2,
                 [mp.mpf(0), mp.mpf(1) / 2, mp.mpf(1)],
                 [1e-300, 1e-12, 1e-5, 0.3, 0.77, 1 - 1e-9, 1.0], 60)
    law.log_density = lambda r: mp.log(shape(r) / total) if r > 0 else mp.mpf("-1e9")
    mean = mp.quad(lambda r: r * shape(r), [0, mp.mpf(1) / 2, 1]) / total
    law.moments = lambda: (
        mean, mp.quad(lambda r: (r - mean) ** 2 * shape(r), [0, mp.mpf(1) / 2, 1]) / total,
        mp.quad(lambda r: r**3 * shape(r), [0, mp.mpf(1) / 2, 1]) / total)
    return law


def rate(side):
    """Rates of the largest eigenvalue as integrals of the force on the wall, in units of beta."""

    def above(y):  # half the integral of root(z^2 - 4) from 2
        return mp.quad(lambda z: mp.sqrt((z - 2) * (z + 2)), mp.linspace(2, y, 9)) / 2

    def below(y):
        with mp.workdps(400):  # Dean and Majumdar's formula, whose terms cancel
            w = y / mp.sqrt(2)
            root = mp.sqrt(w * w + 6)
            return (36 * w**2 - w**4 - (15 * w + w**3) * root
                    + 54 * mp.log(3 * mp.sqrt(2) / (w + root))) / 108

    return above if side == "above" else below


RATES = [("above", y) for y in [2.0000000000000004, 2.000000001, 2.001, 2.5, 7.0, 1e5, 1e19, 1e21, 1e150]] + [
    ("below", y) for y in [1.9999999999999998, 1.999999999, 1.999, 1.2, 1e-9, 0.0, -1e-9, -3.0, -1e5, -1e19, -1e21, -1e150]]

CASES = [
    ("semicircle", semicircle, [("1e-300",), ("1",), ("1e300",)]),
    ("marchenko-pastur", marchenko_pastur, [
        ("1e-300", "1"), ("1e-20", "1"), ("1e-9", "1e90"), ("1e-3", "1"), ("0.5", "1e200"),
        ("0.999999999", "1"), ("0.9999999999999999", "1e-100"), ("1", "1"), ("1.0000000000000002", "1"),
        ("1.000001", "1e-12"), ("4", "1e-12"), ("1e9", "1e-300"), ("1e20", "1"), ("1e150", "1e150")]),
    ("wachter", wachter, [
        ("1e-300", "2"), ("1e-9", "3"), ("2", "1e-12"), ("0.5", "0.5000000000000001"), ("1", "1e-15"),
        ("1", "1"), ("1.0000000000000002", "1"), ("1", "1e15"), ("1e15", "1"), ("1e9", "1e-3"),
        ("1e12", "3e12"), ("1e200", "1e200"), ("1e300", "5"), ("3.7", "0.2")]),
    ("kesten-mckay", kesten_mckay, [("2",), ("3",), ("1000",), ("1000000000",), ("1000000000000000",)]),
    ("surmise", surmise, [(b,) for b in [
        "1e-300", "1e-9", "0.01", "1", "4", "30", "78.9", "79.1", "1000", "1e5", "1e8", "1e15", "1e28", "1e300"]]),
    ("ratios", ratios, [(0,), (1,), (2,), (4,)]),
]

head = f"# made by {Path(__file__).name}, mpmath {mp.__version__}, 50 digits"
points, moments = [head, "law,first,second,x,density,condition,distribution"], [
    head, "law,first,second,mean,variance,third moment"]
for name, make, cases in CASES:
    print(name, flush=True)
    for case in cases:
        law = make(*[mp.mpf(float(p)) for p in case])
        named = [name] + (list(map(str, case)) + ["", ""])[:2]
        places = law.places if isinstance(law, Smooth) else [law.point(f) for f in FRACTIONS]
        if name in ("semicircle", "kesten-mckay"):
            places.append(1e-3 * law.point("0.99"))
        for x in dict.fromkeys(places):
            row = law.row(x)
            if row and row[0] > 0:
                points.append(",".join(named + [repr(x)] + [mp.nstr(v, n) for v, n in zip(row, (50, 8, 50))]))
        moments.append(",".join(named + [mp.nstr(v, 50) for v in law.moments()]))
rates = [head, "side,y,rate"] + [
    f"{side},{y!r},{mp.nstr(rate(side)(mp.mpf(y)), 50)}" for side, y in RATES]
Path(__file__).with_name("rate_ends.csv").write_text("\n".join(rates) + "\n")
Path(__file__).with_name("law_ends.csv").write_text("\n".join(points) + "\n")
Path(__file__).with_name("law_ends_moments.csv").write_text("\n".join(moments) + "\n")
