import Foundation
import Saddlery

extension ThresholdFloor {
  /// The floor of other models against E_alg and the ground state.
  func models(_ first: [Floor], _ report: inout Report) throws {
    let mixed = try Mixture([3: 0.5, 4: 0.5])
    let four = quick ? [(8, 64), (16, 32), (32, 8)] : [(18, 256), (36, 128), (72, 16)]
    let five = quick ? [(6, 64), (12, 32), (20, 8)] : [(12, 256), (24, 192), (40, 24)]
    let all: [(name: String, floors: [Floor])] = [
      ("3", first), ("3 + 4", floors(mixed, four, first: 30_000)),
      ("4", floors(.pure(4), four, first: 40_000)), ("5", floors(.pure(5), five, first: 50_000)),
    ]
    report.table(
      "models",
      "| p | N | floor at the largest N | limit, line in N^{-2/3} | in N^{-1/2} | -E_alg | -E_0 "
        + "| z of the first from -E_alg | from -E_0 | E_alg | control: E_0 |"
    )
    for (name, floors) in all {
      let model = floors[0].model
      let (floor, ground) = (model.algorithmicThreshold, OneStepGroundState(model)!.energy)
      let bracket = Bracket(floors)
      let between = bracket.verdict("p = \(name)", contains: -floor)
      let outside = Verdict(
        control: "E_0, p = \(name)", [bracket.verdict("E_0", contains: -ground)])
      let line = bracket.upper
      report.check(
        between,
        Verdict(
          "p = \(name), nearer to E_alg than to E_0",
          value: abs(line.limit + floor), below: abs(line.limit + ground)),
        Verdict(
          "every end is a minimum", exceptions: floors.reduce(0) { $0 + $1.exceptions }))
      report.row(
        "| \(name) | \(floors.map { "\($0.n)" }.joined(separator: ", ")) "
          + "| \(floors.last!.mean.text(4)) | \(bracket.text) | \((-floor).text(4)) "
          + "| \((-ground).text(4)) | \(line.z(-floor).text(1)) | \(line.z(-ground).text(1)) "
          + "| \(between.conclusion == .reproduced ? "between" : "outside") | \(outside.rejection) |"
      )
    }
    report.judge("the floor is E_alg, not the ground state")
    drawModels(all, &report)
  }

  private func drawModels(_ all: [(name: String, floors: [Floor])], _ report: inout Report) {
    let series = all.enumerated().flatMap { i, one -> [Series] in
      let model = one.floors[0].model
      let unit = model.algorithmicThreshold
      let ground = OneStepGroundState(model)!.energy / unit
      let bracket = Bracket(one.floors)
      let x = one.floors.map { pow(Double($0.n), -SizeFit.edge) }
      let fine = (0...60).map { x[0] * Double($0) / 60 }
      func curve(_ fit: SizeFit) -> [Double] {
        fine.map { ($0 == 0 ? fit.limit : fit.value(pow($0, -1 / SizeFit.edge))) / unit }
      }
      let name = "p = \(one.name)"
      return [
        .line(nil, fine, curve(bracket.upper), .sample(i)).ofKind("line in N^{-2/3}"),
        .dashed(nil, fine, curve(bracket.lower), .sample(i)).ofKind("line in N^{-1/2}"),
        .line(nil, [-0.012, 0], [-ground, -ground], .sample(i)),
        Series(
          name, x: x, y: one.floors.map { $0.mean.mean / unit },
          yError: one.floors.map { $0.mean.standardError / unit }, colour: .sample(i)),
      ]
    }
    report.save(
      "models",
      Figure(
        title: "Floors of four models, in units of E_{alg}",
        caption: [
          "|σ|² = N, E = H/N, E_alg = ∫√ξ''(q) dq = E∞ in pure models; 3 + 4: ξ = (q³ + q⁴)/2; seed \(seed)",
          "ticks at the left: ground states -E_0; bars: standard errors over disorder samples",
        ],
        x: Axis("N^{-2/3}", range: -0.012...0.2), y: Axis("mean final energy over E_{alg}"),
        series: series,
        lines: [.horizontal(at: -1, label: "-E_{alg}", colour: .black)]))
  }
}
