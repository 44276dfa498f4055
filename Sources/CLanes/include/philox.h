#ifndef SADDLERY_PHILOX_H
#define SADDLERY_PHILOX_H

#include <stdint.h>

/* Blocks of Philox4x64-10 at counter, counter + 1, ..., four words each, in whole groups of twenty.
 *
 * counter: four words, least significant first. key: two words.
 * Returns how many blocks are written: none where the processor cannot multiply eight words at a time, or where
 * the least significant word of the counter would overflow on the way. */
long philox_blocks(long blocks, const uint64_t *counter, const uint64_t *key, uint64_t *words);

#endif
