internal import CLanes
internal import Landscapes
internal import LinearAlgebra
internal import Numerics

/// Eight critical points that are followed while their function goes from one member of a family to another.
final class FamilyBatch: PathLanes {
  /// The coefficients on the way, c₀ + c₁ t + c₂ t².
  struct Segment: Sendable {
    let terms: [[Complex<Double>]]

    /// The way along the straight line between two members' parameters.
    init(_ family: any PolynomialFamily, from a: [Complex<Double>], to b: [Complex<Double>]) {
      let middle = zip(a, b).map { ($0 + $1) / 2 }
      let (c, m, d) = (
        family.coefficients(a), family.coefficients(middle), family.coefficients(b)
      )
      let second = c.indices.map { 2 * (c[$0] - 2 * m[$0] + d[$0]) }
      terms = [c, c.indices.map { d[$0] - c[$0] - second[$0] }, second]
    }

    /// One member.
    init(_ family: any PolynomialFamily, at a: [Complex<Double>]) {
      let c = family.coefficients(a)
      let zero = [Complex<Double>](repeating: .zero, count: c.count)
      terms = [c, zero, zero]
    }
  }

  let family: any PolynomialFamily
  let size: Int
  var pointSize: Int { size }
  let state: UnsafeMutablePointer<EightNumbers>
  let step: UnsafeMutablePointer<EightNumbers>
  let slope: UnsafeMutablePointer<EightNumbers>
  let jacobian: UnsafeMutablePointer<EightNumbers>
  let scratch: UnsafeMutablePointer<EightNumbers>

  private let factors: UnsafeMutablePointer<EightNumbers>
  /// Of the segment, for all lanes.
  private let terms: UnsafeMutablePointer<EightNumbers>
  /// At the times of the last Newton step.
  private let coefficients: UnsafeMutablePointer<EightNumbers>
  private let room: UnsafeMutablePointer<EightNumbers>
  private let order: UnsafeMutablePointer<Int32>
  private let arena: UnsafeMutablePointer<EightNumbers>
  private var time = SIMD8<Double>.zero

  init(_ segment: Segment, of family: any PolynomialFamily) {
    self.family = family
    let (n, c) = (family.dimension, family.coefficientCount)
    size = n
    let entries = n * (n + 1) / 2
    let counts = [n, n, n, entries, entries, 2 * n, 3 * c, c, family.scratchCount]
    let total = counts.reduce(0, +)
    arena = UnsafeMutableRawPointer.allocate(
      byteCount: total * MemoryLayout<EightNumbers>.stride, alignment: 64
    ).bindMemory(to: EightNumbers.self, capacity: total)
    arena.initialize(repeating: .zero, count: total)
    var offset = 0
    let (base, pieces) = (
      arena,
      counts.map { count in
        defer { offset += count }
        return offset
      }
    )
    (state, step, slope) = (base + pieces[0], base + pieces[1], base + pieces[2])
    (jacobian, factors, scratch) = (base + pieces[3], base + pieces[4], base + pieces[5])
    (terms, coefficients, room) = (base + pieces[6], base + pieces[7], base + pieces[8])
    order = .allocate(capacity: n)
    for (k, term) in segment.terms.enumerated() {
      for (i, z) in term.enumerated() {
        terms[k * c + i] = EightNumbers(
          re: SIMD8(repeating: z.real), im: SIMD8(repeating: z.imaginary))
      }
    }
  }

  deinit {
    arena.deallocate()
    order.deallocate()
  }

  func newton(_ t: SIMD8<Double>) {
    let c = family.coefficientCount
    time = t
    for i in 0..<c {
      coefficients[i] = terms[i] + (terms[c + i] + terms[2 * c + i] * t) * t
    }
    family.evaluate(
      state, coefficients: coefficients, gradient: step, hessian: jacobian, scratch: room)
    factors.update(from: jacobian, count: size * (size + 1) / 2)
    path_factor(size, doubles(factors), order, doubles(scratch))
    for i in 0..<size { step[i] = step[i] * SIMD8(repeating: -1) }
    solve(step)
  }

  func tangent() {
    let c = family.coefficientCount
    for i in 0..<c { coefficients[i] = terms[c + i] + terms[2 * c + i] * (2 * time) }
    family.evaluate(state, coefficients: coefficients, gradient: slope, hessian: nil, scratch: room)
    for i in 0..<size { slope[i] = slope[i] * SIMD8(repeating: -1) }
    solve(slope)
  }

  func solve(_ side: UnsafeMutablePointer<EightNumbers>) {
    path_solve(size, doubles(factors), order, doubles(side), doubles(scratch))
  }

  /// The derivatives of other members, see ``PolynomialFamily``.
  func evaluate(
    _ point: [EightNumbers], _ coefficients: [EightNumbers], gradient: inout [EightNumbers],
    hessian: inout [EightNumbers]
  ) {
    family.evaluate(
      point, coefficients: coefficients, gradient: &gradient, hessian: &hessian, scratch: room)
  }
}
