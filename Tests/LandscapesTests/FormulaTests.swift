import Numerics
import Foundation
import LandscapeConformance
import Landscapes
import LinearAlgebra
import RandomStreams
import Testing

/// Derivatives of formulas against derivatives by hand, and against Taylor slopes.
@Suite struct FormulaTests {
  /// Largest differences of value, gradient and Hessian, relative to the largest of each at that point.
  private func differences(
    _ a: some Landscape, _ b: some Landscape, at points: Matrix<Double>
  ) -> [Double] {
    let (a, b) = (a.jets(at: points, upTo: .hessian), b.jets(at: points, upTo: .hessian))
    func worst(_ a: [Double], _ b: [Double]) -> Double {
      let size = b.reduce(0) { max($0, abs($1)) }
      return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / (size == 0 ? 1 : size)
    }
    return (0..<points.columns).reduce([0, 0, 0]) { worsts, k in
      let pairs = [
        ([a.values[k]], [b.values[k]]), (a.gradients.column(k), b.gradients.column(k)),
        (a.hessians!.column(k), b.hessians!.column(k)),
      ]
      return zip(worsts, pairs).map { max($0, worst($1.0, $1.1)) }
    }
  }

  private func points(of domain: some Domain, count: Int = 40, positive: Bool = false)
    -> Matrix<Double>
  {
    var stream = RandomStream(seed: 3, purpose: .noise)
    return Matrix<Double>(
      columns: (0..<count).map { _ in
        let point = domain.point(fromNormals: stream.normals(count: domain.ambientDimension))
        return positive ? point.map(abs) : point
      })
  }

  private static let pairs: [(name: String, FunctionLandscape<Box>, HandWritten<Box>)] = [
    ("eggholder", TestFunction.eggholder, .eggholder),
    ("camel", TestFunction.sixHumpCamel, .sixHumpCamel),
    ("double well", TestFunction.doubleWell(dimension: 3), .doubleWell),
    ("Rastrigin", TestFunction.rastrigin(dimension: 4), .rastrigin),
    ("Ackley", TestFunction.ackley(dimension: 3), .ackley),
    ("Müller-Brown", TestFunction.muellerBrown, .muellerBrown),
    ("octopus", TestFunction.octopus(dimension: 3), .octopus),
  ]

