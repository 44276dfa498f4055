import Foundation
import Requirements
import Saddlery

/// Exactly Gaussian samples of a field of covariance N exp(-|x-y|²/(2N)) made periodic, in one or two
/// dimensions: waves on a lattice, each with normal amplitudes.
///
/// Mean numbers in a parabola are those of the field that is not periodic: they take the first and second
/// derivatives at one point only, whose covariances differ by some 1e-4 at a period of six lengths √N.
struct PeriodicField {
  /// Period over √N.
  private static let period = 6.0
  private let wavevectors: Matrix<Double>
  private let deviations: [Double]
  /// f''(0) of what is sampled.
  let curvature: Double

  init(dimension n: Int) {
    demand(n == 1 || n == 2, "the lattice is made in one or two dimensions, not \(n)")
    let unit = 2 * Double.pi / (Self.period * Double(n).squareRoot())
    // Beyond seven the variances are below e^{-26}. One of k and -k, and no constant.
    let vectors = (-7...7).flatMap { a in n == 1 ? [[a]] : (-7...7).map { [a, $0] } }
      .filter { $0.reduce(0) { $0 + $1 * $1 } <= 49 && $0.first { $0 != 0 } ?? 0 > 0 }
    let columns = vectors.map { $0.map { unit * Double($0) } }
    let density = pow((2 * Double.pi).squareRoot() / Self.period, Double(n))
    let variances = columns.map { k in
      2 * Double(n) * density * exp(-Double(n) * k.reduce(0) { $0 + $1 * $1 } / 2)
    }
    wavevectors = Matrix<Double>(columns: columns)
    deviations = variances.map { $0.squareRoot() }
    curvature =
      zip(columns, variances).reduce(0) { $0 + $1.1 * pow($1.0[0], 4) } * Double(n) / 3
  }

  /// All critical points of one sample at a confinement m.
  func sweep(confinement m: Double, seed: UInt64, sample: Int)
    -> Sweep<ConfinedLandscape<WaveField<EuclideanSpace>>>.Result
  {
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    func amplitudes() -> [Double] {
      zip(stream.normals(count: deviations.count), deviations).map { $0 * $1 }
    }
    let field = WaveField(
      on: EuclideanSpace(dimension: wavevectors.rows), wavevectors: wavevectors,
      cosines: amplitudes(), sines: amplitudes())
    let μ = m * curvature.squareRoot()
    // Slopes have variance 1; six standard deviations are met once in a hundred million.
    return Sweep(
      field.confined(by: μ), reach: 6 / μ, scale: Double(wavevectors.rows).squareRoot()
    ).run(threads: 1)
  }
}
