#ifndef SADDLERY_ZIGGURAT_H
#define SADDLERY_ZIGGURAT_H

#include <stdint.h>

typedef struct {
  long words, numbers;
} ziggurat_progress;

/* Normal numbers under the density exp(-x^2/2), covered by 256 layers, from random words. Bits 0...7 of a word choose
 * the layer, bits 10...63 are a signed integer, which times the layer's factor is the number; it is good if below the
 * layer's end. Else bits 11...63 of the next word are a height between the layer's two densities, and it is good if the
 * density there is above.
 *
 * Takes at most end.words and writes at most end.numbers. Stops early at a number of layer 0 beyond the end, and at one
 * that needs a height when no word is left.
 *
 * layers: a factor and an end for each; densities: 257, from below.
 * Returns how many words are used and how many numbers are good. What follows these may be overwritten. */
ziggurat_progress ziggurat_fill(
    ziggurat_progress end, const uint64_t *words, const double *layers, const double *densities, double *numbers);

#endif
