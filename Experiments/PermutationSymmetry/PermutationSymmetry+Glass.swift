import Foundation
import Saddlery

extension PermutationSymmetry {
  /// What exchanges of coordinates do to a pure p-spin: its couplings tell spins apart, so they make another point of the same
  /// landscape, with E (H - H')² = 2N(1 - q^p) at overlap q. Turning all signs is what is left.
  func glass(_ report: inout Report) {
    let (n, count, seed) = (quick ? 20 : 50, quick ? 200 : 400, seed)
    report.table(
      "glass",
      "| p | N | samples | all signs turned: largest change of \\|H\\|, relative | sign of H | mean (H - H')²/(2N(1 - q^p)), coordinates exchanged | expected | verdict | control: a symmetry |"
    )
    for p in [3, 4] {
      let found = concurrentMap(0..<count) { sample -> (turned: Double, share: Double) in
        let hamiltonian = PSpinHamiltonian(
          .pure(p), dimension: n, seed: seed, sample: 10_000 * p + sample)
        let point = hamiltonian.starts(1, seed: seed, sample: 10_000 * p + sample).column(0)
        var stream = RandomStream(seed: seed, purpose: .planting, sample: 10_000 * p + sample)
        let keys = stream.uniforms(count: n)
        let order = (0..<n).sorted { keys[$0] < keys[$1] }
        let signs = keys.map { _ in stream.uniform() < 0.5 }
        let image = SignedPermutation(order, isTurned: signs)(point)
        let places = Matrix<Double>(columns: [point, point.map(-), image])
        let h = hamiltonian.jets(at: places, upTo: .value).values
        let q = zip(point, image).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        let square = (h[0] - h[2]) * (h[0] - h[2])
        return (h[1] / h[0], square / (2 * Double(n) * (1 - pow(q, Double(p)))))
      }
      let sign = p.isMultiple(of: 2) ? 1.0 : -1
      let off = found.map { abs($0.turned * sign - 1) }.max()!
      let mean = Estimate(independent: found.map(\.share))
      let verdict = Verdict(
        "p = \(p)", mean, expectation: 1, falsePositiveRate: Self.rate / 2)
      let control = Verdict(
        control: "p = \(p): a symmetry",
        [Verdict("p = \(p)", mean, expectation: 0, falsePositiveRate: Self.rate / 2)])
      report.check(
        verdict, control,
        // H is a sum with cancellations, of N^p terms.
        Verdict("p = \(p), signs", value: off, below: 1e-9))
      report.row(
        "| \(p) | \(n) | \(count) | \(Self.power(off)) | \(sign < 0 ? "turns" : "stays") "
          + "| \(mean.text(3)) | 1 | \(verdict.conclusion) | \(control.rejection) |")
    }
    report.judge("pure p-spin: turning all signs is a symmetry up to the sign, exchanges are none")
  }
}
