import Foundation
import Saddlery

/// A trained network d-h-1 of rectifiers, and the same function with weights in times α and weights out over α.
///
/// With x' = Dx, D = α for weights and biases into the hidden units, 1/α for weights out and 1 for the last bias, the loss is
/// the same and its Hessian D⁻¹HD⁻¹. Its block of weights out is α²B, B that of the network as trained, which for the
/// squared loss is the second moment of what hidden units give out. For large α, with u the first eigenvector of B, μ its
/// eigenvalue, and c the column of H between weights out and the last bias,
///
///     λ_max = α²μ + (u·c)²/μ + O(1/α²),
///
/// and λ_max ≥ α²μ at any α, as B is a block. For small α the block of weights in, A/α², takes its place.
struct RescaledNetwork: Sendable {
  static let (inputs, hidden, teachers) = (5, 10, 5)
  static let examples = 100

  /// Powers of two, by which multiplication is exact.
  let factors: [Double]
  /// λ_max at each.
  let sharpness: [Double]
  /// Largest difference of outputs on fresh inputs from those of the network as trained.
  let differences: [Double]
  /// Mean squared errors there, over the variance of the teacher's.
  let errors: [Double]
  /// Loss over half the variance of targets.
  let loss: Double
  /// μ, (u·c)²/μ, and the largest eigenvalue of A.
  let (out, next, into): (Double, Double, Double)

  init(factors: [Double], steps: Int, seed: UInt64, sample: Int) throws {
    let architecture = try Architecture([Self.inputs, Self.hidden, 1])
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    let teacher = try Architecture([Self.inputs, Self.teachers, 1])
    let truth = stream.normals(count: teacher.parameterCount)
    let inputs = Matrix<Double>(
      rows: Self.inputs, columns: Self.examples,
      elements: stream.normals(count: Self.inputs * Self.examples))
    let fresh = Matrix<Double>(
      rows: Self.inputs, columns: 1000, elements: stream.normals(count: Self.inputs * 1000))
    func labels(_ inputs: Matrix<Double>) throws -> Matrix<Double> {
      let none = try TrainingSet(
        inputs: inputs, targets: Matrix(rows: 1, columns: inputs.columns))
      return try Perceptron(teacher, activation: .relu, data: none, decay: 0)
        .outputs(truth, of: inputs)
    }
    let targets = try labels(inputs)
    let network = try Perceptron(
      architecture, activation: .relu, data: TrainingSet(inputs: inputs, targets: targets), decay: 0
    )
    var starts = RandomStream(seed: seed, purpose: .starts, sample: sample)
    let start = starts.normals(count: architecture.parameterCount).map {
      $0 / Double(Self.inputs).squareRoot()
    }
    var run = Trajectories(
      network, from: Matrix(columns: [start]), by: Adam(step: 0.01))
    run.advance(until: HaltingRule(steps: steps, gradient: 1e-6))
    let trained = run.points.column(0)
    let scale = Self.variance(targets.elements)
    loss = run.values[0] / (scale / 2)

    let wanted = try labels(fresh)
    let outputs = network.outputs(trained, of: fresh)
    let spread = Self.variance(wanted.elements)
    self.factors = factors
    let rescaled = factors.map { Self.rescale(trained, by: $0, architecture) }
    sharpness = rescaled.map { network.spectrum(at: $0).last! }
    let computed = rescaled.map { network.outputs($0, of: fresh) }
    differences = computed.map { one in
      zip(one.elements, outputs.elements).map { abs($0 - $1) }.max()!
    }
    errors = computed.map { one in
      zip(one.elements, wanted.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        / Double(wanted.columns) / spread
    }

    let hessian = network.riemannianHessian(at: trained)
    let last = architecture.parameter(layer: 1, from: Self.hidden, to: 0)
    let (a, b) = (
      Array(architecture.parameters(ofLayer: 0)),
      architecture.parameters(ofLayer: 1).filter { $0 != last }
    )
    let first = Self.top(hessian, b)
    let along = zip(first.vector, b).reduce(0) { $0 + $1.0 * hessian[$1.1, last] }
    (out, next, into) = (first.value, along * along / first.value, Self.top(hessian, a).value)
  }

  private static func rescale(
    _ w: [Double], by factor: Double, _ architecture: Architecture
  ) -> [Double] {
    var w = w
    for i in architecture.parameters(ofLayer: 0) { w[i] *= factor }
    for j in 0..<hidden { w[architecture.parameter(layer: 1, from: j, to: 0)] /= factor }
    return w
  }

  /// The largest eigenvalue of a block, and its eigenvector.
  private static func top(
    _ hessian: Matrix<Double>, _ places: [Int]
  ) -> (value: Double, vector: [Double]) {
    let block = Matrix<Double>(columns: places.map { j in places.map { hessian[$0, j] } })
    var solver = HermitianEigensolver<Double>(size: places.count)
    _ = solver.diagonalize(block, vectors: true)
    return (solver.eigenvalues.last!, solver.eigenvectors.column(places.count - 1))
  }

  private static func variance(_ x: [Double]) -> Double {
    let mean = x.reduce(0, +) / Double(x.count)
    return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
  }
}
