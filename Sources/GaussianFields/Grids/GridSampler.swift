internal import Foundation
public import Models
internal import RandomStreams
internal import Requirements

/// Exact samples of a stationary Gaussian field on a regular grid in one, two or three dimensions, by
/// circulant embedding.
///
///     λ_k = Σ_x C(x) e^{-ik·x},   V(x) = Σ_k √(λ_k/M) z_k e^{ik·x},   z_{-k} = z̄_k normal,  E|z_k|² = 1
///
/// over the M points x of a torus and as many wave vectors k. The grid is part of a torus on which the covariance is
/// periodic; there the covariance is diagonal in plane waves, and a sample is one fast Fourier transform. On the torus
/// itself the field is that of the covariance summed over all periods. Otherwise the torus is at least twice as large
/// as the grid, and made large enough for all eigenvalues to be non-negative: nothing is clipped but rounding.
///
/// - Complexity: M log M for M points of the torus, 24 bytes each; 0.03 s for 1024 x 1024.
///
/// Reference: Dietrich and Newsam, SIAM J. Sci. Comput. 18, 1088 (1997); Wood and Chan, J. Comput.
/// Graph. Stat. 3, 409 (1994).
public struct GridSampler: Sendable {
  /// Points along each axis.
  public let shape: [Int]
  /// Distance of neighbouring points, in the covariance's unit of length.
  public let spacing: Double
  /// Points of the torus along each axis.
  package let torus: [Int]

  private let transform: RealFourierTransform
  /// √(eigenvalue/(2M)) of the spectrum's half.
  private let amplitudes: [Double]

  /// Samples on part of a torus: the covariance is C at all distances on the grid.
  ///
  /// - Parameters:
  ///   - covariance: C.
  ///   - shape: points along each axis.
  ///   - spacing: from 1e-30 to 1e30.
  ///   - padding: how many times twice the grid the torus is along each axis, at least; more is taken if there are
  ///     negative eigenvalues, up to `largestTorus` points.
  /// - Throws: ``FieldError``: invalid dimension or spacing, no memory, or negative eigenvalues on every torus.
  public init(
    _ covariance: some Covariance, shape: [Int], spacing: Double, padding: Double = 1
  ) throws(FieldError) {
    try Self.require(covariance, shape, spacing)
    try FieldError.checking { () throws(ParameterError) in
      try ParameterError.requirePositive("padding", padding, in: 1e-3...1e30)
    }
    let isIsotropic = covariance is IsotropicCovariance
    var padding = max(1, padding)
    while true {
      try Self.requireMemory(shape.map { $0 == 1 ? 1 : 2 * padding * Double($0) })
      let torus = shape.map { n in
        n == 1
          ? 1 : RealFourierTransform.fastSize(atLeast: Int((2 * padding * Double(n)).rounded()))
      }
      if try Self.isPromising(covariance, torus, spacing) {
        let spectrum = try TorusSpectrum(torus, isIsotropic: isIsotropic) {
          covariance.value(at: $0.map { $0 * spacing })
        }
        if spectrum.isNonNegative {
          self.init(shape, spacing, spectrum)
          return
        }
      }
      padding *= 1.5
      guard torus.reduce(1, { $0 * ($1 == 1 ? 1 : 1.5 * Double($1)) }) <= Double(Self.largestTorus)
      else { throw .notEmbeddable(points: Self.largestTorus) }
    }
  }

  /// Whether eigenvalues along the axes alone, which are means of the others, are non-negative.
  private static func isPromising(
    _ covariance: some Covariance, _ torus: [Int], _ spacing: Double
  ) throws(FieldError) -> Bool {
    guard torus.count > 1 else { return true }
    for (axis, m) in torus.enumerated() {
      let spectrum = try TorusSpectrum([m], isIsotropic: false) { place in
        covariance.value(at: torus.indices.map { $0 == axis ? place[0] * spacing : 0 })
      }
      if !spectrum.isNonNegative { return false }
    }
    return true
  }

  /// Points of the largest torus that is tried without being asked for: 2²², some 170 MB.
  package static let largestTorus = 1 << 22

