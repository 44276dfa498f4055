#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <hdf5.h>

#include "CArrayReader.h"
#include "answer.h"
#include "attributes.h"
#include "shape.h"

/* What a file may ask for. */
enum { NAME_LIMIT = 10000, DEPTH_LIMIT = 64, PATH_LIMIT = 4096 };
/* Compressed bytes stand for so many at most (1032 is what deflate can reach), and there may be so
 * many that are not stored at all. */
static const uint64_t COMPRESSION = 1032, FILLED = 64 << 20;
/* Elements are sent in slabs of about so many bytes. */
static const uint64_t SLAB = 16 << 20;

#if H5_VERSION_GE(1, 12, 0)
typedef H5O_info2_t object_info;
typedef H5L_info2_t link_info;
static herr_t identify(hid_t object, object_info *info) {
  return H5Oget_info3(object, info, H5O_INFO_BASIC);
}
static bool is_same(hid_t object, const object_info *a, const object_info *b) {
  int order = 1;
  H5Otoken_cmp(object, &a->token, &b->token, &order);
  return order == 0 && a->fileno == b->fileno;
}
#define ITERATE_LINKS H5Literate2
#define GET_LINK H5Lget_info2
#else
typedef H5O_info_t object_info;
typedef H5L_info_t link_info;
static herr_t identify(hid_t object, object_info *info) { return H5Oget_info(object, info); }
static bool is_same(hid_t object, const object_info *a, const object_info *b) {
  (void)object;
  return a->addr == b->addr && a->fileno == b->fileno;
}
#define ITERATE_LINKS H5Literate
#define GET_LINK H5Lget_info
#endif

/* Links to other files are not followed, wherever on a path they stand. */
static bool met_other_file = false;
static const char OTHER_FILE[] = "it is a link to another file; copy what it names into this one";

static hid_t refuse_link(
    const char *name, hid_t group, const void *data, size_t size, hid_t access, hid_t transfer) {
  (void)name, (void)group, (void)data, (void)size, (void)access, (void)transfer;
  met_other_file = true;
  return -1;
}

static void refuse_other_files(void) {
  H5L_class_t external = {
      .version = H5L_LINK_CLASS_T_VERS, .id = H5L_TYPE_EXTERNAL, .comment = "not followed",
      .trav_func = refuse_link};
  if (H5Lregister(&external) < 0) answer_failure(ARRAY_CANNOT_READ, "/");
}

/* Why an object was not opened. */
typedef struct {
  hid_t innermost;
  bool is_circle;
} fault;

static herr_t note_fault(unsigned n, const H5E_error2_t *error, void *context) {
  (void)n;
  fault *fault = context;
  if (fault->innermost < 0) fault->innermost = error->min_num;
  if (error->min_num == H5E_NLINKS) fault->is_circle = true;
  return 0;
}

/* Ends the answer if a name was not opened because it is that of a soft link that leads nowhere. */
static void refuse_soft_link(hid_t place, const char *name, const char *path) {
  fault fault = {.innermost = -1};
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, note_fault, &fault);
  if (!fault.is_circle && fault.innermost != H5E_NOTFOUND) return;
  /* What it says must outlive the calls here. */
  hid_t errors = H5Eget_current_stack();
  link_info info;
  char target[200] = {0}, reason[300];
  if (GET_LINK(place, name, &info, H5P_DEFAULT) >= 0 && info.type == H5L_TYPE_SOFT
      && H5Lget_val(place, name, target, sizeof target - 1, H5P_DEFAULT) >= 0) {
    snprintf(
        reason, sizeof reason, "it is a soft link to '%s', %s", target,
        fault.is_circle ? "by way of more links than are followed, as in a circle"
                        : "which is not in the file");
    answer_error(ARRAY_REFUSED, path, reason);
  }
  H5Eset_current_stack(errors);
}

/* The object of a name; ends the answer if there is none. */
static hid_t find(hid_t place, const char *name, const char *path, uint64_t absent) {
  hid_t object = H5Oopen(place, name, H5P_DEFAULT);
  if (object >= 0) return object;
  if (met_other_file) answer_error(ARRAY_REFUSED, path, OTHER_FILE);
  refuse_soft_link(place, name, path);
  answer_failure(absent, path);
}

/* -- Datasets ------------------------------------------------------------------------------------ */

