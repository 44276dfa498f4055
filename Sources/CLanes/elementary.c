#include <string.h>

#include "CLanes.h"
#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

static const double LOG2E = 0x1.71547652b82fep+0;
/* ln 2 in two parts, the first with zeros at its end. */
static const double LN2 = 0x1.62e42feep-1, LN2_REST = 0x1.a39ef35793c76p-33;
/* Added to a number below 2^51, leaves its nearest whole number in the last bits. */
static const double WHOLE = 0x1.8p52;

/* The same number in all lanes. */
INLINE lanes all(double x) { return (lanes){x, x, x, x, x, x, x, x}; }

/* (e^r - 1 - r)/r^2 by its power series, for |r| <= ln 2 / 2. */
INLINE lanes series(lanes r) {
  const double c[] = {1.0 / 2,      1.0 / 6,       1.0 / 24,       1.0 / 120,       1.0 / 720,        1.0 / 5040,
                      1.0 / 40320,  1.0 / 362880,  1.0 / 3628800,  1.0 / 39916800,  1.0 / 479001600,  1.0 / 6227020800,
                      1.0 / 87178291200};
  lanes sum = all(c[12]);
  for (int k = 11; k >= 0; k--) sum = sum * r + c[k];
  return sum;
}

/* 2^k and e^r - 1 with x = k ln 2 + r, for -1020 < k < 1020. */
INLINE lanes reduced(lanes x, lanes *power) {
  lanes shifted = x * LOG2E + WHOLE;
  lanes k = shifted - WHOLE;
  lanes r = (x - k * LN2) - k * LN2_REST;
  *power = (lanes)((((choices)shifted) + 1023) << 52);
  return r + r * r * series(r);
}

INLINE lanes decay(lanes x) {
  lanes power, rest = reduced(choose(x < -708, all(-708), x), &power);
  lanes value = power + power * rest;
  return choose(x < -708, all(0), value);
}

INLINE lanes hyperbolic(lanes x) {
  lanes size = choose(x < 0, -x, x);
  /* 1 to the last bit from here on. */
  lanes power, rest = reduced(choose(size > 22, all(44), 2 * size), &power);
  lanes e = power * rest + (power - 1);
  lanes value = e / (e + 2);
  /* Nearly x itself, and exactly so where e loses bits. */
  return choose(x < 0, -value, choose(size < 0x1p-28, x, value));
}

INLINE lanes logarithm(lanes x) {
  lanes s = x / (x + 2), t = s * s, sum = all(1.0 / 35);
  for (int k = 33; k >= 3; k -= 2) sum = sum * t + 1.0 / k;
  return 2 * s + 2 * s * (t * sum);
}

#define OF_MANY(name, function)                                \
  VERSIONS void name(long n, double *x) {                      \
    lanes eight = all(0);                                      \
    for (long i = 0; i + 8 <= n; i += 8) {                     \
      memcpy(&eight, x + i, sizeof eight);                     \
      eight = function(eight);                                 \
      memcpy(x + i, &eight, sizeof eight);                     \
    }                                                          \
    if (n % 8 == 0) return;                                    \
    eight = all(0);                                            \
    memcpy(&eight, x + n / 8 * 8, sizeof(double) * (n % 8));   \
    eight = function(eight);                                   \
    memcpy(x + n / 8 * 8, &eight, sizeof(double) * (n % 8));   \
  }

OF_MANY(elementary_decay, decay)
OF_MANY(elementary_tanh, hyperbolic)
OF_MANY(elementary_log1p, logarithm)
