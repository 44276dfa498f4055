#include "CLanes.h"
#include "lanes.h"

VERSIONS
void path_contract(
    long rows, long columns, const double *coefficients, const double *monomials, double *matrix) {
  const number *x = (const number *)monomials;
  number *a = (number *)matrix;
  for (long block = 0; block < rows / 4; block++) {
    number s0 = a[4 * block], s1 = a[4 * block + 1];
    number s2 = a[4 * block + 2], s3 = a[4 * block + 3];
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
    a[4 * block] = s0;
    a[4 * block + 1] = s1;
    a[4 * block + 2] = s2;
    a[4 * block + 3] = s3;
  }
}

VERSIONS
void path_factor(long n, double *matrix, int *order) {
  number *a = (number *)matrix;
  for (long i = 0; i < n; i++) order[i] = (int)i;
  for (long k = 0; k < n; k++) {
    /* The pivot whose smallest modulus over the paths is largest; the border stays last. */
    long best = k;
    double largest = -1;
    for (long i = k; i < n - 1; i++) {
      number d = a[packed(n, i) + i];
      lanes square = d.re * d.re + d.im * d.im;
      double least = square[0];
      for (int l = 1; l < LANES; l++) least = square[l] < least ? square[l] : least;
      if (least > largest) {
        largest = least;
        best = i;
      }
    }
    if (best != k) {
      int t = order[k];
      order[k] = order[best];
      order[best] = t;
      for (long j = 0; j < k; j++) swap(&a[packed(n, j) + k], &a[packed(n, j) + best]);
      for (long i = k + 1; i < best; i++)
        swap(&a[packed(n, k) + i], &a[packed(n, i) + best]);
      for (long i = best + 1; i < n; i++)
        swap(&a[packed(n, k) + i], &a[packed(n, best) + i]);
      swap(&a[packed(n, k) + k], &a[packed(n, best) + best]);
    }
    number *restrict ck = a + packed(n, k);
    lanes norm = ck[k].re * ck[k].re + ck[k].im * ck[k].im;
    number inverse = {ck[k].re / norm, -ck[k].im / norm};
    for (long j = k + 1; j < n; j++) {
      number l = product(ck[j], inverse);
      number *restrict cj = a + packed(n, j);
      for (long i = j; i < n; i++) {
        cj[i].re -= ck[i].re * l.re - ck[i].im * l.im;
        cj[i].im -= ck[i].re * l.im + ck[i].im * l.re;
      }
    }
    /* What is kept: the inverse pivot on the diagonal, L below. */
    for (long i = k + 1; i < n; i++) ck[i] = product(ck[i], inverse);
    ck[k] = inverse;
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
void path_multiply(long n, const double *matrix, const double *vector, double *result) {
  const number *a = (const number *)matrix;
  const number *x = (const number *)vector;
  number *y = (number *)result;
  for (long i = 0; i < n; i++) y[i] = product(a[packed(n, i) + i], x[i]);
  for (long j = 0; j < n; j++) {
    const number *cj = a + packed(n, j);
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
