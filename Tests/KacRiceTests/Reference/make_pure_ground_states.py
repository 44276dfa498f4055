"""E_inf and E_k of the pure p-spin model from the printed complexity, 40 digits, bisection.

Writes pure_ground_states.csv beside this file. Needs mpmath. Formula: Theta_{k,p} of Auffinger,
Ben Arous and Cerny, arXiv:1003.1129, in its logarithmic form.
"""

from pathlib import Path

import mpmath as mp

mp.mp.dps = 40


def theta(k, p, u):
    edge = 2 * mp.sqrt(mp.mpf(p - 1) / p)
    root = mp.sqrt(u * u - edge * edge)
    i1 = -(u / edge**2) * root - mp.log(-u + root) + mp.log(edge)
    return mp.log(p - 1) / 2 - (p - 2) * u * u / (4 * mp.mpf(p - 1)) - (k + 1) * i1


def zero(k, p):
    high = -2 * mp.sqrt(mp.mpf(p - 1) / p)
    low = 4 * high
    for _ in range(140):
        middle = (low + high) / 2
        if theta(k, p, middle) > 0:
            high = middle
        else:
            low = middle
    return -high


rows = [f"# made by {Path(__file__).name}, mpmath {mp.__version__}, {mp.mp.dps} digits",
        "p,Einf,E0,E1,E2,E3"]
for p in list(range(3, 13)) + [20, 35, 50]:
    numbers = [2 * mp.sqrt(mp.mpf(p - 1) / p)] + [zero(k, p) for k in range(4)]
    rows.append(",".join([str(p)] + [mp.nstr(x, 20) for x in numbers]))
Path(__file__).with_name("pure_ground_states.csv").write_text("\n".join(rows) + "\n")
