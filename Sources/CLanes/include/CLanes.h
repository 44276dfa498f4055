#ifndef SADDLERY_LANES_H
#define SADDLERY_LANES_H

/* Arithmetic for eight things at once, one in each lane of a vector.
 *
 * A real number of eight is 8 doubles, a complex one 16: eight real parts, then eight imaginary parts.
 * Arrays of numbers are arrays of such groups, aligned to 64 bytes. */

enum { LANES = 8 };

#include "elementary.h"
#include "path_tracking.h"
#include "pfaffian.h"
#include "philox.h"
#include "tape.h"
#include "tridiagonal.h"
#include "ziggurat.h"

#endif
