import Foundation
import Saddlery

extension WeightAveraging {
  /// Averages of K minima of different basins.
  func acrossBasins(_ report: inout Report) {
    let most = quick ? 4 : 16
    let sizes = [2, 4, 8, 16].filter { $0 <= most }
    let (n, seed) = (n, seed)
    /// By sample, then by K.
    let all = concurrentMap(0..<(quick ? 20 : 60)) { sample -> [[MinimaAverage]] in
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let starts = hamiltonian.starts(3 * most / 2, seed: seed, sample: sample)
      let minima = Self.distinct(Descent(hamiltonian, from: starts).ends)
      return sizes.map { k in
        stride(from: 0, through: min(most, minima.count) - k, by: k).map { first in
          MinimaAverage(hamiltonian, of: Array(minima[first..<(first + k)]))
        }
      }
    }
    func estimate(_ i: Int, _ quantity: (MinimaAverage) -> Double) -> Estimate {
      Estimate(bySample: all.map { $0[i].map(quantity) })
    }
    report.table(
      "across",
      "| K | averages | mean overlap | E of minima | E of their average | predicted | z | E*/√K | rms of E less predicted | less E*/√K | loss |"
    )
    let share = Self.rate / Double(sizes.count)
    var (angled, losses): ([Verdict], [Double]) = ([], [])
    for (i, k) in sizes.enumerated() {
      let (energy, minima) = (estimate(i, \.energy), estimate(i, \.mean))
      let verdict = Verdict(
        "K = \(k)", estimate(i) { $0.energy - $0.predicted }, expectation: 0,
        falsePositiveRate: share)
      let own = estimate(i) { pow($0.energy - $0.predicted, 2) }
      let other = estimate(i) { pow($0.energy - $0.rightAngled, 2) }
      angled.append(
        Verdict(
          "K = \(k)",
          estimate(i) {
            pow($0.energy - $0.rightAngled, 2) - pow($0.energy - $0.predicted, 2)
          }, expectation: 0, falsePositiveRate: share))
      losses.append(1 - energy.mean / minima.mean)
      if k > 2 { report.check(verdict) }
      report.row(
        "| \(k) | \(energy.count) | \(estimate(i, \.overlap).text(4)) | \(minima.text(4)) | \(energy.text(4)) "
          + "| \(estimate(i, \.predicted).mean.text(4)) | \(k > 2 ? verdict.z.text(1) : "exact") "
          + "| \(estimate(i, \.rightAngled).mean.text(4)) | \(k > 2 ? own.mean.squareRoot().text(4) : "0") "
          + "| \(other.mean.squareRoot().text(4)) | \((100 * losses[i]).text(1)) % |")
    }
    let pairs = all.flatMap { $0[0] }
    let off = pairs.map { abs($0.energy / $0.predicted - 1) }.max() ?? .nan
    report.say("K = 2: largest difference of measured and exact energy, relative: \(off)")
    let control = Verdict(control: "E*/√K is as near", angled)
    report.check(Verdict("K = 2: exact", value: off, below: 1e-9), control)
    report.say("control, \(control.quantity): \(control.rejection)")
    report.judge("across basins: the average's energy from energies and overlaps alone")
    report.found +=
      ", and across basins \((losses.min() ?? .nan).percent) of the depth is lost, at least"
    report.judge(
      Verdict(
        "across basins: loss above 25 % of the energy", value: losses.min()!, above: 0.25))
    draw(pairs, report: &report)
    let x = sizes.map(Double.init)
    let fine = grid(0.8...4.2, 40).map { pow(2, $0) }
    let mean = estimate(0, \.mean).mean
    report.draw(
      "across", title: "The average of minima of different basins is no minimum",
      caption: [
        convention + "; \(all.count) samples",
        "predicted: mean of a Gaussian J given energies and overlaps of the minima, exact for K = 2",
      ], x: Axis("number K of minima averaged", range: 1.8...18, tickStep: 2, scale: .logarithmic),
      y: Axis("energy per spin E = H/N", range: -1.7...0),
      [
        .dashed("E*/√K, minima at right angles", fine, fine.map { mean / $0.squareRoot() }, .black),
        .line("predicted", x, sizes.indices.map { estimate($0, \.predicted).mean }, .blue),
        .marks("their average", x, sizes.indices.map { estimate($0, \.energy) }, .blue),
        .marks("the minima", x, sizes.indices.map { estimate($0, \.mean) }, .vermilion),
      ])
  }

  /// Energies of midpoints against overlaps.
  private func draw(_ pairs: [MinimaAverage], report: inout Report) {
    let mean = pairs.reduce(0) { $0 + $1.mean } / Double(pairs.count)
    let fine = grid(-0.3...1, 90)
    report.draw(
      "pairs", title: "Midway between two minima: the energy is a matter of their overlap",
      caption: [
        convention + "; line: E*(1 + 3q)/(√2 (1 + q)^{3/2}), E* the mean of all minima",
        "a pair is off the line by what its minima are off E*",
      ], x: Axis("overlap q of the two minima", range: -0.32...1.02),
      y: Axis("energy per spin E = H/N of their average", range: -1.75...0.25),
      [
        Series(
          "pairs", x: pairs.map(\.overlap), y: pairs.map(\.energy), style: .dots, colour: .blue),
        .line("exact, no free parameter", fine) { MinimaAverage.midway(mean, overlap: $0) },
      ])
  }

  /// Minima, each once, in the order they are found.
  private static func distinct(_ ends: [CriticalPoint]) -> [CriticalPoint] {
    ends.reduce(into: []) { kept, end in
      guard end.outcome == .converged, end.index == 0 else { return }
      let isKnown = kept.contains { one in
        norm(zip(one.position, end.position).map { $0 - $1 }) < 1e-6 * norm(end.position)
      }
      if !isKnown { kept.append(end) }
    }
  }
}