/* Sends what a dataset is, before anything that could read another file or ask for memory. */
static shape describe(hid_t dataset, const char *path) {
  hid_t creation = H5Dget_create_plist(dataset);
  if (creation < 0) answer_failure(ARRAY_CANNOT_READ, path);
  if (H5Pget_layout(creation) == H5D_VIRTUAL) {
    answer_error(
        ARRAY_REFUSED, path, "it is a virtual dataset, made of parts of others; write it as one array");
  }
  if (H5Pget_external_count(creation) != 0) {
    answer_error(
        ARRAY_REFUSED, path, "its elements are kept in another file; store them inside this one");
  }
  H5Pclose(creation);
  hid_t type = H5Dget_type(dataset), space = H5Dget_space(dataset);
  if (type < 0 || space < 0) answer_failure(ARRAY_CANNOT_READ, path);
  shape shape = shape_of(type, space, path);
  H5Tclose(type);
  H5Sclose(space);
  answer_word(ARRAY_DATASET);
  answer_text(path, strlen(path));
  answer_text(shape.other, strlen(shape.other));
  answer_word(shape.precision);
  answer_word((uint64_t)shape.rank);
  for (int i = 0; i < shape.rank; i++) answer_word(shape.extents[i]);
  return shape;
}

/* Ends the answer unless the elements of a dataset can be in the file. */
static void require_elements(
    hid_t dataset, const char *path, uint64_t count, uint64_t file_size, hsize_t *chunk) {
  hid_t creation = H5Dget_create_plist(dataset), type = H5Dget_type(dataset);
  if (creation < 0 || type < 0) answer_failure(ARRAY_CANNOT_READ, path);
  H5D_layout_t layout = H5Pget_layout(creation);
  hsize_t extents[H5S_MAX_RANK];
  if (layout == H5D_CHUNKED && H5Pget_chunk(creation, H5S_MAX_RANK, extents) > 0 && extents[0] > 0) {
    *chunk = extents[0];
  }
  uint64_t stored = H5Dget_storage_size(dataset), declared, possible = stored;
  if (__builtin_mul_overflow(count, (uint64_t)H5Tget_size(type), &declared)) declared = UINT64_MAX;
  if (layout == H5D_CONTIGUOUS && declared > 0) {
    haddr_t offset = H5Dget_offset(dataset);
    if (offset == HADDR_UNDEF || offset > file_size) possible = 0;
    else if (possible > file_size - offset) possible = file_size - offset;
  } else if (stored > file_size) {
    possible = file_size;
  }
  if (layout == H5D_CHUNKED) {
    uint64_t factor = H5Pget_nfilters(creation) > 0 ? COMPRESSION : 1;
    if (__builtin_mul_overflow(possible, factor, &possible)) possible = UINT64_MAX - FILLED;
    possible = possible > UINT64_MAX - FILLED ? UINT64_MAX : possible + FILLED;
  }
  if (declared > possible) {
    char reason[200];
    snprintf(
        reason, sizeof reason, "its shape says %llu bytes, the file holds %llu of them",
        (unsigned long long)declared, (unsigned long long)(stored < file_size ? stored : file_size));
    answer_error(ARRAY_CANNOT_READ, path, reason);
  }
  H5Tclose(type);
  H5Pclose(creation);
}

static void send_values(hid_t dataset, const char *path, const shape *shape, uint64_t file_size) {
  uint64_t count;
  if (!count_of(shape, &count)) {
    answer_error(ARRAY_CANNOT_READ, path, "its shape has more elements than fit any memory");
  }
  hsize_t chunk = 1;
  require_elements(dataset, path, count, file_size, &chunk);
  if (count == 0) {
    answer_word(ARRAY_VALUES);
    return;
  }

  /* Slabs of whole chunks along the first extent, so that none is read twice. */
  hsize_t extents[H5S_MAX_RANK + 1] = {1}, start[H5S_MAX_RANK + 1] = {0};
  if (shape->rank > 0) memcpy(extents, shape->extents, (size_t)shape->rank * sizeof *extents);
  const hsize_t total = extents[0];
  const uint64_t row = count / total * sizeof(double);
  hsize_t rows = SLAB / row < 1 ? 1 : SLAB / row;
  if (rows > chunk) rows -= rows % chunk;
  else rows = chunk;
  if (rows > total) rows = total;
  /* A chunk is read whole, and once more while it is uncompressed. */
  allow(4 * rows * row, count);
  double *values = malloc(rows * row);
  if (values == NULL) answer_error(ARRAY_CANNOT_READ, path, "not enough memory");
  hid_t space = H5Dget_space(dataset);
  for (start[0] = 0; start[0] < total; start[0] += rows) {
    extents[0] = rows < total - start[0] ? rows : total - start[0];
    const hsize_t size = extents[0] * (row / sizeof(double));
    hid_t memory = H5Screate_simple(1, &size, NULL);
    if (shape->rank > 0) H5Sselect_hyperslab(space, H5S_SELECT_SET, start, NULL, extents, NULL);
    if (H5Dread(dataset, H5T_NATIVE_DOUBLE, memory, space, H5P_DEFAULT, values) < 0) {
      answer_failure(ARRAY_CANNOT_READ, path);
    }
    /* Only now: what fails for all elements, such as a filter that is not there, is said. */
    if (start[0] == 0) answer_word(ARRAY_VALUES);
    H5Sclose(memory);
    answer_bytes(values, size * sizeof(double));
  }
  free(values);
}

