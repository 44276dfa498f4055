#ifndef SADDLERY_PATH_TRACKING_H
#define SADDLERY_PATH_TRACKING_H

/* The dense complex arithmetic of path tracking. Symmetric matrices of order n are packed by columns of the lower
 * triangle: (i, j), i >= j, at j n - j (j - 1)/2 + i - j. */

/* matrix += A monomials, A real, rows x columns.
 *
 * coefficients: A in blocks of four rows, element (4 b + r, m) at (b columns + m) 4 + r; rows is padded to
 * a multiple of four, as is matrix. */
void path_contract(
    long rows, long columns, const double *coefficients, const double *monomials, double *matrix);

/* matrix = L D L^T of the bordered matrix [[A, x], [x^T, 0]] of order n, in place, the border last.
 * Rows and columns before the border are exchanged for large pivots, the same in all paths;
 * order[0..n-1] says which is where. */
void path_factor(long n, double *matrix, int *order);

/* Solves with the factors; the right-hand side is overwritten. scratch: n numbers. */
void path_solve(long n, const double *matrix, const int *order, double *rhs, double *scratch);

/* result = A x for a symmetric packed A of order n. */
void path_multiply(long n, const double *matrix, const double *x, double *result);

#endif
