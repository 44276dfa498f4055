import Foundation
import SpecialFunctions
import Testing

@Suite struct RootTests {
  /// x³ = a at every scale, with Newton's slope, without any, and with one of the wrong sign.
  @Test(arguments: [1e-90, 1e-9, 1, 1e9, 1e90]) func zeros(_ scale: Double) {
    for slope in [3.0, 0, -3] {
      let x = zero(in: 0...(10 * scale)) { x in
        (x * x * x - 2 * scale * scale * scale, slope * x * x)
      }
      #expect(abs(x / (cbrt(2.0) * scale) - 1) < 1e-15, "slope \(slope)")
    }
  }

  @Test func infiniteEnd() {
    #expect(abs(zero(in: 0...(.infinity), from: 1) { ($0 - 7, 1) } - 7) < 1e-14)
  }

  @Test func closeEnough() {
    var calls = 0
    _ = zero(in: 0...10, until: { _, value, _ in abs(value) < 0.1 }) { x in
      calls += 1
      return (x * x - 2, 2 * x)
    }
    #expect(calls < 6)
  }

  /// Neighbours, on both sides of a step at any scale and in both directions.
  @Test(arguments: [1e-300, 1.0, 1e300]) func steps(_ scale: Double) {
    let (last, first) = bisect(from: 0, to: scale) { $0 >= 0.3 * scale }
    #expect(first == last.nextUp && first == 0.3 * scale)
    let (inner, outer) = bisect(from: scale, to: 0) { $0 < 0.3 * scale }
    #expect(outer == inner.nextDown && inner == 0.3 * scale)
  }

  @Test func nothingBetween() {
    #expect(zero(in: 1...1) { ($0, 1) } == 1)
    #expect(zero(in: 0...1) { _ in (.nan, .nan) } <= 1)
    #expect(midpoint(-1e308, 1e308) == 0 && midpoint(1e308, 1.5e308) == 1.25e308)
  }
}
