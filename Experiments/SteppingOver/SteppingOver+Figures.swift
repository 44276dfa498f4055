import Foundation
import Saddlery

extension SteppingOver {
  private var convention: String { "pure \(p)-spin, |σ|² = N, E = H/N; seed \(seed)" }

  func drawFirst(_ steps: [FirstStep], _ report: inout Report) {
    let fine = grid(0...90, 180)
    let shown = steps.filter { $0.p == p }
    let series = shown.enumerated().flatMap { i, step -> [Series] in
      let name = "N = \(step.n)"
      let degrees = step.angles.map { $0 * 180 / .pi }
      return [
        .line(name, fine, .sample(i)) { FirstStep.exact(p: step.p, n: step.n, $0 * .pi / 180) }
          .ofKind("exact"),
        .marks(name, degrees, step.means, .sample(i)).ofKind("measured"),
      ]
    }
    report.save(
      "first-step",
      Figure(
        title: "One step down from a random point, however long",
        caption: [
          convention,
          "dashed: -√p cos^{p-1}θ sin θ, N → ∞; bars: standard errors, smaller than the marks",
        ],
        x: Axis("angle of the step θ = η|grad H|/√N in degrees", range: 0...90),
        y: Axis("mean energy per spin after it", range: -0.75...0.05),
        series: [
          .dashed("N → ∞", fine, fine.map { FirstStep.limit(p: p, $0 * .pi / 180) }, .black)
        ] + series))
  }

  func draw(_ walks: [Walks], _ field: [[Walk]], _ report: inout Report) {
    let x = Walks.factors
    func means(_ quantity: (Walk) -> Double) -> [Estimate] {
      x.indices.map { i in Self.mean(walks) { quantity($0.walks[i]) } }
    }
    func straight(_ quantity: (Walk) -> Double) -> [Estimate] {
      x.indices.map { i in Self.mean(walks) { quantity($0.straight[i]) } }
    }
    let quarter = Double.pi / 2 / Double(p).squareRoot() / limit
    let bumps = x.indices.map { fieldShare(field, $0) }
    report.save(
      "shares",
      Figure(
        title: "Beyond the limit of stability steps cross valleys, not barriers",
        caption: [
          convention + "; N = \(n); η* = 1/(2√(p(p-1))) = \(limit.text(3))",
          "barrier: somewhere on the way higher than both ends; straight steps: σ - η grad H, then scaled",
          "grey dashes: the first step is 90° long; field: covariance exp(-r²/2), η* = 2/√3",
        ],
        x: Axis("step over the limit of stability η/η*", range: 0.09...7, scale: .logarithmic),
        y: Axis("share of steps", range: -0.03...1.03),
        series: [
          .line(nil, x, means(\.valleyShare).map(\.mean), .blue),
          .marks("p-spin, valley on the way", x, means(\.valleyShare), .blue),
          .line(nil, x, means(\.barrierShare).map(\.mean), .vermilion),
          .marks("p-spin, barrier on the way", x, means(\.barrierShare), .vermilion),
          .marks("p-spin, straight steps, barrier", x, straight(\.barrierShare), .green),
          .line(nil, x, bumps.map(\.mean), .grey),
          .marks("control: field of one variable, barrier", x, bumps, .grey),
        ],
        lines: [
          .vertical(at: 1, label: "limit of stability", colour: .black),
          .vertical(at: quarter),
        ]))
    report.save(
      "late",
      Figure(
        title: "Steps that cross valleys stay high above the floor",
        caption: [
          convention + "; N = \(n), mean of the last tenth of \(Walks.steps) steps",
          "bars: standard errors over samples",
        ],
        x: Axis("step over the limit of stability η/η*", range: 0.09...7, scale: .logarithmic),
        y: Axis("late energy per spin E = H/N", range: -1.75...0.05),
        series: [
          .line(nil, x, means(\.late).map(\.mean), .blue),
          .marks("steps along great circles", x, means(\.late), .blue),
          .line(nil, x, straight(\.late).map(\.mean), .green),
          .marks("straight steps", x, straight(\.late), .green),
        ],
        lines: [
          .vertical(at: 1, label: "limit of stability", colour: .black),
          .horizontal(
            at: -2 * (Double(p - 1) / Double(p)).squareRoot(), label: "-E_∞", colour: .black),
        ]))
    let chosen = [(0.75, Colour.blue), (1.5, .vermilion)]
    let series = chosen.flatMap { factor, colour -> [Series] in
      let profiles = walks[0].walks[x.firstIndex(of: factor)!].profiles
      let places = profiles.indices.flatMap { i in
        grid(0...1, Walks.parts).map { Double(i) + $0 }
      }
      let name = "η = \((factor * limit).text(3)) = \(factor) η*"
      return [
        .line(name, places, profiles.flatMap { $0 }, colour).ofKind("along the way"),
        Series(
          name, x: (0...profiles.count).map(Double.init),
          y: [profiles[0][0]] + profiles.map { $0.last! }, colour: colour
        ).ofKind("steps"),
      ]
    }
    report.save(
      "profiles",
      Figure(
        title: "The loss between successive steps: a valley floor, no barrier",
        caption: [convention + "; N = \(n), one sample, the last ten of \(Walks.steps) steps"],
        x: Axis("step"), y: Axis("energy per spin E = H/N along the great circle"), series: series))
  }
}
