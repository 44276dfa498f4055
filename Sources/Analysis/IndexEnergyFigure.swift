public import Figures
internal import CriticalPoints
internal import KacRice
internal import SpinGlasses

extension Figure {
  /// Morse index against energy: the points, their means with error bars, the curve of N → ∞ and,
  /// if given, a control.
  ///
  /// - Parameters:
  ///   - surveys: one cloud and set of means each; more than one is told apart by N.
  ///   - control: (energy, index fraction) of points that are not critical.
  ///   - caption: small print; the convention and the seed belong there.
  public static func indexVersusEnergy(
    _ surveys: [IndexEnergySurvey], control: [(energy: Double, indexFraction: Double)] = [],
    caption: [String]
  ) -> Figure {
    precondition(!surveys.isEmpty, "a figure needs at least one survey")
    let limit = surveys[0].limit
    var series = [edge(limit, -1), edge(limit, 1), curve(limit)]
    if !control.isEmpty {
      series.append(
        Series(
          "gradient flow (not critical)", x: control.map(\.energy),
          y: control.map(\.indexFraction), style: .line, colour: .grey))
    }
    for (number, survey) in surveys.enumerated() {
      let points = survey.criticalPoints
      let name = surveys.count == 1 ? "critical points" : "N = \(survey.dimension)"
      series.append(
        Series(
          name, x: points.map(\.energy), y: points.map(\.indexFraction), style: .dots,
          colour: .sample(number)))
    }
    for (number, survey) in surveys.enumerated() {
      let rows = survey.rows(bins: 20)
      series.append(
        Series(
          surveys.count == 1 ? "means ± standard error" : "mean, N = \(survey.dimension)",
          x: rows.map(\.energy.mean), y: rows.map(\.indexFraction),
          xError: rows.map { $0.energy.finiteError ?? 0 },
          colour: surveys.count == 1 ? .vermilion : .sample(number)))
    }
    return Figure(
      title: "Saddles at high energy, minima near the bottom", caption: caption,
      x: Axis("energy per spin E = H/N"),
      y: Axis("index fraction α = k/(N-1)", range: -0.03...1.03, tickStep: 0.2), series: series)
  }

  /// The curve of N → ∞ over the energies of its transition and a margin on both sides.
  private static func curve(_ limit: LimitingIndexCurve) -> Series {
    let energies = (-220...220).map { Double($0) / 200 * limit.threshold }
    let name = limit.mixture.isPure ? "theory, N → ∞" : "theory, N → ∞ (most likely index)"
    return Series(
      name, x: energies, y: energies.map { limit.indexFraction(energy: $0) }, style: .line,
      colour: .black)
  }

  /// A vertical line where the curve leaves 0 or reaches 1.
  private static func edge(_ limit: LimitingIndexCurve, _ sign: Double) -> Series {
    Series(
      sign < 0 ? "threshold ±E_∞" : nil, x: [sign * limit.threshold, sign * limit.threshold],
      y: [-0.03, 1.03], style: .dashedLine, colour: .grey)
  }
}
