import Foundation
import Statistics
import Testing

@Suite struct RateExtrapolationTests {
  /// exp(NΘ) times a power is recovered exactly; a correction c/N leaves O(1/N²).
  @Test func powersDropOut() {
    let sizes = [10, 20, 40]
    func rate(_ correction: Double) -> Double {
      extrapolatedRate(
        sizes: sizes,
        logarithms: sizes.map { n in
          0.37 * Double(n) - 1.5 * log(Double(n)) + 2 + correction / Double(n)
        })
    }
    #expect(abs(rate(0) - 0.37) < 1e-14)
    // 2 (1/40 - 1/20)/20 - (1/20 - 1/10)/10 = 1/400.
    #expect(abs(rate(1) - 0.37 - 0.0025) < 1e-14)
  }
}
