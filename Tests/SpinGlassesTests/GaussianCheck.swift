import CGSL
import LinearAlgebra
import RandomStreams

/// Whether samples come from a centred Gaussian vector of known covariance C, by exact laws.
///
/// With C = LLᵀ, z = L⁻¹x is standard normal. Over n samples, for all components i < j,
///
///     Σ zᵢ² ~ χ²(n),   Σ zᵢ/√n ~ N(0, 1),   Σ zᵢzⱼ/(Σ zⱼ²)^{1/2} ~ N(0, 1).
///
/// The p-value is the smallest of these k(k+3)/2 two-sided ones times their number (Bonferroni, so
/// whatever their dependence): P(p < a) ≤ a. At a = 10⁻⁶ and k = 5 a variance wrong by 5.4 √(2/n)
/// or a correlation of 5.4/√n is rejected half of the time, and 1.5 times that nearly always.
struct GaussianCheck {
  private(set) var pValue = 1.0

  /// The rate of false rejections of one assertion.
  static let rate = 1e-6

  var rejects: Bool { !(pValue >= Self.rate) }

  init(_ samples: [[Double]], covariance: Matrix<Double>) {
    GSL.initialize()
    let k = covariance.rows
    let factor = Self.choleskyFactor(covariance)
    let n = Double(samples.count)
    var sums = [Double](repeating: 0, count: k)
    var products = Matrix<Double>(rows: k, columns: k)
    var z = sums
    for x in samples {
      for i in 0..<k {
        z[i] = (0..<i).reduce(x[i]) { $0 - factor[i, $1] * z[$1] } / factor[i, i]
        sums[i] += z[i]
        for j in 0...i { products[i, j] += z[i] * z[j] }
      }
    }
    let statistics = Double(k * (k + 3) / 2)
    func take(_ upper: Double, _ lower: Double) {
      let p = 2 * min(upper, lower) * statistics
      pValue = p.isNaN ? 0 : min(pValue, p)
    }
    func takeNormal(_ x: Double) { take(gsl_cdf_ugaussian_Q(abs(x)), 1) }
    for i in 0..<k {
      take(gsl_cdf_chisq_Q(products[i, i], n), gsl_cdf_chisq_P(products[i, i], n))
      takeNormal(sums[i] / n.squareRoot())
      for j in 0..<i { takeNormal(products[i, j] / products[j, j].squareRoot()) }
    }
  }

  private static func choleskyFactor(_ c: Matrix<Double>) -> Matrix<Double> {
    var l = Matrix<Double>(rows: c.rows, columns: c.rows)
    for j in 0..<c.rows {
      for i in j..<c.rows {
        let rest = (0..<j).reduce(c[i, j]) { $0 - l[i, $1] * l[j, $1] }
        l[i, j] = i == j ? rest.squareRoot() : rest / l[j, j]
      }
    }
    return l
  }
}
