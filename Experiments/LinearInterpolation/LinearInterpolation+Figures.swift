import Foundation
import Saddlery

extension LinearInterpolation {
  func draw(_ cases: [Case], _ report: inout Report) {
    let t = grid(0...1, Interpolation.parts)
    let glasses = cases.filter { $0.p == 3 }
    let largest = glasses[glasses.count - 1]
    let convention = "|σ|² = N, u = E = H/N, u* at the minimum; great circles; seed \(seed)"
    func means(_ one: Case, _ origin: Interpolation.Origin) -> [Estimate] {
      t.indices.map { i in one.mean(origin) { -$0.measured[i] } }
    }
    let marks = stride(from: 0, through: Interpolation.parts, by: 4).map { $0 }
    func measured(
      _ name: String, _ one: Case, _ origin: Interpolation.Origin, _ colour: Colour
    ) -> Series {
      let all = means(one, origin)
      return .marks(name, marks.map { t[$0] }, marks.map { all[$0] }, colour)
    }
    report.save(
      "means",
      Figure(
        title: "From a start to its solution as from any point: flat first, steep late",
        caption: [
          "pure 3-spin, N = \(largest.n), " + convention,
          "bars: standard errors over \(largest.samples.count) samples, smaller than the marks",
        ],
        x: Axis("part of the way t", range: 0...1),
        y: Axis("mean energy in units of the minimum's, u(t)/|u*|", range: -1.05...0.05),
        series: [
          .line("-cos^3((1 - t) π/2), overlap 0", t, .black) { -pow(cos((1 - $0) * .pi / 2), 3) },
          .dashed("convex on the sphere: p = 1", t, t.map { -cos((1 - $0) * .pi / 2) }, .grey),
          measured("from unrelated points", largest, .unrelated, .blue),
          measured("from the start of descent", largest, .start, .vermilion),
        ], legend: .bottomLeft))
    let ways = largest.samples.prefix(6).map { $0.ways[Interpolation.Origin.start.rawValue][0] }
    let others = largest.samples.prefix(6).map {
      $0.ways[Interpolation.Origin.unrelated.rawValue][0]
    }
    func energies(_ way: Interpolation.Way) -> [Double] {
      way.profile.values.map { $0 / Double(largest.n) }
    }
    report.save(
      "ways",
      Figure(
        title: "Downhill all the way, flat first and steep late: not convex",
        caption: [
          "pure 3-spin, N = \(largest.n), " + convention, "six samples, one start in each",
        ],
        x: Axis("part of the way t", range: 0...1),
        y: Axis("energy per spin E = H/N"),
        series: ways.enumerated().map { i, way in
          .line(i == 0 ? "from the start of descent" : nil, t, energies(way), .vermilion)
        }
          + others.enumerated().map { i, way in
            .dashed(i == 0 ? "from an unrelated point" : nil, t, energies(way), .blue)
          }, legend: .bottomLeft))
  }
}
