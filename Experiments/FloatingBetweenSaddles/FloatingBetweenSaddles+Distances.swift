import Foundation
import Saddlery

extension FloatingBetweenSaddles {
  /// What is close: the distance from a saddle up to which it is found again, a fourteenth of that of unrelated points, √2.
  static let close = 0.1

  /// The control: places beside saddles must be seen as near as they are.
  func beside(n: Int, _ report: inout Report) {
    let angles = [0.02, 0.05, 0.1, 0.2]
    let fractions = [0.05, 0.15, 0.3, 0.45]
    let (seed, samples) = (seed, quick ? 4 : 12)
    let found = concurrentMap(0..<samples) { sample -> [(angle: Int, near: Nearness)] in
      let hamiltonian = Fall.hamiltonian(n: n, sample: 5000 + sample, seed: seed)
      let saddles = Search(hamiltonian).run(
        points: fractions.count, indices: fractions.map { Int(($0 * Double(n - 1)).rounded()) },
        seed: seed, sample: 5000 + sample, threads: 1
      ).filter { $0.outcome == .converged }
      let points = Matrix<Double>(columns: saddles.map(\.position))
      return angles.indices.map { k in
        var stream = RandomStream(seed: seed, purpose: .noise, sample: 5000 + sample, item: k)
        var steps = Matrix<Double>(columns: saddles.map { _ in stream.normals(count: n) })
        hamiltonian.domain.project(&steps, at: points)
        let lengths = steps.squaredColumnNorms.map { $0.squareRoot() }
        for b in lengths.indices {
          let factor = angles[k] * Double(n).squareRoot() / lengths[b]
          for i in 0..<n { steps[i, b] *= factor }
        }
        var places = points
        hamiltonian.domain.move(&places, along: steps)
        let indices = hamiltonian.indices(at: places).map { $0! }
        return (k, Nearness(hamiltonian, from: places, aimingAt: indices))
      }
    }
    report.table(
      "beside",
      "| distance from a saddle | Newton arrives | its distance | aimed search arrives | its distance | the nearer | larger than placed |"
    )
    for k in angles.indices {
      let placed = 2 * sin(angles[k] / 2)
      func mean(_ quantity: (Nearness) -> [Double]) -> Estimate {
        Estimate(
          found.enumerated().flatMap { sample, all in
            quantity(all[k].near).filter { !$0.isNaN }.map { (sample, $0) }
          })
      }
      let nearest = mean(\.distances)
      // Numbers of rounding apart.
      let beyond = mean { $0.distances.map { $0 > placed * (1 + 1e-6) ? 1 : 0 } }
      report.row(
        "| \(placed.text(3)) | \(mean { $0.newton.map { $0.isNaN ? 0 : 1 } }.mean.text(2)) "
          + "| \(mean(\.newton).text(3)) "
          + "| \(mean { $0.aimed.map { $0.isNaN ? 0 : 1 } }.mean.text(2)) | \(mean(\.aimed).text(3)) "
          + "| \(nearest.text(3)) | \(beyond.mean.text(2)) |")
      if angles[k] <= Self.close {
        report.check(
          Verdict("missed at \(placed.text(2))", value: beyond.mean, below: 0.1))
      }
    }
    report.judge("nine of ten places within 0.1 of a saddle are seen as such")
  }

