internal import Requirements

extension RandomStream {
  /// A standard normal number: mean 0, variance 1.
  ///
  /// The law is exact up to rounding: a 256-layer ziggurat whose magnitudes have 53 random bits, with
  /// Marsaglia's exact tail, reaching to |x| ≈ 13.7.
  ///
  /// One word is taken in 98.5 % of the calls, two or more otherwise. The words alone fix the
  /// result, in IEEE arithmetic without fused operations, except for `exp` and `log` of the
  /// C library, which may differ in the last bit between libraries, and within one between processors
  /// with and without fused operations. They make the table (changes below about 2·10⁻¹³ relative)
  /// and decide the few acceptances that need them.
  ///
  /// Reference: Marsaglia and Tsang, *The ziggurat method for generating random variables*, J. Stat.
  /// Softw. 5 (2000), DOI 10.18637/jss.v005.i08. *Deviation:* there 32 bits serve as sign and
  /// magnitude, and the low ones as layer too; here the three use disjoint bits of 64.
  public mutating func normal() -> Double {
    Ziggurat.standard.normal(from: &self)
  }

  /// An array of standard normal numbers, the same as `count` calls of `normal()`.
  ///
  /// - Parameter count: At least 0.
  public mutating func normals(count: Int) -> [Double] {
    array(count: count) { stream, buffer in stream.fill(normals: buffer) }
  }

  /// An array of uniform numbers, the same as `count` calls of `uniform()`.
  ///
  /// - Parameter count: At least 0.
  public mutating func uniforms(count: Int) -> [Double] {
    array(count: count) { stream, buffer in stream.fill(uniforms: buffer) }
  }

  private mutating func array(
    count: Int, fill: (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    demand(count >= 0, "count \(count) is negative")
    // Not only for speed: of no elements the initialiser writes to storage that all empty arrays share.
    guard count > 0 else { return [] }
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      fill(&self, UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }
}
