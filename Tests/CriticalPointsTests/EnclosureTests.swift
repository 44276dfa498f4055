import CriticalPoints
import Foundation
import Landscapes
import LinearAlgebra
import Testing

/// Sweeps of formulas over boxes, proved by interval arithmetic, against what is known of the functions.
@Suite struct EnclosureTests {
  /// Whether some point found is at a place and of a value, as far as they are written down.
  private func has(
    _ points: [CriticalPoint], _ index: Int, _ value: Double, _ place: [Double], digits: Double
  ) -> Bool {
    points.contains { point in
      point.index == index && abs(point.value - value) <= digits
        && zip(point.position, place).allSatisfy { abs($0 - $1) <= digits }
    }
  }

  /// The same function, of which nothing can be proved, as it looks at a value.
  private func blind(_ plain: FunctionLandscape<Box>) -> FunctionLandscape<Box> {
    FunctionLandscape(on: plain.domain) { x in plain.formula(x) + 0 * x[0].value }
  }

  @Test func polynomials() {
    let himmelblau = Sweep(TestFunction.himmelblau).run()
    #expect(himmelblau.completeness == .proved && himmelblau.byIndex == [4, 4, 1])
    for minimum in [
      [3, 2], [-2.805118, 3.131313], [-3.779310, -3.283186], [3.584428, -1.848127],
    ] {
      #expect(has(himmelblau.points, 0, 0, minimum, digits: 1e-6))
    }
    #expect(has(himmelblau.points, 2, 181.617, [-0.270845, -0.923039], digits: 1e-3))
    let camel = Sweep(TestFunction.sixHumpCamel).run()
    #expect(camel.completeness == .proved && camel.byIndex == [6, 7, 2])
    #expect(has(camel.points, 0, -1.0316285, [0.089842, -0.712656], digits: 1e-6))
    for n in 1...3 {
      let well = Sweep(TestFunction.doubleWell(dimension: n)).run()
      #expect(well.completeness == .proved && well.byIndex[...1] == [2, 1])
      #expect(has(well.points, 1, 1, [Double](repeating: 0, count: n), digits: 1e-9))
    }
  }

  @Test func muellerBrown() {
    let result = Sweep(TestFunction.muellerBrown).run()
    #expect(result.completeness == .proved && result.byIndex == [3, 2, 0])
    for (index, value, place) in [
      (0, -146.6995, [-0.5582, 1.4417]), (0, -108.1667, [0.6235, 0.0280]),
      (0, -80.7678, [-0.0500, 0.4667]), (1, -40.6648, [-0.8220, 0.6243]),
      (1, -72.2489, [0.2125, 0.2930]),
    ] { #expect(has(result.points, index, value, place, digits: 1e-4), "\(value)") }
  }

  /// In one dimension x/10 + 2π sin 2πx has its zeros between known places; in two all pairs of them.
  @Test func rastrigin() {
    let line = Sweep(TestFunction.rastrigin(dimension: 1)).run()
    let plane = Sweep(TestFunction.rastrigin()).run()
    let changes = (0..<10240).count { k in
      func slope(_ x: Double) -> Double { 2 * x + 20 * Double.pi * sin(2 * Double.pi * x) }
      return slope(-5.12 + 1e-3 * Double(k) + 3e-4) * slope(-5.12 + 1e-3 * Double(k + 1) + 3e-4) < 0
    }
    #expect(line.completeness == .proved && line.points.count == changes)
    let (minima, maxima) = (line.byIndex[0], line.byIndex[1])
    #expect(
      plane.byIndex == [minima * minima, 2 * minima * maxima, maxima * maxima]
        && plane.completeness == .proved)
  }

  /// The tip of Ackley's cone is set aside; all other points are those of the sum of the slopes.
  @Test func ackley() {
    let result = Sweep(TestFunction.ackley()).run()
    guard case .provedExcept(let part) = result.completeness else {
      Issue.record("\(result.completeness)")
      return
    }
    #expect(part < 1e-6)
    #expect(result.byIndex == [120, 220, 100])
    #expect(!result.points.contains { norm($0.position) < 0.1 })
  }

