#define _GNU_SOURCE
#include "COpenBLAS.h"

#include <dlfcn.h>
#include <stddef.h>

/* Hidden string lengths come last in the Fortran calling convention. */
extern void dgemm_(const char *, const char *, const int32_t *, const int32_t *, const int32_t *,
                   const double *, const double *, const int32_t *, const double *,
                   const int32_t *, const double *, double *, const int32_t *, size_t, size_t);
extern void dgemv_(const char *, const int32_t *, const int32_t *, const double *, const double *,
                   const int32_t *, const double *, const int32_t *, const double *, double *,
                   const int32_t *, size_t);
extern void dspmv_(const char *, const int32_t *, const double *, const double *, const double *,
                   const int32_t *, const double *, double *, const int32_t *, size_t);
extern void dsyevd_(const char *, const char *, const int32_t *, double *, const int32_t *,
                    double *, double *, const int32_t *, int32_t *, const int32_t *, int32_t *,
                    size_t, size_t);
extern void dsterf_(const int32_t *, double *, double *, int32_t *);
extern void dsytrf_(const char *, const int32_t *, double *, const int32_t *, int32_t *, double *,
                    const int32_t *, int32_t *, size_t);
extern void dsytrs_(const char *, const int32_t *, const int32_t *, const double *,
                    const int32_t *, const int32_t *, double *, const int32_t *, int32_t *,
                    size_t);
extern void dpotrf_(const char *, const int32_t *, double *, const int32_t *, int32_t *, size_t);
extern void dpotrs_(const char *, const int32_t *, const int32_t *, const double *,
                    const int32_t *, double *, const int32_t *, int32_t *, size_t);
extern void dtrmm_(const char *, const char *, const char *, const char *, const int32_t *,
                   const int32_t *, const double *, const double *, const int32_t *, double *,
                   const int32_t *, size_t, size_t, size_t, size_t);
extern void dsyrk_(const char *, const char *, const int32_t *, const int32_t *, const double *,
                   const double *, const int32_t *, const double *, double *, const int32_t *,
                   size_t, size_t);
extern void dgeqrf_(const int32_t *, const int32_t *, double *, const int32_t *, double *,
                    double *, const int32_t *, int32_t *);
extern void dorgqr_(const int32_t *, const int32_t *, const int32_t *, double *, const int32_t *,
                    const double *, double *, const int32_t *, int32_t *);
extern void zheevd_(const char *, const char *, const int32_t *, void *, const int32_t *, double *,
                    void *, const int32_t *, double *, const int32_t *, int32_t *,
                    const int32_t *, int32_t *, size_t, size_t);
extern void zherk_(const char *, const char *, const int32_t *, const int32_t *, const double *,
                   const void *, const int32_t *, const double *, void *, const int32_t *, size_t,
                   size_t);
extern void zgemm_(const char *, const char *, const int32_t *, const int32_t *, const int32_t *,
                   const void *, const void *, const int32_t *, const void *, const int32_t *,
                   const void *, void *, const int32_t *, size_t, size_t);
extern void dgeev_(const char *, const char *, const int32_t *, double *, const int32_t *, double *,
                   double *, double *, const int32_t *, double *, const int32_t *, double *,
                   const int32_t *, int32_t *, size_t, size_t);
extern void zgeev_(const char *, const char *, const int32_t *, void *, const int32_t *, void *,
                   void *, const int32_t *, void *, const int32_t *, void *, const int32_t *,
                   double *, int32_t *, size_t, size_t);
extern void zgeqrf_(const int32_t *, const int32_t *, void *, const int32_t *, void *, void *,
                    const int32_t *, int32_t *);
extern void zungqr_(const int32_t *, const int32_t *, const int32_t *, void *, const int32_t *,
                    const void *, void *, const int32_t *, int32_t *);
extern void openblas_set_num_threads(int) __attribute__((weak));

void blas_dgemm(char transA, char transB, int32_t m, int32_t n, int32_t k, double alpha,
                const double *a, int32_t lda, const double *b, int32_t ldb, double beta, double *c,
                int32_t ldc) {
  dgemm_(&transA, &transB, &m, &n, &k, &alpha, a, &lda, b, &ldb, &beta, c, &ldc, 1, 1);
}

void blas_dgemv(char trans, int32_t m, int32_t n, double alpha, const double *a, int32_t lda,
                const double *x, double beta, double *y) {
  const int32_t one = 1;
  dgemv_(&trans, &m, &n, &alpha, a, &lda, x, &one, &beta, y, &one, 1);
}

void blas_dspmv(int32_t n, double alpha, const double *ap, const double *x, double beta,
                double *y) {
  const int32_t one = 1;
  dspmv_("U", &n, &alpha, ap, x, &one, &beta, y, &one, 1);
}

int32_t lapack_dsyevd(char jobz, int32_t n, double *a, int32_t lda, double *w, double *work,
                      int32_t lwork, int32_t *iwork, int32_t liwork) {
  int32_t info = 0;
  dsyevd_(&jobz, "L", &n, a, &lda, w, work, &lwork, iwork, &liwork, &info, 1, 1);
  return info;
}

