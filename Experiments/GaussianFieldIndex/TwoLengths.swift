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

  init(_ shape: IsotropicCovariance, dimension n: Int, samples: Int, seed: UInt64) throws {
    let curve = try FieldIndexCurve(kappa: shape.kappa, variance: shape.variance)
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
    let law = try FieldCriticalPointLaw(
      covariance.moments(), dimension: n)
    let place = [Double](repeating: 1, count: n)
    // As many rounds over all indices as there are samples, a field for each point.
    let drawn = try concurrentMap(0..<(samples * (n + 1)), threads: defaultThreads) { number in
      try law.draw(index: number % (n + 1), seed: seed, sample: number)
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

  /// Slopes and scatter.
  func add(to report: inout Report) {
    let (n, κ) = (Double(survey.dimension), survey.limit.kappa)
    let squares = (found + planted).map { pow(distance($0.index, $0.shift), 2) }
    let rms = (squares.reduce(0, +) / Double(squares.count)).squareRoot()
    // The index of a GOE matrix fluctuates by a number of order one.
    let bound = 0.8 / n
    let (slope, scatter) = (-κ * n / (n + 2), ((1 - κ * κ * n / (n + 2)) / n).squareRoot())
    let sharp = (slope: -n / (n + 2), scatter: (2 / (n + 2) / n).squareRoot())
    let likely = -(1 + κ * κ) / (2 * κ)
    let (drawn, searched) = (lines(planted), lines(found))
    func text(_ lines: (slope: Estimate, scatter: Estimate)) -> String {
      "slope \(lines.slope.text(4)), scatter \(lines.scatter.text(4))"
    }
    report.say(
      """
      two lengths, κ = \(κ.text(3)), N = \(n.text(0)), \(found.count) points found by searches, \
      \(planted.count) planted
      - index against the shift of the spectrum, rms of (k + 1/2)/(N + 1) - F(-t/2): \(rms.text(4)), \
      bound \(bound.text(3))
      - ε against t over all points: slope \(slope.text(4)), scatter \(scatter.text(4)), exact \
      (κ = 1: \(sharp.slope.text(4)) and \(sharp.scatter.text(4)))
      - slope of the most likely t of an ε, N → ∞: \(likely.text(4))
      - planted: \(text(drawn))
      - found by searches: \(text(searched))
      """)
    report.judge(Verdict("index by the shift of the spectrum", value: rms, below: bound))
    let laws = [(drawn.slope, slope), (drawn.scatter, scatter)].map { found, exact in
      Verdict("law", found, expectation: exact, falsePositiveRate: 5e-4)
    }
    report.judge(Verdict("planted points", failuresAmong: laws))
    let between = (likely...slope).contains(searched.slope.mean) ? 0 : 1
    report.judge(Verdict("searches between the two lines", exceptions: between))
  }

  /// Lines fitted in each sample by itself, so that samples give the error.
  private func lines(_ points: [Point]) -> (slope: Estimate, scatter: Estimate) {
    let lines = Dictionary(grouping: points, by: \.sample).sorted { $0.key < $1.key }.map {
      ($0.key, line($0.value))
    }
    return (Estimate(lines.map { ($0, $1.slope) }), Estimate(lines.map { ($0, $1.scatter) }))
  }

  /// Value against shift by least squares, and the standard deviation about it.
  private func line(_ points: [Point]) -> (slope: Double, scatter: Double) {
    let count = Double(points.count)
    let a = points.reduce(0) { $0 + $1.shift } / count
    let b = points.reduce(0) { $0 + $1.value } / count
    let cross = points.reduce(0) { $0 + ($1.shift - a) * ($1.value - b) }
    let slope = cross / points.reduce(0) { $0 + ($1.shift - a) * ($1.shift - a) }
    let squares = points.reduce(0) { $0 + pow($1.value - b - slope * ($1.shift - a), 2) }
    return (slope, (squares / (count - 2)).squareRoot())
  }

  private func distance(_ k: Int, _ t: Double) -> Double {
    (Double(k) + 0.5) / Double(survey.dimension + 1) - SemicircleLaw.unit.distribution(-t / 2)
  }

  /// Index against value with both lines and the band of a standard deviation.
  func figure(_ convention: String) throws -> Figure {
    let (n, κ) = (survey.dimension, survey.limit.kappa)
    let density = try FieldCriticalPointDensity(
      SpectralMoments(variance: 1, second: 1, fourth: 3), dimension: n)
    let unit = 1 / Double(n).squareRoot()
    let means = density.meanHeightByIndex(kappa: κ).map { unit * $0.value }
    let deviations = density.heightDeviationByIndex(kappa: κ).map { unit * $0.value }
    let caption =
      "covariance of two lengths, f = (exp(-τ) + exp(-τ/0.16))/2, κ = \(κ.text(3)), N = \(n)"
    var figure = Figure.indexVersusEnergy(
      [survey], meanEnergyByIndex: means, caption: [caption, convention])
    figure.title = "Values scatter where κ < 1, and searches go deep"
    figure.series.append(
      Series(
        "planted: typical points", x: planted.map(\.value),
        y: planted.map { Double($0.index) / Double(n) }, style: .dots, colour: .green))
    let fractions = means.indices.map { Double($0) / Double(n) }
    for sign in [-1.0, 1] {
      let ends = zip(means, deviations).map { $0 + sign * $1 }
      let name = sign < 0 ? "exact mean ± standard deviation" : nil
      figure.series.append(.line(name, ends, fractions, .grey))
    }
    return figure
  }
}
