#include "CLanes.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx512f,avx512dq,avx512ifma")))
#define INSIDE WIDE __attribute__((always_inline)) static inline

/* Eight words. */
typedef uint64_t words8 __attribute__((vector_size(64)));
typedef uint64_t words4 __attribute__((vector_size(32), aligned(8)));

/* The upper half of the product of c and m, from 52 bits and 12 of both: with S the products' digits of weight 2^52 and
 * T those of 2^104, what lies below 2^52 cannot carry into S / 2^12. */
INSIDE words8 high(words8 c, uint64_t m) {
  const __m512i zero = _mm512_setzero_si512();
  const __m512i low = _mm512_set1_epi64((long long)(m & ((1ull << 52) - 1)));
  const __m512i top = _mm512_set1_epi64((long long)(m >> 52));
  __m512i a = (__m512i)c, b = (__m512i)(c >> 52);
  __m512i s = _mm512_madd52hi_epu64(zero, a, low);
  s = _mm512_madd52lo_epu64(s, a, top);
  s = _mm512_madd52lo_epu64(s, b, low);
  __m512i t = _mm512_madd52hi_epu64(zero, a, top);
  t = _mm512_madd52hi_epu64(t, b, low);
  t = _mm512_madd52lo_epu64(t, b, top);
  return ((words8)s >> 12) + ((words8)t << 40);
}

typedef struct {
  words8 c0, c1, c2, c3;
} blocks8;

INSIDE blocks8 round8(blocks8 x, uint64_t k0, uint64_t k1) {
  const uint64_t m0 = 0xD2E7470EE14C6C93, m1 = 0xCA5A826395121157;
  return (blocks8){high(x.c2, m1) ^ x.c1 ^ k0, x.c2 * m1, high(x.c0, m0) ^ x.c3 ^ k1, x.c0 * m0};
}

INSIDE void put(uint64_t *first, uint64_t *second, words8 x) {
  *(words4 *)first = __builtin_shufflevector(x, x, 0, 1, 2, 3);
  *(words4 *)second = __builtin_shufflevector(x, x, 4, 5, 6, 7);
}

/* One block after another. */
INSIDE void store(blocks8 x, uint64_t *to) {
  words8 even = __builtin_shufflevector(x.c0, x.c1, 0, 8, 2, 10, 4, 12, 6, 14);
  words8 odd = __builtin_shufflevector(x.c0, x.c1, 1, 9, 3, 11, 5, 13, 7, 15);
  words8 evenRest = __builtin_shufflevector(x.c2, x.c3, 0, 8, 2, 10, 4, 12, 6, 14);
  words8 oddRest = __builtin_shufflevector(x.c2, x.c3, 1, 9, 3, 11, 5, 13, 7, 15);
  put(to, to + 8, __builtin_shufflevector(even, evenRest, 0, 1, 8, 9, 2, 3, 10, 11));
  put(to + 16, to + 24, __builtin_shufflevector(even, evenRest, 4, 5, 12, 13, 6, 7, 14, 15));
  put(to + 4, to + 12, __builtin_shufflevector(odd, oddRest, 0, 1, 8, 9, 2, 3, 10, 11));
  put(to + 20, to + 28, __builtin_shufflevector(odd, oddRest, 4, 5, 12, 13, 6, 7, 14, 15));
}

WIDE static void wide(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  const words8 count = {0, 1, 2, 3, 4, 5, 6, 7}, zero = {0};
  for (long first = 0; first < blocks; first += 16) {
    blocks8 x = {
        counter[0] + (uint64_t)first + count, zero + counter[1], zero + counter[2],
        zero + counter[3]};
    blocks8 y = x;
    y.c0 += 8;
    uint64_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
      x = round8(x, k0, k1);
      y = round8(y, k0, k1);
      k0 += 0x9E3779B97F4A7C15;
      k1 += 0xBB67AE8584CAA73B;
    }
    store(x, words + 4 * first);
    store(y, words + 4 * first + 32);
  }
}

long philox_blocks(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  long whole = blocks / 16 * 16;
  if (counter[0] + (uint64_t)whole < counter[0]) return 0;
  if (!__builtin_cpu_supports("avx512ifma") || !__builtin_cpu_supports("avx512dq")) return 0;
  wide(whole, counter, key, words);
  return whole;
}

#else

long philox_blocks(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  (void)blocks, (void)counter, (void)key, (void)words;
  return 0;
}

#endif
