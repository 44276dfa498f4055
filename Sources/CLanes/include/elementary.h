#ifndef SADDLERY_ELEMENTARY_H
#define SADDLERY_ELEMENTARY_H

/* Elementary functions of many numbers in place, within three units in the last place; NaN stays NaN. */

/* e^x of numbers that are at most 0; 0 below -708. */
void elementary_decay(long n, double *x);

/* tanh x. */
void elementary_tanh(long n, double *x);

/* ln(1 + x) of numbers from 0 to 1. */
void elementary_log1p(long n, double *x);

#endif
