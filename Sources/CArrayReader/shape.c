#include <string.h>

#include "shape.h"
#include "CArrayReader.h"
#include "answer.h"

/* Whether a compound or enumerated type has these two members. */
static bool has_members(hid_t type, const char *first, const char *second) {
  if (H5Tget_nmembers(type) != 2) return false;
  char *a = H5Tget_member_name(type, 0), *b = H5Tget_member_name(type, 1);
  const bool result = a != NULL && b != NULL && strcmp(a, first) == 0 && strcmp(b, second) == 0;
  H5free_memory(a);
  H5free_memory(b);
  return result;
}

static const char *other(hid_t type, H5T_class_t class) {
  switch (class) {
  case H5T_INTEGER:
  case H5T_FLOAT: return "";
  case H5T_STRING: return "text";
  case H5T_COMPOUND:
    /* As h5py, Julia and MATLAB name them. */
    return has_members(type, "r", "i") || has_members(type, "real", "imag")
        ? "complex numbers" : "records (a compound type)";
  case H5T_ENUM:
    return has_members(type, "FALSE", "TRUE") ? "booleans" : "named values (an enumerated type)";
  case H5T_REFERENCE: return "references to other objects";
  case H5T_OPAQUE: return "opaque bytes";
  case H5T_BITFIELD: return "bit fields";
  case H5T_VLEN: return "lists of any length";
  case H5T_ARRAY: return "arrays within its elements";
#if H5_VERSION_GE(2, 0, 0)
  case H5T_COMPLEX: return "complex numbers";
#endif
  default: return "elements of an unknown type";
  }
}

static unsigned precision(hid_t type, H5T_class_t class) {
  size_t sign, exponent, exponent_size, fraction, size;
  if (class != H5T_FLOAT
      || H5Tget_fields(type, &sign, &exponent, &exponent_size, &fraction, &size) < 0) {
    return 52;
  }
  if (H5Tget_norm(type) != H5T_NORM_IMPLIED && size > 0) size -= 1;
  return size < 52 ? (unsigned)size : 52;
}

shape shape_of(hid_t type, hid_t space, const char *path) {
  shape result = {0};
  const H5T_class_t class = H5Tget_class(type);
  result.other =
      H5Sget_simple_extent_type(space) == H5S_NULL ? "nothing (an empty space)" : other(type, class);
  result.precision = precision(type, class);
  result.rank = H5Sget_simple_extent_ndims(space);
  if (class == H5T_NO_CLASS || result.rank < 0 || result.rank > H5S_MAX_RANK
      || H5Sget_simple_extent_dims(space, result.extents, NULL) < 0) {
    answer_failure(ARRAY_CANNOT_READ, path);
  }
  return result;
}

bool count_of(const shape *shape, uint64_t *count) {
  *count = 1;
  for (int i = 0; i < shape->rank; i++) {
    if (shape->extents[i] == 0) {
      *count = 0;
      return true;
    }
  }
  for (int i = 0; i < shape->rank; i++) {
    if (__builtin_mul_overflow(*count, (uint64_t)shape->extents[i], count)) return false;
  }
  return *count <= UINT64_MAX / sizeof(double);
}
