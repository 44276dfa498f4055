import Foundation
import Saddlery

/// How what the local entropy adds to the energy of a minimum, (T/2) Σ log(γ + λ), depends on its energy.
///
/// In the pure p-spin the Hessian at energy E is a random matrix that knows nothing of E, less pE times the identity: shifted as a
/// whole. So
///
///     d/dE mean log(γ + λ) = -p · mean 1/(γ + λ),
///
/// deep minima are the narrow ones, and -F_γ/N = E + (T/2) mean log(γ + λ) rises with E like E itself, as long as
/// T < 2/(p · mean 1/(γ + λ)).
struct Volumes {
  /// Slopes within samples, measured and predicted.
  let measured: Estimate
  let predicted: Double
  /// T below which -F_γ orders minima as E does.
  var temperature: Double { -2 / predicted }
  /// Over all minima of all samples, each less the mean of its sample.
  let correlation: Double

  /// - Parameter samples: minima of each.
  init(_ samples: [[EntropyRuns.End]], p: Int, coupling γ: Double) {
    func centred(_ values: [Double]) -> [Double] {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (x, y) = (
      samples.map { centred($0.map(\.energy)) }, samples.map { centred($0.map { $0.logarithm(γ) }) }
    )
    let (squares, products) = (zip(x, x).map(product), zip(x, y).map(product))
    let whole = squares.reduce(0, +)
    let slope = products.reduce(0, +) / whole
    // A ratio of totals, with the error of what is left of each sample.
    let scale = Double(samples.count) / whole
    let values: [Double] = zip(products, squares).map { slope + scale * ($0 - slope * $1) }
    measured = Estimate(independent: values)
    let all = samples.flatMap { $0 }
    let inverse = all.reduce(0) { $0 + $1.inverse(γ) } / Double(all.count)
    predicted = -Double(p) * inverse
    let logs = zip(y, y).map(product).reduce(0, +)
    correlation = products.reduce(0, +) / (whole * logs).squareRoot()
  }
}
