import Foundation
import Saddlery

/// What a search costs against N: seconds a point, steps a point, and the most memory the process has had.
///
///     Benchmarks --scaling
enum Scaling {
  static let sizes = [20, 40, 60, 80, 100, 140, 200, 280, 400]
  private static let points = 64

  static func run() {
    print(
      "N", "ms a point", "steps a point", "ns a step over N³", "MB", "MB of couplings",
      separator: "\t")
    var rows: [(n: Double, step: Double)] = []
    for n in sizes {
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 1)
      var steps = 0
      let time = ContinuousClock().measure {
        steps = Search(hamiltonian).run(points: points, seed: 1, threads: 1).reduce(0) {
          $0 + $1.iterations
        }
      }
      let seconds = time / .seconds(1)
      let step = seconds / Double(steps)
      rows.append((Double(n), step))
      let cube = Double(n * n * n)
      let couplings = PSpinHamiltonian.memory(mixture: .pure(3), dimension: n)
      let columns = [
        Double(n), 1e3 * seconds / Double(points), Double(steps) / Double(points),
        1e9 * step / cube,
        peakMemory / 1e6, couplings / 1e6,
      ]
      print(columns.map { String(format: "%.4g", $0) }.joined(separator: "\t"))
    }
    for (first, last) in [(20.0, 100.0), (100, 400), (20, 400)] {
      let part = rows.filter { (first...last).contains($0.n) }
      print(
        "a step grows as N^\(String(format: "%.2f", exponent(part))) from N = \(Int(first)) to \(Int(last))"
      )
    }
  }

  /// Slope of log(step) against log(N), by least squares.
  private static func exponent(_ rows: [(n: Double, step: Double)]) -> Double {
    let (x, y) = (rows.map { log($0.n) }, rows.map { log($0.step) })
    let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }

  /// Bytes, of the whole process up to now.
  private static var peakMemory: Double {
    var usage = rusage()
    // RUSAGE_SELF, whose type is not that of the parameter on every system.
    getrusage(0, &usage)
    return 1024 * Double(usage.ru_maxrss)
  }
}
