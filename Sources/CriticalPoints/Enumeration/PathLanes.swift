internal import CLanes
internal import LinearAlgebra

/// Eight solution paths of equations with a symmetric Jacobian, evaluated and solved for together: what
/// ``PathTracker`` follows.
protocol PathLanes: AnyObject {
  /// The number of equations and unknowns.
  var size: Int { get }
  /// How many unknowns, the first ones, say how large a solution is, and a step.
  var pointSize: Int { get }
  /// The unknowns that are evaluated.
  var state: UnsafeMutablePointer<EightNumbers> { get }
  /// The Newton step, after ``newton(_:)``.
  var step: UnsafeMutablePointer<EightNumbers> { get }
  /// The derivative of the unknowns by t where ``newton(_:)`` was evaluated, after ``tangent()``.
  var slope: UnsafeMutablePointer<EightNumbers> { get }
  /// The Jacobian, a packed lower triangle by columns, if the last Newton step kept it.
  var jacobian: UnsafeMutablePointer<EightNumbers> { get }
  /// Room for 2 x size numbers.
  var scratch: UnsafeMutablePointer<EightNumbers> { get }

  /// One Newton step at the state and the times t, into ``step``; factors are kept for the tangent.
  func newton(_ t: SIMD8<Double>)
  /// The tangent where the last Newton step was evaluated, into ``slope``.
  func tangent()
  /// Solves with the Jacobian of the last Newton step, in place.
  func solve(_ side: UnsafeMutablePointer<EightNumbers>)
}

/// The numbers as the C kernels read them.
func doubles(_ pointer: UnsafeMutablePointer<EightNumbers>) -> UnsafeMutablePointer<Double> {
  UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
}

extension PathLanes {
  /// ‖Y‖ of all columns but the last and of that one, ‖J‖ and ‖1 - YJ‖ (Frobenius, as computed) of the Jacobian J kept,
  /// its last row and column times a weight, and its inverse Y.
  func inverseBounds(weight: SIMD8<Double>) -> (
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
}
