import ArgumentParser
import Foundation
import Saddlery

/// Deep linear networks: the losses of all their critical points, without decay by searches and exact theory, with a little
/// decay by enumeration.
struct DeepLinearLandscape: Experiment {
  static let question =
    "Are all minima of deep linear networks global, and where are the bad saddles?"
  static let meaning =
    "all minima of deep linear networks are global, unless three or more layers have decay"
  static let claims: Claims = [
    "Kawaguchi2016":
      "Every minimum of a deep linear network is global and every other critical point is a saddle; with three or more "
      + "layers of weights there are saddles without a direction of negative curvature, with two there are none.",
    "MehtaChenTangHauenstein2022":
      "With decay of the weights all critical points are isolated and can be found; numbers for small networks.",
  ]

  @OptionGroup var options: Options

  func report() throws -> Report {
    var report = Report(
      "deep linear networks, normal inputs and targets", "losses over that of no network",
      seed: seed, convention: "loss ½ Σ|W_L...W_1 x - y|² + ½ Σ λ w², over ½ Σ|y|²")
    try withoutDecay(&report)
    try withDecay(&report)
    return report
  }

  private func withoutDecay(_ report: inout Report) throws {
    let (seed, samples, searches) = (seed, quick ? 3 : 12, quick ? 20 : 60)
    let depths = [2, 3, 4]
    let found = try depths.map { layers in
      try concurrentMap(0..<samples) { sample in
        try LevelSearch(layers: layers, searches: searches, seed: seed, sample: sample)
      }
    }
    report.say(
      "Without decay, 3 units in every layer, 20 examples, \(samples) samples of \(searches) searches: losses of the points "
        + "found beside the levels (c - Σ_{i∈S} s_i²)/c, S any subset of the three singular values."
    )
    report.table(
      "levels",
      "| layers | points | levels met of 8 | largest distance to a level | control: levels of the next sample "
        + "| above the bottom | of these without negative curvature | largest \\|λ\\| at zero weights |"
    )
    for (layers, samples) in zip(depths, found) {
      let points = samples.flatMap(\.points)
      let levels = samples.map { Double($0.levelsMet) }.reduce(0, +) / Double(samples.count)
      let distance = samples.map { $0.distance(to: $0.levels) }.max()!
      let wrong = zip(samples, samples.dropFirst() + samples.prefix(1)).map {
        $0.distance(to: $1.levels)
      }.min()!
      let above = samples.map(\.above).reduce(0, +)
      let flat = samples.map(\.flat).reduce(0, +)
      let zero = samples.map(\.curvatureAtZero).max()!
      report.row(
        "| \(layers) | \(points.count) | \(levels.text(1)) | \(distance.short) | \(wrong.short) | \(above) "
          + "| \(flat) | \(zero.text(3)) |")
      report.check(
        Verdict("\(layers) layers, distance to a level", value: distance, below: 1e-6),
        Verdict(
          control: "levels of another sample",
          [Verdict("distance", value: wrong, below: 1e-6)]))
    }
    report.judge("without decay every loss is on the levels of singular values")
    let isFlat = found.map { samples in samples.map { $0.flat + ($0.lowestAtZero < 0 ? 0 : 1) } }
    report.say(
      "Zero weights: with two layers the lowest curvature is at most "
        + "\(found[0].map(\.lowestAtZero).max()!.text(3)) of c; with more it is 0, and a way of length 0.1 leads down "
        + "by at least \(found[1...].joined().map(\.fallFromZero).min()!.short) of the loss.")
    report.check(
      Verdict("two layers: none is flat above the bottom", exceptions: isFlat[0].reduce(0, +)),
      Verdict(
        control: "three and four layers have none either",
        [Verdict("flat above the bottom", exceptions: isFlat[1...].joined().reduce(0, +))]),
      Verdict(
        "flat ones, at zero, are no minima",
        exceptions: found[1...].joined().count { $0.fallFromZero <= 0 }),
      Verdict(
        "curvature at zero, more layers",
        exceptions: found[1...].joined().count { $0.curvatureAtZero != 0 }))
    report.judge("saddles without negative curvature: none with two layers, zero weights with more")
    drawLevels(depths, found.map { $0[0] }, &report)
  }

  private func withDecay(_ report: inout Report) throws {
    let (seed, samples) = (seed, quick ? 2 : 24)
    let shapes = [[2, 2, 2], [2, 1, 1, 2], [1, 2, 2, 1], [1, 1, 1, 1, 1]]
    let decays = [0.1, 0.01, 0.001]
    report.say(
      "With decays of ε times numbers from ½ to 1½, three examples, \(samples) samples: all critical points, by "
        + "enumeration. A minimum is bad if its loss is more than half the way from the lowest minimum to the second level."
    )
    report.table(
      "decay",
      "| network | ε | complete | real points | minima | bad minima | samples with one at zero | largest distance to a level over ε |"
    )
    var example: [[DecayedNetwork]] = []
    var bad = (two: 0, more: 0)
    for shape in shapes {
      let rows = try decays.map { decay in
        try concurrentMap(0..<samples) { sample in
          try DecayedNetwork(shape, decay: decay, seed: seed, sample: sample)
        }
      }
      example.append(rows.map { $0[0] })
      for (decay, row) in zip(decays, rows) {
        func mean(_ quantity: (DecayedNetwork) -> Int) -> Estimate {
          Estimate(independent: row.map { Double(quantity($0)) })
        }
        let name = shape.map(String.init).joined(separator: "-")
        report.row(
          "| \(name) | \(decay) | \(row.count { $0.isComplete }) of \(samples) "
            + "| \(mean { $0.losses.count }.text(1)) | \(mean { $0.minima.count }.text(1)) "
            + "| \(mean(\.badMinima).text(1)) | \(row.count { $0.isZeroBad }) "
            + "| \((row.map(\.distance).max()! / decay).text(2)) |")
        let complete = Verdict("complete", exceptions: row.count { !$0.isComplete })
        let none = Verdict("bad minima", exceptions: row.map(\.badMinima).reduce(0, +))
        guard decay == 0.01 else { continue }
        let number = row.map(\.badMinima).reduce(0, +)
        bad = shape.count == 3 ? (bad.two + number, bad.more) : (bad.two, bad.more + number)
        if shape.count == 3 {
          report.check(complete, none)
        } else {
          report.check(Verdict(control: "deep networks have no bad minima", [none]))
        }
      }
    }
    report.found =
      "with a little decay networks of two layers have \(bad.two) bad minima in \(samples) samples, and deeper ones "
      + "\(bad.more) in \(samples) of each of \(shapes.count - 1)"
    report.judge("with decay: no bad minima with two layers, one at zero with more")
    drawDecay(shapes, decays, example, &report)
  }
}

extension Double {
  fileprivate var short: String { self == 0 ? "0" : String(format: "%.1e", self) }
}
