internal import Landscapes
internal import LinearAlgebra

extension PerceptronPass {
  /// Adds the Hessians of some points, packed upper triangles by columns.
  mutating func hessian(
    _ weights: UnsafePointer<Double>, count: Int, _ examples: Examples,
    into hessians: UnsafeMutablePointer<Double>
  ) {
    let (m, n) = (examples.count, network.domain.dimension)
    let size = SecondOrder.pairs(n)
    for b in 0..<count {
      let (weights, hessian) = (weights + n * b, hessians + size * b)
      chain(weights, point: b, count: m)
      second!.own.update(
        from: lossHessian(of: b, count: m)!,
        count: m * network.architecture.outputs * network.architecture.outputs)
      for k in layers.indices.reversed() {
        if k > 0 {
          addOwnBlock(k, point: b, examples, into: hessian)
        } else {
          packOwn(0, count: m, into: second!.first + m * SecondOrder.pairs(layers[0].outputs) * b)
        }
        var above = second!.own
        for l in (0..<k).reversed() {
          descend(weights, from: above, to: l, with: k, point: b, count: m)
          if l == k - 1 { closeLayer(weights, k, point: b, count: m) }
          addMixedBlock(l, k, point: b, examples, into: hessian)
          above = second!.turn()
        }
        second!.stepDown()
      }
    }
    addFirstBlocks(count: count, examples, into: hessians, size: size)
  }

  /// ∂a_q/∂z_l of all pairs of hidden layers.
  private func chain(_ weights: UnsafePointer<Double>, point b: Int, count m: Int) {
    for l in 0..<max(0, layers.count - 2) {
      let lower = layers[l].outputs
      for q in (l + 1)..<(layers.count - 1) {
        let (layer, to) = (layers[q], second!.chains[q][l])
        for i in 0..<lower {
          let column = to + m * layer.outputs * i
          if q == l + 1 {
            let slope = slopes[l] + m * (lower * b + i)
            for j in 0..<layer.outputs {
              let weight = weights[layer.offset + i * layer.outputs + j]
              for e in 0..<m { column[m * j + e] = weight * slope[e] }
            }
          } else {
            OpenBLAS.multiply(
              (m, layer.outputs, layer.inputs),
              .plain(second!.chains[q - 1][l] + m * layer.inputs * i, stride: m),
              .transposed(weights + layer.offset, stride: layer.outputs), into: column, stride: m)
          }
          multiply(column, by: slopes[q] + m * layer.outputs * b, count: m * layer.outputs)
        }
      }
    }
  }

  /// The mixed derivatives of layers l and k from those of l + 1 and k.
  private func descend(
    _ weights: UnsafePointer<Double>, from above: UnsafePointer<Double>, to l: Int, with k: Int,
    point b: Int, count m: Int
  ) {
    let (layer, width) = (layers[l + 1], layers[k].outputs)
    OpenBLAS.multiply(
      (m * width, layer.inputs, layer.outputs), .plain(above, stride: m * width),
      .plain(weights + layer.offset, stride: layer.outputs), into: second!.mixed,
      stride: m * width)
    for i in 0..<layer.inputs {
      let slope = slopes[l] + m * (layer.inputs * b + i)
      for j in 0..<width {
        multiply(second!.mixed + m * (j + width * i), by: slope, count: m)
      }
    }
  }

  /// G of the layer below k from the mixed derivatives of the two.
  private func closeLayer(_ weights: UnsafePointer<Double>, _ k: Int, point b: Int, count m: Int) {
    let layer = layers[k]
    for i in 0..<layer.inputs {
      let column = second!.below + m * layer.inputs * i
      OpenBLAS.multiply(
        (m, layer.inputs, layer.outputs), .plain(second!.mixed + m * layer.outputs * i, stride: m),
        .plain(weights + layer.offset, stride: layer.outputs), into: column, stride: m)
      multiply(column, by: slopes[k - 1] + m * layer.inputs * b, count: m * layer.inputs)
      let curvature = curvatures[k - 1] + m * (layer.inputs * b + i)
      for e in 0..<m { column[m * i + e] += curvature[e] }
    }
  }

  /// What enters layer k through its column a, of a point: a unit's values or ones.
  private func entering(_ k: Int, _ a: Int, point b: Int, _ examples: Examples)
    -> UnsafePointer<Double>
  {
    if k == 0 { return examples.inputs + examples.stride * a }
    let inputs = layers[k].inputs
    return UnsafePointer(a < inputs ? values[k - 1] + examples.count * (inputs * b + a) : ones)
  }

  /// The columns (i <= j) of G.
  private func packOwn(_ k: Int, count m: Int, into target: UnsafeMutablePointer<Double>) {
    let n = layers[k].outputs
    var to = target
    for j in 0..<n {
      to.update(from: second!.own + m * n * j, count: m * (j + 1))
      to += m * (j + 1)
    }
  }

