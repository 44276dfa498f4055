internal import Foundation

/// Wigner's semicircle on [-1, 1], density (2/π)√(1-t²): the limiting spectrum of a GOE matrix in
/// units of its edge.
public enum SemicircleLaw {
  /// F(t) = 1/2 + (t √(1-t²) + arcsin t)/π on [-1, 1]; 0 below and 1 above.
  public static func distribution(_ t: Double) -> Double {
    if t <= -1 { return 0 }
    if t >= 1 { return 1 }
    return 0.5 + (t * ((1 - t) * (1 + t)).squareRoot() + asin(t)) / .pi
  }

  /// The t in [-1, 1] with F(t) = p, to rounding.
  public static func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a probability lies in 0...1, not \(p)")
    if p > 0.5 { return -quantile(1 - p) }
    // t = -cos(θ/2), F = (θ - sin θ)/(2π): convex in θ on [0, π], so Newton from above descends.
    var θ = Double.pi
    for _ in 0..<200 {
      let slope = 1 - cos(θ)
      guard slope > 0 else { break }
      let step = (θ - sin(θ) - 2 * .pi * p) / slope
      θ -= step
      if abs(step) <= 2 * θ.ulp { break }
    }
    return -cos(θ / 2)
  }
}
