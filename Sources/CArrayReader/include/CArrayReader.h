#ifndef SADDLERY_ARRAY_READER_H
#define SADDLERY_ARRAY_READER_H
#include <sys/types.h>

/* Reads HDF5 files in a process of its own.
 *
 * The HDF5 library crashes, or never returns, on some damaged files: what it does must not happen in
 * the caller's process. A copy of the process (fork) is made here, in C: the copy runs nothing but
 * this code, the HDF5 library and the C library's memory allocation, which bears it, and ends without
 * running anything else. It finds no file twice, as a helper program would have to be, and works in
 * scripts and tests. Its processor time and address space are limited.
 *
 * The copy answers one question on a pipe. An answer is a sequence of records, each a word (eight
 * bytes, of this machine) that names it and what follows; texts are a length and their bytes.
 *
 *   ARRAY_DATASET    path, what its elements are if not real numbers, bits of their fraction, rank,
 *                    extents
 *   ARRAY_ATTRIBUTE  name, kind, number of elements, elements; of one text, that text; of what is
 *                    neither numbers nor text, what it is
 *   ARRAY_VALUES     as many doubles as the dataset before has elements
 *   ARRAY_ERROR      which, name of the object, reason; the answer ends
 *   ARRAY_END        the answer is complete
 */

enum { ARRAY_DATASET = 1, ARRAY_ATTRIBUTE, ARRAY_VALUES, ARRAY_ERROR, ARRAY_END };

/* What can be asked. */
enum {
  /* Every dataset below a group, also through links within the file, but for links back to a group
   * that is being listed. */
  ARRAY_LIST,
  /* The dataset of a name, or what ARRAY_LIST says of a group. */
  ARRAY_FIND,
  /* One dataset with its attributes and values. */
  ARRAY_READ,
  /* The attributes of a group or dataset. */
  ARRAY_ATTRIBUTES,
};

enum { ARRAY_UNSIGNED, ARRAY_INTEGER, ARRAY_REAL, ARRAY_REALS, ARRAY_TEXT, ARRAY_TEXTS, ARRAY_OTHER };

enum {
  /* The file is not HDF5, or its beginning is damaged. */
  ARRAY_CANNOT_OPEN,
  /* There is no such object, or it is of another kind. */
  ARRAY_NO_OBJECT,
  /* Part of the file is damaged. */
  ARRAY_CANNOT_READ,
  /* The file asks for what is not done, such as reading another file. */
  ARRAY_REFUSED,
};

/* Starts the copy. Returns the descriptor to read the answer from, or -1 with errno set. Not to be
 * called while another thread uses the HDF5 library. */
int array_reader_start(const char *path, int question, const char *name, pid_t *process);

/* Ends the copy, whatever it is doing, and closes the descriptor. Returns the signal that had ended
 * it before that, or 0. */
int array_reader_stop(int descriptor, pid_t process);

#endif
