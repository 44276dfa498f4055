#include "CLanes.h"
#include "lanes.h"

VERSIONS
void path_contract(
    long rows, long columns, const double *coefficients, const double *monomials, const int *places,
    double *matrix) {
  const number *x = (const number *)monomials;
  number *a = (number *)matrix;
  for (long block = 0; block < rows / 4; block++) {
    number s0 = {{0}, {0}}, s1 = s0, s2 = s0, s3 = s0;
    const double *c = coefficients + 4 * block * columns;
    for (long m = 0; m < columns; m++) {
      lanes re = x[m].re, im = x[m].im;
      s0.re += c[4 * m] * re;
      s0.im += c[4 * m] * im;
      s1.re += c[4 * m + 1] * re;
      s1.im += c[4 * m + 1] * im;
      s2.re += c[4 * m + 2] * re;
      s2.im += c[4 * m + 2] * im;
      s3.re += c[4 * m + 3] * re;
      s3.im += c[4 * m + 3] * im;
    }
    const int *to = places + 4 * block;
    a[to[0]] = s0;
    a[to[1]] = s1;
    a[to[2]] = s2;
    a[to[3]] = s3;
  }
}

VERSIONS
void path_assemble(
    long n, long degree, const double *start, const double *time, const double *point,
    const double *gradient, double *matrix, double *startGradient, double *step) {
  number *a = (number *)matrix, *s = (number *)startGradient, *f = (number *)step;
  const number *v = (const number *)point, *g = (const number *)gradient;
  const lanes t = *(const lanes *)time, rest = 1 - t;
  const number mu = v[n];
  number square = {{0}, {0}};
  for (long j = 0; j < n; j++) {
    double re = degree * start[2 * j], im = degree * start[2 * j + 1];
    number curvature = {re + (lanes){0}, im + (lanes){0}};
    for (long k = 2; k < degree; k++) curvature = product(curvature, v[j]);
    s[j] = product(curvature, v[j]);
    number *restrict c = a + packed(n + 1, j);
    for (long i = j; i < n; i++) {
      c[i].re *= t;
      c[i].im *= t;
    }
    c[j].re += curvature.re * (rest * (double)(degree - 1)) - mu.re;
    c[j].im += curvature.im * (rest * (double)(degree - 1)) - mu.im;
    c[n] = v[j];
    number turned = product(mu, v[j]), own = product(v[j], v[j]);
    f[j].re = turned.re - g[j].re * t - s[j].re * rest;
    f[j].im = turned.im - g[j].im * t - s[j].im * rest;
    square.re += own.re;
    square.im += own.im;
  }
  a[packed(n + 1, n) + n] = (number){{0}, {0}};
  f[n].re = (1 - square.re) * 0.5;
  f[n].im = square.im * -0.5;
}

/* Rows i to i + count - 1 of column k less what the columns before it take away, w_j = d_j L_kj. */
INLINE void reduce_rows(
    long n, long k, long i, int count, number *restrict a, const number *restrict w) {
  number sums[4];
  number *column = a + packed(n, k) + i;
  for (int r = 0; r < count; r++) sums[r] = column[r];
  const number *l = a + i;
  for (long j = 0; j < k; j++) {
    for (int r = 0; r < count; r++) {
      sums[r].re -= l[r].re * w[j].re;
      sums[r].im -= l[r].re * w[j].im;
      sums[r].re += l[r].im * w[j].im;
      sums[r].im -= l[r].im * w[j].re;
    }
    l += n - j - 1;
  }
  for (int r = 0; r < count; r++) column[r] = sums[r];
}

