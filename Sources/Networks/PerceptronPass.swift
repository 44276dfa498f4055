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
  /// By layer of units from 1: what comes out of them, φ' and φ'' there, and ∂f/∂z; of the last layer the outputs and
  /// ∂f/∂outputs are one.
  var values: [UnsafeMutablePointer<Double>] = []
  var slopes: [UnsafeMutablePointer<Double>] = []
  var curvatures: [UnsafeMutablePointer<Double>] = []
  var deltas: [UnsafeMutablePointer<Double>] = []
  /// Products with all points at once.
  var joint: UnsafeMutablePointer<Double>
  /// Ones for sums over examples.
  let ones: UnsafeMutablePointer<Double>
  var second: SecondOrder?

  init(_ network: Perceptron, count: Int, order: DerivativeOrder) {
    (self.network, self.order, layers) = (network, order, network.architecture.layers)
    let m = network.data.count
    let widest = order == .hessian ? SecondOrder.width(layers) : 8
    block = min(m, max(32, (1 << 16) / widest / 8 * 8))
    let perExample =
      layers.reduce(0) { $0 + 4 * $1.outputs } + layers[0].outputs * layers[0].outputs
    let joint =
      order == .hessian
      ? SecondOrder.pairs(layers[0].columns) * SecondOrder.pairs(layers[0].outputs) : 1
    group = min(count, max(1, min((1 << 17) / (block * perExample), (1 << 18) / joint)))
    let units = layers.reduce(0) { $0 + $1.outputs }
    arena = Arena(
      count: block * group * units * (order == .hessian ? 4 : order == .gradient ? 3 : 1)
        + group * layers[0].outputs * layers[0].columns + block
        + (order == .hessian ? SecondOrder.size(layers, block: block, group: group) : 0))
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
    if order == .hessian {
      second = SecondOrder(layers, block: block, group: group, from: &arena)
    }
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

  private func forward(_ weights: UnsafePointer<Double>, count: Int, _ examples: Examples) {
    let (m, n, first) = (examples.count, network.domain.dimension, layers[0])
    let rows = first.outputs * count
    for a in 0..<first.columns {
      for b in 0..<count {
        (joint + first.outputs * b + rows * a).update(
          from: weights + n * b + first.outputs * a, count: first.outputs)
      }
    }
    OpenBLAS.multiply(
      (m, rows, first.columns), .plain(examples.inputs, stride: examples.stride),
      .transposed(joint, stride: rows), into: values[0], stride: m)
    activate(0, count: m * rows)
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

  private func activate(_ l: Int, count: Int) {
    guard l < layers.count - 1 else { return }
    network.activation.apply(
      to: UnsafeMutableBufferPointer(start: values[l], count: count),
      slopes: order >= .gradient ? slopes[l] : nil,
      curvatures: order == .hessian ? curvatures[l] : nil)
  }

  /// The loss of a point of the group; puts its derivatives in place of the outputs.
  private func loss(of b: Int, _ examples: Examples) -> Double {
    let (m, k, last) = (examples.count, network.architecture.outputs, layers.count - 1)
    return network.targets.storage.withUnsafeBufferPointer { targets in
      network.data.weights.withUnsafeBufferPointer { weights in
        network.loss.evaluate(
          values[last] + m * k * b, count: m, width: k,
          targets: targets.baseAddress! + examples.range.lowerBound, stride: network.data.count,
          weights: weights.baseAddress! + examples.range.lowerBound,
          hessian: second?.ofLoss(b, block: m))
      }
    }
  }

  /// ∂f/∂z of the units of a layer, of all points.
  func delta(_ l: Int) -> UnsafeMutablePointer<Double> {
    l == layers.count - 1 ? values[l] : deltas[l]
  }

  private func backward(
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
    let (first, rows) = (layers[0], layers[0].outputs * count)
    OpenBLAS.multiply(
      (rows, first.columns, m), .transposed(delta(0), stride: m),
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
