import Saddlery

/// Where |grad H| has a minimum on the way down and rises again: what passing a saddle looks like.
struct Dips {
  struct Dip {
    let time: Double
    let energy: Double
    let fraction: Double
    /// |grad H|²/N there.
    let square: Double
    let place: [Double]
    let index: Int
  }

  let sample: Int
  /// Of each run.
  let dips: [[Dip]]

  /// By how much the gradient has to rise before the next fall.
  static let rise = 1.1

  /// Gradient descent in steps below the limit of stability, each of which is looked at, until the gradient is a millionth of the
  /// first.
  init(n: Int, sample: Int, starts: Int, until end: Double, seed: UInt64) {
    let step = 0.1
    self.sample = sample
    let hamiltonian = Fall.hamiltonian(n: n, sample: sample, seed: seed)
    var run = Trajectories(
      hamiltonian, from: hamiltonian.starts(starts, seed: seed, sample: sample),
      by: GradientDescent(step: step))
    let seen = run.record(
      at: (1...Int(end / step)).map { Double($0) * step }, [.energy, .gradientNorm],
      keepsPlaces: true, haltingBy: HaltingRule(gradient: 1e-6))
    let times = seen.times
    let (energies, norms) = (
      seen.observables["energy"]!, seen.observables["gradient_norm"]!
    )
    dips = (0..<starts).map { b in
      Self.minima(norms.map { $0[b] }).map { i in
        let place = seen.places[i].column(b)
        let index = hamiltonian.spectrum(at: place).count { $0 < 0 }
        return Dip(
          time: times[i], energy: energies[i][b], fraction: Double(index) / Double(n - 1),
          square: norms[i][b] * norms[i][b], place: place, index: index)
      }
    }
  }

  /// Numbers of the minima after which values rise by the factor.
  private static func minima(_ values: [Double]) -> [Int] {
    var (found, low, peak) = ([Int](), 0, 0.0)
    var isFalling = true
    for (i, value) in values.enumerated() {
      if isFalling {
        if value < values[low] { low = i }
        guard value > rise * values[low] else { continue }
        found.append(low)
        (isFalling, peak) = (false, value)
      } else {
        peak = max(peak, value)
        if value < peak / rise { (isFalling, low) = (true, i) }
      }
    }
    return found
  }
}
