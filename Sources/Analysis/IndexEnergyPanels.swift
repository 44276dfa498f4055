internal import CriticalPoints
public import Figures
internal import Foundation
public import KacRice

extension Panels {
  /// Morse index against energy with what a first reader misses: what a dot is, spectra of Hessians at three energies, whose
  /// points are marked among the dots, and where minima lie at this N.
  ///
  /// - Parameters:
  ///   - survey: whose points are shown.
  ///   - spectra: of points of that survey.
  ///   - meanEnergyByIndex: if given, the exact mean energy of each index is drawn, and that of the minima stated.
  ///   - caption: small print; the convention and the seed belong there.
  public static func indexVersusEnergy(
    _ survey: IndexEnergySurvey<LimitingIndexCurve>, _ spectra: SpectraByEnergy,
    meanEnergyByIndex: [Double]? = nil, caption: [String]
  ) -> Panels {
    var main = Figure.indexVersusEnergy(
      [survey], meanEnergyByIndex: meanEnergyByIndex, caption: caption)
    guard !spectra.windows.isEmpty else { return Panels([main]) }
    main.note = [
      "one dot: one critical point, found by search;",
      "its height: the fraction of downhill directions",
    ]
    let marked = spectra.windows.flatMap(\.points)
    main.series.append(
      Series(
        "dots whose Hessians are at the right", x: marked.map(\.energy),
        y: marked.map(\.indexFraction), style: .dots, colour: .green))
    main.caption =
      [
        "Right: eigenvalues of the Hessians at the green dots, each the curvature of one direction. What lies below 0, green, goes "
          + "downhill: the index counts it. Line: the limit of N → ∞ for these points, a semicircle shifted by energy."
      ] + survey.whereMinimaLie(meanEnergyByIndex?.first) + main.caption
    return Panels(main, beside: SpectrumPanels(survey.limit, spectra).figures)
  }
}

extension IndexEnergySurvey {
  /// Why minima are not where they are at infinite N, in words.
  fileprivate func whereMinimaLie(_ exact: Double?) -> [String] {
    guard let exact, exact.isFinite else { return [] }
    let threshold = String(format: "-%@ = %#.5g", Curve.labels.threshold, -limit.threshold)
      .replacing("_", with: "")
    let mean = String(
      format: "the exact mean energy of all minima at N = %d is %#.5g", dimension, exact)
    guard exact > -limit.threshold else {
      return ["Dashed line: \(mean), below the threshold \(threshold)."]
    }
    return [
      "On average minima lie above the threshold \(threshold) since N is finite: the lowest of N-1 eigenvalues falls short of the "
        + "semicircle's edge, so all can be positive at higher energies, where there are more points. "
        + "Dashed line: \(mean)."
    ]
  }
}

/// Densities of eigenvalues on common axes, one figure for each energy.
private struct SpectrumPanels {
  let limit: LimitingIndexCurve
  let windows: [SpectraByEnergy.Window]
  /// Width of a bin; zero is between two.
  private let width: Double
  private let bins: ClosedRange<Int>

  init(_ limit: LimitingIndexCurve, _ spectra: SpectraByEnergy) {
    (self.limit, windows) = (limit, spectra.windows)
    let fewest = windows.map { $0.spectra.reduce(0) { $0 + $1.count } }.min() ?? 1
    width = 2 * limit.edge / max(4, 1.5 * cbrt(Double(fewest))).rounded(.up)
    let middles = windows.flatMap(\.points).map { -$0.point.radialDerivative }
    let eigenvalues = windows.flatMap(\.spectra).flatMap(\.self)
    let shown = eigenvalues + middles.map { $0 - limit.edge } + middles.map { $0 + limit.edge }
    let (least, most) = (shown.min() ?? 0, shown.max() ?? 0)
    bins = Int((least / width).rounded(.down))...Int((most / width).rounded(.down))
  }

  var figures: [Figure] {
    let all = windows.map(series)
    let top = 1.1 * (all.flatMap(\.self).flatMap(\.y).max() ?? 1)
    // The largest 1, 2 or 5 that makes two ticks.
    let decade = pow(10, log10(top / 2).rounded(.down))
    let step = decade * ([5, 2].first { $0 * decade <= top / 2 } ?? 1)
    return zip(windows, all).enumerated().map { number, one in
      let isLast = number == windows.count - 1
      return Figure(
        title: title(one.0), x: axis(isLast ? "eigenvalue of the Hessian" : ""),
        y: Axis("density", range: 0...top, tickStep: step), series: one.1, legend: .hidden,
        lines: [.vertical(at: 0, colour: .black, isDashed: false)])
    }
  }

  private func axis(_ label: String) -> Axis {
    Axis(
      label,
      range: width * Double(bins.lowerBound - 1)...width * Double(bins.upperBound + 2))
  }

  private func title(_ window: SpectraByEnergy.Window) -> String {
    let unit = limit.threshold / 1000
    let (energy, part) = ((window.energy / unit).rounded() * unit, 100 * window.indexFraction)
    return String(
      format: "%@: E = %.3g, %.*f %% of directions downhill", window.name, energy,
      part < 10 ? 1 : 0, part)
  }

  /// Bars below and above zero, and the limit.
  private func series(_ window: SpectraByEnergy.Window) -> [Series] {
    let values = window.spectra.flatMap(\.self)
    let counts = Dictionary(grouping: values) { Int(($0 / width).rounded(.down)) }
    let unit = 1 / (width * Double(values.count))
    func bars(_ name: String, _ colour: Colour, _ numbers: [Int]) -> Series {
      .bars(
        name, x: numbers.map { (Double($0) + 0.5) * width },
        heights: numbers.map { unit * Double(counts[$0]?.count ?? 0) }, width: width,
        colour: colour)
    }
    let grid = (0...300).map {
      width * (Double(bins.lowerBound) + Double(bins.count) * Double($0) / 300)
    }
    return [
      bars("eigenvalues below zero", .green, bins.filter { $0 < 0 }),
      bars("eigenvalues above zero", .faint, bins.filter { $0 >= 0 }),
      Series(
        "limit of N → ∞", x: grid, y: grid.map { window.limit(limit, at: $0) }, style: .line,
        colour: .black),
    ]
  }
}
