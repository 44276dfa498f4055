#include <string.h>

#include "CLanes.h"
#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

void tape_gradient(long n, long count, const tape_node *nodes, double *adjoints) {
  memset(adjoints, 0, sizeof(double) * (size_t)count);
  if (count == 0) return;
  adjoints[count - 1] = 1;
  for (long i = count - 1; i >= n; i--) {
    const tape_node *node = nodes + i;
    double adjoint = adjoints[i];
    /* What the value does not depend on must not bring in infinite derivatives. */
    if (adjoint == 0) continue;
    if (node->a >= 0) adjoints[node->a] += node->da * adjoint;
    if (node->b >= 0) adjoints[node->b] += node->db * adjoint;
  }
}

/* Eight variables at a time, as eight directions: the tangent of a node is its derivative along them, and in the reverse
 * sweep the turn of a node is the derivative of its adjoint along them. Bit g of a node's mask says whether it depends on a
 * variable of group g (or g + 64, ...); what the result does not depend on has the mask 0. */
VERSIONS
void tape_hessian(
    long n, long count, const tape_node *nodes, const double *adjoints, uint64_t *masks,
    double *tangents, double *packed) {
  lanes *tangent = (lanes *)tangents, *turn = tangent + count;
  unsigned char *turns = (unsigned char *)(masks + count);
  const lanes zero = {0};
  memset(turns, 0, (size_t)count);
  if (count > 0) turns[count - 1] = 1;
  for (long i = count - 1; i >= n; i--) {
    if (!turns[i]) continue;
    if (nodes[i].a >= 0) turns[nodes[i].a] = 1;
    if (nodes[i].b >= 0) turns[nodes[i].b] = 1;
  }
  for (long i = 0; i < count; i++) {
    uint64_t mask = i < n ? 1ull << (i / 8 % 64) : 0;
    if (nodes[i].a >= 0) mask |= masks[nodes[i].a];
    if (nodes[i].b >= 0) mask |= masks[nodes[i].b];
    masks[i] = turns[i] ? mask : 0;
  }
#define depends(place) ((place) >= 0 && (masks[place] & group))
  for (long first = 0; first < n; first += 8) {
    const uint64_t group = 1ull << (first / 8 % 64);
    long end = first + 8 < n ? first + 8 : n;
    memset(turns, 0, (size_t)count);
    for (long i = first % 512; i < n; i += 512) {
      for (long k = i; k < i + 8 && k < n; k++) tangent[k] = zero;
    }
    for (long i = first; i < end; i++) tangent[i][i - first] = 1;
    for (long i = n; i < count; i++) {
      if (!(masks[i] & group)) continue;
      const tape_node *node = nodes + i;
      lanes sum = zero;
      if (depends(node->a)) sum += node->da * tangent[node->a];
      if (depends(node->b)) sum += node->db * tangent[node->b];
      tangent[i] = sum;
    }
    for (long i = count - 1; i >= n; i--) {
      const tape_node *node = nodes + i;
      double adjoint = adjoints[i];
      int bends = (masks[i] & group) && adjoint != 0 && (node->daa != 0 || node->dab != 0 || node->dbb != 0);
      if (!bends && !turns[i]) continue;
      lanes a = depends(node->a) ? tangent[node->a] : zero, b = depends(node->b) ? tangent[node->b] : zero;
      if (node->a >= 0) {
        lanes sum = turns[node->a] ? turn[node->a] : zero;
        if (turns[i]) sum += node->da * turn[i];
        if (bends) sum += adjoint * (node->daa * a + node->dab * b);
        turn[node->a] = sum;
        turns[node->a] = 1;
      }
      if (node->b >= 0) {
        lanes sum = turns[node->b] ? turn[node->b] : zero;
        if (turns[i]) sum += node->db * turn[i];
        if (bends) sum += adjoint * (node->dab * a + node->dbb * b);
        turn[node->b] = sum;
        turns[node->b] = 1;
      }
    }
    for (long j = first; j < end; j++) {
      for (long i = 0; i <= j; i++) packed[j * (j + 1) / 2 + i] = turns[i] ? turn[i][j - first] : 0;
    }
  }
#undef depends
}
