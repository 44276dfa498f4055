internal import Landscapes
internal import LinearAlgebra

/// Products of a network's Hessian with vectors, without the Hessian: how the gradient changes as the weights move along each.
///
/// As weights W move by V, what arrives at units moves by ż = ȧ Wᵀ + a Vᵀ and what comes out by ȧ = φ′(z) ż; on the way
/// back δ = ∂f/∂z moves by δ̇ = φ″(z) ż (δW) + φ′(z) (δ̇W + δV), at the outputs by the loss' second derivatives times ż; the
/// gradient δᵀa moves by δ̇ᵀa + δᵀȧ. A product costs what two gradients do.
///
/// Reference: Pearlmutter, *Fast exact multiplication by the Hessian*, Neural Computation 6 (1994) 147.
struct HessianProductPass {
  private let pass: PerceptronPass
  private let layers: [Architecture.Layer]
  /// Directions of a group.
  private let group: Int
  private let arena: Arena
  /// By layer, of all directions of a group: ż, which becomes δ̇, and ȧ.
  private var sums: [UnsafeMutablePointer<Double>] = []
  private var values: [UnsafeMutablePointer<Double>] = []
  /// Products with all directions at once, and δ̇W + δV of one.
  private let joint: UnsafeMutablePointer<Double>
  private let back: UnsafeMutablePointer<Double>
  /// The gradient, which nobody asks for.
  private let gradient: UnsafeMutablePointer<Double>

  init(_ network: Perceptron, count: Int) {
    pass = PerceptronPass(network, count: 1, order: .hessian, makesHessians: false)
    (layers, group) = (pass.layers, min(count, 8))
    let units = layers.reduce(0) { $0 + $1.outputs }
    let widest = layers.reduce(0) { max($0, $1.outputs) }
    let first = layers[0].outputs * layers[0].columns
    arena = Arena(
      count: pass.block * (2 * group * units + widest) + group * first + network.domain.dimension)
    for layer in layers {
      sums.append(arena.take(pass.block * group * layer.outputs))
      values.append(arena.take(pass.block * group * layer.outputs))
    }
    joint = arena.take(group * first)
    back = arena.take(pass.block * widest)
    gradient = arena.take(network.domain.dimension)
    gradient.update(repeating: 0, count: network.domain.dimension)
  }

  /// Adds the products at a point.
  ///
  /// - Parameters:
  ///   - vectors, products: n x B.
  func run(_ point: [Double], _ vectors: Matrix<Double>, into products: inout Matrix<Double>) {
    withExtendedLifetime((arena, pass.arena)) {
      point.withUnsafeBufferPointer { point in
        vectors.elements.withUnsafeBufferPointer { vectors in
          products.withUnsafeMutableElements { products in
            run(point.baseAddress!, vectors, into: products.baseAddress!)
          }
        }
      }
    }
  }

  private func run(
    _ weights: UnsafePointer<Double>, _ vectors: UnsafeBufferPointer<Double>,
    into products: UnsafeMutablePointer<Double>
  ) {
    let (network, n, m) = (pass.network, pass.network.domain.dimension, pass.network.data.count)
    network.inputs.elements.withUnsafeBufferPointer { inputs in
      for first in stride(from: 0, to: m, by: pass.block) {
        let examples = PerceptronPass.Examples(
          range: first..<min(first + pass.block, m), inputs: inputs.baseAddress! + first,
          stride: m)
        pass.forward(weights, count: 1, examples)
        _ = pass.loss(of: 0, examples)
        pass.backward(weights, count: 1, examples, into: gradient)
        for start in stride(from: 0, to: vectors.count / n, by: group) {
          let count = min(group, vectors.count / n - start)
          let directions = vectors.baseAddress! + n * start
          forward(weights, directions, count: count, examples)
          backward(weights, directions, count: count, examples, into: products + n * start)
        }
      }
    }
  }