  /// Samples on a whole torus of `shape` points: the covariance is C summed over all periods.
  ///
  /// - Throws: ``FieldError``, also if C decays too slowly for the sum.
  public init(
    periodic covariance: some Covariance, shape: [Int], spacing: Double
  ) throws(FieldError) {
    try Self.require(covariance, shape, spacing)
    let sum = try PeriodicSum(covariance, periods: shape.map { Double($0) * spacing })
    let spectrum = try TorusSpectrum(
      shape, isIsotropic: covariance is IsotropicCovariance
    ) { sum.value(at: $0.map { $0 * spacing }) }
    self.init(shape, spacing, spectrum)
  }

  private init(_ shape: [Int], _ spacing: Double, _ spectrum: TorusSpectrum) {
    (self.shape, self.spacing, transform) = (shape, spacing, spectrum.transform)
    torus = transform.shape
    let scale = 1 / (2 * Double(transform.count))
    amplitudes = spectrum.eigenvalues.map { (max(0, $0) * scale).squareRoot() }
  }

  /// One sample, the first index fastest.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func sample(seed: UInt64, sample: Int = 0) -> [Double] {
    var values = [Double](repeating: 0, count: shape.reduce(1, *))
    self.sample(seed: seed, sample: sample, into: &values)
    return values
  }

  /// One sample into an array of as many numbers as the grid has points, which takes half the time where
  /// it is used again and again.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  public func sample(seed: UInt64, sample: Int = 0, into values: inout [Double]) {
    demand(
      values.count == shape.reduce(1, *),
      "an array of \(values.count) numbers given for a grid of shape \(shape)")
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    transform.withBuffer { numbers in
      stream.fill(normals: numbers)
      amplitudes.withUnsafeBufferPointer {
        for (k, amplitude) in $0.enumerated() {
          numbers[2 * k] *= amplitude
          numbers[2 * k + 1] *= amplitude
        }
      }
      makeReal(numbers)
      transform.invert(numbers)
      values.withUnsafeMutableBufferPointer { crop(numbers, into: $0) }
    }
  }

  /// Where the half is its own mirror image, k = 0 and m₀/2 along the first axis, makes pairs conjugate.
  private func makeReal(_ numbers: UnsafeMutableBufferPointer<Double>) {
    let half = torus[0] / 2 + 1
    let rest = Array(torus.dropFirst())
    let planes = torus[0] == 1 ? [0] : [0, half - 1]
    for row in 0..<rest.reduce(1, *) {
      var (mirror, remaining, stride) = (0, row, 1)
      for m in rest {
        mirror += (m - remaining % m) % m * stride
        remaining /= m
        stride *= m
      }
      guard row <= mirror else { continue }
      for plane in planes {
        let (a, b) = (2 * (row * half + plane), 2 * (mirror * half + plane))
        if a == b {
          numbers[a] *= 2.squareRoot()
          numbers[a + 1] = 0
        } else {
          (numbers[b], numbers[b + 1]) = (numbers[a], -numbers[a + 1])
        }
      }
    }
  }

  /// The grid's part of the torus.
  private func crop(
    _ numbers: UnsafeMutableBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
  ) {
    let length = shape[0]
    for row in 0..<(values.count / length) {
      var (start, remaining, stride) = (0, row, transform.rowLength)
      for (n, m) in zip(shape, torus).dropFirst() {
        start += remaining % n * stride
        remaining /= n
        stride *= m
      }
      (values.baseAddress! + row * length).update(
        from: numbers.baseAddress! + start, count: length)
    }
  }

  private static func require(
    _ covariance: some Covariance, _ shape: [Int], _ spacing: Double
  ) throws(FieldError) {
    demand((1...3).contains(shape.count), "grids have 1 to 3 dimensions, not \(shape.count)")
    demand(shape.allSatisfy { $0 >= 1 }, "a grid of shape \(shape) has no points")
    try requireMemory(shape.map(Double.init))
    try FieldError.checking { () throws(ParameterError) in
      try ParameterError.requireScale("spacing", spacing)
      try covariance.require(dimension: shape.count)
    }
  }

  /// Throws if a torus does not fit into memory, before its points are counted in integers.
  private static func requireMemory(_ torus: [Double]) throws(FieldError) {
    try FieldError.requireMemory(bytes: 40 * torus.reduce(1, *))
    // FFTW counts in 32 bits.
    try FieldError.checking { () throws(ParameterError) in
      for n in torus { try ParameterError.requirePositive("points", n, in: 1...0x1p30) }
    }
  }
}
