/* The parts of the GNU Scientific Library used by this package.

   gsl_blas.h and gsl_linalg.h are left out on purpose: GSL's own BLAS is slow, and its cblas
   enumerations clash with any other cblas.h. (gsl_randist.h and gsl_sf.h declare them indirectly,
   so no other module of this package may include a cblas.h.) */
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_version.h>

/* GSL's global variables are shared mutable state to Swift 6; these functions read them. */

/* Version of the linked library; GSL_VERSION is that of the headers. */
static inline const char *cgsl_version(void) { return gsl_version; }

static inline const gsl_rng_type *cgsl_rng_mt19937(void) { return gsl_rng_mt19937; }

static inline const gsl_root_fsolver_type *cgsl_root_fsolver_brent(void) {
  return gsl_root_fsolver_brent;
}

static inline const gsl_min_fminimizer_type *cgsl_min_fminimizer_brent(void) {
  return gsl_min_fminimizer_brent;
}

#endif
