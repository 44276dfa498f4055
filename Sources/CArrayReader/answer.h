#ifndef SADDLERY_ANSWER_H
#define SADDLERY_ANSWER_H
#include <stddef.h>
#include <stdint.h>

/* The copy's side of the pipe. Whatever fails ends the copy. */
void answer_to(int descriptor);
void answer_bytes(const void *bytes, size_t count);
void answer_word(uint64_t word);
void answer_text(const char *text, size_t length);
/* Sends ARRAY_ERROR and ends the copy. */
_Noreturn void answer_error(uint64_t error, const char *name, const char *reason);
/* Sends ARRAY_ERROR with HDF5's innermost message, and ends the copy. */
_Noreturn void answer_failure(uint64_t error, const char *name);
/* Sends ARRAY_END and ends the copy. */
_Noreturn void answer_end(void);

/* What is asked of the HDF5 library once a file is open; see CArrayReader.h. */
void answer_question(const char *path, uint64_t file_size, int question, const char *name);

/* Allows so many more bytes of address space, and the processor time to fill so many elements. */
void allow(uint64_t memory, uint64_t elements);
#endif
