#include <math.h>

#include "CLanes.h"

/* Whether the number x of a word, which is beyond the rectangle that layer i > 0 has in common with the next one, is
 * below the density: the word after it gives the height. */
static inline int is_below(double x, const uint64_t *word, const double *densities) {
  long i = word[0] & 0xFF;
  double height = (double)(word[1] >> 11) * 0x1p-53;
  double y = densities[i] + height * (densities[i + 1] - densities[i]);
  return y < exp(-0.5 * x * x);
}

static inline long left(ziggurat_progress at, ziggurat_progress end) {
  long words = end.words - at.words, numbers = end.numbers - at.numbers;
  return words < numbers ? words : numbers;
}

static ziggurat_progress one_by_one(
    ziggurat_progress at, ziggurat_progress end, const uint64_t *words, const double *layers, const double *densities,
    double *numbers) {
  for (;;) {
    const uint64_t *from = words + at.words;
    double *x = numbers + at.numbers;
    long size = left(at, end), k = 0;
    for (; k < size; k++) {
      const double *layer = layers + 2 * (from[k] & 0xFF);
      x[k] = (double)((int64_t)from[k] >> 10) * layer[0];
      if (!(fabs(x[k]) < layer[1])) break;
    }
    at.words += k;
    at.numbers += k;
    if (k == size || (from[k] & 0xFF) == 0 || at.words + 1 == end.words) return at;
    at.numbers += is_below(x[k], from + k, densities);
    at.words += 2;
  }
}

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

/* A wrongly foreseen jump costs as much as thirty numbers. So a group of words is turned into numbers first, without
 * asking whether they count; then those in doubt are looked at; then the ones that count are moved together. */
enum { GROUP = 256 };

__attribute__((target("avx512f,avx512dq,popcnt,bmi"))) static ziggurat_progress wide(
    ziggurat_progress at, ziggurat_progress end, const uint64_t *words, const double *layers, const double *densities,
    double *numbers) {
  for (;;) {
    const uint64_t *from = words + at.words;
    double *x = numbers + at.numbers;
    long size = left(at, end);
    size = size < GROUP ? size - size % 8 : GROUP;
    if (size == 0) return one_by_one(at, end, words, layers, densities, numbers);

    uint64_t counts[GROUP / 64];
    uint8_t *eights = (uint8_t *)counts;
    memset(counts, 0xFF, sizeof counts);
    for (long k = 0; k < size; k += 8) {
      /* A layer is one load: a gather takes twice as long. */
      const uint8_t *layer = (const uint8_t *)(from + k);
#define LAYER(i) _mm_loadu_pd(layers + 2 * (size_t)layer[8 * i])
      __m512d even = _mm512_castpd128_pd512(LAYER(0)), odd = _mm512_castpd128_pd512(LAYER(1));
      even = _mm512_insertf64x2(even, LAYER(2), 1);
      odd = _mm512_insertf64x2(odd, LAYER(3), 1);
      even = _mm512_insertf64x2(even, LAYER(4), 2);
      odd = _mm512_insertf64x2(odd, LAYER(5), 2);
      even = _mm512_insertf64x2(even, LAYER(6), 3);
      odd = _mm512_insertf64x2(odd, LAYER(7), 3);
      __m512d factors = _mm512_unpacklo_pd(even, odd), ends = _mm512_unpackhi_pd(even, odd);
      __m512i integers = _mm512_srai_epi64(_mm512_loadu_si512(from + k), 10);
      __m512d eight = _mm512_mul_pd(_mm512_cvtepi64_pd(integers), factors);
      _mm512_storeu_pd(x + k, eight);
      eights[k / 8] = _mm512_cmp_pd_mask(_mm512_abs_pd(eight), ends, _CMP_LT_OQ);
    }

    long next = 0, used = size;
    for (long b = 0; b < GROUP / 64 && used == size; b++) {
      for (uint64_t doubts = ~counts[b]; doubts != 0; doubts &= doubts - 1) {
        long j = 64 * b + __builtin_ctzll(doubts);
        if (j < next) continue;
        if ((from[j] & 0xFF) == 0 || j + 1 == size) {
          used = j;
          break;
        }
        eights[j / 8] |= (uint8_t)(is_below(x[j], from + j, densities) << j % 8);
        eights[(j + 1) / 8] &= (uint8_t) ~(1 << (j + 1) % 8);
        next = j + 2;
      }
    }

    double *to = x;
    for (long k = 0; k < used; k += 8) {
      unsigned mask = eights[k / 8];
      if (used - k < 8) mask &= (1u << (used - k)) - 1;
      _mm512_storeu_pd(to, _mm512_maskz_compress_pd((__mmask8)mask, _mm512_loadu_pd(x + k)));
      to += __builtin_popcount(mask);
    }
    at.words += used;
    at.numbers += to - x;
    if (used < size && (from[used] & 0xFF) == 0) return at;
  }
}
#endif

ziggurat_progress ziggurat_fill(
    ziggurat_progress end, const uint64_t *words, const double *layers, const double *densities, double *numbers) {
  ziggurat_progress at = {0, 0};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512dq")) return wide(at, end, words, layers, densities, numbers);
#endif
  return one_by_one(at, end, words, layers, densities, numbers);
}
