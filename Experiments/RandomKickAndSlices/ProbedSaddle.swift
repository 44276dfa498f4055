import Saddlery

/// A critical point of the 3-spin, and what random directions and planes there say.
struct ProbedSaddle {
  let n: Int
  let sample: Int
  let point: CriticalPoint
  let energy: Double
  let index: Int
  let exact: NegativeForm
  /// The same with all eigenvalues higher by a hundredth of the width of the band: a wrong prediction.
  let moved: NegativeForm
  /// Random directions drawn, and among them those that go down.
  let directions: Int
  let descents: Int
  /// Random planes drawn, and among them those with a direction that goes down.
  let planes: Int
  let descendingPlanes: Int

  var indexFraction: Double { Double(index) / Double(n - 1) }

  /// How many standard deviations the number of descents is from what a chance expects.
  func deviation(from chance: Double) -> Double {
    let mean = Double(directions) * chance
    return (Double(descents) - mean) / (mean * (1 - chance)).squareRoot()
  }

  /// Draws so many pairs of directions v, w, whose plane goes down somewhere if the 2 x 2 matrix of the Hessian in it is not
  /// positive definite; v and w need not be orthogonal for that.
  init(
    _ model: PSpinHamiltonian, _ point: CriticalPoint, sample: Int, pairs: Int,
    using stream: inout RandomStream
  ) {
    (n, self.sample, self.point) = (model.dimension, sample, point)
    energy = point.value / Double(n)
    index = point.index ?? 0
    let m = model.dimension - 1
    let hessian = model.riemannianHessian(at: point.position)
    var solver = HermitianEigensolver<Double>(size: m)
    _ = solver.diagonalize(hessian)
    let λ = solver.eigenvalues
    exact = NegativeForm(eigenvalues: λ)
    moved = NegativeForm(eigenvalues: λ.map { $0 + 0.01 * (λ[λ.count - 1] - λ[0]) })
    var (descents, planes) = (0, 0)
    let width = 512
    for first in stride(from: 0, to: pairs, by: width) {
      let count = min(width, pairs - first)
      let v = Matrix<Double>(
        rows: m, columns: 2 * count, elements: stream.normals(count: 2 * count * m))
      let image = hessian * v
      func form(_ i: Int, _ j: Int) -> Double {
        (0..<m).reduce(0) { $0 + v[$1, i] * image[$1, j] }
      }
      for b in 0..<count {
        let (a, c) = (form(2 * b, 2 * b), form(2 * b + 1, 2 * b + 1))
        let off = form(2 * b, 2 * b + 1)
        descents += (a < 0 ? 1 : 0) + (c < 0 ? 1 : 0)
        if a < 0 || c < 0 || a * c < off * off { planes += 1 }
      }
    }
    (directions, self.planes) = (2 * pairs, pairs)
    (self.descents, descendingPlanes) = (descents, planes)
  }

  /// Saddles of given index fractions in some samples, from searches aimed at them.
  static func survey(
    n: Int, samples: Int, fractions: [Double], each: Int, pairs: Int, seed: UInt64
  ) -> [ProbedSaddle] {
    let indices = Set(fractions.map { max(1, Int(($0 * Double(n - 1)).rounded())) }).sorted()
    return concurrentMap(0..<samples) { sample -> [ProbedSaddle] in
      let model = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let found = Search(model).run(
        points: each * indices.count, indices: indices, seed: seed, sample: sample, threads: 1)
      return found.enumerated().compactMap { item, point in
        guard point.outcome == .converged, point.index == point.targetIndex else { return nil }
        var stream = RandomStream(seed: seed, purpose: .noise, sample: sample, item: item)
        return ProbedSaddle(model, point, sample: sample, pairs: pairs, using: &stream)
      }
    }.flatMap { $0 }
  }
}
