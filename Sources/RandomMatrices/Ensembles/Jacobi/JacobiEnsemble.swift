internal import Foundation
public import RandomStreams
public import Requirements
internal import SpecialFunctions

/// The Jacobi (MANOVA) β-ensemble as a random bidiagonal matrix B: the spectrum of B Bᵀ, in [0, 1].
///
///     joint density of eigenvalues ∝ ∏|x_i - x_j|^β ∏ x_i^{a-1-β(m-1)/2} (1 - x_i)^{b-1-β(m-1)/2}
///
/// β = 1, 2, 4 with 2a = βn₁ and 2b = βn₂ have the spectra of ``ManovaEnsemble``, real, complex and quaternion.
/// The exponents are those of ``LaguerreEnsemble``, which x/b tends to for b → ∞. The mean of the trace is
/// am/(a+b).
///
/// B is upper bidiagonal, with c_m, c_{m-1}s'_{m-1}, ..., c₁s'₁ on the diagonal and -s_m c'_{m-1}, ..., -s₂c'₁ above
/// it; c² + s² = 1, c_k² of the beta law of a - β(m-k)/2 and b - β(m-k)/2, c'_k² of that of βk/2 and
/// a + b - β(2m-k-1)/2, all independent.
///
/// Reference: Edelman and Sutton, Found. Comput. Math. 8, 259 (2008).
public struct JacobiEnsemble: SpectrumEnsemble {
  /// The size m.
  public let size: Int
  /// a > β(m-1)/2.
  public let first: Double
  /// b > β(m-1)/2.
  public let second: Double
  /// The Dyson index β ≥ 0; for 0 the levels are independent.
  public let beta: Double

  /// Wachter's law of ratios 2a/(βm) and 2b/(βm); none for β = 0.
  public var limitingLaw: (any SpectralLaw)? {
    guard beta > 0 else { return nil }
    let unit = 2 / (beta * Double(size))
    return try? WachterLaw(first: max(1, unit * first), second: max(1, unit * second))
  }

  /// The ensemble of a size, parameters β(m-1)/2 < a, b ≤ 1e300, and a Dyson index from 0 to 1e290.
  public init(
    size: Int, first a: Double, second b: Double, beta: Double = 1
  ) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try requireDysonIndex(beta)
    let least = beta * Double(size - 1) / 2
    for parameter in [a, b] {
      try ParameterError.require("parameter", parameter, "one above \(least)") { $0 > least }
      try ParameterError.requireModerate("parameter", parameter)
    }
    (self.size, first, second, self.beta) = (size, a, b, beta)
  }

  /// All eigenvalues of one matrix, ascending.
  ///
  /// Randomness: 2m-1 beta variables from the generator. Cost: O(m²).
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    clamped(tridiagonalEigenvalues(from: &generator))
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonalSpectra(seed: seed, samples: samples).map(clamped)
  }

  /// Rounding may lead out of the interval.
  private func clamped(_ x: [Double]) -> [Double] { x.map(clampedProbability) }
}

extension JacobiEnsemble: TridiagonalEnsemble {
  func entries(from generator: inout GSLGenerator) -> (diagonal: [Double], offDiagonal: [Double]) {
    let m = size
    // From k = m down to 1.
    let outer: [Double] = (0..<m).map { i in
      let less = beta * Double(i) / 2
      return generator.beta(first - less, second - less)
    }
    // From k = m-1 down to 1.
    let inner: [Double] = (1..<m).map { i in
      let own = max(beta * Double(m - i) / 2, Double.leastNonzeroMagnitude)
      return generator.beta(own, first + second - beta * Double(m + i - 1) / 2)
    }
    let diagonal = (0..<m).map { (outer[$0] * ($0 == 0 ? 1 : 1 - inner[$0 - 1])).squareRoot() }
    let above = (1..<m).map { -((1 - outer[$0 - 1]) * inner[$0 - 1]).squareRoot() }
    // B Bᵀ is tridiagonal.
    let squares = (0..<m).map {
      diagonal[$0] * diagonal[$0] + ($0 + 1 < m ? above[$0] * above[$0] : 0)
    }
    let products = (1..<m).map { diagonal[$0] * above[$0 - 1] }
    return (squares, products)
  }
}
