import ArgumentParser
import Commands
import Foundation
import Saddlery

/// Valleys of many curvatures: how many steps methods take, and what turning the axes does.
struct PathologicalCurvature: Experiment {
  static let question = "How much does momentum, or Adam, gain where curvatures differ by orders?"
  static let meaning =
    "momentum takes the root of the steps where curvatures differ by orders, and Adam's gain depends on the axes"
  static let claims: Claims = [
    "Polyak1964":
      "On quadratic forms with condition number κ gradient descent takes κ steps for each decade, momentum √κ.",
    "KingmaBa2015": "Steps in units of recent gradients undo different curvatures.",
    "ours": "The gain of axis-by-axis methods is gone when the axes are turned.",
  ]

  @OptionGroup var options: Options

  /// |∇f| is to fall by this factor.
  static let reduction = 1e-6

  func report() throws -> Report {
    let n = quick ? 40 : 100
    let ratios = quick ? [0.2, 0.8] : [0.2, 0.4, 0.6, 0.8, 0.9]
    let samples = quick ? 6 : 30
    var report = Report(
      "f = x·Wx/2, W the covariance of N variables in N/c observations, N = \(n)",
      "\(samples) samples", seed: seed,
      convention: "steps until |∇f| is \(Self.reduction) of the largest met; κ = λ_max/λ_min of W")
    let valleys = ratios.map { ratio in
      concurrentMap(0..<samples) { sample in
        CurvedValley(size: n, ratio: ratio, seed: seed, sample: sample)
      }
    }
    rates(ratios, valleys, &report)
    axes(ratios, valleys, &report)
    draw(valleys, &report)
    return report
  }

  private func estimate(_ valleys: [CurvedValley], _ value: (CurvedValley) -> Double) -> Estimate {
    Estimate(valleys.enumerated().map { ($0.offset, value($0.element)) })
  }

  /// Steps against the exact rates of the best steps: gradients fall by (κ-1)/(κ+1) and (√κ-1)/(√κ+1) a step.
  private func rates(_ ratios: [Double], _ valleys: [[CurvedValley]], _ report: inout Report) {
    report.say(
      "Steps of the best gradient descent and the best momentum over those of the exact rates.")
    report.table(
      "steps",
      "| N/observations | κ | gradient descent | over its rate | momentum | over its rate | gain | over √κ/2 |"
    )
    var (descents, momenta): ([(Double, Double)], [(Double, Double)]) = ([], [])
    for (ratio, group) in zip(ratios, valleys) {
      let κ = estimate(group, \.condition)
      let columns = [
        estimate(group) { Double($0.steps(.gradientDescent)) },
        estimate(group) { Double($0.steps(.gradientDescent)) / $0.expected(.gradientDescent) },
        estimate(group) { Double($0.steps(.momentum)) },
        estimate(group) { Double($0.steps(.momentum)) / $0.expected(.momentum) },
        estimate(group) { Double($0.steps(.gradientDescent)) / Double($0.steps(.momentum)) },
      ]
      let gain = estimate(group) {
        Double($0.steps(.gradientDescent)) / Double($0.steps(.momentum))
          / ($0.condition.squareRoot() / 2)
      }
      descents += group.map { ($0.condition, Double($0.steps(.gradientDescent))) }
      momenta += group.map { ($0.condition, Double($0.steps(.momentum))) }
      report.row(
        "| \(ratio) | \(κ.text(1)) | \(columns[0].text(0)) | \(columns[1].text(3)) | \(columns[2].text(0)) "
          + "| \(columns[3].text(3)) | \(columns[4].text(1)) | \(gain.text(3)) |")
    }
    let slopes = [descents, momenta].map(Self.slope)
    report.say(
      "Slope of log steps against log κ: gradient descent \(slopes[0].text(3)), momentum \(slopes[1].text(3))."
    )
    report.found =
      "the steps of gradient descent grow like κ^\(slopes[0].text(2)) with the ratio κ of curvatures, and those of momentum "
      + "like κ^\(slopes[1].text(2))"
    report.check(
      Verdict("slope of gradient descent, from 1", value: abs(slopes[0] - 1), below: 0.1),
      Verdict("slope of momentum, from 1/2", value: abs(slopes[1] - 0.5), below: 0.1))
    report.judge("steps grow as κ and √κ")
    report.check(
      Verdict(
        control: "both alike",
        [Verdict("slope of momentum, from 1", value: abs(slopes[1] - 1), below: 0.1)]))
    report.judge("momentum is of another power")
  }

