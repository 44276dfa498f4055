import Foundation
import Saddlery

extension FloatingBetweenSaddles {
  private var convention: String {
    "pure 3-spin, |σ|² = N, E = H/N; gradient flow from random points, seed \(seed)"
  }

  /// Distances to what is found, and the index of it.
  func draw(
    _ points: [(n: Int, time: Double, distance: Estimate, least: Estimate)],
    _ targets: [(n: Int, energies: [Double], found: [Estimate])], _ groups: [[Fall]],
    _ report: inout Report
  ) {
    let sizes = groups.map { $0[0].n }
    let last = groups[0][0].times.last!
    // Time zero has no place on a logarithmic axis: a quarter of the first.
    func place(_ time: Double) -> Double { time == 0 ? 0.03 : time }
    let random = NearestPoint.limit(p: 3)
    let series = sizes.enumerated().flatMap { i, n -> [Series] in
      let some = points.filter { $0.n == n }
      return [
        .marks(
          "N = \(n)", some.map { place($0.time) }, some.map(\.distance), .sample(i)
        ).ofKind("nearest critical point found"),
        .line("N = \(n)", some.map { place($0.time) }, some.map(\.least.mean), .sample(i))
          .ofKind("|g|/λ_{max}: nearer only if curvatures grow"),
      ]
    }
    report.save(
      "distances",
      Figure(
        title: "Descent is far from any critical point until it is nearly down",
        caption: [
          convention,
          "the leftmost marks are random points (t = 0); bars: standard errors over samples",
          "two random points: √2; the nearest critical point of a random point, N → ∞: 2 sin(π/8)",
        ],
        x: Axis("time t of dσ/dt = -grad H", range: 0.02...(1.2 * last), scale: .logarithmic),
        y: Axis("distance along the chord over √N", range: 0...1.5),
        series: [
          .dashed(
            "unrelated points, √2", [0.02, 1.2 * last], [1, 1].map { $0 * 2.0.squareRoot() }),
          .line("exact, nearest at t = 0", [0.02, 0.05], [random, random]),
        ] + series,
        lines: [.horizontal(at: Self.close, label: "close", colour: .grey)]))

    let curve = try? LimitingIndexCurve(.pure(3))
    let energies = grid(-1.65...0.05, 200)
    let (first, tried) = (groups[0], targets[0])
    let means = first[0].times.indices.map { i in
      (
        energy: first.mean { $0.energies[i] }.mean, fraction: first.mean { $0.fractions[i] }
      )
    }
    report.draw(
      "index", title: "Newton's critical points have the index of the place they are reached from",
      caption: [
        convention + "; N = \(first[0].n), \(first.count) samples",
        "time runs from right to left; bars: standard errors over samples",
      ],
      x: Axis("energy per spin E = H/N of the place on the way down", range: -1.7...0.1),
      y: Axis("index fraction k/(N-1)", range: -0.02...0.6),
      [
        .line(
          "semicircle at E, N → ∞", energies,
          energies.map { curve?.indexFraction(energy: $0) ?? .nan }),
        .marks("of the place", means.map(\.energy), means.map(\.fraction), .grey),
        .marks("of Newton's critical point", tried.energies, tried.found, .vermilion),
      ])
  }

  /// Energies above the threshold.
  func draw(
    _ groups: [[Fall]], _ theory: MeanFieldDescent, _ threshold: Double, _ report: inout Report
  ) {
    let times = groups[0][0].times.dropFirst()
    let last = times.last!
    let fine = grid(log(0.1)...log(theory.times.last!), 120).map { exp($0) }
    let limit = fine.map { theory.energy(at: $0) + threshold }
    let end = limit.last! * pow(theory.times.last! / last, 2.0 / 3)
    let series = groups.enumerated().map { i, falls -> Series in
      let means = times.indices.map { k in falls.mean { $0.energies[k] } }
      return Series(
        "N = \(falls[0].n)", x: Array(times), y: means.map { $0.mean + threshold },
        yError: means.map(\.standardError), colour: .sample(i))
    }
    report.draw(
      "descent", title: "Down to the threshold as a power of time, until N is felt",
      caption: [
        convention,
        "N → ∞: equations of Cugliandolo and Kurchan at T = 0; bars: standard errors over samples",
      ],
      x: Axis("time t of dσ/dt = -grad H", range: 0.1...(1.2 * last), scale: .logarithmic),
      y: Axis("E + E_∞, E_∞ = 1.633", range: 0.01...2, scale: .logarithmic),
      [
        .line("N → ∞", fine, limit),
        .dashed(
          "slope -2/3", [1, last], [1, last].map { 0.8 * end * pow($0 / last, -2.0 / 3) }),
      ] + series)
    let squares = groups.enumerated().map { i, falls -> Series in
      let means = times.indices.map { k in falls.mean { $0.squares[k] } }
      return .marks("N = \(falls[0].n)", Array(times), means, .sample(i))
    }
    // |g|²/N = -dE/dt along the flow.
    let slopes = fine.dropLast().map { t in
      (theory.energy(at: t * 0.99) - theory.energy(at: t * 1.01)) / (0.02 * t)
    }
    report.draw(
      "gradient", title: "Gradients fall all the way: they are never small early",
      caption: [
        convention, "line: N → ∞, |grad H|²/N = -dE/dt; bars: standard errors over samples",
      ],
      x: Axis("time t of dσ/dt = -grad H", range: 0.1...(1.2 * last), scale: .logarithmic),
      y: Axis("|grad H|²/N, 3 at random points", range: 1e-5...5, scale: .logarithmic),
      [.line("N → ∞", Array(fine.dropLast()), slopes)] + squares)
  }
}
