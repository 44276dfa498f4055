#ifndef SADDLERY_SHAPE_H
#define SADDLERY_SHAPE_H
#include <stdbool.h>
#include <stdint.h>

#include <hdf5.h>

/* What an attribute or dataset holds. */
typedef struct {
  /* What its elements are, in words, where they are not real numbers; of those, empty. */
  const char *other;
  /* Bits after the leading one that its numbers have, at most the 52 of a double. */
  unsigned precision;
  int rank;
  hsize_t extents[H5S_MAX_RANK];
} shape;

/* From handles that are closed by others. Ends the answer if the file is damaged. */
shape shape_of(hid_t type, hid_t space, const char *path);

/* Elements of a shape; false if they are too many for a number. */
bool count_of(const shape *shape, uint64_t *count);
#endif
