#include "CLanes.h"
#include "lanes.h"

INLINE number negative(number a) {
  number c = {-a.re, -a.im};
  return c;
}

/* Exchanges rows and columns q < p from row q on, and in the row before. */
INLINE void exchange(number *a, long n, long q, long p) {
  number *before = a + packed(n, q - 1), *first = a + packed(n, q), *second = a + packed(n, p);
  swap(&before[q], &before[p]);
  for (long i = q + 1; i < p; i++) {
    number *between = a + packed(n, i) + p;
    number c = negative(*between);
    *between = negative(first[i]);
    first[i] = c;
  }
  first[p] = negative(first[p]);
  for (long i = p + 1; i < n; i++) swap(&first[i], &second[i]);
}

/* The entry of a row that is large in all lanes: whose smallest part of a lane's largest entry is largest. */
INLINE long pivot(const number *a, long first, long n) {
  lanes largest = {0};
  for (long i = first; i < n; i++) {
    lanes square = a[i].re * a[i].re + a[i].im * a[i].im;
    largest = choose(square > largest, square, largest);
  }
  /* A lane without entries has no say. */
  lanes none = choose(largest == 0, largest + 1, largest - largest);
  largest += none;
  long best = first;
  double most = -1;
  for (long i = first; i < n; i++) {
    lanes part = (a[i].re * a[i].re + a[i].im * a[i].im + none) / largest;
    double least = part[0];
    for (int l = 1; l < LANES; l++) least = part[l] < least ? part[l] : least;
    if (least > most) {
      most = least;
      best = i;
    }
  }
  return best;
}

VERSIONS
double pfaffian_corners(long n, double *matrix, double *corners) {
  number *a = (number *)matrix;
  number *c = (number *)corners;
  double sign = 1;
  for (long k = 0; k < n; k += 2) {
    number *restrict t = a + packed(n, k);
    long best = pivot(t, k + 1, n);
    if (best != k + 1) {
      exchange(a, n, k + 1, best);
      sign = -sign;
    }
    number corner = t[k + 1];
    c[k / 2] = corner;
    lanes norm = corner.re * corner.re + corner.im * corner.im;
    lanes scale = choose(norm > 0, 1 / norm, norm);
    number inverse = {corner.re * scale, -corner.im * scale};
    const number *restrict r = a + packed(n, k + 1);
    for (long i = k + 2; i < n; i++) t[i] = product(t[i], inverse);
    /* a_ij -= t_i r_j - t_j r_i, two rows at a time. */
    long i = k + 2;
    for (; i + 1 < n; i += 2) {
      number *restrict first = a + packed(n, i), *restrict second = a + packed(n, i + 1);
      number t0 = t[i], r0 = r[i], t1 = t[i + 1], r1 = r[i + 1];
      first[i + 1].re -= (t0.re * r1.re - t0.im * r1.im) - (t1.re * r0.re - t1.im * r0.im);
      first[i + 1].im -= (t0.re * r1.im + t0.im * r1.re) - (t1.re * r0.im + t1.im * r0.re);
      for (long j = i + 2; j < n; j++) {
        number tj = t[j], rj = r[j];
        first[j].re -= (t0.re * rj.re - t0.im * rj.im) - (tj.re * r0.re - tj.im * r0.im);
        first[j].im -= (t0.re * rj.im + t0.im * rj.re) - (tj.re * r0.im + tj.im * r0.re);
        second[j].re -= (t1.re * rj.re - t1.im * rj.im) - (tj.re * r1.re - tj.im * r1.im);
        second[j].im -= (t1.re * rj.im + t1.im * rj.re) - (tj.re * r1.im + tj.im * r1.re);
      }
    }
  }
  return sign;
}

VERSIONS
void pfaffian_pencil(long n, const double *coefficients, const double *z, double *matrix) {
  number *a = (number *)matrix;
  const number *point = (const number *)z;
  number first = *point, second = product(first, first);
  const double *c = coefficients;
  for (long i = 0; i < n; i++) {
    number *r = a + packed(n, i);
    for (long j = i + 1; j < n; j++, c += 6) {
      r[j].re = c[0] + (first.re * c[2] - first.im * c[3]) + (second.re * c[4] - second.im * c[5]);
      r[j].im = c[1] + (first.re * c[3] + first.im * c[2]) + (second.re * c[5] + second.im * c[4]);
    }
  }
}
