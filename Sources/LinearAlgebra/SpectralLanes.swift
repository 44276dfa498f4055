internal import CLanes
internal import Requirements

/// Eight real symmetric matrices A of one size with a vector g each: Newton's step -A⁻¹g, inertia, and A's eigenvalues λᵢ
/// with the components vᵢ·g, from which any Σ aᵢ vᵢ is made.
///
/// A = Q T Qᵀ with T tridiagonal, for eight matrices in the lanes of a vector, is the only step of order n³. All else is
/// of T: solutions of equations, inertia, and QL iterations whose rotations are kept. Neither Q nor the eigenvectors are
/// ever formed. Lanes do not depend on each other, nor results on the processor.
///
/// - Complexity: 4/3 n³ operations a matrix, n² for its eigenvalues and for a combination, n for a solution.
package struct SpectralLanes: Sendable {
  /// The size n.
  package let size: Int
  private let matrix, diagonal, beside, factors, scratch: LaneBuffer
  /// g and Newton's step but for the sign, the former in the basis of T.
  private let gradient, newton: LaneBuffer
  private let shift, small, counts: LaneBuffer
  private let eigenvalues, besides, components: LaneBuffer
  /// Of the QL iterations, once there was one.
  private var rotations: LaneBuffer
  private var firsts: [Int]
  private var sweeps = 0
  /// Powers of two by which A and g were divided.
  private var scales = [Double](repeating: 1, count: 8)
  /// Of all lanes, by ascending eigenvalue, once they were asked for; NaN if the iteration failed.
  private var spectra: [Spectrum]?

  /// Eigenvalues, ascending, and the components of g along their eigenvectors.
  package struct Spectrum: Sendable {
    package let eigenvalues: [Double]
    package let components: [Double]
    /// Which eigenvalue of the iteration each is.
    fileprivate let order: [Int]
  }

  /// Workspace for matrices of size n ≥ 1.
  package init(size n: Int) {
    demand(n >= 1, "an eigenproblem needs size at least 1, not \(n)")
    size = n
    matrix = LaneBuffer(count: n * (n + 1) / 2)
    scratch = LaneBuffer(count: 5 * n)
    (diagonal, beside, factors) = (
      LaneBuffer(count: n), LaneBuffer(count: n), LaneBuffer(count: n)
    )
    (gradient, newton) = (LaneBuffer(count: n), LaneBuffer(count: n))
    (eigenvalues, besides, components) = (
      LaneBuffer(count: n), LaneBuffer(count: n), LaneBuffer(count: n)
    )
    (shift, small, counts) = (
      LaneBuffer(count: 1), LaneBuffer(count: 1), LaneBuffer(count: 1)
    )
    rotations = LaneBuffer(count: 0)
    firsts = [Int](repeating: 0, count: 60 * n)
    for lane in 0..<8 { small[0, lane] = 0x1p-52 }
  }

  /// Bytes that lanes of a size take.
  package static func memory(size n: Int) -> Double { 64 * (3.5 * Double(n) + 30) * Double(n) }

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
    tridiagonal_solve(
      size, diagonal.numbers, beside.numbers, shift.numbers, small.numbers, newton.numbers,
      scratch.numbers)
    tridiagonal_count(
      size, diagonal.numbers, beside.numbers, shift.numbers, small.numbers, counts.numbers)
    tridiagonal_rotate(size, matrix.numbers, factors.numbers, newton.numbers, 1)
    spectra = nil
  }

  /// -A⁻¹g after ``reduce()``; nil if A is singular to rounding.
  package func newtonStep(lane: Int) -> [Double]? {
    let step = (0..<size).map { -newton[$0, lane] }
    let length = norm((0..<size).map { gradient[$0, lane] })
    return norm(step) <= 0x1p50 * length ? step : nil
  }

  /// Eigenvalues of A below zero.
  package func negativeEigenvalues(lane: Int) -> Int { Int(counts[0, lane]) }

  /// The spectrum of A.
  package mutating func spectrum(lane: Int) -> Spectrum {
    if spectra == nil { diagonalise() }
    return spectra![lane]
  }

  private mutating func diagonalise() {
    let n = size
    repeat {
      eigenvalues.numbers.update(from: diagonal.numbers, count: 8 * n)
      besides.numbers.update(from: beside.numbers, count: 8 * n)
      components.numbers.update(from: gradient.numbers, count: 8 * n)
      let capacity = rotations.count / 2
      sweeps = firsts.withUnsafeMutableBufferPointer {
        tridiagonal_diagonalise(
          n, eigenvalues.numbers, besides.numbers, components.numbers, rotations.numbers, capacity,
          $0.baseAddress)
      }
      // Two to three sweeps an eigenvalue.
      if sweeps == -2 { rotations = LaneBuffer(count: max(3 * n * n, 2 * rotations.count)) }
    } while sweeps == -2
    spectra = (0..<8).map { lane in
      let scale = sweeps < 0 ? .nan : scales[lane]
      let values = (0..<n).map { scale * eigenvalues[$0, lane] }
      let order = sweeps < 0 ? Array(0..<n) : (0..<n).sorted { values[$0] < values[$1] }
      return Spectrum(
        eigenvalues: order.map { values[$0] },
        components: order.map { scale * components[$0, lane] }, order: order)
    }
  }

  /// Σ aᵢ vᵢ for each lane that has amplitudes a, in the order of its ``spectrum(lane:)``.
  package mutating func combinations(_ amplitudes: [[Double]?]) -> [[Double]?] {
    for (lane, amplitudes) in amplitudes.enumerated() {
      guard let amplitudes else { continue }
      for (a, i) in zip(amplitudes, spectrum(lane: lane).order) { components[i, lane] = a }
    }
    tridiagonal_unturn(size, rotations.numbers, firsts, max(sweeps, 0), components.numbers)
    tridiagonal_rotate(size, matrix.numbers, factors.numbers, components.numbers, 1)
    return amplitudes.enumerated().map { lane, amplitudes in
      amplitudes.map { _ in (0..<size).map { components[$0, lane] } }
    }
  }
}
