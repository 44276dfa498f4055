public import Landscapes
import LinearAlgebra
import RandomStreams

/// What a landscape does that no ``Landscape`` may do; empty for a right one.
///
/// At points drawn from the domain's reference law: a batch is its points one at a time, lower
/// orders are the higher one with parts left out, buffers are overwritten whatever they held, and
/// derivatives are those of the values, by Taylor slopes along random directions. (A Hessian is
/// symmetric by its packed form.)
///
/// One slope of each kind may be off: about one direction in a hundred has so small a second or
/// third derivative that the next order covers it.
///
/// - Parameter tolerance: of two evaluations of one number, relative to the largest number of its
///   kind in the batch: sums may be taken in another order.
public func landscapeViolations<L: Landscape>(
  _ landscape: L, points count: Int = 8, seed: UInt64 = 1, tolerance: Double = 1e-12
) -> [String] {
  let domain = landscape.domain
  var stream = RandomStream(seed: seed, purpose: .noise)
  let columns = (0..<count).map { _ in
    domain.point(fromNormals: stream.normals(count: domain.ambientDimension))
  }
  let points = Matrix<Double>(columns: columns)
  let full = landscape.jets(at: points, upTo: .hessian)
  var violations: [String] = []

  func compare(_ a: [Double], _ b: [Double], unit: [Double], _ what: String) {
    let size = unit.reduce(0) { max($0, abs($1)) }
    if a.count != b.count || !zip(a, b).allSatisfy({ abs($0 - $1) <= tolerance * size }) {
      violations.append(what)
    }
  }
  func compare(_ other: JetBatch, from first: Int, _ what: String) {
    let range = first..<(first + other.count)
    compare(other.values, Array(full.values[range]), unit: full.values, "\(what): values")
    if other.order >= .gradient {
      compare(
        other.gradients.elements, range.flatMap { full.gradients.column($0) },
        unit: full.gradients.elements, "\(what): gradients")
    }
    if let hessians = other.hessians {
      compare(
        hessians.elements, range.flatMap { full.hessians!.column($0) },
        unit: full.hessians!.elements, "\(what): Hessians")
    }
  }

  compare(landscape.jets(at: points, upTo: .value), from: 0, "values alone")
  compare(landscape.jets(at: points, upTo: .gradient), from: 0, "gradients without Hessians")
  var used = full
  used.values = used.values.map { $0 + 1 }
  for i in used.gradients.elements.indices { used.gradients.storage[i] = .nan }
  used.workspace = Matrix<Double>(
    rows: used.hessians!.rows, columns: count,
    elements: used.hessians!.elements.map { _ in .nan })
  for i in used.hessians!.elements.indices { used.hessians!.storage[i] -= 1 }
  landscape.evaluate(points, into: &used)
  compare(used, from: 0, "used buffers")
  var directions = RandomStream(seed: seed, purpose: .starts)
  let vectors = Matrix<Double>(
    rows: full.dimension, columns: 3, elements: directions.normals(count: 3 * full.dimension))
  let products = columns.map { landscape.hessianProducts(at: $0, vectors).elements }
  let expected = columns.indices.map { (full.hessian($0) * vectors).elements }
  compare(
    products.flatMap(\.self), expected.flatMap(\.self), unit: expected.flatMap(\.self),
    "products with Hessians")
  var slopes: (gradient: [Double], hessian: [Double]) = ([], [])
  for (b, point) in columns.enumerated() {
    let single = Matrix<Double>(columns: [point])
    compare(landscape.jets(at: single, upTo: .hessian), from: b, "point \(b) alone")
    let check = DerivativeCheck(
      landscape, at: point, along: stream.normals(count: domain.dimension))
    slopes.gradient.append(check.gradientSlope)
    slopes.hessian.append(check.hessianSlope)
  }
  for (what, slopes, right) in [("gradient", slopes.gradient, 2.0), ("Hessian", slopes.hessian, 3)]
  {
    let wrong = slopes.filter { !(abs($0 - right) < 0.1 || $0 == .infinity) }
    if wrong.count > 1 || wrong.contains(where: \.isNaN) {
      violations.append("\(what): slopes \(wrong)")
    }
  }
  return violations
}
