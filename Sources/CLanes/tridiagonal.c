#include "CLanes.h"
#include "lanes.h"
#include <math.h>

#pragma STDC FP_CONTRACT OFF

static inline lanes root(lanes x) {
  for (int l = 0; l < LANES; l++) x[l] = sqrt(x[l]);
  return x;
}

static inline lanes magnitude(lanes x) { return choose(x < 0, -x, x); }

/* The reflector 1 - factor v v^T that maps a column to (beta, 0, ...); v_0 = 1 in its place. */
static inline void reflector(lanes *x, long count, lanes *factor, lanes *beta) {
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

static inline void factor(
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

static inline void forward(long n, const banded f, const choices *swapped, lanes *x) {
  for (long i = 0; i + 1 < n; i++) {
    lanes a = choose(swapped[i], x[i + 1], x[i]), b = choose(swapped[i], x[i], x[i + 1]);
    x[i] = a;
    x[i + 1] = b - f.multiplier[i] * a;
  }
}

static inline void backward(long n, const banded f, lanes *x) {
  x[n - 1] *= f.inverse[n - 1];
  if (n > 1) x[n - 2] = (x[n - 2] - f.above[n - 2] * x[n - 1]) * f.inverse[n - 2];
  for (long i = n - 3; i >= 0; i--)
    x[i] = (x[i] - f.above[i] * x[i + 1] - f.second[i] * x[i + 2]) * f.inverse[i];
}

static inline banded parts(long n, lanes *scratch) {
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

/* x over its length; the largest entry is divided out first. */
static inline void normalise(long n, lanes *x) {
  lanes largest = {0}, square = {0};
  for (long i = 0; i < n; i++) largest = choose(magnitude(x[i]) > largest, magnitude(x[i]), largest);
  lanes unit = choose(largest > 0, 1 / largest, largest + 1);
  for (long i = 0; i < n; i++) {
    x[i] *= unit;
    square += x[i] * x[i];
  }
  lanes length = root(square);
  lanes scale = choose(length > 0, 1 / length, length);
  for (long i = 0; i < n; i++) x[i] *= scale;
}

VERSIONS
void tridiagonal_correct(
    long n, const double *diagonal, const double *beside, const double *shift, const double *small,
    const double *amplitude, const double *gradient, double *change, double *scratch) {
  banded f = parts(n, (lanes *)scratch);
  choices *swapped = (choices *)scratch + 4 * n;
  lanes *x = (lanes *)scratch + 5 * n;
  const lanes *g = (const lanes *)gradient;
  lanes *c = (lanes *)change;
  factor(n, (const lanes *)diagonal, (const lanes *)beside, (const lanes *)shift,
      (const lanes *)small, f, swapped);
  for (long i = 0; i < n; i++) x[i] = (lanes){1, 1, 1, 1, 1, 1, 1, 1};
  backward(n, f, x);
  for (int round = 0; round < 2; round++) {
    normalise(n, x);
    forward(n, f, swapped, x);
    backward(n, f, x);
  }
  normalise(n, x);
  lanes dot = {0};
  for (long i = 0; i < n; i++) dot += x[i] * g[i];
  dot *= *(const lanes *)amplitude;
  for (long i = 0; i < n; i++) c[i] += dot * x[i];
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

/* One QL sweep with Wilkinson's shift over first...last, in the active lanes. */
static inline void sweep(lanes *d, lanes *e, long first, long last, const choices *which) {
  choices active = *which;
  const lanes none = {0};
  lanes side = root(e[first]);
  lanes half = (d[first + 1] - d[first]) / (2 * side);
  lanes length = root(half * half + 1);
  lanes shift = d[first] - side / (half + choose(half < 0, -length, length));
  lanes c = none + 1, s = none;
  lanes gamma = d[last] - shift;
  lanes p = gamma * gamma;
  for (long i = last - 1; i >= first; i--) {
    lanes square = e[i];
    lanes r = p + square;
    if (i != last - 1) e[i + 1] = choose(active, s * r, e[i + 1]);
    lanes previous = c;
    lanes inverse = 1 / r;
    c = choose(r == 0, none + 1, p * inverse);
    s = choose(r == 0, none, square * inverse);
    lanes old = gamma, alpha = d[i];
    gamma = c * (alpha - shift) - s * old;
    d[i + 1] = choose(active, old + (alpha - gamma), d[i + 1]);
    p = choose(c == 0, previous * square, gamma * gamma / c);
  }
  e[first] = choose(active, s * p, e[first]);
  d[first] = choose(active, shift + gamma, d[first]);
}

VERSIONS
int tridiagonal_eigenvalues(long n, double *diagonal, double *squares) {
  lanes *d = (lanes *)diagonal, *e = (lanes *)squares;
  const double relative = 0x1p-104 / 4, absolute = 1e-36;
  for (long first = 0; first + 1 < n; first++) {
    for (int sweeps = 0;; sweeps++) {
      lanes negligible = relative * magnitude(d[first] * d[first + 1]);
      negligible = choose(negligible < absolute, negligible - negligible + absolute, negligible);
      choices active = e[first] > negligible;
      int any = 0;
      for (int l = 0; l < LANES; l++) any |= active[l] != 0;
      if (!any) break;
      if (sweeps == 60) return 0;
      sweep(d, e, first, n - 1, &active);
    }
  }
  return 1;
}
