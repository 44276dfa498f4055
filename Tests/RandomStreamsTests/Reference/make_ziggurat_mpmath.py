"""Normal numbers by the ziggurat in 40-digit arithmetic, on words made by philox.py.

Usage: python3 make_ziggurat_mpmath.py > ziggurat_mpmath.csv
"""

from mpmath import erfc, exp, log, mp, mpf, pi, sqrt
import mpmath
from philox import words

mp.dps = 40
KEY, COUNTER, DRAWS = (2385, 1), (0, 3, 11, 0), 12000


def f(x):
    return exp(-x * x / 2)


def stack(r):
    """Right ends of the 256 layers above a base ending at r, and the excess over the top."""
    area = r * f(r) + sqrt(pi / 2) * erfc(r / sqrt(mpf(2)))
    ends, top = [area / f(r), r], f(r) + area / r
    while len(ends) < 256 and top < 1:
        ends.append(sqrt(-2 * log(top)))
        top = f(ends[-1]) + area / ends[-1]
    return ends, top - 1 if len(ends) == 256 else mpf(1)


low, high = mpf(3), mpf(4)
for _ in range(140):
    middle = (low + high) / 2
    low, high = (middle, high) if stack(middle)[1] > 0 else (low, middle)
ends = stack(high)[0] + [mpf(0)]


def normal(source):
    """A normal number, the number of words it took and the branches it went through."""
    taken, path = 0, ""

    def word():
        nonlocal taken
        taken += 1
        return next(source)

    while True:
        w = word()
        layer, signed = w % 256, w >> 10
        if signed >= 2**53:
            signed -= 2**54
        x = mpf(signed) / 2**53 * ends[layer]
        if abs(x) < ends[layer + 1]:
            return x, taken, path + "fast"
        if layer == 0:
            while True:
                u, v = (mpf((word() >> 11) + 1) / 2**53 for _ in range(2))
                s = -log(u) / ends[1]
                if -2 * log(v) > s * s:
                    return (ends[1] + s) * (1 if signed >= 0 else -1), taken, path + "tail"
                path += "retry "
        y = f(ends[layer]) + mpf(word() >> 11) / 2**53 * (f(ends[layer + 1]) - f(ends[layer]))
        if y < f(x):
            return x, taken, path + "wedge"
        path += "miss "


print(f"# made by make_ziggurat_mpmath.py with mpmath {mpmath.__version__} at {mp.dps} digits")
print(f"# r = {mp.nstr(ends[1], 20)}; key {KEY}, counter {COUNTER}, {DRAWS} draws")
print("# listed: the first 16 draws, all that are not accepted at once, and the last")
print("index,words,value,path")
source, total = words(KEY, COUNTER), 0
for index in range(DRAWS):
    x, taken, path = normal(source)
    total += taken
    if index < 16 or path != "fast" or index == DRAWS - 1:
        print(f"{index},{total},{mp.nstr(x, 20)},{path}")
