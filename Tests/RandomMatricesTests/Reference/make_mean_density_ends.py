"""Mean densities of large GOE and GUE matrices and their distribution functions, 50 digits.

Writes mean_density_ends.csv beside this file. Needs mpmath. Hermite functions by their recurrence at 60 digits and
with exponents that do not underflow; the density of GUE by the formula of Christoffel and Darboux, of GOE with
the integral of one Hermite function (Mehta, section 7.2), distribution functions as sums of integrals over
functions squared and, for GOE, of a function times an integral.
"""

from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.dps = 60
SIZES = [1000, 1001, 10000, 1000000]
FRACTIONS = ["-1.0005", "-0.71", "0.013", "0.93"]


def row(beta, n, x):
    y = mpf(x) / mp.sqrt(beta)
    root = [mp.sqrt(mpf(j)) for j in range(n + 2)]
    two = mp.sqrt(2)
    before, here = mpf(0), mp.exp(-y * y / 2) / mp.pi ** mpf("0.25")
    mass = mp.erfc(-y) / 2  # integral of psi_j^2
    total_before, total = mpf(0), two * mp.pi ** mpf("0.25")  # of psi_j over the line
    part_before, part = mpf(0), total * mp.erfc(-y / two) / 2  # up to y
    count, product = mpf(0), mpf(0)  # Q_0 = 0
    for j in range(n):
        count += mass
        # Q_{j+1} of the integrals E_j and E_{j-1}, E = part - total/2.
        e, e_before = part - total / 2, part_before - total_before / 2
        product = (root[j] / root[j + 1]) * (e * e_before - product) - two / root[j + 1] * mass
        after = (two * y * here - root[j] * before) / root[j + 1]
        part_before, part = part, (root[j] * part_before - two * here) / root[j + 1]
        total_before, total = total, root[j] * total_before / root[j + 1]
        before, here = here, after
        mass -= here * before / (two * root[j + 1])
    # Now here = psi_n, before = psi_{n-1}, part of psi_n, product = Q_n.
    further = (two * y * before - root[n] * here) / root[n - 1]  # psi_{n-2}
    slope, slope_before = two * root[n] * before - y * here, two * root[n - 1] * further - y * before
    density = root[n] / two * (slope * before - slope_before * here)
    if beta == 1:
        density += root[n] / two * before * (part - total / 2)
        count += root[n] / two * product
        if n % 2:
            density += before / total_before
            count += part_before / total_before
    return density / n / mp.sqrt(beta), count / n


rows = [f"# made by {Path(__file__).name}, mpmath {mpmath.__version__}, 50 digits", "beta,n,x,density,distribution"]
for beta in [1, 2]:
    for n in SIZES:
        for fraction in FRACTIONS if n < 1000000 else FRACTIONS[1:2]:
            x = float(mp.sqrt(2 * beta * n) * mpf(fraction))
            values = [mp.nstr(v, 50) for v in row(beta, n, x)]
            rows.append(",".join([str(beta), str(n), repr(x)] + values))
            print(beta, n, fraction, flush=True)
Path(__file__).with_name("mean_density_ends.csv").write_text("\n".join(rows) + "\n")
