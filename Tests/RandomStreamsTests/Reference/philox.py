"""Philox4x64-10 in plain Python integers, from the definition in Salmon et al. (2011)."""

MASK = 2**64 - 1


def block(counter, key):
    """The four words at a counter of four words under a key of two words."""
    c0, c1, c2, c3 = counter
    for r in range(10):
        k0 = (key[0] + r * 0x9E3779B97F4A7C15) & MASK
        k1 = (key[1] + r * 0xBB67AE8584CAA73B) & MASK
        p, q = c0 * 0xD2E7470EE14C6C93, c2 * 0xCA5A826395121157
        c0, c1, c2, c3 = (q >> 64) ^ c1 ^ k0, q & MASK, (p >> 64) ^ c3 ^ k1, p & MASK
    return c0, c1, c2, c3


def words(key, counter):
    """The words from the block after `counter` on."""
    n = sum(c << (64 * i) for i, c in enumerate(counter))
    while True:
        n = (n + 1) % 2**256
        yield from block([(n >> (64 * i)) & MASK for i in range(4)], key)
