#include "CLanes.h"
#include "lanes.h"
#include <math.h>

#pragma STDC FP_CONTRACT OFF

INLINE lanes root(lanes x) { return __builtin_elementwise_sqrt(x); }

INLINE lanes magnitude(lanes x) { return choose(x < 0, -x, x); }

/* The reflector 1 - factor v v^T that maps a column to (beta, 0, ...); v_0 = 1 in its place. */
INLINE void reflector(lanes *x, long count, lanes *factor, lanes *beta) {
  lanes square = {0}, largest = {0};
  for (long i = 1; i < count; i++) largest = choose(magnitude(x[i]) > largest, magnitude(x[i]), largest);
  largest = choose(magnitude(x[0]) > largest, magnitude(x[0]), largest);
  lanes unit = choose(largest > 0, 1 / largest, largest + 1);
  for (long i = 1; i < count; i++) square += (x[i] * unit) * (x[i] * unit);
  lanes head = x[0] * unit;
  lanes length = root(head * head + square);
  lanes end = choose(head > 0, -length, length);
  lanes isPlain = (lanes)(square == 0);
  *beta = choose((choices)isPlain, x[0], end * largest);
  *factor = choose((choices)isPlain, square, (end - head) / end);
  lanes scale = choose((choices)isPlain, square, unit / (head - end));
  for (long i = 1; i < count; i++) x[i] *= scale;
  x[0] = (lanes){1, 1, 1, 1, 1, 1, 1, 1};
}

VERSIONS
void tridiagonal_reduce(
    long n, double *matrix, double *diagonal, double *beside, double *factors, double *scratch) {
  lanes *a = (lanes *)matrix, *d = (lanes *)diagonal, *e = (lanes *)beside;
  lanes *tau = (lanes *)factors;
  /* The update A -= v w^T + w v^T that is due, and the product y = A p with the next reflector's vector. */
  lanes *w = (lanes *)scratch, *y = w + n;
  const lanes *v = 0;
  for (long k = 0; k < n; k++) {
    lanes *restrict ck = a + packed(n, k);
    if (v) {
      lanes vk = v[k], wk = w[k];
      for (long i = k; i < n; i++) ck[i] -= v[i] * wk + w[i] * vk;
    }
    d[k] = ck[k];
    tau[k] = (lanes){0};
    if (k + 1 >= n) break;
    if (k + 2 == n) {
      e[k] = ck[k + 1];
      ck[k + 1] = (lanes){1, 1, 1, 1, 1, 1, 1, 1};
      lanes *last = a + packed(n, k + 1);
      if (v) last[k + 1] -= 2 * v[k + 1] * w[k + 1];
      d[k + 1] = last[k + 1];
      tau[k + 1] = (lanes){0};
      break;
    }
    reflector(ck + k + 1, n - k - 1, &tau[k], &e[k]);
    const lanes *restrict p = ck;
    for (long i = k + 1; i < n; i++) y[i] = (lanes){0};
    long j = k + 1;
    /* Two columns at a time: the update due, then their part of y. */
    for (; j + 1 < n; j += 2) {
      lanes *restrict first = a + packed(n, j), *restrict second = a + packed(n, j + 1);
      lanes v0 = {0}, w0 = {0}, v1 = {0}, w1 = {0};
      if (v) v0 = v[j], w0 = w[j], v1 = v[j + 1], w1 = w[j + 1];
      lanes p0 = p[j], p1 = p[j + 1];
      lanes s = first[j], t = first[j + 1], u = second[j + 1];
      if (v) {
        s -= v0 * w0 + w0 * v0;
        t -= v1 * w0 + w1 * v0;
        u -= v1 * w1 + w1 * v1;
        first[j] = s;
        first[j + 1] = t;
        second[j + 1] = u;
      }
      lanes y0 = y[j] + s * p0 + t * p1, y1 = y[j + 1] + t * p0 + u * p1;
      if (v) {
        for (long i = j + 2; i < n; i++) {
          lanes vi = v[i], wi = w[i], pi = p[i];
          lanes b = first[i] - (vi * w0 + wi * v0), c = second[i] - (vi * w1 + wi * v1);
          first[i] = b;
          second[i] = c;
          y[i] += b * p0 + c * p1;
          y0 += b * pi;
          y1 += c * pi;
        }
      } else {
        for (long i = j + 2; i < n; i++) {
          lanes pi = p[i], b = first[i], c = second[i];
          y[i] += b * p0 + c * p1;
          y0 += b * pi;
          y1 += c * pi;
        }
      }
      y[j] = y0;
      y[j + 1] = y1;
    }
    if (j < n) {
      lanes *last = a + packed(n, j);
      if (v) last[j] -= 2 * v[j] * w[j];
      y[j] += last[j] * p[j];
    }
    /* w = tau y - tau^2 (y.p)/2 p. */
    lanes dot = {0};
    for (long i = k + 1; i < n; i++) dot += y[i] * p[i];
    lanes half = 0.5 * tau[k] * tau[k] * dot;
    for (long i = k + 1; i < n; i++) w[i] = tau[k] * y[i] - half * p[i];
    v = p;
  }
}

