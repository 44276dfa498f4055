import SpecialFunctions
import Testing

@Suite struct HermiteFunctionTests {
  private func functions(_ count: Int, at y: Double) -> [Double] {
    var values: [Double] = []
    forEachHermiteFunction(count, at: y) { values.append($1) }
    return values
  }

  /// Orthonormal, by the trapezoidal rule, which is exact to rounding for them.
  @Test func orthonormal() {
    let (count, step) = (60, 0.05)
    let rows = (-400...400).map { functions(count, at: step * Double($0)) }
    for j in [0, 1, 17, 59] {
      for k in [0, 1, 17, 59] {
        let sum = rows.reduce(0) { $0 + step * $1[j] * $1[k] }
        #expect(abs(sum - (j == k ? 1 : 0)) < 1e-13)
      }
    }
  }

  /// Where exp(-y²/2) is no number: ψ_800(45) to 30 digits, by mpmath.
  @Test func farOut() {
    #expect(abs(functions(801, at: 45)[800] / 3.6400886980893612e-31 - 1) < 1e-12)
    #expect(functions(5, at: 60).allSatisfy { $0 == 0 })
  }
}
