import Foundation
import Saddlery

extension RandomKickAndSlices {
  private var caption: [String] {
    ["pure 3-spin, seed \(seed); critical points from index-targeted searches", Mixture.convention]
  }

  private var energyAxis: Axis { Axis("energy per spin E = H/N of the saddle", range: -1.65...0) }

  func saveDirections(_ groups: [[ProbedSaddle]], _ report: inout Report) {
    let energies = grid(-2 * (2.0 / 3).squareRoot()...0, 200)
    var (directions, planes): ([Series], [Series]) = ([], [])
    for (i, saddles) in groups.enumerated() {
      let n = saddles[0].n
      let law = DescentChance(p: 3, n: n)
      let e = saddles.map(\.energy)
      directions += [
        .line("Φ(-z), N = \(n)", energies, .sample(i)) { law.direction(energy: $0) },
        Series(
          "exact at saddles, N = \(n)", x: e, y: saddles.map(\.exact.chance), colour: .sample(i)),
      ]
      let likely = saddles.filter { $0.descendingPlanes >= 10 }
      let shares = likely.map { Double($0.descendingPlanes) / Double($0.planes) }
      planes += [
        .line("2 x 2 matrix, N = \(n)", energies, .sample(i)) { law.plane(energy: $0) },
        Series(
          "drawn, N = \(n)", x: likely.map(\.energy), y: shares,
          yError: zip(likely, shares).map { ($1 * (1 - $1) / Double($0.planes)).squareRoot() },
          colour: .sample(i)),
      ]
      report.save(
        "saddles-N\(n).csv",
        DataTable(
          "sample,index,energy,descents,directions,exact,normal,descending_planes,planes,plane_law",
          rows: saddles.map {
            [
              Double($0.sample), Double($0.index), $0.energy, Double($0.descents),
              Double($0.directions), $0.exact.chance, law.direction(energy: $0.energy),
              Double($0.descendingPlanes), Double($0.planes), law.plane(energy: $0.energy),
            ]
          }))
    }
    report.draw(
      "directions", title: "A random direction at a low saddle does not go down",
      caption: ["z = |E| √(pN/(2(p-1)))"] + caption, x: energyAxis,
      y: Axis("chance that v'Hv < 0", range: 1e-40...1, scale: .logarithmic), directions)
    report.draw(
      "planes", title: "Most random planes at a low saddle look like bowls",
      caption: [
        "planes with a negative eigenvalue of the 2 x 2 matrix; saddles at which ten or more were drawn"
      ] + caption, x: energyAxis,
      y: Axis("chance of a way down in a random plane", range: 1e-4...1, scale: .logarithmic),
      planes)
  }

  func drawRates(
    _ groups: [[ProbedSaddle]], _ energies: [Double], _ law: DescentChance, _ report: inout Report
  ) {
    let points = groups.enumerated().map { i, saddles in
      Series(
        "saddles, N = \(saddles[0].n)", x: saddles.map(\.energy),
        y: saddles.map { -$0.exact.logarithm / Double($0.n) }, colour: .sample(i))
    }
    report.draw(
      "rates", title: "Below -E∞/2 the lowest mode decides, and it gets worse",
      caption: ["P: exact chance that a random direction goes down"] + caption, x: energyAxis,
      y: Axis("-ln P/N", range: 0...1.4),
      points + [
        .dashed("normal law, pE²/(4(p-1))", energies, energies.map(law.normalRate), .grey),
        .line("N → ∞", energies, energies.map(law.rate)),
      ])
  }

  func drawKicks(_ saddles: [KickedSaddle], n: Int, _ report: inout Report) {
    let groups = Dictionary(grouping: saddles, by: \.indexFraction).sorted { $0.key < $1.key }
    let series: [Series] = groups.enumerated().map { i, group -> Series in
      let means = Self.lengths.indices.map { k in
        Estimate(
          group.value.flatMap { saddle in
            saddle.times[k].compactMap { time in
              time.map { (saddle.sample, $0 * log(10) / saddle.predictedTimePerDecade) }
            }
          })
      }
      let name = "α = \(group.key.text(2))"
      return .marks(name, Self.lengths, means, .sample(i))
    }
    let line = Series.line("lowest mode alone", Self.lengths) {
      KickedSaddle.predictedTime(n: n, kick: $0)
    }
    report.draw(
      "kicks", title: "Any kick and gradient descent leave a saddle in a time like ln(1/kick)",
      caption: ["N = \(n); until the energy has fallen by what 0.1 √N along the lowest mode brings"]
        + caption,
      x: Axis("length of the kick / √N", scale: .logarithmic),
      y: Axis("time · rate of the lowest mode, ≈|λ_{min}|", range: 0...20), [line] + series)
  }

  /// One saddle in a random plane and in that of its two lowest modes.
  func pictures(n: Int, _ report: inout Report) throws {
    let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: 0)
    let target = n / 4
    let found = Search(model).run(points: 8, indices: [target], seed: seed, sample: 0)
    guard let point = found.first(where: { $0.outcome == .converged && $0.index == target }) else {
      report.judge(Verdict("a saddle to be shown", exceptions: 1))
      return
    }
    let reach = 0.4 * model.domain.scale
    var stream = RandomStream(seed: seed, purpose: .noise, sample: 0, item: 1_000_000)
    let random = try Slice.randomPlane(
      in: model.domain, through: point.position, reach: reach, points: 61, using: &stream)
    let lowest = try Slice.eigenplane(
      of: model, at: point.position, eigenvectors: (0, 1), reach: reach, points: 61)
    let values = [random, lowest].map { slice in
      slice.values(of: model).map { ($0 - point.value) / Double(n) }
    }
    let extreme = values.flatMap { $0 }.reduce(0) { max($0, abs($1)) }
    let place =
      "one saddle of index \(target) of \(n - 1), E = \((point.value / Double(n)).text(3)); arcs"
    for (i, (slice, name)) in [(random, "random-plane"), (lowest, "lowest-modes")].enumerated() {
      var figure = slice.figure(
        values[i], quantity: "E - E(saddle)",
        title: i == 0
          ? "The saddle in a random plane: a bowl" : "The same saddle along its two lowest modes",
        caption: [place] + caption, colours: ColourScale(centre: 0, range: -extreme...extreme))
      if i == 0 {
        (figure.x.label, figure.y.label) = ("random direction s", "random direction t")
      }
      report.save(name, figure)
      let row = values[i]
      report.say(
        "\(name): energies from \(row.min()!.text(3)) to \(row.max()!.text(3)) about the saddle's")
    }
    report.check(
      Verdict(
        "random plane below the saddle", exceptions: values[0].min()! < -1e-9 * extreme ? 1 : 0),
      Verdict(
        "plane of the lowest modes not below it",
        exceptions: values[1].min()! < -0.01 * extreme ? 0 : 1))
    report.judge("one saddle is a bowl in a random plane and a hill along its lowest modes")
  }
}
