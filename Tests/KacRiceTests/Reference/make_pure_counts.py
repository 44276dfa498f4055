"""Mean numbers of critical points of pure models by index, in numbers with proved error balls.

Writes pure_counts.csv beside this file. Needs python-flint; a quarter of an hour.

    E #(index k) = 2 sqrt(2/p) (p-1)^(N/2) E exp(-c y_k^2),   c = (p-2)/(2p),

y_0 <= y_1 <= ... the eigenvalues of a GOE matrix with off-diagonal variance 1/2 (Auffinger, Ben Arous and Cerny). By parts
the mean is the integral over x of 2cx exp(-c x^2) P(y_k < x). The probabilities are coefficients of E z^#(y < x), the
Pfaffian of skew products of monomials with the weight exp(-y^2/2), here the root of a determinant at real z, where both
are positive, divided out by Newton's differences. All of that is in balls of hundreds of bits. The integral is a sum
over x in steps of 1/8, next to exact for entire functions that fall as Gaussians do; the sum over every other x says how
close. Beyond the last x with a determinant all eigenvalues are below x, to much less than what is written.
"""

import sys
from pathlib import Path

from flint import arb, arb_mat, ctx

CASES = [(3, 6), (4, 10), (3, 20), (10, 20), (3, 60)]
STEPS = 8


def moments(x, a, count):
    """Those of exp(-a y^2) below x and above it."""
    e, s = (-a * x * x).exp() / (2 * a), (arb.pi() / a).sqrt() / 2
    below, above = [s * (1 + (a.sqrt() * x).erf()), -e], [s * (a.sqrt() * x).erfc(), e]
    for n in range(2, count):
        e *= x
        below.append((n - 1) * below[n - 2] / (2 * a) - e)
        above.append((n - 1) * above[n - 2] / (2 * a) + e)
    return below, above


def skew_products(x, n):
    """Of y^j w and y^k w, each with a factor z below x, as polynomials in z: y^j w = (j - 1) y^(j-2) w - (y^(j-1) w)'."""
    (l, u), (ll, uu) = moments(x, arb(0.5), n), moments(x, arb(1), 2 * n)
    w = (-x * x / 2).exp()

    def derivative(j, k):
        f, m = w * x**j, j + k
        return [2 * uu[m] - f * u[k], f * (u[k] + l[k]), 2 * ll[m] - f * l[k]]

    products = {(0, 0): [arb(0)] * 3}
    for j in range(1, n):
        for k in range(j):
            rest = products[j - 2, k] if j >= 2 else [arb(0)] * 3
            products[j, k] = [(j - 1) * r - d for r, d in zip(rest, derivative(j - 1, k))]
            products[k, j] = [-value for value in products[j, k]]
        products[j, j] = [arb(0)] * 3
    return products


def probabilities(x, n):
    """P(m eigenvalues are below x), m = 0, ..., n."""
    products = skew_products(x, n)
    z = [1 + arb(i) / 4 for i in range(n + 1)]
    values = []
    for t in z:
        matrix = arb_mat(n, n)
        for (j, k), (a, b, c) in products.items():
            matrix[j, k] = a + t * (b + t * c)
        values.append(matrix.det().sqrt())
    values = [value / values[0] for value in values]
    for order in range(1, n + 1):
        for i in range(n, order - 1, -1):
            values[i] = (values[i] - values[i - 1]) / (z[i] - z[i - order])
    result = [values[n]]
    for i in range(n - 1, -1, -1):
        result = [a - z[i] * b for a, b in zip([arb(0), *result], [*result, arb(0)])]
        result[0] += values[i]
    return result


def counts(p, n):
    """Balls by index, and the relative distance of the sum over every other x."""
    ctx.prec = 250 + 9 * n
    c = arb(p - 2) / (2 * p)
    edge = (2 * n) ** 0.5 + 2.5 + 10 / n**0.5
    end = ((80 + n / 2 * float(arb(p - 1).log())) / float(c)) ** 0.5
    sums = [[arb(0)] * n, [arb(0)] * n]
    for i in range(1, int(STEPS * max(edge, end))):
        x = arb(i) / STEPS
        weight = 2 * c * x * (-c * x * x).exp() / STEPS
        # Those with more than k below x less those with more than k below -x.
        differences = [arb(1)] * n
        if i < STEPS * edge:
            at_most, total = [], arb(0)
            for probability in probabilities(x, n):
                total += probability
                at_most.append(total)
            differences = [1 - at_most[k] - at_most[n - 1 - k] for k in range(n)]
            print(p, n, i, differences[0].rel_accuracy_bits(), file=sys.stderr, flush=True)
        for k in range(n):
            sums[0][k] += weight * differences[k]
            if i % 2 == 0:
                sums[1][k] += 2 * weight * differences[k]
    factor = 2 * (arb(2) / p).sqrt() * arb(p - 1) ** (arb(n) / 2)
    return [factor * value for value in sums[0]], max(abs(float(b / a - 1)) for a, b in zip(*sums))


if __name__ == "__main__":
    lines = ["p,n,index,count"]
    for p, n in CASES:
        balls, distance = counts(p, n)
        print(p, n, "relative distance of half the nodes", distance, file=sys.stderr)
        lines += [f"{p},{n},{k},{ball.str(18, radius=False)}" for k, ball in enumerate(balls)]
    Path(__file__).with_name("pure_counts.csv").write_text("\n".join(lines) + "\n")
