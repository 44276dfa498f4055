internal import CLanes
internal import Requirements

/// Eight real symmetric matrices A of one size with a vector g each, and functions of A applied to g: Newton's step
/// -A⁻¹g, and Σ f(λᵢ)(vᵢ·g) vᵢ for any f of the eigenvalues.
///
/// A = Q T Qᵀ with T tridiagonal, for eight matrices in the lanes of a vector, is the only step of order n³. All else is
/// of T: solutions of equations, inertia, inverse iteration for the eigenvectors where f is not -1/λ. Q is applied, never
/// formed. Lanes do not depend on each other, nor results on the processor.
///
/// - Complexity: 4/3 n³ operations a matrix, n² for its eigenvalues, n for a solution or an eigenvector.
package struct SpectralLanes: Sendable {
  /// The size n.
  package let size: Int
  private let matrix, diagonal, beside, factors, scratch: LaneBuffer
  /// g, Newton's step but for the sign, and what corrects it, in the basis of T.
  private let gradient, newton, change: LaneBuffer
  private let shift, small, amplitude, counts: LaneBuffer
  /// Powers of two by which A and g were divided.
  private var scales = [Double](repeating: 1, count: 8)
  /// Eigenvalues of all lanes, ascending, once they were asked for.
  private var spectra: [[Double]]?

  /// Workspace for matrices of size n ≥ 1.
  package init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    matrix = LaneBuffer(count: n * (n + 1) / 2)
    scratch = LaneBuffer(count: 6 * n)
    (diagonal, beside, factors) = (
      LaneBuffer(count: n), LaneBuffer(count: n), LaneBuffer(count: n)
    )
    (gradient, newton, change) = (
      LaneBuffer(count: n), LaneBuffer(count: n), LaneBuffer(count: n)
    )
    (shift, small, amplitude, counts) = (
      LaneBuffer(count: 1), LaneBuffer(count: 1), LaneBuffer(count: 1), LaneBuffer(count: 1)
    )
    for lane in 0..<8 { small[0, lane] = 0x1p-52 }
  }

  /// Bytes that lanes of a size take.
  package static func memory(size n: Int) -> Double { 64 * (Double(n) / 2 + 20) * Double(n) }

  /// Puts a matrix, of which only the lower triangle is read, and a vector into a lane; all numbers are finite.
  ///
  /// - Parameter magnitude: of the entries: the largest, or no less.
  package mutating func load(
    _ a: Matrix<Double>, _ g: [Double], magnitude: Double, lane: Int
  ) {
    demand(a.rows == size && a.columns == size && g.count == size, "not of size \(size)")
    let scale = magnitude > 0 ? magnitude.binade : 1
    let unit = 1 / scale
    a.storage.withUnsafeBufferPointer { a in
      var target = matrix.numbers + lane
      for j in 0..<size {
        for i in j..<size {
          target.pointee = a[i + size * j] * unit
          target += 8
        }
      }
    }
    scales[lane] = scale
    for i in 0..<size { gradient[i, lane] = g[i] * unit }
  }

  /// Finds T, Newton's steps and the inertia of all lanes.
  package mutating func reduce() {
    tridiagonal_reduce(
      size, matrix.numbers, diagonal.numbers, beside.numbers, factors.numbers, scratch.numbers)
    tridiagonal_rotate(size, matrix.numbers, factors.numbers, gradient.numbers, 0)
    newton.numbers.update(from: gradient.numbers, count: 8 * size)
    for lane in 0..<8 { shift[0, lane] = 0 }
    tridiagonal_solve(
      size, diagonal.numbers, beside.numbers, shift.numbers, small.numbers, newton.numbers,
      scratch.numbers)
    tridiagonal_count(
      size, diagonal.numbers, beside.numbers, shift.numbers, small.numbers, counts.numbers)
    spectra = nil
    change.numbers.update(from: newton.numbers, count: 8 * size)
    tridiagonal_rotate(size, matrix.numbers, factors.numbers, change.numbers, 1)
  }

  /// -A⁻¹g after ``reduce()``; nil if A is singular to rounding. To be read before ``steps(_:)``.
  package func newtonStep(lane: Int) -> [Double]? {
    let step = (0..<size).map { -change[$0, lane] }
    let length = norm((0..<size).map { gradient[$0, lane] })
    return norm(step) <= 0x1p50 * length ? step : nil
  }

  /// Eigenvalues of A below zero.
  package func negativeEigenvalues(lane: Int) -> Int { Int(counts[0, lane]) }

  /// Eigenvalues of A, ascending; NaN if the iteration failed.
  package mutating func eigenvalues(lane: Int) -> [Double] {
    let all = spectra ?? solved()
    spectra = all
    return all[lane]
  }

  private func solved() -> [[Double]] {
    let (values, squares) = (LaneBuffer(count: size), LaneBuffer(count: size))
    values.numbers.update(from: diagonal.numbers, count: 8 * size)
    for i in 0..<(8 * (size - 1)) {
      squares.numbers[i] = beside.numbers[i] * beside.numbers[i]
    }
    let isDone = tridiagonal_eigenvalues(size, values.numbers, squares.numbers) != 0
    return (0..<8).map { lane in
      (0..<size).map { isDone ? scales[lane] * values[$0, lane] : .nan }.sorted()
    }
  }

  /// Σ f(λᵢ)(vᵢ·g) vᵢ for each lane that has values of f, in the order of its eigenvalues; nil for one whose eigenvectors
  /// are not to be told apart.
  package mutating func steps(_ functions: [[Double]?]) -> [[Double]?] {
    var corrections = [[(shift: Double, amplitude: Double)]](repeating: [], count: 8)
    var (isDone, usesNewton) = (
      [Bool](repeating: false, count: 8), [Bool](repeating: false, count: 8)
    )
    for (lane, function) in functions.enumerated() {
      guard let function else { continue }
      let (λ, scale) = (eigenvalues(lane: lane), scales[lane])
      let largest = max(abs(λ[0]), abs(λ[size - 1]))
      let gap = zip(λ, λ.dropFirst()).reduce(Double.infinity) { min($0, $1.1 - $1.0) }
      guard largest > 0, gap > 1e-10 * largest,
        isIrreducible(lane: lane, scale: largest / scale)
      else { continue }
      isDone[lane] = true
      usesNewton[lane] = λ.allSatisfy { abs($0) > 1e-8 * largest }
      for i in 0..<size {
        let own = usesNewton[lane] ? -1 / λ[i] : 0
        if function[i] != own {
          corrections[lane].append((λ[i] / scale, (function[i] - own) * scale))
        }
      }
    }
    for lane in 0..<8 {
      for i in 0..<size { change[i, lane] = usesNewton[lane] ? -newton[i, lane] : 0 }
    }
    for round in 0..<(corrections.map(\.count).max() ?? 0) {
      for lane in 0..<8 {
        let isIdle = round >= corrections[lane].count
        shift[0, lane] = isIdle ? 4 : corrections[lane][round].shift
        amplitude[0, lane] = isIdle ? 0 : corrections[lane][round].amplitude
      }
      tridiagonal_correct(
        size, diagonal.numbers, beside.numbers, shift.numbers, small.numbers, amplitude.numbers,
        gradient.numbers, change.numbers, scratch.numbers)
    }
    tridiagonal_rotate(size, matrix.numbers, factors.numbers, change.numbers, 1)
    return isDone.indices.map { lane in
      isDone[lane] ? (0..<size).map { change[$0, lane] } : nil
    }
  }

  /// Whether T, whose eigenvalues are of size `scale`, is one block, so that they are simple.
  private func isIrreducible(lane: Int, scale: Double) -> Bool {
    (0..<(size - 1)).allSatisfy { abs(beside[$0, lane]) > 1e-12 * scale }
  }
}
