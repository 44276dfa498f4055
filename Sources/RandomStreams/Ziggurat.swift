internal import CLanes
import Foundation

/// The half-density `f(x) = exp(−x²/2)` covered by 256 layers of equal area v.
///
/// ```
/// layer 0      the strip 0 ≤ y ≤ f(r) with the tail beyond r,  v = r f(r) + ∫ᵣ^∞ f
/// layer i ≥ 1  the rectangle [0, xᵢ] × [f(xᵢ), f(xᵢ₊₁)],      x₁ = r,  f(xᵢ₊₁) = f(xᵢ) + v / xᵢ
/// ```
///
/// The two constants r and v follow from the closing condition: the last rectangle must end at the
/// top of the density, `f(x₂₅₅) + v / x₂₅₅ = 1`. It is solved at the first use; r = 3.65415... and
/// v = 0.00492867... come out. The stacking magnifies an error of r on the way up, by 366 in the
/// relative error of x₂₅₅: with r known to 4.4e-16 the edges, and with them the law, are right to
/// about 2e-13.
struct Ziggurat: Sendable {
  static let standard = Ziggurat()

  /// x₀ = v / f(r), x₁ = r, ..., x₂₅₅, x₂₅₆ = 0: the right ends of the layers.
  private let edges: [Double]
  /// f(xᵢ), with 1 for x₂₅₆.
  private let densities: [Double]
  /// xᵢ / 2⁵³ and xᵢ₊₁.
  private let layers: [SIMD2<Double>]

  private init() {
    // The excess over the top falls as r grows. Bisection to adjacent numbers.
    var low = 3.0
    var high = 4.0
    while case let middle = 0.5 * (low + high), low < middle, middle < high {
      if Self.stack(from: middle).excess > 0 { low = middle } else { high = middle }
    }
    edges = Self.stack(from: high).edges
    densities = edges.map { exp(-0.5 * $0 * $0) }
    layers = zip(edges, edges.dropFirst()).map { [$0 * 0x1p-53, $1] }
  }

  /// The right ends of the layers above a base that ends at `r`, and how far the last one sticks out
  /// above 1.
  private static func stack(from r: Double) -> (edges: [Double], excess: Double) {
    let base = exp(-0.5 * r * r)
    let area = r * base + (0.5 * Double.pi).squareRoot() * erfc(r * 0.5.squareRoot())
    var edges = [area / base, r]
    var top = base + area / r
    while edges.count < 256 {
      if top >= 1 { return (edges, .infinity) }
      let x = (-2 * log(top)).squareRoot()
      edges.append(x)
      top = exp(-0.5 * x * x) + area / x
    }
    return (edges + [0], top - 1)
  }

  /// A standard normal number from the words of `source`.
  ///
  /// Of each word bits 0...7 choose the layer, bits 8 and 9 are not used, and bits 10...63 are a
  /// signed integer: sign and 53 bits of magnitude.
  @inline(__always)
  func normal(from source: inout some RandomNumberGenerator) -> Double {
    while true {
      let word = source.next()
      let layer = Int(truncatingIfNeeded: word & 0xFF)
      let x = Double(Int64(bitPattern: word) >> 10) * 0x1p-53 * edges[layer]
      if abs(x) < edges[layer + 1] { return x }
      if layer == 0 { return copysign(tail(from: &source), x) }
      let height = Double(topBitsOf: source.next())
      let y = densities[layer] + height * (densities[layer + 1] - densities[layer])
      if y < exp(-0.5 * x * x) { return x }
    }
  }

  /// Fills the front of `numbers` from the front of `words`, as far as that goes without the tail and without further words.
  ///
  /// - Returns: How many words are used and numbers filled.
  func fill(
    _ numbers: UnsafeMutableBufferPointer<Double>, from words: UnsafeBufferPointer<UInt64>
  ) -> (words: Int, numbers: Int) {
    let end = ziggurat_progress(words: words.count, numbers: numbers.count)
    let progress = layers.withUnsafeBytes { layers in
      ziggurat_fill(
        end, words.baseAddress, layers.baseAddress?.assumingMemoryBound(to: Double.self), densities,
        numbers.baseAddress)
    }
    return (progress.words, progress.numbers)
  }

  /// A normal number conditioned to exceed r.
  ///
  /// The excess s over r is exponential with rate r, accepted with probability exp(−s²/2).
  ///
  /// Reference: Marsaglia, *Generating a variable from the tail of the normal distribution*,
  /// Technometrics 6 (1964), DOI 10.1080/00401706.1964.10490150.
  private func tail(from source: inout some RandomNumberGenerator) -> Double {
    let r = edges[1]
    while true {
      // In (0, 1], so that both logarithms are finite.
      let u = Double(topBitsOf: source.next()) + 0x1p-53
      let w = Double(topBitsOf: source.next()) + 0x1p-53
      let excess = -log(u) / r
      if -2 * log(w) > excess * excess { return r + excess }
    }
  }
}
