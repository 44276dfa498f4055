internal import Numerics

/// The transform of a free convolution from those of its two laws: G(z) = G₁(u₁) or u₁G₁(u₁)/z.
///
///     additive         u₂ = z - f₁(u₁),   u₁ = z - f₂(u₂),   f(u) = u - 1/G(u)
///     multiplicative   u₂ = z/f₁(u₁),     u₁ = z/f₂(u₂)
///
/// For Im z > 0 there is one solution in the upper half-plane, and iteration tends to it. It is found well above
/// the axis, and followed down by Newton's method, on the axis to rounding: inside the bulk u₁ is off the axis
/// and analytic in z. At an edge at distance d the error of u₁ is 1e-16/√d.
///
/// Reference: Belinschi and Bercovici, J. Anal. Math. 101, 357 (2007).
struct Subordination: Sendable {
  enum Operation: Sendable { case sum, product }

  let operation: Operation
  let first: StieltjesTransform
  let second: StieltjesTransform
  /// A length above all of the support.
  let scale: Double

  /// u₁ at a point of the upper half-plane or of the axis.
  func solve(_ z: Complex<Double>) -> Complex<Double> {
    var height = max(scale, z.imaginary)
    var u = start(Complex(z.real, height))
    for _ in 0..<12 { u = step(u, Complex(z.real, height)).next }
    while height > z.imaginary {
      u = refine(u, Complex(z.real, height))
      height = max(height / 8, z.imaginary)
      if height < 1e-13 * scale { height = z.imaginary }
    }
    return refine(u, z)
  }

  /// The jet at a point: f = f₁ + f₂ or f₁f₂.
  func jet(_ z: Complex<Double>) -> StieltjesJet {
    let u₁ = solve(z)
    let (one, two) = jets(u₁, z)
    let (value, slope) = (one.value, one.slope)
    let (f₁, f₂) = (one.remainder, two.remainder)
    let (g₁, g₂) = (one.remainderSlope, two.remainderSlope)
    switch operation {
    case .sum:
      // u₁' = 1 - g₂u₂', u₂' = 1 - g₁u₁'.
      let (rise₁, rise₂) = ((1 - g₂) / (1 - g₁ * g₂), (1 - g₁) / (1 - g₁ * g₂))
      return StieltjesJet(
        value: value, slope: slope * rise₁, remainder: f₁ + f₂,
        remainderSlope: g₁ * rise₁ + g₂ * rise₂)
    case .product:
      // u₁' = (1 - u₁g₂u₂')/f₂, u₂' = (1 - u₂g₁u₁')/f₁.
      let u₂ = z / f₁
      let determinant = 1 - u₁ * g₂ * u₂ * g₁ / (f₁ * f₂)
      let rise₁ = (1 - u₁ * g₂ / f₁) / (f₂ * determinant)
      let rise₂ = (1 - u₂ * g₁ / f₂) / (f₁ * determinant)
      let total = u₁ * value / z
      return StieltjesJet(
        value: total, slope: ((value + u₁ * slope) * rise₁ - total) / z, remainder: f₁ * f₂,
        remainderSlope: g₁ * rise₁ * f₂ + f₁ * g₂ * rise₂)
    }
  }

  /// Re (1 - T')², T' the slope of the iteration on the axis: 1 - T' is a root of the distance to an edge, real
  /// outside a band and imaginary inside, so that this changes its sign there as a line does.
  func edgeSign(_ x: Double) -> Double {
    let z = Complex(x, 0)
    let root = 1 - step(solve(z), z).slope
    return (root * root).real
  }

  private func start(_ z: Complex<Double>) -> Complex<Double> {
    operation == .sum ? z - Complex(second.mean) : z / Complex(second.mean)
  }

  /// The jets of both laws, at u₁ and at the u₂ that follows, which rounding may take below the axis.
  private func jets(_ u: Complex<Double>, _ z: Complex<Double>) -> (StieltjesJet, StieltjesJet) {
    let jet = first.jet(u)
    let other = operation == .sum ? z - jet.remainder : z / jet.remainder
    return (jet, second.jet(Complex(other.real, max(0, other.imaginary))))
  }

  /// The next u₁ of the iteration, and its derivative by the last.
  private func step(_ u: Complex<Double>, _ z: Complex<Double>) -> (
    next: Complex<Double>, slope: Complex<Double>
  ) {
    let (one, two) = jets(u, z)
    let slope = one.remainderSlope * two.remainderSlope
    switch operation {
    case .sum: return (z - two.remainder, slope)
    case .product:
      let next = z / two.remainder
      let ratio = next * z / (one.remainder * one.remainder * two.remainder)
      return (next, ratio * slope)
    }
  }

  /// Newton's method, with a step of the iteration wherever it would leave the upper half-plane; of all u the
  /// one that the iteration moves least.
  private func refine(_ start: Complex<Double>, _ z: Complex<Double>) -> Complex<Double> {
    var (u, best, least) = (start, start, Double.infinity)
    for _ in 0..<60 {
      let (next, slope) = step(u, z)
      let residual = (next - u).length
      if residual < least { (best, least) = (u, residual) }
      let move = (next - u) / (1 - slope)
      let target = u + move
      let isValid = target.isFinite && target.imaginary >= 0
      let last = u
      u = isValid ? target : Complex(next.real, max(0, next.imaginary))
      guard u.isFinite else { break }
      if isValid && move.length <= 2e-16 * last.length { return u }
    }
    return best
  }
}
