import Foundation
import Saddlery

extension ModeConnectivity {
  func draw(_ cases: [Case], _ report: inout Report) {
    let axis = Axis(
      "hidden units h", range: Double(widths[0]) / 2...2 * Double(widths[widths.count - 1]),
      tickStep: 2, scale: .logarithmic)
    func barriers(
      _ name: String, _ targets: NetworkTask.Targets, _ colour: Colour,
      _ quantity: (ConnectedNetworks.Pair) -> Double
    ) -> [Series] {
      let own = cases.filter { $0.targets == targets }
      let (x, means) = (own.map { Double($0.width) }, own.map { $0.estimate(quantity) })
      return [.line(nil, x, means.map(\.mean), colour), .marks(name, x, means, colour)]
    }
    report.draw(
      "barriers", title: "A curve of one bend passes most of the barrier, wide networks nearly all",
      caption: [
        convention,
        "means over pairs of minima as they come; bars: standard errors over \(cases[0].samples.count) data sets",
      ], x: axis, y: Axis("barrier over the higher end", scale: .logarithmic),
      barriers("random labels, straight", .random, .vermilion) { $0.straight.barrier }
        + barriers("random labels, trained curve", .random, .orange) { $0.curve.barrier }
        + barriers("teacher, straight", .teacher, .blue) { $0.straight.barrier }
        + barriers("teacher, trained curve", .teacher, .skyBlue) { $0.curve.barrier })
    let t = grid(0...1, ConnectedNetworks.parts)
    let shown = widths[widths.count - 1]
    func curve(
      _ name: String, _ targets: NetworkTask.Targets, _ colour: Colour,
      _ way: (ConnectedNetworks.Pair) -> ConnectedNetworks.Way
    ) -> [Series] {
      let one = cases.first { $0.targets == targets && $0.width == shown }!
      let all = t.indices.map { i in one.estimate { way($0).losses[i] } }
      let marks = stride(from: 0, through: ConnectedNetworks.parts, by: 40).map { $0 }
      return [
        .line(nil, t, all.map(\.mean), colour),
        .marks(name, marks.map { t[$0] }, marks.map { all[$0] }, colour),
      ]
    }
    report.draw(
      "ways", title: "Loss between two trained networks: over a mountain, or around it",
      caption: [
        convention, "h = \(shown); means over pairs; bars: standard errors over data sets",
      ],
      x: Axis("parameter t of the way", range: 0...1),
      y: Axis("loss L over that of no weights", scale: .logarithmic),
      curve("random labels, straight", .random, .vermilion, \.straight)
        + curve("random labels, trained curve", .random, .orange, \.curve)
        + curve("teacher, straight", .teacher, .blue, \.straight)
        + curve("teacher, trained curve", .teacher, .skyBlue, \.curve))
  }
}
