import Saddlery

/// Critical points of a deep linear network without decay, found by searches, and the losses that theory allows.
///
/// With S_xx, S_yx the moments of inputs and targets and s_i the singular values of S_yx S_xx^{-1/2}, a critical loss is
/// ½(c - Σ_{i∈S} s_i²), c = tr S_yy, for some set S of them (Baldi and Hornik for two layers, Kawaguchi for more).
struct LevelSearch: Sendable {
  /// Loss over that of zero weights, index, or nil where there are flat directions only above the negative ones.
  let points: [(loss: Double, index: Int, isFlat: Bool)]
  /// All 2³ values of 1 - Σ_{i∈S} s_i²/c, ascending.
  let levels: [Double]
  /// max |λ| at zero weights, over c.
  let curvatureAtZero: Double
  /// The most negative curvature there, over c.
  let lowestAtZero: Double
  /// What the loss, over that of zero weights, falls by on a way of length 0.1 from there.
  let fallFromZero: Double

  init(layers: Int, searches: Int, seed: UInt64, sample: Int) throws {
    let width = 3
    let data = try Self.data(
      inputs: width, targets: width, examples: 20, seed: seed, sample: sample)
    let moments = Moments(data)
    let network = try Perceptron(
      Architecture([Int](repeating: width, count: layers + 1), hasBiases: false),
      activation: .linear, data: data, decay: 0)
    let none = moments.size / 2
    levels = moments.levels(rank: width)
    let zero = [Double](repeating: 0, count: network.domain.dimension)
    let spectrum = network.spectrum(at: zero)
    curvatureAtZero = spectrum.map(abs).max()! / moments.size
    lowestAtZero = spectrum[0] / moments.size
    // One weight of each layer, so that their product has the sign of the correlation of one input with one target.
    var way = zero
    for l in 0..<layers {
      way[network.architecture.parameter(layer: l, from: 0, to: 0)] =
        0.1 / Double(layers).squareRoot()
    }
    let last = network.architecture.parameter(layer: layers - 1, from: 0, to: 0)
    let other = way.enumerated().map { $0 == last ? -$1 : $1 }
    fallFromZero = 1 - min(network.value(at: way), network.value(at: other)) / none
    let search = Search(network, method: .levenbergMarquardt)
    points = search.run(points: searches, seed: seed, sample: sample, threads: 1)
      .filter { [.converged, .degenerate].contains($0.outcome) }
      .map { point in
        let spectrum = network.spectrum(at: point.position)
        // Curvature that counts: beyond the root of rounding, as points of flat directions are known no better.
        let scale = 1e-6 * max(spectrum.map(abs).max()!, moments.size)
        let index = spectrum.count { $0 < -scale }
        return (point.value / none, index, index == 0)
      }
  }

  /// Examples of independent normal numbers.
  static func data(
    inputs: Int, targets: Int, examples: Int, seed: UInt64, sample: Int
  ) throws -> TrainingSet {
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    func matrix(_ rows: Int) -> Matrix<Double> {
      Matrix(rows: rows, columns: examples, elements: stream.normals(count: rows * examples))
    }
    return try TrainingSet(inputs: matrix(inputs), targets: matrix(targets))
  }

  /// The largest distance of a loss to its level.
  func distance(to levels: [Double]) -> Double {
    points.map { point in levels.map { abs($0 - point.loss) }.min()! }.max() ?? 0
  }

  /// How many levels have a point.
  var levelsMet: Int {
    levels.count { level in points.contains { abs($0.loss - level) < 1e-6 } }
  }

  /// Points above the lowest level.
  var above: Int { points.count { isAbove($0.loss) } }
  /// Those of them without negative curvature.
  var flat: Int { points.count { isAbove($0.loss) && $0.isFlat } }

  private func isAbove(_ loss: Double) -> Bool { loss > (levels[0] + levels[1]) / 2 }
}
