public import RandomStreams
public import Requirements

/// The Laguerre (Wishart) β-ensemble as a random bidiagonal matrix B: the spectrum of B Bᵀ.
///
///     joint density of eigenvalues ∝ ∏|x_i - x_j|^β ∏ x_i^{a-1-β(m-1)/2} exp(-x_i/2),   x_i > 0
///
/// B has χ_{2a}, χ_{2a-β}, ..., χ_{2a-β(m-1)} on the diagonal and χ_{β(m-1)}, ..., χ_β below it, all
/// independent. β = 1, 2, 4 and 2a = βn have the spectra of real, complex and quaternion Wishart matrices of n ≥ m
/// observations with variance β, as of ``WishartEnsemble``. The mean of the trace is 2am.
///
/// Reference: Dumitriu and Edelman, J. Math. Phys. 43, 5830 (2002).
public struct LaguerreEnsemble: SpectrumEnsemble {
  /// The size m.
  public let size: Int
  /// a > β(m-1)/2.
  public let parameter: Double
  /// The Dyson index β ≥ 0; for 0 the levels are independent.
  public let beta: Double

  /// The law of Marchenko and Pastur of ratio βm/(2a), times 2a; none for β = 0.
  public var limitingLaw: (any SpectralLaw)? {
    try? MarchenkoPasturLaw(
      ratio: min(1, beta * Double(size) / (2 * parameter)), variance: 2 * parameter)
  }

  /// The ensemble of a size, a parameter β(m-1)/2 < a ≤ 1e300 and a Dyson index from 0 to 1e290.
  public init(size: Int, parameter a: Double, beta: Double = 1) throws(ParameterError) {
    try ParameterError.requireCount("size", size)
    try requireDysonIndex(beta)
    let least = beta * Double(size - 1) / 2
    try ParameterError.require("parameter", a, "one above \(least)") { $0 > least }
    try ParameterError.requireModerate("parameter", a)
    (self.size, parameter, self.beta) = (size, a, beta)
  }

  /// All eigenvalues of one matrix, ascending.
  ///
  /// Randomness: 2m-1 χ variables from the generator. Cost: O(m²).
  public func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    // Rounding may lead below zero.
    tridiagonalEigenvalues(from: &generator).map(clamped)
  }

  /// The spectra of samples by number, eight at a time.
  public func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    tridiagonalSpectra(seed: seed, samples: samples).map { $0.map(clamped) }
  }

  private func clamped(_ x: Double) -> Double { x < 0 ? 0 : x }
}

extension LaguerreEnsemble: TridiagonalEnsemble {
  func entries(from generator: inout GSLGenerator) -> (diagonal: [Double], offDiagonal: [Double]) {
    let diagonal = (0..<size).map {
      generator.chi(degreesOfFreedom: 2 * parameter - beta * Double($0))
    }
    let below = (1..<size).map { repulsion(beta, size - $0, from: &generator) }
    // B Bᵀ is tridiagonal.
    var squares = diagonal.map { $0 * $0 }
    for (i, x) in below.enumerated() { squares[i + 1] += x * x }
    return (squares, zip(diagonal, below).map { $0 * $1 })
  }
}

/// The spectra of m x m Wishart matrices of n observations: the eigenvalues of the smaller of X Xᴴ and Xᴴ X, and
/// zeros.
struct WishartSpectrum: Sendable {
  private let laguerre: LaguerreEnsemble
  private let unit: Double
  private let zeros: [Double]

  init(
    beta: Double, size m: Int, observations n: Int, variance: Double
  ) throws(ParameterError) {
    laguerre = try LaguerreEnsemble(
      size: min(m, n), parameter: beta * Double(max(m, n)) / 2, beta: beta)
    unit = variance / beta
    zeros = [Double](repeating: 0, count: max(0, m - n))
  }

  func eigenvalues(from generator: inout GSLGenerator) -> [Double] {
    zeros + laguerre.eigenvalues(from: &generator).map { unit * $0 }
  }

  func spectra(seed: UInt64, samples: Range<Int>) -> [[Double]] {
    laguerre.spectra(seed: seed, samples: samples).map { zeros + $0.map { unit * $0 } }
  }
}
