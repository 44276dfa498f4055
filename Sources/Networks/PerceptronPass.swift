internal import Landscapes
internal import LinearAlgebra

/// Forward and back through a network for a group of points and a block of examples at a time.
///
/// Numbers of examples are neighbours in memory, of units next, of points last, so that all that is done to each number is
/// done to long rows, and what is the same for all points (the inputs) meets them in one matrix product.
struct PerceptronPass {
  let network: Perceptron
  let order: DerivativeOrder
  let layers: [Architecture.Layer]
  /// Examples of a block, and points of a group.
  let (block, group): (Int, Int)
  var arena: Arena
  /// By layer of units from 1: what comes out of them, φ′ and φ″ there, and ∂f/∂z; of the last layer the outputs and
  /// ∂f/∂outputs are one.
  var values: [UnsafeMutablePointer<Double>] = []
  var slopes: [UnsafeMutablePointer<Double>] = []
  var curvatures: [UnsafeMutablePointer<Double>] = []
  var deltas: [UnsafeMutablePointer<Double>] = []
  /// Products with all points at once.
  var joint: UnsafeMutablePointer<Double>
  /// Ones for sums over examples.
  let ones: UnsafeMutablePointer<Double>
  /// Second derivatives of the loss by the outputs, of all points.
  private var lossHessians: UnsafeMutablePointer<Double>?
  var second: SecondOrder?

  /// Memory for a pass.
  ///
  /// - Parameters:
  ///   - count: the number of points.
  ///   - makesHessians: whether Hessians are wanted of the second order, and not its parts alone.
  init(
    _ network: Perceptron, count: Int, order: DerivativeOrder, makesHessians: Bool = true
  ) {
    (self.network, self.order, layers) = (network, order, network.architecture.layers)
    let (m, first, k) = (network.data.count, layers[0], network.architecture.outputs)
    let isWhole = order == .hessian && makesHessians
    let units = layers.reduce(0) { $0 + $1.outputs }
    if isWhole {
      block = min(m, max(32, (1 << 16) / SecondOrder.width(layers) / 8 * 8))
      let joint = SecondOrder.pairs(first.columns) * SecondOrder.pairs(first.outputs)
      let perExample = 4 * units + first.outputs * first.outputs
      group = min(count, max(1, min((1 << 17) / (block * perExample), (1 << 18) / joint)))
    } else {
      block = min(m, max(64, (1 << 17) / (4 * units) / 8 * 8))
      group = min(count, max(1, (1 << 17) / (block * 4 * units)))
    }
    let kinds = order == .hessian ? 4 : order == .gradient ? 3 : 1
    arena = Arena(
      count: block * group * (units * kinds + (order == .hessian ? k * k : 0))
        + group * first.outputs * first.columns + block
        + (isWhole ? SecondOrder.size(layers, block: block, group: group) : 0))
    for layer in layers {
      let size = block * group * layer.outputs
      values.append(arena.take(size))
      guard order >= .gradient else { continue }
      slopes.append(arena.take(size))
      deltas.append(arena.take(size))
      if order == .hessian { curvatures.append(arena.take(size)) }
    }
    self.joint = arena.take(group * layers[0].outputs * layers[0].columns)
    ones = arena.take(block)
    ones.update(repeating: 1, count: block)
    if order == .hessian { lossHessians = arena.take(block * group * k * k) }
    if isWhole { second = SecondOrder(layers, block: block, group: group, from: &arena) }
  }

  /// Adds values and derivatives of the loss at some points.
  mutating func run(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let (m, n) = (network.data.count, points.rows)
    points.storage.withUnsafeBufferPointer { points in
      network.inputs.storage.withUnsafeBufferPointer { inputs in
        for first in stride(from: 0, to: m, by: block) {
          let examples = Examples(
            range: first..<min(first + block, m), inputs: inputs.baseAddress! + first, stride: m)
          second?.prepare(examples, columns: layers[0].columns)
          for start in stride(from: 0, to: points.count / n, by: group) {
            let some = start..<min(start + group, points.count / n)
            let weights = points.baseAddress! + n * start
            forward(weights, count: some.count, examples)
            for b in some { jets.values[b] += loss(of: b - start, examples) }
            guard order >= .gradient else { continue }
            jets.gradients.withUnsafeMutableElements { gradients in
              backward(
                weights, count: some.count, examples, into: gradients.baseAddress! + n * start)
            }
            guard order == .hessian else { continue }
            jets.hessians!.withUnsafeMutableElements { hessians in
              let size = PackedSymmetric.count(n)
              hessian(
                weights, count: some.count, examples, into: hessians.baseAddress! + size * start)
            }
          }
        }
      }
    }
  }

  /// A block of examples: their inputs, with the distance between columns.
  struct Examples {
    let range: Range<Int>
    let inputs: UnsafePointer<Double>
    let stride: Int
    var count: Int { range.count }
  }

  func forward(_ weights: UnsafePointer<Double>, count: Int, _ examples: Examples) {
    let (m, n) = (examples.count, network.domain.dimension)
    multiplyInputs(by: weights, count: count, examples, joint: joint, into: values[0])
    activate(0, count: m * layers[0].outputs * count)
    for (l, layer) in layers.enumerated().dropFirst() {
      for b in 0..<count {
        let own = weights + n * b + layer.offset
        let sums = values[l] + m * layer.outputs * b
        for i in 0..<layer.outputs where layer.hasBiases {
          (sums + m * i).update(repeating: own[layer.inputs * layer.outputs + i], count: m)
        }
        OpenBLAS.multiply(
          (m, layer.outputs, layer.inputs), .plain(values[l - 1] + m * layer.inputs * b, stride: m),
          .transposed(own, stride: layer.outputs), into: sums, stride: m,
          adding: layer.hasBiases ? 1 : 0)
      }
      activate(l, count: m * layer.outputs * count)
    }
  }

