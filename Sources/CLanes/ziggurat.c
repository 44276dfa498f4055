#include "CLanes.h"

static long one_by_one(long first, long count, const uint64_t *words, const double *layers, double *numbers) {
  long k = first;
  for (; k < count; k++) {
    const double *layer = layers + 2 * (words[k] & 0xFF);
    double x = (double)((int64_t)words[k] >> 10) * layer[0];
    numbers[k] = x;
    if (!(__builtin_fabs(x) < layer[1])) break;
  }
  return k;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* A layer is one load: a gather takes twice as long. */
__attribute__((target("avx512f,avx512dq"))) static long wide(
    long count, const uint64_t *words, const double *layers, double *numbers) {
  long k = 0;
  for (; k + 8 <= count; k += 8) {
    const uint64_t *w = words + k;
#define LAYER(i) _mm_loadu_pd(layers + 2 * (w[i] & 0xFF))
    __m512d even = _mm512_castpd128_pd512(LAYER(0)), odd = _mm512_castpd128_pd512(LAYER(1));
    even = _mm512_insertf64x2(even, LAYER(2), 1);
    odd = _mm512_insertf64x2(odd, LAYER(3), 1);
    even = _mm512_insertf64x2(even, LAYER(4), 2);
    odd = _mm512_insertf64x2(odd, LAYER(5), 2);
    even = _mm512_insertf64x2(even, LAYER(6), 3);
    odd = _mm512_insertf64x2(odd, LAYER(7), 3);
    __m512d factors = _mm512_unpacklo_pd(even, odd), ends = _mm512_unpackhi_pd(even, odd);
    __m512i integers = _mm512_srai_epi64(_mm512_loadu_si512(w), 10);
    __m512d x = _mm512_mul_pd(_mm512_cvtepi64_pd(integers), factors);
    _mm512_storeu_pd(numbers + k, x);
    unsigned good = _mm512_cmp_pd_mask(_mm512_abs_pd(x), ends, _CMP_LT_OQ);
    if (good != 0xFF) return k + __builtin_ctz(~good);
  }
  return one_by_one(k, count, words, layers, numbers);
}
#endif

long ziggurat_fill(long count, const uint64_t *words, const double *layers, double *numbers) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512dq")) return wide(count, words, layers, numbers);
#endif
  return one_by_one(0, count, words, layers, numbers);
}
