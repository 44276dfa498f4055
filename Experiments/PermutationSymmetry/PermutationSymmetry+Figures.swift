import Foundation
import Saddlery

extension PermutationSymmetry {
  func draw(_ cases: [Case], _ report: inout Report) {
    let axis = Axis(
      "hidden units h", range: 3.2...Double(2 * widths.last!) * 0.65, tickStep: 2,
      scale: .logarithmic)
    func shares(
      _ name: String, _ targets: NetworkTask.Targets, _ colour: Colour, widest: Int = .max,
      shift: Double = 1, _ quantity: @escaping (MatchedNetworks.Pair) -> Double
    ) -> [Series] {
      let own = cases.filter { $0.targets == targets && $0.width <= widest }
      let ratios = own.map { $0.ratio(quantity, \.linear) }
      let x = own.map { shift * Double($0.width) }
      return [
        .line(nil, x, ratios.map(\.value), colour),
        Series(
          name, x: x, y: ratios.map(\.value), yError: ratios.map(\.standardError), colour: colour),
      ]
    }
    report.draw(
      "shares",
      title: "Aligned units remove the barrier where a teacher is imitated, not in general",
      caption: [
        convention, "ratios of means over pairs of minima; bars: standard errors over data sets",
        "best: lowest of all 384 images at h = 4, after exchanges beyond; drawn 4 % to the right",
      ], x: axis, y: Axis("barrier over that of the straight way as it comes", range: -0.08...1.4),
      shares("random labels, a random image", .random, .grey) { $0.random }
        + shares("random labels, nearest image", .random, .vermilion) { $0.aligned }
        + shares(
          "random labels, best image found", .random, .green,
          widest: MatchedNetworks.widestSearched, shift: 1.04
        ) { $0.best }
        + shares("teacher, nearest image", .teacher, .blue) { $0.aligned })
    let t = grid(0...1, MatchedNetworks.parts)
    let shown = min(16, widths.last!)
    func means(_ targets: NetworkTask.Targets, _ way: Int) -> [Estimate] {
      let one = cases.first { $0.targets == targets && $0.width == shown }!
      return t.indices.map { i in one.estimate { $0.ways[way][i] } }
    }
    func curve(
      _ name: String, _ targets: NetworkTask.Targets, _ way: Int, _ colour: Colour
    ) -> [Series] {
      let all = means(targets, way)
      let marks = stride(from: 0, through: MatchedNetworks.parts, by: 4).map { $0 }
      return [
        .line(nil, t, all.map(\.mean), colour),
        .marks(name, marks.map { t[$0] }, marks.map { all[$0] }, colour),
      ]
    }
    report.draw(
      "ways", title: "Loss between two trained networks, before and after aligning units",
      caption: [
        convention, "h = \(shown); means over pairs; bars: standard errors over data sets",
      ],
      x: Axis("part of the way t", range: 0...1),
      y: Axis("loss L over that of no weights", scale: .logarithmic),
      curve("random labels, straight way", .random, 0, .vermilion)
        + curve("random labels, aligned", .random, 1, .orange)
        + curve("teacher, straight way", .teacher, 0, .blue)
        + curve("teacher, aligned", .teacher, 1, .skyBlue))
  }
}
