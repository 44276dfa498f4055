#ifndef SADDLERY_TAPE_H
#define SADDLERY_TAPE_H

#include <stdint.h>

/* An operation with its operands' places, -1 for none, and its partial derivatives by them. Operands stand before it. */
typedef struct {
  int32_t operation, a, b, exponent;
  double constant, da, db, daa, dab, dbb;
} tape_node;

/* Derivatives of the last of count nodes by every node, where the first n are variables. */
void tape_gradient(long n, long count, const tape_node *nodes, double *adjoints);

/* Second derivatives of the last node by the variables, into a packed upper triangle by columns: element (i, j), i <= j, is
 * at j(j + 1)/2 + i.
 *
 * adjoints: of tape_gradient. masks: room for count words and count bytes. tangents: room for 16 numbers a node, aligned to 64 bytes. */
void tape_hessian(
    long n, long count, const tape_node *nodes, const double *adjoints, uint64_t *masks,
    double *tangents, double *packed);

#endif
