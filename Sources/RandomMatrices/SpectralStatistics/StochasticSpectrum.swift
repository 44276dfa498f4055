internal import Foundation
public import LinearAlgebra
internal import RandomStreams
internal import Requirements
public import Statistics

/// The spectrum of a real symmetric n x n operator that is too large to be diagonalised, from its products with vectors.
///
///     E u·f(A)u = tr f(A)/n
///
/// Random directions u, uniform on the sphere, have tr f(A)/n as the mean of u·f(A)u. Lanczos' process gives each of these as
/// a sum over nodes with weights (see ``/LinearAlgebra/Lanczos``): exactly for polynomials up to degree 2k - 1, so that moments have no error
/// but that of the directions. A fraction of eigenvalues below a number, which is no polynomial, is smeared over the
/// distance of neighbouring nodes; more steps make that less, more directions do not. The direction is the unit of standard
/// errors.
///
/// Where n is not large compared with the number of steps, diagonalise.
///
/// Reference: Lin, Saad and Yang, *Approximating spectral densities of large matrices*, SIAM Review 58 (2016) 34.
public struct StochasticSpectrum: Sendable {
  /// The size n of A.
  public let dimension: Int
  /// For each direction nodes, weights that add up to 1, and residuals.
  public let measures: [Lanczos.Measure]

  /// Products with random directions.
  ///
  /// - Parameters:
  ///   - dimension: n.
  ///   - directions: how many.
  ///   - steps: of Lanczos' process, k.
  ///   - seed: names, with the sample, the directions.
  ///   - sample: the number of the sample.
  ///   - multiply: A times each column of an n x B matrix.
  /// - Complexity: k products with `directions` columns, and ``/LinearAlgebra/Lanczos``'.
  ///
  /// Randomness: n normals from each of the streams (seed, directions, sample, item b).
  public init(
    dimension: Int, directions: Int = 10, steps: Int = 80, seed: UInt64 = 1, sample: Int = 0,
    multiply: (Matrix<Double>) -> Matrix<Double>
  ) {
    demand(
      dimension >= 1 && directions >= 1,
      "a spectrum of dimension \(dimension) from \(directions) directions")
    let starts = Matrix<Double>(
      columns: (0..<directions).map { b in
        var stream = RandomStream(seed: seed, purpose: .directions, sample: sample, item: b)
        return stream.normals(count: dimension)
      })
    self.dimension = dimension
    measures = Lanczos(from: starts, steps: steps, multiply: multiply).measures
  }

  /// The spectrum of an operator whose eigenvalues are known, ascending: that of one direction which has equal parts along all
  /// eigenvectors, so that nothing has an error.
  public init(eigenvalues: [Double]) {
    let n = eigenvalues.count
    dimension = n
    measures = [
      Lanczos.Measure(
        nodes: eigenvalues.allSatisfy(\.isFinite) ? eigenvalues : [],
        weights: [Double](repeating: 1 / Double(n), count: n),
        residuals: [Double](repeating: 0, count: n))
    ]
  }

  /// The lowest node of all, no lower than the lowest eigenvalue to rounding; NaN where products are not finite.
  public var lowest: Double { extreme { $0.nodes.first }.reduce(.infinity, Self.lesser) }

  /// The highest node of all, no higher than the highest eigenvalue to rounding; NaN where products are not finite.
  public var highest: Double {
    -extreme { $0.nodes.last.map(-) }.reduce(.infinity, Self.lesser)
  }

  /// tr A^m/n.
  ///
  /// - Parameter m: up to twice the number of steps less one the error is that of the directions alone.
  public func moment(_ m: Int) -> Estimate { mean { pow($0, Double(m)) } }

  /// The fraction of eigenvalues below a number.
  public func fraction(below x: Double) -> Estimate { mean { $0 < x ? 1 : $0 > x ? 0 : 0.5 } }

  /// The density of eigenvalues at a number, each a normal density of some width; of integral 1.
  public func density(at x: Double, width: Double) -> Estimate {
    demand(width > 0, "a density of width \(width)")
    let height = 1 / ((2 * Double.pi).squareRoot() * width)
    return mean { height * exp(-($0 - x) * ($0 - x) / (2 * width * width)) }
  }

  /// The normalised trace tr f(A)/n.
  public func mean(_ function: (Double) -> Double) -> Estimate {
    Estimate(
      measures.enumerated().map { number, measure in
        guard !measure.nodes.isEmpty else { return (number, .nan) }
        return (
          number, zip(measure.nodes, measure.weights).reduce(0) { $0 + $1.1 * function($1.0) }
        )
      })
  }

  private func extreme(_ value: (Lanczos.Measure) -> Double?) -> [Double] {
    measures.map { value($0) ?? .nan }
  }

  /// NaN if either is.
  private static func lesser(_ a: Double, _ b: Double) -> Double {
    a.isNaN || b.isNaN ? .nan : min(a, b)
  }
}