  private func forward(
    _ weights: UnsafePointer<Double>, _ directions: UnsafePointer<Double>, count: Int,
    _ examples: PerceptronPass.Examples
  ) {
    let n = pass.network.domain.dimension
    pass.multiplyInputs(by: directions, count: count, examples, joint: joint, into: sums[0])
    respond(0, count: count, examples)
    for (l, layer) in layers.enumerated().dropFirst() {
      let m = examples.count
      for b in 0..<count {
        let (to, own) = (sums[l] + m * layer.outputs * b, directions + n * b + layer.offset)
        for i in 0..<layer.outputs where layer.hasBiases {
          (to + m * i).update(repeating: own[layer.inputs * layer.outputs + i], count: m)
        }
        OpenBLAS.multiply(
          (m, layer.outputs, layer.inputs), .plain(pass.values[l - 1], stride: m),
          .transposed(own, stride: layer.outputs), into: to, stride: m,
          adding: layer.hasBiases ? 1 : 0)
        OpenBLAS.multiply(
          (m, layer.outputs, layer.inputs), .plain(values[l - 1] + m * layer.inputs * b, stride: m),
          .transposed(weights + layer.offset, stride: layer.outputs), into: to, stride: m, adding: 1
        )
      }
      respond(l, count: count, examples)
    }
  }

  /// ȧ from ż of a hidden layer; of the last δ̇.
  private func respond(_ l: Int, count: Int, _ examples: PerceptronPass.Examples) {
    let (m, k) = (examples.count, layers[l].outputs)
    for b in 0..<count {
      let (own, to) = (sums[l] + m * k * b, values[l] + m * k * b)
      guard l == layers.count - 1 else {
        multiply(own, pass.slopes[l], into: to, count: m * k)
        continue
      }
      let second = pass.lossHessian(of: 0, count: m)!
      to.update(repeating: 0, count: m * k)
      for j in 0..<k {
        for i in 0..<k {
          let (entry, from, sum) = (second + m * (i + k * j), own + m * j, to + m * i)
          for e in 0..<m { sum[e] += entry[e] * from[e] }
        }
      }
      own.update(from: to, count: m * k)
    }
  }

  private func backward(
    _ weights: UnsafePointer<Double>, _ directions: UnsafePointer<Double>, count: Int,
    _ examples: PerceptronPass.Examples, into products: UnsafeMutablePointer<Double>
  ) {
    let (m, n) = (examples.count, pass.network.domain.dimension)
    for (l, layer) in layers.enumerated().dropFirst().reversed() {
      let delta = pass.delta(l)
      for b in 0..<count {
        let (moved, to) = (sums[l] + m * layer.outputs * b, products + n * b + layer.offset)
        OpenBLAS.multiply(
          (layer.outputs, layer.inputs, m), .transposed(moved, stride: m),
          .plain(pass.values[l - 1], stride: m), into: to, stride: layer.outputs, adding: 1)
        OpenBLAS.multiply(
          (layer.outputs, layer.inputs, m), .transposed(delta, stride: m),
          .plain(values[l - 1] + m * layer.inputs * b, stride: m), into: to,
          stride: layer.outputs, adding: 1)
        if layer.hasBiases {
          OpenBLAS.multiply(
            (layer.outputs, 1, m), .transposed(moved, stride: m), .plain(pass.ones, stride: m),
            into: to + layer.inputs * layer.outputs, stride: layer.outputs, adding: 1)
        }
        OpenBLAS.multiply(
          (m, layer.inputs, layer.outputs), .plain(moved, stride: m),
          .plain(weights + layer.offset, stride: layer.outputs), into: back, stride: m)
        OpenBLAS.multiply(
          (m, layer.inputs, layer.outputs), .plain(delta, stride: m),
          .plain(directions + n * b + layer.offset, stride: layer.outputs), into: back, stride: m,
          adding: 1)
        let below = sums[l - 1] + m * layer.inputs * b
        let (slope, curvature) = (pass.slopes[l - 1], pass.curvatures[l - 1])
        for i in 0..<(m * layer.inputs) { below[i] = curvature[i] * below[i] + slope[i] * back[i] }
      }
    }
    pass.addInputProducts(of: sums[0], count: count, examples, joint: joint, into: products)
  }
}
