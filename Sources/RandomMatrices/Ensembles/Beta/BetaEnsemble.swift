internal import LinearAlgebra
public import RandomStreams
internal import Requirements

/// A β-ensemble of spectra: n levels on an interval or on the circle that repel each other as |x_i - x_j|^β, any β ≥ 0.
///
///     joint density of levels ∏_{i<j} |x_i - x_j|^β ∏ w(x_i)/Z,   on the circle ∏_{i<j} |e^{iθ_i} - e^{iθ_j}|^β/Z
///
/// Made by ``hermite(size:beta:)``, ``laguerre(size:parameter:beta:)``, ``jacobi(size:first:second:beta:)`` and
/// ``circular(size:beta:)``; β = 1, 2 and 4 have the spectra of real, complex and quaternion matrices, and for β = 0
/// levels are independent. Cost: O(n²) a spectrum; eight tridiagonal matrices are solved at a time.
///
/// Reference: Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002), arXiv:math-ph/0206043.
public struct BetaEnsemble: SpectrumEnsemble {
  /// A tridiagonal matrix: its diagonal and the entries beside it.
  typealias Entries = (diagonal: [Double], offDiagonal: [Double])

  enum Sampler: Sendable {
    /// By a matrix whose eigenvalues rounding may lead out of a range.
    case tridiagonal(
      in: ClosedRange<Double>, entries: @Sendable (_ from: inout GSLGenerator) -> Entries)
    /// By the eigenvalues themselves.
    case direct(@Sendable (_ from: inout GSLGenerator) -> [Double])
  }

  /// The number n of levels.
  public let size: Int
  /// The Dyson index β.
  package let beta: Double
  /// Where the levels lie as n grows; nil for β = 0 where they do not tend to a law.
  public let limitingLaw: (any SpectralLaw)?
  private let sampler: Sampler
  private let logDensity: @Sendable ([Double]) -> Double

  init(
    size: Int, beta: Double, logDensity: @escaping @Sendable ([Double]) -> Double,
    law: (any SpectralLaw)?, _ sampler: Sampler
  ) {
    (self.size, self.beta, limitingLaw) = (size, beta, law)
    (self.logDensity, self.sampler) = (logDensity, sampler)
  }

  /// Throws unless the size is one, and the Dyson index 0 or more and its multiples by sizes far from the largest
  /// number.
  static func require(size: Int, beta: Double) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try ParameterError.require("Dyson index", beta, "0 or more") { $0 >= 0 }
    try ParameterError.require("Dyson index", beta, "at most 1e290") { $0 <= 1e290 }
  }

  /// The levels of one sample, ascending.
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    switch sampler {
    case .direct(let draw): return draw(&generator)
    case .tridiagonal(let range, let entries):
      var (diagonal, offDiagonal) = entries(&generator)
      let isDone = TridiagonalEigenvalues.solve(diagonal: &diagonal, offDiagonal: &offDiagonal)
      return isDone ? diagonal.map { clamped($0, to: range) } : noSpectrum
    }
  }

  /// The spectra of samples by number, tridiagonal matrices eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    guard case .tridiagonal(let range, let entries) = sampler else {
      return samples.map { eigenvalues(seed: seed, sample: $0) }
    }
    var batch = TridiagonalBatch(size: size)
    let matrices = samples.map { sample in
      var generator = GSLGenerator(RandomStream(seed: seed, purpose: .disorder, sample: sample))
      return entries(&generator)
    }
    return batch.eigenvalues(of: matrices).map {
      $0.map { $0.map { clamped($0, to: range) } } ?? noSpectrum
    }
  }

  /// log p(x₁, ..., x_n) of the levels in any order, normalised by Selberg's integral; -∞ where an x is none.
  public func logJointDensity(of levels: [Double]) -> Double {
    requireCount(levels, size)
    return atInfinity(levels) ?? logDensity(levels)
  }

  private var noSpectrum: [Double] { [Double](repeating: .nan, count: size) }

  private func clamped(_ x: Double, to range: ClosedRange<Double>) -> Double {
    x < range.lowerBound ? range.lowerBound : x > range.upperBound ? range.upperBound : x
  }
}

extension GSLGenerator {
  /// χ of βk degrees of freedom, 0 for β = 0.
  mutating func repulsion(_ beta: Double, _ k: Int) -> Double {
    beta > 0 ? chi(degreesOfFreedom: beta * Double(k)) : 0
  }
}

/// The spectrum of a β-ensemble in another unit, after zeros.
struct ScaledSpectrum: Sendable {
  let levels: BetaEnsemble
  let unit: Double
  var zeros: [Double] = []

  func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    zeros + levels.eigenvalues(from: &generator).map { unit * $0 }
  }

  func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    levels.spectra(seed: seed, samples: samples).map { zeros + $0.map { unit * $0 } }
  }
}
