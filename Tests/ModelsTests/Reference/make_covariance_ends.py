"""Covariances and their derivatives at the ends of their parameters' domains, 50 digits.

Writes covariance_ends.csv beside this file: f and its first four derivatives in tau = r^2/2, of unit variance and
length, differentiated numerically at 65 digits or under an integral. Needs mpmath.
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 65


def squared_exponential():
    return lambda t: mp.exp(-t)


def matern(nu):
    def f(t):
        x = mp.sqrt(4 * nu * t)
        return 2 ** (1 - nu) / mp.gamma(nu) * x**nu * mp.besselk(nu, x)
    return f


def rational_quadratic(alpha):
    return lambda t: (1 + t / alpha) ** -alpha


def waves(dimension):
    half = dimension / 2 - 1

    def f(t):
        r = mp.sqrt(2 * t)
        return mp.gamma(dimension / 2) * (2 / r) ** half * mp.besselj(half, r)
    return f


def power_law(hurst, ratio):
    """Lengths e^u from 1 to `ratio`, by quadrature over pieces of half a unit of u; derivatives under the integral."""
    end = mp.log(ratio)
    pieces = mp.linspace(0, end, int(2 * end) + 2)

    def derivatives(t):
        with mp.workdps(65):
            norm = mp.expm1(2 * hurst * end) / (2 * hurst)
            largest = mp.exp(-t / ratio**2)  # of the exponential; goals of quadrature are absolute
            return [largest * sum(mp.quad(
                lambda u: (-mp.exp(-2 * u)) ** k * mp.exp(
                    2 * hurst * u - t * (mp.exp(-2 * u) - ratio**-2)), piece)
                for piece in zip(pieces, pieces[1:])) / norm for k in range(6)]
    return derivatives


def by_differences(f):
    """f and its derivatives from one function, in units of t."""
    def derivatives(t):
        series = mp.taylor(lambda u: f(t * u), 1, 5)
        return [c * mp.factorial(k) / t**k for k, c in enumerate(series)]
    return derivatives


CASES = [
    ("squared-exponential", squared_exponential, [()]),
    ("matern", matern, [(v,) for v in ["0.01", "0.5", "0.9", "1.5", "2.5", "3.3", "17.3", "99.7", "999.9"]]),
    ("rational-quadratic", rational_quadratic, [(v,) for v in ["0.01", "1", "37", "10000"]]),
    ("waves", waves, [(v,) for v in ["1", "2", "3", "10", "100", "1000"]]),
    ("power-law", power_law, [
        ("0.01", "1.0000001"), ("0.01", "1e6"), ("0.01", "1e60"), ("0.4", "30"), ("2", "1.5"), ("2", "1e30")]),
]
DISTANCES = ["1e-12", "1e-5", "0.1", "1", "3", "9", "27"]

rows = [f"# made by {Path(__file__).name}, mpmath {mp.__version__}, 50 digits",
        "family,first,second,distance,f,f1,f2,f3,f4,f5"]
for name, make, cases in CASES:
    for case in cases:
        print(name, case, flush=True)
        made = make(*[mp.mpf(float(p)) for p in case])
        derivatives = made if make is power_law else by_differences(made)
        for distance in DISTANCES:
            r = mp.mpf(float(distance))
            t = r * r / 2
            values = [mp.nstr(value, 50) for value in derivatives(t)]
            rows.append(",".join([name] + (list(case) + ["", ""])[:2] + [repr(float(distance))] + values))
Path(__file__).with_name("covariance_ends.csv").write_text("\n".join(rows) + "\n")
