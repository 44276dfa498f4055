internal import Foundation
public import Requirements

extension Law {
  /// A law of finitely many points, such as Bernoulli's; equal points are put together.
  ///
  ///     F(x) = Σ_{x_i ≤ x} m_i
  ///
  /// - Throws: unless there are points, all finite, of positive masses whose sum is 1 to 1e-12.
  ///
  /// Reference: Nica and Speicher, Lectures on the Combinatorics of Free Probability (2006), sums of such laws.
  public static func atomic(
    points: [Double], masses: [Double]
  ) throws(ParameterError) -> any SpectralLaw {
    try AtomicLaw(points: points, masses: masses)
  }

  /// A measured spectrum: equal masses on the eigenvalues of one matrix, multiple ones together.
  ///
  ///     F(x) = #{i : λ_i ≤ x}/n
  ///
  /// - Throws: ``/Requirements/ParameterError`` for none, or one that is not finite.
  ///
  /// Reference: Anderson, Guionnet and Zeitouni, An Introduction to Random Matrices (2010), section 2.1.
  public static func atomic(eigenvalues: [Double]) throws(ParameterError) -> any SpectralLaw {
    try AtomicLaw(eigenvalues: eigenvalues)
  }
}

package struct AtomicLaw: SpectralLaw {
  package let atoms: [SpectralAtom]
  private let sums: [Double]

  package init(eigenvalues: [Double]) throws(ParameterError) {
    let mass = 1 / Double(eigenvalues.count)
    try self.init(points: eigenvalues, masses: eigenvalues.map { _ in mass })
  }

  package init(points: [Double], masses: [Double]) throws(ParameterError) {
    demand(
      points.count == masses.count, "\(masses.count) masses for \(points.count) points")
    try ParameterError.requireCount("number of points", points.count)
    for x in points { try ParameterError.require("point", x, "finite ones") { _ in true } }
    for mass in masses { try ParameterError.requirePositive("mass", mass) }
    let sum = masses.reduce(0, +)
    try ParameterError.require("sum of the masses", sum, "masses of sum 1") {
      abs($0 - 1) <= 1e-12
    }
    var (atoms, sums): ([SpectralAtom], [Double]) = ([], [])
    var total = 0.0
    for (position, mass) in zip(points, masses).sorted(by: { $0.0 < $1.0 }) {
      total += mass / sum
      if let last = atoms.last, last.position == position {
        atoms[atoms.count - 1] = SpectralAtom(position: position, mass: last.mass + mass / sum)
        sums[sums.count - 1] = total
      } else {
        atoms.append(SpectralAtom(position: position, mass: mass / sum))
        sums.append(total)
      }
    }
    sums[sums.count - 1] = 1
    (self.atoms, self.sums) = (atoms, sums)
  }

  package var support: ClosedRange<Double> {
    atoms[0].position...atoms[atoms.count - 1].position
  }

  package func density(_ x: Double) -> Double { outside(x, 0) }

  package func distribution(_ x: Double) -> Double {
    atoms.lastIndex { $0.position <= x }.map { sums[$0] } ?? outside(x, 0)
  }

  package func quantile(_ p: Double) -> Double {
    guard requireProbability(p) else { return .nan }
    return atoms[sums.firstIndex { $0 >= p } ?? atoms.count - 1].position
  }

  package func moment(_ k: Int) -> Double {
    requireOrder(k)
    return atoms.reduce(0) { $0 + $1.mass * pow($1.position, Double(k)) }
  }

  package var variance: Double {
    let mean = mean
    return atoms.reduce(0) { $0 + $1.mass * pow($1.position - mean, 2) }
  }
}