  @Test(arguments: 0..<pairs.count) func testFunctionsAreThoseByHand(_ number: Int) {
    let (name, formula, hand) = Self.pairs[number]
    let points = points(of: formula.domain, positive: name == "octopus")
    let differences = differences(formula, hand, at: points)
    #expect(differences.allSatisfy { $0 < 1e-12 }, "\(name): \(differences)")
    if name != "octopus" { #expect(landscapeViolations(formula) == []) }
  }

  @Test func himmelblauIsThatByHand() {
    let formula = TestFunction.himmelblau
    let differences = differences(formula, himmelblau, at: points(of: formula.domain))
    #expect(differences.allSatisfy { $0 < 1e-12 })
    #expect(landscapeViolations(formula) == [])
  }

  /// Inside the pieces, on the scale of which the joints are far: a hundredth of a length.
  @Test func octopusSlopes() {
    let function = TestFunction.octopus(dimension: 3).formula
    let fine = FunctionLandscape(dimension: 3, length: 0.01, function)
    var stream = RandomStream(seed: 4, purpose: .noise)
    for place in [
      [0.5, 0.4, 0.3], [1.5, 0.4, 0.3], [3.0, 1.5, 0.4], [3.0, 4.5, 1.4], [3.0, 3.5, 4.5],
    ] {
      let check = DerivativeCheck(fine, at: place, along: stream.normals(count: 3))
      #expect(abs(check.gradientSlope - 2) < 0.1 && check.hessianSlope > 2.9, "\(place): \(check)")
    }
  }

  /// Every operation, in the middle of its domain, twice nested.
  private static let operations: [(name: String, @Sendable (TracedNumber) -> TracedNumber)] = [
    ("exp", { exp($0) }), ("expm1", { expm1($0) }), ("log", { log(4 + $0) }),
    ("log1p", { log1p($0 / 2) }), ("sin", { sin($0) }), ("cos", { cos($0) }),
    ("tan", { tan($0) }), ("asin", { asin($0 / 2) }), ("acos", { acos($0 / 2) }),
    ("atan", { atan($0) }), ("sinh", { sinh($0) }), ("cosh", { cosh($0) }),
    ("tanh", { tanh($0) }), ("asinh", { asinh($0) }), ("acosh", { acosh(3 + $0) }),
    ("atanh", { atanh($0 / 2) }), ("sqrt", { sqrt(4 + $0) }),
    ("squareRoot", { (4 + $0).squareRoot() }), ("erf", { erf($0) }), ("erfc", { erfc($0) }),
    ("pow 3", { pow($0, 3) }), ("pow -2", { pow(4 + $0, -2) }), ("pow 2.5", { pow(4 + $0, 2.5) }),
    ("pow x", { pow(4 + $0, $0) }), ("root", { .root(4 + $0, 3) }),
    ("atan2", { atan2($0, 2 - $0) }), ("hypot", { hypot($0, 1 + $0 * $0) }),
    ("abs", { abs($0 - 3) * abs($0 + 3) }), ("quotient", { (1 + $0) / (4 - $0) }),
    ("reciprocal", { (4 + $0).reciprocal! }), ("difference", { 1 - (0.5 - $0) }),
    ("negative", { -$0 }), ("minimum", { min($0 * $0, 9) }), ("maximum", { max($0 * $0, -9) }),
    ("branch", { $0 < 0 ? $0 * $0 * $0 : -$0 * $0 * $0 }),
  ]

  /// As a function of two variables inside, at points below one.
  private static func nested(_ operation: @escaping @Sendable (TracedNumber) -> TracedNumber)
    -> FunctionLandscape<Box>
  {
    FunctionLandscape(on: Box(-0.99...0.99, dimension: 2, length: 1)) { x in
      operation(0.6 * x[0] + 0.3 * x[1] * x[1]) * (2 + x[1]) + operation(sin(x[0] * x[1]))
    }
  }

  @Test(arguments: operations.indices) func operationsHaveTheirDerivatives(_ number: Int) {
    let (name, operation) = Self.operations[number]
    #expect(landscapeViolations(Self.nested(operation), points: 24) == [], "\(name)")
  }

  private static func bowl<T: AlgebraicField & ElementaryFunctions>(_ x: [T]) -> T {
    x.reduce(0) { $0 + .exp($1) * .cos($1) }
  }

  /// The same function by swift-numerics' protocols gives the same.
  @Test func genericFunctionsServeBoth() {
    let formula = FunctionLandscape(dimension: 3) { Self.bowl($0) }
    let x = [0.3, -1.2, 2.1]
    #expect(formula.value(at: x) == Self.bowl(x))
    #expect(
      zip(formula.euclideanGradient(at: x), x).allSatisfy {
        abs($0 - exp($1) * (cos($1) - sin($1))) < 1e-14 * exp($1)
      })
  }

  /// More variables than a mask has groups, of which each meets its neighbours alone; some are not used at all.
  @Test(arguments: [1, 7, 8, 9, 20, 530]) func chains(_ n: Int) {
    let formula = FunctionLandscape(dimension: n + 3) { x in
      var sum: TracedNumber = 1
      for i in 0..<n { sum += x[i] * x[i] * x[(i + 1) % n] * x[(i + 1) % n] * (1 + Double(i % 7)) }
      return sum
    }
    let hand = HandWritten(domain: formula.domain) { x in
      var value = 1.0
      var gradient = [Double](repeating: 0, count: n + 3)
      var hessian = Matrix<Double>(rows: n + 3, columns: n + 3)
      for i in 0..<n {
        let (j, c) = ((i + 1) % n, 1 + Double(i % 7))
        value += c * x[i] * x[i] * x[j] * x[j]
        gradient[i] += 2 * c * x[i] * x[j] * x[j]
        gradient[j] += 2 * c * x[i] * x[i] * x[j]
        hessian[i, i] += 2 * c * x[j] * x[j]
        hessian[j, j] += 2 * c * x[i] * x[i]
        hessian[i, j] += 4 * c * x[i] * x[j]
        hessian[j, i] += 4 * c * x[i] * x[j]
      }
      return (value, gradient, hessian)
    }
    let differences = differences(formula, hand, at: points(of: formula.domain, count: 3))
    #expect(differences.allSatisfy { $0 < 1e-13 }, "\(differences)")
  }

