import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Testing

/// Cov(H(σ), H(σ')) = N ξ(σ·σ'/N) at five fixed points over 20 000 disorder samples: an axis point,
/// the diagonal (1, ..., 1), a generic one and two at overlaps 0.9 and -0.7 with it. Isotropy is
/// that overlaps are all that matters.
struct CovarianceTests {
  static let n = 5
  static let count = 20_000
  static let points: [[Double]] = {
    let a = genericPoint(n, seed: 1)
    return [
      axisPoint(n, 0), [Double](repeating: 1, count: n), a,
      point(atOverlap: 0.9, with: a, towards: genericPoint(n, seed: 2)),
      point(atOverlap: -0.7, with: a, towards: genericPoint(n, seed: 3)),
    ]
  }()

  static func check(_ mixture: Mixture, _ model: (Int) -> PSpinHamiltonian) -> GaussianCheck {
    let batch = Matrix<Double>(columns: points)
    let samples = (0..<count).map { model($0).jets(at: batch, upTo: .value).values }
    var covariance = Matrix<Double>(rows: points.count, columns: points.count)
    for (i, a) in points.enumerated() {
      for (j, b) in points.enumerated() {
        covariance[i, j] = Double(n) * mixture.covariance(dot(a, b) / Double(n))
      }
    }
    return GaussianCheck(samples, covariance: covariance)
  }

  @Test(arguments: mixtures) func isThatOfTheMixture(mixture: Mixture) {
    let check = Self.check(mixture) {
      PSpinHamiltonian(mixture, dimension: Self.n, seed: 1, sample: $0)
    }
    #expect(!check.rejects, "p = \(check.pValue)")
  }

  static func handmade(_ variance: ([Int], Double) -> Double) -> GaussianCheck {
    check(.pure(3)) {
      SpinGlassesTests.handmade(3, dimension: n, sample: $0, variance: variance)
    }
  }

  @Test func acceptsRightCouplingsMadeByHand() {
    #expect(!Self.handmade { 1 / $1 }.rejects)
  }

  /// No repeated indices, at a scale for which the variance on the diagonal (1, ..., 1) is right.
  @Test func rejectsDistinctIndices() {
    let n = Double(Self.n)
    let factor = n * n / ((n - 1) * (n - 2))
    let check = Self.handmade { indices, m in
      Set(indices).count == 3 ? factor / m : 0
    }
    #expect(check.rejects)
  }

  /// J[iii] of variance 2, as when a symmetrisation forgets that an entry is alone; and of variance
  /// 1.09, the smallest defect tried.
  @Test(arguments: [2, 1.09]) func rejectsTheDiagonal(variance: Double) {
    #expect(Self.handmade { $0[0] == $0[2] ? variance : 1 / $1 }.rejects)
  }

  /// All variances 8 % too large; ξ of another degree.
  @Test func rejectsOtherCovariances() {
    #expect(Self.handmade { 1.08 / $1 }.rejects)
    let wrong = Self.check(.pure(4)) {
      PSpinHamiltonian(.pure(3), dimension: Self.n, seed: 1, sample: $0)
    }
    #expect(wrong.rejects)
  }
}
