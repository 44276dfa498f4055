public import Figures
internal import KacRice
internal import Requirements
internal import Statistics

/// A point of a landscape that need not be critical: the number of its sample, E = H/N, and the index fraction k/(N-1) of
/// the Hessian there.
public typealias ControlPoint = (sample: Int, energy: Double, indexFraction: Double)

extension Figure {
  /// Morse index against energy: every critical point as a dot, the curve of N → ∞, and the means
  /// with error bars if there is one survey only (several would cover each other).
  ///
  /// - Parameters:
  ///   - surveys: of one model, told apart by N.
  ///   - meanEnergyByIndex: if given, the exact mean energy of each index is drawn too.
  ///   - control: points that are not critical, drawn on top.
  ///   - caption: small print; the convention and the seed belong there.
  public static func indexVersusEnergy<Curve: LabelledIndexCurve>(
    _ surveys: [IndexEnergySurvey<Curve>], meanEnergyByIndex: [Double]? = nil,
    control: [ControlPoint] = [], caption: [String]
  ) -> Figure {
    demand(!surveys.isEmpty, "a figure needs at least one survey")
    let limit = surveys[0].limit
    let isSingle = surveys.count == 1
    let clouds = surveys.enumerated().map { number, survey in
      let points = survey.criticalPoints
      return Series(
        isSingle ? "critical points" : "N = \(survey.dimension)", x: points.map(\.energy),
        y: points.map(\.indexFraction), style: .dots, colour: .sample(isSingle ? 0 : 2 * number))
    }
    var series = [edge(limit, -1), edge(limit, 1)]
    series += isSingle ? [curve(limit)] + clouds : clouds + [curve(limit)]
    if let meanEnergyByIndex {
      let last = Double(meanEnergyByIndex.count - 1)
      series.append(
        Series(
          "exact mean energy of each index, N = \(surveys[0].dimension)", x: meanEnergyByIndex,
          y: meanEnergyByIndex.indices.map { Double($0) / last }, style: .dashedLine,
          colour: .orange))
    }
    if isSingle {
      let rows = surveys[0].rows(bins: 20)
      series.append(
        Series(
          "means ± standard error", x: rows.map(\.energy.mean), y: rows.map(\.indexFraction),
          xError: rows.map { $0.energy.finiteError ?? 0 }, colour: .vermilion))
    }
    if !control.isEmpty {
      series.append(
        Series(
          "not critical: gradient flow", x: control.map(\.energy),
          y: control.map(\.indexFraction), style: .dots, colour: .orange))
    }
    return Figure(
      title: "Saddles at high energy, minima near the bottom", caption: caption,
      x: Axis(Curve.labels.energy),
      y: Axis(Curve.labels.fraction, range: -0.03...1.03, tickStep: 0.2), series: series)
  }

  /// What ``indexVersusEnergy(_:meanEnergyByIndex:control:caption:)`` cannot show at its scale: α - α∞(E), means with
  /// standard errors that take the disorder sample as the unit.
  public static func indexDeviation<Curve: LabelledIndexCurve>(
    _ surveys: [IndexEnergySurvey<Curve>], control: [ControlPoint] = [],
    controlName: String = "control",
    caption: [String]
  ) -> Figure {
    demand(!surveys.isEmpty, "a figure needs at least one survey")
    let limit = surveys[0].limit
    let ends = [-1.1 * limit.threshold, 1.1 * limit.threshold]
    var series = [Series("theory, N → ∞", x: ends, y: [0, 0], style: .line)]
    for (number, survey) in surveys.enumerated() {
      let rows = survey.rows(bins: 20)
      series.append(
        Series(
          "N = \(survey.dimension)", x: rows.map(\.energy.mean),
          y: rows.map(\.deviation.mean), yError: rows.map { $0.deviation.finiteError ?? 0 },
          colour: .sample(number)
        ).ofKind("critical points"))
    }
    if !control.isEmpty {
      let bins = Dictionary(grouping: control) { Int(($0.energy / 0.1).rounded()) }
      let means = bins.sorted { $0.key < $1.key }.map { _, points in
        (
          energy: points.reduce(0) { $0 + $1.energy } / Double(points.count),
          deviation: Estimate(
            points.map {
              ($0.sample, $0.indexFraction - limit.indexFraction(energy: $0.energy))
            })
        )
      }.filter { $0.deviation.standardError.isFinite }
      series.append(
        Series(
          controlName, x: means.map(\.energy), y: means.map(\.deviation.mean),
          yError: means.map(\.deviation.standardError), colour: .grey))
    }
    return Figure(
      title: "Distance from the curve of infinite N", caption: caption,
      x: Axis(Curve.labels.energy), y: Axis("α - α_∞, mean ± standard error"),
      series: series)
  }

  /// The curve of N → ∞ over the energies of its transition and a margin on both sides.
  private static func curve(_ limit: some IndexCurve) -> Series {
    let energies = (-220...220).map { Double($0) / 200 * limit.threshold }
    let name = limit.isSharp ? "theory, N → ∞" : "theory, N → ∞ (most likely index)"
    return Series(
      name, x: energies, y: energies.map { limit.indexFraction(energy: $0) }, style: .line,
      colour: .black)
  }

  /// A vertical line where the curve leaves 0 or reaches 1.
  private static func edge<Curve: LabelledIndexCurve>(_ limit: Curve, _ sign: Double) -> Series {
    Series(
      sign < 0 ? "threshold ±\(Curve.labels.threshold)" : nil,
      x: [sign * limit.threshold, sign * limit.threshold],
      y: [-0.03, 1.03], style: .dashedLine, colour: .grey)
  }
}
