internal import Foundation
public import RandomStreams
public import Requirements

/// A law of real numbers x, E x = 0 and E x² = 1, for the entries of a
/// ``SymmetricEnsemble/wigner(size:entries:variance:)``.
///
/// Reference: Wigner, Ann. Math. 67, 325 (1958); Auffinger, Ben Arous and Péché, Ann. Inst. H. Poincaré 45, 589 (2009),
/// for heavy tails.
public struct EntryLaw: Sendable {
  private let draw: @Sendable (inout GSLGenerator) -> Double

  /// Any law of known mean and variance, brought to mean 0 and variance 1.
  ///
  /// - Parameters:
  ///   - mean: The mean of what `draw` returns.
  ///   - variance: Its variance, positive.
  ///   - draw: One number.
  /// - Throws: ``/Requirements/ParameterError`` for a mean that is not finite or a variance that is not positive.
  public init(
    mean: Double = 0, variance: Double = 1,
    draw: @escaping @Sendable (inout GSLGenerator) -> Double
  ) throws(ParameterError) {
    try ParameterError.require("mean", mean, "a finite number") { _ in true }
    try ParameterError.requirePositive("variance", variance)
    self.init(standardized: { (draw(&$0) - mean) / variance.squareRoot() })
  }

  private init(standardized: @escaping @Sendable (inout GSLGenerator) -> Double) {
    draw = standardized
  }

  /// One number.
  package func sample(from generator: inout GSLGenerator) -> Double { draw(&generator) }

  /// Standard normal numbers.
  public static let normal = EntryLaw(standardized: { $0.stream.normal() })

  /// +1 or -1, equally likely.
  public static let sign = EntryLaw(standardized: { $0.stream.uniform() < 0.5 ? -1 : 1 })

  /// Evenly distributed on [-√3, √3].
  public static let uniform = EntryLaw(standardized: {
    2 * 3.squareRoot() * ($0.stream.uniform() - 0.5)
  })

  /// Laplace's two-sided exponential, density e^{-√2|x|}/√2.
  public static let exponential = EntryLaw(standardized: {
    let size = $0.exponential(mean: 0.5.squareRoot())
    return $0.stream.uniform() < 0.5 ? -size : size
  })

  /// Student's t law of ν > 2 degrees of freedom over its standard deviation √(ν/(ν-2)). With ν < 4 the largest
  /// eigenvalues follow single entries, not the edge of the semicircle.
  ///
  /// - Throws: ``/Requirements/ParameterError`` unless ν > 2.
  public static func studentT(degreesOfFreedom ν: Double) throws(ParameterError) -> EntryLaw {
    try ParameterError.require("number of degrees of freedom", ν, "one above 2") { $0 > 2 }
    return EntryLaw(standardized: {
      $0.studentT(degreesOfFreedom: ν) * ((ν - 2) / ν).squareRoot()
    })
  }
}