  /// From random points and on the way down.
  func distances(_ groups: [[Fall]], _ report: inout Report) throws {
    let (seed, quick) = (seed, quick)
    report.table(
      "distances",
      #"| N | t | E | \|g\|²/N | α | Newton arrives | its distance | α of it less α | aimed search arrives | its distance | the nearer | within 0.1 |"#
    )
    var points: [(n: Int, time: Double, distance: Estimate, least: Estimate)] = []
    let chosenTimes = groups[0][0].times.indices.filter { $0 == 0 || ($0 - 1) % 2 == 0 }
      .map { groups[0][0].times[$0] }
    var shifts: [(time: Double, shift: Estimate)] = []
    var targets: [(n: Int, energies: [Double], found: [Estimate])] = []
    for (number, falls) in groups.enumerated() {
      let n = falls[0].n
      // Octaves; where a search takes seconds, every second.
      let chosen = falls[0].times.indices.filter {
        $0 == 0 || ($0 - 1) % (number == 0 ? 2 : 4) == 0
      }
      let some = Array(falls.prefix(quick ? 6 : number == 0 ? 16 : 8))
      let jobs = some.count * chosen.count
      let found = concurrentMap(0..<jobs) { job -> Nearness in
        let (fall, i) = (some[job / chosen.count], chosen[job % chosen.count])
        let hamiltonian = Fall.hamiltonian(n: n, sample: fall.sample, seed: seed)
        return Nearness(
          hamiltonian, from: Matrix(columns: [fall.places[i].column(0)]),
          aimingAt: [fall.indices[i][0]], usesNewton: n <= 100)
      }
      let nearest = try NearestPoint(.pure(3), n: n)
      for (k, i) in chosen.enumerated() {
        func mean(_ quantity: (Fall, Nearness) -> Double) -> Estimate {
          Estimate(
            some.enumerated().map { s, fall in
              (fall.sample, quantity(fall, found[s * chosen.count + k]))
            }.filter { !$0.1.isNaN })
        }
        let time = falls[0].times[i]
        let distance = mean { $1.distances[0] }
        let least = mean { fall, _ in fall.squares[i][0].squareRoot() / fall.stiffness[i][0] }
        points.append((n, time, distance, least))
        let shift = mean { fall, near in near.newtonFractions[0] - fall.fractions[i][0] }
        let own = mean { fall, _ in fall.fractions[i][0] }
        func optional(_ estimate: Estimate, _ digits: Int) -> String {
          estimate.count > 0 ? estimate.text(digits) : ""
        }
        let isTried = n <= 100
        report.row(
          "| \(n) | \(time.text(3)) | \(mean { fall, _ in fall.energies[i][0] }.mean.text(3)) "
            + "| \(mean { fall, _ in fall.squares[i][0] }.mean.text(4)) | \(own.mean.text(3)) "
            + "| \(isTried ? mean { $1.newton[0].isNaN ? 0 : 1 }.mean.text(2) : "") "
            + "| \(isTried ? optional(mean { $1.newton[0] }, 3) : "") "
            + "| \(isTried ? optional(shift, 3) : "") "
            + "| \(mean { $1.aimed[0].isNaN ? 0 : 1 }.mean.text(2)) "
            + "| \(optional(mean { $1.aimed[0] }, 3)) | \(distance.text(3)) "
            + "| \(mean { $1.distances[0] <= Self.close ? 1 : 0 }.mean.text(2)) |")
        if time <= 1 {
          report.check(
            Verdict("N = \(n), t = \(time)", value: distance.mean, above: quick ? 0.4 : 0.6))
        }
        if isTried { shifts.append((time, shift)) }
      }
      if number == 0, let first = points.first, let last = points.last(where: { $0.time <= 1 }) {
        report.found =
          "descents at N = \(n) begin \(first.distance.mean.text(2)) radii from the nearest critical point found, and are "
          + "still \(last.distance.mean.text(2)) away at t = \(last.time.text(1))"
      }
      // Markov's bound for all random points together.
      let bound = nearest.distance(count: Self.rate / Double(some.count))
      let tooNear = some.indices.count { found[$0 * chosen.count].distances[0] < bound }
      report.say(
        "N = \(n): random points with a critical point within \(bound.text(3)) have a chance of \(Self.rate) at most, "
          + "all \(some.count) together; found: \(tooNear). One within \(nearest.distance(count: 1).text(3)) "
          + "in the mean; N → ∞: \(NearestPoint.limit(p: 3).text(3))")
      report.check(Verdict("N = \(n): nearer than can be", exceptions: tooNear))
      targets.append(
        (
          n, chosen.map { i in falls.mean { $0.energies[i] }.mean },
          chosen.indices.map { k in
            Estimate(
              some.enumerated().map { s, fall in
                (fall.sample, found[s * chosen.count + k].newtonFractions[0])
              }.filter { !$0.1.isNaN })
          }
        ))
    }
    let control = Verdict(
      control: "close to a saddle for t ≤ 1",
      points.filter { $0.time <= 1 }.map {
        Verdict("t = \($0.time)", value: $0.distance.mean, below: Self.close)
      })
    report.check(control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("random points and descent for t ≤ 1 are not close to any critical point found")
    for (time, shift) in shifts {
      report.check(
        Verdict("t = \(time)", value: abs(shift.mean), below: time <= 1 ? 0.06 : 0.02))
    }
    report.judge("the index of Newton's critical point is that of the place")
    let falling = zip(chosenTimes, targets[0].found).filter { $0.0 <= 4 }.map(\.1.mean)
    report.judge(
      Verdict(
        "the index of Newton's critical points falls from octave to octave up to t = 4",
        exceptions: zip(falling, falling.dropFirst()).count { $0 <= $1 }))
    draw(points, targets, groups, &report)
  }

  /// Whether gradients rise again on the way, and what is there.
  func dips(n: Int, _ report: inout Report) {
    let (samples, starts, end) = (quick ? 4 : 16, 4, quick ? 50.0 : 200)
    let seed = seed
    let all = concurrentMap(0..<samples) {
      Dips(n: n, sample: 6000 + $0, starts: starts, until: end, seed: seed)
    }
    let near = concurrentMap(0..<samples) { i -> [(dip: Dips.Dip, near: Nearness)] in
      let hamiltonian = Fall.hamiltonian(n: n, sample: all[i].sample, seed: seed)
      return all[i].dips.flatMap { $0 }.map { dip in
        (
          dip,
          Nearness(
            hamiltonian, from: Matrix(columns: [dip.place]), aimingAt: [dip.index])
        )
      }
    }
    let count = Estimate(bySample: all.map { $0.dips.map { Double($0.count) } })
    func mean(_ quantity: (Dips.Dip, Nearness) -> Double) -> Estimate {
      Estimate(
        near.enumerated().flatMap { i, some in
          some.map { (i, quantity($0.dip, $0.near)) }.filter { !$0.1.isNaN }
        })
    }
    report.say(
      "gradients rise by a tenth again \(count.text(2)) times a run up to t = \(end.text(0)), N = \(n)"
    )
    report.table(
      "dips",
      #"| N | dips a run | first t (median) | E | \|g\|²/N | index | distance of the nearer critical point | of index above 0 |"#
    )
    let firsts = all.flatMap { $0.dips.compactMap { $0.first?.time } }.sorted()
    report.row(
      "| \(n) | \(count.text(2)) | \(firsts.isEmpty ? "" : firsts[firsts.count / 2].text(1)) "
        + "| \(mean { dip, _ in dip.energy }.text(3)) | \(brief(mean { dip, _ in dip.square }.mean)) "
        + "| \(mean { dip, _ in Double(dip.index) }.text(2)) | \(mean { $1.distances[0] }.text(3)) "
        + "| \(mean { $1.newtonFractions[0] > 0 ? 1 : 0 }.text(2)) |")
  }
}
