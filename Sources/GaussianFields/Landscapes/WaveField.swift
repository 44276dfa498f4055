internal import Foundation
public import Landscapes
public import LinearAlgebra
public import Models
public import RandomStreams
internal import Requirements
internal import SpecialFunctions

/// A sum of M plane waves, with exact derivatives.
///
///     V(x) = Σ_j a_j cos(k_j·x) + b_j sin(k_j·x)
///
/// With wave vectors drawn from the spectral measure of a covariance and independent normal a_j, b_j of
/// variance C(0)/M it is a sample of the field in the limit M → ∞. At finite M it is Gaussian
/// for given wave vectors, with covariance (C(0)/M) Σ_j cos(k_j·(x-y)): off by C(0)/√M at most, one
/// standard deviation. Hessians have the right covariance as long as M is well above N(N+1)/2; for
/// spectra in N dimensions errors are of order N/M.
///
/// - Complexity: of B points, 2MNB operations for values and gradients and MN²B for Hessians, as matrix
///   products.
///
/// Reference: Longuet-Higgins, Phil. Trans. R. Soc. A 249, 321 (1957), such sums; Kraichnan, Phys. Fluids 13, 22
/// (1970), with wave vectors drawn.
public struct WaveField<Space: Domain>: Landscape {
  /// Where the field lives.
  public let domain: Space
  /// Number of waves M.
  public let waves: Int
  /// Which draw the waves are; nil if they were given.
  public let origin: Draw?

  /// Some of the waves, few enough for their matrices to stay in the cache.
  struct Block: Sendable {
    /// n x M' and its transpose.
    let wavevectors, transposed: Matrix<Double>
    let cosines, sines: [Double]
  }

  let blocks: [Block]

  /// The sum of given waves.
  ///
  /// - Parameters:
  ///   - domain: the space of the field.
  ///   - wavevectors: n x M, a wave vector per column; on a torus of period L multiples of 2π/L.
  ///   - cosines: M amplitudes a_j.
  ///   - sines: M amplitudes b_j.
  public init(on domain: Space, wavevectors: Matrix<Double>, cosines: [Double], sines: [Double]) {
    self.init(on: domain, wavevectors: wavevectors, cosines: cosines, sines: sines, origin: nil)
  }

  init(
    on domain: Space, wavevectors: Matrix<Double>, cosines: [Double], sines: [Double],
    origin: Draw?
  ) {
    self.origin = origin
    let n = domain.ambientDimension
    demand(
      wavevectors.rows == n, "wave vectors have \(wavevectors.rows) components, the domain \(n)")
    demand(
      cosines.count == wavevectors.columns && sines.count == wavevectors.columns,
      "\(wavevectors.columns) waves need as many amplitudes")
    self.domain = domain
    waves = cosines.count
    let size = 256
    blocks = stride(from: 0, to: waves, by: size).map { start in
      let range = start..<Swift.min(start + size, cosines.count)
      var (block, transposed) = (
        Matrix<Double>(rows: n, columns: range.count), Matrix<Double>(rows: range.count, columns: n)
      )
      for (column, j) in range.enumerated() {
        for i in 0..<n {
          block[i, column] = wavevectors[i, j]
          transposed[column, i] = wavevectors[i, j]
        }
      }
      return Block(
        wavevectors: block, transposed: transposed, cosines: Array(cosines[range]),
        sines: Array(sines[range]))
    }
  }

  /// Values and derivatives at each column of `points`.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear()
    for block in blocks { block.add(at: points, to: &jets) }
  }
}

extension WaveField.Block {
  func add(at points: Matrix<Double>, to jets: inout JetBatch) {
    let (waves, count) = (cosines.count, points.columns)
    var values = transposed * points
    var slopes = Matrix<Double>(rows: jets.order >= .gradient ? waves : 0, columns: count)
    for b in 0..<count {
      var sum = 0.0
      for j in 0..<waves {
        let (c, s) = (cos(values[j, b]), sin(values[j, b]))
        values[j, b] = cosines[j] * c + sines[j] * s
        sum += values[j, b]
        if jets.order >= .gradient { slopes[j, b] = sines[j] * c - cosines[j] * s }
      }
      jets.values[b] += sum
    }
    guard jets.order >= .gradient else { return }
    Matrix<Double>.multiply(wavevectors, slopes, into: &jets.gradients, adding: 1)
    guard jets.order == .hessian else { return }
    // A column of k kᵀ for each wave, packed.
    let n = wavevectors.rows
    var squares = Matrix<Double>(rows: n * (n + 1) / 2, columns: waves)
    for j in 0..<waves {
      var row = 0
      for q in 0..<n {
        for p in 0...q {
          squares[row, j] = wavevectors[p, j] * wavevectors[q, j]
          row += 1
        }
      }
    }
    Matrix<Double>.multiply(squares, values, scale: -1, into: &jets.hessians!, adding: 1)
  }
}

extension WaveField where Space == EuclideanSpace {
  /// A sample of the field with a covariance, as random plane waves.
  ///
  /// Randomness: the stream (seed, disorder, sample).
  ///
  /// - Parameters:
  ///   - covariance: C.
  ///   - n: the dimension of the space.
  ///   - waves: how many; the more, the closer to a Gaussian field.
  ///   - seed: the seed of wave vectors and amplitudes.
  ///   - sample: the number of the sample.
  ///   - length: the distance along an axis by which searches scale their starts and steps; nil for the correlation
  ///     length √(3λ₂/λ₄), if it is known.
  /// - Throws: ``FieldError`` if the covariance is not one in R^n, its spectral measure is not known, or the
  ///   waves do not fit into memory.
  public init(
    _ covariance: some Covariance, dimension n: Int, waves: Int, seed: UInt64, sample: Int = 0,
    length: Double? = nil
  ) throws(FieldError) {
    demand(waves >= 1, "\(waves) waves are none to add")
    try FieldError.checking { () throws(ParameterError) in try covariance.require(dimension: n) }
    try FieldError.requireMemory(bytes: 32 * Double(waves) * Double(n))
    let origin = Draw(seed: seed, sample: sample)
    var stream = origin.stream()
    guard let measure = covariance.spectralMeasure else { throw .noSpectrum }
    let columns = (0..<waves).map { _ in measure.wavevector(dimension: n, using: &stream) }
    let zero = [Double](repeating: 0, count: n)
    let amplitude = (covariance.value(at: zero) / Double(waves)).squareRoot()
    self.init(
      on: EuclideanSpace(
        dimension: n,
        length: length ?? (covariance as? IsotropicCovariance)?.correlationLength),
      wavevectors: Matrix<Double>(columns: columns),
      cosines: stream.normals(count: waves).map { $0 * amplitude },
      sines: stream.normals(count: waves).map { $0 * amplitude }, origin: origin)
  }
}
