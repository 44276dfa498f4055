import Foundation
import Saddlery

extension ThresholdFloor {
  /// Of the pure 3-spin: the floor by size, and its limit.
  func sizes(_ floors: [Floor], _ report: inout Report) throws {
    let model = floors[0].model
    let threshold = try LimitingIndexCurve(model).threshold
    let ground = OneStepGroundState(model)!.energy
    let exact = try floors.map {
      try CriticalPointCounts(model, dimension: $0.n).meanEnergyByIndex[0].value
    }
    report.table(
      "sizes",
      "| N | samples x starts | mean E of ends | deviation of one | mean of all minima, exact |")
    for (floor, exact) in zip(floors, exact) {
      report.row(
        "| \(floor.n) | \(floor.samples) x \(floor.energies[0].count) | \(floor.mean.text(4)) "
          + "| \(floor.deviation.text(4)) | \(exact.text(4)) |")
    }
    report.check(
      Verdict("every end is a minimum", exceptions: floors.reduce(0) { $0 + $1.exceptions }))
    let deviations = floors.map(\.deviation)
    report.check(
      Verdict(
        "spread falls with N",
        exceptions: zip(deviations, deviations.dropFirst()).count { $0 <= $1 }))
    let power =
      log(deviations[0] / deviations.last!) / log(Double(floors.last!.n) / Double(floors[0].n))
    report.say(
      "-E∞ = \((-threshold).text(4)), -E_0 = \((-ground).text(4)); spread ~ N^-\(power.text(2))")
    report.judge("ends of descent concentrate")

    let largest = floors[floors.count - 1]
    report.found =
      "descent at N = \(largest.n) ends at E = \(largest.mean.text(3)), where the threshold is \((-threshold).text(3)) and the "
      + "lowest energy \((-ground).text(3))"
    let bracket = Bracket(floors)
    report.table(
      "limits", "| line in | ends, limit | χ² | from -E∞ | from -E_0 | all minima, exact: limit |")
    for fit in [bracket.upper, bracket.lower] {
      let same = SizeFit(
        floors.map(\.n), exact, errors: floors.map(\.mean.standardError), power: fit.power)
      report.row(
        "| \(fit.power == SizeFit.edge ? "N^{-2/3}" : "N^{-1/2}") "
          + "| \(fit.limit.text(4)) ± \(fit.standardError.text(4)) "
          + "| \(fit.chiSquare.text(1)) of \(fit.freedom) | z = \(fit.z(-threshold).text(1)) "
          + "| z = \(fit.z(-ground).text(1)) | \(same.limit.text(4)) |")
    }
    for (name, limit) in [("-E∞", -threshold), ("-E_0", -ground)] {
      let fit = PowerFit(floors, limit: limit)
      report.row(
        "| N^{-b}, b = \(fit.power.text(2)) ± \(fit.standardError.text(2)) | \(name), given "
          + "| \(fit.chiSquare.text(1)) of \(floors.count - 2) | | | |")
    }
    let between = bracket.verdict("-E∞ lies between the limits", contains: -threshold)
    let control = Verdict(
      control: "control: E∞ of p = 4",
      [bracket.verdict("p = 4", contains: -(try LimitingIndexCurve(.pure(4)).threshold))])
    report.say("control, E∞ of p = 4 in its place: \(control.rejection)")
    report.check(
      Verdict(
        "line in N^{-2/3} within a few hundredths of -E∞",
        value: abs(bracket.upper.limit / threshold + 1), below: quick ? 0.06 : 0.02), between,
      control)
    report.judge("the floor tends to -E∞")
    drawSizes(floors, bracket, exact, threshold, ground, &report)
  }

  private func drawSizes(
    _ floors: [Floor], _ bracket: Bracket, _ exact: [Double], _ threshold: Double,
    _ ground: Double, _ report: inout Report
  ) {
    let caption = [
      "pure 3-spin, |σ|² = N, E = H/N; gradient descent from random points, seed \(seed)"
    ]
    let lines: [ReferenceLine] = [
      .vertical(at: -threshold, label: "-E_∞", colour: .black),
      .vertical(at: -ground, label: "-E_0", colour: .black, isDashed: false),
    ]
    let series = floors.enumerated().flatMap { i, floor -> [Series] in
      let all = floor.energies.flatMap { $0 }
      let bins = Series.histogram(
        nil, of: all, bins: max(6, min(24, all.count / 12)), heights: .density)
      return [
        .line(nil, bins.x, bins.y, .sample(i)),
        Series(
          "N = \(floor.n)", x: bins.x, y: bins.y, yError: bins.yError, colour: .sample(i)),
      ]
    }
    report.save(
      "histogram",
      Figure(
        title: "Ends of descent crowd towards the threshold from above",
        caption: caption + ["bars: √n of the ends in a bin"],
        x: Axis("final energy per spin E = H/N", range: -1.75 ... -1.35), y: Axis("density"),
        series: series, lines: lines))
    let x = floors.map { pow(Double($0.n), -SizeFit.edge) }
    let fine = (0...100).map { 1.05 * x[0] * Double($0) / 100 }
    func curve(_ fit: SizeFit) -> [Double] {
      fine.map { $0 == 0 ? fit.limit : fit.value(pow($0, -1 / SizeFit.edge)) }
    }
    report.save(
      "sizes",
      Figure(
        title: "Where descent ends, by size",
        caption: caption + ["bars: standard errors over disorder samples, smaller than the marks"],
        x: Axis("N^{-2/3}", range: 0...(1.05 * x[0])), y: Axis("mean energy per spin E = H/N"),
        series: [
          .line("all minima, exact mean", x, exact, .orange),
          .line("line in N^{-2/3}", fine, curve(bracket.upper), .blue),
          .dashed("line in N^{-1/2}", fine, curve(bracket.lower), .blue),
          .marks("ends of descent", x, floors.map(\.mean), .blue),
        ],
        lines: [
          .horizontal(at: -threshold, label: "-E_∞", colour: .black),
          .horizontal(at: -ground, label: "-E_0", colour: .black, isDashed: false),
        ]))
  }
}