  @Test func constantsAndVariablesAlone() {
    let constant = FunctionLandscape(dimension: 2) { _ in 5 }
    #expect(constant.value(at: [1, 2]) == 5)
    #expect(constant.euclideanGradient(at: [1, 2]) == [0, 0])
    #expect(constant.euclideanHessian(at: [1, 2]).elements == [0, 0, 0, 0])
    for i in 0..<3 {
      let variable = FunctionLandscape(dimension: 3) { $0[i] }
      #expect(variable.euclideanGradient(at: [1, 2, 3]) == (0..<3).map { $0 == i ? 1 : 0 })
      #expect(variable.euclideanHessian(at: [1, 2, 3]).elements.allSatisfy { $0 == 0 })
    }
    // What does not matter has no derivatives, not infinite ones.
    let unused = FunctionLandscape(dimension: 1) { x in
      _ = sqrt(x[0])
      return 3 * x[0] * x[0]
    }
    #expect(unused.euclideanHessian(at: [0]).elements == [6])
  }

  /// Both halves of a Hessian are one entry.
  @Test func entriesBySymmetry() {
    let points = Matrix<Double>(columns: [[0.3, 0.4], [1, 2]])
    var jets = himmelblau.jets(at: points, upTo: .hessian)
    #expect(jets[hessian: 0, 1, at: 1] == himmelblau.euclideanHessian(at: [1, 2])[0, 1])
    jets[hessian: 1, 0, at: 1] = 7
    #expect(jets[hessian: 0, 1, at: 1] == 7 && jets.hessian(1)[1, 0] == 7)
    #expect(jets.hessian(0).elements == himmelblau.euclideanHessian(at: [0.3, 0.4]).elements)
  }

  /// A derivative that is zero at a point is no reason to leave out what bends there.
  @Test func productsAtZero() {
    let formula = FunctionLandscape(dimension: 2) { x in x[0] * x[0] * x[1] }
    #expect(formula.euclideanHessian(at: [3, 0]).elements == [0, 6, 6, 0])
  }

  @Test func corners() {
    let corner = FunctionLandscape(dimension: 1) { abs($0[0]) }
    #expect(corner.value(at: [0]) == 0)
    #expect(corner.euclideanGradient(at: [0])[0].isNaN)
    #expect(corner.euclideanGradient(at: [-2]) == [-1])
  }

  /// In units of 10^±9 the derivatives are those in units of one.
  @Test(arguments: [1e-9, 1e9]) func units(_ unit: Double) {
    let plain = TestFunction.muellerBrown
    let scaled = FunctionLandscape(dimension: 2) { x in
      unit * plain.formula(x.map { $0 / unit })
    }
    let x = [0.3, 0.4]
    let (g, h) = (plain.euclideanGradient(at: x), plain.euclideanHessian(at: x).elements)
    let there = x.map { unit * $0 }
    for (a, b) in zip(scaled.euclideanGradient(at: there), g) { #expect(abs(a / b - 1) < 1e-12) }
    for (a, b) in zip(scaled.euclideanHessian(at: there).elements, h) {
      #expect(abs(unit * a / b - 1) < 1e-12)
    }
  }

  @Test func numbersOfAnotherFormula() async {
    await #expect(processExitsWith: .failure) {
      let other = FunctionLandscape(dimension: 1) { $0[0] }
      let formula = FunctionLandscape(dimension: 1) { x in
        let kept = Kept()
        _ = FunctionLandscape(on: other.domain) { y in
          kept.number = y[0]
          return y[0]
        }.euclideanGradient(at: [1])
        return kept.number + 0 * x[0]
      }
      _ = formula.euclideanGradient(at: [1])
    }
  }

  private final class Kept: @unchecked Sendable { var number: TracedNumber = 0 }

