#include "CLanes.h"
#include "lanes.h"

INLINE number negative(number a) {
  number c = {-a.re, -a.im};
  return c;
}

/* Exchanges rows and columns q < p from row q on. */
INLINE void exchange(number *a, long n, long q, long p) {
  number *first = a + packed(n, q), *second = a + packed(n, p);
  for (long i = q + 1; i < p; i++) {
    number *between = a + packed(n, i) + p;
    number c = negative(*between);
    *between = negative(first[i]);
    first[i] = c;
  }
  first[p] = negative(first[p]);
  for (long i = p + 1; i < n; i++) swap(&first[i], &second[i]);
}

/* The entry of a row that is large in all lanes, and how large: the smallest square over lanes of its part of a lane's
 * largest entry. */
INLINE long pivot(const number *a, long first, long n, double *part) {
  lanes largest = {0};
  for (long i = first; i < n; i++) {
    lanes square = a[i].re * a[i].re + a[i].im * a[i].im;
    largest = choose(square > largest, square, largest);
  }
  /* A lane without entries has no say. */
  lanes none = choose(largest == 0, largest + 1, largest - largest);
  lanes inverse = 1 / (largest + none);
  long best = first;
  *part = -1;
  for (long i = first; i < n; i++) {
    double smallest = least((a[i].re * a[i].re + a[i].im * a[i].im + none) * inverse);
    if (smallest > *part) {
      *part = smallest;
      best = i;
    }
  }
  return best;
}

/* Brings a row to place k that has a pivot large in all lanes, if one of the next few has. */
INLINE long choose_row(number *a, long n, long rows, long k, double *sign) {
  enum { TRIES = 8 };
  double most, part;
  long column = pivot(a + packed(n, k), k + 1, rows, &most), best = k;
  for (long p = k + 1; p < rows && p <= k + TRIES && !(most > 0.03); p++) {
    exchange(a, n, k, p);
    *sign = -*sign;
    long found = pivot(a + packed(n, k), k + 1, rows, &part);
    /* The rows tried before stand one place further each. */
    if (part > most) {
      most = part;
      best = p;
      column = found;
    } else if (p == rows - 1 || p == k + TRIES) {
      exchange(a, n, k, best + 1);
      *sign = -*sign;
      column = pivot(a + packed(n, k), k + 1, rows, &part);
    }
  }
  return column;
}

VERSIONS
double pfaffian_corners(long rows, double *matrix, double *corners) {
  const long n = rows + 2;
  number *a = (number *)matrix;
  number *c = (number *)corners;
  double sign = 1;
  for (long k = 0; k + 1 < rows; k += 2) {
    long best = choose_row(a, n, rows, k, &sign);
    number *restrict t = a + packed(n, k);
    if (best != k + 1) {
      swap(&t[k + 1], &t[best]);
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
  const number *last = a + packed(n, rows - rows % 2);
  c[rows / 2] = last[rows % 2 ? n - 2 : n - 1];
  if (rows % 2) c[rows / 2 + 1] = last[n - 1];
  return sign;
}

VERSIONS
void pfaffian_pencil(
    long rows, const double *coefficients, const double *borders, const double *point,
    double *matrix) {
  const long n = rows + 2;
  number *a = (number *)matrix;
  const number w = *(const number *)point;
  const double *c = coefficients, *b = borders;
  const lanes zero = {0};
  for (long i = 0; i < rows; i++, b += 4) {
    number *r = a + packed(n, i);
    for (long j = i + 1; j < rows; j++, c += 4) {
      r[j].re = c[0] + (w.re * c[2] - w.im * c[3]);
      r[j].im = c[1] + (w.re * c[3] + w.im * c[2]);
    }
    r[rows] = (number){b[0] + zero, b[1] + zero};
    r[rows + 1] = (number){b[2] + zero, b[3] + zero};
  }
  a[packed(n, rows) + rows + 1] = (number){zero, zero};
}
