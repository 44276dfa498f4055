import Foundation
import Saddlery

extension LinearInterpolation {
  /// Networks of one width trained on one kind of targets.
  struct NetworkCase {
    let targets: NetworkTask.Targets
    let width: Int
    let samples: [NetworkWays]

    func mean(_ origin: NetworkWays.Origin, _ quantity: (NetworkWays.Way) -> Double) -> Estimate {
      let number = NetworkWays.Origin.allCases.firstIndex(of: origin)!
      return Estimate(bySample: samples.map { $0.ways[number].map(quantity) })
    }
  }

  /// The same ways through the weights of small networks.
  func networks(_ report: inout Report) throws {
    let (seed, count) = (seed, quick ? 8 : 24)
    var cases: [NetworkCase] = []
    for targets in NetworkTask.Targets.allCases {
      for width in quick ? [4, 16] : [4, 16, 64] {
        let samples = try concurrentMap(0..<count) {
          try NetworkWays(
            NetworkTask(targets, width: width, sample: $0, seed: seed), networks: 4)
        }
        cases.append(NetworkCase(targets: targets, width: width, samples: samples))
      }
    }
    report.table(
      "networks",
      "| targets | h | minima | from | monotone | convex | places where convex | barrier | loss left at 1/4 | 1/2 | 3/4 |"
    )
    for one in cases {
      let minima = one.samples.reduce(0) { $0 + $1.minima }
      let networks = one.samples.reduce(0) { $0 + $1.networks }
      report.check(
        Verdict(
          "\(one.targets.rawValue), h = \(one.width): minima",
          value: Double(minima) / Double(networks), above: 0.9))
      for origin in NetworkWays.Origin.allCases {
        let left = Self.shownPlaces.map { i in
          origin == .minimum ? "" : one.mean(origin) { $0.left[i] }.text(3)
        }
        report.row(
          "| \(one.targets.rawValue) | \(one.width) | \(minima) of \(networks) | \(origin.rawValue) "
            + "| \(one.mean(origin) { $0.profile.isDescending ? 1 : 0 }.text(3)) "
            + "| \(one.mean(origin) { $0.profile.isConvex ? 1 : 0 }.text(3)) "
            + "| \(one.mean(origin, \.convexShare).text(3)) "
            + "| \(one.mean(origin, \.profile.barrier).text(4)) "
            + "| \(left.joined(separator: " | ")) |")
      }
    }
    judge(cases, &report)
    draw(cases, &report)
  }

  private static var shownPlaces: [Int] {
    Interpolation.shown.map { Int($0 * Double(Interpolation.parts)) }
  }

  private func judge(_ cases: [NetworkCase], _ report: inout Report) {
    func share(
      _ one: NetworkCase, _ origin: NetworkWays.Origin, _ has: (Profile) -> Bool
    ) -> Estimate { one.mean(origin) { has($0.profile) ? 1 : 0 } }
    for one in cases where one.targets == .teacher {
      let name = "h = \(one.width)"
      let other = share(one, .minimum, \.isDescending)
      report.check(
        Verdict(name, value: share(one, .start, \.isDescending).mean, above: 0.85),
        Verdict(
          control: "\(name): from another minimum", [Verdict(name, value: other.mean, above: 0.85)])
      )
    }
    report.judge("networks, teacher: at least 85 % of ways from start to solution are monotone")
    /// By how many standard errors a share is larger with a teacher.
    func gap(_ width: Int, _ has: (Profile) -> Bool) -> Double {
      let shares = NetworkTask.Targets.allCases.map { targets in
        share(cases.first { $0.targets == targets && $0.width == width }!, .start, has)
      }
      return (shares[0].mean - shares[1].mean)
        / hypot(shares[0].standardError, shares[1].standardError)
    }
    let widths = cases.filter { $0.targets == .teacher }.map(\.width)
    for width in widths {
      report.check(Verdict("h = \(width)", value: gap(width, \.isDescending), above: 3))
    }
    report.judge("networks: with random labels fewer ways are monotone, by three standard errors")
    for width in widths {
      report.check(Verdict("h = \(width)", value: gap(width, \.isConvex), above: 3))
    }
    for one in cases where one.targets == .teacher && one.width >= 16 {
      let convex = share(one, .start, \.isConvex).mean
      report.check(Verdict("h = \(one.width)", value: convex, above: 0.5))
    }
    report.judge(
      "networks: with a teacher more ways are convex, by three standard errors; most at h ≥ 16")
  }

  private func draw(_ cases: [NetworkCase], _ report: inout Report) {
    let t = grid(0...1, Interpolation.parts)
    let marks = stride(from: 0, through: Interpolation.parts, by: 4).map { $0 }
    let widest = cases.map(\.width).max()!
    func curve(
      _ name: String, _ targets: NetworkTask.Targets, _ origin: NetworkWays.Origin,
      _ colour: Colour
    ) -> [Series] {
      let one = cases.first { $0.targets == targets && $0.width == widest }!
      let all = t.indices.map { i in one.mean(origin) { $0.losses[i] } }
      return [
        .line(nil, t, all.map(\.mean), colour),
        .marks(name, marks.map { t[$0] }, marks.map { all[$0] }, colour),
      ]
    }
    report.draw(
      "networks", title: "Networks: downhill from start to solution, uphill from another solution",
      caption: [
        "\(NetworkTask.inputs)-\(widest)-1 tanh, \(NetworkTask.examples) examples; seed \(seed)",
        "means over minima; bars: standard errors over data sets",
      ], x: Axis("part of the way t", range: 0...1),
      y: Axis("loss L over that of no weights", scale: .logarithmic),
      curve("random labels, from the start", .random, .start, .vermilion)
        + curve("random labels, from another minimum", .random, .minimum, .orange)
        + curve("teacher, from the start", .teacher, .start, .blue)
        + curve("teacher, from another minimum", .teacher, .minimum, .skyBlue))
  }
}