VERSIONS
void tridiagonal_rotate(
    long n, const double *matrix, const double *factors, double *vector, int back) {
  const lanes *a = (const lanes *)matrix, *tau = (const lanes *)factors;
  lanes *restrict x = (lanes *)vector;
  for (long step = 0; step < n - 2; step++) {
    long k = back ? n - 3 - step : step;
    const lanes *v = a + packed(n, k);
    lanes dot = {0};
    for (long i = k + 1; i < n; i++) dot += v[i] * x[i];
    dot *= tau[k];
    for (long i = k + 1; i < n; i++) x[i] -= dot * v[i];
  }
}

/* Factors of a shifted tridiagonal matrix with row exchanges. */
typedef struct {
  /* The inverse pivots, the two entries above them, and the multipliers. */
  lanes *inverse, *above, *second, *multiplier;
} banded;

INLINE void factor(
    long n, const lanes *d, const lanes *e, const lanes *at, const lanes *least, banded f,
    choices *swapped) {
  lanes shift = *at, small = *least;
  lanes pivot = d[0] - shift, above = n > 1 ? e[0] : (lanes){0};
  for (long i = 0; i + 1 < n; i++) {
    lanes below = e[i], next = d[i + 1] - shift, beyond = i + 2 < n ? e[i + 1] : (lanes){0};
    choices isSwapped = magnitude(below) > magnitude(pivot);
    lanes top = choose(isSwapped, below, pivot), bottom = choose(isSwapped, pivot, below);
    lanes first = choose(isSwapped, next, above), other = choose(isSwapped, above, next);
    lanes second = choose(isSwapped, beyond, beyond - beyond);
    lanes last = choose(isSwapped, beyond - beyond, beyond);
    top = choose(top == 0, small, top);
    lanes inverse = 1 / top;
    lanes m = bottom * inverse;
    f.inverse[i] = inverse;
    f.above[i] = first;
    f.second[i] = second;
    f.multiplier[i] = m;
    swapped[i] = isSwapped;
    pivot = other - m * first;
    above = last - m * second;
  }
  pivot = choose(magnitude(pivot) < small, small, pivot);
  f.inverse[n - 1] = 1 / pivot;
}

INLINE void forward(long n, const banded f, const choices *swapped, lanes *x) {
  for (long i = 0; i + 1 < n; i++) {
    lanes a = choose(swapped[i], x[i + 1], x[i]), b = choose(swapped[i], x[i], x[i + 1]);
    x[i] = a;
    x[i + 1] = b - f.multiplier[i] * a;
  }
}

INLINE void backward(long n, const banded f, lanes *x) {
  x[n - 1] *= f.inverse[n - 1];
  if (n > 1) x[n - 2] = (x[n - 2] - f.above[n - 2] * x[n - 1]) * f.inverse[n - 2];
  for (long i = n - 3; i >= 0; i--)
    x[i] = (x[i] - f.above[i] * x[i + 1] - f.second[i] * x[i + 2]) * f.inverse[i];
}

