internal import Foundation
internal import RandomStreams

/// The spectrum of a GOE matrix one of whose eigenvalues is pulled at, or held: where the Hessians of
/// critical points come from.
///
///     density ∝ ∏|x_i - x_j| exp(-Σ x²/2 - a x_k² - b x_k)   on x_0 < ... < x_{n-1}
///
/// Drawn exactly. One coordinate after the other is replaced by the quantile, given all others, of a uniform
/// number. Such a sweep is monotone in the old coordinates, since the density given the others
/// moves up with each of them; so two copies that start below and above everything and share the
/// uniforms keep the stationary spectrum between them. They start ever further in the past until they
/// meet, to 1e-8: what they meet in has the law above (coupling from the past).
///
/// Cost: about 11n sweeps of n coordinates, each some 30 products over n: 0.02 s at n = 20, 0.5 s at
/// n = 100.
///
/// Reference: Propp and Wilson, Random Struct. Algorithms 9, 223 (1996).
struct TiltedSpectrum: Sendable {
  /// What is done to eigenvalue k.
  enum Tilt: Sendable {
    /// A factor exp(-a x² - b x), a > -1/2.
    case gaussian(a: Double, b: Double)
    /// x_k = x.
    case fixed(Double)
  }

  let size: Int
  let index: Int
  let tilt: Tilt

  init(size: Int, index: Int, tilt: Tilt) {
    (self.size, self.index, self.tilt) = (size, index, tilt)
  }

  /// Ascending eigenvalues.
  ///
  /// Randomness: the streams (seed, purpose, sample, item t), t ≥ 1 counting sweeps backwards.
  func eigenvalues(seed: UInt64, sample: Int, purpose: StreamPurpose) -> [Double] {
    var site = EigenvalueGivenOthers(size: size)
    var sweeps = 11 * size + 60
    while true {
      var (low, high) = (start(-1), start(1))
      for t in stride(from: sweeps, to: 0, by: -1) {
        var stream = RandomStream(
          seed: seed, purpose: purpose, sample: sample, item: t)
        let uniforms = stream.uniforms(count: size).map { $0 + 0x1p-54 }
        sweep(&low, uniforms, &site)
        sweep(&high, uniforms, &site)
      }
      let distance = zip(low, high).reduce(0) { max($0, abs($1.1 - $1.0)) }
      if distance < 1e-8 { return zip(low, high).map { ($0 + $1) / 2 } }
      sweeps *= 2
    }
  }

  private func sweep(
    _ x: inout [Double], _ uniforms: [Double], _ site: inout EigenvalueGivenOthers
  ) {
    for i in 0..<size {
      var (quadratic, linear) = (0.5, 0.0)
      if i == index {
        guard case .gaussian(let a, let b) = tilt else { continue }
        (quadratic, linear) = (0.5 + a, b)
      }
      x[i] = site.quantile(uniforms[i], of: i, in: x, quadratic: quadratic, linear: linear)
    }
  }

  /// Everything beyond where eigenvalues ever are, on one side; a held one in its place with the
  /// others about it.
  private func start(_ side: Double) -> [Double] {
    var reach = (2 * Double(size)).squareRoot() + 10
    let spacing = 0.01
    switch tilt {
    case .gaussian(let a, let b):
      reach += abs(b / (1 + 2 * a))
      return (0..<size).map { side * reach + spacing * Double($0) }
    case .fixed(let x):
      reach += abs(x)
      return (0..<size).map { i in
        if i == index { return x }
        let offset = spacing * Double(i - index)
        return (side > 0) == (i > index) ? side * reach + offset : x + offset
      }
    }
  }
}
