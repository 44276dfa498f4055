#ifndef CHDF5_SHIM_H
#define CHDF5_SHIM_H
#include <hdf5.h>

/* Macros that open the library and name its global variables are not imported; functions are. */
static inline hid_t chdf5_native_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t chdf5_native_int64(void) { return H5T_NATIVE_INT64; }
static inline hid_t chdf5_native_uint64(void) { return H5T_NATIVE_UINT64; }
static inline hid_t chdf5_c_string(void) { return H5T_C_S1; }
static inline size_t chdf5_variable_length(void) { return H5T_VARIABLE; }
static inline hid_t chdf5_default(void) { return H5P_DEFAULT; }
static inline hid_t chdf5_all(void) { return H5S_ALL; }
static inline hid_t chdf5_file_create_class(void) { return H5P_FILE_CREATE; }
static inline hid_t chdf5_file_access_class(void) { return H5P_FILE_ACCESS; }
static inline hid_t chdf5_dataset_create_class(void) { return H5P_DATASET_CREATE; }
static inline hid_t chdf5_link_create_class(void) { return H5P_LINK_CREATE; }
static inline unsigned chdf5_truncate(void) { return H5F_ACC_TRUNC; }

static inline void chdf5_silence_errors(void) { H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }

/* The innermost message of the error stack. */
static inline herr_t chdf5_first_error(unsigned n, const H5E_error2_t *error, void *text) {
  (void)n;
  *(const char **)text = error->desc;
  return 1;
}
static inline const char *chdf5_last_error(void) {
  const char *text = NULL;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, chdf5_first_error, &text);
  return text;
}

#endif
