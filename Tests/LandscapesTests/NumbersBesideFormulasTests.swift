import Landscapes
import Testing

/// Numbers of formulas stand beside literals and numbers, and leave expressions of `Double` what they are.
@Suite struct NumbersBesideFormulasTests {
  /// What is not a number is in no order, beside integer literals too.
  @Test(arguments: [Double.nan, 0, 1, 2]) func comparisons(_ x: Double) {
    let one = [1.0][0]
    #expect((x < 1) == x.isLess(than: one) && (1 < x) == one.isLess(than: x))
    #expect((x > 1) == one.isLess(than: x) && (1 > x) == x.isLess(than: one))
    #expect((x <= 1) == x.isLessThanOrEqualTo(one) && (1 <= x) == one.isLessThanOrEqualTo(x))
    #expect((x >= 1) == one.isLessThanOrEqualTo(x) && (1 >= x) == x.isLessThanOrEqualTo(one))
    #expect((x <= 1.0) == x.isLessThanOrEqualTo(one) && (1.0 >= x) == x.isLessThanOrEqualTo(one))
    #expect((x == 1) == x.isEqual(to: one) && (x != 1) != x.isEqual(to: one))
    let types: [Any.Type] = [
      type(of: x + 1), type(of: 1 + x), type(of: x - 1), type(of: 1 - x), type(of: x * 2),
      type(of: 2 * x), type(of: x / 2), type(of: 2 / x), type(of: -x), type(of: abs(x) + 2.5),
      type(of: max(x, 1)), type(of: 2 * x * 3 + 1),
    ]
    #expect(types.allSatisfy { $0 == Double.self })
  }

  /// The same of a formula's own numbers, among themselves and beside both kinds of literals and numbers.
  @Test(arguments: [Double.nan, 0, 1, 2]) func comparisonsInFormulas(_ x: Double) {
    let one = [1.0][0]
    let answers = FunctionLandscape(dimension: 2) { y in
      let all = [
        y[0] < 1, y[0] <= 1, y[0] > 1, y[0] >= 1, y[0] < one, y[0] <= one, y[0] > one, y[0] >= one,
        y[0] < y[1], y[0] <= y[1], y[0] > y[1], y[0] >= y[1], one >= y[0], one > y[0], one <= y[0],
        one < y[0], y[0] == y[1],
      ]
      let number = all.reduce(0.0) { 2 * $0 + ($1 ? 1 : 0) }
      return number + 0 * y[1]
    }
    let all = [
      x < one, x <= one, x > one, x >= one, x < one, x <= one, x > one, x >= one, x < one, x <= one,
      x > one, x >= one, x <= one, x < one, x >= one, x > one, x == one,
    ]
    #expect(answers.value(at: [x, 1]) == all.reduce(0.0) { 2 * $0 + ($1 ? 1 : 0) })
  }
}
