import ArgumentParser
import Saddlery

/// Where descents from random points end, by size, method and model, between the threshold and the ground state.
struct ThresholdFloor: Experiment {
  static let question = "Does descent end at the threshold energy, and above the global minimum?"
  static let meaning =
    "descent ends at the threshold, above the global minimum"
  static let claims: Claims = [
    "Choromanska2015": "Minima found by descent concentrate, nearly as good as the global one.",
    "Sagun2014": "Gradient descent and stochastic gradient descent reach the same floor.",
    "Sellke2023, Subag2021": "The floor is E∞ in pure models, E_alg in mixtures.",
  ]

  @OptionGroup var options: Options

  /// False positives of all comparisons of methods.
  static let rate = 1e-3

  func report() throws -> Report {
    var report = Report(
      "pure 3-spin", "ends of descents from random points; energies E = H/N", seed: seed)
    let floors = floors(
      .pure(3),
      quick
        ? [(16, 64), (32, 32), (64, 8)] : [(50, 256), (100, 64), (200, 20), (400, 6)],
      first: 0)
    try sizes(floors, &report)
    stochastic(&report)
    hessian(Array(floors.prefix(3)), &report)
    try models(floors, &report)
    return report
  }

  /// Floors of a model at several sizes, each with so many samples of eight starts.
  func floors(_ model: Mixture, _ sizes: [(n: Int, samples: Int)], first: Int) -> [Floor] {
    sizes.enumerated().map { i, size in
      Floor(
        model, n: size.n, samples: size.samples, starts: 8, first: first + 1000 * i, seed: seed)
    }
  }
}
