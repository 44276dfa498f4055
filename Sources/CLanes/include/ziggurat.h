#ifndef SADDLERY_ZIGGURAT_H
#define SADDLERY_ZIGGURAT_H

#include <stdint.h>

/* Numbers under the layers of a ziggurat, one of each word, up to the first word whose number is not surely under its
 * layer: a factor and an end for each of 256 layers; bits 0...7 choose the layer, bits 10...63 are a signed integer, which
 * times the factor must be below the end.
 *
 * Returns how many numbers are written and good. What follows them in the array may be overwritten. */
long ziggurat_fill(long count, const uint64_t *words, const double *layers, double *numbers);

#endif