INLINE banded parts(long n, lanes *scratch) {
  banded f = {scratch, scratch + n, scratch + 2 * n, scratch + 3 * n};
  return f;
}

VERSIONS
void tridiagonal_solve(
    long n, const double *diagonal, const double *beside, const double *shift, const double *small,
    double *vector, double *scratch) {
  banded f = parts(n, (lanes *)scratch);
  choices *swapped = (choices *)scratch + 4 * n;
  factor(n, (const lanes *)diagonal, (const lanes *)beside, (const lanes *)shift,
      (const lanes *)small, f, swapped);
  forward(n, f, swapped, (lanes *)vector);
  backward(n, f, (lanes *)vector);
}

VERSIONS
void tridiagonal_count(
    long n, const double *diagonal, const double *beside, const double *shift, const double *small,
    double *counts) {
  const lanes *d = (const lanes *)diagonal, *e = (const lanes *)beside;
  lanes at = *(const lanes *)shift, least = *(const lanes *)small, count = {0};
  lanes q = d[0] - at;
  for (long i = 0;; i++) {
    q = choose(q == 0, -least, q);
    count += choose(q < 0, least - least + 1, least - least);
    if (i + 1 == n) break;
    q = d[i + 1] - at - e[i] * e[i] / q;
  }
  *(lanes *)counts = count;
}

/* Each lane deflates at its own pace: its rows from `first` on are still coupled, and it is done at the last row. */
typedef struct {
  long last, first[LANES], count[LANES];
  /* The least of `first`, and all of them as numbers. */
  long least;
  lanes start;
} progress;

INLINE progress begin(long n) {
  progress p = {.last = n - 1};
  return p;
}

/* Goes on where the entry beside `first`, or its square, is no more than
 * relative |d_first||d_first+1| + absolute, or its root. Zero if that takes too long in a lane. */
INLINE int advance(progress *p, const lanes *d, const lanes *e, int squared) {
  p->least = p->last;
  for (int l = 0; l < LANES; l++) {
    long k = p->first[l];
    p->count[l] += k < p->last;
    for (; k < p->last; k++) {
      double a = fabs(d[k][l]), b = fabs(d[k + 1][l]), beside = fabs(e[k][l]);
      double negligible = squared ? fmax(0x1p-106 * a * b, 1e-36) : 0x1p-53 * (a + b) + 1e-18;
      if (beside > negligible) break;
    }
    if (k > p->first[l]) p->count[l] = 0;
    if (p->count[l] > 60) return 0;
    p->first[l] = k;
    p->start[l] = k;
    if (k < p->least) p->least = k;
  }
  return 1;
}

/* Wilkinson's shift of every lane: of its rows first and first + 1. */
INLINE lanes wilkinson(const progress *p, const lanes *d, const lanes *e, int squared) {
  lanes here = {0}, next = {0}, side = {1, 1, 1, 1, 1, 1, 1, 1};
  for (int l = 0; l < LANES; l++) {
    long k = p->first[l];
    if (k == p->last) continue;
    here[l] = d[k][l];
    next[l] = d[k + 1][l];
    side[l] = e[k][l];
  }
  if (squared) side = root(side);
  lanes half = (next - here) / (2 * side), length = root(half * half + 1);
  return here - side / (half + choose(half < 0, -length, length));
}

/* Which lanes row i belongs to, and in which it is the first. */
INLINE choices within(const progress *p, long i) { return (lanes){0} + (double)i >= p->start; }
INLINE choices isFirst(const progress *p, long i) { return (lanes){0} + (double)i == p->start; }

