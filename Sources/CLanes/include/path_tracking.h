#ifndef SADDLERY_PATH_TRACKING_H
#define SADDLERY_PATH_TRACKING_H

/* The dense complex arithmetic of path tracking. Symmetric matrices of order n are packed by columns of the lower
 * triangle: (i, j), i >= j, at j n - j (j - 1)/2 + i - j. */

/* A monomials, A real, rows x columns; element r of the product goes to place r of matrix.
 *
 * coefficients: A in blocks of four rows, element (4 b + r, m) at (b columns + m) 4 + r; rows is padded to
 * a multiple of four. */
void path_contract(
    long rows, long columns, const double *coefficients, const double *monomials, const int *places,
    double *matrix);

/* The equations t grad g(v) + (1-t) grad G(v) = mu v, v.v = 1 at a point (v, mu), G = sum start_i v_i^degree, and
 * their Jacobian.
 *
 * n: components of v. matrix: of order n + 1, the Hessian of g in its first n rows and columns; becomes
 * [[J, v], [v^T, 0]]. startGradient: grad G. step: the right-hand side of Newton's step. */
void path_assemble(
    long n, long degree, const double *start, const double *time, const double *point,
    const double *gradient, double *matrix, double *startGradient, double *step);

/* matrix = L D L^T of the bordered matrix [[A, x], [x^T, 0]] of order n, in place, the border last.
 * Rows and columns before the border are exchanged for large pivots, the same in all paths;
 * order[0..n-1] says which is where. scratch: 2 n numbers. */
void path_factor(long n, double *matrix, int *order, double *scratch);

/* Solves with the factors; the right-hand side is overwritten. scratch: n numbers. */
void path_solve(long n, const double *matrix, const int *order, double *rhs, double *scratch);

/* result = A x, A the first n rows and columns of a symmetric packed matrix of some order. */
void path_multiply(
    long n, long order, const double *matrix, const double *x, double *result);

#endif
