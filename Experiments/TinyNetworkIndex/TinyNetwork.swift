import Saddlery

/// Small networks that learn random pairs: 6-6-6 with tanh, without biases, 72 parameters.
enum TinyNetwork {
  static let (width, pairs) = (6, 40)

  /// The network of a sample of pairs, inputs and targets standard normal.
  static func learner(decay: Double, seed: UInt64, sample: Int) throws -> Perceptron {
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    func numbers() -> Matrix<Double> {
      Matrix(rows: width, columns: pairs, elements: stream.normals(count: width * pairs))
    }
    return try Perceptron(
      Architecture([width, width, width], hasBiases: false),
      data: TrainingSet(inputs: numbers(), targets: numbers()), decay: decay)
  }

  /// The index at zero weights, exactly. There the Hessian is, for each hidden unit, the decay λ on the diagonal and -C, the mean
  /// of products of targets and inputs, between weights out and in: eigenvalues are λ ± σ with the singular values σ of C.
  static func indexAtZero(_ network: Perceptron, decay: Double) -> Int {
    let data = network.data
    let products = (data.targets * data.inputs.transposed).elements.map {
      $0 / Double(data.count)
    }
    let c = Matrix<Double>(rows: width, columns: width, elements: products)
    var solver = HermitianEigensolver<Double>(size: width)
    _ = solver.diagonalize(c.transposed * c)
    return network.architecture.widths[1]
      * solver.eigenvalues.count { $0.squareRoot() > decay }
  }

  /// Random weights of a standard deviation, one start a column.
  static func weights(
    _ network: Perceptron, deviations: [Double], seed: UInt64, sample: Int
  ) -> Matrix<Double> {
    let n = network.domain.dimension
    return Matrix(
      columns: deviations.enumerated().map { item, deviation in
        var stream = RandomStream(seed: seed, purpose: .starts, sample: sample, item: item)
        return stream.normals(count: n).map { deviation * $0 }
      })
  }
}

extension Perceptron {
  /// Units of the first hidden layer that are not dead: some weight into or out of them is not zero, beside the network's scale.
  func activeUnits(_ point: [Double]) -> Int {
    let least = 1e-6 * searchScale / Double(point.count).squareRoot()
    let inputs = architecture.inputs + (architecture.hasBiases ? 1 : 0)
    return (0..<architecture.widths[1]).count { unit in
      let own =
        (0..<inputs).map { architecture.parameter(layer: 0, from: $0, to: unit) }
        + (0..<architecture.widths[2]).map { architecture.parameter(layer: 1, from: unit, to: $0) }
      return own.contains { abs(point[$0]) > least }
    }
  }
}

extension Landscape {
  /// |Hg|/(|H||g|) with the Frobenius norm: small where g lies in the kernel of H.
  func flatness(at point: [Double]) -> Double {
    let (gradient, hessian) = (riemannianGradient(at: point), riemannianHessian(at: point))
    let image = hessian * Matrix(columns: [gradient])
    return norm(image.elements) / (norm(hessian.elements) * norm(gradient))
  }
}

/// Ranks from 0 on, equal numbers sharing the mean of theirs.
func ranks(_ numbers: [Double]) -> [Double] {
  let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
  var (result, first) = ([Double](repeating: 0, count: numbers.count), 0)
  while first < order.count {
    let end = order[first...].firstIndex { numbers[$0] != numbers[order[first]] } ?? order.count
    for place in first..<end { result[order[place]] = Double(first + end - 1) / 2 }
    first = end
  }
  return result
}

/// Spearman's correlation: that of ranks. Not a number if one of them has no spread.
func rankCorrelation(_ x: [Double], _ y: [Double]) -> Double {
  Regression(ranks(x), ranks(y)).correlation
}
