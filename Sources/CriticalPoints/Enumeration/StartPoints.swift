internal import Numerics

/// The critical points of G(v) = Σ a_i v_i^d on v·v = 1, numbered.
///
/// On a set S of indices v_i^{d-2} = μ/(d a_i), elsewhere v_i = 0: with digits 0 (v_i = 0) or 1...d-2
/// (which root) every string but the zeros is a solution, up to a common root of unity that fixes
/// the first digit not zero to 1, and a sign.
struct StartPoints: Sendable {
  private let dimension: Int
  private let degree: Int
  /// (1/(d a_i))^{1/(d-2)}; for d = 2 the μ of the axes, d a_i.
  private let roots: [Complex<Double>]
  /// Paths of one sign.
  private let half: Int
  /// How many paths there are to track.
  let count: Int

  init(_ system: HomotopySystem) {
    dimension = system.dimension
    degree = system.degree
    roots = system.start.map {
      let z = Complex(Double(system.degree)) * $0
      return system.degree == 2 ? z : Complex.pow(z, Complex(-1 / Double(system.degree - 2)))
    }
    half = Self.count(degree: system.degree, dimension: system.dimension)
    count = system.hasParity ? half : 2 * half
  }

  /// ((d-1)^N - 1)/(d-2), the number of ± pairs of critical points of a generic polynomial of degree
  /// d ≥ 2 on the complex sphere.
  static func count(degree d: Int, dimension n: Int) -> Int {
    (0..<n).reduce(0) { sum, _ in sum * (d - 1) + 1 }
  }

  /// v and μ of a path, in one.
  func state(of path: Int) -> [Complex<Double>] {
    let (point, multiplier) = self[path]
    return point + [multiplier]
  }

  /// v and μ of a path.
  subscript(path: Int) -> (point: [Complex<Double>], multiplier: Complex<Double>) {
    let sign = path < half ? 1.0 : -1.0
    var rest = path < half ? path : path - half
    if degree == 2 {
      return ((0..<dimension).map { $0 == rest ? Complex(sign) : .zero }, roots[rest])
    }
    // Strings that start at digit q, (d-1)^{N-1-q} of them, q = 0 first.
    var first = 0
    var block = (1..<dimension).reduce(1) { power, _ in power * (degree - 1) }
    while rest >= block {
      rest -= block
      block /= degree - 1
      first += 1
    }
    var point = [Complex<Double>](repeating: 0, count: dimension)
    point[first] = roots[first]
    for i in stride(from: dimension - 1, to: first, by: -1) {
      let digit = rest % (degree - 1)
      rest /= degree - 1
      guard digit > 0 else { continue }
      point[i] =
        roots[i] * Complex(length: 1, phase: 2 * .pi * Double(digit - 1) / Double(degree - 2))
    }
    let square = point.reduce(Complex<Double>.zero) { $0 + $1 * $1 }
    let scale = Complex(sign) / Complex.sqrt(square)
    // v_i = r b_i with r^{d-2} = μ.
    return (point.map { $0 * scale }, Complex.pow(scale, degree - 2))
  }
}