  /// What arrives at the first layer of some points, in one product.
  func multiplyInputs(
    by weights: UnsafePointer<Double>, count: Int, _ examples: Examples,
    joint: UnsafeMutablePointer<Double>, into sums: UnsafeMutablePointer<Double>
  ) {
    let (n, first) = (network.domain.dimension, layers[0])
    let rows = first.outputs * count
    for a in 0..<first.columns {
      for b in 0..<count {
        (joint + first.outputs * b + rows * a).update(
          from: weights + n * b + first.outputs * a, count: first.outputs)
      }
    }
    OpenBLAS.multiply(
      (examples.count, rows, first.columns), .plain(examples.inputs, stride: examples.stride),
      .transposed(joint, stride: rows), into: sums, stride: examples.count)
  }

  /// Adds derivatives by the weights of the first layer of some points, in one product.
  ///
  /// - Parameter deltas: of what arrives at the layer.
  func addInputProducts(
    of deltas: UnsafePointer<Double>, count: Int, _ examples: Examples,
    joint: UnsafeMutablePointer<Double>, into gradients: UnsafeMutablePointer<Double>
  ) {
    let (n, first) = (network.domain.dimension, layers[0])
    let rows = first.outputs * count
    OpenBLAS.multiply(
      (rows, first.columns, examples.count), .transposed(deltas, stride: examples.count),
      .plain(examples.inputs, stride: examples.stride), into: joint, stride: rows)
    for a in 0..<first.columns {
      for b in 0..<count {
        let (from, to) = (
          joint + first.outputs * b + rows * a, gradients + n * b + first.outputs * a
        )
        for i in 0..<first.outputs { to[i] += from[i] }
      }
    }
  }

  private func activate(_ l: Int, count: Int) {
    guard l < layers.count - 1 else { return }
    network.activation.apply(
      to: UnsafeMutableBufferPointer(start: values[l], count: count),
      slopes: order >= .gradient ? slopes[l] : nil,
      curvatures: order == .hessian ? curvatures[l] : nil)
  }

  /// The second derivatives of the loss by the outputs, of a point of the group.
  func lossHessian(of b: Int, count m: Int) -> UnsafeMutablePointer<Double>? {
    let k = network.architecture.outputs
    return lossHessians.map { $0 + m * k * k * b }
  }

  /// The loss of a point of the group; puts its derivatives in place of the outputs.
  func loss(of b: Int, _ examples: Examples) -> Double {
    let (m, k, last) = (examples.count, network.architecture.outputs, layers.count - 1)
    return network.targets.storage.withUnsafeBufferPointer { targets in
      network.data.weights.withUnsafeBufferPointer { weights in
        network.loss.evaluate(
          values[last] + m * k * b, count: m, width: k,
          targets: targets.baseAddress! + examples.range.lowerBound, stride: network.data.count,
          weights: weights.baseAddress! + examples.range.lowerBound,
          hessian: lossHessian(of: b, count: m))
      }
    }
  }

  /// ∂f/∂z of the units of a layer, of all points.
  func delta(_ l: Int) -> UnsafeMutablePointer<Double> {
    l == layers.count - 1 ? values[l] : deltas[l]
  }

  func backward(
    _ weights: UnsafePointer<Double>, count: Int, _ examples: Examples,
    into gradients: UnsafeMutablePointer<Double>
  ) {
    let (m, n) = (examples.count, network.domain.dimension)
    for (l, layer) in layers.enumerated().dropFirst().reversed() {
      for b in 0..<count {
        let above = delta(l) + m * layer.outputs * b
        let own = gradients + n * b + layer.offset
        OpenBLAS.multiply(
          (layer.outputs, layer.inputs, m), .transposed(above, stride: m),
          .plain(values[l - 1] + m * layer.inputs * b, stride: m), into: own,
          stride: layer.outputs, adding: 1)
        if layer.hasBiases {
          OpenBLAS.multiply(
            (layer.outputs, 1, m), .transposed(above, stride: m), .plain(ones, stride: m),
            into: own + layer.inputs * layer.outputs, stride: layer.outputs, adding: 1)
        }
        OpenBLAS.multiply(
          (m, layer.inputs, layer.outputs), .plain(above, stride: m),
          .plain(weights + n * b + layer.offset, stride: layer.outputs),
          into: deltas[l - 1] + m * layer.inputs * b, stride: m)
      }
      let size = m * layer.inputs * count
      if order == .hessian { multiply(curvatures[l - 1], by: deltas[l - 1], count: size) }
      multiply(deltas[l - 1], by: slopes[l - 1], count: size)
    }
    addInputProducts(of: delta(0), count: count, examples, joint: joint, into: gradients)
  }
}

/// x_i ← x_i y_i.
@inline(__always)
func multiply(_ x: UnsafeMutablePointer<Double>, by y: UnsafePointer<Double>, count: Int) {
  for i in 0..<count { x[i] *= y[i] }
}

/// z_i ← x_i y_i.
@inline(__always)
func multiply(
  _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, into z: UnsafeMutablePointer<Double>,
  count: Int
) {
  for i in 0..<count { z[i] = x[i] * y[i] }
}
