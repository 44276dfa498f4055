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
    var series: [Series] = []
    for (number, survey) in surveys.enumerated() {
      let points = survey.criticalPoints
      series.append(
        Series(
          surveys.count == 1 ? "critical points, N = \(survey.dimension)" : nil,
          x: points.map(\.energy), y: points.map(\.indexFraction), style: .dots,
          colour: .sample(number)))
    }
    if !control.isEmpty {
      series.append(
        Series(
          "gradient flow, not critical", x: control.map(\.energy),
          y: control.map(\.indexFraction), style: .line, colour: .grey))
    }
    series.append(curve(limit))
    for (number, survey) in surveys.enumerated() {
      let rows = survey.rows(bins: 20)
      series.append(
        Series(
          surveys.count == 1 ? "means ± standard error" : "N = \(survey.dimension)",
          x: rows.map(\.energy.mean), y: rows.map(\.indexFraction),
          xError: rows.map { $0.energy.finiteError ?? 0 }, colour: .sample(number)))
    }
    return Figure(
      title: "Saddles at high energy, minima near the bottom", caption: caption,
      x: Axis("energy per spin E = H/N"), y: Axis("index fraction α = k/(N-1)"), series: series)
  }

  /// The limiting curve over the energies of its transition and a margin on both sides.
  private static func curve(_ limit: LimitingIndexCurve) -> Series {
    let energies = (-220...220).map { Double($0) / 200 * limit.threshold }
    let name = limit.mixture.isPure ? "theory, N → ∞" : "theory, N → ∞ (most likely index)"
    return Series(
      name, x: energies, y: energies.map { limit.indexFraction(energy: $0) }, style: .line,
      colour: .black)
  }
}