  @Test func octopus() {
    for (steep, flat, tau) in [(1.0, 0.25, 1.0), (3.0, 0.1, 0.5)] {
      let function = TestFunction.octopus(steep: steep, flat: flat, length: tau)
      let result = Sweep(function).run()
      #expect(result.byIndex == [4, 3, 0])
      if case .incomplete = result.completeness { Issue.record("not proved") }
      for (x, y) in [(4.0, 4.0), (-4, 4), (4, -4), (-4, -4)] {
        let place = [x * tau, y * tau]
        let value = result.points.map(\.value).min()!
        #expect(has(result.points, 0, value, place, digits: 1e-6))
      }
    }
  }

  /// 295 points, by a search whose grid is so fine that it finds all by itself too.
  @Test func eggholder() {
    let result = Sweep(TestFunction.eggholder).run()
    guard case .provedExcept(let part) = result.completeness else {
      Issue.record("\(result.completeness)")
      return
    }
    #expect(part < 0.002)
    #expect(result.byIndex == [75, 148, 72])
    let best = result.points.min { $0.value < $1.value }!
    #expect(has([best], 0, -956.918232, [482.353310, 432.878999], digits: 1e-6))
    // The best known value is lower, and its place on the wall not critical.
    let place = [512, 404.2319]
    #expect(TestFunction.eggholder.value(at: place) < best.value - 2)
    #expect(norm(TestFunction.eggholder.euclideanGradient(at: place)) > 3)
    var grid = Sweep(blind(TestFunction.eggholder))
    grid.spacing = 2
    grid.sweepLimit = 1
    #expect(grid.run().byIndex == result.byIndex)
  }

  /// In other units the same is proved.
  @Test(arguments: [1e-9, 1e9]) func units(_ unit: Double) {
    let plain = TestFunction.muellerBrown
    for (length, value) in [(unit, 1), (1, unit), (unit, unit)] {
      let sides = plain.domain.sides.map { length * $0.lowerBound...length * $0.upperBound }
      let scaled = FunctionLandscape(on: Box(sides, length: 0.3 * length)) { x in
        value * plain.formula(x.map { $0 / length })
      }
      let result = Sweep(scaled).run()
      #expect(result.completeness == .proved && result.byIndex == [3, 2, 0])
    }
  }

  /// A first grid of one cell misses most points; the proof does not. Control: that grid without proof, of a formula that
  /// looks at a value.
  @Test func coarseGridsMissNothing() {
    let plain = TestFunction.himmelblau
    var coarse = Sweep(plain)
    coarse.spacing = 12
    let result = coarse.run()
    #expect(result.completeness == .proved && result.byIndex == [4, 4, 1])
    var sweep = Sweep(blind(plain))
    sweep.spacing = 12
    sweep.sweepLimit = 1
    let unproved = sweep.run()
    #expect(unproved.points.count < 9 && unproved.completeness == .incomplete([]))
  }

  /// Where nothing is known of most of the box nothing is said to be proved of the rest.
  @Test func mostlyUnknown() {
    for n in 1...2 {
      let well = blind(TestFunction.doubleWell(dimension: n))
      let result = Sweep(well).run()
      #expect(result.byIndex[...1] == [2, 1] && result.completeness == .incomplete([]))
    }
  }

  /// Nothing is proved of degenerate points, of which there is no telling how many they are.
  @Test func degenerate() {
    for power in [3, 4] {
      let flat = FunctionLandscape(on: Box(-1...1, dimension: 2)) { x in
        pow(x[0], power) + x[1] * x[1]
      }
      #expect(Sweep(flat).run().completeness == .incomplete([]))
    }
    // And of none all is proved.
    let slope = FunctionLandscape(on: Box(-1...1, dimension: 2)) { x in x[0] + x[1] * x[1] }
    let result = Sweep(slope).run()
    #expect(result.completeness == .proved && result.points.isEmpty)
  }
}
