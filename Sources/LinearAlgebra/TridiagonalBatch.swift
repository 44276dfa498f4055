internal import Requirements

/// Eigenvalues of many real symmetric tridiagonal matrices of one size, eight at a time.
///
/// The QL iteration without square roots of Pal, Walker and Kahan, as LAPACK's `dsterf` for one matrix. There every step
/// waits for two divisions of the step before; eight matrices in the lanes of a vector share the wait. Lanes do not
/// depend on each other: what a matrix gives does not depend on its neighbours.
///
/// Accuracy: some roundings of the norm, as `dsterf`.
///
/// Reference: Parlett, The Symmetric Eigenvalue Problem (1998), section 8.15.
package struct TridiagonalBatch: Sendable {
  /// The size n of the matrices.
  package let size: Int
  private typealias Lanes = SIMD8<Double>
  private var diagonal: [Lanes]
  private var square: [Lanes]

  /// Workspace for matrices of size n ≥ 1.
  package init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    diagonal = [Lanes](repeating: .zero, count: n)
    square = [Lanes](repeating: .zero, count: n)
  }

  /// The eigenvalues of each matrix, ascending; nil for one with entries that are not finite.
  ///
  /// Cost: 1.2 n² steps of some ten operations each for a matrix.
  ///
  /// - Parameter matrices: diagonals of n entries and off-diagonals (i, i+1) of n-1.
  package mutating func eigenvalues(
    of matrices: [(diagonal: [Double], offDiagonal: [Double])]
  ) -> [[Double]?] {
    var result: [[Double]?] = []
    for start in stride(from: 0, to: matrices.count, by: 8) {
      result += eight(matrices[start..<min(start + 8, matrices.count)])
    }
    return result
  }

  private mutating func eight(
    _ matrices: ArraySlice<(diagonal: [Double], offDiagonal: [Double])>
  ) -> [[Double]?] {
    var scale = Lanes(repeating: 1)
    for (lane, matrix) in matrices.enumerated() {
      demand(
        matrix.diagonal.count == size && matrix.offDiagonal.count == size - 1,
        "entries of a matrix of size \(matrix.diagonal.count) for size \(size)")
      let norm = (matrix.diagonal + matrix.offDiagonal).reduce(0) { max($0, abs($1)) }
      // A power of two; squares then neither overflow nor vanish where they matter.
      scale[lane] = norm > 0 && norm.isFinite ? norm.binade : 1
    }
    for i in 0..<size {
      for (lane, matrix) in matrices.enumerated() {
        diagonal[i][lane] = matrix.diagonal[i] / scale[lane]
        let entry = i < size - 1 ? matrix.offDiagonal[i] / scale[lane] : 0
        square[i][lane] = entry * entry
      }
    }
    let isDone = iterate()
    return matrices.enumerated().map { lane, matrix in
      let values = diagonal.map { scale[lane] * $0[lane] }
      if isDone && values.allSatisfy(\.isFinite) { return values.sorted() }
      var (d, e) = (matrix.diagonal, matrix.offDiagonal)
      return TridiagonalEigenvalues.solve(diagonal: &d, offDiagonal: &e) ? d : nil
    }
  }

  /// Deflates from the top until all off-diagonals vanish; false if that takes too long in some lane.
  private mutating func iterate() -> Bool {
    let n = size
    let (relative, absolute) = (Double.ulpOfOne * Double.ulpOfOne / 4, 1e-36)
    return diagonal.withUnsafeMutableBufferPointer { d in
      square.withUnsafeMutableBufferPointer { e in
        for first in 0..<(n - 1) {
          var sweeps = 0
          while true {
            let product = d[first] * d[first + 1]
            let negligible =
              Lanes(repeating: relative)
              * product.replacing(
                with: -product, where: product .< 0)
            let isActive =
              e[first]
              .> negligible.replacing(
                with: absolute, where: negligible .< Lanes(repeating: absolute))
            guard any(isActive) else { break }
            guard sweeps < 60 else { return false }
            sweeps += 1
            Self.sweep(d, e, first, n - 1, isActive)
          }
        }
        return true
      }
    }
  }

  /// One QL sweep with Wilkinson's shift over first...last, in the active lanes.
  @inline(__always)
  private static func sweep(
    _ d: UnsafeMutableBufferPointer<Lanes>, _ e: UnsafeMutableBufferPointer<Lanes>, _ first: Int,
    _ last: Int, _ isActive: SIMDMask<SIMD8<Int64>>
  ) {
    let root = e[first].squareRoot()
    let half = (d[first + 1] - d[first]) / (2 * root)
    let length = (half * half + 1).squareRoot()
    let shift = d[first] - root / (half + length.replacing(with: -length, where: half .< 0))
    var (c, s) = (Lanes(repeating: 1), Lanes.zero)
    var gamma = d[last] - shift
    var p = gamma * gamma
    var i = last - 1
    while i >= first {
      let square = e[i]
      let r = p + square
      if i != last - 1 { e[i + 1].replace(with: s * r, where: isActive) }
      let previous = c
      let inverse = 1 / r
      c = (p * inverse).replacing(with: 1, where: r .== 0)
      s = (square * inverse).replacing(with: 0, where: r .== 0)
      let old = gamma
      let alpha = d[i]
      gamma = c * (alpha - shift) - s * old
      d[i + 1].replace(with: old + (alpha - gamma), where: isActive)
      p = (gamma * gamma / c).replacing(with: previous * square, where: c .== 0)
      i -= 1
    }
    e[first].replace(with: s * p, where: isActive)
    d[first].replace(with: shift + gamma, where: isActive)
  }
}
