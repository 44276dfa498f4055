internal import CLanes
internal import Numerics

/// Eight solution paths of a homotopy, evaluated and solved for together.
///
/// Holds the memory of one thread; the arithmetic is that of the C kernels, N³ operations for every
/// evaluation of eight paths.
final class PathBatch {
  let system: HomotopySystem
  /// N + 1: the point and the multiplier μ.
  let size: Int
  /// The state that is evaluated: v_0, ..., v_{N-1}, μ.
  let state: UnsafeMutablePointer<EightNumbers>
  /// The Newton step, after ``newton(_:)``.
  let step: UnsafeMutablePointer<EightNumbers>
  /// dv/dt and dμ/dt where ``newton(_:)`` was evaluated, after ``tangent()``.
  let slope: UnsafeMutablePointer<EightNumbers>

  private let partHessian: UnsafeMutablePointer<EightNumbers>
  private let gradient: UnsafeMutablePointer<EightNumbers>
  private let partGradient: UnsafeMutablePointer<EightNumbers>
  private let startGradient: UnsafeMutablePointer<EightNumbers>
  private let monomials: UnsafeMutablePointer<EightNumbers>
  private let bordered: UnsafeMutablePointer<EightNumbers>
  private let scratch: UnsafeMutablePointer<EightNumbers>
  private let jacobian: UnsafeMutablePointer<EightNumbers>
  /// t, in the memory that the kernels can read.
  private let time: UnsafeMutablePointer<EightNumbers>
  /// Elements of a packed matrix of order N + 1.
  private let entries: Int
  /// d a_i is the coefficient of ∇G; a_i real and imaginary.
  private let start: [Double]
  private let order: UnsafeMutablePointer<Int32>
  private let arena: UnsafeMutableRawPointer

  /// Whether the top degree is 2. Then ∇²g - μ is singular along v at the start and nearly so later, which
  /// pivots other than the border do not bear.
  private let isShifted: Bool
  /// c of ``shift()``.
  private var shiftSize = EightNumbers.zero

  init(_ system: HomotopySystem) {
    self.system = system
    isShifted = system.degree == 2
    let n = system.dimension
    size = n + 1
    entries = size * (size + 1) / 2
    start = system.start.flatMap { [$0.real, $0.imaginary] }
    let columns = system.parts.map(\.columns).max() ?? 1
    let counts = [
      size, size, size, entries, n, n, n, columns, entries, 2 * size, entries, 1,
    ]
    let total = counts.reduce(0, +)
    arena = .allocate(byteCount: total * MemoryLayout<EightNumbers>.stride, alignment: 64)
    let base = arena.bindMemory(to: EightNumbers.self, capacity: total)
    base.initialize(repeating: .zero, count: total)
    var offset = 0
    let pieces = counts.map { count in
      defer { offset += count }
      return base + offset
    }
    (state, step, slope) = (pieces[0], pieces[1], pieces[2])
    partHessian = pieces[3]
    (gradient, partGradient, startGradient) = (pieces[4], pieces[5], pieces[6])
    (monomials, bordered, scratch) = (pieces[7], pieces[8], pieces[9])
    (jacobian, time) = (pieces[10], pieces[11])
    order = .allocate(capacity: size)
  }

  deinit {
    arena.deallocate()
    order.deallocate()
  }

  private func doubles(_ pointer: UnsafeMutablePointer<EightNumbers>) -> UnsafeMutablePointer<
    Double
  > {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }

  /// One Newton step at the state and the times t, into ``step``; factors are kept for the tangent.
  ///
  /// - Parameter keepsJacobian: whether ``inverseBounds()`` will be asked for.
  func newton(_ t: SIMD8<Double>, keepsJacobian: Bool = false) {
    let n = system.dimension
    evaluateTarget()
    time.pointee.re = t
    path_assemble(
      n, system.degree, start, doubles(time), doubles(state), doubles(gradient), doubles(bordered),
      doubles(startGradient), doubles(step))
    if keepsJacobian {
      jacobian.update(from: bordered, count: entries)
      weight = Certificate.weight(state[n].squaredNorm)
      residual.sphere = step[n].squaredNorm.squareRoot() * weight
      residual.equations = .zero
      for i in 0..<n { residual.equations += step[i].squaredNorm }
      residual.equations = residual.equations.squareRoot()
    }
    if isShifted { shift() }
    path_factor(size, doubles(bordered), order, doubles(scratch))
    solve(step)
    step[n] = step[n] * SIMD8(repeating: -1)
  }

  /// Adds c vvᵀ to ∇²g - μ, which changes the solutions by a multiple of c in the last component.
  /// c = μ/|v|² makes it of the size of the rest, close to infinity too.
  private func shift() {
    let n = system.dimension
    var norm = SIMD8<Double>.zero
    for i in 0..<n { norm += state[i].squaredNorm }
    shiftSize = state[n] * (1 / norm)
    var column = bordered
    for j in 0..<n {
      let factor = shiftSize * state[j]
      for i in j..<n { column[i - j] = column[i - j] + factor * state[i] }
      column += n - j + 1
    }
  }