  /// A small network, two inputs, four units, one output: 17 parameters, by hand through its layers.
  @Test func tanhNetwork() {
    let inputs = [[0.3, -1.1], [1.7, 0.4], [-0.6, 0.9]]
    let targets = [0.5, -0.2, 1.1]
    let formula = FunctionLandscape(dimension: 17) { w in
      var loss: TracedNumber = 0
      for (x, y) in zip(inputs, targets) {
        var output = w[16]
        for unit in 0..<4 {
          output += w[12 + unit] * tanh(w[2 * unit] * x[0] + w[2 * unit + 1] * x[1] + w[8 + unit])
        }
        loss += (output - y) * (output - y) / 2
      }
      return loss
    }
    let hand = HandWritten(domain: formula.domain) { w in
      var value = 0.0
      var gradient = [Double](repeating: 0, count: 17)
      var hessian = Matrix<Double>(rows: 17, columns: 17)
      for (x, y) in zip(inputs, targets) {
        let input = [x[0], x[1], 1]
        // ∂output, with second derivatives inside one unit only.
        var output = w[16]
        var slope = [Double](repeating: 0, count: 17)
        var bend = Matrix<Double>(rows: 17, columns: 17)
        slope[16] = 1
        for unit in 0..<4 {
          let places = [2 * unit, 2 * unit + 1, 8 + unit]
          let h = tanh(zip(places, input).reduce(0) { $0 + w[$1.0] * $1.1 })
          let d = 1 - h * h
          output += w[12 + unit] * h
          slope[12 + unit] = h
          for (i, a) in zip(places, input) {
            slope[i] = w[12 + unit] * d * a
            bend[i, 12 + unit] = d * a
            bend[12 + unit, i] = d * a
            for (j, b) in zip(places, input) { bend[i, j] = -2 * w[12 + unit] * h * d * a * b }
          }
        }
        let miss = output - y
        value += miss * miss / 2
        for i in 0..<17 {
          gradient[i] += miss * slope[i]
          for j in 0..<17 { hessian[i, j] += slope[i] * slope[j] + miss * bend[i, j] }
        }
      }
      return (value, gradient, hessian)
    }
    let differences = differences(formula, hand, at: points(of: formula.domain))
    #expect(differences.allSatisfy { $0 < 1e-12 }, "\(differences)")
    #expect(landscapeViolations(formula) == [])
  }

  /// Bounds over boxes hold the derivatives anywhere inside; smaller boxes have tighter ones. Control: bounds of half the
  /// box do not hold those of all of it.
  @Test(arguments: operations.indices) func boundsHold(_ number: Int) throws {
    let (name, operation) = Self.operations[number]
    let formula = Self.nested(operation)
    var stream = RandomStream(seed: 5, purpose: .noise)
    var tries = 0
    var escapes = 0
    for _ in 0..<40 {
      let centre = stream.uniforms(count: 2).map { 1.6 * $0 - 0.8 }
      let half = stream.uniforms(count: 2).map { 0.05 * $0 + 1e-3 }
      guard let bounds = formula.bounds(centre: centre, half: half), let hessian = bounds.hessian
      else { continue }
      let inner = try #require(formula.bounds(centre: centre, half: half.map { 0.3 * $0 }))
      tries += 1
      for _ in 0..<20 {
        let x = zip(centre, half).map { $0 + $1 * (2 * stream.uniform() - 1) }
        let jets = formula.jets(at: Matrix<Double>(columns: [x]), upTo: .hessian)
        let all = zip(bounds.gradient + hessian, jets.gradients.elements + jets.hessians!.elements)
        #expect(all.allSatisfy { $0.contains($1) }, "\(name) at \(x)")
        escapes += zip(inner.gradient, jets.gradients.elements).count { !$0.contains($1) }
      }
      let point = try #require(formula.bounds(centre: centre, half: [0, 0]))
      let jets = formula.jets(at: Matrix<Double>(columns: [centre]), upTo: .hessian)
      for (a, b) in zip(point.gradient, jets.gradients.elements) {
        let size = norm(jets.gradients.elements)
        #expect(a.contains(b) && a.upper - a.lower < 1e-11 * size, "\(name): \(a), \(b)")
      }
    }
    #expect(tries > 10 && escapes > tries, "\(name)")
  }

  /// A decision that may fall otherwise inside a box leaves it without bounds, as does a look at a value.
  @Test func decisionsHaveNoBounds() {
    let branch = FunctionLandscape(dimension: 1) { $0[0] < 1 ? $0[0] : $0[0] * $0[0] }
    #expect(branch.bounds(centre: [0.5], half: [0.4]) != nil)
    #expect(branch.bounds(centre: [0.5], half: [0.6]) == nil)
    let look = FunctionLandscape(dimension: 1) { $0[0].value * $0[0] }
    #expect(look.bounds(centre: [0.5], half: [0.1]) == nil)
    let corner = FunctionLandscape(dimension: 1) { abs($0[0]) }
    let bounds = corner.bounds(centre: [0], half: [1])
    #expect(bounds?.gradient == [Interval(-1, 1)] && bounds?.hessian == nil)
    #expect(corner.bounds(centre: [3], half: [1])?.hessian == [Interval(0)])
  }
}
