#include "CLanes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define WIDE __attribute__((target("avx512f,avx512dq,avx512ifma,bmi2")))
#define INSIDE WIDE __attribute__((always_inline)) static inline

static const uint64_t M0 = 0xD2E7470EE14C6C93, M1 = 0xCA5A826395121157;
static const uint64_t W0 = 0x9E3779B97F4A7C15, W1 = 0xBB67AE8584CAA73B;

/* Eight words. */
typedef uint64_t words8 __attribute__((vector_size(64)));
typedef uint64_t words4 __attribute__((vector_size(32), aligned(8)));

typedef struct {
  uint64_t c0, c1, c2, c3;
} block;

typedef struct {
  words8 c0, c1, c2, c3;
} blocks8;

/* The upper half of the product of c and m. */
INSIDE uint64_t high(uint64_t c, uint64_t m) { return (uint64_t)((unsigned __int128)c * m >> 64); }

/* The same from 52 bits and 12 of both: with S the products' digits of weight 2^52 and T those of 2^104, what lies
 * below 2^52 cannot carry into S / 2^12. */
INSIDE words8 high8(words8 c, uint64_t m) {
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

#define ROUND(type, high, x, k0, k1) \
  ((type){high(x.c2, M1) ^ x.c1 ^ (k0), x.c2 * M1, high(x.c0, M0) ^ x.c3 ^ (k1), x.c0 * M0})

/* The half of the first two rounds that is the same for all counters that differ in their lowest word alone. */
typedef struct {
  uint64_t c0, c1, c2, c3;
} shared;

INSIDE shared half(const uint64_t *c, const uint64_t *k) {
  uint64_t first = high(c[2], M1) ^ c[1] ^ k[0];
  return (shared){(c[2] * M1) ^ (k[0] + W0), c[3] ^ k[1], high(first, M0) ^ (k[1] + W1), first * M0};
}

INSIDE block two_rounds(uint64_t c, shared s) {
  uint64_t first = high(c, M0) ^ s.c1;
  return (block){high(first, M1) ^ s.c0, first * M1, c * M0 ^ s.c2, s.c3};
}

INSIDE blocks8 two_rounds8(words8 c, shared s) {
  words8 first = high8(c, M0) ^ s.c1;
  return (blocks8){high8(first, M1) ^ s.c0, first * M1, c * M0 ^ s.c2, (words8){0} + s.c3};
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

/* Sixteen blocks in vectors, and four by the multiplier that vectors leave idle. */
enum { SINGLE = 4, GROUP = 16 + SINGLE };

WIDE static void groups(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  const words8 count = {0, 1, 2, 3, 4, 5, 6, 7};
  const shared s = half(counter, key);
  for (uint64_t first = counter[0]; first != counter[0] + (uint64_t)blocks; first += GROUP) {
    blocks8 x = two_rounds8(first + count, s), y = two_rounds8(first + 8 + count, s);
    block z[SINGLE];
    for (int i = 0; i < SINGLE; i++) z[i] = two_rounds(first + 16 + (uint64_t)i, s);
    uint64_t k0 = key[0] + 2 * W0, k1 = key[1] + 2 * W1;
#pragma clang loop unroll(disable)
    for (int round = 2; round < 10; round++) {
      x = ROUND(blocks8, high8, x, k0, k1);
      for (int i = 0; i < SINGLE; i++) z[i] = ROUND(block, high, z[i], k0, k1);
      y = ROUND(blocks8, high8, y, k0, k1);
      k0 += W0;
      k1 += W1;
    }
    store(x, words);
    store(y, words + 32);
    memcpy(words + 64, z, sizeof z);
    words += 4 * GROUP;
  }
}

long philox_blocks(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  long whole = blocks / GROUP * GROUP;
  if (counter[0] + (uint64_t)whole < counter[0]) return 0;
  if (!__builtin_cpu_supports("avx512ifma") || !__builtin_cpu_supports("avx512dq")) return 0;
  if (!__builtin_cpu_supports("bmi2")) return 0;
  groups(whole, counter, key, words);
  return whole;
}

#else

long philox_blocks(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words) {
  (void)blocks, (void)counter, (void)key, (void)words;
  return 0;
}

#endif