  /// Solves with the Jacobian of the last ``newton(_:keepsJacobian:)``, in place.
  private func solve(_ side: UnsafeMutablePointer<EightNumbers>) {
    let last = side[size - 1]
    path_solve(size, doubles(bordered), order, doubles(side), doubles(scratch))
    if isShifted { side[size - 1] = side[size - 1] + shiftSize * last }
  }

  /// The tangent where the last Newton step was evaluated, into ``slope``.
  func tangent() {
    let n = system.dimension
    for i in 0..<n { slope[i] = startGradient[i] - gradient[i] }
    slope[n] = .zero
    solve(slope)
    slope[n] = slope[n] * SIMD8(repeating: -1)
  }

  /// ω of ``Certificate``, after ``newton(_:keepsJacobian:)`` with the Jacobian kept.
  private(set) var weight = SIMD8<Double>.one
  /// |F| at the state of the first N equations, and of the last one times ω, after
  /// ``newton(_:keepsJacobian:)`` with the Jacobian kept.
  private(set) var residual = (equations: SIMD8<Double>.zero, sphere: SIMD8<Double>.zero)

  /// ‖Y‖ of the first N columns and of the last one, ‖J‖ and ‖1 - YJ‖ (Frobenius, as computed) of the Jacobian J kept, its last row and column
  /// times ω, and its inverse Y.
  func inverseBounds() -> (
    inverse: (equations: SIMD8<Double>, sphere: SIMD8<Double>), jacobian: SIMD8<Double>,
    defect: SIMD8<Double>
  ) {
    var (inverse, defect, norm) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    var others = SIMD8<Double>.zero
    let last = size - 1
    let square = weight * weight
    var k = 0
    for j in 0..<last {
      for i in j..<size {
        let entry = jacobian[k].squaredNorm
        norm += i == last ? 2 * entry * square : entry * (i == j ? 1 : 2)
        k += 1
      }
    }
    // Y and J are symmetric: row i of Y is column i.
    for column in 0..<size {
      if column == last { (others, inverse) = (inverse, .zero) }
      for i in 0..<size { slope[i] = .zero }
      slope[column] = EightNumbers(re: .one, im: .zero)
      solve(slope)
      path_multiply(size, size, doubles(jacobian), doubles(slope), doubles(scratch))
      let scale = column == last ? 1 / square : .one
      for i in 0..<size {
        inverse += slope[i].squaredNorm * scale * (i == last ? 1 / square : .one)
        let unit = EightNumbers(re: i == column ? .one : .zero, im: .zero)
        defect += (scratch[i] - unit).squaredNorm * scale * (i == last ? square : .one)
      }
    }
    return (
      (others.squareRoot(), inverse.squareRoot()), norm.squareRoot(), defect.squareRoot()
    )
  }

  /// ∇g of the state, and ∇²g in the first rows and columns of what becomes the Jacobian.
  private func evaluateTarget() {
    let n = system.dimension
    for i in 0..<n {
      gradient[i] = EightNumbers(re: SIMD8(repeating: system.field[i]), im: .zero)
    }
    for (k, part) in system.parts.enumerated() {
      let hessian = k == 0 ? bordered : partHessian
      fillMonomials(degree: part.degree - 2)
      path_contract(
        system.places.count, part.columns, part.coefficients, doubles(monomials), system.places,
        doubles(hessian))
      path_multiply(n, size, doubles(hessian), doubles(state), doubles(partGradient))
      let factor = SIMD8(repeating: 1 / Double(part.degree - 1))
      for i in 0..<n { gradient[i] = gradient[i] + partGradient[i] * factor }
      if k > 0 { for e in 0..<entries { bordered[e] = bordered[e] + partHessian[e] } }
    }
  }

  /// All monomials of a degree, in the order of symmetric tensors: those of degree r with largest index
  /// j are v_j times the first ones of degree r - 1.
  private func fillMonomials(degree: Int) {
    let n = system.dimension
    monomials[0] = EightNumbers(re: .one, im: .zero)
    for r in 0..<degree {
      // C(j + r, r) monomials of degree r have no index above j.
      let prefixes = (0..<n).map { j in
        (0..<r).reduce(1) { $0 * (j + 1 + $1) / ($1 + 1) }
      }
      // From the back, so that what is still read is not overwritten.
      var write = prefixes.reduce(0, +)
      for j in stride(from: n - 1, through: 0, by: -1) {
        let v = state[j]
        for m in stride(from: prefixes[j] - 1, through: 0, by: -1) {
          write -= 1
          monomials[write] = monomials[m] * v
        }
      }
    }
  }
}