VERSIONS
void path_factor(long n, double *matrix, int *order, double *scratch) {
  number *a = (number *)matrix;
  /* What is left of the diagonal, then d_j; and a row of d_j L_kj. */
  number *d = (number *)scratch, *w = d + n;
  for (long i = 0; i < n; i++) {
    order[i] = (int)i;
    d[i] = a[packed(n, i) + i];
  }
  double enough = 0;
  for (long k = 0; k < n; k++) {
    /* The next in line, if it is not much smaller than the first one in any path; else the pivot whose smallest
     * modulus over the paths is largest. The border stays last. */
    long best = k;
    double largest = k < n - 1 ? least(d[k].re * d[k].re + d[k].im * d[k].im) : enough;
    if (!(largest >= enough) || k == 0)
      for (long i = k + 1; i < n - 1; i++) {
        double smallest = least(d[i].re * d[i].re + d[i].im * d[i].im);
        if (smallest > largest) {
          largest = smallest;
          best = i;
        }
      }
    if (k == 0) enough = 1e-3 * largest;
    if (best != k) {
      int t = order[k];
      order[k] = order[best];
      order[best] = t;
      swap(&d[k], &d[best]);
      for (long j = 0; j < k; j++) swap(&a[packed(n, j) + k], &a[packed(n, j) + best]);
      for (long i = k + 1; i < best; i++)
        swap(&a[packed(n, k) + i], &a[packed(n, i) + best]);
      for (long i = best + 1; i < n; i++)
        swap(&a[packed(n, k) + i], &a[packed(n, best) + i]);
    }
    for (long j = 0; j < k; j++) w[j] = product(d[j], a[packed(n, j) + k]);
    long i = k + 1;
    for (; i + 4 <= n; i += 4) reduce_rows(n, k, i, 4, a, w);
    if (n - i == 3) reduce_rows(n, k, i, 3, a, w);
    if (n - i == 2) reduce_rows(n, k, i, 2, a, w);
    if (n - i == 1) reduce_rows(n, k, i, 1, a, w);
    lanes norm = d[k].re * d[k].re + d[k].im * d[k].im;
    number inverse = {d[k].re / norm, -d[k].im / norm};
    /* What is kept: the inverse pivot on the diagonal, L below. */
    number *restrict ck = a + packed(n, k);
    ck[k] = inverse;
    for (long i = k + 1; i < n; i++) {
      number c = ck[i];
      ck[i] = product(c, inverse);
      number taken = product(c, ck[i]);
      d[i].re -= taken.re;
      d[i].im -= taken.im;
    }
  }
}

VERSIONS
void path_solve(long n, const double *matrix, const int *order, double *rhs, double *scratch) {
  const number *a = (const number *)matrix;
  number *b = (number *)rhs;
  number *y = (number *)scratch;
  for (long i = 0; i < n; i++) y[i] = b[order[i]];
  for (long k = 0; k < n; k++) {
    const number *ck = a + packed(n, k);
    number yk = y[k];
    for (long i = k + 1; i < n; i++) {
      number t = product(ck[i], yk);
      y[i].re -= t.re;
      y[i].im -= t.im;
    }
  }
  for (long k = n - 1; k >= 0; k--) {
    const number *ck = a + packed(n, k);
    number sum = product(y[k], ck[k]);
    for (long i = k + 1; i < n; i++) {
      number t = product(ck[i], y[i]);
      sum.re -= t.re;
      sum.im -= t.im;
    }
    y[k] = sum;
  }
  for (long i = 0; i < n; i++) b[order[i]] = y[i];
}

VERSIONS
void path_multiply(
    long n, long order, const double *matrix, const double *vector, double *result) {
  const number *a = (const number *)matrix;
  const number *x = (const number *)vector;
  number *y = (number *)result;
  for (long i = 0; i < n; i++) y[i] = product(a[packed(order, i) + i], x[i]);
  for (long j = 0; j < n; j++) {
    const number *cj = a + packed(order, j);
    number xj = x[j], sum = y[j];
    for (long i = j + 1; i < n; i++) {
      number down = product(cj[i], xj), up = product(cj[i], x[i]);
      y[i].re += down.re;
      y[i].im += down.im;
      sum.re += up.re;
      sum.im += up.im;
    }
    y[j] = sum;
  }
}
