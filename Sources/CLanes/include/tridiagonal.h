#ifndef SADDLERY_TRIDIAGONAL_H
#define SADDLERY_TRIDIAGONAL_H

/* Eight real symmetric matrices of order n: T = Q^T A Q, tridiagonal, and what follows from T in O(n) each.
 *
 * matrix: real, packed by columns of the lower triangle, (i, j), i >= j, at j n - j (j - 1)/2 + i - j.
 * Nothing is contracted: results are those of every processor. */

/* T: its diagonal (n numbers) and the entries beside it (n - 1). The matrix is left with the reflectors, whose factors
 * are n numbers. scratch: 2 n numbers. */
void tridiagonal_reduce(
    long n, double *matrix, double *diagonal, double *beside, double *factors, double *scratch);

/* x = Q^T x, or with back x = Q x. */
void tridiagonal_rotate(
    long n, const double *matrix, const double *factors, double *vector, int back);

/* x = (T - shift)^-1 x, with row exchanges; a pivot that vanishes is taken as `small`. scratch: 5 n numbers. */
void tridiagonal_solve(
    long n, const double *diagonal, const double *beside, const double *shift, const double *small,
    double *vector, double *scratch);

/* How many eigenvalues are below `shift` (Sturm). */
void tridiagonal_count(
    long n, const double *diagonal, const double *beside, const double *shift, const double *small,
    double *counts);

/* The eigenvalues, in no order, in place of the diagonal, by QL iterations without square roots; `squares` are those of
 * the entries beside, of matrices of norm near 1, and destroyed (n numbers). Zero if that takes too long in a lane. */
int tridiagonal_eigenvalues(long n, double *diagonal, double *squares);

/* T = V diag(eigenvalues) V^T of matrices of norm near 1 by QL iterations. The eigenvalues, in no order, take the place of the
 * diagonal, V^T x that of the vector; `beside` has n numbers and is destroyed.
 *
 * V is left as rotations, cosine and sine, of sweeps over firsts[k]...n - 1. Returns how many sweeps; -1 if that takes too
 * long in a lane, -2 if there are more than `capacity` rotations. firsts: 60 n numbers. */
long tridiagonal_diagonalise(
    long n, double *diagonal, double *beside, double *vector, double *rotations, long capacity, long *firsts);

/* x = V x. */
void tridiagonal_unturn(long n, const double *rotations, const long *firsts, long sweeps, double *vector);

#endif
