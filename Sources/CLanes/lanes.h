/* Versions for newer processors are chosen when the program is loaded. The thread sanitizer starts
 * after that choice and cannot have it. */
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(SANITIZED)
#define VERSIONS __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define VERSIONS
#endif

/* Into every version: a call would run what serves the oldest processor. */
#define INLINE static inline __attribute__((always_inline))

typedef double lanes __attribute__((vector_size(64)));
typedef long long choices __attribute__((vector_size(64)));
typedef struct {
  lanes re, im;
} number;

/* Start of row or column i of a packed triangle of order n, so that its element j >= i is at start + j. */
INLINE long packed(long n, long i) { return i * n - i * (i - 1) / 2 - i; }

/* a where a condition holds, else b. */
#define choose(where, a, b) ((lanes)(((where) & (choices)(a)) | (~(where) & (choices)(b))))

INLINE number product(number a, number b) {
  number c = {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
  return c;
}

INLINE void swap(number *a, number *b) {
  lanes re = a->re, im = a->im;
  *a = *b;
  b->re = re;
  b->im = im;
}

/* The smallest of eight numbers. */
INLINE double least(lanes x) {
  lanes y = __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3);
  x = choose(y < x, y, x);
  y = __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5);
  x = choose(y < x, y, x);
  return x[1] < x[0] ? x[1] : x[0];
}
