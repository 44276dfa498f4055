/* FFTW in double precision. */
#ifndef CFFTW_SHIM_H
#define CFFTW_SHIM_H

#include <fftw3.h>

/* FFTW's macro is not visible to Swift. */
static inline unsigned cfftw_estimate(void) { return FFTW_ESTIMATE; }

#endif
