import Foundation
import LinearAlgebra
import Saddlery

/// A field of two lengths in many dimensions, κ < 1: the value is not a function of the index, and two
/// lines say what belongs to what. Most points at a value have α = F(ε/ε_c); points of an index have
/// the value 2κF⁻¹(α) on average. The shift t of the Hessian's spectrum fixes the index, whatever κ.
struct TwoLengths {
  let survey: IndexEnergySurvey<FieldIndexCurve>
  /// Of each critical point: sample, index, value and shift t = tr Hess/(N √f''(0)).
  private typealias Point = (sample: Int, index: Int, value: Double, shift: Double)
  /// Those that searches found, and those drawn from the law of all points and planted.
  private let found, planted: [Point]

  init(_ shape: CovarianceSum, dimension n: Int, samples: Int, seed: UInt64) throws {
    let curve = FieldIndexCurve(kappa: shape.kappa, variance: shape.variance)
    let covariance = shape.extensive(dimension: n)
    let unit = Double(n) * (covariance.fourthMoment / 3 * Double(n)).squareRoot()
    func field(_ sample: Int) throws -> WaveField<EuclideanSpace> {
      try WaveField(covariance, dimension: n, waves: 100 * n, seed: seed, sample: sample, length: 1)
    }
    func points(_ records: [CriticalPoint], _ sample: Int, in field: some Landscape) -> [Point] {
      records.filter { $0.outcome == .converged }.compactMap { record in
        guard let index = record.index else { return nil }
        let hessian = field.jets(at: Matrix<Double>(columns: [record.position]), upTo: .hessian)
          .hessian(0)
        let trace = (0..<n).reduce(0) { $0 + hessian[$1, $1] }
        return (sample, index, record.value / Double(n), trace / unit)
      }
    }
    var survey = IndexEnergySurvey(curve, dimension: n)
    found = try (0..<samples).flatMap { sample in
      let field = try field(sample)
      let records = Search(field).run(points: 64, seed: seed, sample: sample)
      survey.add(records, sample: sample)
      return points(records, sample, in: field)
    }
    self.survey = survey
    let law = FieldCriticalPointLaw(
      variance: covariance.variance, secondMoment: covariance.secondMoment,
      fourthMoment: covariance.fourthMoment, dimension: n)
    let place = [Double](repeating: 1, count: n)
    // As many rounds over all indices as there are samples, a field for each point.
    let drawn = concurrentMap(count: samples * (n + 1), threads: defaultThreads) { number in
      law.draw(index: number % (n + 1), seed: seed, sample: number)
    }
    planted = try drawn.enumerated().flatMap { number, point in
      let field = try ConditionedField(
        field(number), covariance: covariance, at: place, value: point.value,
        hessian: point.hessian)
      let records = Search(field, method: .newton).run(
        starts: Matrix<Double>(columns: [place.map { $0 + 1e-6 }]), targets: [point.index])
      return points(records, number / (n + 1), in: field)
    }
  }

  /// Slopes and scatter; whether the bounds hold.
  func report() -> Bool {
    let (n, κ) = (Double(survey.dimension), survey.limit.kappa)
    print(
      String(
        format: "\ntwo lengths, κ = %.3f, N = %.0f, %d points found by searches, %d planted", κ, n,
        found.count, planted.count))
    let squares = (found + planted).map { pow(distance($0.index, $0.shift), 2) }
    let rms = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    // The index of a GOE matrix fluctuates by a number of order one.
    let bound = 0.8 / n
    print(
      String(
        format:
          "- index against the shift of the spectrum, rms of (k + 1/2)/(N + 1) - F(-t/2): %.4f, "
          + "bound %.3f", rms, bound))
    let (slope, scatter) = (-κ * n / (n + 2), ((1 - κ * κ * n / (n + 2)) / n).squareRoot())
    let likely = -(1 + κ * κ) / (2 * κ)
    print(
      String(
        format:
          "- ε against t over all points: slope %.4f, scatter %.4f, exact (κ = 1: %.4f and %.4f)",
        slope, scatter, -n / (n + 2), (2 / (n + 2) / n).squareRoot()))
    print(String(format: "- slope of the most likely t of an ε, N → ∞: %.4f", likely))
    let (drawn, searched) = (lines(planted), lines(found))
    print("- planted: " + drawn.text)
    print("- found by searches: " + searched.text)
    let isLaw = [(drawn.slope, slope), (drawn.scatter, scatter)].allSatisfy { found, exact in
      Verdict(
        "planted points", value: found.mean, standardError: found.standardError,
        samples: found.samples, expectation: exact, falsePositiveRate: 5e-4
      ).conclusion == .consistent
    }
    return rms < bound && isLaw && (likely...slope).contains(searched.slope.mean)
  }

  /// Lines fitted in each sample by itself, so that samples give the error.
  private func lines(_ points: [Point]) -> (
    slope: Estimate, scatter: Estimate, text: String
  ) {
    let lines = Dictionary(grouping: points, by: \.sample).sorted { $0.key < $1.key }.map {
      ($0.key, Line($0.value.map(\.shift), $0.value.map(\.value)))
    }
    let slope = Estimate(lines.map { ($0, $1.slope) })
    let scatter = Estimate(lines.map { ($0, $1.residual) })
    let text = String(
      format: "slope %.4f ± %.4f, scatter %.4f ± %.4f", slope.mean, slope.standardError,
      scatter.mean, scatter.standardError)
    return (slope, scatter, text)
  }

  private func distance(_ k: Int, _ t: Double) -> Double {
    (Double(k) + 0.5) / Double(survey.dimension + 1) - SemicircleLaw.unit.distribution(-t / 2)
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
    figure.series.append(
      Series(
        "planted: typical points", x: planted.map(\.value),
        y: planted.map { Double($0.index) / Double(n) }, style: .dots, colour: .green))
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
