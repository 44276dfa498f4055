#ifndef SADDLERY_PFAFFIAN_H
#define SADDLERY_PFAFFIAN_H

/* Pfaffians of eight complex skew-symmetric matrices of even order n, by elimination of two rows and columns at a
 * time.
 *
 * matrix: complex, packed by rows of the upper triangle, (i, j), i <= j, at i n - i (i - 1)/2 + j - i, the diagonal
 * unused; overwritten. Rows and columns are exchanged for large pivots, the same in all lanes.
 *
 * corners: n/2 complex numbers whose product is the Pfaffian but for the sign that is returned; zero from the first
 * that is zero on. */
double pfaffian_corners(long n, double *matrix, double *corners);

/* matrix = A + z B + z^2 C, packed so, for eight complex z.
 *
 * coefficients: of each (i, j), i < j, row after row, six doubles: real and imaginary parts of A, B and C. */
void pfaffian_pencil(long n, const double *coefficients, const double *z, double *matrix);

#endif
