internal import CLanes
internal import LinearAlgebra
internal import Numerics

/// Eight solution paths of a homotopy, evaluated and solved for together.
///
/// Holds the memory of one thread; the arithmetic is that of the C kernels, N³ operations for every
/// evaluation of eight paths.
final class PathBatch: PathLanes {
  let system: HomotopySystem
  /// N + 1: the point and the multiplier μ.
  let size: Int
  /// N.
  var pointSize: Int { size - 1 }
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
  let scratch: UnsafeMutablePointer<EightNumbers>
  let jacobian: UnsafeMutablePointer<EightNumbers>
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

  func newton(_ t: SIMD8<Double>) { newton(t, keepsJacobian: false) }

  /// - Parameter keepsJacobian: whether ``inverseBounds(weight:)`` will be asked for.
  func newton(_ t: SIMD8<Double>, keepsJacobian: Bool) {
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

  func solve(_ side: UnsafeMutablePointer<EightNumbers>) {
    let last = side[size - 1]
    path_solve(size, doubles(bordered), order, doubles(side), doubles(scratch))
    if isShifted { side[size - 1] = side[size - 1] + shiftSize * last }
  }

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
