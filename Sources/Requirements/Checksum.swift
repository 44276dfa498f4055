/// A number that depends on every bit of some words. It finds accidents, not forgeries.
@inlinable
package func checksum<Words: Sequence>(of words: Words) -> UInt64
where Words.Element: FixedWidthInteger & UnsignedInteger {
  words.reduce(0x9e37_79b9_7f4a_7c15) {
    let product = ($0 ^ UInt64($1)) &* 0xd6e8_feb8_6659_fd93
    return (product << 29 | product >> 35) &+ 0x2545_f491_4f6c_dd1d
  }
}
