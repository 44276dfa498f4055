#ifndef SADDLERY_PFAFFIAN_H
#define SADDLERY_PFAFFIAN_H

/* Pfaffians of eight complex skew-symmetric matrices of some rows and two more, the borders, by elimination of two rows
 * and columns at a time.
 *
 * matrix: complex of order n = rows + 2, packed by rows of the upper triangle, (i, j), i <= j, at
 * i n - i (i - 1)/2 + j - i, the diagonal unused; overwritten. Rows and columns before the borders are exchanged for
 * large pivots, the same in all lanes.
 *
 * corners: rows/2 complex numbers whose product, but for the sign that is returned, is the Pfaffian of the rows, zero
 * from the first that is zero on. Of an even number of rows: one more, what the Pfaffian with both borders is over that.
 * Of an odd one: two more, what those with the first and with the second border are over it. */
double pfaffian_corners(long rows, double *matrix, double *corners);

/* matrix = A + w C with the borders a and b, packed so, for eight complex w.
 *
 * coefficients: of each (i, j), i < j, row after row, four doubles: real and imaginary parts of A and C.
 * borders: of each row four doubles: real and imaginary parts of a and b. */
void pfaffian_pencil(
    long rows, const double *coefficients, const double *borders, const double *w, double *matrix);

#endif
