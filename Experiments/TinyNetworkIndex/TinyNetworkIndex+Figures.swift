import Foundation
import Saddlery

extension TinyNetworkIndex {
  /// Index against loss, and how flat places of small gradient are.
  func draw(_ byDecay: [[GradientNormEnds]], _ report: inout Report) {
    let samples = Array(byDecay[2].prefix(4))
    let n = Double(2 * TinyNetwork.width * TinyNetwork.width)
    func series(
      _ name: String, _ colour: Colour, _ places: (GradientNormEnds) -> [GradientNormEnds.Place]
    ) -> Series {
      let all = samples.flatMap(places).filter { $0.loss <= 1.3 }
      return Series(
        name, x: all.map(\.loss), y: all.map { Double($0.index) / n }, colour: colour)
    }
    report.save(
      "index",
      Figure(
        title: "Index falls with loss, at critical points and at others",
        caption: [
          "6-6-6 tanh, 72 weights, 40 random pairs, decay \(Self.decays[2]), \(samples.count) samples, seed \(seed)",
          "half mean square and decay/2 |w|^2, over its value at zero weights; starts of descent beyond 1.3 left out",
        ],
        x: Axis("loss over that of zero weights", range: 0.5...1.3),
        y: Axis("index fraction α = k/72", range: -0.02...0.55),
        series: [
          series("on the way of gradient descent", .grey, \.descent),
          series("small gradient, not critical", .orange) {
            $0.ends.filter { !$0.isCritical && $0.isAccepted }
          },
          series("critical", .blue, \.points),
          Series("zero weights, exact", x: [1], y: [0.5], colour: .black),
        ]))
    let marks: [Colour] = [.black, .orange, .blue, .vermilion]
    let rejected = byDecay.map { samples in
      samples.flatMap { $0.ends.filter { !$0.isCritical && $0.gradient > 0 && $0.flatness > 0 } }
    }
    report.save(
      "flat",
      Figure(
        title: "With a decay, ends that are not critical have g in the kernel of H",
        caption: [
          "6-6-6 tanh, ends of Levenberg-Marquardt on |g|^2 that are not critical, seed \(seed)",
          "accepted by their gradients: those left of 1e-3",
        ],
        x: Axis("|g| over the mean |g| of starts", range: 1e-9...1, scale: .logarithmic),
        y: Axis("r = |Hg|/(|H||g|)", range: 1e-14...1, scale: .logarithmic),
        series: zip(Self.decays.indices, rejected).map { i, places in
          Series(
            "decay \(Self.decays[i])", x: places.map(\.gradient), y: places.map(\.flatness),
            colour: marks[i])
        },
        lines: [.horizontal(at: 1e-6, label: "gradient-flat below")]))
    func rows(
      _ places: (GradientNormEnds) -> [GradientNormEnds.Place]
    ) -> [[Double]] {
      zip(Self.decays, byDecay).flatMap { decay, samples in
        samples.flatMap { one in
          places(one).map {
            [
              decay, Double(one.sample), $0.deviation ?? 0, $0.isCritical ? 1 : 0, $0.loss,
              Double($0.index), $0.gradient, $0.flatness, Double($0.units),
            ]
          }
        }
      }
    }
    let columns = "decay,sample,start_deviation,critical,loss,index,gradient,r,units"
    report.save("ends.csv", DataTable(columns, rows: rows(\.ends)))
    report.save("critical-points.csv", DataTable(columns, rows: rows(\.points)))
  }
}
