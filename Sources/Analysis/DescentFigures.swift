public import Figures
internal import Foundation
internal import Statistics

/// Energies that a run is compared with: a word and where it lies.
public struct EnergyLevel: Sendable {
  /// The word, with markup.
  public let label: String
  /// The energy E = H/N.
  public let energy: Double

  /// A level of a name and an energy.
  public init(_ label: String, _ energy: Double) { (self.label, self.energy) = (label, energy) }
}

extension Figure {
  /// Energy against time: the mean with its error, some single runs, and the levels of theory.
  public static func energyAgainstTime(
    _ survey: DescentSurvey, levels: [EnergyLevel], caption: [String]
  ) -> Figure {
    let places = survey.times.indices.filter { survey.times[$0] > 0 }
    let times = places.map { survey.times[$0] }
    let means = places.map(survey.value)
    let some = survey.finished.prefix(8)
    var series = some.enumerated().map { number, run in
      Series(
        number == 0 ? "single runs" : nil, x: times, y: places.map { run.values[$0] },
        style: .line, colour: .grey)
    }
    series.append(
      Series(
        "mean ± standard error", x: times, y: means.map(\.mean),
        yError: means.map { $0.finiteError ?? 0 }, colour: .vermilion))
    let ends = [times[0], times[times.count - 1]]
    for (level, colour) in zip(levels, [Colour.black, .blue, .green]) {
      series.append(
        Series(
          level.label + String(format: " = %.3f", level.energy), x: ends,
          y: ends.map { _ in level.energy }, style: .dashedLine, colour: colour))
    }
    return Figure(
      title: "How far down, and how fast", caption: caption,
      x: Axis("time t", range: ends[0]...ends[1], scale: .logarithmic),
      y: Axis("energy per spin, E = H/N"), series: series)
  }

  /// How many runs end at which energy, beside the exact law of all minima at this N.
  ///
  /// - Parameters:
  ///   - survey: whose final energies are shown.
  ///   - levels: energies that are marked.
  ///   - minima: energies and the mean density of minima there, of any scale; drawn with integral 1.
  ///   - caption: small print.
  public static func finalEnergies(
    _ survey: DescentSurvey, levels: [EnergyLevel], minima: (x: [Double], y: [Double])? = nil,
    caption: [String]
  ) -> Figure {
    var series = [
      Series.histogram(
        "runs, by where they end", of: survey.finished.map(\.final), heights: .density,
        colour: .blue)
    ]
    let highest = minima?.y.max() ?? 0
    if let minima {
      let seen = minima.y.indices.filter { minima.y[$0] > 1e-3 * highest }
      let (x, y) = (seen.map { minima.x[$0] }, seen.map { minima.y[$0] })
      let area = zip(zip(x, x.dropFirst()), zip(y, y.dropFirst()))
        .reduce(0) { $0 + ($1.0.1 - $1.0.0) * ($1.1.0 + $1.1.1) / 2 }
      series.append(
        Series(
          "all minima at N = \(survey.dimension), exact mean", x: x, y: y.map { $0 / area },
          style: .line, colour: .black))
    }
    var figure = Figure(
      title: "Where runs end", caption: caption, x: Axis("final energy per spin, E = H/N"),
      y: Axis("density"), series: series)
    figure.lines = levels.map { .vertical(at: $0.energy, label: $0.label) }
    return figure
  }

  /// The overlap of a run with itself after a time, from several waiting times on: one curve in equilibrium, later ones slower
  /// where it ages.
  public static func correlations(_ survey: DescentSurvey, caption: [String]) -> Figure {
    let times = survey.times
    let waits = times.indices.filter { times[$0] > 0 && $0 + 4 < times.count }
    let chosen = (0..<min(4, waits.count)).map {
      waits[$0 * (waits.count - 1) / max(1, min(4, waits.count) - 1)]
    }
    let series = Set(chosen).sorted().enumerated().map { number, j -> Series in
      let later = times.indices.filter { $0 > j }
      let means = later.map { survey.correlation($0, j) }
      return Series(
        String(format: "t_w = %.3g", times[j]), x: later.map { times[$0] - times[j] },
        y: means.map(\.mean), yError: means.map { $0.finiteError ?? 0 }, colour: .sample(number))
    }
    return Figure(
      title: "Memory of a run", caption: caption,
      x: Axis("time since, t - t_w", scale: .logarithmic),
      y: Axis("overlap C(t, t_w) = σ(t)·σ(t_w)/N"), series: series)
  }
}
