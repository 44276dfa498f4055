#ifndef COPENBLAS_H
#define COPENBLAS_H

#include <stdint.h>

/* BLAS and LAPACK by their Fortran symbols, column-major, scalars by value.
   The Fortran names are the point: GSL's own CBLAS exports cblas_* only, so
   whatever the link order these calls reach OpenBLAS. Every routine returns
   LAPACK's info, or nothing where the routine cannot fail. */

void blas_dgemm(char transA, char transB, int32_t m, int32_t n, int32_t k, double alpha,
                const double *a, int32_t lda, const double *b, int32_t ldb, double beta, double *c,
                int32_t ldc);
void blas_dgemv(char trans, int32_t m, int32_t n, double alpha, const double *a, int32_t lda,
                const double *x, double beta, double *y);
/* y = alpha A x + beta y, A symmetric, its upper triangle packed by columns. */
void blas_dspmv(int32_t n, double alpha, const double *ap, const double *x, double beta,
                double *y);
/* B = A B, A lower triangular. */
void blas_dtrmm(int32_t m, int32_t n, const double *a, int32_t lda, double *b, int32_t ldb);
/* The lower triangle of C = A Aᵀ, A being n x k. */
void blas_dsyrk(int32_t n, int32_t k, const double *a, int32_t lda, double *c, int32_t ldc);

int32_t lapack_dsyevd(char jobz, int32_t n, double *a, int32_t lda, double *w, double *work,
                      int32_t lwork, int32_t *iwork, int32_t liwork);
int32_t lapack_dsterf(int32_t n, double *d, double *e);
int32_t lapack_dsytrf(int32_t n, double *a, int32_t lda, int32_t *ipiv, double *work,
                      int32_t lwork);
int32_t lapack_dsytrs(int32_t n, int32_t nrhs, const double *a, int32_t lda, const int32_t *ipiv,
                      double *b, int32_t ldb);
int32_t lapack_dpotrf(int32_t n, double *a, int32_t lda);
int32_t lapack_dpotrs(int32_t n, int32_t nrhs, const double *a, int32_t lda, double *b,
                      int32_t ldb);
int32_t lapack_dgeqrf(int32_t m, int32_t n, double *a, int32_t lda, double *tau, double *work,
                      int32_t lwork);
int32_t lapack_dorgqr(int32_t m, int32_t n, int32_t k, double *a, int32_t lda, const double *tau,
                      double *work, int32_t lwork);
/* Eigenvalues only. */
int32_t lapack_dgeev(int32_t n, double *a, int32_t lda, double *wr, double *wi, double *work,
                     int32_t lwork);

/* Complex numbers are pairs of doubles. */

/* The lower triangle of C = A Aᴴ, A being n x k. */
void blas_zherk(int32_t n, int32_t k, const void *a, int32_t lda, void *c, int32_t ldc);
/* C = A B, either transposed (T) or adjoint (C). */
void blas_zgemm(char transA, char transB, int32_t m, int32_t n, int32_t k, const void *a,
                int32_t lda, const void *b, int32_t ldb, void *c, int32_t ldc);
int32_t lapack_zheevd(char jobz, int32_t n, void *a, int32_t lda, double *w, void *work,
                      int32_t lwork, double *rwork, int32_t lrwork, int32_t *iwork,
                      int32_t liwork);
/* Eigenvalues only. */
int32_t lapack_zgeev(int32_t n, void *a, int32_t lda, void *w, void *work, int32_t lwork,
                     double *rwork);
int32_t lapack_zgeqrf(int32_t m, int32_t n, void *a, int32_t lda, void *tau, void *work,
                      int32_t lwork);
int32_t lapack_zungqr(int32_t m, int32_t n, int32_t k, void *a, int32_t lda, const void *tau,
                      void *work, int32_t lwork);

/* Threads inside OpenBLAS; process-global. A no-op with another BLAS. */
void openblas_threads(int count);

/* File name of the shared library that provides dgemm_. */
const char *blas_library_of_dgemm(void);

#endif
