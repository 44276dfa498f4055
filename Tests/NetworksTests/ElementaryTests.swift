import CLanes
import Foundation
import RandomStreams
import Testing

@Suite struct ElementaryTests {
  /// The largest distance from another library's values, in units of the last place.
  private func distance(
    _ points: [Double], _ function: (Int, UnsafeMutablePointer<Double>?) -> Void,
    _ exact: (Double) -> Double
  ) -> Double {
    var values = points
    values.withUnsafeMutableBufferPointer { function($0.count, $0.baseAddress) }
    return zip(values, points).map { abs($0 - exact($1)) / max(exact($1).ulp, 0x1p-1022) }.max()!
  }

  /// At sizes from 1e-300 on, at lengths that fill eight and that do not.
  @Test func values() {
    var stream = RandomStream(seed: 1, purpose: .noise)
    for count in [1, 7, 8, 9, 20_003] {
      let sizes = (0..<count).map { _ in Foundation.pow(10, 302.5 * stream.uniform() - 300) }
      let moderate = (0..<count).map { _ in 5 * stream.uniform() }
      let signed = (sizes + moderate).map { stream.uniform() < 0.5 ? $0 : -$0 }
      #expect(distance(signed, elementary_tanh, Foundation.tanh) <= 3)
      let negative = (sizes + moderate).map { -min($0, 708) }
      #expect(distance(negative, elementary_decay, Foundation.exp) <= 3)
      let parts = (sizes + moderate).map { min($0, 1) }
      #expect(distance(parts, elementary_log1p, Foundation.log1p) <= 3)
    }
  }

  @Test func ends() {
    var values = [0, -0.0, .infinity, -.infinity, Double.leastNonzeroMagnitude, -1e300, .nan]
    elementary_tanh(values.count, &values)
    #expect(
      values.prefix(6).elementsEqual([0, 0, 1, -1, Double.leastNonzeroMagnitude, -1])
        && values[6].isNaN)
    #expect(values[1].sign == .minus)
    values = [0, -708.5, -1e300, -.infinity, .nan]
    elementary_decay(values.count, &values)
    #expect(values.prefix(4).elementsEqual([1, 0, 0, 0]) && values[4].isNaN)
    values = [0, 1, .nan]
    elementary_log1p(values.count, &values)
    #expect(values[0] == 0 && abs(values[1] - log(2)) < 1e-15 && values[2].isNaN)
  }
}