  private func addOwnBlock(
    _ k: Int, point b: Int, _ examples: Examples, into hessian: UnsafeMutablePointer<Double>
  ) {
    let (m, layer, work) = (examples.count, layers[k], second!)
    var pair = work.left
    for j in 0..<layer.columns {
      for i in 0...j {
        multiply(
          entering(k, i, point: b, examples), entering(k, j, point: b, examples), into: pair,
          count: m)
        pair += m
      }
    }
    packOwn(k, count: m, into: work.right)
    let (rows, columns) = (SecondOrder.pairs(layer.columns), SecondOrder.pairs(layer.outputs))
    OpenBLAS.multiply(
      (rows, columns, m), .transposed(work.left, stride: m), .plain(work.right, stride: m),
      into: work.products, stride: rows)
    scatterOwn(k, work.products, into: hessian)
  }

  private func addFirstBlocks(
    count: Int, _ examples: Examples, into hessians: UnsafeMutablePointer<Double>, size: Int
  ) {
    let (m, work) = (examples.count, second!)
    let rows = SecondOrder.pairs(layers[0].columns)
    let columns = SecondOrder.pairs(layers[0].outputs)
    OpenBLAS.multiply(
      (rows, columns * count, m), .transposed(work.inputPairs, stride: m),
      .plain(work.first, stride: m), into: work.products, stride: rows)
    for b in 0..<count {
      scatterOwn(0, work.products + rows * columns * b, into: hessians + size * b)
    }
  }

  /// Adds sums by pairs of columns and pairs of units of one layer to a packed Hessian.
  private func scatterOwn(
    _ k: Int, _ sums: UnsafePointer<Double>, into hessian: UnsafeMutablePointer<Double>
  ) {
    let (n, columns, offset) = (layers[k].outputs, layers[k].columns, layers[k].offset)
    var sum = sums
    for j in 0..<n {
      for i in 0...j {
        for high in 0..<columns {
          let (p, q) = (offset + high * n + i, offset + high * n + j)
          let (straight, crossed) = (
            hessian + q * (q + 1) / 2 + offset + i, hessian + p * (p + 1) / 2 + offset + j
          )
          for low in 0..<high {
            straight[n * low] += sum[low]
            if i < j { crossed[n * low] += sum[low] }
          }
          straight[n * high] += sum[high]
          sum += high + 1
        }
      }
    }
  }

  private func addMixedBlock(
    _ l: Int, _ k: Int, point b: Int, _ examples: Examples,
    into hessian: UnsafeMutablePointer<Double>
  ) {
    let (m, lower, upper, work) = (examples.count, layers[l], layers[k], second!)
    let units = (lower: lower.outputs, upper: upper.outputs)
    // Both layers as they stand: Σ a_l a_k ∂²f/∂e_l ∂e_k.
    for high in 0..<upper.columns {
      let factor = entering(k, high, point: b, examples)
      for low in 0..<lower.columns {
        multiply(
          entering(l, low, point: b, examples), factor,
          into: work.left + m * (low + lower.columns * high), count: m)
      }
    }
    let rows = lower.columns * upper.columns
    OpenBLAS.multiply(
      (rows, units.upper * units.lower, m), .transposed(work.left, stride: m),
      .plain(work.mixed, stride: m), into: work.products, stride: rows)
    func add(_ sums: UnsafePointer<Double>, column: Int, unit i: Int) {
      let to = hessian + column * (column + 1) / 2 + lower.offset + i
      for low in 0..<lower.columns { to[units.lower * low] += sums[low] }
    }
    for i in 0..<units.lower {
      for j in 0..<units.upper {
        for high in 0..<upper.columns {
          add(
            work.products + rows * (j + units.upper * i) + lower.columns * high,
            column: upper.offset + units.upper * high + j, unit: i)
        }
      }
    }
    // What enters the upper layer moves with the lower one's weights: Σ a_l ∂f/∂z_k ∂a_{k-1}/∂z_l.
    let above = delta(k) + m * units.upper * b
    if l == k - 1 {
      for low in 0..<lower.columns {
        (work.left + m * low).update(from: entering(l, low, point: b, examples), count: m)
      }
      for i in 0..<units.lower {
        let slope = slopes[l] + m * (units.lower * b + i)
        for j in 0..<units.upper {
          multiply(above + m * j, slope, into: work.right + m * (j + units.upper * i), count: m)
        }
      }
      OpenBLAS.multiply(
        (lower.columns, units.upper * units.lower, m), .transposed(work.left, stride: m),
        .plain(work.right, stride: m), into: work.products, stride: lower.columns)
      for i in 0..<units.lower {
        for j in 0..<units.upper {
          add(
            work.products + lower.columns * (j + units.upper * i),
            column: upper.offset + units.upper * i + j, unit: i)
        }
      }
    } else {
      for j in 0..<units.upper {
        for low in 0..<lower.columns {
          multiply(
            entering(l, low, point: b, examples), above + m * j,
            into: work.left + m * (low + lower.columns * j), count: m)
        }
      }
      let rows = lower.columns * units.upper
      OpenBLAS.multiply(
        (rows, upper.inputs * units.lower, m), .transposed(work.left, stride: m),
        .plain(work.chains[k - 1][l], stride: m), into: work.products, stride: rows)
      for i in 0..<units.lower {
        for unit in 0..<upper.inputs {
          for j in 0..<units.upper {
            add(
              work.products + rows * (unit + upper.inputs * i) + lower.columns * j,
              column: upper.offset + units.upper * unit + j, unit: i)
          }
        }
      }
    }
  }
}
