/// What the derivatives of a function can be over a box: intervals that contain all their values there.
package struct DerivativeBounds: Sendable {
  /// First derivatives; at a corner like that of |x| the slopes of both sides.
  package var gradient: [Interval]
  /// Second derivatives, a packed upper triangle by columns; nil where there may be none.
  package var hessian: [Interval]?
}

/// A landscape on flat space that bounds its derivatives over boxes, so that its critical points can be counted with
/// proof.
package protocol EnclosedLandscape: Landscape {
  /// Bounds over the box of a centre and half its sides; nil if there are none.
  func bounds(centre: [Double], half: [Double]) -> DerivativeBounds?
}
