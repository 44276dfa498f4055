internal import Foundation
public import Requirements
internal import SpecialFunctions

extension Law {
  /// The law of Kesten and McKay: eigenvalues of a large random regular graph.
  ///
  ///     density d √(4(d - 1) - x²) / (2π(d² - x²)) on [-2√(d-1), 2√(d-1)]
  ///
  /// Scale: the adjacency matrix itself, entries 0 and 1, degree d, without its one eigenvalue d. For
  /// d = 2 it is the arcsine law on [-2, 2]; x/√d tends to the semicircle of radius 2.
  ///
  /// The degree is from 2 to 10¹⁵; beyond, whole numbers have no double of their own.
  ///
  /// - Throws: ``/Requirements/ParameterError`` for a degree that is none of these.
  ///
  /// Reference: Kesten, Trans. AMS 92, 336 (1959); McKay, Linear Algebra Appl. 40, 203 (1981).
  public static func kestenMcKay(degree: Int) throws(ParameterError) -> any SpectralLaw {
    try KestenMcKayLaw(degree: degree)
  }
}

package struct KestenMcKayLaw: SpectralLaw {
  /// The degree d.
  package let degree: Int
  private let fromPole: SquareRootBulk
  private let recurrence: ConstantRecurrence

  package init(degree: Int) throws(ParameterError) {
    try ParameterError.require("degree", Double(degree), "2 or more") { $0 >= 2 }
    try ParameterError.require("degree", Double(degree), "at most 1000000000000000") {
      $0 <= 1e15
    }
    self.degree = degree
    let (branches, root) = (Double(degree - 1), Double(degree - 1).squareRoot())
    fromPole = SquareRootBulk(root, 1, difference: Double(degree - 2) / (root + 1))
    recurrence = ConstantRecurrence(
      mean: 0, variance: Double(degree), centre: 0, square: branches)
  }

  private var edge: Double { 2 * Double(degree - 1).squareRoot() }

  package var support: ClosedRange<Double> { -edge...edge }

  package func density(_ x: Double) -> Double {
    guard abs(x) < edge else { return outside(x, 0) }
    let d = Double(degree)
    return d * ((edge - x) * (edge + x)).squareRoot() / (2 * .pi * (d - x) * (d + x))
  }

  package func distribution(_ x: Double) -> Double {
    if x <= -edge { return 0 }
    if x >= edge { return 1 }
    let φ = SquareRootBulk.angle(x, from: -edge, to: edge)
    let difference = fromPole.part(to: φ) - fromPole.part(to: .pi - φ)
    return clampedProbability(0.5 + difference / 2)
  }

  /// Closed walks of k steps from a vertex of the d-regular tree; 0 for odd orders.
  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return recurrence.moment(k)
  }
}
