import Foundation
import LinearAlgebra
import RandomMatrices
import Statistics
import Testing

@Suite struct StochasticSpectrumTests {
  /// Of a diagonal operator: a bulk from -2 to 2 and two outliers.
  private static let eigenvalues =
    (0..<998).map { -2 * cos(Double.pi * (Double($0) + 0.5) / 998) } + [4, 9]

  private static func spectrum(
    _ values: [Double], directions: Int = 24, steps: Int = 60, seed: UInt64 = 1
  ) -> StochasticSpectrum {
    StochasticSpectrum(
      dimension: values.count, directions: directions, steps: steps, seed: seed
    ) { x in
      Matrix<Double>(
        rows: x.rows, columns: x.columns,
        elements: x.elements.indices.map { values[$0 % values.count] * x.elements[$0] })
    }
  }

  /// Moments, fractions and the density against those of the eigenvalues: fifteen numbers within 4 standard errors, which
  /// happens by chance less often than once in a hundred times. With wrong weights it does not.
  @Test func agreesWithEigenvalues() {
    let values = Self.eigenvalues
    let found = Self.spectrum(values)
    func exact(_ f: (Double) -> Double) -> Double {
      values.reduce(0) { $0 + f($1) } / Double(values.count)
    }
    func agrees(_ estimate: Estimate, _ exact: Double, smear: Double = 0) -> Bool {
      abs(estimate.mean - exact) < 4 * estimate.standardError + smear
    }
    for m in 1...5 {
      var powers = values
      for i in powers.indices { powers[i] = (0..<m).reduce(1) { p, _ in p * values[i] } }
      #expect(agrees(found.moment(m), powers.reduce(0, +) / Double(values.count)), "\(m)")
    }
    for x in [-1.5, -0.5, 0, 0.7, 1.6] {
      #expect(agrees(found.fraction(below: x), exact { $0 < x ? 1 : 0 }, smear: 0.01), "\(x)")
      let kernel = { (y: Double) in
        1 / (0.2 * (2 * Double.pi).squareRoot()) * exp(-(y - x) * (y - x) / 0.08)
      }
      #expect(agrees(found.density(at: x, width: 0.2), exact(kernel), smear: 0.002), "\(x)")
    }
    // All nodes alike in place of their weights: the outliers weigh as much as the bulk.
    let flat = found.measures.map { $0.nodes.reduce(0, +) / Double($0.nodes.count) }
    #expect(abs(flat.reduce(0, +) / Double(flat.count) - exact { $0 }) > 0.05)
  }

  /// Outermost eigenvalues, to rounding where they stand apart.
  @Test(arguments: [1e-9, 1, 1e9]) func extremes(_ scale: Double) {
    let found = Self.spectrum(Self.eigenvalues.map { scale * $0 }, directions: 2)
    #expect(abs(found.highest / scale - 9) < 1e-12)
    #expect(found.lowest / scale >= Self.eigenvalues[0] && found.lowest / scale < -1.98)
  }

  /// Moments have no error of the steps: two steps give the first three as sixty do.
  @Test func fewSteps() {
    let (few, many) = (Self.spectrum(Self.eigenvalues, steps: 2), Self.spectrum(Self.eigenvalues))
    for m in 1...3 {
      #expect(abs(few.moment(m).mean - many.moment(m).mean) < 1e-12 * abs(many.moment(m).mean))
    }
    #expect(abs(few.moment(4).mean - many.moment(4).mean) > 1e-3 * many.moment(4).mean)
  }

  @Test func knownEigenvalues() {
    let known = StochasticSpectrum(eigenvalues: [-2, -1, 0, 5])
    #expect(known.fraction(below: 0).mean == 0.625 && known.fraction(below: -0.5).mean == 0.5)
    #expect(known.lowest == -2 && known.highest == 5 && known.moment(1).mean == 0.5)
    #expect(known.fraction(below: 0).standardError.isNaN)
    let lost = StochasticSpectrum(eigenvalues: [.nan, .nan])
    #expect(lost.lowest.isNaN && lost.highest.isNaN && lost.moment(1).mean.isNaN)
  }
}