/* One QL sweep without square roots. */
INLINE void sweep(lanes *d, lanes *e, const progress *at) {
  const lanes none = {0};
  lanes shift = wilkinson(at, d, e, 1);
  lanes c = none + 1, s = none;
  lanes gamma = d[at->last] - shift;
  lanes p = gamma * gamma;
  for (long i = at->last - 1; i >= at->least; i--) {
    choices active = within(at, i), isEnd = isFirst(at, i);
    lanes square = e[i];
    lanes r = p + square;
    if (i != at->last - 1) e[i + 1] = choose(active, s * r, e[i + 1]);
    lanes previous = c;
    lanes inverse = 1 / r;
    c = choose(r == 0, none + 1, p * inverse);
    s = choose(r == 0, none, square * inverse);
    lanes old = gamma, alpha = d[i];
    gamma = c * (alpha - shift) - s * old;
    d[i + 1] = choose(active, old + (alpha - gamma), d[i + 1]);
    p = choose(c == 0, previous * square, gamma * gamma / c);
    e[i] = choose(isEnd, s * p, e[i]);
    d[i] = choose(isEnd, shift + gamma, d[i]);
  }
}

VERSIONS
int tridiagonal_eigenvalues(long n, double *diagonal, double *squares) {
  lanes *d = (lanes *)diagonal, *e = (lanes *)squares;
  progress at = begin(n);
  while (advance(&at, d, e, 1)) {
    if (at.least == at.last) return 1;
    sweep(d, e, &at);
  }
  return 0;
}

/* One QL sweep: its rotations, and x turned by them. */
INLINE void turning_sweep(
    lanes *d, lanes *e, lanes *x, const progress *at, lanes *restrict rotations) {
  const lanes none = {0};
  lanes shift = wilkinson(at, d, e, 0);
  lanes c = none + 1, s = none, p = d[at->last] - shift, carried = x[at->last];
  for (long i = at->last - 1; i >= at->least; i--) {
    choices active = within(at, i), isEnd = isFirst(at, i);
    lanes beside = e[i], g = c * beside, h = c * p;
    lanes r = root(p * p + beside * beside);
    lanes inverse = 1 / r;
    if (i != at->last - 1) e[i + 1] = choose(active, s * r, e[i + 1]);
    s = choose(r == 0, none, beside * inverse);
    c = choose(r == 0, none + 1, p * inverse);
    lanes alpha = d[i] - shift;
    p = c * alpha - s * g;
    d[i + 1] = choose(active, h + s * (c * g + s * alpha) + shift, d[i + 1]);
    e[i] = choose(isEnd, s * p, e[i]);
    d[i] = choose(isEnd, c * p + shift, d[i]);
    lanes turned = choose(active, c, none + 1), mixed = choose(active, s, none);
    rotations[0] = turned;
    rotations[1] = mixed;
    rotations += 2;
    lanes y = x[i];
    x[i + 1] = mixed * y + turned * carried;
    carried = turned * y - mixed * carried;
  }
  x[at->least] = carried;
}

VERSIONS
long tridiagonal_diagonalise(
    long n, double *diagonal, double *beside, double *vector, double *rotations, long capacity,
    long *firsts) {
  lanes *d = (lanes *)diagonal, *e = (lanes *)beside;
  long used = 0, sweeps = 0;
  progress at = begin(n);
  while (advance(&at, d, e, 0)) {
    long count = at.last - at.least;
    if (count == 0) return sweeps;
    if (used + count > capacity) return -2;
    turning_sweep(d, e, (lanes *)vector, &at, (lanes *)rotations + 2 * used);
    used += count;
    firsts[sweeps++] = at.least;
  }
  return -1;
}

VERSIONS
void tridiagonal_unturn(long n, const double *rotations, const long *firsts, long sweeps, double *vector) {
  lanes *restrict x = (lanes *)vector;
  const lanes *r = (const lanes *)rotations;
  for (long k = 0; k < sweeps; k++) r += 2 * (n - 1 - firsts[k]);
  for (long k = sweeps - 1; k >= 0; k--) {
    lanes carried = x[firsts[k]];
    for (long i = firsts[k]; i + 1 < n; i++) {
      r -= 2;
      lanes c = r[0], s = r[1], next = x[i + 1];
      x[i] = c * carried + s * next;
      carried = c * next - s * carried;
    }
    x[n - 1] = carried;
  }
}
