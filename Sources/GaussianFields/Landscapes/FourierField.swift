internal import Foundation
public import Landscapes
public import LinearAlgebra
public import RandomStreams
internal import Requirements

/// A Fourier series on a torus of period L, with exact derivatives.
///
///     V(x) = Σ_m a_m cos(k·x) + b_m sin(k·x),   k = 2πm/L
///
/// The function is that of a ``WaveField`` of the same waves. It is summed axis after axis, since e^{ik·x} is a
/// product over the axes.
///
/// - Complexity: 12 multiplications, in a matrix product, for each vector of the box that holds the m (half of
///   it, as -m is m): some hundred times less than a sine and a cosine each.
///
/// Reference: Longuet-Higgins, Phil. Trans. R. Soc. A 249, 321 (1957), random surfaces as such sums.
public struct FourierField: Landscape {
  /// Where the field lives.
  public let domain: Torus
  /// Number of waves.
  public var waves: Int { amplitudes.count }
  /// Which draw the amplitudes are; nil if they were given.
  public let origin: Draw?

  /// m, a and b of each wave.
  let vectors: [[Int]]
  let amplitudes: [(cosine: Double, sine: Double)]

  /// Σ_{m₁} c_m e^{ik₁x₁} as a real matrix: rows the real and the imaginary parts for each (m₂, ...), columns
  /// the cosines and the sines of m₁ = 0, 1, ...
  private let coefficients: Matrix<Double>
  /// Largest |m₂|, ...
  private let reaches: [Int]
  /// (0, k₂, ...) of each row.
  private let wavevectors: [SIMD4<Double>]

  /// - Parameters:
  ///   - domain: the torus.
  ///   - vectors: distinct m, of each pair m, -m one.
  ///   - cosines: an amplitude for each m.
  ///   - sines: an amplitude for each m.
  public init(on domain: Torus, vectors: [[Int]], cosines: [Double], sines: [Double]) {
    self.init(on: domain, vectors: vectors, cosines: cosines, sines: sines, origin: nil)
  }

  init(on domain: Torus, vectors: [[Int]], cosines: [Double], sines: [Double], origin: Draw?) {
    self.origin = origin
    let n = domain.dimension
    demand(n <= 3, "series are summed in 1 to 3 dimensions, not \(n)")
    demand(
      vectors.allSatisfy { $0.count == n } && cosines.count == vectors.count
        && sines.count == vectors.count, "\(vectors.count) waves need as many amplitudes")
    (self.domain, self.vectors) = (domain, vectors)
    amplitudes = zip(cosines, sines).map { ($0, $1) }
    func reach(_ axis: Int) -> Int { vectors.reduce(0) { max($0, abs($1[axis])) } }
    let reaches = (1..<n).map(reach)
    let (rows, columns) = (reaches.reduce(1) { $0 * (2 * $1 + 1) }, reach(0) + 1)
    var coefficients = Matrix<Double>(rows: 2 * rows, columns: 2 * columns)
    for (vector, (a, b)) in zip(vectors, zip(cosines, sines)) {
      let sign = vector[0] < 0 ? -1 : 1
      var (row, stride) = (0, 1)
      for (m, reach) in zip(vector.dropFirst(), reaches) {
        row += (sign * m + reach) * stride
        stride *= 2 * reach + 1
      }
      let (column, sine) = (sign * vector[0], Double(sign) * b)
      coefficients[row, column] += a
      coefficients[row, columns + column] += sine
      coefficients[rows + row, column] -= sine
      coefficients[rows + row, columns + column] += a
    }
    (self.coefficients, self.reaches) = (coefficients, reaches)
    let unit = 2 * Double.pi / domain.length
    wavevectors = (0..<rows).map { row in
      var (rest, k) = (row, SIMD4<Double>.zero)
      for (axis, reach) in reaches.enumerated() {
        k[axis + 1] = unit * Double(rest % (2 * reach + 1) - reach)
        rest /= 2 * reach + 1
      }
      return k
    }
  }

  /// Values and derivatives at each column of `points`.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    let orders = jets.order.rawValue + 1
    let columns = coefficients.columns / 2
    let unit = 2 * Double.pi / domain.length
    // k₁ʲ e^{ik₁x₁}, j = 0, 1, 2.
    var first = Matrix<Double>(rows: 2 * columns, columns: orders * points.columns)
    for b in 0..<points.columns {
      for m in 0..<columns {
        let k = unit * Double(m)
        var (c, s) = (cos(k * points[0, b]), sin(k * points[0, b]))
        for j in 0..<orders {
          (first[m, b * orders + j], first[columns + m, b * orders + j]) = (c, s)
          (c, s) = (k * c, k * s)
        }
      }
    }
    var sums = Matrix<Double>(rows: coefficients.rows, columns: first.columns)
    Matrix<Double>.multiply(coefficients, first, into: &sums)
    for b in 0..<points.columns { fold(sums, at: points, b, into: &jets) }
  }

  /// The sum over (m₂, ...) at point b; a factor of ik for each derivative.
  private func fold(
    _ sums: Matrix<Double>, at points: Matrix<Double>, _ b: Int, into jets: inout JetBatch
  ) {
    let (orders, rows) = (jets.order.rawValue + 1, sums.rows / 2)
    let phases = phases(points, b)
    var value = 0.0
    var gradient = SIMD4<Double>.zero
    var (first, second, third) = (gradient, gradient, gradient)
    sums.elements.withUnsafeBufferPointer { sums in
      for row in 0..<rows {
        let (phase, k) = (phases[row], wavevectors[row])
        func turned(_ j: Int) -> (re: Double, im: Double) {
          let start = 2 * rows * (b * orders + j) + row
          let (x, y) = (sums[start], sums[start + rows])
          return (phase.c * x - phase.s * y, phase.s * x + phase.c * y)
        }
        let whole = turned(0)
        value += whole.re
        guard orders > 1 else { continue }
        let slope = turned(1)
        gradient -= k * whole.im
        gradient[0] -= slope.im
        guard orders > 2 else { continue }
        first -= k * slope.re
        first[0] -= turned(2).re
        second -= k * (k[1] * whole.re)
        third -= k * (k[2] * whole.re)
      }
    }
    jets.values[b] = value
    let n = domain.dimension
    if orders > 1 { for i in 0..<n { jets.gradients[i, b] = gradient[i] } }
    guard orders > 2 else { return }
    for j in 0..<n {
      for i in 0...j {
        jets.hessians![j * (j + 1) / 2 + i, b] = i == 0 ? first[j] : i == 1 ? second[j] : third[j]
      }
    }
  }

  /// e^{i(k₂x₂ + ...)} of each row.
  private func phases(_ points: Matrix<Double>, _ b: Int) -> [(c: Double, s: Double)] {
    let unit = 2 * Double.pi / domain.length
    var phases = [(c: 1.0, s: 0.0)]
    for (axis, reach) in reaches.enumerated() {
      let known = phases
      phases = []
      for m in -reach...reach {
        let angle = unit * Double(m) * points[axis + 1, b]
        let (c, s) = (cos(angle), sin(angle))
        for one in known { phases.append((c * one.c - s * one.s, c * one.s + s * one.c)) }
      }
    }
    return phases
  }
}
