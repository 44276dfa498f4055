import Foundation
import Saddlery

/// A field of two lengths in many dimensions, κ < 1: the value is not a function of the index, and two
/// lines say what belongs to what. Most points at a value have α = F(ε/ε_c); points of an index have
/// the value 2κF⁻¹(α) on average. The shift t of the Hessian's spectrum fixes the index, whatever κ.
struct TwoLengths {
  let survey: IndexEnergySurvey<FieldIndexCurve>
  /// Of each critical point: sample, index, value and shift t = tr Hess/(N √f''(0)).
  private let points: [(sample: Int, index: Int, value: Double, shift: Double)]

  init(_ shape: CovarianceSum, dimension n: Int, samples: Int, seed: UInt64) throws {
    let curve = FieldIndexCurve(kappa: shape.kappa, variance: shape.variance)
    let unit = (shape.fourthMoment / 3).squareRoot()
    var survey = IndexEnergySurvey(curve, dimension: n)
    var points: [(sample: Int, index: Int, value: Double, shift: Double)] = []
    for sample in 0..<samples {
      let field = try WaveField(
        shape.extensive(dimension: n), dimension: n, waves: 100 * n, seed: seed, sample: sample)
      let found = Search(field).run(points: 64, seed: seed, sample: sample)
      survey.add(found, sample: sample)
      for point in found where point.outcome == .converged {
        let hessian = field.jets(at: Matrix(columns: [point.position]), upTo: .hessian).hessian(0)
        let trace = (0..<n).reduce(0) { $0 + hessian[$1, $1] }
        points.append((sample, point.index, point.value / Double(n), trace / Double(n) / unit))
      }
    }
    self.survey = survey
    self.points = points
  }

  /// Slopes and scatter; whether the bounds hold.
  func report() -> Bool {
    let (n, κ) = (Double(survey.dimension), survey.limit.kappa)
    let rms =
      (points.reduce(0) { $0 + pow(distance($1.index, $1.shift), 2) } / Double(points.count))
      .squareRoot()
    // The index of a GOE matrix fluctuates by a number of order one.
    let bound = 0.8 / n
    // Fitted in each sample by itself, so that samples give the error.
    let lines = Dictionary(grouping: points, by: \.sample).sorted { $0.key < $1.key }.map {
      sample, points in
      (sample, Line(points.map(\.shift), points.map(\.value)))
    }
    let slope = ClusteredMean(lines.map { ($0, $1.slope) })
    let scatter = ClusteredMean(lines.map { ($0, $1.residual) })
    let (mean, likely) = (-κ * n / (n + 2), -(1 + κ * κ) / (2 * κ))
    print(String(format: "\ntwo lengths, κ = %.3f, N = %.0f, %d points", κ, n, points.count))
    print(
      String(
        format:
          "- index against the shift of the spectrum, rms of (k + 1/2)/(N + 1) - F(-t/2): %.4f, "
          + "bound %.3f", rms, bound))
    print(
      String(
        format:
          "- slope of ε against t: %.4f ± %.4f; %.4f is the mean over all points of a t, %.4f the "
          + "line of the most likely t of an ε", slope.mean, slope.standardError, mean, likely))
    print(
      String(
        format: "- scatter of ε about its line: %.4f ± %.4f; exact over all points of a t %.4f; "
          + "it would be %.4f at κ = 1", scatter.mean, scatter.standardError,
        ((1 - κ * κ * n / (n + 2)) / n).squareRoot(), (2 / (n + 2) / n).squareRoot()))
    let isBetween = (likely...mean).contains(slope.mean)
    return rms < bound && isBetween
  }

  private func distance(_ k: Int, _ t: Double) -> Double {
    (Double(k) + 0.5) / Double(survey.dimension + 1) - SemicircleLaw.distribution(-t / 2)
  }

  /// Index against value with both lines and the band of a standard deviation.
  func figure(_ convention: String) -> Figure {
    let (n, κ) = (survey.dimension, survey.limit.kappa)
    let density = FieldCriticalPointDensity(secondMoment: 1, fourthMoment: 3, dimension: n)
    let unit = 1 / Double(n).squareRoot()
    let means = density.meanHeightByIndex(kappa: κ).map { unit * $0.value }
    let deviations = density.heightDeviationByIndex(kappa: κ).map { unit * $0.value }
    var figure = Figure.indexVersusEnergy(
      [survey], meanEnergyByIndex: means,
      caption: [
        "covariance of two lengths, f = (exp(-τ) + exp(-τ/0.16))/2, "
          + String(format: "κ = %.3f, N = %d", κ, n), convention,
      ])
    figure.title = "Values scatter where κ < 1, and searches go deep"
    for sign in [-1.0, 1] {
      figure.series.append(
        Series(
          sign < 0 ? "exact mean ± standard deviation" : nil,
          x: zip(means, deviations).map { $0 + sign * $1 },
          y: means.indices.map { Double($0) / Double(n) }, style: .line, colour: .grey))
    }
    return figure
  }
}

/// A line by least squares.
struct Line {
  let slope: Double
  /// Standard deviation of the points about it.
  let residual: Double

  init(_ x: [Double], _ y: [Double]) {
    let count = Double(x.count)
    let (a, b) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let cross = zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    let slope = cross / x.reduce(0) { $0 + ($1 - a) * ($1 - a) }
    self.slope = slope
    let squares = zip(x, y).reduce(0) { $0 + pow($1.1 - b - slope * ($1.0 - a), 2) }
    residual = (squares / (count - 2)).squareRoot()
  }
}
