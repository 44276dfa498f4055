#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attributes.h"
#include "CArrayReader.h"
#include "answer.h"
#include "shape.h"

/* What a file may ask for. */
enum { ATTRIBUTE_LIMIT = 1000 };
static const uint64_t ATTRIBUTE_BYTES = 16 << 20;

typedef struct {
  const char *path;
  uint64_t count, bytes;
} attributes_sent;

static void refuse_attributes(const char *path) {
  char reason[100];
  snprintf(
      reason, sizeof reason, "it has more than %d attributes or %llu bytes of them",
      (int)ATTRIBUTE_LIMIT, (unsigned long long)ATTRIBUTE_BYTES);
  answer_error(ARRAY_REFUSED, path, reason);
}

static void *allocate(size_t count, size_t size, const char *path) {
  void *bytes = calloc(count + 1, size);
  if (bytes == NULL) answer_error(ARRAY_CANNOT_READ, path, "not enough memory");
  return bytes;
}

static void begin(const char *name, uint64_t kind) {
  answer_word(ARRAY_ATTRIBUTE);
  answer_text(name, strlen(name));
  answer_word(kind);
}

static herr_t send_reals(hid_t attribute, const char *name, uint64_t count, const char *path) {
  double *values = allocate(count, sizeof *values, path);
  if (count > 0 && H5Aread(attribute, H5T_NATIVE_DOUBLE, values) < 0) return -1;
  begin(name, ARRAY_REALS);
  answer_word(count);
  answer_bytes(values, count * sizeof *values);
  free(values);
  return 0;
}

static herr_t send_number(hid_t attribute, hid_t type, const char *name) {
  const bool is_integer = H5Tget_class(type) == H5T_INTEGER;
  const bool is_unsigned = is_integer && H5Tget_sign(type) == H5T_SGN_NONE;
  const hid_t native =
      is_unsigned ? H5T_NATIVE_UINT64 : is_integer ? H5T_NATIVE_INT64 : H5T_NATIVE_DOUBLE;
  uint64_t bits = 0;
  if (H5Aread(attribute, native, &bits) < 0) return -1;
  begin(name, is_unsigned ? ARRAY_UNSIGNED : is_integer ? ARRAY_INTEGER : ARRAY_REAL);
  answer_word(1);
  answer_word(bits);
  return 0;
}

/* Texts of variable length, or of a fixed one without what fills it: zeros or spaces. */
static herr_t send_texts(
    hid_t attribute, hid_t type, const char *name, const shape *shape, uint64_t count,
    attributes_sent *sent) {
  const bool is_variable = H5Tis_variable_str(type) > 0;
  const size_t size = is_variable ? 0 : H5Tget_size(type) + 1;
  char **texts = allocate(count, sizeof *texts, sent->path);
  char *bytes = NULL;
  if (is_variable) {
    if (count > 0 && H5Aread(attribute, type, texts) < 0) return -1;
  } else {
    hid_t ended = H5Tcopy(type);
    if (H5Tset_size(ended, size) < 0 || H5Tset_strpad(ended, H5T_STR_NULLTERM) < 0) return -1;
    bytes = allocate(count, size, sent->path);
    if (count > 0 && H5Aread(attribute, ended, bytes) < 0) return -1;
    for (uint64_t i = 0; i < count; i++) texts[i] = bytes + i * size;
    H5Tclose(ended);
  }
  if (is_variable) {
    for (uint64_t i = 0; i < count; i++) sent->bytes += texts[i] == NULL ? 0 : strlen(texts[i]);
  }
  if (sent->bytes > ATTRIBUTE_BYTES) refuse_attributes(sent->path);
  begin(name, shape->rank == 0 ? ARRAY_TEXT : ARRAY_TEXTS);
  if (shape->rank > 0) answer_word(count);
  for (uint64_t i = 0; i < count; i++) {
    const char *text = texts[i] == NULL ? "" : texts[i];
    answer_text(text, strlen(text));
    if (is_variable) H5free_memory(texts[i]);
  }
  free(bytes);
  free(texts);
  return 0;
}

static herr_t visit_attribute(
    hid_t object, const char *name, const H5A_info_t *info, void *context) {
  (void)info;
  attributes_sent *sent = context;
  hid_t attribute = H5Aopen(object, name, H5P_DEFAULT);
  hid_t type = attribute < 0 ? -1 : H5Aget_type(attribute);
  hid_t space = attribute < 0 ? -1 : H5Aget_space(attribute);
  if (attribute < 0 || type < 0 || space < 0) answer_failure(ARRAY_CANNOT_READ, sent->path);
  const shape shape = shape_of(type, space, sent->path);
  const bool is_number = shape.other[0] == 0;
  const bool is_text = strcmp(shape.other, "text") == 0;
  const size_t size = is_text ? H5Tget_size(type) + 1 : is_number ? sizeof(double) : 0;
  uint64_t count;
  if (!count_of(&shape, &count) || count > ATTRIBUTE_BYTES || size > ATTRIBUTE_BYTES) {
    refuse_attributes(sent->path);
  }
  sent->count += 1;
  sent->bytes += strlen(name) + count * size;
  if (sent->count > ATTRIBUTE_LIMIT || sent->bytes > ATTRIBUTE_BYTES) refuse_attributes(sent->path);

  herr_t status = 0;
  if (is_number) {
    status = shape.rank > 0 ? send_reals(attribute, name, count, sent->path)
                            : send_number(attribute, type, name);
  } else if (is_text) {
    status = send_texts(attribute, type, name, &shape, count, sent);
  } else {
    begin(name, ARRAY_OTHER);
    answer_text(shape.other, strlen(shape.other));
  }
  if (status < 0) answer_failure(ARRAY_CANNOT_READ, sent->path);
  H5Sclose(space);
  H5Tclose(type);
  H5Aclose(attribute);
  return 0;
}

void send_attributes(hid_t object, const char *path) {
  /* Visiting takes the square of their number: it is asked for first. */
#if H5_VERSION_GE(1, 12, 0)
  H5O_info2_t info;
  herr_t known = H5Oget_info3(object, &info, H5O_INFO_NUM_ATTRS);
#else
  H5O_info_t info;
  herr_t known = H5Oget_info2(object, &info, H5O_INFO_NUM_ATTRS);
#endif
  if (known >= 0 && info.num_attrs > ATTRIBUTE_LIMIT) refuse_attributes(path);
  attributes_sent sent = {path, 0, 0};
  if (H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_attribute, &sent) < 0) {
    answer_failure(ARRAY_CANNOT_READ, path);
  }
}