  /// Adam and RMSProp with the axes of the valley, and with axes turned at random.
  private func axes(_ ratios: [Double], _ valleys: [[CurvedValley]], _ report: inout Report) {
    report.say(
      "Adam, the step that is best of a grid for each valley, in steps until f is \(Self.reduction) of its first value: with "
        + "coordinates along the eigenvectors, and along axes turned at random.")
    report.table("axes", "| κ | along eigenvectors | turned | ratio of means |")
    var gains: [Verdict] = []
    for group in valleys {
      let κ = estimate(group, \.condition)
      let (along, turned) = (
        estimate(group) { Double($0.adamAlong) }, estimate(group) { Double($0.adamTurned) }
      )
      report.row(
        "| \(κ.text(1)) | \(along.text(0)) | \(turned.text(0)) | \((turned.mean / along.mean).text(2)) |"
      )
      let difference = estimate(group) { Double($0.adamTurned - $0.adamAlong) }
      gains.append(
        Verdict(
          "turned less along", value: difference.mean / difference.standardError, above: 3.3))
    }
    report.check(gains[gains.count - 1])
    report.judge("Adam needs the axes: at the largest κ it is slower when they are turned")
  }

  /// Of log y against log x by least squares.
  private static func slope(_ points: [(Double, Double)]) -> Double {
    let logs = points.map { (log($0.0), log($0.1)) }
    let (x, y) = (
      logs.reduce(0) { $0 + $1.0 } / Double(logs.count),
      logs.reduce(0) { $0 + $1.1 } / Double(logs.count)
    )
    let (xy, xx) = logs.reduce(into: (0.0, 0.0)) { sums, point in
      sums.0 += (point.0 - x) * (point.1 - y)
      sums.1 += (point.0 - x) * (point.0 - x)
    }
    return xy / xx
  }

  private func draw(_ valleys: [[CurvedValley]], _ report: inout Report) {
    let all = valleys.joined()
    let conditions = all.map(\.condition)
    let ends = [conditions.min()!, conditions.max()!]
    let grid = (0...60).map { ends[0] * pow(ends[1] / ends[0], Double($0) / 60) }
    let (descent, momentum) = (Colour.vermilion, Colour.blue)
    report.draw(
      "steps", title: "κ steps, or √κ",
      caption: [
        "f = x·Wx/2, W sample covariances; a dot a sample; lines: exact rates of the best steps; of Adam f is 10^{-6} of the first",
        "seed \(seed)",
      ],
      x: Axis("condition number κ", scale: .logarithmic),
      y: Axis("steps until |∇f| is 10^{-6} of the largest", scale: .logarithmic),
      [
        Series(
          "gradient descent", x: conditions, y: all.map { Double($0.steps(.gradientDescent)) },
          style: .dots, colour: descent
        ).ofKind("measured"),
        Series(
          "momentum", x: conditions, y: all.map { Double($0.steps(.momentum)) }, style: .dots,
          colour: momentum
        ).ofKind("measured"),
        .line("gradient descent", grid, descent) {
          CurvedValley.steps(.gradientDescent, condition: $0)
        }.ofKind("exact rate"),
        .line("momentum", grid, momentum) { CurvedValley.steps(.momentum, condition: $0) }.ofKind(
          "exact rate"),
        Series(
          "Adam, axes along eigenvectors", x: conditions, y: all.map { Double($0.adamAlong) },
          style: .dots, colour: .green
        ).ofKind("measured"),
        Series(
          "Adam, axes turned", x: conditions, y: all.map { Double($0.adamTurned) }, style: .dots,
          colour: .purple
        ).ofKind("measured"),
      ])
  }
}
