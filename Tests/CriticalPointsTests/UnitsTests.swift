import CriticalPoints
import LinearAlgebra
import Models
import SpinGlasses
import Testing

/// A landscape does not change when its units of length and value do, and neither does any answer: the same
/// points, indices, outcomes and verdicts.
@Suite struct UnitsTests {
  /// Plain Newton steps from far away amplify rounding without bound, which powers of two do not change.
  static func units(_ method: SearchMethod) -> [Double] {
    method == .newton || method == .cappedNewton
      ? [0x1p-100, 0x1p-30, 0x1p-10, 2, 0x1p10, 0x1p30, 0x1p100] : Self.units
  }

  static let units = [1e-30, 1e-9, 1e-3, 7, 1e3, 1e9, 1e30]

  /// Records in units of length and value against those in natural ones.
  private func expectSame(
    _ plain: [CriticalPoint], _ scaled: [CriticalPoint], length: Double, value: Double,
    size: Double,
    height: Double, _ comment: Comment
  ) {
    #expect(plain.count == scaled.count, comment)
    for (a, b) in zip(plain, scaled) {
      #expect(a.outcome == b.outcome && a.zeroModes == b.zeroModes, comment)
      guard a.outcome == .converged else { continue }
      #expect(a.index == b.index, comment)
      let shift = zip(a.position, b.position).map { $0 - $1 / length }
      #expect(norm(shift) < 1e-7 * size, comment)
      #expect(abs(a.value - b.value / value) < 1e-10 * height, comment)
    }
  }

  private func hamiltonian(_ terms: String, n: Int, unit: Double) throws -> PSpinHamiltonian {
    let plain = PSpinHamiltonian(try Mixture(parsing: terms), dimension: n, seed: 3)
    let tensors = plain.parts.map { part in
      SymmetricTensor(
        degree: part.tensor.degree, dimension: n, elements: part.tensor.elements.map { $0 * unit })
    }
    return PSpinHamiltonian(plain.mixture, dimension: n, tensors: tensors)
  }

  @Test(arguments: SearchMethod.allCases, ["3:1", "1:0.1,2:1,4:0.5"])
  func sphericalSearches(_ method: SearchMethod, _ terms: String) throws {
    let n = 12
    func found(_ unit: Double) throws -> [CriticalPoint] {
      Search(try hamiltonian(terms, n: n, unit: unit), method: method).run(points: 24, seed: 1)
    }
    let plain = try found(1)
    // Of the mixture with a field one walk in forty finds no critical point.
    if method == .indexTargeted { #expect(plain.count { $0.outcome == .converged } >= 22) }
    for unit in Self.units(method) {
      expectSame(plain, try found(unit), length: 1, value: unit, size: 3.5, height: 10, "\(unit)")
    }
  }

  /// A function whose author states no scale.
  @Test(arguments: SearchMethod.allCases) func plainFunctions(_ method: SearchMethod) {
    func found(_ length: Double, _ value: Double) -> [CriticalPoint] {
      let scaled = PlaneLandscape.himmelblau.scaled(length: length, value: value)
      return Search(scaled, method: method).run(points: 24, seed: 1)
    }
    let plain = found(1, 1)
    #expect(plain.count { $0.outcome == .converged } > 12)
    for unit in Self.units(method) {
      for (length, value) in [(unit, 1), (1, unit), (unit, unit)] {
        expectSame(
          plain, found(length, value), length: length, value: value, size: 3, height: 100,
          "\(length), \(value)")
      }
    }
  }

  /// The box sweep of a function of the plane, certified by nothing but its checks.
  @Test func boxSweeps() {
    func result(_ length: Double, _ value: Double) -> Sweep<PlaneLandscape>.Result {
      let scaled = PlaneLandscape.himmelblau.scaled(length: length, value: value)
      return Sweep(scaled, reach: 6 * length, scale: 2 * length).run()
    }
    for unit in [1] + Self.units {
      for (length, value) in [(unit, 1), (1, unit), (unit, unit)] {
        let result = result(length, value)
        #expect(
          result.byIndex == [4, 4, 1] && result.completeness == .checked, "\(length), \(value)")
      }
    }
  }

  @Test(arguments: ["3:1", "1:0.1,2:1,4:0.5", "2:1"]) func enumeration(_ terms: String) throws {
    let n = 6
    let plain = try Enumeration.run(try hamiltonian(terms, n: n, unit: 1))
    #expect(plain.completeness == .proved)
    for unit in Self.units + [1e-200, 1e200] {
      let scaled = try Enumeration.run(try hamiltonian(terms, n: n, unit: unit))
      #expect(scaled.completeness == .proved && scaled.byIndex == plain.byIndex, "\(unit)")
      for (a, b) in zip(plain.points, scaled.points) {
        #expect(a.index == b.index)
        #expect(norm(zip(a.position, b.position).map { $0 - $1 }) < 1e-8, "\(unit)")
      }
    }
  }
}
