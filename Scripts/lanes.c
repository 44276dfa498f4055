/* What the kernels of CLanes give, for Scripts/check-processors: a name and a number a line. Numbers of the first kind are
 * sums of the bits, which must be the same on every processor; those of the second kind may differ by rounding. */
#include "CLanes.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 13, ROOM = 4096 };

static uint64_t state = 1;

/* In (-1, 1). */
static double draw(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (double)(int64_t)state * 0x1p-63;
}

static double *lanes(long count) {
  double *x = aligned_alloc(64, 64 * (size_t)count);
  for (long i = 0; i < 8 * count; i++) x[i] = draw();
  return x;
}

static void bits(const char *name, const void *data, long words) {
  uint64_t sum = 14695981039346656037u;
  for (long i = 0; i < words; i++) {
    uint64_t word;
    memcpy(&word, (const char *)data + 8 * i, 8);
    sum = (sum ^ word) * 1099511628211u;
  }
  printf("%s\tbits\t%016llx\n", name, (unsigned long long)sum);
}

static void numbers(const char *name, const double *data, long count) {
  for (long i = 0; i < count; i++) printf("%s\tnumber\t%.17g\n", name, data[i]);
}

int main(void) {
  double *matrix = lanes(N * (N + 1) / 2), *d = lanes(N), *e = lanes(N), *factors = lanes(N);
  double *scratch = lanes(5 * N), *x = lanes(N), *rotations = lanes(2 * ROOM), *counts = lanes(1);
  double *shift = lanes(1), *small = lanes(1);
  for (int l = 0; l < 8; l++) small[l] = 1e-300;
  tridiagonal_reduce(N, matrix, d, e, factors, scratch);
  bits("diagonal", d, 8 * N);
  bits("beside", e, 8 * (N - 1));
  tridiagonal_rotate(N, matrix, factors, x, 0);
  tridiagonal_solve(N, d, e, shift, small, x, scratch);
  bits("solution", x, 8 * N);
  tridiagonal_count(N, d, e, shift, small, counts);
  bits("counts", counts, 8);
  for (int l = 0; l < 8; l++) e[8 * (N - 1) + l] = 0;
  for (long i = 0; i < 8 * N; i++) d[i] /= 8, e[i] /= 8;
  double *squares = lanes(N), *other = lanes(N);
  for (long i = 0; i < 8 * N; i++) squares[i] = e[i] * e[i], other[i] = d[i];
  if (!tridiagonal_eigenvalues(N, other, squares)) return 1;
  bits("eigenvalues", other, 8 * N);
  long firsts[60 * N];
  long sweeps = tridiagonal_diagonalise(N, d, e, x, rotations, ROOM, firsts);
  if (sweeps < 0) return 1;
  tridiagonal_unturn(N, rotations, firsts, sweeps, x);
  bits("turned", d, 8 * N);
  bits("unturned", x, 8 * N);

  uint64_t words[4 * 32], counter[4] = {7, 3, 1, 0}, key[2] = {5, 9};
  long written = philox_blocks(32, counter, key, words);
  if (written) bits("philox", words, 4 * written);
  for (int i = 0; i < 4 * 32; i++) draw(), words[i] = state;
  double layers[2 * 256], densities[257], filled[4 * 32];
  for (int i = 0; i < 256; i++) layers[2 * i] = 0x1p-53 * (1 + i), layers[2 * i + 1] = 0.97 * (1 + i);
  for (int i = 0; i <= 256; i++) densities[i] = i / 512.0;
  ziggurat_progress end = {4 * 32, 4 * 32};
  bits("ziggurat", filled, ziggurat_fill(end, words, layers, densities, filled).numbers);
  static double decays[1001], angles[1001], parts[1001];
  for (int i = 0; i < 1001; i++) {
    angles[i] = 8 * draw();
    parts[i] = (1 + draw()) / 2;
    decays[i] = -40 * parts[i];
  }
  elementary_decay(1001, decays);
  elementary_tanh(1001, angles);
  elementary_log1p(1001, parts);
  bits("exp", decays, 1001);
  bits("tanh", angles, 1001);
  bits("log1p", parts, 1001);

  double *pencil = lanes(2 * (N + 2) * (N + 3) / 2), *z = lanes(2), *corners = lanes(2 * N);
  double *coefficients = lanes(4 * N * (N - 1) / 2 / 8 + 1), *borders = lanes(4 * N / 8 + 1);
  pfaffian_pencil(N, coefficients, borders, z, pencil);
  double sign = pfaffian_corners(N, pencil, corners);
  /* Pivots may differ: what does not is the product. */
  for (int l = 0; l < 8; l++) {
    double re = sign, im = 0;
    for (long k = 0; k < N / 2 + 1; k++) {
      double a = corners[16 * k + l], b = corners[16 * k + 8 + l], t = re * a - im * b;
      im = re * b + im * a;
      re = t;
    }
    numbers("pfaffian", &re, 1);
    numbers("pfaffian", &im, 1);
  }

  double *bordered = lanes(2 * N * (N + 1) / 2), *side = lanes(2 * N), *room = lanes(4 * N);
  for (int l = 0; l < 16; l++) bordered[16 * (N * (N + 1) / 2 - 1) + l] = 0;
  int order[N];
  path_factor(N, bordered, order, room);
  path_solve(N, bordered, order, side, room);
  numbers("path", side, 16 * N);
  return 0;
}
