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
}