int32_t lapack_dsterf(int32_t n, double *d, double *e) {
  int32_t info = 0;
  dsterf_(&n, d, e, &info);
  return info;
}

int32_t lapack_dsytrf(int32_t n, double *a, int32_t lda, int32_t *ipiv, double *work,
                      int32_t lwork) {
  int32_t info = 0;
  dsytrf_("L", &n, a, &lda, ipiv, work, &lwork, &info, 1);
  return info;
}

int32_t lapack_dsytrs(int32_t n, int32_t nrhs, const double *a, int32_t lda, const int32_t *ipiv,
                      double *b, int32_t ldb) {
  int32_t info = 0;
  dsytrs_("L", &n, &nrhs, a, &lda, ipiv, b, &ldb, &info, 1);
  return info;
}

int32_t lapack_dpotrf(int32_t n, double *a, int32_t lda) {
  int32_t info = 0;
  dpotrf_("L", &n, a, &lda, &info, 1);
  return info;
}

int32_t lapack_dpotrs(int32_t n, int32_t nrhs, const double *a, int32_t lda, double *b,
                      int32_t ldb) {
  int32_t info = 0;
  dpotrs_("L", &n, &nrhs, a, &lda, b, &ldb, &info, 1);
  return info;
}

void blas_dtrmm(int32_t m, int32_t n, const double *a, int32_t lda, double *b, int32_t ldb) {
  const double one = 1;
  dtrmm_("L", "L", "N", "N", &m, &n, &one, a, &lda, b, &ldb, 1, 1, 1, 1);
}

void blas_dsyrk(int32_t n, int32_t k, const double *a, int32_t lda, double *c, int32_t ldc) {
  const double one = 1, zero = 0;
  dsyrk_("L", "N", &n, &k, &one, a, &lda, &zero, c, &ldc, 1, 1);
}

int32_t lapack_dgeqrf(int32_t m, int32_t n, double *a, int32_t lda, double *tau, double *work,
                      int32_t lwork) {
  int32_t info = 0;
  dgeqrf_(&m, &n, a, &lda, tau, work, &lwork, &info);
  return info;
}

int32_t lapack_dorgqr(int32_t m, int32_t n, int32_t k, double *a, int32_t lda, const double *tau,
                      double *work, int32_t lwork) {
  int32_t info = 0;
  dorgqr_(&m, &n, &k, a, &lda, tau, work, &lwork, &info);
  return info;
}

int32_t lapack_zheevd(char jobz, int32_t n, void *a, int32_t lda, double *w, void *work,
                      int32_t lwork, double *rwork, int32_t lrwork, int32_t *iwork,
                      int32_t liwork) {
  int32_t info = 0;
  zheevd_(&jobz, "L", &n, a, &lda, w, work, &lwork, rwork, &lrwork, iwork, &liwork, &info, 1, 1);
  return info;
}

int32_t lapack_dgeev(int32_t n, double *a, int32_t lda, double *wr, double *wi, double *work,
                     int32_t lwork) {
  const int32_t one = 1;
  int32_t info = 0;
  dgeev_("N", "N", &n, a, &lda, wr, wi, NULL, &one, NULL, &one, work, &lwork, &info, 1, 1);
  return info;
}

int32_t lapack_zgeev(int32_t n, void *a, int32_t lda, void *w, void *work, int32_t lwork,
                     double *rwork) {
  const int32_t one = 1;
  int32_t info = 0;
  zgeev_("N", "N", &n, a, &lda, w, NULL, &one, NULL, &one, work, &lwork, rwork, &info, 1, 1);
  return info;
}

void blas_zherk(int32_t n, int32_t k, const void *a, int32_t lda, void *c, int32_t ldc) {
  const double one = 1, zero = 0;
  zherk_("L", "N", &n, &k, &one, a, &lda, &zero, c, &ldc, 1, 1);
}

void blas_zgemm(char transA, char transB, int32_t m, int32_t n, int32_t k, const void *a,
                int32_t lda, const void *b, int32_t ldb, void *c, int32_t ldc) {
  const double one[2] = {1, 0}, zero[2] = {0, 0};
  zgemm_(&transA, &transB, &m, &n, &k, one, a, &lda, b, &ldb, zero, c, &ldc, 1, 1);
}

int32_t lapack_zgeqrf(int32_t m, int32_t n, void *a, int32_t lda, void *tau, void *work,
                      int32_t lwork) {
  int32_t info = 0;
  zgeqrf_(&m, &n, a, &lda, tau, work, &lwork, &info);
  return info;
}

int32_t lapack_zungqr(int32_t m, int32_t n, int32_t k, void *a, int32_t lda, const void *tau,
                      void *work, int32_t lwork) {
  int32_t info = 0;
  zungqr_(&m, &n, &k, a, &lda, tau, work, &lwork, &info);
  return info;
}

void openblas_threads(int count) {
  if (openblas_set_num_threads) openblas_set_num_threads(count);
}

const char *blas_library_of_dgemm(void) {
  Dl_info info;
  return dladdr((const void *)dgemm_, &info) ? info.dli_fname : "";
}
