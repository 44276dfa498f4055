import Foundation
import Saddlery

/// Minima that gradient descent finds in many landscapes of one model and size.
struct Minima {
  struct Minimum {
    /// E = H/N.
    let energy: Double
    /// Eigenvalues of the Hessian: the lowest, their mean, and the mean of their logarithms.
    let lowest: Double
    let mean: Double
    let logarithm: Double
  }

  let p: Int
  let n: Int
  /// Sample by sample, a minimum for each start that comes to one.
  let samples: [[Minimum]]
  /// Starts that do not.
  let exceptions: Int

  /// - Parameter first: number of the first sample; no two sizes are to share any.
  init(p: Int, n: Int, samples: Int, starts: Int, first: Int, seed: UInt64) {
    (self.p, self.n) = (p, n)
    let found = concurrentMap(first..<(first + samples)) { sample -> [Minimum] in
      let hamiltonian = PSpinHamiltonian(.pure(p), dimension: n, seed: seed, sample: sample)
      let starts = hamiltonian.starts(starts, seed: seed, sample: sample)
      let ends = Descent(hamiltonian, from: starts).ends.filter {
        $0.outcome == .converged && $0.index == 0
      }
      let spectra = hamiltonian.spectra(at: Matrix(columns: ends.map(\.position)))
      return zip(ends, spectra).map { end, spectrum in
        let count = Double(spectrum.count)
        return Minimum(
          energy: end.value / Double(n), lowest: spectrum[0],
          mean: spectrum.reduce(0, +) / count,
          logarithm: spectrum.reduce(0) { $0 + log($1) } / count)
      }
    }
    self.samples = found
    exceptions = samples * starts - found.reduce(0) { $0 + $1.count }
  }

  func mean(_ quantity: (Minimum) -> Double) -> Estimate {
    Estimate(bySample: samples.map { $0.map(quantity) })
  }

  /// Energies over that of the deepest that was found in the same landscape: 1 for the deepest, less for others.
  var overDeepest: Estimate {
    Estimate(
      bySample: samples.map { all in
        let deepest = all.map(\.energy).min() ?? .nan
        return all.map { $0.energy / deepest }
      })
  }

  /// Of all minima together, from what each has, the sample being the unit.
  func correlation(_ x: (Minimum) -> Double, _ y: (Minimum) -> Double) -> Jackknife {
    regression(x, y, \.correlation)
  }

  func slope(_ x: (Minimum) -> Double, _ y: (Minimum) -> Double) -> Jackknife {
    regression(x, y, \.slope)
  }

  private func regression(
    _ x: (Minimum) -> Double, _ y: (Minimum) -> Double, _ number: (Regression) -> Double
  ) -> Jackknife {
    Jackknife(samples.count) { included in
      let all = included.flatMap { samples[$0] }
      return number(Regression(all.map(x), all.map(y)))
    }
  }
}
