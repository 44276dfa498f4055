#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <hdf5.h>

#include "CArrayReader.h"
#include "answer.h"

static int out = -1;
static char waiting[1 << 16];
static size_t used = 0;

void answer_to(int descriptor) { out = descriptor; }

static void send_bytes(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(out, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(0);
    bytes += sent;
    count -= (size_t)sent;
  }
}

static void flush(void) {
  send_bytes(waiting, used);
  used = 0;
}

void answer_bytes(const void *bytes, size_t count) {
  if (count > sizeof waiting - used) flush();
  if (count > sizeof waiting) {
    send_bytes(bytes, count);
  } else if (count > 0) {
    memcpy(waiting + used, bytes, count);
    used += count;
  }
}

void answer_word(uint64_t word) { answer_bytes(&word, sizeof word); }

void answer_text(const char *text, size_t length) {
  answer_word(length);
  answer_bytes(text, length);
}

void answer_error(uint64_t error, const char *name, const char *reason) {
  answer_word(ARRAY_ERROR);
  answer_word(error);
  answer_text(name, strlen(name));
  answer_text(reason, strlen(reason));
  flush();
  _exit(0);
}

static herr_t innermost(unsigned n, const H5E_error2_t *error, void *text) {
  (void)n;
  /* That no plug-in was found is no reason, but that there is need of one. */
  if (error->maj_num == H5E_PLUGIN) return 0;
  *(const char **)text = error->desc;
  return 1;
}

void answer_failure(uint64_t error, const char *name) {
  const char *text = NULL;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, &text);
  answer_error(error, name, text != NULL ? text : "HDF5 gave no reason");
}

void answer_end(void) {
  answer_word(ARRAY_END);
  flush();
  _exit(0);
}