/* -- Groups -------------------------------------------------------------------------------------- */

/* A group that is being listed, inside another one. */
typedef struct level {
  const struct level *outer;
  const char *path;
  object_info identity;
  int depth;
} level;

static void list(hid_t group, const char *path, const level *outer);

static int names_met = 0;

static herr_t visit_link(hid_t group, const char *name, const link_info *info, void *context) {
  const level *here = context;
  char path[PATH_LIMIT];
  if (snprintf(path, sizeof path, "%s/%s", here->path, name) >= (int)sizeof path) {
    answer_error(ARRAY_REFUSED, here->path, "a name in it is too long");
  }
  if (++names_met > NAME_LIMIT) {
    answer_error(ARRAY_REFUSED, here->path, "more than 10000 groups and datasets are not listed");
  }
  if (info->type == H5L_TYPE_EXTERNAL) answer_error(ARRAY_REFUSED, path, OTHER_FILE);
  hid_t object = find(group, name, path, ARRAY_CANNOT_READ);
  switch (H5Iget_type(object)) {
  case H5I_GROUP: list(object, path, here); break;
  case H5I_DATASET: describe(object, path); break;
  default: break;
  }
  H5Oclose(object);
  return 0;
}

static void list(hid_t group, const char *path, const level *outer) {
  level here = {.outer = outer, .path = path, .depth = outer == NULL ? 0 : outer->depth + 1};
  if (identify(group, &here.identity) < 0) answer_failure(ARRAY_CANNOT_READ, path);
  for (const level *other = outer; other != NULL; other = other->outer) {
    if (is_same(group, &other->identity, &here.identity)) return;
  }
  if (here.depth > DEPTH_LIMIT) {
    answer_error(ARRAY_REFUSED, path, "groups inside one another more than 64 deep are not listed");
  }
  if (ITERATE_LINKS(group, H5_INDEX_NAME, H5_ITER_INC, NULL, visit_link, &here) < 0) {
    answer_failure(ARRAY_CANNOT_READ, path);
  }
}

/* ------------------------------------------------------------------------------------------------ */

void answer_question(const char *path, uint64_t file_size, int question, const char *name) {
  H5Eset_auto2(H5E_DEFAULT, NULL, NULL);
#if H5_VERSION_GE(1, 12, 0)
  const htri_t is_hdf5 = file_size == 0 ? 0 : H5Fis_accessible(path, H5P_DEFAULT);
#else
  const htri_t is_hdf5 = file_size == 0 ? 0 : H5Fis_hdf5(path);
#endif
  if (is_hdf5 <= 0) answer_error(ARRAY_CANNOT_OPEN, "/", "not an HDF5 file");
  hid_t file = H5Fopen(path, H5F_ACC_RDONLY, H5P_DEFAULT);
  if (file < 0) answer_failure(ARRAY_CANNOT_OPEN, "/");
  refuse_other_files();
  hid_t object = find(file, name, name, ARRAY_NO_OBJECT);
  const H5I_type_t type = H5Iget_type(object);
  if (question == ARRAY_ATTRIBUTES) {
    send_attributes(object, name);
  } else if (question == ARRAY_FIND && type == H5I_DATASET) {
    describe(object, name);
  } else if (type != (question == ARRAY_READ ? H5I_DATASET : H5I_GROUP)) {
    answer_error(ARRAY_NO_OBJECT, name, "of another kind");
  } else if (question != ARRAY_READ) {
    /* Paths in the answer have one slash before each name. */
    list(object, strcmp(name, "/") == 0 ? "" : name, NULL);
  } else {
    const shape shape = describe(object, name);
    if (shape.other[0] != 0) return;
    send_attributes(object, name);
    send_values(object, name, &shape, file_size);
  }
}
